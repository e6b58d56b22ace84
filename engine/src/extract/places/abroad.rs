//! Cities abroad: no gazetteer lists them, so the text names their country, or they are known without it.
//!
//! Over 400 lines: the ways to name a country stand beside the cities that they tell.

use super::Candidate;
use super::spot::Spot;
use crate::document::Document;
use crate::extract::heading;
use crate::extract::rule::compile;
use crate::gazetteer;
use crate::offer::Place;
use crate::outline::Role;
use crate::text::fold;
use regex::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A country, and the region of it where a name tells one.
type Country = (&'static str, Option<&'static str>);

static COUNTRIES: LazyLock<BTreeMap<String, Country>> =
    LazyLock::new(|| lexicon(include_str!("../lexicon/countries.txt")));

static CITIES: LazyLock<BTreeMap<String, Country>> =
    LazyLock::new(|| lexicon(include_str!("../lexicon/cities-abroad.txt")));

fn lexicon(text: &'static str) -> BTreeMap<String, Country> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            Some((fold(columns.next()?), (columns.next()?, columns.next())))
        })
        .collect()
}

/// Whether folded words are the name of a country, or of a city abroad that is known without it.
pub(in crate::extract) fn is_named(folded: &str) -> bool {
    COUNTRIES.contains_key(folded) || CITIES.contains_key(folded)
}

/// Any of the names, as a whole word.
fn any_of(names: &BTreeMap<String, Country>) -> Regex {
    let mut names: Vec<String> = names.keys().map(|name| regex::escape(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    compile(&format!(r"\b(?:{})\b", names.join("|")))
}

static COUNTRY: LazyLock<Regex> = LazyLock::new(|| any_of(&COUNTRIES));
static CITY: LazyLock<Regex> = LazyLock::new(|| any_of(&CITIES));
static CANADIAN_CODE: LazyLock<Regex> = LazyLock::new(|| compile(r"\b[a-z]\d[a-z] ?\d[a-z]\d\b"));

/// Whether the words right after a commune's name put it abroad: « Vienne (Autriche) ».
pub(super) fn is_abroad(document: &Document, range: &Range<usize>) -> bool {
    let (start, line) = document.folded_line(range.start);
    let after = line.get(range.end - start..).unwrap_or("");
    let rest = after.trim_start_matches([' ', ',', '(', '/', '-']);
    rest.len() < after.len() && COUNTRY.find(rest).is_some_and(|country| country.start() == 0)
}

/// The workplaces abroad that the text names.
pub(super) fn abroad(document: &Document) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = labelled(document)
        .into_iter()
        .chain(labelled_together(document))
        .chain(coded(document))
        .chain(of_heading(document))
        .chain(in_brackets(document))
        .collect();
    let text = document.folded.as_str();
    for found in COUNTRY.find_iter(text).filter(|found| is_name(document, &found.range())) {
        let country = COUNTRIES[found.as_str()];
        // « Le Verger – Niger, Tillabéri »: the city stands behind, and what stands before is no city.
        if let Some(city) = city_behind(document, found.range())
            && let Some((rule, score)) = lead(document, &found.range())
        {
            candidates.push(candidate(document, city.clone(), city, country, rule, score + 1));
            continue;
        }
        let city = city_before(document, found.start());
        let range = city.clone().unwrap_or(found.range());
        let told = city.as_ref().and_then(|city| told_beside(document, city));
        let Some((rule, score)) = lead(document, &range).or(told) else { continue };
        // A country alone is the workplace only where the words leave no doubt.
        if city.is_some() || score >= 72 {
            let of = city.unwrap_or(found.end()..found.end());
            candidates.push(candidate(document, range, of, country, rule, score));
        }
    }
    for found in CITY.find_iter(text).filter(|found| is_name(document, &found.range())) {
        let Some((rule, score)) = lead(document, &found.range()) else { continue };
        let country = CITIES[found.as_str()];
        candidates.push(candidate(document, found.range(), found.range(), country, rule, score));
    }
    candidates
}

fn lead(document: &Document, range: &Range<usize>) -> Option<(&'static str, i32)> {
    let spot = Spot { document, range: range.clone(), word: false, part: false, coded: false };
    spot.led_to().filter(|(rule, _)| !matches!(*rule, "mention" | "recruiter-of"))
}

/// How sure the words around a city are that has its country behind: « Le Verger (Ziguinchor, Sénégal) » in a heading,
/// « ouvre à Sion (Suisse) un poste ».
fn told_beside(document: &Document, city: &Range<usize>) -> Option<(&'static str, i32)> {
    static RECRUITS: LazyLock<Regex> = LazyLock::new(|| {
        compile(r"\b(?:ouvr|recrut|propos|recherch|cherch|pourvoir)\w*[^.;\n]{0,30} (?:a|au|aux) $")
    });
    let (start, line) = document.folded_line(city.start);
    let before = &line[..city.start - start];
    let heads = matches!(
        document.role_at(document.source(city.clone()).start),
        Role::Title | Role::Heading
    );
    if heads && before.ends_with('(') {
        return Some(("bracket", 70));
    }
    RECRUITS.is_match(before).then_some(("recruits-at", 64))
}

/// Where a postal code names the country: « Lieu de travail : 11 rue Haute, L-1628 Luxembourg ».
fn coded(document: &Document) -> Option<Candidate> {
    static CODED: LazyLock<Regex> = LazyLock::new(|| {
        compile(r"\b(?P<country>l|b|ch|d)-\d{4,5} (?P<city>[a-z][a-z'-]{2,}(?:-[a-z]+)*)")
    });
    CODED.captures_iter(document.folded.as_str()).find_map(|found| {
        let city = found.name("city")?.range();
        let country = match &found["country"] {
            "l" => "Luxembourg",
            "b" => "Belgique",
            "ch" => "Suisse",
            _ => "Allemagne",
        };
        let (rule, score) = lead(document, &city).filter(|_| is_name(document, &city))?;
        Some(candidate(document, city.clone(), city, (country, None), rule, score))
    })
}

fn candidate(
    document: &Document,
    range: Range<usize>,
    city: Range<usize>,
    (country, region): Country,
    rule: &'static str,
    score: i32,
) -> Candidate {
    let words = document.source(city).of(&document.text);
    let place = Place {
        city: (!words.is_empty()).then(|| words.to_owned()),
        region: region.map(str::to_owned),
        country: Some(country.to_owned()),
        ..Place::default()
    };
    Candidate { place, span: document.source(range), rule, score }
}

/// Whether a folded range stands for a name of its own: a capital first, no letter, dash or at sign around.
fn is_name(document: &Document, range: &Range<usize>) -> bool {
    let text = document.folded.as_str();
    let words = document.source(range.clone()).of(&document.text);
    let glued = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '@' | '.' | '_'));
    let after = text[range.end..].chars();
    let dot = text[range.end..].starts_with('.')
        && !after.clone().nth(1).is_some_and(char::is_alphanumeric);
    words.starts_with(char::is_uppercase)
        && !glued(text[..range.start].chars().next_back())
        && (dot || !glued(text[range.end..].chars().next()))
}

/// The cities in brackets behind their country: « Lieu : au Bénin (Djougou et Parakou) », « un séjour au Québec (Matane) ».
fn in_brackets(document: &Document) -> Vec<Candidate> {
    /// What leads to a country where a part of the work is done.
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"\b(?:sejours?|terrains?|mission|stage|enquetes?|collect\w+)\b[^.;\n]{0,60} (?:au|aux|en) $",
        )
    });
    /// A label that leads to one where all of it is done.
    static LABEL: LazyLock<Regex> =
        LazyLock::new(|| compile(r"^[^a-z0-9\n]*lieux?(?: d[^:\n]{0,25})? ?: ?(?:au |aux |en )?$"));
    static INSIDE: LazyLock<Regex> =
        LazyLock::new(|| compile(r"^ \((?P<cities>[a-z][a-z' ,-]{2,80})\)"));
    let text = document.folded.as_str();
    let mut candidates = Vec::new();
    for found in COUNTRY.find_iter(text).filter(|found| is_name(document, &found.range())) {
        let Some(cities) = INSIDE.captures(&text[found.end()..]).and_then(|it| it.name("cities"))
        else {
            continue;
        };
        let (start, line) = document.folded_line(found.start());
        let before = &line[..found.start() - start];
        let (rule, score) = match (LABEL.is_match(before), PART.is_match(before)) {
            (true, _) => ("label-abroad", 93),
            (_, true) => (super::leads::PART, 84),
            _ => continue,
        };
        let mut at = found.end() + cities.start();
        for name in cities.as_str().split(", ").flat_map(|part| part.split(" et ")) {
            let from = at + text[at..].find(name).unwrap_or(0);
            at = from + name.len();
            let written = document.source(from..at).of(&document.text);
            let is_city = written.starts_with(char::is_uppercase)
                && name.split(' ').count() <= 3
                && !COUNTRIES.contains_key(name)
                && !heading::names_post(written);
            if is_city {
                let country = COUNTRIES[found.as_str()];
                let mut city = candidate(document, from..at, from..at, country, rule, score);
                city.place.city = city.place.city.map(|name| with_its_hyphen(&name));
                candidates.push(city);
            }
        }
    }
    candidates
}

/// « SteFélicité » -> « Ste-Félicité »: an extract loses the hyphen at which a line ended.
fn with_its_hyphen(name: &str) -> String {
    for saint in ["Ste", "St"] {
        if let Some(rest) = name.strip_prefix(saint).filter(|it| it.starts_with(char::is_uppercase))
        {
            return format!("{saint}-{rest}");
        }
    }
    name.to_owned()
}

/// The name right before a country: « Guimarães, Portugal », « Natitingou (Bénin) ».
fn city_before(document: &Document, country: usize) -> Option<Range<usize>> {
    let (start, line) = document.folded_line(country);
    let before = &line[..country - start];
    // « à Cochabamba, en Bolivie »
    const LINKS: &[&str] =
        &["en ", "au ", "aux ", "dans le ", "dans la ", "province de ", "canton de "];
    let before = LINKS
        .iter()
        .find_map(|link| before.strip_suffix(link).filter(|rest| rest.ends_with([',', ' '])))
        .unwrap_or(before);
    let parted = before.trim_end_matches([' ', ',', '(', '/', '-']);
    let gap = before[parted.len()..].trim();
    // « Le Verger (Ziguinchor, Sénégal) »: the name begins in the bracket.
    let open = parted.rfind('(').map_or(0, |open| open + 1);
    if !matches!(gap, "," | "(" | "/" | "-") {
        return None;
    }
    // Words from the last one back, as long as they have a capital or join two that have.
    let mut from = parted.len();
    let mut first = None;
    for word in parted[open..].rsplit(' ').take(4) {
        let begin = from - word.len();
        let range = start + begin..start + from;
        let capital = document.source(range).of(&document.text).starts_with(char::is_uppercase);
        let contract = matches!(word, "vie" | "vsi" | "stage" | "cdi" | "cdd" | "mission");
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\''));
        if !letters || contract || word.is_empty() {
            break;
        }
        if capital {
            first = Some(begin);
        } else if !matches!(word, "de" | "du" | "la" | "le" | "el" | "al" | "da" | "do") {
            break;
        }
        if begin <= open {
            break;
        }
        from = begin - 1;
    }
    first.map(|first| start + first..start + parted.len())
}

/// The name right behind a country, up to the end of its line or of its fact: « CANADA - MONTRÉAL », « Niger, Tillabéri ».
fn city_behind(document: &Document, country: Range<usize>) -> Option<Range<usize>> {
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        compile(r"^(?: - |, | / | : )(?P<city>[a-z][a-z'-]{2,}(?: [a-z'-]{2,}){0,2})(?:$| ?[·|(])")
    });
    // What is no city behind a country: another country, a continent, a region of France.
    const WIDER: &[&str] = &["afrique", "europe", "asie", "amerique", "ue", "union", "caraibe"];
    let (start, line) = document.folded_line(country.start);
    let before = line[..country.start - start].trim_end();
    let opens = before.is_empty() || before.ends_with(['-', '|', '·', '/', ':', '📍']);
    let found = BEHIND.captures(&line[country.end - start..]).filter(|_| opens)?;
    let city = found.name("city")?;
    let words = city.as_str();
    let range = country.end + city.start()..country.end + city.end();
    let written = document.source(range.clone()).of(&document.text);
    let first = words.split(' ').next().unwrap_or("");
    let wider = COUNTRIES.contains_key(words)
        || gazetteer::region_named(words).is_some()
        || WIDER.iter().any(|name| first.starts_with(name));
    let capitals = written.split([' ', '-']).all(|word| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "de" | "du" | "la" | "le" | "el" | "al" | "da" | "do" | "sur")
    });
    let named = gazetteer::communes(words).is_empty() && !heading::names_post(written);
    (!wider && capitals && named).then_some(range)
}

/// Where labels name a country and a city: « Pays : Bénin », « Ville : Natitingou ».
fn labelled(document: &Document) -> Option<Candidate> {
    static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^[^a-z0-9\n]*pays(?: (?:de (?:la )?mission|d'accueil|d'affectation|d'exercice))?{sep}(?P<country>[a-z][a-z' -]+)",
        )
    });
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^[^a-z0-9\n]*(?:ville|lieu|localisation|localite|affectation)(?: [^:\n]{0,25})?{sep}(?P<city>[a-z][a-z' -]*[a-z])",
        )
    });
    let text = document.folded.as_str();
    let (found, country) = LABELLED.captures_iter(text).find_map(|found| {
        let named = found.name("country")?;
        let country = COUNTRY.find(named.as_str()).filter(|country| country.start() == 0)?;
        Some((named.start()..named.start() + country.end(), COUNTRIES[country.as_str()]))
    })?;
    let city = PLACE.captures_iter(text).find_map(|labelled| {
        let city = labelled.name("city")?.range();
        document
            .source(city.clone())
            .of(&document.text)
            .starts_with(char::is_uppercase)
            .then_some(city)
    });
    let of = city.clone().unwrap_or(found.end..found.end);
    Some(candidate(document, city.unwrap_or(found), of, country, "label-abroad", 93))
}

/// Where one label names both: « Lieu : Durbuy, province de Luxembourg, Belgique ».
fn labelled_together(document: &Document) -> Option<Candidate> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"^[^a-z0-9\n]*(?:lieux?(?: d[^:\n]{0,25})?|ville|localisation|localite|affectation|ou) ?[:|] ?(?P<city>[a-z][a-z' -]{1,30}?) ?[,(](?P<rest>[^\n:]{1,60})",
        )
    });
    PLACE.captures_iter(document.folded.as_str()).find_map(|found| {
        let (city, rest) = (found.name("city")?, found.name("rest")?);
        // Trips abroad are spoken of behind « avec », « déplacements ».
        let rest_words = rest.as_str().split([';', '.']).next().unwrap_or("");
        let trips =
            ["deplacement", "avec", "puis", "mission"].iter().any(|w| rest_words.contains(w));
        let country = COUNTRY
            .find_iter(rest_words)
            .filter(|country| {
                let range = rest.start() + country.start()..rest.start() + country.end();
                is_name(document, &range)
            })
            .last()?;
        let words = document.source(city.range()).of(&document.text);
        (!trips && words.starts_with(char::is_uppercase)).then(|| {
            let of = COUNTRIES[country.as_str()];
            candidate(document, city.range(), city.range(), of, "label-abroad", 92)
        })
    })
}

/// A city behind « basé à », where the heading names a country.
fn of_heading(document: &Document) -> Option<Candidate> {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"\b(?:(?:stage|poste|mission|stagiaire|volontaire)[^.\n]{0,40}base{e}|^(?:- )?base{e}|^(?:- )?(?:lieu(?: d[^:\n]{0,20})?|base) ?:) ?(?:a |au )?(?P<city>[a-z][a-z'-]+)",
        )
    });
    let first = fold(heading::opening(document).of(&document.text));
    let named = |names: &BTreeMap<String, Country>, pattern: &Regex| {
        pattern.find(&first).map(|found| names[found.as_str()])
    };
    let country = named(&COUNTRIES, &COUNTRY).or_else(|| named(&CITIES, &CITY))?;
    let city = NAMED.captures_iter(document.folded.as_str()).find_map(|found| {
        let city = found.name("city")?;
        let words = document.source(city.range()).of(&document.text);
        (words.starts_with(char::is_uppercase) && gazetteer::communes(words).is_empty())
            .then_some(city)
    })?;
    let mut found = candidate(document, city.range(), city.range(), country, "abroad", 88);
    let code = CANADIAN_CODE
        .find(&first)
        .filter(|_| country.0 == "Canada" && first.contains(city.as_str()));
    found.place.postal_code = code.map(|code| code.as_str().replace(' ', "").to_uppercase());
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_behind_a_country_hold_its_cities() {
        let cities = |text: &str| -> Vec<(String, &str)> {
            let found = in_brackets(&Document::of_text(text));
            found.into_iter().map(|it| (it.place.city.unwrap_or_default(), it.rule)).collect()
        };
        let named = |name: &str, rule| (name.to_owned(), rule);
        assert_eq!(
            cities("Jardinier\nUn séjour de deux mois au Québec (SteAnne et Matane)."),
            [named("Ste-Anne", "part-at"), named("Matane", "part-at")]
        );
        assert_eq!(
            cities("Jardinier\nLieu : Bénin (Djougou, Parakou)"),
            [named("Djougou", "label-abroad"), named("Parakou", "label-abroad")]
        );
        for other in [
            "Jardinier\nNos projets au Bénin (Djougou) grandissent.",
            "Jardinier\nUn séjour au Bénin (six mois).",
        ] {
            assert_eq!(cities(other), [], "{other}");
        }
    }

    #[test]
    fn every_city_abroad_has_a_country_of_the_other_lexicon_and_no_namesake() {
        let countries: Vec<&str> = COUNTRIES.values().map(|country| country.0).collect();
        for (city, (country, _)) in CITIES.iter() {
            assert!(countries.contains(country), "{city}: {country}");
            assert!(gazetteer::communes(city).is_empty(), "{city} is a commune");
        }
    }
}
