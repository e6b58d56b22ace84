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

/// How many lines at the top of an offer may be its stamp.
const TOP: usize = 3;

/// A day alone on its line near the top: what blogs and exported lists of ads put under a title.
fn stamp(m: &Match<'_>) -> Option<Reading<Date>> {
    let top = m.document.line_at(m.at()).is_some_and(|line| line > 0 && line < TOP);
    if top { day(m) } else { None }
}

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
        pattern: r"(?:\b|_)(?:date (?:de |d')?(?:la )?(?:(?:publication|mise en ligne|parution|diffusion|emission|depot)(?: initiale)?(?: (?:de l'(?:offre|annonce)|du poste))?|l'annonce|l'offre)|(?:offre |annonce )?(?:publiee?|mise? en ligne|parue?|postee|(?P<posted>poste) le|diffusee?|deposee|editee|posted|published)(?: (?:on|depuis))?|poste ouverte? le|(?:offre|annonce)(?: n ?[°o] ?[a-z0-9-]+)? du|publication(?: de l'offre)?){sep}(?:le ?:? ?|du )?(?:\n(?:# |- )?)?(?P<date>{moment})",
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
            ("_Poste ouvert le 12/06/2024_", "Date { year: 2024, month: 6, day: 12 }"),
            (
                "Date de publication initiale : 12 juin 2024",
                "Date { year: 2024, month: 6, day: 12 }",
            ),
        ],
        leaves: &[
            "Date limite : 16/01/2023",
            "Étude publiée en mars 2021",
            "Fin de publication : 12/06/2024",
            "Prise de poste -- 2 janvier 2025",
            "Décret publié le 2 mars 2021",
            "Poste ouvert le samedi",
        ],
    },
    Rule {
        name: "published-front-matter",
        pattern: r"(?:^date|['\x22] date|(?:^|[ '\x22])(?:publish|pub|post|creat)(?:ed|ing)?[-_ ]?(?:date|on|at)) ?: ?['\x22]?(?P<date>20\d\d-\d\d-\d\d)",
        score: 75,
        read: day,
        reads: &[
            ("date: 2024-06-12", "Date { year: 2024, month: 6, day: 12 }"),
            ("posted_on: '2024-06-12'", "Date { year: 2024, month: 6, day: 12 }"),
            ("publishDate: '2024-06-12'", "Date { year: 2024, month: 6, day: 12 }"),
            (
                "title: 'Jardinier' posted_on: '2024-06-12'",
                "Date { year: 2024, month: 6, day: 12 }",
            ),
        ],
        leaves: &["Date : mercredi 12 juin 2024", "end_date: 2024-06-12", "Start date: 2024-06-12"],
    },
    Rule {
        name: "published-stamp",
        pattern: r"^(?P<date>20\d\d-\d\d-\d\d)(?:[ t]\d\d:\d\d[0-9:.]*(?: ?(?:z|utc|[+-]\d\d:?\d\d))?)?$",
        score: 70,
        read: stamp,
        reads: &[
            ("Jardinier\n2024-06-12", "Date { year: 2024, month: 6, day: 12 }"),
            ("Jardinier\n2024-06-12 08:30:15.000", "Date { year: 2024, month: 6, day: 12 }"),
        ],
        leaves: &[
            "Jardinier\nTailler\nSemer\nRécolter\n2024-06-12",
            "Jardinier\n2024-06-12 : les entretiens",
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
