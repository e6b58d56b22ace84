//! A query survives its URL, and any URL gives a query.

use crate::chance::{Chance, PIECES};
use crate::invented::REGIONS;
use tremplin_engine::offer::{Contract, Remote, StudyLevel};
use tremplin_engine::query::{Filters, Openness, Query, Sort};

fn drawn(chance: &mut Chance) -> Query {
    let mut regions: Vec<String> = chance.some(REGIONS).into_iter().map(str::to_owned).collect();
    regions.extend(Some(chance.text(PIECES, 3)).filter(|region| !region.trim().is_empty()));
    Query {
        words: chance.text(PIECES, 5),
        filters: Filters {
            contracts: chance.some(Contract::ALL).into_iter().collect(),
            regions: regions.into_iter().collect(),
            remotes: chance.some(Remote::ALL).into_iter().collect(),
            levels: chance.some(StudyLevel::ALL).into_iter().collect(),
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

#[test]
fn any_pairs_give_a_query() {
    let mut chance = Chance::new(3);
    let keys =
        ["q", "contrat", "lieu", "teletravail", "niveau", "ouvertes", "tri", "rayon", "é", ""];
    for _ in 0..5000 {
        let pairs: Vec<_> = (0..4).map(|_| (chance.pick(&keys), chance.text(PIECES, 3))).collect();
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
