//! The widget in a real browser: whole, in a shadow root, and each of its parts for what it is given.
#![cfg(target_arch = "wasm32")]

mod calendars;
mod comparison;
mod dom;
mod facets;
mod form;
mod kept;
mod maps;
mod page;
mod reading;
mod refusals;
mod results;
mod stage;
mod whole;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
