//! French text made comparable: one code for offers and queries.

mod fold;
pub mod french;
#[cfg(feature = "read")]
mod grams;
#[cfg(feature = "read")]
mod near;
#[cfg(feature = "read")]
mod pattern;
pub mod stem;
pub mod synonyms;
mod words;

pub mod date;
pub mod number;

pub use fold::{Folded, fold};
#[cfg(feature = "read")]
pub(crate) use grams::Grams;
#[cfg(feature = "read")]
pub use near::nearest;
#[cfg(feature = "read")]
pub(crate) use pattern::plain;
pub use words::{Form, Forms, Word, words};
