//! The recruiter in the title's own line, and behind « chez » or « à » in the first one.

use super::readers::without_remark;
use super::{Candidate, candidate};
use crate::document::Document;
use crate::extract::body::{could_recruit, is_place, names_body, without_article};
use crate::extract::domain::Domains;
use crate::extract::{heading, places, title};
use crate::span::Span;
use crate::text::fold;

/// The recruiter in the title's line, and behind « chez » or « à » in the first one.
pub(super) fn in_heading(
    document: &Document,
    domains: &Domains,
    title: Option<Span>,
) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    let mut found: Vec<Candidate<String>> = title::recruiters(document, domains, title)
        .into_iter()
        .filter_map(|who| {
            let words = who.span.of(text).trim();
            let placed = document.lines.first().is_some_and(|line| {
                line.span.start == who.span.start
                    && crate::segment::placed(line.span.of(text)).is_some()
            });
            let name = without_remark(without_place_tail(words));
            // « Six (06) conseillers »
            let counts = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix"]
                .contains(&fold(name).as_str());
            let lone_place = counts || is_place(name) && !names_body(name);
            ((placed || could_recruit(name) || heading::names_people(name)) && !lone_place)
                .then(|| candidate(text, name, "heading", who.score))
        })
        .collect();
    let first = heading::opening(document).of(text);
    // « à » leads to places as well: only a name that something else confirms follows it.
    const LINKS: [(&str, i32, bool); 10] = [
        (" chez ", 78, true),
        (" au sein de ", 66, true),
        (" au sein de l’", 66, true),
        (" au sein du ", 66, true),
        (" @ ", 78, true),
        (" à ", 58, false),
        (" à la ", 58, false),
        (" à l’", 58, false),
        (" à L’", 58, false),
        (" au ", 58, false),
    ];
    let links = LINKS.iter().flat_map(|&(link, score, sure)| {
        first.match_indices(link).map(move |(at, _)| (&first[at + link.len()..], score, sure))
    });
    for (rest, score, sure) in links {
        let words = rest.split(['(', '–', ',', ':', '|', '!', '?']).next().unwrap_or("").trim();
        // « à l’Institut des sols dans le cadre du projet TERRE »
        let words = words.split(" dans le cadre").next().unwrap_or(words);
        let words = words
            .split(" - ")
            .next()
            .unwrap_or(words)
            .trim_end_matches(['.', '!', '?', '"', '”', '»', ' ']);
        let longest = if names_body(words) { 9 } else { 6 };
        let short = (1..=longest).contains(&words.split_whitespace().count());
        let shown = words.chars().all(|c| {
            c.is_alphanumeric()
                || c.is_whitespace()
                || matches!(c, '-' | '’' | '\'' | '.' | '&' | '/')
        });
        if (words.starts_with(char::is_uppercase) || names_body(words))
            && short
            && shown
            && could_recruit(words)
            && !is_place(words)
            && (sure
                || is_acronym(words.split(' ').next().unwrap_or(words))
                || names_body(words)
                || heading::is_spoken_of(document, heading::opening(document), words)
                || domains.spell(words))
        {
            found.push(candidate(text, without_article(words), "heading-link", score));
        }
    }
    found
}

/// « HEAD », « ANRT »: three capitals or more, and nothing else.
pub(super) fn is_acronym(word: &str) -> bool {
    word.chars().count() >= 3 && word.chars().all(char::is_uppercase)
}

/// « Université de Laval, Laval Québec » -> « Université de Laval »: the tail says the place again.
pub(super) fn without_place_tail(who: &str) -> &str {
    let Some((head, tail)) = who.split_once(", ") else { return who };
    // « Médiathèque Simone, 12 rue des Tanneurs »
    if tail.starts_with(|c: char| c.is_ascii_digit()) {
        return head;
    }
    if tail.starts_with(char::is_lowercase) {
        let own = ["de ", "du ", "des ", "d’", "d'", "et "].iter().any(|of| tail.starts_with(of));
        return if own { who } else { head };
    }
    let first = tail.split_whitespace().next().unwrap_or("");
    // « Supermarché Le Panier, La Grand-Combe. CDI », « MAISON RACINES, LAUSANNE (SUISSE) ».
    let clause = tail.split(['.', '(', ',']).next().unwrap_or(tail).trim();
    let abroad = tail
        .rsplit_once(" (")
        .is_some_and(|(_, inside)| places::is_other_place(&fold(inside.trim_end_matches(')'))));
    let placed = head.contains(first)
        || !crate::gazetteer::communes(first).is_empty()
        || is_place(clause)
        || abroad;
    if placed { head } else { who }
}
