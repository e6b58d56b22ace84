//! French text made comparable: one code for offers and queries.

mod fold;

pub use fold::{Folded, fold};
