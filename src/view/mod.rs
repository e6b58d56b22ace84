//! How it is drawn: properties in, callbacks out. Marks come from spans; nothing of an offer is ever parsed as HTML.

mod labels;
mod writing;

mod facts;
mod links;
mod marks;
mod prose;

mod awaited;
mod icons;
mod markup;
mod part;

mod combobox;

mod card;
mod chips;
mod compare;
mod facets;
mod form;
mod keeping;
mod rows;
mod spot;

mod calendar;
mod map;

mod looks;

mod keys;
mod language;
mod offer;
mod results;

pub use chips::chips;
pub use compare::compare;
pub use facets::{facets, told, unknown};
pub use form::form;
pub(crate) use keeping::{fleeting, gone};
pub use keys::slash;
pub use language::language;
#[cfg(feature = "prerender")]
pub use offer::page::{calendar, offer_links, offer_page, offer_text};
pub use offer::{Here, open_offer};
pub(crate) use part::{Draw, part};
pub use results::{Place, results};
pub(crate) use writing::{OFFER, OFFERS};

use tremplin_engine::offer::Offer;

/// What an offer is called.
pub(crate) fn title(offer: &Offer) -> &str {
    offer.title.as_deref().unwrap_or(&offer.heading)
}

/// The tag of a heading of that level.
pub(crate) fn heading(level: u8) -> &'static str {
    match level {
        ..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
