//! French text made comparable: one code for offers and queries.

mod fold;

pub mod date;
pub mod number;

pub use fold::{Folded, fold};
