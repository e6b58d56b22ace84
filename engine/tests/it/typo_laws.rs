//! Misspelt words are found, those of another kind are not, and none takes the place of the word itself.

use crate::chance::Chance;
use crate::invented::{ask, dataset, found, offer};
use tremplin_engine::query::Query;

/// One offer for each word, that holds nothing else.
fn words(words: &[String]) -> tremplin_engine::dataset::Dataset {
    dataset(words.iter().map(|word| offer("", "", "", word)).collect())
}

/// A word of these letters, few enough that words come near each other.
fn word(chance: &mut Chance, most: usize) -> String {
    (0..4 + chance.below(most)).map(|_| chance.pick(&["a", "b", "c", "u", "r"])).collect()
}

/// How many mistakes are forgiven a word of that length.
fn allowed(length: usize) -> usize {
    match length {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

#[test]
fn misspelt_words_are_those_that_strsim_finds_near() {
    let mut chance = Chance::new(21);
    let mut near = 0;
    for _ in 0..300 {
        let held: Vec<String> = (0..40).map(|_| word(&mut chance, 8)).collect();
        let offers = words(&held);
        let mut asked =
            chance.pick(&held.iter().map(String::as_str).collect::<Vec<_>>()).to_owned();
        for _ in 0..chance.below(4) {
            let at = 1 + chance.below(asked.len() - 1);
            match chance.below(3) {
                0 if asked.len() > 4 => drop(asked.remove(at)),
                1 => asked.insert(at, 'b'),
                _ => asked.replace_range(at..at + 1, "u"),
            }
        }
        let answer = ask(&offers, &Query::parse(&format!("{asked} ")));
        // A word found as it is, or in another form, is not sought among the misspelt.
        if answer.hits.iter().any(|hit| hit.typos == 0) {
            continue;
        }
        let mut expected: Vec<u32> = Vec::new();
        for (number, other) in held.iter().enumerate() {
            // A wrong first letter counts double: only words that begin alike are compared here.
            if other[..1] == asked[..1]
                && strsim::osa_distance(&asked, other) <= allowed(asked.len())
            {
                expected.push(number as u32);
            }
        }
        let mut found: Vec<u32> = answer.hits.iter().map(|hit| hit.offer).collect();
        found.retain(|&number| held[number as usize][..1] == asked[..1]);
        found.sort_unstable();
        assert_eq!(found, expected, "{asked} in {held:?}");
        near += found.len();
    }
    assert!(near > 100, "the draw must have words near each other: {near}");
}

#[test]
fn a_wrong_first_letter_counts_double_and_short_words_are_taken_as_written() {
    let offers = words(&["lille".into(), "stage".into(), "développeur".into(), "metz".into()]);
    assert_eq!(found(&offers, "ville "), [] as [u32; 0]);
    assert_eq!(found(&offers, "lylle "), [0]);
    assert_eq!(found(&offers, "sateg "), [] as [u32; 0]);
    assert_eq!(found(&offers, "satge "), [1]);
    assert_eq!(found(&offers, "tevellopeur "), [] as [u32; 0]);
    assert_eq!(found(&offers, "devellopeur "), [2]);
    assert_eq!(found(&offers, "mezz "), [] as [u32; 0]);
}

#[test]
fn a_misspelt_word_never_comes_before_the_word() {
    let mut all = vec![offer("Concertation", "Concertation", "Concertation", "Concertation")];
    all.push(offer("Poste", "Atelier", "Ville", "une concertaton"));
    assert_eq!(found(&dataset(all.clone()), "concertaton "), [1], "it stands somewhere as typed");
    assert_eq!(found(&dataset(all), "concertatoin "), [0, 1], "it stands nowhere as typed");
}

#[test]
fn a_word_that_stands_nowhere_is_answered_by_the_nearest_one() {
    let offers = dataset(vec![
        offer("Médiation numérique", "Verger", "Sète", "Vous animez des ateliers d’écriture."),
        offer("Médiation", "Verger", "Sète", "Vous animez."),
    ]);
    let meant = |typed: &str| ask(&offers, &Query::parse(typed)).did_you_mean;
    assert_eq!(meant("mediaton sete").as_deref(), Some("Médiation sete"));
    assert_eq!(meant("animze ecriture").as_deref(), Some("animez ecriture"));
    assert_eq!(meant("atlres").as_deref(), None);
    assert_eq!(meant("médiation"), None);
    assert_eq!(meant("zzzzzzzz"), None);
    assert_eq!(meant(""), None);
}
