//! The cut of a file into offers: of all choices of first lines, the one whose blocks look most like offers.
//!
//! Three things are weighed against the price of one more offer: what the first line looks like, how whole the offers
//! are that lines like it open, and what each block tells. What lies between offers may also be no offer.

use super::facts::Facts;
use super::head::{Form, form, regex};
use super::kin::{self, Kin};
use crate::layout::{Mark, RawLine, heading_kind};
use crate::lexicon::{announces_other_offers, ends_offer};
use regex::Regex;
use std::sync::LazyLock;

/// What one more offer costs: a file of one offer stays one unless lines and blocks outweigh it.
const PRICE: f32 = 8.0;
/// What a block that is no offer costs.
const LEFT_OUT: f32 = 0.5;
/// How many possible first lines an offer may hold besides its own.
const WINDOW: usize = 80;
/// A line below this opens nothing.
const LEAST: f32 = 0.0;

/// Indices of the lines that open the offers of a listing; none for a file of one offer.
pub(super) fn heads(text: &str, lines: &[RawLine<'_>]) -> Vec<usize> {
    if lines.is_empty() {
        return Vec::new();
    }
    let facts = Facts::of(lines);
    let rulers = ruler_lines(text);
    let end = start_of_other_offers(lines, &facts);
    let own: Vec<f32> = (0..lines.len()).map(|at| own_score(lines, &facts, at)).collect();
    let mut scores = own.clone();
    for family in kin::families(&lines[..end], &facts, &rulers) {
        let bonus = bonus(&family, &facts, &own, end);
        if bonus > 0.0 {
            for at in family {
                scores[at] = scores[at].max(own[at] + bonus);
            }
        }
    }
    if std::env::var_os("CUTS").is_some() {
        for at in 0..lines.len() {
            if scores[at] > -3.0 {
            eprintln!("{:4} own {:.1} kin {:.1} {:.60}", lines[at].number, own[at], scores[at] - own[at], lines[at].words());
            }
        }
    }
    let heads = best_cut(&scores, &facts, end);
    if heads.len() < 2 { Vec::new() } else { heads }
}

/// What the line and its neighbours tell about an offer that would begin here.
fn own_score(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> f32 {
    let (line, seen) = (&lines[at], &facts.seen[at]);
    if seen.is_page
        || at > 0 && lines[at - 1].number == line.number
        || closes(&seen.folded)
        || facts.comes_back(at)
    {
        return -20.0;
    }
    let mut score = 0.0;
    let mut says = |weight: f32, holds: bool| score += if holds { weight } else { 0.0 };
    says(1.0, seen.apart);
    says(-2.0, !seen.apart);
    says(1.5, seen.is_title);
    says(-1.5, !seen.is_title);
    says(2.0, seen.names_post);
    says(-8.0, seen.is_section && !seen.names_post);
    says(-8.0, line.length() > 15 && heading_kind(line.words()).is_some() && !seen.names_post && line.words().ends_with(':'));
    says(-1.5, matches!(line.mark, Mark::Bullet(_)) && !seen.names_post);
    says(-3.0, line.words().starts_with(char::is_lowercase));
    says(-2.0, seen.folded.ends_with([',', ';']));
    says(2.0, OPENS_A_RECORD.is_match(&seen.folded));
    says(2.0, OPENS_A_MESSAGE.is_match(&seen.folded));
    match form(line, seen) {
        Form::None => {}
        Form::Contracted => says(1.0, true),
        Form::Placed => says(3.0, true),
    }
    let before = (at.saturating_sub(2)..at).any(|before| {
        facts.tells_how_to_apply(before) || facts.seen[before].is_page
    });
    says(1.5, before || at == 0);
    score
}

/// Labels that name the post, the recruiter or the sender: an offer may open with one.
static OPENS_A_RECORD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:intitule|titre)(?: d[eu] [a-z' ]{3,12})?|poste|offre|metier|fonction|emploi|sujet|reference|ref\.?|mission|employeur|structure|avis) ?:",
    )
});
/// The first line of a message.
static OPENS_A_MESSAGE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\W*(?:(?:message (?:transfere|d'origine)|message ?: ?\d+)\W*$|(?:de|from|objet|subject) ?: ?\S)")
});

/// Whether a folded line speaks of the page and not of an offer: `Pour publier une offre`, `Vous êtes recruteur ?`.
fn closes(folded: &str) -> bool {
    static CLOSES: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:pour (?:[a-z]+ )?(?:publier|diffuser|passer|paraitre|deposer|faire paraitre|ajouter) (?:une|votre|vos) (?:offre|annonce)|(?:vous etes|tu es|etes-vous) (?:recruteur|employeur|adherent)|tarif des annonces|rappel ?:|a vendre\b|sponsorise|publicite\b|derniere mise a jour|fin d[eu] |sommaire\b)",
        )
    });
    CLOSES.is_match(folded) || ends_offer(folded)
}

/// How much a family speaks for its lines: by how many of the blocks they open are whole offers, and by how much its
/// lines look like first lines by themselves.
fn bonus(family: &Kin, facts: &Facts, own: &[f32], end: usize) -> f32 {
    let count = family.len();
    let (mut whole, mut look) = (0, 0.0);
    for (number, &at) in family.iter().enumerate() {
        let next = family.get(number + 1).copied().unwrap_or(end);
        whole += usize::from(block_score(facts, at, next) >= 2.0);
        look += own[at].clamp(-6.0, 6.0);
    }
    let share = whole as f32 / count as f32;
    if whole < 2 || share < 0.6 {
        return 0.0;
    }
    let many = match whole {
        2 => 4.0,
        3 => 5.5,
        _ => 7.0,
    };
    many * share * ((look / count as f32 + 4.0) / 6.0).clamp(0.0, 1.0)
}

/// How much the lines from `head` to `end` look like one whole offer.
fn block_score(facts: &Facts, head: usize, end: usize) -> f32 {
    let told = facts.told(head, end);
    let kinds = [-8.0, -6.0, -3.0, 0.5, 2.0, 3.0, 3.5, 3.5][told.kinds.min(7)];
    let offered = if told.is_offered { 0.0 } else { -3.0 };
    let body = if told.has_body { 0.0 } else { -6.0 };
    let (posts, ways) = facts.posts_and_ways(head, end);
    let summary = if posts >= 3 && ways == 0 { -4.0 } else { 0.0 };
    kinds + offered + body + summary - 0.5 * facts.told_again(head, end) as f32
}

/// The heads of the best cut of the lines before `end`.
fn best_cut(scores: &[f32], facts: &Facts, end: usize) -> Vec<usize> {
    let is_candidate = |&at: &usize| {
        at == 0 || scores[at] >= LEAST || closes(&facts.seen[at].folded) || facts.seen[at].is_page
    };
    let mut places: Vec<usize> = (0..end).filter(is_candidate).collect();
    places.push(end);
    // For each place: the best score of what stands before it, where its last block begins, whether that is an offer.
    let mut best: Vec<(f32, usize, bool)> = vec![(0.0, 0, false)];
    for place in 1..places.len() {
        let ways = (place.saturating_sub(WINDOW)..place).map(|first| {
            let (head, next) = (places[first], places[place]);
            let offer = scores[head] + block_score(facts, head, next) - PRICE;
            let (score, is_offer) =
                if offer > -LEFT_OUT { (offer, true) } else { (-LEFT_OUT, false) };
            (best[first].0 + score, first, is_offer)
        });
        let way = ways.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, place - 1, false));
        best.push(way);
    }
    let mut heads = Vec::new();
    let mut place = places.len() - 1;
    while place > 0 {
        let (_, first, is_offer) = best[place];
        if is_offer {
            heads.push(places[first]);
        }
        place = first;
    }
    heads.reverse();
    heads
}

/// Where a page goes on with cards of other offers: they are none of the file's own. A file where that comes more
/// than once is several pages put together.
fn start_of_other_offers(lines: &[RawLine<'_>], facts: &Facts) -> usize {
    let mut starts = (3..lines.len()).filter(|&at| announces_other_offers(&facts.seen[at].folded));
    match (starts.next(), starts.next()) {
        (Some(start), None) => start,
        _ => lines.len(),
    }
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
