//! When the work starts.

use super::duration::{NOT_THE_PERIOD, POST, between};
use super::rule::{Match, Reading, Rule, Rules, says};
use crate::calendar::When;
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Field, Offer, Start};
use crate::text::date::{self, Join, Unread};
use std::fmt;

/// A start, written `2023-01..2023-03` for rules' phrases.
#[derive(Clone, Copy)]
pub struct Window(Start);

impl fmt::Debug for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |when: Option<When>| when.map(|when| when.to_string()).unwrap_or_default();
        write!(f, "{}..{}", end(self.0.from), end(self.0.to))
    }
}

fn from(when: When) -> Window {
    Window(Start { from: Some(when), to: None })
}

/// The start that `dates` state: a period begins with its first moment, a choice lies between both.
fn window(words: &str, latest: bool) -> Result<Option<Window>, Unread> {
    let dates = date::parse(words)?;
    let first = dates.from.when();
    Ok(match (first, dates.to) {
        (Some(first), None) if latest => Some(Window(Start { from: None, to: Some(first) })),
        (Some(first), None) => Some(from(first)),
        (Some(first), Some((join, second))) => second.when().map(|last| {
            let period = join == Join::Period
                && between(&dates.from, &second).is_some_and(|months| months > 2);
            match period {
                true => from(first),
                false => Window(Start { from: Some(first), to: Some(last) }),
            }
        }),
        (None, _) => None,
    })
}

/// What begins at a date and is not the post.
const NOT_THE_POST: &[&str] = &[
    "entretien",
    "candidat",
    "inscri",
    "examin",
    "audition",
    "postul",
    "jury",
    "reponse",
    "cv",
    "etudie",
    "publi",
    "depuis",
    "projet",
    "budget",
    "horaire",
    "ferm",
    "visio",
    "selection",
    "recrutement aura",
    "seront recu",
    "recevr",
    "conge",
    "renouvel",
    "edition",
    "limite",
    "dossier",
    "expire",
    "cloture",
    "ouverture des",
    "reunion",
    "elections",
    "vigueur",
    "tarif",
];

/// A date with a label of its own.
fn labelled(m: &Match<'_>) -> Option<Reading<Window>> {
    let before = m.sentence_before();
    let within = &m.document.folded.as_str()[m.range()];
    // A flattened table says other things further back: what counts stands after the last figure or colon.
    let near = before.rsplit(|c: char| c.is_ascii_digit() || c == ':').next().unwrap_or(before);
    if says(near, &["entretien", "candidat", "jury", "audition", "reunion", "limite", "seance"])
        || says(
            within,
            &[
                "entretien",
                "candidat",
                "limite",
                "jury",
                "audition",
                "projet",
                "publication",
                "inscription",
            ],
        )
    {
        return None;
    }
    let latest = says(m.group("prefix"), &["au plus tard", "avant"]);
    let value = match window(m.group("dates"), latest) {
        Ok(value) => value,
        Err(Unread::Impossible | Unread::WrongWeekday) => None,
        Err(Unread::NotADate) => return None,
    };
    Some(Reading { value, bonus: m.section_bonus() })
}

/// A date in a sentence: « à partir de », « dès ».
fn from_then_on(m: &Match<'_>) -> Option<Reading<Window>> {
    if says(m.sentence_before(), NOT_THE_POST) {
        return None;
    }
    let value = window(m.group("dates"), false).ok()??;
    Some(Reading { value: Some(value), bonus: m.section_bonus() })
}

/// « de février à juillet 2023 », said of the post.
fn period(m: &Match<'_>) -> Option<Reading<Window>> {
    let dates = date::parse(m.group("dates")).ok()?;
    let (Join::Period, second) = dates.to? else { return None };
    between(&dates.from, &second)?;
    let before = m.sentence_before();
    let within = &m.document.folded.as_str()[m.range()];
    let post = says(before, POST)
        || says(within, POST)
        || before.trim().is_empty()
        || before.trim_end().ends_with(['(', ':', '-', ',']);
    if !post || says(before, NOT_THE_PERIOD) || says(within, NOT_THE_PERIOD) {
        return None;
    }
    Some(Reading { value: Some(from(dates.from.when()?)), bonus: m.section_bonus() })
}

/// « recherche pour janvier 2025 »
fn wanted_for(m: &Match<'_>) -> Option<Reading<Window>> {
    if says(m.sentence_before(), &["entretien", "candidat", "postul", "election"]) {
        return None;
    }
    let value = window(m.group("dates"), false).ok()??;
    Some(Reading { value: Some(value), bonus: m.section_bonus() })
}

/// « Pour la rentrée de septembre 2025, nous recherchons »
fn for_which(m: &Match<'_>) -> Option<Reading<Window>> {
    let words = if m.group("dates").is_empty() { m.group("return") } else { m.group("dates") };
    let value = window(words, false).ok()??;
    Some(Reading { value: Some(value), bonus: m.section_bonus() })
}

/// « dès que possible », unless it is the application that is awaited so.
fn as_soon_as_possible(m: &Match<'_>) -> Option<Reading<Window>> {
    let before = m.sentence_before();
    let after = m.sentence_after();
    let applying = [
        "candidat", "postul", "cv", "lettre", "envoy", "adress", "transm", "repondre", "reponse",
        "merci de", "contact", "deposer",
    ];
    if says(before, &applying) || says(after, &["votre candidature", "a l'adresse", "votre cv"]) {
        return None;
    }
    Some(Reading { value: None, bonus: m.section_bonus() })
}

/// How ads state a start.
pub static RULES: Rules<Window> = Rules::new(&[
    Rule {
        name: "start-label",
        pattern: r"\b(?:(?:dates?|periode) (?:previsionnelle |souhaitee |prevue |envisagee |possible )?(?:de |d'|du )(?:(?:de |du )?(?:debut|demarrage|embauche|prise (?:de|d'un) (?:postes?|fonctions?)|entree en (?:fonctions?|poste)|recrutement|commencement|disponibilite|arrivee|vacance(?: de l'emploi| du poste)?|contrat|stage|mission))|debut|demarrage|prise (?:de|d'un) (?:postes?|fonctions?)|entree en (?:fonctions?|poste)|a pourvoir|poste (?:disponible|vacant)|embauche|arrivee|disponibilite|date de la vacance|start(?:ing)? date|vacant|commence(?:ra)?|debute(?:ra)?)(?: (?:du|de la|de l'|de|d'|des) ?[a-z]+)?(?: (?:souhaitee?|prevue?|previsionnelle?|envisagee?|possible|ideal(?:ement)?|estimee?|flexible|au))*{sep}(?P<prefix>(?:\(?(?:ideale?ment|si possible|le plus tot possible|des que possible|souhaitee?|prevue?|au plus tard|au plus tot|avant|a partir|a compter|des|courant|en|pour|entre|vers|autour|le|la rentree(?: de)?|rentree(?: de)?|du|de|d'|au|,|:)[ ,]*)*)(?P<dates>{dates})",
        score: 80,
        read: labelled,
        reads: &[
            ("Début : Juillet ou septembre 2023", "2023-07..2023-09"),
            ("Démarrage souhaité : 01/04/2023", "2023-04-01.."),
            ("Date prévisionnelle d'embauche 15/03/2023", "2023-03-15.."),
            ("Date de début de mission : à compter de mars / avril 2023", "2023-03..2023-04"),
            ("Date de prise de poste\n1er septembre 2025", "2025-09-01.."),
            ("Embauche au plus tard le 2 mai 2023", "..2023-05-02"),
            ("début 1er février / 1 er mars 2023", "2023-02-01..2023-03-01"),
            ("Début du stage : entre le 1er mars et le 3 avril, selon disponibilité", "words"),
            ("Prise de poste : mi-mai 2024", "2024-05.."),
            ("Début souhaité : à partir de novembre 2024", "2024-11.."),
            ("Début de contrat : 31 avril 2024", "words"),
            ("Poste à pourvoir au 1er janvier 2025", "2025-01-01.."),
            ("un CDI à temps plein (35 h), à pourvoir au 1er octobre 2024", "2024-10-01.."),
            ("Poste vacant à partir du 15.10.2024", "2024-10-15.."),
            ("La mission débutera le lundi 6 janvier 2025", "2025-01-06.."),
            ("Démarrage : idéalement dès octobre/novembre 2024", "2024-10..2024-11"),
            ("Date de début : dès que possible, au plus tard en mars 2026", "..2026-03"),
            ("Début1 septembre 2024", "2024-09-01.."),
            ("Start date: 05/01/2026", "2026-01-05.."),
            ("Début : du 3 mars au 29 août 2025", "2025-03-03.."),
            ("Date limite de candidature 01/03/2023 Date d'embauche 15/03/2023", "2023-03-15.."),
        ],
        leaves: &[
            "Les entretiens auront lieu début janvier 2025",
            "Date limite de candidature : 3 mars 2025",
            "Début : à définir",
            "Début du projet : mars 2021",
        ],
    },
    Rule {
        name: "start-from",
        pattern: r"(?:\bdes que possible,? )?\b(?:a partir|a compter|des|au plus tot)(?: (?:de la rentree|la rentree))? ?\(?(?:du |de |d'|le |l')?(?:mois de |mois d')?(?P<dates>{dates})",
        score: 60,
        read: from_then_on,
        reads: &[
            ("à partir de janvier / mars 2022", "2022-01..2022-03"),
            ("dès que possible à partir de janvier 2023", "2023-01.."),
            ("à compter du 6 février 2023", "2023-02-06.."),
            ("à partir d'avril 2023", "2023-04.."),
            ("à partir de janvier/février 2023", "2023-01..2023-02"),
            ("dès septembre 2025", "2025-09.."),
            ("dès la rentrée (septembre 2025)", "2025-09.."),
            ("à partir du mois de mars 2024", "2024-03.."),
        ],
        leaves: &[
            "Les entretiens se tiendront à partir du 5 mai 2025",
            "à partir de bac+3",
            "à partir de mars",
            "Le dispositif est actif depuis mars 2021",
        ],
    },
    Rule {
        name: "start-wanted-for",
        pattern: r"\b(?:recherch\w+|recrut\w+|accueill\w+|stages?|alternance|contrat|mission|cdd|cdi|poste)\b[^\n.:;]{0,40}? ?(?P<words>(?:pour|en|des|rentree(?: de)?|,|-) (?:la rentree (?:de )?|le mois de )?(?P<dates>{dates}))",
        score: 45,
        read: wanted_for,
        reads: &[
            ("L'association recherche pour janvier 2025 sa future stagiaire", "2025-01.."),
            ("CDI - rentrée septembre 2025", "2025-09.."),
        ],
        leaves: &["Le festival revient pour mars 2025", "un stage en mars"],
    },
    Rule {
        name: "start-for-which",
        pattern: r"\b(?:pour|des|en|a) (?:la rentree (?:de )?|le mois de |le )?(?P<dates>{dates}),? [^\n.:;]{0,50}\b(?:recherch|recrut|accueil)|\b(?:pour )?(?:la |a la |des la )?rentree (?:scolaire |universitaire )?(?:de |d')?(?P<return>{month} {year})",
        score: 44,
        read: for_which,
        reads: &[
            ("Pour la rentrée de septembre 2025, nous recherchons une alternante", "2025-09.."),
            ("Pour janvier 2025, l'association recherche un volontaire", "2025-01.."),
            ("CDD, rentrée septembre 2024", "2024-09.."),
        ],
        leaves: &["En mars 2021, le festival a été créé", "Pour mars 2025, le rapport est attendu"],
    },
    Rule {
        name: "start-within-period",
        pattern: r"\b(?:periode|stage|contrat|mission)\b[^\n.;]{0,40}? entre (?:le |debut |fin )?(?P<dates>{dates})",
        score: 42,
        read: from_then_on,
        reads: &[("Période : 6 mois entre mars et septembre 2024", "2024-03..2024-09")],
        leaves: &["Une enquête menée entre mars et septembre 2021", "contrat entre deux parties"],
    },
    Rule {
        name: "start-of-period",
        pattern: r"(?:\b(?:stage|contrat|mission|alternance|poste|cdd|periode)\b[^\n.:;]{0,30}?)?(?:\b(?:de |du |d'))?(?P<dates>{dates})",
        score: 40,
        read: period,
        reads: &[
            ("Stage proposé de février à juillet 2023", "2023-02.."),
            ("Période : du 1er mars au 31 août 2025", "2025-03-01.."),
        ],
        leaves: &[
            "Le festival a lieu du 26 au 28 juin 2023",
            "Candidatures ouvertes de mars à mai 2023",
            "Stage en mars 2021",
        ],
    },
    Rule {
        name: "start-as-soon-as-possible",
        pattern: r"\b(?:des que possible|au plus (?:vite|tot)\b|immediat(?:e|ement)?\b|des maintenant|asap\b|sans delai)",
        score: 30,
        read: as_soon_as_possible,
        reads: &[
            ("Durée : 4 à 6 mois – dès que possible", "words"),
            ("Prise de poste : immédiate", "words"),
            ("pour intégrer dès que possible l'équipe", "words"),
        ],
        leaves: &[
            "Envoyez votre CV dès que possible",
            "Candidature à adresser au plus vite",
            "en périphérie",
        ],
    },
]);

/// Reads the start; a date that cannot be is told.
pub(super) fn read(document: &Document, offer: &mut Offer, diagnostics: &mut Diagnostics) {
    let Some(best) = RULES.best(document) else { return };
    offer.start = best.value.map(|window| window.0);
    offer.evidence.insert(Field::Start, best.evidence());
    // A start without its year stays shown in its own words and filters nothing: no complaint.
    let found = super::published::any_date(best.span.of(&document.text));
    if best.value.is_none() && matches!(found, Some(Err(Unread::Impossible | Unread::WrongWeekday)))
    {
        tell(document, best.span, diagnostics);
    }
}

/// Tells why the words state no day, when they hold a date at all.
pub(super) fn tell(document: &Document, span: crate::span::Span, diagnostics: &mut Diagnostics) {
    let words = span.of(&document.text);
    let Some(found) = super::published::any_date(words) else { return };
    let location = document.locate(span);
    diagnostics.push(match found {
        Err(Unread::Impossible) => diagnostic::impossible_date(location, words),
        Err(Unread::WrongWeekday) => diagnostic::wrong_weekday(location, words),
        _ => diagnostic::date_without_year(location, words),
    });
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
