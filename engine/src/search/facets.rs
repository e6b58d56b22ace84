//! Filters and their counts: OR inside a facet, AND across facets, each facet counted under the choices of the others.

use super::bits::Bits;
use super::columns::{Columns, number};
use super::{Facets, HIGHEST_STEP, PAY_STEP};
use crate::offer::{Contract, Remote, StudyLevel};
use crate::query::{Bounds, Facet, Filters, Openness};
use std::rc::Rc;

/// What the filters say of each offer.
pub(super) struct Sieve {
    /// For each facet that does not let everything through, the offers that pass it.
    passes: Vec<(Facet, Bits)>,
    /// The offers to which one can still apply.
    open: Rc<Bits>,
}

impl Sieve {
    /// Sifts the offers by `filters`, on a day when one can apply to those that are `open`.
    pub(super) fn new(columns: &Columns, filters: &Filters, open: Rc<Bits>) -> Self {
        let asked = Facet::ALL.into_iter().filter(|&facet| !filters.is_free(facet));
        let passes = asked.map(|facet| (facet, passing(columns, filters, facet, &open))).collect();
        Self { passes, open }
    }

    /// Those of `held` that pass every facet, but perhaps one.
    pub(super) fn sift(&self, held: &Bits, but: Option<Facet>) -> Bits {
        let mut left = held.clone();
        let others = self.passes.iter().filter(|(facet, _)| Some(*facet) != but);
        others.for_each(|(_, passes)| left.keep(passes));
        left
    }

    /// Counts each facet's values among the offers that hold the words.
    pub(super) fn count(&self, columns: &Columns, held: &Bits) -> Facets {
        let under_others = |facet| self.sift(held, Some(facet));
        let counts = |sets: &[Bits], facet| {
            let left = under_others(facet);
            sets.iter().map(|set| set.count_both(&left)).collect::<Vec<u32>>()
        };
        let (contracts, remotes, levels) = (
            counts(&columns.contracts, Facet::Contract),
            counts(&columns.remotes, Facet::Remote),
            counts(&columns.levels, Facet::Level),
        );
        let left = under_others(Facet::Open);
        let open = left.count_both(&self.open);
        let mut in_areas = vec![0; columns.places.areas().len()];
        under_others(Facet::Place).each(|offer| {
            columns.places.of(offer).iter().for_each(|&area| in_areas[area as usize] += 1);
        });
        let mut by_organisation = vec![0; columns.organisations.names.len()];
        under_others(Facet::Organisation).each(|offer| {
            let number = columns.organisations.of_offers[offer] as usize;
            by_organisation.get_mut(number).into_iter().for_each(|count| *count += 1);
        });
        let of_any_pay = under_others(Facet::Pay);
        let (mut paid, mut pay): (u32, Vec<u32>) = (0, Vec::new());
        of_any_pay.each(|offer| {
            let euros = columns.pay[offer];
            if euros > 0 {
                let step = (euros / PAY_STEP).min(HIGHEST_STEP) as usize;
                if pay.len() <= step {
                    pay.resize(step + 1, 0);
                }
                pay[step] += 1;
                paid += 1;
            }
        });
        Facets {
            paid: [of_any_pay.count(), paid],
            pay,
            contracts: Contract::ALL.iter().copied().zip(contracts).collect(),
            areas: in_areas,
            remotes: Remote::ALL.iter().copied().zip(remotes).collect(),
            levels: StudyLevel::ALL.iter().copied().zip(levels).collect(),
            organisations: by_organisation,
            open: vec![(Openness::Open, open), (Openness::Closed, left.count() - open)],
        }
    }
}

/// The offers that pass what is asked of one facet.
fn passing(columns: &Columns, filters: &Filters, facet: Facet, open: &Bits) -> Bits {
    let count = columns.offers;
    match facet {
        Facet::Contract => any(count, &columns.contracts, Contract::ALL, &filters.contracts),
        Facet::Remote => any(count, &columns.remotes, Remote::ALL, &filters.remotes),
        Facet::Level => any(count, &columns.levels, StudyLevel::ALL, &filters.levels),
        Facet::Place => columns.places.chosen(filters),
        Facet::Organisation => {
            let names = filters.organisations.iter();
            let chosen: Vec<u32> =
                names.filter_map(|name| columns.organisations.meant(name)).collect();
            Bits::of(count, |at| chosen.contains(&columns.organisations.of_offers[at]))
        }
        Facet::Duration => Bits::of(count, |at| {
            let [least, most] = columns.durations[at];
            most > 0 && filters.duration.meet(least, most)
        }),
        Facet::Start => {
            let bounds = numbers(filters.start);
            Bits::of(count, |at| {
                let [first, last] = columns.starts[at];
                last > 0 && bounds.meet(first, last)
            })
        }
        Facet::Deadline => {
            let bounds = numbers(filters.deadline);
            let of = |at: usize| columns.deadlines[at];
            Bits::of(count, |at| of(at) > 0 && bounds.meet(of(at), of(at)))
        }
        Facet::Pay => {
            let least = filters.least_pay.unwrap_or(0);
            Bits::of(count, |at| columns.pay[at] > 0 && columns.pay[at] >= least)
        }
        Facet::Open => {
            let wanted = |value| filters.open.contains(&value);
            let open_too = wanted(Openness::Open);
            let closed_too = wanted(Openness::Closed);
            Bits::of(count, |at| if open.holds(at) { open_too } else { closed_too })
        }
    }
}

/// The offers that have any of the chosen values.
fn any<T: PartialEq>(count: usize, sets: &[Bits], all: &[T], chosen: &[T]) -> Bits {
    let mut passes = Bits::none(count);
    let chosen = all.iter().zip(sets).filter(|(value, _)| chosen.contains(value));
    chosen.for_each(|(_, set)| passes.add(set));
    passes
}

fn numbers(bounds: Bounds<crate::calendar::Date>) -> Bounds<u32> {
    Bounds { least: bounds.least.map(number), most: bounds.most.map(number) }
}
