//! The engine, from outside.

mod chance;
mod corrections;
mod gazetteer;
mod invented;
mod layering;
mod lexicons;
mod listings;
mod phrases;
mod query_laws;
mod reading_laws;
mod round_trip;
mod search;
mod search_laws;
mod truth;
mod unseen;
mod values;
mod words_laws;
