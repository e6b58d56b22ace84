//! Each complaint drawn under its line, in French and in English: `cases/complaints/NAME.txt`, named after the function
//! that builds it. A case holds files, each under a line `<<< name`, then a line `=====` and the drawing in each language.
//! `␀` stands for a null byte, `⟲` for a mark that turns the text's direction, `⟳` for a paragraph of 100 kB.
//!
//! `UPDATE=1 cargo test -p tremplin-engine complaints` writes the drawings anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tremplin_engine::dataset::compile;
use tremplin_engine::diagnostic::Language;
use tremplin_engine::source::Source;

const BETWEEN: &str = "\n=====\n";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/complaints")
}

fn cases() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder()).expect("the folder is there");
    let mut cases: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.expect("it can be listed").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("a case is text"))
        })
        .collect();
    cases.sort();
    cases
}

/// The files of a case.
fn sources(files: &str) -> Vec<Source> {
    let files = files.strip_prefix("<<< ").expect("a case opens with the name of a file");
    let source = |file: &str| {
        let (name, text) = file.split_once('\n').unwrap_or((file, ""));
        let text = text
            .replace('␀', "\0")
            .replace('⟲', "\u{202E}")
            .replace('⟳', &"Tailler les haies et planter des arbres. ".repeat(2_600));
        Source { name: name.to_owned(), bytes: text.into_bytes() }
    };
    files.split("\n<<< ").map(source).collect()
}

/// The complaints about the files, drawn.
fn drawn(files: &str, language: Language) -> String {
    let (_, diagnostics) = compile(&sources(files));
    let drawings: Vec<String> =
        diagnostics.iter().map(|complaint| complaint.drawn(language).to_string()).collect();
    drawings.join("\n\n")
}

#[test]
fn each_is_drawn_under_its_line() {
    for (name, case) in cases() {
        let files = case.split(BETWEEN).next().unwrap_or("");
        let [french, english] = [Language::French, Language::English].map(|l| drawn(files, l));
        let expected = format!("{files}{BETWEEN}{french}{BETWEEN}{english}\n");
        assert!(french.starts_with("erreur") || french.starts_with("doute"), "{name}: {french}");
        if std::env::var_os("UPDATE").is_some() {
            let path = folder().join(format!("{name}.txt"));
            std::fs::write(path, &expected).expect("a case can be written");
        } else {
            assert_eq!(case, expected, "{name}");
        }
    }
}

#[test]
fn each_has_its_case() {
    let code = include_str!("../../src/diagnostic/complaints.rs");
    let functions = code.split("\npub fn ").skip(1);
    let named: BTreeSet<String> =
        functions.filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())).collect();
    let there: BTreeSet<String> = cases().into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, there);
}
