//! Ways of asking: phrases, exclusions, fields, synonyms; what answers how, and why.

use crate::chance::{Chance, PIECES};
use crate::invented::{ask, dataset, drawn, found, marked, offer, today};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Contract, Offer};
use tremplin_engine::query::Query;
use tremplin_engine::search::{How, Index, explain, search};

fn bodies(bodies: &[&str]) -> Dataset {
    dataset(bodies.iter().map(|body| offer("Poste", "Atelier", "Ville", body)).collect())
}

fn sorted(dataset: &Dataset, typed: &str) -> Vec<u32> {
    let mut found = found(dataset, typed);
    found.sort_unstable();
    found
}

#[test]
fn a_phrase_stands_together_and_as_written() {
    let offers = bodies(&[
        "un jardin partagé",
        "un partage, un jardin",
        "des jardins partagés",
        "le jardin est partagé",
        "jardin\npartagé",
        "un jardin-partagé",
    ]);
    assert_eq!(sorted(&offers, "\"jardin partagé\""), [0, 5]);
    assert_eq!(sorted(&offers, "« jardin partage »"), [0, 5]);
    assert_eq!(sorted(&offers, "jardin partagé"), [0, 1, 2, 3, 4, 5]);
    assert_eq!(sorted(&offers, "un -\"jardin partagé\""), [1, 2, 3, 4]);
    assert_eq!(sorted(&offers, "\"un jardin\" partagé"), [0, 1, 5]);
}

#[test]
fn an_excluded_word_is_excluded_in_all_its_forms_and_no_other() {
    let offers = bodies(&["semer", "semer, récolte", "semer, récoltes", "semer, récolteur"]);
    assert_eq!(sorted(&offers, "semer -récolte"), [0, 3]);
    assert_eq!(sorted(&offers, "-recolte"), [0, 3]);
    assert_eq!(sorted(&offers, "semer - récolte"), [1, 2, 3]);
}

#[test]
fn a_named_field_is_the_only_one_that_counts() {
    let stage = |offer: Offer| Offer { contract: Some(Contract::Stage), ..offer };
    let offers = dataset(vec![
        offer("Stage à Rennes", "Verger", "Brest", ""),
        stage(offer("Poste", "Kiosque", "Rennes", "")),
        offer("Poste", "Ville de Rennes", "Brest", "un stage"),
    ]);
    assert_eq!(found(&offers, "lieu:rennes"), [1]);
    assert_eq!(found(&offers, "lieu:Rennes lieu:brest"), [] as [u32; 0]);
    assert_eq!(found(&offers, "contrat:stage"), [1]);
    assert_eq!(found(&offers, "titre:rennes"), [0]);
    assert_eq!(found(&offers, "structure:rennes"), [2]);
    assert_eq!(found(&offers, "-lieu:rennes \"rennes\""), [0, 2]);
    assert_eq!(found(&offers, "couleur:rennes"), [] as [u32; 0], "no field of ours: two words");
}

#[test]
fn the_word_beats_its_forms_then_what_it_begins_then_synonyms_then_its_family() {
    let offers =
        bodies(&["indemnité", "gratifier", "gratificationcafé", "gratifications", "gratification"]);
    assert_eq!(found(&offers, "gratification"), [4, 3, 2, 0, 1]);
    let offers = bodies(&["concerter", "dialogue", "concertations", "concertation"]);
    assert_eq!(found(&offers, "concertation "), [3, 2, 1, 0]);
}

#[test]
fn what_is_used_for_a_word_is_found_and_marked() {
    let offers = bodies(&["une rémunération", "en distanciel", "l’économie sociale et solidaire"]);
    for (typed, number, mark) in [("gratification", 0, "rémunération"), ("ess", 2, "économie")] {
        assert_eq!(found(&offers, typed), [number], "{typed}");
        let marks = marked(&offers, &Query::parse(typed)).remove(0).snippet.unwrap().marks;
        assert_eq!(marks[0].of(&offers.offers[number as usize].text), mark);
    }
    let mut index = Index::build(&offers);
    index.add_synonyms("virtuel, distanciel");
    let answer = search(&offers, &index, &Query::parse("virtuel"), today(), usize::MAX);
    assert_eq!(answer.hits.len(), 1, "a site's own");
    assert_eq!(sorted(&offers, "virtuel"), [] as [u32; 0]);
}

#[test]
fn stems_prefixes_families_and_misspelt_words_are_marked_whole() {
    let offers = bodies(&["des rencontres animées par l’équipe"]);
    let text = &offers.offers[0].text;
    for (typed, mark) in [
        ("rencontre ", "rencontres"),
        ("renco", "rencontres"),
        ("animation ", "animées"),
        ("recnontres ", "rencontres"),
        ("equi", "équipe"),
    ] {
        let snippet = marked(&offers, &Query::parse(typed)).remove(0).snippet.unwrap();
        let marks: Vec<_> = snippet.marks.iter().map(|mark| mark.of(text)).collect();
        assert_eq!(marks, [mark], "{typed}");
    }
}

#[test]
fn an_offer_that_lacks_a_word_comes_last_and_holds_most_of_what_is_asked() {
    let offers = bodies(&["un potager", "un potager, un rucher", "un", "un verger", "un verger"]);
    let answer = ask(&offers, &Query::parse("potager rucher "));
    let hits: Vec<_> = answer.hits.iter().map(|hit| (hit.offer, hit.missing)).collect();
    assert_eq!(hits, [(1, 0)], "half of it is not most of it");
    let answer = ask(&offers, &Query::parse("potager rucher verger "));
    assert!(answer.hits.iter().all(|hit| hit.missing == 1) && answer.hits[0].offer == 1);
    assert_eq!(found(&offers, "potager rucher lagune "), [] as [u32; 0], "unknown to all");
}

#[test]
fn an_explanation_adds_up_to_the_score() {
    let mut chance = Chance::new(41);
    let mut explained = 0;
    for _ in 0..200 {
        let dataset = drawn(&mut chance);
        let index = Index::build(&dataset);
        let typed = chance.text(PIECES, 4);
        let answer = search(&dataset, &index, &Query::parse(&typed), today(), usize::MAX);
        for hit in &answer.hits {
            let why = explain(&dataset, &index, &answer, hit.offer);
            let sum = why.words.iter().map(|word| word.points).sum::<f32>() + why.together;
            assert!((sum - hit.score).abs() < 0.002, "{typed:?}: {why:?} {}", hit.score);
            explained += why.words.len();
        }
    }
    assert!(explained > 100, "the draw must have something to explain: {explained}");
    let offers = bodies(&["des concertations"]);
    let index = Index::build(&offers);
    let answer = search(&offers, &index, &Query::parse("concertation "), today(), usize::MAX);
    let why = explain(&offers, &index, &answer, 0);
    assert_eq!(why.words[0].by, Some(("concertations".to_owned(), How::Stem)));
}

#[test]
fn short_prefixes_answer_the_same_however_many_offers_there_are() {
    // From some hundreds of offers on, they are kept ready.
    let words = ["animer", "accueil", "bois", "ami", "été"];
    let many: Vec<&str> = (0..300).map(|number| words[number % 5]).collect();
    let count = |offers: &Dataset, typed: &str| found(offers, typed).len();
    for typed in ["a", "an", "am", "b", "é", "z", "ac"] {
        let (few, many) = (bodies(&words), bodies(&many));
        assert_eq!(count(&few, typed) * 60, count(&many, typed), "{typed}");
    }
}
