//! How well an offer answers the words: BM25F, each field with its weight, and a bonus for words that stand together.

use super::answering::Leaf;
use super::answering::{How, prefix_quality};
use super::holders::{Holders, Worth};
use super::index::{Field, Index, Reach};
use super::local::{Local, head};
use super::plan::Plan;
use crate::sort::settle;
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
    let weight = |field: &Field| match field {
        Field::Body => FIELD_WEIGHTS[Field::Body as usize] * reach.often(),
        field if reach.holds(*field) => FIELD_WEIGHTS[*field as usize],
        _ => 0.0,
    };
    let sum: f32 = Field::ALL.iter().map(weight).sum();
    sum / (SATURATION + sum)
}

/// Adds what each offer holds of a leaf: the form that is worth most counts.
pub(super) fn add_held(index: &Index, leaf: &Leaf, held: &mut Holders) {
    let mut table = [0.0; 256];
    for (bits, worth) in (0..=u8::MAX).zip(&mut table) {
        *worth = points(Reach(bits).within(leaf.within));
    }
    let mut add = |offer: u32, reach: Reach, quality: f32, typo: bool| {
        held.add(offer, Worth { points: table[usize::from(reach.0)] * quality, typo });
    };
    for typo in [false, true] {
        for form in leaf.forms.iter().filter(|form| (form.how == How::Typo) == typo) {
            for (offer, reach) in index.postings(form.number) {
                add(offer, reach, form.quality, typo);
            }
        }
    }
    let Some(prefix) = &leaf.prefix else { return };
    if let Some(postings) = index.prefix_postings(prefix) {
        let quality = leaf.beside * prefix_quality(prefix.len(), USUAL_LENGTH);
        postings.for_each(|(offer, reach)| add(offer, reach, quality, false));
        return;
    }
    let vocabulary = index.vocabulary();
    vocabulary.each(vocabulary.prefixed(prefix.as_bytes()), |number, form, _| {
        let quality = leaf.beside * prefix_quality(prefix.len(), form.len());
        for (offer, reach) in index.postings(number) {
            add(offer, reach, quality, false);
        }
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
    let leaves: Vec<(usize, &Leaf)> =
        plan.leaves.iter().enumerate().filter(|(_, leaf)| plan.tells(leaf)).collect();
    let heads = Heads::of(&leaves);
    let mut matches = Vec::new();
    for (number, _) in local.heads().iter().enumerate().filter(|(_, head)| heads.may_hold(**head)) {
        let Some((form, at)) = local.word(number) else { continue };
        for &(leaf, looked_for) in &leaves {
            if looked_for.within.holds(at.field)
                && let Some((how, quality)) = looked_for.answer(form)
            {
                let (field, place, span) = (at.field, at.place, at.span);
                matches.push(Match { leaf, field, place, span, how, quality });
            }
        }
    }
    // The words come in order, but for those of a card.
    settle(&mut matches, |a, b| {
        let key = |m: &Match| (m.field, m.place, m.leaf);
        key(a).cmp(&key(b)).then(b.quality.total_cmp(&a.quality))
    });
    // An inclusive word answers by each of its forms: the better one counts.
    matches.dedup_by_key(|m| (m.field, m.place, m.leaf));
    matches
}

/// The beginnings of all forms that are looked for. Most words of a text begin like none of them, and are not looked at.
struct Heads {
    /// A bit for each hash of a listed form's head.
    listed: [u64; 32],
    /// The heads of unfinished words, each with the bits of it that are typed.
    unfinished: Vec<(u32, u32)>,
}

impl Heads {
    fn of(leaves: &[(usize, &Leaf)]) -> Self {
        let mut heads = Self { listed: [0; 32], unfinished: Vec::new() };
        for (_, leaf) in leaves {
            for form in &leaf.forms {
                let bit = Self::bit(head(&form.form));
                heads.listed[bit / 64] |= 1 << (bit % 64);
            }
            if let Some(prefix) = &leaf.prefix {
                let untyped = 32 - 8 * prefix.len().min(4) as u32;
                heads.unfinished.push((head(prefix), u32::MAX.checked_shl(untyped).unwrap_or(0)));
            }
        }
        heads
    }

    /// Whether a word of this head may be looked for.
    fn may_hold(&self, head: u32) -> bool {
        let bit = Self::bit(head);
        self.listed[bit / 64] >> (bit % 64) & 1 == 1
            || self.unfinished.iter().any(|&(begun, typed)| head & typed == begun)
    }

    /// One of 2048 bits, by the golden ratio's hash.
    fn bit(head: u32) -> usize {
        (head.wrapping_mul(0x9E37_79B9) >> 21) as usize
    }
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
pub(super) fn phrase_stands(plan: &Plan, phrase: &[usize], local: &Local) -> bool {
    let Some((&first, rest)) = phrase.split_first() else { return true };
    let stands = |leaf: usize, form: &str, field: Field| {
        plan.leaves[leaf].within.holds(field) && plan.leaves[leaf].answer(form).is_some()
    };
    // The places where the phrase may go on, in order.
    let of = |leaf: usize| {
        let found = local.words().filter(move |(form, at)| stands(leaf, form, at.field));
        found.map(|(_, at)| (at.field, at.place)).collect::<Vec<_>>()
    };
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
