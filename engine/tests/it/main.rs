//! The engine, from outside.

mod asking;
mod bad_input;
mod chance;
mod complaints;
mod corrections;
mod gazetteer;
mod heads;
mod index_laws;
mod invented;
mod laws;
mod layering;
mod lexicons;
mod listings;
#[path = "../../benches/reading/offers.rs"]
mod offers;
mod phrases;
mod plain;
mod query_laws;
mod reading_laws;
mod round_trip;
mod search;
mod search_laws;
mod truth;
mod typo_laws;
mod unseen;
mod values;
mod ways;
mod words_laws;
