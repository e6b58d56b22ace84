//! A block's text -> an offer: one file a field, each a table of rules.

mod considered;
pub mod grammar;
pub mod rule;

pub mod apply_emails;
pub mod benefits;
mod body;
pub mod contacts;
pub mod contract;
mod contract_detail;
mod dated;
pub mod deadline;
mod domain;
pub mod driving_licence;
pub mod duration;
pub mod emails;
mod heading;
pub mod hours;
pub mod listing;
mod names;
mod needs;
pub mod organisation;
pub mod pay;
pub mod places;
pub mod published;
pub mod reference;
pub mod remote;
pub mod start;
pub mod study_level;
pub mod title;
pub mod urls;
mod wages;

pub use considered::{Considered, considered};

use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Field, Offer, SectionKind};
use crate::outline;
use crate::span::Span;

/// Longest text that is read for values, in bytes: an ad takes a tenth of it. What is longer is no offer, or a listing
/// whose offers nothing tells apart, and its values would be mixed up.
const LONGEST: usize = 100_000;

/// Reads an offer from its laid-out text. Never fails: what cannot be read is absent, and what could not be settled
/// is told in `diagnostics`. The offer has no id yet: only its neighbours tell which is free.
pub fn extract(document: &Document, diagnostics: &mut Diagnostics) -> Offer {
    if document.text.len() > LONGEST {
        let opening = document.opening(LONGEST);
        let end = Span::new(opening.text.len()..opening.text.len());
        diagnostics.push(diagnostic::endless_offer(document.locate(end), LONGEST));
        let (text, section_kinds) = (document.text.clone(), section_kinds(document));
        return Offer { text, section_kinds, ..extract(&opening, diagnostics) };
    }
    let mut offer = Offer {
        file: document.file.clone(),
        heading: document.heading.clone(),
        section_kinds: section_kinds(document),
        text: document.text.clone(),
        ..Offer::default()
    };
    for field in ORDER {
        self::field(field, document, &mut offer, diagnostics);
    }
    offer
}

/// What each section of the outline is about.
fn section_kinds(document: &Document) -> Vec<SectionKind> {
    let kind = |span: Span| document.kind_at(span.start);
    outline::sections(&document.text)
        .iter()
        .map(|section| {
            section
                .heading
                .or(section.lines.first().map(|line| line.span))
                .map_or(SectionKind::Other, kind)
        })
        .collect()
}

/// The fields in the order that they are read in: a start without a year needs the day of publication, a length may end
/// with a day alone and then needs the start, a deadline without a year needs both; the place is looked for in the light
/// of télétravail.
pub const ORDER: [Field; 19] = [
    Field::Contract,
    Field::ContractDetail,
    Field::Title,
    Field::Organisation,
    Field::Published,
    Field::Start,
    Field::DurationMonths,
    Field::Deadline,
    Field::Pay,
    Field::HoursPerWeek,
    Field::Remote,
    Field::StudyLevel,
    Field::DrivingLicence,
    Field::Contacts,
    Field::ApplyEmails,
    Field::Urls,
    Field::Reference,
    Field::Benefits,
    Field::Places,
];

/// Reads one field, in the light of what `offer` already says. What could not be settled is told under its name.
pub fn field(field: Field, document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    let told = diagnostics.len();
    match field {
        Field::Contract => contract::read(document, offer),
        Field::ContractDetail => contract_detail::read(document, offer),
        Field::Title => title::read(document, offer),
        Field::Organisation => {
            organisation::read(document, offer);
            title::without_recruiter(document, offer);
        }
        Field::DurationMonths => duration::read(document, offer, diagnostics),
        Field::Start => start::read(document, offer, diagnostics),
        Field::Published => published::read(document, offer, diagnostics),
        Field::Deadline => deadline::read(document, offer, diagnostics),
        Field::Pay => pay::read(document, offer, diagnostics),
        Field::HoursPerWeek => hours::read(document, offer, diagnostics),
        Field::Remote => remote::read(document, offer, diagnostics),
        Field::StudyLevel => study_level::read(document, offer, diagnostics),
        Field::DrivingLicence => driving_licence::read(document, offer, diagnostics),
        Field::Contacts => contacts::read(document, offer, diagnostics),
        Field::ApplyEmails => apply_emails::read(document, offer, diagnostics),
        Field::Urls => urls::read(document, offer, diagnostics),
        Field::Reference => reference::read(document, offer, diagnostics),
        Field::Benefits => benefits::read(document, offer, diagnostics),
        Field::Places => places::read(document, offer, diagnostics),
    }
    for diagnostic in &mut diagnostics[told..] {
        diagnostic.field = Some(field);
    }
}
