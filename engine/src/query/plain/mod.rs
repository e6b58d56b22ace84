//! Plain language: what a visitor's words say that a filter can — « stage à Rennes, plus de 800 € » — with the words that
//! say it. Dates and numbers are read by the grammars that read offers.
//!
//! Words in quotes, words of a named field and excluded ones are taken as words: quotes are how a visitor says « not as a
//! filter ». What is not understood stays words, too.

mod contract;
mod duration;
mod level;
mod open;
mod pay;
mod place;
mod remote;
mod tokens;
mod when;

use super::typed::asks;
use super::{Facet, Filters};
use crate::calendar::Date;
use crate::span::Span;
use tokens::Tokens;

/// What some words of a query say that a filter can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The words, in the query.
    pub span: Span,
    /// The facet that they are about.
    pub facet: Facet,
    /// What they ask of it, and nothing else.
    pub filters: Filters,
    /// Whether they ask for more than that: « CDI » is one kind of job, and no filter of its own.
    pub narrower: bool,
}

/// A place that a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// Its name as filters write it.
    pub label: String,
    /// Whether it has a centre, and no borders of interest: a commune, not a région.
    pub is_town: bool,
}

/// Tells which place a name means, if any.
pub type Places<'a> = &'a dyn Fn(&str) -> Option<NamedPlace>;

/// What the words are read against.
struct Context<'a> {
    tokens: &'a Tokens<'a>,
    today: Date,
    places: Places<'a>,
}

/// Words that say something, from the first to the one behind the last.
struct Reading {
    start: usize,
    end: usize,
    facet: Facet,
    filters: Filters,
    narrower: bool,
}

/// Reads what begins at a word, if it says something.
type Reader = fn(&Context<'_>, usize) -> Option<Reading>;

/// The first that reads something is heard: a longer phrase before what begins like it.
const READERS: &[Reader] = &[
    when::read,
    pay::read,
    place::read,
    duration::read,
    remote::read,
    open::read,
    level::read,
    contract::read,
];

/// What one applies for.
const POSTS: &[&str] = &[
    "stage",
    "stages",
    "alternance",
    "alternances",
    "civique",
    "civiques",
    "volontariat",
    "volontariats",
    "emploi",
    "emplois",
    "cdi",
    "cdd",
];

/// Words after which nothing is asked for, but refused: « sauf Paris », « pas de stage ».
const REFUSALS: &[&str] = &["sauf", "hors", "sans", "pas", "non", "ni", "excepte"];

/// What `text` says that a filter can, in order, as of the day `today`.
///
/// ```
/// use tremplin_engine::calendar::Date;
/// use tremplin_engine::query::plain::understand;
/// let text = "stage concertation plus de 800 €";
/// let understood = understand(text, Date::new(2026, 1, 1).unwrap(), &|_| None);
/// let words: Vec<_> = understood.iter().map(|part| part.span.of(text)).collect();
/// assert_eq!(words, ["stage", "plus de 800 €"]);
/// assert_eq!(understood[1].filters.least_pay, Some(800));
/// ```
pub fn understand(text: &str, today: Date, places: Places<'_>) -> Vec<Understood> {
    let mut understood = Vec::new();
    for ask in asks(text) {
        if ask.phrase || ask.excluded || ask.within.is_some() {
            continue;
        }
        let tokens = Tokens::new(text, ask.span);
        let context = Context { tokens: &tokens, today, places };
        let mut at = 0;
        while at < tokens.len() {
            let refused = REFUSALS.contains(&tokens.form(at.wrapping_sub(1)))
                || tokens.is(at.wrapping_sub(1), &["de"])
                    && REFUSALS.contains(&tokens.form(at.wrapping_sub(2)));
            let reading = READERS.iter().find_map(|read| read(&context, at));
            let Some(Reading { start, end, facet, filters, narrower }) = reading else {
                at += 1;
                continue;
            };
            if !refused || facet == Facet::Remote {
                let span = tokens.span(start, end);
                understood.push(Understood { span, facet, filters, narrower });
            }
            at = end;
        }
    }
    understood
}

impl Reading {
    /// The words from `start` to before `end` ask this of the facet.
    fn new(start: usize, end: usize, facet: Facet, ask: impl FnOnce(&mut Filters)) -> Option<Self> {
        let mut filters = Filters::default();
        ask(&mut filters);
        Some(Self { start, end, facet, filters, narrower: false })
    }
}
