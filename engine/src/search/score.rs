//! How well an offer answers the words: where they stand, how rare they are, whether they stand together.

use super::index::{Field, Index};
use super::plan::Plan;
use crate::span::Span;
use std::cmp::Ordering;

/// How much a word counts in each field, in the order of [`Field`].
const FIELD_WEIGHTS: [f32; Field::COUNT] = [5.0, 4.0, 4.0, 4.0, 4.0, 1.0];
/// How much the fields count where a word stands too, beside the best one.
const OTHER_FIELDS: f32 = 0.25;
/// How much each e-fold of repetition in the text counts.
const REPETITION: f32 = 0.25;
/// How much two words that stand together count, beside the lesser of them alone.
const TOGETHER: f32 = 0.8;

/// One place where an offer answers one leaf of the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) leaf: usize,
    pub(super) field: Field,
    pub(super) place: u32,
    pub(super) span: Span,
    /// How well the form answers, 0 to 1.
    pub(super) quality: f32,
}

/// Sorts matches. Behind a pointer the library's sort, as big as all of this file, is compiled once for every order.
#[inline(never)]
pub(super) fn sort(matches: &mut [Match], compare: fn(&Match, &Match) -> Ordering) {
    matches.sort_unstable_by(compare);
}

/// Where each of the `wanted` offers answers the plan, in order of field and place; empty for the others.
pub(super) fn matches(index: &Index, plan: &Plan, wanted: &[bool]) -> Vec<Vec<Match>> {
    let mut matches = vec![Vec::new(); wanted.len()];
    for (leaf, found) in plan.leaves.iter().enumerate() {
        for &(form, quality) in &found.forms {
            for &posting in index.postings(form) {
                if wanted[posting.offer as usize] {
                    let (field, place, span) = (posting.field, posting.place, posting.span);
                    matches[posting.offer as usize].push(Match {
                        leaf,
                        field,
                        place,
                        span,
                        quality,
                    });
                }
            }
        }
    }
    for matches in &mut matches {
        sort(matches, |a, b| {
            let key = |m: &Match| (m.field, m.place, m.leaf);
            key(a).cmp(&key(b)).then(b.quality.total_cmp(&a.quality))
        });
        // An inclusive word answers by each of its forms: the better one counts.
        matches.dedup_by_key(|m| (m.field, m.place, m.leaf));
    }
    matches
}

/// How well an offer with these matches answers the plan.
pub(super) fn score(plan: &Plan, matches: &[Match]) -> f32 {
    // From 0: the sum of no floats is -0.
    let alone = plan.leaves.iter().enumerate().fold(0.0, |sum, (number, leaf)| {
        sum + leaf.weight * in_fields(matches.iter().filter(|m| m.leaf == number))
    });
    // Rounded, so that equal answers tie whatever the order of the additions.
    ((alone + together(plan, matches)) * 1000.0).round() / 1000.0
}

/// What the places of one leaf are worth: the best field, and a little for the others.
fn in_fields<'a>(matches: impl Iterator<Item = &'a Match>) -> f32 {
    let mut best = [0.0_f32; Field::COUNT];
    let mut in_body = 0.0_f32;
    for m in matches {
        best[m.field as usize] = best[m.field as usize].max(m.quality);
        in_body += f32::from(m.field == Field::Body);
    }
    best[Field::Body as usize] *= 1.0 + REPETITION * in_body.max(1.0).ln();
    let worth = || best.iter().zip(FIELD_WEIGHTS).map(|(best, weight)| best * weight);
    let most = worth().fold(0.0, f32::max);
    most + OTHER_FIELDS * (worth().sum::<f32>() - most)
}

/// What it is worth that words stand side by side as in the query.
fn together(plan: &Plan, matches: &[Match]) -> f32 {
    let mut pairs = vec![0.0_f32; plan.leaves.len()];
    for (at, one) in matches.iter().enumerate() {
        let Some(next) = plan.next(one.leaf) else { continue };
        let (first, second) = (&plan.leaves[one.leaf], &plan.leaves[next]);
        let reach = one.place + (second.place - first.place);
        let beside = matches[at + 1..]
            .iter()
            .take_while(|m| m.field == one.field && m.place <= reach)
            .find(|m| m.leaf == next && m.place > one.place);
        if let Some(other) = beside {
            let weight = FIELD_WEIGHTS[one.field as usize] * first.weight.min(second.weight);
            let worth = TOGETHER * weight * one.quality.min(other.quality);
            pairs[one.leaf] = pairs[one.leaf].max(worth);
        }
    }
    pairs.iter().fold(0.0, |sum, pair| sum + pair)
}
