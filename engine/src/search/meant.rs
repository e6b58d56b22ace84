//! « Vouliez-vous dire »: words that stand nowhere, told in the offers' own words.

use super::answering::How;
use super::index::{Field, Index};
use super::local::At;
use super::plan::{Kind, Plan};
use super::typo;
use crate::dataset::Dataset;
use crate::text::words;
use std::cmp::Reverse;

impl Plan {
    /// The query with each misspelt or unknown word as it was perhaps meant, in the offers' own spelling.
    pub(super) fn as_meant(&self, dataset: &Dataset, index: &Index, text: &str) -> Option<String> {
        let mut meant = String::new();
        let mut at = 0;
        for clause in self.clauses.iter().filter(|clause| clause.kind == Kind::Wanted) {
            let mut leaves = clause.ways.iter().flatten().map(|&leaf| &self.leaves[leaf]);
            let answered = leaves.any(|leaf| {
                leaf.prefix.is_some() || leaf.forms.iter().any(|form| form.how != How::Typo)
            });
            let written = clause.span.of(text);
            let word = words(written).pop().and_then(|word| word.forms.into_iter().next());
            if answered || written.is_empty() || (clause.span.start as usize) < at {
                continue;
            }
            let Some(word) = word.filter(|word| word.len() > 3) else { continue };
            let near = |most| typo::near(index.vocabulary(), &word, most, false);
            // A mistake more is looked for where fewer explain nothing: then nearly all words are looked at.
            let usual = typo::allowed(&word);
            let close = Some(near(usual)).filter(|close| !close.is_empty());
            let close = close.unwrap_or_else(|| near(usual + 1));
            let often = |form: u32| index.postings(form).count();
            let best = close.iter().max_by_key(|near| {
                (Reverse(near.mistakes), often(near.form), Reverse(near.form))
            })?;
            meant.push_str(text.get(at..clause.span.start as usize)?);
            meant.push_str(&spelling(dataset, index, best.form));
            at = clause.span.end as usize;
        }
        (at > 0).then(|| meant + text.get(at..).unwrap_or(""))
    }
}

/// How an offer writes a form: with its accents, in small letters unless all write it otherwise.
pub(super) fn spelling(dataset: &Dataset, index: &Index, form: u32) -> String {
    let word = index.vocabulary().word(form);
    let Some(offer) = index.postings(form).first() else { return word };
    let local = index.local(dataset, offer);
    let standing = local.words().find(|(other, at)| *other == word && !at.span.is_empty());
    let of = |at: At| {
        let offer = dataset.offers.get(offer as usize)?;
        let text = match at.field {
            Field::Title => offer.title.as_deref().unwrap_or(&offer.heading),
            Field::Organisation => offer.organisation.as_deref()?,
            Field::City => offer.places.first()?.city.as_deref()?,
            _ => &offer.text,
        };
        Some(at.span.of(text).to_owned())
    };
    let written = standing.and_then(|(_, at)| of(at)).filter(|written| !written.is_empty());
    // An inclusive ending is more than the form.
    let plain = written.filter(|written| written.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let Some(mut written) = plain else { return word };
    if written.chars().all(char::is_uppercase) {
        written.make_ascii_lowercase();
    }
    written
}
