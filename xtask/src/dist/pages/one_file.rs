//! `tremplin.html`: the whole site in one file, which opens by a double click.

use super::Published;
use crate::dist::assemble::Site;
use crate::dist::names::Names;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What the page holds, by role, and of which type each is.
const PARTS: [(&str, &str); 6] = [
    ("tremplin.wasm", "application/wasm"),
    ("search.wasm", "application/wasm"),
    ("late.wasm", "application/wasm"),
    ("tremplin.css", "text/css"),
    ("details.css", "text/css"),
    ("departements.txt", "text/plain"),
];

/// Adds the page.
///
/// # Errors
/// When a source cannot be read, or a script would end before its end.
pub(super) fn add(from: &Published, site: &mut Site, names: &mut Names, root: &Path) -> Result<()> {
    let read = |path: &str| {
        fs::read_to_string(root.join(path)).with_context(|| format!("{path} cannot be read"))
    };
    let mut parts = String::new();
    for (role, kind) in PARTS {
        let name = names.fill(role, &format!("{{{{{role}}}}}"))?;
        let content =
            STANDARD.encode(site.get(&name).with_context(|| format!("{name} is missing"))?);
        parts += &format!(
            "<script type=\"text/plain\" id=\"{name}\" data-type=\"{kind}\">{content}</script>\n"
        );
    }
    let style = names.fill("page.css", "{{page.css}}")?;
    let style = String::from_utf8(site.get(&style).cloned().unwrap_or_default())?;
    let element = String::from_utf8(site.get("tremplin.js").cloned().unwrap_or_default())?;
    let script = read("src/embed/one-file.js")? + &element;
    ensure!(!script.contains("</script"), "a script would end before its end");
    let waiting = from.say(
        "Les offres se chargent… La recherche a besoin de JavaScript.",
        "The offers are loading… The search needs JavaScript.",
    );
    let icon = site.get("icon.svg").context("icon.svg is missing")?;
    names.say("one.icon", STANDARD.encode(icon));
    names.say("one.waiting", waiting);
    names.say("one.style.hash", hash(&style));
    names.say("one.style", style);
    names.say("one.parts", parts);
    names.say("one.script.hash", hash(&script));
    names.say("one.script", script);
    let page = names.fill("src/embed/one-file.html", &read("src/embed/one-file.html")?)?;
    site.insert("tremplin.html".to_owned(), page.into_bytes());
    Ok(())
}

/// A text as a security policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_is_that_of_policies() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
