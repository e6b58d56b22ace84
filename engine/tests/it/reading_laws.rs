//! The laws of reading, on the real texts and on texts made to try the reader's patience.

use crate::chance::{Chance, PIECES};
use crate::truth::{compiled, seeds};
use tremplin_engine::dataset::{Dataset, compile, open};
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

#[test]
fn blocks_tile_their_file() {
    let real = seeds().into_iter().filter_map(|source| source.decode().ok());
    for text in real.chain(odd_texts(300)) {
        let blocks = segment(&text);
        let joined: String = blocks.iter().map(|block| &text[block.range.clone()]).collect();
        assert_eq!(joined, text);
        for block in &blocks {
            let lines_before = text[..block.range.start].matches('\n').count() as u32;
            assert_eq!(block.first_line, lines_before + 1);
        }
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
    let sources: Vec<Source> = odd_texts(400)
        .iter()
        .enumerate()
        .map(|(number, text)| source(&format!("{number}.txt"), text))
        .collect();
    let (dataset, diagnostics) = compile(&sources);
    for diagnostic in &diagnostics {
        assert!(!diagnostic.to_string().is_empty());
    }
    assert!(dataset.offers.len() > 100, "most texts hold an offer");
    for offer in &dataset.offers {
        for (field, evidence) in &offer.evidence {
            assert!(offer.text.get(evidence.span.range()).is_some(), "{field:?} {evidence:?}");
        }
        assert_eq!(outline::sections(&offer.text).len(), offer.section_kinds.len());
        assert!(open(offer)["sections"].is_array());
    }
    assert_eq!(Dataset::from_json(&dataset.to_json()).expect("a dataset reads back"), dataset);
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
    let long = "Le poste est basé à Rennes, dès que possible, pour 6 mois. ".repeat(3_000);
    let heads =
        "Les Jardins (44000) – Stage jardin\n\nTailler.\nPlanter.\nArroser.\n\n".repeat(500);
    let (dataset, _) = compile(&[source("long.txt", &long), source("heads.txt", &heads)]);
    assert_eq!(dataset.offers.len(), 501);
}
