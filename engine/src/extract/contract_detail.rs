//! The finer kind of contract: « contrat d'apprentissage », « CDD ».

use super::contract::{LATER, is_others};
use super::rule::{Reading, Rule, Rules, says};
use crate::document::Document;
use crate::offer::{Contract, Field, Offer};
use crate::outline::Role;
use crate::span::Span;

pub(super) static DETAILS: Rules<String> = Rules::new(&[
    Rule {
        name: "named",
        pattern: r"\b(?P<words>contrat d'apprentissage|contrat de professionnalisation|contrat de droit (?:commun|public|prive)|contrat de projet|contrat doctoral|contrat d'engagement educatif|stage (?:conventionne|indemnise|de fin d'etudes|de master [12]|de recherche|de cesure)|volontariat (?:de solidarite internationale|international en (?:entreprise|administration)|territorial en (?:entreprise|administration)))\b",
        score: 60,
        read: |found| {
            let detail = Reading::value(accented(found.group("words")))?;
            Some(detail.bonus(found.section_bonus()))
        },
        reads: &[
            ("Mission en contrat d’apprentissage basée à Sète", "\"contrat d'apprentissage\""),
            ("Stage conventionné de 6 mois", "\"stage conventionné\""),
        ],
        leaves: &["Contrat à discuter", "un stage à Sète"],
    },
    Rule {
        name: "end-of-studies",
        pattern: r"\b(?P<words>stage (?:de )?fin d'etudes?)\b",
        score: 65,
        read: |_| Reading::value("stage de fin d'études".to_owned()),
        reads: &[("Jardinier – Stage fin d’études 6 mois", "\"stage de fin d'études\"")],
        leaves: &["stage à la fin de l’année"],
    },
    Rule {
        name: "research",
        pattern: r"[\[(](?P<words>stage (?:de )?recherche)[\])]",
        score: 65,
        read: |_| Reading::value("stage de recherche".to_owned()),
        reads: &[("Les sols [stage recherche]", "\"stage de recherche\"")],
        leaves: &["Le stage recherche des profils"],
    },
    Rule {
        name: "job",
        pattern: r"\b(?P<words>cdi|cdd|(?:contrat a |a )?duree (?:in)?determinee)\b",
        score: 50,
        read: |found| {
            let words = found.group("words");
            // « chercheur de talents en CDI, CDD et intérim » says what an agency deals in.
            let line = format!("{}{}", found.sentence_before(), found.sentence_after());
            let every = says(&line, &["interim"])
                && says(&line, &[if words == "cdi" { "cdd" } else { "cdi" }]);
            // « Vous gérez les CDD et les CDI » says what the post deals in.
            let dealt = ["les", "des", "aux"]
                .iter()
                .any(|it| found.sentence_before().trim_end().rsplit(' ').next() == Some(*it));
            let other = every || dealt || says(found.sentence_before(), LATER) || is_others(found);
            let detail =
                if words == "cdi" || words.contains("indeterminee") { "CDI" } else { "CDD" };
            (!other).then(|| Reading::value(detail.to_owned()))?
        },
        reads: &[("CDD de 12 mois", "\"CDD\""), ("Contrat à durée indéterminée", "\"CDI\"")],
        leaves: &[
            "Vous gérez les CDD et les CDI",
            "Possibilité d’embauche en CDI",
            "Le Verger recrute en CDI, CDD et intérim",
        ],
    },
    Rule {
        name: "convention",
        pattern: r"\b(?P<words>convention de stage (?:est )?(?:obligatoire|tripartite|exigee))",
        score: 55,
        read: |_| Reading::value("stage conventionné".to_owned()),
        reads: &[("- Convention de stage obligatoire", "\"stage conventionné\"")],
        leaves: &["à la date d’établissement de la convention"],
    },
]);

/// The finer kind as data files write it.
fn accented(folded: &str) -> String {
    folded
        .replace("conventionne", "conventionné")
        .replace("indemnise", "indemnisé")
        .replace("d'etudes", "d'études")
        .replace("prive", "privé")
        .replace("engagement educatif", "engagement éducatif")
        .replace("solidarite", "solidarité")
        .replace("cesure", "césure")
}

/// Whether it stands inside of a heading: what opens one may be a lone fact, « CDI temps plein ».
fn is_within_heading(document: &Document, span: Span) -> bool {
    let line = document.line_at(span.start).map(|line| &document.lines[line]);
    line.is_some_and(|line| {
        let before = &document.text[line.span.start as usize..span.start as usize];
        // « 2 CDI » counts the posts.
        line.role == Role::Heading && before.contains(char::is_alphabetic)
    })
}

/// Reads it, where it belongs to the contract already read.
pub(super) fn read(document: &Document, offer: &mut Offer) {
    let detail = DETAILS.candidates(document).into_iter().find(|candidate| {
        let fits = candidate.value.as_deref().is_some_and(|detail| fits(detail, offer.contract));
        fits && !is_within_heading(document, candidate.span)
    });
    if let Some(detail) = detail {
        offer.evidence.insert(Field::ContractDetail, detail.evidence());
        offer.contract_detail = detail.value;
    }
}

/// Whether a finer kind belongs to the contract.
fn fits(detail: &str, contract: Option<Contract>) -> bool {
    match contract {
        Some(Contract::Stage) => detail.starts_with("stage"),
        Some(Contract::Alternance) => {
            matches!(detail, "contrat d'apprentissage" | "contrat de professionnalisation")
        }
        Some(Contract::Volontariat) => detail.starts_with("volontariat"),
        Some(Contract::Emploi) => {
            let of_apprentices =
                ["contrat d'apprentissage", "contrat de professionnalisation"].contains(&detail);
            matches!(detail, "CDI" | "CDD") || detail.starts_with("contrat d") && !of_apprentices
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(DETAILS.check(), Vec::<String>::new());
    }
}
