//! Words that look like a name and are none: studies, buttons, files, addresses, measures, headcounts, languages.

use super::opens_with;

/// « École de commerce / Master marketing »: what a candidate has studied.
pub(super) fn tells_studies(bare: &str) -> bool {
    const DEGREES: [&str; 5] = ["master", "bac", "licence", "bts", "bachelor"];
    ["ecole", "universite", "formation", "cursus"].iter().any(|noun| opens_with(bare, noun))
        && bare.split([' ', '/', ',', '+']).any(|word| DEGREES.contains(&word))
}

/// « Partager Facebook LinkedIn Imprimer »: the buttons of a page.
pub(super) fn shares(folded: &str) -> bool {
    const BUTTONS: [&str; 14] = [
        "partager",
        "facebook",
        "linkedin",
        "twitter",
        "x",
        "whatsapp",
        "imprimer",
        "email",
        "mail",
        "copier",
        "lien",
        "instagram",
        "tweeter",
        "telegram",
    ];
    folded
        .split([' ', '/', '|', '·'])
        .filter(|word| !word.is_empty())
        .all(|word| BUTTONS.contains(&word))
}

/// « Fiche_jardinier.pdf »: a file to download.
pub(super) fn is_file(folded: &str) -> bool {
    [".pdf", ".doc", ".docx", ".odt", ".png", ".jpg"].iter().any(|ending| folded.ends_with(ending))
}

/// « 29 rue de la Gare », « 3 bis, avenue Foch »: an address.
pub(super) fn is_street(folded: &str) -> bool {
    const STREETS: [&str; 14] = [
        "rue",
        "avenue",
        "av",
        "boulevard",
        "bd",
        "place",
        "chemin",
        "route",
        "impasse",
        "quai",
        "allee",
        "cours",
        "zone",
        "za",
    ];
    let rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.trim_start_matches([',', ' ']);
    let rest = rest.strip_prefix("bis").or(rest.strip_prefix("ter")).unwrap_or(rest);
    let word = rest.trim_start_matches([',', ' ']).split([' ', '.']).next().unwrap_or("");
    folded.starts_with(|c: char| c.is_ascii_digit()) && STREETS.contains(&word)
}

/// « 4j/sem », « 35h hebdo », « 3 jours »: a figure and what it counts.
pub(super) fn is_measure(folded: &str) -> bool {
    let rest =
        folded.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ',' | '.'));
    let unit = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    rest.len() < folded.len()
        && matches!(
            unit,
            "j" | "jrs"
                | "jour"
                | "jours"
                | "h"
                | "heures"
                | "mois"
                | "sem"
                | "semaines"
                | "ans"
                | "k"
                | "poste"
                | "postes"
                | "km"
                | "kms"
                | "min"
                | "minutes"
                | "cdi"
                | "cdd"
                | "stage"
                | "stages"
        )
}

/// « 1 ou 2 salariés », « Moins de 10 agents »: how large a house is.
pub(super) fn counts_people(folded: &str) -> bool {
    const PEOPLE: [&str; 9] = [
        "salarie",
        "collaborat",
        "employe",
        "agent",
        "personne",
        "adherent",
        "benevole",
        "habitant",
        "etp",
    ];
    const AROUND: [&str; 10] =
        ["moins", "plus", "de", "d'", "environ", "entre", "jusqu'a", "a", "ou", "et"];
    let mut figures = false;
    for word in folded.split([' ', '-', '/']).filter(|word| !word.is_empty()) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            figures = true;
        } else if !AROUND.contains(&word) {
            return figures && PEOPLE.iter().any(|people| word.starts_with(people));
        }
    }
    false
}

/// « Français English », « FR EN NL »: the languages of a page.
pub(super) fn names_languages(folded: &str) -> bool {
    const LANGUAGES: [&str; 18] = [
        "francais",
        "english",
        "anglais",
        "deutsch",
        "allemand",
        "espanol",
        "espagnol",
        "italiano",
        "italien",
        "nederlands",
        "portugues",
        "brezhoneg",
        "euskara",
        "fr",
        "en",
        "de",
        "es",
        "nl",
    ];
    let mut words =
        folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| LANGUAGES.contains(&word))
}
