//! A heading line cut into its pieces, each with what it says: a post, a recruiter, a place, facts.
//!
//! `Les Jardins – Stage – Jardinier·ère – Nantes` is a body or a bare name, facts, a post, a place. Title and
//! recruiter are read from the same pieces, so that they never claim the same words.

use super::body::{could_recruit, is_place, names_body};
use super::domain::Domains;
use crate::document::Document;
use crate::lexicon::opens_with_post;
use crate::segment;
use crate::span::Span;
use crate::text::{Folded, fold};
use regex::Regex;
use std::sync::LazyLock;

/// « (H/F) » and its kin.
static GENDERS: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(r"(?:^|[(\[ ,])[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?(?:$|[)\] ,.])")
});

/// A word in an inclusive form, or in both genders: « plisseur·euse », « plisseur(se) », « plisseur ou plisseuse ».
static INCLUSIVE: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^[a-z-]{3,20}(?:[.(/-](?:e|ne|te|le|ve|fe|se|re|iere|ere|ienne|euse|trice|rice|ice|ive|esse)s?\)?(?:[.(-]s\)?)?)(?:$|[ ,])",
    )
});

/// Words that open a mission as a post: a stage with its subject, a thesis.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:(?:offre|sujet|proposition) (?:de |d'))?(?:stagiaires?|stages?|alternance|service civique|these|doctorat|contrat doctoral|contrat postdoctoral|post-?doctorat|apprentissage|vie|mission de service civique|mission de volontariat|volontariat)\b[ -]*[a-z]",
    )
});

/// What stands before a post in its own piece: a kind of contract, an article, a number, a verb that recruits.
static BEFORE_POST: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(
        r"^(?:(?:offre d(?:e |')(?:emploi|stage|alternance)|stage|alternance|apprentissage|service civique|cdd|cdi|vie|emploi|recrutement|poste|mission|avis de vacance|on recrute|nous recrutons|nous recherchons|on cherche|recrute|recrutons|recherche|recherchons|cherche|futur(?:{e})|son|sa|ses|notre|nos|une? ou une?|une?|un{e}|un/une|des|plusieurs|deux|trois|\d{1,2}|places?|postes?) (?:d(?:e |'))?)+",
    )
});

/// What a piece of a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A post, or a mission with its subject.
    Post,
    /// A body that recruits, by its noun.
    Body,
    /// Places alone.
    Place,
    /// A kind of contract, a length, a date, a reference, a label.
    Facts,
    /// Other words: a subject, or a bare name.
    Words,
}

/// A piece of a heading; its span addresses the offer's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) part: Part,
}

/// A line taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The words that name the post, and what may still surround it.
    pub(super) post: Span,
    /// The recruiters that the same line names.
    pub(super) who: Vec<Span>,
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
    let line = line.range();
    let far = line.end.min(line.start + LONGEST);
    let end = (line.start..=far).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(line.start);
    // « Jardinier (H/F) La ville recrute… »: what an extract ran on after the post's own mark.
    let folded = Folded::new(&text[line.start..end]);
    let marked = BRACKETED
        .find(folded.as_str())
        .map(|mark| folded.source(mark.range()).end as usize + line.start);
    match marked {
        Some(mark) if text[mark..end].trim_start().starts_with(char::is_uppercase) => {
            Span::new(line.start..mark)
        }
        _ => Span::new(line.start..end),
    }
}

/// « (H/F) » in brackets.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(r"[(\[] ?[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])? ?[)\]]")
});

/// Whether words name a post: by a noun, by « (H/F) », by an inclusive form, by a mission with its subject.
pub(super) fn names_post(words: &str) -> bool {
    let folded = fold(words);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    if super::title::names_nothing(bare) {
        return false;
    }
    let post = BEFORE_POST.find(bare).map_or(bare, |before| &bare[before.end()..]);
    opens_with_post(post)
        || opens_with_post(bare)
        || INCLUSIVE.is_match(post)
        || both_genders(post)
        || SUBJECT.is_match(bare)
        || GENDERS.is_match(bare) && !bare.starts_with("offre") && !post.trim().is_empty()
}

/// « meunier ou meunière », « infirmier / infirmière ».
fn both_genders(folded: &str) -> bool {
    let mut words = folded.split_whitespace();
    let (Some(one), Some(link), Some(other)) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    matches!(link, "ou" | "/" | "et") && shared >= 4 && shared + 4 >= one.len().max(other.len())
}

/// What a piece says.
fn part(words: &str) -> Part {
    if super::title::names_nothing(words) {
        Part::Facts
    } else if names_body(words) && !GENDERS.is_match(&fold(words)) {
        Part::Body
    } else if names_post(words) {
        Part::Post
    } else if is_place(words) {
        Part::Place
    } else {
        Part::Words
    }
}

/// The pieces of a line between its dashes, bars, colons, dots and brackets in front. Lines of
/// the file that were joined part too.
pub(super) fn pieces(document: &Document, line: Span) -> Vec<Piece> {
    let text = document.text.as_str();
    const CUTS: [&str; 12] =
        [" @ ", " – ", " - ", " — ", " | ", " · ", " • ", " : ", ": ", " // ", "! ", "] "];
    let words = line.of(text);
    let mut cuts: Vec<(usize, usize)> = CUTS
        .iter()
        .flat_map(|cut| words.match_indices(cut))
        .map(|(at, cut)| (at, cut.len()))
        .collect();
    cuts.extend(borders(words, document));
    cuts.sort_unstable_by_key(|&(at, length)| (at, std::cmp::Reverse(length)));
    // Cuts in a row share a blank: the first one cuts.
    let mut free = 0;
    cuts.retain(|&(at, length)| {
        let apart = at >= free;
        free = if apart { at + length } else { free };
        apart
    });
    let starts = std::iter::once(0).chain(cuts.iter().map(|&(at, length)| at + length));
    let ends = cuts.iter().map(|&(at, _)| at).chain([words.len()]);
    starts
        .zip(ends)
        .filter(|(start, end)| start < end)
        .map(|(start, end)| {
            let span = Span::new(line.start as usize + start..line.start as usize + end);
            Piece { span, part: part(span.of(text)) }
        })
        .collect()
}

/// Where a line of the file begins that was joined to these words and says something of its own: a recruiter, a place,
/// a sentence.
fn borders(words: &str, document: &Document) -> Vec<(usize, usize)> {
    /// How many of the file's lines are looked at.
    const LINES: usize = 60;
    let lines = document.source.iter().take(LINES).map(|line| line.trim());
    lines
        .filter(|line| line.len() >= 3 && line.starts_with(char::is_uppercase))
        .filter_map(|line| words.find(line).map(|at| (at, line)))
        .filter(|&(at, _)| at > 0 && words[..at].ends_with(' '))
        .filter(|&(_, line)| {
            part(line) != Part::Words || is_sentence(line) || line.chars().count() > 70
        })
        .map(|(at, _)| (at - 1, 1))
        .collect()
}

/// Takes a line apart: the post with its subject, and the recruiters around it. `None` when no piece could be a post.
pub(super) fn take_apart(document: &Document, domains: &Domains, line: Span) -> Option<Heading> {
    let text = document.text.as_str();
    let placed = segment::placed(line.of(text));
    if let Some(placed) = placed.filter(|placed| !names_post(&line.of(text)[placed.who.clone()])) {
        let part = |range: std::ops::Range<usize>| {
            Span::new(line.start as usize + range.start..line.start as usize + range.end)
        };
        return Some(Heading { post: part(placed.post), who: vec![part(placed.who)], sure: true });
    }
    let pieces = pieces(document, line);
    let post = pieces.iter().position(|piece| piece.part == Part::Post);
    let small = post.is_some_and(|at| is_in_small_letters(pieces[at].span.of(text)));
    let named = |piece: &Piece| {
        let words = piece.span.of(text).trim();
        piece.part == Part::Body
            || piece.part == Part::Words && is_backed(document, domains, line, words)
            || piece.part == Part::Words && small && is_in_capitals(words) && could_recruit(words)
    };
    let contracted = || {
        let facts = pieces
            .iter()
            .position(|piece| piece.part == Part::Facts && tells_contract(piece.span.of(text)))?;
        let after = facts + 1;
        let subject = |piece: &&Piece| {
            piece.part == Part::Words && !named(piece) && !speaks(piece.span.of(text))
        };
        pieces.get(after).filter(subject).map(|_| after)
    };
    let (at, sure) = match post.or_else(contracted) {
        Some(at) => (at, true),
        None => {
            (pieces.iter().position(|piece| piece.part == Part::Words && !named(piece))?, false)
        }
    };
    // The post goes on over its subject, up to a recruiter, a place or facts.
    let mut last = at;
    while let Some(next) = pieces.get(last + 1)
        && matches!(next.part, Part::Words | Part::Post)
        && !named(next)
    {
        last += 1;
    }
    let mut who: Vec<Span> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        // A bare name before its post is the recruiter's: « Terroirs Vivants – Jardinier ».
        let leads = sure
            && index < at
            && piece.part == Part::Words
            && piece
                .span
                .of(text)
                .trim()
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && could_recruit(piece.span.of(text))
            && !is_place(piece.span.of(text));
        if (index < at || index > last) && (named(piece) || leads) {
            who.push(piece.span);
        }
    }
    let post = Span { start: pieces[at].span.start, end: pieces[last].span.end };
    Some(Heading { post, who, sure })
}

/// « Manager de rayon »: a capital first, and no other word with one.
fn is_in_small_letters(words: &str) -> bool {
    let mut words = words.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
    words.next();
    words.clone().count() >= 1 && words.all(|word| word.starts_with(char::is_lowercase))
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

/// Whether the text elsewhere uses these words as a name, or an address spells them.
pub(super) fn is_backed(document: &Document, domains: &Domains, line: Span, words: &str) -> bool {
    if !words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        || !could_recruit(words)
        || is_place(words)
    {
        return false;
    }
    domains.spell(words)
        || is_spoken_of(document, line, words)
        || is_called_by_its_noun(document, words)
}

/// « Agence d'urbanisme du Lac », of which the text says « l'Agence ».
fn is_called_by_its_noun(document: &Document, words: &str) -> bool {
    let noun = words.split(' ').next().unwrap_or("");
    words.split(' ').count() >= 3
        && noun.chars().count() >= 5
        && super::body::opens_with_noun(words)
        && ["l’", "l'", "L’", "L'", "la ", "La ", "le ", "Le "]
            .iter()
            .any(|article| document.text.contains(&format!("{article}{noun}")))
}

/// Whether the text writes the name inside a sentence, outside of `line`: with its capital where no sentence begins.
pub(super) fn is_spoken_of(document: &Document, line: Span, name: &str) -> bool {
    let text = document.folded.as_str();
    let folded = fold(name);
    let own = document.folded.position(line.start)..document.folded.position(line.end);
    text.match_indices(&folded).any(|(at, found)| {
        let written = document.source(at..at + found.len()).of(&document.text);
        let before = text[..at].trim_end_matches([' ', '\x22', '(', '*', '\'']);
        let inside = before.ends_with(|c: char| c.is_alphabetic() || c == ',')
            && !text[..at].ends_with('\n');
        let after = text[at + found.len()..].chars().next();
        !own.contains(&at)
            && inside
            && !after.is_some_and(char::is_alphanumeric)
            && written.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    })
}

/// Whether a line is a sentence or a paragraph, and no heading.
pub(super) fn is_sentence(words: &str) -> bool {
    let folded = Folded::new(words);
    let folded = folded.as_str().trim_end();
    folded.ends_with(['.', ';', ',']) && !folded.ends_with("etc.") || folded.chars().count() > 170
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<Part> {
        pieces(&Document::of_text(line), Span::new(0..line.len()))
            .iter()
            .map(|piece| piece.part)
            .collect()
    }

    #[test]
    fn pieces_say_what_they_are() {
        use Part::*;
        assert_eq!(
            parts("Terres Vives – Stage – Jardinier·ère – Nantes (44)"),
            [Words, Facts, Post, Place]
        );
        assert_eq!(
            parts("MAIRIE DE SÈTE | Agent d'accueil (H/F) | CDD 6 mois"),
            [Body, Post, Facts]
        );
        assert_eq!(parts("[Stage] Étude des sols – à diffuser"), [Facts, Words, Facts]);
        assert_eq!(parts("Plisseur·euse de papier - Réf. AB-12"), [Post, Facts]);
    }

    #[test]
    fn posts_are_known_by_their_forms() {
        for post in [
            "Jardinier",
            "un(e) plisseur(se)",
            "Plisseur ou plisseuse",
            "Plisseur H/F",
            "Stage jardin",
            "1 place de volontaire",
        ] {
            assert!(names_post(post), "{post}");
        }
        for other in ["Stage", "Nos jardins", "Offre H/F", "Énergie", "Le Verger"] {
            assert!(!names_post(other), "{other}");
        }
    }
}
