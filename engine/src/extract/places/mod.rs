//! Where the work takes place: communes of the gazetteer, chosen by the words that lead to them.
//!
//! The workplace wins over the heading, the heading over a contact's address; a head office, a colleague's town, a
//! station or a trip is no workplace.

mod abroad;
mod codes;
mod leads;

use super::rule::says;
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::gazetteer::{self, Hints, Mention, Resolution};
use crate::offer::{Evidence, Field, Offer, Place, Remote, SectionKind};
use crate::outline::Role;
use crate::segment;
use crate::span::Span;
use crate::text::fold;
use codes::{POSTAL_CODE, codes_alone, codes_anywhere, codes_near};
use leads::{ELSEWHERE, HEAD_OFFICE, LEADS, PATTERNS};
use regex::Regex;
use std::sync::LazyLock;

/// A place that the text names as the workplace.
#[derive(Clone, Debug)]
struct Candidate {
    place: Place,
    span: Span,
    rule: &'static str,
    score: i32,
}

pub(super) fn read(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    let mentions: Vec<Mention> = gazetteer::find(&document.folded, &document.text).collect();
    let mut candidates = Vec::new();
    let mut doubts = Diagnostics::new();
    for (number, mention) in mentions.iter().enumerate() {
        let Some((rule, score)) = led_to(document, mention) else { continue };
        let near = &mentions[number..mentions.len().min(number + 3)];
        candidates.extend(resolved(document, mention, near, rule, score, &mut doubts));
    }
    candidates.extend(codes_alone(document));
    candidates.extend(abroad::abroad(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    // Télétravail from anywhere: only a place that is said to be the workplace counts.
    if offer.remote == Some(Remote::Full) {
        candidates.retain(|candidate| candidate.score >= 80);
    }
    // Towns that are only spoken of: one alone may well be that of the post, several are not.
    let spoken_of = |candidate: &Candidate| candidate.rule == "mention";
    if candidates.first().is_some_and(spoken_of)
        && candidates.iter().any(|other| other.place.city != candidates[0].place.city)
    {
        candidates.clear();
    }
    // A workplace that is named, but not settled, is not replaced by an address in passing.
    if !doubts.is_empty() && candidates.first().is_some_and(|best| best.score < 60) {
        candidates.clear();
    }
    let Some(main) = candidates.first().cloned() else {
        diagnostics.extend(doubts.into_iter().next());
        return;
    };
    let mut places: Vec<Place> = Vec::new();
    let main_line = document.line_at(main.span.start);
    for candidate in &candidates {
        let known = places.iter_mut().find(|place| place.city == candidate.place.city);
        if let Some(place) = known {
            // Elsewhere the same commune stands with its postal code.
            place.postal_code = place.postal_code.take().or(candidate.place.postal_code.clone());
        } else if places.is_empty()
            || (document.line_at(candidate.span.start) == main_line && candidate.rule == main.rule)
        {
            places.push(candidate.place.clone());
        }
    }
    offer.places = places;
    offer.evidence.insert(Field::Places, Evidence { span: main.span, rule: main.rule.to_owned() });
}

/// By which words a mention is a workplace, and how surely.
fn led_to(document: &Document, mention: &Mention) -> Option<(&'static str, i32)> {
    if mention.communes.is_empty() || !mention.capital {
        return None;
    }
    let at = document.source(mention.range.clone()).start;
    let (line_start, line) = document.folded_line(mention.range.start);
    let before = &line[..mention.range.start - line_start];
    let role = document.role_at(at);
    if role == Role::Title {
        return in_title(document, mention, before);
    }
    let sentence = before.rsplit([';', '!', '?']).next().unwrap_or(before);
    let sentence = sentence.rfind(". ").map_or(sentence, |dot| &sentence[dot + 2..]);
    let after_code =
        POSTAL_CODE.find_iter(before).last().is_some_and(|code| before.len() - code.end() <= 1);
    if mention.part || names_a_street(before) {
        return None;
    }
    let led = LEADS.iter().zip(PATTERNS.iter()).find(|(_, pattern)| pattern.is_match(before));
    if let Some((lead, _)) = led
        && !(says(sentence, ELSEWHERE) || (lead.score < 84 && says(sentence, HEAD_OFFICE)))
        && (!mention.word
            || ((after_code || before.ends_with(": ")) && is_spelt(document, mention)))
        && !(lead.name == "label"
            && document.kind_at(at) == SectionKind::Apply
            && !says(before, &["lieu", "localisation"]))
    {
        let section =
            if document.kind_at(at) == SectionKind::About && lead.score < 80 { -25 } else { 0 };
        return Some((lead.name, lead.score + section - (before.len() / 40).min(4) as i32));
    }
    if !mention.word
        && (says(&heading_above(document, at), &["lieu", "localisation", "adresse", "ou ?"]))
    {
        return Some(("section", 85 + i32::from(after_code)));
    }
    let contact = says(sentence, ELSEWHERE)
        || says(sentence, HEAD_OFFICE)
        || document.kind_at(at) == SectionKind::Apply;
    let coded = after_code || !codes_near(document, &mention.range).is_empty();
    if coded && !mention.word {
        return Some(("address", if contact { 30 } else { 50 }));
    }
    let named = mention.is_commune() && (before.ends_with(" a ") || before.ends_with(", "));
    (named && !contact).then_some(("mention", 20))
}

/// Whether the text writes the commune's name with its accents: « Maire » is not Mairé.
fn is_spelt(document: &Document, mention: &Mention) -> bool {
    let words = document.source(mention.range.clone()).of(&document.text).to_lowercase();
    mention.communes.iter().any(|commune| commune.name().to_lowercase() == words)
}

/// A place in the offer's heading: in brackets, behind a dash, behind « à ».
fn in_title(document: &Document, mention: &Mention, before: &str) -> Option<(&'static str, i32)> {
    let first = document.text.split('\n').next().unwrap_or("");
    let span = document.source(mention.range.clone());
    if let Some(placed) = segment::placed(first) {
        let inside = placed.place.contains(&(span.start as usize));
        return inside.then_some(("heading", if mention.part { 60 } else { 75 }));
    }
    if mention.word || mention.part {
        return None;
    }
    let in_brackets = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
    let behind = before.ends_with(" a ") || before.ends_with("- ") || before.ends_with("| ");
    let alone = in_brackets && before.ends_with('(') || POSTAL_CODE.is_match(before);
    (alone || behind).then_some(("heading-end", 72))
}

/// The commune of a mention, with the codes and areas that stand beside it.
fn resolved(
    document: &Document,
    mention: &Mention,
    near: &[Mention],
    rule: &'static str,
    score: i32,
    diagnostics: &mut Diagnostics,
) -> Option<Candidate> {
    let text = document.folded.as_str();
    let name = &text[mention.range.clone()];
    let codes = codes_near(document, &mention.range);
    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    let close = |other: &&Mention| {
        other.range.start.saturating_sub(mention.range.end) <= 25 && other.range != mention.range
    };
    let departments: Vec<_> = near.iter().filter(close).filter_map(|m| m.department).collect();
    let regions: Vec<_> = near.iter().filter(close).filter_map(|m| m.region).collect();
    let hints = Hints { codes: &all, departments: &departments, regions: &regions };
    let span = document.source(mention.range.clone());
    let anywhere = codes_anywhere(document);
    let anywhere: Vec<&str> = anywhere.iter().map(String::as_str).collect();
    let resolution = match gazetteer::resolve(name, &hints) {
        Resolution::Ambiguous(_) => gazetteer::resolve(name, &Hints { codes: &anywhere, ..hints }),
        settled => settled,
    };
    match resolution {
        Resolution::Sure(commune) => {
            let mut place = commune.place();
            place.postal_code = codes.into_iter().find(|code| code.len() == 5);
            Some(Candidate { place, span, rule, score })
        }
        Resolution::Ambiguous(communes) => {
            if score >= 60 {
                let departments: Vec<&str> =
                    communes.iter().filter_map(|c| c.department()).map(|d| d.name).collect();
                diagnostics.push(diagnostic::ambiguous_place(
                    document.locate(span),
                    span.of(&document.text),
                    &departments,
                ));
            }
            None
        }
        Resolution::Unknown => None,
    }
}

/// « rue de Paris », « place de Nantes »: the name of a street.
fn names_a_street(before: &str) -> bool {
    static STREET: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"\b(?:rue|avenue|av\.|boulevard|bd|place|quai|route|chemin|cours|impasse|allee|faubourg|porte|square)(?: (?:de|du|des|d'|la|le|les|l'|saint))* ?'?$",
        )
    });
    STREET.is_match(before)
}

fn heading_above(document: &Document, at: u32) -> String {
    let above = document.line_at(at).map_or(0, |line| line + 1);
    let heading = document.lines[..above].iter().rfind(|line| line.role == Role::Heading);
    heading.map_or(String::new(), |line| fold(line.span.of(&document.text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<Place> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer, &mut Diagnostics::new());
        offer.places
    }

    fn city(text: &str) -> Option<String> {
        places(text).into_iter().next().and_then(|place| place.city)
    }

    #[test]
    fn leads_read_and_leave_their_phrases() {
        for lead in LEADS {
            for (phrase, expected) in lead.reads {
                assert_eq!(
                    city(&format!("Jardinier\n{phrase}")).as_deref(),
                    Some(*expected),
                    "{}: {phrase}",
                    lead.name
                );
            }
            for phrase in lead.leaves {
                let mut offer = Offer::default();
                let document = Document::of_text(&format!("Jardinier\n{phrase}"));
                read(&document, &mut offer, &mut Diagnostics::new());
                let rule =
                    offer.evidence.get(&Field::Places).map(|evidence| evidence.rule.as_str());
                assert_ne!(rule, Some(lead.name), "{phrase}");
            }
        }
    }

    #[test]
    fn headings_name_the_place() {
        let cases = [
            ("Le Verger (Rennes-35000) – Jardinier", "Rennes", Some("35000"), "35"),
            ("Le Verger (Martigues -13) – Jardinier", "Martigues", None, "13"),
            ("Le Verger (44 260 Savenay) – Jardinier", "Savenay", Some("44260"), "44"),
            ("Mairie (75011) – jardinier", "Paris", Some("75011"), "75"),
            ("Le Verger (Arles-13004)Stage verger et jardin", "Arles", Some("13004"), "13"),
            ("Jardinier à Saint-Denis (93)", "Saint-Denis", None, "93"),
            ("Jardinier H/F - Grenoble", "Grenoble", None, "38"),
        ];
        for (heading, city, code, department) in cases {
            let place = places(heading).into_iter().next().unwrap_or_default();
            let found =
                (place.city.as_deref(), place.postal_code.as_deref(), place.department.as_deref());
            assert_eq!(found, (Some(city), code, Some(department)), "{heading}");
        }
    }

    #[test]
    fn the_workplace_wins_over_the_heading() {
        let text = "Le Verger (Université de Rennes – 35000) – Jardinier\nLe stage se déroulera en présentiel dans les locaux du Verger à Chizé (12 route du Bois, 79170).\nDes ateliers ont lieu à Niort et Poitiers.";
        assert_eq!(city(text).as_deref(), Some("Chizé"));
    }

    #[test]
    fn cities_abroad_keep_their_country() {
        let place = &places(
            "Université de Laval, Laval Québec (G1V 0A6) – Les sols\nLe ou la stagiaire sera basé(e) à Rivièreblanche (laboratoire).",
        )[0];
        assert_eq!(
            (place.city.as_deref(), place.country.as_deref(), place.department.as_deref()),
            (Some("Rivièreblanche"), Some("Canada"), None)
        );
    }

    #[test]
    fn ambiguous_names_are_left_with_a_complaint() {
        let mut diagnostics = Diagnostics::new();
        let mut offer = Offer::default();
        read(&Document::of_text("Jardinier\nLieu : Saint-Denis"), &mut offer, &mut diagnostics);
        assert_eq!((offer.places.len(), diagnostics.len()), (0, 1));
    }
}
