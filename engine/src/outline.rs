//! The shape of an offer's text: its heading, then sections of paragraphs and lists.
//!
//! An offer's text is plain text in which one line is one block, so that its shape costs no byte beside it:
//!
//! ```text
//! Assistant·e communication – Paris        the first line: the offer's own heading
//! # Missions                               a section's heading
//! Au sein de l'équipe, vous aidez à :      a paragraph
//! - tenir le site                          a list item
//!   - les pages                            a nested one, two spaces a level
//! 1. préparer la lettre                    a numbered item keeps its number
//! ```
//!
//! `layout` writes it from raw lines; whatever shows an offer reads it here. Any text has an outline.

use crate::span::Span;

/// What one line of an offer's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The first line: the offer's heading.
    Title,
    /// A section's heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list item at this depth, 0 for the outermost.
    Item {
        /// How many lists hold the item's own list.
        depth: u8,
        /// Whether the author numbered it; the number is then part of its words.
        numbered: bool,
    },
}

/// One line of an offer's text: what it is, and its words without the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the line is.
    pub role: Role,
    /// Its words, mark left out.
    pub span: Span,
}

/// Deepest level of nested lists that is kept.
pub const DEEPEST: u8 = 5;

/// The mark of a section's heading.
pub const HEADING: &str = "# ";
/// The mark of a bulleted item, after two spaces a level.
pub const ITEM: &str = "- ";

/// The lines of an offer's text, in order; blank lines are skipped.
pub fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut at = 0;
    text.split('\n').enumerate().filter_map(move |(number, line)| {
        let start = at;
        at += line.len() + 1;
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let depth = (indent / 2).min(DEEPEST as usize) as u8;
        let (role, skip) = if number == 0 {
            (Role::Title, indent)
        } else if line.starts_with(HEADING) {
            (Role::Heading, HEADING.len())
        } else if words.starts_with(ITEM) {
            (Role::Item { depth, numbered: false }, indent + ITEM.len())
        } else if starts_with_number(words) {
            (Role::Item { depth, numbered: true }, indent)
        } else {
            (Role::Paragraph, indent)
        };
        let span = Span::new(start + skip..start + line.len());
        (!span.of(text).trim().is_empty()).then_some(Line { role, span })
    })
}

/// Whether the words open with an item's number: `1. `, `12. `.
fn starts_with_number(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && words[digits..].starts_with(". ")
}

/// A section: an optional heading and the lines under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's words, absent for what stands before the first heading.
    pub heading: Option<Span>,
    /// Paragraphs and items.
    pub lines: Vec<Line>,
}

/// The sections of an offer's text; the part before the first heading counts only when it holds something.
pub fn sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    for line in lines(text) {
        match line.role {
            Role::Title => {}
            Role::Heading => sections.push(Section { heading: Some(line.span), lines: Vec::new() }),
            Role::Paragraph | Role::Item { .. } => {
                if let Some(section) = sections.last_mut() {
                    section.lines.push(line);
                }
            }
        }
    }
    if sections[0].lines.is_empty() {
        sections.remove(0);
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_role() {
        let text = "# Titre\n# Missions\nVous aidez à :\n- tenir\n  - les pages\n1. préparer\n\n2023. Une année\n#proximité";
        let roles: Vec<(Role, &str)> =
            lines(text).map(|line| (line.role, line.span.of(text))).collect();
        assert_eq!(
            roles,
            [
                (Role::Title, "# Titre"),
                (Role::Heading, "Missions"),
                (Role::Paragraph, "Vous aidez à :"),
                (Role::Item { depth: 0, numbered: false }, "tenir"),
                (Role::Item { depth: 1, numbered: false }, "les pages"),
                (Role::Item { depth: 0, numbered: true }, "1. préparer"),
                (Role::Paragraph, "2023. Une année"),
                (Role::Paragraph, "#proximité"),
            ]
        );
    }

    #[test]
    fn sections_begin_at_headings() {
        let text = "Titre\nAvant\n# Profil\n# Missions\nAprès";
        let headings: Vec<_> =
            sections(text).iter().map(|s| (s.heading.map(|h| h.of(text)), s.lines.len())).collect();
        assert_eq!(headings, [(None, 1), (Some("Profil"), 0), (Some("Missions"), 1)]);
        assert_eq!(sections("Titre").len(), 0);
        assert_eq!(sections("").len(), 0);
    }
}
