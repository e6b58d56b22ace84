//! Where the work takes place: communes of the gazetteer, chosen by the words that lead to them.
//!
//! The workplace wins over the heading, the heading over a contact's address; a head office, a colleague's town, a
//! station or a trip is no workplace.

use super::gazetteer::{self, Hints, Mention, Resolution, by_postal_code};
use super::rule::says;
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Evidence, Field, Offer, Place, Remote, SectionKind};
use crate::outline::Role;
use crate::segment;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Words of a line that lead to a place, up to the place itself.
#[cfg_attr(not(test), expect(dead_code, reason = "the phrases are for readers and tests"))]
struct Lead {
    /// The rule's name.
    name: &'static str,
    /// A regular expression over the folded line before the place.
    pattern: &'static str,
    /// How much it says.
    score: i32,
    /// Phrases in which it leads to a place, and the place's commune.
    reads: &'static [(&'static str, &'static str)],
    /// Phrases in which it does not.
    leaves: &'static [&'static str],
}

/// From the surest to the weakest.
const LEADS: &[Lead] = &[
    Lead {
        name: "label",
        pattern: r"(?:^|[ -])(?:lieu(?:x)?(?: (?:de|du|d')? ?(?:travail|stage|la mission|mission|l'alternance|exercice|affectation|poste|residence))?|localisation|ville|commune|adresse(?: du (?:lieu de stage|lieu de travail|site))?|residence administrative|affectation|deroulement (?:du stage|de la mission)|site|implantation|ou)(?: [^:\n]{0,20})? ?: ?[^:\n]{0,70}$",
        score: 90,
        reads: &[
            ("Lieu : Sète", "Sète"),
            ("- Lieu de travail : Proximité Sète et chez les clients", "Sète"),
            ("Déroulement du stage: Sète centre et télétravail", "Sète"),
            ("Localisation : principalement basé sur Sète", "Sète"),
            ("Lieu de stage : Sète, près de la gare", "Sète"),
        ],
        leaves: &["Contact : mairie de Sète", "Date et lieu de l’entretien : à Sète"],
    },
    Lead {
        name: "label-run-together",
        pattern: r"^(?:- )?(?:lieu de (?:travail|stage|la mission|mission)|localisation|residence administrative) (?:a |au |en )?$",
        score: 84,
        reads: &[("Lieu de travail Sète", "Sète")],
        leaves: &["Le lieu de vie est à Sète"],
    },
    Lead {
        name: "based",
        pattern: r"(?:\b(?:poste|stage|mission|alternance|emploi|contrat|apprentissage|stagiaire|vous|tu|candidat{e})\b[^.\n]{0,40}\bbase{e}|^(?:- )?base{e})(?: principalement| de preference| idealement)? (?:a|au|aux|en|sur|dans|pres d[e'])\b[^.;\n]{0,70}$",
        score: 86,
        reads: &[
            ("Basé à Sète", "Sète"),
            ("Mission en contrat d’apprentissage basée à Sète, dès mars", "Sète"),
            ("Alternance basée au 9 rue du Port, 34200 Sète.", "Sète"),
            ("Pour ce poste basé de préférence à Sète (éventuellement à Lyon, à discuter)", "Sète"),
            ("Le ou la stagiaire sera basé(e) à Sète (laboratoire)", "Sète"),
        ],
        leaves: &["L’agence est basée à Sète", "Nous sommes une quinzaine, basés à Nantes et Sète"],
    },
    Lead {
        name: "takes-place",
        pattern: r"\b(?:stage|mission|poste|alternance|travail|activite|il|elle)\b[^.\n]{0,30}\b(?:se deroul\w*|aura lieu|auront lieu|s'effectu\w*|s'exerc\w*|realise{e}|accueilli{e}|affecte{e})\b[^.\n]{0,110}\b(?:a|au|de|sur|en) (?:la |le )?$",
        score: 87,
        reads: &[
            (
                "Le stage se déroulera en présentiel dans les locaux du Verger à Sète (9 route du Port)",
                "Sète",
            ),
            ("Il sera réalisé au sein de l’université de Sète", "Sète"),
        ],
        leaves: &["Les Rencontres auront lieu à Sète", "Vous participez aux ateliers à Sète"],
    },
    Lead {
        name: "post-at",
        pattern: r"\b(?:poste|stage|alternance|mission|cdd|cdi|service civique)(?: (?:a pourvoir|propose|situe{e}|de \d+ mois|conventionne))? (?:a|au) (?:la |le )?$",
        score: 83,
        reads: &[("- Poste à Sète et télétravail partiel possible", "Sète")],
        leaves: &["le poste de Sète est pourvu"],
    },
    Lead {
        name: "near",
        pattern: r"\ba proximite (?:immediate )?(?:de |d')$",
        score: 70,
        reads: &[("nous cherchons un ou une stagiaire à proximité de Sète", "Sète")],
        leaves: &["proche de la ville de Sète"],
    },
    Lead {
        name: "offices",
        pattern: r"\b(?:bureaux|locaux)\b[^.\n]{0,30}\b(?:situe{e}|se trouvent|sont)\b[^.\n]{0,40}$",
        score: 62,
        reads: &[("Les bureaux sont situés dans le centre de Sète", "Sète")],
        leaves: &["Le siège et les bureaux sont situés à Sète", "Les bureaux ferment à Sète"],
    },
    Lead {
        name: "team-of",
        pattern: r"\b(?:rejoindre|integrer|au sein de|renforcer)[^.\n]{0,30}\b(?:equipe|agence|antenne|bureau|delegation) (?:de |d')$",
        score: 58,
        reads: &[("intégrer dès que possible l’équipe de Sète", "Sète")],
        leaves: &["nos équipes de Sète interviennent partout"],
    },
];

/// Words before a place, in its sentence, that make it no workplace.
const ELSEWHERE: &[&str] = &[
    "siege",
    "deplacement",
    "reunion",
    "rencontres se",
    "entretien",
    "gare",
    "metro",
    "ligne",
    "tgv",
    "originaire",
    "contact",
    "candidature",
    "postuler",
    "courrier",
    "envoyer",
    "intervenons",
    "intervient",
];

static PATTERNS: LazyLock<Vec<Regex>> =
    LazyLock::new(|| LEADS.iter().map(|lead| super::rule::compile(lead.pattern)).collect());

/// A postal code, its thousands parted or not.
static POSTAL_CODE: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(r"(?:^|[^0-9a-z.])(?P<code>\d{2} ?\d{3})(?:[^0-9.,]|[.,](?:\D|$)|$)")
});
/// A département's number alone in brackets or behind a dash: `(35)`, `- 13)`.
static DEPARTMENT_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| super::rule::compile(r"[(-] ?(?P<code>\d{2}|2[ab]|97\d)\)"));
static CANADIAN_CODE: LazyLock<Regex> =
    LazyLock::new(|| super::rule::compile(r"\b[a-z]\d[a-z] ?\d[a-z]\d\b"));

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
    candidates.extend(abroad(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    // Télétravail from anywhere: only a place that is said to be the workplace counts.
    if offer.remote == Some(Remote::Full) {
        candidates.retain(|candidate| candidate.score >= 80);
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
        && !says(sentence, ELSEWHERE)
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
    let contact = says(sentence, ELSEWHERE) || document.kind_at(at) == SectionKind::Apply;
    (after_code && !mention.word).then_some(("address", if contact { 30 } else { 50 }))
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

/// Postal codes and département numbers just before or after a name, without spaces.
fn codes_near(document: &Document, range: &Range<usize>) -> Vec<String> {
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
fn codes_anywhere(document: &Document) -> Vec<String> {
    let codes = POSTAL_CODE.captures_iter(document.folded.as_str());
    codes.map(|found| found["code"].replace(' ', "")).collect()
}

fn floor(line: &str, at: usize) -> usize {
    (0..=at.min(line.len())).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0)
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

/// Labels and headings whose place is only a postal code: « Lieu : place Léon Blum – 75011 », « Mairie (75011) – … ».
fn codes_alone(document: &Document) -> Vec<Candidate> {
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
            _ if PATTERNS[0].is_match(before) && !says(before, ELSEWHERE) => ("label", 80),
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

/// A city abroad: behind « basé à », or in the heading, where a country or one of its provinces is named beside.
fn abroad(document: &Document) -> Option<Candidate> {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"\b(?:(?:stage|poste|mission|stagiaire|volontaire)[^.\n]{0,40}base{e}|^(?:- )?base{e}|^(?:- )?lieu(?: d[^:\n]{0,20})? ?:) ?(?:a |au )?(?P<city>[a-z][a-z'-]+)",
        )
    });
    let first = document.folded.as_str().split('\n').next().unwrap_or("");
    let mut cities =
        NAMED.captures_iter(document.folded.as_str()).filter_map(|found| found.name("city"));
    let (city, (country, region)) = cities.find_map(|city| {
        let words = document.source(city.range()).of(&document.text);
        let unknown =
            gazetteer::communes(words).is_empty() && words.starts_with(char::is_uppercase);
        let (_, line) = document.folded_line(city.start());
        let country = [first, line, city.as_str()].into_iter().find_map(country_in);
        country.filter(|_| unknown).map(|country| (city, country))
    })?;
    let span = document.source(city.range());
    let words = span.of(&document.text);
    let code =
        CANADIAN_CODE.find(first).filter(|_| country == "Canada" && first.contains(city.as_str()));
    let place = Place {
        city: Some(words.to_owned()),
        postal_code: code.map(|code| code.as_str().replace(' ', "").to_uppercase()),
        region: region.map(str::to_owned),
        country: Some(country.to_owned()),
        ..Place::default()
    };
    Some(Candidate { place, span, rule: "abroad", score: 88 })
}

/// The country that a name of `lexicon/abroad.txt` in these folded words tells.
fn country_in(folded: &str) -> Option<(&'static str, Option<&'static str>)> {
    include_str!("lexicon/abroad.txt").lines().filter(|line| !line.starts_with('#')).find_map(
        |line| {
            let mut columns = line.split('\t');
            let (name, country) = (columns.next()?, columns.next()?);
            let found = folded.match_indices(name).any(|(at, _)| {
                let around =
                    [folded[..at].chars().next_back(), folded[at + name.len()..].chars().next()];
                around.iter().all(|c| !c.is_some_and(char::is_alphanumeric))
            });
            found.then_some((country, columns.next()))
        },
    )
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
                assert_eq!(city(&format!("Jardinier\n{phrase}")), None, "{}: {phrase}", lead.name);
            }
        }
    }

    #[test]
    fn headings_name_the_place() {
        let cases = [
            ("Le Verger (Rennes-35000) – Jardinier", "Rennes", Some("35000"), "35"),
            ("Le Verger (Aix-en-Provence -13) – Jardinier", "Aix-en-Provence", None, "13"),
            ("Le Verger (44 620 La Montagne) – Jardinier", "La Montagne", Some("44620"), "44"),
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
        let text = "Le Verger (Université de Rennes – 35000) – Jardinier\nLe stage se déroulera en présentiel dans les locaux du Verger à Villiers-en-Bois (405 route du Bois, 79360).\nDes ateliers ont lieu à Niort et Poitiers.";
        assert_eq!(city(text).as_deref(), Some("Villiers-en-Bois"));
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
