//! One value of one facet, chosen or not.

use tremplin_engine::offer::{Contract, Remote, StudyLevel};
use tremplin_engine::query::{Facet, Filters, Openness};

/// One value of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Of `contrat`.
    Contract(Contract),
    /// Of `lieu`: an area by its label.
    Place(String),
    /// Of `teletravail`.
    Remote(Remote),
    /// Of `niveau`.
    Level(StudyLevel),
    /// Of `structure`: a recruiter by name.
    Organisation(String),
    /// Of `ouvertes`.
    Open(Openness),
    /// Bounds of a facet that has no list: these, and no other filter.
    Bounds(Facet, Box<Filters>),
}

/// The facets that have bounds in place of a list.
const BOUNDED: [Facet; 4] = [Facet::Duration, Facet::Start, Facet::Deadline, Facet::Pay];

impl Choice {
    /// Every chosen value, facet by facet, each in its own order.
    pub fn of(filters: &Filters) -> Vec<Self> {
        let mut all = Vec::new();
        all.extend(filters.contracts.iter().copied().map(Self::Contract));
        all.extend(filters.places.iter().cloned().map(Self::Place));
        all.extend(filters.remotes.iter().copied().map(Self::Remote));
        all.extend(filters.levels.iter().copied().map(Self::Level));
        for facet in BOUNDED {
            if !filters.is_free(facet) {
                let mut alone = Filters::default();
                alone.add(filters, facet);
                all.push(Self::Bounds(facet, Box::new(alone)));
            }
        }
        all.extend(filters.organisations.iter().cloned().map(Self::Organisation));
        all.extend(filters.open.iter().copied().map(Self::Open));
        all
    }

    /// Its facet.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Contract(_) => Facet::Contract,
            Self::Place(_) => Facet::Place,
            Self::Remote(_) => Facet::Remote,
            Self::Level(_) => Facet::Level,
            Self::Organisation(_) => Facet::Organisation,
            Self::Open(_) => Facet::Open,
            Self::Bounds(facet, _) => *facet,
        }
    }

    /// Whether it is chosen.
    pub fn is_in(&self, filters: &Filters) -> bool {
        match self {
            Self::Contract(value) => filters.contracts.contains(value),
            Self::Place(value) => filters.places.contains(value),
            Self::Remote(value) => filters.remotes.contains(value),
            Self::Level(value) => filters.levels.contains(value),
            Self::Organisation(value) => filters.organisations.contains(value),
            Self::Open(value) => filters.open.contains(value),
            Self::Bounds(facet, _) => !filters.is_free(*facet),
        }
    }

    /// Chooses it, or no longer.
    pub fn toggle(self, filters: &mut Filters) {
        match self {
            Self::Contract(value) => filters.contracts.toggle(value),
            Self::Place(value) => {
                filters.places.toggle(value);
                if filters.places.is_empty() {
                    filters.radius = None;
                }
            }
            Self::Remote(value) => filters.remotes.toggle(value),
            Self::Level(value) => filters.levels.toggle(value),
            Self::Organisation(value) => filters.organisations.toggle(value),
            Self::Open(value) => filters.open.toggle(value),
            Self::Bounds(facet, bounds) => {
                // Other bounds take the place of those that are there.
                let mut held = Filters::default();
                held.add(filters, facet);
                filters.clear(facet);
                if held != *bounds {
                    filters.add(&bounds, facet);
                }
            }
        }
    }
}
