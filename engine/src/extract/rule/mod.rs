//! What a rule is, and how the rules of a field compete.
//!
//! A rule states one habit of French job ads: a pattern over folded text, what it yields, the phrases it reads
//! and the phrases it leaves alone. All rules of a field read the whole document; the best candidate wins, by
//! score and then by position, and the others are kept so that a choice can be explained.

mod met;

use super::needs::Needs;
use crate::document::Document;
use crate::offer::{Evidence, Found};
use crate::span::Span;
use crate::text::fold;
pub use met::{Match, says};
use regex::{Captures, Regex, RegexBuilder};
use std::fmt::Debug;
use std::sync::OnceLock;

/// One habit of French job ads.
pub struct Rule<T: 'static> {
    /// Its name, kebab-case, unique in the field: what evidence and explanations show.
    pub name: &'static str,
    /// A regular expression over folded text (lower case, no accents, `'` `-` `"` and spaces made one), in which
    /// [`grammar`](super::grammar) names stand for value patterns: `au plus tard (?:le )?{date}`.
    /// The group `words`, if there is one, is the evidence; else the whole match is. What stands outside of it is
    /// context that the evidence cannot be read without: see [`needs_context`](Self::needs_context).
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

impl<T> Rule<T> {
    /// Whether its evidence is only a part of what it reads (a value without its label), so that the evidence
    /// read again alone may give another value, or none.
    pub fn needs_context(&self) -> bool {
        self.pattern.contains("(?P<words>")
    }
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

    /// The same reading, with `bonus` added to the rule's score.
    pub fn bonus(mut self, bonus: i32) -> Self {
        self.bonus += bonus;
        self
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

impl<T> Candidate<T> {
    /// Where it was read, as offers keep it.
    pub fn evidence(&self) -> Evidence {
        Evidence { span: self.span, rule: self.rule.to_owned() }
    }
}

/// The rules of one field; their order is the order of reading, for people and for equal scores.
pub struct Rules<T: 'static> {
    /// The field's rules.
    pub rules: &'static [Rule<T>],
    /// Words that a line holds for a rule to read it, by the rule's name: a pattern that opens with any words at all is
    /// slow, and says what it looks for behind them only.
    lines: &'static [(&'static str, &'static str)],
    patterns: OnceLock<Vec<Pattern>>,
}

/// A rule's pattern; it is compiled for the first text that holds what it needs.
struct Pattern {
    source: String,
    needs: Needs,
    compiled: OnceLock<Regex>,
    /// What a line must hold to be read.
    line: OnceLock<Option<Regex>>,
    told_line: Option<&'static str>,
}

impl Pattern {
    fn of(pattern: &str, line: Option<&'static str>) -> Self {
        let source = super::grammar::expand(pattern);
        let needs = Needs::of(&source);
        Self { source, needs, compiled: OnceLock::new(), line: OnceLock::new(), told_line: line }
    }

    fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| compile_expanded(&self.source))
    }

    fn line(&self) -> Option<&Regex> {
        let compiled = || match self.told_line {
            Some(line) => Some(compile(line)),
            None => self.needs.line().map(|line| compile_expanded(&line)),
        };
        self.line.get_or_init(compiled).as_ref()
    }

    /// All that it finds in a document.
    fn find<'a>(&self, document: &'a Document) -> Vec<Captures<'a>> {
        if !self.needs.are_met_by(&document.grams) {
            return Vec::new();
        }
        let text = document.folded.as_str();
        match self.line() {
            Some(line) => on_lines(text, self.regex(), line),
            None => self.regex().captures_iter(text).collect(),
        }
    }
}

impl<T: Clone + Debug> Rules<T> {
    /// The rules, compiled when first used.
    pub const fn new(rules: &'static [Rule<T>]) -> Self {
        Self { rules, lines: &[], patterns: OnceLock::new() }
    }

    /// The same rules, some of which read only the lines that hold words of theirs.
    pub const fn on_lines_with(mut self, lines: &'static [(&'static str, &'static str)]) -> Self {
        self.lines = lines;
        self
    }

    fn patterns(&self) -> &[Pattern] {
        let line = |rule: &Rule<T>| self.lines.iter().find(|(name, _)| *name == rule.name);
        let pattern = |rule: &Rule<T>| Pattern::of(rule.pattern, line(rule).map(|(_, it)| *it));
        self.patterns.get_or_init(|| self.rules.iter().map(pattern).collect())
    }

    /// Every candidate, best first.
    pub fn candidates(&self, document: &Document) -> Vec<Candidate<T>> {
        let mut candidates = Vec::new();
        for (rule, pattern) in self.rules.iter().zip(self.patterns()) {
            for captures in pattern.find(document) {
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

    /// The law of evidence: the words of the best candidate, read again alone, give the same value; a rule that
    /// [needs context](Rule::needs_context) is held to nothing. Gives what breaks it.
    pub fn breach(&self, document: &Document) -> Option<String> {
        let best = self.best(document)?;
        let rule = self.rules.iter().find(|rule| rule.name == best.rule)?;
        let words = best.span.of(&document.text);
        let again = self.best(&Document::of_text(words)).map(|again| again.value);
        let same = format!("{again:?}") == format!("{:?}", Some(&best.value));
        (!same && best.value.is_some() && !rule.needs_context())
            .then(|| format!("{}: « {words} » gives {again:?}, not {:?}", rule.name, best.value))
    }

    /// Runs every rule over its own phrases; the complaints name the rule and what it made of the phrase.
    /// A phrase stands for a document of its own: `\n` in it separates lines.
    pub fn check(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        for (rule, pattern) in self.rules.iter().zip(self.patterns()) {
            let read = |phrase: &str| {
                let document = Document::of_text(phrase);
                let captures = pattern.regex().captures(document.folded.as_str())?;
                assert!(pattern.needs.are_met_by(&document.grams), "{}: {phrase}", rule.name);
                (rule.read)(&Match { document: &document, captures })
            };
            for (phrase, expected) in rule.reads {
                if pattern.line().is_some_and(|line| !line.is_match(&fold(phrase))) {
                    complaints
                        .push(format!("{}: « {phrase} » lacks the words it needs", rule.name));
                }
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

/// What a pattern finds on the lines that hold words which it needs.
fn on_lines<'a>(text: &'a str, pattern: &Regex, needs: &Regex) -> Vec<Captures<'a>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(words) = needs.find_at(text, from) {
        let start = text[..words.start()].rfind('\n').map_or(0, |at| at + 1);
        let end = text[words.end()..].find('\n').map_or(text.len(), |at| words.end() + at);
        let mut at = start;
        while let Some(captures) =
            (at <= end).then(|| pattern.captures_at(&text[..end], at)).flatten()
        {
            let range = captures.get_match().range();
            at = range.end.max(range.start + 1);
            found.push(captures);
        }
        from = end;
    }
    found
}

/// Compiles a pattern, [`grammar`](super::grammar) names replaced by their own patterns.
pub fn compile(pattern: &str) -> Regex {
    compile_expanded(&super::grammar::expand(pattern))
}

fn compile_expanded(pattern: &str) -> Regex {
    RegexBuilder::new(pattern)
        .multi_line(true)
        .size_limit(1 << 24)
        .build()
        .unwrap_or_else(|error| panic!("a rule's pattern is not a regular expression: {error}"))
}

/// The span without blanks, list marks and closing marks at its ends.
fn trim(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let opens = |c: char| c.is_alphanumeric() || matches!(c, '(' | '[' | '«' | '"' | '“' | '+');
    let start = words.find(opens).unwrap_or(0);
    let end = words
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '_'))
        .len();
    Span::new(span.start as usize + start.min(end)..span.start as usize + end)
}
