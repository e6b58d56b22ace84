//! Offer by offer, what was found and what is missing; then field by field, in how many offers.

use std::io::{self, Write};
use tremplin_engine::dataset::Dataset;
use tremplin_engine::diagnostic::Language;
use tremplin_engine::offer::{DrivingLicence, Field, Offer, Pay, Period, Remote, Start};

/// The fields that an offer is told by, in the order of a card. Contact, links and benefits are not missed when absent.
const FIELDS: [Field; 16] = [
    Field::Title,
    Field::Organisation,
    Field::Contract,
    Field::Places,
    Field::Remote,
    Field::DurationMonths,
    Field::Start,
    Field::Deadline,
    Field::Pay,
    Field::HoursPerWeek,
    Field::StudyLevel,
    Field::DrivingLicence,
    Field::ApplyEmails,
    Field::Contacts,
    Field::Reference,
    Field::Published,
];

/// What an offer says of a field.
enum Said {
    /// A value.
    Value(String),
    /// Words that state no value: « selon profil ».
    Words(String),
    /// Nothing.
    Nothing,
}

pub(super) fn print(dataset: &Dataset, language: Language) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for offer in &dataset.offers {
        print_offer(&mut out, offer, language)?;
    }
    print_coverage(&mut out, dataset, language)
}

fn print_offer(out: &mut impl Write, offer: &Offer, language: Language) -> io::Result<()> {
    writeln!(out, "{}:{}", offer.file, offer.start_line)?;
    let mut missing = Vec::new();
    for field in FIELDS {
        let name = name(field, language);
        match said(offer, field, language) {
            Said::Value(value) => writeln!(out, "  {}  {value}", padded(name))?,
            Said::Words(words) => writeln!(out, "  {}  « {words} »", padded(name))?,
            Said::Nothing => missing.push(name),
        }
    }
    if !missing.is_empty() {
        let label = match language {
            Language::French => "non dit",
            Language::English => "not said",
        };
        writeln!(out, "  {}  {}", padded(label), missing.join(", "))?;
    }
    writeln!(out)
}

/// Field by field, how many offers state a value, how many only have words, how many say nothing.
fn print_coverage(out: &mut impl Write, dataset: &Dataset, language: Language) -> io::Result<()> {
    let count = dataset.offers.len();
    let [title, value, words, nothing] = match language {
        Language::French => ["champ", "valeur", "mots", "non dit"],
        Language::English => ["field", "value", "words", "not said"],
    };
    writeln!(out, "{}  {value:>8}  {words:>8}  {nothing:>8}", padded(title))?;
    for field in FIELDS {
        let mut counts = [0; 3];
        for offer in &dataset.offers {
            counts[match said(offer, field, language) {
                Said::Value(_) => 0,
                Said::Words(_) => 1,
                Said::Nothing => 2,
            }] += 1;
        }
        let [values, words, nothing] = counts;
        writeln!(out, "{}  {values:>8}  {words:>8}  {nothing:>8}", padded(name(field, language)))?;
    }
    match (language, count) {
        (Language::French, 0 | 1) => writeln!(out, "\n{count} offre"),
        (Language::French, _) => writeln!(out, "\n{count} offres"),
        (Language::English, 1) => writeln!(out, "\n{count} offer"),
        (Language::English, _) => writeln!(out, "\n{count} offers"),
    }
}

pub(super) fn name(field: Field, language: Language) -> &'static str {
    match language {
        Language::French => field.french(),
        Language::English => field.english(),
    }
}

/// A name in a column of its own.
fn padded(name: &str) -> String {
    const WIDTH: usize = 19;
    format!("{name}{}", " ".repeat(WIDTH.saturating_sub(name.chars().count())))
}

fn said(offer: &Offer, field: Field, language: Language) -> Said {
    let value = match field {
        Field::Title => offer.title.clone(),
        Field::Organisation => offer.organisation.clone(),
        Field::Contract | Field::ContractDetail => offer.contract.map(|contract| {
            let detail = offer.contract_detail.as_ref().map(|detail| format!(" ({detail})"));
            contract.word().to_owned() + &detail.unwrap_or_default()
        }),
        Field::Places => listed(offer.places.iter().map(|place| {
            let area = place.postal_code.as_ref().or(place.department.as_ref());
            let main = [&place.city, &place.region, &place.country].into_iter().flatten().next();
            let area = area.map(|area| format!(" ({area})")).unwrap_or_default();
            main.cloned().unwrap_or_default() + &area
        })),
        Field::Remote => offer.remote.map(|remote| remote_name(remote, language).to_owned()),
        Field::DurationMonths => offer.duration_months.map(|[least, most]| {
            let unit = if language == Language::French { "mois" } else { "months" };
            if least == most {
                format!("{least} {unit}")
            } else {
                format!("{least}–{most} {unit}")
            }
        }),
        Field::Start => offer.start.map(|Start { from, to }| {
            let moments = [from, to].map(|when| when.map(|when| when.to_string()));
            moments.into_iter().flatten().collect::<Vec<_>>().join(" – ")
        }),
        Field::Deadline => offer.deadline.map(|day| day.to_string()),
        Field::Pay => offer.pay.as_ref().map(|pay| pay_shown(pay, language)),
        Field::HoursPerWeek => offer.hours_per_week.map(|[least, most]| {
            if least == most { format!("{least} h") } else { format!("{least}–{most} h") }
        }),
        Field::StudyLevel => listed(offer.study_level.iter().map(|level| level.word().to_owned())),
        Field::DrivingLicence => {
            offer.driving_licence.map(|licence| licence_name(licence, language).to_owned())
        }
        Field::ApplyEmails => listed(offer.apply_emails.iter().cloned()),
        Field::Contacts => listed(offer.contacts.iter().map(|contact| {
            let parts = [&contact.name, &contact.email, &contact.phone];
            parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
        })),
        Field::Urls => listed(offer.urls.iter().cloned()),
        Field::Reference => offer.reference.clone(),
        Field::Published => offer.published.map(|day| day.to_string()),
        Field::Benefits => listed(offer.benefits.iter().map(|benefit| benefit.word().to_owned())),
    };
    match (value, offer.words(field)) {
        (Some(value), _) => Said::Value(value),
        (None, Some(words)) => Said::Words(words.split_whitespace().collect::<Vec<_>>().join(" ")),
        (None, None) => Said::Nothing,
    }
}

/// Values side by side; `None` where there are none.
fn listed(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| values.join(", "))
}

fn remote_name(remote: Remote, language: Language) -> &'static str {
    match (remote, language) {
        (Remote::None, Language::French) => "non",
        (Remote::Partial, Language::French) => "partiel",
        (Remote::Full, Language::French) => "complet",
        (Remote::None, Language::English) => "no",
        (Remote::Partial, Language::English) => "partial",
        (Remote::Full, Language::English) => "full",
    }
}

fn licence_name(licence: DrivingLicence, language: Language) -> &'static str {
    match (licence, language) {
        (DrivingLicence::Required, Language::French) => "exigé",
        (DrivingLicence::Recommended, Language::French) => "apprécié",
        (DrivingLicence::Required, Language::English) => "required",
        (DrivingLicence::Recommended, Language::English) => "recommended",
    }
}

fn pay_shown(pay: &Pay, language: Language) -> String {
    let figures = match pay.max {
        Some(max) => format!("{}–{max}", pay.min),
        None => pay.min.to_string(),
    };
    let [period, gross, net] = match (language, pay.period) {
        (Language::French, Period::Hour) => ["heure", "brut", "net"],
        (Language::French, Period::Month) => ["mois", "brut", "net"],
        (Language::French, Period::Year) => ["an", "brut", "net"],
        (Language::English, Period::Hour) => ["hour", "gross", "net"],
        (Language::English, Period::Month) => ["month", "gross", "net"],
        (Language::English, Period::Year) => ["year", "gross", "net"],
    };
    let tax = match pay.gross {
        Some(true) => format!(" {gross}"),
        Some(false) => format!(" {net}"),
        None => String::new(),
    };
    format!("{figures} {}/{period}{tax}", pay.currency)
}
