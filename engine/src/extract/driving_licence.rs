//! Whether a driving licence is asked for.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{DrivingLicence, Field, Offer};

/// Words of a wish.
const WISHED: &[&str] = &[
    "souhait",
    "appreci",
    "un plus",
    "gros plus",
    "bonus",
    "atout",
    "recommand",
    "ideal",
    "de preference",
    "facultati",
    "bienvenu",
    "conseill",
    "valorise",
    "prefer",
    "si possible",
    "eventuel",
    "utile",
    "facilit",
];

/// Words of a need.
const NEEDED: &[&str] = &[
    "requis",
    "exige",
    "necessaire",
    "obligatoire",
    "indispensable",
    "imperati",
    "demande",
    "titulaire",
];

/// What speaks of another's licence, or of the way to one.
const OF_OTHERS: &[&str] = &[
    "pas de",
    "pas besoin",
    "sans",
    "aucun",
    "financ",
    "bourse",
    "aide au",
    "passer",
    "obtention",
    "prepar",
    "prise en charge",
    "examen du",
    "instruction",
    "instrui",
    "enseign",
    "moniteur",
    "candidats",
    "retrait du",
    "points",
    "passage du",
    "formation au",
    "inutile",
    "que vous ayez ou non",
];

/// What denies that it is needed.
const DENIED: &[&str] = &[
    "non requis",
    "non necessaire",
    "non obligatoire",
    "pas necessaire",
    "pas requis",
    "pas obligatoire",
    "n'est pas",
    "non indispensable",
    "pas indispensable",
    "pas exige",
    "pas demande",
    "inutile",
    "non exige",
    "finance",
    "offert",
    "facultatif et",
    ": non",
];

/// What heads a list of things that are asked for, wished or not: « Profil souhaité ».
const HEADS: &[&str] = &["profil", "formation", "competence", "connaissance", "experience"];

/// The words of a match before and after the licence itself.
fn around<'a>(m: &'a Match<'_>) -> (&'a str, &'a str) {
    let within = &m.document.folded.as_str()[m.range()];
    within.find("permis").map_or(("", within), |at| (&within[..at], &within[at + 6..]))
}

/// Read from the words of the match alone, so that the evidence holds what decides.
fn licence(m: &Match<'_>) -> Option<Reading<DrivingLicence>> {
    let (lead, near) = around(m);
    let before = format!("{}{lead}", m.sentence_before());
    if says(before.split([',', '-', '(']).next_back().unwrap_or_default(), OF_OTHERS) {
        return None;
    }
    let first = |words: &[&str]| words.iter().filter_map(|word| near.find(word)).min();
    let (need, wish) = (first(NEEDED), first(WISHED));
    // « Permis B nécessaire : la ferme n'est pas desservie » needs it before anything is denied.
    let denied = first(DENIED).filter(|denied| need.is_none_or(|need| *denied < need));
    if near.trim_start().starts_with("non ") || denied.is_some() {
        // « souhaité mais non obligatoire »
        let wished = wish.is_some_and(|at| !near[at..].starts_with("facultati"));
        return if wished { Reading::value(DrivingLicence::Recommended) } else { None };
    }
    let value = match (need, wish) {
        (Some(need), Some(wish)) if wish < need => DrivingLicence::Recommended,
        (Some(_), _) => DrivingLicence::Required,
        (None, Some(_)) => DrivingLicence::Recommended,
        (None, None) if says(lead, WISHED) && !says(lead, HEADS) => DrivingLicence::Recommended,
        // Where it is asked for without a word more, words elsewhere may say how much.
        (None, None) => return Reading::value(DrivingLicence::Required).map(|it| it.bonus(-10)),
    };
    Reading::value(value)
}

/// In a list of what is only wished.
fn listed(m: &Match<'_>) -> Option<Reading<DrivingLicence>> {
    let heading = m.heading();
    let wished = says(&heading, &["atout", "les plus", "les +", "bonus", "souhait", "appreci"])
        && !says(&heading, NEEDED)
        && !says(&heading, HEADS);
    let bare = !says(m.sentence_after(), NEEDED) && !says(m.sentence_before(), NEEDED);
    if wished && bare && !says(m.sentence_before(), OF_OTHERS) {
        Reading::value(DrivingLicence::Recommended)
    } else {
        None
    }
}

/// A licence as ads name it.
macro_rules! permis {
    () => {
        r"(?:(?:voiture|vehicule) et permis\b|permis (?:de conduire(?: (?:de )?(?:categorie |cat\. ?)?b\b)?|(?:de )?categorie b\b|b\b|vl\b|voiture|vehicule leger|auto(?:mobile)?\b|a/b\b|a et b\b|b1?/be\b|be\b|c1?e?\b|d(?: [+(eor]|[,;.]|$)|pl\b|poids lourds?)|permis ?[:-] ?b\b|permis ?\(b\)|permis\b[ :-]*(?:obligatoire|exige|requis|indispensable|necessaire|souhait|appreci|recommand|oui)|permis (?:est |serait |sera )(?:vivement |fortement |tres |un )?(?:obligatoire|exige|requis|indispensable|necessaire|souhait|appreci|recommand|conseill|utile|plus\b|atout)|b - vehicule leger\b|licence b\b|(?:avoir|as|a|avez|possede\w*|possession du|detenir|detenteur du|detentrice du|titulaire du|muni du) (?:ton |votre |le |un |son )?permis\b(?: (?:et|\()|[,.;]|$))"
    };
}

/// How ads ask for it.
pub static RULES: Rules<DrivingLicence> = Rules::new(&[
    Rule {
        name: "driving-licence",
        pattern: concat!(
            r"\b(?:(?:ideal(?:ement)?,? |de preference |si possible,? |eventuellement |(?:un (?:vrai |gros )?plus|atouts?|bonus|(?:[a-z]+ )?(?:appreci|souhait)(?:e|able){e}) ?: ?)[^\n.;!?,:]{0,60}?)?\b",
            permis!(),
            r"(?: ?(?:et|\+) ?(?:un |une |d'un |du )?(?:vehicule|voiture)(?: personnel(?:le)?)?)?(?: ?: ?b\b)?",
            r"(?:(?:[^\n.;!?(),|•·]|\([^()\n]*\)){0,60}?(?: ?[(,:=|-]{1,2} ?)?(?:(?:est|serait|sera|un|fortement|vivement|tres|gros|vraiment|mais) )*",
            r"(?:requis|exige|indispensable|necessaire|obligatoire|imperatif|imperative|demande|souhait|appreci|recommand|plus\b|atout|conseill|valoris|bienvenu|facultati|facilit|idealement|de preference|prefer|si possible|eventuel|utile|inutile|non\b|pas\b|offert|finance)[a-z]*){0,3}",
        ),
        score: 80,
        read: licence,
        reads: &[
            ("Permis de conduire requis", "Required"),
            ("Permis B souhaité.", "Recommended"),
            ("Permis B recommandé.", "Recommended"),
            ("Déplacements (permis B nécessaire) et réunions souhaitées", "Required"),
            ("Permis B et véhicule personnel souhaitables", "Recommended"),
            ("Permis B", "Required"),
            ("Le permis B est souhaité mais non obligatoire", "Recommended"),
            ("Le permis est vivement conseillé", "Recommended"),
            ("Permis\nB - Véhicule léger Souhaité", "Recommended"),
            ("Permis\nB - Véhicule léger", "Required"),
            ("Le permis B facilitera les visites", "Recommended"),
            ("Permis : souhaité", "Recommended"),
            ("Jardinier\n# Profil souhaité\n- Permis B et véhicule", "Required"),
            ("Permis B, expérience souhaitée", "Required"),
            ("Permis B, véhicule personnel apprécié", "Required"),
            ("Permis B, souhaité", "Recommended"),
            ("Souhaité : permis B", "Recommended"),
            (
                "quelqu’un qui n’a pas le vertige et qui a le permis (le camion est haut)",
                "Required",
            ),
            ("Permis D exigé", "Required"),
            ("Permis de conduire de catégorie B indispensable", "Required"),
            ("Idéalement, vous avez le permis B", "Recommended"),
            ("Le permis B serait un plus", "Recommended"),
            ("Être titulaire du permis B", "Required"),
            ("Permis B nécessaire : la ferme n’est pas desservie", "Required"),
            ("Il faut venir jusqu’au champ, donc voiture et permis.", "Required"),
            (
                "Véhicule de service (permis B), un véhicule personnel est aussi nécessaire",
                "Required",
            ),
        ],
        leaves: &[
            "Permis de construire",
            "Le permis de conduire n'est pas nécessaire",
            "Aide au permis de conduire de 500 €",
            "Pas de permis B demandé",
            "Permis B non exigé",
            "Permis : non",
            "Vous n’avez pas besoin du permis B",
            "Le permis d’aménager",
            "Enseigner la conduite du permis B",
            "inutile d'avoir le permis.",
        ],
    },
    Rule {
        name: "driving-licence-listed",
        pattern: concat!(r"\b(?P<words>", permis!(), ")"),
        score: 82,
        read: listed,
        reads: &[("Jardinier\n# Les plus\n- Permis B", "Recommended")],
        leaves: &[
            "Jardinier\n# Profil souhaité\n- Permis B",
            "Jardinier\n# Les plus\n- Anglais (permis B exigé)",
        ],
    },
]);

/// Reads it.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    if let Some(candidate) = RULES.best(document) {
        offer.driving_licence = candidate.value;
        offer.evidence.insert(Field::DrivingLicence, candidate.evidence());
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
