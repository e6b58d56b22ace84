//! What typed words say that a filter can: `tests/cases/queries/*.txt`, a query a line, with what is understood.

use crate::invented::{dataset, date, offer};
use std::fmt::Write;
use std::path::Path;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::Place;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Index, search};

/// Offers in a few communes, which queries name.
fn offers() -> Dataset {
    let at = |city: &str, code: &str, department: &str, region: &str, lat, lon| {
        let mut offer = offer("Poste", "Verger", city, "");
        offer.places = vec![Place {
            city: Some(city.to_owned()),
            postal_code: Some(code.to_owned()),
            department: Some(department.to_owned()),
            region: Some(region.to_owned()),
            country: Some("France".to_owned()),
            lat: Some(lat),
            lon: Some(lon),
        }];
        offer
    };
    dataset(vec![
        at("Rennes", "35000", "35", "Bretagne", 48.11, -1.68),
        at("Paris", "75011", "75", "Île-de-France", 48.86, 2.38),
        at("Paris", "75003", "75", "Île-de-France", 48.86, 2.36),
        at("Saint-Denis", "93200", "93", "Île-de-France", 48.94, 2.36),
        at("Saint-Denis", "97400", "974", "La Réunion", -20.88, 55.45),
        at("La Rochelle", "17000", "17", "Nouvelle-Aquitaine", 46.16, -1.15),
        at("Aix-en-Provence", "13090", "13", "Provence-Alpes-Côte d'Azur", 43.53, 5.45),
        at("Sens", "89100", "89", "Bourgogne-Franche-Comté", 48.2, 3.28),
        at("Guéret", "23000", "23", "Nouvelle-Aquitaine", 46.17, 1.87),
    ])
}

/// `[the words] key=value key=value | [other words] …`
fn shown(dataset: &Dataset, index: &Index, words: &str) -> String {
    let query = Query::parse(words);
    let answer = search(dataset, index, &query, date("2026-01-15"), 0);
    let parts: Vec<String> = answer
        .understood
        .iter()
        .map(|part| {
            let mut shown = format!("[{}]", part.span.of(words));
            let filters = Query { filters: part.filters.clone(), ..Query::default() };
            for (key, value) in filters.to_url() {
                let _ = write!(shown, " {key}={value}");
            }
            shown
        })
        .collect();
    parts.join(" | ")
}

#[test]
fn queries_say_what_they_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/queries");
    let dataset = offers();
    let index = Index::build(&dataset);
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("they can be listed").path();
        let text = std::fs::read_to_string(&path).expect("a case is text");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let (query, expected) = line.split_once("=>").expect("a case is `query => understood`");
            let (query, expected) = (query.trim(), expected.trim());
            let found = shown(&dataset, &index, query);
            count += 1;
            if found != expected {
                wrong.push(format!("{query} => {found}\n    not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 100);
}
