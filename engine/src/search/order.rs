//! In which order the answers come: those that hold every word first, then open offers, whichever the sort.

use super::Hit;
use super::columns::Columns;
use crate::atlas::Point;
use crate::offer::Status;
use crate::query::{Filters, Sort};

/// What hits are sorted by, the least first: made once for each, since comparing two is done many times more.
type Key = (u64, u64, u32);

/// What an order looks at.
pub(super) struct Order<'a> {
    columns: &'a Columns,
    sort: Sort,
    /// The places that distances count from.
    points: Vec<Point>,
}

impl<'a> Order<'a> {
    /// The order `sort`; distances count from the chosen places.
    pub(super) fn new(columns: &'a Columns, filters: &Filters, sort: Sort) -> Self {
        let places = &columns.places;
        let chosen = filters.places.iter().filter(|_| sort == Sort::Distance);
        let points = chosen.filter_map(|name| places.centre(places.meant(name)?)).collect();
        Self { columns, sort, points }
    }

    /// The first `most` of the hits, in order.
    pub(super) fn first(&self, hits: Vec<Hit>, most: usize) -> Vec<Hit> {
        let mut keyed: Vec<(Key, Hit)> =
            hits.into_iter().map(|hit| (self.key(&hit), hit)).collect();
        if keyed.len() > most.max(1) {
            keyed.select_nth_unstable_by_key(most.max(1) - 1, |(key, _)| *key);
        }
        keyed.truncate(most);
        keyed.sort_unstable_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The key of a hit.
    fn key(&self, hit: &Hit) -> Key {
        let (columns, offer) = (self.columns, hit.offer as usize);
        let too_late = hit.status != Status::Open;
        let tier =
            u64::from(hit.missing > 0) << 9 | u64::from(hit.typos) << 1 | u64::from(too_late);
        let (start, deadline) = (columns.starts[offer][0], columns.deadlines[offer]);
        // When the offer was, or must have been, of today.
        let last_day = if deadline > 0 { deadline } else { start };
        let published = columns.published[offer];
        let by_sort = match self.sort {
            Sort::Relevance => 0,
            Sort::Deadline => least_first(deadline),
            Sort::Start => least_first(start),
            Sort::Pay => most_first(columns.pay[offer]),
            Sort::Recent => most_first(if published > 0 { published } else { last_day }),
            Sort::Distance => columns
                .places
                .distance(offer, &self.points)
                .map_or(u32::MAX, |kilometres| kilometres.round() as u32),
        };
        let tie = if too_late { most_first(last_day) } else { least_first(deadline) };
        // The bits of floats that are not negative are in the order of the floats.
        let score = !hit.score.to_bits();
        (tier << 32 | u64::from(by_sort), u64::from(score) << 32 | u64::from(tie), hit.offer)
    }
}

/// Smaller for a smaller number; greatest for 0, which is unknown.
fn least_first(number: u32) -> u32 {
    if number > 0 { number } else { u32::MAX }
}

/// Smaller for a greater number; greatest for 0, which is unknown.
fn most_first(number: u32) -> u32 {
    u32::MAX - number
}
