//! Phrases of French ads against the value they state: `cases/phrases/FIELD.txt`, one case a line.

use crate::values::shown;
use std::fmt::Write;
use std::path::Path;
use tremplin_engine::extract::extract;
use tremplin_engine::layout::lay_out;

const FIELDS: [&str; 6] =
    ["start", "deadline", "published", "duration_months", "pay", "hours_per_week"];

/// `\n` and `\t` made what they stand for.
fn unescaped(phrase: &str) -> String {
    phrase.replace("\\n", "\n").replace("\\t", "\t")
}

#[test]
fn every_phrase_gives_its_value() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/phrases");
    let mut wrong = String::new();
    for field in FIELDS {
        let cases = std::fs::read_to_string(folder.join(field).with_extension("txt"))
            .expect("each field has its phrases");
        let mut count = 0;
        for case in cases.lines().filter(|case| !case.is_empty() && !case.starts_with("# ")) {
            let (value, phrase) = case.split_once(" <- ").expect("a case has a value and a phrase");
            let ad = format!("Assistant administratif (H/F)\n\n{}\n", unescaped(phrase));
            let document = lay_out("phrase", &ad, 1);
            let offer = extract(&document, &mut Vec::new());
            let got = shown(&offer, field);
            let want = if value == "-" { "" } else { value };
            if got != want {
                let _ = writeln!(wrong, "{field}: « {phrase} » gives « {got} », not « {want} »");
            }
            count += 1;
        }
        assert!(count > 40, "{field} has only {count} phrases");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
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
