//! Pages that list cards and show one of them: the offer is the one shown, told in full below its title.
//!
//! A search on a portal is pasted with its results, a card each (post, recruiter, place, « il y a 3 jours »), and then the
//! ad that the reader had opened. Cards of which several are told in full below are a table of contents instead.

use super::cut::Cut;
use super::facts::Facts;
use crate::layout::{RawLine, heading_kind};
use crate::offer::SectionKind;
use std::ops::Range;

/// Titles of other posts above the ad that is shown, at least.
const OTHERS: usize = 2;
/// Longest line of a card, in characters.
const CARD: usize = 110;
/// A line of an ad's text has this many characters at least, and an ad this many such lines or headings.
const TEXT: usize = 110;
const LEAST: usize = 4;
/// The share of a card's words that a title below says, if it opens that card's own ad.
const SHARE: f32 = 0.8;

/// Leaves the offer that is shown, where a page lists cards above it.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    // One more head below may be who signs; more are offers.
    let ends_with = |shown: usize| cut.heads.iter().filter(|&&head| head > shown).count() <= 1;
    if let Some(shown) = shown(lines, facts).filter(|&shown| ends_with(shown)) {
        cut.heads = vec![shown];
        cut.ends.clear();
    }
}

/// The title of the one ad that is told in full, said among the cards above.
fn shown(lines: &[RawLine<'_>], facts: &Facts) -> Option<usize> {
    let heads_text = |at: usize| {
        let kind = heading_kind(lines[at].words()).filter(|_| facts.seen[at].is_section);
        matches!(kind, Some(SectionKind::Mission | SectionKind::Profile))
    };
    let is_text = |at: usize| lines[at].length() >= TEXT || heads_text(at);
    // Cards alone stand above the first line of a text.
    let cards = (0..lines.len()).find(|&at| lines[at].length() > CARD)?;
    let is_post = |at: &usize| {
        let seen = &facts.seen[*at];
        seen.names_post && lines[*at].length() <= CARD && !seen.folded.starts_with("contrat ")
    };
    let is_said = |at: &usize| facts.said(*at).0 < *at && facts.said(*at).0 + OTHERS < *at;
    let title = (0..cards).filter(is_post).rfind(is_said)?;
    let words = facts.seen[title].folded.as_str();
    let others = (0..title).filter(is_post).filter(|&at| {
        let other = facts.seen[at].folded.as_str();
        !other.contains(words) && !words.contains(other)
    });
    let others: Vec<usize> = others.collect();
    let titles = (title + 1..lines.len()).filter(|&at| is_post(&at) && facts.seen[at].is_title);
    let titles: Vec<usize> = titles.collect();
    let told_below = |&at: &usize| {
        facts.said(at).1 > title || titles.iter().any(|&below| facts.says_again(below, at, SHARE))
    };
    let text = (title..lines.len()).filter(|&at| is_text(at)).count();
    let length = |range: Range<usize>| lines[range].iter().map(RawLine::length).sum::<usize>();
    let tells_more = length(title..lines.len()) * 2 >= length(0..title) * 3;
    let is_shown =
        others.len() >= OTHERS && !others.iter().any(told_below) && text >= LEAST && tells_more;
    is_shown.then_some(title)
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    const AD: &str = "Le Verger\nSète (34)\n\nMissions\nVous taillez les haies du parc, plantez les arbres fruitiers au printemps et accueillez les classes qui viennent les voir pousser.\n\nProfil\nVous avez un CAP de jardinier et le goût du travail dehors, par tous les temps, avec une petite équipe de quatre personnes.\nCDI, 35 h, 1 900 € par mois. CV à a@b.fr\n";

    #[test]
    fn a_page_of_results_offers_the_ad_that_it_shows() {
        let cards = "Emplois recommandés\nJardinier (H/F)\nLe Verger\nSète (34)\nCDI\nFleuriste (H/F)\nLa Serre\nAgde (34)\nCDD\nVendeur (H/F)\nLe Marché\nDax (40)\nCDI\nAfficher plus d’emplois\n";
        let page = format!("{cards}Jardinier (H/F)\n{AD}");
        assert_eq!(offers(&page), [15]);
    }
}
