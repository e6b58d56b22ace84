//! Postal codes and département numbers of a text: beside a name, anywhere, or alone under a label.

use super::Candidate;
use super::leads::{ELSEWHERE, HEAD_OFFICE, PATTERNS};
use crate::document::Document;
use crate::extract::rule::{compile, says};
use crate::gazetteer::{Commune, Mention, by_postal_code, department};
use crate::offer::Place;
use crate::outline::Role;
use crate::segment;
use crate::span::Span;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A postal code, its thousands parted or not.
static POSTAL_CODE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:^|[^0-9a-z.])(?P<box>(?:cs|bp|tsa|n°|no) ?)?(?:f ?-? ?)?(?P<code>\d{2} ?\d{3})(?:[^0-9.,]|[.,](?:\D|$)|$)",
    )
});

/// A département's number beside a name: `(35)`, `- 13)`, `dept 44`, `44 - `.
static DEPARTMENT_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"[(\[,/-] ?(?P<code>\d{2}|2[ab]|97\d)(?:[)\],]|$| ?-)|\b(?:dept?\.?|departement)(?: de| du)? ?:? ?(?P<named>\d{2}|2[ab]|97\d)\b|(?:^|[^0-9/])(?P<first>\d{2}|2[ab]|97\d) ?[-/] ?$|^ (?P<last>\d{2}|2[ab]|97\d)(?:$|[,)])",
    )
});

/// The postal codes in folded words, without spaces; the number of a post box is none.
fn codes_in(words: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    POSTAL_CODE.captures_iter(words).filter(|found| found.name("box").is_none()).filter_map(
        |found| {
            let code = found.name("code")?;
            Some((code.range(), code.as_str().replace(' ', "")))
        },
    )
}

/// Whether the folded words before a name end with a postal code.
pub(super) fn is_postal_code_before(before: &str) -> bool {
    codes_in(before).last().is_some_and(|(code, _)| {
        matches!(before[code.end..].trim_matches(' '), "" | "," | "-" | ":" | "- f")
    })
}

/// Postal codes and département numbers just before or after a name, without spaces.
pub(super) fn codes_near(document: &Document, range: &Range<usize>) -> Vec<String> {
    let (line_start, line) = document.folded_line(range.start);
    let (start, end) = (range.start - line_start, (range.end - line_start).min(line.len()));
    let before = floor(line, start.saturating_sub(14))..start;
    // « Sète (9 route du Port, 34200) »: the brackets behind a name hold its address.
    let bracket = line[end..].strip_prefix(" (").and_then(|rest| rest.find(')'));
    let near = floor(line, (end + 16).min(line.len()));
    let after = end..bracket.filter(|&close| close <= 80).map_or(near, |close| end + close + 3);
    let mut codes = Vec::new();
    for window in [after, before] {
        let piece = &line[window];
        codes.extend(codes_in(piece).map(|(_, code)| code));
        codes.extend(DEPARTMENT_NUMBER.captures_iter(piece).filter_map(|found| {
            let names = ["code", "named", "first", "last"];
            let code = names.into_iter().find_map(|name| found.name(name))?;
            let code = code.as_str().to_uppercase();
            department(&code).map(|_| code)
        }));
    }
    codes
}

/// Whether a code beside a commune's name is one of its own, or belongs to its département.
pub(super) fn is_coded(document: &Document, mention: &Mention) -> bool {
    let own = |commune: &Commune, code: &str| {
        commune.has_postal_code(code)
            || commune.department().is_some_and(|department| department.code == code)
    };
    let near = codes_near(document, &mention.range);
    near.iter().any(|code| {
        mention.communes.iter().any(|commune| own(commune, code))
            // The code of a company's post, « CEDEX », and that of a short name, « Romans 26100 », are in no table.
            || (code.len() == 5
                && (is_cedex(document, mention)
                    || is_of_department(document, mention, code)
                    || crate::gazetteer::resolve(mention.name(), &crate::gazetteer::Hints {
                        codes: &[code.as_str()],
                        ..Default::default()
                    })
                    .sure()
                    .is_some_and(|commune| commune.has_postal_code(code))))
    })
}

/// « 14461 Colombelles »: a company's own code before the name, in the département of the one commune of that name.
fn is_of_department(document: &Document, mention: &Mention, code: &str) -> bool {
    let (start, line) = document.folded_line(mention.range.start);
    let before = line[..mention.range.start - start].trim_end();
    let [commune] = mention.communes else { return false };
    before.ends_with(code)
        && commune.department().is_some_and(|department| code.starts_with(department.code))
}

fn is_cedex(document: &Document, mention: &Mention) -> bool {
    let (start, line) = document.folded_line(mention.range.start);
    line.get(mention.range.end - start..).is_some_and(|after| after.starts_with(" cedex"))
}

/// Every postal code of the text: one of them may tell which of several communes is meant.
pub(super) fn codes_anywhere(document: &Document) -> Vec<String> {
    codes_in(document.folded.as_str()).map(|(_, code)| code).collect()
}

fn floor(line: &str, at: usize) -> usize {
    (0..=at.min(line.len())).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0)
}

/// Labels and headings whose place is only a postal code: « Lieu : place Léon Blum – 75011 », « Mairie (75011) – … ».
pub(super) fn codes_alone(document: &Document) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (code, digits) in codes_in(document.folded.as_str()) {
        let (line_start, line) = document.folded_line(code.start);
        let before = &line[..code.start - line_start];
        let at = document.source(code.clone()).start;
        let first = document.text.split('\n').next().unwrap_or("");
        let placed =
            || segment::placed(first).is_some_and(|placed| placed.place.contains(&(at as usize)));
        let (rule, score) = match document.role_at(at) {
            Role::Title if placed() => ("heading", 74),
            Role::Title => continue,
            _ if PATTERNS[0].is_match(before)
                && !says(before, ELSEWHERE)
                && !says(before, HEAD_OFFICE) =>
            {
                ("label", 80)
            }
            _ if is_label_of_code(before) => ("label", 80),
            _ => continue,
        };
        let communes = by_postal_code(&digits);
        // One commune, or arrondissements of one city; several communes share most rural codes.
        let mut cities: Vec<_> = communes.iter().map(|commune| commune.city().insee()).collect();
        cities.dedup();
        if let ([_], Some(commune)) = (&cities[..], communes.first()) {
            let place = Place { postal_code: Some(digits), ..commune.place() };
            candidates.push(Candidate { place, span: document.source(code), rule, score });
        }
    }
    candidates
}

/// Towns that no table names any more, where a label gives them with their département: « Lieu : Vallouise (05) ».
fn former_communes(document: &Document, mentions: &[Mention]) -> Vec<Candidate> {
    static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?P<name>\p{Lu}[\p{L}’']+(?:[- ](?:(?:de|du|des|la|le|les|sur|sous|en|lès)[- ])*\p{Lu}[\p{L}’']+){0,3}) \((?P<code>\d{2}|2[AB]|97\d)\)")
            .expect("the pattern of a town is a regular expression")
    });
    let text = document.text.as_str();
    let mut candidates = Vec::new();
    for found in NUMBERED.captures_iter(text) {
        let (Some(name), Some(department)) =
            (found.name("name"), crate::gazetteer::department(&found["code"]))
        else {
            continue;
        };
        // « Maison du Parc de Vallouise (05) »: the last words alone may be the town's.
        let words = name.as_str().rsplit(" de ").next().unwrap_or(name.as_str());
        let start = name.end() - words.len();
        let known = mentions.iter().any(|mention| {
            let there = document.source(mention.range.clone());
            (there.start as usize) < name.end() && start < there.end as usize
        });
        let folded = document.folded.position(start as u32);
        let (line_start, line) = document.folded_line(folded);
        let before = &line[..folded - line_start];
        let led =
            PATTERNS[0].is_match(before) && !says(before, ELSEWHERE) && !says(before, HEAD_OFFICE);
        if known || !led || words.len() < 4 {
            continue;
        }
        let place = Place {
            city: Some(words.to_owned()),
            department: Some(department.code.to_owned()),
            region: Some(department.region.name.to_owned()),
            country: Some("France".to_owned()),
            ..Place::default()
        };
        let span = Span::new(start..name.end());
        candidates.push(Candidate { place, span, rule: "label", score: 79 });
    }
    candidates
}

/// Towns that no table names, beside a code that one does: « 88230 Plainfaing-le-Haut », « à Bourg-Neuf (34200) ».
pub(super) fn unknown_towns(document: &Document, mentions: &[Mention]) -> Vec<Candidate> {
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        // Read on words as written.
        Regex::new(r"^\p{Lu}[\p{L}’']+(?:(?:-(?:(?:de|du|des|di|la|le|les|sur|sous|en|lès)-)*| (?:(?:de|du|des|la|le|les|sur|sous|en|lès) )+)\p{Lu}[\p{L}’']+){0,3}")
            .expect("the pattern of a town is a regular expression")
    });
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:à |de |d’|d'|: |, )(\p{Lu}[\p{L}’']+(?:-[\p{L}’']+)+) \($")
            .expect("the pattern of a town is a regular expression")
    });
    let text = document.text.as_str();
    let mut candidates = former_communes(document, mentions);
    for (code, digits) in codes_in(document.folded.as_str()) {
        let span = document.source(code.clone());
        let communes = by_postal_code(&digits);
        let Some(department) = communes.first().and_then(|one| one.department()) else { continue };
        if communes.iter().any(|one| one.department() != Some(department)) {
            continue;
        }
        let (line_start, line) = document.folded_line(code.start);
        let before = &line[..code.start - line_start];
        let own_line = document.source(line_start..line_start + line.len());
        let behind = text[span.end as usize..own_line.end as usize].strip_prefix(' ');
        let name = behind
            .and_then(|behind| NAME.find(behind))
            .map(|name| span.end as usize + 1..span.end as usize + 1 + name.len());
        let name = name.or_else(|| {
            let front = &text[own_line.start as usize..span.start as usize];
            let closes = text[span.end as usize..].starts_with(')');
            let name = BEFORE.captures(front).filter(|_| closes)?.get(1)?;
            Some(own_line.start as usize + name.start()..own_line.start as usize + name.end())
        });
        let Some(name) = name else { continue };
        let known = mentions.iter().any(|mention| {
            let there = document.source(mention.range.clone());
            !mention.part && (there.start as usize) < name.end && name.start < there.end as usize
        });
        let words = &text[name.clone()];
        if known || crate::text::fold(words).starts_with("cedex") || words.len() < 4 {
            continue;
        }
        let led = PATTERNS[0].is_match(before) && !says(before, ELSEWHERE);
        let contact = says(before, ELSEWHERE)
            || says(before, HEAD_OFFICE)
            || document.kind_at(span.start) == crate::offer::SectionKind::Apply;
        let score = match (led, contact) {
            (true, _) => 80,
            (_, true) => 28,
            _ => 46,
        };
        let place = Place {
            city: Some(words.to_owned()),
            postal_code: Some(digits),
            department: Some(department.code.to_owned()),
            region: Some(department.region.name.to_owned()),
            country: Some("France".to_owned()),
            ..Place::default()
        };
        candidates.push(Candidate { place, span: Span::new(name), rule: "address", score });
    }
    candidates
}

/// « Code postal : » of the post.
fn is_label_of_code(before: &str) -> bool {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        compile(r"^[^a-z0-9]*(?:code postal|cp)(?: du (?:poste|lieu)[^:]{0,20})? ?:? ?$")
    });
    LABEL.is_match(before)
}
