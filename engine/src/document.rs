//! A text laid out, ready for the rules: its lines and their roles, its folded form, its way back to the file.

use crate::offer::SectionKind;
use crate::outline::{self, Line, Role};
use crate::span::Span;
use crate::text::Folded;
use std::ops::Range;

/// What the rules read: an offer's own text, seen four ways.
pub struct Document {
    /// The offer's text; spans address it. Its form is that of [`outline`].
    pub text: String,
    /// The text folded, line breaks kept: patterns run on it.
    pub folded: Folded,
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// What the section of each line is about, parallel to `lines`.
    pub kinds: Vec<SectionKind>,
    /// Where pieces of the text stand in the file, in order: (byte in the text, line of the file, 1-based).
    pub origins: Vec<(u32, u32)>,
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
            origins.push((at, number as u32 + 1));
            at += line.len() as u32 + 1;
        }
        Self { text: text.to_owned(), folded: Folded::new(text), lines, kinds, origins }
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

    /// The line of the file, 1-based, that the byte `at` of the text came from.
    pub fn file_line(&self, at: u32) -> u32 {
        let after = self.origins.partition_point(|&(start, _)| start <= at);
        after.checked_sub(1).map_or(1, |index| self.origins[index].1)
    }

    /// The folded text of the line around the folded position `at`, and where it begins.
    pub fn folded_line(&self, at: usize) -> (usize, &str) {
        let text = self.folded.as_str();
        let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
        (start, &text[start..end])
    }

    /// The span of the text that a range of the folded text came from.
    pub fn source(&self, range: Range<usize>) -> Span {
        self.folded.source(range)
    }
}
