//! Names that change with the content, so that a browser may keep a file for ever.
//!
//! A source file writes `{{tremplin.wasm}}` where it means the file of that role; the built file has its name.

use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// What stands for each role: the name in `dist/` of a file made so far, or words.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// Names a file after its role and content: `tremplin.wasm` -> `tremplin-1a2b3c4d.wasm`.
    pub(super) fn add(&mut self, role: &str, content: &[u8]) -> String {
        let name = hashed(role, content);
        self.0.insert(role.to_owned(), name.clone());
        name
    }

    /// Has `{{role}}` stand for words, in the place of those it stood for.
    pub(super) fn say(&mut self, role: &str, words: impl Into<String>) {
        self.0.insert(role.to_owned(), words.into());
    }

    /// Whether a file of that name is named after its content.
    pub(super) fn is_hashed(&self, name: &str) -> bool {
        self.0.iter().any(|(role, known)| known == name && role != name)
    }

    /// `text` with each `{{role}}` replaced by the name of its file.
    ///
    /// # Errors
    /// When a role is unknown: the message names it, and `file`.
    pub(super) fn fill(&self, file: &str, text: &str) -> Result<String> {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find("{{") {
            let (before, inside) = (&rest[..start], &rest[start + 2..]);
            filled.push_str(before);
            match inside.find("}}").map(|end| (&inside[..end], &inside[end + 2..])) {
                Some((role, after)) if is_role(role) => {
                    let Some(name) = self.0.get(role) else {
                        let known: Vec<&str> = self.0.keys().map(String::as_str).collect();
                        bail!(
                            "{file} asks for {{{{{role}}}}}, and there is no such file; there are: {}",
                            known.join(", ")
                        );
                    };
                    filled.push_str(name);
                    rest = after;
                }
                // Braces of the language itself.
                _ => {
                    filled.push_str("{{");
                    rest = inside;
                }
            }
        }
        filled.push_str(rest);
        Ok(filled)
    }
}

/// Whether `text` can be a role: a file's name with an extension.
fn is_role(text: &str) -> bool {
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    text.contains('.') && text.chars().all(letters)
}

/// `name` with a hash of `content` before its extension.
fn hashed(name: &str, content: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{extension}", digest(content))
}

/// Eight digits that change with the content.
pub(super) fn digest(content: &[u8]) -> String {
    let hash = fnv1a(content);
    // Both halves count: eight digits are enough to tell a site's successive builds apart.
    let hash = (hash >> 32) ^ (hash & u64::from(u32::MAX));
    format!("{hash:08x}")
}

/// The 64-bit FNV-1a hash: the same at every run and on every machine.
pub(super) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Names, fnv1a, hashed};

    #[test]
    fn the_hash_is_fnv1a() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_name_follows_its_content() {
        let name = hashed("tremplin.wasm", b"a");
        assert_eq!(name, "tremplin-296230c0.wasm");
        assert_ne!(name, hashed("tremplin.wasm", b"b"));
    }

    #[test]
    fn roles_become_names_and_other_braces_stay() {
        let mut names = Names::default();
        let css = names.add("page.css", b"x");
        let filled = names.fill("index.html", "<a href=\"{{page.css}}\">{{ a }} {{b}} {{").ok();
        assert_eq!(filled, Some(format!("<a href=\"{css}\">{{{{ a }}}} {{{{b}}}} {{{{")));
    }

    #[test]
    fn an_unknown_role_is_named_with_its_file() {
        let mut names = Names::default();
        names.add("page.css", b"x");
        let error = names.fill("index.html", "{{pge.css}}").map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err("index.html asks for {{pge.css}}, and there is no such file; there are: page.css"
                .to_owned())
        );
    }
}
