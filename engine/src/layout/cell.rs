//! Labels and values that a flattened table, or a lost column, left on one line.

use super::mark::is_blank;
use crate::lexicon::Openings;
use crate::text::{Folded, fold};
use std::ops::Range;
use std::sync::LazyLock;

static LABELS: LazyLock<Openings> = LazyLock::new(|| {
    let lines = include_str!("labels.txt").lines();
    let mut labels: Vec<&str> =
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    // The longer label first: « date limite de candidature » before « date limite ».
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    Openings::of(labels)
});

/// How two pieces of a line stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A label and its value.
    Value,
    /// Two columns that have nothing to say to each other, unless their neighbours make a table of them.
    Column,
}

/// The two pieces of a line, as ranges of its bytes, and the gap between them.
///
/// Reads `| Lieu | Rennes |`, `Lieu⇥Rennes`, `Lieu      Rennes`, `LieuRennes`, `Durée6 mois`, `Réf.LFO-4`.
/// A third column goes with the value. Leaves `Lieu : Rennes`, `Lieu de vie`, `a | b | c`, `Débutante bienvenue`.
pub(crate) fn split(line: &str) -> Option<(Range<usize>, Range<usize>, Gap)> {
    let start = line.len() - line.trim_start_matches(is_blank).len();
    let body = line.trim_matches(is_blank);
    let range = |piece: &str| {
        let at = piece.as_ptr() as usize - line.as_ptr() as usize;
        at..at + piece.len()
    };
    if let Some(row) = body.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        let cells: Vec<&str> = row.split('|').map(|cell| cell.trim_matches(is_blank)).collect();
        return match cells[..] {
            [label, value] if !label.is_empty() && !value.is_empty() => {
                Some((range(label), range(value), Gap::Value))
            }
            [label, first, .., last] if is_known_label(label) && !first.is_empty() => {
                Some((range(label), range(first).start..range(last).end, Gap::Value))
            }
            _ => None,
        };
    }
    if let Some((label, value)) = body.split_once('\t') {
        let (label, value) = (label.trim_matches(is_blank), value.trim_matches(is_blank));
        let few = value.matches('\t').count() <= 3;
        let two = few && !label.ends_with(':') && label.chars().count() <= 60;
        return two.then(|| (range(label), range(value), Gap::Value));
    }
    if let Some((label, value)) = body.split_once("   ") {
        let (label, value) = (label.trim_matches(is_blank), value.trim_matches(is_blank));
        let two = !value.contains("   ")
            && !label.ends_with([':', '.', '-'])
            && label.chars().count() <= 60;
        let words = label.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        return (two && words && !value.is_empty())
            .then(|| (range(label), range(value), Gap::Column));
    }
    let at = run_together(body)?;
    Some((start..start + at, start + at..start + body.len(), Gap::Value))
}

/// The bytes where a label with its value was glued to the words before it: « Non|Début05/10/2026|Lieu|Lannion ».
pub(crate) fn seams(line: &str) -> Vec<usize> {
    let mut before = ' ';
    let glued = line.char_indices().filter(|&(_, c)| {
        let last = std::mem::replace(&mut before, c);
        let ends = last.is_alphanumeric() || matches!(last, ')' | '€' | '%');
        ends && c.is_uppercase()
    });
    glued.map(|(at, _)| at).filter(|&at| run_together(&line[at..]).is_some()).collect()
}

/// Whether words are a label that offers begin a list of facts with, whatever sign ends it.
pub(crate) fn is_known_label(words: &str) -> bool {
    let folded = fold(words);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
    LABELS.of_words(bare).iter().any(|label| label.trim_end_matches('.') == bare)
}

/// Whether a cell is called as databases call their columns: `date_publication`, `salaire_min`.
pub(crate) fn is_identifier(cell: &str) -> bool {
    let cell = cell.trim_matches('"');
    cell.len() <= 40
        && cell.contains('_')
        && cell.starts_with(|c: char| c.is_ascii_lowercase())
        && cell.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// The byte where a value follows its label without a sign.
fn run_together(body: &str) -> Option<usize> {
    if !body.starts_with(char::is_uppercase) {
        return None;
    }
    let folded =
        Folded::new(body.get(..body.char_indices().nth(40).map_or(body.len(), |(at, _)| at))?);
    LABELS.of_words(folded.as_str()).iter().find_map(|label| {
        folded.as_str().strip_prefix(label)?;
        let end = folded.source(0..label.len()).end as usize;
        let small = body[..end].ends_with(|c: char| c.is_lowercase() || c == '.');
        let value = body[end..].chars().next()?;
        (small && (value.is_uppercase() || value.is_ascii_digit())).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_glued_to_the_words_before_them_are_told() {
        let pieces = |line: &'static str| {
            let mut starts = vec![0];
            starts.extend(seams(line));
            let ends = starts[1..].iter().copied().chain([line.len()]);
            starts.iter().zip(ends).map(|(&start, end)| &line[start..end]).collect::<Vec<_>>()
        };
        assert_eq!(
            pieces("Salaire12,40 €TélétravailNonDébut05/10/2026"),
            ["Salaire12,40 €", "TélétravailNon", "Début05/10/2026"]
        );
        assert_eq!(pieces("ContratCDDLieuLannion (22)"), ["ContratCDD", "LieuLannion (22)"]);
        assert_eq!(pieces("Un poste de JavaScript"), ["Un poste de JavaScript"]);
        assert_eq!(pieces("UneDurée de 6 mois"), ["UneDurée de 6 mois"]);
    }

    #[test]
    fn labels_are_told_from_values() {
        let pieces =
            |line: &'static str| split(line).map(|(label, value, _)| (&line[label], &line[value]));
        let cases = [
            ("| Lieu | Rennes |", Some(("Lieu", "Rennes"))),
            ("Lieu\tRennes", Some(("Lieu", "Rennes"))),
            ("  Lieu        Rennes (35)", Some(("Lieu", "Rennes (35)"))),
            ("LieuRennes (35)", Some(("Lieu", "Rennes (35)"))),
            ("Durée6 mois", Some(("Durée", "6 mois"))),
            ("Réf.LFO-4", Some(("Réf.", "LFO-4"))),
            ("PermisB souhaité", Some(("Permis", "B souhaité"))),
            (
                "Date limite de candidature01/02/2026",
                Some(("Date limite de candidature", "01/02/2026")),
            ),
            ("Lieu : Rennes", None),
            ("Lieu de vie", None),
            ("| a | b | c |", None),
            ("| Contrat | CDI | Temps partiel |", Some(("Contrat", "CDI | Temps partiel"))),
            ("Contrat\tCDI\tTemps partiel", Some(("Contrat", "CDI\tTemps partiel"))),
            ("Débutante bienvenue", None),
            ("LIEU", None),
        ];
        for (line, expected) in cases {
            assert_eq!(pieces(line), expected, "{line}");
        }
    }
}
