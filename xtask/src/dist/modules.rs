//! The custom element's JavaScript modules: each named after its content, the entry apart, whose name is promised.

use super::names::Names;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// The module that a page loads: its name never changes.
pub(super) const ENTRY: &str = "tremplin.js";

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
    use super::link;
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
