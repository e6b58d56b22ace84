//! Open data read back: the objects that [`open`](super::open) writes, as offers without their evidence.

use super::{Dataset, VERSION, stored};
use crate::offer::SectionKind;
use crate::outline::{HEADING, ITEM};
use serde::de::Error;
use serde_json::Value;
use std::fmt::Write;

impl Dataset {
    /// Reads open data: an array of offers, or an object whose `offers` it is.
    ///
    /// # Errors
    /// When `json` is no JSON, or one of its offers is none.
    pub fn from_open(json: &str) -> Result<Self, serde_json::Error> {
        let mut value: Value = serde_json::from_str(json)?;
        let list = match value.get_mut("offers") {
            Some(offers) => offers.take(),
            None => value,
        };
        let Value::Array(list) = list else { return Err(Error::custom("no list of offers")) };
        let mut offers = Vec::with_capacity(list.len());
        for (number, mut offer) in list.into_iter().enumerate() {
            let wrong = || Error::custom(format_args!("offer {} is none", number + 1));
            let text = text(&offer);
            let object = offer.as_object_mut().ok_or_else(wrong)?;
            if !object.contains_key("text") {
                let sections = object.remove("sections").unwrap_or_default();
                let kind = |section: &Value| match &section["kind"] {
                    Value::Null => SectionKind::Other.word().into(),
                    kind => kind.clone(),
                };
                let kinds = sections.as_array().into_iter().flatten().map(kind);
                object.insert("section_kinds".to_owned(), kinds.collect());
                object.insert("text".to_owned(), text.into());
            }
            offers.push(stored::open_offer(offer).ok_or_else(wrong)?);
        }
        Ok(Self { version: VERSION, offers })
    }
}

/// The text of an offer, from its heading and its sections.
fn text(offer: &Value) -> String {
    let mut text = offer["heading"].as_str().unwrap_or("").replace('\n', " ");
    for section in offer["sections"].as_array().into_iter().flatten() {
        if let Some(heading) = section["heading"].as_str() {
            let _ = write!(text, "\n{HEADING}{heading}");
        }
        for block in section["blocks"].as_array().into_iter().flatten() {
            if let Some(paragraph) = block["paragraph"].as_str() {
                let _ = write!(text, "\n{paragraph}");
            }
            items(&mut text, &block["list"], 0);
        }
    }
    text
}

fn items(text: &mut String, list: &Value, depth: usize) {
    for item in list.as_array().into_iter().flatten() {
        let mark = if item["numbered"] == true { "" } else { ITEM };
        let words = item["text"].as_str().unwrap_or("");
        let _ = write!(text, "\n{:1$}{mark}{words}", "", depth * 2);
        items(text, &item["list"], depth + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::open;
    use super::*;
    use crate::offer::Offer;
    use serde_json::json;

    #[test]
    fn what_is_opened_reads_back() {
        let offer = Offer {
            id: "un".to_owned(),
            heading: "Titre".to_owned(),
            title: Some("Jardinier".to_owned()),
            text: "Titre\nAvant\n# Missions\n- tenir\n  - les pages\n1. lire\nEt puis.".to_owned(),
            section_kinds: vec![SectionKind::Other, SectionKind::Mission],
            hours_per_week: Some([35.0, 35.0]),
            ..Offer::default()
        };
        let json = json!([open(&offer)]).to_string();
        assert_eq!(Dataset::from_open(&json).unwrap().offers, [offer]);
    }

    #[test]
    fn what_is_no_open_data_is_an_error() {
        for json in ["", "{}", "3", "[3]", "[{}]", r#"[{"id": 3, "text": ""}]"#, r#"{"offers": 1}"#]
        {
            assert!(Dataset::from_open(json).is_err(), "{json}");
        }
    }
}
