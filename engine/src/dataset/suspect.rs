//! What a text holds that no ad means to: marks that turn the way of reading, a web page's code.
//!
//! Neither does harm, as marks are left out of an offer's text and nothing of it is ever parsed as HTML; but what a
//! reader sees may not be what the forker believes to have pasted.

use crate::diagnostic::{self, Diagnostics, Location};
use crate::extract::rule::compile;
use crate::layout::is_turn;
use regex::Regex;
use std::sync::LazyLock;

/// A tag of the elements that a copied page is made of.
static TAG: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)</?(?:a|b|br|div|h[1-6]|html|body|img|iframe|li|ol|p|script|span|strong|style|table|td|tr|ul)(?: [^<>\n]{0,200})?/?>",
    )
});

/// Doubts about the lines of an offer, whose first one is number `first_line` of `file`; each is told once.
pub(super) fn doubts(file: &str, text: &str, first_line: u32) -> Diagnostics {
    let mut doubts = Diagnostics::new();
    if let Some((at, turn)) = text.char_indices().find(|&(_, c)| is_turn(c)) {
        let location = locate(file, text, first_line, at, turn.len_utf8());
        doubts.push(diagnostic::turned_text(location, turn));
    }
    if let Some(tag) = text.contains('<').then(|| TAG.find(text)).flatten() {
        let location = locate(file, text, first_line, tag.start(), tag.len());
        doubts.push(diagnostic::page_code(location, tag.as_str()));
    }
    doubts
}

/// The words of `text` at `at`, in their line.
fn locate(file: &str, text: &str, first_line: u32, at: usize, length: usize) -> Location {
    const REACH: usize = 200;
    let before = &text[text.floor_char_boundary(at.saturating_sub(REACH))..at];
    let before = before.rsplit('\n').next().unwrap_or(before);
    let rest = &text[at..text.ceil_char_boundary(at + length + REACH)];
    let rest = rest.lines().next().unwrap_or(rest);
    Location {
        file: file.to_owned(),
        line: first_line + text[..at].matches('\n').count() as u32,
        source: format!("{before}{rest}"),
        mark: before.len()..before.len() + length,
    }
}
