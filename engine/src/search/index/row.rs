//! The row of bytes, read in place.
//!
//! It holds, one after the other: a head of ten numbers; the sorted [`Vocabulary`]; for each form its [postings](Postings),
//! and after those of the last form the postings of each short prefix. Numbers are little-endian, 32 bits.

use super::build;
use super::postings::Postings;
use super::vocabulary::Vocabulary;
use super::{Damaged, VERSION};
use crate::dataset::Dataset;
use std::borrow::Cow;
use std::ops::Range;

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"TRIX");
/// How many numbers the head holds.
pub(super) const HEAD: usize = 10;

/// Where every word stands.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    bytes: Cow<'static, [u8]>,
    layout: Layout,
}

/// The numbers of the head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Layout {
    offers: u32,
    forms: u32,
    prefixes: u32,
    /// Where each part begins.
    blocks: u32,
    words: u32,
    prefix_keys: u32,
    starts: u32,
    postings: u32,
}

impl Row {
    /// Reads every word of the dataset.
    pub(super) fn build(dataset: &Dataset) -> Self {
        let bytes = build::bytes(dataset);
        Self { layout: Layout::read(&bytes), bytes: bytes.into() }
    }

    /// Reads the head of bytes that come from elsewhere.
    pub(super) fn open(bytes: Cow<'static, [u8]>, offers: usize) -> Result<Self, Damaged> {
        let head = |at: usize| number(&bytes, at * 4);
        if bytes.len() < HEAD * 4 || head(0) != MAGIC {
            return Err(Damaged::NoIndex);
        }
        if head(1) != VERSION {
            return Err(Damaged::Version(head(1)));
        }
        if head(2) != checksum(&bytes[12..]) {
            return Err(Damaged::Changed);
        }
        let layout = Layout::read(&bytes);
        if layout.offers as usize != offers {
            return Err(Damaged::OtherOffers(layout.offers));
        }
        Ok(Self { bytes, layout })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn vocabulary(&self) -> Vocabulary<'_> {
        let layout = &self.layout;
        Vocabulary {
            blocks: self.part(layout.blocks, layout.words),
            words: self.part(layout.words, layout.prefix_keys),
            count: layout.forms,
        }
    }

    pub(super) fn postings(&self, form: u32) -> Postings<'_> {
        let starts = self.part(self.layout.starts, self.layout.postings);
        let bound = |at: u32| number(starts, at as usize * 4);
        let postings = self.bytes.get(self.layout.postings as usize..).unwrap_or(&[]);
        let range: Range<usize> = bound(form) as usize..bound(form + 1) as usize;
        Postings::new(postings.get(range).unwrap_or(&[]))
    }

    pub(super) fn prefix_postings(&self, prefix: &str) -> Option<Postings<'_>> {
        let key = build::short_prefix(prefix.as_bytes())?;
        let keys = self.part(self.layout.prefix_keys, self.layout.starts);
        let (mut low, mut high) = (0, self.layout.prefixes);
        while low < high {
            let middle = low.midpoint(high);
            match number(keys, middle as usize * 4).cmp(&key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    return Some(self.postings(self.layout.forms + middle));
                }
            }
        }
        None
    }

    fn part(&self, start: u32, end: u32) -> &[u8] {
        self.bytes.get(start as usize..end as usize).unwrap_or(&[])
    }
}

impl Layout {
    fn read(bytes: &[u8]) -> Self {
        let head = |at: usize| number(bytes, at * 4);
        Self {
            offers: head(3),
            forms: head(4),
            prefixes: head(5),
            blocks: HEAD as u32 * 4,
            words: head(6),
            prefix_keys: head(7),
            starts: head(8),
            postings: head(9),
        }
    }
}

/// The number at byte `at`, 0 beyond the end.
pub(super) fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map_or(0, u32::from_le_bytes)
}

/// Fletcher's sum of 32-bit words, the rest as one more: finds any cut and any one changed word.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let (mut one, mut two) = (bytes.len() as u64, 1_u64);
    for chunk in bytes.chunks(4) {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        one = (one + word) % 0xFFFF_FFFF;
        two = (two + one) % 0xFFFF_FFFF;
    }
    (one ^ two.rotate_left(16)) as u32 ^ (two >> 32) as u32
}

/// Appends `value` in groups of seven bits, the lowest first.
pub(super) fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
