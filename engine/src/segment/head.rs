//! Which lines open an offer in a listing: by the form of the line, or by several lines alike.

use crate::gazetteer;
use crate::layout::{Mark, RawLine, heading_kind};
use crate::lexicon::opens_with_post;
use crate::offer::SectionKind;
use crate::text::{Folded, fold};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Longest head, in bytes: a paragraph is none.
const LONGEST: usize = 400;

/// How sure a line is to open an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Head {
    /// No head.
    No,
    /// A head in a listing, where the offer before has come to its end.
    Weak,
    /// A head by its form alone.
    Strong,
}

/// Indices of the lines that open the offers of a listing; none for a file of one offer.
pub(super) fn heads(text: &str, lines: &[RawLine<'_>]) -> Vec<usize> {
    let rulers = ruler_lines(text);
    let mut forms: Vec<Head> = (0..lines.len()).map(|at| form(lines, at, &rulers)).collect();
    for at in titles_of_one_level(lines).into_iter().chain(small_ads(lines)) {
        forms[at] = Head::Strong;
    }
    let with_body = |heads: Vec<usize>| {
        // A head without a body repeats, or subtitles, the head before.
        let mut kept: Vec<usize> = Vec::new();
        for at in heads {
            if kept.last().is_none_or(|&before| has_body(&lines[before + 1..at])) {
                kept.push(at);
            }
        }
        kept.retain(|&at| has_body(&lines[at + 1..]));
        kept
    };
    let strong = with_body((0..lines.len()).filter(|&at| forms[at] == Head::Strong).collect());
    if strong.len() < 2 {
        return Vec::new();
    }
    let heads = (0..lines.len())
        .filter(|&at| match forms[at] {
            Head::No => false,
            Head::Weak => at == 0 || comes_to_its_end(&lines[..at]),
            Head::Strong => true,
        })
        .collect();
    with_body(heads)
}

/// Markdown titles of the highest level that titles several offers: none of them heads a section.
fn titles_of_one_level(lines: &[RawLine<'_>]) -> Vec<usize> {
    let level = |line: &RawLine<'_>| {
        let signs = line.source.bytes().take_while(|&b| b == b'#').count();
        (signs > 0 && line.source[signs..].starts_with(' ')).then_some(signs)
    };
    (1..=4)
        .map(|wanted| {
            (0..lines.len()).filter(|&at| level(&lines[at]) == Some(wanted)).collect::<Vec<_>>()
        })
        .find(|titles| {
            let words = |at: usize| lines[at].words().trim_start_matches(['#', ' ']);
            titles.len() >= 2 && titles.iter().all(|&at| heading_kind(words(at)).is_none())
        })
        .unwrap_or_default()
}

/// Titles of small ads: three or more short lines that open with a post, each right above its text.
fn small_ads(lines: &[RawLine<'_>]) -> Vec<usize> {
    let is_title = |&at: &usize| {
        let line = &lines[at];
        let folded = fold(line.words());
        let above_text =
            lines.get(at + 1).is_some_and(|next| !next.blank_before && next.length() >= 60);
        line.mark == Mark::None
            && (at == 0 || line.blank_before)
            && line.length() <= 70
            && !folded.ends_with(['.', ';', ',', ':'])
            && above_text
            && (opens_with_post(&folded) || folded.starts_with("stagiaire"))
    };
    let titles: Vec<usize> = (0..lines.len()).filter(is_title).collect();
    if titles.len() >= 3 { titles } else { Vec::new() }
}

/// Whether lines are enough to be an offer's body.
fn has_body(lines: &[RawLine<'_>]) -> bool {
    lines.len() >= 3 || lines.iter().map(RawLine::length).sum::<usize>() >= 120
}

/// Whether an offer may end here: its last section says on what terms or how to apply, or an address stands near.
fn comes_to_its_end(lines: &[RawLine<'_>]) -> bool {
    let last = &lines[lines.len().saturating_sub(6)..];
    let address = last.iter().any(|line| line.source.contains('@'));
    let section = lines.iter().rev().filter(|line| line.length() <= 60).find_map(|line| {
        let words = line.words().trim_end_matches([' ', ':', '\u{A0}']);
        (words.split_whitespace().count() <= 5).then(|| heading_kind(words)).flatten()
    });
    address || matches!(section, Some(SectionKind::Conditions | SectionKind::Apply))
}

/// Numbers of the lines drawn across the page: `-----`, `=====`, `* * *`, `_____`.
fn ruler_lines(text: &str) -> Vec<u32> {
    let is_ruler = |line: &str| {
        let signs: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
        let drawn =
            |c: char| matches!(c, '-' | '=' | '*' | '_' | '~' | '#' | '—' | '–' | '─' | '━' | '═');
        signs.len() >= 3 && signs.iter().all(|&c| c == signs[0]) && drawn(signs[0])
    };
    text.split('\n')
        .enumerate()
        .filter(|(_, line)| is_ruler(line))
        .map(|(number, _)| number as u32 + 1)
        .collect()
}

/// `RECRUITER (PLACE) – POST`, the place known by a postal code, a département's number or a capital.
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<who>[^()]{2,140}?) ?\((?P<place>[^()]{2,60})\) ?(?P<separator>[-:|] ?)?(?P<post>[^\s-].{3,})$",
    )
});
/// A postal code, a département's number, or a Canadian postal code.
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:^|[^0-9])(?:\d{2} ?\d{3}|2[ab]\d?|9[78]\d|\d{2}|[a-z]\d[a-z] ?\d[a-z]\d)(?:[^0-9]|$)",
    )
});
/// `Offre n° 3`, `Annonce 3 :`, `Poste n°3 –`.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:offre|annonce|poste|stage|mission)(?: d(?:e |')(?:stage|emploi|alternance|mission))? ?(?:n ?[°o]\.? ?)?\d{1,3}(?: ?[:./)-]| ?$)",
    )
});
/// A kind of contract, then the post: `Stage chargé de projet chez …`, `Alternance – Assistant…`.
static CONTRACTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:offre de |proposition de )?(?:stage|stagiaire|alternance|apprentissage|service civique|volontariat|cdd|cdi|emploi)(?: [:-])? (?P<post>.{6,})$",
    )
});
/// What follows « stage » in a sentence or a section's heading, not in a post's name.
static CONTRACT_IN_A_SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:de \w+|d'une|du|au|a|en cours|\d|conventionne|remunere|indemnise|propose|recherche|obligatoire|uniquement|sera|se|est|a pourvoir|type|et|ou)\b",
    )
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern)
        .unwrap_or_else(|error| panic!("a head's pattern is not a regular expression: {error}"))
}

/// The form of the line `at`.
fn form(lines: &[RawLine<'_>], at: usize, rulers: &[u32]) -> Head {
    let line = &lines[at];
    let words = line.words();
    let length = words.chars().count();
    let apart = at == 0 || line.blank_before;
    if matches!(line.mark, Mark::Bullet(_)) || !apart || !(6..=300).contains(&length) {
        return Head::No;
    }
    let folded = fold(words);
    let ends_a_sentence = folded.ends_with(['.', ';', ',', ':']);
    if NUMBERED.is_match(&fold(line.source.trim())) {
        return Head::Strong;
    }
    // Rulers also part the sections of one offer: then what follows is a section's heading, or no offer has ended.
    let parted =
        |at: usize| at > 0 && is_after_ruler(lines, at, rulers) && comes_to_its_end(&lines[..at]);
    if parted(at) && !ends_a_sentence && length <= 160 && heading_kind(words).is_none() {
        return Head::Strong;
    }
    let enclosed = at > 0
        && is_after_ruler(lines, at, rulers)
        && at + 1 < lines.len()
        && is_after_ruler(lines, at + 1, rulers);
    if enclosed && !ends_a_sentence && heading_kind(words).is_none() {
        return Head::Strong;
    }
    if at == 0
        && !ends_a_sentence
        && (1..lines.len()).any(|at| parted(at) && heading_kind(lines[at].words()).is_none())
    {
        return Head::Strong;
    }
    if ends_a_sentence {
        return Head::No;
    }
    if placed(words).is_some() {
        return Head::Strong;
    }
    let is_post =
        |post: &str| !CONTRACT_IN_A_SENTENCE.is_match(post) && post.split_whitespace().count() >= 2;
    match CONTRACTED.captures(&folded) {
        Some(captures)
            if is_post(&captures["post"]) && length <= 160 && opens_with_a_name(words) =>
        {
            Head::Weak
        }
        _ => Head::No,
    }
}

/// A head that names recruiter, place and post: each a range of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The recruiter.
    pub who: Range<usize>,
    /// What the brackets hold.
    pub place: Range<usize>,
    /// The post.
    pub post: Range<usize>,
}

/// Reads `RECRUITER (PLACE) – POST` and its kin.
///
/// Reads `Les Jardins (Nantes – 44000) – Jardinier`, `Ville d'Angers (49) - Jardinier`, `Le Verger (44 620 Indre)Stage verger`.
/// Leaves `Jardinier (h/f) – CDI`, `nos antennes (Nantes) – deux`, `Programme (PAC) – suivi`, `Alternance web (Symfony) – Verger`.
pub fn placed(line: &str) -> Option<Placed> {
    if line.len() > LONGEST {
        return None;
    }
    let folded = Folded::new(line);
    let captures = PLACED.captures(folded.as_str())?;
    let range = |name: &str| captures.name(name).map(|group| folded.source(group.range()).range());
    let (who, place, post) = (range("who")?, range("place")?, range("post")?);
    let parted = captures.name("separator").is_some() || CODE.is_match(&captures["place"]);
    (parted && is_place(&line[place.clone()], &captures["place"]) && opens_with_a_name(line))
        .then_some(Placed { who, place, post })
}

/// Whether nothing but a ruler stands between the line and the one before.
fn is_after_ruler(lines: &[RawLine<'_>], at: usize, rulers: &[u32]) -> bool {
    rulers.iter().any(|&ruler| ruler < lines[at].number && ruler > lines[at - 1].number)
}

/// Whether brackets hold a place: a code, or a name that the gazetteer knows.
fn is_place(inside: &str, folded: &str) -> bool {
    if CODE.is_match(folded) {
        return true;
    }
    let name = inside.split(['/', ',', '-', '–']).next().unwrap_or(inside).trim();
    let known = |name: &str| {
        !gazetteer::communes(name).is_empty()
            || gazetteer::department_named(name).is_some()
            || gazetteer::region_named(name).is_some()
    };
    inside.starts_with(char::is_uppercase) && (known(inside.trim()) || known(name))
}

fn opens_with_a_name(words: &str) -> bool {
    words
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '«' | '"' | '“'))
}
