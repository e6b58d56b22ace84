//! The engine, from outside.

mod gazetteer;
mod truth;
