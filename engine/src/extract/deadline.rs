//! The last day to apply: one table of rules, long because each habit carries its phrases.

use super::dated::{any_date, before_its_season, first_after, last_before, tell};
use super::rule::{Candidate, Match, Reading, Rule, Rules, says};
use crate::calendar::Date;
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::offer::{Field, Offer, SectionKind};
use crate::text::date::{self, Moment, Unread};

/// Words of applying.
const APPLYING: &[&str] = &[
    "candidat",
    "postul",
    "envoy",
    "envoie",
    "adress",
    "transm",
    "cv",
    "lettre",
    "depos",
    "a retourner",
    "a renvoyer",
    "dossier",
    "repon",
    "repondre",
    "inscri",
    "faire parvenir",
    "merci de",
    "mail",
    "courriel",
    "apply",
    "ecri",
    "contact",
    "joindre",
    "mot a",
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
    "reponse sera",
    "reponse vous",
    "repondrons",
    "reponse definitive",
    "annonce",
    "valable",
    "preparer",
    "inform",
    "convoqu",
    "retenu",
    "selection",
    "preselection",
    "commission",
    "reviendrons",
    "recontact",
    "instruire",
    "subvention",
    "appel d'offre",
    "appels d'offre",
    "appels a projet",
    "financement",
    "renseignement",
    "question",
    "precision",
    "reponse a tou",
    "reponse a chac",
    "reponse donnee",
    "reponse de notre part",
    "nes avant",
    "ne avant",
    "nee avant",
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

/// A deadline put off counts more than the one it had before.
const PUT_OFF: &[&str] = &["prolong", "report", "repouss"];

/// A date after a label of its own; none when it leaves a choice between two.
fn labelled(m: &Match<'_>) -> Option<Reading<Moment>> {
    let start = m.range().start;
    let end = m.captures.name("date").map_or(start, |date| date.start());
    let within = &m.document.folded.as_str()[start..end];
    let other = ["embauche", "prise de poste", "debut", "entretien", "contrat", "projet"];
    let more = ["festival", "exposition", "subvention", "marche"];
    // « 31/12/9999 » is a machine's way to say that there is none; « Date de fin » alone is the contract's.
    if m.takes_next_label() || m.after().starts_with("/9") {
        return None;
    }
    let bare = within.starts_with("echeance") && m.before().contains(|c: char| c.is_alphanumeric());
    let ends = ["candidat", "recept", "depot", "publi", "diffus", "valid", "offre", "annonce"];
    let ended = says(within, &["date de fin", "fin"]) && !says(within, &ends);
    let before = m.sentence_before();
    // « Clôture des comptes », « le contrat expire le »
    let accounts = within.starts_with("cloture")
        && says(within, &["compte", "exercice", "budget", "chantier", "travaux"]);
    let expires = within.starts_with("expire")
        && says(before, &["contrat", "abonnement", "licence", "certificat", "convention", "bail"]);
    // « L'exposition est visible jusqu'au »
    let shown = ["visible", "en ligne", "affichee"].iter().any(|it| within.starts_with(it))
        && before.contains(char::is_alphanumeric)
        && !says(before, &["offre", "annonce"]);
    if accounts || expires || shown {
        return None;
    }
    let answers = says(before, &["repondr", "reviendr", "examin", "etudi"])
        || says(before, &["contrat cadre", "marche", "convention", "bail"]);
    if says(within, &other) || says(within, &more) || ended || answers || bare {
        return None;
    }
    // How long the offer is shown: a day until which one applies, told besides, counts more.
    let shown = says(within, &["diffusion", "en ligne", "publication", "parution"]);
    let bonus = match says(before, PUT_OFF) || says(within, PUT_OFF) {
        true => 40,
        false if shown => -5,
        false => 0,
    };
    let value = moment(m.group("date"))?.filter(|_| m.group("other").is_empty());
    Some(Reading { value, bonus })
}

/// A date in a sentence about applying.
fn in_sentence(m: &Match<'_>) -> Option<Reading<Moment>> {
    let before = m.sentence_before();
    let after = m.sentence_after();
    let near = &before[before.rfind([',', ':', '(']).map_or(0, |at| at + 1)..];
    let heading = m.heading();
    // « Missions : envoyer les invitations avant le 15 avril » is work.
    let application = ["candidat", "postul", "cv", "lettre", "pour repondre", "portfolio"];
    let tasks = says(before, &["mission :", "missions :", "votre mission", "vos missions"])
        || m.document.kind_at(m.at()) == SectionKind::Mission;
    if tasks && !says(before, &application) && !says(after, &application) {
        return None;
    }
    // « avant le 31 mai : emploi@… » says no more than where to write.
    let written = |words: &str| words.contains('@') && words.len() < 110;
    let own = says(before, APPLYING)
        || says(after, APPLYING)
        || written(before)
        || written(after)
        || m.is_alone();
    let under = says(m.line_before(), APPLYING)
        || says(&heading, &["candidat", "postul"])
        || says(&heading, &["comment", "modalites de candidature"]);
    if says(near, ELSE) || (says(before, ELSE) && !says(before, APPLYING)) || !(own || under) {
        return None;
    }
    let put_off = if says(before, PUT_OFF) { 40 } else { 0 };
    let bonus = if own { 5 } else { 0 } + put_off;
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
        pattern: r"\b(?:(?:dates?|delais?) (?:limites?|butoir|de cloture|de fin|maximale?|ultime|d'echeance|de candidature|de retour|de postulation|de depot des candidatures)|(?:date )?limite|deadline|(?:cloture|fermeture)|fin (?:de |du |des |de l')?(?:la )?(?:reception|depots?|candidatures?|appel a candidatures?)|echeance|dernier(?: delai| jour)|(?:retour|remise|envoi) des (?:candidatures|dossiers)|apply before|reponses? (?:attendue|souhaitee|avant)|cand(?:idatures?|\.) (?:jusqu'(?:au|a)|avant|au plus tard|ouvertes? jusqu'(?:au|a)|attendues? (?:avant|pour|jusqu'au)|a (?:envoyer|adresser|deposer|transmettre|remettre|retourner) (?:avant|jusqu'(?:au|a)|au plus tard|pour)|recevables? jusqu'au|recues? jusqu'au|(?:sont |seront )?(?:closes?|cloturees?|fermees?|(?:recues|acceptees) jusqu'au))|(?:ferm|clotur|arret)[a-z]* (?:les |la |aux )?(?:candidatures|liste|inscriptions)|(?:postule|candidate)[rz](?: jusqu'au| avant)|(?:offre|poste) ouverte? jusqu'au|jusqu'a quand [^\n?]{0,40}\?)(?: (?:de (?:la |l')?|d'|du |des |pour (?:la |le |l')?|a la )?(?:les )?[a-z']+(?: (?:des |de |du |d'|de la |de l'|a )?[a-z']+){0,3}?)??{sep}(?:(?:fixee?|prevue?|est|:|au|le|jusqu'au|avant|avant le|pour le|jusqu'a|a|la|plus tard) ?)*(?:\n(?:# |- )?)?(?:la )?(?P<date>{moment})(?: (?:ou|puis) (?:le )?(?P<other>{moment}))?",
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
            ("Jusqu’à quand peut-on répondre ?\n20 mai 2026", "2026-05-20"),
            ("Dernier délai : 31 janvier 2027", "2027-01-31"),
            ("Fermeture des candidatures le 3 mars 2025", "2025-03-03"),
            ("Fin de dépôt | 15/11/2026", "2026-11-15"),
            ("Candidater avant le\n03/03/2025", "2025-03-03"),
            ("Date limite pour postuler : fin mai 2024", "2024-05-31"),
            ("Date limite de candidature : 31/02/2023", "words"),
            ("Date limite : lundi 7 février 2023", "words"),
            ("Date limite : 15/01/2027 ou 29/01/2027 selon la zone", "words"),
            ("Les candidatures seront closes le 3 mars 2025", "2025-03-03"),
        ],
        leaves: &[
            "Date limite de candidature : 31/12/9999",
            "Date limite d'embauche : 3 mars 2025",
            "Clôture des comptes au 3 mars 2025",
            "Date de début : 3 mars 2025",
            "Limite d'âge : 25 ans",
            "Date limite : à venir",
            "Date de fin : 3 mars 2025",
            "Date de fin de mission : 3 mars 2025",
            "Dernier jour du festival : 3 mars 2025",
            "un contrat qui arrive à échéance le 31/12/2026",
        ],
    },
    Rule {
        name: "deadline-of-period",
        pattern: r"\b(?:candidatures?|inscriptions?|depots?|appel)\b[^\n.:;]{0,40}?{sep}(?:du|entre le|de|ouvertes? du) {moment} (?:au|et le|a|jusqu'au) (?P<date>{moment})",
        score: 70,
        read: labelled,
        reads: &[("Candidatures ouvertes du 02/01/2025 au 31/01/2025", "2025-01-31")],
        leaves: &["Le stage va du 2 janvier 2025 au 31 mars 2025"],
    },
    Rule {
        name: "deadline-of-posting",
        pattern: r"\b(?:date|periode|duree)s? d'affichage(?: de l'(?:offre|annonce|emploi))?{sep}(?:du )?{moment} (?:au|jusqu'au) (?P<date>{moment})",
        score: 66,
        read: labelled,
        reads: &[("Période d’affichage : du 20 novembre au 11 décembre 2026", "2026-12-11")],
        leaves: &["Affichage du permis du 2 mars au 3 mai 2026", "Date d’affichage : 2 mars 2026"],
    },
    Rule {
        name: "deadline-before-label",
        pattern: r"{bol}(?:le |jusqu'au |avant le )?(?P<date>{moment})(?: a \d{1,2} ?h(?:\d\d)?| minuit| a minuit| a midi)? ?[:-] ?(?:date limite|limite|cloture|fin des candidatures|fin du depot|dernier delai)\b",
        score: 78,
        read: labelled,
        reads: &[("- 15 avril 2026 : clôture des candidatures", "2026-04-15")],
        leaves: &["- 4 mai 2026 : entretiens", "- 4 mai 2026 : fin du stage"],
    },
    Rule {
        name: "deadline-of-ad",
        pattern: r"\b(?:(?:offre|annonce) (?:valable|valide|disponible|visible|active|en ligne|cloturee?|close|fermee|expiree)(?: jusqu'au)?|(?:^|[-·|] )prend fin|(?:visible|en ligne|affichee?) jusqu'au|fin de (?:l'(?:offre|annonce))|(?:date de )?(?:fin de )?validite(?: de l'(?:offre|annonce))?|(?:date de )?fin de (?:publication|diffusion|parution)(?: de l'(?:offre|annonce))?|date d'expiration|(?:offre )?expire(?:ra)?){sep}(?:jusqu'au |le ?:? |au )?(?:\n(?:# |- )?)?(?P<date>{moment})",
        score: 58,
        read: labelled,
        reads: &[
            ("Offre valide jusqu'au 03/03/2025", "2025-03-03"),
            ("Fin de publication : 03/03/2025", "2025-03-03"),
            ("Expire le 15/10/2026", "2026-10-15"),
            ("Expire le : 15/10/2026", "2026-10-15"),
            ("Visible jusqu'au 15/10/2026", "2026-10-15"),
            ("Offre clôturée le 15 octobre 2026", "2026-10-15"),
        ],
        leaves: &[
            "Le contrat expire le 3 mars 2025",
            "Le contrat cadre expire le 3 mars 2025",
            "Validité : jusqu'à pourvoi",
        ],
    },
    Rule {
        name: "deadline-under-clock",
        pattern: r"^[^a-z0-9\n]{0,4}[⏰⏱⏲⏳⌛📅📆🗓📌🔔🚨❗✉📩📧📬📨📮][^a-z0-9\n]{0,4}(?:avant|jusqu'au|au plus tard)(?: le)?(?: :)? (?P<date>{moment})[^a-z0-9\n]{0,4}$",
        score: 55,
        read: labelled,
        reads: &[("⏰ jusqu'au 21 juin 2026", "2026-06-21")],
        leaves: &["⏰ jusqu'au 21 juin 2026, ouvert au public", "jusqu'au 21 juin 2026"],
    },
    Rule {
        name: "deadline-in-sentence",
        pattern: r"\b(?:avant|avt|av\.?|au plus tard|jusqu'au|jusqu'a|d'ici|pour) (?:la fin du |la date du )?(?:le |au |la )?(?P<date>{moment})(?: (?:inclus|minuit|a midi|au soir|a minuit|a \d{1,2} ?h(?:eures?|\d\d)?|au plus tard|dernier delai))*",
        score: 60,
        read: in_sentence,
        reads: &[
            ("CV à envoyer au plus tard le 20 avril 2023 à rh@exemple.fr", "2023-04-20"),
            ("Merci d'envoyer votre candidature avant le 30 novembre 2022 à midi", "2022-11-30"),
            ("Les candidatures sont reçues jusqu'au 15 mars", "?-03-15"),
            ("Postulez d'ici le 3 juin 2025", "2025-06-03"),
            ("emploi@verger.exemple avant le 3 juin 2025", "2025-06-03"),
            ("Avant le 3 juin 2025, à emploi@verger.exemple", "2025-06-03"),
            ("Envoie-nous trois lignes jusqu’au 3 juin 2025", "2025-06-03"),
            ("CV et lettre à adresser à\nM. le Maire, avant le 3 juin 2025", "2025-06-03"),
        ],
        leaves: &[
            "Embauche au plus tard le 2 mai 2023",
            "Contrat jusqu'au 31 août 2025",
            "Le rapport sera remis avant le 30 juin 2025",
            "Vos missions : envoyer les invitations avant le 30 juin 2025",
            "Candidatures ouvertes, prise de poste avant le 3 juin 2025",
            "Questions bienvenues, avant le 3 juin 2025, auprès de Mme Petit",
            "Réponse à chacune et chacun avant le 3 juin 2025",
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
    let words = |candidate: &Candidate<Moment>| candidate.span.of(&document.text);
    let location = document.locate(best.span);
    if let Some(other) = candidates.iter().skip(1).find(|other| contradicts(best, other)) {
        diagnostics.push(diagnostic::contradictory_deadlines(location, words(best), words(other)));
        return;
    }
    let Some(moment) = best.value else {
        // Words without a value hold no date, one that cannot be, or two.
        if !matches!(any_date(words(best)), Some(Ok(dates)) if dates.to.is_some()) {
            tell(document, best.span, diagnostics);
        }
        return;
    };
    match dated(document, &moment, offer) {
        None => tell(document, best.span, diagnostics),
        Some(day) if long_after_start(day, offer) => {
            diagnostics.push(diagnostic::deadline_after_start(location, words(best)));
        }
        Some(day) => offer.deadline = Some(day),
    }
}

/// Whether one could apply for a season more after the work has begun: one of both dates is wrong then.
fn long_after_start(deadline: Date, offer: &Offer) -> bool {
    const SEASON: i32 = 92;
    let start = offer.start.and_then(|start| start.to.or(start.from));
    start.is_some_and(|start| deadline.day_number() > start.last_day().day_number() + SEASON)
}

/// The deadline that is stated with its year.
pub(super) fn stated(document: &Document) -> Option<Date> {
    let moment = RULES.find(document)?.value;
    Date::new(moment.year?, moment.month, moment.day?)
}

/// Two deadlines said of applying that are not the same day, unless one puts the other off.
fn contradicts(best: &Candidate<Moment>, other: &Candidate<Moment>) -> bool {
    const SURE: i32 = 65;
    const CLOSE: i32 = 20;
    let (Some(a), Some(b)) = (best.value, other.value) else { return false };
    let years = a.year.is_some() && b.year.is_some() && a.year != b.year;
    other.score >= SURE
        && best.score - other.score <= CLOSE
        && (a.day != b.day || a.month != b.month || years)
}

/// The day: in its own year, or the last one before the start, or the first one after publication.
fn dated(document: &Document, moment: &Moment, offer: &Offer) -> Option<Date> {
    let start = offer.start.and_then(|start| start.from.or(start.to)).map(|start| start.last_day());
    let moment = match (moment.year, start, offer.published) {
        (Some(_), _, _) => *moment,
        (None, Some(start), _) => last_before(moment, start)?,
        (None, None, Some(published)) => first_after(moment, published)?,
        (None, None, None) => before_its_season(document, moment)?,
    };
    Date::new(moment.year?, moment.month, moment.day?)
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_read_their_phrases() {
        assert_eq!(RULES.check(), Vec::<String>::new());
    }
}
