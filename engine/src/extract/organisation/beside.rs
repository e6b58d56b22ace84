//! Names that stand on lines of their own near the title: letterheads, cards, the name above an ad.

use super::line::without_place_tail;
use super::readers::without_remark;
use super::{Candidate, ENOUGH, WEAK, candidate};
use crate::document::Document;
use crate::extract::body::{could_recruit, is_place, leading_name, names_body};
use crate::extract::domain::Domains;
use crate::extract::{heading, places};
use crate::layout::heading_kind;
use crate::lexicon::is_menu;
use crate::outline::Role;
use crate::span::Span;
use crate::text::fold;

/// Names among the lines around the title's: « Association Le Fil » above or below it, `Le Fil · Sète · CDI`.
pub(super) fn beside(
    document: &Document,
    domains: &Domains,
    title: Option<Span>,
) -> Vec<Candidate<String>> {
    const AROUND: usize = 3;
    let text = document.text.as_str();
    let own = title.and_then(|title| document.line_at(title.start)).unwrap_or(0);
    let mut found = Vec::new();
    for (index, line) in document.lines.iter().enumerate().take(own + 7) {
        let words = line.span.of(text);
        let folded = fold(words);
        let pictured = ["🏢", "🏛", "🏭", "🏫", "🏥"]
            .iter()
            .any(|house| document.locate(line.span).source.trim_start().starts_with(house));
        let picture =
            words.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"'));
        let shown = leading_name(picture);
        if pictured && shown.chars().count() >= 2 && could_recruit(shown) && !is_place(shown) {
            found.push(candidate(text, shown, "picture-of-a-house", 72));
            continue;
        }
        let above = index.checked_sub(1).map_or("", |above| document.lines[above].span.of(text));
        let out = index == own
            || places::is_workplace_label(&fold(above))
            || matches!(line.role, Role::Item { .. })
            || words.chars().count() > 120
            || words.contains('@')
            || words.contains(':')
                && !heading::pieces(document, line.span)
                    .first()
                    .is_some_and(|piece| piece.part == heading::Part::Body)
            || is_menu(&folded)
            || folded.ends_with(['.', '!', '?', ',', ';'])
            || line.role == Role::Heading && heading_kind(words).is_some() && !names_body(words);
        if out {
            continue;
        }
        let pieces = heading::pieces(document, line.span);
        let facts = pieces
            .iter()
            .any(|piece| matches!(piece.part, heading::Part::Place | heading::Part::Facts));
        for (at, piece) in pieces.iter().enumerate() {
            let name = without_remark(
                without_place_tail(piece.span.of(text))
                    .trim()
                    .trim_matches(['*', '_', '"', '«', '»', ' ']),
            );
            let near = index.abs_diff(own) <= if index == 0 { 2 * AROUND } else { AROUND };
            let alike = heading::is_like_a_name(name);
            let below = document.lines.get(index + 1).map_or("", |line| line.span.of(text));
            let letterhead = index == 0 && own > 1 && is_letterhead(below);
            // « Ville de Sète / recrute / un jardinier ».
            let recruits = (index + 1..index + 3).any(|below| {
                document.lines.get(below).is_some_and(|line| recruits_alone(line.span.of(text)))
            });
            let big = name
                .split_whitespace()
                .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
                .count();
            let someone = ["M. ", "Mme ", "Mr ", "Dr ", "Pr ", "Me "]
                .iter()
                .any(|title| name.starts_with(title));
            // « Maison de la tourbière – Aulnay », right below the title: a noun of a body, then where it lies.
            let housed = index == own + 1
                && pieces.len() > 1
                && big > 0
                && heading::is_housed(name)
                && pieces[1..]
                    .iter()
                    .all(|piece| matches!(piece.part, heading::Part::Place | heading::Part::Facts));
            let few = !someone
                && name.split_whitespace().count() <= 7
                && (housed || 2 * big >= name.split_whitespace().count());
            let score = match piece.part {
                // « Département du Loiret / Commune de Beaulieu »: the first line says where the second one lies.
                heading::Part::Body
                    if fold(name).starts_with("departement ")
                        && ["commune", "ville", "mairie"]
                            .iter()
                            .any(|noun| fold(below).starts_with(noun)) =>
                {
                    continue;
                }
                heading::Part::Body if names_body(name) => {
                    if recruits {
                        80
                    } else {
                        66
                    }
                }
                heading::Part::Words if at == 0 && recruits && alike => 76,
                // « Kpalimé, Togo »: a town that no list holds.
                heading::Part::Words if !names_body(name) && lies_abroad(words, name) => continue,
                heading::Part::Words | heading::Part::Post
                    if at == 0
                        && (piece.part == heading::Part::Words || heading::names_people(name))
                        && near
                        && (few || letterhead && name.split_whitespace().count() <= 6)
                        && (could_recruit(name)
                            || facts && pieces.len() > 1 && is_a_sign(name))
                        && !is_place(name) =>
                {
                    let backed = heading::is_backed(document, domains, line.span, name);
                    let next = document.lines.get(index + 1).is_some_and(|next| {
                        let next = next.span.of(text);
                        is_place(next) || letterhead
                    });
                    match (backed, facts && pieces.len() > 1, next) {
                        (true, true, _) => 72,
                        (true, false, _) => 64,
                        (false, true, _) | (false, _, true) => 58,
                        (false, false, false) if alike && beside_title(document, own, index) => 54,
                        (false, false, false) if index.abs_diff(own) == 1 => 50,
                        (false, false, false) if alike && index == 0 && own <= 3 => ENOUGH,
                        (false, false, false) if alike => WEAK,
                        _ => continue,
                    }
                }
                _ => continue,
            };
            // « Analyste financier », then « Finance » or « Analyste » on a card: its tags.
            let tag = piece.part == heading::Part::Words
                && title.is_some_and(|title| holds_word(title.of(text), name));
            if tag {
                continue;
            }
            if name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                let mut found_here = candidate(text, name, "name-beside-the-post", score);
                // « L’Espérance » on a line of its own is called so.
                let signed = name.strip_prefix("L’").or_else(|| name.strip_prefix("L'"));
                if signed.is_some_and(|rest| {
                    pieces.len() == 1
                        && !rest.contains(' ')
                        && rest.starts_with(char::is_uppercase)
                        && rest.contains(char::is_lowercase)
                        && !crate::extract::body::opens_with_noun(rest)
                }) {
                    found_here.value = Some(name.to_owned());
                }
                if piece.part == heading::Part::Body && at + 1 == pieces.len() {
                    let more = goes_on_below(name, below);
                    found_here.value = found_here.value.map(|name| name + &more);
                }
                found.push(found_here);
            }
        }
    }
    found
}

/// « Au Fournil d’Émile »: what stands above a shop's door.
pub(super) fn is_a_sign(name: &str) -> bool {
    let rest = name.strip_prefix("Au ").or_else(|| name.strip_prefix("Aux "));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase) && could_recruit(rest))
}

/// Whether words hold others, whole: « Chargée de marketing » holds « Marketing ».
fn holds_word(words: &str, inner: &str) -> bool {
    let (words, inner) = (fold(words), fold(inner));
    let border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.match_indices(&inner).any(|(at, found)| {
        border(words[..at].chars().next_back()) && border(words[at + found.len()..].chars().next())
    })
}

/// Whether a line is a name and the country in which it lies.
fn lies_abroad(line: &str, name: &str) -> bool {
    line.trim()
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix(", "))
        .is_some_and(|country| places::is_other_place(&fold(country.trim())))
}

/// The rest of a shouted name that goes on in the line below: « LA RÉGIE DE L'EAU / DES RIVES DE GARONNE ».
fn goes_on_below(name: &str, below: &str) -> String {
    let shouted = |words: &str| !words.contains(char::is_lowercase);
    let of = ["DE ", "DU ", "DES ", "D’", "D'"].iter().any(|of| below.starts_with(of));
    if !of || !shouted(name) || !shouted(below) || below.chars().count() > 60 {
        return String::new();
    }
    let verb = [" RECRUTE", " RECHERCHE", " EMBAUCHE", ", ", " ("]
        .iter()
        .filter_map(|verb| below.find(verb))
        .min();
    format!(" {}", &below[..verb.unwrap_or(below.len())])
}

/// Whether nothing but places and facts stands between the title's line and another.
fn beside_title(document: &Document, title: usize, line: usize) -> bool {
    let between = if line > title { title + 1..line } else { line + 1..title };
    document.lines[between].iter().all(|line| {
        let pieces = heading::pieces(document, line.span);
        pieces.iter().all(|piece| matches!(piece.part, heading::Part::Place | heading::Part::Facts))
    })
}

/// Whether a line goes on with a letterhead: an address, or what kind of body it is.
fn is_letterhead(line: &str) -> bool {
    const KINDS: [&str; 10] = [
        "association",
        "entreprise",
        "organisme",
        "societe",
        "cooperative",
        "agence",
        "bureau",
        "cabinet",
        "scop",
        "compagnie",
    ];
    let folded = fold(line);
    let code =
        folded.split(' ').any(|word| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit()));
    let first = folded.split([' ', '\'']).next().unwrap_or("");
    code || KINDS.contains(&first) && folded.split(' ').count() <= 8
}

/// Whether a line only says that someone above it recruits.
pub(in crate::extract) fn recruits_alone(line: &str) -> bool {
    let folded = fold(line);
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let verb = words.split(' ').next().unwrap_or("");
    let verb = verb.strip_suffix("nt").unwrap_or(verb);
    matches!(verb, "recrute" | "recherche" | "cherche" | "embauche")
        && words.split(' ').count() <= 6
        && !words.contains([',', '.'])
        && (words.split(' ').count() == 1
            || ["pour", "a", "en", "par", "dans", "son", "sa", "un", "une", "actuellement"]
                .contains(&words.split(' ').nth(1).unwrap_or("")))
}
