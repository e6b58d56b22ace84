//! The labelled lines that open a text: `Titre: …`, `Lieu: …`, `Date limite: …`, up to the first blank line.
//!
//! They are corrections when every one of them bears the name of a field: other labels are those of an ad, which
//! the rules read. A name one slip away from a field's is an error, not a label.

use super::Correction;
use super::key::{self, Key};
use crate::diagnostic::{self, Diagnostics, Location};
use crate::document::Document;
use crate::span::Span;

/// Longest name of a field, in bytes, with slips.
const LONGEST: usize = 32;

/// The corrections that open a file of one offer.
pub fn in_header(document: &Document, diagnostics: &mut Diagnostics) -> Vec<Correction> {
    let opening = document.source.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
    let lines = document.source[opening..].iter().take_while(|line| !line.trim().is_empty());
    let labelled: Option<Vec<Labelled<'_>>> = lines.map(|line| Labelled::of(line)).collect();
    let Some(labelled) = labelled else { return Vec::new() };
    let mut corrections = Vec::new();
    let mut read_to = 0;
    for (number, line) in labelled.iter().enumerate() {
        let location = |part: &str| {
            let start = part.as_ptr() as usize - line.source.as_ptr() as usize;
            Location {
                file: document.file.clone(),
                line: document.first_line + (opening + number) as u32,
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
        let span = document.text[read_to..]
            .find(line.words)
            .map(|at| Span::new(read_to + at..read_to + at + line.words.len()));
        read_to = span.map_or(read_to, |span| span.end as usize);
        corrections.push(Correction {
            field: line.key.field,
            words: line.words.to_owned(),
            location: location(line.words),
            span,
        });
    }
    corrections
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
