//! Reads a typed text into a plan: asks into clauses, words into leaves.

use super::answering::Leaf;
use super::index::{Field, Index, Reach};
use super::plan::{Clause, Kind, Phrase, Plan};
use crate::dataset::Dataset;
use crate::query::plain::Understood;
use crate::query::typed::{Ask, Within, asks};
use crate::span::Span;
use crate::text::synonyms::Synonyms;
use crate::text::{Word, french, stem::stem, words};

/// How many words of a query are looked up: nobody types more.
const MOST_WORDS: usize = 24;
/// How many figures a French telephone number has.
const TELEPHONE: usize = 10;
/// How many words a synonym's left side holds, at most.
const LONGEST_SYNONYM: usize = 4;

impl Plan {
    /// Looks up `text`, of which filters ask already what is `understood`. Its last word may be unfinished, unless a space
    /// or a sign follows it.
    pub(super) fn read(
        dataset: &Dataset,
        index: &Index,
        text: &str,
        understood: &[Understood],
    ) -> Self {
        let synonyms = &index.synonyms;
        let mut plan = Self::default();
        let asks = asks(text);
        let mut reader =
            Reader { index, synonyms, understood, plan: &mut plan, place: 0, seen: Vec::new() };
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
    understood: &'a [Understood],
    plan: &'a mut Plan,
    place: u32,
    /// The forms of the words so far, sorted.
    seen: Vec<Vec<String>>,
}

impl Reader<'_> {
    /// Adds plain words: an offer answers each in one piece, or by all its parts, or by what is used for it.
    fn add_words(&mut self, ask: &Ask, words: &[Word], unfinished: bool) {
        let first = self.plan.clauses.len();
        let talk = if self.place == 0 { self.talk(words) } else { 0 };
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
            if number < talk {
                self.plan.clauses.last_mut().into_iter().for_each(|own| own.kind = Kind::Free);
            }
            self.place += word.parts.len().max(1) as u32;
        }
        self.add_synonyms(words, &clauses, unfinished);
        for number in first..self.plan.clauses.len() {
            let unanswered =
                |way: &Vec<usize>| way.iter().any(|&leaf| self.plan.leaves[leaf].is_empty());
            if self.plan.clauses[number].ways.iter().all(unanswered) {
                let last = number + 1 == self.plan.clauses.len();
                self.add_typos(number, words, last && unfinished);
            }
        }
    }

    /// How many words at the beginning only lead to what is looked for: « je cherche un » of « je cherche un stage ».
    fn talk(&self, words: &[Word]) -> usize {
        let is = |at: usize, forms: &[&str]| {
            words.get(at).is_some_and(|word| forms.contains(&word.forms[0].as_str()))
        };
        // « Recherche » is a trade, too.
        let recherche = |at: usize| {
            is(at, &["recherche"])
                && (at > 0 && is(at - 1, &["je"])
                    || is(at + 1, &["un", "une", "des"])
                    || words.get(at + 1).is_some_and(|next| self.is_understood(next)))
        };
        let leads = |at: usize| {
            let word = &words[at];
            !self.is_understood(word) && (french::leads(&word.forms[0]) || recherche(at))
        };
        let first = (0..words.len()).take_while(|&at| leads(at) || is_stop(&words[at])).count();
        // What is all talk is looked for as it stands.
        if first < words.len() && (0..first).any(leads) { first } else { 0 }
    }

    /// Whether a filter asks what the word says.
    fn is_understood(&self, word: &Word) -> bool {
        self.part_of(word).is_some()
    }

    /// What a filter asks that the word is a part of.
    fn part_of(&self, word: &Word) -> Option<&Understood> {
        let within =
            |part: &&Understood| part.span.start < word.span.end && word.span.start < part.span.end;
        self.understood.iter().find(within)
    }

    fn add_word(&mut self, ask: &Ask, word: &Word, unfinished: bool, lead: Option<&Word>) {
        let clause = self.plan.clauses.len();
        let part = self.part_of(word);
        let kind = match (is_stop(word), ask.within, part) {
            (true, ..) => Kind::Free,
            (false, None, Some(part)) if part.narrower => Kind::Narrower,
            (false, None, Some(_)) => Kind::Understood,
            (false, None, None) => Kind::Wanted,
            (false, Some(_), _) => Kind::Required,
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
        let pairs = pairs(word);
        let pieces = if pairs.is_empty() { &word.parts } else { &pairs };
        for (number, part) in pieces.iter().enumerate().filter(|(_, part)| !is_stop(part)) {
            let last = number + 1 == pieces.len();
            let leaf = Leaf::new(within, self.place + number as u32, clause);
            parts.push(self.push(leaf.read(self.index, &part.forms, unfinished && last)));
        }
        if !parts.is_empty() {
            ways.push(parts);
        }
        self.plan.clauses.push(Clause { ways, span: word.span, weight: 0.0, kind });
    }

    /// Adds what is used for each word, and for each few words in a row.
    fn add_synonyms(&mut self, words: &[Word], clauses: &[Option<usize>], unfinished: bool) {
        let stems: Vec<String> = words.iter().map(|word| stem(&word.forms[0])).collect();
        for start in 0..words.len() {
            for end in start + 1..=words.len().min(start + LONGEST_SYNONYM) {
                // The last word may become another.
                let lone = clauses[start].filter(|_| end == words.len() && end == start + 1);
                if unfinished && lone.is_some_and(|clause| self.is_begun(clause)) {
                    continue;
                }
                let asked = stems[start..end].join(" ");
                let answers: Vec<&str> = self.synonyms.of(&asked).collect();
                for answer in answers {
                    for clause in (start..end).filter_map(|word| clauses[word]) {
                        if self.plan.clauses[clause].kind != Kind::Free {
                            self.add_way(clause, answer);
                        }
                    }
                }
            }
        }
    }

    /// Whether the word of a clause stands nowhere in any form, and longer ones begin so.
    fn is_begun(&self, clause: usize) -> bool {
        let word = &self.plan.leaves[self.plan.clauses[clause].ways[0][0]];
        word.prefix.is_some() && !word.is_known()
    }

    /// Adds one way to answer a clause: these stems.
    fn add_way(&mut self, clause: usize, stems: &str) {
        let word = &self.plan.leaves[self.plan.clauses[clause].ways[0][0]];
        let (place, beside, within) = (word.place, word.beside, word.within);
        let mut way = Vec::new();
        for stem in stems.split(' ').filter(|stem| !french::is_stop(stem)) {
            let leaf = Leaf::new(within, place, clause).synonym(self.index, stem, beside);
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
        // « lagir » is « l'agir » before it is any other word misspelt.
        let own = &self.plan.leaves[whole];
        let behind: Vec<String> = word
            .forms
            .iter()
            .filter_map(|form| french::unelided(form))
            .map(str::to_owned)
            .collect();
        let leaf = Leaf::new(own.within, own.place, clause).read(self.index, &behind, unfinished);
        if !leaf.is_empty() {
            self.plan.leaves[whole] = leaf;
            return;
        }
        self.plan.leaves[whole].mend(self.index, &word.forms, unfinished);
        let kept = word.parts.iter().filter(|part| !is_stop(part));
        for (leaf, part) in parts.unwrap_or_default().into_iter().zip(kept) {
            if self.plan.leaves[leaf].is_empty() {
                self.plan.leaves[leaf].mend(self.index, &part.forms, false);
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
        for piece in pieces.clone() {
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
        let mut ways = vec![leaves.clone()];
        if phrase {
            let whole: String = pieces.map(|piece| piece.forms[0].as_str()).collect();
            let leaf = Leaf::new(within, self.place, clause).exactly(self.index, &[whole]);
            let joined = (!leaf.is_empty()).then(|| self.push(leaf));
            ways.extend(joined.map(|joined| vec![joined]));
            let excluded = ask.excluded;
            self.plan.phrases.push(Phrase { leaves, joined, excluded });
        }
        let kind = match (ask.excluded, phrase) {
            (false, _) => Kind::Required,
            (true, false) => Kind::Excluded,
            // Its words may stand there, if apart.
            (true, true) => return,
        };
        self.plan.clauses.push(Clause { ways, span, weight: 0.0, kind });
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

/// The pairs of figures of a telephone number in one piece, as offers write them: `0556556600`.
fn pairs(word: &Word) -> Vec<Word> {
    let number = &word.forms[0];
    let is_number = number.len() == TELEPHONE
        && number.starts_with('0')
        && number.bytes().all(|byte| byte.is_ascii_digit());
    let steps = (0..TELEPHONE).step_by(2).filter(|_| is_number && word.parts.is_empty());
    steps.map(|at| Word { forms: vec![number[at..at + 2].to_owned()], ..Word::default() }).collect()
}

/// Whether the word excludes no offer.
pub(super) fn is_stop(word: &Word) -> bool {
    if word.parts.is_empty() {
        word.forms.iter().all(|form| french::is_stop(form))
    } else {
        word.parts.iter().all(is_stop)
    }
}
