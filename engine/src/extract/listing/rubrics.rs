//! Headings inside a listing sort the offers below them: « STAGES », « Finistère », « BTS (2 ans) ». What they say goes to the offers that
//! do not say it, up to the next heading of their sort.

use super::{terms, told_above};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::extract::places;
use crate::extract::rule::compile;
use crate::gazetteer;
use crate::offer::{Contract, Field, Offer, Place, Remote};
use crate::segment::{Rubric, rubric, without_code};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Gives each offer what the rubrics above it say: `above` holds, for each offer, the words between it and the offer
/// before.
pub(crate) fn sort(above: &[&str], offers: &mut [(&Document, &mut Offer)]) {
    let rubrics: Vec<Vec<(Rubric, &str)>> = above.iter().map(|words| last_lines(words)).collect();
    let places = rubrics.iter().flatten().filter(|(sort, _)| *sort == Rubric::Place).count();
    let kinds = rubrics.iter().flatten().filter(|(sort, _)| *sort == Rubric::Kind).count();
    let levels = rubrics.iter().flatten().filter(|(sort, _)| *sort == Rubric::Level).count();
    let (mut kind, mut place): (Option<Contract>, Option<Place>) = (None, None);
    let mut level = Offer::default();
    for (told, (document, offer)) in rubrics.iter().zip(offers) {
        for &(sort, words) in told {
            match sort {
                // One heading alone above all offers is the listing's own.
                Rubric::Kind if kinds > 1 || above[0].is_empty() => kind = terms::kind(words),
                Rubric::Place if places > 1 => place = named(words),
                Rubric::Level if levels > 1 => level = of_level(words),
                Rubric::Kind | Rubric::Place | Rubric::Level => {}
            }
        }
        if let Some(kind) = kind
            && terms::is_open(offer)
            && terms::may_be(kind, document)
        {
            offer.contract = Some(kind);
            told_above(offer, Field::Contract);
        }
        if let Some(place) = &place {
            give(place, document, offer);
        }
        give_level(&level, offer);
    }
}

/// The level that a heading of diplomas names, and how long it takes: « Bac pro (3 ans, ou 2 ans après un CAP) ».
fn of_level(words: &str) -> Offer {
    static YEARS: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(?P<count>[1-5]) ans?\b"));
    let (diploma, length) = words.split_once('(').unwrap_or((words, ""));
    let diploma = diploma.trim_matches(|c: char| !c.is_alphanumeric());
    let said = Document::of_text(&format!("Offre\n\nNiveau : {diploma}"));
    let mut level = Offer::default();
    crate::extract::field(Field::StudyLevel, &said, &mut level, &mut Diagnostics::new());
    let months = |found: regex::Captures<'_>| Some(12 * found["count"].parse::<u16>().ok()?);
    let length = fold(length);
    let years: Vec<u16> = YEARS.captures_iter(&length).filter_map(months).collect();
    level.duration_months =
        years.iter().min().copied().zip(years.iter().max().copied()).map(Into::into);
    level
}

/// It goes to an offer that says neither.
fn give_level(level: &Offer, offer: &mut Offer) {
    if offer.study_level.is_empty() && !level.study_level.is_empty() {
        offer.study_level.clone_from(&level.study_level);
        told_above(offer, Field::StudyLevel);
    }
    if let (Some(months), None) = (level.duration_months, offer.duration_months)
        && matches!(offer.contract, None | Some(Contract::Alternance))
    {
        offer.duration_months = Some(months);
        told_above(offer, Field::DurationMonths);
    }
}

/// The rubrics at the end of these words.
fn last_lines(words: &str) -> Vec<(Rubric, &str)> {
    let lines = words.lines().rev().filter(|line| line.contains(char::is_alphanumeric));
    let mut told: Vec<(Rubric, &str)> =
        lines.map_while(|line| Some((rubric(line)?, line))).take(3).collect();
    told.reverse();
    told
}

/// The commune, the département or the region that words name.
fn named(words: &str) -> Option<Place> {
    let name = without_code(words);
    if let Some(department) = gazetteer::department_named(name) {
        return Some(Place {
            department: Some(department.code.to_owned()),
            region: Some(department.region.name.to_owned()),
            country: Some("France".to_owned()),
            ..Place::default()
        });
    }
    if let Some(region) = gazetteer::region_named(name) {
        let (region, country) = (region.name.to_owned(), "France".to_owned());
        return Some(Place { region: Some(region), country: Some(country), ..Place::default() });
    }
    match gazetteer::communes(name) {
        [commune] => Some(commune.place()),
        _ => None,
    }
}

/// A place goes to an offer that names none.
fn give(place: &Place, document: &Document, offer: &mut Offer) {
    let elsewhere = place.city.is_some() && super::names_another_town(document, place);
    // « Calvados », then « secteur de Villers-Bocage »: the one of that département.
    let department = place.department.as_deref().and_then(gazetteer::department);
    if let (None, Some(department)) = (&place.city, department)
        && offer.places.is_empty()
    {
        places::read_near(document, offer, &[department], &mut Diagnostics::new());
    }
    if offer.places.is_empty() && offer.remote != Some(Remote::Full) && !elsewhere {
        offer.places.push(place.clone());
        told_above(offer, Field::Places);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers(above: &[&str], texts: &[&str]) -> Vec<Offer> {
        let documents: Vec<Document> = texts.iter().map(|text| Document::of_text(text)).collect();
        let mut offers = vec![Offer::default(); texts.len()];
        let mut both: Vec<_> = documents.iter().zip(&mut offers).collect();
        sort(above, &mut both);
        offers
    }

    #[test]
    fn headings_hold_up_to_the_next_of_their_sort() {
        let above = ["Nos offres\n\nSTAGES\n\n", "", "ALTERNANCES\n\n"];
        let kinds: Vec<_> =
            offers(&above, &["Haies", "Talus", "Serres"]).iter().map(|o| o.contract).collect();
        let (stage, alternance) = (Some(Contract::Stage), Some(Contract::Alternance));
        assert_eq!(kinds, [stage, stage, alternance]);
        let above = ["FINISTÈRE\n\n", "", "MORBIHAN\n\n"];
        let found = offers(&above, &["Jardinier", "Fleuriste", "Couvreur"]);
        let departments: Vec<_> =
            found.iter().map(|o| o.places[0].department.as_deref().unwrap_or("")).collect();
        assert_eq!(departments, ["29", "29", "56"]);
    }

    #[test]
    fn diplomas_tell_the_level_and_how_long_it_takes() {
        let above = ["=== BTS (2 ans) ===\n\n", "=== Licence professionnelle (1 an) ===\n\n"];
        let documents = ["Gestion", "Qualité"].map(Document::of_text);
        let mut found = [Contract::Alternance; 2]
            .map(|contract| Offer { contract: Some(contract), ..Offer::default() });
        let mut both: Vec<_> = documents.iter().zip(&mut found).collect();
        sort(&above, &mut both);
        assert_eq!(found[0].study_level, [crate::offer::StudyLevel::Bac2]);
        assert_eq!(found.map(|offer| offer.duration_months), [Some([24, 24]), Some([12, 12])]);
    }

    #[test]
    fn one_heading_above_all_sorts_nothing() {
        let found = offers(&["STAGES\n\n", ""], &["Haies", "Talus"]);
        assert_eq!(found[0].contract, None);
        let found = offers(&["SÈTE\n\n", ""], &["Haies", "Talus"]);
        assert!(found[0].places.is_empty());
    }
}
