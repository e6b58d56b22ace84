//! Writes a JavaScript module shorter, with the esbuild that npm brings.

use crate::failure::Failure;
use crate::project::root;
use crate::{node, process};
use anyhow::{Context, Result};
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads a module and writes it shorter, as every browser reads it that has the WebAssembly of rustc.
const SCRIPT: &str = "\
    const text = require('fs').readFileSync(0, 'utf8');\
    const options = { format: 'esm', target: 'es2022', charset: 'utf8', minify: true };\
    process.stdout.write(require('esbuild').transformSync(text, options).code);";

/// The module `text` under short names and without blanks; where esbuild cannot run, as it came, which is told.
///
/// # Errors
/// When the user interrupts.
pub(super) fn minify(text: &str) -> Result<String> {
    match shorter(text) {
        Ok(shorter) => Ok(shorter),
        Err(error) => {
            process::check_interruption()?;
            eprintln!("warning: the script works, but stays bigger than it could be: {error:#}");
            Ok(text.to_owned())
        }
    }
}

fn shorter(text: &str) -> Result<String> {
    let node = node::find()?;
    node::install_packages(root())?;
    let mut esbuild = Command::new(node);
    esbuild.args(["--eval", SCRIPT]).current_dir(root());
    esbuild.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = esbuild.spawn().context("esbuild cannot be started")?;
    // It reads all before it writes.
    running.stdin.take().context("esbuild reads nothing")?.write_all(text.as_bytes())?;
    let done = running.wait_with_output()?;
    if !done.status.success() {
        return Err(Failure::new(
            format!("`{}` failed; its own message is above", process::shown(&esbuild)),
            "the esbuild of package-lock.json",
            "npm ci",
        )
        .into());
    }
    String::from_utf8(done.stdout).context("esbuild writes no text")
}
