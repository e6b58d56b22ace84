//! Offers like another: those that share its rare words, its kind and its place.

use super::columns::number;
use super::index::{Field, Index};
use super::score::points;
use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::Status;
use crate::sort::sort_by;
use crate::text::french;

/// How many of its words tell what an offer is about.
const TELLING: usize = 24;
/// How much a word of the title tells, beside one of the text.
const IN_TITLE: f32 = 3.0;
/// How often a word counts, at most.
const OFTEN: f32 = 3.0;
/// What it is worth, in shares of its score, that an offer is of the same contract, and in each area of the other.
const SAME_CONTRACT: f32 = 0.3;
const SAME_AREA: f32 = 0.1;

/// The offers most like `offer`, those one can still apply to first; at most `most`.
pub fn similar(dataset: &Dataset, index: &Index, offer: u32, today: Date, most: usize) -> Vec<u32> {
    let columns = &index.columns;
    let Some(own) = dataset.offers.get(offer as usize) else { return Vec::new() };
    let local = index.local(dataset, offer);
    let mut often: Vec<(&str, f32)> = Vec::new();
    for (form, at) in local.words() {
        if form.len() > 2 && !french::is_stop(form) {
            let worth = if at.field == Field::Title { IN_TITLE } else { 1.0 };
            often.push((form, worth));
        }
    }
    sort_by(&mut often, |one, other| one.0.cmp(other.0));
    often.dedup_by(|again, first| {
        let same = again.0 == first.0;
        first.1 += if same { again.1 } else { 0.0 };
        same
    });
    let rare = |(form, often): (&str, f32)| {
        let form = index.vocabulary().exact(form)?;
        let holders = index.postings(form).count() as f32;
        // A word that nobody else has leads to nobody.
        let weight = (index.offers() as f32 / holders).ln() * often.min(OFTEN);
        (holders > 1.0 && weight > 0.0).then_some((weight, form))
    };
    let mut telling: Vec<(f32, u32)> = often.into_iter().filter_map(rare).collect();
    sort_by(&mut telling, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut scores = vec![0.0_f32; index.offers()];
    for &(weight, form) in telling.iter().take(TELLING) {
        index.postings(form).each(|other, reach| {
            scores.get_mut(other as usize).into_iter().for_each(|s| *s += weight * points(reach));
        });
    }
    let areas = columns.places.of(offer as usize);
    let day = number(today);
    let mut others: Vec<(bool, u32, u32)> = Vec::new();
    for (other, found) in dataset.offers.iter().enumerate().take(scores.len()) {
        let shared = columns.places.of(other).iter().filter(|area| areas.contains(area)).count();
        let same_contract = own.contract.is_some() && own.contract == found.contract;
        let beside =
            1.0 + SAME_AREA * shared as f32 + if same_contract { SAME_CONTRACT } else { 0.0 };
        let score = scores[other] * beside;
        if other != offer as usize && score > 0.0 {
            // The bits of floats that are not negative are in the order of the floats.
            let closed = columns.status(other, day) != Status::Open;
            others.push((closed, !score.to_bits(), other as u32));
        }
    }
    sort_by(&mut others, |one, other| one.cmp(other));
    others.into_iter().take(most).map(|(.., other)| other).collect()
}
