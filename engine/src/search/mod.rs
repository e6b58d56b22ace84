//! Answers: which offers, in which order, with which facet counts and which words marked.

mod facets;
mod index;
mod marks;
mod order;
mod plan;
mod score;

use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Contract, Offer, Remote, Status, StudyLevel};
use crate::query::{Openness, Query};
use crate::span::Span;
use index::Field;
pub use index::Index;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Matching offers, in order.
    pub hits: Vec<Hit>,
    /// Each facet's values with how many offers each would give under the other facets' choices.
    pub facets: Facets,
}

/// One matching offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its place in [`Dataset::offers`].
    pub offer: u32,
    /// How well it matches; 0 without words.
    pub score: f32,
    /// Whether one can still apply, on the day of the query.
    pub status: Status,
    /// Matching words of the title, as spans of the title.
    pub title_marks: Vec<Span>,
    /// Matching words of the organisation, as spans of it.
    pub organisation_marks: Vec<Span>,
    /// Matching words of the main city, as spans of it.
    pub city_marks: Vec<Span>,
    /// The window of the text where the words stand densest, when the body matches.
    pub snippet: Option<Snippet>,
}

/// A window of an offer's text, whole words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The window, in the offer's text; never across a line.
    pub window: Span,
    /// Matching words, as spans of the offer's text, inside the window.
    pub marks: Vec<Span>,
}

/// Disjunctive counts: each facet under the choices of all the others. Every value of a closed list is present,
/// also at 0; regions are those of the dataset, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the facet of that name")]
pub struct Facets {
    pub contracts: Vec<(Contract, u32)>,
    pub regions: Vec<(String, u32)>,
    pub remotes: Vec<(Remote, u32)>,
    pub levels: Vec<(StudyLevel, u32)>,
    pub open: Vec<(Openness, u32)>,
}

/// Answers `query` on the day `today`. Total: any query has an answer.
pub fn search(dataset: &Dataset, index: &Index, query: &Query, today: Date) -> Answer {
    let plan = plan::Plan::read(index, &query.words);
    let statuses: Vec<Status> = dataset.offers.iter().map(|offer| offer.status(today)).collect();
    let open: Vec<Openness> = statuses.iter().map(|&status| status.into()).collect();
    // An index of another dataset knows nothing of offers beyond its own, nor of any that are gone.
    let mut held = plan.offers.clone();
    held.resize(dataset.offers.len().max(index.offers()), query.words.is_empty());
    let sieve = facets::Sieve::new(dataset, &index.regions, &query.filters, &open);
    let facets = sieve.count(dataset, &index.regions, &open, &held);
    for (number, held) in held.iter_mut().enumerate() {
        *held = *held && number < dataset.offers.len() && sieve.passes(number);
    }
    let matches = score::matches(index, &plan, &held);
    let numbered = dataset.offers.iter().enumerate().filter(|&(number, _)| held[number]);
    let hit = |(number, offer): (usize, &Offer)| {
        let matches = &matches[number];
        let lines = index.lines.get(number);
        let city = offer.places.first().and_then(|place| place.city.as_deref());
        Hit {
            offer: number as u32,
            score: score::score(&plan, matches),
            status: statuses[number],
            title_marks: marks::of_field(&plan, matches, Field::Title, offer.title.as_deref()),
            organisation_marks: marks::of_field(
                &plan,
                matches,
                Field::Organisation,
                offer.organisation.as_deref(),
            ),
            city_marks: marks::of_field(&plan, matches, Field::City, city),
            snippet: lines.and_then(|lines| marks::snippet(&plan, matches, &offer.text, lines)),
        }
    };
    let mut hits: Vec<Hit> = numbered.map(hit).collect();
    let of = |hit: &Hit| &dataset.offers[hit.offer as usize];
    hits.sort_unstable_by(|a, b| order::compare(query.sort, (a, of(a)), (b, of(b))));
    Answer { hits, facets }
}
