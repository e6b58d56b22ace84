//! The lines of a file, taken apart, blank ones folded into a flag.

use super::cell::{self, Gap};
use super::mark::{self, Mark, Opening};
use super::table;

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(crate) struct RawLine<'a> {
    /// The line as written, without its line end.
    pub(crate) source: &'a str,
    /// Its number in the file, 1-based.
    pub(crate) number: u32,
    /// Columns of blanks before anything.
    pub(crate) indent: usize,
    /// What it opens with.
    pub(crate) mark: Mark,
    /// Byte in `source` where its words begin.
    pub(crate) column: usize,
    /// Byte in `source` where its words end: another piece of the same line may follow.
    pub(crate) end: usize,
    /// Whether it is the value of the label before it, on the same line.
    pub(crate) is_value: bool,
    /// Whether a blank line stands before it.
    pub(crate) blank_before: bool,
}

impl<'a> RawLine<'a> {
    /// The words, mark left out, without blanks at the ends.
    pub(crate) fn words(&self) -> &'a str {
        self.source[self.column..self.end].trim_end_matches(mark::is_blank)
    }

    /// How many characters the line has, blanks at the end left out.
    pub(crate) fn length(&self) -> usize {
        self.source[..self.end].trim_end_matches(mark::is_blank).chars().count()
    }
}

/// The non-blank lines of `text`, whose first line is number `first` of the file.
/// A line of nothing but signs (a ruler, a lone bullet) counts as blank.
pub(crate) fn lines(text: &str, first: u32) -> Vec<RawLine<'_>> {
    split_cells(unglued(table::headed(whole_lines(text, first))))
}

/// The same, no line taken apart: one for each line of the text that is not blank, in its order.
pub(crate) fn whole_lines(text: &str, first: u32) -> Vec<RawLine<'_>> {
    let mut lines = Vec::new();
    let mut blank_before = false;
    let quoted = is_quoted(text);
    for (number, line) in text.split('\n').enumerate() {
        let source = line.strip_suffix('\r').unwrap_or(line);
        if !source.chars().any(char::is_alphanumeric) {
            blank_before = true;
            continue;
        }
        let quote = if quoted { quote_marks(source) } else { 0 };
        let Opening { indent, mark, words } = mark::opening(&source[quote..]);
        let number = first + number as u32;
        let line = RawLine {
            source,
            number,
            indent,
            mark,
            column: quote + words,
            end: source.len(),
            is_value: false,
            blank_before,
        };
        lines.push(line);
        blank_before = false;
    }
    restore_lost_bullets(&mut lines);
    lines
}

/// Whether most lines are quoted as e-mail does it: then `>` is no bullet.
fn is_quoted(text: &str) -> bool {
    let written = text.split('\n').filter(|line| !line.trim().is_empty());
    let (quoted, all) = written
        .fold((0, 0), |(quoted, all), line| (quoted + usize::from(line.starts_with('>')), all + 1));
    quoted >= 3 && quoted * 2 > all
}

/// Bytes of the signs of quotation at the start of a line.
fn quote_marks(line: &str) -> usize {
    let quoted = line.trim_start_matches(['>', ' ']);
    if line.starts_with('>') { line.len() - quoted.len() } else { 0 }
}

/// The lines, those that an extract glued together taken apart where a label begins.
fn unglued(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    let mut parted = Vec::with_capacity(lines.len());
    for line in lines {
        let seams = cell::seams(&line.source[line.column..line.end]);
        let starts = seams.iter().map(|seam| line.column + seam);
        let ends = starts.clone().chain([line.end]);
        for (number, (start, end)) in [line.column].into_iter().chain(starts).zip(ends).enumerate()
        {
            let (mark, blank_before) = match number {
                0 => (line.mark, line.blank_before),
                _ => (Mark::None, false),
            };
            let piece = RawLine { column: start, end, mark, blank_before, ..line.clone() };
            let glued = Some(&line.source[start..end]).filter(|_| !seams.is_empty());
            match glued.and_then(cell::split) {
                Some((label, value, Gap::Value)) => {
                    parted.push(RawLine {
                        column: start + label.start,
                        end: start + label.end,
                        ..piece.clone()
                    });
                    parted.push(RawLine {
                        column: start + value.start,
                        end: start + value.end,
                        mark: Mark::None,
                        is_value: true,
                        blank_before: false,
                        ..piece
                    });
                }
                _ => parted.push(piece),
            }
        }
    }
    parted
}

/// Parts labels from values, and columns from columns. Columns side by side on three lines or more are a table of
/// labels and values.
fn split_cells(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    const TABLE: usize = 3;
    // A row that a table's header has labelled already is whole.
    let is_part = |line: &RawLine<'_>| line.is_value || line.end < line.source.len();
    let splits: Vec<_> = lines
        .iter()
        .map(|line| if is_part(line) { None } else { cell::split(line.source) })
        .collect();
    let columns = splits.iter().flatten().filter(|(_, _, gap)| *gap == Gap::Column).count();
    let mut parted = Vec::with_capacity(lines.len());
    for (line, split) in lines.into_iter().zip(splits) {
        match split {
            Some((label, value, gap))
                if line.mark == Mark::None || gap == Gap::Value && label.start >= line.column =>
            {
                let is_value = gap == Gap::Value || columns >= TABLE;
                let second = RawLine {
                    column: value.start,
                    end: value.end,
                    mark: Mark::None,
                    is_value,
                    blank_before: !is_value,
                    ..line.clone()
                };
                parted.push(RawLine { column: label.start, end: label.end, ..line });
                parted.push(second);
            }
            _ => parted.push(line),
        }
    }
    parted
}

/// PDF extracts often lose the glyph of a bullet and keep the blank behind it: neighbouring lines that open with
/// one blank and a capital were items. One such line alone says nothing.
fn restore_lost_bullets(lines: &mut [RawLine<'_>]) {
    const NEAR: usize = 6;
    let opened: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            let line = &lines[at];
            line.indent == 1
                && line.mark == Mark::None
                && line.words().starts_with(char::is_uppercase)
        })
        .collect();
    for (number, &at) in opened.iter().enumerate() {
        let near = |other: Option<&usize>| other.is_some_and(|&other| other.abs_diff(at) <= NEAR);
        let follows_item = number > 0 && near(opened.get(number - 1));
        if follows_item || near(opened.get(number + 1)) {
            lines[at].mark = Mark::Bullet(' ');
        }
    }
}
