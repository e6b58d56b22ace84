//! What a file says once, above its offers: who recruits, the kind of contract, the place of the work, the
//! labels of a table's columns.
//!
//! A value is handed down to the offers that state none of their own. A recruiter is handed down only when no offer of the
//! file names another one, and when nothing says that the file relays the offers of others; a contract, when the words
//! above know one kind only and no offer has another. The words stand outside of the offers' own texts, so that the
//! evidence is an empty span under the name of a rule, as for a correction.

mod page;
mod recruiter;
mod row;
mod rubrics;
mod terms;

use super::body::{is_institution, key};
use super::places;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::gazetteer;
use crate::offer::{Contract, Evidence, Field, Offer, Place, Remote};
use crate::span::Span;
pub(crate) use page::name_page;
use recruiter::{is_written_to, recruiter, says_that_it_recruits};
pub(crate) use row::read_under;
pub(crate) use rubrics::sort;
use terms::Reach;

/// The rule that evidence names for a value handed down.
pub const RULE: &str = "listing";

/// Gives what stands above the offers of a file to those that do not say it.
pub fn hand_down(above: &Document, offers: &mut [(&Document, &mut Offer)]) {
    if offers.len() < 2 {
        return;
    }
    if let Some(name) = recruiter(above).filter(|_| !places_with_others(offers)) {
        hand_recruiter(above, &name, offers);
    }
    hand_contract(above, offers);
    name_subjects(above, offers);
    hand_place(above, offers);
    hand_terms(above, offers);
}

/// Whether temporary work is offered: an agency relays the posts of others, as those do that say so.
fn places_with_others(offers: &[(&Document, &mut Offer)]) -> bool {
    let temporary =
        offers.iter().filter(|(document, _)| document.folded.as_str().contains("interim")).count();
    temporary * 2 >= offers.len()
}

/// When all the offers begin, how long they last, for whom they are.
fn hand_terms(above: &Document, offers: &mut [(&Document, &mut Offer)]) {
    let all = terms::for_all(above);
    for (_, offer) in offers.iter_mut() {
        if let (Some(start), None) = (&all.start, &offer.start)
            && offer.evidence.get(Field::Start).is_none()
        {
            offer.start = Some(*start);
            told_above(offer, Field::Start);
        }
        let lasts = offer.contract_detail.as_deref() != Some("CDI");
        if let (Some(length), None, true) = (all.duration_months, offer.duration_months, lasts)
            && offer.evidence.get(Field::DurationMonths).is_none()
        {
            offer.duration_months = Some(length);
            told_above(offer, Field::DurationMonths);
        }
        if let (Some(hours), None) = (all.hours_per_week, offer.hours_per_week) {
            offer.hours_per_week = Some(hours);
            told_above(offer, Field::HoursPerWeek);
        }
        if offer.study_level.is_empty()
            && !all.study_level.is_empty()
            && offer.evidence.get(Field::StudyLevel).is_none()
        {
            offer.study_level = all.study_level.clone();
            told_above(offer, Field::StudyLevel);
        }
    }
}

/// The evidence of a value that stands above the offers.
fn told_above(offer: &mut Offer, field: Field) {
    let evidence = Evidence { span: Span::default(), rule: RULE.to_owned() };
    offer.evidence.insert(field, evidence);
}

fn hand_recruiter(above: &Document, name: &str, offers: &mut [(&Document, &mut Offer)]) {
    let own = key(name);
    let others = offers
        .iter()
        .filter_map(|(_, offer)| offer.organisation.as_deref())
        .filter(|other| !own.contains(&key(other)) && !key(other).contains(&own))
        .count();
    // Where a house says that it recruits, one offer may name its service, or where one is sent.
    let speaks = says_that_it_recruits(above, name) || is_institution(name) && is_written_to(above);
    let limit = if speaks { offers.len() / 4 } else { 0 };
    if others > limit {
        return;
    }
    for (_, offer) in offers.iter_mut().filter(|(_, offer)| offer.organisation.is_none()) {
        offer.organisation = Some(name.to_owned());
        told_above(offer, Field::Organisation);
    }
}

fn hand_contract(above: &Document, offers: &mut [(&Document, &mut Offer)]) {
    if offers.iter().all(|(_, offer)| !terms::is_open(offer)) {
        return;
    }
    let Some(kind) = terms::contract(above) else { return };
    if offers.iter().any(|(_, offer)| !terms::is_open(offer) && offer.contract != Some(kind)) {
        return;
    }
    for (document, offer) in offers.iter_mut().filter(|(_, offer)| terms::is_open(offer)) {
        if terms::may_be(kind, document) {
            offer.contract = Some(kind);
            told_above(offer, Field::Contract);
        }
    }
}

/// Where stages are offered above, what each is about is its title: « Nos sujets de stage », then « 1. Les haies du bocage ».
fn name_subjects(above: &Document, offers: &mut [(&Document, &mut Offer)]) {
    if terms::contract(above) != Some(Contract::Stage) {
        return;
    }
    let untitled = |offer: &Offer| offer.title.is_none() && offer.contract == Some(Contract::Stage);
    for (document, offer) in offers.iter_mut().filter(|(_, offer)| untitled(offer)) {
        super::title::read_subject(document, offer);
    }
}

fn hand_place(above: &Document, offers: &mut [(&Document, &mut Offer)]) {
    if offers.iter().all(|(_, offer)| !offer.places.is_empty()) {
        return;
    }
    // « Reuilly », below the address of a house at Issoudun: the one of its département.
    if let Some(near) = places::department_of_codes(above) {
        for (document, offer) in offers.iter_mut().filter(|(_, offer)| offer.places.is_empty()) {
            places::read_near(document, offer, &[near], &mut Diagnostics::new());
        }
    }
    let Some((place, reach)) = terms::place(above) else { return };
    let elsewhere = offers
        .iter()
        .filter_map(|(_, offer)| offer.places.first())
        .any(|other| other.city != place.city || other.department != place.department);
    if reach == Reach::Letterhead && elsewhere {
        return;
    }
    for (document, offer) in offers.iter_mut().filter(|(_, offer)| offer.places.is_empty()) {
        let own = offer.remote == Some(Remote::Full)
            || reach == Reach::Letterhead && names_another_town(document, &place);
        if !own {
            offer.places.push(place.clone());
            told_above(offer, Field::Places);
        }
    }
}

/// Whether an offer names a town that is not this one: then who knows where its work is.
fn names_another_town(document: &Document, place: &Place) -> bool {
    gazetteer::find(&document.folded, &document.text).any(|mention| {
        mention.capital
            && !mention.communes.is_empty()
            && mention.communes.iter().all(|commune| commune.place().city != place.city)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;

    /// The offers of these texts, below these words.
    fn below(above: &str, texts: &[&str]) -> Vec<Offer> {
        let documents: Vec<Document> = texts.iter().map(|text| Document::of_text(text)).collect();
        let mut offers: Vec<Offer> =
            documents.iter().map(|one| extract(one, &mut Diagnostics::new())).collect();
        let mut both: Vec<_> = documents.iter().zip(&mut offers).collect();
        hand_down(&Document::of_text(above), &mut both);
        offers
    }

    #[test]
    fn a_recruiter_goes_to_offers_that_name_none() {
        let above = Document::of_text("La Ville de Sète recrute");
        let document = Document::of_text("");
        let named = |name: Option<&str>| Offer {
            organisation: name.map(str::to_owned),
            ..Offer::default()
        };
        let (mut one, mut two) = (named(None), named(Some("Ville de Sète")));
        hand_down(&above, &mut [(&document, &mut one), (&document, &mut two)]);
        assert_eq!(one.organisation.as_deref(), Some("Ville de Sète"));
        assert_eq!(one.evidence.get(Field::Organisation).unwrap().rule, RULE);
        let (mut one, mut two) = (named(None), named(Some("Racines")));
        hand_down(&above, &mut [(&document, &mut one), (&document, &mut two)]);
        assert_eq!(one.organisation, None);
    }

    #[test]
    fn an_agency_of_temporary_work_recruits_for_others() {
        let named = |posts: &[&str]| -> Vec<Option<String>> {
            let offers = below("La Ville de Sète recrute", posts);
            offers.iter().map(|offer| offer.organisation.clone()).collect()
        };
        let temporary = ["Cariste\nContrat d’intérim", "Soudeur\nMission d’intérim de 3 mois"];
        assert_eq!(named(&temporary), [None, None]);
        let sete = Some("Ville de Sète".to_owned());
        let one = ["Jardinier\nTailler.", "Chef\nAssurer l’intérim.", "Fleuriste\nVendre."];
        assert_eq!(named(&one), [sete.clone(), sete.clone(), sete]);
    }

    #[test]
    fn a_contract_goes_to_offers_that_state_none() {
        let posts = ["Sujet 1 : les haies\nTailler.", "Sujet 2 : les talus\nMesurer."];
        let kinds = |above: &str, posts: &[&str]| -> Vec<Option<Contract>> {
            below(above, posts).iter().map(|offer| offer.contract).collect()
        };
        assert_eq!(kinds("Sujets de stage 2027", &posts), [Some(Contract::Stage); 2]);
        assert_eq!(kinds("Sujets de stage et de thèse", &posts), [None; 2]);
        let mixed = ["Sujet 1 : les haies\nTailler.", "Jardinier\nType de contrat : CDI"];
        assert_eq!(kinds("Sujets de stage 2027", &mixed), [None, Some(Contract::Emploi)]);
    }

    #[test]
    fn subjects_are_titles_where_stages_are_offered() {
        let subjects = ["1. Les haies du bocage\nContact : Anne", "2. Les talus\nContact : Luc"];
        let titles = |above: &str| -> Vec<Option<String>> {
            below(above, &subjects).iter().map(|offer| offer.title.clone()).collect()
        };
        let named = [Some("Les haies du bocage".to_owned()), Some("Les talus".to_owned())];
        assert_eq!(titles("Racines propose plusieurs sujets de stage."), named);
        assert_eq!(titles("Racines présente ses haies."), [None, None]);
    }

    #[test]
    fn an_address_above_tells_towns_of_one_name_apart() {
        let posts = ["Jardinier\nLieu : Reuilly", "Fleuriste\nLieu : Vatan"];
        let departments = |above: &str| -> Vec<Option<String>> {
            let offers = below(above, &posts);
            offers.iter().map(|o| o.places.first()?.department.clone()).collect()
        };
        let indre = Some("36".to_owned());
        let issoudun = "Le Verger recrute\n2 place du Marché, 36100 Issoudun";
        assert_eq!(departments(issoudun), [indre.clone(), indre.clone()]);
        assert_eq!(departments("Le Verger recrute"), [None, indre]);
    }

    #[test]
    fn a_place_goes_to_offers_that_name_none() {
        let cities = |above: &str, posts: &[&str]| -> Vec<Option<String>> {
            let offers = below(above, posts);
            offers.iter().map(|o| o.places.first().and_then(|place| place.city.clone())).collect()
        };
        let sete = Some("Sète".to_owned());
        let posts = ["Jardinier\nTailler.", "Fleuriste\nLieu : Agde"];
        let all = "Sauf mention contraire, les postes sont basés à Sète.";
        assert_eq!(cities(all, &posts), [sete.clone(), Some("Agde".to_owned())]);
        let letterhead = "La Ville de Sète recrute\n3 quai du Port, 34200 Sète";
        assert_eq!(cities(letterhead, &posts)[0], None);
        let silent = ["Jardinier\nTailler.", "Fleuriste\nVendre des bouquets."];
        assert_eq!(cities(letterhead, &silent), [sete.clone(), sete]);
        let trips = ["Jardinier\nDes chantiers à Agde et à Béziers.", "Fleuriste\nVendre."];
        assert_eq!(cities(letterhead, &trips)[0], None);
    }
}
