//! The cut of a file into offers: of all choices of first lines, the one whose blocks look most like offers.
//!
//! Three things are weighed against the price of one more offer: what the first line looks like, how whole the offers
//! are that lines like it open, and what each block tells. What lies between offers may also be no offer.

use super::facts::{Facts, speaks_of_offers};
use super::head::{Form, form, regex, seeks};
use super::kin::{self, Kin, Likeness};
use crate::layout::{Mark, RawLine};
use crate::lexicon::{announces_other_offers, ends_offer};
use regex::Regex;
use std::sync::LazyLock;

/// What one more offer costs: a file of one offer stays one unless lines and blocks outweigh it.
const PRICE: f32 = 8.0;
/// How much better than one offer several must be.
const ONE: f32 = 1.0;
/// What a block that is no offer costs.
const LEFT_OUT: f32 = 0.5;
/// How many possible first lines an offer may hold besides its own.
const WINDOW: usize = 80;
/// A line below this opens nothing.
const LEAST: f32 = 0.0;
/// What a line tells that never opens an offer.
const NEVER: f32 = -20.0;
/// What a first line loses that is unlike the others of its file.
const STRANGER: f32 = 4.0;
/// What a line loses that names no post where its kin do.
const UNLIKE: f32 = 3.0;

/// Indices of the lines that open the offers of a listing; none for a file of one offer.
pub(super) fn heads(text: &str, lines: &[RawLine<'_>]) -> Vec<usize> {
    if lines.is_empty() {
        return Vec::new();
    }
    let facts = Facts::of(lines);
    let rulers = ruler_lines(text);
    let end = start_of_other_offers(lines, &facts);
    let own: Vec<f32> = (0..lines.len()).map(|at| own_score(lines, &facts, at)).collect();
    let mut bonuses = vec![0.0_f32; lines.len()];
    for family in kin::families(&lines[..end], &facts, &rulers) {
        let posts = family.lines.iter().filter(|&&at| facts.seen[at].names_post).count();
        let name_posts = posts * 3 >= family.lines.len() * 2;
        let (bonus, level) = bonus(&family, &facts, &own, end);
        for at in family.lines.into_iter().filter(|&at| bonus > 0.0 && own[at] > NEVER) {
            let raised = if family.likeness != Likeness::Near {
                0.5 * (level - own[at]).clamp(0.0, 6.0)
            } else {
                0.0
            };
            let unlike = if name_posts && !facts.seen[at].names_post { UNLIKE } else { 0.0 };
            bonuses[at] = bonuses[at].max(bonus + raised - unlike);
        }
    }
    let most = bonuses.iter().copied().fold(0.0, f32::max);
    // The less kin a line has, the more it loses where others have many.
    let stranger = |at: usize| {
        if most < 5.0 { 0.0 } else { STRANGER * (1.0 - bonuses[at].max(0.0) / most) }
    };
    let scores: Vec<f32> =
        (0..lines.len()).map(|at| own[at] + bonuses[at] - stranger(at)).collect();
    let mut heads = best_cut(&scores, &facts, end);
    without_formless(lines, &facts, &mut heads);
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
        return NEVER;
    }
    let mut score = 0.0;
    let mut says = |weight: f32, holds: bool| score += if holds { weight } else { 0.0 };
    let counted = seen.is_counted;
    let below_title = at > 0 && !seen.apart && {
        let above = &facts.seen[at - 1];
        above.apart
            && lines[at - 1].length() <= 100
            && !above.folded.ends_with(['.', ':'])
            && !facts.tells_how_to_apply(at - 1)
    };
    says(-3.0, below_title);
    says(if seen.apart { 1.0 } else { -2.0 }, true);
    let listed_post = matches!(line.mark, Mark::Bullet(_)) && seen.names_post;
    says(if seen.is_title || listed_post { 1.5 } else { -1.5 }, true);
    says(2.0, seen.names_post);
    says(2.0, counted);
    says(1.5, !seen.names_post && seeks(&seen.folded));
    says(3.0, line.length() >= 90 && facts.told(at, at + 1).kinds >= 4);
    says(-8.0, seen.is_section && !counted);
    says(-3.0, line.words().starts_with(char::is_lowercase));
    says(-2.0, seen.folded.ends_with([',', ';']));
    says(-4.0, PART_OF_A_POST.is_match(&seen.folded));
    says(-5.0, STATES_A_FACT.is_match(&seen.folded) && !counted);
    says(2.0, OPENS_A_RECORD.is_match(&seen.folded));
    says(4.0, OPENS_A_MESSAGE.is_match(&seen.folded));
    says(4.0, seen.folded.starts_with("de :") && seen.folded.contains('@'));
    says(-4.0, at == 0 && facts.is_listing);
    says(5.0, STAMPED.is_match(&seen.folded));
    let next = facts.seen.get(at + 1);
    says(4.0, next.is_some_and(|next| STAMPED.is_match(&next.folded)) && line.length() <= 60);
    says(-4.0, speaks_of_offers(&seen.folded) && !seen.is_counted);
    match form(line, seen) {
        Form::None => {}
        Form::Contracted => says(1.0, true),
        Form::Placed => says(3.0, true),
    }
    let before = (at.saturating_sub(2)..at)
        .any(|before| facts.tells_how_to_apply(before) || facts.seen[before].is_page);
    says(1.5, before);
    score
}

/// Labels that name the post, the recruiter or the sender: an offer may open with one.
pub(super) static OPENS_A_RECORD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:intitule|titre)(?: d[eu] [a-z' ]{3,12})?|poste|offre|metier|fonction|emploi|sujet|reference|ref\.?|mission|employeur|structure|avis) ?:",
    )
});
/// Labels of what an offer states inside: `Lieu : Nantes`, `Nature du contrat : CDD`.
static STATES_A_FACT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:lieux?|localisation|ville|(?:type|nature) d[eu]|contrat|statut|salaire|remuneration|gratification|indemnites?|duree|debut|dates?|missions|profil|niveau|permis|temps|horaires|diplome|candidatures?|contacts?)\b[a-z' ]{0,25}:",
    )
});
/// Parts of one post: `Mission 2 : …`, `Axe 1 – …`.
static PART_OF_A_POST: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\W*(?:missions?|taches?|axes?|etapes?|phases?|volets?) ?(?:n ?[°o]\.? ?)?\d{1,2}\b")
});
/// The first line of a message.
pub(super) static OPENS_A_MESSAGE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:message (?:transfere|d'origine)|message ?: ?\d+)\W*$|(?:de|from|objet|subject) ?: ?\S)",
    )
});

/// `14 mai 2026, 19:02`, `Posté le : 2 févr. 2026`, `Anne L. · 2 h`, `hier à 20:15`: when a message was sent.
static STAMPED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:poste le\b.{0,30}|.{0,30}(?:\d{1,2} [a-z]{3,9}\.? (?:\d{4}|a \d)|hier a \d|aujourd'hui a \d).{0,12}\d{1,2} ?[:h] ?\d{2}\W*|[^·]{2,40} · (?:\d{1,2} (?:h|min|j)|hier.{0,10})\W*)$",
    )
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
fn bonus(family: &Kin, facts: &Facts, own: &[f32], end: usize) -> (f32, f32) {
    let count = family.lines.len();
    let (mut whole, mut look) = (0_u32, 0.0);
    for (number, &at) in family.lines.iter().enumerate() {
        let next = family.lines.get(number + 1).copied().unwrap_or(end);
        whole += match block_look(facts, at, next) {
            look if look >= 2.0 => 10,
            look if look >= 0.5 => 7,
            _ => 0,
        };
        look += own[at].clamp(-6.0, 6.0);
    }
    let whole = whole as f32 / 10.0;
    let (share, level) = (whole / count as f32, look / count as f32);
    if whole < 1.4 || share < 0.5 {
        return (0.0, level);
    }
    let many = match (whole, family.likeness) {
        (..2.1, Likeness::Telling) => 4.0,
        (..2.1, _) => 2.0,
        (..3.1, Likeness::Telling) => 7.5,
        (..3.1, _) => 5.5,
        (_, Likeness::Telling) => 9.0,
        (_, _) => 7.5,
    };
    (many * share * ((level + 6.0) / 8.0).clamp(0.0, 1.0), level)
}

/// How much the lines from `head` to `end` look like one whole offer.
fn block_score(facts: &Facts, head: usize, end: usize) -> f32 {
    block_look(facts, head, end) - (1.5 * facts.told_again(head, end) as f32).min(6.0)
}

fn block_look(facts: &Facts, head: usize, end: usize) -> f32 {
    let told = facts.told(head, end);
    let kinds = [-8.0, -6.0, -3.0, 0.5, 2.0, 3.0, 3.5, 3.5][told.kinds.min(7)];
    let offered = if told.is_offered {
        0.0
    } else if facts.is_listing {
        -0.5
    } else {
        -3.0
    };
    let body = if told.has_body { 0.0 } else { -6.0 };
    let (posts, ways) = facts.posts_and_ways(head, end);
    let summary = if posts >= 3 && ways == 0 { -4.0 } else { 0.0 };
    kinds + offered + body + summary
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
    let whole = scores[0].max(3.0) + block_score(facts, 0, end) - PRICE;
    if best[places.len() - 1].0 < whole + ONE {
        return Vec::new();
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
    without_subtitles(facts, &mut heads);
    with_line_above(facts, &mut heads);
    heads
}

/// Leaves out heads of no known form where nearly all of them name recruiter, place and post.
fn without_formless(lines: &[RawLine<'_>], facts: &Facts, heads: &mut Vec<usize>) {
    let form = |at: usize| form(&lines[at], &facts.seen[at]);
    let placed = heads.iter().filter(|&&at| form(at) == Form::Placed).count();
    if placed >= 4 && 4 * placed >= 3 * heads.len() {
        heads.retain(|&at| form(at) != Form::None);
    }
}

/// Leaves out a head right below another that it says again.
fn without_subtitles(facts: &Facts, heads: &mut Vec<usize>) {
    const NEAR: usize = 3;
    let words = |at: usize| -> Vec<&str> {
        let words = facts.seen[at].folded.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.len() > 2).collect()
    };
    let mut before: Option<usize> = None;
    heads.retain(|&at| {
        let says_again = before.is_some_and(|before| {
            let (title, below) = (words(before), words(at));
            let again = below.iter().filter(|word| title.contains(word)).count();
            at - before <= NEAR && 3 * again >= 2 * below.len()
        });
        before = if says_again { before } else { Some(at) };
        !says_again
    });
}

/// Takes in the recruiter's name, or a place, that stands alone above every title.
fn with_line_above(facts: &Facts, heads: &mut [usize]) {
    let is_above = |&at: &usize| {
        at.checked_sub(1).is_some_and(|above| {
            let seen = &facts.seen[above];
            seen.is_title && seen.apart && facts.seen[at].apart && !seen.names_post
        })
    };
    // Titles above a listing or at the end of an offer stand above some heads only.
    if heads.iter().all(is_above) {
        for head in heads {
            *head -= 1;
        }
    }
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
