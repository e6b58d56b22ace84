//! A heading's words without what is no part of the post's name: contract, place, duration, labels, articles.

use crate::extract::body::{is_place, names_body};
use crate::extract::heading::names_post;
use crate::extract::rule;
use crate::lexicon::opens_with_post;
use crate::span::Span;
use crate::text::{Folded, fold};
use regex::Regex;
use std::sync::LazyLock;

/// Longest title, in characters; a heading beyond is a paragraph, cut at a word.
const LONGEST: usize = 200;

/// A piece of a heading that names no post: contract, duration, rhythm, gender marks, a label alone.
static NO_POST: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:offre d[e'] ?)?(?:(?:(?:une? )?(?:offres?|missions?|fiche|avis|proposition|annonce|profil|intitule|appel|sujet|titre)(?: (?:de|du|d'|a|pour))? ?(?:un )?(?:emplois?|postes?|stages?|missions?|recrutement|vacance(?: de poste)?|candidatures?|alternance|these|memoire|apprentissage|service civique|volontariat|vie|contrat)?|stages?|(?:une? |un{e} |une? ou une? )?stagiaire{e}|alternance|apprentissage|contrat (?:d'apprentissage|de professionnalisation|doctoral|a duree (?:in)?determinee)|contrat|service civique|volontariat|benevolat|emplois?|cifre|internship|apprenticeship|full[- ]time|part[- ]time|jobs?(?: post)?|job d'ete|cdd|cdi|cddi|salarie{e}|interim|vie|vsi|volontariat de solidarite internationale|freelance|postes?(?: a pourvoir)?|mission|vacance|recrutement|recrute|recherche|on recrute|nous recrutons|nous recherchons|rejoignez[- ]nous|urgent|(?:de )?fin d'etudes?|(?:de )?cesure|(?:m ?2|master ?2) ?/ ?ingenieur{e}|(?:dut|but|bts|deust|bachelor)(?: ?\d)?|[a-z]{2,4}-\d{4,6}|(?:de )?(?:master ?[12]?|m[12])(?: (?:ou|et) (?:master ?|m)?[12])?|bac ?\+ ?\d|licence|conventionne|remunere|indemnise|de recherche|saisonnier{e}|permanent{e}|d'ete|temps (?:plein|partiel|complet|non complet)|a temps (?:plein|partiel|complet)|mi-temps|\(?[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?\)?|\d+ ?(?:a|-|/) ?\d+ mois|\d+ ?mois|de \d+ mois|de \d+ (?:a|-) \d+ mois|\d+ ?(?:h|heures|%)(?: ?/ ?| par )?(?:semaine|sem)?|n ?[°o]? ?\d[\d/-]*[a-z]?|ref(?:erence)?s?[ .:]*[a-z0-9/_-]*\d[a-z0-9/_-]*|[a-z]{1,4}-?\d{2,4}[-/]\d+|offre|a pourvoir(?: (?:des que possible|immediatement|rapidement))?|des que possible|des maintenant|immediat(?:e|ement)?|de suite|a diffuser|pour diffusion|merci de diffuser|diffusion|tr|fwd?|re|hybride|teletravail(?: partiel| possible)?|publiee? (?:le|il y a).*|a partir d.*|\d{1,2} ?/ ?\d{1,2} ?/ ?\d{2,4}|\d{1,2} {month} ?\d{4}|(?:en )?{month} ?\d{4}|(?:printemps|ete|automne|hiver) \d{4}|(?:en )?presentiel|sur site|objet|pourvue?|vacancy notice|bourse (?:de l'|a l'|d')?(?:emploi|apprentissage|alternance|stages?)|rentree \d{4}|session \d{4}|rentree (?:scolaire|universitaire)(?: \d{4}(?:[-/]\d{2,4})?)?|asap|ou|quand|quoi|combien|independant{e}|(?:a temps (?:plein|partiel|complet) )?base{e} (?:a|en|au|aux) (?:la |l'|le )?[a-z][a-z' -]{2,30}|annee|equivalent{e}|message(?: \d+)?|20\d\d(?:[-/]20\d\d)?)[ ,/()\[\]]*)+$",
    )
});

/// What stands before a title and announces it.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:\[[^\]]{2,40}\] ?|o\d{12,16} ?|<?title> ?|detail de l'offre ?[:-]? ?|appel (?:a|de) candidatures? ?[:|/!-] ?|(?:offre(?: d[e'] ?(?:emploi|stage|alternance|mission|service civique|these|poste))?(?: n ?[°o]? ?\d+)?|annonce(?: d(?:e |')(?:recrutement|stage|emploi|poste))?(?: n ?[°o]? ?\d+)?|intitule(?: du poste| de l'offre| de la mission)?|titre(?: du poste)?|postes?(?: a pourvoir)?|fiche de poste|profil de poste|avis de vacance|on recrute|nous recrutons|objet|emploi|stages?|alternance|service civique|mission|recrutement|recherche|nous recherchons|sujet|tr|fwd?|cdi|cdd)(?: (?:de )?\d+ mois)? ?[:|!-] ?|(?:intitule(?: du poste| de l'offre)?|titre du poste) |(?:sujet|offre|stage|poste|annonce|these)s? ?n? ?[°o]? ?\d{1,3} ?[.:)-] ?|\d{1,3} ?[.)/-] ?)",
    )
});

/// Words that recruit, or an article, before the post.
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:(?:nouveau|new|urgent) |(?:devenez|deviens) (?:une? ou une? |un{e} |une? )?|(?:on |nous |je )?(?:recrut|recherch|cherch|embauch)(?:e|es|ez|ent|ons|er|ant)?(?:\(?s\))? (?:d(?:e |'))?|recrutement d(?:e |')(?:une? ou une? |un-une |un{e} |une )?|offre d(?:e |')(?:emploi|stage|alternance|mission) (?:d(?:e |'))?|postes? d(?:e |')|emploi d(?:e |')|avis d(?:e |')(?:vacance|recrutement|concours|appel)[^:]{0,30}? d(?:e |'|es )|appel (?:a|de) candidatures? (?:pour (?:le recrutement d(?:e |'))?|a |d(?:e |'))|recrutement des |(?:une? ou une?|un-une|une-un|une? ?/ ?une?|un{e}|une|des|son|sa|ses|notre|nos|deux|trois|quatre|cinq|six|plusieurs) |\d{1,2} (?:(?:postes?|places?) d(?:e |'))?)",
    )
});

/// What follows a title and does not belong to it.
static TRAILING: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"(?: ?\((?:[^() ]+ ){5,}[^()]+\)| ?\(postes? (?:susceptible|vacant|a pourvoir|ouvert|propose)[^()]*\)| ?[(\[](?:(?:offre de )?stages?[^)\]]*|alternance|apprentissage|service civique|cdd[^)\]]*|cdi[^)\]]*|interim|urgent|\d+(?: (?:a|ou|-) \d+)? mois(?:,[^)\]]*)?|\d+(?: (?:a|ou|-) \d+)? (?:postes?|places?|volontaires?)|\d{2,5}|temps (?:plein|partiel|complet)|ref[^)\]]*|\d+ ?%|\d+ ?h[^)\]]*)[)\]](?: (?:stage|alternance|cdd|cdi))?|,? pour une duree d.*|,? pour (?:la |cette )?(?:rentree|saison|periode)\b.*|,? pour l'(?:ete|hiver|annee)\b.*|,? (?:a compter|a partir|des le|des que|des {month}) ?.*| ?[-,/] ?(?:stage|alternance|cdd|cdi|apprentissage|temps (?:plein|partiel|complet)|interim)(?: (?:de )?\d+(?: a \d+)? mois)?(?:,? \d+ ?h(?:eures)?(?: ?/ ?(?:mois|semaine|sem))?)?| (?:en|pour un|dans le cadre d'un) (?:cddu?|cdi|contrat(?: [a-z' -]{1,40})?|stage|alternance|apprentissage|service civique|interim)(?: (?:de )?\d+(?: a \d+)? mois)?|,? ?publiee? (?:le|il y a).*| ?[-/|,] ?cand(?:idatures?|\.) (?:avant|jusqu'|a envoyer|au plus tard).*| ?\(x ?\d{1,2}\).*| ?/ ?cand(?:idatures?)?\.?|,? en cd[id] ?[-–] ?[x\d]{1,2}/[x\d]{1,2}/[x\d]{2,4}| recherche{e} (?:des|pour|a partir|d'urgence)\b.*|(?:offre|ref(?:erence)?\.?) ?n ?° ?[a-z0-9/-]{3,20}| - (?:job post|annonce|offre d'emploi)| ?[-–] (?:start-?up|scale-?up|pme|eti|esn|tpe|grand groupe|groupe international)(?: [a-z]+){0,2}| [-–] (?:ref|n ?°)[^-]*|,? chez .+|,? d(?:e |')(?:mi-|fin |debut )?{month} a (?:mi-|fin |debut )?{month}.*|,? au sein d(?:e |u |es |').*| \d{2} ?h(?:eures)?(?: hebdo(?:madaires)?|/semaine| par semaine)?|,?(?: a)? \d{2,3}(?: ?%)?(?: ?(?:a|-|/) ?\d{2,3})? ?%| \(\d[.,]\d+ etp\)| a temps (?:plein|partiel|complet|non complet)\b.*| (?:de |- )?\d+(?: a \d+)? mois| (?:(?:en )?(?:cdi|cdd|cee|cui|interim|alternance|stage|contrat) (?:ou|/|et) )?(?:en )?cd[id](?: (?:de )?\d+(?: a \d+)? (?:mois|ans?))?| urgent| pourvue?| (?:independant{e}|freelance)(?: ?/ ?(?:independant{e}|freelance))?|[ ,-]+a diffuser(?: svp| merci)?| svp|,? de (?:formation|niveau) (?:bac|master|licence|bts|but|ingenieur|superieure?).*| (?:par|chez)| base{e} (?:a|au|en|dans)(?: (?:la|le|les|l'))?|[ .:;,*_-]+)$",
    )
});

/// « à Nantes », « - Nantes (44) », « (Nantes) » at the end.
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"(?:,? (?:base{e} )?(?:a (?:la |l')?|au )|,? sur | secteur (?:de |d')?|,? pour (?:le |la |l')|, | \(| ?- )(?P<place>[a-z0-9][a-z0-9' /-]{1,50}(?:, ?\d{2,5})?(?: ?\([^()]{1,30}\))?)\)?$",
    )
});

/// « Stage » before a noun of a post only repeats the contract.
static CONTRACT_BEFORE_POST: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:offre de )?(?:stage|alternance|apprentissage|service civique|cdd|cdi|vie)(?: de \d+ mois)?(?: ?[:-] ?| )(?:d(?:e |'))?",
    )
});

/// The part of a heading that names the post.
pub(super) fn core(line: &str, span: Span) -> Span {
    let mut span = trimmed(line, span);
    loop {
        let before = span;
        let folded = Folded::new(span.of(line));
        for (pattern, at_start) in [(&ANNOUNCED, true), (&TRAILING, false)] {
            let Some(found) = pattern.find(folded.as_str()) else { continue };
            let cut = folded.source(found.range());
            let kept = if at_start {
                Span { start: span.start + cut.end, end: span.end }
            } else {
                Span { start: span.start, end: span.start + cut.start }
            };
            let status = !at_start && is_status(&fold(kept.of(line)));
            if !names_nothing(kept.of(line)) && !status {
                span = kept;
                break;
            }
        }
        if span == before {
            span = without_bare_pieces(line, span);
        }
        if span == before {
            span = without_place(line, span);
        }
        if span == before {
            span = without_house(line, span);
        }
        if span == before {
            span = without_leading(line, span);
        }
        if span == before {
            span = without_open_quote(line, span);
        }
        span = trimmed(line, span);
        if span == before {
            return shortened(line, span);
        }
    }
}

/// Whether folded words only say that one volunteers: « volontaires », which « en service civique » completes.
pub(super) fn is_status(folded: &str) -> bool {
    static STATUS: LazyLock<Regex> =
        LazyLock::new(|| rule::compile(r"(?:^|[^a-z])(?:jeunes? )?volontaires?$"));
    STATUS.is_match(folded)
}

/// Cuts pieces between dashes that name no post, at both ends.
fn without_bare_pieces(line: &str, span: Span) -> Span {
    const DASHES: [&str; 5] = [" – ", " - ", " — ", " | ", " · "];
    let words = span.of(line);
    let first = DASHES.iter().filter_map(|dash| words.find(dash).map(|at| (at, dash.len()))).min();
    if let Some((at, length)) = first
        && names_nothing(&words[..at])
    {
        return Span { start: span.start + (at + length) as u32, end: span.end };
    }
    // « Formateur | Les Arpenteurs | Saint-Denis »: the cells of a row.
    if let Some(at) = words.find(" | ").filter(|at| words[at + 3..].contains(" | "))
        && names_post(&words[..at])
    {
        return Span { start: span.start, end: span.start + at as u32 };
    }
    let last = DASHES.iter().filter_map(|dash| words.rfind(dash).map(|at| (at, dash.len()))).max();
    if let Some((at, length)) = last
        && {
            let piece = &words[at + length..];
            // « – Madagascar (Fianarantsoa) »
            let place = piece.split(" (").next().unwrap_or(piece);
            names_nothing(piece) || is_place(piece) || place != piece && is_place(place)
        }
    {
        return Span { start: span.start, end: span.start + at as u32 };
    }
    span
}

/// The mark of both genders, and what stands behind it: « Jardinier H/F Nantes ».
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(r"[ (\[][hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?[)\]]? (?P<place>[a-z].*)$")
});

/// « Jardinier à Nantes (44) » -> « Jardinier ».
fn without_place(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let folded = Folded::new(words);
    let text = folded.as_str();
    if let Some(place) = MARKED.captures(text).and_then(|found| found.name("place")) {
        let place = folded.source(place.range());
        if is_place(place.of(words)) {
            return Span { start: span.start, end: span.start + place.start };
        }
    }
    let mut from = 0;
    while let Some(found) = PLACED.captures_at(text, from) {
        let (Some(whole), Some(place)) = (found.get(0), found.name("place")) else { break };
        let written = folded.source(place.range()).of(words);
        let lead = whole.as_str().trim_start_matches(',').trim_start();
        // « à La Ferté-sur-Mer »: the article is the town's.
        let article = whole.as_str()[..place.start() - whole.start()].rfind("la ");
        let town = article.map(|at| folded.source(whole.start() + at..place.end()).of(words));
        let is_place = |written: &str| is_place(written) || town.is_some_and(is_place);
        let to = lead.starts_with("a ") || lead.starts_with("au ") || lead.starts_with("pour ");
        if (is_place(written) && !lead.starts_with("pour ") || to && names_body(written))
            && whole.start() > 3
            && (whole.as_str().starts_with(" (")
                || whole.as_str().ends_with(|c: char| c == ')' || c.is_ascii_digit())
                    && whole.as_str().chars().filter(char::is_ascii_digit).count() == 5
                || names_post(folded.source(0..whole.start()).of(words)))
        {
            return Span {
                start: span.start,
                end: span.start + folded.source(whole.range()).start,
            };
        }
        from = whole.start() + 1;
    }
    span
}

/// « Jardinier (Ville de Sète) » -> « Jardinier ».
fn without_house(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let house = words.strip_suffix(')').and_then(|words| words.rsplit_once(" ("));
    match house {
        Some((post, house)) if names_body(house) && names_post(post) => {
            Span { start: span.start, end: span.start + post.len() as u32 }
        }
        _ => span,
    }
}

/// « Stage chargé·e de mission » -> « chargé·e de mission »; « un jardinier » -> « jardinier »;
/// « Stage démocratie locale » stays.
fn without_leading(line: &str, span: Span) -> Span {
    let folded = Folded::new(span.of(line));
    for pattern in [&CONTRACT_BEFORE_POST, &LEADING] {
        let Some(found) = pattern.find(folded.as_str()) else { continue };
        let rest = &folded.as_str()[found.end()..];
        if found.end() > 0
            && (opens_with_post(rest) || names_post(rest))
            && !rest.starts_with(['/', '-'])
        {
            return Span { start: span.start + folded.source(found.range()).end, end: span.end };
        }
    }
    span
}

/// « Jardinier - Contrat « Emploi »: quotes that another line closes.
fn without_open_quote(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let open = words.rfind('«').filter(|&at| !words[at..].contains('»'));
    let piece = open.and_then(|open| {
        let at = words[..open].rfind(" - ").or_else(|| words[..open].rfind(" – "))?;
        names_nothing(words[at..open].trim_matches([' ', '-', '–'])).then_some(at)
    });
    piece.map_or(span, |at| Span { start: span.start, end: span.start + at as u32 })
}

/// Whether words tell a kind of contract, a length or a rhythm, and no post.
pub(in crate::extract) fn names_nothing(words: &str) -> bool {
    names_nothing_folded(&fold(words))
}

/// The same, of words that are folded.
pub(in crate::extract) fn names_nothing_folded(folded: &str) -> bool {
    let folded =
        folded.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '%'));
    // « Thèse : les haies »; « Thèse CIFRE » says more, and may be all that names the post.
    !folded.chars().any(char::is_alphabetic)
        || matches!(folded, "these" | "doctorat" | "these de doctorat")
        || NO_POST.is_match(folded)
}

pub(super) fn trimmed(line: &str, span: Span) -> Span {
    let words = span.of(line);
    // Signs and pictures around a title decorate it.
    let open = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | ':' | '|' | ',' | ';' | '!' | '*' | '~' | '…' | '\\' | '\u{200D}' | '\u{203C}' | '\u{2049}' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
    };
    let start = words.len() - words.trim_start_matches(open).len();
    let end = words.trim_end_matches(open).len();
    let start = start.min(end);
    // « liste-emploi] Jardinier »: the mark of a mailing list, cut at its first bracket.
    let start = match words[..end].find(']') {
        Some(at) if at < 40 && !words[..at].contains('[') && at + 1 < end => {
            end - words[at + 1..end].trim_start_matches(open).len()
        }
        _ => start,
    };
    let (start, end) = unquoted(&words[start..end])
        .map_or((start, end), |inside| (start + inside.start, start + inside.end));
    Span::new(span.start as usize + start..span.start as usize + end)
}

/// What stands between the quotes that open these words, when nothing follows them but the next key of a head:
/// « 'Jardinier' date: … » -> « Jardinier ».
fn unquoted(words: &str) -> Option<std::ops::Range<usize>> {
    const QUOTES: [(char, char); 6] =
        [('"', '"'), ('\'', '\''), ('“', '”'), ('«', '»'), ('`', '`'), ('‘', '’')];
    let first = words.chars().next()?;
    let (_, close) = QUOTES.into_iter().find(|&(open, _)| open == first)?;
    let inside = &words[first.len_utf8()..];
    let end = inside
        .match_indices(close)
        .map(|(at, _)| at)
        .find(|&at| !inside[at + close.len_utf8()..].starts_with(char::is_alphanumeric))?;
    let rest = inside[end + close.len_utf8()..].trim_start();
    let ran_on =
        ["de ", "à ", "d’", "d'", "en ", "pour "].iter().any(|link| rest.starts_with(link));
    let key =
        ran_on || rest.split(' ').next().is_some_and(|word| word.len() > 2 && word.ends_with(':'));
    (rest.is_empty() || key).then_some(first.len_utf8()..first.len_utf8() + end)
}

/// At most [`LONGEST`] characters, whole words.
fn shortened(line: &str, span: Span) -> Span {
    let words = span.of(line);
    let Some((cut, _)) = words.char_indices().nth(LONGEST) else { return span };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    Span { start: span.start, end: span.start + end as u32 }
}

/// As a card shows it: a capital first; a shouted title in small letters.
pub(super) fn presented(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters >= 8 && !words.chars().any(char::is_lowercase);
    let quiet = if shouted { words.to_lowercase() } else { words.to_owned() };
    let mut chars = quiet.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => quiet,
    }
}
