//! The laws of reading, on the real texts and on texts made to try the reader's patience.

use crate::chance::{Chance, PIECES};
use crate::truth::{compiled, seeds};
use crate::{laws, offers};
use std::time::{Duration, Instant};
use tremplin_engine::dataset::compile;
use tremplin_engine::layout::lay_out;
use tremplin_engine::outline;
use tremplin_engine::segment::segment;
use tremplin_engine::source::Source;

/// Lines and pieces of real offers, shuffled among odd ones.
fn odd_texts(count: usize) -> Vec<String> {
    let real: Vec<String> = seeds().iter().filter_map(|source| source.decode().ok()).collect();
    let lines: Vec<&str> = real.iter().flat_map(|text| text.split_inclusive('\n')).collect();
    let mut chance = Chance::new(2026);
    (0..count)
        .map(|_| {
            let mut text = String::new();
            for _ in 0..chance.below(60) {
                match chance.below(5) {
                    0 => text += &chance.text(PIECES, 8),
                    1 => {
                        text +=
                            chance.pick(&["-----\n", "\r\n", "\n\n", "\t", " ", "**", "1. ", "• "])
                    }
                    _ => text += chance.pick(&lines),
                }
            }
            text
        })
        .collect()
}

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Real and invented offers, spoilt.
fn spoilt_texts(count: usize) -> Vec<String> {
    let mut chance = Chance::new(310);
    let mut real: Vec<String> = seeds().iter().filter_map(|source| source.decode().ok()).collect();
    real.extend((0..8).map(|_| offers::offer(&mut chance, 1_500)));
    let spoil = |_| {
        let at = chance.below(real.len());
        chance.spoil(&real[at])
    };
    (0..count).map(spoil).collect()
}

#[test]
fn blocks_tile_their_file() {
    let real = seeds().into_iter().filter_map(|source| source.decode().ok());
    for text in real.chain(odd_texts(200)).chain(spoilt_texts(200)) {
        laws::segmenting(&text);
    }
}

#[test]
fn any_text_has_an_outline_that_leads_back_to_it() {
    for text in odd_texts(200).iter().chain(&spoilt_texts(200)) {
        laws::laying_out(text);
    }
}

#[test]
fn any_bytes_decode_or_are_complained_about() {
    let mut chance = Chance::new(311);
    for seed in seeds() {
        let text = seed.decode().expect("a seed decodes");
        for _ in 0..20 {
            laws::decoding(&chance.spoil_bytes(&text));
        }
    }
}

#[test]
fn any_words_are_a_value_or_none_and_a_query() {
    for text in odd_texts(60).iter().chain(&spoilt_texts(60)) {
        text.lines().for_each(laws::reading_values);
        for fields in [laws::PAY, laws::DURATION, laws::DATES, laws::PLACES] {
            text.lines().for_each(|line| laws::reading_fields(fields, line));
        }
        text.lines().for_each(laws::querying);
        text.lines().take(12).for_each(laws::searching);
    }
}

#[test]
fn any_json_is_a_dataset_or_an_error() {
    let mut chance = Chance::new(312);
    let json = compile(&offers::sources(2)).0.to_json();
    laws::opening(&json);
    for _ in 0..300 {
        laws::opening(&chance.spoil(&json));
        laws::opening(&String::from_utf8_lossy(&chance.spoil_bytes(&json)));
    }
}

#[test]
fn any_corrections_are_read_or_complained_about() {
    let text = "Les Jardins (44000) – Stage jardin\n\nTailler.\n";
    let corrections = "offres = [1]\ntitre = \"Jardinier\"\ndate_limite = \"20 avril 2026\"\n\n[[offre]]\n\
        repere = \"Jardins\"\nlieu = \"Rennes (35)\"\nduree = \"6 mois\"\npermis = \"exigé\"\n";
    let mut chance = Chance::new(313);
    for _ in 0..60 {
        laws::correcting(text, &chance.spoil(corrections));
    }
}

/// Letters and figures alone: what mending must neither lose nor make up.
fn matter(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn mending_loses_no_word_and_makes_none_up() {
    for seed in seeds() {
        let text = seed.decode().expect("a seed decodes");
        for block in segment(&text) {
            let document = lay_out(&seed.name, &text[block.range.clone()], block.first_line);
            assert_eq!(matter(&document.text), matter(&text[block.range.clone()]), "{}", seed.name);
        }
    }
}

#[test]
fn every_place_in_the_outline_leads_back_to_its_line() {
    for seed in seeds() {
        let text = seed.decode().expect("a seed decodes");
        let file: Vec<&str> = text.split('\n').collect();
        for block in segment(&text) {
            let document = lay_out(&seed.name, &text[block.range], block.first_line);
            for line in &document.lines {
                let first = line.span.of(&document.text).split(' ').next().unwrap_or("");
                let end = line.span.start + first.len() as u32;
                let location = document.locate((line.span.start, end).into());
                assert_eq!(location.source, file[location.line as usize - 1]);
                let numbered = matches!(line.role, outline::Role::Item { numbered: true, .. });
                assert!(
                    numbered || location.source[location.mark.clone()] == *first,
                    "{first:?} {location:?}"
                );
            }
        }
    }
}

#[test]
fn any_text_is_read_and_every_span_fits() {
    let sources: Vec<Source> = odd_texts(100)
        .iter()
        .chain(&spoilt_texts(100))
        .enumerate()
        .map(|(number, text)| source(&format!("{number}.txt"), text))
        .collect();
    for text in spoilt_texts(60) {
        laws::extracting(&text);
    }
    let dataset = laws::compiling(&sources);
    assert!(dataset.offers.len() > 50, "most texts hold an offer");
}

#[test]
fn order_of_the_sources_does_not_matter() {
    let mut backwards = seeds();
    backwards.sort_by(|a, b| b.name.cmp(&a.name));
    assert_eq!(compile(&backwards).0, compiled().0);
}

#[test]
fn an_id_does_not_depend_on_later_neighbours() {
    let first = source("a.txt", "Les Jardins (44000) – Stage jardin\n\nTailler.");
    let alone = compile(std::slice::from_ref(&first)).0.offers[0].id.clone();
    let with = compile(&[first, source("b.txt", "Les Jardins (44000) – Stage jardin\n\nPlanter.")]);
    assert_eq!(with.0.offers[0].id, alone);
    assert_eq!(with.0.offers[1].id, format!("{alone}-2"));
}

#[test]
fn a_long_line_or_many_heads_are_read_in_time_that_grows_with_them() {
    let long = "Le poste est basé à Rennes, dès que possible, pour 6 mois. ";
    let heads = "Les Jardins (44000) – Stage jardin\n\nTailler.\nPlanter.\nArroser.\n\n";
    for (piece, times, offers) in
        [(long, 5_000, 1), (heads, 150, 600), ("Profil recherché\n\n", 2_500, 1)]
    {
        let read = |times: usize| compile(&[source("a.txt", &piece.repeat(times))]).0.offers.len();
        let growth =
            growth(|| assert!(read(times) <= offers), || assert_eq!(read(4 * times), offers));
        assert!(growth < 7.0, "{piece:?} four times as often takes {growth:.1} times as long");
    }
}

#[test]
fn four_times_as_many_offers_take_four_times_as_long() {
    let (some, all) = (offers::sources(15), offers::sources(60));
    let growth = growth(|| drop(compile(&some)), || drop(compile(&all)));
    assert!(growth < 7.0, "four times as many offers take {growth:.1} times as long");
}

/// How many times longer the second work takes: sixteen times where it grows with its square. The shortest of several
/// runs counts, as others use the machine.
fn growth(one: impl Fn(), two: impl Fn()) -> f64 {
    // What is laid out at first use belongs to neither.
    one();
    let time = |work: &dyn Fn()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let mut least = [Duration::MAX; 2];
    for _ in 0..5 {
        least = [least[0].min(time(&one)), least[1].min(time(&two))];
        let growth = least[1].as_secs_f64() / least[0].as_secs_f64();
        if growth < 5.0 {
            return growth;
        }
    }
    least[1].as_secs_f64() / least[0].as_secs_f64()
}
