//! One value of one facet, chosen or not.

use tremplin_engine::offer::{Contract, Remote, StudyLevel};
use tremplin_engine::query::{Filters, Openness};

/// One value of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Of `contrat`.
    Contract(Contract),
    /// Of `lieu`: a region, by its name.
    Region(String),
    /// Of `teletravail`.
    Remote(Remote),
    /// Of `niveau`.
    Level(StudyLevel),
    /// Of `ouvertes`.
    Open(Openness),
}

impl Choice {
    /// Every chosen value, facet by facet, each in its own order.
    pub fn of(filters: &Filters) -> Vec<Self> {
        let Filters { contracts, regions, remotes, levels, open } = filters;
        let contracts = contracts.iter().copied().map(Self::Contract);
        let regions = regions.iter().cloned().map(Self::Region);
        let remotes = remotes.iter().copied().map(Self::Remote);
        let levels = levels.iter().copied().map(Self::Level);
        let open = open.iter().copied().map(Self::Open);
        contracts.chain(regions).chain(remotes).chain(levels).chain(open).collect()
    }

    /// Whether it is chosen.
    pub fn is_in(&self, filters: &Filters) -> bool {
        match self {
            Self::Contract(value) => filters.contracts.contains(value),
            Self::Region(value) => filters.regions.contains(value),
            Self::Remote(value) => filters.remotes.contains(value),
            Self::Level(value) => filters.levels.contains(value),
            Self::Open(value) => filters.open.contains(value),
        }
    }

    /// Chooses it, or no longer.
    pub fn toggle(self, filters: &mut Filters) {
        match self {
            Self::Contract(value) => filters.contracts.toggle(value),
            Self::Region(value) => filters.regions.toggle(value),
            Self::Remote(value) => filters.remotes.toggle(value),
            Self::Level(value) => filters.levels.toggle(value),
            Self::Open(value) => filters.open.toggle(value),
        }
    }
}
