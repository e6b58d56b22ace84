//! Sorted words, each told by what it shares with the one before: what begins alike is a range of numbers.

use std::cmp::Ordering;
use std::ops::Range;

/// How many words share one start.
const BLOCK: u32 = 16;

/// Sorted words, front-coded in blocks: the first of each block is whole. Each word is a byte that tells how much it
/// shares with the one before, a byte that tells how much follows, and that. Words are cut at 255 bytes.
#[derive(Clone, Copy)]
pub(in crate::search) struct Vocabulary<'a> {
    /// Where each block begins in `words`.
    pub(super) blocks: &'a [u8],
    pub(super) words: &'a [u8],
    pub(super) count: u32,
}

/// Longest word kept, in bytes.
pub(super) const LONGEST: usize = 255;

impl Vocabulary<'_> {
    /// Writes sorted `words`: the blocks, and the words.
    pub(super) fn write(words: &[&str]) -> (Vec<u8>, Vec<u8>) {
        let (mut blocks, mut bytes) = (Vec::new(), Vec::new());
        let mut previous: &[u8] = &[];
        for (number, word) in words.iter().enumerate() {
            if (number as u32).is_multiple_of(BLOCK) {
                blocks.extend((bytes.len() as u32).to_le_bytes());
                previous = &[];
            }
            let word = word.as_bytes();
            let shared = word.iter().zip(previous).take_while(|(a, b)| a == b).count();
            bytes.extend([shared as u8, (word.len() - shared) as u8]);
            bytes.extend(&word[shared..]);
            previous = word;
        }
        (blocks, bytes)
    }

    /// How many words there are.
    pub(in crate::search) fn len(self) -> u32 {
        self.count
    }

    /// The word of that number; empty beyond the last.
    pub(in crate::search) fn word(self, number: u32) -> String {
        let mut found = Vec::new();
        self.each(number..number + 1, |_, word, _| found = word.to_vec());
        String::from_utf8(found).unwrap_or_default()
    }

    /// The number of `word`, if it is here.
    pub(in crate::search) fn exact(self, word: &str) -> Option<u32> {
        let (at, length) = self.first_from(word.as_bytes());
        (length == Some(word.len())).then_some(at)
    }

    /// The numbers of the words that begin with `prefix`.
    pub(in crate::search) fn prefixed(self, prefix: &[u8]) -> Range<u32> {
        let (start, length) = self.first_from(prefix);
        if length.is_none() {
            return start..start;
        }
        // No UTF-8 word holds this byte: it comes after all that begin with the prefix.
        let mut end = prefix.to_vec();
        end.push(0xFF);
        start..self.first_from(&end).0
    }

    /// The first byte of the word of that number.
    pub(in crate::search) fn first_letter(self, number: u32) -> Option<u8> {
        let mut letter = None;
        self.each(number..number + 1, |_, word, _| letter = word.first().copied());
        letter
    }

    /// Calls `see` with each number and word of the range, and how many bytes the word shares with the one before.
    pub(in crate::search) fn each(self, range: Range<u32>, mut see: impl FnMut(u32, &[u8], usize)) {
        self.until(range, |number, word, shared| {
            see(number, word, shared);
            false
        });
    }

    /// The same, up to the first of which `see` says that it is enough.
    #[inline]
    fn until(self, range: Range<u32>, mut see: impl FnMut(u32, &[u8], usize) -> bool) {
        let mut number = range.start / BLOCK * BLOCK;
        let mut at = self.block(number / BLOCK);
        let mut word = [0; LONGEST];
        let end = range.end.min(self.count);
        while number < end {
            let &[shared, rest, ..] = self.words.get(at..).unwrap_or(&[]) else { return };
            let (shared, rest) = (usize::from(shared), usize::from(rest));
            let tail = self.words.get(at + 2..at + 2 + rest);
            let (Some(tail), Some(into)) = (tail, word.get_mut(shared..shared + rest)) else {
                return;
            };
            into.copy_from_slice(tail);
            at += 2 + rest;
            if number >= range.start {
                let word = &word[..shared + rest];
                if see(number, word, if number == range.start { 0 } else { shared }) {
                    return;
                }
            }
            number += 1;
        }
    }

    /// The number of the first word that is not before `bytes`, and its length if it begins so.
    fn first_from(self, bytes: &[u8]) -> (u32, Option<usize>) {
        let (mut low, mut high) = (0, self.count.div_ceil(BLOCK));
        while low < high {
            let middle = low.midpoint(high);
            if self.head(middle) < bytes {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let length = |word: &[u8]| word.starts_with(bytes).then_some(word.len());
        let start = low.saturating_sub(1) * BLOCK;
        let mut first = None;
        self.until(start..low * BLOCK, |number, word, _| {
            let found = word.cmp(bytes) != Ordering::Less;
            if found {
                first = Some((number, length(word)));
            }
            found
        });
        first.unwrap_or_else(|| match low * BLOCK {
            head if head < self.count => (head, length(self.head(low))),
            _ => (self.count, None),
        })
    }

    /// The first word of a block, which is whole.
    fn head(&self, block: u32) -> &[u8] {
        let at = self.block(block);
        let length = self.words.get(at + 1).copied().unwrap_or(0);
        self.words.get(at + 2..at + 2 + usize::from(length)).unwrap_or(&[])
    }

    fn block(self, block: u32) -> usize {
        super::row::number(self.blocks, block as usize * 4) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_alone_and_by_prefix() {
        let owned: Vec<String> = (0..500).map(|number| format!("mot{:03}é", number * 2)).collect();
        let words: Vec<&str> = owned.iter().map(String::as_str).collect();
        let (blocks, bytes) = Vocabulary::write(&words);
        let vocabulary = Vocabulary { blocks: &blocks, words: &bytes, count: 500 };
        for (number, word) in words.iter().enumerate() {
            assert_eq!(vocabulary.exact(word), Some(number as u32));
            assert_eq!(vocabulary.word(number as u32), *word);
        }
        for (prefix, range) in
            [("mot", 0..500), ("mot12", 60..65), ("mot999", 500..500), ("", 0..500), ("a", 0..0)]
        {
            assert_eq!(vocabulary.prefixed(prefix.as_bytes()), range, "{prefix}");
        }
        assert_eq!(vocabulary.exact("mot001é"), None);
        assert_eq!(vocabulary.word(500), "");
        let none = Vocabulary { blocks: &[], words: &[], count: 0 };
        assert_eq!((none.exact("a"), none.prefixed(b"a")), (None, 0..0));
    }
}
