//! Posts that a house presents one after the other, a paragraph each: `Pizzaïolo`, what he does, `Plongeur`, what he does.
//!
//! None of them tells a contract, a place or a date: all of that is said once, or nowhere. That every paragraph opens
//! with the name of a post tells them from the parts of one ad.

use super::cut::Cut;
use super::facts::Facts;
use super::line;
use crate::layout::{Mark, RawLine, heading_kind};
use crate::lexicon::opens_with_post;
use crate::offer::SectionKind;
use std::ops::Range;

/// Posts of a page, at least, and lines of each at most.
const LEAST: usize = 3;
const LINES: usize = 14;
/// Paragraphs that may stand above the first post and below the last one.
const AROUND: usize = 2;
/// Longest name of a post, in characters, and longest one that the lexicon does not know, in words: such a one stands
/// below others.
const TITLE: usize = 60;
const UNKNOWN: usize = 3;

/// Opens an offer at each post of such a page.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    let starts: Vec<usize> =
        (0..lines.len()).filter(|&at| at == 0 || lines[at].blank_before).collect();
    let ends = starts[1..].iter().copied().chain([lines.len()]);
    let paragraphs: Vec<Range<usize>> =
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    let is_post: Vec<bool> =
        paragraphs.iter().map(|paragraph| presents(lines, facts, paragraph)).collect();
    let (Some(first), Some(last)) =
        (is_post.iter().position(|&post| post), is_post.iter().rposition(|&post| post))
    else {
        return;
    };
    let posts: Vec<usize> = paragraphs[first..=last].iter().map(|range| range.start).collect();
    let named = posts.iter().filter(|&&at| names_post(facts, at)).count();
    let describes = |line: &RawLine<'_>| {
        let is_heading = line.length() <= TITLE && !line.words().ends_with(['.', '!', '?']);
        let kind = heading_kind(line.words()).filter(|_| is_heading);
        matches!(kind, Some(SectionKind::Mission | SectionKind::Profile | SectionKind::Conditions))
    };
    if posts.len() < LEAST {
        return;
    }
    let is_page = is_post[first..=last].iter().all(|&post| post)
        && named * 2 >= posts.len()
        && names_post(facts, posts[0])
        && first <= AROUND
        && paragraphs.len() - 1 - last <= AROUND
        && !lines.iter().any(describes)
        && !facts.seen.iter().any(|seen| seen.is_message);
    let is_own = |head: &usize| posts.contains(head) || *head < posts[0];
    if is_page && cut.heads.iter().all(is_own) {
        cut.heads = posts;
    }
}

/// Whether the lexicon knows the post that a line names, in the singular or the plural.
fn names_post(facts: &Facts, at: usize) -> bool {
    let seen = &facts.seen[at];
    let single = seen.folded.replace("s ", " ");
    seen.names_post || opens_with_post(single.trim_end_matches('s'))
}

/// Whether a paragraph opens with what may be a post, and tells of it below.
fn presents(lines: &[RawLine<'_>], facts: &Facts, paragraph: &Range<usize>) -> bool {
    let (first, seen) = (&lines[paragraph.start], &facts.seen[paragraph.start]);
    if opens_bold(first) {
        return paragraph.len() <= LINES && names_post(facts, paragraph.start);
    }
    (2..=LINES).contains(&paragraph.len())
        && matches!(first.mark, Mark::None)
        && first.length() <= TITLE
        && first.words().starts_with(char::is_uppercase)
        && !first.words().contains([':', '@'])
        && !seen.folded.ends_with(['.', ',', ';', '!', '?'])
        && !seen.is_page
        && !seen.is_section
        && !seen.is_rubric
        && !line::lists_readings(&seen.folded)
        && (names_post(facts, paragraph.start) || seen.folded.split_whitespace().count() <= UNKNOWN)
}

/// Whether a line opens with bold words: `**Boulanger·e** – CDI, 35 h`.
fn opens_bold(line: &RawLine<'_>) -> bool {
    line.source.trim_start().strip_prefix("**").is_some_and(|rest| {
        rest.find("**")
            .is_some_and(|close| (4..=TITLE).contains(&close) && !rest[..close].contains(':'))
    })
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    #[test]
    fn each_post_of_a_brigade_is_an_offer() {
        let inn = "Commis de salle\nLe sourire est votre premier outil.\nDresser les tables\n\nPizzaïolo\nLa pâte n’a plus de secret pour vous ?\nCuire les pizzas\n\nBarista\nDu grain à la tasse, vous êtes aux commandes.\nTenir le comptoir\n\nPlongeurs\nSans vous, rien ne brille.\nLaver les verres\n";
        assert_eq!(offers(inn), [1, 5, 9, 13]);
    }

    #[test]
    fn the_team_of_an_ad_is_none() {
        let ad = "Directeur de restaurant (H/F)\n\nLe bistrot compte douze personnes.\n\nChef de cuisine\nIl signe la carte.\n\nChef de rang\nIl suit trente couverts.\n\nPlongeur\nIl lave.\n\nMissions\nVous suivez les comptes.\n\nProfil\nDix ans d’expérience.\n\nCDI. CV à rh@bistrot.example\n";
        assert_eq!(offers(ad), [1]);
    }
}
