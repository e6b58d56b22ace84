//! The words of a query looked up in the index: which forms each one accepts, and which offers hold them all.

use super::index::Index;
use crate::text::stem::stem;
use crate::text::{Word, french, words};

/// How well a form answers a word: the same, another form of the same word, or a word that begins so.
const EXACT: f32 = 1.0;
const STEM: f32 = 0.8;
/// Of a form that the prefix nearly fills; a longer one counts less.
const PREFIX: f32 = 0.7;
const FAR_PREFIX: f32 = 0.5;

/// The words of a query, looked up.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) leaves: Vec<Leaf>,
    /// Which offers hold every word that counts.
    pub(super) offers: Vec<bool>,
    /// Whether every word is one that tells nothing (« de la »): they exclude no offer.
    pub(super) only_stop_words: bool,
}

/// One word, or one part of a joined word.
#[derive(Debug)]
pub(super) struct Leaf {
    /// The forms that answer it, with how well.
    pub(super) forms: Vec<(u32, f32)>,
    /// Which word of the query it is.
    pub(super) place: u32,
    /// How rare it is: 1 when every offer holds it.
    pub(super) weight: f32,
    /// The word that tells nothing right before it, if any: « la » of « la Rochelle ».
    pub(super) lead: Option<String>,
}

impl Plan {
    /// Looks up the words of `text`. The last one may be unfinished, unless a space follows it.
    pub(super) fn read(index: &Index, text: &str) -> Self {
        let words = words(text);
        let finished = words.last().is_none_or(|last| {
            let rest = text.get(last.span.end as usize..).unwrap_or("");
            rest.contains(char::is_whitespace)
        });
        let only_stop_words = words.iter().all(is_stop);
        let mut plan =
            Self { leaves: Vec::new(), offers: vec![true; index.offers()], only_stop_words };
        let mut seen = Vec::new();
        let mut place = 0;
        for (number, word) in words.iter().enumerate() {
            let last = number + 1 == words.len();
            let counts = only_stop_words || !is_stop(word);
            if counts && (last || is_new(&mut seen, &word.forms)) {
                let first = plan.leaves.len();
                plan.add(index, word, place, last && !finished);
                let lead = number.checked_sub(1).map(|before| &words[before]);
                let lead = lead.filter(|word| word.parts.is_empty() && is_stop(word));
                for leaf in &mut plan.leaves[first..] {
                    leaf.lead = lead.filter(|_| leaf.place == place).map(|w| w.forms[0].clone());
                }
            }
            place += word.parts.len().max(1) as u32;
            if !plan.offers.contains(&true) {
                plan.leaves.clear();
                break;
            }
        }
        plan
    }

    /// Adds one word: an offer answers it in one piece, or by all its parts.
    fn add(&mut self, index: &Index, word: &Word, place: u32, unfinished: bool) {
        let mut holders = self.add_leaf(index, &word.forms, place, unfinished);
        if let (Some(joined), false) = (self.leaves.last_mut(), word.parts.is_empty()) {
            // The word in one piece answers no worse than its parts, each alone.
            joined.weight *= 1.0 + word.parts.len() as f32;
        }
        let parts = word.parts.iter().zip(place..).filter(|(part, _)| !is_stop(part));
        let last = word.parts.last().map(|part| part.span);
        let all = parts
            .map(|(part, place)| {
                let unfinished = unfinished && last == Some(part.span);
                self.add_leaf(index, &part.forms, place, unfinished)
            })
            .reduce(|all, part| all.iter().zip(part).map(|(&one, two)| one && two).collect());
        for (holder, all) in holders.iter_mut().zip(all.unwrap_or_default()) {
            *holder |= all;
        }
        if !self.only_stop_words {
            for (offer, holder) in self.offers.iter_mut().zip(holders) {
                *offer &= holder;
            }
        }
    }

    /// Adds one leaf and tells which offers hold it.
    fn add_leaf(
        &mut self,
        index: &Index,
        forms: &[String],
        place: u32,
        unfinished: bool,
    ) -> Vec<bool> {
        let forms = answering(index, forms, unfinished);
        let mut holders = vec![false; index.offers()];
        for &(form, _) in &forms {
            for posting in index.postings(form) {
                holders[posting.offer as usize] = true;
            }
        }
        let count = holders.iter().filter(|&&holds| holds).count().max(1);
        let weight = 1.0 + (index.offers().max(1) as f32 / count as f32).ln();
        self.leaves.push(Leaf { forms, place, weight, lead: None });
        holders
    }

    /// The leaf that follows the leaf of that number in the query.
    pub(super) fn next(&self, leaf: usize) -> Option<usize> {
        let place = self.leaves[leaf].place;
        (leaf + 1..self.leaves.len()).find(|&next| self.leaves[next].place > place)
    }
}

/// The forms of the index that answer any of `forms`, each with how well.
fn answering(index: &Index, forms: &[String], unfinished: bool) -> Vec<(u32, f32)> {
    let mut answers: Vec<(u32, f32)> = Vec::new();
    let mut add = |form: u32, quality: f32| match answers.binary_search_by_key(&form, |a| a.0) {
        Ok(at) => answers[at].1 = quality.max(answers[at].1),
        Err(at) => answers.insert(at, (form, quality)),
    };
    for form in forms {
        if let Some(number) = index.exact(form) {
            add(number, EXACT);
        }
        for number in index.stemmed(&stem(form)) {
            add(number, STEM);
        }
        if unfinished {
            for number in index.prefixed(form) {
                let filled = form.len() as f32 / index.form(number).len().max(1) as f32;
                add(number, FAR_PREFIX + (PREFIX - FAR_PREFIX) * filled);
            }
        }
    }
    answers
}

/// Whether `forms` are not among those `seen`, sorted; they are from now on.
fn is_new<'a>(seen: &mut Vec<&'a [String]>, forms: &'a [String]) -> bool {
    let place = seen.binary_search(&forms);
    if let Err(at) = place {
        seen.insert(at, forms);
    }
    place.is_err()
}

/// Whether the word excludes no offer.
fn is_stop(word: &Word) -> bool {
    if word.parts.is_empty() {
        word.forms.iter().all(|form| french::is_stop(form))
    } else {
        word.parts.iter().all(is_stop)
    }
}
