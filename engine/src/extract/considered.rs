//! What the rules of a field made of a text: the choice, and the candidates it was made among.

use super::rule::{Candidate, Rules};
use super::{
    benefits, contacts, contract, contract_detail, deadline, driving_licence, duration, emails,
    hours, organisation, pay, places, published, reference, remote, start, study_level, title,
    urls, wages,
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
        Field::Title => title::considered(document),
        Field::Places => places::considered(document, offer),
        Field::Organisation => organisation::considered(document, offer),
        Field::Contract => [of(&contract::RULES, document), of(&wages::RULES, document)].concat(),
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
    if let Some(evidence) = offer.evidence.get(field) {
        let chosen =
            all.iter_mut().find(|one| one.span == evidence.span && one.rule == evidence.rule);
        if let Some(chosen) = chosen {
            chosen.chosen = true;
        }
    }
    all
}

impl<T: Debug> From<Candidate<T>> for Considered {
    fn from(candidate: Candidate<T>) -> Self {
        Self {
            value: candidate.value.map(|value| format!("{value:?}")),
            span: candidate.span,
            rule: candidate.rule.to_owned(),
            score: candidate.score,
            chosen: false,
        }
    }
}

fn of<T: Clone + Debug>(rules: &Rules<T>, document: &Document) -> Vec<Considered> {
    rules.candidates(document).into_iter().map(Considered::from).collect()
}
