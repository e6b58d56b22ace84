//! The 28 offers of `seeds/` against the truth read by hand (`seed-offers.json`).
//!
//! Texts are compared with case, accents, apostrophes, dashes and spaces folded; `*_accept` lists other right answers.

use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;
use tremplin_engine::dataset::{Dataset, compile, open};
use tremplin_engine::diagnostic::Diagnostics;
use tremplin_engine::offer::Evidence;
use tremplin_engine::source::Source;
use tremplin_engine::text::fold;

fn truth() -> Vec<Value> {
    serde_json::from_str(include_str!("../seed-offers.json")).expect("the truth is JSON")
}

/// The texts of `seeds/`.
pub(crate) fn seeds() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    let entries = std::fs::read_dir(folder).expect("seeds/ is there");
    let paths = entries.map(|entry| entry.expect("seeds/ can be listed").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| Source {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            bytes: std::fs::read(&path).expect("a seed can be read"),
        })
        .collect()
}

/// The seeds compiled, once for all tests.
pub(crate) fn compiled() -> &'static (Dataset, Diagnostics) {
    static COMPILED: LazyLock<(Dataset, Diagnostics)> = LazyLock::new(|| compile(&seeds()));
    &COMPILED
}

/// The offers as open data, each with its truth, matched by their lines.
fn pairs() -> Vec<(Value, Value)> {
    let offers: Vec<Value> = compiled().0.offers.iter().map(open).collect();
    let lines = |offer: &Value| {
        (offer["file"].clone(), offer["start_line"].clone(), offer["end_line"].clone())
    };
    let truth = truth();
    let (found, expected): (Vec<_>, Vec<_>) =
        (offers.iter().map(lines).collect(), truth.iter().map(lines).collect());
    assert_eq!(found, expected, "files and lines of the offers");
    offers.into_iter().zip(truth).collect()
}

/// Words alone, folded.
fn folded(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\'' | '"')).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Two values under the comparison rule: texts folded, numbers by value, lists in order.
pub(crate) fn same(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::String(found), Value::String(expected)) => folded(found) == folded(expected),
        (Value::Number(found), Value::Number(expected)) => found.as_f64() == expected.as_f64(),
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(f, e)| same(f, e))
        }
        (Value::Object(found), Value::Object(expected)) => {
            expected.iter().all(|(key, e)| found.get(key).is_some_and(|f| same(f, e)))
        }
        _ => found == expected,
    }
}

/// Fails with a line for each offer whose field is neither the truth nor another right answer.
fn check(field: &str, accept: &str, part: impl Fn(&Value) -> Value) {
    let wrong: Vec<String> = pairs()
        .iter()
        .filter_map(|(offer, truth)| {
            let (found, expected) = (part(&offer[field]), part(&truth[field]));
            let accepted =
                truth[accept].as_array().into_iter().flatten().any(|other| same(&found, other));
            let right = accepted || same(&found, &expected);
            (!right).then(|| {
                format!("{}:{} {found} is not {expected}", offer["file"], offer["start_line"])
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{field}: {} of 28 wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// A test a field: its key, the key of other right answers, and the part that is compared.
macro_rules! fields {
    ($($name:ident: $field:literal, $accept:literal;)+) => {
        $(#[test] fn $name() { check($field, $accept, Value::clone); })+
    };
}

fields! {
    heading: "heading", "";
    title: "title", "title_accept";
    organisation: "organisation", "organisation_accept";
    contract: "contract", "";
    remote: "remote", "";
    duration: "duration_months", "";
    start: "start", "start_accept";
    deadline: "deadline", "";
    pay: "pay", "";
    pay_by_month: "pay_month_eur", "";
    hours: "hours_per_week", "";
    study_level: "study_level", "";
    driving_licence: "driving_licence", "";
    apply_emails: "apply_emails", "";
    urls: "urls", "";
    reference: "reference", "";
    published: "published", "";
    benefits: "benefits", "";
    contract_detail: "contract_detail", "";
    contacts: "contacts", "";
}

#[test]
fn main_city() {
    check("places", "city_accept", |places| places[0]["city"].clone());
}

#[test]
fn main_department() {
    check("places", "", |places| places[0]["department"].clone());
}

/// All places, the main one first; among the others no order is right.
#[test]
fn all_places() {
    check("places", "", |places| {
        let all = places.as_array().cloned().unwrap_or_default();
        let mut told: Vec<Value> = all
            .iter()
            .map(|place| {
                let part = |key: &str| folded(place[key].as_str().unwrap_or(""));
                json!([part("city"), part("department"), part("region"), part("country")])
            })
            .collect();
        told[1.min(all.len())..].sort_by_key(Value::to_string);
        Value::Array(told)
    });
}

#[test]
fn main_postal_code() {
    check("places", "", |places| places[0]["postal_code"].clone());
}

#[test]
fn section_headings() {
    let words = |heading: &str| folded(&heading.replace(|c: char| !c.is_alphanumeric(), " "));
    let wrong: Vec<String> = pairs()
        .iter()
        .filter_map(|(offer, truth)| {
            let headings = |sections: &Value, key: Option<&str>| -> Vec<String> {
                let sections = sections.as_array().cloned().unwrap_or_default();
                let heading =
                    |section: &Value| key.map_or(section.clone(), |key| section[key].clone());
                sections.iter().filter_map(|section| heading(section).as_str().map(words)).collect()
            };
            let (found, expected) =
                (headings(&offer["sections"], Some("heading")), headings(&truth["sections"], None));
            (found != expected).then(|| {
                format!(
                    "{}:{}\n  found    {found:?}\n  expected {expected:?}",
                    offer["file"], offer["start_line"]
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_seed_raises_a_doubt() {
    let complaints: Vec<String> = compiled().1.iter().map(ToString::to_string).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}

#[test]
fn ids_are_unique_and_for_links() {
    let (dataset, _) = compiled();
    let mut ids: Vec<&str> = dataset.offers.iter().map(|offer| offer.id.as_str()).collect();
    assert!(
        ids.iter().all(|id| !id.is_empty()
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')),
        "{ids:?}"
    );
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 28);
}

#[test]
fn the_dataset_is_the_same_at_each_run_and_comes_back_from_json() {
    let json = compiled().0.to_json();
    assert_eq!(json, compile(&seeds()).0.to_json());
    assert_eq!(Dataset::from_json(&json).expect("a dataset reads back"), compiled().0);
    assert_eq!(json!(json.contains("\n")), json!(false));
}

#[test]
fn what_is_embedded_reads_back_without_what_nobody_sees() {
    let (dataset, _) = compiled();
    let mut expected = dataset.clone();
    for offer in &mut expected.offers {
        offer.file.clear();
        (offer.start_line, offer.end_line) = (0, 0);
        offer.section_kinds.clear();
        let evidence = std::mem::take(&mut offer.evidence);
        for (field, held) in evidence.iter() {
            let held = Evidence { span: held.span, rule: String::new() };
            offer.evidence.insert(field, held);
        }
    }
    let embedded = dataset.to_embedded();
    assert!(Dataset::from_json(&embedded) == Ok(expected));
    assert!(Dataset::from_json(&embedded.replace("\"texts\":[", "\"texts\":[\"\",")).is_err());
    assert!(Dataset::from_json(&embedded.replace("\"texts\"", "\"words\"")).is_err());
}
