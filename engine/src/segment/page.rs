//! What a page says around its offer, and a portal's form inside it: lines that open no offer, whatever they name.

use super::facts::{Facts, Seen};
use super::head::regex;
use super::kin;
use super::line::TASK;
use crate::layout::RawLine;
use regex::Regex;
use std::sync::LazyLock;

/// Lines that tell how to reach someone.
const CONTACT: usize = 4;
/// Longest line of a page that is read here, in bytes.
const SHORT: usize = 160;

/// Whether a line belongs to the page: who works there, how often it was seen, the form to fill in, the value of a label.
pub(super) fn tells_of_page(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    let seen = &facts.seen[at];
    let words = seen.folded.as_str();
    let above = at.checked_sub(1).map(|above| facts.seen[above].folded.as_str());
    // « Combien d'heures ? », « On répond à qui ? »: a form's own words, and an answer below each.
    let is_question =
        facts.asks && words.ends_with('?') && !seen.names_post && QUESTION.is_match(words);
    // Below an offer « Créer une alerte », then what was searched for, alone.
    let is_search = || {
        !lines[at].blank_before
            && facts.tells_an_offer_above(at)
            && above.is_some_and(|above| above.len() <= SHORT && ALERT.is_match(above))
            && facts
                .seen
                .get(at + 1)
                .is_none_or(|below| below.is_page || below.is_section || lines[at + 1].blank_before)
    };
    let is_value = || {
        (!seen.names_post || kin::is_place(lines[at].words()))
            && above.is_some_and(|above| above.len() <= SHORT && LABEL.is_match(above))
    };
    // A list whose dots were lost: « ? Administrer le serveur », « § Tailler les haies ».
    let is_task = || {
        words.starts_with(['?', '§', '\u{FFFD}', '\u{F0B7}', '\u{F0A7}', '\u{F0D8}'])
            && TASK.is_match(words)
            && !seen.is_counted
    };
    // « Devenir ami du musée », then whom it seeks for that.
    let is_support = || above.is_some_and(|above| above.len() <= SHORT && SUPPORT.is_match(above));
    // « Directrice des services », then « Nom : », « Tél. : »: whom to ask.
    let is_contact = || {
        let below = lines[at + 1..].iter().take(CONTACT).take_while(|line| !line.blank_before);
        let labels = || facts.seen[at + 1..].iter().take(below.clone().count());
        let names = |label: &Seen| {
            let words = label.folded.trim_start_matches(|c: char| !c.is_alphabetic());
            (words.starts_with("nom") || words.starts_with("prenom")) && NAME.is_match(words)
        };
        labels().any(names)
            && labels().filter(|label| REACHED.is_match(&label.folded)).count() * 3
                >= labels().count().max(2) * 2
    };
    // « Faites bonne impression auprès de l'équipe », a name, what they do, « Auteur de l'offre ».
    let is_team = || {
        let below = facts.seen[at..].iter().take(CONTACT);
        seen.folded.len() <= SHORT
            && (TEAM.is_match(words)
                || below.enumerate().any(|(far, line)| {
                    AUTHOR.is_match(&line.folded)
                        && lines[at + 1..=at + far].iter().all(|line| !line.blank_before)
                }))
    };
    is_question
        || is_team()
        || is_around(words)
        || is_search()
        || is_support()
        || is_value()
        || is_task()
        || is_contact()
}

/// Whether folded words are the page's: « 17 collaborateurs », « Vu 412 fois », « Tu postules à : jardinier ».
fn is_around(folded: &str) -> bool {
    folded.len() <= SHORT
        && [&HEADCOUNT, &SEEN, &FORM, &ALERT, &AGE].iter().any(|pattern| pattern.is_match(folded))
}

/// How many work there, or follow: « 201-500 employés », « Fabrication · 340 salariés · 12 sites », « 2 871 abonnés ».
static HEADCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:[^.!?]{2,60} [·•|] ?)?(?:(?:plus|moins) de |environ |de |entre )?\d[\d .]*(?: ?(?:-|a|et|/) ?\d[\d .]*)? ?(?:collaborat(?:eur|rice)|salarie|employe|abonne|follower|membre|adherent|associe)[a-z.()·/-]{0,8}(?: (?:en france|dans le monde|au total|environ))?(?:\W*$| [·•|])",
    )
});
/// `Nom : …`, and all by which someone is reached.
static NAME: LazyLock<Regex> = LazyLock::new(|| regex(r"^\W*(?:nom|prenom)\b[^:]{0,12}:"));
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:nom|prenom|tel|telephone|portable|mobile|fax|courriel|mel|e-?mail|mail|fonction|adresse)\b[^:]{0,16}:",
    )
});
/// How long an ad has stood there, alone on its line.
static AGE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:publiee? )?il y a (?:plus de )?(?:\d{1,2}|une?) (?:minutes?|heures?|jours?|semaines?|mois|ans?)\W*$",
    )
});
/// How often an ad was seen.
static SEEN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:vue?s?|consultee?s?|lue?s?|affichee?s?) \d[\d ]* fois\b|^\W*\d[\d ]* (?:vues|consultations|visites)\W*$",
    )
});
/// Who recruits, as a social network shows it, and what it writes below their names.
static TEAM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:rencontrez|faites bonne impression aupres de|contactez|decouvrez) (?:l'equipe|les (?:personnes|membres)) (?:de recrutement|qui recrutent?|rh)|^\W*personnes que vous pouvez contacter",
    )
});
static AUTHOR: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\W*auteure?(?:ice|rice)? de (?:l'offre|l'annonce)"));
/// A form to apply: which post it is for.
static FORM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:tu|vous|je) (?:postul|candidat)(?:es?|ez)\b|(?:poste|offre|annonce) (?:concernee?|visee?|choisie?|selectionnee?) ?:|vous (?:etes|allez) (?:en train de )?postuler\b|votre candidature (?:pour|a|au) )",
    )
});
/// What a form asks; « Vous aimez les plantes ? » opens an ad.
static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:et |mais )?(?:(?:a|de|en|pour|dans|sous|avec|jusqu'a) ?(?:partir |combien )?(?:de )?(?:qui|quoi|quels?|quelles?|quand)|qui|que|quoi|quels?|quelles?|quand|ou|comment|combien|pourquoi|jusqu'|c'est|on |y a|faut|est-ce|quelque chose|d'autres)\b",
    )
});
/// How one helps the house without working there.
static SUPPORT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:deven(?:ir|ez) (?:ami|adherent|mecene|membre|benevole|donateur)|fai(?:re|tes) un don|nous soutenir|soutenez-nous|adherer a l'association)\b[^.]{0,60}$",
    )
});
/// A button that keeps a search.
static ALERT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:creer?z?|activer?z?|definir|recevoir|recevez|enregistrer|programmer|ajouter|m'envoyer) .{0,30}\b(?:alertes?|cette recherche)\b",
    )
});
/// A label alone on its line, whose value stands on the next.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:lieux?|localisation|ville|commune|departement|region|adresse|(?:type|nature) d[eu] (?:contrat|poste|emploi|recrutement)|type d'emploi|salaire|remuneration|horaires|duree|temps de travail|teletravail|date (?:limite|de debut|de publication)|experience|niveau d'etudes?|secteur(?: d'activite)?|reference)(?: (?:d[eu] |de la |de l'|d')?(?:travail|poste|mission|emploi|stage|contrat|candidature))? ?:?\W*$",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_says_opens_no_offer() {
        for line in [
            "17 collaborateurs",
            "fabrication metallique · 201-500 employes · 156 sur le reseau",
            "plus de 340 salaries",
            "2 871 abonnes",
            "annonce n° 12-a, deposee le 9 fevrier 2026, vue 412 fois",
            "tu postules a : jardinier (h/f)",
            "offre concernee : fleuriste",
        ] {
            assert!(is_around(line), "{line}");
        }
        for line in [
            "3 agents d'accueil (h/f)",
            "2 agents (h/f)",
            "2 employes polyvalents",
            "2 collaborateurs comptables en cdi",
            "postulez avant le 3 mai",
            "12 animateurs pour l'ete",
        ] {
            assert!(!is_around(line), "{line}");
        }
    }
}
