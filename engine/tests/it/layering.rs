//! Each module of the engine imports only what stands above it in `lib.rs`.

use std::path::Path;

/// Modules in the order of their `mod` lines.
fn modules() -> Vec<&'static str> {
    let lines = include_str!("../../src/lib.rs").lines();
    let declared = |line: &'static str| line.trim_start_matches("pub ").strip_prefix("mod ");
    lines.filter_map(|line| declared(line)?.strip_suffix(';')).collect()
}

/// Every `crate::module` that a source file names outside of its tests, comments and documentation.
fn imports(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or(source);
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let named = lines.flat_map(|line| line.split("crate::").skip(1));
    named
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .collect()
}

fn sources(path: &Path, found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).expect("a module's folder can be listed") {
            sources(&entry.expect("and its entries read").path(), found);
        }
    } else if path.extension().is_some_and(|ending| ending == "rs") {
        found.push(std::fs::read_to_string(path).expect("a source file is text"));
    }
}

#[test]
fn modules_import_only_what_stands_above_them() {
    let modules = modules();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (place, module) in modules.iter().enumerate() {
        let mut found = Vec::new();
        for path in [root.join(module), root.join(format!("{module}.rs"))] {
            if path.exists() {
                sources(&path, &mut found);
            }
        }
        assert!(!found.is_empty(), "{module} has source files");
        for import in found.iter().flat_map(|source| imports(source)) {
            match modules.iter().position(|other| **other == import) {
                Some(above) if above <= place => {}
                _ => wrong.push(format!("{module} imports {import}")),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn an_import_is_seen() {
    assert_eq!(
        imports("use crate::offer::Offer;\n// crate::search\nlet x = crate::text::fold(y);"),
        ["offer", "text"]
    );
}
