//! The parts of an offer's heading: the line that names the post, the post in it, and the recruiter beside it.
//!
//! The post's line is the first one, unless that only names a recruiter or a page and a line below names a post.

use crate::document::Document;
use crate::lexicon::{is_menu, opens_with_post};
use crate::outline::Role;
use crate::segment;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// How many lines below the first may name the post.
const REACH: usize = 12;

/// A label that names the post.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:- )?(?:intitule(?: (?:du|de) (?:poste|la mission|l'offre|l'emploi|stage))?|poste(?: propose| a pourvoir)?|titre(?: du poste)?|fonction|metier|emploi|objet|sujet(?: du stage)?) ?[:|] ?(?P<post>[^\n]{4,140})$",
    )
});

/// « (H/F) » and its kin, and words that tell a kind of contract: what stands beside them is a post.
static POST_SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"[(\[ ][hfmx] ?/ ?[hfmx](?: ?/ ?[hfmx])?\b|\b(?:stage|stagiaire|alternance|alternant{e}|apprenti{e}|service civique|vie|cdd|cdi)\b",
    )
});

/// The heading taken apart; spans address the offer's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The words that name the post, with all that may surround it.
    pub(super) post: Span,
    /// The recruiter, where the same line names it.
    pub(super) who: Option<Span>,
    /// How the post was found.
    pub(super) rule: &'static str,
}

/// Takes the heading apart.
pub(super) fn read(document: &Document) -> Heading {
    let text = document.text.as_str();
    let first = opening(document);
    if let Some(placed) = segment::placed(first.of(text)) {
        let part = |range: std::ops::Range<usize>| {
            Span::new(first.start as usize + range.start..first.start as usize + range.end)
        };
        return Heading {
            post: part(placed.post),
            who: Some(part(placed.who)),
            rule: "heading-after-place",
        };
    }
    if names_post(first.of(text)) && !super::title::names_nothing(first.of(text)) {
        return split(text, first, "heading");
    }
    labelled(document).or_else(|| below(document)).unwrap_or_else(|| split(text, first, "heading"))
}

/// The first line, as far as it can be a heading: a first paragraph may be the whole text.
pub(super) fn opening(document: &Document) -> Span {
    const LONGEST: usize = 400;
    let line = document.lines.first().map_or(0..0, |line| line.span.range());
    let far = line.end.min(line.start + LONGEST);
    let end = (line.start..=far).rev().find(|&at| document.text.is_char_boundary(at));
    Span::new(line.start..end.unwrap_or(line.start))
}

/// Whether a line names a post: by a noun, by « (H/F) », by a kind of contract.
fn names_post(line: &str) -> bool {
    let folded = fold(line);
    let pieces = folded.split([':', '|', '!']).flat_map(|piece| piece.split(" - ")).map(str::trim);
    let opens = pieces
        .into_iter()
        .any(|piece| opens_with_post(piece.trim_start_matches(|c: char| !c.is_alphabetic())));
    line.chars().count() <= 200 && (opens || POST_SIGNS.is_match(&format!(" {folded}")))
}

/// A label of the body.
fn labelled(document: &Document) -> Option<Heading> {
    let captures = LABELLED.captures(document.folded.as_str())?;
    let span = document.source(captures.name("post")?.range());
    Some(Heading { rule: "label", ..split(&document.text, span, "label") })
}

/// A line below the first that names a post and is no sentence.
fn below(document: &Document) -> Option<Heading> {
    let lines = document.lines.iter().skip(1).take(REACH);
    let named =
        lines.filter(|line| matches!(line.role, Role::Paragraph | Role::Heading)).find(|line| {
            let words = line.span.of(&document.text);
            let folded = fold(words);
            let short = words.chars().count() <= 110 && !folded.ends_with(['.', ';', ',', ':']);
            short
                && !is_menu(&folded)
                && !folded.contains('@')
                && opens_with_post(folded.trim_start_matches(|c: char| !c.is_alphabetic()))
        })?;
    Some(split(&document.text, named.span, "line-below"))
}

/// Parts a line at its dashes: the piece that names the post, with what follows it, and the recruiter beside.
fn split(text: &str, line: Span, rule: &'static str) -> Heading {
    const DASHES: [&str; 5] = [" – ", " - ", " — ", " | ", " : "];
    let words = line.of(text);
    let mut cuts: Vec<(usize, usize)> = DASHES
        .iter()
        .flat_map(|dash| words.match_indices(dash))
        .map(|(at, dash)| (at, dash.len()))
        .collect();
    cuts.sort_unstable();
    // Two dashes in a row share a blank: the first one cuts.
    let mut free = 0;
    cuts.retain(|&(at, length)| {
        let apart = at >= free;
        free = if apart { at + length } else { free };
        apart
    });
    let starts = std::iter::once(0).chain(cuts.iter().map(|&(at, length)| at + length));
    let ends = cuts.iter().map(|&(at, _)| at).chain([words.len()]);
    let pieces: Vec<(usize, usize)> = starts.zip(ends).collect();
    let span = |start: usize, end: usize| {
        Span::new(line.start as usize + start..line.start as usize + end)
    };
    let whole = Heading { post: line, who: None, rule };
    let Some(post) = pieces.iter().position(|&(start, end)| opens_post(&words[start..end])) else {
        return whole;
    };
    if post > 0 {
        // Before the post: its recruiter, unless that piece is a label or a contract.
        let before = (pieces[0].0, pieces[post - 1].1);
        let who = is_name(&words[before.0..before.1]).then(|| span(before.0, before.1));
        return Heading { post: span(pieces[post].0, words.len()), who, ..whole };
    }
    // Behind the post: a recruiter that the body names again.
    match pieces.last() {
        Some(&(start, end))
            if pieces.len() > 1
                && is_name(&words[start..end])
                && is_named_again(text, line, &words[start..end]) =>
        {
            let cut = pieces[pieces.len() - 2].1;
            Heading { post: span(0, cut), who: Some(span(start, end)), ..whole }
        }
        _ => whole,
    }
}

/// Whether a piece names the post: a noun first, or behind its kind of contract.
fn opens_post(piece: &str) -> bool {
    let folded = fold(piece);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    let after_contract =
        ["stage ", "alternance ", "offre de stage ", "service civique ", "cdd ", "cdi "]
            .iter()
            .find_map(|kind| bare.strip_prefix(kind));
    opens_with_post(bare)
        || after_contract.is_some_and(opens_with_post)
        || matches!(bare.trim(), "stage" | "alternance" | "service civique")
}

/// Whether words are a name: a capital first, some letters, no figure, no contract, no post, no place.
fn is_name(words: &str) -> bool {
    let words = words.trim();
    let folded = fold(words);
    let place = !crate::gazetteer::communes(words).is_empty();
    let speaks = POST_SIGNS.is_match(&format!(" {folded} "))
        || folded.starts_with("offre")
        || folded.starts_with("poste")
        || folded.starts_with("fiche")
        || folded.starts_with("recrutement");
    words.starts_with(char::is_uppercase)
        && words.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && words.split_whitespace().count() <= 9
        && !words.chars().any(|c| c.is_ascii_digit())
        && !place
        && !speaks
        && !opens_with_post(&folded)
}

/// Whether the body writes the name again.
fn is_named_again(text: &str, line: Span, name: &str) -> bool {
    let folded = fold(name.trim());
    fold(&text[line.end as usize..]).contains(&folded)
}

/// A name among the first lines, where the post has a line of its own: « Association Le Fil » above or below it.
pub(super) fn name_beside(document: &Document, post: Span) -> Option<Span> {
    const NEAR: usize = 4;
    let text = document.text.as_str();
    let lines = document
        .lines
        .iter()
        .take(NEAR)
        .filter(|line| matches!(line.role, Role::Title | Role::Paragraph));
    lines.filter(|line| !(line.span.start <= post.start && post.start < line.span.end)).find_map(
        |line| {
            let words = line.span.of(text);
            let piece = words
                .split(
                    [" – ", " — ", " | "].map(|dash| dash.chars().nth(1).unwrap_or('|')).as_slice(),
                )
                .next()
                .unwrap_or(words)
                .trim_end();
            let folded = fold(piece);
            let label = words.contains(':') || words.contains('@');
            let sentence = folded.ends_with(['.', '!', '?', ',']) || words.chars().count() > 110;
            (!label && !sentence && !is_menu(&folded) && is_name(piece)).then(|| {
                Span::new(line.span.start as usize..line.span.start as usize + piece.len())
            })
        },
    )
}
