//! How it is drawn: properties in, callbacks out. Marks come from spans; nothing of an offer is ever parsed as HTML.

mod french;
mod labels;

mod facts;
mod links;
mod marks;
mod prose;

mod icons;

mod card;
mod chips;
mod facets;
mod form;
mod offer;
mod results;

pub use chips::Chips;
pub use facets::Facets;
pub use form::Form;
pub use french::plural;
pub use offer::OpenOffer;
pub use results::Results;
