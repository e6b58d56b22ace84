//! A pattern met in a document, and what stands around it: what a rule looks at before it says what it read.

use crate::document::Document;
use crate::offer::SectionKind;
use crate::outline::Role;
use crate::text::fold;
use regex::Captures;
use std::ops::Range;

/// How many bytes around a match speak of it.
const REACH: usize = 800;

/// How many lines above a match its section's heading is looked for.
const HEADING_REACH: usize = 400;

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

    /// The words of the group `name` as the text writes them, or `""`.
    pub fn written(&self, name: &str) -> &str {
        let group = self.captures.name(name);
        group.map_or("", |group| self.document.source(group.range()).of(&self.document.text))
    }

    /// The folded range of the whole match.
    pub fn range(&self) -> Range<usize> {
        self.captures.get_match().range()
    }

    /// Where the match begins in the offer's text.
    pub fn at(&self) -> u32 {
        self.document.source(self.range()).start
    }

    /// The folded words before the match on its line, as far as they can matter: a file may be one endless line.
    pub fn before(&self) -> &str {
        let text = self.document.folded.as_str();
        let end = self.range().start;
        let start = (end.saturating_sub(REACH)..=end).find(|&at| text.is_char_boundary(at));
        let near = &text[start.unwrap_or(end)..end];
        &near[near.rfind('\n').map_or(0, |at| at + 1)..]
    }

    /// The folded words after the match on its line, as far as they can matter.
    pub fn after(&self) -> &str {
        let text = self.document.folded.as_str();
        let start = self.range().end;
        let far = text.len().min(start + REACH);
        let end = (start..=far).rev().find(|&at| text.is_char_boundary(at));
        let near = &text[start..end.unwrap_or(start)];
        near.split('\n').next().unwrap_or(near)
    }

    /// The folded line above that of the match when its sentence goes on below, or `""`: some line breaks stay unmended.
    pub fn line_before(&self) -> &str {
        let text = &self.document.folded.as_str()[..self.range().start];
        // As far as it can matter: each match on a line of megabytes would read all of it.
        let near = &text[text.ceil_char_boundary(text.len().saturating_sub(2 * REACH))..];
        let Some((above, _)) = near.rsplit_once('\n') else { return "" };
        let line = above.rsplit('\n').next().unwrap_or(above);
        let line = &line[line.ceil_char_boundary(line.len().saturating_sub(REACH))..];
        if line.trim_end().ends_with(['.', '!', '?', ';']) { "" } else { line }
    }

    /// What its sentence says before the match.
    pub fn sentence_before(&self) -> &str {
        let before = self.before();
        let stop =
            before.rmatch_indices(". ").map(|(at, _)| at).find(|&at| !shortened(&before[..at]));
        let other = ["! ", "? ", "; "].iter().filter_map(|end| before.rfind(end)).max();
        &before[stop.max(other).map_or(0, |at| at + 2)..]
    }

    /// What its sentence says after the match.
    pub fn sentence_after(&self) -> &str {
        let after = self.after();
        let end = [". ", "! ", "? ", "; "].iter().filter_map(|end| after.find(end)).min();
        &after[..end.unwrap_or(after.len())]
    }

    /// The folded section heading above the match, or `""`.
    pub fn heading(&self) -> String {
        let document = self.document;
        let above = document.line_at(self.at()).map_or(0, |line| line + 1);
        document.lines[above.saturating_sub(HEADING_REACH)..above]
            .iter()
            .rfind(|line| line.role == Role::Heading)
            .map_or(String::new(), |line| fold(line.span.of(&document.text)))
    }

    /// Whether the match runs into a line that its value opens as a label: « Date limite\n4 mai : entretiens ».
    pub fn takes_next_label(&self) -> bool {
        let within = &self.document.folded.as_str()[self.range()];
        within.contains('\n') && self.after().trim_start().starts_with([':', '-'])
    }

    /// Whether the match stands alone: all that the document holds.
    pub fn is_alone(&self) -> bool {
        self.document.lines.len() == 1
            && self.before().trim().is_empty()
            && self.after().trim().is_empty()
    }

    /// What the section of the match says for a value of the post: conditions speak of it, the recruiter's
    /// presentation seldom does. What opens its line speaks for itself, wherever it stands.
    pub fn section_bonus(&self) -> i32 {
        let opens_line = !self.before().contains(|c: char| c.is_ascii_alphanumeric());
        let bonus = match self.document.kind_at(self.at()) {
            SectionKind::Conditions | SectionKind::Apply => 5,
            SectionKind::Profile | SectionKind::Other => 0,
            SectionKind::Mission | SectionKind::Context => -5,
            SectionKind::About => -15,
        };
        if opens_line { bonus.max(0) } else { bonus }
    }
}

/// Whether folded `text` ends in a word that a point shortens: « M. le Maire », « Mme. », « av. ».
fn shortened(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(text);
    matches!(word, "m" | "mm" | "mme" | "dr" | "av" | "bd" | "tel" | "ref")
}

/// Whether folded `text` holds one of `stems` at the beginning of a word.
pub fn says(text: &str, stems: &[&str]) -> bool {
    let mut in_word = false;
    text.char_indices().any(|(at, c)| {
        let begins = !std::mem::replace(&mut in_word, c.is_alphanumeric());
        begins && stems.iter().any(|stem| text[at..].starts_with(stem))
    })
}
