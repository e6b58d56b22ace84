//! A query as `key=value` pairs, percent-decoded, and back: total both ways.
//!
//! The law: what [`write`] gives, [`read`] gives back.

use super::{Chosen, Openness, Query, Sort};
use crate::offer::{Contract, Remote, StudyLevel};
use crate::text::fold;

impl Openness {
    /// The value as URLs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "1",
            Self::Closed => "0",
        }
    }
}

impl Sort {
    /// The value as URLs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Relevance => "pertinence",
            Self::Deadline => "limite",
            Self::Start => "debut",
            Self::Pay => "remuneration",
            Self::Recent => "recent",
        }
    }
}

/// `contract` as URLs and attributes write it: without a space.
fn contract_word(contract: Contract) -> &'static str {
    match contract {
        Contract::ServiceCivique => "service-civique",
        other => other.word(),
    }
}

/// `remote` as URLs and attributes write it.
fn remote_word(remote: Remote) -> &'static str {
    match remote {
        Remote::None => "non",
        Remote::Partial => "partiel",
        Remote::Full => "total",
    }
}

/// Reads pairs; see [`Query::from_url`].
pub(super) fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Query {
    let mut query = Query::default();
    let mut sort = None;
    let filters = &mut query.filters;
    for (key, value) in pairs {
        match fold(key).as_str() {
            "q" if query.words.is_empty() => value.clone_into(&mut query.words),
            "contrat" => {
                // A typed « service civique » holds the space that parts two values.
                let value = fold(value).replace("service civique", "service-civique");
                choose(&mut filters.contracts, &value, |word| {
                    find(Contract::ALL, contract_word, word)
                });
            }
            "lieu" if !value.trim().is_empty() => {
                filters.regions.insert(value.to_owned());
            }
            "teletravail" => {
                choose(&mut filters.remotes, value, |word| find(Remote::ALL, remote_word, word));
            }
            "niveau" => choose(&mut filters.levels, value, level),
            "ouvertes" => {
                choose(&mut filters.open, value, |word| find(Openness::ALL, Openness::word, word));
            }
            "tri" => sort = sort.or_else(|| find(Sort::ALL, Sort::word, fold(value).trim())),
            _ => {}
        }
    }
    query.sort = sort.unwrap_or_default();
    query
}

/// Writes pairs; see [`Query::to_url`].
pub(super) fn write(query: &Query) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    let Query { words, filters, sort } = query;
    if !words.is_empty() {
        pairs.push(("q", words.clone()));
    }
    pairs.extend(filters.contracts.iter().map(|&c| ("contrat", contract_word(c).to_owned())));
    let regions = filters.regions.iter().filter(|region| !region.trim().is_empty());
    pairs.extend(regions.map(|region| ("lieu", region.clone())));
    pairs.extend(filters.remotes.iter().map(|&r| ("teletravail", remote_word(r).to_owned())));
    pairs.extend(filters.levels.iter().map(|&level| ("niveau", level.word().to_owned())));
    pairs.extend(filters.open.iter().map(|&open| ("ouvertes", open.word().to_owned())));
    if *sort != Sort::default() {
        pairs.push(("tri", sort.word().to_owned()));
    }
    pairs
}

/// Adds to `chosen` every value that the words of `text` name.
fn choose<T: Ord>(chosen: &mut Chosen<T>, text: &str, read: impl Fn(&str) -> Option<T>) {
    let text = fold(text);
    chosen.extend(text.split([',', ';', ' ']).filter_map(read));
}

fn find<T: Copy>(all: &[T], word: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|&value| word(value) == wanted)
}

/// `bac+5`, also where decoding made the plus a space, or left it encoded, or nobody typed it.
fn level(word: &str) -> Option<StudyLevel> {
    let number = word.strip_prefix("bac").unwrap_or(word);
    let number = number.strip_prefix('+').or(number.strip_prefix("%2b")).unwrap_or(number);
    StudyLevel::ALL.iter().copied().find(|level| level.word().strip_prefix("bac+") == Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_read_forgivingly() {
        type Pairs = &'static [(&'static str, &'static str)];
        let cases: [(Pairs, Pairs); 9] = [
            (&[("q", "l'agir"), ("q", "autre")], &[("q", "l'agir")]),
            (
                &[("contrat", "Stage, service civique")],
                &[("contrat", "stage"), ("contrat", "service-civique")],
            ),
            (&[("contrat", "cdi"), ("couleur", "bleu"), ("", "")], &[]),
            (
                &[("niveau", "bac 5"), ("niveau", "bac+3 4"), ("niveau", "bac%2B2")],
                &[
                    ("niveau", "bac+2"),
                    ("niveau", "bac+3"),
                    ("niveau", "bac+4"),
                    ("niveau", "bac+5"),
                ],
            ),
            (&[("niveau", "bac+9 5e 55")], &[]),
            (&[("lieu", "Île-de-France"), ("lieu", " ")], &[("lieu", "Île-de-France")]),
            (
                &[("Télétravail", "partiel;total")],
                &[("teletravail", "partiel"), ("teletravail", "total")],
            ),
            (&[("ouvertes", "2"), ("ouvertes", "1")], &[("ouvertes", "1")]),
            (&[("tri", "prix"), ("tri", "limite"), ("tri", "recent")], &[("tri", "limite")]),
        ];
        for (pairs, expected) in cases {
            let written = Query::from_url(pairs.iter().copied()).to_url();
            let written: Vec<_> =
                written.iter().map(|(key, value)| (*key, value.as_str())).collect();
            assert_eq!(written, expected, "{pairs:?}");
        }
    }
}
