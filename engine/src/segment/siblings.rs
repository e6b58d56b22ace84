//! Lines that stand in one row and are alike: where one of them opens an offer, all do.
//!
//! `- un infirmier, CDD…`, `- une aide-soignante, CDI…`: short ads of a line each, which a page lists under its headings.
//! So it is with lines that count up, and with those that stand as far above a line of one form: a date, a label.

use super::cut::Cut;
use super::facts::{Facts, WHOLE};
use super::head::{names_post, seeks};
use super::kin;
use crate::layout::{Mark, RawLine};
use std::collections::BTreeMap;
use std::ops::Range;

/// Lines of a row, at least.
const ROW: usize = 2;
/// Offers of which all but a few are alike, at least.
const LEAST: usize = 3;
/// Kinds of fact that an offer tells at least, and lines in which it does.
const KINDS: usize = 3;
const REACH: usize = 30;
/// Longest line that heads an offer, or ends it, in characters.
const SHORT: usize = 60;
/// Characters of an item that is a short ad, at least.
const LONG: usize = 45;

/// Opens an offer at each line of a row most of whose lines open one, and in rows like those that are all offers.
///
/// `opens` tells which lines may open an offer.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, opens: &[bool], cut: &mut Cut) {
    if cut.heads.len() < 2 {
        return;
    }
    count_up(lines, facts, cut);
    stand_above(lines, facts, cut);
    open_alike(lines, facts, opens, cut);
    end_alike(lines, facts, opens, cut);
    let rows = rows(lines, facts);
    let opens = |row: &Range<usize>| {
        let upto = |line: usize| cut.heads.partition_point(|&head| head < line);
        upto(row.end) - upto(row.start)
    };
    let mut full: Vec<(Mark, usize)> = Vec::new();
    for row in rows.iter().filter(|row| opens(row) == row.len()) {
        let sign = &lines[row.start].mark;
        match full.iter_mut().find(|(mark, _)| mark == sign) {
            Some((_, count)) => *count += 1,
            None => full.push((*sign, 1)),
        }
    }
    let alike = |row: &Range<usize>| {
        let sign = &lines[row.start].mark;
        let whole = row.clone().filter(|&at| is_whole(lines, facts, at)).count();
        full.iter().any(|(mark, count)| mark == sign && *count >= 2) && whole * 3 >= row.len() * 2
    };
    let mostly = |row: &Range<usize>| opens(row) >= 2 && opens(row) * 5 >= row.len() * 3;
    let more: Vec<usize> =
        rows.iter().filter(|row| mostly(row) || alike(row)).flat_map(|row| row.clone()).collect();
    cut.add(more.iter().copied());
    // What heads such a row is no offer: `Commerce`, then its ads.
    let heads_a_row = |pair: &[usize]| {
        pair[1] == pair[0] + 1
            && more.binary_search(&pair[1]).is_ok()
            && more.binary_search(&pair[0]).is_err()
            && !facts.seen[pair[0]].names_post
    };
    let above: Vec<usize> =
        cut.heads.windows(2).filter(|pair| heads_a_row(pair)).map(|pair| pair[0]).collect();
    cut.heads.retain(|head| above.binary_search(head).is_err());
    cut.ends.extend(above);
}

/// Opens an offer at each line of a series most of whose lines open one: `1 – Cueillette`, `2 – Taille`, `3 – Vente`.
fn count_up(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    for series in kin::numbered(lines) {
        let opens = series.iter().filter(|line| cut.heads.binary_search(line).is_ok()).count();
        let explicit = || series.iter().all(|&line| facts.seen[line].is_counted);
        let enough = opens >= 2 && opens * 5 >= series.len() * 3;
        if !(enough || opens == 1 && series.len() == 2 && explicit()) {
            continue;
        }
        let missing = series.iter().enumerate().filter(|&(number, &line)| {
            let end = series.get(number + 1).copied().unwrap_or(lines.len());
            cut.heads.binary_search(&line).is_err()
                && facts.seen[line].apart
                && facts.told(line, end.min(line + REACH)).kinds >= KINDS
        });
        let missing: Vec<usize> = missing.map(|(_, &line)| line).collect();
        cut.add(missing);
    }
}

/// Opens an offer wherever a line of one form stands as far below as it does in all the others: a date, a label.
fn stand_above(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    const BELOW: usize = 3;
    if cut.heads.len() < LEAST {
        return;
    }
    let heads = cut.heads.clone();
    let mut forms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        for form in kin::near_forms(line, &facts.seen[at]) {
            forms.entry(form).or_default().push(at);
        }
    }
    let mut more: Vec<usize> = Vec::new();
    for places in forms.values().filter(|places| places.len() > heads.len() * 4 / 5) {
        for below in 1..=BELOW {
            let is_head =
                |&&place: &&usize| place >= below && heads.binary_search(&(place - below)).is_ok();
            let known = places.iter().filter(is_head).count();
            let others = places.len() - known;
            if known < LEAST || known * 5 < heads.len() * 4 || others == 0 || others * 3 > known {
                continue;
            }
            let missing =
                places.iter().enumerate().filter(|(_, place)| !is_head(place)).filter_map(
                    |(number, &place)| {
                        let head = place.checked_sub(below)?;
                        let end = places.get(number + 1).map_or(lines.len(), |next| next - below);
                        let seen = &facts.seen[head];
                        let last = heads[..heads.partition_point(|&at| at < head)].last()?;
                        (head - last > below
                            && !seen.is_page
                            && !seen.is_section
                            && lines[head].words().starts_with(char::is_uppercase)
                            && facts.told(head, end.min(head + REACH)).kinds >= KINDS)
                            .then_some(head)
                    },
                );
            more.extend(missing);
            break;
        }
    }
    more.sort_unstable();
    // Two forms may stand for one offer.
    more.dedup_by(|next, before| *next - *before <= BELOW);
    cut.add(more);
}

/// Opens an offer at each line of a form most of whose lines open one: `> Le Verger`, `59 – La Serre`, `=== Jardinier ===`.
/// What heads the first of them, right above, stands for it.
fn open_alike(lines: &[RawLine<'_>], facts: &Facts, opens: &[bool], cut: &mut Cut) {
    const FORMS: [&str; 4] = ["opening", "level", "element", "sign"];
    let mut forms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        // Dots and dashes open the items of any list.
        let is_item = matches!(line.mark, Mark::Bullet('-' | '–' | '—' | '*' | '•' | '·' | 'o'));
        let own = kin::own_forms(lines, facts, &[], at);
        for form in own.into_iter().filter(|form| FORMS.iter().any(|start| form.starts_with(start)))
        {
            if !is_item && !facts.seen[at].is_message {
                forms.entry(form).or_default().push(at);
            }
        }
    }
    for family in forms.into_values().filter(|family| family.len() >= LEAST) {
        let is_head = |at: usize| cut.heads.binary_search(&at).is_ok();
        let heads_it = |at: usize| {
            at.checked_sub(1).filter(|&above| {
                is_head(above)
                    && family.binary_search(&above).is_err()
                    && !facts.seen[above].names_post
                    && lines[above].length() <= SHORT
            })
        };
        // What all of them have that open an offer, the others have too.
        let traits = |at: usize| {
            let seen = &facts.seen[at];
            [seen.apart, seen.is_counted, seen.is_title, seen.names_post]
        };
        let heads = family.iter().filter(|&&at| is_head(at));
        let shared = heads.fold([true; 4], |shared, &at| {
            let own = traits(at);
            std::array::from_fn(|which| shared[which] && own[which])
        });
        let ends = family[1..].iter().copied().chain([lines.len()]);
        let whole = |(&at, end): (&usize, usize)| {
            let told = facts.told(at, end.min(at + REACH));
            let seen = &facts.seen[at];
            let is_like = shared.iter().zip(traits(at)).all(|(&shared, own)| own || !shared);
            let offers = opens[at] && !seen.is_section && told.kinds >= KINDS && told.is_offered;
            (is_head(at) || offers && is_like).then_some(at)
        };
        let whole: Vec<usize> = family.iter().zip(ends).filter_map(whole).collect();
        let known = whole.iter().filter(|&&at| is_head(at) || heads_it(at).is_some()).count();
        if known < 2 || known == whole.len() || known * 5 < whole.len() * 3 {
            continue;
        }
        let above: Vec<usize> = whole.iter().filter_map(|&at| heads_it(at)).collect();
        cut.heads.retain(|head| above.binary_search(head).is_err());
        cut.ends.extend(above);
        cut.add(whole);
    }
}

/// Opens an offer below each line of a form that ends the paragraphs of a file, if most of those below open one:
/// `Réf. 12`, `En savoir plus`, `31400`.
fn end_alike(lines: &[RawLine<'_>], facts: &Facts, opens: &[bool], cut: &mut Cut) {
    let ends_paragraph = |at: usize| lines.get(at + 1).is_none_or(|next| next.blank_before);
    let mut forms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.length() <= SHORT) {
        for form in kin::near_forms(line, &facts.seen[at]) {
            forms.entry(form).or_default().push(at);
        }
    }
    let mut best: Vec<usize> = Vec::new();
    for ends in forms.values() {
        let many = ends.len() >= LEAST && ends.len() > best.len();
        if !many || !ends.iter().all(|&at| ends_paragraph(at)) {
            continue;
        }
        // The last one ends the last offer.
        let first = cut.heads[0].min(ends[0]);
        let below: Vec<usize> =
            [first].into_iter().chain(ends[..ends.len() - 1].iter().map(|at| at + 1)).collect();
        let is_known = |at: &usize| cut.heads.binary_search(at).is_ok();
        let known = below.iter().filter(|at| is_known(at)).count();
        let all = cut.heads.iter().all(|head| below.binary_search(head).is_ok());
        if known >= 2 && all && below.iter().all(|&at| opens[at] && !facts.seen[at].is_section) {
            best = below;
        }
    }
    cut.add(best);
}

/// Rows of long lines of one sign, nothing between them.
fn rows(lines: &[RawLine<'_>], facts: &Facts) -> Vec<Range<usize>> {
    let is_long = |at: usize| {
        let (line, seen) = (&lines[at], &facts.seen[at]);
        let least = if matches!(line.mark, Mark::None) { WHOLE } else { LONG };
        let small = || line.words().starts_with(char::is_lowercase);
        seen.cells == 0
            && !seen.is_message
            && line.length() >= least
            && (least == LONG || !small() && line.indent == 0)
    };
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if !line.blank_before && lines[row.start].mark == line.mark => {
                row.end = at + 1
            }
            _ => rows.push(at..at + 1),
        }
    }
    rows.retain(|row| row.len() >= ROW && row.clone().all(is_long));
    rows
}

/// Whether a line tells by itself as much as a short ad does, its post first.
fn is_whole(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    let words = &facts.seen[at].folded;
    let opening: String = words.chars().take(LONG * 3).collect();
    facts.told(at, at + 1).kinds >= 2
        && (names_post(&opening) || seeks(words))
        && lines[at].length() >= LONG
}
