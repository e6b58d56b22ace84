//! Which words name a body that recruits: by the noun that opens them (`lexicon/bodies.txt`), or by their capitals.
//!
//! Over 400 lines: each question is asked by the others.

mod generic;
mod stranger;

use crate::gazetteer;
use crate::lexicon::{Openings, is_menu, opens_with_post};
use crate::text::fold;
pub(super) use generic::without_generic;
use std::sync::LazyLock;
use stranger::{
    counts_people, is_file, is_measure, is_street, names_languages, shares, tells_studies,
};

/// Longest name, in words.
const LONGEST: usize = 14;

/// Small words that join the words of a name.
const LINKS: &[&str] =
    &["de", "du", "des", "la", "le", "les", "et", "&", "en", "pour", "sur", "a", "aux", "au", "/"];

/// Words that open what is never the name of a recruiter: pronouns, parts of an ad, services of a house, portals.
static STRANGERS: LazyLock<Openings> =
    LazyLock::new(|| listed(include_str!("../lexicon/strangers.txt")));

/// Words that open a field of work, a sector or a service, and no recruiter's own name.
static SUBJECTS: LazyLock<Openings> =
    LazyLock::new(|| listed(include_str!("../lexicon/subjects.txt")));

/// The nouns of bodies.
static NOUNS: LazyLock<Openings> = LazyLock::new(|| listed(include_str!("../lexicon/bodies.txt")));

fn listed(list: &'static str) -> Openings {
    Openings::of(list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')))
}

/// Whether folded words open with one of the phrases, whole words only.
fn open_with_any(folded: &str, phrases: &Openings) -> bool {
    phrases.of_words(folded).iter().any(|phrase| opens_with(folded, phrase))
}

/// Whether folded words open with the noun of a body, alone or several: « menuiserie », « menuiseries ».
fn open_with_noun(folded: &str) -> bool {
    NOUNS.of_words(folded).iter().any(|noun| {
        let several = || folded.strip_prefix(noun)?.strip_prefix("s ");
        opens_with(folded, noun) || noun.len() > 5 && !noun.contains(' ') && several().is_some()
    })
}

/// Whether folded words open with this phrase, whole words only.
fn opens_with(folded: &str, phrase: &str) -> bool {
    folded.strip_prefix(phrase).is_some_and(|rest| {
        phrase.ends_with('\'') || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
    })
}

/// Folded words without their article.
fn bare(folded: &str) -> &str {
    ["le ", "la ", "les ", "l'", "un ", "une "]
        .iter()
        .find_map(|article| folded.strip_prefix(article))
        .unwrap_or(folded)
}

/// Whether words open with the noun of a body.
pub(super) fn opens_with_noun(words: &str) -> bool {
    let folded = fold(words);
    open_with_noun(bare(&folded))
}

/// Whether words open with the noun of a body and say which one: « mairie de Sète », « EHPAD Les Tilleuls ».
pub(super) fn names_body(words: &str) -> bool {
    let words = words.trim();
    let folded = fold(words);
    let which = || {
        let mut tail = words.split([' ', '\u{A0}', '’', '\'']).skip(1);
        tail.any(|word| {
            word.trim_start_matches(['«', '"', '“', '(']).starts_with(char::is_uppercase)
        })
    };
    let which = || which() || is_official(words);
    let shouted = || !words.chars().any(char::is_lowercase);
    open_with_noun(bare(&folded))
        && which()
        && (words.split_whitespace().count() <= LONGEST || shouted())
        && could_recruit_folded(words, &folded)
}

/// « Office français des sols », « Institut national des arbres »: one capital, and the adjective of a public body.
pub(super) fn is_official(words: &str) -> bool {
    let mut parts = words.split(' ');
    let noun = parts.next().unwrap_or("");
    let adjective = parts.next().map(fold);
    let more = parts.next().is_some();
    let known = adjective.is_some_and(|adjective| {
        matches!(
            adjective.trim_end_matches('e'),
            "national"
                | "nationale"
                | "francais"
                | "europeen"
                | "europeenn"
                | "regional"
                | "departemental"
                | "interdepartemental"
                | "interregional"
                | "intercommunal"
                | "international"
        )
    });
    noun.starts_with(char::is_uppercase) && known && more && open_with_noun(&fold(noun))
}

/// Whether words could be a recruiter's name: letters, no address, no post, no part of an ad. Whether it
/// may be a place is for the caller to know: « Sète recrute » names the town.
pub(super) fn could_recruit(words: &str) -> bool {
    let words = words.trim();
    could_recruit_folded(words, &fold(words))
}

fn could_recruit_folded(words: &str, folded: &str) -> bool {
    let bare = bare(folded);
    let kinds = |noun: &&str| noun.contains(' ') && opens_with(bare, noun);
    words.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
        && words.bytes().filter(u8::is_ascii_digit).count() <= 4
        && words.split_whitespace().count() <= LONGEST
        && !words.contains(['@', '€', '?', '!', ':', '=', '%'])
        && !is_street(folded)
        && !tells_studies(bare)
        && !is_measure(folded)
        && !counts_people(folded)
        && !names_languages(folded)
        && !folded.contains("http")
        && !folded.contains("www.")
        && !is_file(folded)
        && !shares(folded)
        && (!open_with_any(bare, &STRANGERS)
            || NOUNS.of_words(bare).iter().any(kinds)
            || is_numbered_sign(words))
        && !is_menu(folded)
        && (!opens_with_post(bare) || are_people_of_a_cause(words, bare))
        && !super::title::names_nothing_folded(folded)
}

/// « Agronomes Sans Murs », « Médecins du Monde »: several people, named after what they stand for.
fn are_people_of_a_cause(words: &str, bare: &str) -> bool {
    let mut parts = bare.split(' ');
    parts.next().is_some_and(|first| first.ends_with('s'))
        && matches!(parts.next(), Some("sans" | "pour" | "contre" | "solidaires"))
            | bare.ends_with(" du monde")
        && words.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() >= 2
        && words.contains(char::is_lowercase)
}

/// « Les Trois Chênes », « Les Deux Rives »: a name that counts, in capitals throughout.
fn is_numbered_sign(words: &str) -> bool {
    const NUMBERS: [&str; 9] =
        ["Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix"];
    let mut parts = words.split(' ');
    parts.next() == Some("Les")
        && parts.next().is_some_and(|number| NUMBERS.contains(&number))
        && parts.next().is_some_and(|noun| noun.starts_with(char::is_uppercase))
        && parts.next().is_none()
}

/// Whether words open with a field of work, a sector or a service: « Ressources Humaines », « Aéronautique ».
pub(super) fn speaks_of_work(words: &str) -> bool {
    let folded = fold(words);
    let bare = bare(folded.trim_start_matches(|c: char| !c.is_alphanumeric()));
    open_with_any(bare, &SUBJECTS)
}

/// Whether words name places and nothing else: « Nantes », « 44000 Nantes », « Nantes (44) ou Rennes », « Paris 10e ».
pub(super) fn is_place(words: &str) -> bool {
    if !words.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    let folded = fold(words);
    let known = |name: &str| {
        let name = name.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let name = ["-plage", " plage", "-ville", " centre", "-centre", " bourg"]
            .iter()
            .find_map(|part| name.strip_suffix(part))
            .unwrap_or(name);
        let name = name.trim_end_matches(" cedex").trim_end_matches(" eme").trim_end_matches(" e");
        gazetteer::is_named(name)
            || super::places::is_other_place(name)
            || matches!(name, "france" | "teletravail" | "paris")
    };
    // A commune's own hyphens and small words come first: « Saint-Denis », « Aix-en-Provence ».
    if words.starts_with(char::is_uppercase) && known(folded.trim()) {
        return true;
    }
    // « BANGUI (RÉPUBLIQUE CENTRAFRICAINE) »: no list names every town abroad.
    if let Some((town, country)) = folded.trim_end_matches(')').split_once(" (")
        && super::places::is_other_place(country)
        && words.starts_with(char::is_uppercase)
        && town.split(' ').count() <= 3
        && !names_body(words)
    {
        return true;
    }
    let parts = folded
        .split([',', '/', '(', ')', '|', '•'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" ou "))
        .flat_map(|part| part.split(" et "))
        .map(|part| {
            let part = part.trim();
            ["basee a ", "base a ", "basee.e a ", "a ", "en ", "secteur ", "region "]
                .iter()
                .find_map(|small| part.strip_prefix(small))
                .unwrap_or(part)
                .trim_matches(|c: char| !c.is_alphanumeric())
        })
        .filter(|part| !part.is_empty());
    let numbered = |part: &str| part.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let mut any = false;
    let all = parts.into_iter().all(|part| {
        let place = known(part) || arrondissement(part);
        any |= place;
        place || numbered(part)
    });
    all && any
}

/// « paris 10e », « lyon 3eme ».
fn arrondissement(part: &str) -> bool {
    part.split_once(' ').is_some_and(|(city, number)| {
        matches!(city, "paris" | "lyon" | "marseille")
            && number.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// « leVerger », « eRacines »: a name that opens with a few small letters of its own.
pub(super) fn is_camel(word: &str) -> bool {
    const SMALL: usize = 4;
    let small = word.chars().take_while(|c| c.is_lowercase()).count();
    (1..=SMALL).contains(&small)
        && word.chars().nth(small).is_some_and(char::is_uppercase)
        && word.chars().count() >= small + 3
        && word.chars().all(|c| c.is_alphanumeric())
}

/// The words of a name from the start of `words` on: capitals, joined by small words; an acronym in brackets behind.
pub(super) fn leading_name(words: &str) -> &str {
    let big = |word: &str| {
        let word = word.trim_start_matches(['«', '"', '“', '*', '_']);
        let word = ["d’", "d'", "l’", "l'", "D’", "D'", "L’", "L'"]
            .iter()
            .find_map(|elided| word.strip_prefix(elided))
            .unwrap_or(word);
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || is_camel(word)
    };
    let mut end = 0;
    let mut at = 0;
    for word in words.split(' ') {
        let stop = at + word.len();
        if word == "&" || LINKS.contains(&fold(word).as_str()) {
            at = stop + 1;
            continue;
        }
        let closed = word.trim_end_matches([',', '.', ';', ':', '!', '?', ')', '*', '_', '»', '"']);
        let bracket = word.starts_with('(');
        if bracket {
            let acronym = closed.trim_start_matches('(');
            if end > 0
                && word.contains(')')
                && acronym.chars().filter(|c| c.is_uppercase()).count() >= 2
            {
                end = at + word.find(')').unwrap_or(0) + 1;
            }
            break;
        }
        if !big(word) {
            break;
        }
        end = at + closed.len();
        if closed.len() < word.len() && !word.ends_with('»') {
            break;
        }
        at = stop + 1;
    }
    words[..end].trim()
}

/// « la mission locale » -> « mission locale », « L’Institut » -> « Institut »; « La Rochelle » keeps its article.
pub(super) fn without_article(words: &str) -> &str {
    for article in ["L’", "L'", "l’", "l'"] {
        if let Some(rest) = words.strip_prefix(article) {
            // « L’Étable à idées » is called so; « L’Association des jardins » opens a sentence.
            let own = article.starts_with('L')
                && rest.starts_with(char::is_uppercase)
                && (!opens_with_noun(rest) || rest.starts_with("Atelier "))
                && !opens_with_acronym(rest)
                && rest.contains(' ');
            return if own { words } else { rest };
        }
    }
    // « Notre agence Racines », « Notre association Le Fil ».
    if let Some((first, rest)) = words.split_once(' ')
        && matches!(first, "Notre" | "notre" | "Mon" | "mon" | "Ma" | "ma")
    {
        return match rest.split_once(' ') {
            Some((noun, name))
                if noun.starts_with(char::is_lowercase)
                    && (opens_with_noun(noun)
                        || matches!(noun, "employeur" | "boîte" | "boite"))
                    && name.starts_with(char::is_uppercase) =>
            {
                name
            }
            _ => words,
        };
    }
    match words.split_once(' ') {
        Some(("le" | "la" | "les", rest)) => rest,
        Some(("Le" | "La" | "Les", rest)) if rest.starts_with(char::is_lowercase) => rest,
        Some(("Le" | "La" | "Les" | "LE" | "LA" | "LES", rest)) if is_institution(rest) => rest,
        // « Le GRETA »: a sentence's article before an acronym.
        Some(("Le" | "La", rest)) if opens_with_acronym(rest) => rest,
        _ => words,
    }
}

/// « GRETA », « CPIE des Haies »: three capitals or more, and no other word shouted.
fn opens_with_acronym(words: &str) -> bool {
    let mut parts = words.split(' ');
    let shouted = |word: &str| {
        word.chars().count() >= 2 && word.chars().all(|c| c.is_uppercase() || c == '-')
    };
    parts.next().is_some_and(|first| first.chars().count() >= 3 && shouted(first))
        && !parts.any(shouted)
}

/// Whether words open with the noun of an institution, whose article is the sentence's and not its name's.
pub(super) fn is_institution(words: &str) -> bool {
    const INSTITUTIONS: &[&str] = &[
        "museum",
        "conservatoire",
        "observatoire",
        "ministere",
        "academie",
        "rectorat",
        "ch",
        "mairie",
        "ville",
        "commune",
        "ccas",
        "cias",
        "crous",
        "gie",
        "gip",
        "caf",
        "cpam",
        "sdis",
        "cpie",
        "chu",
        "centre",
        "universite",
        "departement",
        "region",
        "reseau",
        "association",
        "musee",
        "institut",
        "federation",
        "lycee",
        "college",
        "conseil",
        "communaute",
        "metropole",
        "syndicat",
        "groupe",
        "groupement",
        "fondation",
        "hopital",
        "prefecture",
        "parc",
        "chambre",
        "direction",
        "boulangerie",
        "restaurant",
        "cabinet",
        "societe",
        "laboratoire",
        "theatre",
        "compagnie",
        "mission",
        "office",
        "agence",
        "sarl",
        "sas",
        "scop",
        "ehpad",
        "caf",
        "cpam",
        "mjc",
        "cpie",
        "udaf",
        "ligue",
        "comite",
        "union",
        "ecole",
        "collectif",
        "cooperative",
        "haute ecole",
        "maison des jeunes",
        "maison de quartier",
        "maison pour tous",
        "maison departementale",
    ];
    let folded = fold(words);
    INSTITUTIONS.iter().any(|noun| opens_with(&folded, noun))
}

/// The letters and figures of a name, without its article and generic word: two writings of one name share them.
pub(super) fn key(words: &str) -> String {
    let folded = fold(without_generic(without_article(words.trim())));
    let name = folded.split(" (").next().unwrap_or(&folded);
    bare(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_capitals_name_bodies() {
        for name in [
            "Mairie de Sète",
            "Direction régionale de Sète",
            "la mission locale de Sète",
            "EHPAD Les Tilleuls",
            "VILLE DE SÈTE",
        ] {
            assert!(names_body(name), "{name}");
        }
        for name in [
            "École de commerce / Master marketing",
            "Sète",
            "notre association",
            "mairie",
            "Responsable de Groupe",
            "Service Culture",
        ] {
            assert!(!names_body(name), "{name}");
        }
    }

    #[test]
    fn names_are_runs_of_capitals() {
        let cases = [
            ("Racines et Feuilles pour un stage", "Racines et Feuilles"),
            ("Racines, première", "Racines"),
            ("Institut des Sols (IDS) et vous", "Institut des Sols (IDS)"),
            ("une équipe", ""),
        ];
        for (words, name) in cases {
            assert_eq!(leading_name(words), name, "{words}");
        }
    }

    #[test]
    fn places_alone_are_no_recruiters() {
        for place in [
            "Nantes",
            "Nantes (44)",
            "44000 Nantes",
            "Nantes ou Rennes",
            "Paris 10e",
            "Saint-Denis (93)",
        ] {
            assert!(is_place(place), "{place}");
        }
        for other in ["Nantes Habitat", "Énergie", "CDI", "jardins à Nantes"] {
            assert!(!is_place(other), "{other}");
        }
    }
}
