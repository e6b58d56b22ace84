//! The cut of a file into offers: of all choices of first lines, the one whose clues weigh most.
//!
//! A line tells what it looks like, and how whole the offers are that lines like it open; a block tells whether it is
//! an offer; two first lines tell whether they are alike. What lies between offers may also be no offer.
//!
//! Over 400 lines: one search for the best cut, whose parts share what they have weighed.

use super::clue::{COUNT, Clue};
use super::facts::{AROUND, Facts};
use super::kin::{self, Alike, Forms, Kin, Likeness, RECURRING};
use super::{
    afresh, brigade, cards, counted, doubts, line, openings, pages, shown, siblings, sought,
    stacked, thread,
};
use crate::layout::{RawLine, heading_kind};
use crate::lexicon::announces_other_offers;
use crate::offer::SectionKind;

/// How many possible first lines an offer may hold besides its own.
const WINDOW: usize = 80;
/// A line below this opens nothing.
const LEAST: f32 = -2.0;
/// How many possible first lines of a file's only offer are tried.
const FIRST: usize = 40;
/// What a line loses that names no post where its kin do.
const UNLIKE: f32 = 3.0;

/// Where the offers of a file begin, as indices of lines, and where what is no offer does.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    pub(super) heads: Vec<usize>,
    pub(super) ends: Vec<usize>,
}

impl Cut {
    /// The heaviest cut, set right where the lines' own order says more than their looks.
    pub(super) fn of(text: &str, lines: &[RawLine<'_>], weights: &[f32; COUNT]) -> Self {
        if lines.is_empty() {
            return Self::default();
        }
        let weighing = Weighing::of(text, lines, weights);
        let pieces = weighing.best().into_iter().filter(|piece| piece.is_offer);
        let mut cut = Self { heads: pieces.map(|piece| piece.start).collect(), ends: Vec::new() };
        doubts::settle(lines, &weighing.facts, &mut cut);
        doubts::below_front(lines, &ruler_lines(text), &mut cut);
        siblings::settle(lines, &weighing.facts, &weighing.opens, &mut cut);
        openings::settle(lines, &weighing.facts, &weighing.opens, weighing.end(), &mut cut);
        cards::settle(lines, &weighing.facts, weighing.end(), &mut cut);
        stacked::settle(lines, &weighing.facts, weighing.end(), &mut cut);
        brigade::settle(lines, &weighing.facts, &mut cut);
        counted::settle(lines, &weighing.facts, &mut cut);
        sought::settle(lines, &weighing.facts, &mut cut);
        thread::settle(lines, &weighing.facts, &mut cut);
        shown::settle(lines, &weighing.facts, &mut cut);
        pages::settle(lines, &weighing.facts, &mut cut);
        afresh::settle(
            lines,
            &weighing.facts,
            &weighing.opens,
            &ruler_lines(text),
            weighing.end(),
            &mut cut,
        );
        cut
    }

    /// Opens offers at more lines.
    pub(super) fn add(&mut self, more: impl IntoIterator<Item = usize>) {
        self.heads.extend(more);
        self.heads.sort_unstable();
        self.heads.dedup();
    }
}

/// A piece of a cut: where it begins and ends, and whether it is an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_offer: bool,
}

/// A file's lines, weighed.
pub(super) struct Weighing<'a> {
    weights: &'a [f32; COUNT],
    facts: Facts,
    /// What each line tells, and what it weighs.
    lines: Vec<(Vec<(Clue, f32)>, f32)>,
    /// Whether each line may open an offer.
    opens: Vec<bool>,
    forms: Vec<Forms>,
    /// For each line, the next title of a post in its form, or the end.
    alike_below: Vec<usize>,
    recurring: Vec<[u16; RECURRING]>,
    /// How many things come back.
    in_use: usize,
    /// How many lines the offers of the best family have, in the middle; 0 where there is none.
    usual: usize,
    /// How many lines each stands below the one before it.
    gaps: Vec<u32>,
    /// Lines at which a piece may begin; the last is the end.
    places: Vec<usize>,
}

impl<'a> Weighing<'a> {
    pub(super) fn of(text: &str, raw: &[RawLine<'_>], weights: &'a [f32; COUNT]) -> Self {
        let rulers = ruler_lines(text);
        let facts = Facts::of(raw, &rulers);
        let end = start_of_other_offers(raw, &facts);
        let mut lines: Vec<(Vec<(Clue, f32)>, f32)> = Vec::with_capacity(raw.len());
        let mut opens = Vec::with_capacity(raw.len());
        for at in 0..raw.len() {
            let mut told = Vec::new();
            opens.push(line::clues(raw, &facts, &rulers, at, &mut |clue, amount| {
                told.push((clue, amount));
            }));
            let weight = told.iter().map(|&(clue, amount)| weights[clue as usize] * amount).sum();
            lines.push((told, weight));
        }
        let Alike { families, forms, recurring } = kin::families(&raw[..end], &facts, &rulers);
        let in_use = recurring[end].iter().filter(|&&count| count >= 2).count();
        let own: Vec<f32> = lines.iter().map(|line| line.1).collect();
        let (bonuses, usual, counted) = bonuses(families, &facts, &own, &opens, end);
        let most = bonuses.iter().copied().fold(0.0, f32::max);
        for (at, line) in lines.iter_mut().enumerate() {
            // The less kin a line has, the more it loses where others have many.
            let stranger = if most < 5.0 { 0.0 } else { 1.0 - bonuses[at].max(0.0) / most };
            let is_uncounted = !counted.is_empty() && counted.binary_search(&at).is_err();
            let uncounted = if is_uncounted { 1.0 } else { 0.0 };
            let kin = [
                (Clue::Kin, bonuses[at]),
                (Clue::Stranger, stranger),
                (Clue::Uncounted, uncounted),
            ];
            for (clue, amount) in kin {
                line.0.push((clue, amount));
                line.1 += weights[clue as usize] * amount;
            }
        }
        let gap = |at: usize| match at {
            0 => 0,
            _ => (raw[at].number - raw[at - 1].number).min(4),
        };
        let is_place = |&at: &usize| {
            let seen = &facts.seen[at];
            at == 0
                || opens[at] && (lines[at].1 >= LEAST || seen.is_message || seen.is_record)
                || line::closes(&seen.folded)
                || seen.is_page
                || seen.is_rubric
        };
        let mut places: Vec<usize> = (0..end).filter(is_place).collect();
        places.push(end);
        let gaps = (0..raw.len()).map(gap).collect();
        let alike_below = alike_below(&facts, &forms);
        Self {
            weights,
            facts,
            lines,
            opens,
            forms,
            alike_below,
            recurring,
            in_use,
            usual,
            gaps,
            places,
        }
    }

    /// Where the offers of the file end.
    pub(super) fn end(&self) -> usize {
        self.places.last().copied().unwrap_or(0)
    }

    /// Lines at which a piece may begin; the last is the end.
    pub(super) fn places(&self) -> &[usize] {
        &self.places
    }

    /// All that a cut tells.
    pub(super) fn clues(&self, pieces: &[Piece], tell: &mut dyn FnMut(Clue, f32)) {
        for &piece in pieces {
            self.piece_clues(piece, tell);
            if piece.is_offer {
                self.lines[piece.start].0.iter().for_each(|&(clue, amount)| tell(clue, amount));
            }
        }
        for pair in pieces.windows(2).filter(|pair| pair.iter().all(|piece| piece.is_offer)) {
            self.pair_clues(pair[0].start, pair[1].start, tell);
        }
        let mut offers = pieces.iter().filter(|piece| piece.is_offer);
        if let (Some(alone), None) = (offers.next(), offers.next()) {
            self.alone_clues(alone.start, tell);
        }
    }

    /// The sum of what is told, weighed.
    fn weigh(&self, telling: impl FnOnce(&mut dyn FnMut(Clue, f32))) -> f32 {
        let mut weight = 0.0;
        telling(&mut |clue, amount| weight += self.weights[clue as usize] * amount);
        weight
    }

    /// What a piece weighs beside all others.
    fn piece(&self, piece: Piece) -> f32 {
        let line = if piece.is_offer { self.lines[piece.start].1 } else { 0.0 };
        line + self.weigh(|tell| self.piece_clues(piece, tell))
    }

    /// All that a piece tells, its first line left out.
    fn piece_clues(&self, piece: Piece, tell: &mut dyn FnMut(Clue, f32)) {
        let Piece { start, end, is_offer } = piece;
        if is_offer {
            offer_clues(&self.facts, start, end, tell);
            if self.alike_below.get(start).is_some_and(|&below| below < end) {
                tell(Clue::AlikeInside, 1.0);
            }
            self.regularity_clues(start, end, tell);
        } else {
            self.rest_clues(start, end, tell);
        }
    }

    /// What an offer tells beside the others of its file.
    fn regularity_clues(&self, start: usize, end: usize, tell: &mut dyn FnMut(Clue, f32)) {
        let (before, after) = (&self.recurring[start], &self.recurring[end]);
        let (mut again, mut once) = (0, 0);
        for (before, after) in before.iter().zip(after) {
            match after - before {
                0 => {}
                1 => once += 1,
                more => again += more - 1,
            }
        }
        tell(Clue::Recurring, f32::from(again.min(8)));
        if self.in_use > 0 {
            tell(Clue::Regular, once as f32 / self.in_use as f32);
        }
        let length = end - start;
        if length * 4 <= self.usual {
            tell(Clue::ShortForFile, 1.0);
        } else if self.usual > 0 && length >= self.usual * 4 {
            tell(Clue::LongForFile, 1.0);
        }
    }

    fn rest_clues(&self, start: usize, end: usize, tell: &mut dyn FnMut(Clue, f32)) {
        tell(Clue::LeftOut, 1.0);
        let [posts, .., around] = self.facts.openings(start, end);
        let place = match (start == 0, end == self.end()) {
            (true, _) if around > 0 => Clue::LeftOutPage,
            (true, _) => Clue::LeftOutFirst,
            (_, true) => Clue::LeftOutLast,
            _ => Clue::LeftOutBetween,
        };
        tell(place, 1.0);
        let told = self.facts.told(start, end);
        tell(Clue::LeftOutPost, posts.min(3) as f32);
        if told.kinds >= 5 && told.has_body {
            tell(Clue::LeftOutWhole, 1.0);
        }
        tell(Clue::LeftOutLong, (end - start).min(20) as f32 / 10.0);
    }

    /// What two first lines tell of each other.
    fn pair_clues(&self, one: usize, next: usize, tell: &mut dyn FnMut(Clue, f32)) {
        let share = |one: &[u32], next: &[u32]| one.iter().any(|form| next.contains(form));
        let (first, second) = (&self.forms[one], &self.forms[next]);
        let telling = first.telling.iter().filter(|form| second.telling.contains(form)).count();
        if telling > 0 {
            tell(Clue::Alike, 1.0);
            if telling > 1 {
                tell(Clue::AlikeMore, 1.0);
            }
        } else if share(&first.any, &second.any) {
            tell(Clue::AlikeSome, 1.0);
        } else {
            tell(Clue::Unlike, 1.0);
        }
        if one > 0 && self.gaps[one] == self.gaps[next] {
            tell(Clue::SameGap, 1.0);
        }
    }

    fn alone_clues(&self, head: usize, tell: &mut dyn FnMut(Clue, f32)) {
        tell(Clue::Alone, 1.0);
        if head == 0 {
            tell(Clue::AloneAtFirst, 1.0);
        }
        let above_page = |told: &(Clue, f32)| told.0 == Clue::AbovePage;
        if head == 0 && self.lines[0].0.iter().any(above_page) {
            tell(Clue::AloneAbovePage, 1.0);
        }
        if self.facts.is_listing {
            tell(Clue::AloneOfListing, 1.0);
        }
    }

    fn best(&self) -> Vec<Piece> {
        self.best_with(&|_| 0.0, &self.places)
    }

    /// The heaviest cut at these places, the last one being the end; `extra` is added to what each piece weighs.
    pub(super) fn best_with(&self, extra: &impl Fn(Piece) -> f32, places: &[usize]) -> Vec<Piece> {
        let last = places.len() - 1;
        // For each place and each kind of piece that begins there: the best weight of all before, and where the piece
        // before it begins and of which kind it is.
        let mut best = vec![[(0.0_f32, 0_usize, REST); 2]];
        for place in 1..=last {
            let end = places[place];
            let mut here = [(f32::NEG_INFINITY, place - 1, REST); 2];
            for first in place.saturating_sub(WINDOW)..place {
                let start = places[first];
                let rest = Piece { start, end, is_offer: false };
                let left = best[first][REST].0 + self.piece(rest) + extra(rest);
                if left > here[OFFER].0 {
                    here[OFFER] = (left, first, REST);
                }
                if !self.opens[start] {
                    continue;
                }
                let offer = Piece { start, end, is_offer: true };
                let weight = best[first][OFFER].0 + self.piece(offer) + extra(offer);
                if weight > here[REST].0 {
                    here[REST] = (weight, first, OFFER);
                }
                if place < last && self.opens[end] {
                    let weight = weight + self.weigh(|tell| self.pair_clues(start, end, tell));
                    if weight > here[OFFER].0 {
                        here[OFFER] = (weight, first, OFFER);
                    }
                }
            }
            best.push(here);
        }
        let mut kind = if best[last][OFFER].0 > best[last][REST].0 { OFFER } else { REST };
        let weight = best[last][kind].0;
        let mut pieces = Vec::new();
        let mut place = last;
        while place > 0 {
            let (_, first, before) = best[place][kind];
            let is_offer = before == OFFER;
            pieces.push(Piece { start: places[first], end: places[place], is_offer });
            (place, kind) = (first, before);
        }
        pieces.reverse();
        let offers = pieces.iter().filter(|piece| piece.is_offer).count();
        let (alone, alone_weight) = self.alone_with(extra, places);
        if offers < 2 || weight < alone_weight { alone } else { pieces }
    }

    /// The best cut that holds one offer, and its weight.
    fn alone_with(&self, extra: &impl Fn(Piece) -> f32, places: &[usize]) -> (Vec<Piece>, f32) {
        let end = places[places.len() - 1];
        let firsts = places[..places.len() - 1].iter().take(FIRST);
        // A file's only offer begins with the file, unless words of a page or a message stand above it, or words that
        // speak of several.
        let below_masthead = self.facts.below_masthead();
        // A post above its place, below what a page says of its house.
        let is_card = |start: usize| {
            self.facts.seen[start].names_post
                && self.lines[start].0.iter().any(|&(clue, _)| clue == Clue::Card)
        };
        let may_open = |start: usize| match start {
            _ if below_masthead.as_ref().is_some_and(|lines| !lines.contains(&start)) => false,
            0 => self.opens[0] || !self.facts.seen[0].is_around,
            _ => {
                self.opens[start]
                    && (self.facts.openings(0, start)[AROUND] > 0
                        || self.facts.is_listing && (start < 8 || is_card(start)))
            }
        };
        let cuts = firsts.filter(|&&start| may_open(start)).map(|&start| {
            let offer = Piece { start, end, is_offer: true };
            let mut weight = self.piece(offer) + extra(offer);
            weight += self.weigh(|tell| self.alone_clues(start, tell));
            let mut pieces = vec![offer];
            if start > 0 {
                let rest = Piece { start: 0, end: start, is_offer: false };
                weight += self.piece(rest) + extra(rest);
                pieces.insert(0, rest);
            }
            (pieces, weight)
        });
        cuts.max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or((vec![Piece { start: 0, end, is_offer: true }], f32::NEG_INFINITY))
    }
}

/// For each title of a post, the next one that shares two forms with it which first lines have; else a place beyond all.
fn alike_below(facts: &Facts, forms: &[Forms]) -> Vec<usize> {
    /// How many titles below are looked at.
    const REACH: usize = 12;
    let titles: Vec<usize> = (0..forms.len())
        .filter(|&at| {
            let seen = &facts.seen[at];
            seen.names_post && seen.apart && (seen.is_title || seen.is_counted)
        })
        .collect();
    let mut below = vec![usize::MAX; forms.len()];
    for (number, &at) in titles.iter().enumerate() {
        let alike = |&&next: &&usize| {
            let shared = |form: &&u32| forms[next].telling.contains(form);
            forms[at].telling.iter().filter(shared).count() >= 2
                && facts.seen[at].folded != facts.seen[next].folded
        };
        if let Some(&next) = titles[number + 1..].iter().take(REACH).find(alike) {
            below[at] = next;
        }
    }
    below
}

/// The kinds of pieces, as places of a table.
const REST: usize = 0;
const OFFER: usize = 1;

/// What each line gains by its kin, how long the offers are that the best family opens, and the lines that count up
/// and open offers.
fn bonuses(
    families: Vec<Kin>,
    facts: &Facts,
    own: &[f32],
    opens: &[bool],
    end: usize,
) -> (Vec<f32>, usize, Vec<usize>) {
    let mut bonuses = vec![0.0_f32; own.len()];
    let (mut best, mut usual) = (0.0, 0);
    let mut counted = Vec::new();
    for family in families {
        let posts = family.lines.iter().filter(|&&at| facts.seen[at].names_post).count();
        let name_posts = posts * 3 >= family.lines.len() * 2;
        let (bonus, level) = bonus(&family, facts, own, end);
        if bonus > best {
            best = bonus;
            let mut lengths: Vec<usize> =
                family.lines.windows(2).map(|pair| pair[1] - pair[0]).collect();
            lengths.sort_unstable();
            usual = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
        }
        if family.likeness == Likeness::Counted && bonus >= 4.0 && family.lines.len() >= 3 {
            counted.extend_from_slice(&family.lines);
        }
        for at in family.lines.into_iter().filter(|&at| bonus > 0.0 && opens[at]) {
            let raised = if family.likeness != Likeness::Near {
                0.5 * (level - own[at]).clamp(0.0, 6.0)
            } else {
                0.0
            };
            let unlike = if name_posts && !facts.seen[at].names_post { UNLIKE } else { 0.0 };
            bonuses[at] = bonuses[at].max(bonus + raised - unlike);
        }
    }
    counted.sort_unstable();
    (bonuses, usual, counted)
}

/// How much a family speaks for its lines: by how many of the blocks they open are whole offers, and by how much its
/// lines look like first lines by themselves.
fn bonus(family: &Kin, facts: &Facts, own: &[f32], end: usize) -> (f32, f32) {
    let count = family.lines.len();
    let (mut whole, mut look) = (0_u32, 0.0);
    for (number, &at) in family.lines.iter().enumerate() {
        let next = family.lines.get(number + 1).copied().unwrap_or(end);
        whole += match wholeness(facts, at, next) {
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
        (..2.1, Likeness::Telling | Likeness::Counted) => 4.0,
        (..2.1, _) => 2.0,
        (..3.1, Likeness::Telling | Likeness::Counted) => 7.5,
        (..3.1, _) => 5.5,
        (_, Likeness::Telling | Likeness::Counted) => 9.0,
        (_, _) => 7.5,
    };
    (many * share * ((level + 6.0) / 8.0).clamp(0.0, 1.0), level)
}

/// How much the lines from `head` to `end` look like one whole offer.
fn wholeness(facts: &Facts, head: usize, end: usize) -> f32 {
    let told = facts.told(head, end);
    let kinds = [-8.0, -6.0, -3.0, 0.5, 2.0, 3.0, 3.5, 3.5][told.kinds.min(7)];
    let offered = match (told.is_offered, facts.is_listing) {
        (true, _) => 0.0,
        (_, true) => -0.5,
        _ => -3.0,
    };
    let body = if told.has_body { 0.0 } else { -6.0 };
    let (posts, ways) = facts.posts_and_ways(head, end);
    let summary = if posts >= 3 && ways == 0 { -4.0 } else { 0.0 };
    kinds + offered + body + summary
}

/// What the lines from `head` to `end` tell as an offer.
fn offer_clues(facts: &Facts, head: usize, end: usize, tell: &mut dyn FnMut(Clue, f32)) {
    const KINDS: [Clue; 8] = [
        Clue::Kinds0,
        Clue::Kinds1,
        Clue::Kinds2,
        Clue::Kinds3,
        Clue::Kinds4,
        Clue::Kinds5,
        Clue::Kinds6,
        Clue::Kinds7,
    ];
    let told = facts.told(head, end);
    tell(Clue::Offer, 1.0);
    tell(KINDS[told.kinds.min(7)], 1.0);
    if facts.is_listing {
        tell(Clue::FewInListing, 4_usize.saturating_sub(told.kinds) as f32);
    }
    if !told.is_offered {
        tell(if facts.is_listing { Clue::NotOfferedInListing } else { Clue::NotOffered }, 1.0);
    }
    if !told.has_body {
        tell(Clue::NoBody, 1.0);
    }
    let (posts, ways) = facts.posts_and_ways(head, end);
    if posts >= 3 && ways == 0 {
        tell(Clue::Summary, 1.0);
    }
    tell(Clue::ToldAgain, facts.told_again(head, end).min(4) as f32);
    let inside = facts.openings(head + 1, end);
    let clues = [Clue::PostsInside, Clue::CountedInside, Clue::MessagesInside, Clue::RulersInside];
    for (clue, count) in clues.into_iter().zip(inside) {
        tell(clue, count.min(4) as f32);
    }
    tell(Clue::Ways, ways.saturating_sub(2).min(4) as f32);
    if facts.answers(head, end) {
        tell(Clue::Answers, 1.0);
    }
    if end - head == 1 && told.has_body && facts.has_whole_lines {
        tell(Clue::OneLine, told.kinds.saturating_sub(2) as f32);
    }
    match end - head {
        ..3 => tell(Clue::Short, 1.0),
        60.. => tell(Clue::Long, 1.0),
        _ => {}
    }
    if facts.tells_how_to_apply(end - 1) || end - head >= 2 && facts.tells_how_to_apply(end - 2) {
        tell(Clue::EndsWithWay, 1.0);
    }
}

/// Where a page goes on with cards of other offers: they are none of the file's own. A file where that comes more
/// than once, far apart, is several pages put together.
fn start_of_other_offers(lines: &[RawLine<'_>], facts: &Facts) -> usize {
    const NEAR: usize = 4;
    let announces = |&at: &usize| {
        announces_other_offers(&facts.seen[at].folded) && facts.tells_an_offer_above(at)
    };
    let starts: Vec<usize> = (3..lines.len()).filter(announces).collect();
    // What tells tasks and a profile below is no card.
    let tells_tasks = |from: usize| {
        let kinds = lines[from..].iter().filter(|line| line.length() <= 40);
        let kinds: Vec<_> = kinds.filter_map(|line| heading_kind(line.words())).collect();
        kinds.contains(&SectionKind::Mission) && kinds.contains(&SectionKind::Profile)
    };
    match (starts.first(), starts.last()) {
        (Some(&first), Some(&last)) if last - first <= NEAR && !tells_tasks(first) => first,
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
