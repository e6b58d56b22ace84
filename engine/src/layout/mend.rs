//! Whether a line goes on with the one before: PDF extracts break paragraphs at a fixed width.
//!
//! A break was the machine's when the next line's first word would not have fitted, and when the next line opens
//! like the middle of a sentence. It was the author's when the line could have gone on.

use super::mark::Mark;
use super::raw::RawLine;
use crate::text::fold;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// How a line follows the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    /// In a block of its own.
    Break,
    /// In the same block, after a space.
    Space,
    /// In the same block, after a colon: the value of the label before.
    Value,
    /// In the same block, straight on: the hyphen at the end is the word's own.
    Nothing,
    /// In the same block, the hyphen at the end dropped: it only cut the word.
    Hyphen,
}

/// Lines longer than this were never broken by a machine.
const WIDEST: usize = 220;
/// Lines shorter than this say nothing about the width.
const NARROWEST: usize = 50;

/// What a file's lines tell about where they were broken.
pub(crate) struct Wrapping<'a> {
    lines: &'a [RawLine<'a>],
    /// For each line of the file (by its number), the width of the lines around, and whether one of them goes on in the
    /// middle of a sentence.
    widths: Vec<(u32, usize, bool)>,
    /// Every folded word of the text, to tell a cut word from a compound; few texts cut words.
    words: OnceCell<BTreeSet<String>>,
}

impl<'a> Wrapping<'a> {
    /// Looks at the lines of a text.
    pub(crate) fn of(lines: &'a [RawLine<'a>]) -> Self {
        const AROUND: usize = 12;
        let lengths: Vec<usize> = lines.iter().map(RawLine::length).collect();
        let width = |at: usize| {
            let around = &lengths[at.saturating_sub(AROUND)..(at + AROUND + 1).min(lines.len())];
            let widest = |lengths: &[usize]| {
                lengths.iter().copied().filter(|&length| length <= WIDEST).max().unwrap_or(0)
            };
            // A title longer than all that stands around it shows no width: nobody broke it there.
            match (at <= AROUND).then(|| widest(&around[1..])) {
                Some(below) if 8 * below < 7 * lengths[0] => below,
                _ => widest(around),
            }
        };
        // How many lines before each one go on, and in all.
        let goes_on = |at: usize| {
            let line = &lines[at];
            !line.blank_before
                && !line.is_value
                && line.mark == Mark::None
                && (opens_in_the_middle(line.words())
                    || at > 0 && ends_on_a_link(lines[at - 1].words()))
        };
        let mut sums = vec![0u32];
        for at in 0..lines.len() {
            sums.push(sums[at] + u32::from(goes_on(at)));
        }
        let broken =
            |at: usize| sums[(at + AROUND + 1).min(lines.len())] > sums[at.saturating_sub(AROUND)];
        let widths = (0..lines.len()).map(|at| (lines[at].number, width(at), broken(at))).collect();
        Self { lines, widths, words: OnceCell::new() }
    }

    /// Whether a folded word stands in the text.
    fn has_word(&self, word: &str) -> bool {
        let parted = |c: char| !c.is_alphanumeric() && c != '-';
        let words = self.words.get_or_init(|| {
            let folded = self.lines.iter().map(|line| fold(line.source));
            folded
                .flat_map(|line| line.split(parted).map(str::to_owned).collect::<Vec<_>>())
                .collect()
        });
        words.contains(word)
    }

    /// How `line` follows `before`; `in_item` tells whether `before` belongs to a list item.
    pub(crate) fn join(&self, before: &RawLine<'_>, line: &RawLine<'_>, in_item: bool) -> Join {
        if line.is_value {
            return Join::Value;
        }
        if before.is_value
            || line.mark != Mark::None
            || is_standalone(line.words())
            || is_key(before.words(), line.words())
        {
            return Join::Break;
        }
        let (last, next) = (before.words(), line.words());
        let continues = opens_in_the_middle(next);
        let full = self.is_full(before, next);
        let cut = last.strip_suffix('-').is_some_and(|stem| stem.ends_with(char::is_alphabetic));
        let ended = last.ends_with(['.', '!', '?', ':', ';', '…'])
            || last.ends_with(".»")
            || last.ends_with(". »");
        if line.blank_before {
            // A double-spaced extract: only what cannot be a new paragraph goes on.
            let goes_on = continues && !ended && full;
            return if goes_on { self.glue(last, next) } else { Join::Break };
        }
        // Under the words of its item, a line without a mark belongs to it.
        let under_item =
            in_item && line.indent > before.indent && line.indent >= 2 && (continues || full);
        let same_item = in_item
            && line.indent >= 2
            && line.indent == before.indent
            && before.mark == Mark::None;
        // « CDD saisonnier de », « place Clemenceau à »: no line of its own ends so.
        let links = line.length() >= 2 && ends_on_a_link(last) && before.length() >= NARROWEST / 2;
        let goes_on = links
            || (continues && !last.ends_with([':', ';']) && (full || !ended))
            || last.ends_with(',')
            || (full && !is_label(next) && self.is_wrapped(before, ended))
            || cut
            || under_item
            || same_item;
        if goes_on { self.glue(last, next) } else { Join::Break }
    }

    fn width(&self, line: &RawLine<'_>) -> usize {
        self.around(line).0
    }

    /// The width of the lines around, and whether sentences are broken there.
    fn around(&self, line: &RawLine<'_>) -> (usize, bool) {
        self.widths
            .binary_search_by_key(&line.number, |&(number, ..)| number)
            .map_or((0, false), |at| (self.widths[at].1, self.widths[at].2))
    }

    /// Whether the next line's first word would not have fitted on the line.
    fn is_full(&self, line: &RawLine<'_>, next: &str) -> bool {
        let width = self.width(line);
        let first = next
            .find(|c: char| c.is_whitespace() && !next.starts_with(['«', '“']))
            .unwrap_or(next.find(['»', '”']).unwrap_or(0));
        let first = next[..first].chars().count();
        // Proportional fonts fill lines to the same length on paper, not in characters: one part in eight of slack.
        width >= NARROWEST
            && line.length() <= WIDEST
            // What is longer than all around it was not broken there.
            && line.length() <= width + width / 16
            && line.length() + 1 + first + width / 8 > width
    }

    /// Whether an unfinished sentence, or a finished one at the very end of the line, may go on with a capital.
    fn is_wrapped(&self, line: &RawLine<'_>, ended: bool) -> bool {
        let ((width, broken), length) = (self.around(line), line.length());
        broken
            && width <= 130
            && 5 * length >= 4 * width
            && (!ended || length + width / 16 >= width)
    }

    /// How two pieces of a paragraph hold together.
    fn glue(&self, last: &str, next: &str) -> Join {
        let Some(stem) = last.strip_suffix(['-', '\u{2010}', '\u{AD}']) else { return Join::Space };
        if !stem.ends_with(char::is_alphabetic) {
            return Join::Space;
        }
        let left =
            fold(stem.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or(""));
        let right_word =
            next.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
        let right = fold(right_word);
        let whole = self.has_word(&format!("{left}{right}"));
        let compound = self.has_word(&format!("{left}-{right}"));
        let opens_small = right_word.starts_with(char::is_lowercase);
        let closed = [
            "vous", "moi", "soi", "la", "ci", "meme", "memes", "en", "sur", "sous", "a", "de",
            "les", "etre", "faire", "d'oeuvre",
        ];
        if whole && !compound {
            Join::Hyphen
        } else if compound
            || !opens_small
            || right.contains('-')
            || left.contains('-')
            || closed.contains(&right.as_str())
        {
            Join::Nothing
        } else {
            Join::Hyphen
        }
    }
}

/// Whether words end on one that another must follow.
fn ends_on_a_link(words: &str) -> bool {
    const LINKS: [&str; 26] = [
        "avant", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "de",
        "du", "des", "à", "au", "aux", "le", "la", "les", "un", "une", "et", "ou", "en", "sur",
        "pour", "dans", "par",
    ];
    words.rsplit([' ', '\u{A0}', '\'', '’']).next().is_some_and(|last| LINKS.contains(&last))
        && words.contains(' ')
}

/// Whether words open like the middle of a sentence: a small letter, or a bracket before one, or a number's end.
fn opens_in_the_middle(words: &str) -> bool {
    let mut chars =
        words.chars().skip_while(|c| matches!(c, '(' | '«' | '"' | '“' | ' ' | '\u{A0}' | '\''));
    chars.next().is_some_and(|c| c.is_lowercase() || matches!(c, '&' | ')' | '»' | '%' | '€' | '='))
}

/// « Profil : curieux » opens a block of its own.
fn is_label(words: &str) -> bool {
    let label = words.split([':', '.', ',', ';']).next().unwrap_or("");
    words[label.len()..].starts_with(':') && label.split_whitespace().count() <= 5
}

/// « typeContrat : CDI »: a key of data written out, or a simpler one below another: « entreprise : Racines ».
fn is_key(before: &str, words: &str) -> bool {
    let key = |words: &str| -> Option<bool> {
        let (key, _) = words.split_once(':')?;
        let key = key.trim_end();
        let plain = key.starts_with(char::is_lowercase)
            && key.chars().all(|c| c.is_alphanumeric() || c == '_');
        plain.then(|| key.contains(|c: char| c.is_uppercase() || c == '_'))
    };
    key(words).is_some_and(|camel| camel || key(before).is_some())
}

/// A line that is only an address on the web or an e-mail address, or begins with one: never the middle of a sentence.
fn is_standalone(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    first.starts_with("http") || first.starts_with("www.") || first.contains('@')
}
