//! Tremplin's tasks.

mod gazetteer;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["gazetteer"] => gazetteer::run(None),
        ["gazetteer", "--from", folder] => gazetteer::run(Some(Path::new(folder))),
        _ => Err("usage: cargo xtask gazetteer [--from FOLDER]".into()),
    }
}
