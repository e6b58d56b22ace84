//! What the engine knows of a dataset before any query: one row of bytes, read in place.
//!
//! The row holds, one after the other: a head of ten numbers; the sorted [`Vocabulary`]; for each form its
//! [postings](Postings), and after those of the last form the postings of each short prefix. Numbers are little-endian, 32
//! bits. Nothing of the row is copied by [`Index::open`]. What filters look at is no part of it: the [`Columns`] are read
//! from the offers' own fields, which whoever shows an offer has at hand.
//!
//! The law: `open(to_bytes(index)) == index`; a row that is cut, changed, of another version or of other offers is an error.

mod build;
mod postings;
mod vocabulary;

use super::columns::Columns;
use super::local::{Local, Locals};
use super::places::{Area, AreaKind, Meant};
use crate::dataset::Dataset;
use crate::query::plain::NamedPlace;
use crate::text::synonyms::Synonyms;
pub(super) use build::card_words;
pub(super) use postings::{Field, Postings, Reach};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;
pub(super) use vocabulary::Vocabulary;

/// Version of the row of bytes that [`Index::to_bytes`] gives.
pub const VERSION: u32 = 2;

const MAGIC: u32 = u32::from_le_bytes(*b"TRIX");
/// How many numbers the head holds.
const HEAD: usize = 10;

/// What the engine knows of a dataset before any query.
#[derive(Clone)]
pub struct Index {
    bytes: Cow<'static, [u8]>,
    layout: Layout,
    pub(super) columns: Columns,
    /// What visitors and ads use for one another: no part of the bytes.
    pub(super) synonyms: Synonyms,
    /// Each offer's words in order, read when the offer is first shown.
    locals: RefCell<Locals>,
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

/// Why bytes are no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// They do not begin as an index does.
    NoIndex,
    /// They were written by another version, this one.
    Version(u32),
    /// They were cut or changed.
    Changed,
    /// They index so many offers, not those of the dataset.
    OtherOffers(u32),
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIndex => f.write_str("no index"),
            Self::Version(version) => write!(f, "an index of version {version}, not {VERSION}"),
            Self::Changed => f.write_str("a damaged index"),
            Self::OtherOffers(count) => write!(f, "an index of {count} other offers"),
        }
    }
}

impl std::error::Error for Damaged {}

impl Index {
    /// Reads the dataset once.
    pub fn build(dataset: &Dataset) -> Self {
        Self::read(build::bytes(dataset).into(), dataset)
            .unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// The index as bytes: the same for the same dataset.
    pub fn to_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Opens what [`to_bytes`](Self::to_bytes) gave for the same dataset. Static or owned, the bytes are not copied.
    ///
    /// # Errors
    /// When they are not an index of this version, whole and unchanged, of as many offers.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>, dataset: &Dataset) -> Result<Self, Damaged> {
        Self::read(bytes.into(), dataset)
    }

    fn read(bytes: Cow<'static, [u8]>, dataset: &Dataset) -> Result<Self, Damaged> {
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
        let layout = Layout {
            offers: head(3),
            forms: head(4),
            prefixes: head(5),
            blocks: HEAD as u32 * 4,
            words: head(6),
            prefix_keys: head(7),
            starts: head(8),
            postings: head(9),
        };
        if layout.offers as usize != dataset.offers.len() {
            return Err(Damaged::OtherOffers(layout.offers));
        }
        let (columns, synonyms) = (Columns::build(dataset), Synonyms::ours());
        Ok(Self { bytes, layout, columns, synonyms, locals: RefCell::default() })
    }

    /// Every area where offers are, each after the one around it, those of one area by name; with its number, under which
    /// [`Facets::areas`](super::Facets::areas) counts it.
    pub fn areas(&self) -> impl Iterator<Item = (usize, &Area)> {
        let places = &self.columns.places;
        let order = places.in_order();
        order.into_iter().map(|number| (number as usize, &places.areas()[number as usize]))
    }

    /// Every recruiter, by name.
    pub fn organisations(&self) -> &[String] {
        &self.columns.organisations.names
    }

    /// The numbers of the recruiters, those with the most offers first.
    pub fn organisations_by_size(&self) -> &[u32] {
        &self.columns.organisations.by_size
    }

    /// The places whose names begin like `name`, those where offers are first, as filters write them; at most `most`.
    pub fn places_like(&self, name: &str, most: usize) -> Vec<NamedPlace> {
        let places = &self.columns.places;
        let mut found: Vec<NamedPlace> = Vec::new();
        for with_offers in [true, false] {
            for meant in places.begun(name) {
                let place = self.named(meant);
                let is_new = found.iter().all(|other| other.label != place.label);
                if matches!(meant, Meant::Area(_)) == with_offers && is_new && found.len() < most {
                    found.push(place);
                }
            }
        }
        found
    }

    /// The place that `name` means, with its name as filters write it: an area where offers are, one of the map, or a point.
    pub fn place(&self, name: &str) -> Option<NamedPlace> {
        Some(self.named(self.columns.places.meant(name)?))
    }

    fn named(&self, meant: Meant) -> NamedPlace {
        let places = &self.columns.places;
        let is_town = places.centre(meant).is_some() || places.kind(meant) == AreaKind::Town;
        NamedPlace { label: places.label(meant), is_town }
    }

    /// How filters write the recruiter that `name` means.
    pub fn organisation(&self, name: &str) -> Option<&str> {
        let organisations = &self.columns.organisations;
        organisations.meant(name).map(|number| organisations.names[number as usize].as_str())
    }

    /// Adds words used for one another, in the form of [`Synonyms::add`]: a site's own, beside ours.
    pub fn add_synonyms(&mut self, list: &str) {
        self.synonyms.add(list);
    }

    /// How many offers were read.
    pub(super) fn offers(&self) -> usize {
        self.layout.offers as usize
    }

    /// Every form of every word, sorted.
    pub(super) fn vocabulary(&self) -> Vocabulary<'_> {
        let layout = &self.layout;
        Vocabulary {
            blocks: self.part(layout.blocks, layout.words),
            words: self.part(layout.words, layout.prefix_keys),
            count: layout.forms,
        }
    }

    /// Everywhere the form of that number stands.
    pub(super) fn postings(&self, form: u32) -> Postings<'_> {
        let starts = self.part(self.layout.starts, self.layout.postings);
        let bound = |at: u32| number(starts, at as usize * 4);
        let postings = self.bytes.get(self.layout.postings as usize..).unwrap_or(&[]);
        let range: Range<usize> = bound(form) as usize..bound(form + 1) as usize;
        Postings::new(postings.get(range).unwrap_or(&[]))
    }

    /// Everywhere a word stands that begins with `prefix`, when that is one of the short ones kept ready.
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

    /// The words of an offer, in order. Empty for offers that the index does not know.
    pub(super) fn local(&self, dataset: &Dataset, offer: u32) -> Rc<Local> {
        let known = dataset.offers.get(offer as usize).filter(|_| offer < self.layout.offers);
        known.map_or_else(Rc::default, |found| self.locals.borrow_mut().of(offer, found))
    }

    fn part(&self, start: u32, end: u32) -> &[u8] {
        self.bytes.get(start as usize..end as usize).unwrap_or(&[])
    }
}

/// The index of no offer.
impl Default for Index {
    fn default() -> Self {
        Self::build(&Dataset::default())
    }
}

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes && self.columns == other.columns
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("layout", &self.layout).finish_non_exhaustive()
    }
}

/// The number at byte `at`, 0 beyond the end.
fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map_or(0, u32::from_le_bytes)
}

/// Fletcher's sum of 32-bit words, the rest as one more: finds any cut and any one changed word.
fn checksum(bytes: &[u8]) -> u32 {
    let (mut one, mut two) = (bytes.len() as u64, 1_u64);
    for chunk in bytes.chunks(4) {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        one = (one + word) % 0xFFFF_FFFF;
        two = (two + one) % 0xFFFF_FFFF;
    }
    (one ^ two.rotate_left(16)) as u32 ^ (two >> 32) as u32
}

/// Appends `value` in groups of seven bits, the lowest first.
fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
