//! What a rule is, and how the rules of a field compete.
//!
//! A rule states one habit of French job ads: a pattern over folded text, what it yields, the phrases it reads
//! and the phrases it leaves alone. All rules of a field read the whole document; the best candidate wins, by
//! score and then by position, and the others are kept so that a choice can be explained.

use crate::document::Document;
use crate::offer::Found;
use crate::span::Span;
use regex::{Captures, Regex, RegexBuilder};
use std::fmt::Debug;
use std::ops::Range;
use std::sync::OnceLock;

/// One habit of French job ads.
pub struct Rule<T: 'static> {
    /// Its name, kebab-case, unique in the field: what evidence and explanations show.
    pub name: &'static str,
    /// A regular expression over folded text (lower case, no accents, `'` `-` `"` and spaces made one), in which
    /// [`grammar`](super::grammar) names stand for value patterns: `au plus tard (?:le )?{date}`.
    /// The group `words`, if there is one, is the evidence; else the whole match is.
    pub pattern: &'static str,
    /// How much this habit says, 0 to 100: a label with its value above a value met in a sentence.
    pub score: i32,
    /// The value of a match, or `None` when it is not one after all.
    pub read: fn(&Match<'_>) -> Option<Reading<T>>,
    /// Phrases it reads, with the value in its `Debug` form.
    pub reads: &'static [(&'static str, &'static str)],
    /// Phrases it leaves alone.
    pub leaves: &'static [&'static str],
}

/// What a rule makes of a match.
pub struct Reading<T> {
    /// The value; `None` when the words state no value (« selon la réglementation »).
    pub value: Option<T>,
    /// Added to the rule's score: what the surroundings say for or against.
    pub bonus: i32,
}

impl<T> Reading<T> {
    /// This value, at the rule's own score.
    pub fn value(value: T) -> Option<Self> {
        Some(Self { value: Some(value), bonus: 0 })
    }

    /// Words that state no value.
    pub fn words() -> Option<Self> {
        Some(Self { value: None, bonus: 0 })
    }
}

/// A pattern met in a document.
pub struct Match<'a> {
    /// Where it was met.
    pub document: &'a Document,
    /// Its groups, in the folded text.
    pub captures: Captures<'a>,
}

impl Match<'_> {
    /// The folded words of the group `name`, or `""`.
    pub fn group(&self, name: &str) -> &str {
        self.captures.name(name).map_or("", |group| group.as_str())
    }

    /// The folded range of the whole match.
    pub fn range(&self) -> Range<usize> {
        self.captures.get_match().range()
    }

    /// Where the match begins in the offer's text.
    pub fn at(&self) -> u32 {
        self.document.source(self.range()).start
    }

    /// The folded line before the match, on the same line.
    pub fn before(&self) -> &str {
        let (start, _) = self.document.folded_line(self.range().start);
        &self.document.folded.as_str()[start..self.range().start]
    }

    /// The folded line after the match, on the same line.
    pub fn after(&self) -> &str {
        let text = self.document.folded.as_str();
        let end = self.range().end;
        let length = text[end..].find('\n').unwrap_or(text.len() - end);
        &text[end..end + length]
    }
}

/// A value that a rule proposes.
#[derive(Clone, Debug)]
pub struct Candidate<T> {
    /// The value; `None` for words that state none.
    pub value: Option<T>,
    /// Its words, in the offer's text.
    pub span: Span,
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's score with its bonus.
    pub score: i32,
}

/// The rules of one field; their order is the order of reading, for people and for equal scores.
pub struct Rules<T: 'static> {
    /// The field's rules.
    pub rules: &'static [Rule<T>],
    patterns: OnceLock<Vec<Regex>>,
}

impl<T: Clone + Debug> Rules<T> {
    /// The rules, compiled when first used.
    pub const fn new(rules: &'static [Rule<T>]) -> Self {
        Self { rules, patterns: OnceLock::new() }
    }

    fn patterns(&self) -> &[Regex] {
        self.patterns.get_or_init(|| self.rules.iter().map(|rule| compile(rule.pattern)).collect())
    }

    /// Every candidate, best first.
    pub fn candidates(&self, document: &Document) -> Vec<Candidate<T>> {
        let mut candidates = Vec::new();
        for (rule, pattern) in self.rules.iter().zip(self.patterns()) {
            for captures in pattern.captures_iter(document.folded.as_str()) {
                let words = captures.name("words").unwrap_or(captures.get_match()).range();
                let Some(reading) = (rule.read)(&Match { document, captures }) else { continue };
                let span = trim(document.source(words), &document.text);
                let score = rule.score + reading.bonus;
                candidates.push(Candidate { value: reading.value, span, rule: rule.name, score });
            }
        }
        candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
        candidates
    }

    /// The best candidate.
    pub fn best(&self, document: &Document) -> Option<Candidate<T>> {
        self.candidates(document).into_iter().next()
    }

    /// The best candidate that has a value.
    pub fn find(&self, document: &Document) -> Option<Found<T>> {
        self.candidates(document).into_iter().find_map(|candidate| {
            Some(Found { value: candidate.value?, span: candidate.span, rule: candidate.rule })
        })
    }

    /// Runs every rule over its own phrases; the complaints name the rule and what it made of the phrase.
    /// A phrase stands for a document of its own: `\n` in it separates lines.
    pub fn check(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        for (rule, pattern) in self.rules.iter().zip(self.patterns()) {
            let read = |phrase: &str| {
                let document = Document::of_text(phrase);
                let captures = pattern.captures(document.folded.as_str())?;
                (rule.read)(&Match { document: &document, captures })
            };
            for (phrase, expected) in rule.reads {
                let made = read(phrase).map(|reading| reading.value);
                let shown = match &made {
                    Some(Some(value)) => format!("{value:?}"),
                    Some(None) => "words".to_owned(),
                    None => "nothing".to_owned(),
                };
                if shown != *expected {
                    complaints
                        .push(format!("{}: « {phrase} » gives {shown}, not {expected}", rule.name));
                }
            }
            for phrase in rule.leaves {
                if let Some(reading) = read(phrase) {
                    complaints.push(format!(
                        "{}: « {phrase} » should be left, gives {:?}",
                        rule.name, reading.value
                    ));
                }
            }
            if rule.reads.is_empty() || rule.leaves.is_empty() {
                complaints
                    .push(format!("{}: needs a phrase it reads and a phrase it leaves", rule.name));
            }
        }
        complaints
    }
}

/// Compiles a pattern, [`grammar`](super::grammar) names replaced by their own patterns.
pub fn compile(pattern: &str) -> Regex {
    let pattern = super::grammar::expand(pattern);
    RegexBuilder::new(&pattern)
        .multi_line(true)
        .size_limit(1 << 24)
        .build()
        .unwrap_or_else(|error| panic!("a rule's pattern is not a regular expression: {error}"))
}

/// The span without blanks and closing marks at its ends.
fn trim(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let start = words.len() - words.trim_start().len();
    let end =
        words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':')).len();
    Span::new(span.start as usize + start.min(end)..span.start as usize + end)
}
