//! What a first visit loads: the first page, and all that it asks for before anybody does anything.

use super::Finding;
use super::folder::Folder;
use super::links::{Target, imports, target};
use super::markup::tags;
use crate::dist::compress::compressed;
use anyhow::Result;

/// The size of each file, as written and as a host that compresses sends it.
///
/// # Errors
/// When what is compressed cannot be kept.
pub(super) fn weigh(folder: &Folder) -> Result<Vec<Finding>> {
    let mut table = String::new();
    let (mut bytes, mut small) = (0, 0);
    for path in loaded(folder) {
        let content = folder.bytes(&path).unwrap_or_default();
        let compressed = compressed(content)?.len();
        table += &format!("{path:<34} {:>8} {compressed:>8}\n", content.len());
        (bytes, small) = (bytes + content.len(), small + compressed);
    }
    let head = format!("{:<34} {:>8} {:>8}\n", "", "écrits", "brotli");
    let table = format!("{head}{table}{:<34} {bytes:>8} {small:>8}", "en tout");
    Ok(vec![Finding::note(table)])
}

/// The files that the first page loads, itself first.
fn loaded(folder: &Folder) -> Vec<String> {
    let mut found = vec!["index.html".to_owned()];
    let page = folder.text("index.html").unwrap_or_default();
    for tag in tags(page) {
        let loads = ["stylesheet", "preload", "modulepreload", "icon", "manifest"];
        let address = match tag.name.as_str() {
            "link" if loads.iter().any(|rel| tag.is_rel(rel)) => tag.get("href"),
            "script" | "img" => tag.get("src"),
            _ => None,
        };
        add(&mut found, "index.html", address);
    }
    // A module loads those that it imports.
    let mut next = 1;
    while let Some(path) = found.get(next).cloned() {
        if path.ends_with(".js") {
            for import in imports(folder.text(&path).unwrap_or_default()) {
                add(&mut found, &path, Some(import));
            }
        }
        next += 1;
    }
    found.retain(|path| folder.has(path));
    found
}

fn add(found: &mut Vec<String>, from: &str, address: Option<&str>) {
    if let Some(Target::Inside { path, .. }) = address.map(|address| target(from, address))
        && !found.contains(&path)
    {
        found.push(path);
    }
}

#[cfg(test)]
mod tests {
    use super::{loaded, weigh};
    use crate::check::folder::Folder;

    #[test]
    fn what_the_first_page_asks_for_is_weighed_once() -> anyhow::Result<()> {
        let folder = Folder::of(&[
            (
                "index.html",
                "<link rel=preload href=a.wasm><link rel=stylesheet href=a.css><script type=module src=a.js></script><link rel=alternate href=flux.xml>",
            ),
            ("a.js", "import{b}from\"./b.js\";import './a.js';const c=()=>import('./late.js')"),
            ("b.js", ""),
            ("late.js", ""),
            ("a.css", "x"),
            ("a.wasm", "x"),
            ("flux.xml", ""),
        ]);
        assert_eq!(loaded(&folder), ["index.html", "a.wasm", "a.css", "a.js", "b.js"]);
        assert!(weigh(&folder)?[0].text.contains("en tout"));
        Ok(())
    }
}
