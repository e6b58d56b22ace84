//! The stored JSON read back: parsed once into a general value, then taken apart by name.
//!
//! Derived readers would be compiled anew for each type, and weigh more in the widget than the offers themselves.
//! The law: what is written reads back the same; anything else reads as nothing, and never panics.

use super::{Dataset, VERSION};
use crate::calendar::{Date, When};
use crate::offer::{
    Benefit, Contact, Contract, DrivingLicence, Evidence, Field, Offer, Pay, Period, Place, Remote,
    SectionKind, Start, StudyLevel,
};
use crate::span::Span;
use serde_json::{Map, Value};

/// The dataset that a value stores; `None` when it is no dataset of this version.
pub(super) fn dataset(value: Value) -> Option<Dataset> {
    let Value::Object(mut object) = value else { return None };
    let version = object.get("version")?.as_u64()?;
    if version != u64::from(VERSION) {
        return None;
    }
    let offers = list(object.remove("offers")?, |value| match value {
        Value::Object(object) => offer(Object(object)),
        _ => None,
    })?;
    Some(Dataset { version: VERSION, offers })
}

/// The offer that an object of the stored form, or of the public one with its text, tells.
#[cfg(feature = "read")]
pub(super) fn open_offer(value: Value) -> Option<Offer> {
    match value {
        Value::Object(object) => offer(Object(object)),
        _ => None,
    }
}

/// An object whose members are taken one by one.
struct Object(Map<String, Value>);

impl Object {
    /// The member, absent when it is missing or `null`.
    fn take(&mut self, key: &str) -> Option<Value> {
        self.0.remove(key).filter(|value| !value.is_null())
    }

    /// A text that may be absent; `None` when something else stands there.
    fn text(&mut self, key: &str) -> Option<Option<String>> {
        match self.take(key) {
            None => Some(None),
            Some(value) => text(value).map(Some),
        }
    }

    /// A word of a closed list, or a date: a text that may be absent, read by `read`.
    fn word<T>(&mut self, key: &str, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
        match self.text(key)? {
            None => Some(None),
            Some(word) => read(&word).map(Some),
        }
    }

    /// A list, empty when it is absent.
    fn list<T>(&mut self, key: &str, read: fn(Value) -> Option<T>) -> Option<Vec<T>> {
        self.take(key).map_or(Some(Vec::new()), |value| list(value, read))
    }

    fn number(&mut self, key: &str) -> Option<Option<f64>> {
        match self.take(key) {
            None => Some(None),
            Some(value) => value.as_f64().map(Some),
        }
    }

    fn count(&mut self, key: &str) -> Option<u32> {
        u32::try_from(self.take(key)?.as_u64()?).ok()
    }

    /// A member that is an object, and may be absent.
    fn object<T>(&mut self, key: &str, read: fn(Object) -> Option<T>) -> Option<Option<T>> {
        match self.take(key) {
            None => Some(None),
            Some(value) => object(value, read).map(Some),
        }
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn list<T>(value: Value, read: fn(Value) -> Option<T>) -> Option<Vec<T>> {
    match value {
        Value::Array(items) => items.into_iter().map(read).collect(),
        _ => None,
    }
}

fn object<T>(value: Value, read: fn(Object) -> Option<T>) -> Option<T> {
    match value {
        Value::Object(members) => read(Object(members)),
        _ => None,
    }
}

fn offer(mut from: Object) -> Option<Offer> {
    let pair = |pair: Vec<f64>| <[f64; 2]>::try_from(pair).ok();
    let duration = from.list("duration_months", |value| value.as_f64())?;
    let hours = from.list("hours_per_week", |value| value.as_f64())?;
    Some(Offer {
        id: from.text("id")??,
        file: from.text("file")??,
        start_line: from.count("start_line")?,
        end_line: from.count("end_line")?,
        heading: from.text("heading")??,
        title: from.text("title")?,
        organisation: from.text("organisation")?,
        contract: from.word("contract", Contract::from_word)?,
        contract_detail: from.text("contract_detail")?,
        places: from.list("places", |value| object(value, place))?,
        remote: from.word("remote", Remote::from_word)?,
        duration_months: pair(duration).map(|pair| pair.map(|months| months as u16)),
        start: from.object("start", start)?,
        deadline: from.word("deadline", date)?,
        pay: from.object("pay", pay)?,
        hours_per_week: pair(hours),
        study_level: from.list("study_level", |value| StudyLevel::from_word(value.as_str()?))?,
        driving_licence: from.word("driving_licence", DrivingLicence::from_word)?,
        contacts: from.list("contacts", |value| object(value, contact))?,
        apply_emails: from.list("apply_emails", text)?,
        urls: from.list("urls", text)?,
        reference: from.text("reference")?,
        published: from.word("published", date)?,
        benefits: from.list("benefits", |value| Benefit::from_word(value.as_str()?))?,
        section_kinds: from
            .list("section_kinds", |value| SectionKind::from_word(value.as_str()?))?,
        evidence: from
            .object("evidence", |members| members.0.into_iter().map(evidence).collect())?
            .unwrap_or_default(),
        text: from.text("text")??,
    })
}

fn evidence((field, value): (String, Value)) -> Option<(Field, Evidence)> {
    let Value::Array(parts) = value else { return None };
    let [start, end, Value::String(rule)] = parts.as_slice() else { return None };
    let byte = |value: &Value| u32::try_from(value.as_u64()?).ok();
    let span = Span { start: byte(start)?, end: byte(end)? };
    Some((Field::from_word(&field)?, Evidence { span, rule: rule.clone() }))
}

fn date(word: &str) -> Option<Date> {
    word.parse().ok()
}

fn when(word: &str) -> Option<When> {
    word.parse().ok()
}

fn start(mut from: Object) -> Option<Start> {
    Some(Start { from: from.word("from", when)?, to: from.word("to", when)? })
}

fn pay(mut from: Object) -> Option<Pay> {
    Some(Pay {
        min: from.number("min")??,
        max: from.number("max")?,
        period: from.word("period", Period::from_word)??,
        currency: from.text("currency")??,
        gross: match from.take("gross") {
            None => None,
            Some(value) => Some(value.as_bool()?),
        },
    })
}

fn place(mut from: Object) -> Option<Place> {
    Some(Place {
        city: from.text("city")?,
        postal_code: from.text("postal_code")?,
        department: from.text("department")?,
        region: from.text("region")?,
        country: from.text("country")?,
        lat: from.number("lat")?,
        lon: from.number("lon")?,
    })
}

fn contact(mut from: Object) -> Option<Contact> {
    Some(Contact {
        email: from.text("email")?,
        name: from.text("name")?,
        phone: from.text("phone")?,
    })
}
