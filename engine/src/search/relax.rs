//! When nothing matches: what each step back would give, counted.

use super::plan::Kind;
use super::{Answer, Index, search};
use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::Remote;
use crate::query::{Chosen, FARTHEST_RADIUS, Facet, Query, USUAL_RADIUS};
use crate::span::Span;

/// A way back from a query, and how many offers it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// One step, or two where no step alone gives anything.
    pub steps: Vec<Step>,
    /// The query after them.
    pub query: Query,
    /// How many offers answer it: never none.
    pub total: u32,
}

/// A step back from a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many kilometres around the places, and no fewer.
    Around(u16),
    /// Wholly from afar, wherever that is.
    Remote,
    /// Without what is asked of the facet.
    Without(Facet),
    /// Without these of its words.
    WithoutWords(Span),
}

/// Distances that are tried, in kilometres.
const AROUND: [u16; 4] = [USUAL_RADIUS, 40, 60, FARTHEST_RADIUS];
/// How many ways back of two steps are told.
const PAIRS: usize = 4;

/// The ways back from `query`, whose `answer` is empty, that give something: the nearest first.
pub fn relaxations(
    dataset: &Dataset,
    index: &Index,
    query: &Query,
    answer: &Answer,
    today: Date,
) -> Vec<Relaxation> {
    let mut found = Vec::new();
    let mut try_out = |steps: &[Step], query: Query| {
        let total = search(dataset, index, &query, today, 0).total;
        if total > 0 {
            found.push(Relaxation { steps: steps.to_vec(), query, total });
        }
        total > 0
    };
    let filters = super::together(&query.filters, &answer.understood);
    if !filters.places.is_empty() {
        let mut nearby = query.clone();
        nearby.filters.add(&filters, Facet::Place);
        for wider in AROUND.into_iter().filter(|&wider| wider > filters.radius.unwrap_or(0)) {
            nearby.filters.radius = Some(wider);
            if try_out(&[Step::Around(wider)], nearby.clone()) {
                break;
            }
        }
        let mut anywhere = without(query, answer, &[Facet::Place, Facet::Remote]);
        anywhere.filters.remotes = Chosen::from([Remote::Full]);
        try_out(&[Step::Remote], anywhere);
    }
    let asked: Vec<Facet> =
        Facet::ALL.into_iter().filter(|&facet| !filters.is_free(facet)).collect();
    let wanted = answer.plan.clauses.iter().filter(|clause| clause.kind == Kind::Wanted);
    let wanted: Vec<Span> = wanted.map(|clause| clause.span).collect();
    // What is asked alone is all that is asked.
    if asked.len() + wanted.len() > 1 {
        for &facet in &asked {
            try_out(&[Step::Without(facet)], without(query, answer, &[facet]));
        }
        for &span in &wanted {
            let words = cut(&query.words, &[span]);
            try_out(&[Step::WithoutWords(span)], Query { words, ..query.clone() });
        }
    }
    if found.is_empty() {
        for (at, &one) in asked.iter().enumerate() {
            for &other in &asked[at + 1..] {
                let steps = [Step::Without(one), Step::Without(other)];
                let query = without(query, answer, &[one, other]);
                let total = search(dataset, index, &query, today, 0).total;
                if total > 0 && found.len() < PAIRS {
                    found.push(Relaxation { steps: steps.to_vec(), query, total });
                }
            }
        }
    }
    found
}

/// The query without what it asks of the facets, be it chosen or said.
fn without(query: &Query, answer: &Answer, facets: &[Facet]) -> Query {
    let said = answer.understood.iter().filter(|part| facets.contains(&part.facet));
    let words = cut(&query.words, &said.map(|part| part.span).collect::<Vec<_>>());
    let mut query = Query { words, ..query.clone() };
    facets.iter().for_each(|&facet| query.filters.clear(facet));
    query
}

/// The words without those of the spans, which come in order.
fn cut(words: &str, spans: &[Span]) -> String {
    let mut kept = words.to_owned();
    for span in spans.iter().rev() {
        kept.replace_range(span.range(), "");
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
