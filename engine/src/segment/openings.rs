//! Ads that begin alike: pages of one board pasted one after the other, posts of one house under the same labels.
//!
//! A title, and below it what comes back below another title in the same order: the firm's name, a place, a date, a
//! label, the frame of the page. What one opening says elsewhere in the file tells nothing. So offers are found that
//! state too little, or under a title that names no post; a sentence that only looks like a title has no such kin.
//!
//! Over 400 lines: what an opening may be, what it tells and when two are alike are one comparison.

use super::cut::Cut;
use super::facts::{Facts, Seen, speaks_of_offers};
use super::head::{self, regex, seeks};
use super::{kin, line};
use crate::layout::{Mark, RawLine, heading_kind, is_known_label};
use crate::lexicon::opens_with_post;
use crate::offer::SectionKind;
use regex::{Regex, RegexSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Lines of an opening, its first one left out.
const REACH: usize = 7;
/// How far a thing may have moved up or down in another opening.
const MOVED: usize = 2;
/// What two openings share at least, if one of them is known to open an offer, and if none is.
const KNOWN: usize = 3;
const ALONE: usize = 4;
/// Lines that the frames of two pages share at least, if they are no head of a printed page.
const FORM: usize = 4;
const FIRST_AGAIN: &str = "the first line again";
/// The same where a third one shares it all.
const BOTH: usize = 2;
/// Possible first lines of a file, at most: beyond that it is no page but a book.
const MOST: usize = 400;
/// Shortest title that names no post: `Vous`, `Nous` head parts.
const LEAST: usize = 8;
/// Longest title, in characters, and longest name of a firm or a page.
const TITLE: usize = 140;
const NAME: usize = 45;
/// Longest title that is a sentence, in characters.
const LONGEST: usize = 260;
/// A line of a text has this many characters at least.
const TEXT: usize = 60;
/// A line so long is said twice by a page's frame alone.
const FRAME: usize = 80;
/// A line that names no post and stands so near below a first line goes on with it.
const NEAR: usize = 4;
/// Kinds of fact that an offer tells, at least.
const KINDS: usize = 3;

/// A line that may open an offer, and what its opening tells: each thing, and how far below the line it stands.
struct Opening {
    at: usize,
    told: Vec<(String, usize)>,
}

/// Opens offers where lines begin as those do that open one, or as each other; `end` is where cards of others begin.
///
/// `opens` tells which lines may open an offer by themselves.
pub(super) fn settle(
    lines: &[RawLine<'_>],
    facts: &Facts,
    opens: &[bool],
    end: usize,
    cut: &mut Cut,
) {
    // What is told in full below stands here in a table of contents.
    let comes_below = |at: usize| {
        let last = facts.said(at).1;
        last > at && cut.heads.binary_search(&last).is_ok()
    };
    let may_open = |&at: &usize| may_open(lines, facts, opens[at], at) && !comes_below(at);
    let heads: Vec<usize> = (0..end).filter(may_open).take(MOST).collect();
    if heads.len() < 2 {
        return;
    }
    let openings = openings(lines, facts, &heads);
    let is_known = |at: usize| cut.heads.binary_search(&at).is_ok();
    if openings.iter().all(|opening| is_known(opening.at)) {
        return;
    }
    let listing = listing(facts);
    // Which openings are alike, of which one is known to be an offer's or which are very much alike.
    let mut alike: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); openings.len()];
    for (one, first) in openings.iter().enumerate() {
        for (other, second) in openings.iter().enumerate().skip(one + 1) {
            // What is known already needs no kin.
            let both = is_known(first.at) && is_known(second.at);
            if both || says_again(facts, first, second) {
                continue;
            }
            let shared = shared(first, second);
            // « Professeur d'espagnol », « Professeur documentaliste »: in one ad, if nothing else is alike.
            let word = |opening: &Opening| facts.seen[opening.at].folded.split_whitespace().next();
            if shared > 0 && only_looks(first, second) && word(first) == word(second) {
                continue;
            }
            let known = is_known(first.at) || is_known(second.at);
            let labelled = || listing && shared + labelled_alike(first, second) >= KNOWN;
            if shared >= ALONE || shared >= KNOWN && known || labelled() {
                alike[one].insert(other);
                alike[other].insert(one);
            }
        }
    }
    let known: Vec<usize> = (0..openings.len()).filter(|&one| is_known(openings[one].at)).collect();
    let mut family: BTreeSet<usize> = BTreeSet::new();
    for &one in &known {
        family.extend(reached(&alike, one));
    }
    if family.len() <= known.len() && cut.heads.len() <= 1 {
        // The one line that was thought to open an offer has no kin: others may.
        let best = (0..openings.len()).map(|one| reached(&alike, one)).max_by_key(BTreeSet::len);
        family = best.filter(|best| best.len() >= 2).unwrap_or_default();
    }
    let others = missing(facts, &openings, &family);
    family.extend(others);
    let family: Vec<usize> = family.into_iter().map(|one| openings[one].at).collect();
    let framed = |head: usize| {
        let Some(own) = openings.iter().find(|opening| opening.at == head) else { return false };
        let others =
            || openings.iter().filter(|other| other.at != head && family.contains(&other.at));
        others().any(|other| is_framed(own, other, listing))
            || others().count() >= 2 && others().all(|other| shared(own, other) >= KNOWN)
    };
    settle_family(lines, facts, &family, &framed, cut);
}

/// Whether the titles alone are alike, and nothing below them.
fn only_looks(one: &Opening, other: &Opening) -> bool {
    const LOOKS: [&str; 4] = ["a post", "alone", "bare", "both sexes"];
    let below = |opening: &Opening| {
        opening.told.iter().map(|told| told.0.clone()).collect::<BTreeSet<String>>()
    };
    below(one).intersection(&below(other)).all(|what| LOOKS.contains(&what.as_str()))
}

/// Whether what two openings share leaves no doubt, however little is told below.
fn is_framed(one: &Opening, other: &Opening, listing: bool) -> bool {
    let both = |what: &str| {
        let tells = |opening: &Opening| opening.told.iter().any(|(told, _)| told.starts_with(what));
        tells(one) && tells(other)
    };
    shared(one, other) >= BOTH
        && (both("a source")
            || both("page of")
            || both("a name in capitals") && shared(one, other) >= KNOWN
            || listing && labelled_alike(one, other) > 0)
}

/// Those that are alike, from one to the next.
fn reached(alike: &[BTreeSet<usize>], from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(one) = next.pop() {
        if reached.insert(one) {
            next.extend(&alike[one]);
        }
    }
    reached
}

/// Openings that share with each of a family what all of it shares: `Menuiserie`, `SARL PORTES`, a text.
fn missing(facts: &Facts, openings: &[Opening], family: &BTreeSet<usize>) -> Vec<usize> {
    if family.len() < 2 {
        return Vec::new();
    }
    let alike = |&one: &usize| {
        !family.contains(&one)
            && family.iter().all(|&other| {
                let (first, second) = (one.min(other), one.max(other));
                shared(&openings[first], &openings[second]) >= BOTH
                    && !says_again(facts, &openings[first], &openings[second])
            })
    };
    (0..openings.len()).filter(alike).collect()
}

/// Takes a family as the offers of a file, as far as each tells as much as one does.
fn settle_family(
    lines: &[RawLine<'_>],
    facts: &Facts,
    family: &[usize],
    framed: &dyn Fn(usize) -> bool,
    cut: &mut Cut,
) {
    let (Some(&first), true) = (family.first(), family.len() >= 2) else { return };
    let mut heads: Vec<usize> = cut.heads.iter().copied().chain(family.iter().copied()).collect();
    heads.sort_unstable();
    heads.dedup();
    let least = if family.len() >= 3 || listing(facts) { KINDS - 1 } else { KINDS };
    // What precedes the family was taken for the file's only offer.
    let introduces = |head: usize| {
        cut.heads.len() == 1
            && head < first
            && !(facts.seen[head].names_post && facts.seen[head].is_title)
            && !(head + 1..first).any(|at| {
                let kind = heading_kind(lines[at].words()).filter(|_| facts.seen[at].is_section);
                matches!(kind, Some(SectionKind::Mission | SectionKind::Profile))
            })
    };
    heads.retain(|&head| !introduces(head));
    let mut kept: Vec<usize> = Vec::new();
    for (number, &head) in heads.iter().enumerate() {
        let next = heads.get(number + 1).copied().unwrap_or(lines.len());
        let told = facts.told(head, next);
        let is_known = cut.heads.binary_search(&head).is_ok();
        let seen = &facts.seen[head];
        let is_sentence = || !seen.names_post || lines[head].length() > TEXT || seeks(&seen.folded);
        let goes_on = || {
            kept.last().is_some_and(|&above| {
                head - above <= NEAR && is_sentence() && !framed(head)
                    || !facts.told(above, head).has_body
            })
        };
        let least = if framed(head) { 0 } else { least };
        if is_known || told.kinds >= least && told.has_body && !goes_on() {
            kept.push(head);
        }
    }
    if kept.len() >= 2 {
        cut.heads = kept;
    }
}

/// Whether a line may open an offer at all: a title, an address, whoever a page is of.
fn may_open(lines: &[RawLine<'_>], facts: &Facts, opens: bool, at: usize) -> bool {
    let (line, seen) = (&lines[at], &facts.seen[at]);
    let words = line.words();
    if !opens && !opens_again(facts, at) && !is_address(words) {
        return false;
    }
    let is_title = || {
        (seen.is_title && line.length() <= TITLE || is_long_title(lines, facts, at))
            && !seen.folded.ends_with(['.', '!', '?', ';'])
            && words
                .trim_start_matches(['#', ' '])
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '*')
    };
    let with_contract = || seen.folded.ends_with(',') && seen.names_post && line.length() <= NAME;
    if opens_again(facts, at) {
        return true;
    }
    if !(at == 0 || seen.apart) || !matches!(line.mark, Mark::None) || seen.is_page {
        return false;
    }
    let names_post = seen.names_post || is_long_title(lines, facts, at);
    let goes_on = || {
        let above = at.checked_sub(1).map(|above| &facts.seen[above]);
        above.is_some_and(|above| !above.is_page && above.folded.ends_with([':', ',']))
    };
    // « Il vous faut : », and nothing left of the list, then « # Jardinier ».
    (line.source.starts_with('#') || !goes_on())
        && (names_post || line.length() >= LEAST)
        && !is_place(words)
        && !is_known_label(words)
        && !seen.is_section
        && !seen.is_message
        && !seen.is_stamp
        && !seen.is_rubric
        && seen.cells == 0
        && (is_title() || with_contract() || is_address(words))
        && !PART.is_match(&seen.folded)
        && !line::is_category(&seen.folded)
        && lines.get(at + 1).is_some()
}

/// Whether a line is a title as long as a sentence, its contract first: `Stage de master (6 mois) - Étudier comment …`.
fn is_long_title(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    static CONTRACT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:(?:offre|proposition|sujet) d(?:e |'))?(?:stage|alternance|these|doctorat|post-?doc|cdd|cdi|service civique|apprentissage|emploi)\b",
        )
    });
    (TITLE + 1..=LONGEST).contains(&lines[at].length())
        && CONTRACT.is_match(&facts.seen[at].folded)
        && head::names_post(&facts.seen[at].folded)
        && lines.get(at + 1).is_some_and(|next| next.blank_before)
}

/// Whether the file's first line stands here again: the frame of a page, of which there are several.
fn opens_again(facts: &Facts, at: usize) -> bool {
    let (first, seen) = (&facts.seen[0], &facts.seen[at]);
    let again = |other: &Seen| other.apart && other.folded == first.folded;
    let is_line = first.folded.len() >= LEAST && first.folded.len() <= TITLE && !first.is_page;
    is_line && again(seen) && (at > 0 || facts.seen[1..].iter().any(again))
}

/// `91120 Palaiseau`, `Sète (34)`: no title.
fn is_place(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit()) && line::is_town(words)
}

/// An address alone: where a page was found.
fn is_address(words: &str) -> bool {
    let address = words.trim_start_matches(['<', '(']);
    (address.starts_with("http://") || address.starts_with("https://"))
        && !address.contains(' ')
        && address.matches('/').count() >= 4
}

/// Whether the file says that it holds several offers.
fn listing(facts: &Facts) -> bool {
    const ABOVE: usize = 5;
    facts.is_listing
        || facts.seen.iter().take(ABOVE).any(|seen| {
            seen.folded.len() <= 2 * TITLE
                && (speaks_of_offers(&seen.folded) || SEVERAL.is_match(&seen.folded))
        })
}

/// `trois thèses`, `deux stages`, `plusieurs postes`
static SEVERAL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|[2-9]|1\d) (?:nouve(?:lles|aux) )?(?:theses|stages|postes|offres|sujets|contrats doctoraux|doctorats|alternances|apprentis|stagiaires|alternants|doctorants|volontaires|missions de service civique|emplois)\b|\baccueille des (?:stagiaires|alternants|apprentis|volontaires)\b",
    )
});
/// Where who pasted a page found it: `Site La Lune`, `Vu sur : …`, `Source – …`.
static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:le |sur le )?site(?: web| internet)?(?: :| -)? (?:[^d]|d[^e'u]|de[^s ])|(?:source|origine|provenance|page|lien|annonce (?:vue|trouvee) sur|(?:vue?|trouvee?|lue?) sur|via)(?: :| -)? \S)",
    )
});
/// What parts one offer, and is no offer.
static PART: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:phase|etape|partie|volet|lot|module|axe|option|jour|semaine|annee|periode|mission|tache|objectif|livrable|chapitre|article|annexe|question|niveau|session|temps|bloc|wp|work package|page)s? ?(?:n ?[°o]\.? ?)?(?:\d|[a-f]\b|[ivx]+\b)|^\W*(?:contacts?|adresse|coordonnees|postule[rz]?|candidate[rz]?|repondre|je (?:postule|candidate))\b",
    )
});
/// What the lines below a title are, whatever they say.
static SHAPES: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = [
        // How long it stands there.
        r"\bil y a (?:\d|une?\b)|^\W*(?:publiee?|postee?|parue?|mise? en ligne|deposee?|actualisee?) (?:le|il|hier|aujourd)",
        // A kind of contract first, or alone.
        r"^\W*(?:en |type d'emploi ?: ?|contrat ?: ?)?(?:cdi|cdd|stage|alternance|apprentissage|interim|freelance|vie|volontariat|service civique|benevolat)\b.{0,60}$",
        // A button.
        r"\b(?:voir l'offre|je postule|postuler|en savoir plus|lire la suite|candidature (?:simplifiee|facile))",
        // An address.
        r"^\W*(?:https?://|www\.)[^ ]+\W*$",
    ];
    RegexSet::new(patterns.map(crate::text::plain)).expect("the shapes are regular expressions")
});
/// `Paris 8e (75)`, `Élancourt (78)`
static CODED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^[a-z][^()]{2,40} \((?:\d{2}|2[ab]|97\d|\d{5})\)$"));
const SHAPED: [&str; 4] = ["an age", "a contract", "a button", "an address"];

/// The openings of a file, as far as what they tell stands in openings alone.
fn openings(lines: &[RawLine<'_>], facts: &Facts, heads: &[usize]) -> Vec<Opening> {
    let opening = |(number, &at): (usize, &usize)| {
        let next = heads.get(number + 1).copied().unwrap_or(lines.len());
        let end = next.min(at + 1 + REACH).min(lines.len());
        let mut told: Vec<(String, usize)> =
            of_head(lines, facts, at).into_iter().map(|what| (what, 0)).collect();
        for below in at + 1..end {
            told.extend(
                of_line(lines, facts, at, below).into_iter().map(|what| (what, below - at)),
            );
        }
        Opening { at, told }
    };
    let mut openings: Vec<Opening> = heads.iter().enumerate().map(opening).collect();
    // What comes back far more often than openings do is no frame: `Missions` in each ad's text.
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for opening in &openings {
        for (what, _) in &opening.told {
            *said.entry(what).or_default() += 1;
        }
    }
    let alone: BTreeSet<String> =
        said.iter().filter(|said| *said.1 < 2).map(|said| (*said.0).to_owned()).collect();
    for opening in &mut openings {
        opening.told.retain(|(what, _)| !alone.contains(what));
    }
    openings
}

/// What a first line tells of itself.
fn of_head(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> Vec<String> {
    const BARE: usize = 5;
    static BOTH_SEXES: LazyLock<Regex> =
        LazyLock::new(|| regex(r"[(\[ -][hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?\b"));
    let (line, seen) = (&lines[at], &facts.seen[at]);
    let mut told = Vec::new();
    if let Some(host) = is_address(line.words()).then(|| line.words().split('/').nth(2)).flatten() {
        // An address of the same site is as good as a title and its frame.
        return vec![host.to_owned(), format!("page of {host}"), "an address".to_owned()];
    }
    if opens_again(facts, at) {
        told.push(FIRST_AGAIN.to_owned());
    }
    let names_post = seen.names_post || is_long_title(lines, facts, at);
    let stands_alone = lines.get(at + 1).is_none_or(|next| next.blank_before);
    if names_post {
        told.push("a post".to_owned());
        if stands_alone {
            told.push("alone".to_owned());
        }
        let bare = seen.folded.trim_start_matches(|c: char| !c.is_alphanumeric());
        if opens_with_post(bare)
            && bare.split_whitespace().count() <= BARE
            && !bare.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '|'))
            && !bare.contains(" - ")
        {
            told.push("bare".to_owned());
        }
        if BOTH_SEXES.is_match(&seen.folded) {
            told.push("both sexes".to_owned());
        }
    }
    let source = line.source.trim_start();
    let level = source.bytes().take_while(|&b| b == b'#').count();
    if level > 0 {
        told.push(format!("level {level}"));
    }
    if SOURCE.is_match(&seen.folded) {
        told.push("a source".to_owned());
    }
    let mut words = seen.folded.split_whitespace();
    if let (Some(first), Some(_)) = (words.next(), words.next())
        && first.len() >= 4
        && !names_post
    {
        told.push(format!("opens with {first}"));
    }
    told
}

/// What a line below a first line tells.
fn of_line(lines: &[RawLine<'_>], facts: &Facts, head: usize, at: usize) -> Vec<String> {
    let (line, seen) = (&lines[at], &facts.seen[at]);
    let folded = seen.folded.as_str();
    let words = line.words();
    let mut told = Vec::new();
    let label = folded.split_once(':').map(|(label, _)| label);
    if line.length() >= FRAME {
        told.push(folded.to_owned());
        told.extend(label.and_then(says));
        return told;
    }
    if line.length() <= TITLE {
        told.extend(SHAPES.matches(folded).iter().map(|shape| SHAPED[shape].to_owned()));
    }
    match line.mark {
        Mark::Bullet(_) => {
            let first = folded.split(|c: char| !c.is_alphabetic()).find(|word| word.len() >= 4);
            told.extend(first.map(|first| format!("item {first}")));
        }
        _ => {
            let all = Some(folded).filter(|_| line.length() <= TEXT);
            told.extend(label.or(all).and_then(says));
        }
    }
    if let Some(kind) = heading_kind(words).filter(|_| seen.is_section && label.is_none()) {
        told.push(format!("section {kind:?}"));
    }
    // Right below the title: the firm, and then its text.
    if at <= head + 3 && !line.blank_before && line.length() <= NAME {
        if line::is_town(words) || CODED.is_match(folded) {
            told.push("a town".to_owned());
        }
        let is_name = words.starts_with(|c: char| c.is_uppercase())
            && !words.contains(':')
            && !folded.ends_with(['.', ',', ';', ':', '!', '?'])
            && !seen.names_post
            && !seen.is_section
            && matches!(line.mark, Mark::None)
            && !kin::is_place(words);
        if is_name && at == head + 1 {
            told.push("a name".to_owned());
            if words.chars().filter(|c| c.is_alphabetic()).count() >= 4
                && !words.chars().any(char::is_lowercase)
            {
                told.push("a name in capitals".to_owned());
            }
            let text = lines.get(at + 1).filter(|text| !text.blank_before);
            if text.is_some_and(|text| text.length() >= TEXT) {
                told.push("a name above a text".to_owned());
            }
        }
    }
    told
}

/// A label, or few words that may be the page's.
fn says(label: &str) -> Option<String> {
    const WORDS: usize = 5;
    let label = label.trim_matches(|c: char| !c.is_alphabetic());
    (label.split_whitespace().count() <= WORDS && label.len() >= 2).then(|| format!("says {label}"))
}

/// How many things two openings share, in about the same place.
fn shared(one: &Opening, other: &Opening) -> usize {
    let has = |what: &str, below: usize| {
        other.told.iter().any(|(there, at)| there == what && at.abs_diff(below) <= MOVED)
    };
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let shared = one.told.iter().filter(|(what, below)| has(what, *below) && seen.insert(what));
    let shared = shared.count();
    // The head of each page of an extract says two or three lines again, a board's form more.
    let said = || seen.iter().filter(|what| what.starts_with("says ")).count();
    if seen.contains(FIRST_AGAIN) && said() < FORM { 0 } else { shared }
}

/// Whether the same label stands right below both.
fn labelled_alike(one: &Opening, other: &Opening) -> usize {
    let label = |opening: &Opening| -> Vec<String> {
        let below = opening.told.iter().filter(|(what, at)| *at == 1 && what.starts_with("says "));
        below.map(|(what, _)| what.clone()).collect()
    };
    let second = label(other);
    usize::from(label(one).iter().any(|what| second.contains(what)))
}

/// Whether the second title says the first one again: a page may say its own twice.
fn says_again(facts: &Facts, first: &Opening, second: &Opening) -> bool {
    const SHARE: f32 = 0.67;
    let named = |opening: &Opening| facts.seen.get(opening.at + 1).map(|name| name.folded.as_str());
    let other_firm = first.told.iter().any(|(what, _)| what == "a name in capitals")
        && second.told.iter().any(|(what, _)| what == "a name in capitals")
        && named(first) != named(second);
    !other_firm && facts.seen[first.at].names_post && facts.says_again(first.at, second.at, SHARE)
}
