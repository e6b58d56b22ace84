//! The offers as open data: `offres.json` with its schema, and `offres.csv`.

use super::{Published, offer::folder};
use crate::dist::assemble::Site;
use anyhow::Result;
use tremplin_engine::offer::Offer;

/// The form of `offres.json`.
const SCHEMA: &str = include_str!("offres.schema.json");

/// A column's name and what stands in it.
type Column = (&'static str, fn(&Offer) -> String);

/// The columns of `offres.csv`, after `status` and `page`: named as the fields of `offres.json`. Several values stand
/// between ` | `; places and ranges have a column for each of their parts.
const COLUMNS: [Column; 27] = [
    ("id", |offer| offer.id.clone()),
    ("title", |offer| text(&offer.title)),
    ("organisation", |offer| text(&offer.organisation)),
    ("contract", |offer| offer.contract.map_or("", |contract| contract.word()).to_owned()),
    ("contract_detail", |offer| text(&offer.contract_detail)),
    ("city", |offer| offer.places.first().map_or(String::new(), |place| text(&place.city))),
    ("postal_code", |offer| {
        offer.places.first().map_or(String::new(), |place| text(&place.postal_code))
    }),
    ("department", |offer| {
        offer.places.first().map_or(String::new(), |place| text(&place.department))
    }),
    ("region", |offer| offer.places.first().map_or(String::new(), |place| text(&place.region))),
    ("country", |offer| offer.places.first().map_or(String::new(), |place| text(&place.country))),
    ("remote", |offer| offer.remote.map_or("", |remote| remote.word()).to_owned()),
    ("duration_months_min", |offer| number(offer.duration_months.map(|[least, _]| least))),
    ("duration_months_max", |offer| number(offer.duration_months.map(|[_, most]| most))),
    ("start_from", |offer| number(offer.start.and_then(|start| start.from))),
    ("start_to", |offer| number(offer.start.and_then(|start| start.to))),
    ("deadline", |offer| number(offer.deadline)),
    ("pay_min", |offer| number(offer.pay.as_ref().map(|pay| pay.min))),
    ("pay_max", |offer| number(offer.pay.as_ref().and_then(|pay| pay.max))),
    ("pay_period", |offer| offer.pay.as_ref().map_or("", |pay| pay.period.word()).to_owned()),
    ("pay_currency", |offer| offer.pay.as_ref().map_or("", |pay| &pay.currency).to_owned()),
    ("study_level", |offer| listed(offer.study_level.iter().map(|level| level.word()))),
    ("driving_licence", |offer| {
        offer.driving_licence.map_or("", |licence| licence.word()).to_owned()
    }),
    ("benefits", |offer| listed(offer.benefits.iter().map(|benefit| benefit.word()))),
    ("apply_emails", |offer| listed(offer.apply_emails.iter().map(String::as_str))),
    ("urls", |offer| listed(offer.urls.iter().map(String::as_str))),
    ("reference", |offer| text(&offer.reference)),
    ("published", |offer| number(offer.published)),
];

/// Adds `offres.json`, its schema and `offres.csv`.
pub(super) fn add(from: &Published, site: &mut Site) -> Result<()> {
    site.insert("offres.json".to_owned(), from.dataset.to_json().into_bytes());
    site.insert("offres.schema.json".to_owned(), SCHEMA.as_bytes().to_vec());
    let mut table = csv::Writer::from_writer(Vec::new());
    let names = COLUMNS.iter().map(|(name, _)| *name);
    table.write_record(["status", "page"].into_iter().chain(names))?;
    let home = from.address().unwrap_or_default();
    for offer in &from.dataset.offers {
        let status = offer.status(from.today).word();
        let page = format!("{home}{}", folder(offer));
        let values = COLUMNS.iter().map(|(_, value)| harmless(value(offer)));
        table.write_record([status.to_owned(), page].into_iter().chain(values))?;
    }
    // Spreadsheets take a file without this mark for one of another century.
    let mut file = "\u{feff}".as_bytes().to_vec();
    file.extend(table.into_inner()?);
    site.insert("offres.csv".to_owned(), file);
    Ok(())
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn number<T: ToString>(value: Option<T>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn listed<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.collect::<Vec<_>>().join(" | ")
}

/// A value that no spreadsheet takes for a formula.
fn harmless(value: String) -> String {
    match value.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{value}"),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, harmless};
    use tremplin_engine::offer::{Offer, StudyLevel};

    #[test]
    fn a_value_is_never_a_formula() {
        assert_eq!(harmless("=1+1".to_owned()), "'=1+1");
        assert_eq!(harmless("Stage".to_owned()), "Stage");
    }

    #[test]
    fn what_is_not_stated_is_empty() {
        let offer =
            Offer { study_level: vec![StudyLevel::Bac4, StudyLevel::Bac5], ..Offer::default() };
        let row: Vec<String> = COLUMNS
            .iter()
            .map(|(_, value)| value(&offer))
            .filter(|value| !value.is_empty())
            .collect();
        assert_eq!(row, ["bac+4 | bac+5"]);
    }
}
