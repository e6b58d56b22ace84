//! Who recruits: labels, the heading, sentences that recruit or present, addresses that spell a name. The same name
//! proposed in several ways gains over one proposed once.

use super::Considered;
use super::body::{is_institution, is_place, key, names_body, without_article, without_generic};
use super::domain::Domains;
use super::rule::Candidate;
use crate::document::Document;
use crate::offer::{Field, Offer, SectionKind};
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

mod beside;
mod contacts;
mod line;
mod readers;
mod rules;
mod spelt;
mod tidy;
mod top;
mod whole;

pub(super) use beside::recruits_alone;

use beside::beside;
use contacts::above_contacts;
use line::{in_heading, is_acronym};
use rules::RULES;
use spelt::spelt;
use tidy::tidy;
use top::at_the_top;
use whole::{KINDS, runs_on};

/// Least score, all evidence added, for a name to be the recruiter's.
const ENOUGH: i32 = 52;

/// What another rule adds that proposes the same name, and how much all of them add at most.
const AGAIN: i32 = 6;
const AGAIN_AT_MOST: i32 = 18;

/// A name's place near the post alone says little, and adds to what else speaks for it.
const WEAK: i32 = 36;

/// How much less may speak for a fuller form of a name than for its best one.
const FULLER: i32 = 24;

/// Rules that no word of recruiting leads to, and how much less they say where the candidate is described.
const UNSAID: [&str; 4] = ["name-beside-the-post", "body-that-opens", "is-a", "body-that-acts"];
const ELSEWHERE: i32 = 30;

/// What an address adds whose host the name spells.
const SPELT: i32 = 18;

/// A name with all that speaks for it.
struct Group {
    key: String,
    best: Candidate<String>,
    rules: Vec<&'static str>,
    /// The same name with the noun of its body or the words behind it: « Commune de Sète » for « Sète ».
    fuller: Option<Candidate<String>>,
    /// Every way in which it was proposed.
    all: Vec<Candidate<String>>,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let domains = Domains::of(document);
    let Some(best) = strongest(candidates(document, offer, &domains), &domains) else {
        return;
    };
    if best.score < SAID && hides_its_name(document) {
        return;
    }
    offer.evidence.insert(Field::Organisation, best.evidence());
    offer.organisation = best.value.map(|name| {
        with_its_capital(as_the_body_writes(&with_its_article(name, document), document))
    });
}

/// Least score of a name that a label gives: it stands even where the text says that someone stays unnamed.
const SAID: i32 = 84;

/// « L’entreprise n’a pas souhaité communiquer son nom »: whatever else is named does not recruit.
fn hides_its_name(document: &Document) -> bool {
    static HIDES: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"n'a pas souhaite (?:communiquer|diffuser|divulguer) son (?:nom|identite)|(?:souhaite|desire|tient a) rester (?:anonyme|confidentiel)|(?:ses|les) coordonnees (?:de l'(?:entreprise|employeur) )?(?:vous |te |lui |leur )?(?:seront|sont) (?:communiquees|transmises|donnees)|(?:employeur|recruteur|entreprise|annonceur) (?:anonyme|confidentiel(?:le)?)\b",
        )
    });
    HIDES.is_match(document.folded.as_str())
}

/// Every name that a rule proposes, each with that rule's score alone, best first.
fn candidates(document: &Document, offer: &Offer, domains: &Domains) -> Vec<Candidate<String>> {
    let title = offer.evidence.get(Field::Title).map(|evidence| evidence.span);
    let mut candidates = RULES.candidates(document);
    candidates.extend(in_heading(document, domains, title));
    candidates.extend(beside(document, domains, title));
    candidates.extend(spelt(document, domains));
    candidates.extend(at_the_top(document, title));
    candidates.extend(above_contacts(document));
    for candidate in &mut candidates {
        // « École de commerce ou Master » stands among what the candidate has done.
        if UNSAID.contains(&candidate.rule)
            && document.kind_at(candidate.span.start) == SectionKind::Profile
        {
            candidate.score -= ELSEWHERE;
        }
        tidy(document, candidate);
    }
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    candidates
}

/// What may name the recruiter, as explanations show it.
pub(super) fn considered(document: &Document, offer: &Offer) -> Vec<Considered> {
    let candidates = candidates(document, offer, &Domains::of(document)).into_iter();
    candidates.map(Considered::from).collect()
}

/// « L'ÉTOILE », of which the text says « l'association L'ÉTOILE »: a capital inside a sentence makes the article the name's own.
fn with_its_article(name: String, document: &Document) -> String {
    let text = document.text.as_str();
    let own = ["L’", "L'", "La ", "Le ", "Les "].into_iter().find(|article| {
        let whole = format!("{article}{name}");
        let mut inside = text.match_indices(&whole).map(|(at, _)| at).filter(|&at| {
            let before = text[..at].trim_end_matches(['*', '_', '«', '"', '\u{A0}']);
            before.ends_with(' ') && before.trim_end().ends_with(char::is_lowercase)
        });
        let small = format!("{}{name}", article.to_lowercase());
        inside.next().is_some() && !text.contains(&small)
    });
    match own {
        Some(article) if !names_body(&name) => format!("{article}{name}"),
        _ => name,
    }
}

/// « mairie de Sète » as a card shows it: a capital first.
fn with_its_capital(name: String) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && names_body(&name) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => name,
    }
}

/// The name with the most evidence: its best rule, the others that propose it, the addresses that it spells.
fn strongest(candidates: Vec<Candidate<String>>, domains: &Domains) -> Option<Candidate<String>> {
    let mut groups: Vec<Group> = Vec::new();
    for candidate in candidates {
        let Some(name) = candidate.value.as_deref() else { continue };
        let key = key(name);
        // « … en télétravail depuis Porto) »: the end of a remark.
        let remark = name.contains(')') && !name.contains('(');
        if key.len() < 2 || remark || runs_on(name) || KINDS.contains(&key.as_str()) {
            continue;
        }
        let same = |group: &&mut Group| {
            group.key == key
                || key.len() >= 4
                    && group.key.len() >= 4
                    && (group.key.ends_with(&key)
                        || key.ends_with(&group.key)
                        || group.key.starts_with(&key)
                        || key.starts_with(&group.key))
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                group.all.push(candidate.clone());
                if !group.rules.contains(&candidate.rule) {
                    group.rules.push(candidate.rule);
                }
                let known = group.fuller.as_ref().unwrap_or(&group.best).value.as_deref();
                let more = key.len() > group.key.len()
                    && names_body(name)
                    && candidate.score + FULLER >= group.best.score
                    && (key.starts_with(&group.key) || is_institution(name))
                    && known.is_some_and(|known| {
                        known.len() < name.len()
                            && !names_body(known)
                            && !adds_a_place(known, name)
                            && !is_a_part(known, name)
                    });
                if more {
                    group.fuller = Some(candidate);
                }
            }
            None => {
                let rules = vec![candidate.rule];
                let all = vec![candidate.clone()];
                groups.push(Group { key, rules, best: candidate, fuller: None, all });
            }
        }
    }
    for group in &mut groups {
        group.best.score += AGAIN_AT_MOST.min(AGAIN * (group.rules.len() as i32 - 1));
        if group.best.value.as_deref().is_some_and(|name| domains.spell(name)) {
            group.best.score += SPELT;
        }
    }
    let best = groups.into_iter().min_by_key(|group| (-group.best.score, group.best.span))?;
    if best.best.score < ENOUGH {
        return None;
    }
    let Group { all, fuller, best, .. } = best;
    let chosen = fuller.unwrap_or(best);
    let bare = without_its_trade(chosen.value.as_deref()?);
    let alone = bare.and_then(|bare| {
        all.into_iter().find(|other| other.value.as_deref() == Some(bare) && other.rule == BESIDE)
    });
    Some(alone.unwrap_or(chosen))
}

/// The rule that reads names on lines of their own.
const BESIDE: &str = "name-beside-the-post";

/// « cabinet Racines Vives », « Groupe RACINES » -> the name alone, which a card may show so.
fn without_its_trade(name: &str) -> Option<&str> {
    const TRADES: [&str; 14] = [
        "cabinet",
        "groupe",
        "société",
        "agence",
        "studio",
        "restaurant",
        "magasin",
        "hôtel",
        "boulangerie",
        "entreprise",
        "Groupe",
        "enseigne",
        "brasserie",
        "start-up",
    ];
    let (noun, rest) = name.split_once(' ')?;
    (TRADES.contains(&noun) && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// Whether a longer form of a name only adds where it is: « agence Racines Vives de Sète » for « Racines Vives ».
fn adds_a_place(known: &str, name: &str) -> bool {
    name.rsplit_once(" de ")
        .or_else(|| name.rsplit_once(" à "))
        .is_some_and(|(front, place)| front.contains(known) && is_place(place))
}

/// « Réseau juridique des Racines Vives » for « Racines Vives »: something that the house has.
fn is_a_part(known: &str, name: &str) -> bool {
    let bare = |words: &str| fold(words).replace('-', " ");
    let inner = bare(known);
    let whole = inner.contains(' ') || is_acronym(known);
    let outer = bare(name);
    let front = outer.strip_suffix(inner.as_str());
    front.is_some_and(|front| whole && front.split_whitespace().count() > 2)
}

fn candidate(text: &str, words: &str, rule: &'static str, score: i32) -> Candidate<String> {
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    let value = without_generic(without_article(words)).to_owned();
    Candidate { value: Some(value), span: Span::new(start..start + words.len()), rule, score }
}

/// The name in the body's own case, when the heading shouts it.
fn as_the_body_writes(name: &str, document: &Document) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() >= 5
        && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    let body = document.folded.as_str().find('\n').unwrap_or(0);
    let folded = fold(name);
    let spelt = document.folded.as_str()[body..].match_indices(&folded).find_map(|(at, found)| {
        let words = document.source(body + at..body + at + found.len()).of(&document.text);
        words.chars().any(char::is_lowercase).then(|| words.to_owned())
    });
    match spelt {
        Some(words) if words.starts_with(char::is_uppercase) => words,
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_the_recruiter() {
        let cases = [
            (
                "LES JARDINS CONSEIL (Nantes -44) – Jardinier\nLes Jardins conseil taille.",
                "Les Jardins conseil",
            ),
            ("Université de Laval, Laval Québec (G1V 0A6) – Les sols", "Université de Laval"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Jardins.org"),
            ("Contrat doctoral à la RAVE Sète", "RAVE Sète"),
            (
                "Stage jardin à Plaine Neuve (au nord de Nantes)\nJardiner avec Plaine Neuve",
                "Plaine Neuve",
            ),
        ];
        for (text, expected) in cases {
            let mut offer = Offer::default();
            read(&Document::of_text(text), &mut offer);
            assert_eq!(offer.organisation.as_deref(), Some(expected), "{text}");
        }
        let mut offer = Offer::default();
        read(&Document::of_text("Jardinier à Nantes\nTailler les haies."), &mut offer);
        assert_eq!(offer.organisation, None);
    }
}
