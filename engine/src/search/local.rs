//! One offer's words in order, read when it is first shown: what phrases, closeness, marks and snippets look at.

use super::index::{Field, card_words};
use crate::offer::Offer;
use crate::outline::{self, Role};
use crate::span::Span;
use crate::text::{Word, words};

/// How many places part two lines or two strings, so that no phrase runs across.
const GAP: u32 = 10;

/// One offer's words.
#[derive(Clone, Debug, Default)]
pub(super) struct Local {
    /// All forms in one string.
    forms: String,
    tokens: Vec<Token>,
    /// The [`head`] of each form, apart: most are looked at, and nothing else of theirs.
    heads: Vec<u32>,
    /// The offer's heading, which a card shows already.
    pub(super) heading: Option<Span>,
    /// The other lines of its text that hold words.
    pub(super) lines: Vec<Span>,
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

/// The first four bytes of a form as one number, in which forms that begin alike are near each other.
pub(super) fn head(form: &str) -> u32 {
    let mut first = [0; 4];
    first.iter_mut().zip(form.bytes()).for_each(|(byte, of_form)| *byte = of_form);
    u32::from_be_bytes(first)
}

impl Local {
    /// No words.
    pub(super) const NONE: Self = Self {
        forms: String::new(),
        tokens: Vec::new(),
        heads: Vec::new(),
        heading: None,
        lines: Vec::new(),
    };

    /// The words of `offer`.
    pub(super) fn read(offer: &Offer) -> Self {
        let mut local = Self::NONE;
        let mut place = 0;
        card_words(offer, |field, words| {
            place += GAP;
            local.add(field, words, 0, &mut place);
        });
        for line in outline::lines(&offer.text) {
            match line.role {
                Role::Title => local.heading = Some(line.span),
                _ => local.lines.push(line.span),
            }
            place += GAP;
            let words = words(line.span.of(&offer.text));
            local.add(Field::Body, words, line.span.start, &mut place);
        }
        local
    }

    /// Each form with where it stands, in order; the forms of one word share their place.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, At)> {
        let form = |token: &Token| &self.forms[token.start as usize..token.end as usize];
        self.tokens.iter().map(move |token| (form(token), token.at))
    }

    /// The [`head`] of each form, in order.
    pub(super) fn heads(&self) -> &[u32] {
        &self.heads
    }

    /// The form of that number, and where it stands.
    pub(super) fn word(&self, number: usize) -> Option<(&str, At)> {
        let token = self.tokens.get(number)?;
        Some((&self.forms[token.start as usize..token.end as usize], token.at))
    }

    /// Adds the words of a string that stands at `offset` in its field.
    fn add(&mut self, field: Field, words: Vec<Word>, offset: u32, place: &mut u32) {
        for word in words {
            self.add_word(field, &word, offset, *place);
            for (number, part) in word.parts.iter().enumerate() {
                *place += u32::from(number > 0);
                self.add_word(field, part, offset, *place);
            }
            *place += 1;
        }
    }

    fn add_word(&mut self, field: Field, word: &Word, offset: u32, place: u32) {
        let span = match field {
            Field::Place | Field::Facet => Span::default(),
            _ => Span { start: word.span.start + offset, end: word.span.end + offset },
        };
        for form in &word.forms {
            let start = self.forms.len() as u32;
            self.forms.push_str(form);
            let at = At { field, place, span };
            self.tokens.push(Token { start, end: self.forms.len() as u32, at });
            self.heads.push(head(form));
        }
    }
}
