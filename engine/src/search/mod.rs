//! Answers: which offers, in which order, with which facet counts and which words marked.

mod answering;
mod explain;
mod facets;
mod index;
mod local;
mod marks;
mod meant;
mod order;
mod plan;
mod reading;
mod score;
mod typo;

use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Contract, Remote, Status, StudyLevel};
use crate::query::{Openness, Query};
use crate::span::Span;
pub use answering::How;
pub use explain::{Explanation, Reason};
use index::Field;
pub use index::{Damaged, Index, VERSION};
pub use plan::Plan;

/// Among how many of the best offers it is looked at which words stand together: more than anybody is shown at once.
const CLOSELY_READ: usize = 32;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Matching offers, in order.
    pub hits: Vec<Hit>,
    /// Each facet's values with how many offers each would give under the other facets' choices.
    pub facets: Facets,
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
    let mut plan = Plan::read(dataset, index, &query.words);
    let statuses: Vec<Status> = dataset.offers.iter().map(|offer| offer.status(today)).collect();
    let open: Vec<Openness> = statuses.iter().map(|&status| status.into()).collect();
    let fits = std::mem::take(&mut plan.fits);
    let mut held: Vec<bool> = fits.iter().map(|fit| fit.holds).collect();
    // An index of another dataset knows nothing of offers beyond its own, nor of any that are gone.
    held.resize(dataset.offers.len().max(index.offers()), query.words.is_empty());
    let sieve = facets::Sieve::new(dataset, &index.regions, &query.filters, &open);
    let facets = sieve.count(dataset, &index.regions, &open, &held);
    let held = |number: &usize| held[*number] && sieve.passes(*number);
    let hit = |number: usize| {
        let fit = fits.get(number).copied().unwrap_or_default();
        let (offer, status) = (number as u32, statuses[number]);
        Hit { offer, score: fit.score, status, missing: fit.missing, typos: fit.typos }
    };
    let mut hits: Vec<Hit> = (0..dataset.offers.len()).filter(held).map(hit).collect();
    read_closely(dataset, index, &plan, &mut hits);
    let key = |hit: &Hit| order::key(query.sort, hit, &dataset.offers[hit.offer as usize]);
    let mut keyed: Vec<(order::Key, Hit)> = hits.into_iter().map(|hit| (key(&hit), hit)).collect();
    keyed.sort_unstable_by_key(|(key, _)| *key);
    let hits = keyed.into_iter().map(|(_, hit)| hit).collect();
    Answer { hits, facets, did_you_mean: plan.meant.take(), plan }
}

/// Adds to the best offers what it is worth that words stand together in them. No other offer overtakes them, since what is
/// added is never less than nothing.
fn read_closely(dataset: &Dataset, index: &Index, plan: &Plan, hits: &mut [Hit]) {
    let better = |a: &Hit, b: &Hit| {
        (a.missing > 0, a.typos)
            .cmp(&(b.missing > 0, b.typos))
            .then(b.score.total_cmp(&a.score))
            .then(a.offer.cmp(&b.offer))
    };
    if hits.len() > CLOSELY_READ {
        hits.select_nth_unstable_by(CLOSELY_READ, better);
    }
    if plan.leaves.len() > 1 {
        for hit in hits.iter_mut().take(CLOSELY_READ) {
            hit.score +=
                score::together(plan, &score::matches(plan, index.local(dataset, hit.offer)));
        }
    }
    for hit in hits {
        // Rounded, so that equal answers tie whatever the order of the additions.
        hit.score = (hit.score * 1000.0).round() / 1000.0;
    }
}

/// What to mark of `offer`, a hit of `answer`: computed for the offers that are shown, and no others.
pub fn marks(dataset: &Dataset, index: &Index, answer: &Answer, offer: u32) -> Marks {
    let plan = &answer.plan;
    let Some(found) = dataset.offers.get(offer as usize).filter(|_| !plan.leaves.is_empty()) else {
        return Marks::default();
    };
    let local = index.local(dataset, offer);
    let matches = score::matches(plan, local);
    let title = found.title.as_deref().unwrap_or(&found.heading);
    let city = found.places.first().and_then(|place| place.city.as_deref());
    let of = |field, text| marks::of_field(plan, &matches, field, text);
    Marks {
        title: of(Field::Title, Some(title)),
        organisation: of(Field::Organisation, found.organisation.as_deref()),
        city: of(Field::City, city),
        snippet: marks::snippet(plan, &matches, &found.text, local),
    }
}

/// Why `offer`, a hit of `answer`, stands where it does.
pub fn explain(dataset: &Dataset, index: &Index, answer: &Answer, offer: u32) -> Explanation {
    Explanation::new(dataset, index, &answer.plan, offer)
}
