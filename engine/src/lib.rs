//! Tremplin's engine: raw French job offers in, answers out.
//!
//! It knows no screen, no file, no network and no clock. In reading order: each module imports only what stands
//! above it.
//!
//! ```
//! use tremplin_engine::calendar::Date;
//! use tremplin_engine::dataset::compile;
//! use tremplin_engine::query::Query;
//! use tremplin_engine::search::{Index, search};
//! use tremplin_engine::source::Source;
//!
//! let text = "Le Verger (Nantes – 44000) – Stage chargé·e de récolte\n\nGratification : 800 € par mois\n";
//! let (dataset, diagnostics) = compile(&[Source { name: "verger.txt".into(), bytes: text.into() }]);
//! assert!(diagnostics.is_empty());
//! assert_eq!(dataset.offers[0].title.as_deref(), Some("Chargé·e de récolte"));
//!
//! let today = Date::new(2026, 11, 22).expect("a day of the calendar");
//! let answer = search(&dataset, &Index::build(&dataset), &Query::parse("chargee nantes"), today, 20);
//! assert_eq!(answer.hits.len(), 1);
//! ```

mod sort;

pub mod span;

pub mod json;

pub mod calendar;

pub mod text;

pub mod outline;

pub mod atlas;

pub mod offer;

#[cfg(feature = "read")]
pub mod diagnostic;

#[cfg(feature = "read")]
pub mod document;

#[cfg(feature = "read")]
pub mod source;

#[cfg(feature = "read")]
pub mod gazetteer;

#[cfg(feature = "read")]
pub mod lexicon;

#[cfg(feature = "read")]
pub mod layout;

#[cfg(feature = "read")]
pub mod segment;

#[cfg(feature = "read")]
pub mod extract;

#[cfg(feature = "read")]
pub mod correction;

pub mod dataset;

pub mod query;

#[cfg(feature = "read")]
pub mod settings;

#[cfg(feature = "read")]
pub mod publish;

pub mod search;
