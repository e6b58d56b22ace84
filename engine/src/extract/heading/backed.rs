//! Whether the rest of a text uses words as a name, and whether words have the form of one.

use crate::document::Document;
use crate::extract::body::{could_recruit, is_place, opens_with_noun, speaks_of_work};
use crate::extract::domain::Domains;
use crate::extract::rule;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Whether the text elsewhere uses these words as a name, or an address spells them.
pub(in crate::extract) fn is_backed(
    document: &Document,
    domains: &Domains,
    line: Span,
    words: &str,
) -> bool {
    if !words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        || !could_recruit(words)
        || is_place(words)
        || words.contains(" chez ")
    {
        return false;
    }
    domains.spell(words)
        || is_labelled(document, words)
        || stands_alone(document, line, words)
        || is_spoken_of(document, line, words)
        || is_called_by_its_noun(document, words)
}

/// Whether words have the form of a name that the text need not confirm: capitals all through, and no field of work
/// in front.
pub(in crate::extract) fn is_like_a_name(words: &str) -> bool {
    let words = words.trim();
    let small = |word: &str| {
        matches!(
            fold(word).as_str(),
            "de" | "du" | "des" | "la" | "le" | "les" | "et" | "&" | "en" | "sur" | "pour" | "sans"
        )
    };
    let mut big = 0;
    let capitals = words.split_whitespace().all(|word| {
        let bare = ["d’", "d'", "l’", "l'", "«", "\""]
            .iter()
            .find_map(|elided| word.strip_prefix(elided))
            .unwrap_or(word);
        let capital = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        big += usize::from(capital);
        capital || small(word)
    });
    capitals
        && big > 0
        && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"'))
        && words.split_whitespace().count() <= 7
        && words.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && could_recruit(words)
        && !is_place(words)
        && !speaks_of_work(words)
}

/// Whether an acronym is all of another line near the top: « Jardinier H/F – INS », then « INS » on a card.
fn stands_alone(document: &Document, line: Span, words: &str) -> bool {
    const NEAR: usize = 8;
    let acronym = words.chars().count() >= 3 && words.chars().all(|c| c.is_uppercase());
    acronym
        && !speaks_of_work(words)
        && document.lines.iter().take(NEAR).any(|other| {
            other.span.start != line.start && other.span.of(&document.text).trim() == words
        })
}

/// Whether a label gives the name: « Entreprise : Racines ».
fn is_labelled(document: &Document, name: &str) -> bool {
    const LABELS: [&str; 6] =
        ["entreprise", "employeur", "structure", "organisme", "societe", "organisation"];
    let name = fold(name);
    document.folded.as_str().match_indices(&format!(": {name}")).any(|(at, found)| {
        let text = document.folded.as_str();
        let label = text[..at].trim_end_matches([' ', '*', '_']);
        !text[at + found.len()..].starts_with(char::is_alphanumeric)
            && LABELS.iter().any(|known| label.ends_with(known))
    })
}

/// « Agence d'urbanisme du Lac », of which the text says « l'Agence ».
fn is_called_by_its_noun(document: &Document, words: &str) -> bool {
    let noun = words.split(' ').next().unwrap_or("");
    words.split(' ').count() >= 3
        && noun.chars().count() >= 5
        && opens_with_noun(words)
        && ["l’", "l'", "L’", "L'", "la ", "La ", "le ", "Le "]
            .iter()
            .any(|article| document.text.contains(&format!("{article}{noun}")))
}

/// Whether the text writes the name inside a sentence, outside of `line`: with its capital where no sentence begins.
pub(in crate::extract) fn is_spoken_of(document: &Document, line: Span, name: &str) -> bool {
    let text = document.folded.as_str();
    let folded = fold(name);
    let own = document.folded.position(line.start)..document.folded.position(line.end);
    text.match_indices(&folded).any(|(at, found)| {
        let written = document.source(at..at + found.len()).of(&document.text);
        let before = text[..at].trim_end_matches([' ', '\x22', '(', '*', '\'']);
        let inside = before.ends_with(|c: char| c.is_alphabetic() || c == ',')
            && !text[..at].ends_with('\n');
        let after = text[at + found.len()..].chars().next();
        !own.contains(&at)
            && inside
            && !after.is_some_and(char::is_alphanumeric)
            && written.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    })
}

/// How a sentence goes on behind the name that opens it: what the house is or does.
static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:,|,? (?:est|sont|c'est|a|ont|recrut|recherch|cherch|propos|developp|concoi|accompagn|aide|fabriqu|edit|interv|compte|emploi|gere|cree|agit|feder|regroup|produi|realis|commercialis|conseil|distribu|form|imagin|transform|constru|install|cultiv|transport|exploit|defend|souti|anim|rassembl|reuni|assur|organis|oeuvr|grandi|permet|offr|vous|reinvent|facilit|souhait|donne|travaill|met )[a-z]*)\b",
    )
});

/// Whether a sentence below a line opens with the name and says what it is or does.
pub(in crate::extract) fn is_a_subject(document: &Document, line: Span, name: &str) -> bool {
    let text = document.folded.as_str();
    let below = document.folded.position(line.end);
    text[below..].match_indices(&fold(name)).any(|(at, found)| {
        let (at, end) = (below + at, below + at + found.len());
        let written = document.source(at..end).of(&document.text);
        let before = text[..at].trim_end_matches([' ', '*', '_', '\x22']);
        // One's own small letters are a name's: « lePanier ».
        let shown = written.starts_with(char::is_uppercase)
            || written == name && written.contains(char::is_uppercase);
        let opens = before.is_empty() || before.ends_with(['\n', '.', '!', '?', ':', '#', '-']);
        shown && opens && ACTS.is_match(text[end..].trim_start_matches(['*', '_', '\x22']))
    })
}
