//! In which order the answers come: those that hold every word first, then open offers, whichever the sort.

use super::Hit;
use crate::calendar::Date;
use crate::offer::{Offer, Status};
use crate::query::Sort;
use std::cmp::{Ordering, Reverse};

/// How `a` and `b`, of the offers `of_a` and `of_b`, follow each other.
pub(super) fn compare(
    sort: Sort,
    (a, of_a): (&Hit, &Offer),
    (b, of_b): (&Hit, &Offer),
) -> Ordering {
    let too_late = |hit: &Hit| hit.status != Status::Open;
    let by_sort = match sort {
        Sort::Relevance => Ordering::Equal,
        Sort::Deadline => known_first(of_a.deadline, of_b.deadline),
        Sort::Start => known_first(start(of_a), start(of_b)),
        Sort::Pay => known_first(pay(of_a).map(Reverse), pay(of_b).map(Reverse)),
        Sort::Recent => known_first(day(of_a).map(Reverse), day(of_b).map(Reverse)),
    };
    (a.missing > 0, a.typos, too_late(a))
        .cmp(&(b.missing > 0, b.typos, too_late(b)))
        .then(by_sort)
        .then_with(|| b.score.total_cmp(&a.score))
        .then_with(|| match a.status {
            Status::Open => known_first(of_a.deadline, of_b.deadline),
            _ => known_first(last_day(of_a).map(Reverse), last_day(of_b).map(Reverse)),
        })
        .then(a.offer.cmp(&b.offer))
}

/// The lesser first, the unknown last.
fn known_first<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then_with(|| a.cmp(&b))
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
