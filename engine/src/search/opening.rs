//! What is shown before anything is asked: every offer, in the order of an empty query. It needs no index.

use super::order::{least_first, most_first};
use super::{Answer, Hit, columns};
use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Offer, Status};
use crate::sort::sort;

/// The total and the first `most` hits of the empty query on the day `today`, and nothing else of its answer.
pub fn opening(dataset: &Dataset, today: Date, most: usize) -> Answer {
    let offers = &dataset.offers;
    let keys: Vec<(bool, u32)> = offers.iter().map(|offer| key(offer, today)).collect();
    let mut order: Vec<u32> = (0..offers.len() as u32).collect();
    sort(&mut order, &|one, other| (keys[one as usize], one).cmp(&(keys[other as usize], other)));
    let hits = order.into_iter().take(most).map(|offer| Hit {
        offer,
        score: 0.0,
        status: offers[offer as usize].status(today),
        missing: 0,
        typos: 0,
    });
    Answer { total: offers.len() as u32, hits: hits.collect(), ..Answer::default() }
}

/// What an offer is sorted by, the least first: open offers, the nearest deadline first, then the others, the latest first.
fn key(offer: &Offer, today: Date) -> (bool, u32) {
    let day = |date: Option<Date>| date.map_or(0, columns::number);
    let deadline = day(offer.deadline);
    if offer.status(today) == Status::Open {
        return (false, least_first(deadline));
    }
    let start = offer.start.and_then(|start| start.from.or(start.to));
    let last_day = if deadline > 0 { deadline } else { day(start.map(|start| start.first_day())) };
    (true, most_first(last_day))
}
