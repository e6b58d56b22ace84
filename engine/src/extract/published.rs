//! The day of publication.

use super::rule::{self, Match, Reading, Rule, Rules};
use crate::calendar::{Date, When};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::text::date;

/// What else is published or put on line.
const OTHER_WORKS: &[&str] = &[
    "etude",
    "rapport",
    "livre",
    "article",
    "cloture",
    "decret",
    "arrete",
    "loi",
    "exposition",
    "site",
    "video",
    "ouvrage",
    "enquete",
    "album",
    "film",
    "resultat",
    "candidature",
];

fn day(m: &Match<'_>) -> Option<Reading<Date>> {
    // Folded, « posté » is « poste ».
    let posted = m.written("posted").to_lowercase();
    if posted == "poste" {
        return None;
    }
    let before = m.sentence_before();
    let own = rule::says(&m.document.folded.as_str()[m.range()], &["offre", "annonce", "poste"]);
    if rule::says(before, &["fin de"]) || (!own && rule::says(before, OTHER_WORKS)) {
        return None;
    }
    match date::parse(m.group("date")).ok()?.from.when()? {
        When::Day(day) => Reading::value(day),
        When::Month { .. } => None,
    }
}

/// How ads state it.
pub static RULES: Rules<Date> = Rules::new(&[
    Rule {
        name: "published-label",
        pattern: r"\b(?:date (?:de |d')?(?:la )?(?:(?:publication|mise en ligne|parution|diffusion|emission|depot)(?: (?:de l'(?:offre|annonce)|du poste))?|l'annonce|l'offre)|(?:offre |annonce )?(?:publiee?|mise? en ligne|parue?|postee|(?P<posted>poste) le|diffusee?|deposee|editee|posted|published)(?: (?:on|depuis))?|(?:offre|annonce)(?: n ?[°o] ?[a-z0-9-]+)? du|publication(?: de l'offre)?){sep}(?:le ?:? ?|du )?(?:\n(?:# |- )?)?(?P<date>{moment})",
        score: 80,
        read: day,
        reads: &[
            ("Date de l'annonce : 16/01/2023.", "Date { year: 2023, month: 1, day: 16 }"),
            ("Publiée le 3 mars 2025", "Date { year: 2025, month: 3, day: 3 }"),
            ("Date de publication\n02/05/24", "Date { year: 2024, month: 5, day: 2 }"),
            ("Offre mise en ligne le 12.06.2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Publié le : 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Posté le 12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
            ("Publiée le12/06/2024", "Date { year: 2024, month: 6, day: 12 }"),
        ],
        leaves: &[
            "Date limite : 16/01/2023",
            "Étude publiée en mars 2021",
            "Fin de publication : 12/06/2024",
            "Prise de poste -- 2 janvier 2025",
            "Décret publié le 2 mars 2021",
        ],
    },
    Rule {
        name: "published-anew",
        pattern: r"\b(?:(?:offre |annonce )?(?:actualisee?|mise? a jour|modifiee?)|date d'actualisation|derniere (?:mise a jour|actualisation|modification)){sep}(?:le ?:? ?|du )?(?P<date>{moment})",
        score: 60,
        read: day,
        reads: &[("Actualisée le 02 mars 2026", "Date { year: 2026, month: 3, day: 2 }")],
        leaves: &["Le site est mis à jour le 2 mars 2026", "Mise à jour : chaque lundi"],
    },
]);

/// Reads it.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    if let Some(candidate) = RULES.best(document) {
        offer.published = candidate.value;
        offer.evidence.insert(Field::Published, candidate.evidence());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
