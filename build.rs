//! Compiles `seeds/` into the dataset that the widget embeds.
fn main() {}
