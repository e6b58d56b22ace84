//! A query as `key=value` pairs, percent-decoded, and back: total both ways.
//!
//! The law: what [`write`] gives, [`read`] gives back.

use super::{Bounds, Chosen, FARTHEST_RADIUS, Openness, Query, Sort};
use crate::calendar::{Date, When, days_in_month};
use crate::offer::{Contract, Remote, StudyLevel};
use crate::text::fold;
use std::fmt::Display;

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
            Self::Distance => "proximite",
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
            "contrat" => choose(&mut filters.contracts, value, |word| match word {
                // A typed « service civique » holds the space that parts two values.
                "civique" => Some(Contract::ServiceCivique),
                _ => find(Contract::ALL, contract_word, word),
            }),
            "lieu" if !value.trim().is_empty() => filters.places.insert(value.to_owned()),
            "structure" if !value.trim().is_empty() => {
                filters.organisations.insert(value.to_owned());
            }
            "rayon" => first(&mut filters.radius, short(value, FARTHEST_RADIUS)),
            "duree-min" => first(&mut filters.duration.least, short(value, u16::MAX)),
            "duree-max" => first(&mut filters.duration.most, short(value, u16::MAX)),
            "debut" => first(&mut filters.start.least, day(value, When::first_day)),
            "debut-max" => first(&mut filters.start.most, day(value, When::last_day)),
            "limite-min" => first(&mut filters.deadline.least, day(value, When::first_day)),
            "limite-max" => first(&mut filters.deadline.most, day(value, When::last_day)),
            "remuneration-min" => first(&mut filters.least_pay, number(value, u32::MAX)),
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
    filters.duration = filters.duration.in_order();
    filters.start = filters.start.in_order();
    filters.deadline = filters.deadline.in_order();
    query.sort = sort.unwrap_or_default();
    query
}

/// The first of a single-valued key counts.
fn first<T>(bound: &mut Option<T>, value: Option<T>) {
    *bound = bound.take().or(value);
}

/// A whole number, its unit perhaps behind it: `800`, `20 km`. One that is too great is the greatest.
fn number(value: &str, most: u32) -> Option<u32> {
    let value = value.trim();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| value[..digits].parse().map_or(most, |number: u32| number.min(most)))
}

/// A number of months, or of kilometres.
fn short(value: &str, most: u16) -> Option<u16> {
    number(value, most.into()).map(|number| number as u16)
}

/// A day, or the first or last one of a month.
fn day(value: &str, of_month: fn(When) -> Date) -> Option<Date> {
    value.trim().parse().ok().map(of_month)
}

/// The month alone where the day is the one that [`day`] makes of it.
fn month_or_day(day: Date, of_month: u8) -> String {
    let mut text = day.to_string();
    if day.day() == of_month {
        text.truncate("YYYY-MM".len());
    }
    text
}

/// Writes pairs; see [`Query::to_url`].
pub(super) fn write(query: &Query) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    let Query { words, filters, sort } = query;
    if !words.is_empty() {
        pairs.push(("q", words.clone()));
    }
    pairs.extend(filters.contracts.iter().map(|&c| ("contrat", contract_word(c).to_owned())));
    let named = |name: &&String| !name.trim().is_empty();
    pairs.extend(filters.places.iter().filter(named).map(|place| ("lieu", place.clone())));
    add(&mut pairs, "rayon", filters.radius.map(|km| km.min(FARTHEST_RADIUS)));
    pairs.extend(filters.remotes.iter().map(|&r| ("teletravail", remote_word(r).to_owned())));
    pairs.extend(filters.levels.iter().map(|&level| ("niveau", level.word().to_owned())));
    add(&mut pairs, "duree-min", filters.duration.least);
    add(&mut pairs, "duree-max", filters.duration.most);
    for (keys, Bounds { least, most }) in
        [(["debut", "debut-max"], filters.start), (["limite-min", "limite-max"], filters.deadline)]
    {
        add(&mut pairs, keys[0], least.map(|day| month_or_day(day, 1)));
        let last = |day: Date| month_or_day(day, days_in_month(day.year(), day.month()));
        add(&mut pairs, keys[1], most.map(last));
    }
    add(&mut pairs, "remuneration-min", filters.least_pay);
    let organisations = filters.organisations.iter().filter(named);
    pairs.extend(organisations.map(|name| ("structure", name.clone())));
    pairs.extend(filters.open.iter().map(|&open| ("ouvertes", open.word().to_owned())));
    if *sort != Sort::default() {
        pairs.push(("tri", sort.word().to_owned()));
    }
    pairs
}

fn add(pairs: &mut Vec<(&'static str, String)>, key: &'static str, value: Option<impl Display>) {
    pairs.extend(value.map(|value| (key, value.to_string())));
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
        let cases: &[(Pairs, Pairs)] = &[
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
            (&[("rayon", "500 km"), ("rayon", "3")], &[("rayon", "100")]),
            (&[("rayon", "-3"), ("remuneration-min", "800,5 €")], &[("remuneration-min", "800")]),
            (
                &[("duree-min", "12"), ("duree-max", "6")],
                &[("duree-min", "6"), ("duree-max", "12")],
            ),
            (&[("duree-max", "99999999999999999999999")], &[("duree-max", "65535")]),
            (
                &[("debut", "2023-03"), ("debut-max", "2023-05-31"), ("limite-max", "2023-05-30")],
                &[("debut", "2023-03"), ("debut-max", "2023-05"), ("limite-max", "2023-05-30")],
            ),
            (&[("debut", "2023-13"), ("debut", "mars")], &[]),
            (&[("structure", "Le Verger"), ("structure", "")], &[("structure", "Le Verger")]),
        ];
        for &(pairs, expected) in cases {
            let written = Query::from_url(pairs.iter().copied()).to_url();
            let written: Vec<_> =
                written.iter().map(|(key, value)| (*key, value.as_str())).collect();
            assert_eq!(written, expected, "{pairs:?}");
        }
    }
}
