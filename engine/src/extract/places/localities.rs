//! Places of work that are no commune: science parks, new towns, quarters of offices.

use super::Candidate;
use super::spot::Spot;
use crate::document::Document;
use crate::extract::rule::compile;
use crate::gazetteer::{self, Department};
use crate::offer::Place;
use crate::text::fold;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Their folded names, as they are written, and their départements.
static LOCALITIES: LazyLock<BTreeMap<String, (&str, &Department)>> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/localities.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (name, code) = line.split_once('\t')?;
            Some((fold(name), (name, gazetteer::department(code)?)))
        })
        .collect()
});

static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    let mut names: Vec<String> = LOCALITIES.keys().map(|name| regex::escape(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    compile(&format!(r"\b(?:{})\b", names.join("|")))
});

/// Whether folded words are the name of one.
pub(super) fn is_named(folded: &str) -> bool {
    LOCALITIES.contains_key(folded)
}

/// Those that the text names as the workplace.
pub(super) fn localities(document: &Document) -> Vec<Candidate> {
    let text = document.folded.as_str();
    let found = NAMES.find_iter(text).filter_map(|found| {
        let span = document.source(found.range());
        if !span.of(&document.text).starts_with(char::is_uppercase) {
            return None;
        }
        let spot = Spot { document, range: found.range(), word: false, part: false, coded: false };
        let (rule, score) = spot.led_to().filter(|(rule, _)| *rule != "mention")?;
        let (name, department) = LOCALITIES[found.as_str()];
        let place = Place {
            city: Some(name.to_owned()),
            department: Some(department.code.to_owned()),
            region: Some(department.region.name.to_owned()),
            country: Some("France".to_owned()),
            ..Place::default()
        };
        // « Sophia Antipolis (Valbonne) »: the commune says more.
        Some(Candidate { place, span, rule, score: score - 1 })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn localities_are_led_to_like_towns() {
        let names = |text: &str| -> Vec<String> {
            let found = localities(&Document::of_text(text));
            found.into_iter().filter_map(|one| one.place.city).collect()
        };
        assert_eq!(names("Jardinier\nPoste basé à Sophia Antipolis"), ["Sophia Antipolis"]);
        assert_eq!(names("Jardinier\nDéplacements à La Défense"), [""; 0]);
        for (name, _) in LOCALITIES.values() {
            assert!(gazetteer::communes(name).is_empty(), "{name} is a commune");
        }
    }
}
