//! A complaint drawn under its line, as compilers do.

use super::{Diagnostic, Language, Location, Severity};
use std::fmt;
use std::ops::Range;

/// A complaint in a language, ready to be written.
pub struct Drawn<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) language: Language,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { diagnostic, language } = *self;
        let Location { file, line, source, mark } = &diagnostic.location;
        let severity = match (diagnostic.severity, language) {
            (Severity::Error, Language::French) => "erreur",
            (Severity::Error, Language::English) => "error",
            (Severity::Doubt, Language::French) => "doute",
            (Severity::Doubt, Language::English) => "doubt",
        };
        let (field, colon) = match language {
            Language::French => (diagnostic.field.map(|field| field.french()), " :"),
            Language::English => (diagnostic.field.map(|field| field.english()), ":"),
        };
        let wording = diagnostic.wording(language);
        let field = field.map(|field| format!(" ({field})")).unwrap_or_default();
        writeln!(f, "{severity}{field}{colon} {}", wording.message)?;
        if *line == 0 {
            writeln!(f, "  --> {file}")?;
        } else {
            let gutter = " ".repeat(line.to_string().len());
            let (shown, before, marked) = window(source, mark.clone());
            writeln!(f, "{gutter} --> {file}:{line}")?;
            writeln!(f, "{line} | {shown}")?;
            writeln!(f, "{gutter} | {}{}", " ".repeat(before), "^".repeat(marked.max(1)))?;
        }
        write!(f, "  = {}", wording.help)
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
        // A mark that turns the way of reading would turn the drawing.
        .map(|c| match c {
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '�',
            c if c.is_control() => ' ',
            c => c,
        })
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
