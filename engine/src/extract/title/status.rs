//! The status that names a post for want of a better name, and the mission that a service civique is about.

use super::Candidate;
use crate::document::Document;
use crate::extract::body::is_place;
use crate::extract::rule;
use crate::outline::Role;
use crate::span::Span;
use crate::text::Folded;
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

/// What a volunteer will do, in a heading: « Accompagner les aînés », « Faire vivre un jardin ».
static TASK: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:(?:volontariat|service civique|mission(?: \d+)?) ?[:-] ?)?(?P<what>(?:accompagner|aider|animer|contribuer|participer|promouvoir|sensibiliser|soutenir|valoriser|favoriser|faire|developper|lutter|creer|decouvrir|entretenir|preserver|proteger|faciliter|renforcer|informer|transmettre|apprendre|encourager|permettre|organiser|mettre en|lire|donner|agir|rompre|partager|construire|initier|eveiller|inventer|raconter|cultiver|recueillir|mobiliser|prevenir|aller|assister|appuyer|ameliorer|tisser|rendre|dynamiser|etre|orienter|accueillir|rapprocher|maintenir|assurer|restaurer|collecter|diffuser|explorer|vivre|jouer|jardiner|cuisiner) [^.:!?\n]{12,220})$",
    )
});

/// The task that heads a mission of service civique or of a volunteer.
pub(super) fn task(document: &Document) -> Option<Candidate> {
    /// How many lines may stand above it, and how far the words are that say what it is.
    const LINES: usize = 7;
    const NEAR: usize = 1500;
    let text = document.folded.as_str();
    let near = (NEAR.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at))?;
    if !rule::says(&text[..near], &["service civique", "volontariat", "volontaire"]) {
        return None;
    }
    let head = document.lines.iter().take(LINES).enumerate().find_map(|(at, line)| {
        let words = line.span.of(&document.text);
        let above =
            at.checked_sub(1).map_or("", |above| document.lines[above].span.of(&document.text));
        let own = !matches!(line.role, Role::Item { .. }) && !above.trim_end().ends_with(':');
        let folded = Folded::new(words);
        let what = TASK.captures(folded.as_str())?.name("what")?;
        let what = folded.source(what.range());
        let shown = what.of(words).starts_with(char::is_uppercase) || what.start > 0;
        let start = line.span.start;
        (own && shown).then_some((at, Span { start: start + what.start, end: start + what.end }))
    });
    let (at, span) = head?;
    Some(Candidate { span, rule: "task", score: if at == 0 { 84 } else { 76 } })
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
