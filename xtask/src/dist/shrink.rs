//! Makes the WebAssembly file smaller with binaryen's wasm-opt, which npm brings.

use crate::failure::Failure;
use crate::project::{root, target};
use crate::{node, process};
use anyhow::{Context, Result};
use std::fs;
use std::process::Command;

/// What rustc lets WebAssembly use by default; the file itself no longer says so after wasm-bindgen.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// For size, then twice more once the control flow has been laid flat and built anew.
///
/// What counts is the size once compressed: functions that are called once stay apart unless they are tiny, and lie in
/// the order of their names, so that those made of one generic are neighbours. The file is larger by a hundredth, and
/// smaller by a twentieth when compressed.
const PASSES: [&str; 9] = [
    // What rustc lays out leaves the first kilobyte to the stack.
    "--low-memory-unused",
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-debug",
];

/// Shrinks the WebAssembly file of a package; where wasm-opt cannot run, hands it back as it came, and says so.
///
/// # Errors
/// When a file cannot be written or read, or the user interrupts.
pub(crate) fn shrink(wasm: Vec<u8>, package: &str) -> Result<Vec<u8>> {
    match optimise(&wasm, package) {
        Ok(smaller) => Ok(smaller),
        Err(error) => {
            process::check_interruption()?;
            eprintln!("warning: {package} works, but stays bigger than it could be: {error:#}");
            Ok(wasm)
        }
    }
}

fn optimise(wasm: &[u8], package: &str) -> Result<Vec<u8>> {
    let node = node::find()?;
    node::install_packages(root())?;
    let folder = target()?.join("shrunk").join(package);
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    // It takes long, and often the sources are the same.
    if fs::read(&before).is_ok_and(|last| last == wasm)
        && let Ok(done) = fs::read(&after)
    {
        eprintln!("same as last time");
        return Ok(done);
    }
    let prepare = || {
        fs::create_dir_all(&folder)?;
        if after.exists() {
            fs::remove_file(&after)?;
        }
        fs::write(&before, wasm)
    };
    prepare().with_context(|| format!("{} cannot be written", before.display()))?;
    let mut optimiser = Command::new(node);
    optimiser.arg(root().join("node_modules/binaryen/bin/wasm-opt")).args(PASSES).args(FEATURES);
    optimiser.arg(&before).arg("-o").arg(&after);
    if !process::run(&mut optimiser)?.success() {
        return Err(Failure::new(
            format!("`{}` failed; its own message is above", process::shown(&optimiser)),
            "the binaryen of package-lock.json",
            "npm ci",
        )
        .into());
    }
    fs::read(&after).with_context(|| format!("{} cannot be read", after.display()))
}
