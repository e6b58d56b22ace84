//! What the engine knows of a dataset before any query: every word form, and where each one stands.
//!
//! The law: forms are sorted, so that a prefix is a range; the postings of a form are in order of offer.

use super::facets::Regions;
use crate::dataset::Dataset;
use crate::offer::{Offer, Remote};
use crate::outline::{self, Role};
use crate::span::Span;
use crate::text::stem::stem;
use crate::text::{Word, words};
use std::collections::HashMap;
use std::ops::Range;

/// What the engine knows of a dataset before any query: its folded words.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Every form of every word, sorted.
    forms: Vec<String>,
    /// Each form's stem, sorted, with the form's number.
    stems: Vec<(String, u32)>,
    /// Where the postings of each form begin; one more for the end.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    /// The lines of each offer's text.
    pub(super) lines: Vec<Lines>,
    pub(super) regions: Regions,
}

/// Where a word may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    Organisation,
    /// Commune of the main place.
    City,
    /// Everything else of the places.
    Place,
    /// Words of the closed lists: contract, remote, level.
    Facet,
    Body,
}

impl Field {
    pub(super) const COUNT: usize = Self::Body as usize + 1;
}

/// One place where a form stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) offer: u32,
    pub(super) field: Field,
    /// Which word of the field it is; a gap parts two lines or two strings.
    pub(super) place: u32,
    /// In the field's own string; empty where the field has several.
    pub(super) span: Span,
}

/// The lines of an offer's text that hold words.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// The offer's heading, which a card shows already.
    pub(super) heading: Option<Span>,
    /// The others.
    pub(super) body: Vec<Span>,
}

/// How many places part two lines, so that no phrase runs across.
const GAP: u32 = 10;

impl Index {
    /// Reads the dataset once.
    pub fn build(dataset: &Dataset) -> Self {
        let mut builder = Builder::default();
        let mut lines = Vec::with_capacity(dataset.offers.len());
        for (number, offer) in dataset.offers.iter().enumerate() {
            builder.offer = number as u32;
            builder.add_card(offer);
            lines.push(builder.add_body(&offer.text));
        }
        let mut index = builder.finish();
        index.lines = lines;
        index.regions = Regions::build(dataset);
        index
    }

    /// How the dataset writes the region that `name` means, whatever its case, accents and hyphens: what a region of a
    /// URL is to be compared by with those of [`Facets`](super::Facets). `None` when no offer is there.
    pub fn region(&self, name: &str) -> Option<&str> {
        self.regions.named(name)
    }

    /// How many offers were read.
    pub(super) fn offers(&self) -> usize {
        self.lines.len()
    }

    /// The number of `form`, if any offer holds it.
    pub(super) fn exact(&self, form: &str) -> Option<u32> {
        self.forms.binary_search_by(|other| other.as_str().cmp(form)).ok().map(|at| at as u32)
    }

    /// The numbers of the forms that begin with `prefix`.
    pub(super) fn prefixed(&self, prefix: &str) -> Range<u32> {
        let start = self.forms.partition_point(|form| form.as_str() < prefix);
        let length = self.forms[start..].partition_point(|form| form.starts_with(prefix));
        start as u32..(start + length) as u32
    }

    /// The numbers of the forms that have this stem.
    pub(super) fn stemmed(&self, stem: &str) -> impl Iterator<Item = u32> + '_ {
        let start = self.stems.partition_point(|(other, _)| other.as_str() < stem);
        let length = self.stems[start..].partition_point(|(other, _)| other == stem);
        self.stems[start..start + length].iter().map(|&(_, form)| form)
    }

    /// The form of that number.
    pub(super) fn form(&self, number: u32) -> &str {
        self.forms.get(number as usize).map_or("", String::as_str)
    }

    /// Everywhere the form of that number stands.
    pub(super) fn postings(&self, form: u32) -> &[Posting] {
        let bound = |at: usize| self.starts.get(at).map(|&start| start as usize);
        let (start, end) = (bound(form as usize), bound(form as usize + 1));
        start.zip(end).and_then(|(start, end)| self.postings.get(start..end)).unwrap_or(&[])
    }
}

#[derive(Default)]
struct Builder {
    numbers: HashMap<String, u32>,
    /// In order of reading; the number is that of first sight.
    postings: Vec<(u32, Posting)>,
    offer: u32,
    place: u32,
}

impl Builder {
    fn add_card(&mut self, offer: &Offer) {
        self.add(Field::Title, offer.title.as_deref());
        self.add(Field::Organisation, offer.organisation.as_deref());
        for (number, place) in offer.places.iter().enumerate() {
            let field = if number == 0 { Field::City } else { Field::Place };
            self.add(field, place.city.as_deref());
            for part in [&place.postal_code, &place.department, &place.region, &place.country] {
                self.add(Field::Place, part.as_deref());
            }
        }
        self.add(Field::Facet, offer.contract.map(|contract| contract.word()));
        self.add(Field::Facet, offer.contract_detail.as_deref());
        self.add(Field::Facet, offer.remote.map(remote_words));
        for level in &offer.study_level {
            self.add(Field::Facet, Some(level.word()));
        }
    }

    fn add_body(&mut self, text: &str) -> Lines {
        let mut lines = Lines::default();
        for line in outline::lines(text) {
            match line.role {
                Role::Title => lines.heading = Some(line.span),
                _ => lines.body.push(line.span),
            }
            self.place += GAP;
            self.add_words(Field::Body, line.span.of(text), line.span.start);
        }
        lines
    }

    fn add(&mut self, field: Field, text: Option<&str>) {
        self.place += GAP;
        self.add_words(field, text.unwrap_or(""), 0);
    }

    /// Adds the words of a string that stands at `offset` in its field.
    fn add_words(&mut self, field: Field, text: &str, offset: u32) {
        for mut word in words(text) {
            let parts = std::mem::take(&mut word.parts);
            self.add_word(field, word, offset);
            for (number, part) in parts.into_iter().enumerate() {
                self.place += u32::from(number > 0);
                self.add_word(field, part, offset);
            }
            self.place += 1;
        }
    }

    fn add_word(&mut self, field: Field, word: Word, offset: u32) {
        let span = match field {
            Field::Place | Field::Facet => Span::default(),
            _ => Span { start: word.span.start + offset, end: word.span.end + offset },
        };
        let posting = Posting { offer: self.offer, field, place: self.place, span };
        for form in word.forms {
            let next = self.numbers.len() as u32;
            let number = *self.numbers.entry(form).or_insert(next);
            self.postings.push((number, posting));
        }
    }

    fn finish(self) -> Index {
        let mut named: Vec<(String, u32)> = self.numbers.into_iter().collect();
        named.sort_unstable();
        let mut rank = vec![0; named.len()];
        for (sorted, &(_, number)) in named.iter().enumerate() {
            rank[number as usize] = sorted as u32;
        }
        let mut postings = self.postings;
        for (number, _) in &mut postings {
            *number = rank[*number as usize];
        }
        let mut starts = vec![0; named.len() + 1];
        for (number, _) in &postings {
            starts[*number as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // Each posting goes behind those of its form that were read before it.
        let mut ends = starts.clone();
        let mut placed = vec![None; postings.len()];
        for (number, posting) in postings {
            let end = &mut ends[number as usize];
            placed[*end as usize] = Some(posting);
            *end += 1;
        }
        let forms: Vec<String> = named.into_iter().map(|(form, _)| form).collect();
        let mut stems: Vec<(String, u32)> =
            forms.iter().zip(0..).map(|(form, number)| (stem(form), number)).collect();
        stems.sort_unstable();
        let postings = placed.into_iter().flatten().collect();
        Index { forms, stems, starts, postings, ..Index::default() }
    }
}

/// The words by which a visitor asks for télétravail.
fn remote_words(remote: Remote) -> &'static str {
    match remote {
        Remote::None => "présentiel",
        Remote::Partial => "télétravail partiel",
        Remote::Full => "télétravail total",
    }
}
