//! Names that addresses are made of: « j.martin@… » beside « Jeanne Martin ».

use super::nobody::{NOBODY, somebody};
use crate::document::Document;
use crate::extract::emails::Email;
use crate::span::Span;
use crate::text::fold;

/// Whether what follows the word is a service, not a person.
fn starts_service(word: &str) -> bool {
    matches!(fold(word).as_str(), "service" | "pole" | "direction" | "departement" | "chaire")
}

/// Letters of a word, folded.
fn key(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_ascii_alphabetic()).collect()
}

/// The capitalised words of a document, where a name can begin, each with the one or two words that follow it.
pub(in crate::extract) struct Names {
    pairs: Vec<Pair>,
}

struct Pair {
    span: Span,
    first: String,
    last: String,
}

impl Names {
    /// Every two or three words that could be somebody's name.
    pub(in crate::extract) fn of(document: &Document) -> Self {
        let text = document.text.as_str();
        let letter = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'' | '-');
        let mut words: Vec<(usize, usize)> = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, letter(c)) {
                (None, true) if c.is_alphabetic() => start = Some(at),
                (Some(from), false) => {
                    words.push((from, at));
                    start = None;
                }
                _ => {}
            }
        }
        let capital = |&(from, _): &(usize, usize)| text[from..].starts_with(char::is_uppercase);
        let mut pairs = Vec::new();
        for (index, first) in words.iter().enumerate() {
            if !capital(first) {
                continue;
            }
            let first_word = &text[first.0..first.1];
            let follows = |length: usize| {
                let last = words.get(index + length).filter(|word| capital(word))?;
                let apart = &text[first.1..last.1];
                let joined = ["des", "a", "à", "aux", "et", "sur"];
                let is_phrase = apart.split(' ').any(|word| joined.contains(&word));
                let parted = apart.contains(['\n', ',', '.', '(', ':', '@', '–', '/']);
                (!parted && !is_phrase).then_some(last.1)
            };
            let ends = [follows(1), follows(2)];
            // « Service », « du » lead to a house, not to a person.
            let of_a_house = index.checked_sub(1).is_some_and(|before| {
                let word = &text[words[before].0..words[before].1];
                starts_service(word) || matches!(word, "du" | "des" | "la" | "le" | "les" | "au")
            });
            if ends == [None, None] || !somebody(first_word) || of_a_house {
                continue;
            }
            pairs.extend(ends.into_iter().flatten().map(|end| Pair {
                span: Span::new(first.0..end),
                first: key(first_word),
                last: key(&text[first.1..end]),
            }));
        }
        Self { pairs }
    }

    /// The name that the address is made of: « j.martin » or « jeanne.martin » when `apart`, else « martin » or
    /// « jmartin », which say less and count only close to the address.
    pub(in crate::extract) fn spelt_by(&self, email: &Email, apart: bool) -> Option<Span> {
        const CLOSE: u32 = 200;
        let local = fold(email.address.split('@').next().unwrap_or(""));
        let parts: Vec<String> =
            local.split(['.', '_', '-']).map(key).filter(|p| !p.is_empty()).collect();
        let whole: String = parts.concat();
        if (parts.len() > 1) != apart || whole.len() < 4 || NOBODY.contains(&whole.as_str()) {
            return None;
        }
        let given =
            |name: &str, first: &str| name == first || (name.len() <= 2 && initials(first, name));
        let cuts: Vec<(String, String)> =
            (1..parts.len()).map(|cut| (parts[..cut].concat(), parts[cut..].concat())).collect();
        let spelt = |pair: &&Pair| {
            let Pair { first, last, span } = *pair;
            if first.is_empty() || last.len() < 2 {
                return false;
            }
            if apart {
                return cuts.iter().any(|(a, b)| {
                    (given(a, first) && b == last) || (a == last && given(b, first))
                });
            }
            let joined = whole.strip_suffix(last.as_str());
            let close = span.start.abs_diff(email.span.start) <= CLOSE;
            close
                && last.len() >= 4
                && joined
                    .is_some_and(|rest| rest.is_empty() || rest == first || *rest == first[..1])
        };
        self.pairs
            .iter()
            .filter(spelt)
            .map(|pair| pair.span)
            .min_by_key(|span| span.start.abs_diff(email.span.start))
    }
}

/// Whether `letters` are the initials of a first name: « j » or « jp » for Jean-Pierre, « la » for Laure.
fn initials(first: &str, letters: &str) -> bool {
    first.starts_with(letters) || first.starts_with(&letters[..1]) && letters.len() == 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::emails;

    #[test]
    fn addresses_spell_names() {
        let cases = [
            ("Jeanne Martin, cheffe : j.martin@exemple.fr", Some("Jeanne Martin")),
            ("Contact Paul Le-Goff : pa.legoff@exemple.fr", Some("Paul Le-Goff")),
            ("Zoé PETIT, zoe.petit02@exemple.fr", Some("Zoé PETIT")),
            ("Marc Verdier : verdier@exemple.fr", Some("Marc Verdier")),
            ("anne_du-bois@exemple.ca encadre avec Anne Du-Bois", Some("Anne Du-Bois")),
            ("Lettre à jeanne.martin@exemple.fr", None),
            ("Stage Culture : stage@exemple.fr", None),
        ];
        for (text, name) in cases {
            let document = Document::of_text(text);
            let email = &emails::all(&document)[0];
            let names = Names::of(&document);
            let spelt = names.spelt_by(email, true).or_else(|| names.spelt_by(email, false));
            assert_eq!(spelt.map(|span| span.of(text)), name, "{text}");
        }
    }
}
