//! What the site publishes, read by parsers that are not ours: see `tests/site/`.

use super::succeed;
use crate::project::{root, target};
use crate::{dist, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A day on which the deadlines of the seeds are ahead: their files for calendars are made then.
const EARLY: &str = "2022-01-01";

/// Runs every test of what the built site publishes.
pub(super) fn check(node: &Path) -> Result<()> {
    let early = draw_early()?;
    let folder = root().join("tests/site");
    let mut command = Command::new(node);
    command.arg("--test").args(tests(&folder)?).current_dir(root());
    command.env("DIST", dist::folder()).env("EARLY", early);
    succeed(&mut command, super::TESTS)
}

/// The modules of a folder, in the order of their names.
fn tests(folder: &Path) -> Result<Vec<PathBuf>> {
    let unread = || format!("{} cannot be read", folder.display());
    let entries = fs::read_dir(folder).with_context(unread)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "mjs"));
    files.sort();
    Ok(files)
}

/// Draws the pages as on that day, into a file.
fn draw_early() -> Result<PathBuf> {
    let mut command = dist::prerender();
    let output = process::read(command.args([EARLY, "fr"]))?;
    ensure!(output.status.success(), "`{}` failed", process::shown(&command));
    let file = target()?.join("early.json");
    fs::write(&file, output.stdout)
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}
