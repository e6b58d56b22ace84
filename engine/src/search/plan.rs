//! A query looked up: what each of its words is answered by, and which offers hold them.

use super::answering::Leaf;
use super::holders::{Holders, Worth};
use super::index::Index;
use super::score::{Match, add_held, phrase_stands};
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
    /// Where the first offers answer: found out when they were put in order, and marked from.
    pub(super) close: Vec<(u32, Vec<Match>)>,
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
    /// The leaf of them all in one word: « porte-à-porte » for « porte à porte ».
    pub(super) joined: Option<usize>,
    pub(super) excluded: bool,
}

/// What a clause asks of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing: it tells nothing.
    Free,
    /// Nothing more: a filter asks what it says. Where it stands, the better.
    Understood,
    /// To hold it: a filter asks for what it says, and it says more.
    Narrower,
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

/// What an offer holds of the clauses so far.
#[derive(Clone, Copy, Default)]
struct Tally {
    score: f32,
    /// The weight of the wanted words that it holds.
    weight: f32,
    /// The weight of those that stand where they count most.
    telling: f32,
    wanted: u8,
    required: u8,
    typos: u8,
    excluded: bool,
}

/// Room to look clauses up in, used again and again.
pub(super) struct Lookup {
    best: Holders,
    one: Holders,
    all: Holders,
}

impl Lookup {
    /// Room for so many offers.
    pub(super) fn new(offers: usize) -> Self {
        let none = || Holders::none(offers);
        Self { best: none(), one: none(), all: none() }
    }
}

impl Plan {
    /// Whether it asks for words, beside those that a filter says.
    pub(super) fn has_words(&self) -> bool {
        self.clauses.iter().any(|clause| matches!(clause.kind, Kind::Wanted | Kind::Required))
    }

    /// Finds out what every offer holds.
    pub(super) fn weigh(&mut self, dataset: &Dataset, index: &Index) {
        let offers = index.offers();
        let mut tallies = vec![Tally::default(); offers];
        let mut lookup = Lookup::new(offers);
        let (mut all_weight, mut wanted, mut required, mut nowhere) = (0.0, 0, 0, false);
        for number in 0..self.clauses.len() {
            let held = self.held(index, number, &mut lookup);
            let clause = &mut self.clauses[number];
            clause.weight = if clause.kind == Kind::Free {
                STOP_WEIGHT
            } else {
                1.0 + (offers.max(1) as f32 / held.len().max(1) as f32).ln()
            };
            let (kind, weight) = (clause.kind, clause.weight);
            required += u8::from(matches!(kind, Kind::Required | Kind::Narrower));
            if kind == Kind::Wanted {
                all_weight += weight;
                wanted += 1;
                // A word that nobody holds is not to be overlooked.
                nowhere |= held.len() == 0;
            }
            held.each(|offer, worth| {
                let tally = &mut tallies[offer as usize];
                match kind {
                    Kind::Free | Kind::Understood => {}
                    Kind::Wanted => {
                        tally.wanted += 1;
                        tally.weight += weight;
                        let tells = worth.points >= AS_IN_TITLE && weight >= TELLING;
                        tally.telling += if tells { weight } else { 0.0 };
                    }
                    Kind::Required | Kind::Narrower => tally.required += 1,
                    Kind::Excluded => tally.excluded = true,
                }
                if kind != Kind::Excluded {
                    tally.score += weight * worth.points;
                    tally.typos += u8::from(worth.typo);
                }
            });
        }
        let fit = |tally: &Tally| {
            let missing: u8 = wanted - tally.wanted;
            let nearly = tally.weight >= NEARLY * all_weight
                || tally.telling >= NEARLY_IN_TITLE * all_weight;
            let holds = !nowhere
                && !tally.excluded
                && tally.required == required
                && (missing == 0 || wanted > 1 && nearly);
            Fit { holds, missing, typos: tally.typos, score: tally.score }
        };
        self.fits = tallies.iter().map(fit).collect();
        for phrase in std::mem::take(&mut self.phrases) {
            for offer in 0..offers {
                if self.fits[offer].holds {
                    let local = index.local(dataset, offer as u32);
                    let stands = phrase_stands(self, &phrase, &local);
                    self.fits[offer].holds = stands != phrase.excluded;
                }
            }
            self.phrases.push(phrase);
        }
    }

    /// What each offer holds of one clause.
    pub(super) fn held<'a>(
        &self,
        index: &Index,
        clause: usize,
        lookup: &'a mut Lookup,
    ) -> &'a Holders {
        let Lookup { best, one, all } = lookup;
        best.clear();
        let ways = &self.clauses[clause].ways;
        if let [way] = &ways[..]
            && let [leaf] = way[..]
        {
            add_held(index, &self.leaves[leaf], best);
            return best;
        }
        for way in ways {
            let Some((&first, others)) = way.split_first() else { continue };
            all.clear();
            add_held(index, &self.leaves[first], all);
            let share = 1.0 / way.len() as f32;
            let mut holders = Vec::new();
            all.each(|offer, worth| holders.push((offer, worth)));
            for &leaf in others {
                one.clear();
                add_held(index, &self.leaves[leaf], one);
                holders.retain_mut(|(offer, worth)| {
                    let other = one.get(*offer);
                    worth.points += other.points;
                    worth.typo |= other.typo;
                    other.points > 0.0
                });
            }
            for (offer, worth) in holders {
                best.add_way(offer, Worth { points: worth.points * share, ..worth });
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
        !matches!(kind, None | Some(Kind::Free | Kind::Excluded))
    }
}
