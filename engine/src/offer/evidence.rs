//! Where each field of an offer was read.

use super::Field;
use crate::span::Span;
use serde::{Serialize, Serializer};

/// Where a field was read, and by which rule. Written `[start, end, "rule"]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "(u32, u32, String)")]
pub struct Evidence {
    /// The words, in the offer's text.
    pub span: Span,
    /// The rule's name.
    pub rule: String,
}

impl From<Evidence> for (u32, u32, String) {
    fn from(evidence: Evidence) -> Self {
        (evidence.span.start, evidence.span.end, evidence.rule)
    }
}

/// The evidence of an offer's fields, in the order of [`Field`]: a list, for twenty entries need no tree, and a tree weighs
/// more in the widget than all that reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidences(Vec<(Field, Evidence)>);

impl Evidences {
    /// The evidence of a field.
    pub fn get(&self, field: Field) -> Option<&Evidence> {
        self.0.iter().find(|(held, _)| *held == field).map(|(_, evidence)| evidence)
    }

    /// Sets the evidence of a field, instead of what was held.
    pub fn insert(&mut self, field: Field, evidence: Evidence) {
        let place = self.0.iter().position(|(held, _)| *held >= field).unwrap_or(self.0.len());
        match self.0.get_mut(place) {
            Some(held) if held.0 == field => held.1 = evidence,
            _ => self.0.insert(place, (field, evidence)),
        }
    }

    /// Sets the evidence of a field that has none yet: of many values, the first one's.
    pub fn insert_first(&mut self, field: Field, evidence: Evidence) {
        if self.get(field).is_none() {
            self.insert(field, evidence);
        }
    }

    /// Forgets the evidence of a field.
    pub fn remove(&mut self, field: Field) {
        self.0.retain(|(held, _)| *held != field);
    }

    /// All of it.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &Evidence)> {
        self.0.iter().map(|(field, evidence)| (*field, evidence))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Evidences {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Evidences, Field};
    use crate::span::Span;

    #[test]
    fn one_of_a_field_in_the_order_of_fields() {
        let evidence = |rule: &str| Evidence { span: Span::default(), rule: rule.to_owned() };
        let mut all = Evidences::default();
        for (field, rule) in
            [(Field::Pay, "a"), (Field::Title, "b"), (Field::Urls, "c"), (Field::Pay, "d")]
        {
            all.insert(field, evidence(rule));
        }
        all.remove(Field::Urls);
        let held: Vec<(Field, &str)> =
            all.iter().map(|(field, held)| (field, held.rule.as_str())).collect();
        assert_eq!(held, [(Field::Title, "b"), (Field::Pay, "d")]);
        assert_eq!(all.get(Field::Urls), None);
    }
}
