//! Headings inside a listing sort the offers below them: « STAGES », « Finistère ». What they say goes to the offers that
//! do not say it, up to the next heading of their sort.

use super::{terms, told_above};
use crate::document::Document;
use crate::gazetteer;
use crate::offer::{Contract, Field, Offer, Place, Remote};
use crate::segment::{Rubric, rubric};

/// Gives each offer what the rubrics above it say: `above` holds, for each offer, the words between it and the offer
/// before.
pub(crate) fn sort(above: &[&str], offers: &mut [(&Document, &mut Offer)]) {
    let rubrics: Vec<Vec<(Rubric, &str)>> = above.iter().map(|words| last_lines(words)).collect();
    let places = rubrics.iter().flatten().filter(|(sort, _)| *sort == Rubric::Place).count();
    let kinds = rubrics.iter().flatten().filter(|(sort, _)| *sort == Rubric::Kind).count();
    let (mut kind, mut place): (Option<Contract>, Option<Place>) = (None, None);
    for (told, (document, offer)) in rubrics.iter().zip(offers) {
        for &(sort, words) in told {
            match sort {
                // One heading alone above all offers is the listing's own.
                Rubric::Kind if kinds > 1 || above[0].is_empty() => kind = terms::kind(words),
                Rubric::Place if places > 1 => place = named(words),
                Rubric::Kind | Rubric::Place => {}
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
    let name = words.trim_matches(|c: char| !c.is_alphanumeric());
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
    fn one_heading_above_all_sorts_nothing() {
        let found = offers(&["STAGES\n\n", ""], &["Haies", "Talus"]);
        assert_eq!(found[0].contract, None);
        let found = offers(&["SÈTE\n\n", ""], &["Haies", "Talus"]);
        assert!(found[0].places.is_empty());
    }
}
