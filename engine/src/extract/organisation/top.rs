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
    } else if heading::is_a_subject(document, line, words) {
        OPENS_A_SENTENCE
    } else if shown && described() {
        DESCRIBED
    } else {
        return None;
    };
    Some(candidate(text, words, "name-at-the-top", score))
}
