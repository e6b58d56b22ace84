//! Writes the JavaScript that binds a WebAssembly file to the browser, by wasm-bindgen as a library.

use super::shorten::shorten;
use crate::project::target;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// A program and its bindings.
pub(crate) struct Bindings {
    /// The JavaScript module; its default export wants to be told where the WebAssembly file is.
    pub(crate) glue: String,
    /// The WebAssembly file.
    pub(crate) wasm: Vec<u8>,
}

/// Writes the bindings of a compiled package.
///
/// # Errors
/// When wasm-bindgen fails, or its files cannot be read.
pub(crate) fn write(compiled: &Path, package: &str) -> Result<Bindings> {
    let folder = target()?.join("bindings").join(package);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    // The path of the WebAssembly file is left out: its name is not known yet, and the caller gives it.
    let options = [
        "wasm-bindgen",
        "--target=web",
        "--no-typescript",
        "--omit-default-module-path",
        "--remove-producers-section",
        // What comes late takes its memory and its table from here.
        "--keep-lld-exports",
    ];
    let mut arguments: Vec<OsString> = options.iter().map(OsString::from).collect();
    arguments.extend(["--out-name", package, "--out-dir"].map(OsString::from));
    arguments.push(folder.clone().into_os_string());
    arguments.push(compiled.as_os_str().to_owned());
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .with_context(|| format!("wasm-bindgen cannot bind {}", compiled.display()))?;
    anyhow::ensure!(
        !folder.join("snippets").exists(),
        "{package} or a crate it uses brings JavaScript of its own (#[wasm_bindgen(inline_js)] or (module)), \
         which dist/ has no place for: write it in src/element/ instead"
    );
    let read = |name: &str| {
        let file = folder.join(name);
        fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))
    };
    let glue =
        String::from_utf8(read(&format!("{package}.js"))?).context("wasm-bindgen's JavaScript")?;
    let (glue, wasm) = shorten(&glue, &read(&format!("{package}_bg.wasm"))?, is_shared)?;
    Ok(Bindings { glue, wasm })
}

/// Whether what comes late knows this export: the memory, the table, and what the cutter shares.
fn is_shared(export: &str) -> bool {
    matches!(export, "memory" | "__indirect_function_table" | "__stack_pointer")
        || export.starts_with("__wasm_split")
}
