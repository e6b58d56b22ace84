//! First lines that more likely stand inside the offer above: one ad cut in two is the worst mistake of all.

use super::cut::Cut;
use super::facts::Facts;
use super::head::{names_post, regex, seeks};
use crate::layout::RawLine;
use regex::Regex;
use std::sync::LazyLock;

/// Lines that a card takes at most: a post, a recruiter, a place, a date.
const CARD: usize = 6;
/// Lines above in which the number before is looked for.
const REACH: usize = 60;
/// Longest line of a card, in characters.
const SHORT: usize = 80;

/// A title is shorter than this, in characters, where it names no post.
const SENTENCE: usize = 60;

/// A paragraph of an offer without a title is longer than this.
const PROSE: usize = 110;

/// `4. Communication`
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\W*(?P<number>\d{1,2}) ?[.)/-]+ ?[a-z]"));

/// Takes back first lines that are parts of an offer.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    let heads = std::mem::take(&mut cut.heads);
    for (number, &head) in heads.iter().enumerate() {
        let above = cut.heads.last().copied();
        let is_part = above.is_some_and(|above| {
            is_text_of_card(lines, facts, above, head)
                || is_later_part(lines, facts, &heads[..number], head)
        });
        if !is_part {
            cut.heads.push(head);
        }
    }
    if let [head] = &mut cut.heads[..] {
        *head = first_paragraph(lines, facts, *head);
        *head = title_above(facts, *head);
    }
}

/// The first of the paragraphs that open a file's only offer, where it has no title: none of them is left out.
fn first_paragraph(lines: &[RawLine<'_>], facts: &Facts, head: usize) -> usize {
    let is_prose = |at: usize| {
        let seen = &facts.seen[at];
        lines[at].length() >= PROSE && !seen.is_around && !seen.is_title && !seen.is_message
    };
    if !is_prose(head) {
        return head;
    }
    (0..head).rev().take_while(|&at| is_prose(at)).last().unwrap_or(head)
}

/// Opens the first of several offers below the keys that open a page of a site, `---`, at a heading like the others.
pub(super) fn below_front(lines: &[RawLine<'_>], rulers: &[u32], cut: &mut Cut) {
    let (&[1, close, ..], &[first, second, ..]) = (rulers, &cut.heads[..]) else { return };
    let level = |at: usize| {
        let source = lines[at].source.trim_start();
        source.len() - source.trim_start_matches('#').len()
    };
    let own = level(second);
    if lines[first].number < close && own > 0 {
        let is_alike = |&at: &usize| lines[at].number > close && level(at) == own;
        cut.heads[0] = (first..second).find(is_alike).unwrap_or(first);
    }
}

/// The title that stands right above a file's only offer, below the page's own words, where the offer opens with data:
/// `Aller au contenu`, `Un été au jardin`, `Sète (34) Durée : 8 mois`.
fn title_above(facts: &Facts, head: usize) -> usize {
    let seen = &facts.seen[head];
    let is_title = |at: &usize| {
        let above = &facts.seen[*at];
        above.is_title && above.apart && !above.is_around && !above.is_page
    };
    let title = head.checked_sub(1).filter(is_title);
    let below_page = |at: &usize| *at > 0 && facts.seen[..*at].iter().all(|above| above.is_around);
    let is_data = || !seen.is_title && !seen.names_post && seen.folded.contains(':');
    title.filter(below_page).filter(|_| is_data()).unwrap_or(head)
}

/// Whether a sentence stands below a card that names the post: `Jardinier`, `Le Verger`, `Sète`, then « Pour grandir, … ».
fn is_text_of_card(lines: &[RawLine<'_>], facts: &Facts, card: usize, text: usize) -> bool {
    let named = &facts.seen[card];
    let seen = &facts.seen[text];
    named.names_post
        && named.is_title
        && text - card <= CARD
        && text - card >= 2
        && (!seen.is_title
            || lines[text].length() >= SENTENCE
            || seeks(&seen.folded)
            || calls_again(facts, card, text))
        && (!seen.names_post || calls_again(facts, card, text))
        && !seen.is_counted
        && !seen.is_message
        && lines[card..text].iter().all(|line| line.length() <= SHORT)
        && !(card..text)
            .any(|at| facts.tells_how_to_apply(at) && facts.seen[at].folded.contains('@'))
}

/// Whether a call seeks the post that the card names: « La serre recherche », « un jardinier ».
fn calls_again(facts: &Facts, card: usize, text: usize) -> bool {
    const SHARE: f32 = 0.5;
    let says = |at: usize| facts.seen.get(at).is_some_and(|_| facts.says_again(at, card, SHARE));
    let words = facts.seen[text].folded.as_str();
    seeks(words) && says(text) || !names_post(words) && says(text + 1)
}

/// Whether a line counts on from one that opens no offer: `4. Communication` below `3. Partenariats`.
fn is_later_part(lines: &[RawLine<'_>], facts: &Facts, heads: &[usize], head: usize) -> bool {
    let number = |at: usize| -> Option<usize> {
        NUMBERED.captures(&crate::text::fold(lines[at].source.trim()))?["number"].parse().ok()
    };
    let seen = &facts.seen[head];
    let Some(own) = number(head).filter(|&own| own > 1 && !seen.names_post) else { return false };
    let before = (head.saturating_sub(REACH)..head).rev().find(|&at| number(at) == Some(own - 1));
    before.is_some_and(|before| heads.binary_search(&before).is_err())
}
