//! How well an offer answers the words: BM25F, each field with its weight, and a bonus for words that stand together.

use super::answering::Leaf;
use super::answering::{How, prefix_quality};
use super::holders::{Holders, Worth};
use super::index::{Field, Index, Reach};
use super::local::{At, Local};
use super::plan::{Phrase, Plan};
use crate::sort::merge;
use crate::span::Span;

/// How much a word counts in each field, in the order of [`Field`].
const FIELD_WEIGHTS: [f32; Field::ALL.len()] = [7.0, 5.0, 6.0, 5.0, 6.0, 1.0];
/// How soon more of the same counts less: the `k` of BM25.
const SATURATION: f32 = 3.0;
/// How much two words that stand together count, beside the lesser of them alone.
const TOGETHER: f32 = 1.8;
/// The letters typed of a word of usual length, for prefixes whose words are not looked at one by one.
const USUAL_LENGTH: usize = 9;

/// What a word is worth that stands in these fields.
pub(super) fn points(reach: Reach) -> f32 {
    POINTS[usize::from(reach.0)]
}

/// What each [`Reach`] is worth: asked for at each posting of each word.
static POINTS: [f32; 256] = {
    let mut points = [0.0; 256];
    let mut bits = 0;
    while bits < points.len() {
        let (mut sum, mut field) = (0.0, 0);
        while field < Field::Body as usize {
            if bits >> field & 1 == 1 {
                sum += FIELD_WEIGHTS[field];
            }
            field += 1;
        }
        sum += FIELD_WEIGHTS[Field::Body as usize] * Reach(bits as u8).often();
        points[bits] = sum / (SATURATION + sum);
        bits += 1;
    }
    points
};

/// Adds what each offer holds of a leaf: the form that is worth most counts.
pub(super) fn add_held(index: &Index, leaf: &Leaf, held: &mut Holders) {
    let mut add = |offer: u32, reach: Reach, quality: f32, typo: bool| {
        held.add(offer, Worth { points: points(reach.within(leaf.within)) * quality, typo });
    };
    for typo in [false, true] {
        for form in leaf.forms.iter().filter(|form| (form.how == How::Typo) == typo) {
            index.postings(form.number).each(|offer, reach| add(offer, reach, form.quality, typo));
        }
    }
    let Some(prefix) = &leaf.prefix else { return };
    if let Some(postings) = index.prefix_postings(prefix) {
        let quality = leaf.beside * prefix_quality(prefix.len(), USUAL_LENGTH);
        postings.each(|offer, reach| add(offer, reach, quality, false));
        return;
    }
    let vocabulary = index.vocabulary();
    vocabulary.each(vocabulary.prefixed(prefix.as_bytes()), |number, form, _| {
        let quality = leaf.beside * prefix_quality(prefix.len(), form.len());
        index.postings(number).each(|offer, reach| add(offer, reach, quality, false));
    });
}

/// One place where an offer answers one leaf of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Match {
    pub(super) leaf: usize,
    pub(super) field: Field,
    pub(super) place: u32,
    pub(super) span: Span,
    pub(super) how: How,
    /// How well the form answers, 0 to 1.
    pub(super) quality: f32,
}

/// Where an offer answers the plan, in order of field and place. Words that tell nothing count in phrases alone.
pub(super) fn matches(plan: &Plan, local: &Local) -> Vec<Match> {
    let leaves = plan.leaves.iter().enumerate().filter(|(_, leaf)| plan.tells(leaf));
    let mut matches = Vec::new();
    for (number, leaf) in leaves {
        let mut add = |at: At, how: How, quality: f32| {
            if leaf.within.holds(at.field) {
                let At { field, place, span } = at;
                matches.push(Match { leaf: number, field, place, span, how, quality });
            }
        };
        for listed in leaf.forms.iter() {
            local.like(&listed.form, |form, at| {
                if form == listed.form.as_bytes() {
                    add(at, listed.how, listed.quality);
                }
            });
        }
        if let Some(prefix) = &leaf.prefix {
            local.like(prefix, |form, at| {
                if form.starts_with(prefix.as_bytes()) {
                    let quality = leaf.beside * prefix_quality(prefix.len(), form.len());
                    add(at, How::Prefix, quality);
                }
            });
        }
    }
    let key = |m: &Match| (m.field, m.place, m.leaf);
    merge(&mut matches, |a, b| key(a).cmp(&key(b)).then(b.quality.total_cmp(&a.quality)));
    // An inclusive word answers by each of its forms: the better one counts.
    matches.dedup_by_key(|m| key(m));
    matches
}

/// What it is worth that words stand side by side as in the query.
pub(super) fn together(plan: &Plan, matches: &[Match]) -> f32 {
    let mut pairs = vec![0.0_f32; plan.leaves.len()];
    let next: Vec<Option<u32>> = plan.leaves.iter().map(|leaf| plan.next(leaf.place)).collect();
    let weight = |leaf: usize| plan.clauses[plan.leaves[leaf].clause].weight;
    for (at, one) in matches.iter().enumerate() {
        let Some(next) = next[one.leaf] else { continue };
        let reach = one.place + (next - plan.leaves[one.leaf].place);
        let beside = matches[at + 1..]
            .iter()
            .take_while(|m| m.field == one.field && m.place <= reach)
            .find(|m| plan.leaves[m.leaf].place == next && m.place > one.place);
        if let Some(other) = beside {
            let worth = points(Reach::of_one(one.field)) * weight(one.leaf).min(weight(other.leaf));
            let worth = TOGETHER * worth * one.quality.min(other.quality);
            pairs[one.leaf] = pairs[one.leaf].max(worth);
        }
    }
    // What may stand for a word pairs no more often than the word.
    let mut best: Vec<(u32, f32)> = Vec::new();
    for (leaf, pair) in pairs.into_iter().enumerate() {
        let place = plan.leaves[leaf].place;
        match best.iter_mut().find(|(other, _)| *other == place) {
            Some((_, most)) => *most = pair.max(*most),
            None => best.push((place, pair)),
        }
    }
    // From 0: the sum of no floats is -0.
    best.iter().fold(0.0, |sum, (_, pair)| sum + pair)
}

/// Whether the words of a phrase stand side by side anywhere in the offer.
pub(super) fn phrase_stands(plan: &Plan, phrase: &Phrase, local: &Local) -> bool {
    let Some((&first, rest)) = phrase.leaves.split_first() else { return true };
    let stands = |leaf: usize, form: &str, field: Field| {
        plan.leaves[leaf].within.holds(field) && plan.leaves[leaf].answer(form).is_some()
    };
    // The places where the phrase may go on, in order.
    let of = |leaf: usize| {
        let found = local.words().filter(move |(form, at)| stands(leaf, form, at.field));
        found.map(|(_, at)| (at.field, at.place)).collect::<Vec<_>>()
    };
    if phrase.joined.is_some_and(|joined| !of(joined).is_empty()) {
        return true;
    }
    let mut ends = of(first);
    for &leaf in rest {
        let next = of(leaf);
        ends = ends
            .into_iter()
            .filter_map(|(field, place)| {
                next.contains(&(field, place + 1)).then_some((field, place + 1))
            })
            .collect();
    }
    !ends.is_empty()
}
