//! What the engine knows of a dataset before any query: a [`Row`] of bytes that tells where every word stands, and the
//! [`Columns`] that filters look at, read from the offers' own fields, which whoever shows an offer has at hand.
//!
//! Nothing of the row is copied by [`Index::open`], and [`Index::lazy`] makes it when a word is first asked for: facets and
//! filters do without.
//!
//! The law: `open(to_bytes(index)) == index`; a row that is cut, changed, of another version or of other offers is an error.

mod build;
mod postings;
mod row;
mod vocabulary;

use super::answering::Forms;
use super::bits::Bits;
use super::columns::Columns;
use super::local::{Local, Locals};
use super::places::{Area, AreaKind, Meant};
use super::recent::{Asked, Recent};
use crate::dataset::Dataset;
use crate::query::plain::NamedPlace;
use crate::text::synonyms::Synonyms;
pub(super) use build::card_words;
pub(super) use postings::{Field, Postings, Reach};
use row::Row;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::fmt;
use std::rc::Rc;
pub(super) use vocabulary::Vocabulary;

/// Version of the row of bytes that [`Index::to_bytes`] gives.
pub const VERSION: u32 = 2;

/// What the engine knows of a dataset before any query.
#[derive(Clone)]
pub struct Index {
    row: OnceCell<Row>,
    /// What the row is made of, where it waits to be asked for.
    unread: Rc<Dataset>,
    offers: usize,
    pub(super) columns: Columns,
    /// What visitors and ads use for one another: no part of the bytes.
    pub(super) synonyms: Synonyms,
    /// The offers to which one can still apply, on the day that was last asked about.
    open: RefCell<Option<(u32, Rc<Bits>)>>,
    /// Each offer's words in order, read when the offer is first shown.
    locals: RefCell<Locals>,
    /// What answers the words that were looked up last.
    recent: RefCell<Recent>,
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
        Self::of(dataset, Row::build(dataset).into(), Rc::default())
    }

    /// The same, where words are read when they are first asked for, or by [`read`](Self::read).
    pub fn lazy(dataset: &Rc<Dataset>) -> Self {
        Self::of(dataset, OnceCell::new(), dataset.clone())
    }

    /// Reads the words now, if they are not.
    pub fn read(&self) {
        self.row();
    }

    /// The index as bytes: the same for the same dataset.
    pub fn to_bytes(&self) -> &[u8] {
        self.row().bytes()
    }

    /// Opens what [`to_bytes`](Self::to_bytes) gave for the same dataset. Static or owned, the bytes are not copied.
    ///
    /// # Errors
    /// When they are not an index of this version, whole and unchanged, of as many offers.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>, dataset: &Dataset) -> Result<Self, Damaged> {
        let row = Row::open(bytes.into(), dataset.offers.len())?;
        Ok(Self::of(dataset, row.into(), Rc::default()))
    }

    fn of(dataset: &Dataset, row: OnceCell<Row>, unread: Rc<Dataset>) -> Self {
        let (columns, synonyms) = (Columns::build(dataset), Synonyms::ours());
        let offers = dataset.offers.len();
        let (open, locals, recent) = Default::default();
        Self { row, unread, offers, columns, synonyms, open, locals, recent }
    }

    fn row(&self) -> &Row {
        self.row.get_or_init(|| Row::build(&self.unread))
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

    /// What `find` finds when this is asked about a word with these forms, held from the last time if it was asked lately.
    pub(super) fn recall(
        &self,
        asked: Asked,
        forms: &[String],
        find: impl FnOnce() -> Forms,
    ) -> Rc<Forms> {
        if let Some(found) = self.recent.borrow().find(asked, forms) {
            return found;
        }
        let found = Rc::new(find());
        self.recent.borrow_mut().hold(asked, forms, &found);
        found
    }

    /// How many offers were read.
    pub(super) fn offers(&self) -> usize {
        self.offers
    }

    /// Every form of every word, sorted.
    pub(super) fn vocabulary(&self) -> Vocabulary<'_> {
        self.row().vocabulary()
    }

    /// Everywhere the form of that number stands.
    pub(super) fn postings(&self, form: u32) -> Postings<'_> {
        self.row().postings(form)
    }

    /// Everywhere a word stands that begins with `prefix`, when that is one of the short ones kept ready.
    pub(super) fn prefix_postings(&self, prefix: &str) -> Option<Postings<'_>> {
        self.row().prefix_postings(prefix)
    }

    /// The offers to which one can still apply on the day of that number.
    pub(super) fn open_on(&self, day: u32) -> Rc<Bits> {
        let known = &mut *self.open.borrow_mut();
        let asked = known.take().filter(|(of, _)| *of == day);
        let (_, open) =
            known.insert(asked.unwrap_or_else(|| (day, Rc::new(self.columns.open(day)))));
        Rc::clone(open)
    }

    /// The words of an offer, in order. Empty for offers that the index does not know.
    pub(super) fn local(&self, dataset: &Dataset, offer: u32) -> Rc<Local> {
        let known = dataset.offers.get(offer as usize).filter(|_| (offer as usize) < self.offers);
        known.map_or_else(Rc::default, |found| self.locals.borrow_mut().of(offer, found))
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
        self.row() == other.row() && self.columns == other.columns
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("offers", &self.offers).finish_non_exhaustive()
    }
}
