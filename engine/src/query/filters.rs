//! The chosen values of each facet.

use super::{Bounds, Chosen, Openness};
use crate::calendar::Date;
use crate::offer::{Contract, Remote, StudyLevel};

/// The chosen values of each facet: OR inside a facet, AND across facets; an empty facet lets every offer through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// `contrat`
    pub contracts: Chosen<Contract>,
    /// `lieu`: countries, régions, départements, communes and postal codes by their labels (`Bretagne`,
    /// `Ille-et-Vilaine (35)`, `Rennes`, `75011`), or a point, `48.11,-1.68`.
    pub places: Chosen<String>,
    /// `rayon`: how far from a commune or a point, in kilometres; [`USUAL_RADIUS`] unless told. What has borders of its
    /// own (a région, a département, a postal code) is never widened.
    pub radius: Option<u16>,
    /// `teletravail`
    pub remotes: Chosen<Remote>,
    /// `niveau`
    pub levels: Chosen<StudyLevel>,
    /// `duree-min`, `duree-max`: a length in months that the post can have.
    pub duration: Bounds<u16>,
    /// `debut`, `debut-max`: days between which the post can start.
    pub start: Bounds<Date>,
    /// `limite-min`, `limite-max`: days between which one must apply at the latest.
    pub deadline: Bounds<Date>,
    /// `remuneration-min`: the least that is paid, in euros a month.
    pub least_pay: Option<u32>,
    /// `structure`: recruiters by name.
    pub organisations: Chosen<String>,
    /// `ouvertes`: 1 for open, 0 for the others.
    pub open: Chosen<Openness>,
}

/// How far from a commune offers are looked for when nobody tells, in kilometres.
pub const USUAL_RADIUS: u16 = 20;
/// The farthest, in kilometres.
pub const FARTHEST_RADIUS: u16 = 100;

/// What offers can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the field of `Filters` of that name")]
pub enum Facet {
    Contract,
    Place,
    Remote,
    Level,
    Duration,
    Start,
    Deadline,
    Pay,
    Organisation,
    Open,
}

impl Facet {
    /// Every facet, in their order.
    pub const ALL: [Self; 10] = [
        Self::Contract,
        Self::Place,
        Self::Remote,
        Self::Level,
        Self::Duration,
        Self::Start,
        Self::Deadline,
        Self::Pay,
        Self::Organisation,
        Self::Open,
    ];

    /// Its word in URLs and attributes; of several, the first.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contract => "contrat",
            Self::Place => "lieu",
            Self::Remote => "teletravail",
            Self::Level => "niveau",
            Self::Duration => "duree-min",
            Self::Start => "debut",
            Self::Deadline => "limite-max",
            Self::Pay => "remuneration-min",
            Self::Organisation => "structure",
            Self::Open => "ouvertes",
        }
    }
}

impl Filters {
    /// The radius around communes and points, in kilometres.
    pub fn radius(&self) -> u16 {
        self.radius.unwrap_or(USUAL_RADIUS).min(FARTHEST_RADIUS)
    }

    /// Whether the facet lets every offer through.
    pub fn is_free(&self, facet: Facet) -> bool {
        match facet {
            Facet::Contract => self.contracts.is_empty(),
            Facet::Place => self.places.is_empty(),
            Facet::Remote => self.remotes.is_empty(),
            Facet::Level => self.levels.is_empty(),
            Facet::Duration => self.duration.is_free(),
            Facet::Start => self.start.is_free(),
            Facet::Deadline => self.deadline.is_free(),
            Facet::Pay => self.least_pay.is_none(),
            Facet::Organisation => self.organisations.is_empty(),
            Facet::Open => self.open.is_empty(),
        }
    }

    /// Lets every offer through the facet.
    pub fn clear(&mut self, facet: Facet) {
        match facet {
            Facet::Contract => self.contracts = Chosen::default(),
            Facet::Place => (self.places, self.radius) = (Chosen::default(), None),
            Facet::Remote => self.remotes = Chosen::default(),
            Facet::Level => self.levels = Chosen::default(),
            Facet::Duration => self.duration = Bounds::default(),
            Facet::Start => self.start = Bounds::default(),
            Facet::Deadline => self.deadline = Bounds::default(),
            Facet::Pay => self.least_pay = None,
            Facet::Organisation => self.organisations = Chosen::default(),
            Facet::Open => self.open = Chosen::default(),
        }
    }

    /// Adds what `other` asks of the facet: one more value of a list, the narrower of two bounds.
    pub fn add(&mut self, other: &Self, facet: Facet) {
        match facet {
            Facet::Contract => self.contracts.extend(other.contracts.iter().copied()),
            Facet::Place => {
                self.places.extend(other.places.iter().cloned());
                self.radius = self.radius.max(other.radius);
            }
            Facet::Remote => self.remotes.extend(other.remotes.iter().copied()),
            Facet::Level => self.levels.extend(other.levels.iter().copied()),
            Facet::Duration => self.duration.narrow(other.duration),
            Facet::Start => self.start.narrow(other.start),
            Facet::Deadline => self.deadline.narrow(other.deadline),
            Facet::Pay => self.least_pay = self.least_pay.max(other.least_pay),
            Facet::Organisation => self.organisations.extend(other.organisations.iter().cloned()),
            Facet::Open => self.open.extend(other.open.iter().copied()),
        }
    }
}
