//! Phrases of French ads against the value they state: `cases/phrases/FIELD.txt`, one case a line.

use crate::values::shown;
use std::fmt::Write;
use std::path::Path;
use tremplin_engine::extract::extract;
use tremplin_engine::layout::lay_out;

const FIELDS: [&str; 6] =
    ["start", "deadline", "published", "duration_months", "pay", "hours_per_week"];

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
            let ad = format!("Assistant administratif (H/F)\n\n{}\n", phrase.replace("\\n", "\n"));
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
