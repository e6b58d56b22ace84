//! The labelled lines that open a text: `Titre: …`, `Lieu: …`, `Date limite: …`, up to the first blank line.
//!
//! They are corrections when every one of them bears the name of a field: other labels are those of an ad, which
//! the rules read. A name one slip away from a field's is an error, not a label.

use super::Correction;
use super::key::{self, Key};
use crate::diagnostic::{self, Diagnostics, Location};

/// Longest name of a field, in bytes, with slips.
const LONGEST: usize = 32;

/// The corrections that open a text, and how much of it they take: they are no part of the ad's own words.
#[derive(Debug, Default)]
pub struct Opening {
    /// What the lines say.
    pub corrections: Vec<Correction>,
    /// Bytes of the text up to the ad's first line.
    pub bytes: usize,
    /// How many lines these are.
    pub lines: u32,
}

/// The corrections that open the text of a file of one offer, whose first line is number `first_line`.
pub fn in_header(
    file: &str,
    text: &str,
    first_line: u32,
    diagnostics: &mut Diagnostics,
) -> Opening {
    let mut opening = Opening::default();
    let mut labelled: Vec<(u32, Labelled<'_>)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let source = line.trim_end_matches(['\n', '\r']);
        let blank = source.trim().is_empty();
        if blank && !labelled.is_empty() {
            break;
        }
        if !blank {
            let Some(line) = Labelled::of(source) else { return Opening::default() };
            labelled.push((first_line + opening.lines, line));
        }
        opening.bytes += line.len();
        opening.lines += 1;
    }
    for (number, line) in &labelled {
        let location = |part: &str| {
            let start = part.as_ptr() as usize - line.source.as_ptr() as usize;
            Location {
                file: file.to_owned(),
                line: *number,
                source: line.source.to_owned(),
                mark: start..start + part.len(),
            }
        };
        if key::named(line.name).is_none() {
            let near = line.key.name();
            diagnostics.push(diagnostic::unknown_key(
                location(line.name),
                line.name,
                Some(&near),
                &[],
            ));
            continue;
        }
        opening.corrections.push(Correction {
            field: line.key.field,
            words: line.words.to_owned(),
            location: location(line.words),
        });
    }
    // Nothing but labels: they are the ad.
    if labelled.is_empty() || !text[opening.bytes..].contains(char::is_alphabetic) {
        (opening.bytes, opening.lines) = (0, 0);
    }
    opening
}

/// A line `Name: words`, its name that of a field or near to it.
struct Labelled<'a> {
    source: &'a str,
    name: &'a str,
    words: &'a str,
    key: &'static Key,
}

impl<'a> Labelled<'a> {
    fn of(source: &'a str) -> Option<Self> {
        let (name, words) = source.split_once(':')?;
        let (name, words) = (name.trim(), words.trim());
        if name.len() > LONGEST || words.is_empty() {
            return None;
        }
        let key = key::named(name).or_else(|| key::nearest(name))?;
        Some(Self { source, name, words, key })
    }
}
