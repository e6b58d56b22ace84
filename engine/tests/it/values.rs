//! Ads of many layouts against their values: `cases/values/*.txt`, an ad, a line `=====`, then `field: value`.
//! A field that is not listed must stay empty.

use std::fmt::Write;
use std::path::Path;
use tremplin_engine::document::Document;
use tremplin_engine::extract::{self, extract};
use tremplin_engine::layout::lay_out;
use tremplin_engine::offer::{Contact, Offer, Pay};
use tremplin_engine::segment::segment;

const FIELDS: [&str; 14] = [
    "remote",
    "duration_months",
    "start",
    "deadline",
    "published",
    "pay",
    "hours_per_week",
    "study_level",
    "driving_licence",
    "contacts",
    "apply_emails",
    "urls",
    "reference",
    "benefits",
];

fn pay(pay: &Pay) -> String {
    let max = pay.max.map(|max| format!("-{max}")).unwrap_or_default();
    let tax = match pay.gross {
        Some(true) => " gross",
        Some(false) => " net",
        None => "",
    };
    format!("{}{max} {} {}{tax}", pay.min, pay.period.word(), pay.currency)
}

fn contact(contact: &Contact) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let line =
        format!("{} | {} | {}", part(&contact.email), part(&contact.name), part(&contact.phone));
    let line = line.replace("|  |", "| |");
    line.trim_end_matches([' ', '|']).trim_start().to_owned()
}

/// A field's value as the cases write it, empty when there is none.
pub(crate) fn shown(offer: &Offer, field: &str) -> String {
    let list = |words: Vec<&str>, by: &str| words.join(by);
    match field {
        "contract" => offer.contract.map_or("", |contract| contract.word()).to_owned(),
        "contract_detail" => offer.contract_detail.clone().unwrap_or_default(),
        "place" => offer.places.first().map_or(String::new(), |place| {
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            format!("{} {}", part(&place.city), part(&place.department)).trim().to_owned()
        }),
        "remote" => offer.remote.map_or("", |remote| remote.word()).to_owned(),
        "duration_months" => {
            offer.duration_months.map(|[low, high]| format!("{low} {high}")).unwrap_or_default()
        }
        "start" => offer.start.map_or(String::new(), |start| {
            let end = |when: Option<_>| {
                when.map(|when: tremplin_engine::calendar::When| when.to_string())
                    .unwrap_or_default()
            };
            format!("{}..{}", end(start.from), end(start.to))
        }),
        "deadline" => offer.deadline.map(|day| day.to_string()).unwrap_or_default(),
        "published" => offer.published.map(|day| day.to_string()).unwrap_or_default(),
        "pay" => offer.pay.as_ref().map(pay).unwrap_or_default(),
        "hours_per_week" => {
            offer.hours_per_week.map(|[low, high]| format!("{low} {high}")).unwrap_or_default()
        }
        "study_level" => list(offer.study_level.iter().map(|level| level.word()).collect(), " "),
        "driving_licence" => offer.driving_licence.map_or("", |it| it.word()).to_owned(),
        "contacts" => offer.contacts.iter().map(contact).collect::<Vec<_>>().join("; "),
        "apply_emails" => offer.apply_emails.join(" "),
        "urls" => offer.urls.join(" "),
        "reference" => offer.reference.clone().unwrap_or_default(),
        "benefits" => list(offer.benefits.iter().map(|benefit| benefit.word()).collect(), ", "),
        _ => unreachable!("no field is called {field}"),
    }
}

/// The cases, by name.
fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/values");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("the cases can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 15, "only {} cases", paths.len());
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("a case can be read"))
    };
    paths.iter().map(read).collect()
}

/// Ads of the cases, the shipped offers and those that the rules were not written for, laid out.
fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    for (name, case) in cases() {
        let ad = case.split("\n=====\n").next().unwrap_or_default();
        documents.push(lay_out(&name, ad, 1));
    }
    for source in crate::truth::seeds().into_iter().chain(crate::unseen::sources()) {
        let text = source.decode().expect("a text decodes");
        for block in segment(&text).iter().filter(|block| block.is_offer) {
            documents.push(lay_out(&source.name, &text[block.range.clone()], block.first_line));
        }
    }
    documents
}

#[test]
fn evidence_read_again_alone_gives_the_same_value() {
    let mut breaches = String::new();
    for document in documents() {
        for breach in crate::laws::breaches(&document) {
            let _ = writeln!(breaches, "{}: {breach}", document.file);
        }
    }
    assert!(breaches.is_empty(), "\n{breaches}");
}

#[test]
fn every_layout_gives_its_values() {
    let mut wrong = String::new();
    for (name, case) in cases() {
        let (ad, expected) = case.split_once("\n=====\n").expect("a case has its values");
        let document = lay_out(&name, ad, 1);
        let mut diagnostics = Vec::new();
        let offer = extract(&document, &mut diagnostics);
        let mut listed = std::collections::BTreeMap::new();
        for line in expected.lines() {
            let (field, value) = line.split_once(':').expect("a value has its field");
            assert!(FIELDS.contains(&field), "{name}: no field is called {field}");
            listed.insert(field, value.trim());
        }
        for field in FIELDS {
            let got = shown(&offer, field);
            let want = listed.get(field).copied().unwrap_or("");
            if got != want {
                let _ = writeln!(wrong, "{name}: {field} is « {got} », not « {want} »");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn odd_texts_are_read_without_a_panic() {
    const PIECES: &[&str] = &[
        "Durée",
        " : ",
        "\n",
        "6 mois",
        "stage ",
        "31/02/2025",
        "œ",
        "İ",
        "é\u{301}",
        "1er",
        " mars ",
        "2025",
        "jusqu'au ",
        "candidature ",
        "€",
        "1 300",
        "k€",
        " brut ",
        "à l’attention de ",
        "Jeanne Martin",
        "@",
        "exemple.fr",
        "[at]",
        "06 11 22 33 44",
        "bac+",
        "5",
        "M2",
        "permis B",
        "(",
        ")",
        "-",
        ". ",
        "http://",
        "www.",
        "réf. ",
        "A1",
        "télétravail",
        " non ",
        "100 %",
        "\u{202e}",
        "\0",
        "# ",
        "- ",
        "99999999999999999999",
        "du ",
        " au ",
        "entre ",
        " et ",
        "🎓",
        "\u{00AD}",
        "%",
        "smic",
    ];
    let mut chance = crate::chance::Chance::new(14);
    for _ in 0..400 {
        let document = Document::of_text(&chance.text(PIECES, 60));
        let offer = extract(&document, &mut Vec::new());
        for (field, evidence) in offer.evidence.iter() {
            let text = document.text.get(evidence.span.range());
            assert!(
                text.is_some_and(|words| !words.is_empty()),
                "{field:?} in {:?}",
                document.text
            );
        }
    }
}

#[test]
fn an_endless_line_is_read_in_linear_time() {
    let piece = "Stage de 6 mois à partir du 3 mars 2025, candidature avant le 2 mai 2025 à a.b@exemple.fr, bac+5, permis B, 35h/semaine, 600 € par mois ";
    let started = std::time::Instant::now();
    let document = Document::of_text(&piece.repeat(3_000));
    let mut offer = Offer { text: document.text.clone(), ..Offer::default() };
    for field in extract::ORDER {
        extract::field(field, &document, &mut offer, &mut Vec::new());
    }
    assert_eq!(offer.duration_months, Some([6, 6]));
    // A second or two; looking back over the whole line for each match would take hours.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
