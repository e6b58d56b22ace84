//! The day of publication.

use super::rule::{self, Match, Reading, Rule, Rules};
use crate::calendar::{Date, When};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::text::date::{self, Dates, Unread};
use crate::text::fold;
use regex::Regex;
use std::sync::OnceLock;

/// The first date in `words`, read.
pub(super) fn any_date(words: &str) -> Option<Result<Dates, Unread>> {
    static DATES: OnceLock<Regex> = OnceLock::new();
    let folded = fold(words);
    let found = DATES.get_or_init(|| rule::compile("{dates}")).find(&folded)?;
    Some(date::parse(found.as_str()))
}

fn day(m: &Match<'_>) -> Option<Reading<Date>> {
    if rule::says(
        m.sentence_before(),
        &["fin de", "etude", "rapport", "livre", "article", "cloture"],
    ) {
        return None;
    }
    match date::parse(m.group("date")).ok()?.from.when()? {
        When::Day(day) => Reading::value(day),
        When::Month { .. } => None,
    }
}

/// How ads state it.
pub static RULES: Rules<Date> = Rules::new(&[Rule {
    name: "published-label",
    pattern: r"\b(?:date (?:de |d')?(?:la )?(?:publication|mise en ligne|parution|depot de l'(?:offre|annonce)|l'annonce|l'offre|diffusion)(?: de l'(?:offre|annonce))?|(?:offre |annonce )?(?:publiee?|mise? en ligne|parue?|postee|diffusee?|deposee)|(?:offre|annonce)(?: n ?[°o] ?[a-z0-9-]+)? du|publication){sep}(?:le |du )?(?P<date>{moment})",
    score: 80,
    read: day,
    reads: &[
        ("Date de l'annonce : 16/01/2023.", "Date { year: 2023, month: 1, day: 16 }"),
        ("Publiée le 3 mars 2025", "Date { year: 2025, month: 3, day: 3 }"),
        ("Date de publication\n02/05/24", "Date { year: 2024, month: 5, day: 2 }"),
        ("Offre mise en ligne le 12.06.2024", "Date { year: 2024, month: 6, day: 12 }"),
    ],
    leaves: &[
        "Date limite : 16/01/2023",
        "Étude publiée en mars 2021",
        "Fin de publication : 12/06/2024",
        "Prise de poste -- 2 janvier 2025",
    ],
}]);

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
