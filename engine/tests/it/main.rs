//! The engine, from outside.

mod gazetteer;
