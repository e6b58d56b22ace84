//! The post's name for a card: its heading without recruiter, place, kind of contract and duration.

use super::heading;
use crate::document::Document;
use crate::lexicon::opens_with_post;
use crate::offer::{Evidence, Field, Offer};
use crate::span::Span;
use crate::text::{Folded, fold};
use regex::Regex;
use std::sync::LazyLock;

/// Longest title, in characters; a heading beyond is a paragraph, cut at a word.
const LONGEST: usize = 140;

/// A piece of a heading that names no post: contract, duration, rhythm, gender marks.
static NO_POST: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:offre d[e'] ?)?(?:(?:stages?|stagiaire|alternance|apprentissage|contrat (?:d'apprentissage|de professionnalisation)|service civique|volontariat|emploi|cdd|cdi|vie|poste|mission|offre|annonce|recrutement|fiche de poste|recherche|fin d'etudes|de fin d'etudes|master ?[12]?|m[12]|bac ?\+ ?\d|licence|conventionne|remunere|indemnise|de recherche|temps plein|temps partiel|\(?[hfmx] ?/ ?[hfmx](?: ?/ ?[hfmx])?\)?|\d+ ?(?:a|-|/) ?\d+ mois|\d+ ?mois|de \d+ mois|de \d+ (?:a|-) \d+ mois|n ?°? ?\d+|urgent|a pourvoir|\d{2}/\d{2}/\d{4}|{month} ?\d{4}|\d{4})[ ,/()]*)+$",
    )
});

/// What stands before a title and announces it.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:offre(?: d[e'] ?(?:emploi|stage|alternance|mission|service civique))?(?: n ?[°o]? ?\d+)?|annonce(?: n ?[°o]? ?\d+)?|intitule(?: du poste| de l'offre| de la mission)?|titre(?: du poste)?|poste(?: a pourvoir)?|fiche de poste|profil de poste|on recrute|nous recrutons|objet|emploi|stage|alternance|service civique|mission|recrutement|recherche|nous recherchons|nous recrutons)(?: (?:de )?\d+ mois)? ?[:|!-] ?",
    )
});

/// What follows a title and does not belong to it.
static TRAILING: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"(?: ?[(\[](?:[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?|(?:offre de )?stage[^)\]]*|alternance|cdd|cdi|\d+ mois)[)\]]| [hfmx] ?/ ?[hfmx](?: ?/ ?[hfmx])?|,? pour une duree d.*|,? (?:a compter|a partir) d.*| ?[-,] ?(?:stage|alternance|cdd|cdi)(?: (?:de )?\d+(?: a \d+)? mois)?|,? chez [^,]+|[ .:;,-]+)$",
    )
});

/// « Stage » before a noun of a post only repeats the contract.
static CONTRACT_BEFORE_POST: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:offre de )?(?:stage|alternance|apprentissage|service civique|cdd|cdi) (?:d[e'] ?)?",
    )
});

/// A sentence that recruits: the post follows.
static RECRUITING: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"\b(?:recherch|recrut|cherch|engag|embauch|accueill)(?:e|ent|ons|era)\b[^.!?]{0,80}?",
    )
});

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let heading = heading::read(document);
    let text = document.text.as_str();
    let first = heading::opening(document).of(text);
    let (span, rule) = match recruited(first) {
        Some(post) if heading.rule == "heading" && heading.who.is_none() => {
            (post, "recruiting-sentence")
        }
        _ => (core(text, heading.post), heading.rule),
    };
    let words = span.of(text);
    if words.is_empty() {
        return;
    }
    offer.title = Some(presented(words));
    offer.evidence.insert(Field::Title, Evidence { span, rule: rule.to_owned() });
}

/// The part of a heading that names the post.
fn core(line: &str, span: Span) -> Span {
    let mut span = trimmed(line, span);
    loop {
        let before = span;
        let folded = Folded::new(span.of(line));
        for (pattern, at_start) in [(&ANNOUNCED, true), (&TRAILING, false)] {
            let Some(found) = pattern.find(folded.as_str()) else { continue };
            let cut = folded.source(found.range());
            let kept = if at_start {
                Span { start: span.start + cut.end, end: span.end }
            } else {
                Span { start: span.start, end: span.start + cut.start }
            };
            if !names_nothing(kept.of(line)) {
                span = kept;
                break;
            }
        }
        if span == before {
            span = without_bare_pieces(line, span);
        }
        if span == before {
            span = without_contract(line, span);
        }
        span = trimmed(line, span);
        if span == before {
            return shortened(line, span);
        }
    }
}

/// Cuts pieces between dashes that name no post, at both ends.
fn without_bare_pieces(line: &str, span: Span) -> Span {
    const DASHES: [&str; 4] = [" – ", " - ", " — ", " | "];
    let words = span.of(line);
    let first = DASHES.iter().filter_map(|dash| words.find(dash).map(|at| (at, dash.len()))).min();
    if let Some((at, length)) = first
        && names_nothing(&words[..at])
    {
        return Span { start: span.start + (at + length) as u32, end: span.end };
    }
    let last = DASHES.iter().filter_map(|dash| words.rfind(dash).map(|at| (at, dash.len()))).max();
    if let Some((at, length)) = last
        && (names_nothing(&words[at + length..]) || is_place(&words[at + length..]))
    {
        return Span { start: span.start, end: span.start + at as u32 };
    }
    span
}

/// « Stage chargé·e de mission » -> « chargé·e de mission »; « Stage démocratie locale » stays.
fn without_contract(line: &str, span: Span) -> Span {
    let folded = Folded::new(span.of(line));
    let Some(found) = CONTRACT_BEFORE_POST.find(folded.as_str()) else { return span };
    if opens_with_post(&folded.as_str()[found.end()..]) {
        Span { start: span.start + folded.source(found.range()).end, end: span.end }
    } else {
        span
    }
}

/// Whether words name a place alone: « Nantes », « Nantes (44) ».
fn is_place(words: &str) -> bool {
    let name = words.split('(').next().unwrap_or(words).trim();
    let rest = words[words.len().min(name.len())..].trim().trim_matches(['(', ')']);
    !crate::gazetteer::communes(name).is_empty()
        && rest.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

/// Whether words tell a kind of contract, a length or a rhythm, and no post.
pub(super) fn names_nothing(words: &str) -> bool {
    let folded = fold(words);
    let folded = folded.trim();
    !folded.chars().any(char::is_alphabetic) || NO_POST.is_match(folded)
}

/// The post in a sentence that recruits: « X recherche une stagiaire, chargée de mission … ».
fn recruited(line: &str) -> Option<Span> {
    let folded = Folded::new(line);
    let text = folded.as_str();
    let verb = RECRUITING.find(text)?;
    let starts = text[verb.end()..].char_indices().filter_map(|(at, c)| {
        let at = verb.end() + at;
        let word = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        (word && c.is_alphabetic() && opens_with_post(&text[at..])).then_some(at)
    });
    let start = starts.into_iter().next()?;
    let length =
        text[start..].find(['.', '!', '?', ';', ':', '\n']).map_or(text.len() - start, |end| {
            // The dot of inclusive writing ends nothing.
            let mut end = end;
            while text[start + end..].starts_with('.')
                && text[start + end + 1..].starts_with(char::is_alphabetic)
            {
                match text[start + end + 1..].find(['.', '!', '?', ';', ':', '\n']) {
                    Some(next) => end += 1 + next,
                    None => return text.len() - start,
                }
            }
            end
        });
    Some(shortened(line, trimmed(line, folded.source(start..start + length))))
}

fn trimmed(line: &str, span: Span) -> Span {
    let words = span.of(line);
    // Signs and pictures around a title decorate it.
    let open = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | ':' | '|' | ',' | ';' | '!' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F300}'..='\u{1FAFF}')
    };
    let start = words.len() - words.trim_start_matches(open).len();
    let end = words.trim_end_matches(open).len();
    Span::new(span.start as usize + start.min(end)..span.start as usize + end)
}

/// At most [`LONGEST`] characters, whole words.
fn shortened(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let Some((cut, _)) = words.char_indices().nth(LONGEST) else { return span };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    Span { start: span.start, end: span.start + end as u32 }
}

/// As a card shows it: a capital first; a shouted title in small letters.
fn presented(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters >= 8 && !words.chars().any(char::is_lowercase);
    let quiet = if shouted { words.to_lowercase() } else { words.to_owned() };
    let mut chars = quiet.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => quiet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<String> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer);
        offer.title
    }

    #[test]
    fn titles_name_the_post_alone() {
        let cases = [
            (
                "Les Jardins (Nantes – 44000) – Stage fin d’études 6 mois – Jardinier·ère en chef",
                "Jardinier·ère en chef",
            ),
            ("Les Jardins (Nantes) – ASSISTANT.E COMMUNICATION", "Assistant.e communication"),
            (
                "Les Jardins (Nantes-44000)Stage jardin et communication",
                "Stage jardin et communication",
            ),
            (
                "Les Jardins (44000) – Stage chargé.e de culture – Serres et vergers",
                "Chargé.e de culture – Serres et vergers",
            ),
            (
                "Les Jardins (44000) – Chargé·e de projet jardin – Stage",
                "Chargé·e de projet jardin",
            ),
            ("Les Jardins (Nantes 44000) – L’art du jardin [stage recherche]", "L’art du jardin"),
            ("Alternance: Assistant.e de culture", "Assistant.e de culture"),
            ("Fiche de poste – Alternance : Chargé.e de culture (H/F)", "Chargé.e de culture"),
            ("Poste : Chargé(e) de projet jardin", "Chargé(e) de projet jardin"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Chef(fe) de culture junior"),
            ("Jardinier F/H - Nantes (44)", "Jardinier"),
            (
                "Le Verger recherche pour mai sa ou son stagiaire, chargé.e de mission « pommes ».",
                "Chargé.e de mission « pommes »",
            ),
            (
                "Planète (Lyon) – Chargé.e d’étude stagiaire pour une durée de 4 à 6 mois environ",
                "Chargé.e d’étude stagiaire",
            ),
            ("Offre de stage\nIntitulé du poste : Jardinier\nTailler.", "Jardinier"),
            ("Stage", "Stage"),
        ];
        for (heading, expected) in cases {
            assert_eq!(title(heading).as_deref(), Some(expected), "{heading}");
        }
    }
}
