//! Which of the places that a text names wins, and which stand beside it.

use super::Candidate;
use super::leads::{BESIDE, FOUNDED};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Evidence, Field, Offer, Place, Remote};
use crate::span::Span;
use crate::text::fold;

/// The places that win among the candidates.
pub(super) fn settle(
    document: &Document,
    offer: &mut Offer,
    candidates: Vec<Candidate>,
    doubts: Diagnostics,
    diagnostics: &mut Diagnostics,
) {
    let mut candidates = candidates;
    agree(&mut candidates);
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    // « soit au siège (à Sète), soit à Agde »: what a heading or a label names comes first, these beside it.
    let (mut beside, mut candidates): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|candidate| BESIDE.contains(&candidate.rule));
    if candidates.first().is_none_or(Candidate::is_weak) {
        candidates.splice(0..0, beside.drain(..));
    }
    // Télétravail from anywhere: only a place that is said to be the workplace, or is among the facts, counts.
    if offer.remote == Some(Remote::Full) {
        const FACTS: &[&str] = &["chip", "heading", "heading-end"];
        candidates.retain(|found| found.score >= 80 || FACTS.contains(&found.rule));
    }
    // Towns that are only spoken of: one alone may well be that of the post, several are not.
    if let Some(first) = candidates.first().filter(|first| first.is_weak()) {
        let rivals = |other: &Candidate| {
            other.place.city != first.place.city
                && (["mention", FOUNDED].contains(&first.rule)
                    || (other.rule == first.rule
                        && document.line_at(other.span.start)
                            == document.line_at(first.span.start)))
        };
        if candidates.iter().any(rivals) {
            candidates.clear();
        }
    }
    // A workplace that is named, but not settled, is not replaced by an address in passing.
    if !doubts.is_empty() && candidates.first().is_some_and(|best| best.score < 60) {
        candidates.clear();
    }
    // « Technicien (63) », signed from « 75010 PARIS »: the heading's département outdoes an address in another one.
    if let Some(first) = candidates.first().filter(|first| first.rule == "address")
        && let Some(area) = candidates.iter().position(|other| {
            other.rule == "heading-area"
                && other.place.department.is_some()
                && other.place.department != first.place.department
        })
    {
        let area = candidates.remove(area);
        candidates.retain(|other| other.place.department == area.place.department);
        candidates.insert(0, area);
    }
    // « École d'art de Lyon, campus de Bron 69500 »; « Le Réseau - Lille », then « Lomme (59160) »: the code tells the address.
    if let Some(first) = candidates.first()
        && ["label", "chip"].contains(&first.rule)
        && first.place.postal_code.is_none()
        && let Some(line) = document.line_at(first.span.start)
        && let Some(coded) = candidates.iter().position(|other| {
            let near = match first.rule {
                "label" => document.line_at(other.span.start) == Some(line),
                _ => document.line_at(other.span.start) == Some(line + 1),
            };
            near && other.rule == first.rule
                && other.place.postal_code.is_some()
                && other.place.city.is_some()
                && other.place.city != first.place.city
                && other.place.department == first.place.department
        })
    {
        let coded = candidates.remove(coded);
        candidates[0] = coded;
    }
    // An area or a country alone says less than a city in it.
    if let Some(area) = candidates.first().filter(|first| first.place.city.is_none()).cloned() {
        let inside = |other: &Candidate| {
            other.place.city.is_some()
                && other.score >= 20
                && other.place.country == area.place.country
                && area.rule != "nationwide"
                && (area.place.region.is_none() || other.place.region == area.place.region)
                && (area.place.department.is_none()
                    || other.place.department == area.place.department)
        };
        if let Some(found) = candidates.iter().position(inside) {
            let found = candidates.remove(found);
            candidates.insert(0, found);
        }
    }
    let Some(main) = candidates.first().cloned() else {
        diagnostics.extend(doubts.into_iter().next());
        return;
    };
    let mut places: Vec<Place> = Vec::new();
    let mut last = main.span;
    for candidate in &candidates {
        let known = places.iter_mut().find(|place| {
            place.city == candidate.place.city && place.department == candidate.place.department
        });
        if let Some(place) = known {
            // Elsewhere the same commune stands with its postal code.
            place.postal_code = place.postal_code.take().or(candidate.place.postal_code.clone());
        } else if places.is_empty()
            || (candidate.rule == main.rule
                && (BESIDE.contains(&main.rule) || are_listed(document, last, candidate.span)))
        {
            last = candidate.span;
            places.push(candidate.place.clone());
        }
    }
    for other in beside {
        if places.iter().all(|place| place.city != other.place.city) {
            places.push(other.place);
        }
    }
    offer.places = places;
    offer.evidence.insert(Field::Places, Evidence { span: main.span, rule: main.rule.to_owned() });
}

/// Whether two places stand in one list: « Lyon (69), Grenoble ou Chambéry ».
fn are_listed(document: &Document, one: Span, next: Span) -> bool {
    const FAR: u32 = 60;
    const LINKS: &[&str] = &[
        "et", "ou", "a", "au", "aux", "de", "d", "la", "le", "les", "puis", "cedex", "en", "sur",
        "ainsi", "que", "pres", "france",
    ];
    if next.start < one.end || next.start - one.end > FAR {
        return false;
    }
    let between = fold(&document.text[one.end as usize..next.start as usize]);
    let mut open = false;
    let outside: String = between
        .chars()
        .filter(|&c| {
            open = (open || c == '(') && c != ')';
            !open && c != ')'
        })
        .collect();
    !between.contains('\n')
        && outside
            .split(|c: char| !c.is_alphanumeric())
            .all(|word| LINKS.contains(&word) || word.chars().all(|c| c.is_ascii_digit()))
}

impl Candidate {
    /// Whether nothing but its being named speaks for it.
    fn is_weak(&self) -> bool {
        self.score < 60 && self.rule != "address"
    }
}

/// A town that several weak signs name is the likelier.
fn agree(candidates: &mut [Candidate]) {
    let cities: Vec<Option<String>> =
        candidates.iter().map(|candidate| candidate.place.city.clone()).collect();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.score < 56) {
        let same = cities.iter().filter(|city| **city == candidate.place.city).count();
        candidate.score += 2 * (same.min(4) as i32 - 1);
    }
}
