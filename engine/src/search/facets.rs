//! Filters and their counts: OR inside a facet, AND across facets, each facet counted under the choices of the others.

use super::Facets;
use crate::dataset::Dataset;
use crate::offer::{Contract, Offer, Remote, StudyLevel};
use crate::query::{Filters, Openness};
use crate::text::fold;

/// The regions of a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Regions {
    /// Their names, sorted as French sorts them; each spelling that comes first.
    names: Vec<String>,
    /// The same, made comparable.
    keys: Vec<String>,
    /// Where in `of_offers` each offer's regions end.
    ends: Vec<u32>,
    /// The regions of each offer in turn, as numbers in `names`, each once.
    of_offers: Vec<u8>,
}

/// How many regions are told apart; the Republic has eighteen, and a few neighbours do not harm.
const MOST_REGIONS: usize = 255;

impl Regions {
    /// Reads the regions of every place of every offer.
    pub(super) fn build(dataset: &Dataset) -> Self {
        let named = |offer: &Offer| -> Vec<(String, String)> {
            let regions = offer.places.iter().filter_map(|place| place.region.as_ref());
            regions
                .map(|name| (comparable(name), name.clone()))
                .filter(|r| !r.0.is_empty())
                .collect()
        };
        let mut spellings: Vec<(String, String)> = Vec::new();
        for (key, name) in dataset.offers.iter().flat_map(named) {
            if let Err(at) = spellings.binary_search_by(|(other, _)| other.cmp(&key)) {
                spellings.insert(at, (key, name));
            }
        }
        spellings.truncate(MOST_REGIONS);
        let (keys, names): (Vec<_>, Vec<_>) = spellings.into_iter().unzip();
        let mut regions = Self { names, keys, ..Self::default() };
        for offer in &dataset.offers {
            let start = regions.of_offers.len();
            for (key, _) in named(offer) {
                if let Ok(at) = regions.keys.binary_search(&key)
                    && !regions.of_offers[start..].contains(&(at as u8))
                {
                    regions.of_offers.push(at as u8);
                }
            }
            regions.ends.push(regions.of_offers.len() as u32);
        }
        regions
    }

    /// The regions as bytes: the names, a line each, a byte 0, then each offer's count and numbers.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for name in &self.names {
            bytes.extend(name.replace(['\0', '\n'], " ").as_bytes());
            bytes.push(b'\n');
        }
        bytes.push(0);
        for offer in 0..self.ends.len() {
            let regions = self.of(offer);
            bytes.push(regions.len() as u8);
            bytes.extend(regions);
        }
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) gave, for that many offers.
    pub(super) fn open(bytes: &[u8], offers: u32) -> Option<Self> {
        let end = bytes.iter().position(|&byte| byte == 0)?;
        let names = str::from_utf8(&bytes[..end]).ok()?.lines().map(str::to_owned);
        let names: Vec<String> = names.collect();
        let keys = names.iter().map(|name| comparable(name)).collect();
        let mut regions = Self { names, keys, ..Self::default() };
        let mut rest = &bytes[end + 1..];
        for _ in 0..offers {
            let (&count, after) = rest.split_first()?;
            let (numbers, after) = after.split_at_checked(count.into())?;
            if numbers.iter().any(|&number| usize::from(number) >= regions.names.len()) {
                return None;
            }
            regions.of_offers.extend(numbers);
            regions.ends.push(regions.of_offers.len() as u32);
            rest = after;
        }
        rest.is_empty().then_some(regions)
    }

    /// The dataset's own spelling of a region.
    pub(super) fn named(&self, name: &str) -> Option<&str> {
        let at = self.keys.binary_search(&comparable(name)).ok()?;
        self.names.get(at).map(String::as_str)
    }

    /// Whether each region is chosen.
    fn chosen(&self, filters: &Filters) -> Vec<bool> {
        let chosen: Vec<String> = filters.regions.iter().map(|name| comparable(name)).collect();
        self.keys.iter().map(|key| chosen.contains(key)).collect()
    }

    fn of(&self, offer: usize) -> &[u8] {
        let end = self.ends.get(offer).map_or(0, |&end| end as usize);
        let before = offer.checked_sub(1).and_then(|before| self.ends.get(before));
        self.of_offers.get(before.map_or(0, |&end| end as usize)..end).unwrap_or(&[])
    }
}

/// A region's name without what people write in different ways: case, accents, hyphens, spaces.
fn comparable(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How many facets there are.
const COUNT: usize = 5;

/// What the filters say of each offer.
pub(super) struct Sieve {
    /// Whether each offer passes each facet's choices, in the order of [`Filters`].
    passes: Vec<[bool; COUNT]>,
}

impl Sieve {
    /// Sifts the offers; `open` tells of each whether one can still apply.
    pub(super) fn new(
        dataset: &Dataset,
        regions: &Regions,
        filters: &Filters,
        open: &[Openness],
    ) -> Self {
        let chosen = regions.chosen(filters);
        let sift = |(number, (offer, open)): (usize, (&Offer, &Openness))| {
            let any_region = regions.of(number).iter().any(|&region| chosen[region as usize]);
            [
                filters.contracts.is_empty()
                    || offer.contract.is_some_and(|value| filters.contracts.contains(&value)),
                filters.regions.is_empty() || any_region,
                filters.remotes.is_empty()
                    || offer.remote.is_some_and(|value| filters.remotes.contains(&value)),
                filters.levels.is_empty()
                    || offer.study_level.iter().any(|value| filters.levels.contains(value)),
                filters.open.is_empty() || filters.open.contains(open),
            ]
        };
        Self { passes: dataset.offers.iter().zip(open).enumerate().map(sift).collect() }
    }

    /// Whether the offer passes every facet.
    pub(super) fn passes(&self, offer: usize) -> bool {
        self.passes_but(offer, COUNT)
    }

    /// Whether the offer passes every facet but one.
    fn passes_but(&self, offer: usize, facet: usize) -> bool {
        let passes = |(number, &passes): (usize, &bool)| passes || number == facet;
        self.passes[offer].iter().enumerate().all(passes)
    }

    /// Counts each facet's values among the offers that hold the words.
    pub(super) fn count(
        &self,
        dataset: &Dataset,
        regions: &Regions,
        open: &[Openness],
        held: &[bool],
    ) -> Facets {
        let mut facets = Facets {
            contracts: Contract::ALL.iter().map(|&value| (value, 0)).collect(),
            regions: regions.names.iter().map(|name| (name.clone(), 0)).collect(),
            remotes: Remote::ALL.iter().map(|&value| (value, 0)).collect(),
            levels: StudyLevel::ALL.iter().map(|&value| (value, 0)).collect(),
            open: Openness::ALL.iter().map(|&value| (value, 0)).collect(),
        };
        let counted = dataset.offers.iter().enumerate().filter(|&(number, _)| held[number]);
        for (number, offer) in counted {
            if self.passes_but(number, 0) {
                add(&mut facets.contracts, |value| offer.contract == Some(*value));
            }
            if self.passes_but(number, 1) {
                for &region in regions.of(number) {
                    facets.regions[region as usize].1 += 1;
                }
            }
            if self.passes_but(number, 2) {
                add(&mut facets.remotes, |value| offer.remote == Some(*value));
            }
            if self.passes_but(number, 3) {
                add(&mut facets.levels, |value| offer.study_level.contains(value));
            }
            if self.passes_but(number, 4) {
                add(&mut facets.open, |value| open[number] == *value);
            }
        }
        facets
    }
}

/// Counts one offer for each value that it has.
fn add<T>(counts: &mut [(T, u32)], has: impl Fn(&T) -> bool) {
    for (value, count) in counts {
        *count += u32::from(has(value));
    }
}
