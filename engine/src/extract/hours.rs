//! Weekly hours.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::text::number::count;

/// « 35 », « 37h30 », « 37,5 »
fn hours(whole: &str, minutes: &str) -> Option<f64> {
    let minutes = if minutes.is_empty() { 0.0 } else { count(minutes)? };
    Some(count(whole)? + minutes / 60.0)
}

fn weekly(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    let high = hours(m.group("high"), m.group("minutes"))?;
    let low = match m.group("low") {
        "" => high,
        low => hours(low, m.group("lowminutes"))?,
    };
    // Below ten, it is a weekly meeting; above 48, the law forbids it.
    let fits = (10.0..=48.0).contains(&low) && (low..=48.0).contains(&high);
    let other = says(m.sentence_before(), &["ouvert", "cours", "permanence", "accueil du public"]);
    (fits && !other).then(|| Reading { value: Some([low, high]), bonus: m.section_bonus() })
}

/// How ads state them.
pub static RULES: Rules<[f64; 2]> = Rules::new(&[
    Rule {
        name: "hours-a-week",
        pattern: r"(?:\b(?P<low>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h(?:eures?)?(?P<lowminutes>\d\d)?)? ?(?:a|-|et|ou|/) ?)?\b(?P<high>\d{1,2}(?:[.,]\d{1,2})?|vingt-quatre|vingt-huit|trente|trente-cinq|trente-neuf) ?(?:h|heures?|h\.)(?P<minutes>[0-5]\d)? ?(?:[(]|de travail )?(?:/ ?|par |- ?|, ?)?(?:semaine|sem\b|hebdo\w*|s\b)",
        score: 80,
        read: weekly,
        reads: &[
            ("35h par semaine", "[35.0, 35.0]"),
            ("28 et 35h/semaine", "[28.0, 35.0]"),
            ("35 heures hebdomadaires", "[35.0, 35.0]"),
            ("Horaires : 37h30/semaine", "[37.5, 37.5]"),
            ("entre 24 et 30 heures par semaine", "[24.0, 30.0]"),
            ("35 h / sem", "[35.0, 35.0]"),
        ],
        leaves: &["2 h par semaine de réunion", "35h", "7h/jour", "70 heures par semaine"],
    },
    Rule {
        name: "hours-label",
        pattern: r"\b(?:(?:duree|temps|horaires?|volume|nombre d'heures|quotite)(?: (?:de travail|hebdomadaire|hebdo|horaire|du travail|par semaine))+|temps (?:plein|complet|partiel)|horaires?|hebdomadaire){sep}[(]?(?:de |: )?(?:\b(?P<low>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h(?:eures?)?(?P<lowminutes>\d\d)?)? ?(?:a|-|et|ou) ?)?(?P<high>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h\b|heures?\b|h(?P<minutes>[0-5]\d)\b)",
        score: 60,
        read: daytime,
        reads: &[
            ("Temps de travail : 35h", "[35.0, 35.0]"),
            ("Temps plein (39 h)", "[39.0, 39.0]"),
            ("Durée hebdomadaire\n24 heures", "[24.0, 24.0]"),
        ],
        leaves: &["Horaires : 9h à 17h", "Temps plein", "Horaires : 10h-18h"],
    },
]);

/// A labelled figure, unless it is an hour of the day.
fn daytime(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    let range = !m.group("low").is_empty();
    let after = m.after().trim_start();
    let of_the_day = after.starts_with(['-', 'a', '/']) || says(after, &["jour"]) || range;
    let reading = weekly(m)?;
    let plausible = reading.value.is_some_and(|[low, _]| low >= 20.0);
    (plausible && !of_the_day).then_some(reading)
}

/// Reads them.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    if let Some(candidate) = RULES.best(document) {
        offer.hours_per_week = candidate.value;
        offer.evidence.insert(Field::HoursPerWeek, candidate.evidence());
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
