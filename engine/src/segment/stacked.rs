//! Cards of one shape, stacked: a title, who recruits, a town, a day, and the next card the same.
//!
//! No title of theirs need name a post, no label or button tells them: that one paragraph after another holds as many lines,
//! with a town, a day, a contract or a pay in the same places, says that each is an offer.

use super::cut::Cut;
use super::facts::Facts;
use super::head::regex;
use super::{kin, line};
use crate::layout::{Mark, RawLine};
use crate::text::plain;
use regex::{Regex, RegexSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Cards of a page, at least, and lines of each.
const LEAST: usize = 3;
const LINES: Range<usize> = 3..9;
/// Longest line of a card, in characters.
const LONG: usize = 140;
/// Lines of a card that show what those of the others do, at least.
const SHARED: usize = 2;

/// What a line of a card shows: a day, a contract, pay.
static SHOWN: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = [
        r"^\W*(?:(?:des|a partir|debut|depuis|publiee?|postee?|mise? en ligne|date|limite|avant|du|le|au|de|jusqu'au|il y a) ?(?:le |du |de |: ?)?)*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\d{1,2}(?:er)? ?[/. -] ?(?:\d{1,2}|[a-z]{3,9}\.?) ?[/. -] ?\d{2,4}|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4}|\d+ (?:jours?|heures?|mois|semaines?))\b.{0,30}$",
        r"^\W*(?:en )?(?:cdi|cdd|interim|stage|alternance|apprentissage|freelance|temps (?:plein|partiel)|saisonnier|service civique|volontariat|titulaire|contractuel)\b.{0,40}$",
        r"^.{0,20}\d ?(?:k ?)?€",
    ];
    RegexSet::new(patterns.map(plain)).expect("the patterns of cards are regular expressions")
});
const KINDS: usize = 4;
/// The places of a day and of a town among them.
const DAY: usize = 0;
const TOWN: usize = 3;

/// `Lyon 03`, `LYON 3EME`
static ARRONDISSEMENT: LazyLock<Regex> = LazyLock::new(|| regex(r" \d{1,2} ?(?:er|e|eme)?$"));

/// Opens an offer at each card, where no more heads were found there.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, end: usize, cut: &mut Cut) {
    let starts: Vec<usize> = (0..end).filter(|&at| at == 0 || lines[at].blank_before).collect();
    let ends = starts.iter().copied().skip(1).chain([end]);
    let paragraphs: Vec<Range<usize>> =
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    let shapes: Vec<Option<Shape>> =
        paragraphs.iter().map(|paragraph| shape(lines, facts, paragraph)).collect();
    let mut best: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = Vec::new();
    for (number, shape) in shapes.iter().enumerate() {
        let goes_on = shape.as_ref().is_some_and(|own| {
            let before = row.last().and_then(|&before: &usize| shapes[before].as_ref());
            before.is_some_and(|before| alike(before, own))
        });
        if !goes_on {
            row.clear();
        }
        if shape.is_some() {
            row.push(number);
        }
        if row.len() > best.len() {
            best.clone_from(&row);
        }
    }
    let mut cards: Vec<Range<usize>> =
        best.iter().map(|&number| paragraphs[number].clone()).collect();
    if cards.len() < LEAST {
        cards = joined(lines, facts, end);
    }
    let heads: Vec<usize> = cards.iter().map(|card| card.start).collect();
    let (Some(&first), Some(last)) = (heads.first(), cards.last()) else { return };
    let last = last.end;
    let inside = |head: &&usize| (first..last).contains(*head);
    if heads.len() < LEAST || cut.heads.iter().filter(inside).count() >= heads.len() {
        return;
    }
    // What stands above the cards was taken for the file's only offer, or tells of them.
    let whole = |head: usize| facts.told(head, first).kinds >= 5 && facts.seen[head].names_post;
    cut.heads
        .retain(|&head| head < first && whole(head) || head >= last && facts.seen[head].names_post);
    cut.add(heads);
}

/// Cards with no blank line between them: a day that comes again every so many lines, what stands around it alike.
fn joined(lines: &[RawLine<'_>], facts: &Facts, end: usize) -> Vec<Range<usize>> {
    let days: Vec<usize> = (0..end).filter(|&at| shown(lines, facts, at)[DAY]).collect();
    let mut best: Vec<Range<usize>> = Vec::new();
    for length in LINES {
        for (number, &day) in days.iter().enumerate() {
            if number > 0 && days[number - 1] + length == day {
                continue;
            }
            let of_row = |times: usize| {
                Some(day + times * length).filter(|at| days.binary_search(at).is_ok())
            };
            let count = (0..).map_while(of_row).count();
            if count < LEAST || count <= best.len() {
                continue;
            }
            // Where in a card its day stands: the highest title wins that all cards have.
            let cards = (0..length.min(day + 1)).rev().find_map(|above| {
                let cards = (0..count).map(|times| day - above + times * length);
                let cards: Vec<Range<usize>> =
                    cards.map(|start| start..(start + length).min(end)).collect();
                let shapes: Option<Vec<Shape>> =
                    cards.iter().map(|card| shape(lines, facts, card)).collect();
                let titles = cards.iter().filter(|card| facts.seen[card.start].names_post);
                let is_row = shapes
                    .is_some_and(|shapes| shapes.windows(2).all(|pair| alike(&pair[0], &pair[1])))
                    && titles.count() * 2 >= cards.len();
                is_row.then_some(cards)
            });
            best = cards.unwrap_or(best);
        }
    }
    best
}

/// What the lines of a card show, the last one first, and how many they are.
struct Shape {
    shown: Vec<[bool; KINDS]>,
}

/// The shape of a paragraph, if it may be a card.
fn shape(lines: &[RawLine<'_>], facts: &Facts, paragraph: &Range<usize>) -> Option<Shape> {
    let may_be = |at: usize| {
        let (line, seen) = (&lines[at], &facts.seen[at]);
        line.length() <= LONG
            && matches!(line.mark, Mark::None)
            && !seen.is_message
            && seen.cells == 0
    };
    if !LINES.contains(&paragraph.len()) || !paragraph.clone().all(may_be) {
        return None;
    }
    let shown: Vec<[bool; KINDS]> =
        paragraph.clone().rev().map(|at| shown(lines, facts, at)).collect();
    let is_shown = |shown: &[bool; KINDS]| shown.contains(&true);
    // A title opens a card, and words of its own stand in it.
    let title = shown.last().is_some_and(|first| !is_shown(first));
    (title && shown.iter().filter(|line| is_shown(line)).count() >= SHARED)
        .then_some(Shape { shown })
}

/// What a line shows.
fn shown(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> [bool; KINDS] {
    let (words, folded) = (lines[at].words(), facts.seen[at].folded.as_str());
    let mut shown = [false; KINDS];
    for kind in &SHOWN.matches(folded) {
        shown[kind] = true;
    }
    let bare = ARRONDISSEMENT.find(folded).map_or(words, |found| {
        let end = words.len().checked_sub(folded.len() - found.start());
        end.and_then(|end| words.get(..end)).unwrap_or(words)
    });
    shown[TOWN] = line::is_town(words) || kin::is_place(bare);
    shown
}

/// Whether two cards show the same in the same places, counted from their last lines.
fn alike(one: &Shape, other: &Shape) -> bool {
    let both = |(one, other): (&[bool; KINDS], &[bool; KINDS])| {
        one.iter().zip(other).any(|(one, other)| *one && *other)
    };
    let shared = one.shown.iter().zip(&other.shown).filter(|&pair| both(pair)).count();
    one.shown.len().abs_diff(other.shown.len()) <= 1 && shared >= SHARED
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    #[test]
    fn each_card_of_a_stack_is_an_offer() {
        let page = "Service civique\n38 offres autour de Tours\n\nnature\nFaire aimer la Loire aux écoles\nLOIRE VIVANTE\nTOURS\nDès le 02/05/2026\n\nculture\nRaconter les contes du pays\nUnis pour lire\nTours\nDès le 18/10/2026\n\nsolidarité\nTenir compagnie aux anciens\nLe Fil des ans\nAmboise\nDès le 31/05/2026\n";
        assert_eq!(offers(page), [4, 10, 16]);
    }

    #[test]
    fn cards_may_stand_joined() {
        let page = "Nos offres\nJardinier\nLe Verger\nTours\n02/05/2026\n1 900 €\nFleuriste\nLa Serre\nAmboise\n03/05/2026\n1 850 €\nPaysagiste\nLe Parc\nBlois\n04/05/2026\n2 100 €\n";
        assert_eq!(offers(page), [2, 7, 12]);
    }

    #[test]
    fn the_days_of_one_ad_are_none() {
        let ad = "Jardinier (H/F)\nLe Verger\nSète\n\nMissions\nTailler les haies.\n\nRéunion d'information\nSète\n12/03/2026\n\nJournée au parc\nAgde\n19/03/2026\n\nProfil\nCAP de jardinier. CDI, CV à a@b.fr\n";
        assert_eq!(offers(ad), [1]);
    }
}
