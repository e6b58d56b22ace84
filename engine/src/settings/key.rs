//! Every name that `tremplin.toml` may hold, and how its value is taken.

use super::Settings;
use crate::query::Query;
use toml::de::DeValue;

/// What a value is for a name: done, or what to write instead.
pub(super) type Taken = Result<(), String>;

/// A name of a section.
pub(super) struct Key {
    /// As it is written.
    pub(super) name: &'static str,
    /// Puts the value where it belongs.
    pub(super) take: fn(&mut Settings, &DeValue<'_>) -> Taken,
}

/// The names of each section; `[filtres]` has the filters' own too, and `[logos]` those of recruiters.
pub(super) const SECTIONS: [(&str, &[Key]); 5] = [
    (
        "site",
        &[
            Key { name: "nom", take: |to, value| set(&mut to.site.name, text(value)) },
            Key { name: "titre", take: |to, value| set(&mut to.site.title, text(value)) },
            Key {
                name: "description",
                take: |to, value| set(&mut to.site.description, text(value)),
            },
            Key {
                name: "adresse",
                take: |to, value| set(&mut to.site.address, address(value).map(Some)),
            },
            Key { name: "langue", take: |to, value| set(&mut to.site.lang, lang(value)) },
            Key {
                name: "accent",
                take: |to, value| set(&mut to.site.accent, colour(value).map(Some)),
            },
        ],
    ),
    (
        "filtres",
        &[
            Key { name: "verrou", take: |to, value| set(&mut to.locked, filters(value)) },
            Key { name: "masquer", take: |to, value| set(&mut to.hidden, filters(value)) },
        ],
    ),
    (
        "offres",
        &[
            Key {
                name: "contacts",
                take: |to, value| set(&mut to.offers.mask_contacts, masked(value)),
            },
            Key {
                name: "garder",
                take: |to, value| set(&mut to.offers.keep_months, months(value).map(Some)),
            },
        ],
    ),
    ("logos", &[]),
    (
        "recherche",
        &[Key { name: "synonymes", take: |to, value| set(&mut to.synonyms, lines(value)) }],
    ),
];

/// The filters that a site's page may begin with: names of the public vocabulary.
pub(super) const FILTERS: [&str; 16] = [
    "q",
    "contrat",
    "lieu",
    "rayon",
    "teletravail",
    "niveau",
    "duree-min",
    "duree-max",
    "debut",
    "debut-max",
    "limite-min",
    "limite-max",
    "remuneration-min",
    "structure",
    "ouvertes",
    "tri",
];

fn set<T>(place: &mut T, value: Result<T, String>) -> Taken {
    *place = value?;
    Ok(())
}

fn text(value: &DeValue<'_>) -> Result<String, String> {
    let text = value.as_str().map(str::trim).filter(|text| !text.is_empty());
    text.map(str::to_owned).ok_or_else(|| "c'est un texte entre guillemets".to_owned())
}

fn address(value: &DeValue<'_>) -> Result<String, String> {
    let told = || "c'est l'adresse entière du site : \"https://exemple.fr/offres/\"".to_owned();
    let mut address = text(value).map_err(|_| told())?;
    let host = address.strip_prefix("https://").or(address.strip_prefix("http://"));
    let odd = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '?' | '#');
    if host.is_none_or(|host| host.is_empty() || host.starts_with('/')) || address.contains(odd) {
        return Err(told());
    }
    if !address.ends_with('/') {
        address.push('/');
    }
    Ok(address)
}

fn lang(value: &DeValue<'_>) -> Result<String, String> {
    match value.as_str() {
        Some(lang @ ("fr" | "en")) => Ok(lang.to_owned()),
        _ => Err("c'est \"fr\" ou \"en\"".to_owned()),
    }
}

fn colour(value: &DeValue<'_>) -> Result<String, String> {
    let six = |text: &&str| {
        text.strip_prefix('#').is_some_and(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        })
    };
    let colour = value.as_str().filter(six).map(str::to_ascii_lowercase);
    colour.ok_or_else(|| "c'est une couleur : \"#1d4ed8\"".to_owned())
}

fn masked(value: &DeValue<'_>) -> Result<bool, String> {
    match value.as_str() {
        Some("visibles") => Ok(false),
        Some("masqués" | "masques") => Ok(true),
        _ => Err("c'est \"visibles\" ou \"masqués\"".to_owned()),
    }
}

fn months(value: &DeValue<'_>) -> Result<u32, String> {
    let number = match value {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| "c'est un nombre de mois : 12".to_owned())
}

/// Names of filters.
fn filters(value: &DeValue<'_>) -> Result<Vec<String>, String> {
    let told = || format!("c'est une liste de noms de filtres parmi : {}", FILTERS.join(", "));
    let names = value.as_array().ok_or_else(told)?.iter().map(|name| {
        let name = name.get_ref().as_str().filter(|name| FILTERS.contains(name));
        name.map(str::to_owned).ok_or_else(told)
    });
    names.collect()
}

/// A list of texts, a line each.
fn lines(value: &DeValue<'_>) -> Result<String, String> {
    let told = || "c'est une liste de textes : [\"tri-porteur, vélo cargo\"]".to_owned();
    let texts = value.as_array().ok_or_else(told)?.iter().map(|text| text.get_ref().as_str());
    texts.map(|text| Some(text?.replace('\n', " ") + "\n")).collect::<Option<_>>().ok_or_else(told)
}

/// The value of the filter `name`, as attributes write it.
pub(super) fn filter(name: &str, value: &DeValue<'_>) -> Result<String, String> {
    let one = |value: &DeValue<'_>| match value {
        DeValue::String(text) => Some(text.trim().to_owned()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Some(if *yes { "1" } else { "0" }.to_owned()),
        _ => None,
    };
    let value = match value {
        DeValue::Array(values) => {
            let values: Option<Vec<String>> =
                values.iter().map(|value| one(value.get_ref())).collect();
            // Names hold spaces; words do not.
            let between = if matches!(name, "lieu" | "structure") { "; " } else { " " };
            values.map(|values| values.join(between))
        }
        value => one(value),
    };
    // A value that asks nothing is one that the filter does not know.
    let asks = |value: &String| {
        let query = Query::from_url([(name, value.as_str())]);
        !query.to_url().is_empty() || (name, value.as_str()) == ("tri", "pertinence")
    };
    value.filter(asks).ok_or_else(|| "ce filtre n'a pas cette valeur".to_owned())
}
