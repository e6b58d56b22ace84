//! Tables whose first row holds the labels and the next ones the values: each value gets its column's label.

use super::cell::is_known_label;
use super::mark::{Mark, is_blank};
use super::raw::RawLine;
use std::ops::Range;

/// More rows of values than these are data, not an offer's facts.
const MOST_ROWS: usize = 3;

/// The lines, where rows under a header of known labels are taken apart: label, value, label, value.
pub(super) fn headed(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    let mut parted = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let header = cells(lines[at].source);
        let rows: Vec<Vec<Range<usize>>> = match is_header(&lines[at], &header) {
            true => lines[at + 1..]
                .iter()
                .take(MOST_ROWS + 1)
                .map(|line| cells(line.source))
                .take_while(|row| row.len() == header.len())
                .collect(),
            false => Vec::new(),
        };
        if !(1..=MOST_ROWS).contains(&rows.len()) {
            parted.push(lines[at].clone());
            at += 1;
            continue;
        }
        for (number, row) in rows.iter().enumerate() {
            let value_line = &lines[at + 1 + number];
            for (label, value) in header.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
                parted.push(part(&lines[at], label, false));
                parted.push(part(value_line, value, !label.is_empty()));
            }
        }
        at += 1 + rows.len();
    }
    parted
}

fn part<'a>(line: &RawLine<'a>, cell: &Range<usize>, is_value: bool) -> RawLine<'a> {
    RawLine { column: cell.start, end: cell.end, mark: Mark::None, is_value, ..line.clone() }
}

/// Three labels or more, nearly all of them known.
fn is_header(line: &RawLine<'_>, cells: &[Range<usize>]) -> bool {
    const LONGEST: usize = 300;
    let known = || cells.iter().filter(|&cell| is_known_label(&line.source[cell.clone()])).count();
    line.source.len() <= LONGEST
        && cells.len() >= 3
        && cells.iter().all(|cell| !cell.is_empty())
        && known() * 3 >= cells.len() * 2
}

/// The cells of a row parted by bars or tabulations; none for another line.
fn cells(line: &str) -> Vec<Range<usize>> {
    let body = line.trim_matches(is_blank);
    let (row, sign) = match body.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        Some(row) => (row, '|'),
        None if line.contains('\t') => (line.trim_end_matches(['\r', '\n']), '\t'),
        None if body.matches('|').count() >= 2 => (body, '|'),
        None => return Vec::new(),
    };
    let range = |piece: &str| {
        let at = piece.as_ptr() as usize - line.as_ptr() as usize;
        at..at + piece.len()
    };
    row.split(sign).map(|cell| range(cell.trim_matches(is_blank))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lay_out;

    #[test]
    fn values_get_the_labels_of_their_columns() {
        let text = "Le Verger\n\n| Poste | Lieu | Durée |\n|---|---|---|\n| Jardinier | Laval | 6 mois |\n";
        assert_eq!(
            lay_out("offre.txt", text, 1).text,
            "Le Verger\nPoste : Jardinier\nLieu : Laval\nDurée : 6 mois"
        );
        let data = "Le Verger\n\n| Poste | Lieu | Durée |\n| a | b | c |\n| a | b | c |\n| a | b | c |\n| a | b | c |\n";
        assert!(lay_out("offre.txt", data, 1).text.contains("| a | b | c |"));
    }

    #[test]
    fn places_in_a_table_lead_back_to_their_cells() {
        let document =
            lay_out("offre.txt", "Titre\n\nPoste\tLieu\tDurée\nJardinier\tLaval\t6 mois\n", 1);
        let at = document.text.find("Laval").unwrap();
        let location = document.locate(crate::span::Span::new(at..at + 5));
        assert_eq!((location.line, &location.source[location.mark.clone()]), (4, "Laval"));
    }
}
