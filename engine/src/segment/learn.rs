//! What learning the weights of `clue` takes: `benches/cutting` is the learner.

use super::clue::{COUNT, Clue, NAMES, WEIGHTS};
use super::cut::{Cut, Piece, Weighing};
use crate::layout::{RawLine, whole_lines};

/// The clues' names and what each weighs, in the order of their table.
pub fn weights() -> Vec<(&'static str, f32)> {
    NAMES.into_iter().zip(WEIGHTS).collect()
}

/// Numbers of the lines that open the offers of a text, 1-based, by these weights, one for each clue.
pub fn first_lines(text: &str, weights: &[f32]) -> Vec<u32> {
    let lines = whole_lines(text, 1);
    let number = |at: usize| lines.get(at).map_or(1, |line| line.number);
    let mut heads = Cut::of(text, &lines, &table(weights)).heads;
    if heads.is_empty() {
        heads.push(0);
    }
    heads.into_iter().map(number).collect()
}

/// How much more each clue speaks for the right cut than for the one that these weights would choose; `None` where
/// they choose the right one by more than `margin` for each of its mistakes. `offers` are the lines at which each
/// offer may begin, the best one first.
pub fn gradient(text: &str, offers: &[Vec<u32>], weights: &[f32], margin: f32) -> Option<Vec<f32>> {
    let raw = whole_lines(text, 1);
    let weights = table(weights);
    let weighing = Weighing::of(text, &raw, &weights);
    let offers: Vec<Vec<usize>> = offers.iter().map(|lines| indices(&raw, lines)).collect();
    let end = weighing.end();
    let mut places = weighing.places().to_vec();
    places.extend(offers.iter().flatten().filter(|&&at| at < end));
    places.sort_unstable();
    places.dedup();
    let mistakes = |piece: Piece| mistakes(&offers, piece) as f32;
    let chosen = weighing.best_with(&|piece| margin * mistakes(piece), weighing.places());
    let right = weighing.best_with(&|piece| -1_000.0 * mistakes(piece), &places);
    let firsts = |pieces: &[Piece]| -> Vec<usize> {
        pieces.iter().filter(|piece| piece.is_offer).map(|piece| piece.start).collect()
    };
    if firsts(&chosen) == firsts(&right) {
        return None;
    }
    let (right, chosen) = (told(&weighing, &right), told(&weighing, &chosen));
    Some(right.iter().zip(chosen).map(|(right, chosen)| right - chosen).collect())
}

fn table(weights: &[f32]) -> [f32; COUNT] {
    weights.try_into().expect("there is one weight for each clue")
}

fn indices(raw: &[RawLine<'_>], lines: &[u32]) -> Vec<usize> {
    lines.iter().map(|&line| raw.partition_point(|raw| raw.number < line)).collect()
}

/// An offer where none begins, and each offer that begins inside.
fn mistakes(offers: &[Vec<usize>], piece: Piece) -> usize {
    let own = offers.iter().position(|lines| lines.contains(&piece.start));
    let found = own.filter(|_| piece.is_offer);
    let inside = |lines: &[usize]| (piece.start..piece.end).contains(&lines[0]);
    let missed =
        offers.iter().enumerate().filter(|&(at, lines)| inside(lines) && found != Some(at));
    usize::from(piece.is_offer && own.is_none()) + missed.count()
}

/// The sum of all that a cut tells.
fn told(weighing: &Weighing<'_>, pieces: &[Piece]) -> [f32; COUNT] {
    let mut sums = [0.0; COUNT];
    weighing.clues(pieces, &mut |clue: Clue, amount| sums[clue as usize] += amount);
    sums
}
