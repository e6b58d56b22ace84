//! Open data read back: the objects that [`open`](super::open) writes, as offers without their evidence.

use super::{Dataset, NoDataset, VERSION, stored};
use crate::json::{self, Value};
use crate::offer::SectionKind;
use crate::outline::{HEADING, ITEM};

impl Dataset {
    /// Reads open data: an array of offers, or an object whose `offers` it is.
    ///
    /// # Errors
    /// When `json` is no JSON, or one of its offers is none.
    pub fn from_open(json: &str) -> Result<Self, NoDataset> {
        let mut list = json::read(json).map_err(NoDataset::Json)?;
        if let Value::Object(members) = list {
            let offers = members.into_iter().find(|(name, _)| name == "offers");
            list = offers.ok_or(NoDataset::Offers)?.1;
        }
        let Value::List(list) = list else { return Err(NoDataset::Offers) };
        let mut offers = Vec::with_capacity(list.len());
        for (place, mut offer) in list.into_iter().enumerate() {
            if offer.get("text") == &Value::Null {
                let (kinds, text) = (Value::List(kinds(&offer)), Value::Text(text(&offer)));
                if let Value::Object(members) = &mut offer {
                    members.retain(|(name, _)| name != "text" && name != "section_kinds");
                    members.push(("section_kinds".to_owned(), kinds));
                    members.push(("text".to_owned(), text));
                }
            }
            let offer = stored::offer_of(offer).ok_or(NoDataset::Offer(place as u32 + 1))?;
            offers.push(offer);
        }
        Ok(Self { version: VERSION, offers })
    }
}

/// The kinds of an offer's sections.
fn kinds(offer: &Value) -> Vec<Value> {
    let sections = offer.get("sections").items().iter();
    let kind = |section: &Value| match section.get("kind") {
        Value::Null => Value::Text(SectionKind::Other.word().to_owned()),
        kind => kind.clone(),
    };
    sections.map(kind).collect()
}

/// The text of an offer, from its heading and its sections.
fn text(offer: &Value) -> String {
    let mut text = offer.get("heading").text().unwrap_or("").replace('\n', " ");
    for section in offer.get("sections").items() {
        if let Some(heading) = section.get("heading").text() {
            text += "\n";
            text += HEADING;
            text += heading;
        }
        for block in section.get("blocks").items() {
            if let Some(paragraph) = block.get("paragraph").text() {
                text += "\n";
                text += paragraph;
            }
            items(&mut text, block.get("list"), 0);
        }
    }
    text
}

fn items(text: &mut String, list: &Value, depth: usize) {
    for item in list.items() {
        *text += "\n";
        for _ in 0..depth {
            *text += "  ";
        }
        if item.get("numbered") != &Value::Bool(true) {
            *text += ITEM;
        }
        *text += item.get("text").text().unwrap_or("");
        items(text, item.get("list"), depth + 1);
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
