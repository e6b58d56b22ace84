//! Sources -> dataset: decode, segment, lay out, extract, correct, name.

use super::{Dataset, VERSION, parallel, suspect};
use crate::correction::{self, Sister};
use crate::diagnostic::{self, Diagnostics, Location};
use crate::document::Document;
use crate::extract::{Considered, considered, extract, listing};
use crate::layout::{Header, lay_out, whole_lines};
use crate::offer::{Field, Offer};
use crate::segment::{Block, segment, segment_at};
use crate::source::Source;
use crate::text::fold;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Longest id, in characters, before a suffix.
const LONGEST_ID: usize = 60;

/// Compiles every source into one dataset, in the order of their names: the same bytes at each run.
///
/// A source that cannot be read gives an error and no offer; the others are compiled all the same. A source named
/// `NAME.toml` holds the corrections of the text `NAME`, whatever its ending.
///
/// ```
/// use tremplin_engine::dataset::compile;
/// use tremplin_engine::source::Source;
/// let text = "Les Jardins (Nantes – 44000) – Stage jardin et verger\n\nDurée : 6 mois\n";
/// let (dataset, diagnostics) = compile(&[Source { name: "jardin.txt".into(), bytes: text.into() }]);
/// assert_eq!(dataset.offers[0].id, "les-jardins-stage-jardin-et-verger");
/// assert_eq!(dataset.offers[0].duration_months, Some([6, 6]));
/// assert!(diagnostics.is_empty());
/// ```
pub fn compile(sources: &[Source]) -> (Dataset, Diagnostics) {
    let (read, diagnostics) = read(sources, |_, _| ());
    let offers = read.into_iter().map(|(offer, ())| offer).collect();
    (Dataset { version: VERSION, offers }, diagnostics)
}

/// Every offer of the sources, and what the rules of one field made of its text, best first.
pub fn explain(sources: &[Source], field: Field) -> Vec<(Offer, Vec<Considered>)> {
    read(sources, |document, offer| considered(field, document, offer)).0
}

/// Reads and names every offer; `also` tells what else is wanted of its text, which is not kept.
fn read<T: Send>(
    sources: &[Source],
    also: impl Fn(&Document, &Offer) -> T + Sync,
) -> (Vec<(Offer, T)>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut offers = Vec::new();
    let (sisters, texts) = in_order(sources);
    for sister in &sisters {
        if !texts.iter().any(|text| stem(text) == stem(sister)) {
            let text = format!("{}.txt", stem(sister));
            diagnostics.push(diagnostic::corrections_of_nothing(&sister.name, &text));
        }
    }
    let files = parallel::map(&texts, |text| {
        let sister = sisters.iter().find(|sister| stem(sister) == stem(text));
        read_file(text, sister.copied(), &also)
    });
    for (read, complaints) in files {
        offers.extend(read);
        diagnostics.extend(complaints);
    }
    let mut taken = Ids::default();
    for (offer, _) in &mut offers {
        offer.id = taken.free(slug(offer));
    }
    diagnostics.extend(twins(offers.iter().map(|(offer, _)| offer)));
    (offers, diagnostics)
}

/// Doubts about offers whose words were all read before. Both are kept: only the forker knows whether two posts were
/// meant.
fn twins<'a>(offers: impl Iterator<Item = &'a Offer>) -> Diagnostics {
    let mut first: HashMap<u64, &Offer> = HashMap::new();
    let mut doubts = Diagnostics::new();
    for offer in offers {
        match first.entry(letters(&offer.text)) {
            Entry::Vacant(place) => {
                place.insert(offer);
            }
            Entry::Occupied(twin) => {
                let heading = offer.heading.lines().next().unwrap_or("").to_owned();
                let location = Location {
                    file: offer.file.clone(),
                    line: offer.start_line,
                    mark: 0..heading.len(),
                    source: heading,
                };
                let twin = twin.get();
                doubts.push(diagnostic::same_offer_twice(location, &twin.file, twin.start_line));
            }
        }
    }
    doubts
}

/// A number that texts of the same letters and figures share, and others hardly ever: the hash of Fowler, Noll and Vo.
fn letters(text: &str) -> u64 {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| {
        (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The sources by name: the files of corrections, and the texts.
fn in_order(sources: &[Source]) -> (Vec<&Source>, Vec<&Source>) {
    let mut ordered: Vec<&Source> = sources.iter().collect();
    ordered.sort_by(|a, b| a.name.cmp(&b.name));
    ordered.into_iter().partition(|source| source.name.ends_with(".toml"))
}

/// A file's name without its ending.
fn stem(source: &Source) -> &str {
    source.name.rsplit_once('.').map_or(source.name.as_str(), |(stem, _)| stem)
}

/// Reads the offers of one file, and corrects them.
fn read_file<T: Send>(
    source: &Source,
    sister: Option<&Source>,
    also: impl Fn(&Document, &Offer) -> T + Sync,
) -> (Vec<(Offer, T)>, Diagnostics) {
    let text = match source.decode() {
        Ok(text) => text,
        Err(complaint) => return (Vec::new(), vec![*complaint]),
    };
    let mut diagnostics = Diagnostics::new();
    let sister = sister.map_or(Sister::default(), |sister| Sister::read(sister, &mut diagnostics));
    let lines = sister.lines(&text, &mut diagnostics);
    let blocks = if lines.is_empty() { segment(&text) } else { segment_at(&text, &lines) };
    let (offers, between): (Vec<Block>, Vec<Block>) =
        blocks.into_iter().partition(|block| block.is_offer);
    let above = between.first().filter(|block| block.range.start == 0).cloned();
    let blocks: Vec<(usize, Block)> = (1..)
        .zip(
            offers
                .into_iter()
                .filter(|block| text[block.range.clone()].contains(char::is_alphabetic)),
        )
        .collect();
    let header = Header::of(&whole_lines(&text, 1)).map(|(header, _)| header);
    let alone = blocks.len() == 1;
    let mut read = parallel::map(&blocks, |(_, block)| {
        let words = &text[block.range.clone()];
        let mut diagnostics = suspect::doubts(&source.name, words, block.first_line);
        let opening = if alone {
            correction::in_header(&source.name, words, block.first_line, &mut diagnostics)
        } else {
            correction::Opening::default()
        };
        let own = &words[opening.bytes..];
        let document = lay_out(&source.name, own, block.first_line + opening.lines);
        let mut doubts = Diagnostics::new();
        let mut offer = extract(&document, &mut doubts);
        if let Some(header) = &header {
            listing::read_under(header, words, &mut offer);
        }
        [offer.start_line, offer.end_line] = written_lines(words, block.first_line);
        (document, offer, diagnostics, doubts, opening.corrections)
    });
    let above_one = above.clone().filter(|_| alone);
    if blocks.len() > 1 {
        let mut all: Vec<(&Document, &mut Offer)> =
            read.iter_mut().map(|(document, offer, ..)| (&*document, offer)).collect();
        let right_above = |(_, block): &(usize, Block)| {
            let above = between.iter().find(|above| above.range.end == block.range.start);
            above.map_or("", |above| &text[above.range.clone()])
        };
        let rubrics: Vec<&str> = blocks.iter().map(right_above).collect();
        listing::sort(&rubrics, &mut all);
        if let Some(above) = above {
            let above = lay_out(&source.name, &text[above.range], 1);
            listing::hand_down(&above, &mut all);
        }
    }
    if let ([(document, offer, ..)], Some(above)) = (read.as_mut_slice(), &above_one) {
        listing::name_page(&lay_out(&source.name, &text[above.range.clone()], 1), document, offer);
    }
    let read = blocks.iter().zip(read).map(|((number, _), read)| {
        let (document, mut offer, mut diagnostics, mut doubts, header) = read;
        let corrections: Vec<_> =
            header.iter().chain(sister.of(&offer, *number)).cloned().collect();
        // What is corrected is settled.
        doubts.retain(|doubt| !corrections.iter().any(|c| doubt.field == Some(c.field)));
        diagnostics.append(&mut doubts);
        correction::apply(&corrections, &mut offer, &mut diagnostics);
        let also = also(&document, &offer);
        (offer, also, diagnostics)
    });
    let mut offers = Vec::new();
    for (offer, also, complaints) in read {
        // What is left of a page when its menus are gone.
        if offer.text.contains(char::is_alphabetic) {
            offers.push((offer, also));
        }
        diagnostics.extend(complaints);
    }
    if offers.is_empty() {
        diagnostics.push(diagnostic::no_offer(Location::file(&source.name)));
    }
    diagnostics.extend(sister.lost(offers.iter().map(|(offer, _)| offer)));
    (offers, diagnostics)
}

/// The first and the last line of a block that are not blank, in the file, 1-based.
fn written_lines(block: &str, first_line: u32) -> [u32; 2] {
    let before = block.len() - block.trim_start().len();
    let line = |at: usize| first_line + block[..at].matches('\n').count() as u32;
    [line(before), line(block.trim_end().len())]
}

/// `organisation-title` in ASCII; the heading, or « offre », where both are unknown.
fn slug(offer: &Offer) -> String {
    let parts = [offer.organisation.as_deref(), offer.title.as_deref()];
    let named: Vec<&str> = parts.into_iter().flatten().collect();
    let name = if named.is_empty() { offer.heading.clone() } else { named.join(" ") };
    let mut slug = String::new();
    for c in fold(&name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > LONGEST_ID {
        // Whole words; a single endless one is cut.
        let end = slug[..=LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID);
        slug.truncate(end);
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "offre".to_owned() } else { slug.to_owned() }
}

/// The ids that offers have taken.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    /// For each slug that several offers have, the last number tried.
    numbers: BTreeMap<String, usize>,
}

impl Ids {
    /// The slug, or the first of `slug-2`, `slug-3`… that no offer before has.
    fn free(&mut self, slug: String) -> String {
        if self.taken.insert(slug.clone()) {
            return slug;
        }
        let number = self.numbers.entry(slug.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{slug}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str, text: &str) -> Source {
        Source { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn ids_are_slugs_and_unique() {
        let text = "Les Jardins d’Été (44000) – Stage « jardin » & verger\n\nTailler.";
        let (dataset, _) = compile(&[
            source("b.txt", text),
            source("a.txt", text),
            source("c.txt", "???!\n123\n"),
        ]);
        let ids: Vec<&str> = dataset.offers.iter().map(|offer| offer.id.as_str()).collect();
        assert_eq!(
            ids,
            ["les-jardins-d-ete-stage-jardin-verger", "les-jardins-d-ete-stage-jardin-verger-2"]
        );
        assert_eq!(dataset.offers[0].file, "a.txt");
    }

    #[test]
    fn a_bad_file_is_named_and_the_others_compile() {
        let (dataset, diagnostics) = compile(&[
            source("a.txt", ""),
            source("b.txt", "Jardinier\n\nTailler."),
            source("c.txt", "\0\0"),
            source("d.txt", "---\n12\n"),
        ]);
        assert_eq!(dataset.offers.len(), 1);
        let named: Vec<&str> = diagnostics.iter().map(|d| d.location.file.as_str()).collect();
        assert_eq!(named, ["a.txt", "c.txt", "d.txt"]);
    }
}
