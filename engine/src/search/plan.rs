//! A query looked up: what each of its words is answered by, and which offers hold them.

use super::answering::Leaf;
use super::index::Index;
use super::score::{Worth, held, phrase_stands};
use crate::dataset::Dataset;
use crate::span::Span;

/// What a word that tells nothing weighs.
const STOP_WEIGHT: f32 = 0.02;
/// How much of the query's weight an offer must hold that lacks some of its words.
const NEARLY: f32 = 0.5;
/// The same, of words that stand where they count most: in its title, its place.
const NEARLY_IN_TITLE: f32 = 0.3;
/// What a word is worth at least that stands there.
const AS_IN_TITLE: f32 = 0.6;
/// What such a word weighs at least: « stage » alone is nearly nothing where most offers are.
const TELLING: f32 = 1.4;

/// A query looked up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub(super) leaves: Vec<Leaf>,
    pub(super) clauses: Vec<Clause>,
    pub(super) phrases: Vec<Phrase>,
    /// Whether every word is one that tells nothing (« de la »): they exclude no offer.
    pub(super) only_stop_words: bool,
    /// What each offer holds of it.
    pub(super) fits: Vec<Fit>,
    /// The query as it was perhaps meant.
    pub(super) meant: Option<String>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    /// Leaves, all of which must be answered, in any one of these ways.
    pub(super) ways: Vec<Vec<usize>>,
    /// Where it stands in the query.
    pub(super) span: Span,
    /// How rare it is: 1 when every offer holds it.
    pub(super) weight: f32,
    pub(super) kind: Kind,
}

/// Words that must stand side by side, or must not.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phrase {
    /// A leaf for each word.
    pub(super) leaves: Vec<usize>,
    pub(super) excluded: bool,
}

/// What a clause asks of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing: it tells nothing.
    Free,
    /// Nothing more: a filter asks what it says. Where it stands, the better.
    Understood,
    /// To hold it, or at least most of the other words.
    Wanted,
    /// To hold it.
    Required,
    /// Not to hold it.
    Excluded,
}

/// What an offer holds of a query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Fit {
    /// Whether it answers.
    pub(super) holds: bool,
    /// How many words it lacks.
    pub(super) missing: u8,
    /// How many words it holds only as if misspelt.
    pub(super) typos: u8,
    /// How well it answers, closeness aside.
    pub(super) score: f32,
}

impl Plan {
    /// Finds out what every offer holds.
    pub(super) fn weigh(&mut self, dataset: &Dataset, index: &Index) {
        let offers = index.offers();
        let count = |held: &[Worth]| held.iter().filter(|worth| worth.points > 0.0).count();
        let mut fits = vec![Fit { holds: true, ..Fit::default() }; offers];
        let mut held_weight = vec![(0.0_f32, 0.0_f32); offers];
        let (mut all_weight, mut wanted) = (0.0, 0);
        for number in 0..self.clauses.len() {
            let held = self.held(index, number);
            let clause = &mut self.clauses[number];
            let holders = count(&held);
            clause.weight = if clause.kind == Kind::Free {
                STOP_WEIGHT
            } else {
                1.0 + (offers.max(1) as f32 / holders.max(1) as f32).ln()
            };
            let (kind, weight) = (clause.kind, clause.weight);
            if kind == Kind::Wanted {
                all_weight += weight;
                wanted += 1;
                // A word that nobody holds is not to be overlooked.
                if holders == 0 {
                    fits.iter_mut().for_each(|fit| fit.holds = false);
                }
            }
            for ((fit, held), sum) in fits.iter_mut().zip(held).zip(&mut held_weight) {
                let holds = held.points > 0.0;
                match kind {
                    Kind::Free | Kind::Understood => {}
                    Kind::Wanted if holds => {
                        sum.0 += weight;
                        let tells = held.points >= AS_IN_TITLE && weight >= TELLING;
                        sum.1 += if tells { weight } else { 0.0 };
                    }
                    Kind::Wanted => fit.missing += 1,
                    Kind::Required => fit.holds &= holds,
                    Kind::Excluded => fit.holds &= !holds,
                }
                if kind != Kind::Excluded {
                    fit.score += weight * held.points;
                    fit.typos += u8::from(held.typo);
                }
            }
        }
        for phrase in &self.phrases {
            for (offer, fit) in fits.iter_mut().enumerate().filter(|(_, fit)| fit.holds) {
                let local = index.local(dataset, offer as u32);
                fit.holds = phrase_stands(self, &phrase.leaves, local) != phrase.excluded;
            }
        }
        for (fit, sum) in fits.iter_mut().zip(held_weight) {
            let nearly = sum.0 >= NEARLY * all_weight || sum.1 >= NEARLY_IN_TITLE * all_weight;
            fit.holds &= fit.missing == 0 || (wanted > 1 && nearly);
        }
        self.fits = fits;
    }

    /// What each offer holds of one clause.
    pub(super) fn held(&self, index: &Index, clause: usize) -> Vec<Worth> {
        let mut best = vec![Worth::default(); index.offers()];
        for way in &self.clauses[clause].ways {
            let mut leaves = way.iter().map(|&leaf| held(index, &self.leaves[leaf]));
            let Some(mut all) = leaves.next() else { continue };
            for leaf in leaves {
                for (one, other) in all.iter_mut().zip(leaf) {
                    let both = one.points > 0.0 && other.points > 0.0;
                    one.points = if both { one.points + other.points } else { 0.0 };
                    one.typo |= other.typo;
                }
            }
            let share = 1.0 / way.len() as f32;
            for (best, held) in best.iter_mut().zip(all) {
                let points = held.points * share;
                let better =
                    best.typo && !held.typo || points > best.points && held.typo == best.typo;
                if points > 0.0 && (best.points == 0.0 || better) {
                    *best = Worth { points, ..held };
                }
            }
        }
        best
    }

    /// The place in the query of the word that follows that of `place`.
    pub(super) fn next(&self, place: u32) -> Option<u32> {
        let later = self.leaves.iter().filter(|next| next.place > place && self.tells(next));
        later.map(|next| next.place).min()
    }

    /// Whether it is looked for where the leaf stands: words that tell nothing are not, unless there is nothing else.
    pub(super) fn tells(&self, leaf: &Leaf) -> bool {
        let kind = self.clauses.get(leaf.clause).map(|clause| clause.kind);
        matches!(kind, Some(Kind::Wanted | Kind::Required | Kind::Understood))
    }
}
