//! How it is drawn: properties in, callbacks out. Marks come from spans; nothing of an offer is ever parsed as HTML.

mod labels;
mod writing;

mod facts;
mod links;
mod marks;
mod prose;

mod icons;

mod card;
mod chips;
mod compare;
mod facets;
mod form;
mod keeping;
mod spot;

mod calendar;
mod map;

mod looks;

mod language;
mod offer;
mod results;

pub use chips::chips;
pub use compare::compare;
pub use facets::facets;
pub use form::form;
pub(crate) use keeping::{fleeting, gone};
pub use language::language;
pub use offer::{Here, open_offer};
pub use results::results;
pub(crate) use writing::OFFER;

use tremplin_engine::offer::Offer;

/// What an offer is called.
pub(crate) fn title(offer: &Offer) -> &str {
    offer.title.as_deref().unwrap_or(&offer.heading)
}
