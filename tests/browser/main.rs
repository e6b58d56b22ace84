//! In-browser tests.
fn main() {}
