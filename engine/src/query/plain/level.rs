//! Levels of study: « bac+5 », « M2 », « licence pro », « bac+4/5 », « doctorat ».

use super::{Context, Reading};
use crate::offer::StudyLevel::{self, Bac2, Bac3, Bac4, Bac5, Bac8};
use crate::query::Facet;

const NAMES: &[(&str, &[StudyLevel])] = &[
    ("licence professionnelle", &[Bac3]),
    ("licence pro", &[Bac3]),
    ("licence 2", &[Bac2]),
    ("licence", &[Bac3]),
    ("l2", &[Bac2]),
    ("l3", &[Bac3]),
    ("bachelor", &[Bac3]),
    ("bts", &[Bac2]),
    ("dut", &[Bac2]),
    ("deug", &[Bac2]),
    ("master 1", &[Bac4]),
    ("master 2", &[Bac5]),
    ("master1", &[Bac4]),
    ("master2", &[Bac5]),
    ("masters", &[Bac4, Bac5]),
    ("master", &[Bac4, Bac5]),
    ("m1", &[Bac4]),
    ("m2", &[Bac5]),
    ("doctorat", &[Bac8]),
    ("these", &[Bac8]),
    ("phd", &[Bac8]),
];

/// Reads one level, or several that follow each other: « M1/M2 ».
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let start = at;
    let at = tokens.after(at, &["niveau de", "niveau"]).unwrap_or(at);
    let (mut end, mut levels) = one(context, at)?;
    loop {
        let next = tokens.after(end, &["ou", "et", "a"]).unwrap_or(end);
        let joined = next > end || tokens.signs_before(end).trim() == "/";
        let digit = |at| number(tokens.form(at)).map(|level| (at + 1, vec![level]));
        match one(context, next).or(digit(next)).filter(|_| joined) {
            Some((after, more)) => {
                end = after;
                levels.extend(more);
            }
            None => break,
        }
    }
    Reading::new(start, end, Facet::Level, |filters| filters.levels.extend(levels))
}

fn one(context: &Context<'_>, at: usize) -> Option<(usize, Vec<StudyLevel>)> {
    let tokens = context.tokens;
    if let Some(level) = tokens.form(at).strip_prefix("bac+").and_then(number) {
        return Some((at + 1, vec![level]));
    }
    if let Some(level) =
        tokens.after(at, &["bac", "bac plus"]).and_then(|at| number(tokens.form(at)))
    {
        return Some((at + 2, vec![level]));
    }
    NAMES.iter().find_map(|(name, levels)| Some((tokens.after(at, &[name])?, levels.to_vec())))
}

/// `5` of « bac+5 ».
fn number(years: &str) -> Option<StudyLevel> {
    StudyLevel::ALL.iter().copied().find(|level| level.word().strip_prefix("bac+") == Some(years))
}
