//! Tremplin: a search widget for French job offers, wholly in the browser.
