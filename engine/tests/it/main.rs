//! The engine, from outside.

mod asking;
mod chance;
mod corrections;
mod gazetteer;
mod index_laws;
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
mod typo_laws;
mod unseen;
mod values;
mod words_laws;
