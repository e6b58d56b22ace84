//! Heads known by their kin: lines alike that each open a whole offer.
//!
//! A listing repeats itself: titles of one level, numbers that follow each other, rulers, the same label or the same
//! button once an offer. Each such repetition proposes a set of heads; the set is judged by its blocks, for a block
//! must look like an offer by itself, and the set that cuts the most whole offers is chosen.

use super::facts::Facts;
use crate::layout::{Mark, RawLine};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Lines that would each open an offer, in order, and how many kinds of fact a block must tell.
struct Series {
    heads: Vec<usize>,
    fewest: usize,
    /// Whether the first head is only where the lines before the second one begin.
    first_guessed: bool,
}

/// The heads of the best series; none where no repetition cuts whole offers. `end` is where the offers end.
pub(super) fn best(lines: &[RawLine<'_>], facts: &Facts, rulers: &[u32], end: usize) -> Vec<usize> {
    if lines.is_empty() {
        return Vec::new();
    }
    let known = |heads: Vec<usize>, fewest| Series { heads, fewest, first_guessed: false };
    let guessed = |heads: Vec<usize>, fewest| Series { heads, fewest, first_guessed: true };
    let mut all = vec![known(boxed(lines, rulers), 2)];
    all.extend(numbered(lines).into_iter().map(|heads| known(heads, 2)));
    all.extend((1..=4).map(|level| known(titles_of(lines, level), 2)));
    all.push(known(underlined(lines, facts, rulers), 2));
    all.extend(signed(lines, facts).into_iter().map(|heads| known(heads, 3)));
    all.push(known(capitals(lines, facts), 3));
    all.push(known(small_ads(lines, facts), 3));
    all.push(known(posts(facts), 4));
    all.extend((2..=4).map(|blanks| known(far_apart(lines, facts, blanks), 3)));
    all.push(known(ruled(lines, rulers, false), 2));
    all.push(guessed(ruled(lines, rulers, true), 2));
    all.extend(records(lines, facts).into_iter().map(|heads| guessed(heads, 3)));
    // The first of two that cut as many offers: the more telling repetitions stand first.
    let mut best = Vec::new();
    for series in all {
        let heads = whole_offers(series, facts, end);
        if heads.len() > best.len() {
            best = heads;
        }
    }
    best
}

/// The heads whose blocks are whole offers; none where the series does not cut the file into offers.
fn whole_offers(series: Series, facts: &Facts, end: usize) -> Vec<usize> {
    let Series { mut heads, fewest, first_guessed } = series;
    heads.retain(|&at| at < end);
    heads.dedup();
    let proposed = heads.len();
    if proposed < 2 || heads.iter().any(|&at| facts.seen[at].is_section) {
        return Vec::new();
    }
    if fewest > 2 {
        heads.retain(|&at| !facts.comes_back(at));
    }
    if heads.len() < 2 {
        return Vec::new();
    }
    if heads.len() > 2 && facts.speaks_of_offers(heads[0]) || is_contents(facts, &heads) {
        heads.remove(0);
    }
    if heads.len() < 2 {
        return Vec::new();
    }
    // A listing may say once, at its top, what each offer would say.
    let for_all = proposed > 2 && facts.says_for_all(heads[0]);
    let mut kept: Vec<usize> = Vec::new();
    let mut kinds = 0;
    for (number, &at) in heads.iter().enumerate() {
        let next = heads.get(number + 1).copied().unwrap_or(end);
        let told = facts.told(at, next);
        let repeats =
            kept.last().is_some_and(|&before| says_the_same(facts, before, at)) && fewest > 2;
        if repeats && kept.last().is_some_and(|&before| facts.is_summary(before, at)) {
            // The list of titles at the top is none of the offers.
            kept.pop();
            kept.push(at);
        } else if told.kinds >= fewest && (told.is_offered || for_all) && told.has_body && !repeats
        {
            kept.push(at);
            kinds += told.kinds;
        }
    }
    if let [first, second, ..] = kept[..]
        && first_guessed
    {
        kept[0] = first_head(facts, first, second, fewest);
    }
    if !first_guessed {
        with_line_above(facts, &mut kept);
    }
    let most = kept.len() * 3 >= proposed * 2;
    if kept.len() >= 2 && most && 2 * kinds >= 5 * kept.len() { kept } else { Vec::new() }
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

/// Whether the first block lists the titles of the next ones.
fn is_contents(facts: &Facts, heads: &[usize]) -> bool {
    const LINES: usize = 60;
    let last = heads[1].min(heads[0] + LINES);
    let is_listed = |&&head: &&usize| {
        (heads[0] + 1..last).any(|at| {
            let words = facts.seen[at].folded.chars().filter(|c| c.is_alphabetic()).count();
            (8..=100).contains(&words) && says_the_same(facts, at, head)
        })
    };
    heads[1..].iter().take(LINES).filter(is_listed).count() * 2 >= heads[1..].len().min(LINES)
        && heads.len() > 2
}

/// Where the first offer begins between the head that a series gives it and the next: behind what the page says
/// before its offers, at the last title of a post that still heads a whole offer.
fn first_head(facts: &Facts, first: usize, next: usize, fewest: usize) -> usize {
    let seen = &facts.seen;
    if seen[first].names_post && seen[first].is_title && !facts.is_summary(first, next) {
        return first;
    }
    let is_whole = |at: &usize| {
        let told = facts.told(*at, next);
        told.is_offered && told.has_body && told.kinds >= fewest.max(4)
    };
    let is_post = |at: &usize| seen[*at].is_title && seen[*at].apart && seen[*at].names_post;
    (first..next).rev().filter(is_post).find(is_whole).unwrap_or(first)
}

/// Whether two titles name the same post: the second repeats the first inside one offer.
fn says_the_same(facts: &Facts, one: usize, other: usize) -> bool {
    let words = |at: usize| -> Vec<&str> {
        let words = facts.seen[at].folded.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.len() > 2 || word.bytes().any(|b| b.is_ascii_digit())).collect()
    };
    let (one, other) = (words(one), words(other));
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    few.iter().all(|word| many.contains(word))
}

/// Markdown titles of one level.
fn titles_of(lines: &[RawLine<'_>], level: usize) -> Vec<usize> {
    let is_of_level = |line: &RawLine<'_>| {
        let signs = line.source.bytes().take_while(|&b| b == b'#').count();
        signs == level && line.source[signs..].starts_with(' ')
    };
    (0..lines.len()).filter(|&at| is_of_level(&lines[at])).collect()
}

/// Titles of small ads: short lines that name a post, each right above its text.
fn small_ads(lines: &[RawLine<'_>], facts: &Facts) -> Vec<usize> {
    let above_text =
        |at: usize| lines.get(at + 1).is_some_and(|next| !next.blank_before && next.length() >= 60);
    (0..lines.len())
        .filter(|&at| {
            let seen = &facts.seen[at];
            seen.is_title && seen.names_post && seen.apart && lines[at].length() <= 70
        })
        .filter(|&at| above_text(at))
        .collect()
}

/// Lines set apart that open with one sign, which no list inside the offers uses: `★ …`, `>>> …`, `[CDI] …`.
fn signed(lines: &[RawLine<'_>], facts: &Facts) -> Vec<Vec<usize>> {
    let mut signs: BTreeMap<&str, (Vec<usize>, bool)> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let source = line.source.trim_start();
        let sign = source.find(char::is_alphanumeric).map_or("", |end| source[..end].trim_end());
        if !sign.is_empty() && sign.len() <= 12 && !matches!(sign, "«" | "\"" | "(" | "“") {
            let (heads, in_lists) = signs.entry(sign).or_default();
            heads.push(at);
            *in_lists |= !facts.seen[at].apart || line.length() > 160;
        }
    }
    let heads = signs.into_values().filter(|(_, in_lists)| !in_lists).map(|(heads, _)| heads);
    heads.filter(|heads| heads.len() >= 2).collect()
}

/// Titles in capitals, set apart.
fn capitals(lines: &[RawLine<'_>], facts: &Facts) -> Vec<usize> {
    let is_capital = |at: &usize| {
        let (seen, words) = (&facts.seen[*at], lines[*at].words());
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        seen.is_title && seen.apart && letters >= 6 && !words.chars().any(char::is_lowercase)
    };
    (0..lines.len()).filter(is_capital).collect()
}

/// The first line, and the lines below this many blank ones or more: offers stand further apart than paragraphs.
fn far_apart(lines: &[RawLine<'_>], facts: &Facts, blanks: u32) -> Vec<usize> {
    let is_far = |at: &usize| {
        let far = *at == 0 || lines[*at].number - lines[*at - 1].number > blanks;
        far && lines[*at].mark == Mark::None && facts.seen[*at].is_title && facts.seen[*at].apart
    };
    let heads: Vec<usize> = (0..lines.len()).filter(is_far).collect();
    // A signature, or a page of a PDF, stands as far from the rest.
    if heads.len() >= 3 { heads } else { Vec::new() }
}

/// Titles that name a post.
fn posts(facts: &Facts) -> Vec<usize> {
    let is_post = |at: &usize| {
        let seen = &facts.seen[*at];
        seen.is_title && seen.names_post && seen.apart
    };
    (0..facts.seen.len()).filter(is_post).collect()
}

/// Titles with a ruler right below.
fn underlined(lines: &[RawLine<'_>], facts: &Facts, rulers: &[u32]) -> Vec<usize> {
    let is_underlined = |at: &usize| {
        let seen = &facts.seen[*at];
        seen.is_title && seen.apart && rulers.binary_search(&(lines[*at].number + 1)).is_ok()
    };
    (0..lines.len()).filter(is_underlined).collect()
}

/// The first lines between each two rulers: titles in a box.
fn boxed(lines: &[RawLine<'_>], rulers: &[u32]) -> Vec<usize> {
    const HIGHEST: u32 = 7;
    let boxes = rulers.chunks_exact(2);
    if !boxes.clone().all(|pair| (2..=HIGHEST).contains(&(pair[1] - pair[0]))) {
        return Vec::new();
    }
    boxes.map(|pair| lines.partition_point(|line| line.number <= pair[0])).collect()
}

/// The lines below rulers. A title between two rulers has its own; rulers only between offers leave the first
/// offer above them.
fn ruled(lines: &[RawLine<'_>], rulers: &[u32], first_above: bool) -> Vec<usize> {
    const BOX: u32 = 3;
    let mut heads: Vec<usize> = if first_above { vec![0] } else { Vec::new() };
    let mut below_box = 0;
    for (number, &ruler) in rulers.iter().enumerate() {
        if ruler == below_box {
            continue;
        }
        if let Some(&next) = rulers.get(number + 1)
            && (2..=BOX).contains(&(next - ruler))
        {
            below_box = next;
        }
        let head = lines.partition_point(|line| line.number <= ruler);
        if head < lines.len() {
            heads.push(head);
        }
    }
    heads
}

/// `1) …`, `2. …`, `Offre n° 3`, `## Stage 4 :`, `[5/8]`.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    super::head::regex(
        r"^(?P<before>[^a-z0-9]*(?:(?:offre|annonce|poste|stage|mission|sujet|fiche|projet|proposition|these|emploi|alternance)s?\b[a-z' ]{0,24})?(?:n ?[°o]\.? ?|numero |# ?)?)0?(?P<number>\d{1,3}|[a-h]|[ivx]{1,5})(?P<behind> ?[/.):\]°-]| ?$| sur | )",
    )
});

/// `3`, `c` and `iii` are the third; `i` counts as Roman, for no listing goes to its ninth letter.
fn rank(number: &str) -> Option<usize> {
    const ROMAN: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    if let Ok(number) = number.parse() {
        return Some(number);
    }
    let roman = ROMAN.iter().position(|&roman| roman == number);
    let letter = number.bytes().next().map(|letter| usize::from(letter - b'a'));
    roman.or(letter.filter(|_| number.len() == 1)).map(|before| before + 1)
}

/// Lines that count up from one, in one form.
fn numbered(lines: &[RawLine<'_>]) -> Vec<Vec<usize>> {
    let mut forms: BTreeMap<(String, String), (usize, Vec<usize>, bool)> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if line.length() > 300 || line.indent > 3 || at > 0 && lines[at - 1].number == line.number {
            continue;
        }
        let folded = crate::text::fold(line.source.trim());
        let Some(captures) = COUNTED.captures(&folded) else { continue };
        let (before, behind) = (captures["before"].trim(), captures["behind"].trim());
        let figures = captures["number"].starts_with(|c: char| c.is_ascii_digit());
        // « Sujet 2 », « n° 2 » need no sign behind; a figure or a letter alone does.
        let counts = !before.is_empty() && figures || !behind.is_empty();
        let Some(number) = rank(&captures["number"]).filter(|_| counts) else { continue };
        let form = (before.to_owned(), format!("{behind}{figures}"));
        let (last, heads, restarted) = forms.entry(form).or_default();
        if number == *last + 1 {
            *last = number;
            heads.push(at);
        } else if number == 1 {
            // Lists inside the offers count from one each time.
            *restarted = true;
        }
    }
    let counted = forms.into_iter().filter(|((before, _), (_, _, restarted))| {
        !restarted || before.chars().any(char::is_alphabetic)
    });
    counted.map(|(_, (_, heads, _))| heads).collect()
}

/// What a line has in common with its like in other offers: its label, its picture, its columns, or all its words.
fn signature(line: &RawLine<'_>, folded: &str) -> Option<String> {
    if let Some(first) = line.source.trim_start().chars().next()
        && ('\u{1F300}'..='\u{1FAFF}').contains(&first)
    {
        return Some(first.to_string());
    }
    if let Some((label, _)) = folded.split_once(':')
        && label.len() <= 40
        && label.split_whitespace().count() <= 5
        && label.starts_with(|c: char| c.is_alphabetic() || c == '*')
    {
        return Some(format!("{}:", label.trim_matches([' ', '*'])));
    }
    if line.source.len() <= 300 && line.source.matches(['|', '·', '•']).count() >= 2 {
        let letters = folded.split(['|', '·', '•']).map(str::trim);
        let shared: Vec<&str> = letters.collect();
        return Some(match shared.len() {
            0..=8 => format!("{} columns", shared.len()),
            _ => "columns".to_owned(),
        });
    }
    (folded.len() <= 60 && !matches!(line.mark, Mark::Bullet(_)))
        .then(|| folded.to_owned())
        .filter(|words| !words.is_empty())
}

/// Labels that name the post: an offer may open with one.
fn opens_a_record(signature: &str) -> bool {
    const OPENERS: [&str; 18] = [
        "de:",
        "from:",
        "poste:",
        "intitule:",
        "intitule du poste:",
        "titre:",
        "titre du poste:",
        "offre:",
        "metier:",
        "fonction:",
        "emploi:",
        "sujet:",
        "objet:",
        "reference:",
        "ref.:",
        "ref:",
        "mission:",
        "titre de l'offre:",
    ];
    OPENERS.contains(&signature)
}

/// Sets of heads that at least two repetitions agree on: titles above a line that comes once an offer, or the
/// lines themselves where they name the post.
fn records(lines: &[RawLine<'_>], facts: &Facts) -> Vec<Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let same_line = at > 0 && lines[at - 1].number == line.number;
        if !same_line && let Some(signature) = signature(line, &facts.seen[at].folded) {
            places.entry(signature).or_default().push(at);
        }
    }
    let mut votes: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
    for (signature, places) in places.iter().filter(|(_, places)| places.len() >= 2) {
        if opens_a_record(signature) {
            // A label that names the post is as good as two that do not.
            *votes.entry(places.clone()).or_default() += 2;
        }
        for below in [false, true] {
            let heads =
                if below { below_each(lines, facts, places) } else { above_each(facts, places) };
            if let Some(heads) = heads {
                *votes.entry(heads).or_default() += 1;
            }
        }
    }
    // A file of odd lines may repeat anything: only so many sets are looked at.
    const MOST: usize = 64;
    let agreed = votes.into_iter().filter(|&(_, votes)| votes >= 2);
    agreed.take(MOST).map(|(heads, _)| heads).collect()
}

/// How far a title stands from the line that comes once an offer.
const NEAR: usize = 6;

/// The title that opens the lines around each place; none where a place has none of its own.
fn above_each(facts: &Facts, places: &[usize]) -> Option<Vec<usize>> {
    let mut free = 0;
    let mut heads = Vec::new();
    for &place in places {
        let first = place.saturating_sub(NEAR).max(free);
        let head =
            (first..place).rev().find(|&at| facts.seen[at].is_title && facts.seen[at].apart)?;
        heads.push(head);
        free = place + 1;
    }
    Some(heads)
}

/// The title that follows each place, the page's own words left out, and the one that opens the first offer; the
/// last place may end the file.
fn below_each(lines: &[RawLine<'_>], facts: &Facts, places: &[usize]) -> Option<Vec<usize>> {
    let is_head = |at: usize| facts.seen[at].is_title && facts.seen[at].apart;
    let first = (0..places[0])
        .rev()
        .take(40)
        .filter(|&at| is_head(at))
        .find(|&at| facts.told(at, places[0] + 1).kinds >= 3)?;
    let mut heads = vec![first];
    for (number, &place) in places.iter().enumerate() {
        let next = places.get(number + 1).copied();
        let far = (place + 1 + NEAR).min(next.unwrap_or(lines.len()));
        let below = (place + 1..far).find(|&at| facts.seen[at].apart && !facts.seen[at].is_page);
        match (below.filter(|&at| is_head(at)), next) {
            (Some(head), Some(_)) => heads.push(head),
            (Some(head), None) if facts.told(head, lines.len()).kinds >= 4 => heads.push(head),
            (_, None) => {}
            (None, Some(_)) => return None,
        }
    }
    Some(heads)
}
