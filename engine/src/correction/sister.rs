//! The file of corrections beside a text: `offres.toml` corrects `offres.txt`.
//!
//! Names at the top hold for every offer of the text; a table `[[offre]]` holds for the one whose heading has the
//! words of its `repere`, or which stands at that number. `lignes` says where the offers begin, when they were cut
//! wrongly.
//!
//! ```toml
//! organisme = "Ville de Sète"
//! lignes = [1, 40, 77]
//!
//! [[offre]]
//! repere = "jardinier"
//! date_limite = "20 avril 2026"
//! ```

use super::{Correction, key};
use crate::diagnostic::{self, Diagnostic, Diagnostics, Location};
use crate::offer::Offer;
use crate::source::Source;
use crate::text::fold;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a file of corrections says.
#[derive(Debug, Default)]
pub struct Sister {
    /// For every offer of the text.
    all: Vec<Correction>,
    /// For one offer each.
    one: Vec<Marked>,
    /// Lines on which offers begin, 1-based and ascending; none when the text tells.
    lines: Vec<(u32, Location)>,
}

/// Corrections of the offer that a mark tells.
#[derive(Debug)]
struct Marked {
    mark: Mark,
    location: Location,
    corrections: Vec<Correction>,
}

#[derive(Debug)]
enum Mark {
    /// Words of the heading, folded, and as written.
    Words(String, String),
    /// Place among the offers of the text, from 1.
    Number(usize),
}

/// A file of corrections under way.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    diagnostics: &'a mut Diagnostics,
}

impl Sister {
    /// Reads a file of corrections; what is wrong in it is told, and the rest of it holds.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Self {
        let text = match source.decode() {
            Ok(text) => text,
            Err(complaint) => {
                diagnostics.push(*complaint);
                return Self::default();
            }
        };
        let mut reader = Reader { file: &source.name, text: &text, diagnostics };
        match DeTable::parse(&text) {
            Ok(table) => reader.sister(table.get_ref()),
            Err(error) => {
                let location = reader.location(error.span().unwrap_or(0..0));
                reader.diagnostics.push(diagnostic::bad_corrections(location, error.message()));
                Self::default()
            }
        }
    }

    /// The lines of `text` that open its offers, when they are told; those that open none are complained about.
    pub fn lines(&self, text: &str, diagnostics: &mut Diagnostics) -> Vec<u32> {
        let written: Vec<bool> = text.split('\n').map(|line| !line.trim().is_empty()).collect();
        let (good, bad): (Vec<_>, Vec<_>) = self
            .lines
            .iter()
            .partition(|(line, _)| written.get(*line as usize - 1).copied().unwrap_or(false));
        diagnostics
            .extend(bad.into_iter().map(|(line, at)| diagnostic::no_such_line(at.clone(), *line)));
        good.into_iter().map(|&(line, _)| line).collect()
    }

    /// The corrections of the offer at `number`, from 1, among the offers of its text.
    pub fn of(&self, offer: &Offer, number: usize) -> impl Iterator<Item = &Correction> {
        let heading = fold(&offer.heading);
        let one = self.one.iter().filter(move |marked| marked.mark.tells(&heading, number));
        self.all.iter().chain(one.flat_map(|marked| &marked.corrections))
    }

    /// Complaints about marks that tell none of these offers.
    pub fn lost<'a>(
        &self,
        offers: impl Iterator<Item = &'a Offer>,
    ) -> impl Iterator<Item = Diagnostic> {
        let headings: Vec<String> = offers.map(|offer| fold(&offer.heading)).collect();
        self.one.iter().filter_map(move |marked| {
            let told =
                (1..).zip(&headings).any(|(number, heading)| marked.mark.tells(heading, number));
            let words = match &marked.mark {
                Mark::Words(_, written) => written.clone(),
                Mark::Number(number) => number.to_string(),
            };
            (!told).then(|| diagnostic::corrections_of_no_offer(marked.location.clone(), &words))
        })
    }
}

impl Mark {
    fn tells(&self, heading: &str, number: usize) -> bool {
        match self {
            Self::Words(words, _) => heading.contains(words.as_str()),
            Self::Number(wanted) => *wanted == number,
        }
    }
}

type Entry<'a> = (&'a Spanned<std::borrow::Cow<'a, str>>, &'a Spanned<DeValue<'a>>);

impl Reader<'_> {
    fn sister(&mut self, table: &DeTable<'_>) -> Sister {
        let mut sister = Sister::default();
        for (name, value) in in_order(table) {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("offre", DeValue::Array(tables)) => {
                    for table in tables.iter() {
                        sister.one.extend(self.marked(table));
                    }
                }
                ("lignes", DeValue::Array(lines)) => {
                    let numbers: Vec<(u32, Location)> = lines
                        .iter()
                        .filter_map(|line| {
                            Some((whole(line.get_ref())?, self.location(line.span())))
                        })
                        .collect();
                    if numbers.len() == lines.len() && numbers.is_sorted_by(|a, b| a.0 < b.0) {
                        sister.lines = numbers;
                    } else {
                        self.unread(value, "[1, 40, 77]");
                    }
                }
                _ => sister.all.extend(self.correction(name, value)),
            }
        }
        sister
    }

    fn marked(&mut self, table: &Spanned<DeValue<'_>>) -> Option<Marked> {
        let DeValue::Table(members) = table.get_ref() else {
            self.unread(table, "[[offre]]");
            return None;
        };
        let Some(mark) = members.get("repere") else {
            let location = self.location(table.span());
            self.diagnostics.push(diagnostic::correction_without_mark(location));
            return None;
        };
        let location = self.location(mark.span());
        let told = match mark.get_ref() {
            DeValue::String(words) if !words.trim().is_empty() => {
                Mark::Words(fold(words.trim()), words.trim().to_owned())
            }
            number => match whole(number) {
                Some(number) => Mark::Number(number as usize),
                None => {
                    self.unread(mark, "jardinier");
                    return None;
                }
            },
        };
        let mut corrections = Vec::new();
        for (name, value) in in_order(members) {
            if name.get_ref() != "repere" {
                corrections.extend(self.correction(name, value));
            }
        }
        Some(Marked { mark: told, location, corrections })
    }

    fn correction(
        &mut self,
        name: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Correction> {
        let Some(key) = key::named(name.get_ref()) else {
            let location = self.location(name.span());
            let near =
                key::nearest(name.get_ref()).map(|key| fold(&key.name()).replace([' ', '\''], "_"));
            let known: Vec<String> =
                key::KEYS.iter().map(|key| fold(&key.name()).replace([' ', '\''], "_")).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.diagnostics.push(diagnostic::unknown_key(
                location,
                name.get_ref(),
                near.as_deref(),
                &known,
            ));
            return None;
        };
        let words = match value.get_ref() {
            DeValue::String(words) => words.trim().to_owned(),
            DeValue::Array(items) => {
                let words = items.iter().map(|item| item.get_ref().as_str());
                match words.collect::<Option<Vec<_>>>() {
                    Some(words) => words.join(", "),
                    None => {
                        self.unread(value, key.example);
                        return None;
                    }
                }
            }
            DeValue::Table(_) | DeValue::Boolean(_) => {
                self.unread(value, key.example);
                return None;
            }
            // Dates and numbers as they are written.
            _ => self.text[value.span()].to_owned(),
        };
        let location = self.location(value.span());
        Some(Correction { field: key.field, words, location })
    }

    /// Tells that a value cannot be one of a correction.
    fn unread(&mut self, value: &Spanned<DeValue<'_>>, example: &str) {
        let location = self.location(value.span());
        let words = self.text[value.span()].to_owned();
        self.diagnostics.push(diagnostic::unread_correction(location, &words, example));
    }

    /// Where bytes of the file stand; those of several lines show the first one.
    fn location(&self, bytes: Range<usize>) -> Location {
        let before = &self.text[..bytes.start];
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        let source = self.text[begin..].lines().next().unwrap_or("");
        let mark = bytes.start - begin..(bytes.end - begin).min(source.len());
        let line = before.matches('\n').count() as u32 + 1;
        Location { file: self.file.to_owned(), line, source: source.to_owned(), mark }
    }
}

/// The entries of a table in the order of the file.
fn in_order<'a>(table: &'a DeTable<'a>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

/// A whole number from 1 on.
fn whole(value: &DeValue<'_>) -> Option<u32> {
    let DeValue::Integer(number) = value else { return None };
    number.as_str().parse().ok().filter(|&number| number > 0)
}
