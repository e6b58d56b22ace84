//! A block's text -> an offer: one file a field, each a table of rules.

pub mod gazetteer;
pub mod grammar;
pub mod rule;

mod deadline;
mod duration;
mod published;
mod start;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::Offer;

/// Reads the values of the post: dates, lengths, pay, levels, ways to apply.
///
/// The order matters where one value is read in the light of another: a deadline without a year needs the start.
pub fn values(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    duration::read(document, offer, diagnostics);
    start::read(document, offer, diagnostics);
    published::read(document, offer, diagnostics);
    deadline::read(document, offer, diagnostics);
}
