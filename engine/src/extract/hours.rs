//! Weekly hours.

use super::rule::{Match, Reading, Rule, Rules, says};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::text::number::count;

/// « 35 », « 37h30 », « 37,5 »
fn hours(whole: &str, minutes: &str) -> Option<f64> {
    let minutes = if minutes.is_empty() { 0.0 } else { count(minutes.trim())? };
    // In hundredths: « 30 h 20 » is 30.33.
    Some(((count(whole)? + minutes / 60.0) * 100.0).round() / 100.0)
}

/// Hours that are not the post's.
const NOT_THE_POST: &[&str] = &[
    "ouvert",
    "cours",
    "permanence",
    "accueil du public",
    "formation",
    "base temps plein",
    "base temps complet",
    "benevol",
    "emploie",
    "sous ",
    "delai",
    "toutes les",
    "reunion",
];

/// The hours of the groups `low` and `high`, between the bounds: below, it is a weekly meeting; above 48, the law
/// forbids it.
fn between(m: &Match<'_>, least: f64) -> Option<Reading<[f64; 2]>> {
    let high = hours(m.group("high"), m.group("minutes"))?;
    let low = match m.group("low") {
        "" => high,
        low => hours(low, m.group("lowminutes"))?,
    };
    let fits = (least..=48.0).contains(&low) && (low..=48.0).contains(&high);
    let before = m.sentence_before();
    let clause = before.rsplit([',', '(']).next().unwrap_or(before);
    let after = m.after().trim_start();
    let within = &m.document.folded.as_str()[m.range()];
    // « La Remise emploie six personnes en contrat d'insertion (CDDI, 26 h) »
    let employs = before.contains(" emploie ") && before.contains('(');
    let other = employs
        || says(&format!("{clause}{within}"), NOT_THE_POST)
        || [
            "de cours",
            "de formation",
            "de reunion",
            "d'ouverture",
            "de tp",
            "de benevolat",
            "de permanence",
        ]
        .iter()
        .any(|other| after.starts_with(other));
    (fits && !other).then(|| Reading { value: Some([low, high]), bonus: m.section_bonus() })
}

/// Hours a week; few of them only when they are said of a contract.
fn weekly(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    const CONTRACTS: &[&str] =
        &["contrat", "cdi", "cdd", "job", "emploi", "temps partiel", "vacation", "non complet"];
    let contract = m.before().trim().is_empty() || says(m.sentence_before(), CONTRACTS);
    between(m, if contract { 4.0 } else { 10.0 })
}

/// « 28/35e »; without the ending it may be an age.
fn of_thirty_five(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    let bare = m.document.folded.as_str()[m.range()].ends_with("35");
    let said =
        says(m.sentence_before(), &["tnc", "temps non complet", "temps incomplet", "quotite"]);
    if bare && !said { None } else { weekly(m) }
}

/// A labelled figure, unless it is an hour of the day.
fn labelled(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    let after = m.after().trim_start();
    let range = after.trim_start_matches(['-', '/', ' ']);
    let of_the_day = (range.len() < after.len() && range.starts_with(|c: char| c.is_ascii_digit()))
        || after.starts_with('/')
        || after
            .strip_prefix("a ")
            .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
        || ["jour", "par jour", "/jour", "par mois", "par an", "annuel"]
            .iter()
            .any(|other| after.starts_with(other))
        || (!m.group("low").is_empty() && count(m.group("high")).is_none_or(|high| high <= 24.0));
    let within = &m.document.folded.as_str()[m.range()];
    // « 50 % (17 h 30) »
    let part = says(within, &["mi-temps", "partiel", "non complet"])
        || within.contains('%') && !within.contains("100");
    let reading = between(m, if part { 10.0 } else { 20.0 })?;
    (!of_the_day).then_some(reading)
}

/// A bare figure of hours above those of the day, apart from other words: « CDI, 39 h, du mardi au samedi ».
fn apart(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    let [low, high] = labelled(m)?.value?;
    let fits = low > 24.0 && high <= 44.0;
    fits.then(|| Reading { value: Some([low, high]), bonus: m.section_bonus() })
}

/// Behind the title: « Employé libre-service 25h ».
fn of_title(m: &Match<'_>) -> Option<Reading<[f64; 2]>> {
    if m.document.line_at(m.at()).is_some_and(|line| line < 2) { apart(m) } else { None }
}

/// How ads state them.
pub static RULES: Rules<[f64; 2]> = Rules::new(&[
    Rule {
        name: "hours-a-week",
        pattern: r"(?:\b(?P<low>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h(?:eures?)? ?(?P<lowminutes>[0-5]\d)?)?(?: (?:minimum|mini))? ?(?:a|-|et|ou|/) ?)?\b(?P<high>\d{1,2}(?:[.,]\d{1,2})?|vingt-quatre|vingt-huit|trente|trente-cinq|trente-six|trente-sept|trente-huit|trente-neuf) ?(?:h|heures?|h\.)(?: ?(?P<minutes>[0-5]\d)\b)?(?: (?:maximum|maxi))? ?(?:[(]|de travail )?(?:(?:/ ?|par |- ?|, ?|la )?(?:semaine|sem\b|hebdo\w*)|/ ?s\b|(?:reparties? )?sur \d(?:[.,]5)? jours)",
        score: 80,
        read: weekly,
        reads: &[
            ("35h par semaine", "[35.0, 35.0]"),
            ("28 et 35h/semaine", "[28.0, 35.0]"),
            ("35 heures hebdomadaires", "[35.0, 35.0]"),
            ("Horaires : 37h30/semaine", "[37.5, 37.5]"),
            ("entre 24 et 30 heures par semaine", "[24.0, 30.0]"),
            ("35 h / sem", "[35.0, 35.0]"),
            ("de 24h minimum à 35h maximum par semaine", "[24.0, 35.0]"),
            ("32 h sur 4 jours", "[32.0, 32.0]"),
            ("Contrat étudiant de 8h par semaine", "[8.0, 8.0]"),
        ],
        leaves: &[
            "2 h par semaine de réunion",
            "35h",
            "7h/jour",
            "70 heures par semaine",
            "Le Verger emploie six personnes (CDDI, 26 h par semaine)",
            "Formation de 35 heures",
            "Ouvert 40 h par semaine",
        ],
    },
    Rule {
        name: "hours-label",
        pattern: r"\b(?:(?:duree|temps|horaires?|volume|nombre d'heures|heures|quotite|base)(?: (?:de travail|hebdomadaires?|hebdo|horaire|du travail|de service|par semaine))+|temps (?:plein|complet|partiel|non complet)|mi-temps|horaires?|planning(?: envisage| prevu)?|hebdomadaire|hebdo|duree|base|quotite|rythme|forfait|cycle(?: de travail)?|nombre d'heures|semaine de|contrat de){sep},? ?[(]?(?:temps (?:plein|complet|partiel|non complet),? ?[-:(]? ?)?(?:\d{2,3} ?%,? ?[-:(]? ?)?(?:de |: |cps )?(?:\b(?P<low>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h(?:eures?)?(?P<lowminutes>\d\d)?)? ?(?:a|-|et|ou) ?)?(?P<high>\d{1,2}(?:[.,]\d{1,2})?) ?(?:h(?:eures?)? ?(?P<minutes>00|15|30|45)\b|h(?:eures?)?\b|:(?:00)\b)",
        score: 60,
        read: labelled,
        reads: &[
            ("Temps de travail : 35h", "[35.0, 35.0]"),
            ("Temps plein (39 h)", "[39.0, 39.0]"),
            ("Durée hebdomadaire\n24 heures", "[24.0, 24.0]"),
            ("Temps de travail : temps complet, 35h00", "[35.0, 35.0]"),
            ("Mi-temps (17h30)", "[17.5, 17.5]"),
            ("Durée hebdomadaire : 35:00", "[35.0, 35.0]"),
            ("Temps partiel (CPS 25 h)", "[25.0, 25.0]"),
            ("Heures par semaine : 28 h", "[28.0, 28.0]"),
            ("Temps de travail : de 24 à 35 heures", "[24.0, 35.0]"),
            ("Planning envisagé : 28h", "[28.0, 28.0]"),
            ("Temps complet, 38 h 30", "[38.5, 38.5]"),
            ("| Quotité | 100 %, 37 h 30 |", "[37.5, 37.5]"),
            ("Quotité : 50 % (17 h 30)", "[17.5, 17.5]"),
            ("Cycle de travail de 37h", "[37.0, 37.0]"),
            ("Forfait 39h", "[39.0, 39.0]"),
        ],
        leaves: &[
            "Horaires : 9h à 17h",
            "Temps plein",
            "Horaires : 10h-18h",
            "Mi-temps : 14h-18h",
            "Durée : 21 heures par mois",
        ],
    },
    Rule {
        name: "hours-number",
        pattern: r"\b(?:(?:nombre|combien) d'heures|heures|duree hebdomadaire|temps de travail hebdomadaire)(?: de travail)?(?: par semaine)?(?: [(]en heures[)])?{sep}(?P<high>\d{2}(?:[.,]\d{1,2})?)\b",
        score: 55,
        read: labelled,
        reads: &[
            ("Nombre d'heures par semaine : 35", "[35.0, 35.0]"),
            ("Combien d'heures : 24", "[24.0, 24.0]"),
        ],
        leaves: &["Nombre d'heures par semaine : 70", "Nombre d'heures : 21 à 23"],
    },
    Rule {
        name: "hours-of-thirty-five",
        pattern: r"\b(?P<high>\d{1,2}(?:[.,]\d{1,2})?)(?: ?h ?(?P<minutes>[0-5]\d)?)? ?/ ?35(?: ?(?:e|eme|emes|h|heures))?\b",
        score: 62,
        read: of_thirty_five,
        reads: &[
            ("Temps non complet 28/35e", "[28.0, 28.0]"),
            ("Temps non complet : 17h30/35h", "[17.5, 17.5]"),
            ("TNC 20/35", "[20.0, 20.0]"),
        ],
        leaves: &["80 % de 35 h", "3/35e", "âge : 20/35 ans"],
    },
    Rule {
        name: "hours-apart",
        pattern: r"(?:^|[,(:|•·.>-] ?|\b20\d\d |\b(?:(?:cdi|cdd|contrat)(?: saisonnier| direct| etudiant| tremplin| d'insertion)?|duree (?:in)?determinee|temps (?:plein|complet|partiel)|interim|poste|a|soit|donc) )[^a-z0-9\n]{0,4}(?P<words>(?P<high>\d{2}(?:[.,]\d{1,2})?) ?h(?:eures?)?(?P<minutes>[0-5]\d| (?:00|15|30|45)\b)?)(?: en moyenne)?[^a-z0-9\n/-]{0,3}(?:$|[,.;)|•·+] ?|- | ?\+| et \d{1,2} ?j?rtt\b| (?:du|sur|avec|a temps|modul\w+|annualis\w+|liss\w+|horaires?|travail)\b)",
        score: 45,
        read: apart,
        reads: &[
            ("CDI 35h", "[35.0, 35.0]"),
            ("CDI direct, 39h, bonne ambiance", "[39.0, 39.0]"),
            ("- 39 h, 22 RTT", "[39.0, 39.0]"),
            ("39 h + RTT", "[39.0, 39.0]"),
            ("7 h par jour, soit 35 h", "[35.0, 35.0]"),
            ("CDI temps plein 36 h, du mardi au samedi", "[36.0, 36.0]"),
            ("37 h 30 avec 15 RTT", "[37.5, 37.5]"),
            ("37H30 Horaires normaux", "[37.5, 37.5]"),
            ("1 900 € brut. 35h modulées.", "[35.0, 35.0]"),
            ("CDD saisonnier 39h, 2 jours de repos", "[39.0, 39.0]"),
            ("CDI 30h, à partir de mai", "[30.0, 30.0]"),
            ("12 € brut de l’heure, 35 h lissées sur la saison", "[35.0, 35.0]"),
            ("Horaires variables, 37 h 30 et 14 JRTT", "[37.5, 37.5]"),
        ],
        leaves: &[
            "Rendez-vous à 18h.",
            "Réponse sous 48h",
            "Formation, 35 h de cours",
            "Formation : 35 h.",
            "Le 24h, du Mans",
            "(26 400 euros, base temps plein 35h)",
        ],
    },
    Rule {
        name: "hours-title",
        pattern: r"[a-z)] (?:de |a )?(?P<words>(?P<high>2[5-9]|3\d|4[0-4]) ?h(?:eures?)?(?P<minutes>[0-5]\d)?)(?:$| ?[(|,·•:]| ?- )",
        score: 40,
        read: of_title,
        reads: &[
            ("Employé libre-service 25h – réf. A-12", "[25.0, 25.0]"),
            ("Vendeur (H/F) 35h", "[35.0, 35.0]"),
        ],
        leaves: &["Vendeur 24h", "Formation 35h", "Vendeur\nRayon\nEmployé 25h"],
    },
]);

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
