//! The name that stands alone on the first line of an ad, far above its post: « 🥕 Racines Vives 🥕 », what it does, then
//! whom it seeks. The text below must tell that the line is a name.

use super::{Candidate, candidate};
use crate::document::Document;
use crate::extract::body::{could_recruit, is_place};
use crate::extract::{heading, rule};
use crate::layout::heading_kind;
use crate::lexicon::is_menu;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Words of such a line, at most.
const LONGEST: usize = 7;

/// What says that the line is a name: a sentence that speaks of it, a sentence that it opens, labels that describe it.
const SPOKEN_OF: i32 = 62;
const OPENS_A_SENTENCE: i32 = 58;
const DESCRIBED: i32 = 56;

/// Labels of what describes a recruiter, below its name.
static DESCRIBES: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:# )?(?:\*\*)?(?:domaine(?: d'activite)?|secteur(?: d'activite)?|activite|quoi|effectif|taille|salaries|site(?: web| internet)?|fondee? en|creee? en|annee de creation|siege(?: social)?|chiffre d'affaires)(?:\*\*)? ?:",
    )
});

/// How a sentence goes on behind the name that opens it: what the house is or does.
static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:,|,? (?:est|sont|c'est|a|ont|recrut|recherch|cherch|propos|developp|concoi|accompagn|aide|fabriqu|edit|interv|compte|emploi|gere|cree|agit|feder|regroup|produi|realis|commercialis|conseil|distribu|form|imagin|transform|constru|install|cultiv|transport|exploit|defend|souti|anim|rassembl|reuni|assur|organis|oeuvr|grandi|permet|offr|vous|reinvent|facilit|souhait|donne|travaill|met )[a-z]*)\b",
    )
});

/// The name on the first line, above the post's.
pub(super) fn at_the_top(document: &Document, title: Option<Span>) -> Option<Candidate<String>> {
    let text = document.text.as_str();
    let own = document.line_at(title?.start)?;
    let line = document.lines.first()?.span;
    let words = line.of(text).trim_matches(|c: char| {
        c.is_whitespace() || !c.is_ascii() && !c.is_alphanumeric() || matches!(c, '*' | '#' | '_')
    });
    let folded = fold(words);
    let name = own > 0
        && words.starts_with(char::is_alphanumeric)
        && words.split_whitespace().count() <= LONGEST
        && !folded.ends_with(['.', '!', '?', ',', ';', ':'])
        && !words.contains([':', '|', '·', '–', '/'])
        && !words.contains(" - ")
        && could_recruit(words)
        && !heading::names_post(words)
        && heading_kind(words).is_none()
        && !is_menu(&folded)
        && !is_place(words);
    if !name {
        return None;
    }
    let shown = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let below = document.lines.iter().skip(1).take(4);
    let described = || {
        let labels = below.filter(|line| DESCRIBES.is_match(&fold(line.span.of(text))));
        labels.count() > 0
    };
    let score = if shown && heading::is_spoken_of(document, line, words) {
        SPOKEN_OF
    } else if opens_a_sentence(document, line, words, &folded) {
        OPENS_A_SENTENCE
    } else if shown && described() {
        DESCRIBED
    } else {
        return None;
    };
    Some(candidate(text, words, "name-at-the-top", score))
}

/// Whether a sentence below the line opens with the name and says what it is or does.
fn opens_a_sentence(document: &Document, line: Span, name: &str, folded: &str) -> bool {
    let text = document.folded.as_str();
    let below = document.folded.position(line.end);
    text[below..].match_indices(folded).any(|(at, found)| {
        let (at, end) = (below + at, below + at + found.len());
        let written = document.source(at..end).of(&document.text);
        let before = text[..at].trim_end_matches([' ', '*', '_', '\x22']);
        // One's own small letters are a name's: « lePanier ».
        let shown = written.starts_with(char::is_uppercase)
            || written == name && written.contains(char::is_uppercase);
        let opens = before.ends_with(['\n', '.', '!', '?', ':', '#', '-']);
        shown && opens && ACTS.is_match(text[end..].trim_start_matches(['*', '_', '\x22']))
    })
}
