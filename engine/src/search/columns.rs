//! What filters and orders look at, a column for each field: nothing of an offer's own record is touched while sifting.

use super::bits::Bits;
use super::places::Places;
use crate::atlas::key;
use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Contract, Offer, Remote, Status, StudyLevel};
use crate::sort::sort;
use std::collections::HashMap;

/// The columns of a dataset. A day is its [number](Date::day_number), 0 for an unknown one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    pub(super) offers: usize,
    /// A set for each value of [`Contract::ALL`].
    pub(super) contracts: Vec<Bits>,
    /// A set for each value of [`Remote::ALL`].
    pub(super) remotes: Vec<Bits>,
    /// A set for each value of [`StudyLevel::ALL`].
    pub(super) levels: Vec<Bits>,
    pub(super) places: Places,
    pub(super) organisations: Organisations,
    /// Least and most months; 0 and 0 for an unknown length.
    pub(super) durations: Vec<[u16; 2]>,
    /// The first and the last day on which the post may start.
    pub(super) starts: Vec<[u32; 2]>,
    pub(super) deadlines: Vec<u32>,
    pub(super) published: Vec<u32>,
    /// Euros a month, 0 for an unknown pay.
    pub(super) pay: Vec<u32>,
}

/// The recruiters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Organisations {
    /// Their names as the first offer writes them, sorted by key.
    pub(super) names: Vec<String>,
    keys: Vec<String>,
    /// For each offer the number of its recruiter, or `u32::MAX`.
    pub(super) of_offers: Vec<u32>,
    /// Their numbers, those with the most offers first.
    pub(super) by_size: Vec<u32>,
}

impl Columns {
    /// Reads every offer once.
    pub(super) fn build(dataset: &Dataset) -> Self {
        let offers = &dataset.offers;
        let set = |holds: &dyn Fn(&Offer) -> bool| Bits::of(offers.len(), |at| holds(&offers[at]));
        let day = |date: Option<Date>| date.map_or(0, number);
        let start = |offer: &Offer| {
            let start = offer.start.as_ref()?;
            let (from, to) = (start.from.or(start.to)?, start.to.or(start.from)?);
            Some([number(from.first_day()), number(to.last_day())])
        };
        let pay = |offer: &Offer| offer.pay.as_ref().and_then(|pay| pay.month_eur());
        Self {
            offers: offers.len(),
            contracts: Contract::ALL.iter().map(|&v| set(&|o| o.contract == Some(v))).collect(),
            remotes: Remote::ALL.iter().map(|&v| set(&|o| o.remote == Some(v))).collect(),
            levels: StudyLevel::ALL.iter().map(|v| set(&|o| o.study_level.contains(v))).collect(),
            places: Places::build(dataset),
            organisations: Organisations::build(offers),
            durations: offers.iter().map(|o| o.duration_months.unwrap_or_default()).collect(),
            starts: offers.iter().map(|offer| start(offer).unwrap_or_default()).collect(),
            deadlines: offers.iter().map(|offer| day(offer.deadline)).collect(),
            published: offers.iter().map(|offer| day(offer.published)).collect(),
            pay: offers.iter().map(|offer| pay(offer).unwrap_or(0)).collect(),
        }
    }

    /// The offers to which one can still apply on a day.
    pub(super) fn open(&self, today: u32) -> Bits {
        Bits::of(self.offers, |at| self.status(at, today) == Status::Open)
    }

    /// Whether one can still apply to the offer on a day.
    pub(super) fn status(&self, offer: usize, today: u32) -> Status {
        match (self.deadlines[offer], self.starts[offer][1]) {
            (0, 0) => Status::Open,
            (0, start) if start < today => Status::ProbablyFilled,
            (deadline, _) if deadline != 0 && deadline < today => Status::Closed,
            _ => Status::Open,
        }
    }
}

/// The number of a day: no day of the calendar has a negative one.
pub(super) fn number(day: Date) -> u32 {
    day.day_number().unsigned_abs()
}

impl Organisations {
    fn build(offers: &[Offer]) -> Self {
        // Most recruiters come back offer after offer: the key of each name is made once.
        let (mut known, mut keys): (HashMap<String, u32>, Vec<String>) = Default::default();
        let mut sorted: Vec<(String, &str)> = Vec::new();
        let named = offers.iter().map(|offer| offer.organisation.as_deref().unwrap_or(""));
        let of_names: Vec<u32> = named
            .map(|name| {
                *known.entry(name.to_owned()).or_insert_with(|| {
                    let key = key(name);
                    if let Err(at) = sorted.binary_search_by(|(other, _)| other.cmp(&key))
                        && !key.is_empty()
                    {
                        sorted.insert(at, (key.clone(), name));
                    }
                    keys.push(key);
                    keys.len() as u32 - 1
                })
            })
            .collect();
        let (sorted, names): (Vec<String>, Vec<&str>) = sorted.into_iter().unzip();
        let number = |key: &String| sorted.binary_search(key).map_or(u32::MAX, |at| at as u32);
        let of_keys: Vec<u32> = keys.iter().map(number).collect();
        let of_offers: Vec<u32> = of_names.into_iter().map(|name| of_keys[name as usize]).collect();
        let mut sizes = vec![0_u32; names.len()];
        for &number in &of_offers {
            sizes.get_mut(number as usize).into_iter().for_each(|size| *size += 1);
        }
        let mut by_size: Vec<u32> = (0..names.len() as u32).collect();
        let size = |number: u32| sizes[number as usize];
        sort(&mut by_size, &|one, other| size(other).cmp(&size(one)).then(one.cmp(&other)));
        let names = names.into_iter().map(str::to_owned).collect();
        Self { names, of_offers, by_size, keys: sorted }
    }

    /// The number of the recruiter that `name` means.
    pub(super) fn meant(&self, name: &str) -> Option<u32> {
        self.keys.binary_search(&key(name)).ok().map(|at| at as u32)
    }
}
