//! The post's name for a card: what labels, headings, subjects of mails and sentences propose, the best of them
//! without recruiter, place, kind of contract and duration.
//!
//! Over 400 lines: one competition, in which each proposal is a few lines beside the others that it is weighed against.

use super::Considered;
use super::body::{is_place, key, opens_with_noun};
use super::domain::Domains;
use super::heading::{
    Part, Who, head_of, is_like_a_name, is_sentence, names_post, number, opening, pieces, rows,
    small_ad, take_apart, tells_facts,
};
use super::organisation::recruits_alone;
use crate::document::Document;
use crate::extract::rule::compile;
use crate::layout::heading_kind;
use crate::lexicon::{is_menu, opens_with_post};
use crate::offer::{Evidence, Field, Offer};
use crate::outline::Role;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::cell::LazyCell;
use std::sync::LazyLock;

mod clean;
mod sentence;

use clean::{core, presented};
pub(super) use clean::{names_nothing, names_nothing_folded};
pub(super) use sentence::recruits;
use sentence::{described, in_sentences};

/// How many lines below the first may name the post.
const REACH: usize = 14;

/// How many bytes of an offer are read for a sentence that recruits.
const FAR: usize = 6000;

/// A label that names the post, its value beside or below.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"{bol}(?:# )?(?P<label>role|(?:intitule|titre|nom|libelle|denomination)(?: (?:exact )?(?:du|de la|de l'|de) ?(?:poste|mission|offre|emploi|stage|annonce|sujet|these|fonction|fiche de poste))?|(?:ton |votre |le )?postes?(?: proposee?s?| a pourvoir| recherchee?s?| concernee?s?| vise)?|emploi(?: propose)?|fonctions?|metiers?(?: vise| recherche)?|objet|sujet(?: (?:de|du) (?:stage|these|mail|message))?|subject|offre(?: d'emploi| de stage| d'alternance| de mission)?|(?:ta |votre )?mission(?: proposee)?|recrutement|profil recherche|stage|alternance|service civique)(?: ?\((?:[hfmx]/[hfmx]|[a-z ]{2,20})\))?(?: ?[:|=] ?(?:\n(?:# |- )?)?|\n(?:# )?)(?P<post>[^\n]{3,220})$",
    )
});

/// A span that may name the post.
struct Candidate {
    span: Span,
    rule: &'static str,
    score: i32,
}

pub(super) fn read(document: &Document, offer: &mut Offer) {
    let Some(best) = candidates(document).into_iter().next().or_else(|| status(document)) else {
        return;
    };
    offer.title = Some(presented(best.span.of(&document.text)));
    offer.evidence.insert(Field::Title, Evidence { span: best.span, rule: best.rule.to_owned() });
}

/// Cuts the recruiter, once it is known, off the title's end: « Jardinier à l’INRA », « Jardinier / Racines » on two lines.
pub(super) fn without_recruiter(document: &Document, offer: &mut Offer) {
    const LINKS: [&str; 9] =
        [" à l’", " à l'", " à la ", " à ", " au ", " aux ", " chez ", " pour l’", " pour "];
    let (Some(name), Some(title)) =
        (offer.organisation.as_deref(), offer.evidence.get(Field::Title))
    else {
        return;
    };
    let span = title.span;
    let words = span.of(&document.text);
    let is_its_name = |tail: &str| {
        let tail = tail.trim();
        !tail.is_empty() && (key(tail) == key(name) || name.contains(&format!("({tail})")))
    };
    let link = LINKS
        .iter()
        .filter_map(|link| words.rfind(link).map(|at| (at, at + link.len())))
        .filter(|&(_, tail)| is_its_name(&words[tail..]))
        .map(|(at, _)| at)
        .min();
    // The file's line that ends the title may be the name alone, in small letters.
    let first = document.origins.iter().rfind(|origin| origin.at <= span.start);
    let row = document
        .origins
        .iter()
        .filter(|origin| span.start < origin.at && origin.at < span.end)
        .filter(|origin| first.is_none_or(|first| first.line != origin.line))
        .map(|origin| (origin.at - span.start) as usize)
        .filter(|&at| words.is_char_boundary(at) && is_its_name(&words[at..]))
        .min();
    let Some(end) = link.or(row) else { return };
    let kept = words[..end].trim_end();
    if !names_post(kept) || kept.matches('(').count() != kept.matches(')').count() {
        return;
    }
    let span = Span { start: span.start, end: span.start + kept.len() as u32 };
    let rule = title.rule.clone();
    let span = core(&document.text, span);
    offer.title = Some(presented(span.of(&document.text)));
    offer.evidence.insert(Field::Title, Evidence { span, rule });
}

/// What the first line says the post is about, where it is known to be one.
pub(super) fn read_subject(document: &Document, offer: &mut Offer) {
    const LONGEST: usize = 140;
    let text = document.text.as_str();
    // « Sujet 2 » stands above what it is about.
    let counts = |words: &str| {
        let mut parts = words.split(' ');
        parts.next().is_some_and(|word| {
            matches!(word, "sujet" | "stage" | "offre" | "poste" | "proposition")
        }) && parts.all(|part| part.chars().all(|c| !c.is_alphabetic()) || part.len() <= 2)
    };
    let first = document.lines.iter().find(|line| !counts(&fold(line.span.of(text))));
    let Some(line) = first else { return };
    let words = line.span.of(text);
    if is_sentence(words) || words.chars().count() > LONGEST || is_no_heading(&fold(words)) {
        return;
    }
    let span = core(text, line.span);
    let named = span.of(text);
    if named.chars().filter(|c| c.is_alphabetic()).count() < 5
        || is_place(named)
        || names_nothing(named)
    {
        return;
    }
    offer.title = Some(presented(named));
    offer.evidence.insert(Field::Title, Evidence { span, rule: "subject".to_owned() });
}

/// The statuses that name a post for want of a better name.
static STATUS: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"\b(?:missions? de service civique|services? civiques?|contrats? doctora(?:l|ux)|contrats? post-?doctora(?:l|ux)|contrats? de recherches? post-?doctorales?|these(?: de doctorat)? cifre|these cifre|doctorats?|contrats? de recherche|post-?doctorats?|offres? de these)\b",
    )
});

/// « propose un service civique en animation du jardin »: the mission that a service civique is about.
fn mission(document: &Document) -> Option<Candidate> {
    static MISSION: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"\b(?:propos|offr|recherch|recrut|cherch|accueill)[a-z]* [^.!?\n]{0,40}?(?:mission (?:de|en) )?service civique (?:(?:en |autour d(?:e la |e l'|u |es |e |')|sur le theme d(?:e la |e l'|u |es |e |')|consacree? (?:a la |a l'|au |aux |a )|dediee? (?:a la |a l'|au |aux |a ))(?P<what>[a-z][^.!?\n;:,]{8,120}))",
        )
    });
    let found = MISSION.captures(document.folded.as_str())?.name("what")?;
    let span = document.source(found.range());
    (!is_place(span.of(&document.text))).then_some(Candidate { span, rule: "mission", score: 70 })
}

/// Whether folded words open with a status: « contrat doctoral (5 postes) ».
fn opens_with_status(folded: &str) -> bool {
    STATUS.find(folded).is_some_and(|status| status.start() == 0)
}

/// For want of a name, the status that one takes: « Service civique », « Contrat doctoral », in the first lines.
fn status(document: &Document) -> Option<Candidate> {
    const LINES: usize = 3;
    let end = document.lines.get(LINES).map_or(document.text.len() as u32, |line| line.span.start);
    let end = document.folded.position(end);
    let found = STATUS.find(&document.folded.as_str()[..end])?;
    Some(Candidate { span: document.source(found.range()), rule: "status", score: 20 })
}

/// What may name the post, best first, without what a card shows elsewhere.
fn candidates(document: &Document) -> Vec<Candidate> {
    let domains = Domains::of(document);
    let mut candidates = labelled(document, &domains);
    candidates.extend(in_lines(document, &domains));
    candidates.extend(in_sentences(document));
    candidates.extend(described(document));
    candidates.extend(mission(document));
    candidates.sort_by_key(|candidate| (-candidate.score, candidate.span));
    let text = document.text.as_str();
    for candidate in &mut candidates {
        candidate.span = core(text, before_section(document, candidate.span));
    }
    candidates.retain(|candidate| {
        let words = candidate.span.of(text);
        words.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !is_place(words)
            && !names_nothing(words)
            && !tells_facts(words)
            && !is_spaced(words)
            && !tells_tasks(&fold(words))
            && !fold(words).contains(" recrute ")
            && !fold(words).ends_with(", vous")
            && !is_user(words)
            && !is_destination(words)
            && !is_a_firm(words)
            && words.matches(" : ").count() < 2
            && words.matches(" | ").count() < 3
    });
    candidates
}

/// « Entretien des locaux et des espaces verts »: a few words that head an ad, for want of a post's name.
fn is_short(words: &str) -> bool {
    (2..=14).contains(&words.split_whitespace().count())
        && !words.contains(['!', '?', '@', '|', '€', '.', '_', ':', '›', '>'])
        && words.starts_with(char::is_uppercase)
        && words.contains(' ')
        && !opens_with_noun(words)
        && !["Le ", "La ", "Les ", "L’", "L'", "Des ", "Un ", "Une "]
            .iter()
            .any(|it| words.starts_with(it))
        && words.chars().filter(char::is_ascii_digit).count() <= 5
}

/// Words up to a line of the file that only heads a section: « Jardinier en chef / Contexte du poste ».
fn before_section(document: &Document, span: Span) -> Span {
    let words = span.of(&document.text);
    let section = rows(document, span).into_iter().find(|&at| {
        let next = rows(document, span).into_iter().find(|&row| row > at);
        let row = words[at..next.unwrap_or(words.len())].trim();
        heading_kind(row).is_some() && !names_post(row)
    });
    section.map_or(span, |at| Span { start: span.start, end: span.start + at as u32 })
}

/// « libellule_du_19 », « dev42 »: how people call themselves on a forum.
fn is_user(words: &str) -> bool {
    !words.contains(' ') && (words.contains('_') || words.contains('#'))
}

/// « Racines S.A », « RACINES SARL »: a name with its legal form.
fn is_a_firm(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or("").replace('.', "");
    words.contains(' ')
        && matches!(last.as_str(), "SA" | "SARL" | "SAS" | "SASU" | "EURL" | "SCOP" | "SCIC")
}

/// « TOGO – Kpalimé »: a country, then a town.
fn is_destination(words: &str) -> bool {
    let Some((country, town)) = words.split_once(" – ").or_else(|| words.split_once(" - "))
    else {
        return false;
    };
    super::places::is_other_place(&fold(country.trim()))
        && town.split(' ').count() <= 3
        && town.starts_with(char::is_uppercase)
        && !names_post(town)
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
    let own = document.line_at(at).map(|line| document.lines[line].span);
    if let Some(heading) = own.and_then(|line| small_ad(document, domains, line)) {
        return heading.who;
    }
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

/// What a heading scores at most that names no post.
const UNNAMED: i32 = 40;

/// The first lines that name a post.
fn in_lines(document: &Document, domains: &Domains) -> Vec<Candidate> {
    let text = document.text.as_str();
    let mut found = Vec::new();
    // A letter's lines are its own; only its sentences speak of the post, and what it shouts.
    let greets = is_greeting(&fold(opening(document).of(text)));
    if let Some(line) = document.lines.first().filter(|_| !greets)
        && let Some(heading) = small_ad(document, domains, line.span)
    {
        found.push(Candidate { span: heading.post, rule: "small-ad", score: 85 });
    }
    let mut nothing_before = true;
    let studies = is_for_studies(document);
    for (index, line) in document.lines.iter().take(REACH).enumerate() {
        let span = of_its_own(document, head_of(text, line.span));
        let words = span.of(text).trim();
        let folded = fold(words);
        let small_ad = LazyCell::new(|| is_small_ad(document, span));
        let out = is_menu(&folded)
            || (has_address(words) || folded.contains("http")) && !*small_ad
            || words.contains('`')
            // « Aide complémentaire versée par la structure : 107 € »
            || words.split_once(": ").is_some_and(|(_, value)| {
                value.starts_with(|c: char| c.is_ascii_digit()) && value.contains('€')
            })
            || is_button(&folded)
            || asks_to_apply(&folded)
            || words.is_empty()
            || matches!(line.role, Role::Item { .. }) && index > 3
            || index > 0
                && (is_sentence(words) || folded.ends_with(':') || words.chars().count() > 150)
                && !*small_ad
            || index > 0
                && line.role == Role::Heading
                && heading_kind(words).is_some()
                && !names_post(words)
            || is_label(&folded)
            || index > 0
                && folded.trim_start_matches(['*', '_', ' ']).starts_with("mis en ligne ")
            || says_who_proposes(&folded)
            || index > 0 && presents(&folded);
        if out
            || greets && words.contains(char::is_lowercase) && !opens_with_contract(document, span)
        {
            continue;
        }
        // « Contrat doctoral (3 ans) », then « Les haies du bocage » between quotes.
        if index == 1 && is_quoted(words) && STATUS.is_match(&fold(opening(document).of(text))) {
            found.push(Candidate { span, rule: "quoted", score: 88 });
            continue;
        }
        let Some(heading) = take_apart(document, domains, span) else { continue };
        let named = heading.post.of(text).trim();
        let no_subject = is_no_heading(&folded)
            || presents(&folded)
            || is_like_a_name(named) && named.split_whitespace().count() < 5;
        if !heading.sure && no_subject && !is_sought(document, heading.post) || tells_tasks(&folded)
        {
            continue;
        }
        let own = first_line(document, span).of(text);
        // A subject may end with a point.
        let phrase = index == 0 && studies && is_one_phrase(own);
        let sentence = is_sentence(own) && !phrase || recruits(&fold(own));
        if greets && !heading.sure {
            continue;
        }
        let shouted = !words.chars().any(char::is_lowercase);
        let score = match (index, heading.sure) {
            (0, true) if *small_ad && !recruits(&fold(own)) => 84,
            _ if sentence
                && (index > 0
                    || !heading.sure
                    || words.chars().count() > 120
                    || recruits(&folded)) =>
            {
                continue;
            }
            (0, true) => 86,
            (_, false) if index < 5 && is_sought(document, heading.post) => 80 - index as i32,
            (0, false)
                if is_greeting(&folded)
                    || heading_kind(words)
                        .is_some_and(|_| words.split_whitespace().count() < 4) =>
            {
                continue;
            }
            (_, false) if index < 6 && is_announced(&folded) => 84,
            // Words that name no post are what a stage or a thesis is about.
            (0, false) if !studies && is_short(&words[number(words)..]) => 30,
            (0, false) if opens_with_status(&fold(core(text, heading.post).of(text))) => 52,
            (_, false) if !studies => continue,
            (0, false) => 40,
            (_, true) => {
                let sought = document.lines[..index]
                    .last()
                    .is_some_and(|above| recruits_alone(above.span.of(text)));
                76 - index as i32 + if shouted { 3 } else { 0 } + if sought { 8 } else { 0 }
            }
            // « Sujet 2 », « Offre de stage », then what it is about.
            (1..=3, false)
                if words.split_whitespace().count() >= 3 && {
                    let above = document.lines[index - 1].span.of(text);
                    names_nothing(above) && announces_subject(&fold(above))
                } =>
            {
                60
            }
            // Below menus and labels, the first line of words is the heading.
            (1..=3, false)
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
    if found.iter().all(|candidate| candidate.score <= UNNAMED) {
        found.extend(below_recruiter(document, domains));
    }
    found
}

/// The post that stands alone on a line below whoever recruits: `★ LA FABRIQUE ★`, what it makes, `Ingénieur·e réseau`.
fn below_recruiter(document: &Document, domains: &Domains) -> Option<Candidate> {
    /// Lines that tell of the recruiter, at most, and longest line of a post, in characters.
    const ABOVE: usize = 60;
    const LONGEST: usize = 80;
    static BOTH_SEXES: LazyLock<Regex> =
        LazyLock::new(|| compile(r"[a-z][.(/-](?:e|rice|trice|euse)\b|\b[hfmx] ?[/-] ?[hfmx]\b"));
    let text = document.text.as_str();
    let is_alone = |index: usize| {
        let line = &document.lines[index];
        let words = line.span.of(text).trim();
        let folded = fold(words);
        words.chars().count() <= LONGEST
            && !matches!(line.role, Role::Item { .. })
            && !is_sentence(words)
            && !folded.contains([':', '@'])
            && opens_with_post(&folded)
            && (line.role == Role::Heading || BOTH_SEXES.is_match(&folded))
    };
    // What follows tells of the post, and is no foot.
    let last = document.lines.len().saturating_sub(4).min(ABOVE);
    let index = (REACH..last).find(|&index| is_alone(index))?;
    let heading = take_apart(document, domains, document.lines[index].span)?;
    heading.sure.then_some(Candidate { span: heading.post, rule: "below", score: UNNAMED + 6 })
}

/// « Stage de 6 mois – Les haies du bocage »: a kind of contract, then what it is about; « JARDINIER – Racines Vives ».
fn opens_with_contract(document: &Document, line: Span) -> bool {
    let told = pieces(document, line);
    let shouts = |piece: &super::heading::Piece| {
        piece.part == Part::Post && !piece.span.of(&document.text).contains(char::is_lowercase)
    };
    if told.first().is_some_and(shouts) {
        return true;
    }
    let first = told.first().map(|piece| fold(piece.span.of(&document.text)));
    told.len() > 1
        && told[0].part == Part::Facts
        && first.is_some_and(|first| {
            ["stage", "alternance", "these", "cdd", "cdi", "service civique", "offre", "poste"]
                .iter()
                .any(|kind| first.starts_with(kind))
        })
}

/// Whether a line is one quotation.
fn is_quoted(words: &str) -> bool {
    words.strip_prefix('«').is_some_and(|inside| {
        inside.find('»').is_some_and(|at| inside[at + '»'.len_utf8()..].trim().is_empty())
    })
}

/// Whether the first lines offer a stage, a thesis or a mission: its subject may be all that names it.
fn is_for_studies(document: &Document) -> bool {
    const NEAR: usize = 700;
    let text = document.folded.as_str();
    let end = (NEAR.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at));
    super::rule::says(
        &text[..end.unwrap_or(text.len())],
        &[
            "stage",
            "stagiaire",
            "these",
            "doctora",
            "post-doc",
            "postdoc",
            "memoire",
            "master",
            "sujet",
            "alternan",
            "apprenti",
            "civique",
            "vsi",
            "volontar",
            "internship",
            "encadrant",
            "benevol",
            "cifre",
            "mission",
        ],
    )
}

/// « Intitulé du poste agent de service »: a label that lost its colon, the post behind.
fn is_announced(folded: &str) -> bool {
    ["intitule du poste ", "titre du poste ", "intitule de l'offre ", "intitule de l'emploi "]
        .iter()
        .filter_map(|label| folded.strip_prefix(label))
        .any(names_post)
}

/// Whether folded words announce the subject in the line below.
fn announces_subject(folded: &str) -> bool {
    ["stage", "sujet", "these", "offre", "poste", "mission"]
        .iter()
        .any(|word| folded.contains(word))
}

/// Whether a sentence of the text seeks who a heading names: « Hygiéniste dentaire », « un(e) hygiéniste dentaire ».
fn is_sought(document: &Document, heading: Span) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"(?:^|[ '(,/:])(?:une? ou une?|une? ?/ ?une?|un{e}|une?|sa|son|ses|notre|nos|futur{e}|votre|deux|\d{1,2}|en tant que|en qualite de|postes? de|postes? d') ?$",
        )
    });
    let text = document.folded.as_str();
    let name = fold(heading.of(&document.text).trim());
    if name.split(' ').count() > 7 || name.len() < 4 {
        return false;
    }
    let end = document.folded.position(heading.end);
    text[end..].match_indices(&name).map(|(at, _)| end + at).any(|at| {
        let from = (at.saturating_sub(24)..=at).find(|&from| text.is_char_boundary(from));
        let after = text[at + name.len()..].chars().next();
        !after.is_some_and(char::is_alphanumeric) && BEFORE.is_match(&text[from.unwrap_or(at)..at])
    })
}

/// Whether a folded line heads a page, a list or a section, or is a key or a tag line, and names no one post.
fn is_no_heading(folded: &str) -> bool {
    static NO_HEADING: LazyLock<Regex> = LazyLock::new(|| {
        super::rule::compile(
            r"^(?:re ?:|par |publiee? |postee? |page |retour |voir |suite |rubrique|categorie|template|layout|subtitle|bienvenue|actu(?:alite)?s?\b|agenda|annonces|petites annonces|accueil|nos |notre |vos |votre |les offres|offres|toutes |tous les|toutes nos|informations?\b|infos?\b|liste d|recapitulatif|tableau d|postes (?:ouverts|a pourvoir|vacants)|emplois\b|stages (?:20|proposes|ouverts|a pourvoir)|sujets (?:20|proposes|de stages)|qui sommes|a propos|presentation\b|presence|contexte\b|introduction\b|bonjour|chers|cheres|rejoignez|rejoins|vous |tu |nous |on |je |il |elle |cet(?:te)? |ce |ces |ca |envie d|et si |besoin |ici |voici |comment |pourquoi |quoi |depuis |dans le cadre|au sein|pour |avec |afin |merci |note |nota |attention|important|dernier|derniere|mise a jour|mis a jour|maj |compte rendu|proces-verbal|ordre du jour|lettre d'info|la lettre |site |newsletter|announcement|bulletin|numero |edition )|[^«\x22]*»|\b(?:offres d'emplois?|offres de stages?|petites annonces|nos offres|vos offres|annonces du|www\.|copyright|tous droits)\b|©",
        )
    });
    NO_HEADING.is_match(folded.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// « Étude des haies du Massif central. »: a title that ends with a point.
fn is_one_phrase(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with('.') && words.matches('.').count() == 1 && words.chars().count() <= 160
}

/// « Télécharger l'offre d'emploi ici », « Cliquez ici pour postuler »
fn is_button(folded: &str) -> bool {
    let words = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    ["telecharger ", "telechargez ", "cliquer ", "cliquez ", "consulter l", "consultez l", "voir l"]
        .iter()
        .any(|verb| words.starts_with(verb))
}

/// « CV et lettre à Jeanne Martin, directrice », « Contact : le directeur »: whom to write to.
fn asks_to_apply(folded: &str) -> bool {
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
fn tells_tasks(folded: &str) -> bool {
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

/// « S e r v i c e »: letters that an extract set apart.
fn is_spaced(words: &str) -> bool {
    let letters = words.split_whitespace().filter(|word| word.chars().count() == 1).count();
    letters > 4 && 2 * letters > words.split_whitespace().count()
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
fn says_who_proposes(folded: &str) -> bool {
    folded.split_once(" par ").is_some_and(|(front, _)| {
        front.split_once(' ').is_some_and(|(noun, verb)| {
            matches!(noun, "mission" | "offre" | "annonce" | "stage" | "fiche")
                && matches!(verb, "proposee" | "propose" | "remplie")
        })
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
    fn a_post_may_stand_far_below_who_recruits() {
        let tells =
            "Nous fabriquons des jeux en bois pour les écoles et les familles.\n".repeat(16);
        let told = "Tu veilles sur nos machines.\nTu prépares les commandes.\nTu réponds aux écoles.\nÉcris-nous.\nÀ bientôt.\n";
        let offer = |post: &str| format!("★ LUDO ★\n\n{tells}\n{post}\n\n{told}");
        assert_eq!(title(&offer("Ingénieur·e des jeux")).as_deref(), Some("Ingénieur·e des jeux"));
        // Who works there, and what is no post.
        for other in ["Directrice", "Ingénieur·e ou non, tu aimes jouer.", "Nos jeux"] {
            assert_ne!(title(&offer(other)).as_deref(), Some(other));
        }
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
            ("Jardinier bilingue CDI", "Jardinier bilingue"),
            ("Jardinier bilingue CDD 6 mois", "Jardinier bilingue"),
            ("JARDINIER des serres en CEE ou CDD", "JARDINIER des serres"),
            (
                "Le Verger recherche pour mai sa ou son stagiaire, chargé.e de mission « pommes ».",
                "Chargé.e de mission « pommes »",
            ),
            (
                "Planète (Lyon) – Chargé.e d’étude stagiaire pour une durée de 4 à 6 mois environ",
                "Chargé.e d’étude stagiaire",
            ),
            ("Offre de stage\nIntitulé du poste : Jardinier\nTailler.", "Jardinier"),
            ("Emploi\nPlisseuse d’art\nNous cherchons une plisseuse d’art.", "Plisseuse d’art"),
            (
                "Nos offres\nOFFRE DE STAGE 2027\nHistoire des ponts du Lot",
                "Histoire des ponts du Lot",
            ),
            ("Racines Vives : appel à contrat doctoral", "Contrat doctoral"),
            (
                "Contrat doctoral (3 ans)\n\n« Les haies du bocage »\n\nMesurer.",
                "Les haies du bocage",
            ),
            ("Bonjour,\n\nStage de 6 mois – Les haies du bocage\nMesurer.", "Les haies du bocage"),
            (
                "Annonce de recrutement : jardinier(ère) en chef\n\nArroser.",
                "Jardinier(ère) en chef",
            ),
            ("Jardinier en chef indépendant/freelance", "Jardinier en chef"),
            ("Sujet n° 6 (M1 ou M2)\nHistoire des ponts du Lot", "Histoire des ponts du Lot"),
            ("Nos offres\nIntitulé du poste agent de serre\nArroser.", "Agent de serre"),
            ("AVIS DE RECRUTEMENT D’AGENTS DE SERRE\nArroser.", "Agents de serre"),
            (
                "► 1 poste de jardinier(e) titulaire en serre, confirmé(e).",
                "Jardinier(e) titulaire en serre",
            ),
            ("Appel à candidatures pour deux jardiniers\nArroser.", "Jardiniers"),
            ("Jardinier en chef (Ville de Sète)\nArroser.", "Jardinier en chef"),
            ("Jardinier en chef à La Baule-Escoublac (44)\nArroser.", "Jardinier en chef"),
            ("Service civique : soin des haies\nOù : Sète", "Soin des haies"),
            ("1️⃣ Jardinier·ère 🌱 Le Verger, Sète (34)\nArroser.", "Jardinier·ère"),
            ("Entretien des serres et des haies\nArroser.", "Entretien des serres et des haies"),
            (
                "Le Verger propose un service civique en animation du jardin partagé.",
                "Animation du jardin partagé",
            ),
            (
                "Nous soignons des haies.\nEn tant que jardinier en chef, vous taillez.",
                "Jardinier en chef",
            ),
            (
                "Nous soignons des haies.\nEn lien avec l’équipe, le ou la jardinier·ère aura pour missions :",
                "Jardinier·ère",
            ),
            ("Recrutement de jardinier – Rentrée scolaire 2026\nArroser.", "Jardinier"),
            ("Thèse : Les haies du bocage\nMesurer.", "Les haies du bocage"),
            ("Stage M2/Ingénieur-e : les haies du bocage\nMesurer.", "Les haies du bocage"),
            (
                "JARDINIER (H/F) DES SERRES ET DES HAIES\nArroser.",
                "Jardinier (h/f) des serres et des haies",
            ),
            ("Jardinier H/F Nantes\nArroser.", "Jardinier H/F"),
            (
                "Jardinier de serre (poste susceptible d’être vacant)\nArroser.",
                "Jardinier de serre",
            ),
            (
                "Étude des haies du bocage et de leurs oiseaux.\nStage de six mois.",
                "Étude des haies du bocage et de leurs oiseaux",
            ),
        ];
        for (heading, expected) in cases {
            assert_eq!(title(heading).as_deref(), Some(expected), "{heading}");
        }
        for none in [
            "Le Verger accueille des artistes et des jardiniers d’ici.",
            "Nous sommes dix.\nM2 ou école d’ingénieur, embauche ensuite.",
            "Nous sommes dix.\nLe directeur assure l’accueil.",
            "Racines Vives S.A.\nArroser.",
            "Nous sommes dix.\nTrouver des partenaires et rechercher des appuis avec les jardiniers.",
            "Nous sommes dix.\nCV à Jeanne Martin, directrice, avant le 3 mai",
        ] {
            assert_eq!(title(none), None, "{none}");
        }
    }
}
