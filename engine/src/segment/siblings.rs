//! Lines that stand in one row and are alike: where one of them opens an offer, all do.
//!
//! `- un infirmier, CDD…`, `- une aide-soignante, CDI…`: short ads of a line each, which a page lists under its headings.

use super::cut::Cut;
use super::facts::{Facts, WHOLE};
use super::head::{names_post, seeks};
use crate::layout::{Mark, RawLine};
use std::ops::Range;

/// Lines of a row, at least.
const ROW: usize = 2;
/// Characters of an item that is a short ad, at least.
const LONG: usize = 45;

/// Opens an offer at each line of a row most of whose lines open one, and in rows like those that are all offers.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    if cut.heads.len() < 2 {
        return;
    }
    let rows = rows(lines, facts);
    let opens = |row: &Range<usize>| {
        let upto = |line: usize| cut.heads.partition_point(|&head| head < line);
        upto(row.end) - upto(row.start)
    };
    let mut full: Vec<(Mark, usize)> = Vec::new();
    for row in rows.iter().filter(|row| opens(row) == row.len()) {
        let sign = &lines[row.start].mark;
        match full.iter_mut().find(|(mark, _)| mark == sign) {
            Some((_, count)) => *count += 1,
            None => full.push((*sign, 1)),
        }
    }
    let alike = |row: &Range<usize>| {
        let sign = &lines[row.start].mark;
        let whole = row.clone().filter(|&at| is_whole(lines, facts, at)).count();
        full.iter().any(|(mark, count)| mark == sign && *count >= 2) && whole * 3 >= row.len() * 2
    };
    let mostly = |row: &Range<usize>| opens(row) >= 2 && opens(row) * 5 >= row.len() * 3;
    let more: Vec<usize> =
        rows.iter().filter(|row| mostly(row) || alike(row)).flat_map(|row| row.clone()).collect();
    cut.heads.extend(more.iter().copied());
    cut.heads.sort_unstable();
    cut.heads.dedup();
    // What heads such a row is no offer: `Commerce`, then its ads.
    let heads_a_row = |pair: &[usize]| {
        pair[1] == pair[0] + 1
            && more.binary_search(&pair[1]).is_ok()
            && more.binary_search(&pair[0]).is_err()
            && !facts.seen[pair[0]].names_post
    };
    let above: Vec<usize> =
        cut.heads.windows(2).filter(|pair| heads_a_row(pair)).map(|pair| pair[0]).collect();
    cut.heads.retain(|head| above.binary_search(head).is_err());
    cut.ends.extend(above);
}

/// Rows of long lines of one sign, nothing between them.
fn rows(lines: &[RawLine<'_>], facts: &Facts) -> Vec<Range<usize>> {
    let is_long = |at: usize| {
        let (line, seen) = (&lines[at], &facts.seen[at]);
        let least = if matches!(line.mark, Mark::None) { WHOLE } else { LONG };
        let small = || line.words().starts_with(char::is_lowercase);
        seen.cells == 0
            && !seen.is_message
            && line.length() >= least
            && (least == LONG || !small() && line.indent == 0)
    };
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if !line.blank_before && lines[row.start].mark == line.mark => {
                row.end = at + 1
            }
            _ => rows.push(at..at + 1),
        }
    }
    rows.retain(|row| row.len() >= ROW && row.clone().all(is_long));
    rows
}

/// Whether a line tells by itself as much as a short ad does, its post first.
fn is_whole(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    let words = &facts.seen[at].folded;
    let opening: String = words.chars().take(LONG * 3).collect();
    facts.told(at, at + 1).kinds >= 2
        && (names_post(&opening) || seeks(words))
        && lines[at].length() >= LONG
}
