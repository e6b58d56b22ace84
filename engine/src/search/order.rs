//! In which order the answers come: those that hold every word first, then open offers; but who types words looks for what
//! answers them best, and a closed offer is then only worth a little less.

use super::bits::Bits;
use super::columns::Columns;
use super::plan::Fit;
use super::{Hit, rounded};
use crate::atlas::Point;
use crate::offer::Status;
use crate::query::{Filters, Sort};
use crate::sort::sort_by;

/// What hits are sorted by, the least first: made once for each, since comparing two is done many times more.
type Key = (u64, u64, u32);

/// What the score of an offer that is no longer open is worth, where words are asked for.
const CLOSED: f32 = 0.8;

/// What an order looks at.
pub(super) struct Order<'a> {
    columns: &'a Columns,
    sort: Sort,
    /// Whether the words ask for more than filters do, and decide the order.
    by_words: bool,
    /// The places that distances count from.
    points: Vec<Point>,
}

impl<'a> Order<'a> {
    /// The order `sort`, of a query that has `words` of its own or not; distances count from the chosen places.
    pub(super) fn new(columns: &'a Columns, filters: &Filters, sort: Sort, words: bool) -> Self {
        let places = &columns.places;
        let chosen = filters.places.iter().filter(|_| sort == Sort::Distance);
        let points = chosen.filter_map(|name| places.centre(places.meant(name)?)).collect();
        Self { columns, sort, by_words: words && sort == Sort::Relevance, points }
    }

    /// The key of a hit.
    fn key(&self, hit: &Hit) -> Key {
        let (columns, offer) = (self.columns, hit.offer as usize);
        let too_late = hit.status != Status::Open;
        let behind = too_late && !self.by_words;
        let tier = u64::from(hit.missing > 0) << 9 | u64::from(hit.typos) << 1 | u64::from(behind);
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
        let score = if too_late && self.by_words { hit.score * CLOSED } else { hit.score };
        let score = !score.to_bits();
        (tier << 32 | u64::from(by_sort), u64::from(score) << 32 | u64::from(tie), hit.offer)
    }
}

/// What matches, to be put in order.
pub(super) struct Ranking<'a> {
    pub(super) columns: &'a Columns,
    pub(super) order: Order<'a>,
    /// What each offer holds of the words; nothing is said of offers beyond the last.
    pub(super) fits: &'a [Fit],
    pub(super) today: u32,
}

impl Ranking<'_> {
    /// The first `most` of the matching offers, in order.
    pub(super) fn first(&self, matching: &Bits, most: usize) -> Vec<Hit> {
        let mut first: Vec<Key> = Vec::new();
        // What comes after this one is not among the first.
        let mut last: Option<Key> = None;
        for offer in matching.iter() {
            let key = self.order.key(&self.hit(offer));
            if last.is_some_and(|last| key > last) {
                continue;
            }
            first.push(key);
            if first.len() >= most.saturating_mul(2) {
                sort_by(&mut first, Key::cmp);
                first.truncate(most);
                last = first.last().copied();
            }
        }
        sort_by(&mut first, Key::cmp);
        first.truncate(most);
        first.into_iter().map(|(.., offer)| self.hit(offer as usize)).collect()
    }

    /// Puts hits in order.
    pub(super) fn sort(&self, hits: &mut [Hit]) {
        sort_by(hits, |one, other| self.order.key(one).cmp(&self.order.key(other)));
    }

    fn hit(&self, offer: usize) -> Hit {
        let fit = self.fits.get(offer).copied().unwrap_or_default();
        Hit {
            offer: offer as u32,
            score: rounded(fit.score),
            status: self.columns.status(offer, self.today),
            missing: fit.missing,
            typos: fit.typos,
        }
    }
}

/// Smaller for a smaller number; greatest for 0, which is unknown.
pub(super) fn least_first(number: u32) -> u32 {
    if number > 0 { number } else { u32::MAX }
}

/// Smaller for a greater number; greatest for 0, which is unknown.
pub(super) fn most_first(number: u32) -> u32 {
    u32::MAX - number
}
