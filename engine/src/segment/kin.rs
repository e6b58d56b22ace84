//! Lines of one form: a listing repeats itself, and what opens one of its offers looks like what opens the next.
//!
//! Each line has several forms: its level as a title, its sign, its label, its words without figures. Lines of one
//! form, or the lines at one distance from them, are kin. No form must hold for every offer: it only speaks for
//! its lines, as loudly as the blocks they would open are whole offers.

use super::facts::{Facts, Seen, WHOLE};
use super::head::{Form, regex};
use super::line::{OPENS_A_RECORD, is_town};
use crate::gazetteer;
use crate::layout::{Mark, RawLine};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Lines that may each open an offer, in order.
pub(super) struct Kin {
    pub(super) lines: Vec<usize>,
    pub(super) likeness: Likeness,
}

/// What the lines of a family have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// A form that mostly first lines have: a number, a recruiter with a place, a message's header, a post.
    Telling,
    /// They count up.
    Counted,
    /// A form that any line may have.
    Form,
    /// The same distance from lines of one form, which may be none of an offer's first lines.
    Near,
}

/// The forms of each line, as numbers, those that tell a first line apart from the others.
#[derive(Default)]
pub(super) struct Forms {
    pub(super) telling: Vec<u32>,
    pub(super) any: Vec<u32>,
}

/// All families of lines of a file, and the forms of each line. `rulers` are numbers of lines.
pub(super) fn families(lines: &[RawLine<'_>], facts: &Facts, rulers: &[u32]) -> Alike {
    let mut own: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut near: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        for form in own_forms(lines, facts, rulers, at) {
            own.entry(form).or_default().push(at);
        }
        for form in near_forms(line, &facts.seen[at]) {
            near.entry(form).or_default().push(at);
        }
    }
    let of = |lines, likeness| Kin { lines, likeness };
    let counted = numbered(lines).into_iter().map(|lines| of(lines, Likeness::Counted));
    let formed = own.into_iter().map(|(form, lines)| {
        let telling = TELLING.iter().any(|start| form.starts_with(start));
        of(lines, if telling { Likeness::Telling } else { Likeness::Form })
    });
    let mut families: Vec<Kin> = formed.chain(counted).collect();
    let mut forms: Vec<Forms> = lines.iter().map(|_| Forms::default()).collect();
    for (form, family) in families.iter().enumerate() {
        for &at in &family.lines {
            match family.likeness {
                Likeness::Telling | Likeness::Counted => forms[at].telling.push(form as u32),
                _ => forms[at].any.push(form as u32),
            }
        }
    }
    let recurring = recurring(&near, lines.len());
    for places in near.into_values().filter(|places| places.len() >= 2) {
        for above in 0..=ABOVE {
            let shifted = places.iter().filter_map(|&at| at.checked_sub(above));
            families.push(of(shifted.collect(), Likeness::Near));
        }
        let below = places.iter().map(|&at| at + 1);
        families.push(of(below.filter(|&at| at < lines.len()).collect(), Likeness::Near));
        let titles = places.iter().filter_map(|&at| title_above(facts, at));
        families.push(of(titles.collect(), Likeness::Near));
    }
    for family in &mut families {
        family.lines.dedup();
    }
    families.retain(|family| family.lines.len() >= 2);
    Alike { families, forms, recurring }
}

/// What lines have in common in a file.
pub(super) struct Alike {
    pub(super) families: Vec<Kin>,
    /// The forms of each line.
    pub(super) forms: Vec<Forms>,
    /// Before each line, and at the end: how often each of the things that come back most was said.
    pub(super) recurring: Vec<[u16; RECURRING]>,
}

/// How many things that come back in a file are followed.
pub(super) const RECURRING: usize = 12;

fn recurring(near: &BTreeMap<String, Vec<usize>>, lines: usize) -> Vec<[u16; RECURRING]> {
    let mut most: Vec<&Vec<usize>> = near.values().filter(|places| places.len() >= 2).collect();
    most.sort_by_key(|places| std::cmp::Reverse(places.len().min(40)));
    let mut said = vec![[0_u16; RECURRING]; lines + 1];
    for (what, places) in most.into_iter().take(RECURRING).enumerate() {
        for &at in places {
            said[at + 1][what] = 1;
        }
    }
    for at in 0..lines {
        let before = said[at];
        for (here, before) in said[at + 1].iter_mut().zip(before) {
            *here = here.saturating_add(before);
        }
    }
    said
}

/// How far above what comes once an offer its first line stands.
const ABOVE: usize = 3;

/// The nearest title set apart, not far above a line.
fn title_above(facts: &Facts, at: usize) -> Option<usize> {
    const FAR: usize = 6;
    (at.saturating_sub(FAR)..at)
        .rev()
        .find(|&above| facts.seen[above].is_title && facts.seen[above].apart)
}

/// Forms that tell a first line.
const TELLING: [&str; 15] = [
    "twice",
    "card",
    "level",
    "placed",
    "counted",
    "message",
    "stamp",
    "element",
    "row",
    "record",
    "post",
    "above a ruler",
    "whole",
    "above a post",
    "a place",
];

/// Forms of lines that would open an offer themselves.
pub(super) fn own_forms(
    lines: &[RawLine<'_>],
    facts: &Facts,
    rulers: &[u32],
    at: usize,
) -> Vec<String> {
    let (line, seen) = (&lines[at], &facts.seen[at]);
    let source = line.source.trim_start();
    let mut forms = Vec::new();
    let level = source.bytes().take_while(|&b| b == b'#').count();
    if level > 0 && source[level..].starts_with(' ') {
        forms.push(format!("level {level}"));
    }
    let sign = source.find(char::is_alphanumeric).map_or("", |end| source[..end].trim_end());
    if !sign.is_empty() && sign.len() <= 12 && !matches!(sign, "«" | "\"" | "(" | "“") {
        forms.push(format!("sign {sign}"));
    }
    forms.extend(seen.columns.map(Columns::form));
    let below_ruler = line.number > 1 && rulers.binary_search(&(line.number - 1)).is_ok();
    let far = at == 0 || line.number - lines[at - 1].number > 2;
    if below_ruler || at > 0 && ruler_between(rulers, lines[at - 1].number, line.number) {
        forms.push("below a ruler".to_owned());
    }
    if rulers.binary_search(&(line.number + 1)).is_ok() {
        forms.push("above a ruler".to_owned());
    }
    if far && seen.is_title {
        forms.push("far apart".to_owned());
    }
    if seen.is_title && seen.apart {
        let words = line.words();
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= 6 && !words.chars().any(char::is_lowercase) {
            forms.push("capitals".to_owned());
        }
        if seen.names_post {
            forms.push("post".to_owned());
        }
        // Networks say a title twice, once for the eye and once for who listens.
        let below = lines.get(at + 1).filter(|below| !below.blank_before);
        let again = below.and_then(|_| facts.seen.get(at + 1));
        if seen.folded.len() >= 12
            && again.is_some_and(|next| next.folded.starts_with(&seen.folded))
        {
            forms.push("twice".to_owned());
        }
        // `Jardinier`, then `Sète (34)`.
        let town = below.filter(|below| below.length() <= 40);
        if seen.names_post && town.is_some_and(|town| is_town(town.words())) {
            forms.push("card".to_owned());
        }
        if lines.get(at + 1).is_some_and(|next| !next.blank_before) {
            forms.push("title above its text".to_owned());
        }
    }
    if seen.is_title && seen.apart && !seen.names_post {
        let below = facts.seen.get(at + 1);
        if below.is_some_and(|below| below.names_post && below.is_title) {
            forms.push("above a post".to_owned());
        }
        if is_place(line.words()) && below.is_some_and(|below| !below.apart) {
            forms.push("a place".to_owned());
        }
    }
    if line.length() >= WHOLE && facts.told(at, at + 1).kinds >= 3 {
        forms.push("whole".to_owned());
    }
    if seen.form == Form::Placed {
        forms.push("placed".to_owned());
    }
    if seen.is_counted {
        forms.push("counted".to_owned());
    }
    if seen.opens_element {
        forms.push(format!("element {}", seen.folded));
    }
    if seen.is_record {
        forms.push("row".to_owned());
    }
    if seen.is_stamp {
        forms.push("stamp".to_owned());
    }
    if seen.is_message {
        let header = seen.folded.split([':', '<']).next().unwrap_or("");
        forms.push(format!("message {}", header.trim_matches(|c: char| !c.is_alphabetic())));
    }
    if OPENS_A_RECORD.is_match(&seen.folded) {
        forms.push(format!("record {}", seen.folded.split(':').next().unwrap_or("")));
    }
    if let Some(opening) = OPENING.captures(&crate::text::fold(&start_of(source))) {
        forms.push(format!("opening {}", &opening["sign"]));
    }
    forms
}

pub(super) fn ruler_between(rulers: &[u32], before: u32, line: u32) -> bool {
    let next = rulers.partition_point(|&ruler| ruler <= before);
    rulers.get(next).is_some_and(|&ruler| ruler < line)
}

fn start_of(source: &str) -> String {
    source.chars().take(40).collect()
}

/// « 44 – Nantes, … », « 13/84 – … », « A) Avis … », « [STAGE] … »: a figure, a letter or a word, then a sign.
static OPENING: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:[\d/]{1,8}|[a-z]|\[[^\]]{2,20})(?P<sign> ?[-.)\]/:])"));

/// What parts the cells of a row of data, and for short rows how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    sign: char,
    count: Option<usize>,
}

impl Columns {
    /// Those of « CAP pâtissier;Pau;CDD;… », « a | b | c | d ».
    pub(super) fn of(source: &str) -> Option<Self> {
        if source.len() > 2_000 {
            return None;
        }
        let signs = [';', '\t', '|', '·', '•'];
        let mut counts = [0_usize; 5];
        for (at, byte) in source.bytes().enumerate() {
            match byte {
                b';' => counts[0] += 1,
                b'\t' => counts[1] += 1,
                b'|' => counts[2] += 1,
                0xC2 if source[at..].starts_with('·') => counts[3] += 1,
                0xE2 if source[at..].starts_with('•') => counts[4] += 1,
                _ => {}
            }
        }
        let (count, sign) = counts.into_iter().zip(signs).max()?;
        (count >= 2).then_some(Self { sign, count: Some(count).filter(|count| *count <= 8) })
    }

    /// Its form, by which lines are alike.
    fn form(self) -> String {
        match self.count {
            Some(count) => format!("{count} columns {}", self.sign),
            None => format!("columns {}", self.sign),
        }
    }
}

/// A place's name without signs around and the code in brackets behind: `Calvados` of `— Calvados (14) —`.
pub(crate) fn without_code(words: &str) -> &str {
    let name = words.trim_matches(|c: char| !c.is_alphanumeric());
    let is_code = |code: &str| {
        (2..=5).contains(&code.len())
            && code.bytes().filter(u8::is_ascii_digit).count() + 1 >= code.len()
    };
    name.rsplit_once(" (").filter(|(_, code)| is_code(code)).map_or(name, |(name, _)| name)
}

/// Whether words are the name of a commune, a département or a region.
pub(super) fn is_place(words: &str) -> bool {
    let name = without_code(words);
    words.len() <= 50 && name.starts_with(char::is_uppercase) && gazetteer::is_named(name)
}

/// Forms of lines that come once an offer, near its first line: label, picture, columns, words without figures.
pub(super) fn near_forms(line: &RawLine<'_>, seen: &Seen) -> Vec<String> {
    let folded = seen.folded.as_str();
    let mut forms = Vec::new();
    let source = line.source.trim_start();
    if let Some(first) = source.chars().next()
        && ('\u{1F300}'..='\u{1FAFF}').contains(&first)
    {
        forms.push(first.to_string());
    }
    if let Some((label, _)) = folded.split_once(':')
        && label.len() <= 40
        && label.split_whitespace().count() <= 5
        && label.starts_with(|c: char| c.is_alphabetic() || c == '*')
    {
        forms.push(format!("{}:", label.trim_matches([' ', '*'])));
    }
    forms.extend(seen.columns.map(Columns::form));
    if folded.len() <= 60 && !folded.is_empty() && !matches!(line.mark, Mark::Bullet(_)) {
        forms.push(without_figures(folded));
    }
    forms
}

/// « Fri, 10 Apr 2026 » and « Thu, 9 Apr 2026 » are alike: figures, months and days of the week made one.
fn without_figures(folded: &str) -> String {
    static FIGURES: LazyLock<Regex> = LazyLock::new(|| regex(r"\d+"));
    static TIMES: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\b(?:janv?(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|jan|feb|mar|apr|may|jun|jul|aug|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tue|wed|thu|fri|sat|sun|hier|aujourd'hui)\b\.?",
        )
    });
    TIMES.replace_all(&FIGURES.replace_all(folded, "0"), "T").into_owned()
}

/// `1) …`, `2. …`, `Offre n° 3`, `## Stage 4 :`, `[5/8]`.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<before>[^a-z0-9]*(?:(?:offre|annonce|poste|stage|mission|sujet|fiche|projet|proposition|these|emploi|alternance)s?\b[a-z' ]{0,24})?(?:n ?[°o]\.? ?|numero |# ?)?)0?(?P<number>\d{1,3}|[a-h]|[ivx]{1,5})(?P<behind> ?[/.):\]°-]| ?$| sur |(?:ere?|e|eme|nde?) (?:annonce|offre|poste|sujet|stage)\b| )",
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
pub(super) fn numbered(lines: &[RawLine<'_>]) -> Vec<Vec<usize>> {
    let mut forms: BTreeMap<(String, String), (usize, Vec<usize>, bool)> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if line.length() > 300 || line.indent > 3 {
            continue;
        }
        let folded = crate::text::fold(line.source.trim());
        let Some(captures) = COUNTED.captures(&folded) else { continue };
        let (before, behind) = (captures["before"].trim(), captures["behind"].trim());
        let figures = captures["number"].starts_with(|c: char| c.is_ascii_digit());
        // « Sujet 2 », « n° 2 » need no sign behind; a figure or a letter alone does.
        let counts = !before.is_empty() && figures || !behind.is_empty();
        let Some(number) = rank(&captures["number"]).filter(|_| counts) else { continue };
        // « Sujet 2 – », « Sujet 3 (M1) » and « Sujet 4 : » count up together.
        let lettered = |words: &str| words.chars().any(char::is_alphabetic);
        let sign = if lettered(before) || lettered(behind) { "" } else { behind };
        let form = (before.to_owned(), format!("{sign}{figures}"));
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
