//! How well the engine finds: measures with floors, on graded sets of our own.

mod graded;
mod relevance;
mod stems;
