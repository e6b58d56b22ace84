//! Phrases of French ads against the value they state: `cases/phrases/FIELD.txt`, one case a line.
//!
//! `PHRASES=FOLDER` reads the phrases of another folder in place of ours.

use crate::values::shown;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tremplin_engine::extract::extract;
use tremplin_engine::layout::lay_out;

/// `\n` and `\t` made what they stand for.
fn unescaped(phrase: &str) -> String {
    phrase.replace("\\n", "\n").replace("\\t", "\t")
}

/// The cases of each field: `FIELD.txt`, its value and its phrase a line.
fn cases() -> Vec<(String, Vec<(String, String)>)> {
    let ours = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/phrases");
    let folder = std::env::var_os("PHRASES").map_or_else(ours, PathBuf::from);
    let entries = std::fs::read_dir(folder).expect("the phrases are there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("they can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let field = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).expect("phrases can be read");
        let cases = text.lines().filter(|case| !case.is_empty() && !case.starts_with("# "));
        let halves = |case: &str| {
            let (value, phrase) = case.split_once(" <- ").expect("a case has a value and a phrase");
            (if value == "-" { "" } else { value }.to_owned(), phrase.to_owned())
        };
        (field, cases.map(halves).collect())
    };
    paths.iter().map(read).collect()
}

#[test]
fn every_phrase_gives_its_value() {
    let (mut wrong, mut table) = (String::new(), String::new());
    for (field, cases) in cases() {
        let mut right = 0;
        for (want, phrase) in &cases {
            let ad = format!("Assistant administratif (H/F)\n\n{}\n", unescaped(phrase));
            let document = lay_out("phrase", &ad, 1);
            let got = shown(&extract(&document, &mut Vec::new()), &field);
            if got == *want {
                right += 1;
            } else {
                let _ = writeln!(wrong, "{field}: « {phrase} » gives « {got} », not « {want} »");
            }
        }
        let _ = writeln!(table, "{field}: {right} of {} right", cases.len());
    }
    assert!(wrong.is_empty(), "\n{wrong}\n{table}");
}

/// What an ad of that body complains about.
fn doubts(body: &str) -> Vec<String> {
    let document = lay_out("phrase", &format!("Assistant administratif (H/F)\n\n{body}\n"), 1);
    let mut diagnostics = Vec::new();
    extract(&document, &mut diagnostics);
    diagnostics.into_iter().map(|diagnostic| diagnostic.to_string()).collect()
}

#[test]
fn what_cannot_be_is_null_and_told() {
    let cases = [
        ("Date limite : 31 avril 2026", "n'est pas une date du calendrier"),
        ("Début : 31/04/2026", "n'est pas une date du calendrier"),
        ("Date limite : mardi 15 avril 2026", "autre jour de la semaine"),
        ("Date limite : 15 avril 2026\nMerci d'envoyer votre CV avant le 20 avril 2026.", "deux"),
        ("Prise de poste : 1er mars 2026\nDébut du contrat : 1er mai 2026", "deux"),
        ("Prise de poste : 1er janvier 2026\nDate limite : 31 décembre 2026", "longtemps après"),
        ("CDD du 1er septembre 2026 au 31 août 2025", "la fin vient avant le début"),
        ("Date de début : 01/09/2026\nDate de fin : 31/08/2025", "la fin vient avant le début"),
        ("Salaire : 3 € par mois", "vraisemblable"),
        ("Salaire : 900 000 € par mois", "vraisemblable"),
        ("Candidatures jusqu'au 15 avril.", "année absente"),
    ];
    for (body, message) in cases {
        let told = doubts(body);
        assert!(told.len() == 1 && told[0].contains(message), "« {body} » tells {told:?}");
    }
    for body in [
        "Salaire : 120 € par jour",
        "Rémunération : 55 % du SMIC",
        "Démarrage : dès que possible",
        "Début : septembre",
        "Candidatures au fil de l'eau",
        "Date limite : 15/04/2026\nMerci d'envoyer votre CV avant le 15 avril.",
        "Prise de poste : juin 2026\nDébut du contrat : 1er juin 2026",
    ] {
        assert_eq!(doubts(body), Vec::<String>::new(), "« {body} »");
    }
}
