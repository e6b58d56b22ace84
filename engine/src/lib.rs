//! Tremplin's engine: raw French job offers in, answers out.
//!
//! It knows no screen, no file, no network and no clock. In reading order, each module imports only what stands
//! above it.

pub mod calendar;
pub mod outline;
pub mod span;
pub mod text;

pub mod offer;

#[cfg(feature = "read")]
pub mod diagnostic;
#[cfg(feature = "read")]
pub mod document;
#[cfg(feature = "read")]
pub mod source;

#[cfg(feature = "read")]
pub mod layout;
#[cfg(feature = "read")]
pub mod segment;

#[cfg(feature = "read")]
pub mod extract;

pub mod dataset;

pub mod query;
pub mod search;
