//! Tremplin's tasks.
fn main() {}
