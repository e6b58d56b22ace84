//! The post's name for a card: what labels, headings, subjects of mails and sentences propose, the best of them
//! without recruiter, place, kind of contract and duration.

use super::body::is_place;
use super::domain::Domains;
use super::heading::{head_of, is_sentence, names_post, opening, take_apart};
use crate::document::Document;
use crate::layout::heading_kind;
use crate::lexicon::{is_menu, opens_with_post};
use crate::offer::{Evidence, Field, Offer};
use crate::outline::Role;
use crate::span::Span;
use crate::text::{Folded, fold};
use regex::Regex;
use std::sync::LazyLock;

/// Longest title, in characters; a heading beyond is a paragraph, cut at a word.
const LONGEST: usize = 140;

/// How many lines below the first may name the post.
const REACH: usize = 14;

/// How many bytes of an offer are read for a sentence that recruits.
const FAR: usize = 6000;

/// A piece of a heading that names no post: contract, duration, rhythm, gender marks, a label alone.
static NO_POST: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:offre d[e'] ?)?(?:(?:(?:une? )?(?:offres?|missions?|fiche|avis|proposition|annonce|profil|intitule|appel|sujet|titre)(?: (?:de|du|d'|a|pour))? ?(?:un )?(?:emplois?|postes?|stages?|missions?|recrutement|vacance(?: de poste)?|candidatures?|alternance|these|apprentissage|service civique|volontariat|vie|contrat)?|stages?|stagiaire|alternance|apprentissage|contrat (?:d'apprentissage|de professionnalisation|doctoral|a duree (?:in)?determinee)|service civique|volontariat|benevolat|emplois?|cifre|internship|apprenticeship|full[- ]time|part[- ]time|jobs?(?: post)?|job d'ete|cdd|cdi|cddi|interim|vie|vsi|freelance|postes?(?: a pourvoir)?|mission|vacance|recrutement|recrute|recherche|on recrute|nous recrutons|nous recherchons|rejoignez[- ]nous|urgent|fin d'etudes|de fin d'etudes|(?:de )?(?:master ?[12]?|m[12])|bac ?\+ ?\d|licence|conventionne|remunere|indemnise|de recherche|temps (?:plein|partiel|complet|non complet)|a temps (?:plein|partiel|complet)|mi-temps|\(?[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?\)?|\d+ ?(?:a|-|/) ?\d+ mois|\d+ ?mois|de \d+ mois|de \d+ (?:a|-) \d+ mois|\d+ ?(?:h|heures|%)(?: ?/ ?| par )?(?:semaine|sem)?|n ?[°o]? ?\d[\d/-]*|ref(?:erence)?s?[ .:]*[a-z0-9/_-]*\d[a-z0-9/_-]*|offre|a pourvoir(?: (?:des que possible|immediatement|rapidement))?|des que possible|a diffuser|pour diffusion|merci de diffuser|diffusion|tr|fwd?|re|hybride|teletravail(?: partiel| possible)?|publiee? (?:le|il y a).*|a partir d.*|\d{1,2} ?/ ?\d{1,2} ?/ ?\d{2,4}|\d{1,2} {month} ?\d{4}|(?:en )?{month} ?\d{4}|rentree \d{4}|session \d{4}|annee|20\d\d(?:[-/]20\d\d)?)[ ,/()\[\]]*)+$",
    )
});

/// What stands before a title and announces it.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:\[[^\]]{2,40}\] ?|(?:offre(?: d[e'] ?(?:emploi|stage|alternance|mission|service civique|these|poste))?(?: n ?[°o]? ?\d+)?|annonce(?: n ?[°o]? ?\d+)?|intitule(?: du poste| de l'offre| de la mission)?|titre(?: du poste)?|postes?(?: a pourvoir)?|fiche de poste|profil de poste|avis de vacance|on recrute|nous recrutons|objet|emploi|stages?|alternance|service civique|mission|recrutement|recherche|nous recherchons|sujet|tr|fwd?|cdi|cdd)(?: (?:de )?\d+ mois)? ?[:|!-] ?|\d{1,3} ?[.)/-] ?)",
    )
});

/// Words that recruit, or an article, before the post.
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:(?:devenez|deviens) (?:une? ou une? |un{e} |une? )?|(?:on |nous |je )?(?:recrut|recherch|cherch|embauch)[a-z]*(?:\(?s\))? (?:d(?:e |'))?|recrutement d(?:e |')|offre d(?:e |')(?:emploi|stage|alternance|mission) (?:d(?:e |'))?|poste d(?:e |')|emploi d(?:e |')|avis de (?:vacance|recrutement)[^:]{0,20}? d(?:e |')|(?:une? ou une?|un/une|un{e}|une|des|son|sa|ses|notre|nos|deux|trois|plusieurs) |\d{1,2} (?:(?:postes?|places?) d(?:e |'))?)",
    )
});

/// What follows a title and does not belong to it.
static TRAILING: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"(?: ?[(\[](?:(?:offre de )?stages?[^)\]]*|alternance|apprentissage|service civique|cdd[^)\]]*|cdi[^)\]]*|interim|urgent|\d+ (?:mois|postes?)|\d{2,5}|temps (?:plein|partiel|complet)|ref[^)\]]*|\d+ ?%|\d+ ?h[^)\]]*)[)\]]|,? pour une duree d.*|,? (?:a compter|a partir|des le|des que|des {month}) ?.*| ?[-,/] ?(?:stage|alternance|cdd|cdi|apprentissage|temps (?:plein|partiel|complet)|interim)(?: (?:de )?\d+(?: a \d+)? mois)?| (?:en|pour un|dans le cadre d'un) (?:cdd|cdi|contrat(?: [a-z' -]{1,40})?|stage|alternance|apprentissage|service civique|interim)(?: (?:de )?\d+(?: a \d+)? mois)?|,? ?publiee? (?:le|il y a).*| - (?:job post|annonce|offre d'emploi)| [-–] (?:ref|n ?°)[^-]*|,? chez [^,]+| a temps (?:plein|partiel|complet|non complet)\b.*| (?:de |- )?\d+(?: a \d+)? mois| urgent| a diffuser|[ .:;,*_-]+)$",
    )
});

/// « à Nantes », « - Nantes (44) », « (Nantes) » at the end.
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"(?:,? (?:base{e} )?a |,? sur |, | \(| - )(?P<place>[a-z0-9][a-z0-9' -]{1,50}(?: ?\([^()]{1,30}\))?)\)?$",
    )
});

/// « Stage » before a noun of a post only repeats the contract.
static CONTRACT_BEFORE_POST: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:offre de )?(?:stage|alternance|apprentissage|service civique|cdd|cdi|vie)(?: de \d+ mois)?(?: ?[:-] ?| )(?:d(?:e |'))?",
    )
});

/// A sentence that recruits: the post follows.
static RECRUITING: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"\b(?:recherch|recrut|cherch|engag|embauch|accueill|propos|souhait\w+ (?:recrut|accueill))(?:e|ent|ons|era|er|ir|ez)\b[^.!?\n]{0,80}?|, ch\. ",
    )
});

/// Where the post in a sentence ends.
static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"[!?;:\n]|[.](?:[ \n]|$)|,| (?:pour|afin|qui|dont|des que|a partir|a compter|dans le cadre|au sein|chez|dans (?:son|sa|ses|notre|nos|le|la|l'|un|une)|a temps|en (?:cdi|cdd|alternance|stage|contrat|service civique)|base{e} )\b| a (?:mi-temps|temps )| \((?:cdd|cdi|stage|alternance|temps)",
    )
});

/// A label that names the post, its value beside or below.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"{bol}(?:# )?(?P<label>(?:intitule|titre|nom|libelle|denomination)(?: (?:exact )?(?:du|de la|de l'|de) ?(?:poste|mission|offre|emploi|stage|annonce|sujet|these|fonction|fiche de poste))?|postes?(?: proposee?s?| a pourvoir| recherchee?s?| concernee?s?| vise)?|emploi(?: propose)?|fonctions?|metiers?(?: vise| recherche)?|objet|sujet(?: (?:de|du) (?:stage|these|mail|message))?|subject|offre(?: d'emploi| de stage| d'alternance| de mission)?|mission(?: proposee)?|recrutement|profil recherche|stage|alternance|service civique)(?: ?\((?:[hfmx]/[hfmx]|[a-z ]{2,20})\))?(?: ?[:|=] ?(?:\n(?:# |- )?)?|\n(?:# )?)(?P<post>[^\n]{3,220})$",
    )
});

/// A span that may name the post.
struct Candidate {
    span: Span,
    rule: &'static str,
    score: i32,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let domains = Domains::of(document);
    let mut candidates = labelled(document, &domains);
    candidates.extend(in_lines(document, &domains));
    candidates.extend(in_sentences(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let text = document.text.as_str();
    let best = candidates.into_iter().find_map(|candidate| {
        let span = core(text, candidate.span);
        let words = span.of(text);
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        (letters >= 2).then_some((span, candidate.rule))
    });
    let Some((span, rule)) = best else { return };
    offer.title = Some(presented(span.of(text)));
    offer.evidence.insert(Field::Title, Evidence { span, rule: rule.to_owned() });
}

/// The recruiters that the title's own line names.
pub(super) fn recruiters(document: &Document, domains: &Domains, title: Option<Span>) -> Vec<Span> {
    let at = title.map_or(0, |span| span.start);
    let line = document.line_at(at).map_or_else(
        || opening(document),
        |line| head_of(&document.text, document.lines[line].span),
    );
    if is_sentence(line.of(&document.text)) {
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
                && !(is_sentence(words) && !subject)
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
    for (index, line) in document.lines.iter().take(REACH).enumerate() {
        let span = head_of(text, line.span);
        let words = span.of(text).trim();
        let folded = fold(words);
        let out = is_menu(&folded)
            || has_address(words)
            || folded.contains("http")
            || words.is_empty()
            || matches!(line.role, Role::Item { .. }) && index > 3
            || index > 0
                && (is_sentence(words) || folded.ends_with(':') || words.chars().count() > 150)
            || index > 0
                && line.role == Role::Heading
                && heading_kind(words).is_some()
                && !names_post(words)
            || is_label(&folded);
        if out {
            continue;
        }
        let Some(heading) = take_apart(document, domains, span) else { continue };
        let own = first_line(document, span).of(text);
        let sentence = is_sentence(own) || recruits(&fold(own));
        let shouted = !words.chars().any(char::is_lowercase);
        let score = match (index, heading.sure) {
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
            (_, true) => 76 - index as i32 + if shouted { 3 } else { 0 },
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

/// The line as far as its first piece from another line of the file goes.
fn first_line(document: &Document, line: Span) -> Span {
    let text = document.text.as_str();
    let source = document.locate(line).source;
    let written = source.trim();
    match line.of(text).find(written) {
        Some(at) if !written.is_empty() && written.chars().any(char::is_alphabetic) => {
            let end = line.start as usize + at + written.len();
            let next = text[end..line.end as usize].trim_start();
            // Small letters go on with the line above.
            if next.starts_with(char::is_uppercase) {
                Span::new(line.start as usize..end)
            } else {
                line
            }
        }
        _ => line,
    }
}

/// Whether an e-mail address stands in the words; « Jardinier @ Racines » has none.
fn has_address(words: &str) -> bool {
    words.match_indices('@').any(|(at, _)| {
        words[..at].ends_with(char::is_alphanumeric)
            && words[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// « Lieu : Nantes »: what a label says is no heading.
fn is_label(folded: &str) -> bool {
    const LABELS: &[&str] = &[
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
        "tuteur",
        "responsable",
        "statut",
        "societe",
        "direction",
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

/// The post in a sentence that recruits: « X recherche une stagiaire, chargée de mission … ».
fn in_sentences(document: &Document) -> Vec<Candidate> {
    let text = document.folded.as_str();
    let far = (FAR.min(text.len())..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len());
    let mut found = Vec::new();
    for verb in RECRUITING.find_iter(&text[..far]).take(12) {
        let line_end =
            text[verb.end()..].find(['\n', '!', '?']).map_or(text.len(), |end| verb.end() + end);
        let line_end = line_end.min(verb.end() + 140);
        let line_end =
            (line_end..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        let Some((start, announced)) = post_after(text, verb.end(), line_end) else { continue };
        let end = start + end_of_post(&text[start..]);
        let end = joined_line(document, start, end).unwrap_or(end);
        let span = document.source(start..end);
        let line = document.line_at(span.start).unwrap_or(0);
        let score = match (line, announced) {
            (0, true) => 80,
            (1..=8, true) => 63,
            (_, true) => 50,
            (0, false) => 70,
            (1..=8, false) => 46,
            _ => 36,
        };
        found.push(Candidate {
            span: trimmed_span(document, span),
            rule: "recruiting-sentence",
            score,
        });
    }
    found
}

/// Where, between two folded places, a line of the written heading begins with a capital.
fn joined_line(document: &Document, start: usize, end: usize) -> Option<usize> {
    let words = &document.folded.as_str()[start..end];
    let below = document
        .heading
        .lines()
        .skip(1)
        .map(str::trim)
        .filter(|line| line.starts_with(char::is_uppercase));
    below
        .filter_map(|line| {
            let opening: String = fold(line).chars().take(24).collect();
            document.folded.as_str()[start..]
                .find(&opening)
                .filter(|&at| at > 0 && at < words.len())
                .map(|at| start + at)
        })
        .min()
}

/// Whether a folded line is a sentence that recruits.
fn recruits(folded: &str) -> bool {
    RECRUITING.find_iter(folded).any(|verb| {
        let end = folded[verb.end()..]
            .find(['!', '?', '\n'])
            .map_or(folded.len(), |end| verb.end() + end);
        verb.start() > 0 && post_after(folded, verb.end(), end).is_some()
    })
}

/// Where a post begins behind a recruiting verb, and whether an article leads to it.
fn post_after(text: &str, from: usize, to: usize) -> Option<(usize, bool)> {
    static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"(?:^|[ '(,/:])(?:une? ou une?|un/une|un{e}|une|des|son|sa|ses|deux|trois|\d{1,2}|sa ou son|futur{e}|d'une?) $",
        )
    });
    let near = &text[from..to];
    let mut generic = None;
    for (at, c) in near.char_indices() {
        let at = from + at;
        let opens = c.is_alphabetic()
            && !text[..at]
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '('));
        if !opens {
            continue;
        }
        let trainee =
            ["stagiaire", "alternant", "apprenti"].iter().any(|word| text[at..].starts_with(word));
        if !trainee && !opens_with_post(&text[at..]) {
            continue;
        }
        let before = &text[at.saturating_sub(24).max(from)..at];
        let before = if before.is_empty() { " " } else { before };
        if trainee {
            generic = generic.or(Some((at, ARTICLE.is_match(before))));
            // « un stagiaire, chargé de mission »: the post is named behind.
            let rest = text[at..to].split_once(", ").map(|(one, _)| at + one.len() + 2);
            if let Some(next) =
                rest.filter(|&next| next - at < 24 && opens_with_post(&text[next..]))
            {
                return Some((next, true));
            }
            return generic;
        }
        if ARTICLE.is_match(before) {
            return Some((at, true));
        }
        generic = generic.or(Some((at, false)));
    }
    generic
}

/// How long the post is that opens these folded words.
fn end_of_post(text: &str) -> usize {
    let near = &text[..text.char_indices().nth(200).map_or(text.len(), |(at, _)| at)];
    SENTENCE_END.find(near).map_or(near.len(), |found| found.start())
}

fn trimmed_span(document: &Document, span: Span) -> Span {
    trimmed(&document.text, span)
}

/// The part of a heading that names the post.
fn core(line: &str, span: Span) -> Span {
    let mut span = trimmed(line, span);
    loop {
        let before = span;
        let folded = Folded::new(span.of(line));
        for (pattern, at_start) in [(&ANNOUNCED, true), (&TRAILING, false)] {
            let Some(found) = pattern.find(folded.as_str()) else { continue };
            let cut = folded.source(found.range());
            let kept = if at_start {
                Span { start: span.start + cut.end, end: span.end }
            } else {
                Span { start: span.start, end: span.start + cut.start }
            };
            if !names_nothing(kept.of(line)) {
                span = kept;
                break;
            }
        }
        if span == before {
            span = without_bare_pieces(line, span);
        }
        if span == before {
            span = without_place(line, span);
        }
        if span == before {
            span = without_leading(line, span);
        }
        span = trimmed(line, span);
        if span == before {
            return shortened(line, span);
        }
    }
}

/// Cuts pieces between dashes that name no post, at both ends.
fn without_bare_pieces(line: &str, span: Span) -> Span {
    const DASHES: [&str; 5] = [" – ", " - ", " — ", " | ", " · "];
    let words = span.of(line);
    let first = DASHES.iter().filter_map(|dash| words.find(dash).map(|at| (at, dash.len()))).min();
    if let Some((at, length)) = first
        && names_nothing(&words[..at])
    {
        return Span { start: span.start + (at + length) as u32, end: span.end };
    }
    let last = DASHES.iter().filter_map(|dash| words.rfind(dash).map(|at| (at, dash.len()))).max();
    if let Some((at, length)) = last
        && (names_nothing(&words[at + length..]) || is_place(&words[at + length..]))
    {
        return Span { start: span.start, end: span.start + at as u32 };
    }
    span
}

/// « Jardinier à Nantes (44) » -> « Jardinier ».
fn without_place(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let folded = Folded::new(words);
    let text = folded.as_str();
    let mut from = 0;
    while let Some(found) = PLACED.captures_at(text, from) {
        let (Some(whole), Some(place)) = (found.get(0), found.name("place")) else { break };
        let written = folded.source(place.range()).of(words);
        if is_place(written)
            && whole.start() > 3
            && names_post(folded.source(0..whole.start()).of(words))
        {
            return Span {
                start: span.start,
                end: span.start + folded.source(whole.range()).start,
            };
        }
        from = whole.start() + 1;
    }
    span
}

/// « Stage chargé·e de mission » -> « chargé·e de mission »; « un jardinier » -> « jardinier »;
/// « Stage démocratie locale » stays.
fn without_leading(line: &str, span: Span) -> Span {
    let folded = Folded::new(span.of(line));
    for pattern in [&CONTRACT_BEFORE_POST, &LEADING] {
        let Some(found) = pattern.find(folded.as_str()) else { continue };
        let rest = &folded.as_str()[found.end()..];
        if found.end() > 0
            && (opens_with_post(rest) || names_post(rest))
            && !rest.starts_with(['/', '-'])
        {
            return Span { start: span.start + folded.source(found.range()).end, end: span.end };
        }
    }
    span
}

/// Whether words tell a kind of contract, a length or a rhythm, and no post.
pub(super) fn names_nothing(words: &str) -> bool {
    let folded = fold(words);
    let folded =
        folded.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '%'));
    !folded.chars().any(char::is_alphabetic) || NO_POST.is_match(folded)
}

fn trimmed(line: &str, span: Span) -> Span {
    let words = span.of(line);
    // Signs and pictures around a title decorate it.
    let open = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | ':' | '|' | ',' | ';' | '!' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
    };
    let start = words.len() - words.trim_start_matches(open).len();
    let end = words.trim_end_matches(open).len();
    Span::new(span.start as usize + start.min(end)..span.start as usize + end)
}

/// At most [`LONGEST`] characters, whole words.
fn shortened(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let Some((cut, _)) = words.char_indices().nth(LONGEST) else { return span };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    Span { start: span.start, end: span.start + end as u32 }
}

/// As a card shows it: a capital first; a shouted title in small letters.
fn presented(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters >= 8 && !words.chars().any(char::is_lowercase);
    let quiet = if shouted { words.to_lowercase() } else { words.to_owned() };
    let mut chars = quiet.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => quiet,
    }
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
