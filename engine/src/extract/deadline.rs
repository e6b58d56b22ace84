//! The last day to apply.

use super::rule::{Candidate, Match, Reading, Rule, Rules, says};
use super::start::tell;
use crate::calendar::Date;
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Field, Offer};
use crate::text::date::{self, Moment, Unread};

/// Words of applying.
const APPLYING: &[&str] = &[
    "candidat",
    "postul",
    "envoy",
    "adress",
    "transm",
    "cv",
    "lettre",
    "depos",
    "dossier",
    "repon",
    "repondre",
    "inscri",
    "faire parvenir",
    "merci de",
    "mail",
    "courriel",
    "apply",
];

/// Words of something else that has an end.
const ELSE: &[&str] = &[
    "embauche",
    "prise de poste",
    "prise de fonction",
    "demarr",
    "debut",
    "commenc",
    "projet",
    "entretien",
    "contrat",
    "stage de",
    "conge",
    "convention",
    "livr",
    "rendre",
    "bourse",
    "resultat",
    "remboursement",
    "audition",
    "jury",
    "a pourvoir",
    "ouvert au public",
    "visio",
];

fn moment(words: &str) -> Option<Option<Moment>> {
    match date::parse(words) {
        Ok(dates) => {
            let last = dates.to.map_or(dates.from, |(_, to)| to);
            Some(last.last_day().map(|day| Moment { day: Some(day), ..last }))
        }
        Err(Unread::Impossible | Unread::WrongWeekday) => Some(None),
        Err(Unread::NotADate) => None,
    }
}

/// A date after a label of its own.
fn labelled(m: &Match<'_>) -> Option<Reading<Moment>> {
    let within = &m.document.folded.as_str()[m.range()];
    if says(within, &["embauche", "prise de poste", "debut", "entretien", "contrat", "projet"]) {
        return None;
    }
    moment(m.group("date")).map(|value| Reading { value, bonus: 0 })
}

/// A date in a sentence about applying.
fn in_sentence(m: &Match<'_>) -> Option<Reading<Moment>> {
    let before = m.sentence_before();
    let after = m.sentence_after();
    let near = &before[before.rfind([',', ':', '(']).map_or(0, |at| at + 1)..];
    let heading = m.heading();
    let own = says(before, APPLYING) || says(after, APPLYING) || m.is_alone();
    let under = says(&heading, &["candidat", "postul"])
        || says(&heading, &["comment", "modalites de candidature"]);
    if says(near, ELSE) || (says(before, ELSE) && !says(before, APPLYING)) || !(own || under) {
        return None;
    }
    let bonus = if own { 5 } else { 0 };
    moment(m.group("date")).map(|value| Reading { value, bonus })
}

/// « jusqu'à ce que le poste soit pourvu », « dès que possible », said of applying.
fn open_ended(m: &Match<'_>) -> Option<Reading<Moment>> {
    let own = says(m.sentence_before(), APPLYING)
        || says(m.sentence_after(), APPLYING)
        || !m.group("open").is_empty();
    if own { Reading::words() } else { None }
}

/// How ads state a deadline.
pub static RULES: Rules<Moment> = Rules::new(&[
    Rule {
        name: "deadline-label",
        pattern: r"\b(?:(?:date|delai) (?:limite|butoir|de cloture|de fin|maximale?|ultime|d'echeance)|(?:date )?limite|deadline|cloture|fin (?:de |du )?(?:reception |depot )?des candidatures|date de validite|echeance|reponse attendue|candidatures? (?:jusqu'au|avant|au plus tard|ouvertes? jusqu'au|attendues? (?:avant|pour|jusqu'au)|a (?:envoyer|adresser|deposer|transmettre) (?:avant|jusqu'au|au plus tard)|recevables? jusqu'au)|postule[rz](?: jusqu'au| avant)|offre valable(?: jusqu'au)?)(?: (?:de (?:la |l')?|d'|du |des |pour (?:la |le |l')?|a la )?(?:les )?[a-z']+(?: (?:des |de |du |d'|de la |de l'|a )?[a-z']+){0,3}?)??{sep}(?:(?:fixee?|prevue?|est|:|au|le|jusqu'au|avant|avant le|pour le|jusqu'a|a|plus tard) ?)*(?P<date>{moment})",
        score: 80,
        read: labelled,
        reads: &[
            ("Date limite de candidature : 17/02/2023.", "2023-02-17"),
            ("Date limite de candidature 01/03/2023", "2023-03-01"),
            ("Date limite de dépôt des candidatures\n3 mars 2025", "2025-03-03"),
            ("Clôture des candidatures le vendredi 14 mars 2025", "2025-03-14"),
            ("Candidatures jusqu'au 30 avril", "?-04-30"),
            ("La date limite est fixée au 1er juin 2024", "2024-06-01"),
            ("Deadline: 12.04.24", "2024-04-12"),
            ("Date limite pour postuler : fin mai 2024", "2024-05-31"),
            ("Date limite de candidature : 31/02/2023", "words"),
            ("Date limite : lundi 7 février 2023", "words"),
        ],
        leaves: &[
            "Date limite d'embauche : 3 mars 2025",
            "Date de début : 3 mars 2025",
            "Limite d'âge : 25 ans",
            "Date limite : à venir",
        ],
    },
    Rule {
        name: "deadline-of-period",
        pattern: r"\b(?:candidatures?|inscriptions?|depots?|appel)\b[^\n.:;]{0,40}? (?:du|entre le) {moment} (?:au|et le) (?P<date>{moment})",
        score: 70,
        read: labelled,
        reads: &[("Candidatures ouvertes du 02/01/2025 au 31/01/2025", "2025-01-31")],
        leaves: &["Le stage va du 2 janvier 2025 au 31 mars 2025"],
    },
    Rule {
        name: "deadline-in-sentence",
        pattern: r"\b(?:avant|au plus tard|jusqu'au|d'ici|pour) (?:la fin du |la date du )?(?:le |au )?(?P<date>{moment})(?: (?:inclus|minuit|a midi|au soir|a minuit|a \d{1,2} ?h(?:eures?|\d\d)?|au plus tard|dernier delai))*",
        score: 60,
        read: in_sentence,
        reads: &[
            ("CV à envoyer au plus tard le 20 avril 2023 à rh@exemple.fr", "2023-04-20"),
            ("Merci d'envoyer votre candidature avant le 30 novembre 2022 à midi", "2022-11-30"),
            ("Les candidatures sont reçues jusqu'au 15 mars", "?-03-15"),
            ("Postulez d'ici le 3 juin 2025", "2025-06-03"),
        ],
        leaves: &[
            "Embauche au plus tard le 2 mai 2023",
            "Contrat jusqu'au 31 août 2025",
            "Le rapport sera remis avant le 30 juin 2025",
            "Candidatures ouvertes, prise de poste avant le 3 juin 2025",
        ],
    },
    Rule {
        name: "deadline-at-the-latest",
        pattern: r"(?:\ble )?(?P<date>{moment})(?: a \d{1,2} ?h(?:eures?|\d\d)?| inclus| a midi| a minuit)?,? (?:au plus tard|dernier delai|delai de rigueur)",
        score: 65,
        read: in_sentence,
        reads: &[
            ("Envoyez un CV le dimanche 27 novembre 2022 au plus tard", "2022-11-27"),
            ("dossier à transmettre le mercredi 30 novembre au plus tard", "?-11-30"),
        ],
        leaves: &["Embauche le 2 mai 2023 au plus tard", "Rendez-vous le 3 mars 2023"],
    },
    Rule {
        name: "deadline-open",
        pattern: r"\b(?:(?P<open>jusqu'a ce que (?:le poste|l'offre|la mission) soit (?:occupee?|pourvue?)|jusqu'a (?:ce que )?pourvoi|au fil de l'eau|tant que l'offre est en ligne)|des que possible|au plus vite|au plus tot\b|rapidement)",
        score: 30,
        read: open_ended,
        reads: &[
            ("Validité : jusqu'à ce que le poste soit occupé", "words"),
            ("Pour postuler, adresser votre lettre dès que possible", "words"),
        ],
        leaves: &["Poste à pourvoir dès que possible", "Vous apprenez rapidement"],
    },
]);

/// Reads the deadline; the year, when it is left out, comes from what else the offer dates.
pub(super) fn read(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    let candidates = RULES.candidates(document);
    let Some(best) = candidates.first() else { return };
    offer.evidence.insert(Field::Deadline, best.evidence());
    if let Some(other) = candidates.iter().skip(1).find(|other| contradicts(best, other)) {
        diagnostics.push(diagnostic::contradictory_deadlines(
            document.locate(best.span),
            best.span.of(&document.text),
            other.span.of(&document.text),
        ));
        return;
    }
    offer.deadline = best.value.and_then(|moment| dated(&moment, offer));
    if offer.deadline.is_none() {
        tell(document, best.span, diagnostics);
    }
}

/// Two deadlines of the same weight that are not the same day.
fn contradicts(best: &Candidate<Moment>, other: &Candidate<Moment>) -> bool {
    match (best.value, other.value) {
        (Some(a), Some(b)) => best.score == other.score && (a.day != b.day || a.month != b.month),
        _ => false,
    }
}

/// The day: in its own year, or the last one before the start, or the first one after publication.
fn dated(moment: &Moment, offer: &Offer) -> Option<Date> {
    let day = moment.day?;
    if let Some(year) = moment.year {
        return Date::new(year, moment.month, day);
    }
    let start = offer.start.and_then(|start| start.from.or(start.to)).map(|start| start.last_day());
    let guess = match (start, offer.published) {
        (Some(start), _) => [start.year(), start.year() - 1]
            .into_iter()
            .filter_map(|year| Date::new(year, moment.month, day))
            .find(|date| *date <= start),
        (None, Some(published)) => [published.year(), published.year() + 1]
            .into_iter()
            .filter_map(|year| Date::new(year, moment.month, day))
            .find(|date| *date >= published),
        (None, None) => None,
    }?;
    let fits = moment.weekday.is_none_or(|weekday| guess.weekday() == weekday);
    fits.then_some(guess)
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
