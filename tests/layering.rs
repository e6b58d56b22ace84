//! The layering of `src/`, read from its `use` lines: each module imports only what `lib.rs` declares above it.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `src/`, in the order in which `lib.rs` declares them.
fn layers(root: &Path) -> Vec<String> {
    let lib = fs::read_to_string(root.join("lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned))
        .collect()
}

/// Every Rust file of a module: `name.rs` or all of `name/`.
fn files(root: &Path, module: &str) -> Vec<PathBuf> {
    let alone = root.join(format!("{module}.rs"));
    if alone.exists() {
        return vec![alone];
    }
    let mut folders = vec![root.join(module)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files
}

/// What stands after each `crate::` and `name::` in the code, comments left out.
fn names_after<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.match_indices(prefix).map(|(at, _)| &line[at + prefix.len()..]))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn each_module_imports_only_what_stands_above_it() {
    let root = root();
    let layers = layers(&root);
    assert_eq!(
        layers,
        ["late", "catalogue", "texts", "state", "view", "browser", "keeping", "app", "element"]
    );
    for (rank, module) in layers.iter().enumerate() {
        let files = files(&root, module);
        assert!(!files.is_empty(), "no file for {module}");
        for file in files {
            let code = fs::read_to_string(&file).unwrap();
            assert!(!code.contains("crate::{"), "{}: name one module a line", file.display());
            for used in names_after(&code, "crate::") {
                let place = layers.iter().position(|layer| layer == used);
                let place = place.unwrap_or_else(|| panic!("{}: crate::{used}", file.display()));
                assert!(place <= rank, "{}: {module} is below {used}", file.display());
            }
        }
    }
}

#[test]
fn what_is_shown_knows_no_screen() {
    for module in ["catalogue", "texts", "state"] {
        for file in files(&root(), module) {
            let code = fs::read_to_string(&file).unwrap();
            for outside in ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"] {
                assert!(!code.contains(outside), "{}: {outside}", file.display());
            }
        }
    }
}

#[test]
fn only_the_browser_asks_the_browser() {
    for module in ["view", "keeping", "app", "element"] {
        for file in files(&root(), module) {
            let code = fs::read_to_string(&file).unwrap();
            // History, address, storage and clipboard are all reached through the window.
            for asked in ["window()", "js_sys::Date", "localStorage"] {
                assert!(!code.contains(asked), "{}: {asked}", file.display());
            }
        }
    }
}

#[test]
fn only_the_door_knows_where_texts_live() {
    for module in layers(&root()).iter().filter(|module| *module != "texts") {
        for file in files(&root(), module) {
            let code = fs::read_to_string(&file).unwrap();
            for reading in ["offer.text", ".words(Field", "offer.words(", "include_str!"] {
                let allowed = module == "catalogue" && reading == "include_str!";
                assert!(allowed || !code.contains(reading), "{}: {reading}", file.display());
            }
        }
    }
}
