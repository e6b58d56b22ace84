//! The addresses to which applications go.
//!
//! Over 400 lines: an address is weighed against all others of its offer, by one list of what is said around it.

use super::emails;
use super::rule;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::offer::{Evidence, Field, Offer};
use crate::span::Span;
use regex::Regex;
use std::sync::{LazyLock, OnceLock};

/// What the words before an address say it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Apply,
    Question,
    /// Whom to reach, below words of applying: it takes applications where no other address is said to.
    Contact,
    /// No application goes there, whatever the address is called.
    Refused,
    /// It sent the message: applications go there where nothing else is said.
    Sender,
    Unsaid,
}

/// How far back the purpose is looked for, in bytes.
const REACH: usize = 700;

fn applying() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\b(?:candidat\w+|postul\w+|envo(?:yer|yez|ie[sz]?|i)\b|adresse[rz]? (?:votre|vos|ton|tes|une?|le|la|les|cv|lettre|dossier)|transme\w+|faire parvenir|cv\b|curriculum|lettre de motivation|dossier)",
        )
    })
}

fn asking() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\b(?:(?:plus|davantage|toute?s?|complements?|demandes?|autres?|des|pour) (?:d'|de |vos |amples |les )?(?:informations?|infos?|renseignements?|questions?|precisions?|details)|informations? (?:complementaires?|pratiques?|administratives?|techniques?|sur)|renseignements?\b|(?:informations?|infos?)(?: complementaires?| aupres| ?:)|en savoir plus|(?:si vous avez|avez-vous) (?:une|des) questions?|(?:une|des) questions? ?\?|questions? (?:a|sur|des|en mp|concernant|relatives?|pratiques?|techniques?|[a-z]+ ?:|:)|questions? (?:uniquement|seulement)|questions?[)]|donnees personnelles|rgpd|dpo\b|vos droits|accessibilite|amenagement de l'entretien|desabonn\w+|desinscri\w+|(?:referent|correspondant){e} handicap|repon(?:ds|d|dons|dent)(?: [a-z]+)? aux questions|pour visit\w+|pour en (?:parler|discuter) (?:avant|d'abord|avec)|webmestre|webmaster|annonces recues|mentions legales|nous contacter)",
        )
    })
}

/// What is for those who advertise or subscribe: « Pour publier une annonce : … ».
fn advertising() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\b(?:(?:passer|paraitre|publier|diffuser|deposer|proposer|inserer|transmettre|signaler) (?:une|vos|votre|des|son|ses|leurs?) (?:annonces?|offres?)|envoye[rz](?:-nous)? (?:votre|vos) (?:annonces?|offres?)|ne plus recevoir|s'abonner|vous abonner|abonnement)\b[^@\n]{0,120}$|\bpour (?:publier|diffuser) ?: ?$",
        )
    })
}

/// What denies, in its sentence, the application that it speaks of: « n'y envoyez pas vos CV ».
fn refusing() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| rule::compile(r"\b(?:n'y|ne pas|n'envoyez pas|n'adressez pas)\b"))
}

/// What stands before an address that takes no application: « (et non à l'agence, agence@…) ».
static NOT_THERE: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"\b(?:et non|et pas|mais pas|et surtout pas|plutot que) (?:a|au|aux|sur|par|via)\b[^@.;\n]{0,60}$",
    )
});

/// What stands behind an address that takes them: « rh@x.fr (dépôt des candidatures) ».
static RECEIVING: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"\A>? ?[(](?:(?:depot|envoi|reception|pour l'envoi|pour le depot) d(?:es|e vos) (?:candidatures|dossiers|cv)|(?:pour )?(?:vos |les )?candidatures?|pour (?:candidater|postuler))[)]",
    )
});

/// What stands behind an address that takes no application: « … (aucune candidature par mail) ».
fn refused() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\A[^.@\n]{0,40}\b(?:aucune candidature|pas de candidature|questions? (?:uniquement|seulement)|candidatures? (?:exclusivement|uniquement|seulement) (?:en ligne|sur |via |par )|ne pas postuler|(?:ne sont|n'est|ne seront|ne sera) pas (?:lue?s?|traitee?s?|consultee?|relevee?)|ne pas (?:l'|y )|n'y |est reservee?|reservee? aux?)",
        )
    })
}

/// What stands behind an address, in its sentence, when it answers questions: « … (rh@x.fr) répond aux questions ».
fn answering() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        rule::compile(
            r"\A[^.@\n]{0,30}\b(?:repond\w* (?:a |aux )|pour (?:toute|vos|des|plus)[^.@\n]{0,20}(?:question|renseignement|information|precision)|les candidatures recues)",
        )
    })
}

/// Where one applies on a site: « Candidatures sur https://… », « Postuler en ligne ».
static ONLINE: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"\b(?:candidatures?|postule[rz]?|candidate[rz]?|dossiers?|depot)\b[^.;@\n]{0,50}?(?:https?://|www\.|\ben ligne\b|\bformulaire\b|\b(?:sur|via) (?:le|la|notre|l'|cette) ?(?:site|portail|plateforme|application|page)\b)",
    )
});

/// A line that names whom to reach, and not where applications go.
static CONTACT: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^\W*(?:(?:votre |vos |les )?contacts?(?: (?:scientifique|metier|technique|administratif|pedagogique|local|rh|presse))?|personnes? (?:a contacter|ressources?|contact|referente?)|interlocut\w+|adresse e-?mail|courriel de la (?:mairie|collectivite))\b[^@\n]{0,90}$",
    )
});

/// Whether a mailbox takes no application by its name: data protection, robots, lists.
fn is_no_mailbox(address: &str) -> bool {
    let (local, host) = address.split_once('@').unwrap_or((address, ""));
    let host = host.split('.').next().unwrap_or("");
    rule::says(
        &local.to_lowercase(),
        &[
            "dpo",
            "rgpd",
            "gdpr",
            "dpd",
            "cnil",
            "donnees",
            "privacy",
            "unsubscribe",
            "newsletter",
            "bulletin",
            "digest",
            "redaction",
            "desabonnement",
            "desinscription",
            "noreply",
            "no-reply",
            "nepasrepondre",
            "ne-pas-repondre",
            "webmaster",
            "postmaster",
            "abuse",
            "bounce",
            "liste-",
            "list-",
            "support",
            "accessibilite",
            "presse",
            "signalement",
            "integrite",
            "ethique",
            "lanceur",
        ],
    ) || matches!(host, "listes" | "lists" | "liste" | "list")
        || host.starts_with("listes-")
}

/// Whether a mailbox is named after applying: `recrutement@`, `rh@`, `stages2027@`.
fn is_for_applying(address: &str) -> bool {
    rule::says(
        &address.split('@').next().unwrap_or("").to_lowercase(),
        &[
            "recrut",
            "emploi",
            "job",
            "rh",
            "drh",
            "hr",
            "candidat",
            "stage",
            "talent",
            "carriere",
            "career",
            "embauche",
            "postul",
            "cv",
            "alternance",
        ],
    )
}

/// Whether the address stands in the head of a mail: nobody applies to those whom it went to.
fn is_addressee(document: &Document, line: &str) -> bool {
    const HEAD: usize = 8;
    let has_head = || {
        let lines = document.folded.as_str().lines().take(HEAD);
        lines
            .into_iter()
            .any(|line| is_sender(line) || line.starts_with("objet") || line.starts_with("subject"))
    };
    has_head()
        && ["a :", "a:", "to :", "to:", "cc :", "cc:", "cci :", "bcc:", "pour :"]
            .iter()
            .any(|head| line.starts_with(head))
}

/// Whether the address is the sender's, in the head of a mail.
fn is_sender(line: &str) -> bool {
    ["de :", "de:", "from :", "from:", "expediteur :"].iter().any(|head| line.starts_with(head))
}

/// What the words around an address say; `previous` is where the address before it ends.
fn purpose(document: &Document, span: Span, previous: Option<u32>) -> Purpose {
    let text = document.folded.as_str();
    let end = document.folded.position(span.start);
    let start = end.saturating_sub(REACH);
    let start = (start..=end).find(|&at| text.is_char_boundary(at)).unwrap_or(end);
    let before = &text[start..end];
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    if advertising().is_match(line)
        || NOT_THERE.is_match(line)
        || refused().is_match(&text[document.folded.position(span.end)..])
    {
        return Purpose::Refused;
    }
    if is_addressee(document, line)
        || answering().is_match(&text[document.folded.position(span.end)..])
    {
        return Purpose::Question;
    }
    if is_sender(line) {
        return Purpose::Sender;
    }
    if RECEIVING.is_match(&text[document.folded.position(span.end)..]) {
        return Purpose::Apply;
    }
    // A heading rules what stands under it, and nothing before it does.
    let before = &before[before.rfind("\n# ").map_or(0, |at| at + 1)..];
    let sentence = [". ", "\n", "! ", "? "].iter().filter_map(|end| before.rfind(end)).max();
    let sentence = sentence.map_or(0, |at| at + 1);
    let denied = |at: usize| {
        let from = [". ", "\n", "! ", "? "].iter().filter_map(|end| before[..at].rfind(end)).max();
        refusing().is_match(&before[from.unwrap_or(0)..at])
    };
    let applications = applying().find_iter(before).map(|found| found.start());
    let apply = applications.filter(|&at| !denied(at)).last();
    // « Candidature spontanée » asks for applications to no offer.
    if apply.is_some_and(|at| {
        ["candidature spontanee", "candidatures spontanees"]
            .iter()
            .any(|it| before[at..].starts_with(it))
    }) {
        return Purpose::Refused;
    }
    let ask = asking().find_iter(before).last().map(|found| found.start());
    // An address that took what was said before leaves nothing to this one, once the sentence is over.
    let taken = previous
        .map(|end| document.folded.position(end))
        .filter(|&at| at > start)
        .is_some_and(|at| {
            let between = text[at..end].trim_start_matches(['>', ')']);
            let said = end - at;
            let first = before.len().checked_sub(said);
            let joined = ![". ", ".\n", "! ", "? "].iter().any(|end| between.contains(end));
            !joined && first.is_some_and(|first| apply.is_some_and(|apply| apply < first))
        });
    let apply = apply.filter(|_| !taken);
    // « CV à rh@… », then « Contact : … »: whom to ask, unless nobody else takes applications.
    let line_start = before.len() - line.len().min(before.len());
    if CONTACT.is_match(line) && ask.is_none() && apply.is_some_and(|apply| apply < line_start) {
        return Purpose::Contact;
    }
    match (apply, ask) {
        (Some(apply), Some(ask)) if ask > apply && apply < sentence => Purpose::Question,
        (Some(apply), Some(ask)) if ask > apply => {
            // « Pour postuler ou pour toute question » is both; « … CV. Questions : » is not.
            let between = &before[apply..ask];
            if between.contains([':', ';', '@'])
                || (between.ends_with(", ") && before[ask..].starts_with("question"))
            {
                Purpose::Question
            } else {
                Purpose::Apply
            }
        }
        (Some(_), _) => Purpose::Apply,
        (None, Some(_)) => Purpose::Question,
        (None, None) => Purpose::Unsaid,
    }
}

/// Reads them: those that are said to be for applying, else those named after it, else those that no question claims.
pub(super) fn read(document: &Document, offer: &mut Offer, _: &mut Diagnostics) {
    let mut previous = None;
    let online = ONLINE.is_match(document.folded.as_str());
    let mut emails: Vec<_> = emails::all(document)
        .into_iter()
        .map(|email| {
            let purpose = purpose(document, email.span, previous);
            previous = Some(email.span.end);
            let named = is_for_applying(&email.address);
            match purpose {
                Purpose::Question if named && !online => (Purpose::Unsaid, email),
                Purpose::Sender if !online => (Purpose::Unsaid, email),
                _ => (purpose, email),
            }
        })
        .filter(|(purpose, email)| *purpose != Purpose::Refused && !is_no_mailbox(&email.address))
        .collect();
    let text = document.folded.as_str();
    let in_its_line = |at: u32| {
        let before = &text[..document.folded.position(at)];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let near = line.ceil_char_boundary(line.len() - line.len().min(REACH));
        applying().is_match(&line[near..])
    };
    let elsewhere = emails
        .iter()
        .any(|(purpose, email)| *purpose == Purpose::Apply && in_its_line(email.span.start));
    for (purpose, _) in &mut emails {
        if *purpose == Purpose::Contact {
            *purpose = if elsewhere { Purpose::Unsaid } else { Purpose::Apply };
        }
    }
    let said = emails.iter().any(|(purpose, _)| *purpose == Purpose::Apply);
    let wanted = if said { Purpose::Apply } else { Purpose::Unsaid };
    emails.retain(|(purpose, _)| *purpose == wanted);
    if !said && emails.iter().any(|(_, email)| is_for_applying(&email.address)) {
        emails.retain(|(_, email)| is_for_applying(&email.address));
    }
    for (_, email) in emails {
        let known = |other: &String| other.eq_ignore_ascii_case(&email.address);
        if !offer.apply_emails.iter().any(known) {
            let evidence = Evidence { span: email.span, rule: email.rule.to_owned() };
            offer.evidence.insert_first(Field::ApplyEmails, evidence);
            offer.apply_emails.push(email.address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_from(text: &str) -> Vec<String> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer, &mut Vec::new());
        offer.apply_emails
    }

    #[test]
    fn questions_go_elsewhere() {
        let cases: &[(&str, &[&str])] = &[
            ("Envoyez votre CV à rh@exemple.org", &["rh@exemple.org"]),
            ("# Contact :\nJeanne Martin, j.martin@exemple.org", &["j.martin@exemple.org"]),
            ("Pour toute information complémentaire : j.martin@exemple.org", &[]),
            ("# Pour plus d'information :\nJeanne Martin, mail : j@exemple.org", &[]),
            (
                "Candidature à rh@exemple.org avant le 3 mars. Renseignements : chef@exemple.org",
                &["rh@exemple.org"],
            ),
            (
                "Pour toute question : chef@exemple.org\nCV et lettre à rh@exemple.org",
                &["rh@exemple.org"],
            ),
            ("Pour postuler ou pour toute question : rh@exemple.org", &["rh@exemple.org"]),
            (
                "Candidature : rh@exemple.org\nRenseignements techniques : chef@exemple.org",
                &["rh@exemple.org"],
            ),
            (
                "CV à rh@exemple.org ; l'équipe (info@exemple.org) répond aux questions",
                &["rh@exemple.org"],
            ),
            ("CV à ana@exemple.org. Vos données : dpo@exemple.org", &["ana@exemple.org"]),
            (
                "De : Ana <ana@exemple.org>\nÀ : tous@exemple.org\nPoste ouvert",
                &["ana@exemple.org"],
            ),
            (
                "# Candidature\nrh@exemple.org. Merci à tous. La bourse aux jardins : bourse@exemple.org",
                &["rh@exemple.org"],
            ),
            (
                "CV à rh@exemple.org, merci. Mon adresse (n'y envoyez pas d'offres) : ana@exemple.org",
                &["rh@exemple.org"],
            ),
            ("Poste ouvert. Question ? recrutement@exemple.org (aucune candidature par mail)", &[]),
            (
                "CV à ana@exemple.org (et non à l'antenne de Sète, lea@exemple.org)",
                &["ana@exemple.org"],
            ),
            (
                "CV et lettre par courriel à ana@exemple.org\nContact : Léo Petit, leo@exemple.org",
                &["ana@exemple.org"],
            ),
            (
                "Adresse e-mail : accueil@exemple.org\nAdresser CV et lettre à ana@exemple.org",
                &["ana@exemple.org"],
            ),
            ("Candidature par courriel.\nContact : ana@exemple.org", &["ana@exemple.org"]),
            ("CV sur notre site ; les envois à info@exemple.org ne sont pas lus.", &[]),
            ("CV sur notre site. Je réponds volontiers aux questions : ana@exemple.org", &[]),
            (
                "CV à ana@exemple.org. Vous recrutez ? Envoyez-nous votre annonce à lea@exemple.org",
                &["ana@exemple.org"],
            ),
            (
                "Contacts : ana@exemple.org (cheffe de service) ; lea@exemple.org (dépôt des candidatures)",
                &["lea@exemple.org"],
            ),
            ("CV à ana@exemple.org\nPour publier : lea@exemple.org", &["ana@exemple.org"]),
            ("From: Ana <ana@exemple.org>\nSubject: CDD\nCandidatures sur https://a.fr/12", &[]),
            ("Postuler en ligne.\nRenseignements : rh@exemple.org", &[]),
            ("Contact scientifique (questions uniquement) : ana@exemple.org", &[]),
            ("CV à ana@exemple.org ; questions pratiques à lea@exemple.org", &["ana@exemple.org"]),
            ("Candidature spontanée ?\nÉcrivez-nous : rh@exemple.org", &[]),
            (
                "CV à ana@exemple.org. La boîte info@exemple.org est réservée aux familles.",
                &["ana@exemple.org"],
            ),
            (
                "CV à ana@exemple.org. Vous souhaitez publier une offre ? Envoyez-la à lea@exemple.org",
                &["ana@exemple.org"],
            ),
            (
                "CV à ana@exemple.org. Je réponds aux questions, n'y envoyez pas vos CV.\nlea@exemple.org",
                &["ana@exemple.org"],
            ),
            (
                "Envoyez un CV à :\nAnne Petit a.petit@exemple.fr\net\nLa direction dir@exemple.fr",
                &["a.petit@exemple.fr", "dir@exemple.fr"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read_from(text), *expected, "{text}");
        }
    }
}
