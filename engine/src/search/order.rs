//! In which order the answers come: those that hold every word first, then open offers, whichever the sort.

use super::Hit;
use crate::calendar::Date;
use crate::offer::{Offer, Status};
use crate::query::Sort;

/// What hits are sorted by, the least first: made once for each, since comparing two is done many times more.
pub(super) type Key = (u64, u64, u32);

/// The key of a hit, of the offer `of`.
pub(super) fn key(sort: Sort, hit: &Hit, of: &Offer) -> Key {
    let too_late = hit.status != Status::Open;
    let tier = u64::from(hit.missing > 0) << 9 | u64::from(hit.typos) << 1 | u64::from(too_late);
    let by_sort = match sort {
        Sort::Relevance => 0,
        Sort::Deadline => soonest(of.deadline),
        Sort::Start => soonest(start(of)),
        Sort::Pay => pay(of).map_or(u32::MAX, |pay| !pay.max(1)),
        Sort::Recent => latest(day(of)),
    };
    let tie = if too_late { latest(last_day(of)) } else { soonest(of.deadline) };
    // The bits of floats that are not negative are in the order of the floats.
    let score = !hit.score.to_bits();
    (tier << 32 | u64::from(by_sort), u64::from(score) << 32 | u64::from(tie), hit.offer)
}

/// Smaller for a sooner day; greatest for an unknown one.
fn soonest(date: Option<Date>) -> u32 {
    // No day of the calendar has a negative number.
    date.map_or(u32::MAX, |date| date.day_number().unsigned_abs())
}

/// Smaller for a later day; greatest for an unknown one.
fn latest(date: Option<Date>) -> u32 {
    date.map_or(u32::MAX, |_| !soonest(date))
}

fn start(offer: &Offer) -> Option<Date> {
    offer.start.and_then(|start| start.from.or(start.to)).map(|when| when.first_day())
}

/// When the offer was, or must have been, of today.
fn last_day(offer: &Offer) -> Option<Date> {
    offer.deadline.or_else(|| start(offer))
}

fn day(offer: &Offer) -> Option<Date> {
    offer.published.or_else(|| last_day(offer))
}

fn pay(offer: &Offer) -> Option<u32> {
    offer.pay.as_ref().and_then(|pay| pay.month_eur())
}
