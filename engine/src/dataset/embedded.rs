//! The dataset as a program holds it: the least that its widget needs, laid out to be compressed.

use super::Dataset;
use serde_json::{Value, json};

/// What the widget never shows: where in which file an offer stood, and what its sections are about.
const UNSEEN: [&str; 4] = ["file", "start_line", "end_line", "section_kinds"];

impl Dataset {
    /// The dataset as JSON without what the widget never shows; of each piece of evidence the start and the length alone.
    /// All texts follow all else, for like compresses best beside like.
    pub fn to_embedded(&self) -> String {
        let mut texts = Vec::with_capacity(self.offers.len());
        let mut offers = Vec::with_capacity(self.offers.len());
        for offer in &self.offers {
            texts.push(&offer.text);
            let mut written = serde_json::to_value(offer)
                .unwrap_or_else(|error| unreachable!("an offer is plain data: {error}"));
            if let Some(members) = written.as_object_mut() {
                members.retain(|key, _| key != "text" && !UNSEEN.contains(&key.as_str()));
                if let Some(all) = members.get_mut("evidence").and_then(Value::as_object_mut) {
                    for (field, evidence) in offer.evidence.iter() {
                        let span = evidence.span;
                        all.insert(
                            field.word().to_owned(),
                            json!([span.start, span.end - span.start]),
                        );
                    }
                }
            }
            offers.push(written);
        }
        json!({ "version": self.version, "offers": offers, "texts": texts }).to_string()
    }
}
