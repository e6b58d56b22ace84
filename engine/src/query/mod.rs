//! What a visitor asks: words, chosen facet values, an order. Parsing is lenient and total.

mod bounds;
mod chosen;
mod filters;
pub mod plain;
pub mod typed;
mod url;

use crate::offer::Status;

pub use bounds::Bounds;
pub use chosen::Chosen;
pub use filters::{FARTHEST_RADIUS, Facet, Filters, USUAL_RADIUS};

/// What a visitor asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, as typed.
    pub words: String,
    /// Chosen values of facets.
    pub filters: Filters,
    /// In which order.
    pub sort: Sort,
}

/// Two sides of [`Status`]: one can apply, or it is too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Openness {
    /// Open.
    Open,
    /// Closed, or probably filled.
    Closed,
}

impl From<Status> for Openness {
    fn from(status: Status) -> Self {
        if status == Status::Open { Self::Open } else { Self::Closed }
    }
}

/// The order of the answers; in each, open offers come before closed ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// `pertinence`: best match first; without words, soonest deadline first.
    #[default]
    Relevance,
    /// `limite`: soonest deadline first, unknown last.
    Deadline,
    /// `debut`: soonest start first, unknown last.
    Start,
    /// `remuneration`: best paid first, unknown last.
    Pay,
    /// `recent`: latest published (or else latest deadline or start) first.
    Recent,
    /// `proximite`: nearest to the chosen places first, unknown last.
    Distance,
}

impl Openness {
    /// Every value, in its own order.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Closed];
}

impl Sort {
    /// Every order, in the order in which a list offers them.
    pub const ALL: &'static [Self] =
        &[Self::Relevance, Self::Deadline, Self::Start, Self::Pay, Self::Recent, Self::Distance];
}

impl Query {
    /// The query of a typed text.
    pub fn parse(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// Reads URL pairs, forgivingly: unknown keys and values are dropped, the first of a single-valued key counts.
    /// Several values come as repeated keys; those of closed lists also between commas or spaces.
    pub fn from_url<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        url::read(pairs)
    }

    /// The pairs that [`from_url`](Self::from_url) reads back; defaults are left out, and so are blank names, which
    /// filter nothing.
    pub fn to_url(&self) -> Vec<(&'static str, String)> {
        url::write(self)
    }
}
