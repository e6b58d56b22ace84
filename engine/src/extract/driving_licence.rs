//! Whether a driving licence is asked for.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{DrivingLicence, Field, Offer};

/// Words of a wish.
const WISHED: &[&str] = &[
    "souhait",
    "appreci",
    "serait un plus",
    "est un plus",
    "un plus",
    "gros plus",
    "atout",
    "recommand",
    "idealement",
    "de preference",
    "facultati",
    "bienvenu",
    "conseill",
    "valorise",
    "preferable",
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
    "imperatif",
    "demande",
    "titulaire",
];

fn licence(m: &Match<'_>) -> Option<Reading<DrivingLicence>> {
    let before = m.sentence_before();
    let within = &m.document.folded.as_str()[m.range()];
    let within = within.find("permis").map_or(within, |at| &within[at + "permis".len()..]);
    let after = format!("{within}{}", m.sentence_after());
    let near = &after[..after.char_indices().nth(70).map_or(after.len(), |(at, _)| at)];
    // A bracket closes what is said of the licence: « (permis B) ».
    let near = if before.contains('(') && !before.contains(')') {
        near.split(')').next().unwrap_or(near)
    } else {
        near
    };
    let none = [
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
        "retrait du",
        "points",
        "points du",
        "passage du",
        "formation au",
    ];
    let not = [
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
    let words = before.split([',', '-']).next_back().unwrap_or(before);
    if says(words, &none) {
        return None;
    }
    // « Permis B nécessaire : la ferme n'est pas desservie » needs it before anything is denied.
    let denied = not.iter().filter_map(|not| near.find(not)).min();
    let needed = NEEDED.iter().filter_map(|need| near.find(need)).min();
    let denied = denied.filter(|denied| needed.is_none_or(|needed| denied < &needed));
    if near.trim_start().starts_with("non ") || denied.is_some() {
        // « souhaité mais non obligatoire »
        let wished = WISHED.iter().filter(|wish| !wish.starts_with("facultati"));
        return wished
            .clone()
            .any(|wish| near.contains(wish))
            .then(|| Reading::value(DrivingLicence::Recommended))?;
    }
    let first = |words: &[&str]| {
        (0..=near.len()).find(|&at| {
            near.is_char_boundary(at) && words.iter().any(|w| near[at..].starts_with(w))
        })
    };
    let value = match (first(NEEDED), first(WISHED)) {
        (Some(need), Some(wish)) if wish < need => DrivingLicence::Recommended,
        (Some(_), _) => DrivingLicence::Required,
        (None, Some(_)) => DrivingLicence::Recommended,
        (None, None) => {
            // « Profil souhaité » only heads what is asked for.
            let heading = m.heading();
            let wished = says(before, WISHED)
                || (says(&heading, &["atout", "les plus", "les +", "souhait", "appreci"])
                    && !says(&heading, NEEDED)
                    && !says(&heading, &["profil", "formation", "competences"]));
            if wished { DrivingLicence::Recommended } else { DrivingLicence::Required }
        }
    };
    Reading::value(value)
}

/// How ads ask for it.
pub static RULES: Rules<DrivingLicence> = Rules::new(&[Rule {
    name: "driving-licence",
    pattern: r"\b(?:(?:voiture|vehicule) et permis\b|permis (?:de conduire(?: (?:de )?(?:categorie |cat\. ?)?b\b)?|(?:de )?categorie b\b|b\b|vl\b|voiture|vehicule leger|auto(?:mobile)?\b|a/b\b|a et b\b|b1?/be\b|be\b|c1?e?\b|d(?: [+(eor]|[,;.]|$)|pl\b|poids lourds?)|permis ?[:-] ?b\b|permis ?\(b\)|permis\b[ :-]*(?:obligatoire|exige|requis|indispensable|necessaire|souhait|appreci|recommand|oui)|permis (?:est |serait |sera )(?:vivement |fortement |tres |un )?(?:obligatoire|exige|requis|indispensable|necessaire|souhait|appreci|recommand|conseill|utile|plus\b|atout)|b - vehicule leger\b|licence b\b|(?:avoir|as|a|avez|possede\w*|possession du|detenir|detenteur du|detentrice du|titulaire du|muni du) (?:ton |votre |le |un |son )?permis\b(?: (?:et|\()|[,.;]|$))(?P<tail>(?: ?(?:et|\+|,) ?(?:un |une |d'un |du )?(?:vehicule|voiture)(?: personnel(?:le)?)?)?(?: ?: ?b\b)?[ :=(|-]{0,4}(?:est |serait |sera |un |fortement |vivement |tres |gros |vraiment )*(?:requis|exige|indispensable|necessaire|obligatoire|imperatif|souhait|appreci|recommand|plus\b|atout|conseill|valoris|bienvenu|facultati)[a-z]*)?",
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
        ("Jardinier\n# Les plus\n- Permis B", "Recommended"),
        ("quelqu’un qui n’a pas le vertige et qui a le permis (le camion est haut)", "Required"),
        ("Permis D exigé", "Required"),
        ("Permis de conduire de catégorie B indispensable", "Required"),
        ("Idéalement, vous avez le permis B", "Recommended"),
        ("Le permis B serait un plus", "Recommended"),
        ("Être titulaire du permis B", "Required"),
        ("Permis B nécessaire : la ferme n’est pas desservie", "Required"),
        ("Il faut venir jusqu’au champ, donc voiture et permis.", "Required"),
        ("Véhicule de service (permis B), un véhicule personnel est aussi nécessaire", "Required"),
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
    ],
}]);

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
