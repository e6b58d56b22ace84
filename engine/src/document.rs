//! A text laid out, ready for the rules: its lines and their roles, its folded form, its way back to the file.

use crate::diagnostic::Location;
use crate::offer::SectionKind;
use crate::outline::{self, Line, Role};
use crate::span::Span;
use crate::text::{Folded, Grams};
use std::ops::Range;

/// What the rules read: an offer's own text, seen four ways.
pub struct Document {
    /// The offer's text; spans address it. Its form is that of [`outline`].
    pub text: String,
    /// The text folded, line breaks kept: patterns run on it.
    pub folded: Folded,
    /// The short runs of letters that the folded text holds.
    pub(crate) grams: Grams,
    /// The offer's heading line or lines, as written, without blanks at their ends.
    pub heading: String,
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// What the section of each line is about, parallel to `lines`.
    pub kinds: Vec<SectionKind>,
    /// Where pieces of the text stand in the file, in the order of the text.
    pub origins: Vec<Origin>,
    /// Name of the file.
    pub file: String,
    /// The lines of the file that the text was laid out from, as written.
    pub source: Vec<String>,
    /// Number of the first of them in the file, 1-based.
    pub first_line: u32,
}

/// Where a piece of the text begins in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Byte in the text.
    pub at: u32,
    /// Line of the file, 1-based.
    pub line: u32,
    /// Byte in that line.
    pub column: u32,
}

impl Document {
    /// A document of `text`, an outline, whose sections are not told apart and whose lines are the file's.
    /// Rules' own phrases are read so.
    pub fn of_text(text: &str) -> Self {
        let lines: Vec<Line> = outline::lines(text).collect();
        let kinds = vec![SectionKind::Other; lines.len()];
        let mut origins = Vec::new();
        let mut at = 0;
        for (number, line) in text.split('\n').enumerate() {
            origins.push(Origin { at, line: number as u32 + 1, column: 0 });
            at += line.len() as u32 + 1;
        }
        let folded = Folded::new(text);
        Self {
            text: text.to_owned(),
            grams: Grams::of(folded.as_str()),
            folded,
            lines,
            kinds,
            origins,
            heading: text.lines().next().unwrap_or("").to_owned(),
            file: String::new(),
            source: text.split('\n').map(str::to_owned).collect(),
            first_line: 1,
        }
    }

    /// The beginning of the document: whole lines, or else words, of at most `length` bytes.
    pub fn opening(&self, length: usize) -> Self {
        let cut = &self.text[..self.text.floor_char_boundary(length)];
        let end = cut.rfind('\n').or(cut.rfind(' ')).unwrap_or(cut.len());
        let text = cut[..end].to_owned();
        let lines: Vec<Line> = outline::lines(&text).collect();
        let folded = Folded::new(&text);
        Self {
            grams: Grams::of(folded.as_str()),
            folded,
            kinds: self.kinds[..lines.len()].to_vec(),
            lines,
            origins: self
                .origins
                .iter()
                .copied()
                .filter(|origin| origin.at as usize <= end)
                .collect(),
            heading: self.heading.clone(),
            file: self.file.clone(),
            source: self.source.clone(),
            first_line: self.first_line,
            text,
        }
    }

    /// The index in `lines` of the line that holds the byte `at` of the text.
    pub fn line_at(&self, at: u32) -> Option<usize> {
        let after = self.lines.partition_point(|line| line.span.start <= at);
        after.checked_sub(1)
    }

    /// What the section around the byte `at` is about.
    pub fn kind_at(&self, at: u32) -> SectionKind {
        self.line_at(at).map_or(SectionKind::Other, |line| self.kinds[line])
    }

    /// The role of the line around the byte `at`.
    pub fn role_at(&self, at: u32) -> Role {
        self.line_at(at).map_or(Role::Paragraph, |line| self.lines[line].role)
    }

    /// Where a span of the text stands in the file, for a complaint; a span across lines shows its first one.
    pub fn locate(&self, span: Span) -> Location {
        let after = self.origins.partition_point(|origin| origin.at <= span.start);
        let Some(origin) = after.checked_sub(1).map(|index| self.origins[index]) else {
            return Location::file(&self.file);
        };
        let line = self.source.get((origin.line - self.first_line) as usize);
        let line = line.map_or("", String::as_str);
        // Words mended from several lines are longer than the first of them.
        let start = line.floor_char_boundary((origin.column + span.start - origin.at) as usize);
        let end = line.floor_char_boundary(start + (span.end - span.start) as usize);
        let shown = around(line, start..end);
        let mark = start - shown.start..end - shown.start;
        let source = line[shown].to_owned();
        Location { file: self.file.clone(), line: origin.line, source, mark }
    }

    /// The folded text of the line around the folded position `at`, as far as it can matter, and where it begins:
    /// a file may be one endless line.
    pub fn folded_line(&self, at: usize) -> (usize, &str) {
        const REACH: usize = 800;
        let text = self.folded.as_str();
        let boundary = |at: usize| (at..=text.len()).find(|&at| text.is_char_boundary(at));
        let far_start = boundary(at.saturating_sub(REACH)).unwrap_or(at);
        let far_end = boundary((at + REACH).min(text.len())).unwrap_or(at);
        let start =
            text[far_start..at].rfind('\n').map_or(far_start, |found| far_start + found + 1);
        let end = text[at..far_end].find('\n').map_or(far_end, |found| at + found);
        (start, &text[start..end])
    }

    /// The span of the text that a range of the folded text came from.
    pub fn source(&self, range: Range<usize>) -> Span {
        self.folded.source(range)
    }
}

/// The part of a line that a complaint about `mark` keeps: all of it, but for a file that is one endless line.
fn around(line: &str, mark: Range<usize>) -> Range<usize> {
    const REACH: usize = 2_000;
    let start = line.floor_char_boundary(mark.start.saturating_sub(REACH));
    start..line.ceil_char_boundary(mark.end + REACH)
}
