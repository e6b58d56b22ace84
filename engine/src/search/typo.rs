//! Words misspelt: Damerau's distance to every word of the sorted vocabulary, a row of it shared by those that begin alike.

use super::index::Vocabulary;
use crate::sort::sort_by;
use std::ops::Range;

/// How many mistakes a word of so many letters may hold.
pub(super) fn allowed(word: &str) -> u32 {
    match word.chars().count() {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// A word near to the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) form: u32,
    /// How many mistakes part them, a wrong first letter counting double.
    pub(super) mistakes: u32,
    /// Whether the word asked for is near its beginning only.
    pub(super) begins: bool,
}

/// The words at most `most` mistakes away from `word`, in their order; also those of which a beginning is, when it is
/// `unfinished`.
///
/// A wrong first letter counts double: with one mistake all words begin alike, and with two those that do not are few.
pub(super) fn near(
    vocabulary: Vocabulary<'_>,
    word: &str,
    most: u32,
    unfinished: bool,
) -> Vec<Near> {
    let mut found = Vec::new();
    // Folded words are ASCII but for other alphabets, where a letter of two bytes may count twice.
    let asked = word.as_bytes();
    if most == 0 || asked.len() > 64 || asked.first().is_none_or(u8::is_ascii_digit) {
        return found;
    }
    let mut rows = Rows::new(asked);
    let mut look_at = |numbers: Range<u32>| {
        rows.forget(0);
        vocabulary.each(numbers, |form, other, shared| {
            let length = other.len();
            let too_long = !unfinished && length > asked.len() + most as usize;
            if too_long || length + (most as usize) < asked.len() {
                rows.forget(shared);
                return;
            }
            let (mistakes, begins) = rows.read(other, shared, most);
            if mistakes <= most {
                found.push(Near { form, mistakes, begins: false });
            } else if unfinished && begins <= most {
                found.push(Near { form, mistakes: begins, begins: true });
            }
        });
    };
    match most {
        1 => look_at(vocabulary.prefixed(&asked[..1])),
        2 => {
            look_at(vocabulary.prefixed(&asked[..1]));
            other_first_letters(vocabulary, asked, look_at);
            sort_by(&mut found, |one, other| one.form.cmp(&other.form));
            found.dedup();
        }
        _ => look_at(0..vocabulary.len()),
    }
    found
}

/// Looks at the words that begin as `asked` does, but for its first letter: another one there, one too many, one missing, or
/// the first two swapped. Nothing else may be wrong then, so that these are a few short ranges.
fn other_first_letters(
    vocabulary: Vocabulary<'_>,
    asked: &[u8],
    mut look_at: impl FnMut(Range<u32>),
) {
    let mut beginning = asked.to_vec();
    let mut next = 0;
    while let Some(letter) = vocabulary.first_letter(next) {
        // Another letter in its place, and one more before it.
        beginning[0] = letter;
        look_at(vocabulary.prefixed(&beginning));
        beginning.splice(..1, [letter, asked[0]]);
        look_at(vocabulary.prefixed(&beginning));
        beginning.remove(1);
        next = vocabulary.prefixed(&[letter]).end;
    }
    look_at(vocabulary.prefixed(&asked[1..]));
    beginning.copy_from_slice(asked);
    beginning.swap(0, 1);
    look_at(vocabulary.prefixed(&beginning));
}

/// More mistakes than anybody asks for; one more can be added.
const FAR: u32 = u32::MAX / 2;

/// The rows of the table of distances, one for each letter of the word read last.
struct Rows<'a> {
    asked: &'a [u8],
    /// One after the other, each a number longer than the word asked for.
    cells: Vec<u32>,
    /// The letters that the rows were made for.
    letters: Vec<u8>,
}

impl<'a> Rows<'a> {
    fn new(asked: &'a [u8]) -> Self {
        // Wrong at the first letter counts double.
        let first = |at: usize| at as u32 + u32::from(at > 0);
        Self { asked, cells: (0..=asked.len()).map(first).collect(), letters: Vec::new() }
    }

    /// Keeps the rows of the first `count` letters at most.
    fn forget(&mut self, count: usize) {
        let kept = count.min(self.letters.len());
        self.letters.truncate(kept);
        self.cells.truncate((kept + 1) * (self.asked.len() + 1));
    }

    /// How many mistakes part the word asked for from `other`, and from the beginning of `other` that is nearest; more than
    /// `most` is told as any such number. `other` shares its first `shared` letters with the word read before, by the same `most`.
    fn read(&mut self, other: &[u8], shared: usize, most: u32) -> (u32, u32) {
        self.forget(shared);
        let width = self.asked.len() + 1;
        while let Some(&letter) = other.get(self.letters.len()) {
            let row = self.letters.len() + 1;
            let swapped = self.letters.last().copied();
            self.letters.push(letter);
            self.cells.resize((row + 1) * width, FAR);
            let (before, own) = self.cells.split_at_mut(row * width);
            let (before_last, last) = before.split_at(before.len() - width);
            own[0] = row as u32 + 1;
            let mut least = own[0];
            // Farther from the diagonal there are more mistakes than that.
            for column in
                row.saturating_sub(most as usize).max(1)..width.min(row + most as usize + 1)
            {
                let wrong = 1 + u32::from(row == 1 && column == 1);
                let asked = self.asked[column - 1];
                let changed = last[column - 1] + if asked == letter { 0 } else { wrong };
                let mut cell = changed.min(last[column] + 1).min(own[column - 1] + 1);
                if column > 1 && swapped == Some(asked) && self.asked[column - 2] == letter {
                    let swapped = 1 + u32::from(row == 2 && column == 2);
                    cell = cell.min(before_last[before_last.len() - width + column - 2] + swapped);
                }
                own[column] = cell;
                least = least.min(cell);
            }
            if least > most {
                // No letter that follows mends it: what follows is not read.
                break;
            }
        }
        let rows = self.cells.chunks_exact(width).skip(1);
        let begins = rows.map(|row| row[width - 1]).min().unwrap_or(FAR);
        let whole = if self.letters.len() == other.len() {
            self.cells.last().copied().unwrap_or(FAR)
        } else {
            FAR
        };
        (whole, begins)
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Index;
    use super::*;
    use crate::dataset::Dataset;
    use crate::offer::Offer;

    fn mistakes(one: &str, other: &str) -> u32 {
        Rows::new(one.as_bytes()).read(other.as_bytes(), 0, 9).0
    }

    #[test]
    fn mistakes_are_counted() {
        let cases = [
            ("concertaton", "concertation", 1),
            ("concretation", "concertation", 1),
            ("consultan", "consultant", 1),
            ("particiption", "participation", 1),
            ("devellopeur", "developpeur", 2),
            ("renes", "rennes", 1),
            ("brest", "rest", 2),
            ("ville", "lille", 2),
            ("tsage", "stage", 2),
            ("stage", "stage", 0),
            ("", "a", 2),
        ];
        for (one, other, expected) in cases {
            assert_eq!(mistakes(one, other), expected, "{one} {other}");
        }
    }

    /// What is looked at is all that could be near: every other word is farther.
    #[test]
    fn no_near_word_is_left_out() {
        let mut state = 11_u32;
        let mut letters = |count: u32| {
            let mut letter = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                ["b", "c", "d", "é"][(state >> 30) as usize]
            };
            (0..count).map(|_| letter()).collect::<String>()
        };
        let text: Vec<String> = (0..900).map(|number| letters(3 + number % 7)).collect();
        let offer = Offer { text: text.join(" "), ..Offer::default() };
        let index = Index::build(&Dataset { offers: vec![offer], ..Dataset::default() });
        let mut all: Vec<(u32, String)> = Vec::new();
        let vocabulary = index.vocabulary();
        vocabulary.each(0..vocabulary.len(), |form, word, _| {
            all.push((form, String::from_utf8_lossy(word).into_owned()));
        });
        assert!(all.len() > 500);
        for (_, asked) in all.iter().step_by(7) {
            for (most, unfinished) in [(1, false), (1, true), (2, false), (2, true), (3, false)] {
                let expected: Vec<Near> = all
                    .iter()
                    .filter_map(|(form, word)| {
                        let (whole, begins) =
                            Rows::new(asked.as_bytes()).read(word.as_bytes(), 0, 9);
                        let far = word.len() + (most as usize) < asked.len();
                        let (mistakes, begins) =
                            if whole <= most { (whole, false) } else { (begins, true) };
                        let counts = mistakes <= most && (unfinished || !begins) && !far;
                        counts.then_some(Near { form: *form, mistakes, begins })
                    })
                    .collect();
                assert_eq!(near(vocabulary, asked, most, unfinished), expected, "{asked} {most}");
            }
        }
    }
}
