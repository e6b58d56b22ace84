//! A block's text -> an offer: one file a field, each a table of rules.

pub mod gazetteer;
pub mod grammar;
pub mod rule;
