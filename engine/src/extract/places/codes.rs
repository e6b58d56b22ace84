//! Postal codes and département numbers of a text: beside a name, anywhere, or alone under a label.

use super::Candidate;
use super::leads::{ELSEWHERE, HEAD_OFFICE, PATTERNS};
use crate::document::Document;
use crate::extract::rule::{compile, says};
use crate::gazetteer::by_postal_code;
use crate::offer::Place;
use crate::outline::Role;
use crate::segment;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A postal code, its thousands parted or not.
pub(super) static POSTAL_CODE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?:^|[^0-9a-z.])(?P<code>\d{2} ?\d{3})(?:[^0-9.,]|[.,](?:\D|$)|$)"));

/// A département's number alone in brackets or behind a dash: `(35)`, `- 13)`.
static DEPARTMENT_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| compile(r"[(-] ?(?P<code>\d{2}|2[ab]|97\d)\)"));

/// Postal codes and département numbers just before or after a name, without spaces.
pub(super) fn codes_near(document: &Document, range: &Range<usize>) -> Vec<String> {
    let (line_start, line) = document.folded_line(range.start);
    let (start, end) = (range.start - line_start, range.end - line_start);
    let before = floor(line, start.saturating_sub(12))..start;
    // « Sète (9 route du Port, 34200) »: the brackets behind a name hold its address.
    let bracket = line[end..].strip_prefix(" (").and_then(|rest| rest.find(')'));
    let near = floor(line, (end + 16).min(line.len()));
    let after = end..bracket.filter(|&close| close <= 80).map_or(near, |close| end + close + 3);
    let mut codes = Vec::new();
    for window in [after, before] {
        let piece = &line[window];
        for pattern in [&*POSTAL_CODE, &*DEPARTMENT_NUMBER] {
            codes.extend(
                pattern
                    .captures_iter(piece)
                    .map(|found| found["code"].replace(' ', "").to_uppercase()),
            );
        }
    }
    codes
}

/// Every postal code of the text: one of them may tell which of several communes is meant.
pub(super) fn codes_anywhere(document: &Document) -> Vec<String> {
    let codes = POSTAL_CODE.captures_iter(document.folded.as_str());
    codes.map(|found| found["code"].replace(' ', "")).collect()
}

fn floor(line: &str, at: usize) -> usize {
    (0..=at.min(line.len())).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0)
}

/// Labels and headings whose place is only a postal code: « Lieu : place Léon Blum – 75011 », « Mairie (75011) – … ».
pub(super) fn codes_alone(document: &Document) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for found in POSTAL_CODE.captures_iter(document.folded.as_str()) {
        let Some(code) = found.name("code") else { continue };
        let (line_start, line) = document.folded_line(code.start());
        let before = &line[..code.start() - line_start];
        let at = document.source(code.range()).start;
        let first = document.text.split('\n').next().unwrap_or("");
        let placed =
            || segment::placed(first).is_some_and(|placed| placed.place.contains(&(at as usize)));
        let (rule, score) = match document.role_at(at) {
            Role::Title if placed() => ("heading", 74),
            Role::Title => continue,
            _ if PATTERNS[0].is_match(before)
                && !says(before, ELSEWHERE)
                && !says(before, HEAD_OFFICE) =>
            {
                ("label", 80)
            }
            _ => continue,
        };
        let digits = code.as_str().replace(' ', "");
        let communes = by_postal_code(&digits);
        // One commune, or arrondissements of one city; several communes share most rural codes.
        let mut cities: Vec<_> = communes.iter().map(|commune| commune.city().insee()).collect();
        cities.dedup();
        if let ([_], Some(commune)) = (&cities[..], communes.first()) {
            let place = Place { postal_code: Some(digits), ..commune.place() };
            candidates.push(Candidate { place, span: document.source(code.range()), rule, score });
        }
    }
    candidates
}
