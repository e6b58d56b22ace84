//! What a forker writes above the rules: labelled lines that open a text, or a file of corrections beside it.
//!
//! A correction's words are read by the field's own rules, so that « 20 avril 2026 » means in a correction what it
//! means in an offer; names and titles are taken as they stand, and « aucune » says that there is none.

mod header;
mod key;
mod sister;

pub use header::{Opening, in_header};
pub use sister::Sister;

use crate::diagnostic::{self, Diagnostics, Location};
use crate::document::Document;
use crate::extract;
use crate::offer::{Evidence, Field, Offer};
use crate::span::Span;
use crate::text::fold;

/// The rule that evidence names for a corrected value.
pub const RULE: &str = "correction";

/// What a field is, by the forker's word.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Which field.
    pub field: Field,
    /// Its value, in the words of French ads.
    pub words: String,
    /// Where it is written, outside the offer's own text.
    pub location: Location,
}

/// Puts corrections in the place of what the rules read; of two for one field the later holds.
pub fn apply<'a>(
    corrections: impl IntoIterator<Item = &'a Correction>,
    offer: &mut Offer,
    diagnostics: &mut Diagnostics,
) {
    let mut corrections: Vec<&Correction> = corrections.into_iter().collect();
    // A deadline without its year is read in the light of the start.
    corrections.sort_by_key(|correction| {
        extract::ORDER.iter().position(|&field| field == correction.field)
    });
    for correction in corrections {
        if says_none(correction) {
            put(correction.field, Offer::default(), offer);
            offer.evidence.remove(correction.field);
            continue;
        }
        let Some(read) = read(correction, offer) else {
            let example = key::of(correction.field).example;
            let location = correction.location.clone();
            let told = diagnostic::unread_correction(location, &correction.words, example);
            diagnostics.push(told.about(correction.field));
            continue;
        };
        put(correction.field, read, offer);
        let evidence = Evidence { span: Span::default(), rule: RULE.to_owned() };
        offer.evidence.insert(correction.field, evidence);
    }
}

/// Whether the words say that there is none. « Télétravail : non » says more: on site.
fn says_none(correction: &Correction) -> bool {
    correction.field != Field::Remote
        && matches!(fold(&correction.words).trim(), "aucun" | "aucune" | "neant" | "non" | "-")
}

/// An offer that holds the correction's field alone; `None` when its words say nothing for that field.
fn read(correction: &Correction, offer: &Offer) -> Option<Offer> {
    let field = correction.field;
    let words = || Some(correction.words.clone());
    let verbatim = match field {
        Field::Title => Some(Offer { title: words(), ..Offer::default() }),
        Field::Organisation => Some(Offer { organisation: words(), ..Offer::default() }),
        Field::Reference => Some(Offer { reference: words(), ..Offer::default() }),
        _ => None,
    };
    verbatim.or_else(|| {
        key::of(field).phrases.iter().find_map(|phrase| {
            // Below a heading: in the heading itself rules read names.
            let text = format!("Offre\n{}", phrase.replace("{}", &correction.words));
            let document = Document::of_text(&text);
            let mut read =
                Offer { start: offer.start, published: offer.published, ..Offer::default() };
            // What these words leave unsettled is told as one complaint about the correction.
            let mut unsettled = Diagnostics::new();
            extract::field(field, &document, &mut read, &mut unsettled);
            if field == Field::Contract {
                extract::field(Field::ContractDetail, &document, &mut read, &mut unsettled);
            }
            (unsettled.is_empty() && read.evidence.get(field).is_some()).then_some(read)
        })
    })
}

/// Takes one field, and what goes with it, from another offer.
fn put(field: Field, from: Offer, offer: &mut Offer) {
    match field {
        Field::Title => offer.title = from.title,
        Field::Organisation => offer.organisation = from.organisation,
        Field::Contract | Field::ContractDetail => {
            offer.contract = from.contract;
            offer.contract_detail = from.contract_detail;
            offer.evidence.remove(Field::ContractDetail);
        }
        Field::Places => offer.places = from.places,
        Field::Remote => offer.remote = from.remote,
        Field::DurationMonths => offer.duration_months = from.duration_months,
        Field::Start => offer.start = from.start,
        Field::Deadline => offer.deadline = from.deadline,
        Field::Pay => offer.pay = from.pay,
        Field::HoursPerWeek => offer.hours_per_week = from.hours_per_week,
        Field::StudyLevel => offer.study_level = from.study_level,
        Field::DrivingLicence => offer.driving_licence = from.driving_licence,
        Field::Contacts => offer.contacts = from.contacts,
        Field::ApplyEmails => offer.apply_emails = from.apply_emails,
        Field::Urls => offer.urls = from.urls,
        Field::Reference => offer.reference = from.reference,
        Field::Published => offer.published = from.published,
        Field::Benefits => offer.benefits = from.benefits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction(field: Field, words: &str) -> Correction {
        let words = words.to_owned();
        Correction { field, words, location: Location::default() }
    }

    #[test]
    fn the_example_of_each_key_is_understood() {
        for key in key::KEYS {
            let (mut offer, mut diagnostics) = (Offer::default(), Diagnostics::new());
            apply(&[correction(key.field, key.example)], &mut offer, &mut diagnostics);
            assert_eq!(diagnostics, [], "{}", key.name());
            let evidence = Evidence { span: Span::default(), rule: RULE.to_owned() };
            let mut read = Offer::default();
            read.evidence.insert(key.field, evidence);
            assert_ne!(offer, read, "{} is read from « {} »", key.name(), key.example);
        }
    }

    #[test]
    fn none_is_a_value() {
        let mut offer = Offer { reference: Some("12".to_owned()), ..Offer::default() };
        apply(&[correction(Field::Reference, "Aucune")], &mut offer, &mut Diagnostics::new());
        assert_eq!(offer, Offer::default());
    }

    #[test]
    fn words_that_say_nothing_are_told_and_change_nothing() {
        let (mut offer, mut diagnostics) = (Offer::default(), Diagnostics::new());
        offer.duration_months = Some([6, 6]);
        apply(&[correction(Field::DurationMonths, "longtemps")], &mut offer, &mut diagnostics);
        assert_eq!((offer.duration_months, diagnostics.len()), (Some([6, 6]), 1));
    }
}
