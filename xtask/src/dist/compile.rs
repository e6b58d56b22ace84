//! Compiles a package for WebAssembly.

use crate::failure::Failure;
use crate::process;
use crate::toolchain::{Purpose, Toolchain};
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::PathBuf;

/// In how many parts a program ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// One, which holds all.
    One,
    /// Two: [`cut`](super::cut) makes them of what is compiled so.
    Several,
}

/// Up to which size a function is written out where it is called, when the whole program is linked. At `opt-level = "z"` LLVM
/// stops at 5: with 12 a keystroke is a quarter shorter, and the program no larger.
const INLINING: &str = "-Cllvm-args=-inline-threshold=12";

/// Compiles a package of the workspace as the widget ships; gives the WebAssembly file.
///
/// # Errors
/// When cargo fails (its messages have been shown), or names no WebAssembly file.
pub(crate) fn compile(toolchain: &Toolchain, package: &str, parts: Parts) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo("rustc", Purpose::Site)?;
    cargo.args(["--package", package, "--lib", "--profile", "widget"]);
    // Messages for people stay on stderr; stdout tells where the file is.
    cargo.arg("--message-format=json-render-diagnostics");
    // One form of library alone is linked, and only its linking is told to keep what the cut needs.
    cargo.args(["--crate-type", "cdylib"]);
    if parts == Parts::Several {
        cargo.args(["--features", "late"]);
    }
    cargo.args(["--", INLINING]);
    if parts == Parts::Several {
        cargo.arg("-Clink-arg=--emit-relocs");
    }
    let output = process::read(&mut cargo)?;
    if !output.status.success() {
        return Err(Failure::new(
            format!("`{}` failed; its own message is above", process::shown(&cargo)),
            "a package that compiles, and seeds/ that can be read",
            "mend what its first `error:` says, then run this command again",
        )
        .into());
    }
    wasm_file(&String::from_utf8_lossy(&output.stdout), package).with_context(|| {
        format!("cargo ended well but named no WebAssembly file: is `cdylib` among the crate types of {package}?")
    })
}

/// The WebAssembly file of a package, in the messages of cargo.
fn wasm_file(messages: &str, package: &str) -> Option<PathBuf> {
    let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let ours = artifacts.filter(|message| {
        message["reason"] == "compiler-artifact" && message["target"]["name"] == package
    });
    let files = ours.filter_map(|message| message["filenames"].as_array().cloned()).flatten();
    let mut files = files.filter_map(|file| file.as_str().map(PathBuf::from));
    files.find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::wasm_file;
    use std::path::PathBuf;

    #[test]
    fn finds_our_file_among_the_messages() {
        let messages = r#"
{"reason":"compiler-artifact","target":{"name":"other"},"filenames":["/t/other.wasm"]}
not json
{"reason":"compiler-artifact","target":{"name":"tremplin"},"filenames":["/t/libtremplin.rlib","/t/tremplin.wasm"]}
{"reason":"build-finished","success":true}"#;
        assert_eq!(wasm_file(messages, "tremplin"), Some(PathBuf::from("/t/tremplin.wasm")));
        assert_eq!(wasm_file("{}", "tremplin"), None);
    }
}
