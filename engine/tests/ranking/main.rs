//! How well the engine finds: measures with floors, on graded sets of our own.

mod relevance;
mod stems;
mod weight;
