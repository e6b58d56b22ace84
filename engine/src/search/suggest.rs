//! While typing: what the words may become, from the offers alone, each with how many offers it gives.

use super::index::Index;
use super::score::points;
use super::{meant, search};
use crate::atlas::key;
use crate::calendar::Date;
use crate::dataset::Dataset;
use crate::offer::{Contract, StudyLevel};
use crate::query::plain::understand;
use crate::query::{Facet, Query};
use crate::sort::sort_by;
use crate::text::stem::stem;
use crate::text::{french, words};

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuggestionKind {
    /// A contract, a level, télétravail.
    Filter,
    /// A place.
    Place,
    /// A recruiter.
    Organisation,
    /// A word.
    Word,
    /// The title of an offer.
    Title,
}

/// What the words may become.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// How it is called, as the offers write it.
    pub text: String,
    /// The query once it is chosen.
    pub query: Query,
    /// How many offers answer that: never none.
    pub total: u32,
}

/// How many words a name may have that is being typed.
const LONGEST: usize = 4;
/// How many of one kind are looked at.
const OF_EACH: usize = 4;

/// What the last words of `query` may become, the likeliest kinds first; at most `most`. Nothing behind a space.
pub fn suggest(
    dataset: &Dataset,
    index: &Index,
    query: &Query,
    today: Date,
    most: usize,
) -> Vec<Suggestion> {
    let typed = words(&query.words);
    let unfinished = typed.last().is_some_and(|last| {
        query
            .words
            .get(last.span.end as usize..)
            .is_some_and(|rest| !rest.contains(char::is_whitespace))
    });
    if !unfinished {
        return Vec::new();
    }
    let starts: Vec<u32> = typed.iter().rev().take(LONGEST).map(|word| word.span.start).collect();
    let typing = Typing { dataset, index, query, today, starts };
    let mut found = Vec::new();
    for (kind, list) in [
        (SuggestionKind::Filter, typing.filters()),
        (SuggestionKind::Place, typing.places()),
        (SuggestionKind::Organisation, typing.organisations()),
        (SuggestionKind::Word, typing.words()),
        (SuggestionKind::Title, typing.titles()),
    ] {
        for (text, query) in list.into_iter().take(OF_EACH) {
            let total = search(dataset, index, &query, today, 0).total;
            let is_new = |other: &Suggestion| key(&other.text) != key(&text);
            if total > 0 && found.len() < most && found.iter().all(is_new) {
                found.push(Suggestion { kind, text, query, total });
            }
        }
    }
    found
}

/// A query whose last words are being typed.
struct Typing<'a> {
    dataset: &'a Dataset,
    index: &'a Index,
    query: &'a Query,
    today: Date,
    /// Where each of the last words begins, the last first.
    starts: Vec<u32>,
}

impl Typing<'_> {
    /// Names that go on from the last words, as many of these as lead to any, each with where its beginning begins.
    fn named(&self, names: &[(String, String)]) -> Vec<(String, usize)> {
        for &start in self.starts.iter().rev() {
            let begun = key(self.query.words.get(start as usize..).unwrap_or(""));
            let goes_on =
                names.iter().filter(|(key, _)| !begun.is_empty() && key.starts_with(&begun));
            let found: Vec<_> = goes_on.map(|(_, name)| (name.clone(), start as usize)).collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The words with what is typed from `start` on made `text`.
    fn completed(&self, start: usize, text: &str) -> Query {
        let words = format!("{}{text}", self.query.words.get(..start).unwrap_or(""));
        Query { words, ..self.query.clone() }
    }

    /// The query without what is typed from `start` on, nor the little words that led there: « stage à ».
    fn without_end(&self, start: usize) -> Query {
        let mut query = self.completed(start, "");
        let kept = words(&query.words);
        let little = kept.iter().rev().take_while(|word| french::is_stop(&word.forms[0])).last();
        let end = little.map_or(query.words.len(), |word| word.span.start as usize);
        query.words.truncate(query.words[..end].trim_end().len());
        query
    }

    fn filters(&self) -> Vec<(String, Query)> {
        let contracts = Contract::ALL.iter().map(|contract| contract.word().to_owned());
        let levels = StudyLevel::ALL.iter().map(|level| level.word().to_owned());
        let remotes = ["télétravail", "télétravail total"].map(str::to_owned);
        let names = contracts.chain(remotes).chain(levels).map(|name| (key(&name), name));
        let found = self.named(&names.collect::<Vec<_>>()).into_iter();
        found
            .filter_map(|(name, start)| {
                let part = understand(&name, self.today, &|_| None).into_iter().next()?;
                let mut query = self.without_end(start);
                query.filters.add(&part.filters, part.facet);
                Some((name, query))
            })
            .collect()
    }

    fn places(&self) -> Vec<(String, Query)> {
        let areas = self.index.areas().map(|(_, area)| (key(&area.label), area.label.clone()));
        let found = self.named(&areas.collect::<Vec<_>>()).into_iter();
        found
            .map(|(label, start)| {
                let mut query = self.without_end(start);
                query.filters.clear(Facet::Place);
                query.filters.places = [label.clone()].into();
                query.filters.radius = Some(0);
                (label, query)
            })
            .collect()
    }

    fn organisations(&self) -> Vec<(String, Query)> {
        let names = self.index.organisations();
        // A recruiter is also known by any later word of its name: « Ville de Sète ».
        let tails = names.iter().flat_map(|name| {
            words(name).into_iter().map(move |word| {
                (key(name.get(word.span.start as usize..).unwrap_or("")), name.clone())
            })
        });
        let mut found = self.named(&tails.collect::<Vec<_>>());
        found.dedup();
        found
            .into_iter()
            .map(|(name, start)| {
                let mut query = self.without_end(start);
                query.filters.organisations = [name.clone()].into();
                (name, query)
            })
            .collect()
    }

    /// The words that begin like the last one and tell of most offers, titles above all: of one stem, one.
    fn words(&self) -> Vec<(String, Query)> {
        let Some(&start) = self.starts.first() else { return Vec::new() };
        let typed = words(self.query.words.get(start as usize..).unwrap_or(""));
        let Some(begun) = typed.first().map(|word| &word.forms[0]) else { return Vec::new() };
        let vocabulary = self.index.vocabulary();
        let mut forms: Vec<(u32, u32)> = Vec::new();
        vocabulary.each(vocabulary.prefixed(begun.as_bytes()), |number, form, _| {
            let letters = form.iter().all(u8::is_ascii_alphabetic);
            if letters && form.len() > 2 && !str::from_utf8(form).is_ok_and(french::is_stop) {
                let mut worth = 0.0_f32;
                self.index.postings(number).each(|_, reach| worth += points(reach));
                // The bits of floats that are not negative are in the order of the floats.
                forms.push((worth.to_bits(), number));
            }
        });
        sort_by(&mut forms, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let small =
            self.query.words[start as usize..].starts_with(|c: char| !c.is_ascii_uppercase());
        let (mut stems, mut spelt): (Vec<String>, Vec<(String, Query)>) = Default::default();
        for (_, form) in forms {
            // « connaissance » and « connaissances » find the same.
            let stem = stem(&vocabulary.word(form));
            if spelt.len() < OF_EACH && !stems.contains(&stem) {
                let mut word = meant::spelling(self.dataset, self.index, form);
                if small {
                    word.make_ascii_lowercase();
                }
                let query = self.completed(start as usize, &word);
                spelt.push((word, query));
                stems.push(stem);
            }
        }
        spelt
    }

    /// The titles that hold the last word's beginning, of offers that answer all words.
    fn titles(&self) -> Vec<(String, Query)> {
        let Some(&start) = self.starts.first() else { return Vec::new() };
        let begun = key(self.query.words.get(start as usize..).unwrap_or(""));
        let holds = |title: &str| words(title).iter().any(|word| word.forms[0].starts_with(&begun));
        let titled = self.dataset.offers.iter().filter_map(|offer| offer.title.as_deref());
        let titles = titled.filter(|title| begun.len() > 2 && holds(title)).take(OF_EACH);
        titles.map(|title| (title.to_owned(), self.completed(0, title))).collect()
    }
}
