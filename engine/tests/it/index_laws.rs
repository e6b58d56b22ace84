//! An index comes back from its bytes, and bytes that are none are an error.

use crate::chance::Chance;
use crate::invented::{drawn, today};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Damaged, Index, VERSION, search};

#[test]
fn an_index_comes_back_from_its_bytes() {
    let mut chance = Chance::new(31);
    for _ in 0..100 {
        let dataset = drawn(&mut chance);
        let index = Index::build(&dataset);
        assert_eq!(index.to_bytes(), Index::build(&dataset).to_bytes(), "the same at each run");
        let opened = Index::open(index.to_bytes().to_vec(), &dataset).unwrap();
        assert_eq!(opened, index);
        for typed in ["", "stage", "charge rennes", "e"] {
            let query = Query::parse(typed);
            let answer = |index: &Index| search(&dataset, index, &query, today(), usize::MAX);
            assert_eq!(answer(&opened), answer(&index), "{typed}");
        }
    }
}

#[test]
fn changed_bytes_are_an_error() {
    let mut chance = Chance::new(32);
    let dataset = drawn(&mut chance);
    let whole = Index::build(&dataset).to_bytes().to_vec();
    for length in 0..whole.len() {
        assert!(Index::open(whole[..length].to_vec(), &dataset).is_err(), "cut at {length}");
    }
    for _ in 0..2000 {
        let mut bytes = whole.clone();
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
        assert!(Index::open(bytes, &dataset).is_err(), "changed at {at}");
    }
    let mut later = whole.clone();
    later[4] += 1;
    assert_eq!(Index::open(later, &dataset).unwrap_err(), Damaged::Version(VERSION + 1));
    assert_eq!(
        Index::open(
            &b"anything else, long enough to be looked at by whoever opens it"[..],
            &dataset
        )
        .unwrap_err(),
        Damaged::NoIndex
    );
    let (count, none) = (dataset.offers.len() as u32, Dataset::default());
    assert_eq!(Index::open(whole, &none).unwrap_err(), Damaged::OtherOffers(count));
}
