//! How it is drawn: properties in, callbacks out. Marks come from spans; nothing of an offer is ever parsed as HTML.

mod labels;
mod writing;

mod facts;
mod links;
mod marks;
mod prose;

mod icons;

mod combobox;

mod card;
mod chips;
mod facets;
mod form;
mod spot;

mod calendar;
mod map;

mod looks;

mod language;
mod offer;
mod results;

pub use chips::chips;
pub use facets::{facets, told, unknown};
pub use form::form;
pub use language::language;
pub use offer::open_offer;
pub use results::results;
pub(crate) use writing::{OFFER, OFFERS};
