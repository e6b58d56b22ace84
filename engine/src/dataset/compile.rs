//! Sources -> dataset: decode, segment, lay out, extract, name.

use super::{Dataset, VERSION};
use crate::diagnostic::{self, Diagnostics, Location};
use crate::extract::extract;
use crate::layout::lay_out;
use crate::offer::Offer;
use crate::segment::segment;
use crate::source::Source;
use crate::text::fold;
use std::collections::BTreeSet;

/// Longest id, in characters, before a suffix.
const LONGEST_ID: usize = 60;

/// Compiles every source into one dataset, in the order of their names: the same bytes at each run.
///
/// A source that cannot be read gives an error and no offer; the others are compiled all the same.
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
    let mut ordered: Vec<&Source> = sources.iter().collect();
    ordered.sort_by(|a, b| a.name.cmp(&b.name));
    let mut diagnostics = Diagnostics::new();
    let mut offers: Vec<Offer> = Vec::new();
    for source in ordered {
        match source.decode() {
            Ok(text) => read_file(&source.name, &text, &mut offers, &mut diagnostics),
            Err(complaint) => diagnostics.push(*complaint),
        }
    }
    let mut taken = BTreeSet::new();
    for offer in &mut offers {
        offer.id = free_id(slug(offer), &mut taken);
    }
    (Dataset { version: VERSION, offers }, diagnostics)
}

/// Reads the offers of one file.
fn read_file(name: &str, text: &str, offers: &mut Vec<Offer>, diagnostics: &mut Diagnostics) {
    let before = offers.len();
    for block in segment(text).into_iter().filter(|block| block.is_offer) {
        let lines: Vec<&str> = text[block.range.clone()].split('\n').collect();
        let written = |line: &&str| !line.trim().is_empty();
        let (Some(first), Some(last)) =
            (lines.iter().position(written), lines.iter().rposition(written))
        else {
            continue;
        };
        let document = lay_out(name, &text[block.range], block.first_line);
        if !document.text.chars().any(char::is_alphabetic) {
            continue;
        }
        let mut offer = extract(&document, diagnostics);
        offer.start_line = block.first_line + first as u32;
        offer.end_line = block.first_line + last as u32;
        offers.push(offer);
    }
    if offers.len() == before {
        diagnostics.push(diagnostic::no_offer(Location::file(name)));
    }
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
