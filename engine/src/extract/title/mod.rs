//! The post's name for a card: what labels, headings, subjects of mails and sentences propose, the best of them
//! without recruiter, place, kind of contract and duration.

use super::Considered;
use super::body::is_place;
use super::domain::Domains;
use super::heading::{
    Part, Who, head_of, is_sentence, names_post, opening, pieces, rows, take_apart, tells_facts,
};
use super::organisation::recruits_alone;
use crate::document::Document;
use crate::layout::heading_kind;
use crate::lexicon::is_menu;
use crate::offer::{Evidence, Field, Offer};
use crate::outline::Role;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

mod clean;
mod sentence;

pub(super) use clean::names_nothing;
use clean::{core, presented};
use sentence::{in_sentences, recruits};

/// How many lines below the first may name the post.
const REACH: usize = 14;

/// How many bytes of an offer are read for a sentence that recruits.
const FAR: usize = 6000;

/// A label that names the post, its value beside or below.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"{bol}(?:# )?(?P<label>(?:intitule|titre|nom|libelle|denomination)(?: (?:exact )?(?:du|de la|de l'|de) ?(?:poste|mission|offre|emploi|stage|annonce|sujet|these|fonction|fiche de poste))?|postes?(?: proposee?s?| a pourvoir| recherchee?s?| concernee?s?| vise)?|emploi(?: propose)?|fonctions?|metiers?(?: vise| recherche)?|objet|sujet(?: (?:de|du) (?:stage|these|mail|message))?|subject|offre(?: d'emploi| de stage| d'alternance| de mission)?|(?:ta |votre )?mission(?: proposee)?|recrutement|profil recherche|stage|alternance|service civique)(?: ?\((?:[hfmx]/[hfmx]|[a-z ]{2,20})\))?(?: ?[:|=] ?(?:\n(?:# |- )?)?|\n(?:# )?)(?P<post>[^\n]{3,220})$",
    )
});

/// A span that may name the post.
struct Candidate {
    span: Span,
    rule: &'static str,
    score: i32,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let Some(best) = candidates(document).into_iter().next() else { return };
    offer.title = Some(presented(best.span.of(&document.text)));
    offer.evidence.insert(Field::Title, Evidence { span: best.span, rule: best.rule.to_owned() });
}

/// What may name the post, best first, without what a card shows elsewhere.
fn candidates(document: &Document) -> Vec<Candidate> {
    let domains = Domains::of(document);
    let mut candidates = labelled(document, &domains);
    candidates.extend(in_lines(document, &domains));
    candidates.extend(in_sentences(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let text = document.text.as_str();
    for candidate in &mut candidates {
        candidate.span = core(text, candidate.span);
    }
    candidates.retain(|candidate| {
        let words = candidate.span.of(text);
        words.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !is_place(words)
            && !names_nothing(words)
            && !tells_facts(words)
    });
    candidates
}

/// What may name the post, as explanations show it.
pub(super) fn considered(document: &Document) -> Vec<Considered> {
    let considered = |candidate: Candidate| Considered {
        value: Some(presented(candidate.span.of(&document.text))),
        span: candidate.span,
        rule: candidate.rule.to_owned(),
        score: candidate.score,
        chosen: false,
    };
    candidates(document).into_iter().map(considered).collect()
}

/// The recruiters that the title's own line names.
pub(super) fn recruiters(document: &Document, domains: &Domains, title: Option<Span>) -> Vec<Who> {
    let at = title.map_or(0, |span| span.start);
    let line = document.line_at(at).map_or_else(
        || opening(document),
        |line| of_its_own(document, head_of(&document.text, document.lines[line].span)),
    );
    if is_sentence(first_line(document, line).of(&document.text)) && !is_small_ad(document, line) {
        return Vec::new();
    }
    take_apart(document, domains, line).map_or(Vec::new(), |heading| heading.who)
}

/// Values of labels: « Intitulé du poste : … ».
fn labelled(document: &Document, domains: &Domains) -> Vec<Candidate> {
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
            let colon = found.get(0)?.as_str()[label.end() - found.get(0)?.start()..]
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
                (_, true, true) if early => 90,
                (_, true, false) if early => 78,
                (_, _, true)
                    if label.as_str().starts_with("metier")
                        || label.as_str().starts_with("profil") =>
                {
                    66
                }
                (_, _, true) if label.as_str().starts_with("poste") => 88,
                (_, _, true) => 74,
                _ => return None,
            };
            let usable = !words.trim().is_empty()
                && (!is_sentence(words) || subject)
                && !names_nothing(words)
                && !is_place(words)
                && !words.contains('@')
                && (colon || strong || named && label.as_str() != "stage")
                && heading_kind(words).is_none_or(|_| named);
            let post = usable.then(|| take_apart(document, domains, line))?;
            let post = post.map_or(line, |heading| heading.post);
            Some(Candidate { span: post, rule: "label", score })
        })
        .collect()
}

/// The first lines that name a post.
fn in_lines(document: &Document, domains: &Domains) -> Vec<Candidate> {
    let text = document.text.as_str();
    let mut found = Vec::new();
    // A letter's lines are its own; only its sentences speak of the post.
    if is_greeting(&fold(opening(document).of(text))) {
        return found;
    }
    let mut nothing_before = true;
    let counted = names_nothing(opening(document).of(text))
        && opening(document).of(text).contains(|c: char| c.is_ascii_digit());
    for (index, line) in document.lines.iter().take(REACH).enumerate() {
        let span = of_its_own(document, head_of(text, line.span));
        let words = span.of(text).trim();
        let folded = fold(words);
        let small_ad = is_small_ad(document, span);
        let out = is_menu(&folded)
            || !small_ad && (has_address(words) || folded.contains("http"))
            || words.contains('`')
            || words.is_empty()
            || matches!(line.role, Role::Item { .. }) && index > 3
            || index > 0
                && !small_ad
                && (is_sentence(words) || folded.ends_with(':') || words.chars().count() > 150)
            || index > 0
                && line.role == Role::Heading
                && heading_kind(words).is_some()
                && !names_post(words)
            || is_label(&folded)
            || index > 0 && presents(&folded);
        if out {
            continue;
        }
        let Some(heading) = take_apart(document, domains, span) else { continue };
        let own = first_line(document, span).of(text);
        let sentence = is_sentence(own) || recruits(&fold(own));
        let shouted = !words.chars().any(char::is_lowercase);
        let score = match (index, heading.sure) {
            (0, true) if small_ad && !recruits(&fold(own)) => 84,
            _ if sentence
                && (index > 0
                    || !heading.sure
                    || words.chars().count() > 120
                    || recruits(&folded)) =>
            {
                continue;
            }
            (0, true) => 86,
            (0, false)
                if is_greeting(&folded)
                    || heading_kind(words)
                        .is_some_and(|_| words.split_whitespace().count() < 4) =>
            {
                continue;
            }
            (0, false) => 40,
            (_, true) => {
                let sought = document.lines[..index]
                    .last()
                    .is_some_and(|above| recruits_alone(above.span.of(text)));
                76 - index as i32 + if shouted { 3 } else { 0 } + if sought { 8 } else { 0 }
            }
            // « Sujet 2 », then what it is about.
            (1, false) if counted && words.split_whitespace().count() >= 3 => 60,
            // Below menus and labels, the first line of words is the heading.
            (1..=4, false)
                if nothing_before
                    && words.split_whitespace().count() >= 3
                    && words.chars().filter(char::is_ascii_digit).count() < 5 =>
            {
                40
            }
            (_, false) => continue,
        };
        nothing_before = false;
        found.push(Candidate {
            span: heading.post,
            rule: if index == 0 { "heading" } else { "line-below" },
            score,
        });
    }
    found
}

/// A line that ran on into a paragraph, as far as its first line of the file goes.
fn of_its_own(document: &Document, line: Span) -> Span {
    let first = first_line(document, line);
    let long = line.of(&document.text).chars().count() > 170;
    let own = first.of(&document.text);
    if long && !is_sentence(own) && own.chars().count() < 140 { first } else { line }
}

/// The line as far as its first line of the file goes, when the next one says something of its own.
fn first_line(document: &Document, line: Span) -> Span {
    let end = rows(document, line).first().map_or(line.end, |&at| line.start + at as u32 - 1);
    Span { start: line.start, end }
}

/// Whether a line tells all of a small ad: a post in a piece of its own, facts in the others.
fn is_small_ad(document: &Document, line: Span) -> bool {
    let pieces = pieces(document, line);
    let told = |part: Part| pieces.iter().filter(|piece| piece.part == part).count();
    let post = pieces.iter().find(|piece| piece.part == Part::Post);
    let leads = pieces.len() > 1
        && pieces[0].part == Part::Post
        && !recruits(&fold(pieces[0].span.of(&document.text)));
    (told(Part::Facts) + told(Part::Place) >= 2 || leads)
        && post.is_some_and(|post| {
            let words = post.span.of(&document.text);
            words.chars().count() < 100 && !is_sentence(words)
        })
}

/// Whether an e-mail address stands in the words; « Jardinier @ Racines » has none.
fn has_address(words: &str) -> bool {
    words.match_indices('@').any(|(at, _)| {
        words[..at].ends_with(char::is_alphanumeric)
            && words[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// « Fabricant de serrures depuis 1932 », « Éditeur de jeux, 40 salariés »: what presents the recruiter.
fn presents(folded: &str) -> bool {
    folded.contains(" depuis 1") || folded.contains(" depuis 20") || folded.contains(" salaries")
}

/// « Lieu : Nantes »: what a label says is no heading.
fn is_label(folded: &str) -> bool {
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
    folded.split_once(':').is_some_and(|(label, _)| {
        let label = label.trim();
        let first = label.split(' ').next().unwrap_or(label).trim_end_matches(['.', 's']);
        label.split(' ').count() <= 5 && (LABELS.contains(&first) || LABELS.contains(&label))
    })
}

fn is_greeting(folded: &str) -> bool {
    ["bonjour", "bonsoir", "cher", "chere", "salut", "madame", "monsieur", "hello", "a tous"]
        .iter()
        .any(|greeting| folded.starts_with(greeting))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<String> {
        let mut offer = Offer::default();
        read(&Document::of_text(text), &mut offer);
        offer.title
    }

    #[test]
    fn titles_name_the_post_alone() {
        let cases = [
            (
                "Les Jardins (Nantes – 44000) – Stage fin d’études 6 mois – Jardinier·ère en chef",
                "Jardinier·ère en chef",
            ),
            ("Les Jardins (Nantes) – ASSISTANT.E COMMUNICATION", "Assistant.e communication"),
            (
                "Les Jardins (Nantes-44000)Stage jardin et communication",
                "Stage jardin et communication",
            ),
            (
                "Les Jardins (44000) – Stage chargé.e de culture – Serres et vergers",
                "Chargé.e de culture – Serres et vergers",
            ),
            (
                "Les Jardins (44000) – Chargé·e de projet jardin – Stage",
                "Chargé·e de projet jardin",
            ),
            ("Les Jardins (Nantes 44000) – L’art du jardin [stage recherche]", "L’art du jardin"),
            ("Alternance: Assistant.e de culture", "Assistant.e de culture"),
            (
                "Fiche de poste – Alternance : Chargé.e de culture (H/F)",
                "Chargé.e de culture (H/F)",
            ),
            ("Poste : Chargé(e) de projet jardin", "Chargé(e) de projet jardin"),
            ("Stage Chef(fe) de culture junior chez Jardins.org", "Chef(fe) de culture junior"),
            ("Jardinier F/H - Nantes (44)", "Jardinier F/H"),
            (
                "Le Verger recherche pour mai sa ou son stagiaire, chargé.e de mission « pommes ».",
                "Chargé.e de mission « pommes »",
            ),
            (
                "Planète (Lyon) – Chargé.e d’étude stagiaire pour une durée de 4 à 6 mois environ",
                "Chargé.e d’étude stagiaire",
            ),
            ("Offre de stage\nIntitulé du poste : Jardinier\nTailler.", "Jardinier"),
        ];
        for (heading, expected) in cases {
            assert_eq!(title(heading).as_deref(), Some(expected), "{heading}");
        }
    }
}
