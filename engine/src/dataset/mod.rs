//! The dataset: every offer of a folder, and its JSON.

use crate::offer::Offer;
use serde::Serialize;
use serde::de::Error;

#[cfg(feature = "read")]
mod compile;
#[cfg(feature = "read")]
mod open;
#[cfg(feature = "read")]
mod parallel;
#[cfg(feature = "read")]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    pub fn to_json(&self) -> String {
        serde_json::to_string(self)
            .unwrap_or_else(|error| unreachable!("a dataset is plain data: {error}"))
    }

    /// Reads what [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// When `json` is not a dataset, or is one of another version.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        let value = serde_json::from_str(json)?;
        stored::dataset(value)
            .ok_or_else(|| Error::custom(format_args!("no dataset of version {VERSION}")))
    }
}
