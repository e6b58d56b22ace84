//! The kind of body before a name, which adds nothing to it: « association Racines » is « Racines ».

use crate::text::fold;

/// What a house does, between its kind and its name.
const TRADES: [&str; 16] = [
    "web ",
    "digitale ",
    "immobilière ",
    "numérique ",
    "créative ",
    "de communication ",
    "de conseil ",
    "de design ",
    "de publicité ",
    "de voyages ",
    "de recrutement ",
    "de transport ",
    "de nettoyage ",
    "de production ",
    "d’études ",
    "d’ingénierie ",
];

/// Kinds of bodies that add nothing to the name behind them: « association Racines » is « Racines ».
const GENERIC: &[&str] =
    &["ong", "association", "societe", "entreprise", "start-up", "startup", "l'association"];

/// Whether an adjective that no name opens with alone stands first: « Française de … », « Nationale des … ».
fn is_of_a_land(words: &str) -> bool {
    let first = fold(words.split(' ').next().unwrap_or(words));
    matches!(
        first.as_str(),
        "francaise"
            | "nationale"
            | "generale"
            | "regionale"
            | "departementale"
            | "europeenne"
            | "centrale"
            | "nouvelle"
            | "internationale"
            | "lyonnaise"
            | "parisienne"
            | "bretonne"
    )
}

/// « ONG Racines » -> « Racines »: the kind of body before the name.
pub(in crate::extract) fn without_generic(words: &str) -> &str {
    match words.split_once(' ') {
        // « Société Française des Haies » is called so, and « Association Jean Martin » after somebody.
        Some((_, rest)) if is_of_a_land(rest) || is_of_somebody(rest) || is_for_something(rest) => {
            words
        }
        Some((kind, rest))
            if GENERIC.contains(&fold(kind).as_str())
                && rest
                    .trim_start_matches(['«', '"', ' ', '\u{A0}'])
                    .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) =>
        {
            rest
        }
        // « agence web Racines », « cabinet de conseil Racines »
        Some((
            "agence" | "cabinet" | "studio" | "bureau" | "start-up" | "startup" | "entreprise"
            | "société",
            rest,
        )) if TRADES.iter().any(|trade| {
            rest.strip_prefix(trade).is_some_and(|name| name.starts_with(char::is_uppercase))
        }) =>
        {
            rest.split_at(rest.find(char::is_uppercase).unwrap_or(0)).1
        }
        // « ONG française Racines », « entreprise familiale Racines »
        Some((kind, rest)) if GENERIC.contains(&fold(kind).as_str()) => {
            match rest.split_once(' ') {
                Some((adjective, name))
                    if name.starts_with(char::is_uppercase)
                        && (is_of_a_town(adjective)
                            || matches!(
                                fold(adjective).as_str(),
                                "francaise"
                                    | "belge"
                                    | "suisse"
                                    | "locale"
                                    | "familiale"
                                    | "independante"
                                    | "bretonne"
                                    | "francophone"
                                    | "internationale"
                            )) =>
                {
                    name
                }
                _ => words,
            }
        }
        _ => words,
    }
}

/// « toulousaine », « nantaise », « lilloise »
fn is_of_a_town(adjective: &str) -> bool {
    adjective.starts_with(char::is_lowercase)
        && adjective.chars().count() >= 7
        && ["aise", "oise", "aine", "ienne"].iter().any(|end| adjective.ends_with(end))
}

/// « POUR LA FORÊT », « DES TRANSPORTS DU LAC »: what a shouted name stands for.
fn is_for_something(words: &str) -> bool {
    let first = fold(words.split([' ', '’', '\'']).next().unwrap_or(words));
    matches!(first.as_str(), "pour" | "de" | "du" | "des" | "d" | "et" | "a" | "en")
}

/// « Jean Martin », « Marie-Louise Petit »: a first name, then one surname.
fn is_of_somebody(words: &str) -> bool {
    const FIRST: [&str; 36] = [
        "albert",
        "alexandre",
        "alice",
        "anne",
        "antoine",
        "camille",
        "charles",
        "claude",
        "edouard",
        "emile",
        "francois",
        "francoise",
        "georges",
        "henri",
        "hubert",
        "jacques",
        "jean",
        "jeanne",
        "joseph",
        "jules",
        "leon",
        "louis",
        "louise",
        "lucie",
        "marcel",
        "marguerite",
        "marie",
        "maurice",
        "michel",
        "paul",
        "philippe",
        "pierre",
        "raymond",
        "robert",
        "simone",
        "victor",
    ];
    let Some((first, surname)) = words.split_once(' ') else { return false };
    let first = fold(first);
    FIRST.contains(&first.split('-').next().unwrap_or(&first))
        && !surname.contains(' ')
        && surname.starts_with(char::is_uppercase)
}
