//! Web addresses, as written.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};

/// How many addresses one offer is read for.
const MOST: usize = 200;

/// The address without the punctuation that closes its sentence.
fn address(m: &Match<'_>) -> Option<Reading<String>> {
    let text = m.document.source(m.range()).of(&m.document.text);
    let mut url = text.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
    // A bracket belongs to the address only when it was opened there.
    while url.ends_with(')') && url.matches(')').count() > url.matches('(').count() {
        url = url[..url.len() - 1].trim_end_matches(['.', ',', ';']);
    }
    // « [Verger](https://…)(le plus grand) », « [www.exemple.fr](http://www.exemple.fr) »
    if let Some(end) = url.find(")(") {
        url = &url[..end];
    }
    let host = url.split("://").nth(1).unwrap_or(url);
    let host = host.split(['/', '?', '#']).next().unwrap_or("");
    let host = host.strip_prefix("www.").unwrap_or(host);
    let named = host.contains('.') && !host.ends_with('.');
    let in_email = m.before().ends_with('@');
    let leaving =
        says(m.sentence_before(), &["desabonn", "desinscri", "se desinscrire", "unsubscribe"]);
    (named && !in_email && !leaving).then(|| Reading { value: Some(url.to_owned()), bonus: 0 })
}

/// How they are written.
pub static RULES: Rules<String> = Rules::new(&[
    Rule {
        name: "url",
        pattern: r#"\b(?:https?://|www\.)[^\s<>"\[\]{}|]+"#,
        score: 80,
        read: address,
        reads: &[
            ("Voir www.exemple.org.", "\"www.exemple.org\""),
            ("(https://exemple.fr/a_(b))", "\"https://exemple.fr/a_(b)\""),
            ("Site : https://Exemple.org/Offres?id=3, puis", "\"https://Exemple.org/Offres?id=3\""),
        ],
        leaves: &[
            "exemple.org",
            "rh@exemple.org",
            "http://",
            "www.oui",
            "Pour se désabonner : https://exemple.org/non",
        ],
    },
    Rule {
        name: "url-without-scheme",
        pattern: r"(?:^|[\s(])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:fr|org|com|net|eu|io|bzh|asso|info|coop|gouv\.fr)/[a-z0-9][^\s<>|\])]*",
        score: 70,
        read: bare,
        reads: &[("Postuler sur exemple.fr/offres/12", "\"exemple.fr/offres/12\"")],
        leaves: &["exemple.fr", "et/ou"],
    },
]);

fn bare(m: &Match<'_>) -> Option<Reading<String>> {
    let mut reading = address(m)?;
    reading.value = reading.value.map(|url| url.trim_start().trim_start_matches('(').to_owned());
    Some(reading)
}

/// Reads them in their order, each once.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    let mut candidates = RULES.candidates(document);
    candidates.sort_by_key(|candidate| candidate.span);
    let bare = |url: &str| url.trim_end_matches('/').to_lowercase();
    let without_scheme = |url: &str| bare(url.split_once("://").map_or(url, |(_, rest)| rest));
    let same = |known: &str, url: &str| {
        let schemes = known.contains("://") && url.contains("://");
        if schemes {
            bare(known) == bare(url)
        } else {
            without_scheme(known) == without_scheme(url)
        }
    };
    for candidate in candidates.into_iter().take(MOST) {
        let evidence = candidate.evidence();
        let Some(url) = candidate.value else { continue };
        match offer.urls.iter().position(|known| same(known, &url)) {
            // Where a link shows its address without the scheme, the target is said in full.
            Some(at) if !offer.urls[at].contains("://") && url.contains("://") => {
                offer.urls[at] = url;
                if at == 0 {
                    offer.evidence.insert(Field::Urls, evidence);
                }
            }
            Some(_) => {}
            None => {
                offer.urls.push(url);
                offer.evidence.insert_first(Field::Urls, evidence);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
