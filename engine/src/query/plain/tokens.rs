//! The words of a query with the signs between them.

use crate::span::Span;
use crate::text::{Word, words};

/// How many words are read: nobody types more.
const MOST_WORDS: usize = 40;

/// The words of a part of a query.
pub(super) struct Tokens<'a> {
    text: &'a str,
    /// Where the part begins and ends.
    part: Span,
    words: Vec<Word>,
}

impl<'a> Tokens<'a> {
    /// The words of `part`, their spans in all of `text`.
    pub(super) fn new(text: &'a str, part: Span) -> Self {
        let mut words = words(part.of(text));
        words.truncate(MOST_WORDS);
        for word in &mut words {
            word.span =
                Span { start: word.span.start + part.start, end: word.span.end + part.start };
        }
        Self { text, part, words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The folded word at `at`, its first form; empty where there is none.
    pub(super) fn form(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.forms[0])
    }

    /// Whether the word at `at` is one of these.
    pub(super) fn is(&self, at: usize, forms: &[&str]) -> bool {
        forms.contains(&self.form(at))
    }

    /// Where it goes on after one of these runs of words, the first that stands here.
    pub(super) fn after(&self, at: usize, runs: &[&str]) -> Option<usize> {
        let first = self.form(at).as_bytes().first();
        // Nearly all begin otherwise.
        runs.iter().filter(|run| run.as_bytes().first() == first).find_map(|run| {
            let mut end = at;
            for word in run.split(' ') {
                if self.form(end) != word {
                    return None;
                }
                end += 1;
            }
            Some(end)
        })
    }

    /// The span of the words from `start` to before `end`, with a sign of currency or a hundredth behind them, and a sign of comparison
    /// before them.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let (Some(first), Some(last)) =
            (self.words.get(start), end.checked_sub(1).and_then(|last| self.words.get(last)))
        else {
            return Span::default();
        };
        let before = self.signs_before(start);
        let sign = before.trim_end().trim_end_matches(['>', '≥', '=', '<', '≤', '+']);
        let compared = sign.len() < before.trim_end().len();
        let begins =
            first.span.start as usize - if compared { before.len() - sign.len() } else { 0 };
        let after = self.signs_after(end - 1);
        let unit = after.trim_start().chars().next().filter(|sign| matches!(sign, '€' | '%' | '+'));
        let unit = unit.map_or(0, |sign| after.len() - after.trim_start().len() + sign.len_utf8());
        Span::new(begins..last.span.end as usize + unit)
    }

    /// What is written from the word `start` to before the word `end`.
    pub(super) fn written(&self, start: usize, end: usize) -> &'a str {
        match (self.words.get(start), end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => {
                self.text.get(first.span.start as usize..last.span.end as usize).unwrap_or("")
            }
            _ => "",
        }
    }

    /// The signs between a word and the one before.
    pub(super) fn signs_before(&self, at: usize) -> &'a str {
        let start = match at.checked_sub(1).and_then(|before| self.words.get(before)) {
            Some(before) => before.span.end,
            None => self.part.start,
        };
        let end = self.words.get(at).map_or(self.part.end, |word| word.span.start);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// The signs between a word and the next.
    pub(super) fn signs_after(&self, at: usize) -> &'a str {
        self.signs_before(at + 1)
    }

    /// Whether a sign follows the word, spaces aside.
    pub(super) fn is_followed_by(&self, at: usize, sign: char) -> bool {
        self.signs_after(at).trim_start().starts_with(sign)
    }

    /// Whether the words up to the one at `at` are parted from it by a sign that ends what is said.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        self.signs_before(at).contains([',', ';', '.', '!', '?', ':'])
    }
}
