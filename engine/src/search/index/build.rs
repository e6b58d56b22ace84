//! Reads a dataset into the bytes of an index.

use super::VERSION;
use super::postings::{Field, Reach};
use super::row::{HEAD, MAGIC, checksum, push_varint};
use super::vocabulary::{LONGEST, Vocabulary};
use crate::dataset::Dataset;
use crate::offer::{Offer, Remote};
use crate::outline;
use crate::sort::sort_by;
use crate::text::{Form, Forms};
use std::collections::HashMap;

/// From how many offers on short prefixes are kept ready: with fewer, adding up their words is as quick.
const MANY_OFFERS: usize = 256;
/// How much the length of a body counts against how often it holds a word: the `b` of BM25.
const LENGTH_COUNTS: f32 = 0.5;

/// The bytes of the index of `dataset`.
pub(super) fn bytes(dataset: &Dataset) -> Vec<u8> {
    let mut builder = Builder::default();
    for offer in &dataset.offers {
        builder.add(offer);
    }
    builder.finish(dataset.offers.len())
}

/// The key of a prefix of one or two ASCII letters or digits.
pub(super) fn short_prefix(prefix: &[u8]) -> Option<u32> {
    match *prefix {
        [one] if one.is_ascii() => Some(u32::from(one) << 8),
        [one, two] if one.is_ascii() && two.is_ascii() => {
            Some(u32::from(one) << 8 | u32::from(two))
        }
        _ => None,
    }
}

#[derive(Default)]
struct Builder {
    numbers: HashMap<String, u32>,
    /// For each offer in turn: each form it holds, by number of first sight, and how.
    seen: Vec<(u32, u32, Held)>,
    /// How many words each body has.
    lengths: Vec<u32>,
    words: Forms,
}

/// How an offer holds a form.
#[derive(Clone, Copy, Default)]
struct Held {
    short: Reach,
    in_body: u32,
}

impl Builder {
    fn add(&mut self, offer: &Offer) {
        let number = self.lengths.len() as u32;
        let first = self.seen.len();
        let mut length = 0;
        card_words(offer, |field, text| {
            self.add_words(number, Held { short: Reach::short(field), in_body: 0 }, text);
        });
        for line in outline::lines(&offer.text) {
            let held = Held { short: Reach::default(), in_body: 1 };
            length += self.add_words(number, held, line.span.of(&offer.text));
        }
        self.lengths.push(length);
        // Each form once.
        sort_by(&mut self.seen[first..], |one, other| one.0.cmp(&other.0));
        let mut last = first;
        for at in first..self.seen.len() {
            let (form, _, held) = self.seen[at];
            if at > first && self.seen[last].0 == form {
                let sum = &mut self.seen[last].2;
                sum.short = sum.short.or(held.short);
                sum.in_body += held.in_body;
            } else {
                last += usize::from(at > first);
                self.seen[last] = (form, number, held);
            }
        }
        self.seen.truncate(if self.seen.len() > first { last + 1 } else { first });
    }

    /// Adds the words of a text, and tells how many there are.
    fn add_words(&mut self, offer: u32, held: Held, text: &str) -> u32 {
        self.words.each(text, |Form { text, .. }| {
            // A longer one is no word that anybody types.
            if text.len() <= LONGEST {
                let form = match self.numbers.get(text) {
                    Some(&form) => form,
                    None => {
                        let next = self.numbers.len() as u32;
                        self.numbers.insert(text.to_owned(), next);
                        next
                    }
                };
                self.seen.push((form, offer, held));
            }
        })
    }

    fn finish(self, offers: usize) -> Vec<u8> {
        let mut named: Vec<(&str, u32)> =
            self.numbers.iter().map(|(form, &number)| (form.as_str(), number)).collect();
        sort_by(&mut named, |one, other| one.0.cmp(other.0));
        let mut starts = vec![0_usize; named.len() + 1];
        for &(form, ..) in &self.seen {
            starts[form as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // Each form's postings side by side, in order of offer.
        let mut ends = starts.clone();
        let mut placed = vec![(0, Reach::default()); self.seen.len()];
        let total: u64 = self.lengths.iter().map(|&length| u64::from(length)).sum();
        let usual = (total as f32 / offers.max(1) as f32).max(1.0);
        for &(form, offer, held) in &self.seen {
            let length = self.lengths[offer as usize] as f32 / usual;
            let often = held.in_body as f32 / (1.0 - LENGTH_COUNTS + LENGTH_COUNTS * length);
            let body = if held.in_body > 0 { Reach::body(often) } else { Reach::default() };
            placed[ends[form as usize]] = (offer, held.short.or(body));
            ends[form as usize] += 1;
        }
        let of = |form: u32| &placed[starts[form as usize]..starts[form as usize + 1]];

        let mut row = Row::default();
        named.iter().for_each(|&(_, form)| row.push(of(form).iter().copied()));
        let mut keys = Vec::new();
        if offers >= MANY_OFFERS {
            for length in [1, 2] {
                let key = |word: &str| short_prefix(word.as_bytes().get(..length)?);
                for group in named.chunk_by(|a, b| key(a.0) == key(b.0)) {
                    if let Some(key) = key(group[0].0) {
                        keys.push((
                            key,
                            merged(group.iter().flat_map(|&(_, form)| of(form)), offers),
                        ));
                    }
                }
            }
            sort_by(&mut keys, |one, other| one.0.cmp(&other.0));
        }
        let prefixes = keys.len();
        let mut prefix_keys = Vec::new();
        for (key, postings) in keys {
            prefix_keys.extend(key.to_le_bytes());
            row.push(postings.into_iter());
        }
        row.starts.extend((row.postings.len() as u32).to_le_bytes());
        let forms: Vec<&str> = named.iter().map(|&(form, _)| form).collect();
        let (blocks, words) = Vocabulary::write(&forms);
        assemble(
            [offers, forms.len(), prefixes],
            [&blocks, &words, &prefix_keys, &row.starts, &row.postings],
        )
    }
}

/// The offers of several forms, each once.
fn merged<'a>(
    postings: impl Iterator<Item = &'a (u32, Reach)>,
    offers: usize,
) -> Vec<(u32, Reach)> {
    let mut reach = vec![Reach::default(); offers];
    for &(offer, held) in postings {
        reach[offer as usize] = reach[offer as usize].or(held);
    }
    let held = reach.into_iter().enumerate().filter(|(_, reach)| reach.0 != 0);
    held.map(|(offer, reach)| (offer as u32, reach)).collect()
}

/// Postings as bytes, one after the other.
#[derive(Default)]
struct Row {
    starts: Vec<u8>,
    postings: Vec<u8>,
}

impl Row {
    fn push(&mut self, postings: impl Iterator<Item = (u32, Reach)>) {
        self.starts.extend((self.postings.len() as u32).to_le_bytes());
        let mut next = 0;
        for (offer, reach) in postings {
            push_varint(&mut self.postings, offer - next);
            self.postings.push(reach.0);
            next = offer + 1;
        }
    }
}

/// The parts behind their head.
fn assemble(counts: [usize; 3], parts: [&[u8]; 5]) -> Vec<u8> {
    let length = HEAD * 4 + parts.iter().map(|part| part.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(length);
    let mut push = |number: u32| bytes.extend(number.to_le_bytes());
    push(MAGIC);
    push(VERSION);
    push(0);
    counts.iter().for_each(|&count| push(count as u32));
    let mut start = HEAD * 4;
    for part in &parts[..4] {
        start += part.len();
        push(start as u32);
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    let sum = checksum(&bytes[12..]);
    bytes[8..12].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// Calls `see` with the words of each string of an offer's short fields.
pub(in crate::search) fn card_words(offer: &Offer, mut see: impl FnMut(Field, &str)) {
    let mut add = |field: Field, text: Option<&str>| {
        if let Some(text) = text {
            see(field, text);
        }
    };
    add(Field::Title, Some(offer.title.as_deref().unwrap_or(&offer.heading)));
    add(Field::Organisation, offer.organisation.as_deref());
    for (number, place) in offer.places.iter().enumerate() {
        let field = if number == 0 { Field::City } else { Field::Place };
        add(field, place.city.as_deref());
        for part in [&place.postal_code, &place.department, &place.region, &place.country] {
            add(Field::Place, part.as_deref());
        }
    }
    add(Field::Facet, offer.contract.map(|contract| contract.word()));
    add(Field::Facet, offer.contract_detail.as_deref());
    add(Field::Facet, offer.remote.map(remote_words));
    if offer.remote == Some(Remote::Full) {
        // Where else is the work done?
        add(Field::Place, Some("télétravail"));
    }
    add(Field::Facet, offer.pay.as_ref().map(|_| "rémunéré"));
    if let Some([least, most]) = offer.duration_months {
        add(Field::Facet, Some(&format!("{least} mois")));
        if most != least {
            add(Field::Facet, Some(&format!("{most} mois")));
        }
    }
    for level in &offer.study_level {
        add(Field::Facet, Some(level.word()));
    }
}

/// The words by which a visitor asks for télétravail.
fn remote_words(remote: Remote) -> &'static str {
    match remote {
        Remote::None => "présentiel",
        Remote::Partial => "télétravail partiel",
        Remote::Full => "télétravail total, complet",
    }
}
