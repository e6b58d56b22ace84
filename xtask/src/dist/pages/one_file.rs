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
const PARTS: [(&str, &str); 4] = [
    ("tremplin.wasm", "application/wasm"),
    ("late.wasm", "application/wasm"),
    ("tremplin.css", "text/css"),
    ("departements.txt", "text/plain"),
];

/// Adds the page; `glue` binds the program to the browser as a script, not as a module.
///
/// # Errors
/// When a source cannot be read, or no longer imports the program as it did.
pub(super) fn add(
    from: &Published,
    site: &mut Site,
    names: &mut Names,
    root: &Path,
    glue: &str,
) -> Result<()> {
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
    let element = site.get("tremplin.js").cloned().unwrap_or_default();
    let element = as_script(&String::from_utf8(element)?)?;
    let fetching = read("src/embed/one-file.js")?;
    let script = format!(
        "{fetching}{glue}\nconst glue = Object.assign(wasm_bindgen, {{ default: wasm_bindgen }});\n{element}"
    );
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

/// The custom element's module, which imports the program, as part of a script that holds it.
fn as_script(module: &str) -> Result<String> {
    let (start, end) = ("await import('./tremplin-glue-", ".js')");
    let at =
        module.find(start).context("tremplin.js no longer imports its glue as this expects")?;
    let length = module[at..].find(end).context("an import without its end")? + end.len();
    let script = format!("{}glue{}", &module[..at], &module[at + length..]);
    Ok(script.replace("const glue = glue;", "").replace("export class", "class"))
}

/// A text as a security policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{as_script, hash};

    #[test]
    fn the_module_becomes_a_script() {
        let module = "async () => {\n  const glue = await import('./tremplin-glue-1a2b3c4d.js');\n  glue.x();\n};\nexport class A {}";
        assert_eq!(
            as_script(module).ok().as_deref(),
            Some("async () => {\n  \n  glue.x();\n};\nclass A {}")
        );
        assert!(as_script("no import").is_err());
    }

    #[test]
    fn a_hash_is_that_of_policies() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
