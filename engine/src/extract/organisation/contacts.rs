//! The name above the ways to reach it: the card at the end of an ad.

use super::readers::without_remark;
use super::{Candidate, candidate};
use crate::document::Document;
use crate::extract::body::names_body;
use crate::extract::heading;

/// A name on a line of its own above the ways to reach it: the card at the end of an ad.
pub(super) fn above_contacts(document: &Document) -> Vec<Candidate<String>> {
    let text = document.text.as_str();
    let pairs = document.lines.windows(2).filter(|pair| reaches(pair[1].span.of(text)));
    pairs
        .filter_map(|pair| {
            let words = pair[0].span.of(text).trim();
            let name = without_remark(words);
            let big =
                name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
            let body = names_body(name) && !name.contains([',', ';', '–', '|']);
            let many = big >= 2 && heading::is_like_a_name(name) && !person(name);
            (body || many)
                .then(|| candidate(text, name, "above-contacts", if body { 54 } else { 48 }))
        })
        .collect()
}

/// Whether a line is an e-mail address, a telephone number or a web address.
fn reaches(line: &str) -> bool {
    let line = line.trim();
    let figures = line.chars().filter(char::is_ascii_digit).count();
    let alone = !line.contains(' ');
    alone && (line.contains('@') || line.starts_with("http") || line.starts_with("www."))
        || figures == 10 && !line.contains(char::is_alphabetic)
}

/// « Jeanne Martin », « Mme Martin »: two words, the second of which may be a surname.
fn person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.len() == 2
        || ["M.", "Mme", "Mr", "Dr", "Pr", "Me", "Madame", "Monsieur"].contains(&words[0])
}
