//! What a visitor types, and what must come first.

use crate::invented::{ask, dataset, date, found, marked, monthly, offer};
use tremplin_engine::calendar::When;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Contract, Offer, Place, Remote, Start, Status, StudyLevel};
use tremplin_engine::query::{Openness, Query, Sort};
use tremplin_engine::search::Index;

/// Each offer with this body and nothing else.
fn bodies(bodies: &[&str]) -> Dataset {
    dataset(bodies.iter().map(|body| offer("Poste", "Atelier", "Ville", body)).collect())
}

#[test]
fn place_and_contract_beat_what_the_text_mentions() {
    let stage = |offer: Offer| Offer { contract: Some(Contract::Stage), ..offer };
    let offers = dataset(vec![
        stage(offer(
            "Stage jardins",
            "Verger",
            "Brest",
            "Réunions à Rennes, un stage par an à Rennes.",
        )),
        stage(offer("Animer un lieu", "Kiosque", "Rennes", "Vous tenez la caisse.")),
        stage(offer("Dessiner", "Encre", "Paris", "Vous dessinez.")),
        stage(offer("Régie", "Scène", "Rennes", "Vous éclairez.")),
    ]);
    assert_eq!(found(&offers, "stage rennes"), [1, 3]);
    assert_eq!(found(&offers, "RENNES stages "), [1, 3]);
    assert_eq!(found(&offers, "\"stage\" \"rennes\""), [0, 1, 3]);
}

#[test]
fn words_of_one_facet_come_before_the_same_words_in_a_text() {
    let mut offers = dataset(vec![
        offer("Service des eaux", "Cité civique", "Lyon", "Un service civique vous aide."),
        offer("Médiation", "Bibliothèque", "Lyon", "Vous accueillez."),
    ]);
    offers.offers[1].contract = Some(Contract::ServiceCivique);
    assert_eq!(found(&offers, "service civique"), [1]);
    assert_eq!(found(&offers, "\"service civique\""), [1, 0]);
    let marks = &marked(&offers, &Query::parse("service civique"))[0];
    assert!(marks.title.is_empty() && marks.snippet.is_none());
}

#[test]
fn an_inclusive_word_is_found_by_each_of_its_forms() {
    for written in ["Chargé·e", "chargé.e.s", "Chargé(e)", "chargé-e", "chargé∙e"] {
        let offers = dataset(vec![offer(&format!("{written} de mission"), "Atelier", "Ville", "")]);
        for typed in ["chargee de mission", "charge mission", "Chargé·e de mission", "chargé(e)"]
        {
            let marks = &marked(&offers, &Query::parse(typed))[0].title;
            assert_eq!(marks[0].of(offers.offers[0].title.as_deref().unwrap()), written, "{typed}");
        }
    }
    let offers = bodies(&["chargé·e", "chargé"]);
    let answer = ask(&offers, &Query::parse("charge "));
    assert_eq!(answer.hits[0].score, answer.hits[1].score, "two forms are one word");
    let offers = bodies(&["directeur/trice", "directeur·rice", "chef(fe)", "tou·te·s"]);
    assert_eq!(found(&offers, "directrice "), [0, 1]);
    assert_eq!(found(&offers, "cheffe "), [2]);
    assert_eq!(found(&offers, "toutes "), [3]);
}

#[test]
fn an_elided_article_changes_nothing() {
    let offers = bodies(&["L’agir citoyen", "pour agir", "l'école"]);
    for typed in ["l'agir", "l’agir", "agir", "L'AGIR "] {
        let mut offers = found(&offers, typed);
        offers.sort_unstable();
        assert_eq!(offers, [0, 1], "{typed}");
    }
    assert_eq!(found(&bodies(&["aujourd’hui", "hui"]), "aujourd'hui "), [0]);
}

#[test]
fn a_mark_takes_in_the_little_word_before() {
    let offers =
        dataset(vec![offer("Chargé·e de mission", "Port de la Rive", "La Rive", "À la Rive.")]);
    let words = |typed: &str| {
        let hit = &marked(&offers, &Query::parse(typed))[0];
        let marks = [("Chargé·e de mission", &hit.title), ("La Rive", &hit.city)];
        marks.map(|(text, marks)| marks.iter().map(|m| m.of(text)).collect::<Vec<_>>().join("|"))
    };
    assert_eq!(words("la rive"), ["", "La Rive"]);
    assert_eq!(words("rive"), ["", "Rive"]);
    assert_eq!(words("chargee de mission"), ["Chargé·e|de mission", ""]);
    let answer = marked(&offers, &Query::parse("la rive"));
    let marks = &answer[0].snippet.as_ref().unwrap().marks;
    assert_eq!(marks[0].of(&offers.offers[0].text), "la Rive");
}

#[test]
fn the_same_form_beats_another_form_and_that_beats_a_longer_word() {
    let offers = bodies(&["citoyenneté", "citoyennes", "citoyen"]);
    assert_eq!(found(&offers, "citoyen"), [2, 1, 0]);
    assert_eq!(found(&offers, "citoyen "), [2, 1, 0], "its family comes last");
    assert_eq!(found(&bodies(&["rennes", "rennettes"]), "renne "), [0], "no prefix when finished");
    assert_eq!(found(&offers, "citoyennet")[0], 0);
    assert_eq!(found(&bodies(&["rencontres"]), "rennes"), [] as [u32; 0]);
}

#[test]
fn joined_words_are_found_joined_apart_and_by_part() {
    let offers = bodies(&["la bio-informatique", "la bioinformatique", "bio et informatique"]);
    assert_eq!(found(&offers, "bio-informatique "), [0, 1, 2]);
    assert_eq!(found(&offers, "bioinformatique "), [0, 1]);
    assert_eq!(found(&offers, "informatique "), [0, 2]);
    assert_eq!(found(&bodies(&["Aix-en-Provence", "Aix"]), "aix en prov"), [0]);
}

#[test]
fn words_with_signs_are_words() {
    let offers = bodies(&["Bac + 5", "bac+3", "C++ et C", "r&d", "75011 Paris"]);
    for (typed, expected) in
        [("bac+5", 0), ("Bac+3 ", 1), ("c++", 2), ("R&D", 3), ("75011", 4), ("bac +5", 0)]
    {
        assert_eq!(found(&offers, &format!("\"{typed}\"")), [expected], "{typed}");
    }
}

#[test]
fn an_absent_word_finds_nothing_and_a_stop_word_excludes_nothing() {
    let offers = bodies(&["tenir un jardin", "dessiner"]);
    assert_eq!(found(&offers, "jardin zèbre"), [] as [u32; 0]);
    assert_eq!(found(&offers, "des jardins dans la ville"), [0]);
    assert_eq!(found(&offers, "de la"), [0, 1]);
    assert_eq!(found(&offers, "?!"), [0, 1]);
}

#[test]
fn facets_and_places_are_words_too() {
    let mut offers = bodies(&["", ""]);
    let one = &mut offers.offers[1];
    one.remote = Some(Remote::Partial);
    one.study_level = vec![StudyLevel::Bac4];
    one.contract_detail = Some("contrat d’apprentissage".to_owned());
    one.places.push(Place {
        city: Some("Sète".to_owned()),
        department: Some("34".to_owned()),
        region: Some("Occitanie".to_owned()),
        ..Place::default()
    });
    one.contract = Some(Contract::Alternance);
    for typed in ["teletravail", "bac+4", "apprentissage", "sete", "34", "occitanie", "hérault"] {
        assert_eq!(found(&offers, typed), [1], "{typed}");
    }
}

#[test]
fn a_snippet_shows_the_densest_line_but_not_the_heading() {
    let filler = "quelques mots de plus ".repeat(20);
    let body = format!("- semer\n{filler}semer et planter l’été {filler}\n# Planter");
    let offers = dataset(vec![offer("Semer et planter", "Verger", "Nantes", &body)]);
    let hit = &marked(&offers, &Query::parse("planter semer"))[0];
    assert_eq!(hit.title.len(), 2);
    let text = &offers.offers[0].text;
    let snippet = hit.snippet.as_ref().unwrap();
    let window = snippet.window.of(text);
    assert!(window.contains("semer et planter l’été"), "{window}");
    assert!((100..=160).contains(&window.chars().count()), "{window}");
    let words: Vec<_> = body.split_whitespace().collect();
    assert!(window.split(' ').all(|word| words.contains(&word)), "whole words: {window}");
    assert_eq!(
        snippet.marks.iter().map(|mark| mark.of(text)).collect::<Vec<_>>(),
        ["semer", "planter"]
    );
    assert_eq!(marked(&offers, &Query::parse("de la"))[0].snippet, None);
}

/// Four offers: two open, two not.
fn dated() -> Dataset {
    let mut offers = bodies(&["a", "b", "c", "d", "e"]);
    let start = |year, month| Some(Start { from: When::month(year, month), to: None });
    offers.offers[0].deadline = Some(date("2023-05-01"));
    offers.offers[0].pay = Some(monthly(900.0));
    offers.offers[1].deadline = Some(date("2024-06-01"));
    offers.offers[1].start = start(2024, 9);
    offers.offers[2].start = start(2024, 1);
    offers.offers[2].pay = Some(monthly(1200.0));
    offers.offers[3].deadline = Some(date("2024-04-01"));
    offers.offers[3].start = start(2024, 10);
    offers.offers[3].pay = Some(monthly(600.0));
    offers.offers[4].published = Some(date("2024-03-01"));
    offers
}

#[test]
fn every_sort_puts_open_offers_first() {
    let cases = [
        (Sort::Relevance, [3, 1, 4, 2, 0]),
        (Sort::Deadline, [3, 1, 4, 0, 2]),
        (Sort::Start, [1, 3, 4, 2, 0]),
        (Sort::Pay, [3, 1, 4, 2, 0]),
        (Sort::Recent, [1, 3, 4, 2, 0]),
    ];
    for (sort, expected) in cases {
        let answer = ask(&dated(), &Query { sort, ..Query::default() });
        let order: Vec<_> = answer.hits.iter().map(|hit| hit.offer).collect();
        assert_eq!(order, expected, "{sort:?}");
        assert!(answer.hits.iter().all(|hit| hit.score == 0.0 && hit.score.is_sign_positive()));
        assert_ne!(answer.hits[4].status, Status::Open);
    }
}

#[test]
fn words_look_for_what_answers_them_best_open_or_closed() {
    let mut offers = dataset(vec![
        offer("Stage jardin", "Verger", "Brest", "Vous arrosez les semis."),
        offer("Stage semis et greffes", "Serre", "Brest", "Vous semez les semis d'hiver."),
        offer("Stage semis et greffes", "Serre", "Brest", "Vous semez les semis d'hiver."),
    ]);
    for (offer, day) in offers.offers.iter_mut().zip(["2030-01-31", "2020-01-31", "2030-01-31"]) {
        (offer.deadline, offer.contract) = (Some(date(day)), Some(Contract::Stage));
    }
    assert_eq!(found(&offers, "semis"), [2, 1, 0], "alike, the open one comes first");
    assert_eq!(found(&offers, "stage"), [0, 2, 1], "a filter decides nothing of the kind");
}

#[test]
fn choices_are_or_inside_a_facet_and_and_across() {
    let mut offers = dated();
    offers.offers[1].contract = Some(Contract::Stage);
    offers.offers[3].contract = Some(Contract::Emploi);
    offers.offers[0].contract = Some(Contract::Stage);
    let mut query = Query::default();
    query.filters.contracts = [Contract::Stage, Contract::Emploi].into();
    query.filters.open = [Openness::Open].into();
    let answer = ask(&offers, &query);
    assert_eq!(answer.hits.iter().map(|hit| hit.offer).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(answer.facets.contracts[0], (Contract::Stage, 1));
    assert_eq!(answer.facets.open, [(Openness::Open, 2), (Openness::Closed, 1)]);
}

#[test]
fn a_region_is_found_however_it_is_written() {
    let mut offers = bodies(&["a", "b"]);
    offers.offers[0].places[0].region = Some("Île-de-France".to_owned());
    offers.offers[1].places[0].region = Some("Bretagne".to_owned());
    for region in ["Île-de-France", "ile de france", "ILE-DE-FRANCE"] {
        let index = Index::build(&offers);
        assert_eq!(index.place(region).map(|place| place.label).as_deref(), Some("Île-de-France"));
        let mut query = Query::default();
        query.filters.places = [region.to_owned()].into();
        let answer = ask(&offers, &query);
        assert_eq!(answer.hits.iter().map(|hit| hit.offer).collect::<Vec<_>>(), [0], "{region}");
        let areas = index.areas().map(|(number, area)| (&*area.label, answer.facets.areas[number]));
        let regions = areas.filter(|(label, _)| !label.is_empty()).collect::<Vec<_>>();
        assert!(regions.starts_with(&[("Bretagne", 1)]), "{regions:?}");
        assert!(regions.contains(&("Île-de-France", 1)), "{regions:?}");
    }
    assert_eq!(Index::build(&offers).place("Atlantide"), None);
}
