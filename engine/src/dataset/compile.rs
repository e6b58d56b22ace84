//! Sources -> dataset: decode, segment, lay out, extract, correct, name.

use super::{Dataset, VERSION};
use crate::correction::{self, Sister};
use crate::diagnostic::{self, Diagnostics, Location};
use crate::document::Document;
use crate::extract::{Considered, considered, extract};
use crate::layout::lay_out;
use crate::offer::{Field, Offer};
use crate::segment::{Block, segment, segment_at};
use crate::source::Source;
use crate::text::fold;
use std::collections::BTreeSet;

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
    let (read, diagnostics) = read(sources);
    let offers = read.into_iter().map(|(_, offer)| offer).collect();
    (Dataset { version: VERSION, offers }, diagnostics)
}

/// Every offer of the sources, and what the rules of one field made of its text, best first.
pub fn explain(sources: &[Source], field: Field) -> Vec<(Offer, Vec<Considered>)> {
    let (read, _) = read(sources);
    let considered = |(document, offer): (Document, Offer)| {
        let considered = considered(field, &document, &offer);
        (offer, considered)
    };
    read.into_iter().map(considered).collect()
}

/// Reads and names every offer.
fn read(sources: &[Source]) -> (Vec<(Document, Offer)>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut offers: Vec<(Document, Offer)> = Vec::new();
    let (sisters, texts) = in_order(sources);
    for sister in &sisters {
        if !texts.iter().any(|text| stem(text) == stem(sister)) {
            let text = format!("{}.txt", stem(sister));
            diagnostics.push(diagnostic::corrections_of_nothing(&sister.name, &text));
        }
    }
    for text in texts {
        let sister = sisters.iter().find(|sister| stem(sister) == stem(text));
        offers.extend(read_file(text, sister.copied(), &mut diagnostics));
    }
    let mut taken = BTreeSet::new();
    for (_, offer) in &mut offers {
        offer.id = free_id(slug(offer), &mut taken);
    }
    (offers, diagnostics)
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
fn read_file(
    source: &Source,
    sister: Option<&Source>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Document, Offer)> {
    let text = match source.decode() {
        Ok(text) => text,
        Err(complaint) => {
            diagnostics.push(*complaint);
            return Vec::new();
        }
    };
    let sister = sister.map_or(Sister::default(), |sister| Sister::read(sister, diagnostics));
    let lines = sister.lines(&text, diagnostics);
    let blocks = if lines.is_empty() { segment(&text) } else { segment_at(&text, &lines) };
    let documents = documents(&source.name, &text, &blocks);
    let alone = documents.len() == 1;
    let mut offers = Vec::new();
    for (number, (document, lines)) in (1..).zip(documents) {
        let mut doubts = Diagnostics::new();
        let mut offer = extract(&document, &mut doubts);
        [offer.start_line, offer.end_line] = lines;
        let header = if alone { correction::in_header(&document, diagnostics) } else { Vec::new() };
        let corrections: Vec<_> = header.iter().chain(sister.of(&offer, number)).cloned().collect();
        // What is corrected is settled.
        doubts.retain(|doubt| !corrections.iter().any(|c| doubt.field == Some(c.field)));
        diagnostics.append(&mut doubts);
        correction::apply(&corrections, &mut offer, diagnostics);
        offers.push((document, offer));
    }
    if offers.is_empty() {
        diagnostics.push(diagnostic::no_offer(Location::file(&source.name)));
    }
    diagnostics.extend(sister.lost(offers.iter().map(|(_, offer)| offer)));
    offers
}

/// The offers of a text laid out, each with its first and last line in the file, 1-based.
fn documents<'a>(name: &'a str, text: &'a str, blocks: &'a [Block]) -> Vec<(Document, [u32; 2])> {
    let offers = blocks.iter().filter(|block| block.is_offer).filter_map(|block| {
        let lines: Vec<&str> = text[block.range.clone()].split('\n').collect();
        let written = |line: &&str| !line.trim().is_empty();
        let first = lines.iter().position(written)? as u32;
        let last = lines.iter().rposition(written)? as u32;
        let document = lay_out(name, &text[block.range.clone()], block.first_line);
        let has_letters = document.text.chars().any(char::is_alphabetic);
        has_letters.then_some((document, [block.first_line + first, block.first_line + last]))
    });
    offers.collect()
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

/// The slug, or the first of `slug-2`, `slug-3`… that no offer before has.
fn free_id(slug: String, taken: &mut BTreeSet<String>) -> String {
    let mut id = slug.clone();
    let mut number = 1;
    while !taken.insert(id.clone()) {
        number += 1;
        id = format!("{slug}-{number}");
    }
    id
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
