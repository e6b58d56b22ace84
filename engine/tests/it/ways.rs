//! Ways on and back: suggestions while typing, steps back from nothing, offers like another.

use crate::chance::{Chance, PIECES};
use crate::invented::{dataset, date, drawn, monthly, offer, today};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Contract, Offer, Place, Remote, Status, StudyLevel};
use tremplin_engine::query::{Facet, Query};
use tremplin_engine::search::{
    Index, Relaxation, Step, SuggestionKind, relaxations, search, similar, suggest,
};

fn place(city: &str, department: &str, region: &str, lat: f64, lon: f64) -> Place {
    Place {
        city: Some(city.to_owned()),
        department: Some(department.to_owned()),
        region: Some(region.to_owned()),
        lat: Some(lat),
        lon: Some(lon),
        ..Place::default()
    }
}

/// Four offers around Brittany, one of them from afar.
fn offers() -> Dataset {
    let stage = |offer: Offer| Offer { contract: Some(Contract::Stage), ..offer };
    let mut offers = vec![
        stage(offer("Jardinage urbain", "Le Verger", "", "Vous plantez des arbres en ville.")),
        stage(offer("Jardins ouvriers", "Ville de Quimper", "", "Vous plantez des haies.")),
        stage(offer("Cartographie", "Atelier des plans", "", "Vous dessinez des cartes.")),
        stage(offer("Rédaction", "La Lettre", "", "Vous écrivez sur les arbres et les haies.")),
    ];
    offers[0].places = vec![place("Rennes", "35", "Bretagne", 48.11, -1.68)];
    offers[1].places = vec![place("Quimper", "29", "Bretagne", 48.0, -4.1)];
    offers[2].places = vec![place("Nantes", "44", "Pays de la Loire", 47.22, -1.55)];
    offers[3].places = Vec::new();
    offers[3].remote = Some(Remote::Full);
    offers[0].study_level = vec![StudyLevel::Bac5];
    offers[0].pay = Some(monthly(700.0));
    offers[2].deadline = Some(date("2024-01-01"));
    dataset(offers)
}

fn ways(dataset: &Dataset, words: &str) -> Vec<Relaxation> {
    let index = Index::build(dataset);
    let query = Query::parse(words);
    let answer = search(dataset, &index, &query, today(), 10);
    assert_eq!(answer.total, 0, "{words}");
    relaxations(dataset, &index, &query, &answer, today())
}

fn steps(dataset: &Dataset, words: &str) -> Vec<(Vec<Step>, u32)> {
    ways(dataset, words).into_iter().map(|way| (way.steps, way.total)).collect()
}

#[test]
fn nothing_at_a_place_leads_around_it_and_beyond() {
    assert_eq!(
        steps(&offers(), "stage brest"),
        [
            (vec![Step::Around(60)], 1),
            (vec![Step::Remote], 1),
            (vec![Step::Without(Facet::Place)], 4),
        ]
    );
}

#[test]
fn each_step_back_leaves_the_rest_asked() {
    let words = "stage rennes bac+5 plus de 800 €";
    let found = ways(&offers(), words);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].steps, [Step::Without(Facet::Pay)]);
    assert_eq!(found[0].query.words, "stage rennes bac+5");
    let pairs = steps(&offers(), "alternance rennes bac+3");
    assert_eq!(pairs, [(vec![Step::Without(Facet::Contract), Step::Without(Facet::Level)], 1)]);
    let [way] = &ways(&offers(), "arbres zèbre")[..] else { panic!("one way") };
    assert!(
        matches!(way.steps[..], [Step::WithoutWords(span)] if span.of("arbres zèbre") == "zèbre")
    );
    assert_eq!(steps(&offers(), "zèbre"), []);
}

#[test]
fn what_is_suggested_gives_what_it_says() {
    let dataset = offers();
    let index = Index::build(&dataset);
    let texts = |typed: &str| -> Vec<(SuggestionKind, String, u32)> {
        let found = suggest(&dataset, &index, &Query::parse(typed), today(), 8);
        found.into_iter().map(|found| (found.kind, found.text, found.total)).collect()
    };
    use SuggestionKind::{Filter, Organisation, Place, Title, Word};
    assert_eq!(texts("stage à ren"), [(Place, "Rennes".to_owned(), 1)]);
    assert_eq!(
        texts("jard"),
        [
            (Word, "jardins".to_owned(), 2),
            (Word, "jardinage".to_owned(), 2),
            (Title, "Jardinage urbain".to_owned(), 1),
            (Title, "Jardins ouvriers".to_owned(), 1),
        ]
    );
    assert_eq!(texts("le verg")[0], (Organisation, "Le Verger".to_owned(), 1));
    assert_eq!(texts("quimp")[0], (Place, "Quimper".to_owned(), 1));
    assert!(texts("télét").contains(&(Filter, "télétravail".to_owned(), 1)));
    let chosen =
        |typed: &str| suggest(&dataset, &index, &Query::parse(typed), today(), 8)[0].query.clone();
    let filters = chosen("arbres télétravail tot").filters;
    assert_eq!(filters.remotes, [Remote::Full].into(), "a filter is set");
    assert_eq!(chosen("arbres télétravail tot").words, "arbres");
    assert_eq!(chosen("stage à ren").words, "stage", "what led to a name goes with it");
    assert_eq!(texts("rennes "), []);
    assert_eq!(texts(""), []);
    assert_eq!(texts("zzz"), []);
}

#[test]
fn places_are_found_by_how_they_begin() {
    let index = Index::build(&offers());
    let labels = |name: &str, most: usize| -> Vec<String> {
        index.places_like(name, most).into_iter().map(|place| place.label).collect()
    };
    assert_eq!(labels("bre", 9), ["Bretagne", "Brest"], "where offers are, then the map");
    assert_eq!(labels("bre", 1), ["Bretagne"]);
    assert_eq!(labels("35", 9), ["Ille-et-Vilaine (35)"]);
    assert_eq!(labels(" ", 9), [""; 0]);
    assert!(labels("", 9).is_empty() && labels("zzz", 9).is_empty());
}

#[test]
fn recruiters_with_most_offers_come_first() {
    let mut dataset = offers();
    dataset.offers[3].organisation = Some("Ville de Quimper".to_owned());
    let index = Index::build(&dataset);
    let names = index.organisations_by_size().iter();
    let names: Vec<&str> = names.map(|&at| &*index.organisations()[at as usize]).collect();
    assert_eq!(names, ["Ville de Quimper", "Atelier des plans", "Le Verger"]);
}

#[test]
fn similar_offers_share_words_and_open_ones_come_first() {
    let dataset = offers();
    let index = Index::build(&dataset);
    assert_eq!(similar(&dataset, &index, 0, today(), 3), [1, 3]);
    assert_eq!(similar(&dataset, &index, 0, today(), 1), [1]);
    assert_eq!(similar(&dataset, &index, 99, today(), 3), [] as [u32; 0]);
}

#[test]
fn any_text_has_ways() {
    let mut chance = Chance::new(51);
    let (mut suggested, mut relaxed, mut alike) = (0, 0, 0);
    for _ in 0..300 {
        let dataset = drawn(&mut chance);
        let index = Index::build(&dataset);
        let typed = chance.text(PIECES, 4) + chance.pick(&["", "ch", "stage", " renn", "bac+5"]);
        let query = Query::parse(&typed);
        let found = suggest(&dataset, &index, &query, today(), 6);
        assert!(found.len() <= 6);
        for one in &found {
            let total = search(&dataset, &index, &one.query, today(), 0).total;
            assert!(total > 0 && total == one.total, "{typed:?} {one:?}");
        }
        suggested += found.len();
        let answer = search(&dataset, &index, &query, today(), 0);
        if answer.total == 0 {
            for way in relaxations(&dataset, &index, &query, &answer, today()) {
                let total = search(&dataset, &index, &way.query, today(), 0).total;
                assert!(total > 0 && total == way.total, "{typed:?} {way:?}");
                relaxed += 1;
            }
        }
        for offer in 0..dataset.offers.len() as u32 {
            let others = similar(&dataset, &index, offer, today(), 5);
            assert!(others.len() <= 5 && !others.contains(&offer));
            let open =
                |other: &u32| dataset.offers[*other as usize].status(today()) == Status::Open;
            assert!(others.is_sorted_by_key(|other| !open(other)));
            alike += others.len();
        }
    }
    assert!(suggested > 100 && relaxed > 20 && alike > 500, "{suggested} {relaxed} {alike}");
}
