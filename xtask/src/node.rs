//! Node.js and the packages of a `package-lock.json`: the project's, with wasm-opt and the browser driver of the
//! end-to-end tests, or that of `bench/`, with the engines that ours is measured beside.

use crate::failure::Failure;
use crate::process;
use crate::project::find_program;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Oldest Node.js that the packages run on.
const OLDEST: u32 = 18;

/// Where the lock file that `node_modules/` was installed from is kept.
const INSTALLED: &str = "node_modules/.installed-package-lock.json";

/// `node` of this machine, if it is there and recent enough; else why not.
///
/// # Errors
/// Tells what is missing.
pub(crate) fn find() -> Result<PathBuf, Failure> {
    let needs = || format!("Node.js {OLDEST} or later, and npm");
    let remedy = "apt-get install -y nodejs npm";
    let Some(node) = find_program(&["node", "nodejs"]) else {
        return Err(Failure::new("Node.js is not on this machine", needs(), remedy));
    };
    let version = process::first_line(Command::new(&node).arg("--version")).unwrap_or_default();
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Err(Failure::new(
            format!("{} says its version is {version:?}: too old", node.display()),
            needs(),
            remedy,
        ));
    }
    if find_program(&["npm"]).is_none() {
        return Err(Failure::new("Node.js is here, but npm is not", needs(), remedy));
    }
    Ok(node)
}

/// Installs the `node_modules/` of a folder from its lock file, unless it was already.
///
/// # Errors
/// When `npm ci` fails.
pub(crate) fn install_packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let installed = folder.join(INSTALLED);
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    eprintln!("installing {} from its lock file (npm ci)", folder.join("node_modules").display());
    let mut npm = Command::new(find_program(&["npm"]).unwrap_or_else(|| "npm".into()));
    npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
    if !process::run(&mut npm)?.success() {
        return Err(Failure::new(
            "`npm ci` failed; its own message is above",
            "the npm registry, once, to fetch the packages of package-lock.json",
            "npm ci",
        )
        .into());
    }
    fs::write(&installed, wanted)
        .with_context(|| format!("{} cannot be written", installed.display()))
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn versions_of_node() {
        for (version, read) in [
            ("v20.20.2", Some(20)),
            ("v6.0.0-pre", Some(6)),
            ("", None),
            ("20.1", None),
            ("vx", None),
        ] {
            assert_eq!(major(version), read, "{version}");
        }
    }
}
