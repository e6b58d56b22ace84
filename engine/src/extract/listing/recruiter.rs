//! The recruiter that a file names once, above its offers: « La Ville de Sète recrute », then its posts.

use crate::document::Document;
use crate::extract::body::{names_body, opens_with_noun, without_article, without_generic};
use crate::extract::domain::Domains;
use crate::extract::heading::{self, Part};
use crate::extract::organisation;
use crate::extract::rule::compile;
use crate::offer::{Field, Offer};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// How many lines of what stands above the offers are read.
pub(super) const REACH: usize = 8;

/// Words that announce one's own offers.
static ANNOUNCES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:recrut[a-z]*|nous rejoindre|rejoignez|rejoins|carrieres?|nos (?:offres|postes|stages|metiers|besoins)|(?:offres?|postes?|emplois?|stages?|missions?|sujets?|propositions?|avis|vacances?|appel)\b[^\n]{0,40}\b(?:d'emplois?|de stages?|a pourvoir|ouverts?|ouvertes?|vacants?|proposee?s|de these|d'alternance|20\d\d|de master|a stagiaires))\b",
    )
});

/// Words of those that relay the offers of others.
static RELAYS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:partenaires?|adherents?|adherentes|membres|reseau|relaye|relaie|diffuse|recues|recensees?|collectees?|transmises?|transferes?|petites annonces|nos annonces|newsletter|lettre d'information|infolettre|digest|bulletin|flash|forum|salon|job ?dating|bourse|veille|liste de diffusion|archives de la liste|groupe facebook|de la semaine|du mois|mission locale|missions locales|maison de l'emploi|france travail|pole emploi|cap emploi|cfa|centre de formation d'apprentis|coordination|federation|confederation|plateforme|portail|agenda|resultats|recherche :|collaborative|pour nos etudiants|nos anciens|alumni|des employeurs|des entreprises|nos entreprises|interim|interimaire|office de tourisme des metiers|page ouverte)\b",
    )
});

/// The beginning of what stands above the offers, folded.
pub(super) fn opening(above: &Document) -> String {
    let text = above.text.as_str();
    let far = above.lines.get(REACH).map_or(text.len(), |line| line.span.start as usize);
    fold(&text[..far])
}

/// Whether one recruiter announces its own posts here, and relays nobody else's.
pub(super) fn announces_its_own(opening: &str) -> bool {
    !relays(opening) && ANNOUNCES.is_match(opening)
}

/// Whether words announce one's own offers.
pub(super) fn announces(opening: &str) -> bool {
    ANNOUNCES.is_match(opening) || opening.contains("travailler a ")
}

/// Whether a line says that the offers of others are relayed.
pub(super) fn relays(opening: &str) -> bool {
    // « la convention collective des entreprises du spectacle »: the terms of work.
    static TERMS: LazyLock<Regex> =
        LazyLock::new(|| compile(r"\bconventions? (?:collectives?|nationales?)[^.,;\n]{0,80}"));
    opening
        .lines()
        .any(|line| !is_navigation(line) && RELAYS.is_match(&TERMS.replace_all(line, "")))
}

/// The one recruiter of the offers below these words.
pub(super) fn recruiter(above: &Document) -> Option<String> {
    let text = above.text.as_str();
    let folded = opening(above);
    if relays(&folded) {
        return None;
    }
    let domains = Domains::of(above);
    let mut announced = ANNOUNCES.is_match(&folded);
    let mut found = None;
    for (at, line) in above.lines.iter().take(REACH).enumerate() {
        let words = line.span.of(text);
        if heading::is_sentence(words) || words.chars().count() > 120 {
            continue;
        }
        let announces = ANNOUNCES.is_match(&fold(words));
        for piece in heading::pieces(above, line.span) {
            let written = piece.span.of(text).trim();
            let name = named(written);
            if is_lone_noun(without_article(name)) {
                continue;
            }
            let body = names_body(name) && !piece_is_service(name);
            let bare = heading::is_like_a_name(name)
                && (announces || at == 0 && heading::is_backed(above, &domains, line.span, name));
            if (piece.part == Part::Body || piece.part == Part::Words || name.len() < written.len())
                && (body || bare)
                && found.is_none()
            {
                found = Some(without_generic(without_article(name)).to_owned());
            }
        }
        announced |= announces;
    }
    let found = found.or_else(|| announced.then(|| in_a_sentence(above)).flatten());
    found.filter(|_| announced).map(|name| quiet(&name, above))
}

/// « Le laboratoire Racines (Sète) propose plusieurs sujets de stage »: who offers all that stands below.
pub(super) fn in_a_sentence(above: &Document) -> Option<String> {
    const OFFERING: [&str; 5] =
        ["recruits", "recruits-at-once", "recruits-alone", "presented", "body-that-acts"];
    let mut header = Offer::default();
    organisation::read(above, &mut header);
    let rule = &header.evidence.get(Field::Organisation)?.rule;
    header.organisation.filter(|name| OFFERING.contains(&rule.as_str()) && !is_lone_noun(name))
}

/// Whether a name is the noun of a body alone: « la Ville recrute » does not say which.
fn is_lone_noun(name: &str) -> bool {
    !name.contains(' ') && opens_with_noun(name)
}

/// « La Ville de Sète (44 000 habitants) recrute »: in one sentence.
pub(super) fn says_that_it_recruits(above: &Document, name: &str) -> bool {
    const NEAR: usize = 60;
    let text = above.folded.as_str();
    let name = fold(name);
    text.match_indices(&name).any(|(at, found)| {
        let rest: String = text[at + found.len()..].chars().take(NEAR).collect();
        let rest = rest.split(['\n', '.', ';']).next().unwrap_or("");
        [" recrute", " recherche", " embauche"].iter().any(|verb| rest.contains(verb))
    })
}

/// « Les candidatures sont à adresser à Monsieur le Maire »: who recruits for all the posts below is whose letterhead it is.
pub(super) fn is_written_to(above: &Document) -> bool {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        compile(
            r"\b(?:adresse\w*|envoye\w*|transm\w+|candidatures?)\b[^.]{0,120}\b(?:monsieur|madame|m\.|mme) (?:le|la) (?:maire|president|presidente|directeur|directrice)\b",
        )
    });
    HEAD.is_match(above.folded.as_str())
}

/// « Accueil | Agenda | Recrutement »: where a page leads, and not what it says.
pub(super) fn is_navigation(folded: &str) -> bool {
    let entries = folded.split(['|', '·', '•', '>', '/']);
    entries.clone().count() >= 4
        && entries.clone().all(|entry| entry.split_whitespace().count() <= 4)
}

/// The name before its verb or its remark: « La Ville de Sète recrute », « Institut des Sols (UMR 4127) ».
fn named(words: &str) -> &str {
    let name = words.split(" (").next().unwrap_or(words);
    let verb = [
        " recrute",
        " recrutent",
        " RECRUTE",
        " RECRUTENT",
        " propose",
        " proposent",
        " recherche",
    ]
    .iter()
    .filter_map(|verb| name.find(verb))
    .min();
    name[..verb.unwrap_or(name.len())].trim_matches(|c: char| !c.is_alphanumeric())
}

fn piece_is_service(name: &str) -> bool {
    ["direction", "service", "pole", "equipe"].iter().any(|noun| fold(name).starts_with(noun))
}

/// A shouted name as the text below writes it, or with capitals at its words.
fn quiet(name: &str, above: &Document) -> String {
    if name.contains(char::is_lowercase) || name.chars().count() < 6 {
        return name.to_owned();
    }
    let folded = fold(name);
    let text = above.folded.as_str();
    let spelt = text.match_indices(&folded).find_map(|(at, found)| {
        let words = above.source(at..at + found.len()).of(&above.text);
        words.contains(char::is_lowercase).then(|| words.to_owned())
    });
    spelt.unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listings_say_once_who_recruits() {
        let cases = [
            ("VILLE DE SÈTE\nLa ville recrute – page 14", Some("VILLE DE SÈTE")),
            ("La Ville de Sète recrute", Some("Ville de Sète")),
            ("Accueil / Ma mairie / La Ville recrute\nVILLE DE SÈTE", Some("VILLE DE SÈTE")),
            (
                "Institut des Sols (UMR 4127)\nSujets de stage proposés pour 2027",
                Some("Institut des Sols"),
            ),
            ("Racines Vives | Rejoignez-nous\nFR | EN", Some("Racines Vives")),
            ("Racines Vives\nNotre histoire", None),
            (
                "Nos offres de stage\nLe laboratoire Racines (Sète) propose plusieurs sujets de stage de Master 2.",
                Some("Laboratoire Racines"),
            ),
            ("CFA des métiers de Sète\nOffres d’alternance de nos entreprises partenaires", None),
            ("Le Petit Sétois\nBulletin municipal – La Ville de Sète recrute", None),
            ("Réseau des jardins\nNos offres d’emploi", None),
            (
                "Théâtre des Sols\nLe théâtre recrute selon la convention collective nationale des entreprises du spectacle",
                Some("Théâtre des Sols"),
            ),
            ("Offres d’emploi à pourvoir\nMise à jour le 3 mars", None),
        ];
        for (text, name) in cases {
            assert_eq!(recruiter(&Document::of_text(text)).as_deref(), name, "{text}");
        }
    }
}
