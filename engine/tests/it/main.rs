//! The engine, from outside.

mod truth;
