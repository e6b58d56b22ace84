//! A query survives its URL, and any URL gives a query.

use crate::chance::{Chance, PIECES};
use crate::invented::{REGIONS, date};
use tremplin_engine::offer::{Contract, Remote, StudyLevel};
use tremplin_engine::query::{Bounds, Filters, Openness, Query, Sort};

fn bounds<T: Copy + Ord>(chance: &mut Chance, values: &[T]) -> Bounds<T> {
    Bounds { least: chance.maybe(values), most: chance.maybe(values) }.in_order()
}

fn drawn(chance: &mut Chance) -> Query {
    let mut places: Vec<String> = chance.some(REGIONS).into_iter().map(str::to_owned).collect();
    places.extend(Some(chance.text(PIECES, 3)).filter(|place| !place.trim().is_empty()));
    let organisation = Some(chance.text(PIECES, 3)).filter(|name| !name.trim().is_empty());
    let days = ["2024-02-29", "2024-03-01", "2024-12-31"].map(date);
    Query {
        words: chance.text(PIECES, 5),
        filters: Filters {
            contracts: chance.some(Contract::ALL).into_iter().collect(),
            places: places.into_iter().collect(),
            radius: chance.maybe(&[0, 20, 100]),
            remotes: chance.some(Remote::ALL).into_iter().collect(),
            levels: chance.some(StudyLevel::ALL).into_iter().collect(),
            duration: bounds(chance, &[0, 6, 65535]),
            start: bounds(chance, &days),
            deadline: bounds(chance, &days),
            least_pay: chance.maybe(&[0, 800, u32::MAX]),
            organisations: organisation.into_iter().collect(),
            open: chance.some(Openness::ALL).into_iter().collect(),
        },
        sort: chance.maybe(Sort::ALL).unwrap_or_default(),
    }
}

#[test]
fn what_a_query_writes_reads_back() {
    let mut chance = Chance::new(2);
    for _ in 0..5000 {
        let query = drawn(&mut chance);
        let pairs = query.to_url();
        let read = Query::from_url(pairs.iter().map(|(key, value)| (*key, value.as_str())));
        assert_eq!(read, query, "{pairs:?}");
    }
}

/// What values of keys are made of, and what else may stand there.
const VALUES: &[&str] = &[
    "stage",
    "service civique",
    "é",
    "2024-02",
    "-31",
    "2023",
    "0",
    "7",
    "99999999999",
    "bac+5",
    " ",
    "\u{a0}",
    "Rennes",
    "km",
    "+",
    "limite",
    "%",
    "partiel",
];

#[test]
fn any_pairs_give_a_query() {
    let mut chance = Chance::new(3);
    let keys = [
        "q",
        "contrat",
        "lieu",
        "teletravail",
        "niveau",
        "ouvertes",
        "tri",
        "rayon",
        "é",
        "",
        "duree-min",
        "duree-max",
        "debut",
        "debut-max",
        "limite-min",
        "limite-max",
        "remuneration-min",
        "structure",
    ];
    for _ in 0..5000 {
        let pairs: Vec<_> = (0..4).map(|_| (chance.pick(&keys), chance.text(VALUES, 3))).collect();
        let query = Query::from_url(pairs.iter().map(|(key, value)| (*key, value.as_str())));
        let written = query.to_url();
        let read = Query::from_url(written.iter().map(|(key, value)| (*key, value.as_str())));
        assert_eq!(read, query, "{pairs:?}");
    }
}

#[test]
fn a_default_query_writes_nothing() {
    assert_eq!(Query::default().to_url(), []);
    assert_eq!(
        Query::from_url([("lieu", "\u{a0}"), ("q", ""), ("tri", "pertinence")]),
        Query::default()
    );
}
