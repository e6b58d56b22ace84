//! A block's text -> an offer: one file a field, each a table of rules.

pub mod grammar;
pub mod rule;

pub mod apply_emails;
pub mod benefits;
mod body;
pub mod contacts;
pub mod contract;
pub mod deadline;
mod domain;
pub mod driving_licence;
pub mod duration;
pub mod emails;
mod heading;
pub mod hours;
mod names;
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

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Offer, SectionKind};
use crate::outline;
use crate::span::Span;

/// Reads an offer from its laid-out text. Never fails: what cannot be read is absent, and what could not be settled
/// is told in `diagnostics`. The offer has no id yet: only its neighbours tell which is free.
pub fn extract(document: &Document, diagnostics: &mut Diagnostics) -> Offer {
    let mut offer = Offer {
        file: document.file.clone(),
        heading: document.heading.clone(),
        section_kinds: section_kinds(document),
        text: document.text.clone(),
        ..Offer::default()
    };
    contract::read(document, &mut offer);
    title::read(document, &mut offer);
    organisation::read(document, &mut offer);
    values(document, &mut offer, diagnostics);
    places::read(document, &mut offer, diagnostics);
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

/// Reads the values of the post: dates, lengths, pay, levels, ways to apply.
///
/// The order matters where one value is read in the light of another: a deadline without a year needs the start.
pub fn values(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    duration::read(document, offer, diagnostics);
    start::read(document, offer, diagnostics);
    published::read(document, offer, diagnostics);
    deadline::read(document, offer, diagnostics);
    pay::read(document, offer, diagnostics);
    hours::read(document, offer, diagnostics);
    remote::read(document, offer, diagnostics);
    study_level::read(document, offer, diagnostics);
    driving_licence::read(document, offer, diagnostics);
    contacts::read(document, offer, diagnostics);
    apply_emails::read(document, offer, diagnostics);
    urls::read(document, offer, diagnostics);
    reference::read(document, offer, diagnostics);
    benefits::read(document, offer, diagnostics);
}
