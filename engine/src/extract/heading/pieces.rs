//! A line's pieces, each with what it says: between dashes, bars, colons and dots, at the borders of the file's own
//! lines, at the commas of small ads.
//!
//! Over 400 lines: each border stands beside what it must not part.

use super::post::{Strength, strength_folded, tells_genders};
use super::{before_place, is_like_a_name, is_sentence};
use crate::document::Document;
use crate::extract::body::{is_place, names_body};
use crate::extract::rule;
use crate::extract::title::names_nothing_folded;
use crate::lexicon::opens_with_post;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// What a piece of a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Part {
    /// A post, or a mission with its subject.
    Post,
    /// A body that recruits, by its noun.
    Body,
    /// Places alone.
    Place,
    /// A kind of contract, a length, a date, a reference, a label.
    Facts,
    /// Other words: a subject, or a bare name.
    Words,
}

/// A piece of a heading; its span addresses the offer's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Piece {
    pub(in crate::extract) span: Span,
    pub(in crate::extract) part: Part,
    /// Whether it stands in brackets of its own: « [Le Fil] Jardinier ».
    pub(super) bracketed: bool,
    /// Whether a line of the file begins with it, or a comma parts it from the piece before: no subject of the post.
    pub(super) apart: bool,
    /// How surely it names a post.
    pub(super) strength: Strength,
}

impl Piece {
    /// Whether it names its post in both genders.
    pub(in crate::extract) fn is_gendered(&self) -> bool {
        self.strength == Strength::Gendered
    }
}

/// What small ads and cards tell beside a post: pay, hours, dates, papers, ways to apply.
static FACTS: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"€|@|https?:|^(?:(?:du |le |des |des le |a partir du |a compter du |jusqu'au |avant le |debut |fin |mi-)*(?:{dates}|{month})|\d{1,2} ?h\b.*|\d+(?:[,.]\d+)?(?: ?(?:a|ou|-|et) ?\d+(?:[,.]\d+)?)? ?(?:h|heures|%|mois|ans?|jours|semaines|postes?|places?)(?: .*|/.*)?|(?:contrat|cdd|cdi|interim|pec|apprentissage|stage|mission|saison)\b.* \d+ ?(?:mois|ans|semaines)(?: .*)?|contrat (?:pec|pro|cui|aide|d'insertion|saisonnier)\b.*|permis\b.*|cv\b.*|se presenter\b.*|postuler\b.*|candidatures?\b.*|contact\b.*|infos?\b.*|renseignements?\b.*|tel\.?(?: .*)?|(?:date )?limite\b.*|loge\b.*|nourri\b.*|exp\. .*|experience\b.*|debutants?\b.*|salaire\b.*|smic\b.*|remuneration\b.*|gratification\b.*|horaires?\b.*|poste (?:permanent|loge|en \d.*|a pourvoir.*|base.*)|cat(?:egorie)?\.? [abc]\b.*|bap [a-j]\b.*|grade\b.*|.*\([a-z]\d{4}\)|publie\b.*|actualise\b.*|il y a \d.*|saison \d.*|(?:hier|aujourd'hui|{weekday})\b.*\d ?[h:].*|\d+ ?(?:min|h|j)\b|(?:collectivite|employeur|entreprise|structure|organisme|etablissement|lieu|type|date)(?: (?:recruteu\w+|employeu\w+|d'accueil|de travail|de contrat|territoriale|de debut|limite))?|temps (?:plein|partiel|complet).*|a distance|hybride|sur site|(?:en )?presentiel|(?:full|100 ?%) remote)$",
    )
});

/// Whether words only tell facts around a post.
pub(in crate::extract) fn tells_facts(words: &str) -> bool {
    tells_facts_folded(&fold(words))
}

fn tells_facts_folded(folded: &str) -> bool {
    /// « 4 postes d'ATER », « 2 places de jardinier »: how many of what.
    static COUNTED: LazyLock<Regex> =
        LazyLock::new(|| rule::compile(r"^\d{1,3} (?:postes?|places?) (?:d'|de |en )"));
    let words = bare(folded);
    let post = COUNTED.find(words).map(|count| &words[count.end()..]);
    FACTS.is_match(words) && !post.is_some_and(opens_with_post)
}

/// What a piece says.
fn part(words: &str) -> Part {
    let folded = fold(words);
    part_folded(words, &folded, || strength_folded(words, &folded))
}

/// What a piece says that is folded as well; `strength` tells how surely it names a post.
fn part_folded(words: &str, folded: &str, strength: impl FnOnce() -> Strength) -> Part {
    if names_nothing_folded(folded) || tells_facts_folded(folded) {
        Part::Facts
    } else if is_body(words) && !tells_genders(folded) {
        Part::Body
    } else if strength() > Strength::None {
        Part::Post
    } else if is_place(words) {
        Part::Place
    } else {
        Part::Words
    }
}

/// Whether words name a body, a place or a remark in brackets behind it left out.
fn is_body(words: &str) -> bool {
    let placed = before_place(words);
    let remarked = before_remark(words);
    names_body(placed.unwrap_or(words))
        || (placed.is_some() || remarked.len() < words.len()) && names_body(remarked)
}

/// « Laboratoire des sols de Sète (LSS – UMR 4127) » -> « Laboratoire des sols de Sète ».
fn before_remark(words: &str) -> &str {
    match words.split_once(" (") {
        Some((front, remark)) if remark.trim_end().ends_with(')') => front,
        _ => words,
    }
}

/// Folded words without marks around them.
fn bare(folded: &str) -> &str {
    folded.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '%' | '€' | '.'))
}

/// A piece without the quotes or stars around all of it.
fn unquoted(text: &str, span: Span) -> Span {
    let words = span.of(text).trim();
    let mark = |c: char| matches!(c, '"' | '*' | '_');
    let inside = words.trim_matches(mark);
    if inside.len() + 2 > words.len() || inside.contains(mark) {
        return span;
    }
    let start = inside.as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start..start + inside.len())
}

/// How many bytes of a piece count it in a list: « 3) Le Fil ».
pub(in crate::extract) fn number(piece: &str) -> usize {
    if let Some(coded) = coded(piece) {
        return coded;
    }
    let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
    // « 1️⃣ Jardinier »: the picture of a key.
    let key = piece[digits..].trim_start_matches('\u{FE0F}').strip_prefix('\u{20E3}');
    if let Some(rest) = key.filter(|_| digits > 0) {
        return piece.len() - rest.trim_start().len();
    }
    // « 1 - CUEILLETTE DES FRAISES »
    let dashed = [" - ", " – "].iter().find_map(|dash| piece[digits..].strip_prefix(dash));
    if let Some(rest) = dashed.filter(|rest| {
        (1..=2).contains(&digits) && rest.chars().take(2).filter(|c| c.is_uppercase()).count() == 2
    }) {
        return piece.len() - rest.len();
    }
    // « 3 bis) Le Fil »
    let again = [" bis", " ter"].iter().any(|again| piece[digits..].starts_with(again));
    if digits > 0 && again {
        return piece.find(") ").filter(|&at| at <= 8).map_or(0, |at| at + 2);
    }
    let letter = usize::from(digits == 0 && piece.starts_with(|c: char| c.is_ascii_uppercase()));
    let rest = &piece[digits + letter..];
    let mark: &[char] = if letter == 1 { &[')'] } else { &[')', '.', '/'] };
    match rest.strip_prefix(mark) {
        Some(rest) if digits <= 2 && digits + letter > 0 && rest.starts_with(' ') => {
            digits + letter + 2
        }
        _ => 0,
    }
}

/// How many bytes tell of which offer it is, before its post: « Offre 44-2217 Vacher (H/F) ».
fn coded(piece: &str) -> Option<usize> {
    const OF: [&str; 6] = ["Offre ", "OFFRE ", "Annonce ", "ANNONCE ", "Avis ", "AVIS "];
    let of = OF.iter().find(|of| piece.starts_with(**of))?.len();
    let code = piece[of..].split(' ').next()?;
    let figures = code.bytes().filter(u8::is_ascii_digit).count();
    let shown = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '/');
    let rest = piece[of + code.len()..].trim_start();
    (figures >= 3 && code.chars().all(shown) && rest.starts_with(char::is_uppercase))
        .then(|| piece.len() - rest.len())
}

/// Where a line is cut: place, length of what parts the pieces, and whether it sets them apart.
type Cut = (usize, usize, bool);

/// The pieces of a line.
pub(in crate::extract) fn pieces(document: &Document, line: Span) -> Vec<Piece> {
    const MARKS: [&str; 17] = [
        " @ ", " – ", " - ", " — ", " | ", " · ", " • ", " : ", ": ", " // ", "! ", "] ", " ► ",
        " ▸ ", " ➤ ", " → ", " > ",
    ];
    let words = line.of(&document.text);
    let mut cuts: Vec<Cut> = MARKS
        .iter()
        .flat_map(|mark| words.match_indices(mark))
        .map(|(at, mark)| (at, mark.len(), false))
        .filter(|&(at, ..)| !in_brackets(words, at))
        .collect();
    // A row of a table: its cells hold no blank around what parts them.
    let bars: Vec<usize> = words.match_indices(';').map(|(at, _)| at).collect();
    if bars.len() >= 3 {
        cuts.extend(bars.into_iter().map(|at| (at, 1, true)));
    }
    cuts.extend(pictures(words));
    cuts.extend(articles(words));
    // « Jardinier H/F            SÈTE »: columns of a page, parted by blanks.
    cuts.extend(wide_blanks(words));
    let slashes: Vec<usize> = words.match_indices(" / ").map(|(at, _)| at).collect();
    if slashes.len() >= 2 {
        cuts.extend(slashes.into_iter().map(|at| (at, 3, true)));
    }
    settle(&mut cuts);
    let borders = borders(document, line, &cuts);
    cuts.extend(borders);
    settle(&mut cuts);
    let commas = commas(words, &cuts);
    cuts.extend(commas);
    settle(&mut cuts);
    let text = document.text.as_str();
    parts_between(words, &cuts)
        .map(|(range, apart)| {
            let start = line.start as usize;
            let written = &words[range.clone()];
            let opened = written.starts_with('[') && !written.contains(']');
            let from = range.start + if opened { 1 } else { number(written) };
            let span = unquoted(text, Span::new(start + from..start + range.end));
            let words = span.of(text);
            let folded = fold(words);
            let strength = strength_folded(words, &folded);
            let part = part_folded(words, &folded, || strength);
            Piece { span, part, bracketed: opened, apart, strength }
        })
        .collect()
}

/// Pictures between the words of a line: « Jardinier 🌱 Le Verger, Sète ».
fn pictures(words: &str) -> impl Iterator<Item = Cut> + '_ {
    let picture = |c: char| matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}');
    let more = |c: char| matches!(c, '\u{FE0F}' | '\u{200D}' | ' ');
    words.match_indices(picture).filter_map(move |(at, sign)| {
        let start = words[..at].trim_end_matches([' ', '\u{FE0F}']).len();
        let rest = &words[at + sign.len()..];
        let next = rest.trim_start_matches(|c| more(c) || picture(c));
        let apart = start > 0 && start < at && !next.is_empty() && next.len() < rest.len();
        apart.then_some((start, words.len() - next.len() - start, true))
    })
}

/// The article of both genders between a name and the post: « RACINES VIVES UN·E JARDINIER·E ».
fn articles(words: &str) -> Option<Cut> {
    const ARTICLES: [&str; 12] = [
        " UN.E ", " UN·E ", " UN(E) ", " UN/E ", " UN-E ", " UN/UNE ", " un.e ", " un·e ",
        " un(e) ", " un/e ", " un-e ", " un/une ",
    ];
    let (at, article) = ARTICLES
        .iter()
        .filter_map(|article| Some((words.find(article)?, article)))
        .min_by_key(|&(at, _)| at)?;
    let (name, post) = (&words[..at], &words[at + article.len()..]);
    let named = name.split(' ').count() <= 6 && is_like_a_name(name);
    (named && opens_with_post(&fold(post))).then_some((at, article.len(), true))
}

/// Runs of blanks wide enough to part columns.
fn wide_blanks(words: &str) -> impl Iterator<Item = Cut> + '_ {
    const WIDE: usize = 4;
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + words[from..].find("    ")?;
            let length = words[at..].bytes().take_while(|&byte| byte == b' ').count();
            from = at + length;
            if length >= WIDE && at > 0 && from < words.len() {
                return Some((at, length, true));
            }
        }
    })
}

/// Whether a byte of the words stands between brackets that close.
fn in_brackets(words: &str, at: usize) -> bool {
    let open = words[..at].rfind('(');
    open.is_some_and(|open| !words[open..at].contains(')'))
        && words[at..].find(')').is_some_and(|close| !words[at..at + close].contains('('))
}

/// Cuts in order; of those that share a blank the first one cuts.
fn settle(cuts: &mut Vec<Cut>) {
    cuts.sort_unstable_by_key(|&(at, length, _)| (at, std::cmp::Reverse(length)));
    let mut free = 0;
    cuts.retain(|&(at, length, _)| {
        let apart = at >= free;
        free = if apart { at + length } else { free };
        apart
    });
}

/// The ranges between cuts that hold words, each with whether it is set apart from the one before.
fn parts_between<'a>(
    words: &'a str,
    cuts: &'a [Cut],
) -> impl Iterator<Item = (std::ops::Range<usize>, bool)> + 'a {
    let starts = std::iter::once((0, false))
        .chain(cuts.iter().map(|&(at, length, apart)| (at + length, apart)));
    let ends = cuts.iter().map(|&(at, ..)| at).chain([words.len()]);
    starts
        .zip(ends)
        .map(|((start, apart), end)| (start..end, apart))
        .filter(|(range, _)| range.start < range.end && !words[range.clone()].trim().is_empty())
}

/// Where lines of the file begin that were joined to this one and say something of their own.
fn borders(document: &Document, line: Span, cuts: &[Cut]) -> Vec<Cut> {
    let words = line.of(&document.text);
    let mut found = Vec::new();
    let mut row = 0;
    for at in rows(document, line) {
        let next = &words[at..];
        let end = cuts.iter().map(|&(cut, ..)| cut).find(|&cut| cut > at).unwrap_or(words.len());
        let last = cuts.iter().map(|&(cut, length, _)| cut + length).rfind(|&cut| cut <= at);
        let before = words[last.unwrap_or(0).max(row)..at].trim_end();
        let whole = next.lines().next().unwrap_or(next);
        let first = words[at..end].split(", ").next().unwrap_or("").trim();
        let says = match part(words[at..end].trim()) {
            Part::Words if first.len() < end - at => part(first),
            says => says,
        };
        let done = matches!(part(before), Part::Place | Part::Facts)
            || ends_with_place(before)
            || before.ends_with(')') && is_like_a_name(words[at..end].trim())
            || tells_genders(&fold(before)) && fold(before).ends_with(['h', 'f', 'x', ')']);
        if done || says != Part::Words || is_sentence(whole) || whole.chars().count() > 70 {
            found.push((at - 1, 1, true));
            row = at;
        }
    }
    found
}

/// « Vire (14) », « à Nantes (44) » at the end of what stands before a border.
fn ends_with_place(words: &str) -> bool {
    words.rsplit_once(" (").is_some_and(|(front, inside)| {
        let code = inside.trim_end_matches(')');
        // « Le Verger (Sète, 34) »
        if inside.ends_with(')') && code.contains(", ") && is_place(code) {
            return true;
        }
        inside.ends_with(')')
            && matches!(code.len(), 2 | 5)
            && code.bytes().all(|byte| byte.is_ascii_digit())
            && is_place(front.rsplit([' ', ',']).next().unwrap_or(front))
    })
}

/// The bytes of a line at which a line of the file begins with a capital, when the one before could end there.
pub(in crate::extract) fn rows(document: &Document, line: Span) -> Vec<usize> {
    const SMALL: [&str; 26] = [
        "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "a", "au", "aux", "pour",
        "sur", "dans", "par", "avec", "un", "une", "ou", "chez", "-", "&", "sous", "son",
    ];
    let words = line.of(&document.text);
    let first = document.origins.partition_point(|origin| origin.at <= line.start);
    let inside = document.origins[first..].iter().take_while(|origin| origin.at < line.end);
    let mut number = document.origins[first.saturating_sub(1)..].first().map_or(0, |one| one.line);
    inside
        .filter(|origin| std::mem::replace(&mut number, origin.line) != origin.line)
        .map(|origin| (origin.at - line.start) as usize)
        .filter(|&at| {
            let before = &words[..at];
            let folded = fold(before.trim_end());
            let last = folded.rsplit(' ').next().unwrap_or("");
            before.ends_with(' ')
                && words[at..].starts_with(|c: char| {
                    c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"' | '“')
                })
                && !SMALL.contains(&last)
                && !folded.ends_with(',')
                && before.matches('(').count() == before.matches(')').count()
        })
        .collect()
}

/// Commas that part facts, places and bodies: « Jardinier (H/F), Sète (34200), Le Verger, CDI ».
fn commas(words: &str, cuts: &[Cut]) -> Vec<Cut> {
    let mut found = Vec::new();
    for (range, _) in parts_between(words, cuts) {
        let piece = &words[range.clone()];
        let mut depth = 0i32;
        let commas: Vec<usize> = piece
            .char_indices()
            .filter(|&(at, c)| {
                // « 2) Jardinier, … »: the number's bracket opens nowhere.
                depth = (depth + i32::from(c == '(') - i32::from(c == ')')).max(0);
                c == ',' && depth == 0 && piece[at..].starts_with(", ")
            })
            .map(|(at, _)| at)
            .collect();
        if commas.is_empty() {
            continue;
        }
        let starts = std::iter::once(0).chain(commas.iter().map(|at| at + 2));
        let ends = commas.iter().copied().chain([piece.len()]);
        let written: Vec<&str> =
            starts.zip(ends).map(|(start, end)| piece[start..end].trim()).collect();
        let parts: Vec<Part> = written.iter().map(|words| part(&words[number(words)..])).collect();
        let listed = parts.iter().filter(|part| matches!(part, Part::Place | Part::Facts)).count();
        for (number, &at) in commas.iter().enumerate() {
            let (before, after) = (parts[number], parts[number + 1]);
            let tells = |part| matches!(part, Part::Place | Part::Facts | Part::Body);
            let listed_all = listed > 1 && parts.len() > 3;
            let next = &piece[at + 2..];
            let apposed = before == Part::Body
                && next.starts_with(char::is_lowercase)
                && !["de ", "du ", "des ", "d’", "d'", "et "].iter().any(|of| next.starts_with(of));
            // « Jardinier, Racines Vives, Sète (34) »: a name between the post and its place.
            let named = before == Part::Post
                && after == Part::Words
                && written[number + 1].contains(' ')
                && (parts.get(number + 2) == Some(&Part::Place)
                    && is_like_a_name(written[number + 1])
                    // « Refuge du Lac (Névache) »
                    || before_place(written[number + 1]).is_some_and(is_like_a_name));
            if apposed
                || named
                || listed > 0 && (tells(after) || matches!(before, Part::Place | Part::Facts))
                || listed_all && (after == Part::Post || before == Part::Body)
            {
                found.push((range.start + at, 2, true));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<Part> {
        pieces(&Document::of_text(line), Span::new(0..line.len()))
            .iter()
            .map(|piece| piece.part)
            .collect()
    }

    #[test]
    fn pieces_say_what_they_are() {
        use Part::*;
        assert_eq!(
            parts("Terres Vives – Stage – Jardinier·ère – Nantes (44)"),
            [Words, Facts, Post, Place]
        );
        assert_eq!(
            parts("MAIRIE DE SÈTE | Agent d'accueil (H/F) | CDD 6 mois"),
            [Body, Post, Facts]
        );
        assert_eq!(parts("[Stage] Étude des sols – à diffuser"), [Facts, Words, Facts]);
        assert_eq!(parts("Plisseur·euse de papier - Réf. AB-12"), [Post, Facts]);
        assert_eq!(
            parts("Jardinier H/F, Sète (34200), Racines Vives, CDD 3 mois"),
            [Post, Place, Words, Facts]
        );
        assert_eq!(parts("Jardinier, arrosage et taille"), [Post]);
        assert_eq!(parts("Jardinier, Racines Vives, Sète (34)"), [Post, Words, Place]);
        assert_eq!(
            parts("34 – Sète, Au Bouton d'Or, FLEURISTE diplômé(e), CDI 35h, pas le dim."),
            [Facts, Place, Words, Post, Facts, Words]
        );
        assert_eq!(
            parts("Racines Vives • Jardinier • 8 mois • dès avril • 1 950 € brut"),
            [Words, Post, Facts, Facts, Facts]
        );
        assert_eq!(
            parts("Jardinier H/F;\"Racines Vives\";CDI;Sète;34200"),
            [Post, Words, Facts, Place, Facts]
        );
    }
}
