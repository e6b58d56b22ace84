//! One offer's words in order, read when it is first shown: what phrases, closeness, marks and snippets look at.

use super::index::{Field, card_words};
use crate::offer::Offer;
use crate::outline::{self, Role};
use crate::span::Span;
use crate::text::Forms;
use std::rc::Rc;

/// How many places part two lines or two strings, so that no phrase runs across.
const GAP: u32 = 10;

/// One offer's words.
#[derive(Clone, Debug, Default)]
pub(super) struct Local {
    /// All forms in one string.
    forms: String,
    tokens: Vec<Token>,
    /// The numbers of the forms, those that [begin alike](bucket) side by side, each bucket in order.
    sorted: Vec<u32>,
    /// Where each bucket begins in `sorted`, and where the last ends.
    buckets: Vec<u32>,
    /// The offer's heading, which a card shows already.
    pub(super) heading: Option<Span>,
    /// The other lines of its text that hold words.
    pub(super) lines: Vec<Span>,
}

/// The words of the offers that were looked at last, so that the next keystroke finds them read.
#[derive(Clone, Debug, Default)]
pub(super) struct Locals {
    /// Each in the place that its number gives, with its number; another that comes there takes its place.
    held: Vec<Option<(u32, Rc<Local>)>>,
    words: Forms,
}

/// How many offers’ words are held, some thirty kilobytes each: all of a usual site, and those of a few queries of a large one.
const HELD: usize = 1024;

impl Locals {
    /// The words of `offer`, whose number is `number`.
    pub(super) fn of(&mut self, number: u32, offer: &Offer) -> Rc<Local> {
        self.held.resize(HELD, None);
        let place = &mut self.held[number as usize % HELD];
        match place {
            Some((held, local)) if *held == number => Rc::clone(local),
            _ => Rc::clone(&place.insert((number, Rc::new(Local::read(offer, &mut self.words)))).1),
        }
    }
}

/// One form of a word, where it stands.
#[derive(Clone, Copy, Debug)]
struct Token {
    start: u32,
    end: u32,
    at: At,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) field: Field,
    /// Which word of the field it is; a gap parts two lines or two strings.
    pub(super) place: u32,
    /// In the field's own string; empty where the field has several.
    pub(super) span: Span,
}

/// How many buckets there are for each first letter.
const SECONDS: usize = 27;
/// How many first letters are told apart: 26, ten figures, and all else.
const FIRSTS: usize = 37;

/// Where a form belongs by its first two letters: what begins alike with two letters or more is in one bucket.
fn bucket(form: &[u8]) -> usize {
    let first = match form.first() {
        Some(letter @ b'a'..=b'z') => 1 + letter - b'a',
        Some(figure @ b'0'..=b'9') => 27 + figure - b'0',
        _ => 0,
    };
    let second = match form.get(1) {
        Some(letter @ b'a'..=b'z') => 1 + (letter - b'a'),
        _ => 0,
    };
    usize::from(first) * SECONDS + usize::from(second)
}

impl Local {
    /// The words of `offer`, read in the room of `words`.
    fn read(offer: &Offer, words: &mut Forms) -> Self {
        let mut local = Self::default();
        let usual = offer.text.len() / 5;
        local.forms.reserve(offer.text.len());
        local.tokens.reserve(usual);
        let mut place = 0;
        card_words(offer, |field, text| {
            place += GAP;
            place = local.add(words, field, text, 0, place);
        });
        for line in outline::lines(&offer.text) {
            match line.role {
                Role::Title => local.heading = Some(line.span),
                _ => local.lines.push(line.span),
            }
            place += GAP;
            let (text, offset) = (line.span.of(&offer.text), line.span.start);
            place = local.add(words, Field::Body, text, offset, place);
        }
        local.sort();
        local
    }

    /// Puts the forms into buckets: counts how many belong to each, then gives each its place.
    fn sort(&mut self) {
        self.buckets = vec![0; FIRSTS * SECONDS + 1];
        let bytes = self.forms.as_bytes();
        let bucket = |token: &Token| bucket(&bytes[token.start as usize..token.end as usize]);
        for token in &self.tokens {
            self.buckets[bucket(token)] += 1;
        }
        let mut end = 0;
        for count in &mut self.buckets {
            end += *count;
            *count = end;
        }
        self.sorted = vec![0; self.tokens.len()];
        for (number, token) in self.tokens.iter().enumerate().rev() {
            let place = &mut self.buckets[bucket(token)];
            *place -= 1;
            self.sorted[*place as usize] = number as u32;
        }
    }

    /// Each form with where it stands, in order; the forms of one word share their place.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, At)> {
        let form = |token: &Token| &self.forms[token.start as usize..token.end as usize];
        self.tokens.iter().map(move |token| (form(token), token.at))
    }

    /// Calls `see` with each form that may begin so, and where it stands; many of them do not.
    #[inline]
    pub(super) fn like(&self, beginning: &str, mut see: impl FnMut(&[u8], At)) {
        let first = bucket(beginning.as_bytes());
        let end = if beginning.len() > 1 { first + 1 } else { first + SECONDS };
        let bound = |bucket: usize| self.buckets.get(bucket).map_or(0, |&at| at as usize);
        let (tokens, forms) = (self.tokens.as_slice(), self.forms.as_bytes());
        for &number in &self.sorted[bound(first)..bound(end)] {
            let Token { start, end, at } = tokens[number as usize];
            see(&forms[start as usize..end as usize], at);
        }
    }

    /// Adds the words of a string that stands at `offset` in its field, from `place` on; gives the place after them.
    fn add(&mut self, words: &mut Forms, field: Field, text: &str, offset: u32, place: u32) -> u32 {
        let mut next = place;
        words.each(text, |form| {
            let span = match field {
                Field::Place | Field::Facet => Span::default(),
                _ => Span { start: form.span.start + offset, end: form.span.end + offset },
            };
            let start = self.forms.len() as u32;
            self.forms.push_str(form.text);
            next = place + form.place + 1;
            let at = At { field, place: place + form.place, span };
            self.tokens.push(Token { start, end: self.forms.len() as u32, at });
        });
        next
    }
}
