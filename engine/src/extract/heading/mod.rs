//! A heading line cut into its pieces, each with what it says: a post, a recruiter, a place, facts.
//!
//! `Les Jardins – Stage – Jardinier·ère – Nantes` is a body or a bare name, facts, a post, a place. Title and
//! recruiter are read from the same pieces, so that they never claim the same words.
//!
//! Over 400 lines: what each kind of piece is stands beside the cases that show it.

use super::body::{could_recruit, is_place, opens_with_noun, speaks_of_work};
use super::domain::Domains;
use crate::document::Document;
use crate::segment;
use crate::span::Span;
use crate::text::{Folded, fold};
use regex::Regex;
use std::sync::LazyLock;

mod backed;
mod pieces;
mod post;

pub(super) use backed::{is_a_subject, is_backed, is_like_a_name, is_spoken_of};
pub(super) use pieces::{Part, Piece, number, pieces, rows, tells_facts};
use post::Strength;
pub(super) use post::{names_people, names_post};

/// A line taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The words that name the post, and what may still surround it.
    pub(super) post: Span,
    /// The recruiters that the same line names.
    pub(super) who: Vec<Who>,
    /// Whether the line itself says that this is a post, and not only that it may be.
    pub(super) sure: bool,
}

/// The first line, as far as it can be a heading: a first paragraph may be the whole text.
pub(super) fn opening(document: &Document) -> Span {
    document.lines.first().map_or(Span::new(0..0), |line| head_of(&document.text, line.span))
}

/// A line as far as it can be a heading.
pub(super) fn head_of(text: &str, line: Span) -> Span {
    const LONGEST: usize = 400;
    let line = linked(text, line).range();
    let far = line.end.min(line.start + LONGEST);
    let end = (line.start..=far).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(line.start);
    // « Jardinier (H/F) La ville recrute… »: what an extract ran on after the post's own mark.
    let folded = Folded::new(&text[line.start..end]);
    let marked = BRACKETED
        .find(folded.as_str())
        .map(|mark| folded.source(mark.range()).end as usize + line.start);
    match marked {
        Some(mark)
            if text[mark..end].trim_start().starts_with(char::is_uppercase)
                && text[mark..end].contains(char::is_lowercase)
                || is_department(text[mark..end].trim_start()) =>
        {
            Span::new(line.start..mark)
        }
        _ => Span::new(
            line.start..glued_mark(&text[line.start..end]).map_or(end, |at| line.start + at),
        ),
    }
}

/// « 44 - REZE (44400) »: a portal's place.
fn is_department(words: &str) -> bool {
    words.split_once(" - ").is_some_and(|(code, place)| {
        code.len() == 2
            && code.bytes().all(|byte| byte.is_ascii_digit())
            && place.starts_with(char::is_uppercase)
    })
}

/// Where words go on glued to the post's own mark: « Jardinier H/FLe Verger ».
fn glued_mark(words: &str) -> Option<usize> {
    ["H/F", "F/H"].iter().flat_map(|mark| words.match_indices(mark)).map(|(at, _)| at + 3).find(
        |&at| {
            let mut next = words[at..].chars();
            next.next().is_some_and(char::is_uppercase)
                && next.next().is_some_and(char::is_alphabetic)
        },
    )
}

/// The words of a line that is one link, or a feed's title: « [Jardinier](https://…) », « <title>Jardinier</title> ».
fn linked(text: &str, line: Span) -> Span {
    let words = line.of(text);
    if let Some((name, _)) = words
        .trim()
        .trim_start_matches('<')
        .strip_prefix("title>")
        .and_then(|rest| rest.split_once("</title>"))
    {
        let start = name.as_ptr() as usize - text.as_ptr() as usize;
        return Span::new(start..start + name.len());
    }
    match words.trim().strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        Some((name, target)) if target.find(')') == target.len().checked_sub(1) => {
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start..start + name.len())
        }
        _ => line,
    }
}

/// « (H/F) » in brackets.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(r"[(\[] ?[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])? ?[)\]]")
});

/// A recruiter that a heading names, and how much says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Who {
    pub(super) span: Span,
    pub(super) score: i32,
}

/// What is sure by the noun of a body, or by the rest of the text.
const SURE: i32 = 82;

/// What only its place in the heading tells.
const BY_ITS_PLACE: i32 = 64;

/// Takes a line apart: the post with its subject, and the recruiters around it. `None` when no piece could be a post.
pub(super) fn take_apart(document: &Document, domains: &Domains, line: Span) -> Option<Heading> {
    let text = document.text.as_str();
    let placed = segment::placed(line.of(text));
    if let Some(placed) = placed.filter(|placed| {
        let who = &line.of(text)[placed.who.clone()];
        let post = &line.of(text)[placed.post.clone()];
        let goes_on = post.starts_with(char::is_lowercase) && !names_post(post);
        !names_post(who) && !who.contains([';', '|']) && !goes_on
    }) {
        let part = |range: std::ops::Range<usize>| {
            Span::new(line.start as usize + range.start..line.start as usize + range.end)
        };
        let who = vec![Who { span: part(placed.who), score: SURE }];
        let post = up_to_what_is_apart(document, part(placed.post));
        return Some(Heading { post, who, sure: true });
    }
    let pieces = pieces(document, line);
    let taken = Taken { document, domains, line, pieces: &pieces };
    let (at, sure) = match taken.post().or_else(|| taken.subject_beside_contract()) {
        Some(at) => (at, true),
        None => {
            let words = |piece: &Piece| piece.part == Part::Words;
            let named = |piece: &Piece| taken.names(piece, None) > 0;
            // « Maison de la tourbière », « Atelier bois »: a body rather than what one does there.
            let body = |piece: &Piece| {
                let words = taken.words(piece);
                opens_with_noun(words) && words.split_whitespace().count() <= 5
            };
            let subject = |piece: &Piece| words(piece) && !named(piece) && !body(piece);
            (pieces.iter().position(subject)?, false)
        }
    };
    // The post goes on over its subject, up to a recruiter, a place or facts.
    let mut last = at;
    while let Some(next) = pieces.get(last + 1)
        && matches!(next.part, Part::Words | Part::Post)
        && !next.apart
        && !(sure && taken.names(next, Some(at)) > 0)
        && taken.names(next, None) == 0
    {
        last += 1;
    }
    let who = (0..pieces.len())
        .filter(|&index| index < at || index > last)
        .filter_map(|index| {
            let score = if sure || index > at {
                taken.names(&pieces[index], Some(at).filter(|_| sure))
            } else {
                taken.names(&pieces[index], None)
            };
            (score > 0).then_some(Who { span: pieces[index].span, score })
        })
        .collect();
    let post = Span { start: pieces[at].span.start, end: pieces[last].span.end };
    Some(Heading { post, who, sure })
}

/// A small ad told in clauses of one line: « Jardinier, Le Verger, Sète (34). CDI 35 h. », « EHPAD Les Lilas, Sète (34200).
/// Aide-soignant, nuits. ». `None` where it reads like prose.
pub(super) fn small_ad(document: &Document, domains: &Domains, line: Span) -> Option<Heading> {
    let text = document.text.as_str();
    let mut clauses = clauses(text, line);
    let first = clauses.next()?;
    let told = pieces(document, first);
    let has = |part: Part| told.iter().any(|piece| piece.part == part);
    let facts = has(Part::Place) || has(Part::Body) || has(Part::Facts);
    let prose = |clause: Span| {
        is_sentence(clause.of(text)) || super::title::recruits(&fold(clause.of(text)))
    };
    if !facts || prose(first) {
        return None;
    }
    if has(Part::Post) {
        return (told.len() > 1)
            .then(|| take_apart(document, domains, first))?
            .filter(|it| it.sure);
    }
    let second = clauses.next().filter(|&clause| !prose(clause))?;
    if pieces(document, second).first()?.part != Part::Post {
        return None;
    }
    let mut heading = take_apart(document, domains, second).filter(|heading| heading.sure)?;
    let bodies = told.iter().filter(|piece| piece.part == Part::Body);
    heading.who.extend(bodies.map(|piece| Who { span: piece.span, score: SURE }));
    Some(heading)
}

/// The clauses that open a line, each short enough to be no prose; a point that shortens a word ends none.
fn clauses(text: &str, line: Span) -> impl Iterator<Item = Span> + '_ {
    const LONGEST: usize = 170;
    let words = line.of(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        // « 1. Jardinier »: a number opens the clause.
        const SHORTEST: usize = 12;
        let ends = words[from..].match_indices(['.', ':']);
        // « Chef Malik : second de cuisine »: the post stands behind.
        let ends = ends.filter(|&(_, sign)| from > 0 || sign == ".").map(|(at, _)| from + at);
        let end = ends.filter(|at| at - from >= SHORTEST).find(|&at| {
            let before = words[from..at].trim_end();
            let last = before.rsplit([' ', '(', '’']).next().unwrap_or("");
            let whole = last.chars().count() > 3
                || last.ends_with([')', '%', '€'])
                || last.ends_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
            let rest = &words[at + 1..];
            let opens = rest.trim_start().starts_with(|c: char| c.is_alphanumeric());
            rest.starts_with(' ') && whole && opens
        })?;
        let clause = Span::new(line.start as usize + from..line.start as usize + end);
        let short = end - from <= LONGEST;
        from = end + 1;
        short.then_some(clause)
    })
}

/// A post's words up to a place, facts or a line of their own.
fn up_to_what_is_apart(document: &Document, post: Span) -> Span {
    let pieces = pieces(document, post);
    let end = pieces.iter().skip(1).find(|piece| piece.apart);
    let before = end.and_then(|end| pieces.iter().rfind(|piece| piece.span.end < end.span.start));
    before.map_or(post, |last| Span { start: post.start, end: last.span.end })
}

/// A line in pieces, and the text that it heads.
struct Taken<'a> {
    document: &'a Document,
    domains: &'a Domains,
    line: Span,
    pieces: &'a [Piece],
}

impl Taken<'_> {
    fn words(&self, piece: &Piece) -> &str {
        piece.span.of(&self.document.text).trim()
    }

    /// The piece that names the post. « Médecins du Fleuve – Logisticienne » names a body first.
    fn post(&self) -> Option<usize> {
        let posts = || (0..self.pieces.len()).filter(|&at| self.pieces[at].part == Part::Post);
        // « Chef Malik : Second de cuisine (H/F) »: whoever speaks, before the post with its mark.
        let first = posts().next()?;
        let marked = |&at: &usize| {
            self.pieces[at].strength == Strength::Gendered
                && self.document.text[..self.pieces[at].span.start as usize].ends_with(": ")
        };
        if self.pieces[first].strength < Strength::Gendered
            && self.words(&self.pieces[first]).split_whitespace().count() <= 2
            && let Some(at) = Some(first + 1).filter(|&at| at < self.pieces.len()).filter(marked)
        {
            return Some(at);
        }
        posts().find(|&at| self.pieces[at].strength > Strength::Subject).or_else(|| {
            posts().find(|&at| self.pieces[at].strength > Strength::People).or(posts().next())
        })
    }

    /// Words that a kind of contract stands beside: « Stage – Étude des sols ».
    fn subject_beside_contract(&self) -> Option<usize> {
        let facts = self
            .pieces
            .iter()
            .position(|piece| piece.part == Part::Facts && tells_contract(self.words(piece)))?;
        let civic = fold(self.words(&self.pieces[facts])).contains("civique");
        let subject = |&at: &usize| {
            let piece = &self.pieces[at];
            !(civic && opens_with_noun(self.words(piece)))
                && piece.part == Part::Words
                && self.names(piece, None) == 0
                && !speaks(self.words(piece))
        };
        let behind = Some(facts + 1).filter(|&at| at < self.pieces.len()).filter(subject);
        let body = self.pieces.iter().take(facts).any(|piece| piece.part == Part::Body);
        behind.or_else(|| (0..facts).rev().filter(|_| body).find(subject))
    }

    /// How much says that a piece names the recruiter beside the post `at`; 0 when nothing does.
    fn names(&self, piece: &Piece, at: Option<usize>) -> i32 {
        let words = self.words(piece);
        let text = self.document.text.as_str();
        match piece.part {
            Part::Body => return SURE,
            Part::Post
                if piece.strength == Strength::People
                    && at.is_some_and(|at| self.pieces[at] != *piece) =>
            {
                return if is_backed(self.document, self.domains, self.line, words) {
                    SURE
                } else {
                    BY_ITS_PLACE
                };
            }
            Part::Words => {}
            _ => return 0,
        }
        if is_backed(self.document, self.domains, self.line, words) {
            return SURE;
        }
        let Some(at) = at else { return 0 };
        let post = &self.pieces[at];
        let behind = post.span.end < piece.span.start;
        let capital = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let own = self.words(post);
        let (small, shouted) = (is_in_small_letters(own), !own.contains(char::is_lowercase));
        if !behind {
            // A bare name before its post is the recruiter's: « Terroirs Vivants – Jardinier ».
            let could = capital && could_recruit(words) && !is_place(words);
            return match could {
                true if piece.bracketed || is_like_a_name(words) => SURE,
                true => BY_ITS_PLACE,
                false => 0,
            };
        }
        if small && is_in_capitals(words) && could_recruit(words) && !speaks_of_work(words)
            || text[..piece.span.start as usize].ends_with(" @ ") && could_recruit(words)
            || before_place(words)
                .is_some_and(|name| could_recruit(name) && (is_in_capitals(name) || shouted))
        {
            return SURE;
        }
        // « Jardinier – Racines – Sète »: between the post and its place.
        let index = self.pieces.iter().position(|other| other == piece).unwrap_or(0);
        let beside = |at: Option<usize>| at.and_then(|at| self.pieces.get(at));
        let place = |piece: Option<&Piece>| piece.is_some_and(|piece| piece.part == Part::Place);
        let placed = place(beside(Some(index + 1))) || place(beside(index.checked_sub(1)));
        let named = before_place(words).unwrap_or(words);
        let noun = opens_with_noun(words)
            && capital
            && words.split_whitespace().count() >= 3
            && could_recruit(words)
            && !is_sentence(words);
        let alike = (placed || named.len() < words.len()) && is_like_a_name(named);
        // « Cariste, Sens (89), Logistique Martin, CDD »: in a small ad, whatever the name begins with.
        let facts = beside(Some(index + 1)).is_some_and(|next| next.part == Part::Facts);
        let row = piece.apart && place(beside(index.checked_sub(1))) && facts;
        let alike = alike || row && is_in_capitals(words) && could_recruit(words);
        if noun || alike { BY_ITS_PLACE } else { 0 }
    }
}

/// Whether words open with the noun of a body and tell more: « Banque de matériel solidaire », « Maison de la tourbière ».
pub(super) fn is_housed(words: &str) -> bool {
    const MORE: [&str; 8] =
        ["banque", "maison", "atelier", "fabrique", "ferme", "halle", "jardin", "ruche"];
    let folded = fold(words);
    let first = folded.split(' ').next().unwrap_or("").trim_end_matches('s');
    words.split_whitespace().count() >= 3
        && (opens_with_noun(words) || MORE.contains(&first))
        && could_recruit(words)
}

/// « Manager de rayon »: a capital first, and no other word with one.
fn is_in_small_letters(words: &str) -> bool {
    let mut words =
        words.split_whitespace().skip(1).filter(|word| word.chars().all(char::is_alphabetic));
    words.clone().count() >= 1 && words.all(|word| word.starts_with(char::is_lowercase))
}

/// The name before its place: « Le Fil (Sète, 34200) », « Cinéma Le Fil, Sète (34200) ».
fn before_place(words: &str) -> Option<&str> {
    let words = words.trim();
    let (front, inside) = words.strip_suffix(')')?.rsplit_once(" (")?;
    let code = |part: &str| part.len() == 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !code(inside) && !is_place(inside) {
        return None;
    }
    let name = match front.rsplit_once(", ") {
        Some((name, city)) if is_place(city) => name,
        _ => front,
    };
    (name.starts_with(char::is_uppercase) && !is_place(name)).then_some(name)
}

/// « Grandes Halles de Sète »: two capitals or more, none but small words without.
fn is_in_capitals(words: &str) -> bool {
    let small = |word: &str| {
        matches!(word, "de" | "du" | "des" | "la" | "le" | "les" | "et" | "&" | "d’" | "en")
    };
    let big =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    words.split_whitespace().filter(|word| big(word)).count() >= 2
        && words.split_whitespace().all(|word| {
            let bare = ["d’", "d'", "l’", "l'"]
                .iter()
                .find_map(|elided| word.strip_prefix(elided))
                .unwrap_or(word);
            small(word) || bare.starts_with(char::is_uppercase)
        })
}

/// Whether words speak to the reader, and name no subject: « on t'attend ».
fn speaks(words: &str) -> bool {
    const SPEAKERS: &[&str] = &[
        "on", "nous", "vous", "tu", "je", "viens", "venez", "c'est", "postulez", "envie", "ca",
        "merci",
    ];
    let folded = fold(words);
    let first = folded.trim().split(' ').next().unwrap_or("");
    SPEAKERS.contains(&first)
}

fn tells_contract(words: &str) -> bool {
    let folded = fold(words);
    [
        "stage",
        "alternance",
        "service civique",
        "apprenti",
        "these",
        "doctorat",
        "volontariat",
        "sujet",
        "vie",
    ]
    .iter()
    .any(|kind| folded.contains(kind))
}

/// Whether a line is a sentence or a paragraph, and no heading.
pub(super) fn is_sentence(words: &str) -> bool {
    let folded = Folded::new(words);
    let folded = folded.as_str().trim_end();
    folded.ends_with(['.', ';', ',']) && !folded.ends_with("etc.") || folded.chars().count() > 170
}
