//! A query looked up: what each of its words is answered by, and which offers hold them.

use super::answering::{How, Leaf};
use super::index::{Field, Index, Reach};
use super::score::{Worth, held, phrase_stands};
use super::typo;
use crate::dataset::Dataset;
use crate::query::typed::{Ask, Within, asks};
use crate::span::Span;
use crate::text::synonyms::Synonyms;
use crate::text::{Word, french, stem::stem, words};

/// How many words of a query are looked up: nobody types more.
const MOST_WORDS: usize = 24;
/// How many words a synonym's left side holds, at most.
const LONGEST_SYNONYM: usize = 4;
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
    excluded: bool,
}

/// What a clause asks of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing: it tells nothing.
    Free,
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
    /// Looks up `text`. Its last word may be unfinished, unless a space or a sign follows it.
    pub(super) fn read(dataset: &Dataset, index: &Index, text: &str) -> Self {
        let synonyms = &index.synonyms;
        let mut plan = Self::default();
        let asks = asks(text);
        let mut reader = Reader { index, synonyms, plan: &mut plan, place: 0, seen: Vec::new() };
        let plain = |ask: &Ask| !ask.phrase && !ask.excluded;
        reader.plan.only_stop_words = asks
            .iter()
            .filter(|ask| !ask.excluded)
            .all(|ask| words(ask.span.of(text)).iter().all(is_stop));
        for (number, ask) in asks.iter().enumerate() {
            let last = number + 1 == asks.len() && plain(ask);
            let words = placed_words(ask.span, text);
            let unfinished = last
                && words.last().is_some_and(|word| {
                    text.get(word.span.end as usize..)
                        .is_some_and(|rest| !rest.contains(char::is_whitespace))
                });
            match (ask.excluded, ask.phrase) {
                (false, false) => reader.add_words(ask, &words, unfinished),
                _ => reader.add_strict(ask, &words),
            }
            reader.place += 10;
        }
        plan.weigh(dataset, index);
        plan.meant = plan.as_meant(dataset, index, text);
        plan
    }

    /// Finds out what every offer holds.
    fn weigh(&mut self, dataset: &Dataset, index: &Index) {
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
                    Kind::Free => {}
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

    /// The query with each misspelt or unknown word as it was perhaps meant, in the offers' own spelling.
    fn as_meant(&self, dataset: &Dataset, index: &Index, text: &str) -> Option<String> {
        let mut meant = String::new();
        let mut at = 0;
        for clause in self.clauses.iter().filter(|clause| clause.kind == Kind::Wanted) {
            let mut leaves = clause.ways.iter().flatten().map(|&leaf| &self.leaves[leaf]);
            let answered = leaves.any(|leaf| {
                leaf.prefix.is_some() || leaf.forms.iter().any(|form| form.how != How::Typo)
            });
            let written = clause.span.of(text);
            let word = words(written).pop().and_then(|word| word.forms.into_iter().next());
            if answered || written.is_empty() || (clause.span.start as usize) < at {
                continue;
            }
            let Some(word) = word.filter(|word| word.len() > 3) else { continue };
            let close = typo::near(index.vocabulary(), &word, typo::allowed(&word) + 1, false);
            let often = |form: u32| index.postings(form).count();
            let best = close.iter().max_by_key(|near| {
                (std::cmp::Reverse(near.mistakes), often(near.form), std::cmp::Reverse(near.form))
            })?;
            meant.push_str(text.get(at..clause.span.start as usize)?);
            meant.push_str(&spelling(dataset, index, best.form));
            at = clause.span.end as usize;
        }
        (at > 0).then(|| meant + text.get(at..).unwrap_or(""))
    }

    /// The place in the query of the word that follows that of `place`.
    pub(super) fn next(&self, place: u32) -> Option<u32> {
        let later = self.leaves.iter().filter(|next| next.place > place && self.tells(next));
        later.map(|next| next.place).min()
    }

    /// Whether it is looked for where the leaf stands: words that tell nothing are not, unless there is nothing else.
    pub(super) fn tells(&self, leaf: &Leaf) -> bool {
        let kind = self.clauses.get(leaf.clause).map(|clause| clause.kind);
        matches!(kind, Some(Kind::Wanted | Kind::Required))
    }
}

/// How an offer writes a form: with its accents, in small letters unless all write it otherwise.
fn spelling(dataset: &Dataset, index: &Index, form: u32) -> String {
    let word = index.vocabulary().word(form);
    let Some((offer, _)) = index.postings(form).next() else { return word };
    let local = index.local(dataset, offer);
    let standing = local.words().find(|(other, at)| *other == word && !at.span.is_empty());
    let of = |at: super::local::At| {
        let offer = dataset.offers.get(offer as usize)?;
        let text = match at.field {
            Field::Title => offer.title.as_deref().unwrap_or(&offer.heading),
            Field::Organisation => offer.organisation.as_deref()?,
            Field::City => offer.places.first()?.city.as_deref()?,
            _ => &offer.text,
        };
        Some(at.span.of(text).to_owned())
    };
    let written = standing.and_then(|(_, at)| of(at)).filter(|written| !written.is_empty());
    // An inclusive ending is more than the form.
    let plain = written.filter(|written| written.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let Some(mut written) = plain else { return word };
    if written.chars().all(char::is_uppercase) {
        written.make_ascii_lowercase();
    }
    written
}

/// The words of a span, their own spans in the whole text.
fn placed_words(span: Span, text: &str) -> Vec<Word> {
    let mut words = words(span.of(text));
    words.truncate(MOST_WORDS);
    for word in &mut words {
        word.parts.truncate(MOST_WORDS);
        word.span = Span { start: word.span.start + span.start, end: word.span.end + span.start };
    }
    words
}

struct Reader<'a> {
    index: &'a Index,
    synonyms: &'a Synonyms,
    plan: &'a mut Plan,
    place: u32,
    /// The forms of the words so far, sorted.
    seen: Vec<Vec<String>>,
}

impl Reader<'_> {
    /// Adds plain words: an offer answers each in one piece, or by all its parts, or by what is used for it.
    fn add_words(&mut self, ask: &Ask, words: &[Word], unfinished: bool) {
        let first = self.plan.clauses.len();
        // Which clause each word became, if any.
        let mut clauses = Vec::with_capacity(words.len());
        for (number, word) in words.iter().enumerate() {
            let last = number + 1 == words.len();
            let full = self.plan.clauses.len() >= MOST_WORDS;
            if full || (!last && !self.is_new(&word.forms)) {
                clauses.push(None);
                self.place += word.parts.len().max(1) as u32;
                continue;
            }
            let lead = number.checked_sub(1).map(|before| &words[before]);
            let lead = lead.filter(|word| word.parts.is_empty() && is_stop(word));
            clauses.push(Some(self.plan.clauses.len()));
            self.add_word(ask, word, last && unfinished, lead);
            self.place += word.parts.len().max(1) as u32;
        }
        self.add_synonyms(ask, words, &clauses, unfinished);
        for number in first..self.plan.clauses.len() {
            let unanswered =
                |way: &Vec<usize>| way.iter().any(|&leaf| self.plan.leaves[leaf].is_empty());
            if self.plan.clauses[number].ways.iter().all(unanswered) {
                let last = number + 1 == self.plan.clauses.len();
                self.add_typos(number, words, last && unfinished);
            }
        }
    }

    fn add_word(&mut self, ask: &Ask, word: &Word, unfinished: bool, lead: Option<&Word>) {
        let clause = self.plan.clauses.len();
        let kind = match (is_stop(word), ask.within) {
            (true, _) => Kind::Free,
            (false, None) => Kind::Wanted,
            (false, Some(_)) => Kind::Required,
        };
        let within = reach(ask.within);
        let mut ways = Vec::new();
        let mut leaf =
            Leaf::new(within, self.place, clause).read(self.index, &word.forms, unfinished);
        if word.parts.is_empty() {
            leaf.lead = lead.map(|lead| lead.forms[0].clone());
        }
        ways.push(vec![self.push(leaf)]);
        let mut parts = Vec::new();
        for (number, part) in word.parts.iter().enumerate().filter(|(_, part)| !is_stop(part)) {
            let last = number + 1 == word.parts.len();
            let leaf = Leaf::new(within, self.place + number as u32, clause);
            parts.push(self.push(leaf.read(self.index, &part.forms, unfinished && last)));
        }
        if !parts.is_empty() {
            ways.push(parts);
        }
        self.plan.clauses.push(Clause { ways, span: word.span, weight: 0.0, kind });
    }

    /// Adds what is used for each word, and for each few words in a row.
    fn add_synonyms(
        &mut self,
        ask: &Ask,
        words: &[Word],
        clauses: &[Option<usize>],
        unfinished: bool,
    ) {
        let stems: Vec<String> = words.iter().map(|word| stem(&word.forms[0])).collect();
        for start in 0..words.len() {
            for end in start + 1..=words.len().min(start + LONGEST_SYNONYM) {
                // The last word may become another.
                let known = |word: &Word| self.index.vocabulary().exact(&word.forms[0]).is_some();
                if end == words.len() && unfinished && end == start + 1 && !known(&words[start]) {
                    let begins =
                        !self.index.vocabulary().prefixed(&words[start].forms[0]).is_empty();
                    if begins {
                        continue;
                    }
                }
                let asked = stems[start..end].join(" ");
                let answers: Vec<&str> = self.synonyms.of(&asked).collect();
                for answer in answers {
                    for clause in (start..end).filter_map(|word| clauses[word]) {
                        if self.plan.clauses[clause].kind != Kind::Free {
                            self.add_way(ask, clause, answer);
                        }
                    }
                }
            }
        }
    }

    /// Adds one way to answer a clause: these stems.
    fn add_way(&mut self, ask: &Ask, clause: usize, stems: &str) {
        let word = &self.plan.leaves[self.plan.clauses[clause].ways[0][0]];
        let (place, beside) = (word.place, word.beside);
        let mut way = Vec::new();
        for stem in stems.split(' ').filter(|stem| !french::is_stop(stem)) {
            let leaf =
                Leaf::new(reach(ask.within), place, clause).synonym(self.index, stem, beside);
            if leaf.is_empty() {
                return;
            }
            way.push(leaf);
        }
        let way: Vec<usize> = way.into_iter().map(|leaf| self.push(leaf)).collect();
        if !way.is_empty() {
            self.plan.clauses[clause].ways.push(way);
        }
    }

    fn add_typos(&mut self, clause: usize, words: &[Word], unfinished: bool) {
        let span = self.plan.clauses[clause].span;
        let Some(word) = words.iter().find(|word| word.span == span) else { return };
        let ways = &self.plan.clauses[clause].ways;
        let (whole, parts) = (ways[0][0], ways.get(1).filter(|_| !word.parts.is_empty()).cloned());
        self.plan.leaves[whole].add_typos(self.index, &word.forms, unfinished);
        let kept = word.parts.iter().filter(|part| !is_stop(part));
        for (leaf, part) in parts.unwrap_or_default().into_iter().zip(kept) {
            if self.plan.leaves[leaf].is_empty() {
                self.plan.leaves[leaf].add_typos(self.index, &part.forms, false);
            }
        }
    }

    /// Adds a phrase, or words that must not stand there.
    fn add_strict(&mut self, ask: &Ask, words: &[Word]) {
        let within = reach(ask.within);
        let mut leaves = Vec::new();
        let clause = self.plan.clauses.len();
        let pieces = words.iter().flat_map(|word| {
            if word.parts.is_empty() { std::slice::from_ref(word) } else { &word.parts[..] }
        });
        for piece in pieces {
            let leaf = Leaf::new(within, self.place, clause);
            let leaf = if ask.phrase {
                leaf.exactly(self.index, &piece.forms)
            } else {
                leaf.inflected(self.index, &piece.forms)
            };
            leaves.push(self.push(leaf));
            self.place += 1;
        }
        if leaves.is_empty() {
            return;
        }
        let span = words
            .first()
            .zip(words.last())
            .map_or(ask.span, |(first, last)| Span { start: first.span.start, end: last.span.end });
        let phrase = leaves.len() > 1;
        if phrase {
            self.plan.phrases.push(Phrase { leaves: leaves.clone(), excluded: ask.excluded });
        }
        let kind = match (ask.excluded, phrase) {
            (false, _) => Kind::Required,
            (true, false) => Kind::Excluded,
            // Its words may stand there, if apart.
            (true, true) => return,
        };
        self.plan.clauses.push(Clause { ways: vec![leaves], span, weight: 0.0, kind });
    }

    fn push(&mut self, leaf: Leaf) -> usize {
        self.plan.leaves.push(leaf);
        self.plan.leaves.len() - 1
    }

    /// Whether no word before had these forms.
    fn is_new(&mut self, forms: &[String]) -> bool {
        let place = self.seen.binary_search_by(|seen| seen.as_slice().cmp(forms));
        if let Err(at) = place {
            self.seen.insert(at, forms.to_vec());
        }
        place.is_err()
    }
}

/// The fields that a named field means.
fn reach(within: Option<Within>) -> Reach {
    match within {
        None => Reach::ALL,
        Some(Within::Title) => Reach::of(&[Field::Title]),
        Some(Within::Organisation) => Reach::of(&[Field::Organisation]),
        Some(Within::Place) => Reach::of(&[Field::City, Field::Place]),
        Some(Within::Facet) => Reach::of(&[Field::Facet]),
    }
}

/// Whether the word excludes no offer.
pub(super) fn is_stop(word: &Word) -> bool {
    if word.parts.is_empty() {
        word.forms.iter().all(|form| french::is_stop(form))
    } else {
        word.parts.iter().all(is_stop)
    }
}
