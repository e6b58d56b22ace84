//! Cuts a compiled program in three, where its sources say (`src/late.rs`): what runs first, the search, and what comes late.

use super::{Effort, places};
use crate::project::target;
use anyhow::{Context, Result, anyhow, ensure};
use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::{CustomSection, Encode, Section};

/// The name of the section in which a part holds the one that comes after it.
const NEXT: &str = "next";

/// A program in three parts, and what the last two share.
pub(crate) struct Cut {
    /// What runs first, for wasm-bindgen to bind.
    pub(crate) first: PathBuf,
    /// What follows it: it takes its memory and its table from the first's exports.
    pub(crate) search: Vec<u8>,
    /// What comes late; so does it.
    pub(crate) late: Vec<u8>,
    /// What both of them call, to be there before either; empty when there is none.
    pub(crate) shared: Vec<u8>,
}

/// Cuts a program that was compiled to be cut; with effort, its panics forget their places.
///
/// # Errors
/// When it cannot be cut, or in other parts.
pub(crate) fn cut(compiled: &Path, package: &str, effort: Effort) -> Result<Cut> {
    let mut input =
        fs::read(compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    if effort == Effort::Full {
        input = places::forget(&input)?;
    }
    let folder = target()?.join("cut").join(package);
    let first = folder.join(format!("{package}.wasm"));
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &first;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .with_context(|| format!("{} cannot be cut", compiled.display()))?;
    let [mut search, mut late, mut shared] = [const { Vec::new() }; 3];
    for file in parts.split_modules {
        let part = match file.file_stem().and_then(|name| name.to_str()) {
            Some("split_Search") => &mut search,
            Some("split_Late") => &mut late,
            Some(name) if name.starts_with("chunk_") => &mut shared,
            _ => return Err(anyhow!("{package} has an unknown part: {}", file.display())),
        };
        ensure!(part.is_empty(), "{package} has a part more than src/late.rs says");
        *part = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    }
    ensure!(!search.is_empty() && !late.is_empty(), "{package} was not cut in three");
    Ok(Cut { first, search, late, shared })
}

/// One file of two parts: `first`, unless it is empty, with the `next` in a section of it. A browser compiles the first as
/// it comes.
pub(crate) fn chain(mut first: Vec<u8>, next: Vec<u8>) -> Vec<u8> {
    if first.is_empty() {
        return next;
    }
    let section = CustomSection { name: NEXT.into(), data: Cow::Owned(next) };
    first.push(section.id());
    section.encode(&mut first);
    first
}

#[cfg(test)]
mod tests {
    use super::chain;
    use wasmparser::{Parser, Payload};

    #[test]
    fn a_part_holds_the_next() -> anyhow::Result<()> {
        let empty = wasm_encoder::Module::new().finish();
        assert_eq!(chain(Vec::new(), empty.clone()), empty);
        let part = chain(empty, b"what follows".to_vec());
        let mut held = Vec::new();
        for payload in Parser::new(0).parse_all(&part) {
            if let Payload::CustomSection(section) = payload? {
                held.push((section.name().to_owned(), section.data().to_vec()));
            }
        }
        assert_eq!(held, [("next".to_owned(), b"what follows".to_vec())]);
        Ok(())
    }
}
