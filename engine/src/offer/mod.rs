//! One offer: its fields, their units, and where each value was read.

mod evidence;
mod kind;
#[cfg(feature = "read")]
mod label;

pub use evidence::{Evidence, Evidences};
pub use kind::{
    Benefit, Contract, DrivingLicence, Field, Period, Remote, SectionKind, Status, StudyLevel,
};

use crate::calendar::{Date, When};
use crate::span::Span;
use serde::{Serialize, Serializer};

/// One offer, as the dataset stores it.
///
/// Unknown is `None` or empty: a value that the text does not state is never guessed. Spans address
/// [`text`](Self::text); the exact words behind a field are [`Offer::words`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Offer {
    /// Stable slug for links: ASCII, unique in the dataset, unchanged by a rebuild or by new neighbours.
    pub id: String,
    /// Name of the source file.
    pub file: String,
    /// First line in the source file, 1-based.
    pub start_line: u32,
    /// Last non-blank line in the source file, 1-based, included.
    pub end_line: u32,
    /// Heading line or lines, as written.
    pub heading: String,
    /// Job title for a card, without organisation, place and trailing duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who recruits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Kind of contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// Its finer kind: « contrat d'apprentissage », « CDD », « stage conventionné »…
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_detail: Option<String>,
    /// Where the work takes place, the main place first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Télétravail of this post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remote: Option<Remote>,
    /// Length in months, shortest and longest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_months: Option<[u16; 2]>,
    /// When the work starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Start>,
    /// Last day to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// What is paid; an allowance for travel or stay is not pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// Weekly hours, least and most.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "short_numbers")]
    pub hours_per_week: Option<[f64; 2]>,
    /// Accepted levels of study, lowest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub study_level: Vec<StudyLevel>,
    /// Whether a driving licence is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub driving_licence: Option<DrivingLicence>,
    /// People and addresses to turn to, for whatever purpose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Addresses to which applications go.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub apply_emails: Vec<String>,
    /// Web addresses, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<String>,
    /// The recruiter's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// What comes with the post.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
    /// Kind of each section of [`outline::sections`](crate::outline::sections), in the same order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub section_kinds: Vec<SectionKind>,
    /// Where each field was read, also for fields whose words state no value (« dès que possible »).
    #[serde(skip_serializing_if = "Evidences::is_empty")]
    pub evidence: Evidences,
    /// The whole text, one line a block, PDF line breaks mended: see [`outline`](crate::outline).
    pub text: String,
}

impl Offer {
    /// The exact words of the text behind a field; `None` where the text has none: nothing was found, or the
    /// forker said it in a file of corrections.
    pub fn words(&self, field: Field) -> Option<&str> {
        let words = self.evidence.get(field)?.span.of(&self.text);
        (!words.is_empty()).then_some(words)
    }

    /// Whether one can still apply on the day `today`.
    pub fn status(&self, today: Date) -> Status {
        let start = self.start.and_then(|start| start.to.or(start.from));
        match (self.deadline, start) {
            (Some(deadline), _) if deadline < today => Status::Closed,
            (Some(_), _) => Status::Open,
            (None, Some(start)) if start.last_day() < today => Status::ProbablyFilled,
            (None, _) => Status::Open,
        }
    }
}

/// A value, the words it was read from, and the rule that read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// What was read.
    pub value: T,
    /// Where, in the offer's text.
    pub span: Span,
    /// By which rule.
    pub rule: &'static str,
}

/// A place of work. Every part is absent unless stated or certain.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Place {
    /// Commune, as the gazetteer writes it, or as written when abroad.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Postal code without spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Code of the département: `35`, `2A`, `974`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Région's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Country's name in French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Latitude of the commune's centre, degrees; to a tenth where only its surroundings are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Longitude of the commune's centre, degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
}

/// When the work starts: from a moment, to a moment, or between both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Start {
    /// Earliest.
    pub from: Option<When>,
    /// Latest.
    pub to: Option<When>,
}

/// What is paid.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pay {
    /// The figure, or the lower one.
    #[serde(serialize_with = "short_number")]
    pub min: f64,
    /// The higher figure of a range.
    #[serde(serialize_with = "short_optional_number")]
    pub max: Option<f64>,
    /// How often.
    pub period: Period,
    /// ISO 4217 code.
    pub currency: String,
    /// Before contributions (`true`), after (`false`), or not said.
    pub gross: Option<bool>,
}

impl Pay {
    /// The lower figure in euros a month, rounded: hourly × 151.67 (35 hours a week), yearly ÷ 12.
    /// `None` for another currency.
    pub fn month_eur(&self) -> Option<u32> {
        let month = match self.period {
            Period::Hour => self.min * 151.67,
            Period::Month => self.min,
            Period::Year => self.min / 12.0,
        };
        (self.currency == "EUR").then_some(month.round() as u32)
    }
}

/// Somebody to turn to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Person or service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone number, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// Writes a whole number without its « .0 ».
fn short_number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

fn short_optional_number<S: Serializer>(
    number: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => short_number(number, serializer),
        None => serializer.serialize_none(),
    }
}

fn short_numbers<S: Serializer>(
    numbers: &Option<[f64; 2]>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    struct Short(f64);
    impl Serialize for Short {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            short_number(&self.0, serializer)
        }
    }
    numbers.map(|pair| pair.map(Short)).serialize(serializer)
}
