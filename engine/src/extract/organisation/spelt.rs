//! Names that the hosts of addresses spell: « contact@racines-vives.fr » for « Racines Vives ».

use super::beside::is_a_sign;
use super::{Candidate, candidate};
use crate::document::Document;
use crate::extract::body::{could_recruit, is_place, leading_name, names_body};
use crate::extract::domain::Domains;
use crate::span::Span;
use crate::text::fold;

/// A name that comes more often than this is what the text is about.
const OFTEN: usize = 2;

/// Names that the hosts of addresses spell.
pub(super) fn spelt(document: &Document, domains: &Domains) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    domains
        .names(document)
        .into_iter()
        .chain(domains.explained(document))
        .filter_map(|span| {
            let span = with_its_noun(text, span);
            let name = span.of(text);
            let lone = !name.contains([' ', '-', '’', '\'']);
            // One word that only the page's links spell may be a tool or a partner.
            let often = || document.text.matches(name).count() > OFTEN;
            let score = match (lone, domains.mailed(name) || often()) {
                (true, true) => 42,
                (true, false) => 30,
                (false, _) => 52,
            };
            ((could_recruit(name) || is_a_sign(name))
                && !is_place(name)
                && !has_studied_there(document, name))
            .then(|| candidate(text, name, "spelt-by-an-address", score))
        })
        .collect()
}

/// « Ancien élève de Racines, je cherche un stagiaire »: the school of who writes.
fn has_studied_there(document: &Document, name: &str) -> bool {
    let name = fold(name);
    let text = document.folded.as_str();
    ["eleve de ", "eleve a ", "etudiant a ", "etudiante a ", "diplome de ", "diplomee de "]
        .iter()
        .any(|of| text.match_indices(*of).any(|(at, _)| text[at + of.len()..].starts_with(&name)))
}

/// A name with the noun of a body before it and the capitals behind: « Menuiserie Racine-Vive », « Petit & Roy Avocats ».
fn with_its_noun(text: &str, span: Span) -> Span {
    let line = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..span.start as usize].trim_end();
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    for words in 1..=6 {
        let cut = before
            .rmatch_indices([' ', '’', '\''])
            .nth(words - 1)
            .map_or(0, |(at, mark)| at + mark.len());
        let longer = &text[line + cut..end];
        // « COMMUNAUTÉ DE COMMUNES DE … » opens with its first noun.
        let inner = fold(longer).starts_with("communes ");
        if longer.starts_with(char::is_uppercase)
            && !longer.contains(',')
            && !inner
            && names_body(longer)
            && !names_body(&text[start..end])
        {
            start = line + cut;
            break;
        }
        if cut == 0 {
            break;
        }
    }
    let after =
        text[end..].split(['\n', ',', '.', '(', ';', ':', '@', '<', '|', '–']).next().unwrap_or("");
    if after.starts_with(' ') {
        let more = leading_name(after.trim_start());
        let word = after.trim_start().split(' ').next().unwrap_or("");
        if !more.is_empty()
            && word.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && after.trim().len() <= more.len()
        {
            end += after.len() - after.trim_start().len() + more.len();
        }
    }
    Span::new(start..end)
}
