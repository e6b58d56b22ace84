//! Answers: which offers, in which order, with which facet counts and which words marked.

mod answering;
mod bits;
mod columns;
mod explain;
mod facets;
mod holders;
mod index;
mod local;
mod marks;
mod meant;
mod opening;
mod order;
mod places;
mod plan;
mod reading;
mod recent;
mod relax;
mod score;
mod similar;
mod suggest;
mod typo;

use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Contract, Remote, Status, StudyLevel};
use crate::query::plain::{Understood, understand};
use crate::query::{Filters, Openness, Query};
use crate::span::Span;
pub use answering::How;
use bits::Bits;
pub use explain::{Explanation, Reason};
use index::Field;
pub use index::{Damaged, Index, VERSION};
pub use opening::opening;
pub use places::{Area, AreaKind};
pub use plan::Plan;
pub use relax::{Relaxation, Step, relaxations};
pub use similar::similar;
use std::borrow::Cow;
use std::rc::Rc;
pub use suggest::{Suggestion, SuggestionKind, suggest};

/// Among how many of the first offers it is looked at which words stand together: those that a visitor sees at a glance.
const CLOSELY_READ: usize = 20;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many offers match.
    pub total: u32,
    /// The first of them, in order: as many as were asked for.
    pub hits: Vec<Hit>,
    /// Each facet's values with how many offers each would give under the other facets' choices.
    pub facets: Facets,
    /// What the words say that a filter can: in effect wherever the query chooses nothing itself.
    pub understood: Vec<Understood>,
    /// The words as they were perhaps meant, when some of them stand nowhere: « vouliez-vous dire ».
    pub did_you_mean: Option<String>,
    /// The query looked up: what [`marks`] and [`explain`] ask for.
    pub plan: Plan,
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
    /// How many of the words it lacks: an offer that holds most of what is asked comes after those that hold all.
    pub missing: u8,
    /// How many of the words it holds only if they were misspelt; such offers come after those that hold them as typed.
    pub typos: u8,
}

/// What to mark of an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Matching words of the title, or of the heading of an offer without one.
    pub title: Vec<Span>,
    /// Matching words of the organisation, as spans of it.
    pub organisation: Vec<Span>,
    /// Matching words of the main city, as spans of it.
    pub city: Vec<Span>,
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

/// The steps in which amounts of pay are counted, in euros a month.
pub const PAY_STEP: u32 = 200;
/// The last step that is counted by itself.
pub const HIGHEST_STEP: u32 = 30;

/// Disjunctive counts: each facet under the choices of all the others. Every value of a closed list is present,
/// also at 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the facet of that name")]
pub struct Facets {
    pub contracts: Vec<(Contract, u32)>,
    /// One for each of [`Index::areas`], chosen alone and without a radius.
    pub areas: Vec<u32>,
    pub remotes: Vec<(Remote, u32)>,
    pub levels: Vec<(StudyLevel, u32)>,
    /// One for each of [`Index::organisations`].
    pub organisations: Vec<u32>,
    pub open: Vec<(Openness, u32)>,
    /// Of how many offers, whatever the pay asked for, and how many of them state one.
    pub paid: [u32; 2],
    /// How many of the latter pay a month from each multiple of [`PAY_STEP`] to the next, in euros, up to the last that any
    /// pays; what is above [`HIGHEST_STEP`] of them counts there.
    pub pay: Vec<u32>,
}

/// Answers `query` on the day `today`, with the first `most` hits. Total: any query has an answer.
pub fn search(dataset: &Dataset, index: &Index, query: &Query, today: Date, most: usize) -> Answer {
    search_among(dataset, index, query, None, today, most)
}

/// The same, as if the dataset held no other offers than those `among`.
pub fn search_among(
    dataset: &Dataset,
    index: &Index,
    query: &Query,
    among: Option<&[u32]>,
    today: Date,
    most: usize,
) -> Answer {
    answer(dataset, index, query, understood(index, query, today), among, today, most)
}

/// What the words of `query` say that a filter can, on the day `today`.
pub fn understood(index: &Index, query: &Query, today: Date) -> Vec<Understood> {
    understand(&query.words, today, &|name| index.place(name))
}

/// The answer once it is known what of the words is [`understood`]; where nothing is, they are words and no more.
pub fn answer(
    dataset: &Dataset,
    index: &Index,
    query: &Query,
    mut understood: Vec<Understood>,
    among: Option<&[u32]>,
    today: Date,
    most: usize,
) -> Answer {
    let (columns, day) = (&index.columns, columns::number(today));
    let mut plan = Plan::read(dataset, index, &query.words, &understood);
    // What is chosen counts before what the words say of the same facet; their words ask for nothing either way, so that
    // a facet's counts are those after choosing.
    understood.retain(|part| query.filters.is_free(part.facet));
    let filters = together(&query.filters, &understood);
    let fits = std::mem::take(&mut plan.fits);
    // An index of another dataset knows of offers that are not there.
    let held = Bits::of(columns.offers, |at| {
        at < dataset.offers.len()
            && fits.get(at).is_none_or(|fit| fit.holds)
            && among.is_none_or(|among| among.contains(&(at as u32)))
    });
    let open = index.open_on(day);
    let sieve = facets::Sieve::new(columns, &filters, Rc::clone(&open));
    let facets = sieve.count(columns, &held);
    let matching = sieve.sift(&held, None);
    let ranking = order::Ranking {
        columns,
        order: order::Order::new(columns, &filters, query.sort, plan.has_words()),
        fits: &fits,
        open: &open,
        today: day,
    };
    let mut hits = ranking.first(&matching, most.max(CLOSELY_READ));
    if plan.leaves.len() > 1 {
        let count = hits.len().min(CLOSELY_READ);
        let close = &mut hits[..count];
        for hit in close.iter_mut() {
            let found = score::matches(&plan, &index.local(dataset, hit.offer));
            hit.score = rounded(hit.score + score::together(&plan, &found));
            plan.close.push((hit.offer, found));
        }
        // What is added is never less than nothing: no other offer would overtake them.
        ranking.sort(close);
    }
    hits.truncate(most);
    let total = matching.count();
    Answer { total, hits, facets, understood, did_you_mean: plan.meant.take(), plan }
}

/// A score, 0 or more, rounded, so that equal answers tie whatever the order of the additions.
fn rounded(score: f32) -> f32 {
    // An instruction of WebAssembly; `round` is a function of its own there.
    (score * 1000.0 + 0.5).floor() / 1000.0
}

/// All filters that are in effect.
fn together(chosen: &Filters, understood: &[Understood]) -> Filters {
    let mut filters = chosen.clone();
    for part in understood {
        filters.add(&part.filters, part.facet);
    }
    filters
}

/// What to mark of `offer`, a hit of `answer`: computed for the offers that are shown, and no others.
pub fn marks(dataset: &Dataset, index: &Index, answer: &Answer, offer: u32) -> Marks {
    let plan = &answer.plan;
    let Some(found) = dataset.offers.get(offer as usize).filter(|_| !plan.leaves.is_empty()) else {
        return Marks::default();
    };
    let local = index.local(dataset, offer);
    let close = plan.close.iter().find(|(close, _)| *close == offer).map(|(_, found)| found);
    let matches = close.map_or_else(|| Cow::Owned(score::matches(plan, &local)), Cow::Borrowed);
    let title = found.title.as_deref().unwrap_or(&found.heading);
    let city = found.places.first().and_then(|place| place.city.as_deref());
    let of = |field, text| marks::of_field(plan, &matches, field, text);
    Marks {
        title: of(Field::Title, Some(title)),
        organisation: of(Field::Organisation, found.organisation.as_deref()),
        city: of(Field::City, city),
        snippet: marks::snippet(plan, &matches, &found.text, &local),
    }
}

/// Why `offer`, a hit of `answer`, stands where it does.
pub fn explain(dataset: &Dataset, index: &Index, answer: &Answer, offer: u32) -> Explanation {
    Explanation::new(dataset, index, &answer.plan, offer)
}
