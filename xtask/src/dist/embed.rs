//! The pages for other people's sites: the one that stands in frames, and the one that writes what to paste.

use super::assemble::Site;
use super::names::Names;
use super::style::reduce;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Where they stand in the site.
const FOLDER: &str = "integrer";

/// What only they ask for, under names that change: a module stands behind those it imports.
pub(super) const PARTS: [&str; 5] =
    ["frame.css", "frame.js", "configurator.css", "snippets.js", "configurator.js"];

/// What others ask for, under names that do not.
pub(super) const PAGES: [(&str, &str); 3] = [
    ("frame.html", "index.html"),
    ("configurator.html", "configurateur/index.html"),
    ("redimension.js", "redimension.js"),
];

/// Adds them to the site.
///
/// # Errors
/// When a source cannot be read, or asks for a file that is not there.
pub(super) fn add(root: &Path, names: &mut Names, site: &mut Site) -> Result<()> {
    let read = |names: &Names, name: &str| {
        let path = format!("src/embed/{name}");
        let file = root.join(&path);
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        names.fill(&path, &if name.ends_with(".css") { reduce(&text) } else { text })
    };
    for name in PARTS {
        let text = read(names, name)?;
        let built = names.add(name, text.as_bytes());
        site.insert(format!("{FOLDER}/{built}"), text.into_bytes());
    }
    for (name, built) in PAGES {
        site.insert(format!("{FOLDER}/{built}"), read(names, name)?.into_bytes());
    }
    Ok(())
}
