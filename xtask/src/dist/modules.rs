//! The custom element's JavaScript modules: each named after its content, the entry apart, whose name is promised.
//!
//! What every visit needs is one file: the program's bindings are written into the module that asks for them.

use super::names::Names;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// The module that a page loads: its name never changes.
pub(super) const ENTRY: &str = "tremplin.js";

/// How a module asks for the program's bindings.
const GLUE: &str = "await import('./{{tremplin-glue.js}}')";

/// The modules with the bindings written into the one that asks for them, all without comments and indents.
///
/// # Errors
/// When none asks for them, or they are not what wasm-bindgen writes.
pub(super) fn bundle(sources: &mut BTreeMap<String, String>, glue: &str) -> Result<()> {
    let glue = expression(glue).context("the program's bindings are written in a new way")?;
    let mut asked = false;
    for text in sources.values_mut() {
        *text = compact(text);
        asked |= text.contains(GLUE);
        *text = text.replace(GLUE, &glue);
    }
    if !asked {
        bail!("no module of src/element/ asks for the program's bindings by `{GLUE}`");
    }
    Ok(())
}

/// The bindings, a module, as an expression that gives what the module exports.
fn expression(glue: &str) -> Option<String> {
    let glue = compact(glue);
    let (body, exports) = glue.split_once("\nexport { ")?;
    exports.starts_with("initSync, __wbg_init as default }").then_some(())?;
    let mut exported = "default: __wbg_init".to_owned();
    let mut text = String::new();
    for line in body.lines() {
        let inner = line.strip_prefix("export ");
        for kind in ["class ", "function "] {
            if let Some(named) = inner.and_then(|inner| inner.strip_prefix(kind)) {
                let end = named.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
                exported.push_str(", ");
                exported.push_str(&named[..end]);
            }
        }
        text.push_str(inner.unwrap_or(line));
        text.push('\n');
    }
    Some(format!("(() => {{\n{text}return {{ {exported} }};\n}})()"))
}

/// A module without the lines that are comments, and without indents: nobody reads what is published.
fn compact(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    let mut within = false;
    for line in text.lines().map(str::trim) {
        within |= line.starts_with("/*");
        if !within && !line.is_empty() && !line.starts_with("//") {
            compact.push_str(line);
            compact.push('\n');
        }
        within &= !line.ends_with("*/");
    }
    compact
}

/// Gives the modules (`name` -> `text`) their names in `dist/` and mends their imports; the names are added to `names`.
///
/// A module is named after what it holds, its imports' names included: so what is imported comes first.
///
/// # Errors
/// When there is no entry, when modules import each other in a circle, or when one asks for an unknown role.
pub(super) fn link(
    sources: &BTreeMap<String, String>,
    names: &mut Names,
) -> Result<BTreeMap<String, String>> {
    if !sources.contains_key(ENTRY) {
        bail!("src/element/{ENTRY} is missing: it is what a page loads");
    }
    let mut left: BTreeMap<&str, String> =
        sources.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let mut linked = BTreeMap::new();
    while let Some(name) = next(&left) {
        let Some(text) = left.remove(name) else { break };
        let text = names.fill(&format!("src/element/{name}"), &text)?;
        if name == ENTRY {
            linked.insert(ENTRY.to_owned(), text);
            continue;
        }
        let built = names.add(name, text.as_bytes());
        for (importer, other) in &mut left {
            if *importer != name {
                for quote in ['"', '\''] {
                    let import = format!("{quote}./{name}{quote}");
                    *other = other.replace(&import, &format!("{quote}./{built}{quote}"));
                }
            }
        }
        linked.insert(built, text);
    }
    if !left.is_empty() {
        let circle: Vec<&str> = left.into_keys().collect();
        bail!("modules of src/element/ import each other in a circle: {}", circle.join(", "));
    }
    Ok(linked)
}

/// A module that imports none of those left.
fn next<'a>(left: &BTreeMap<&'a str, String>) -> Option<&'a str> {
    let imports = |text: &str, name: &str| {
        ['"', '\''].iter().any(|quote| text.contains(&format!("{quote}./{name}{quote}")))
    };
    left.iter()
        .find(|(name, text)| !left.keys().any(|other| other != *name && imports(text, other)))
        .map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::{bundle, link};
    use crate::dist::names::Names;
    use std::collections::BTreeMap;

    fn sources(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn imports_follow_the_names() -> anyhow::Result<()> {
        let files = sources(&[
            ("tremplin.js", "import { load } from \"./loader.js\"; import './a.js';"),
            ("loader.js", "import \"./a.js\"; import \"./{{glue.js}}\";"),
            ("a.js", "export {};"),
        ]);
        let mut names = Names::default();
        let glue = names.add("glue.js", b"glue");
        let linked = link(&files, &mut names)?;
        let a = names.fill("", "{{a.js}}")?;
        let loader = names.fill("", "{{loader.js}}")?;
        assert_eq!(linked.len(), 3);
        assert_eq!(linked[&loader], format!("import \"./{a}\"; import \"./{glue}\";"));
        assert_eq!(
            linked["tremplin.js"],
            format!("import {{ load }} from \"./{loader}\"; import './{a}';")
        );
        Ok(())
    }

    #[test]
    fn a_change_renames_all_that_import_it() -> anyhow::Result<()> {
        let name_of_b = |a: &str| -> anyhow::Result<String> {
            let mut names = Names::default();
            let files = sources(&[("tremplin.js", ""), ("b.js", "import './a.js'"), ("a.js", a)]);
            link(&files, &mut names)?;
            names.fill("", "{{b.js}}")
        };
        assert_ne!(name_of_b("1")?, name_of_b("2")?);
        Ok(())
    }

    #[test]
    fn bindings_are_written_into_the_module_that_asks_for_them() -> anyhow::Result<()> {
        let glue = "/**\n * Said.\n */\nexport class Widget {\n    // No.\n    free() {}\n}\n\nexport function total() {}\nfunction __wbg_init() {}\n\nexport { initSync, __wbg_init as default };\n";
        let mut files = sources(&[(
            "tremplin.js",
            "// Says.\n  const glue = await import('./{{tremplin-glue.js}}');\n",
        )]);
        bundle(&mut files, glue)?;
        assert_eq!(
            files["tremplin.js"],
            "const glue = (() => {\nclass Widget {\nfree() {}\n}\nfunction total() {}\nfunction __wbg_init() {}\nreturn { default: __wbg_init, Widget, total };\n})();\n"
        );
        assert!(bundle(&mut sources(&[("tremplin.js", "")]), glue).is_err());
        assert!(bundle(&mut files, "export default 1;").is_err());
        Ok(())
    }

    #[test]
    fn circles_and_a_missing_entry_are_named() {
        let error = |files: &[(&str, &str)]| {
            let linked = link(&sources(files), &mut Names::default());
            linked.err().map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(error(&[("a.js", "")]).contains("src/element/tremplin.js is missing"));
        let circle =
            [("tremplin.js", ""), ("a.js", "import './b.js'"), ("b.js", "import './a.js'")];
        assert!(error(&circle).ends_with("in a circle: a.js, b.js"));
    }
}
