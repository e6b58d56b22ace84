//! French text made comparable: one code for offers and queries.

mod fold;
pub mod french;
pub mod stem;
pub mod synonyms;
mod words;

pub mod date;
pub mod number;

pub use fold::{Folded, fold};
pub use words::{Word, words};
