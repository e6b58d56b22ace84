//! What holds for every dataset and every query.

use crate::chance::{Chance, PIECES};
use crate::invented::{COMMUNES, ORGANISATIONS, PLACES, ask, ask_with, date, drawn, today};
use tremplin_engine::atlas::{Point, key};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Contract, Offer, Pay, Place, Remote, Start, Status, StudyLevel};
use tremplin_engine::query::{Bounds, Facet, Filters, Openness, Query, Sort};
use tremplin_engine::search::{Answer, Hit, Index, PAY_STEP, marks, opening, search};
use tremplin_engine::span::Span;

/// A query whose words some drawn offers hold.
fn drawn_query(chance: &mut Chance) -> Query {
    let words =
        chance.pick(&["", "", "stage", "chargee ", "directrice rennes", "la", "bac+5 ", "e"]);
    let mut query = Query::parse(words);
    let filters = &mut query.filters;
    filters.contracts.extend(chance.some(Contract::ALL));
    filters.places.extend(chance.some(PLACES).into_iter().map(str::to_owned));
    filters.radius = chance.maybe(&[0, 20, 100]);
    filters.remotes.extend(chance.some(Remote::ALL));
    filters.levels.extend(chance.some(StudyLevel::ALL));
    filters.open.extend(chance.maybe(Openness::ALL));
    if chance.below(3) == 0 {
        let days = ["2024-01-10", "2024-03-14", "2024-09-30"].map(date);
        let mut day = || chance.maybe(&days);
        filters.start = Bounds { least: day(), most: day() }.in_order();
        filters.deadline = Bounds { least: day(), most: day() }.in_order();
        filters.duration =
            Bounds { least: chance.maybe(&[3, 6]), most: chance.maybe(&[6, 12]) }.in_order();
        filters.least_pay = chance.maybe(&[600, 601]);
        filters.organisations.extend(chance.maybe(ORGANISATIONS).map(str::to_owned));
    }
    query.sort = chance.maybe(Sort::ALL).unwrap_or_default();
    query
}

/// Whether an offer passes every filter, found out field by field from the offer alone.
fn passes(offer: &Offer, filters: &Filters) -> bool {
    let status = Openness::from(offer.status(today()));
    let [first, last] = match offer.start {
        Some(Start { from, to }) => [from.or(to), to.or(from)],
        None => [None, None],
    };
    let start = first.zip(last).map(|(first, last)| (first.first_day(), last.last_day()));
    let free = Filters::default();
    let any = |facet| filters.is_free(facet);
    (any(Facet::Contract) || offer.contract.is_some_and(|v| filters.contracts.contains(&v)))
        && (any(Facet::Remote) || offer.remote.is_some_and(|v| filters.remotes.contains(&v)))
        && (any(Facet::Level) || offer.study_level.iter().any(|v| filters.levels.contains(v)))
        && (any(Facet::Open) || filters.open.contains(&status))
        && (any(Facet::Duration)
            || offer.duration_months.is_some_and(|[a, b]| filters.duration.meet(a, b)))
        && (any(Facet::Start) || start.is_some_and(|(a, b)| filters.start.meet(a, b)))
        && (any(Facet::Deadline) || offer.deadline.is_some_and(|d| filters.deadline.meet(d, d)))
        && (filters.least_pay == free.least_pay
            || offer.pay.as_ref().and_then(Pay::month_eur) >= filters.least_pay)
        && (any(Facet::Organisation)
            || offer.organisation.as_ref().is_some_and(|name| {
                filters.organisations.iter().any(|other| key(other) == key(name))
            }))
        && (any(Facet::Place) || offer.places.iter().any(|place| lies(place, filters)))
}

/// Whether a place is one of the chosen ones, or near enough to a chosen commune.
fn lies(place: &Place, filters: &Filters) -> bool {
    let radius = f64::from(filters.radius.unwrap_or(20));
    filters.places.iter().any(|name| {
        let same = |other: &Option<String>| other.as_ref().is_some_and(|o| key(o) == key(name));
        let commune = COMMUNES.iter().find(|commune| key(commune.0) == key(name));
        let centre = place.lat.zip(place.lon).map(|(lat, lon)| Point { lat, lon });
        let near = commune.zip(centre).is_some_and(|(commune, centre)| {
            centre.km(Point { lat: commune.1, lon: commune.2 }) <= radius && radius > 0.0
        });
        same(&place.city) || same(&place.region) || near
    })
}

/// How many offers answer `query`.
fn total(dataset: &Dataset, index: &Index, query: &Query) -> u32 {
    ask_with(dataset, index, query).total
}

#[test]
fn filters_let_through_what_they_say() {
    let mut chance = Chance::new(41);
    let (mut through, mut stopped) = (0, 0);
    for _ in 0..1500 {
        let dataset = drawn(&mut chance);
        let mut query = drawn_query(&mut chance);
        // Words that say what a filter can would filter too.
        chance.pick(&["", "", "\"la\"", "chargee "]).clone_into(&mut query.words);
        let index = Index::build(&dataset);
        let filtered = ask_with(&dataset, &index, &query);
        let free =
            ask_with(&dataset, &index, &Query { filters: Filters::default(), ..query.clone() });
        assert_eq!(filtered.understood.len() + free.understood.len(), 0, "{query:?}");
        let mut expected: Vec<u32> = free.hits.iter().map(|hit| hit.offer).collect();
        let held = expected.len();
        expected.retain(|&offer| passes(&dataset.offers[offer as usize], &query.filters));
        let mut found: Vec<u32> = filtered.hits.iter().map(|hit| hit.offer).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{query:?} {dataset:?}");
        (through, stopped) = (through + found.len(), stopped + held - found.len());
    }
    assert!(through > 150 && stopped > 150, "{through} {stopped}");
}

#[test]
fn a_facet_counts_the_hits_after_choosing_it() {
    let mut chance = Chance::new(4);
    let mut counted = 0;
    for _ in 0..300 {
        let dataset = drawn(&mut chance);
        let index = Index::build(&dataset);
        let query = drawn_query(&mut chance);
        let facets = ask_with(&dataset, &index, &query).facets;
        macro_rules! check {
            ($($facet:ident),+) => {$(
                for (value, count) in facets.$facet {
                    let mut query = query.clone();
                    query.filters.$facet = [value.clone()].into();
                    assert_eq!(count, total(&dataset, &index, &query), "{value:?} {query:?}");
                    counted += count;
                }
            )+};
        }
        check!(contracts, remotes, levels, open);
        let mut any_pay = query.clone();
        any_pay.filters.least_pay = None;
        let all = total(&dataset, &index, &any_pay);
        any_pay.filters.least_pay = Some(0);
        assert_eq!(facets.paid, [all, total(&dataset, &index, &any_pay)], "{query:?}");
        for step in 0..facets.pay.len() {
            any_pay.filters.least_pay = Some(step as u32 * PAY_STEP);
            let from_there: u32 = facets.pay[step..].iter().sum();
            assert_eq!(from_there, total(&dataset, &index, &any_pay), "{step} {query:?}");
        }
        for (number, area) in index.areas() {
            let mut query = query.clone();
            query.filters.places = [area.label.clone()].into();
            query.filters.radius = Some(0);
            assert_eq!(facets.areas[number], total(&dataset, &index, &query), "{area:?} {query:?}");
            counted += facets.areas[number];
        }
        for (name, count) in index.organisations().iter().zip(&facets.organisations) {
            let mut query = query.clone();
            query.filters.organisations = [name.clone()].into();
            assert_eq!(*count, total(&dataset, &index, &query), "{name} {query:?}");
        }
    }
    assert!(counted > 300, "the draw must have something to count: {counted}");
}

#[test]
fn the_first_hits_are_the_first_of_all() {
    let mut chance = Chance::new(42);
    for _ in 0..200 {
        let dataset = drawn(&mut chance);
        let index = Index::build(&dataset);
        let query = drawn_query(&mut chance);
        let all = ask(&dataset, &query);
        for most in 0..=all.hits.len() {
            let some = search(&dataset, &index, &query, today(), most);
            assert_eq!(some.hits, all.hits[..most], "{query:?}");
            assert_eq!((some.total, &some.facets), (all.total, &all.facets));
        }
        assert_eq!(all.total as usize, all.hits.len());
    }
}

#[test]
fn what_opens_is_the_answer_to_an_empty_query() {
    let mut chance = Chance::new(28);
    for day in ["2023-12-31", "2024-02-01", "2024-03-15", "2026-01-01"].map(date) {
        for most in [0, 3, usize::MAX] {
            let dataset = drawn(&mut chance);
            let index = Index::build(&dataset);
            let asked = search(&dataset, &index, &Query::default(), day, most);
            let opened = opening(&dataset, day, most);
            assert_eq!((opened.total, opened.hits), (asked.total, asked.hits), "{day}");
        }
    }
}

#[test]
fn areas_stand_after_the_one_around_them() {
    let mut chance = Chance::new(5);
    for _ in 0..50 {
        let dataset = drawn(&mut chance);
        let index = Index::build(&dataset);
        let facets = ask(&dataset, &Query::parse("xyzzy")).facets;
        assert!(facets.contracts.iter().map(|facet| facet.0).eq(Contract::ALL.iter().copied()));
        assert!(facets.remotes.iter().map(|facet| facet.0).eq(Remote::ALL.iter().copied()));
        assert!(facets.levels.iter().map(|facet| facet.0).eq(StudyLevel::ALL.iter().copied()));
        assert!(facets.open.iter().map(|facet| facet.0).eq(Openness::ALL.iter().copied()));
        let mut seen = Vec::new();
        for (number, area) in index.areas() {
            assert!(area.parent.is_none_or(|parent| seen.contains(&(parent as usize))));
            assert_eq!(
                index.place(&area.label).map(|place| place.label).as_ref(),
                Some(&area.label)
            );
            seen.push(number);
        }
        assert_eq!(seen.len(), facets.areas.len());
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
    // Words decide before it is asked whether an offer is open.
    let by_words = query.sort == Sort::Relevance && !query.words.trim().is_empty();
    let closed = |hit: &Hit| !by_words && hit.status != Status::Open;
    let order = |hit: &Hit| (hit.missing > 0, hit.typos, closed(hit));
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
        let answer = search(&dataset, &index, &query, today(), usize::MAX);
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
        check_answer(
            &dataset,
            &index,
            &query,
            &search(&dataset, &index, &query, today(), usize::MAX),
        );
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
            let answer = search(&dataset, &index, &query, today(), usize::MAX);
            assert!(answer.hits.iter().all(|hit| (hit.offer as usize) < dataset.offers.len()));
        }
    }
}
