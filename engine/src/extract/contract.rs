//! The kind of contract, and its finer kind.
//!
//! The post's contract is told from contracts that are only spoken of: a colleague's, a past stage, the law's.

use super::rule::{Reading, Rule, Rules, says};
use crate::document::Document;
use crate::offer::{Contract, Field, Offer};
use crate::outline::Role;

/// The contract that a folded word tells.
fn contract_of(word: &str) -> Option<Contract> {
    Some(match word {
        _ if word.starts_with("stag") => Contract::Stage,
        _ if word.starts_with("altern")
            || word.starts_with("appren")
            || word.contains("apprentissage")
            || word.contains("professionnalisation") =>
        {
            Contract::Alternance
        }
        _ if word.starts_with("service") || word.starts_with("volontaire en service") => {
            Contract::ServiceCivique
        }
        _ if word.starts_with("volontariat")
            || word.starts_with("vie")
            || word.starts_with("vsi")
            || word.starts_with("benevol")
            || word.starts_with("v.i.e") =>
        {
            Contract::Volontariat
        }
        _ => Contract::Emploi,
    })
}

/// What is said of a job that may come after the post, and is not the post's contract.
const LATER: &[&str] = &[
    "embauche",
    "debouch",
    "evolution",
    "evoluer",
    "possibilite",
    "transform",
    "issue",
    "poursui",
    "formation",
];

pub(super) static RULES: Rules<Contract> = Rules::new(&[
    Rule {
        name: "label",
        pattern: r"^(?:- |# )?(?:type|nature|forme)s? (?:de |du |d')?(?:contrat|emploi|poste|l'emploi|mission)(?: propose)? ?:?[ \n](?:- )?[^\n]{0,30}?\b(?P<kind>stage|stagiaire|alternance|apprentissage|professionnalisation|service civique|volontariat|vie|vsi|benevolat|cdi|cdd|contrat de droit commun|contractuel|titulaire|fonctionnaire|interim|emploi permanent|temps plein|duree determinee|duree indeterminee)",
        score: 95,
        read: |found| Reading::value(contract_of(found.group("kind"))?),
        reads: &[
            ("- Type de contrat : stage", "Stage"),
            ("Type d’emploi Stage indemnisé", "Stage"),
            ("# Type de contrat :\n- Contrat de droit commun.", "Emploi"),
            ("Type de contrat : CDD de 12 mois", "Emploi"),
            ("Nature du contrat : contrat d’apprentissage", "Alternance"),
        ],
        leaves: &["Type de structure : association", "Type de public : scolaires"],
    },
    Rule {
        name: "heading",
        pattern: r"\A[^\n]*?\b(?P<words>stage|stagiaire|alternance|alternant{e}|apprenti{e}|apprentissage|contrat de professionnalisation|service civique|volontariat|v\.?i\.?e|vsi|benevolat|benevole|cdi|cdd)\b",
        score: 90,
        read: |found| {
            // « VIE » is a contract, « vie associative » is not.
            let words = found.captures.name("words")?.range();
            let shouted = found.document.source(words).of(&found.document.text).starts_with("V");
            (shouted || !found.group("words").starts_with("vi"))
                .then(|| Reading::value(contract_of(found.group("words"))?))?
        },
        reads: &[
            ("VIE Jardinier à Lima", "Volontariat"),
            ("Jardinier – Stage\nTailler", "Stage"),
            ("Alternance: jardinier", "Alternance"),
            ("Jardinier (CDD)", "Emploi"),
            ("Mission de service civique : jardinier", "ServiceCivique"),
        ],
        leaves: &["Jardinier\nStage de six mois", "Responsable de la vie associative"],
    },
    Rule {
        name: "person",
        pattern: r"\b(?:le|la|les?|un|une|du|au|sa|son|votre|ce|cette)(?:[ ./(](?:ou |et |/)?(?:la|le|une|un|son|sa|e\)?))? ?\)?(?:futur{e} |jeune )?(?P<words>stagiaire|alternant{e}|apprenti{e}|(?:volontaire en )?service civique)\b",
        score: 60,
        read: |found| {
            // Somebody else's: « encadrer un stagiaire », « avec une alternante ».
            let other = says(
                found.sentence_before(),
                &["encadr", "ancien", "tut", "accueil d", "en lien avec", "aupres d", "aux cotes"],
            );
            let contract = contract_of(found.group("words"))?;
            (!other).then_some(Reading { value: Some(contract), bonus: 0 })
        },
        reads: &[
            ("Le ou la stagiaire sera chargé(e) de tailler", "Stage"),
            ("le.la service civique aura comme mission", "ServiceCivique"),
            ("Nous recrutons un stagiaire", "Stage"),
            ("Racines recrute un·e alternant·e", "Alternance"),
        ],
        leaves: &["Vous encadrerez un stagiaire", "dont une assistante en alternance"],
    },
    Rule {
        name: "terms",
        pattern: r"\b(?P<words>stage (?:de |d'une duree de |conventionne |propose )?(?:de |d')?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|fin d'etudes?|recherche|master|fevrier|mars)|(?:ce|offre de|duree du|conditions du|missions? du|objectifs du|lieu du|lieu de|debut du|periode d[eu]|convention de|gratifications? de|indemnites? de) stage|gratification|stage est indemnise|stage se deroul|stage d'une duree)\b",
        score: 50,
        read: |found| {
            let other = says(
                found.sentence_before(),
                &["experience", "premier", "precedent", "y compris", "rechercher un"],
            );
            (!other)
                .then_some(Reading { value: Some(Contract::Stage), bonus: found.section_bonus() })
        },
        reads: &[
            ("Ce stage de 6 mois est pour vous", "Stage"),
            ("Durée du stage : 6 mois", "Stage"),
            ("- Gratification : 800 €", "Stage"),
        ],
        leaves: &["Une première expérience (stage de 6 mois compris)", "en cours de stage"],
    },
    Rule {
        name: "alternance-terms",
        pattern: r"\b(?P<words>contrat (?:d'apprentissage|de professionnalisation|en alternance|d'alternance)|alternance (?:de \d|d'un an|basee?|a pourvoir)|rythme (?:de l'|d')alternance|maitre d'apprentissage)",
        score: 62,
        read: |found| {
            (!says(found.sentence_before(), &["dont", "actuel", "ou en "])).then_some(Reading {
                value: Some(Contract::Alternance),
                bonus: found.section_bonus(),
            })
        },
        reads: &[
            ("Mission en contrat d’apprentissage basée à Sète", "Alternance"),
            ("- Alternance de 12 à 24 mois", "Alternance"),
        ],
        leaves: &[
            "Stages et alternances sont possibles",
            "une équipe, dont deux en contrat d’apprentissage",
        ],
    },
    Rule {
        name: "civic-terms",
        pattern: r"\b(?P<words>(?:mission|contrat|volontariat|engagement|offre|indemnite|volontaire)s? (?:de |en |du )?service civique|service civique (?:de \d|d'une duree|a pourvoir|indemnise))",
        score: 64,
        read: |found| {
            (!says(found.sentence_before(), &["ancien", "accueil", "encadr", "tut"])).then_some(
                Reading { value: Some(Contract::ServiceCivique), bonus: found.section_bonus() },
            )
        },
        reads: &[("Mission de service civique de 8 mois", "ServiceCivique")],
        leaves: &["Vous assurez l’accueil des volontaires en service civique"],
    },
    Rule {
        name: "volunteer-terms",
        pattern: r"\b(?P<words>volontariat (?:de solidarite internationale|international|d'echange|associatif|territorial)|mission (?:de )?(?:volontariat|benevolat)|corps europeen de solidarite)",
        score: 58,
        read: |found| {
            Reading { value: Some(Contract::Volontariat), bonus: found.section_bonus() }.into()
        },
        reads: &[("Sous statut de volontariat de solidarité internationale", "Volontariat")],
        leaves: &["mobiliser des bénévoles", "sur la base du volontariat"],
    },
    Rule {
        name: "job-terms",
        pattern: r"\b(?P<words>cdi|cdd|contrat a duree (?:in)?determinee|contrat de droit (?:commun|public|prive)|emploi permanent|vacance d'emploi|poste (?:a pourvoir|ouvert) (?:par voie|aux (?:titulaires|contractuels|fonctionnaires))|titulaires? ou contractuel{e}|fonctionnaires?|categorie [abc]\b|statut (?:cadre|agent de maitrise|employe))",
        score: 56,
        read: |found| {
            let other = says(found.sentence_before(), LATER);
            (!other)
                .then_some(Reading { value: Some(Contract::Emploi), bonus: found.section_bonus() })
        },
        reads: &[
            ("- Contrat de droit commun.", "Emploi"),
            ("CDD de 12 mois renouvelable", "Emploi"),
            ("Poste ouvert aux titulaires ou contractuels", "Emploi"),
        ],
        leaves: &["Possibilité d’embauche en CDI à l’issue", "Évolution possible vers un CDI"],
    },
]);

pub(super) static DETAILS: Rules<String> = Rules::new(&[
    Rule {
        name: "named",
        pattern: r"\b(?P<words>contrat d'apprentissage|contrat de professionnalisation|contrat de droit (?:commun|public|prive)|contrat de projet|contrat d'engagement educatif|stage (?:conventionne|indemnise|de fin d'etudes|de master [12]|de recherche|de cesure)|volontariat (?:de solidarite internationale|international en (?:entreprise|administration)|territorial en (?:entreprise|administration)))\b",
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
        pattern: r"\b(?P<words>cdi|cdd)\b",
        score: 50,
        read: |found| {
            let other = says(found.sentence_before(), LATER);
            (!other).then(|| Reading::value(found.group("words").to_uppercase()))?
        },
        reads: &[("CDD de 12 mois", "\"CDD\"")],
        leaves: &["Possibilité d’embauche en CDI"],
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

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let Some(best) = RULES.best(document) else { return };
    offer.contract = best.value;
    offer.evidence.insert(Field::Contract, best.evidence());
    let detail = DETAILS.candidates(document).into_iter().find(|candidate| {
        let fits = candidate.value.as_deref().is_some_and(|detail| fits(detail, offer.contract));
        fits && document.role_at(candidate.span.start) != Role::Heading
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
            detail == "CDI" || detail == "CDD" || detail.starts_with("contrat d")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_and_leave_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
        assert_eq!(DETAILS.check(), Vec::<String>::new());
    }
}
