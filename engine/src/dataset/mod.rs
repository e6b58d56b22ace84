//! The dataset: every offer of a folder, and its JSON.

use crate::json::{self, Malformed};
use crate::offer::Offer;
use std::fmt;

#[cfg(feature = "read")]
mod compile;
#[cfg(feature = "read")]
mod embedded;
#[cfg(feature = "read")]
mod open;
#[cfg(feature = "read")]
mod parallel;
mod reopen;
mod stored;
#[cfg(feature = "read")]
mod suspect;

#[cfg(feature = "read")]
pub use compile::{compile, explain};
#[cfg(feature = "read")]
pub use open::open;

/// Version of the JSON that [`Dataset::to_json`] writes.
pub const VERSION: u32 = 1;

/// Every offer of a folder, in file order and then in the order of the file.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "read", derive(serde::Serialize))]
pub struct Dataset {
    /// Form of the JSON: [`VERSION`].
    pub version: u32,
    /// The offers.
    pub offers: Vec<Offer>,
}

impl Default for Dataset {
    fn default() -> Self {
        Self { version: VERSION, offers: Vec::new() }
    }
}

impl Dataset {
    /// The dataset as JSON: the same bytes for the same offers.
    #[cfg(feature = "read")]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self)
            .unwrap_or_else(|error| unreachable!("a dataset is plain data: {error}"))
    }

    /// Reads what [`to_json`](Self::to_json) wrote, or [`to_embedded`](Self::to_embedded).
    ///
    /// # Errors
    /// When `json` is not a dataset, or is one of another version.
    pub fn from_json(json: &str) -> Result<Self, NoDataset> {
        stored::dataset(json::read(json).map_err(NoDataset::Json)?).ok_or(NoDataset::Version)
    }
}

/// Why a text is no dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDataset {
    /// It is no JSON.
    Json(Malformed),
    /// It is JSON, and no dataset of [`VERSION`].
    Version,
    /// Open data without a list of offers.
    Offers,
    /// Open data in which the offer of that number, from 1, is none.
    Offer(u32),
}

impl fmt::Display for NoDataset {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(malformed) => malformed.fmt(formatter),
            Self::Version => write!(formatter, "no dataset of version {VERSION}"),
            Self::Offers => formatter.write_str("no list of offers"),
            Self::Offer(number) => write!(formatter, "offer {number} is none"),
        }
    }
}

impl std::error::Error for NoDataset {}
