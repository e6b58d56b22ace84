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

    /// The tier of an offer, and its score as the greatest first: what decides before all else, if words do.
    fn rank(&self, fit: Fit, late: bool) -> (u64, u32) {
        let behind = late && !self.by_words;
        let tier = u64::from(fit.missing > 0) << 9 | u64::from(fit.typos) << 1 | u64::from(behind);
        let score = if late && self.by_words { fit.score * CLOSED } else { fit.score };
        // The bits of floats that are not negative are in the order of the floats.
        (tier, !score.to_bits())
    }

    /// The key of an offer that stands so, `late` when one can no longer apply to it.
    fn key(&self, offer: u32, fit: Fit, late: bool) -> Key {
        let (columns, at) = (self.columns, offer as usize);
        let (tier, score) = self.rank(fit, late);
        let (start, deadline) = (columns.starts[at][0], columns.deadlines[at]);
        // When the offer was, or must have been, of today.
        let last_day = if deadline > 0 { deadline } else { start };
        let published = columns.published[at];
        let by_sort = match self.sort {
            Sort::Relevance => 0,
            Sort::Deadline => least_first(deadline),
            Sort::Start => least_first(start),
            Sort::Pay => most_first(columns.pay[at]),
            Sort::Recent => most_first(if published > 0 { published } else { last_day }),
            Sort::Distance => columns
                .places
                .distance(at, &self.points)
                .map_or(u32::MAX, |kilometres| kilometres.round() as u32),
        };
        let tie = if late { most_first(last_day) } else { least_first(deadline) };
        (tier << 32 | u64::from(by_sort), u64::from(score) << 32 | u64::from(tie), offer)
    }
}

/// What matches, to be put in order.
pub(super) struct Ranking<'a> {
    pub(super) columns: &'a Columns,
    pub(super) order: Order<'a>,
    /// What each offer holds of the words; nothing is said of offers beyond the last.
    pub(super) fits: &'a [Fit],
    /// The offers to which one can still apply `today`.
    pub(super) open: &'a Bits,
    pub(super) today: u32,
}

impl Ranking<'_> {
    /// The first `most` of the matching offers, in order.
    pub(super) fn first(&self, matching: &Bits, most: usize) -> Vec<Hit> {
        let mut first: Vec<Key> = Vec::new();
        // What comes after this one is not among the first.
        let mut last: Key = (u64::MAX, u64::MAX, u32::MAX);
        matching.each(|offer| {
            let (fit, late) = (self.fit(offer), !self.open.holds(offer));
            let (tier, score) = self.order.rank(fit, late);
            let least = (tier << 32, u64::from(score) << 32, 0);
            // Most are told by their words alone.
            if self.order.sort == Sort::Relevance && least > last {
                return;
            }
            let key = self.order.key(offer as u32, fit, late);
            if key > last {
                return;
            }
            first.push(key);
            if first.len() >= most.saturating_mul(2) {
                sort_by(&mut first, Key::cmp);
                first.truncate(most);
                last = first.last().copied().unwrap_or_default();
            }
        });
        sort_by(&mut first, Key::cmp);
        first.truncate(most);
        first.into_iter().map(|(.., offer)| self.hit(offer)).collect()
    }

    /// Puts hits in order.
    pub(super) fn sort(&self, hits: &mut [Hit]) {
        let key = |&Hit { offer, score, status, missing, typos }: &Hit| {
            let fit = Fit { holds: true, missing, typos, score };
            self.order.key(offer, fit, status != Status::Open)
        };
        sort_by(hits, |one, other| key(one).cmp(&key(other)));
    }

    fn fit(&self, offer: usize) -> Fit {
        let fit = self.fits.get(offer).copied().unwrap_or_default();
        Fit { score: rounded(fit.score), ..fit }
    }

    fn hit(&self, offer: u32) -> Hit {
        let Fit { score, missing, typos, .. } = self.fit(offer as usize);
        let status = self.columns.status(offer as usize, self.today);
        Hit { offer, score, status, missing, typos }
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
