//! An offer as open data: every documented key, unknown ones `null` or empty.

use crate::offer::{Contact, Field, Offer, Place};
use crate::outline::{self, Line, Role};
use serde_json::{Map, Value, json};

/// The offer as one JSON object with the public keys; `null` for what the text does not state.
///
/// Blocks of sections are `{"paragraph": "…"}` or `{"list": [{"text": "…", "list": […]}]}`; `"numbered": true` marks
/// the items that the author counted.
pub fn open(offer: &Offer) -> Value {
    let words = |field: Field| offer.words(field);
    json!({
        "id": offer.id,
        "file": offer.file,
        "start_line": offer.start_line,
        "end_line": offer.end_line,
        "heading": offer.heading,
        "title": offer.title,
        "organisation": offer.organisation,
        "contract": offer.contract,
        "contract_detail": offer.contract_detail,
        "places": offer.places.iter().map(place).collect::<Vec<_>>(),
        "remote": offer.remote,
        "remote_text": words(Field::Remote),
        "duration_months": offer.duration_months,
        "duration_text": words(Field::DurationMonths),
        "start": offer.start,
        "start_text": words(Field::Start),
        "deadline": offer.deadline,
        "deadline_text": words(Field::Deadline),
        "pay": offer.pay,
        "pay_month_eur": offer.pay.as_ref().and_then(|pay| pay.month_eur()),
        "pay_text": words(Field::Pay),
        "hours_per_week": stored(offer, "hours_per_week"),
        "study_level": offer.study_level,
        "study_text": words(Field::StudyLevel),
        "driving_licence": offer.driving_licence,
        "contacts": offer.contacts.iter().map(contact).collect::<Vec<_>>(),
        "apply_emails": offer.apply_emails,
        "urls": offer.urls,
        "reference": offer.reference,
        "published": offer.published,
        "benefits": offer.benefits,
        "sections": sections(offer),
    })
}

/// A field in its stored form, where that is the public one.
fn stored(offer: &Offer, key: &str) -> Value {
    serde_json::to_value(offer)
        .ok()
        .and_then(|value| value.get(key).cloned())
        .unwrap_or(Value::Null)
}

fn place(place: &Place) -> Value {
    let Place { city, postal_code, department, region, country, lat, lon } = place;
    json!({
        "city": city, "postal_code": postal_code, "department": department, "region": region, "country": country,
        "lat": lat, "lon": lon,
    })
}

fn contact(contact: &Contact) -> Value {
    let Contact { email, name, phone } = contact;
    json!({ "email": email, "name": name, "phone": phone })
}

fn sections(offer: &Offer) -> Vec<Value> {
    let sections = outline::sections(&offer.text);
    let kinds = offer.section_kinds.iter().map(Some).chain(std::iter::repeat(None));
    let written = sections.iter().zip(kinds).map(|(section, kind)| {
        json!({
            "kind": kind,
            "heading": section.heading.map(|heading| heading.of(&offer.text)),
            "blocks": blocks(&section.lines, &offer.text),
        })
    });
    written.collect()
}

/// Paragraphs, and runs of items as lists.
fn blocks(lines: &[Line], text: &str) -> Vec<Value> {
    let mut blocks = Vec::new();
    let mut rest = lines;
    while let Some(line) = rest.first() {
        let items = rest.iter().take_while(|line| matches!(line.role, Role::Item { .. })).count();
        if items == 0 {
            blocks.push(json!({ "paragraph": line.span.of(text) }));
            rest = &rest[1..];
        } else {
            blocks.push(json!({ "list": list(&rest[..items], text) }));
            rest = &rest[items..];
        }
    }
    blocks
}

/// Items, each with the deeper ones that follow it.
fn list(items: &[Line], text: &str) -> Vec<Value> {
    let depth = |line: &Line| match line.role {
        Role::Item { depth, .. } => depth,
        _ => 0,
    };
    let mut list = Vec::new();
    let mut rest = items;
    while let Some(item) = rest.first() {
        let inner = rest[1..].iter().take_while(|line| depth(line) > depth(item)).count();
        let mut written = Map::new();
        written.insert("text".to_owned(), json!(item.span.of(text)));
        if matches!(item.role, Role::Item { numbered: true, .. }) {
            written.insert("numbered".to_owned(), json!(true));
        }
        if inner > 0 {
            written.insert("list".to_owned(), json!(self::list(&rest[1..=inner], text)));
        }
        list.push(Value::Object(written));
        rest = &rest[1 + inner..];
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_nest_their_lists() {
        let text = "Titre\n# Missions\nVous :\n- tenir\n  - les pages\n- lire\nEt puis.\n1. Un";
        let offer = Offer { text: text.to_owned(), ..Offer::default() };
        assert_eq!(
            open(&offer)["sections"],
            json!([{ "kind": null, "heading": "Missions", "blocks": [
                { "paragraph": "Vous :" },
                { "list": [{ "text": "tenir", "list": [{ "text": "les pages" }] }, { "text": "lire" }] },
                { "paragraph": "Et puis." },
                { "list": [{ "text": "1. Un", "numbered": true }] },
            ] }])
        );
    }

    #[test]
    fn what_is_unknown_is_null() {
        let value = open(&Offer::default());
        assert_eq!(
            (&value["pay"], &value["remote_text"], &value["places"]),
            (&Value::Null, &Value::Null, &json!([]))
        );
    }
}
