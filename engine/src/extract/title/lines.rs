//! The first lines that name a post.

use super::clean::core;
use super::other::{
    asks_to_apply, has_address, is_button, is_greeting, is_label, is_no_heading, presents,
    says_who_proposes, tells_tasks,
};
use super::sentence::recruits;
use super::status::{STATUS, opens_with_status};
use super::{Candidate, names_nothing};
use crate::document::Document;
use crate::extract::body::opens_with_noun;
use crate::extract::domain::Domains;
use crate::extract::heading::{
    Part, Piece, head_of, is_like_a_name, is_sentence, names_post, number, opening, pieces, rows,
    small_ad, take_apart,
};
use crate::extract::organisation::recruits_alone;
use crate::extract::rule;
use crate::layout::heading_kind;
use crate::lexicon::{is_menu, opens_with_post};
use crate::outline::Role;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::cell::LazyCell;
use std::sync::LazyLock;

/// How many lines below the first may name the post.
pub(super) const REACH: usize = 14;

/// What a heading scores at most that names no post.
const UNNAMED: i32 = 40;

/// The first lines that name a post.
pub(super) fn in_lines(document: &Document, domains: &Domains) -> Vec<Candidate> {
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
            // « Guide du jardinier : https://… », « docker »: an item far from the top.
            || index > 3 && (folded.contains(": http") || is_a_small_word(words))
            // « Dev »: a tag below the heading.
            || index > 0 && words.chars().count() <= 3
            || index > 0 && is_signed(document, index)
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
            || greets
                && words.contains(char::is_lowercase)
                && !opens_with_contract(document, span)
                && !is_gendered(document, span)
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
        if index == 0 && !heading.sure && is_diploma(&folded) {
            found.push(Candidate { span: heading.post, rule: "diploma", score: 60 });
            continue;
        }
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
    /// What a heading scores that names a post: more than a sentence far from the top.
    const HEADED: i32 = 66;
    static BOTH_SEXES: LazyLock<Regex> = LazyLock::new(|| {
        rule::compile(r"[a-z][.(/-](?:e|rice|trice|euse)\b|\b[hfmx] ?[/-] ?[hfmx]\b")
    });
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
    let score = match document.lines[index].role {
        Role::Heading => HEADED,
        _ => UNNAMED + 6,
    };
    heading.sure.then_some(Candidate { span: heading.post, rule: "below", score })
}

/// « docker », « notions de vente »: words in small letters, which name a tool or a task as well as a post.
fn is_a_small_word(words: &str) -> bool {
    words.starts_with(char::is_lowercase) && !words.contains(' ')
}

/// Whether a line signs a letter: it stands right below a farewell, or below the name that does.
fn is_signed(document: &Document, index: usize) -> bool {
    const ABOVE: usize = 3;
    const FAREWELLS: [&str; 11] = [
        "cordialement",
        "bien cordialement",
        "tres cordialement",
        "bien a vous",
        "bien a toi",
        "salutations",
        "a bientot",
        "amicalement",
        "bonne journee",
        "respectueusement",
        "sinceres salutations",
    ];
    let text = document.text.as_str();
    document.lines[index.saturating_sub(ABOVE)..index].iter().any(|line| {
        let folded = fold(line.span.of(text));
        folded.split(' ').count() <= 6
            && FAREWELLS.iter().any(|farewell| folded.starts_with(farewell))
    })
}

/// « CAP BOULANGER », « BTS MCO »: where apprentices are sought, the diploma names the post.
fn is_diploma(folded: &str) -> bool {
    static DIPLOMA: LazyLock<Regex> = LazyLock::new(|| {
        rule::compile(
            r"^(?:caps?|bep|bp|btsa?|bpjeps|mc|mention complementaire|bac pro(?:fessionnel)?|brevet professionnel|titre pro(?:fessionnel)?|licence pro(?:fessionnelle)?|cqp) [a-z]{2,}[a-z' /()+0-9-]{0,60}$",
        )
    });
    DIPLOMA.is_match(folded)
}

/// Whether a short line opens with a post in both genders: « Serveur·se à Sète » in a letter.
fn is_gendered(document: &Document, line: Span) -> bool {
    let words = line.of(&document.text);
    let told = pieces(document, line);
    words.split_whitespace().count() <= 12
        && !is_sentence(words)
        && told.first().is_some_and(|piece| piece.part == Part::Post && piece.is_gendered())
}

/// « Stage de 6 mois – Les haies du bocage »: a kind of contract, then what it is about; « JARDINIER – Racines Vives ».
fn opens_with_contract(document: &Document, line: Span) -> bool {
    let told = pieces(document, line);
    let shouts = |piece: &Piece| {
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
    rule::says(
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
        rule::compile(
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

/// « Entretien des locaux et des espaces verts »: a few words that head an ad, for want of a post's name.
pub(super) fn is_short(words: &str) -> bool {
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

/// Whether a line tells all of a small ad: a post in a piece of its own, facts in the others.
pub(super) fn is_small_ad(document: &Document, line: Span) -> bool {
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

/// A line that ran on into a paragraph, as far as its first line of the file goes.
pub(super) fn of_its_own(document: &Document, line: Span) -> Span {
    let first = first_line(document, line);
    let long = line.of(&document.text).chars().count() > 170;
    let own = first.of(&document.text);
    if long && !is_sentence(own) && own.chars().count() < 140 { first } else { line }
}

/// The line as far as its first line of the file goes, when the next one says something of its own.
pub(super) fn first_line(document: &Document, line: Span) -> Span {
    let end = rows(document, line).first().map_or(line.end, |&at| line.start + at as u32 - 1);
    Span { start: line.start, end }
}

/// « Étude des haies du Massif central. »: a title that ends with a point.
pub(super) fn is_one_phrase(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with('.') && words.matches('.').count() == 1 && words.chars().count() <= 160
}
