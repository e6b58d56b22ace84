//! What the rules of a field made of a text: the choice, and the candidates it was made among.

use super::rule::Rules;
use super::{
    benefits, contacts, contract, contract_detail, deadline, driving_licence, duration, emails,
    hours, organisation, pay, places, published, reference, remote, start, study_level, urls,
};
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::span::Span;
use std::fmt::Debug;

/// A candidate for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// The value, as Rust shows it; `None` for words that state none.
    pub value: Option<String>,
    /// Its words, in the offer's text.
    pub span: Span,
    /// The rule that reads them.
    pub rule: String,
    /// The rule's score with what the surroundings add or take away.
    pub score: i32,
    /// Whether the offer's value was read here.
    pub chosen: bool,
}

/// The candidates of a field, best first.
pub fn considered(field: Field, document: &Document, offer: &Offer) -> Vec<Considered> {
    let mut all = match field {
        Field::Title => Vec::new(),
        Field::Places => places::considered(document, offer),
        Field::Organisation => of(&organisation::RULES, document),
        Field::Contract => of(&contract::RULES, document),
        Field::ContractDetail => of(&contract_detail::DETAILS, document),
        Field::Remote => of(&remote::RULES, document),
        Field::DurationMonths => of(&duration::RULES, document),
        Field::Start => of(&start::RULES, document),
        Field::Deadline => of(&deadline::RULES, document),
        Field::Pay => of(&pay::RULES, document),
        Field::HoursPerWeek => of(&hours::RULES, document),
        Field::StudyLevel => of(&study_level::RULES, document),
        Field::DrivingLicence => of(&driving_licence::RULES, document),
        Field::Contacts => [of(&emails::RULES, document), of(&contacts::PHONES, document)].concat(),
        Field::ApplyEmails => of(&emails::RULES, document),
        Field::Urls => of(&urls::RULES, document),
        Field::Reference => of(&reference::RULES, document),
        Field::Published => of(&published::RULES, document),
        Field::Benefits => of(&benefits::RULES, document),
    };
    if let Some(evidence) = offer.evidence.get(&field) {
        let chosen =
            all.iter_mut().find(|one| one.span == evidence.span && one.rule == evidence.rule);
        if let Some(chosen) = chosen {
            chosen.chosen = true;
        }
    }
    all
}

fn of<T: Clone + Debug>(rules: &Rules<T>, document: &Document) -> Vec<Considered> {
    let candidates = rules.candidates(document).into_iter();
    let considered = candidates.map(|candidate| Considered {
        value: candidate.value.map(|value| format!("{value:?}")),
        span: candidate.span,
        rule: candidate.rule.to_owned(),
        score: candidate.score,
        chosen: false,
    });
    considered.collect()
}
