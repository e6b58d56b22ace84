//! Headings inside a listing that sort the offers below them, by kind of contract, by place or by
//! diploma: `STAGES`, `Bretagne`, `BTS (2 ans)`.

use super::head::regex;
use super::kin::is_place;
use super::line::is_category;
use crate::layout::RawLine;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// How many of them may stand above one another: `BRETAGNE`, then `Stages`.
const MOST: usize = 3;
/// Longest one, in characters.
const LONGEST: usize = 60;

/// What a heading sorts offers by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rubric {
    /// `CDD`, `Offres de stage`
    Kind,
    /// `Nantes`, `Finistère`
    Place,
    /// `BTS (2 ans)`, `Licence professionnelle`
    Level,
}

/// What the words of a line, alone on it, sort offers by.
///
/// Reads `STAGES`, `Nos offres d’emploi`, `◆ BRETAGNE ◆`. Leaves `Stage à Nantes`, `Nos métiers`.
pub fn rubric(words: &str) -> Option<Rubric> {
    if words.chars().count() > LONGEST {
        return None;
    }
    if is_category(&fold(words)) {
        return Some(Rubric::Kind);
    }
    if LEVEL.is_match(&fold(words)) {
        return Some(Rubric::Level);
    }
    is_place(words).then_some(Rubric::Place)
}

/// Diplomas alone, and how long they take: what schools sort the offers of their apprentices by.
static LEVEL: LazyLock<Regex> = LazyLock::new(|| {
    let diploma = r"(?:cap|bep|bp|bac(?:calaureat)? pro(?:fessionnel)?|brevets? professionnels?|bac ?\+ ?\d|btsa?|but|dut|licences?(?: pro(?:fessionnelles?)?)?|bachelors?|masters?(?: ?[12])?|mentions? complementaires?|titres? pro(?:fessionnels?)?|diplomes? d'ingenieure?s?)";
    regex(&format!(
        r"^\W*(?:(?:niveau|diplomes?|formations?) ?:? )?{diploma}(?: ?(?:/|,|-|et|ou) ?{diploma})*(?: \([^()]{{2,50}}\))?\W*$"
    ))
});

/// The first line of the rubrics right above the line `head`, below the line `least`; `head` where there is none.
fn above(lines: &[RawLine<'_>], least: usize, head: usize) -> usize {
    let is_rubric = |&at: &usize| rubric(lines[at].words()).is_some();
    let first = (least..head).rev().take(MOST).take_while(is_rubric).last();
    first.filter(|&first| first == 0 || lines[first].blank_before).unwrap_or(head)
}

/// Whether a line stands alone above an offer, between blank lines and in capitals.
fn is_in_capitals(lines: &[RawLine<'_>], at: usize, head: usize) -> bool {
    let words = lines[at].words();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    lines[at].blank_before
        && lines[head].blank_before
        && letters >= 6
        && words.chars().count() <= LONGEST
        && !words.chars().any(|c| c.is_lowercase() || c.is_ascii_digit() || c == '@')
        && lines[head].words().chars().any(char::is_lowercase)
}

/// For each offer but the first, the line at which rubrics between it and the offer above begin. Places are rubrics only
/// where one heads the first offer as well: else they may be an offer's own last line.
pub(super) fn between(lines: &[RawLine<'_>], heads: &[usize]) -> Vec<Option<usize>> {
    let Some(&first) = heads.first() else { return Vec::new() };
    let by_place =
        (above(lines, 0, first)..first).any(|at| rubric(lines[at].words()) == Some(Rubric::Place));
    // « REMONTÉES MÉCANIQUES », alone in capitals above the first offer as above others: what the listing sorts by.
    let by_capitals = first > 0 && is_in_capitals(lines, first - 1, first);
    let gaps = heads.windows(2).map(|pair| {
        if by_capitals && pair[1] - pair[0] > 3 && is_in_capitals(lines, pair[1] - 1, pair[1]) {
            return Some(pair[1] - 1);
        }
        let start = above(lines, pair[0] + 2, pair[1]);
        let places = (start..pair[1]).any(|at| rubric(lines[at].words()) == Some(Rubric::Place));
        (start < pair[1] && (by_place || !places)).then_some(start)
    });
    gaps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::whole_lines;

    #[test]
    fn headings_sort_offers_by_kind_or_place() {
        for kind in ["STAGES", "Nos offres d’emploi", "CDD / CDI", "◆ ALTERNANCES ◆"] {
            assert_eq!(rubric(kind), Some(Rubric::Kind), "{kind}");
        }
        for place in ["Finistère", "◆ BRETAGNE ◆", "Nantes"] {
            assert_eq!(rubric(place), Some(Rubric::Place), "{place}");
        }
        for level in ["=== BTS (2 ans) ===", "CAP / BP", "Licence professionnelle (1 an)"] {
            assert_eq!(rubric(level), Some(Rubric::Level), "{level}");
        }
        for other in ["Stage à Nantes", "Nos métiers", "Jardinier", "BTS viticulture"] {
            assert_eq!(rubric(other), None, "{other}");
        }
    }

    #[test]
    fn places_sort_offers_only_where_one_heads_the_first() {
        let sorted = "SÈTE\n\nJardinier\nTailler.\n\nAGDE\n\nFleuriste\nVendre.";
        assert_eq!(between(&whole_lines(sorted, 1), &[1, 4]), [Some(3)]);
        let signed = "Jardinier\nTailler.\n\nSète\n\nFleuriste\nVendre.\n\nAgde";
        assert_eq!(between(&whole_lines(signed, 1), &[0, 3]), [None]);
    }
}
