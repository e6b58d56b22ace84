//! The status that names a post for want of a better name, and the mission that a service civique is about.

use super::Candidate;
use crate::document::Document;
use crate::extract::body::is_place;
use crate::extract::rule;
use regex::Regex;
use std::sync::LazyLock;

/// The statuses that name a post for want of a better name.
pub(super) static STATUS: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"\b(?:missions? de service civique|(?:stages? (?:ou|/) )?services? civiques?|contrats? doctora(?:l|ux)|contrats? post-?doctora(?:l|ux)|contrats? de recherches? post-?doctorales?|these(?: de doctorat)? cifre|these cifre|doctorats?|contrats? de recherche|post-?doctorats?|offres? de these)\b",
    )
});

/// « propose un service civique en animation du jardin »: the mission that a service civique is about.
pub(super) fn mission(document: &Document) -> Option<Candidate> {
    static MISSION: LazyLock<Regex> = LazyLock::new(|| {
        rule::compile(
            r"\b(?:propos|offr|recherch|recrut|cherch|accueill)[a-z]* [^.!?\n]{0,40}?(?:mission (?:de|en) )?service civique (?:(?:en |autour d(?:e la |e l'|u |es |e |')|sur le theme d(?:e la |e l'|u |es |e |')|consacree? (?:a la |a l'|au |aux |a )|dediee? (?:a la |a l'|au |aux |a ))(?P<what>[a-z][^.!?\n;:,]{8,120}))",
        )
    });
    let found = MISSION.captures(document.folded.as_str())?.name("what")?;
    let span = document.source(found.range());
    (!is_place(span.of(&document.text))).then_some(Candidate { span, rule: "mission", score: 70 })
}

/// Whether folded words open with a status: « contrat doctoral (5 postes) ».
pub(super) fn opens_with_status(folded: &str) -> bool {
    STATUS.find(folded).is_some_and(|status| status.start() == 0)
}

/// For want of a name, the status that one takes: « Service civique », « Contrat doctoral », in the first lines.
pub(super) fn status(document: &Document) -> Option<Candidate> {
    const LINES: usize = 3;
    let end = document.lines.get(LINES).map_or(document.text.len() as u32, |line| line.span.start);
    let end = document.folded.position(end);
    let found = STATUS.find(&document.folded.as_str()[..end])?;
    Some(Candidate { span: document.source(found.range()), rule: "status", score: 20 })
}
