//! An offer as search engines read it: a `JobPosting` of schema.org in JSON-LD. What is not stated is left out.

use super::{Published, offer::folder};
use serde_json::{Map, Value, json};
use tremplin_engine::offer::{Contract, Offer, Pay, Period, Place, Remote, StudyLevel};

/// The content of the script, safe to stand in HTML; `text` is the offer's text as HTML.
pub(super) fn script(from: &Published, offer: &Offer, text: &str) -> String {
    let mut posting = posting(offer, text);
    if let Some(address) = from.address() {
        posting.insert("url".to_owned(), json!(format!("{address}{}", folder(offer))));
        let logo = offer.organisation.as_ref().and_then(|name| from.settings.logos.get(name));
        if let (Some(logo), Some(organisation)) = (logo, posting.get_mut("hiringOrganization")) {
            organisation["logo"] = json!(format!("{address}{logo}"));
        }
    }
    Value::Object(posting).to_string().replace('<', "\\u003c")
}

fn posting(offer: &Offer, text: &str) -> Map<String, Value> {
    let mut posting = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            posting.insert(name.to_owned(), value);
        }
    };
    add("@context", Some(json!("https://schema.org")));
    add("@type", Some(json!("JobPosting")));
    add("title", Some(json!(offer.title.as_deref().unwrap_or(&offer.heading))));
    add("description", Some(json!(text)));
    add("datePosted", offer.published.map(|day| json!(day.to_string())));
    add("validThrough", offer.deadline.map(|day| json!(format!("{day}T23:59:59"))));
    let organisation = offer.organisation.as_deref();
    add(
        "hiringOrganization",
        organisation.map(|name| json!({ "@type": "Organization", "name": name })),
    );
    let places: Vec<Value> = offer.places.iter().filter_map(place).collect();
    add("jobLocation", (!places.is_empty()).then(|| json!(places)));
    let country = offer.places.first().and_then(|place| place.country.as_deref());
    if let (Some(Remote::Full), Some(country)) = (offer.remote, country) {
        // The one asks for the other.
        add("jobLocationType", Some(json!("TELECOMMUTE")));
        let country = json!({ "@type": "Country", "name": country });
        add("applicantLocationRequirements", Some(country));
    }
    add("employmentType", employment_type(offer).map(|kind| json!(kind)));
    add("baseSalary", offer.pay.as_ref().map(salary));
    let start = offer.start.and_then(|start| start.from);
    add("jobStartDate", start.map(|start| json!(start.to_string())));
    add("workHours", offer.hours_per_week.map(|hours| json!(hours_per_week(hours))));
    add(
        "identifier",
        offer.reference.as_ref().map(|reference| {
            let mut value = json!({ "@type": "PropertyValue", "value": reference });
            if let Some(name) = organisation {
                value["name"] = json!(name);
            }
            value
        }),
    );
    add("educationRequirements", offer.study_level.first().map(|&level| education(level)));
    posting
}

fn place(place: &Place) -> Option<Value> {
    let mut address = Map::new();
    let country = match place.country.as_deref() {
        Some("France") => Some("FR"),
        other => other,
    };
    for (name, value) in [
        ("addressLocality", place.city.as_deref()),
        ("postalCode", place.postal_code.as_deref()),
        ("addressRegion", place.region.as_deref()),
        ("addressCountry", country),
    ] {
        if let Some(value) = value {
            address.insert(name.to_owned(), json!(value));
        }
    }
    if address.is_empty() {
        return None;
    }
    address.insert("@type".to_owned(), json!("PostalAddress"));
    let mut place_of_work = json!({ "@type": "Place", "address": address });
    // What is known to a tenth of a degree tells no reader where to go.
    let exact = |degrees: &f64| (degrees * 10.0).fract() != 0.0;
    if let (Some(lat), Some(lon)) = (place.lat.filter(exact), place.lon.filter(exact)) {
        place_of_work["geo"] =
            json!({ "@type": "GeoCoordinates", "latitude": lat, "longitude": lon });
    }
    Some(place_of_work)
}

fn employment_type(offer: &Offer) -> Option<&'static str> {
    let detail = offer.contract_detail.as_deref().unwrap_or("");
    match offer.contract? {
        Contract::Stage => Some("INTERN"),
        Contract::ServiceCivique | Contract::Volontariat => Some("VOLUNTEER"),
        Contract::Alternance => Some("OTHER"),
        Contract::Emploi if detail.contains("CDD") => Some("TEMPORARY"),
        Contract::Emploi if detail.contains("CDI") => Some("FULL_TIME"),
        Contract::Emploi => None,
    }
}

fn salary(pay: &Pay) -> Value {
    let unit = match pay.period {
        Period::Hour => "HOUR",
        Period::Month => "MONTH",
        Period::Year => "YEAR",
    };
    let mut value = json!({ "@type": "QuantitativeValue", "unitText": unit });
    match pay.max {
        Some(max) => {
            value["minValue"] = json!(pay.min);
            value["maxValue"] = json!(max);
        }
        None => value["value"] = json!(pay.min),
    }
    json!({ "@type": "MonetaryAmount", "currency": pay.currency, "value": value })
}

/// « 35 h par semaine », « 24 à 28 h par semaine »
fn hours_per_week([least, most]: [f64; 2]) -> String {
    let hours = |hours: f64| hours.to_string().replace('.', ",");
    if (most - least).abs() < f64::EPSILON {
        format!("{} h par semaine", hours(least))
    } else {
        format!("{} à {} h par semaine", hours(least), hours(most))
    }
}

fn education(level: StudyLevel) -> Value {
    let credential = match level {
        StudyLevel::Bac2 => "associate degree",
        StudyLevel::Bac3 => "bachelor degree",
        _ => "postgraduate degree",
    };
    json!({ "@type": "EducationalOccupationalCredential", "credentialCategory": credential })
}

#[cfg(test)]
mod tests {
    use super::{hours_per_week, posting};
    use serde_json::json;
    use tremplin_engine::offer::{Contract, Offer, Pay, Period, Place, Remote};

    #[test]
    fn what_is_not_stated_is_left_out() {
        let offer = Offer { heading: "Stage".to_owned(), ..Offer::default() };
        let posting = posting(&offer, "<p>x</p>");
        let names: Vec<&str> = posting.keys().map(String::as_str).collect();
        assert_eq!(names, ["@context", "@type", "description", "title"]);
    }

    #[test]
    fn what_is_stated_is_told() {
        let offer = Offer {
            title: Some("Taille".to_owned()),
            contract: Some(Contract::Stage),
            organisation: Some("Le Verger".to_owned()),
            reference: Some("T-1".to_owned()),
            remote: Some(Remote::Full),
            deadline: "2026-12-01".parse().ok(),
            places: vec![Place {
                city: Some("Dol-de-Bretagne".to_owned()),
                country: Some("France".to_owned()),
                ..Place::default()
            }],
            pay: Some(Pay {
                min: 4.35,
                max: None,
                period: Period::Hour,
                currency: "EUR".to_owned(),
                gross: None,
            }),
            ..Offer::default()
        };
        let posting = posting(&offer, "<p>x</p>");
        assert_eq!(posting["employmentType"], "INTERN");
        assert_eq!(posting["validThrough"], "2026-12-01T23:59:59");
        assert_eq!(posting["jobLocationType"], "TELECOMMUTE");
        assert_eq!(posting["jobLocation"][0]["address"]["addressCountry"], "FR");
        assert_eq!(
            posting["baseSalary"]["value"],
            json!({ "@type": "QuantitativeValue", "unitText": "HOUR", "value": 4.35 })
        );
        assert_eq!(
            posting["identifier"],
            json!({ "@type": "PropertyValue", "name": "Le Verger", "value": "T-1" })
        );
        assert_eq!(hours_per_week([24.0, 28.5]), "24 à 28,5 h par semaine");
    }
}
