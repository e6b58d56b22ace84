//! One run of letters and digits, with what belongs to it: an inclusive ending, the sign of `c++`, the groups of a number.

use super::Reader;
use crate::text::french;
use std::ops::Range;

/// One run of letters and digits, with its inclusive ending if any.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) range: Range<usize>,
    pub(super) forms: Vec<String>,
    /// The sign between it and the unit before.
    pub(super) joint: Option<u8>,
}

impl Reader<'_> {
    /// Reads letters and digits from `start`, and an inclusive ending after them.
    pub(super) fn read_unit(&self, start: usize, joint: Option<u8>) -> Unit {
        let end = self.run_end(start);
        let run = &self.text()[start..end];
        if let Some(end) = self.sign_end(run, end) {
            let form = self.text()[start..end].chars().filter(|c| *c != ' ').collect();
            return Unit { range: start..end, forms: vec![form], joint };
        }
        if let Some(end) = self.hours_end(run, end) {
            return Unit { range: start..end, forms: vec![format!("{run}h")], joint };
        }
        if let Some(end) = self.decimals_end(run, end) {
            return Unit {
                range: start..end,
                forms: vec![self.text()[start..end].to_owned()],
                joint,
            };
        }
        if let Some(end) = self.thousands_end(start..end) {
            let form = self.text()[start..end].chars().filter(char::is_ascii_digit).collect();
            return Unit { range: start..end, forms: vec![form], joint };
        }
        match self.inclusive(start..end) {
            Some((end, forms)) => Unit { range: start..end, forms, joint },
            None => Unit { range: start..end, forms: vec![run.to_owned()], joint },
        }
    }

    /// Where the letters and digits end that begin at `start`.
    pub(super) fn run_end(&self, start: usize) -> usize {
        let bytes = &self.text().as_bytes()[start..];
        let plain = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        // Folded French is nearly all ASCII: only the rest is decoded.
        if bytes.get(plain).is_none_or(u8::is_ascii) {
            return start + plain;
        }
        let rest = &self.text()[start + plain..];
        start + plain + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
    }

    /// Where a word that holds signs ends: `bac+5` (also spaced), `c++`, `c#`.
    fn sign_end(&self, run: &str, end: usize) -> Option<usize> {
        let rest = &self.text()[end..];
        if let Some(after) = rest
            .strip_prefix("++")
            .or_else(|| rest.strip_prefix('#').filter(|_| run.len() == 1 && run.is_ascii()))
        {
            let ends = !after.starts_with(|c: char| c.is_alphanumeric() || c == '+');
            return ends.then(|| end + rest.len() - after.len());
        }
        let after = if run == "bac" {
            rest.trim_start_matches(' ').strip_prefix('+')?.trim_start_matches(' ')
        } else {
            rest.strip_prefix('+')?
        };
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0).then(|| end + rest.len() - after.len() + digits)
    }

    /// Where « 35 h » ends, which is « 35h » too.
    fn hours_end(&self, run: &str, end: usize) -> Option<usize> {
        let is_number = run.len() <= 2 && run.bytes().all(|byte| byte.is_ascii_digit());
        let hours = is_number && self.text()[end..].starts_with(" h");
        (hours && !self.starts_at(end + 2)).then_some(end + 2)
    }

    /// Where « 4,35 » ends.
    fn decimals_end(&self, run: &str, end: usize) -> Option<usize> {
        let is_number =
            |run: &str| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit());
        let after = (self.byte(end) == Some(b',')).then(|| self.run_end(end + 1))?;
        let decimals = &self.text()[end + 1..after];
        (is_number(run) && is_number(decimals) && decimals.len() <= 2).then_some(after)
    }

    /// Where a number ends that is written in groups of three: « 1 300 », « 44 620 ».
    fn thousands_end(&self, first: Range<usize>) -> Option<usize> {
        let is_number = |run: &str| run.bytes().all(|byte| byte.is_ascii_digit());
        // A phone number goes on in pairs; « 06 » begins none that is written so.
        let leads = first.len() <= 3 && !self.text()[first.clone()].starts_with('0');
        if !leads || !is_number(&self.text()[first.clone()]) {
            return None;
        }
        let group = |at: usize| {
            let end = (self.byte(at) == Some(b' ')).then(|| self.run_end(at + 1))?;
            (end == at + 4 && is_number(&self.text()[at + 1..end])).then_some(end)
        };
        let mut end = group(first.end)?;
        while let Some(next) = group(end) {
            end = next;
        }
        Some(end)
    }

    /// The forms of an inclusive word whose first part is `base`, and where it ends: `chargé·e·s`, `chef(fe)`,
    /// `directeur/trice`; also `contact(s)`.
    fn inclusive(&self, base: Range<usize>) -> Option<(usize, Vec<String>)> {
        let sign = self.byte(base.end).filter(|sign| b"(./-".contains(sign))?;
        let start = base.end + 1;
        let mut end = self.run_end(start);
        let ending = &self.text()[start..end];
        let word = &self.text()[base.clone()];
        let fits = (1..=7).contains(&ending.len())
            && word.len() > 1
            && word.chars().all(char::is_alphabetic)
            && !self.is_sentence_start(base.end, start);
        if !fits {
            return None;
        }
        if sign == b'(' {
            if self.byte(end) != Some(b')') {
                return None;
            }
            end += 1;
        }
        if ending == "s" && sign != b'-' {
            let mut plural = word.to_owned();
            french::make_plural(&mut plural);
            return Some((end, vec![word.to_owned(), plural]));
        }
        let mark = self.plural_end(end, sign);
        let forms = french::both_genders(word, ending, mark.is_some())?;
        end = mark.unwrap_or(end);
        // « Val-les-Bains » is a name, not a « val » and its feminine.
        let goes_on = sign == b'-' && self.byte(end) == Some(b'-') && self.starts_at(end + 1);
        (!goes_on && !self.starts_at(end)).then(|| (end, forms.into()))
    }

    /// Where the mark of plural ends that follows an inclusive ending: `·s`, `(s)`, or `s` after a bracket.
    fn plural_end(&self, end: usize, sign: u8) -> Option<usize> {
        let rest = &self.text()[end..];
        let length = if rest.starts_with("(s)") {
            return Some(end + 3);
        } else if sign == b'(' && rest.starts_with('s') {
            1
        } else if rest.starts_with(['.', '-', '/']) && rest[1..].starts_with('s') {
            2
        } else {
            return None;
        };
        (!self.starts_at(end + length)).then_some(end + length)
    }

    /// Whether a sentence begins at `start` without a space before it: « le travail.Les ».
    fn is_sentence_start(&self, before: usize, start: usize) -> bool {
        let source = |at: usize| self.folded.source(at..at + 1).of(self.source);
        let last = self.text()[..before].char_indices().next_back().map_or(0, |(at, _)| at);
        source(start).starts_with(char::is_uppercase)
            && source(last).starts_with(char::is_lowercase)
    }
}
