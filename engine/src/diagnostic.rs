//! Every complaint about a text: built here by a named function, drawn under the line it is about.

use std::fmt;
use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file could not be read at all; the others were.
    Error,
    /// The offer was read; something in it could not be settled.
    Doubt,
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

/// A complaint: what is wrong, where, and what to write to settle it. Displayed, it draws itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub location: Location,
    /// What to do.
    pub help: String,
}

/// Complaints, in the order they were met.
pub type Diagnostics = Vec<Diagnostic>;

fn error(location: Location, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    Diagnostic { severity: Severity::Error, message: message.into(), location, help: help.into() }
}

fn doubt(location: Location, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    Diagnostic { severity: Severity::Doubt, message: message.into(), location, help: help.into() }
}

/// The file holds nothing.
pub fn empty_file(file: &str) -> Diagnostic {
    error(
        Location::file(file),
        "le fichier est vide",
        "collez-y le texte d'une offre, ou supprimez-le",
    )
}

/// The file is no text.
pub fn binary_file(file: &str) -> Diagnostic {
    error(
        Location::file(file),
        "le fichier n'est pas du texte (octets nuls)",
        "exportez l'offre en texte brut (.txt), encodé en UTF-8",
    )
}

/// The file is text, but no offer.
pub fn no_offer(location: Location) -> Diagnostic {
    error(
        location,
        "aucune offre reconnue dans ce fichier",
        "commencez le texte par une ligne de titre, puis la description du poste",
    )
}

/// A date that no calendar has.
pub fn impossible_date(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        format!("« {words} » n'est pas une date du calendrier"),
        "corrigez le jour ou le mois",
    )
}

/// A day that the calendar puts on another day of the week.
pub fn wrong_weekday(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        format!("« {words} » : ce jour-là tombe un autre jour de la semaine"),
        "corrigez la date ou le jour de la semaine",
    )
}

/// Several deadlines of equal weight that differ.
pub fn contradictory_deadlines(location: Location, words: &str, other: &str) -> Diagnostic {
    doubt(
        location,
        format!("deux dates limites différentes : « {words} » et « {other} »"),
        "ne gardez que la bonne",
    )
}

/// A deadline without a year, which nothing around settles.
pub fn date_without_year(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        format!("« {words} » : année absente, et rien ne permet de la déduire"),
        "ajoutez l'année",
    )
}

/// A commune's name that several bear, and nothing around tells which.
pub fn ambiguous_place(location: Location, words: &str, departments: &[&str]) -> Diagnostic {
    let shown: Vec<&str> = departments.iter().copied().take(4).collect();
    let more = if departments.len() > shown.len() { "…" } else { "" };
    doubt(
        location,
        format!("« {words} » : plusieurs communes portent ce nom ({}{more})", shown.join(", ")),
        "ajoutez le code postal ou le département",
    )
}

/// Several starts of equal weight that have no day in common.
pub fn contradictory_starts(location: Location, words: &str, other: &str) -> Diagnostic {
    doubt(
        location,
        format!("deux dates de début différentes : « {words} » et « {other} »"),
        "ne gardez que la bonne",
    )
}

/// A post that ends before it begins.
pub fn period_backwards(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        format!("« {words} » : la fin vient avant le début"),
        "corrigez l'une des deux dates",
    )
}

/// A last day to apply long after the work has begun.
pub fn deadline_after_start(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        format!("« {words} » : cette date limite vient longtemps après le début du poste"),
        "corrigez l'une des deux dates",
    )
}

/// A sum that nobody pays for that time.
pub fn absurd_pay(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        format!("« {words} » : ce montant n'est pas vraisemblable"),
        "corrigez le montant, ou écrivez s'il est par heure, par mois ou par an",
    )
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Location { file, line, source, mark } = &self.location;
        let label = match self.severity {
            Severity::Error => "erreur",
            Severity::Doubt => "doute",
        };
        writeln!(f, "{label} : {}", self.message)?;
        if *line == 0 {
            writeln!(f, "  --> {file}")?;
        } else {
            let gutter = " ".repeat(line.to_string().len());
            let (shown, before, marked) = window(source, mark.clone());
            writeln!(f, "{gutter} --> {file}:{line}")?;
            writeln!(f, "{line} | {shown}")?;
            writeln!(f, "{gutter} | {}{}", " ".repeat(before), "^".repeat(marked.max(1)))?;
        }
        write!(f, "  = {}", self.help)
    }
}

/// The part of a long line around its mark, and the mark's place in it, in characters.
fn window(source: &str, mark: Range<usize>) -> (String, usize, usize) {
    const BEFORE: usize = 50;
    const WIDTH: usize = 100;
    let before = source.get(..mark.start).unwrap_or("").chars().count();
    let marked = source.get(mark).unwrap_or("").chars().count();
    let skipped = before.saturating_sub(BEFORE);
    let shown: String = source
        .chars()
        .skip(skipped)
        .take(WIDTH)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let room = shown.chars().count().saturating_sub(before - skipped);
    let mut line = String::new();
    if skipped > 0 {
        line.push('…');
    }
    let shift = line.chars().count();
    line.push_str(&shown);
    if source.chars().count() > skipped + WIDTH {
        line.push('…');
    }
    (line, before - skipped + shift, marked.min(room))
}
