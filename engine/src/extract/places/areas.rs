//! A département, a région or the whole of France, where no commune is named: « Lieu : Finistère ».

use super::Candidate;
use super::leads::{ELSEWHERE, HEAD_OFFICE};
use crate::document::Document;
use crate::extract::rule::{compile, says};
use crate::gazetteer::{Mention, department};
use crate::offer::Place;
use crate::outline::Role;
use crate::segment;
use regex::Regex;
use std::sync::LazyLock;

/// What the line before an area says where the work is done.
static LED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:(?:^|[ -])(?:lieu(?:x)?|localisation|localite|secteur(?: geographique)?|zone(?: geographique)?|departements?|region|affectation|territoire d'affectation|ou)(?: [^:\n]{0,25})? ?: ?[^:\n]{0,30}|^(?:- )?(?:📍|🗺️?|🌍) ?(?:en |dans )?(?:le |la |l'|les )?|\b(?:poste|stage|mission|alternance|emploi|contrat|cdi|cdd|vous|tu)\b[^.;\n]{0,40}\b(?:base|situe|localise){e} (?:en |dans |a )(?:le |la |l'|les )?|\b(?:recrut|recherch|cherch)\w*\b[^.;\n]{0,60}\bintervenir (?:[a-z]+ment )?(?:en |dans |sur )(?:le |la |l'|les )?)$",
    )
});

/// « CDI basé à La Réunion », « Le Département du Morbihan recherche un jardinier ».
static IN_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b(?:base|situe|localise){e} (?:en |dans |a |au )(?:le |la |l')?|^(?:le )?(?:conseil departemental|departement) (?:de la |de l'|du |de |d'|des )(?:la |l')?)$",
    )
});

/// « Lieu : toute la France ».
static NATIONWIDE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^[^a-z0-9\n]*(?:lieu(?:x)?|localisation|secteur|zone|region|ou|affectation|📍)(?: [^:\n]{0,25})?{sep}(?:sur |dans )?(?P<words>toute? la france|la france entiere|france entiere|partout en france|(?:l'ensemble du )?territoire national|france)[ .]*$",
    )
});

/// The areas that the text names as the workplace.
pub(super) fn areas(document: &Document, mentions: &[Mention]) -> Vec<Candidate> {
    let named = mentions.iter().filter_map(|mention| area(document, mention));
    let named = named.chain(numbered(document));
    let nationwide = NATIONWIDE.captures_iter(document.folded.as_str()).filter_map(|found| {
        let span = document.source(found.name("words")?.range());
        let place = Place { country: Some("France".to_owned()), ..Place::default() };
        Some(Candidate { place, span, rule: "nationwide", score: 84 })
    });
    named.chain(nationwide).collect()
}

/// « 1 station en RER B de la gare du Nord »: who goes there by RER works around Paris, wherever it is.
pub(super) fn on_the_rer(document: &Document) -> Option<Candidate> {
    static RER: LazyLock<Regex> = LazyLock::new(|| {
        compile(r"\brer [a-e]\b|\b(?:transilien|ligne [hjklnpru] du transilien)\b")
    });
    /// What else the letters stand for, or who may come from there.
    const OTHERS: &[&str] = &["bruxelles", "geneve", "depuis", "travaux", "etude", "projet"];
    let text = document.folded.as_str();
    let found = RER.find_iter(text).find(|found| {
        let (_, line) = document.folded_line(found.start());
        let written = document.source(found.range()).of(&document.text);
        written.starts_with(char::is_uppercase) && !says(line, OTHERS)
    })?;
    let region = crate::gazetteer::region_named("ile-de-france")?;
    let place = Place {
        region: Some(region.name.to_owned()),
        country: Some("France".to_owned()),
        ..Place::default()
    };
    let span = document.source(found.range());
    Some(Candidate { place, span, rule: "rer", score: 12 })
}

/// « Technicien SIG H/F (63) »: the number of a département ends the heading.
fn numbered(document: &Document) -> Option<Candidate> {
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| compile(r"[a-z)] ?\((?P<code>0[1-9]|[1-9]\d|2[ab]|97[1-6])\)$"));
    let line = document.lines.first().filter(|line| line.role == Role::Title)?;
    let (start, words) = document.folded_line(document.folded.position(line.span.start));
    let found = NUMBER.captures(words.trim_end())?.name("code")?;
    let department = department(&found.as_str().to_uppercase())?;
    let place = Place {
        department: Some(department.code.to_owned()),
        region: Some(department.region.name.to_owned()),
        country: Some("France".to_owned()),
        ..Place::default()
    };
    let span = document.source(start + found.start()..start + found.end());
    Some(Candidate { place, span, rule: "heading-area", score: 73 })
}

/// Whether an area closes a row of facts at the top: « Le Verger – Haute-Savoie ».
fn is_row(document: &Document, at: u32, before: &str, after: &str) -> bool {
    const TOP: usize = 8;
    document.line_at(at).is_some_and(|line| line < TOP)
        && before.len() <= 80
        && [" - ", " (", "· ", "• ", "| "].iter().any(|end| before.ends_with(end))
        && matches!(after.trim(), "" | ")")
}

fn area(document: &Document, mention: &Mention) -> Option<Candidate> {
    if (mention.department.is_none() && mention.region.is_none()) || mention.part {
        return None;
    }
    let span = document.source(mention.range.clone());
    if !span.of(&document.text).chars().any(char::is_uppercase) {
        return None;
    }
    let (start, line) = document.folded_line(mention.range.start);
    let before = &line[..mention.range.start - start];
    let first = document.text.split('\n').next().unwrap_or("");
    let (rule, score) = if document.role_at(span.start) == Role::Title {
        if IN_TITLE.is_match(before) {
            ("based-area", 72)
        } else {
            let placed = segment::placed(first)?;
            if !placed.place.contains(&(span.start as usize)) {
                return None;
            }
            ("heading-area", 73)
        }
    } else if is_row(
        document,
        span.start,
        before,
        &line[(mention.range.end - start).min(line.len())..],
    ) {
        ("chip-area", 60)
    } else if LED.is_match(before) && !says(before, ELSEWHERE) && !says(before, HEAD_OFFICE) {
        ("label-area", 80)
    } else {
        return None;
    };
    let communes = !mention.communes.is_empty();
    // « Vienne » is a city and a département: only a number beside it tells.
    let number = line[(mention.range.end - start).min(line.len())..]
        .trim_start_matches([' ', '(', '-'])
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .and_then(department);
    if communes
        && mention.region.is_none()
        && number.is_none_or(|number| Some(number) != mention.department)
    {
        return None;
    }
    let region = mention.department.map(|department| department.region).or(mention.region);
    let place = Place {
        department: mention.department.map(|department| department.code.to_owned()),
        region: region.map(|region| region.name.to_owned()),
        country: Some("France".to_owned()),
        ..Place::default()
    };
    Some(Candidate { place, span, rule, score })
}
