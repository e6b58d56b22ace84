//! Tremplin: a search widget for French job offers, wholly in the browser.
//!
//! In reading order, each module imports only what stands above it: what is searched, what is shown, how it is drawn,
//! what the browser does and stores, the application, and the custom element that holds it.

pub mod late;

pub mod catalogue;
pub mod texts;

pub mod state;

pub mod view;

pub mod browser;

pub mod keeping;

pub mod app;

pub mod element;
