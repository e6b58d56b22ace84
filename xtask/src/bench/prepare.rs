//! Writes what is measured: the offers of each size, as ours reads them and as the others do, and what is asked.

use super::graded::{Case, cases, seeds};
use super::{offers, write};
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;
use tremplin_engine::offer::{Offer, Place};

/// What is typed, letter by letter.
pub(super) const TYPED: &str = include_str!("../../../engine/benches/searching/typed.txt");

/// Writes the offers and questions of each size into a folder of its own; gives the graded questions, which are about
/// the seeds. `typed` is typed letter by letter, a line at a time.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn write_all(sizes: &[(usize, usize)], typed: &str, work: &Path) -> Result<Vec<Case>> {
    let seeds = seeds();
    let (_, cases) = cases();
    // What engines bring as modules is read as such.
    write(&work.join("package.json"), br#"{"type":"module"}"#)?;
    for &(count, length) in sizes {
        let dataset = offers::offers(&seeds, count, length);
        let folder = work.join(count.to_string());
        let plain: Vec<Value> =
            (1..).zip(&dataset.offers).map(|(id, offer)| plain(id, offer)).collect();
        let graded: Vec<&str> = cases.iter().map(|case| case.query).collect();
        let graded = if count == seeds.offers.len() { graded } else { Vec::new() };
        let questions = json!({ "typed": typed.lines().collect::<Vec<_>>(), "graded": graded });
        write(&folder.join("offers.json"), &serde_json::to_vec(&plain)?)?;
        write(&folder.join("dataset.json"), dataset.to_json().as_bytes())?;
        write(&folder.join("questions.json"), &serde_json::to_vec(&questions)?)?;
    }
    Ok(cases)
}

/// An offer as the other engines read it.
fn plain(id: u32, offer: &Offer) -> Value {
    let place = |place: &Place| {
        let words = [&place.city, &place.postal_code, &place.region].into_iter().flatten();
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    json!({
        "id": id,
        "title": offer.title.as_deref().unwrap_or(&offer.heading),
        "organisation": offer.organisation.as_deref().unwrap_or_default(),
        "place": offer.places.iter().map(place).collect::<Vec<_>>().join(", "),
        "text": offer.text,
    })
}
