//! What lines and words say that name no post: labels, buttons, greetings, tasks, places, firms.

use crate::extract::heading::names_post;
use crate::extract::{places, rule};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// « libellule_du_19 », « dev42 »: how people call themselves on a forum.
pub(super) fn is_user(words: &str) -> bool {
    !words.contains(' ') && (words.contains('_') || words.contains('#'))
}

/// « À l'agence de Sète », « (pourvu le 3 mai) », « Direction des jardins »: where the work is, or a remark.
pub(super) fn is_whereabouts(words: &str) -> bool {
    const PARTS: [&str; 7] =
        ["direction", "service", "pole", "site", "antenne", "campus", "departement"];
    let folded = fold(words);
    let first = folded.split(' ').next().unwrap_or("");
    words.starts_with("À ")
        || words.starts_with('(') && words.ends_with(')') && words.matches('(').count() == 1
        || PARTS.contains(&first)
            && (2..=6).contains(&folded.split(' ').count())
            && !folded.starts_with("service civique")
            && !names_post(words)
}

/// « Racines S.A », « RACINES SARL »: a name with its legal form.
pub(super) fn is_a_firm(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or("").replace('.', "");
    words.contains(' ')
        && matches!(last.as_str(), "SA" | "SARL" | "SAS" | "SASU" | "EURL" | "SCOP" | "SCIC")
}

/// « TOGO – Kpalimé »: a country, then a town.
pub(super) fn is_destination(words: &str) -> bool {
    let Some((country, town)) = words.split_once(" – ").or_else(|| words.split_once(" - "))
    else {
        return false;
    };
    places::is_other_place(&fold(country.trim()))
        && town.split(' ').count() <= 3
        && town.starts_with(char::is_uppercase)
        && !names_post(town)
}

/// Whether a folded line heads a page, a list or a section, or is a key or a tag line, and names no one post.
pub(super) fn is_no_heading(folded: &str) -> bool {
    static NO_HEADING: LazyLock<Regex> = LazyLock::new(|| {
        rule::compile(
            r"^(?:re ?:|par |publiee? |postee? |page |retour |voir |suite |rubrique|categorie|template|layout|subtitle|bienvenue|actu(?:alite)?s?\b|agenda|annonces|petites annonces|accueil|nos |notre |vos |votre |les offres|offres|toutes |tous les|toutes nos|informations?\b|infos?\b|liste d|recapitulatif|tableau d|postes (?:ouverts|a pourvoir|vacants)|emplois\b|stages (?:20|proposes|ouverts|a pourvoir)|sujets (?:20|proposes|de stages)|qui sommes|a propos|presentation\b|presence|contexte\b|introduction\b|bonjour|chers|cheres|rejoignez|rejoins|vous |tu |nous |on |je |il |elle |cet(?:te)? |ce |ces |ca |envie d|et si |besoin |ici |voici |comment |pourquoi |quoi |depuis |dans |sur |selon |grace |en tant |au sein|pour |avec |afin |merci |note |nota |attention|important|dernier|derniere|mise a jour|mis a jour|maj |compte rendu|proces-verbal|ordre du jour|lettre d'info|la lettre |site |newsletter|deadline|announcement|bulletin|numero |edition )|[^«\x22]*»|\b(?:offres d'emplois?|offres de stages?|petites annonces|nos offres|vos offres|annonces du|www\.|copyright|tous droits)\b|©",
        )
    });
    NO_HEADING.is_match(folded.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// « Télécharger l'offre d'emploi ici », « Cliquez ici pour postuler »
pub(super) fn is_button(folded: &str) -> bool {
    let words = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    ["telecharger ", "telechargez ", "cliquer ", "cliquez ", "consulter l", "consultez l", "voir l"]
        .iter()
        .any(|verb| words.starts_with(verb))
}

/// « CV et lettre à Jeanne Martin, directrice », « Contact : le directeur »: whom to write to.
pub(super) fn asks_to_apply(folded: &str) -> bool {
    const WORDS: [&str; 9] = [
        "cv",
        "candidature",
        "candidatures",
        "contact",
        "renseignements",
        "envoyer",
        "adresser",
        "postuler",
        "merci",
    ];
    let words = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    WORDS.contains(&words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(words))
}

/// « Designer pourra exprimer … », « le technicien assurera … »: what the holder of a post does.
pub(super) fn tells_tasks(folded: &str) -> bool {
    const VERBS: [&str; 18] = [
        "pourra",
        "devra",
        "sera",
        "aura",
        "doit",
        "assurera",
        "participera",
        "interviendra",
        "travaillera",
        "beneficiera",
        "effectuera",
        "realisera",
        "contribuera",
        "rejoindra",
        "apportera",
        "viendra",
        "permettra",
        "consistera",
    ];
    folded.split(' ').take(9).skip(1).any(|word| VERBS.contains(&word))
}

/// « S e r v i c e »: letters that an extract set apart.
pub(super) fn is_spaced(words: &str) -> bool {
    let letters = words.split_whitespace().filter(|word| word.chars().count() == 1).count();
    letters > 4 && 2 * letters > words.split_whitespace().count()
}

/// Whether an e-mail address stands in the words; « Jardinier @ Racines » has none.
pub(super) fn has_address(words: &str) -> bool {
    words.match_indices('@').any(|(at, _)| {
        words[..at].ends_with(char::is_alphanumeric)
            && words[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// « Fabricant de serrures depuis 1932 », « Éditeur de jeux, 40 salariés »: what presents the recruiter.
pub(super) fn presents(folded: &str) -> bool {
    folded.contains(" depuis 1") || folded.contains(" depuis 20") || folded.contains(" salaries")
}

/// « Lieu : Nantes »: what a label says is no heading.
pub(super) fn is_label(folded: &str) -> bool {
    const LABELS: &[&str] = &[
        "layout",
        "lieu",
        "ville",
        "duree",
        "date",
        "type",
        "contrat",
        "salaire",
        "remuneration",
        "reference",
        "ref",
        "employeur",
        "structure",
        "organisme",
        "entreprise",
        "service",
        "debut",
        "niveau",
        "grade",
        "categorie",
        "contact",
        "de",
        "a",
        "cc",
        "localisation",
        "collectivite",
        "departement",
        "diplome",
        "formation",
        "secteur",
        "profil",
        "experience",
        "rattachement",
        "encadrement",
        "encadrant",
        "encadrante",
        "tutrice",
        "superviseur",
        "superviseure",
        "maitre",
        "directrice",
        "directeur",
        "co-encadrant",
        "co-encadrante",
        "tuteur",
        "responsable",
        "statut",
        "societe",
        "direction",
        "recruteur",
        "annonceur",
        "etablissement",
        "organisation",
        "association",
        "client",
        "laboratoire",
        "auteur",
        "expediteur",
        "annonce",
    ];
    folded.split_once(':').is_some_and(|(label, value)| {
        let label = label.trim();
        let first = label.split(' ').next().unwrap_or(label).trim_end_matches(['.', 's']);
        // « Annonce de recrutement : jardinier »
        let announces = first == "annonce" && names_post(value.trim());
        if announces || label == "service civique" {
            return false;
        }
        label.split(' ').count() <= 5 && (LABELS.contains(&first) || LABELS.contains(&label))
    })
}

/// « Mission proposée par Racines », « Fiche remplie par : Racines »
pub(super) fn says_who_proposes(folded: &str) -> bool {
    folded.split_once(" par ").is_some_and(|(front, _)| {
        front.split_once(' ').is_some_and(|(noun, verb)| {
            matches!(noun, "mission" | "offre" | "annonce" | "stage" | "fiche")
                && matches!(verb, "proposee" | "propose" | "remplie")
        })
    })
}

pub(super) fn is_greeting(folded: &str) -> bool {
    ["bonjour", "bonsoir", "cher", "chere", "salut", "madame", "monsieur", "hello", "a tous"]
        .iter()
        .any(|greeting| folded.starts_with(greeting))
}
