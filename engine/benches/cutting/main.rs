//! Learns what the clues of `src/segment/clue.rs` weigh.
//!
//! ```sh
//! cargo bench -p tremplin-engine --bench cutting                        # counts by the weights as they are
//! cargo bench -p tremplin-engine --bench cutting -- learn [FOLDER…]     # learns them again, and writes them
//! cargo bench -p tremplin-engine --bench cutting -- held [FOLDER…]      # only prints how files held out are cut
//! ```
//!
//! The files: `before` of `tests/unseen`, `tests/listings`, `seeds`, and folders laid out as `tests/unseen` is; and two
//! kinds of files made from these: each offer of a listing in a file of its own (`~ alone`), which stays one, and files of
//! one offer put end to end (`~ joined`). A way of learning is judged by the lines `held`: each file is cut by weights learnt without it.

mod files;

use files::{Example, examples};
use std::collections::BTreeMap;
use std::path::Path;
use tremplin_engine::segment::learn::{first_lines, gradient, weights};

/// How many times all files are gone through, and how often that is begun anew: the weights are the mean of all.
const EPOCHS: usize = 25;
const TRIES: usize = 2;
/// How far a mistake moves the weights.
const RATE: f32 = 0.02;
/// How strongly they are drawn to the first guess.
const PULL: f32 = 0.002;
/// By how much the right cut has to win, for each mistake of another.
const MARGIN: f32 = 1.0;
/// How much more the mistakes in a file of one offer count: to cut it is worse than to miss a cut.
const SINGLE: f32 = 1.5;
/// One offer per file is the rule: what is added to the weight of a file's only offer.
const ALONE: f32 = 1.0;
const FOLDS: u32 = 8;

fn main() {
    // Cargo adds `--bench`.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let (verbs, folders): (Vec<String>, Vec<String>) =
        args.into_iter().partition(|arg| matches!(arg.as_str(), "learn" | "held"));
    let examples = examples(&folders);
    let all: Vec<&Example> = examples.iter().collect();
    if verbs.is_empty() {
        let now: Vec<f32> = weights().into_iter().map(|(_, weight)| weight).collect();
        return report("now", all.iter().map(|&example| (example, now.as_slice())));
    }
    let guess = guess();
    let held = std::thread::scope(|scope| {
        let (all, guess) = (&all, &guess);
        let learn = move |fold: u32| {
            let others = all.iter().copied().filter(|example| example.fold(FOLDS) != fold);
            learnt(&others.collect::<Vec<_>>(), guess)
        };
        let threads: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || learn(fold))).collect();
        let weights = threads.into_iter().map(|thread| thread.join().expect("a fold is learnt"));
        weights.collect::<Vec<_>>()
    });
    let by = |example: &Example| held[example.fold(FOLDS) as usize].as_slice();
    report("held", all.iter().map(|&example| (example, by(example))));
    if verbs.iter().any(|verb| verb == "learn") {
        let weights = learnt(&all, &guess);
        report("learnt", all.iter().map(|&example| (example, weights.as_slice())));
        write(&weights);
    }
}

/// The weights that were guessed by hand before any were learnt, in the order of the clues.
fn guess() -> Vec<f32> {
    let lines = include_str!("guess.txt").lines();
    let guess: BTreeMap<&str, f32> = lines
        .filter_map(|line| line.split_once(' '))
        .map(|(clue, weight)| (clue, weight.trim().parse().expect("a guess is a number")))
        .collect();
    let of = |clue| *guess.get(clue).unwrap_or_else(|| panic!("guess.txt lacks {clue}"));
    weights().into_iter().map(|(clue, _)| of(clue)).collect()
}

/// A structured perceptron, averaged: for each file cut wrongly, or barely rightly, the clues of the right cut gain what
/// those of the wrong one lose.
fn learnt(examples: &[&Example], guess: &[f32]) -> Vec<f32> {
    let mut sums = vec![0.0_f64; guess.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance = 12_345_u64;
    let mut weights = guess.to_vec();
    for epoch in 0..TRIES * EPOCHS {
        if epoch % EPOCHS == 0 {
            weights.copy_from_slice(guess);
        }
        for last in (1..order.len()).rev() {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(last, (chance >> 33) as usize % (last + 1));
        }
        for &at in &order {
            let Example { text, offers, counts, .. } = examples[at];
            if let Some(gradient) = gradient(text, offers, &weights, MARGIN) {
                let counts = if offers.len() == 1 { SINGLE * counts } else { *counts };
                for (weight, step) in weights.iter_mut().zip(gradient) {
                    *weight += RATE * counts * step;
                }
            }
            for ((weight, guess), sum) in weights.iter_mut().zip(guess).zip(&mut sums) {
                *weight -= RATE * PULL * (*weight - guess);
                *sum += f64::from(*weight);
            }
        }
    }
    let steps = (TRIES * EPOCHS * examples.len()) as f64;
    let names = weights_names();
    let averages = names.iter().zip(sums).map(|(&clue, sum)| {
        let alone = if clue == "Alone" { ALONE } else { 0.0 };
        // As the table writes them.
        (((sum / steps) as f32 + alone) * 10.0).round() / 10.0
    });
    averages.collect()
}

fn weights_names() -> Vec<&'static str> {
    weights().into_iter().map(|(clue, _)| clue).collect()
}

/// Prints, for each set of files, how many offers were found and how many first lines open none.
fn report<'a>(how: &str, cuts: impl Iterator<Item = (&'a Example, &'a [f32])>) {
    let mut sets: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    let show = std::env::var_os("SHOW").is_some();
    for (example, weights) in cuts {
        let Example { name, set, text, offers, .. } = example;
        let found = first_lines(text, weights);
        let is_found = |lines: &&Vec<u32>| lines.iter().any(|line| found.contains(line));
        let missed: Vec<u32> =
            offers.iter().filter(|lines| !is_found(lines)).map(|l| l[0]).collect();
        let is_wrong = |line: &&u32| !offers.iter().any(|lines| lines.contains(line));
        let wrong: Vec<u32> = found.iter().filter(is_wrong).copied().collect();
        if show && !(missed.is_empty() && wrong.is_empty()) {
            println!("{how} {set}/{name}: missed {missed:?}, no offer {wrong:?}");
        }
        let is_cut = offers.len() == 1 && found.len() > 1;
        // Files made from others are no files more.
        let all = (!set.starts_with('~')).then_some("all");
        for set in [set.as_str()].into_iter().chain(all) {
            let counts = [offers.len() - missed.len(), offers.len(), wrong.len(), 1, is_cut.into()];
            let sums = sets.entry(set).or_default();
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
    for (set, [found, offers, wrong, files, cut]) in sets {
        println!(
            "{how:<7}{set:<12}found {found:>4} of {offers:>4}, no offer {wrong:>3}; files {files:>4}, of one offer but cut {cut}"
        );
    }
}

/// Writes the weights into the table of clues.
fn write(weights: &[f32]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/segment/clue.rs");
    let source = std::fs::read_to_string(&path).expect("the table can be read");
    let learnt: BTreeMap<&str, f32> =
        weights_names().into_iter().zip(weights.iter().copied()).collect();
    let line = |line: &str| match line.trim().split_once(' ') {
        Some((clue, weight)) if learnt.contains_key(clue) && weight.parse::<f32>().is_ok() => {
            // Adding nothing makes -0 plain 0.
            format!("    {clue} {:.1}\n", learnt[clue] + 0.0)
        }
        _ => format!("{line}\n"),
    };
    let table: String = source.lines().map(line).collect();
    std::fs::write(&path, table).expect("the table can be written");
    println!("wrote {}", path.display());
}
