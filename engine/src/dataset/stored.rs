//! The stored JSON read back: parsed once into a general value, then taken apart by name.
//!
//! Derived readers would be compiled anew for each type, and weigh more in the widget than the offers themselves.
//! The law: what is written reads back the same; anything else reads as nothing, and never panics.

use super::{Dataset, VERSION};
use crate::calendar::{Date, When};
use crate::json::Value;
use crate::offer::{
    Benefit, Contact, Contract, DrivingLicence, Evidence, Evidences, Field, Offer, Pay, Period,
    Place, Remote, SectionKind, Start, StudyLevel,
};
use crate::span::Span;

/// The dataset that a value stores; `None` when it is no dataset of this version.
pub(super) fn dataset(value: Value) -> Option<Dataset> {
    object(value, |mut from| {
        let version = from.count("version")?;
        give_texts(&mut from)?;
        let offers = from.list("offers", offer_of)?;
        (version == VERSION).then_some(Dataset { version, offers })
    })
}

/// Gives each offer its text, where the texts stand by themselves; `None` when there are more or fewer of them.
fn give_texts(from: &mut Object) -> Option<()> {
    let Some(Value::List(texts)) = from.take("texts") else { return Some(()) };
    let offers = from.0.iter_mut().find(|(name, _)| name == "offers");
    let Some((_, Value::List(offers))) = offers else { return None };
    if offers.len() != texts.len() {
        return None;
    }
    for (offer, text) in offers.iter_mut().zip(texts) {
        let Value::Object(members) = offer else { return None };
        members.push(("text".to_owned(), text));
    }
    Some(())
}

/// The offer that an object of the stored form, or of the public one with its text, tells.
pub(super) fn offer_of(value: Value) -> Option<Offer> {
    object(value, offer)
}

/// An object whose members are taken one by one. What takes them is never inlined: an offer has thirty.
struct Object(Vec<(String, Value)>);

impl Object {
    /// The member, absent when it is missing or `null`.
    #[inline(never)]
    fn take(&mut self, key: &str) -> Option<Value> {
        let member = self.0.iter_mut().find(|(name, _)| name == key)?;
        match std::mem::replace(&mut member.1, Value::Null) {
            Value::Null => None,
            value => Some(value),
        }
    }

    /// A text that may be absent; `None` when something else stands there.
    #[inline(never)]
    fn text(&mut self, key: &str) -> Option<Option<String>> {
        match self.take(key) {
            None => Some(None),
            Some(value) => text(value).map(Some),
        }
    }

    /// Texts that may be absent, each into its field.
    fn fill<const N: usize>(&mut self, texts: [(&str, &mut Option<String>); N]) -> Option<()> {
        for (key, field) in texts {
            *field = self.text(key)?;
        }
        Some(())
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
        let items = match self.take(key) {
            None => Vec::new(),
            Some(Value::List(items)) => items,
            Some(_) => return None,
        };
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            list.push(read(item)?);
        }
        Some(list)
    }

    /// A list of words of a closed list.
    fn words<T>(&mut self, key: &str, read: fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let words = self.list(key, text)?;
        let mut list = Vec::with_capacity(words.len());
        for word in words {
            list.push(read(&word)?);
        }
        Some(list)
    }

    #[inline(never)]
    fn number(&mut self, key: &str) -> Option<Option<f64>> {
        match self.take(key) {
            None => Some(None),
            Some(value) => number(value).map(Some),
        }
    }

    #[inline(never)]
    fn count(&mut self, key: &str) -> Option<u32> {
        whole(&self.take(key)?)
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
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn number(value: Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// A number that counts something.
fn whole(value: &Value) -> Option<u32> {
    match value {
        // Converting saturates: what is negative, too large or broken does not come back.
        Value::Number(number) if f64::from(*number as u32) == *number => Some(*number as u32),
        _ => None,
    }
}

fn object<T>(value: Value, read: fn(Object) -> Option<T>) -> Option<T> {
    match value {
        Value::Object(members) => read(Object(members)),
        _ => None,
    }
}

/// An offer is filled field by field: were it made at once, each field that fails would drop all those before it, one by one.
fn offer(mut from: Object) -> Option<Offer> {
    let mut offer = Offer::default();
    fill(&mut offer, &mut from)?;
    Some(offer)
}

fn fill(offer: &mut Offer, from: &mut Object) -> Option<()> {
    let pair = |pair: Vec<f64>| <[f64; 2]>::try_from(pair).ok();
    let duration = pair(from.list("duration_months", number)?);
    offer.id = from.text("id")??;
    offer.file = from.text("file")?.unwrap_or_default();
    offer.start_line = from.count("start_line").unwrap_or_default();
    offer.end_line = from.count("end_line").unwrap_or_default();
    offer.heading = from.text("heading")??;
    offer.title = from.text("title")?;
    offer.organisation = from.text("organisation")?;
    offer.contract = from.word("contract", Contract::from_word)?;
    offer.contract_detail = from.text("contract_detail")?;
    offer.places = from.list("places", |value| object(value, place))?;
    offer.remote = from.word("remote", Remote::from_word)?;
    offer.duration_months = duration.map(|pair| pair.map(|months| months as u16));
    offer.start = from.object("start", start)?;
    offer.deadline = from.word("deadline", date)?;
    offer.pay = from.object("pay", pay)?;
    offer.hours_per_week = pair(from.list("hours_per_week", number)?);
    offer.study_level = from.words("study_level", StudyLevel::from_word)?;
    offer.driving_licence = from.word("driving_licence", DrivingLicence::from_word)?;
    offer.contacts = from.list("contacts", |value| object(value, contact))?;
    offer.apply_emails = from.list("apply_emails", text)?;
    offer.urls = from.list("urls", text)?;
    offer.reference = from.text("reference")?;
    offer.published = from.word("published", date)?;
    offer.benefits = from.words("benefits", Benefit::from_word)?;
    offer.section_kinds = from.words("section_kinds", SectionKind::from_word)?;
    offer.evidence = from.object("evidence", evidence)?.unwrap_or_default();
    offer.text = from.text("text")??;
    Some(())
}

fn evidence(from: Object) -> Option<Evidences> {
    let mut all = Evidences::default();
    for (field, value) in from.0 {
        let Value::List(parts) = value else { return None };
        // Without a rule, the words' length stands in the place of their end.
        let (start, end, rule) = match parts.as_slice() {
            [start, end, Value::Text(rule)] => (whole(start)?, whole(end)?, rule.clone()),
            [start, length] => {
                let start = whole(start)?;
                (start, start.saturating_add(whole(length)?), String::new())
            }
            _ => return None,
        };
        let span = Span { start, end };
        all.insert(Field::from_word(&field)?, Evidence { span, rule });
    }
    Some(all)
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
            Some(Value::Bool(gross)) => Some(gross),
            Some(_) => return None,
        },
    })
}

fn place(mut from: Object) -> Option<Place> {
    let mut place = Place::default();
    let texts = [
        ("city", &mut place.city),
        ("postal_code", &mut place.postal_code),
        ("department", &mut place.department),
        ("region", &mut place.region),
        ("country", &mut place.country),
    ];
    from.fill(texts)?;
    place.lat = from.number("lat")?;
    place.lon = from.number("lon")?;
    Some(place)
}

fn contact(mut from: Object) -> Option<Contact> {
    let mut contact = Contact::default();
    let Contact { email, name, phone } = &mut contact;
    from.fill([("email", email), ("name", name), ("phone", phone)])?;
    Some(contact)
}
