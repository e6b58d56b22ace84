//! The addresses to which applications go.

use super::emails;
use super::rule;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Evidence, Field, Offer};
use regex::Regex;
use std::sync::OnceLock;

/// What the words before an address say it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Apply,
    Question,
    Unsaid,
}

/// How far back the purpose is looked for, in bytes.
const REACH: usize = 700;

fn applying() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\b(?:candidat\w+|postul\w+|envo(?:yer|yez|ie[sz]?|i)\b|adresse[rz]? (?:votre|vos|ton|tes|une?|le|la|les|cv|lettre|dossier)|transme\w+|faire parvenir|cv\b|curriculum|lettre de motivation|dossier)",
        )
    })
}

fn asking() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\b(?:(?:plus|davantage|toute?s?|complements?|demandes?|autres?|des|pour) (?:d'|de |vos |amples |les )?(?:informations?|infos?|renseignements?|questions?|precisions?|details)|informations? complementaires?|(?:renseignements?|informations?|infos?)(?: complementaires?| aupres| ?:)|en savoir plus|(?:si vous avez|avez-vous) (?:une|des) questions?|(?:une|des) questions? ?\?|questions? (?:sur|des|concernant|relatives?|[a-z]+ ?:|:)|donnees personnelles|rgpd|dpo\b|vos droits|accessibilite|amenagement de l'entretien)",
        )
    })
}

fn purpose(document: &Document, at: u32) -> Purpose {
    let text = document.folded.as_str();
    let end = document.folded.position(at);
    let start = end.saturating_sub(REACH);
    let start = (start..=end).find(|&at| text.is_char_boundary(at)).unwrap_or(end);
    let before = &text[start..end];
    // A heading rules what stands under it, and nothing before it does.
    let before = &before[before.rfind("\n# ").map_or(0, |at| at + 1)..];
    let sentence = [". ", "\n", "! ", "? "].iter().filter_map(|end| before.rfind(end)).max();
    let sentence = sentence.map_or(0, |at| at + 1);
    let apply = applying().find_iter(before).last().map(|found| found.start());
    let ask = asking().find_iter(before).last().map(|found| found.start());
    match (apply, ask) {
        (Some(apply), Some(ask)) if ask > apply && apply < sentence => Purpose::Question,
        (Some(apply), Some(ask)) if ask > apply => {
            // « Pour postuler ou pour toute question » is both; « … CV. Questions : » is not.
            if before[apply..ask].contains([':', ';', '@']) {
                Purpose::Question
            } else {
                Purpose::Apply
            }
        }
        (Some(_), _) => Purpose::Apply,
        (None, Some(_)) => Purpose::Question,
        (None, None) => Purpose::Unsaid,
    }
}

/// Reads them: those that are said to be for applying, else those that no question claims.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    let emails: Vec<_> = emails::all(document)
        .into_iter()
        .map(|email| (purpose(document, email.span.start), email))
        .collect();
    let wanted = if emails.iter().any(|(purpose, _)| *purpose == Purpose::Apply) {
        Purpose::Apply
    } else {
        Purpose::Unsaid
    };
    for (_, email) in emails.into_iter().filter(|(purpose, _)| *purpose == wanted) {
        let known = |other: &String| other.eq_ignore_ascii_case(&email.address);
        if !offer.apply_emails.iter().any(known) {
            let evidence = Evidence { span: email.span, rule: email.rule.to_owned() };
            offer.evidence.entry(Field::ApplyEmails).or_insert(evidence);
            offer.apply_emails.push(email.address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_from(text: &str) -> Vec<String> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer, &mut Vec::new());
        offer.apply_emails
    }

    #[test]
    fn questions_go_elsewhere() {
        let cases: &[(&str, &[&str])] = &[
            ("Envoyez votre CV à rh@exemple.org", &["rh@exemple.org"]),
            ("# Contact :\nJeanne Martin, j.martin@exemple.org", &["j.martin@exemple.org"]),
            ("Pour toute information complémentaire : j.martin@exemple.org", &[]),
            ("# Pour plus d'information :\nJeanne Martin, mail : j@exemple.org", &[]),
            (
                "Candidature à rh@exemple.org avant le 3 mars. Renseignements : chef@exemple.org",
                &["rh@exemple.org"],
            ),
            (
                "Pour toute question : chef@exemple.org\nCV et lettre à rh@exemple.org",
                &["rh@exemple.org"],
            ),
            ("Pour postuler ou pour toute question : rh@exemple.org", &["rh@exemple.org"]),
            (
                "Envoyez un CV à :\nAnne Petit a.petit@exemple.fr\net\nLa direction dir@exemple.fr",
                &["a.petit@exemple.fr", "dir@exemple.fr"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read_from(text), *expected, "{text}");
        }
    }
}
