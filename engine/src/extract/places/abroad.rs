//! Cities abroad: no gazetteer knows them, so the text must name their country beside.

use super::Candidate;
use crate::document::Document;
use crate::extract::heading;
use crate::extract::rule::compile;
use crate::gazetteer;
use crate::offer::Place;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

static CANADIAN_CODE: LazyLock<Regex> = LazyLock::new(|| compile(r"\b[a-z]\d[a-z] ?\d[a-z]\d\b"));

/// A city abroad: behind « basé à », or in the heading, where a country or one of its provinces is named beside.
pub(super) fn abroad(document: &Document) -> Option<Candidate> {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"\b(?:(?:stage|poste|mission|stagiaire|volontaire)[^.\n]{0,40}base{e}|^(?:- )?base{e}|^(?:- )?lieu(?: d[^:\n]{0,20})? ?:) ?(?:a |au )?(?P<city>[a-z][a-z'-]+)",
        )
    });
    let first = fold(heading::opening(document).of(&document.text));
    let of_heading = country_in(&first);
    let mut cities =
        NAMED.captures_iter(document.folded.as_str()).filter_map(|found| found.name("city"));
    let (city, (country, region)) = cities.find_map(|city| {
        let words = document.source(city.range()).of(&document.text);
        if !words.starts_with(char::is_uppercase) || !gazetteer::communes(words).is_empty() {
            return None;
        }
        let (_, line) = document.folded_line(city.start());
        let country = of_heading.or_else(|| country_in(line)).or_else(|| country_in(city.as_str()));
        country.map(|country| (city, country))
    })?;
    let span = document.source(city.range());
    let words = span.of(&document.text);
    let code =
        CANADIAN_CODE.find(&first).filter(|_| country == "Canada" && first.contains(city.as_str()));
    let place = Place {
        city: Some(words.to_owned()),
        postal_code: code.map(|code| code.as_str().replace(' ', "").to_uppercase()),
        region: region.map(str::to_owned),
        country: Some(country.to_owned()),
        ..Place::default()
    };
    Some(Candidate { place, span, rule: "abroad", score: 88 })
}

/// The country that a name of `lexicon/abroad.txt` in these folded words tells.
fn country_in(folded: &str) -> Option<(&'static str, Option<&'static str>)> {
    include_str!("../lexicon/abroad.txt").lines().filter(|line| !line.starts_with('#')).find_map(
        |line| {
            let mut columns = line.split('\t');
            let (name, country) = (columns.next()?, columns.next()?);
            let found = folded.match_indices(name).any(|(at, _)| {
                let around =
                    [folded[..at].chars().next_back(), folded[at + name.len()..].chars().next()];
                around.iter().all(|c| !c.is_some_and(char::is_alphanumeric))
            });
            found.then_some((country, columns.next()))
        },
    )
}
