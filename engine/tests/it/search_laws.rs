//! What holds for every dataset and every query.

use crate::chance::{Chance, PIECES};
use crate::invented::{REGIONS, ask, drawn, today};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Contract, Remote, Status, StudyLevel};
use tremplin_engine::query::{Openness, Query, Sort};
use tremplin_engine::search::{Answer, Hit, Index, marks, search};
use tremplin_engine::span::Span;

/// A query whose words some drawn offers hold.
fn drawn_query(chance: &mut Chance) -> Query {
    let words =
        chance.pick(&["", "", "stage", "chargee ", "directrice rennes", "la", "bac+5 ", "e"]);
    let mut query = Query::parse(words);
    query.filters.contracts.extend(chance.some(Contract::ALL));
    query.filters.regions.extend(chance.some(REGIONS).into_iter().map(str::to_owned));
    query.filters.remotes.extend(chance.some(Remote::ALL));
    query.filters.levels.extend(chance.some(StudyLevel::ALL));
    query.filters.open.extend(chance.maybe(Openness::ALL));
    query.sort = chance.maybe(Sort::ALL).unwrap_or_default();
    query
}

/// How many hits `query` has once `choose` made one facet's only choice.
fn hits_after(dataset: &Dataset, query: &Query, choose: impl FnOnce(&mut Query)) -> u32 {
    let mut query = query.clone();
    choose(&mut query);
    ask(dataset, &query).hits.len() as u32
}

#[test]
fn a_facet_counts_the_hits_after_choosing_it() {
    let mut chance = Chance::new(4);
    let mut counted = 0;
    for _ in 0..150 {
        let dataset = drawn(&mut chance);
        let query = drawn_query(&mut chance);
        let facets = ask(&dataset, &query).facets;
        macro_rules! check {
            ($($facet:ident),+) => {$(
                for (value, count) in facets.$facet {
                    let choose = |query: &mut Query| query.filters.$facet = [value.clone()].into();
                    assert_eq!(count, hits_after(&dataset, &query, choose), "{value:?} {query:?}");
                    counted += count;
                }
            )+};
        }
        check!(contracts, regions, remotes, levels, open);
    }
    assert!(counted > 150, "the draw must have something to count: {counted}");
}

#[test]
fn closed_lists_are_whole_and_regions_come_by_name() {
    let mut chance = Chance::new(5);
    for _ in 0..50 {
        let facets = ask(&drawn(&mut chance), &Query::parse("xyzzy")).facets;
        assert!(facets.contracts.iter().map(|facet| facet.0).eq(Contract::ALL.iter().copied()));
        assert!(facets.remotes.iter().map(|facet| facet.0).eq(Remote::ALL.iter().copied()));
        assert!(facets.levels.iter().map(|facet| facet.0).eq(StudyLevel::ALL.iter().copied()));
        assert!(facets.open.iter().map(|facet| facet.0).eq(Openness::ALL.iter().copied()));
        let by_name = ["Bretagne", "Grand Est", "le-de-France", "le de France", "Réunion"];
        let rank = |name: &str| by_name.iter().position(|end| name.ends_with(end));
        assert!(
            facets.regions.iter().map(|facet| rank(&facet.0)).is_sorted(),
            "{:?}",
            facets.regions
        );
    }
}

fn check_marks(text: &str, marks: &[Span], within: Span) {
    let mut at = within.start;
    for mark in marks {
        assert!(at <= mark.start && mark.end <= within.end, "{text:?} {marks:?}");
        assert!(!mark.of(text).is_empty(), "{text:?} {mark:?}");
        at = mark.end;
    }
}

/// Checks an answer, and tells how many of its hits have a snippet.
fn check_answer(dataset: &Dataset, index: &Index, query: &Query, answer: &Answer) -> usize {
    let mut snippets = 0;
    let whole = |text: &str| Span::new(0..text.len());
    for hit in &answer.hits {
        let offer = &dataset.offers[hit.offer as usize];
        let marks = marks(dataset, index, answer, hit.offer);
        let title = offer.title.as_deref().unwrap_or(&offer.heading);
        check_marks(title, &marks.title, whole(title));
        let organisation = offer.organisation.as_deref().unwrap_or("");
        check_marks(organisation, &marks.organisation, whole(organisation));
        let city = offer.places.first().and_then(|place| place.city.as_deref()).unwrap_or("");
        check_marks(city, &marks.city, whole(city));
        if let Some(snippet) = &marks.snippet {
            snippets += 1;
            let window = snippet.window.of(&offer.text);
            assert!(!window.is_empty() && !window.contains('\n'), "{query:?} {snippet:?}");
            assert_eq!(window, window.trim(), "{query:?}");
            assert!(!snippet.marks.is_empty(), "{query:?} {snippet:?}");
            check_marks(&offer.text, &snippet.marks, snippet.window);
        }
        assert_eq!(hit.status, offer.status(today()));
        assert!(hit.score.is_finite() && hit.score >= 0.0, "{query:?}: {}", hit.score);
    }
    let order = |hit: &Hit| (hit.missing > 0, hit.typos, hit.status != Status::Open);
    assert!(answer.hits.is_sorted_by_key(order), "{query:?}");
    snippets
}

#[test]
fn any_text_is_answered_and_marks_lie_in_their_strings() {
    let mut chance = Chance::new(6);
    let mut marked = 0;
    for _ in 0..400 {
        let dataset = drawn(&mut chance);
        let mut query = drawn_query(&mut chance);
        query.filters = Default::default();
        if chance.below(2) == 0 {
            query.words = chance.text(PIECES, 4);
        }
        let index = Index::build(&dataset);
        let answer = search(&dataset, &index, &query, today());
        marked += check_answer(&dataset, &index, &query, &answer);
        assert_eq!(answer, ask(&dataset, &query), "the same twice: {query:?}");
    }
    assert!(marked > 100, "the draw must have something to mark: {marked}");
}

#[test]
fn long_and_odd_texts_are_answered() {
    let dataset = drawn(&mut Chance::new(12));
    let long = |piece: &str| piece.repeat(10_000 / piece.len());
    for words in [
        "\0".to_owned(),
        "?!… « » — ;".to_owned(),
        "^(a+)+$ [0-9]* \\d{2,}".to_owned(),
        long("😀"),
        long("stage "),
        long("a-"),
        long("chargé·e·s"),
        long("x"),
        long("la rennes stage chargé l'"),
    ] {
        let query = Query::parse(&words);
        let index = Index::build(&dataset);
        check_answer(&dataset, &index, &query, &search(&dataset, &index, &query, today()));
    }
}

#[test]
fn one_more_word_is_held_whole_by_no_more_offers() {
    let mut chance = Chance::new(7);
    for _ in 0..300 {
        let dataset = drawn(&mut chance);
        let (one, other) = (chance.text(PIECES, 2), chance.text(PIECES, 2));
        let offers = |words: &str| -> Vec<u32> {
            let answer = ask(&dataset, &Query::parse(words));
            let whole = answer.hits.iter().filter(|hit| hit.missing == 0);
            let mut hits: Vec<_> = whole.map(|hit| hit.offer).collect();
            hits.sort_unstable();
            hits
        };
        let (fewer, more) = (offers(&format!("{one} , {other} ")), offers(&format!("{one} ")));
        assert!(fewer.iter().all(|offer| more.contains(offer)), "{one:?} + {other:?}");
    }
}

#[test]
fn an_index_of_another_dataset_does_no_harm() {
    let mut chance = Chance::new(8);
    for _ in 0..200 {
        let (dataset, other) = (drawn(&mut chance), drawn(&mut chance));
        let query = drawn_query(&mut chance);
        for index in [Index::build(&other), Index::default()] {
            let answer = search(&dataset, &index, &query, today());
            assert!(answer.hits.iter().all(|hit| (hit.offer as usize) < dataset.offers.len()));
        }
    }
}
