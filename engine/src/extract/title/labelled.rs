//! Values of labels that name the post: « Intitulé du poste : … ».

use super::lines::{REACH, is_one_phrase};
use super::{Candidate, FAR, names_nothing};
use crate::document::Document;
use crate::extract::body::is_place;
use crate::extract::domain::Domains;
use crate::extract::heading::{is_sentence, names_post, take_apart};
use crate::extract::rule;
use crate::layout::heading_kind;
use regex::Regex;
use std::sync::LazyLock;

/// A label that names the post, its value beside or below.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"{bol}(?:# )?(?P<label>role|(?:intitule|titre|nom|libelle|denomination)(?: (?:exact )?(?:du|de la|de l'|de) ?(?:poste|mission|offre|emploi|stage|annonce|sujet|these|fonction|fiche de poste))?|(?:ton |votre |le )?postes?(?: proposee?s?| a pourvoir| recherchee?s?| concernee?s?| vise)?|emploi(?: propose)?|fonctions?|metiers?(?: vise| recherche)?|objet|sujet(?: (?:de|du) (?:stage|these|mail|message))?|subject|offre(?: d'emploi| de stage| d'alternance| de mission)?|(?:ta |votre )?mission(?: proposee)?|recrutement|profil recherche|stage|alternance|service civique)(?: ?\((?:[hfmx]/[hfmx]|[a-z ]{2,20})\))?(?: ?[:|=] ?(?:\n(?:# |- )?)?|\n(?:# )?)(?P<post>[^\n]{3,220})$",
    )
});

/// Values of labels: « Intitulé du poste : … ».
pub(super) fn labelled(document: &Document, domains: &Domains) -> Vec<Candidate> {
    let text = document.text.as_str();
    let near_end = document
        .folded
        .as_str()
        .char_indices()
        .nth(FAR)
        .map_or(document.folded.as_str().len(), |(at, _)| at);
    LABELLED
        .captures_iter(&document.folded.as_str()[..near_end])
        .filter_map(|found| {
            let label = found.name("label")?;
            let colon = document.folded.as_str()[label.end()..found.name("post")?.start()]
                .contains([':', '|', '=']);
            let line = document.source(found.name("post")?.range());
            let words = line.of(text);
            let named = names_post(words);
            let strong = label.as_str().contains("poste ")
                || label.as_str().contains("intitule")
                || label.as_str().contains("du poste")
                || label.as_str().starts_with("titre")
                || label.as_str().starts_with("libelle");
            let subject = matches!(label.as_str(), "objet" | "subject")
                || label.as_str().starts_with("sujet");
            let early = document.line_at(line.start).is_some_and(|line| line < REACH);
            let score = match (strong, subject, named) {
                (true, _, true) => 92,
                (true, _, false) => 88,
                (_, true, _) if !early => return None,
                (_, true, true) => 90,
                (_, true, false) => 78,
                (_, _, true)
                    if label.as_str().starts_with("metier")
                        || label.as_str().starts_with("profil") =>
                {
                    66
                }
                (_, _, true) if label.as_str().contains("poste") => 88,
                (_, _, true) => 74,
                _ => return None,
            };
            let usable = !words.trim().is_empty()
                && (!is_sentence(words) || subject || strong && is_one_phrase(words))
                && !names_nothing(words)
                && !is_place(words)
                && !words.contains('@')
                && (colon
                    || strong
                    || named
                        && !matches!(
                            label.as_str(),
                            "stage" | "le poste" | "votre poste" | "ton poste"
                        ))
                && heading_kind(words).is_none_or(|_| named);
            let post = usable.then(|| take_apart(document, domains, line))?;
            let post = post.map_or(line, |heading| heading.post);
            Some(Candidate { span: post, rule: "label", score })
        })
        .collect()
}
