//! What an index weighs and costs at several sizes. Ignored, since it takes a while and needs `--release`:
//!
//! ```text
//! cargo test --release -p tremplin-engine --test ranking weight -- --ignored --nocapture
//! ```
//!
//! The offers are the seeds' own lines in another order, with cities drawn from a list, so that words are as common as
//! in true ones. With `INDEX_FOLDER` set, each index is also written there, to be compressed by whoever wants.

use crate::relevance::seeds;
use std::time::{Duration, Instant};
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::{Offer, Place};
use tremplin_engine::query::Query;
use tremplin_engine::search::{Index, marks, search};

/// What is typed, letter by letter.
const TYPED: &[&str] = &[
    "stage rennes",
    "chargée de projet",
    "concertaton",
    "l'agir citoyen",
    "master 2 science politique",
    "budget participatif",
    "apprentissage nantes",
    "télétravail",
    "75011",
    "énergies renouvelables",
    "service civique paris",
    "particiption citoyene",
];

const CITIES: &[&str] =
    &["Rennes", "Nantes", "Paris", "Lyon", "La Rochelle", "Aix-en-Provence", "Brest", "Tours"];

/// How many rows are marked at each letter.
const SHOWN: usize = 20;

fn many(seeds: &Dataset, count: usize) -> Dataset {
    if count <= seeds.offers.len() {
        return seeds.clone();
    }
    let lines: Vec<&str> = seeds.offers.iter().flat_map(|offer| offer.text.lines()).collect();
    let mut state = 88_172_645_463_325_252_u64;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % bound
    };
    let offer = |number: usize| {
        let model = &seeds.offers[below(seeds.offers.len())];
        let mut text = model.heading.clone();
        while text.len() < 4000 {
            text.push('\n');
            text.push_str(lines[below(lines.len())]);
        }
        let city = Some(CITIES[below(CITIES.len())].to_owned());
        let places = vec![Place { city, ..model.places.first().cloned().unwrap_or_default() }];
        Offer { id: format!("{}-{number}", model.id), text, places, ..model.clone() }
    };
    Dataset { offers: (0..count).map(offer).collect(), ..seeds.clone() }
}

#[test]
#[ignore = "measures; run it alone, in release"]
fn weight_and_speed() {
    let seeds = seeds();
    let today: Date = "2020-01-01".parse().unwrap();
    println!(
        "offers | text kB | index kB | build ms | open ms | letter ms: median | p95 | worst | marks of 20, worst first time"
    );
    for count in [28, 1000, 10_000] {
        let dataset = many(&seeds, count);
        let text: usize = dataset.offers.iter().map(|offer| offer.text.len()).sum();
        let start = Instant::now();
        let built = Index::build(&dataset);
        let build = start.elapsed();
        let bytes = built.to_bytes().to_vec();
        if let Some(folder) = std::env::var_os("INDEX_FOLDER") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{count}.idx")), &bytes)
                .unwrap();
        }
        let start = Instant::now();
        let index = Index::open(bytes.clone(), &dataset).unwrap();
        let open = start.elapsed();
        let (mut times, mut marking) = (Vec::new(), Duration::ZERO);
        for typed in TYPED {
            for end in (1..=typed.len()).filter(|&end| typed.is_char_boundary(end)) {
                let start = Instant::now();
                let answer = search(&dataset, &index, &Query::parse(&typed[..end]), today, SHOWN);
                let searched = start.elapsed();
                let start = Instant::now();
                for hit in answer.hits.iter().take(SHOWN) {
                    assert!(marks(&dataset, &index, &answer, hit.offer).title.len() < 99);
                }
                marking = marking.max(start.elapsed());
                let again = Instant::now();
                for hit in answer.hits.iter().take(SHOWN) {
                    assert!(marks(&dataset, &index, &answer, hit.offer).title.len() < 99);
                }
                times.push((searched + again.elapsed(), &typed[..end]));
            }
        }
        times.sort();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let at = |share: f64| ms(times[((times.len() - 1) as f64 * share) as usize].0);
        println!(
            "{count} | {} | {} | {:.1} | {:.2} | {:.3} | {:.3} | {:.3} « {} » | {:.2}",
            text / 1000,
            bytes.len() / 1000,
            ms(build),
            ms(open),
            at(0.5),
            at(0.95),
            at(1.0),
            times.last().map_or("", |worst| worst.1),
            ms(marking)
        );
    }
}
