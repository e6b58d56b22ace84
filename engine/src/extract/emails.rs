//! E-mail addresses, also those hidden from robots or broken by a space.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::document::Document;
use crate::span::Span;

/// How many addresses one offer is read for: beyond, the text is a directory.
const MOST: usize = 60;

/// An address and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Email {
    /// The address, mended.
    pub(super) address: String,
    /// Where, in the offer's text.
    pub(super) span: Span,
    /// By which rule.
    pub(super) rule: &'static str,
}

/// The address without spaces, its marks restored.
fn mended(m: &Match<'_>) -> Option<Reading<String>> {
    let group = |name: &str| {
        let range = m.captures.name(name)?.range();
        Some(m.document.source(range).of(&m.document.text))
    };
    // « E-mailrh@exemple.fr »: the label is glued to it.
    let local = group("local")?;
    let local = ["E-mail", "e-mail", "Courriel", "courriel"]
        .iter()
        .find_map(|label| {
            local
                .strip_prefix(label)
                .filter(|rest| rest.len() > 1 && !rest.starts_with(['.', '-', '_']))
        })
        .unwrap_or(local);
    let host: String = group("host")?
        .split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '{' | '}'))
        .filter(|part| !part.is_empty())
        .map(|part| match part.to_lowercase().as_str() {
            "dot" | "point" => ".".to_owned(),
            _ => part.to_owned(),
        })
        .collect();
    // « rh@exemple.frTéléphone »: the next label is glued to it.
    let ending = host.rfind('.').map_or(0, |dot| dot + 1);
    let label = host[ending..]
        .char_indices()
        .skip(2)
        .find(|&(at, c)| c.is_uppercase() && host[..ending + at].ends_with(char::is_lowercase));
    let host = label.map_or(host.as_str(), |(at, _)| &host[..ending + at]);
    // « suivez-nous sur Instagram @exemple.fr » is no address.
    let handle = m.group("at").starts_with(' ')
        && says(
            m.group("local"),
            &["instagram", "twitter", "facebook", "x", "linkedin", "sur", "compte", "tiktok"],
        );
    let name = host.rsplit('.').next().is_some_and(|end| end.chars().all(char::is_alphabetic));
    (!handle && name && !host.contains(".."))
        .then(|| Reading { value: Some(format!("{local}@{host}")), bonus: 0 })
}

/// How they are written.
pub static RULES: Rules<String> = Rules::new(&[
    Rule {
        name: "email",
        pattern: r"(?:\b|_)(?P<local>[a-z0-9](?:[a-z0-9._%+-]*[a-z0-9_])?)(?P<at> ?@ ?| ?[\[({](?:at|a|arobase|arrobase|@)[\])}] ?)(?P<host>(?:[a-z0-9][a-z0-9-]*(?:\.| ?[\[({](?:dot|point|\.)[\])}] ?))+[a-z]{2,24})(?:\b|_)",
        score: 80,
        read: mended,
        reads: &[
            ("Écrire à Camille.Petit@exemple.fr.", "\"Camille.Petit@exemple.fr\""),
            ("c.petit @exemple-ville.fr", "\"c.petit@exemple-ville.fr\""),
            ("rh@exemple.orgTéléphone : 02", "\"rh@exemple.org\""),
            ("E-mailrh@exemple.org", "\"rh@exemple.org\""),
            ("_rh@exemple.org_", "\"rh@exemple.org\""),
            ("rh [at] exemple.org", "\"rh@exemple.org\""),
            ("rh(arobase)exemple(point)org", "\"rh@exemple.org\""),
            ("rh(at)exemple [dot] org", "\"rh@exemple.org\""),
        ],
        leaves: &["Suivez-nous sur Instagram @exemple.fr", "2 @ 3", "exemple.org"],
    },
    Rule {
        name: "email-spoken",
        pattern: r"\b(?P<local>[a-z0-9](?:[a-z0-9._%+-]*[a-z0-9_])?)(?P<at> (?:at|arobase|arrobase) )(?P<host>(?:[a-z0-9][a-z0-9-]*(?:\.| (?:dot|point) ))+[a-z]{2,24})\b",
        score: 70,
        read: mended,
        reads: &[("rh arobase exemple point org", "\"rh@exemple.org\"")],
        leaves: &["look at exemple", "arobase"],
    },
]);

/// Every address, in the order of the text.
pub(super) fn all(document: &Document) -> Vec<Email> {
    let mut candidates = RULES.candidates(document);
    candidates.sort_by_key(|candidate| candidate.span);
    candidates
        .into_iter()
        .take(MOST)
        .filter_map(|found| {
            let address = found.value?;
            Some(Email { address, span: found.span, rule: found.rule })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
