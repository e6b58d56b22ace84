//! Which words to mark, and which window of the text to show.

use super::Snippet;
use super::index::Field;
use super::local::Local;
use super::plan::Plan;
use super::score::Match;
use crate::sort::merge;
use crate::span::Span;
use crate::text::fold;

/// How many characters a window holds, at most, unless one word is longer.
const WIDTH: usize = 160;

/// The matching words of a field, as spans of its string `text`, in order, none over another.
pub(super) fn of_field(
    plan: &Plan,
    matches: &[Match],
    field: Field,
    text: Option<&str>,
) -> Vec<Span> {
    let text = text.unwrap_or("");
    merged(matches.iter().filter(|m| m.field == field).map(|m| led(plan, m, text)))
}

/// A match's span, with the little word before it where the query has the same: all of « La Rochelle ».
fn led(plan: &Plan, m: &Match, text: &str) -> Span {
    let Some(lead) = plan.leaves[m.leaf].lead.as_ref().filter(|_| !m.span.is_empty()) else {
        return m.span;
    };
    let before = text.get(..m.span.start as usize).unwrap_or("");
    let trimmed = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let word = trimmed.rsplit(char::is_whitespace).next().unwrap_or("");
    if trimmed.len() < before.len() && fold(word) == *lead {
        return Span { start: (trimmed.len() - word.len()) as u32, ..m.span };
    }
    m.span
}

/// The spans, those that overlap made one. They come in order, except that one may begin inside those before it.
fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for mut span in spans.filter(|span| !span.is_empty()) {
        while let Some(last) = merged.pop_if(|last| span.start < last.end) {
            span = Span { start: span.start.min(last.start), end: span.end.max(last.end) };
        }
        merged.push(span);
    }
    merged
}

/// The window of an offer's text where the words stand densest. The heading is the last resort: a card shows it already.
pub(super) fn snippet(
    plan: &Plan,
    matches: &[Match],
    text: &str,
    local: &Local,
) -> Option<Snippet> {
    let in_body = matches.iter().filter(|m| m.field == Field::Body);
    let mut body: Vec<Match> = in_body.copied().collect();
    if plan.only_stop_words || body.is_empty() {
        return None;
    }
    merge(&mut body, |a, b| (a.span, a.leaf).cmp(&(b.span, b.leaf)));
    let (line, core) = densest(plan, &body, &local.lines)
        .or_else(|| densest(plan, &body, local.heading.as_slice()))?;
    let window = widen(line.of(text), line.start, core);
    let inside = |span: &Span| span.start >= window.start && span.end <= window.end;
    let seen = body.iter().filter(|m| inside(&m.span));
    let lead = |m: &Match| Some(led(plan, m, text)).filter(inside).unwrap_or(m.span);
    let marks = merged(seen.map(lead));
    Some(Snippet { window, marks })
}

/// The line that holds most of the query within one window's width, and from which word to which; the first such.
fn densest(plan: &Plan, matches: &[Match], lines: &[Span]) -> Option<(Span, Span)> {
    let mut best: Option<(f32, Span, Span)> = None;
    let mut of_clauses = vec![0.0_f32; plan.clauses.len()];
    let (leaves, clauses) = (plan.leaves.as_slice(), plan.clauses.as_slice());
    let of_clauses = of_clauses.as_mut_slice();
    let mut worth = |near: &[Match]| {
        of_clauses.fill(0.0);
        let mut repeated = 0.0;
        for m in near {
            let clause = leaves[m.leaf].clause;
            of_clauses[clause] = of_clauses[clause].max(clauses[clause].weight * m.quality);
            repeated += 0.01;
        }
        of_clauses.iter().sum::<f32>() + repeated
    };
    for &line in lines {
        let start = matches.partition_point(|m| m.span.start < line.start);
        let count = matches[start..].partition_point(|m| m.span.start < line.end);
        let inside = &matches[start..start + count];
        // No window holds more than its whole line.
        if best.is_some_and(|(most, ..)| worth(inside) <= most) {
            continue;
        }
        for (at, first) in inside.iter().enumerate() {
            let reach = first.span.start + WIDTH as u32;
            let rest = &inside[at..];
            let is_far = |m: &Match| m.span.end > reach.max(first.span.end);
            let near = &rest[..rest.iter().position(is_far).unwrap_or(rest.len())];
            let worth = worth(near);
            if best.is_none_or(|(most, ..)| worth > most) {
                let end = near.iter().map(|m| m.span.end).max().unwrap_or(0);
                best = Some((worth, line, Span { end, ..first.span }));
            }
        }
    }
    best.map(|(_, line, core)| (line, core))
}

/// Widens `core` to a window of whole words of its line, with a third of what room there is before it.
/// `offset` is where the line begins.
fn widen(line: &str, offset: u32, core: Span) -> Span {
    let (start, end) = ((core.start - offset) as usize, (core.end - offset) as usize);
    let (Some(before), Some(inside), Some(after)) =
        (line.get(..start), line.get(start..end), line.get(end..))
    else {
        return core;
    };
    let room = WIDTH.saturating_sub(inside.chars().count());
    let left = left_words(before, room / 3);
    let right = right_words(after, room - chars(&before[left..]));
    let left = left_words(before, room - chars(&after[..right]));
    let window = &line[left..end + right];
    let left = left + (window.len() - window.trim_start().len());
    let right = left + window.trim().len();
    Span { start: left as u32 + offset, end: right as u32 + offset }
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

/// Where the whole words begin that fit at the end of `text` in `room` characters.
fn left_words(text: &str, room: usize) -> usize {
    let (mut start, mut count) = (text.len(), 0);
    for (at, &byte) in text.as_bytes().iter().enumerate().rev() {
        if is_continued(byte) {
            continue;
        }
        if count > room {
            return start;
        }
        count += 1;
        if let Some(width) = space(text, at, byte) {
            start = at + width;
        }
    }
    if count <= room { 0 } else { start }
}

/// Where the whole words end that fit at the beginning of `text` in `room` characters.
fn right_words(text: &str, room: usize) -> usize {
    let (mut end, mut count) = (0, 0);
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        if is_continued(byte) {
            continue;
        }
        if count > room {
            return end;
        }
        count += 1;
        if space(text, at, byte).is_some() {
            end = at;
        }
    }
    if count <= room { text.len() } else { end }
}

/// Whether the byte goes on with a character begun before.
fn is_continued(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// How many bytes wide the space is that begins at `at` with this byte, if it is one.
#[inline]
fn space(text: &str, at: usize, byte: u8) -> Option<usize> {
    match byte {
        b' ' => Some(1),
        b'!'..=b'~' => None,
        _ => text[at..].chars().next().filter(|c| c.is_whitespace()).map(char::len_utf8),
    }
}
