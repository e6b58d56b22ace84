//! A block's raw lines -> its outline: headings found, lists nested, the line breaks of PDF extracts mended.
//!
//! The law: no word is lost or made up. Joined without blanks and hyphens, the outline's words are the block's; only
//! the words of the page around the offer are left out, and a table's header goes to each of its values.

mod cell;
mod front;
mod heading;
mod mark;
mod mend;
pub(crate) mod message;
mod page;
mod raw;
mod rows;
mod table;

pub(crate) use cell::{is_identifier, is_known_label};
pub use heading::kind as heading_kind;
pub(crate) use mark::Mark;
pub(crate) use raw::{RawLine, whole_lines};
pub(crate) use rows::{Header, OF_POSTS, of_itself};

use crate::document::{Document, Origin};
use crate::offer::SectionKind;
use crate::outline::{self, DEEPEST, HEADING, ITEM, Role};
use crate::text::{Folded, Grams, plain};
use mend::{Join, Wrapping};

/// Lays out the lines of one offer; the first one that is not blank opens the offer's own heading.
/// `first_line` is the number of the first line in `file`, 1-based.
pub fn lay_out(file: &str, text: &str, first_line: u32) -> Document {
    let lines = front::without_keys(text, raw::lines(text, first_line));
    let lines = page::without_page(message::without_senders(lines));
    let wrapping = Wrapping::of(&lines);
    let mut writer = Writer::default();
    let joins = lines.windows(2).map(|pair| match pair[1].blank_before {
        true => Join::Break,
        false => wrapping.join(&pair[0], &pair[1], false),
    });
    let title_joins: Vec<Join> =
        std::iter::once(Join::Break).chain(joins.take_while(|&join| join != Join::Break)).collect();
    let (title, body) = lines.split_at(title_joins.len().min(lines.len()));
    for (line, join) in title.iter().zip(title_joins) {
        writer.push(line, Block::Title, join);
    }
    let heading: Vec<&str> =
        title.iter().take(LONGEST_HEADING).map(|line| line.source.trim()).collect();
    let heading = heading.join("\n").replace(|c| c != '\n' && c != '\t' && is_unseen(c), "");
    let mut nesting = Nesting::default();
    let mut previous: Option<Block> = None;
    for (at, line) in body.iter().enumerate() {
        let has_value = line.is_value || body.get(at + 1).is_some_and(|next| next.is_value);
        let is_heading = !has_value && heading::is_heading(body, at);
        let join = match (at.checked_sub(1), previous) {
            (Some(before), Some(block)) if !is_heading && block != Block::Heading => {
                wrapping.join(&body[before], line, block.is_item())
            }
            _ => Join::Break,
        };
        let block = if join != Join::Break {
            previous.unwrap_or(Block::Paragraph)
        } else if is_heading {
            nesting.0.clear();
            Block::Heading
        } else {
            match line.mark {
                Mark::None => Block::Paragraph,
                Mark::Bullet(_) => Block::Item(nesting.depth(line)),
                Mark::Number(_) => Block::Numbered(nesting.depth(line)),
            }
        };
        if block == Block::Paragraph {
            nesting.0.clear();
        }
        writer.push(line, block, join);
        previous = Some(block);
    }
    writer.finish(file, text, first_line, heading)
}

/// Whether a character turns the way of reading of those that follow.
pub(crate) fn is_turn(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character shows as nothing, and can only hide what is written: it is left out of an offer's text. A
/// joiner of emoji is none.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || is_turn(c)
        || matches!(
            c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}'
                ..='\u{2064}' | '\u{FEFF}'
        )
}

/// A pattern over folded text.
fn regex(pattern: &str) -> regex::Regex {
    regex::Regex::new(&plain(pattern))
        .unwrap_or_else(|error| panic!("a layout's pattern is not a regular expression: {error}"))
}

/// Lines that a heading takes at most; a first paragraph that goes on beyond is no heading.
const LONGEST_HEADING: usize = 3;

/// What a raw line becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Title,
    Heading,
    Paragraph,
    Item(usize),
    Numbered(usize),
}

impl Block {
    fn is_item(self) -> bool {
        matches!(self, Self::Item(_) | Self::Numbered(_))
    }
}

/// The open lists around an item: each with its kind of mark and its indent.
#[derive(Default)]
struct Nesting(Vec<(Option<char>, usize)>);

impl Nesting {
    /// The depth of the item that `line` opens: a list that is open already goes on, a deeper indent or bullets
    /// under a number begin a list inside.
    fn depth(&mut self, line: &RawLine<'_>) -> usize {
        let kind = match line.mark {
            Mark::Bullet(bullet) => Some(bullet),
            Mark::None | Mark::Number(_) => None,
        };
        let (lists, indent) = (&mut self.0, line.indent);
        if let Some(at) = lists.iter().rposition(|&list| list == (kind, indent)) {
            lists.truncate(at + 1);
        } else if lists.last().is_some_and(|&(last, _)| last.is_none() && kind.is_some()) {
            lists.push((kind, indent));
        } else {
            while lists.last().is_some_and(|&(_, last)| last > indent) {
                lists.pop();
            }
            match lists.last_mut() {
                Some(list) if list.1 == indent => *list = (kind, indent),
                _ => lists.push((kind, indent)),
            }
        }
        (lists.len() - 1).min(DEEPEST as usize)
    }
}

/// Writes the outline, keeping the way back to the file.
#[derive(Default)]
struct Writer {
    text: String,
    origins: Vec<Origin>,
}

impl Writer {
    fn push(&mut self, line: &RawLine<'_>, block: Block, join: Join) {
        match join {
            Join::Break => {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.open(line, block);
            }
            Join::Space => self.text.push(' '),
            Join::Value => self.text.push_str(" : "),
            Join::Nothing => {}
            Join::Hyphen => {
                self.text.pop();
            }
        }
        let words = match block {
            Block::Heading | Block::Title => heading::undecorated(match line.mark {
                Mark::Number(_) => &line.source[..line.end],
                _ => line.words(),
            }),
            _ => line.words(),
        };
        let offset = words.as_ptr() as usize - line.source.as_ptr() as usize;
        self.words(words, line.number, offset as u32);
    }

    /// The mark that tells what the line is.
    fn open(&mut self, line: &RawLine<'_>, block: Block) {
        let indent = |depth: usize| "  ".repeat(depth);
        match block {
            Block::Title | Block::Paragraph => {}
            Block::Heading => self.text.push_str(HEADING),
            Block::Item(depth) => {
                self.text.push_str(&indent(depth));
                self.text.push_str(ITEM);
            }
            Block::Numbered(depth) => {
                self.text.push_str(&indent(depth));
                if let Mark::Number(number) = line.mark {
                    self.text.push_str(&format!("{number}. "));
                }
            }
        }
    }

    /// The words, runs of blanks made one; each piece after such a run gets its own origin.
    fn words(&mut self, words: &str, line: u32, column: u32) {
        let mut origin_due = true;
        let mut blank = false;
        let is_bold = words.contains("**");
        self.text.reserve(words.len());
        for (at, c) in words.char_indices() {
            if is_bold
                && (words[at..].starts_with("**") || words[..at + c.len_utf8()].ends_with("**"))
            {
                // Markdown's bold.
                origin_due = true;
                continue;
            }
            if c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}') {
                blank = true;
                continue;
            }
            if blank {
                self.text.push(' ');
                blank = false;
                origin_due = true;
            }
            if origin_due {
                self.origins.push(Origin {
                    at: self.text.len() as u32,
                    line,
                    column: column + at as u32,
                });
                origin_due = false;
            }
            if is_unseen(c) {
                origin_due = true;
            } else {
                self.text.push(c);
            }
        }
    }

    fn finish(self, file: &str, source: &str, first_line: u32, heading: String) -> Document {
        let text = self.text;
        let lines: Vec<_> = outline::lines(&text).collect();
        let mut current = SectionKind::About;
        let kinds = lines
            .iter()
            .map(|line| {
                if line.role == Role::Heading {
                    current = section_kind(line.span.of(&text), current);
                }
                current
            })
            .collect();
        let folded = Folded::new(&text);
        Document {
            grams: Grams::of(folded.as_str()),
            folded,
            lines,
            kinds,
            origins: self.origins,
            file: file.to_owned(),
            source: source.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect(),
            first_line,
            heading,
            text,
        }
    }
}

/// What a section is about: what its heading tells; or else, under missions and profile, still the same; or
/// else, when it is counted, one of several tasks.
fn section_kind(heading: &str, before: SectionKind) -> SectionKind {
    let counted = heading.starts_with(|c: char| c.is_ascii_digit());
    heading_kind(heading).unwrap_or(match before {
        SectionKind::Mission | SectionKind::Profile => before,
        _ if counted => SectionKind::Mission,
        _ => SectionKind::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(text: &str) -> String {
        lay_out("offre.txt", text, 1).text
    }

    #[test]
    fn hard_line_breaks_are_mended() {
        let text = "\
Animateur du parc

L'association accompagne les habitants des quartiers dans leurs projets de jardins
partagés, depuis la première réunion jusqu'à la récolte. Elle réunit une vingtaine
de salariés.
Profil : curieux
";
        assert_eq!(
            laid_out(text),
            "Animateur du parc\n\
             L'association accompagne les habitants des quartiers dans leurs projets de jardins partagés, depuis la \
             première réunion jusqu'à la récolte. Elle réunit une vingtaine de salariés.\n\
             Profil : curieux"
        );
    }

    #[test]
    fn double_spaced_extracts_are_mended_too() {
        let text = "Titre\n\nMissions :\n\n- Appui à la coordination de la dynamique autour du programme de\n\nparticipation citoyenne\n\n- Veille\n";
        assert_eq!(
            laid_out(text),
            "Titre\n# Missions :\n- Appui à la coordination de la dynamique autour du programme de participation citoyenne\n- Veille"
        );
    }

    #[test]
    fn lists_nest_by_their_indent() {
        let text = "Titre\n\nMissions\n  • gérer :\n    • aider\n    • suivre\n  • vendre\n1. Un\n2. Deux\n";
        assert_eq!(
            laid_out(text),
            "Titre\n# Missions\n- gérer :\n  - aider\n  - suivre\n- vendre\n1. Un\n2. Deux"
        );
    }

    #[test]
    fn lists_under_numbers_nest_whatever_their_indent() {
        let text = "Titre\n\n  1. Un\n\n– a\n\n– b\n\n  1. Deux\n  • c\n  1. Trois\n";
        assert_eq!(laid_out(text), "Titre\n1. Un\n  - a\n  - b\n1. Deux\n  - c\n1. Trois");
    }

    #[test]
    fn bullets_lost_by_an_extract_are_restored() {
        let text = "Titre\n\nIl s'agit :\n La mise en place d'ateliers\n La tenue du site\n";
        assert_eq!(
            laid_out(text),
            "Titre\nIl s'agit :\n- La mise en place d'ateliers\n- La tenue du site"
        );
        assert_eq!(laid_out("Titre\n\nVoilà.\n Et de plus.\n"), "Titre\nVoilà.\nEt de plus.");
    }

    #[test]
    fn words_cut_at_the_end_of_a_line_are_mended() {
        let text = "Titre\n\nLes ateliers sont organisés avec la mairie, qui veille à l'environ-\nnement, avec Saint-\nDenis et le rendez-\nvous ; notre environnement.\n";
        assert!(
            laid_out(text).ends_with(
                "l'environnement, avec Saint-Denis et le rendez-vous ; notre environnement."
            ),
            "{}",
            laid_out(text)
        );
    }

    #[test]
    fn places_in_the_text_lead_back_to_the_file() {
        let document = lay_out("offre.txt", "\nTitre\n\n  •  Durée :   6 mois\n", 10);
        let at = document.text.find("6 mois").unwrap();
        let location = document.locate(crate::span::Span::new(at..at + 6));
        assert_eq!((location.line, &location.source[location.mark.clone()]), (13, "6 mois"));
    }
}
