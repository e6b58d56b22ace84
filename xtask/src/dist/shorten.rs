//! Gives what a program and its bindings exchange short names: wasm-bindgen's are long, end in sixteen random figures that
//! no compression helps, and stand in both.

use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder, utils};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload, TypeRef};

/// The module's text and the program, under short names; `keep` tells which exports others know.
///
/// # Errors
/// When the program cannot be read.
pub(super) fn shorten(
    glue: &str,
    wasm: &[u8],
    keep: fn(&str) -> bool,
) -> Result<(String, Vec<u8>)> {
    let mut names = Names::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the program cannot be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    names.module = import.module.to_owned();
                    let short = short(names.imports.len());
                    names.imports.insert(import.name.to_owned(), short);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let name = export?.name;
                    if !keep(name) {
                        let short = short(names.exports.len());
                        names.exports.insert(name.to_owned(), short);
                    }
                }
            }
            _ => {}
        }
    }
    let glue = names.rename(glue);
    let mut module = wasm_encoder::Module::new();
    utils::parse_core_module(&mut names, &mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("the program cannot be written: {error}"))?;
    Ok((glue, module.finish()))
}

/// Long names and their short ones.
#[derive(Default)]
struct Names {
    /// The module that all imports come from.
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// What the module that all imports come from is called.
const MODULE: &str = "_";

impl Names {
    /// The module's text: imports stand in it as words of their own, exports behind `wasm.`.
    fn rename(&self, glue: &str) -> String {
        let glue = glue.replace(&format!("\"{}\"", self.module), &format!("\"{MODULE}\""));
        let mut renamed = String::with_capacity(glue.len());
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let mut rest = &glue[..];
        while let Some(start) = rest.find(is_letter) {
            let (before, word) = rest.split_at(start);
            let end = word.find(|c| !is_letter(c)).unwrap_or(word.len());
            let (word, after) = word.split_at(end);
            renamed.push_str(before);
            let exported = self.exports.get(word).filter(|_| renamed.ends_with("wasm."));
            renamed.push_str(self.imports.get(word).or(exported).map_or(word, |short| short));
            rest = after;
        }
        renamed + rest
    }
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        written: &mut wasm_encoder::ImportSection,
        imports: ImportSectionReader<'_>,
    ) -> Result<(), wasm_encoder::reencode::Error<Self::Error>> {
        for import in imports.into_imports() {
            let import = import?;
            let kind = match import.ty {
                TypeRef::Func(number) => wasm_encoder::EntityType::Function(number),
                other => RoundtripReencoder.entity_type(other)?,
            };
            let name = self.imports.get(import.name).map_or(import.name, String::as_str);
            written.import(MODULE, name, kind);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        written: &mut wasm_encoder::ExportSection,
        exports: ExportSectionReader<'_>,
    ) -> Result<(), wasm_encoder::reencode::Error<Self::Error>> {
        for export in exports {
            let export = export?;
            let name = self.exports.get(export.name).map_or(export.name, String::as_str);
            written.export(name, export.kind.into(), export.index);
        }
        Ok(())
    }
}

/// The short name of that rank: `a`, …, `Z`, `aa`, …
fn short(rank: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[rank % LETTERS.len()]);
    match rank / LETTERS.len() {
        0 => last.to_string(),
        before => short(before - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, short};

    #[test]
    fn short_names_are_all_different() {
        let names: std::collections::BTreeSet<String> = (0..3000).map(short).collect();
        assert_eq!(names.len(), 3000);
        assert_eq!([0, 51, 52, 53].map(short), ["a", "Z", "aa", "ab"]);
    }

    #[test]
    fn imports_are_renamed_as_words_and_exports_behind_wasm() {
        let mut names = Names { module: "./x_bg.js".to_owned(), ..Names::default() };
        names.imports.insert("__wbg_get_1".to_owned(), "a".to_owned());
        names.exports.insert("total".to_owned(), "b".to_owned());
        let glue = "function total() { wasm.total(); } { __wbg_get_1: f, __wbg_get_12: g, \"./x_bg.js\": h }";
        assert_eq!(
            names.rename(glue),
            "function total() { wasm.b(); } { a: f, __wbg_get_12: g, \"_\": h }"
        );
    }
}
