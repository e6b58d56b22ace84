//! Every complaint about a text: built by a named function of `complaints`, drawn under the line it is about.

mod complaints;
mod draw;

pub use complaints::*;
pub use draw::Drawn;

use crate::offer::Field;
use std::fmt;
use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A file, or a correction in it, could not be read at all; the others were.
    Error,
    /// The offer was read; something in it could not be settled.
    Doubt,
}

/// The language that complaints are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// That of the offers, and of most who publish them.
    #[default]
    French,
    /// English.
    English,
}

/// Where a complaint points: a line of a file, and the part of it in question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file's name.
    pub file: String,
    /// The line, 1-based; 0 when the complaint is about the whole file.
    pub line: u32,
    /// The line, as written.
    pub source: String,
    /// The bytes of `source` in question.
    pub mark: Range<usize>,
}

impl Location {
    /// A whole file.
    pub fn file(name: &str) -> Self {
        Self { file: name.to_owned(), ..Self::default() }
    }
}

/// What a complaint says in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong.
    pub message: String,
    /// What to write to settle it.
    pub help: String,
}

impl<M: Into<String>, H: Into<String>> From<(M, H)> for Wording {
    fn from((message, help): (M, H)) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// A complaint: what is wrong, where, and what to write to settle it. Displayed, it draws itself in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The field of the offer that it is about, where it is about one.
    pub field: Option<Field>,
    /// Where.
    pub location: Location,
    french: Wording,
    english: Wording,
}

impl Diagnostic {
    /// What it says in a language.
    pub fn wording(&self, language: Language) -> &Wording {
        match language {
            Language::French => &self.french,
            Language::English => &self.english,
        }
    }

    /// The same complaint, about a field.
    pub(crate) fn about(self, field: Field) -> Self {
        Self { field: Some(field), ..self }
    }

    /// The complaint drawn under its line, told in a language.
    pub fn drawn(&self, language: Language) -> Drawn<'_> {
        Drawn { diagnostic: self, language }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.drawn(Language::French).fmt(f)
    }
}

/// Complaints, in the order they were met.
pub type Diagnostics = Vec<Diagnostic>;
