//! Cuts a compiled program in two, where its sources say (`src/late.rs`): what runs first, and what comes late.

use super::{Effort, places};
use crate::project::target;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// A program in two parts.
pub(crate) struct Cut {
    /// What runs first, for wasm-bindgen to bind.
    pub(crate) first: PathBuf,
    /// What comes late: it takes its memory and its table from the first's exports.
    pub(crate) late: Vec<u8>,
}

/// Cuts a program that was compiled to be cut; with effort, its panics forget their places.
///
/// # Errors
/// When it cannot be cut, or in more parts than two.
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
    let [late] = &parts.split_modules[..] else {
        bail!("{package} was cut in {} parts beside the first, not one", parts.split_modules.len());
    };
    let late = fs::read(late).with_context(|| format!("{} cannot be read", late.display()))?;
    Ok(Cut { first, late })
}
