//! The words that lead to a workplace, each habit with the phrases that it reads and leaves.

use regex::Regex;
use std::sync::LazyLock;

/// Words of a line that lead to a place, up to the place itself.
#[cfg_attr(not(test), expect(dead_code, reason = "the phrases are for readers and tests"))]
pub(super) struct Lead {
    /// The rule's name.
    pub(super) name: &'static str,
    /// A regular expression over the folded line before the place.
    pub(super) pattern: &'static str,
    /// How much it says.
    pub(super) score: i32,
    /// Phrases in which it leads to a place, and the place's commune.
    pub(super) reads: &'static [(&'static str, &'static str)],
    /// Phrases in which it does not.
    pub(super) leaves: &'static [&'static str],
}

/// From the surest to the weakest.
pub(super) const LEADS: &[Lead] = &[
    Lead {
        name: "label",
        pattern: r"(?:^|[ -])(?:lieu(?:x)?(?: (?:de|du|d')? ?(?:travail|stage|la mission|mission|l'alternance|exercice|affectation|poste|residence))?|localisation|ville|commune|adresse(?: du (?:lieu de stage|lieu de travail|site))?|residence administrative|affectation|deroulement (?:du stage|de la mission)|site|implantation|ou)(?: [^:\n]{0,20})? ?: ?[^:\n]{0,70}$",
        score: 90,
        reads: &[
            ("Lieu : Sète", "Sète"),
            ("- Lieu de travail : Proximité Sète et chez les clients", "Sète"),
            ("Déroulement du stage: Sète centre et télétravail", "Sète"),
            ("Localisation : principalement basé sur Sète", "Sète"),
            ("Lieu de stage : Sète, près de la gare", "Sète"),
        ],
        leaves: &["Contact : mairie de Sète", "Date et lieu de l’entretien : à Sète"],
    },
    Lead {
        name: "label-run-together",
        pattern: r"^(?:- )?(?:lieu de (?:travail|stage|la mission|mission)|localisation|residence administrative) (?:a |au |en )?$",
        score: 84,
        reads: &[("Lieu de travail Sète", "Sète")],
        leaves: &["Le lieu de vie est à Sète"],
    },
    Lead {
        name: "based",
        pattern: r"(?:\b(?:poste|stage|mission|alternance|emploi|contrat|apprentissage|stagiaire|vous|tu|candidat{e})\b[^.\n]{0,40}\bbase{e}|^(?:- )?base{e})(?: principalement| de preference| idealement)? (?:a|au|aux|en|sur|dans|pres d[e'])\b[^.;\n]{0,70}$",
        score: 86,
        reads: &[
            ("Basé à Sète", "Sète"),
            ("Mission en contrat d’apprentissage basée à Sète, dès mars", "Sète"),
            ("Alternance basée au 9 rue du Port, 34200 Sète.", "Sète"),
            ("Pour ce poste basé de préférence à Sète (éventuellement à Lyon, à discuter)", "Sète"),
            ("Le ou la stagiaire sera basé(e) à Sète (laboratoire)", "Sète"),
        ],
        leaves: &["L’agence est basée à Sète", "Nous sommes une quinzaine, basés à Nantes et Sète"],
    },
    Lead {
        name: "takes-place",
        pattern: r"\b(?:stage|mission|poste|alternance|travail|activite|il|elle)\b[^.\n]{0,30}\b(?:se deroul\w*|aura lieu|auront lieu|s'effectu\w*|s'exerc\w*|realise{e}|accueilli{e}|affecte{e})\b[^.\n]{0,110}\b(?:a|au|de|sur|en) (?:la |le )?$",
        score: 87,
        reads: &[
            (
                "Le stage se déroulera en présentiel dans les locaux du Verger à Sète (9 route du Port)",
                "Sète",
            ),
            ("Il sera réalisé au sein de l’université de Sète", "Sète"),
        ],
        leaves: &["Les Rencontres auront lieu à Sète", "Vous participez aux ateliers à Sète"],
    },
    Lead {
        name: "post-at",
        pattern: r"\b(?:poste|stage|alternance|mission|cdd|cdi|service civique)(?: (?:a pourvoir|propose|situe{e}|de \d+ mois|conventionne))? (?:a|au) (?:la |le )?$",
        score: 83,
        reads: &[("- Poste à Sète et télétravail partiel possible", "Sète")],
        leaves: &["le poste de Sète est pourvu"],
    },
    Lead {
        name: "pin",
        pattern: r"^(?:- )?📍 ?[^.;\n]{0,40}$",
        score: 88,
        reads: &[("- 📍 Sète (34)", "Sète"), ("📍 Quartier du port, Sète", "Sète")],
        leaves: &["📞 Mairie de Sète"],
    },
    Lead {
        name: "recruits-at",
        pattern: r"\b(?:recrut|recherch|cherch)\w*\b[^.;\n]{0,60} a $",
        score: 64,
        reads: &[("Les cars du Midi recrutent à Sète et Béziers", "Sète")],
        leaves: &["Le recrutement se fera par étapes, de Sète"],
    },
    Lead {
        name: "near",
        pattern: r"\ba proximite (?:immediate )?(?:de |d')$",
        score: 70,
        reads: &[("nous cherchons un ou une stagiaire à proximité de Sète", "Sète")],
        leaves: &["proche de la ville de Sète"],
    },
    Lead {
        name: "offices",
        pattern: r"\b(?:bureaux|locaux)\b[^.\n]{0,30}\b(?:situe{e}|se trouvent|sont)\b[^.\n]{0,40}$",
        score: 62,
        reads: &[("Les bureaux sont situés dans le centre de Sète", "Sète")],
        leaves: &["Le siège et les bureaux sont situés à Sète", "Les bureaux ferment à Sète"],
    },
    Lead {
        name: "team-of",
        pattern: r"\b(?:rejoindre|integrer|au sein de|renforcer)[^.\n]{0,30}\b(?:equipe|agence|antenne|bureau|delegation) (?:de |d')$",
        score: 58,
        reads: &[("intégrer dès que possible l’équipe de Sète", "Sète")],
        leaves: &["nos équipes de Sète interviennent partout"],
    },
];

/// Words before a place that make it the recruiter's seat; the workplace too, where a label says so.
pub(super) const HEAD_OFFICE: &[&str] = &["siege"];

/// Words before a place, in its sentence, that make it no workplace.
pub(super) const ELSEWHERE: &[&str] = &[
    "deplacement",
    "reunion",
    "rencontres se",
    "entretien",
    "gare",
    "metro",
    "ligne",
    "tgv",
    "originaire",
    "contact",
    "candidature",
    "postuler",
    "courrier",
    "envoyer",
    "intervenons",
    "intervient",
];

pub(super) static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    LEADS.iter().map(|lead| crate::extract::rule::compile(lead.pattern)).collect()
});
