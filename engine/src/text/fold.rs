//! Folding: case, accents, apostrophes, dashes and spaces made one, with a map back to the source.
//!
//! The law: folding is idempotent, and every folded byte knows the source character it came from.

use crate::span::Span;
use std::ops::Range;

/// A folded text and the way back from each of its bytes to the source.
///
/// ```
/// use tremplin_engine::text::Folded;
/// let folded = Folded::new("L’Œuvre  DÉJÀ finie");
/// assert_eq!(folded.as_str(), "l'oeuvre  deja finie");
/// assert_eq!(folded.source(2..8).of("L’Œuvre  DÉJÀ finie"), "Œuvre");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each folded byte, the source byte where its character begins; then the source's length.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds `source`, which must be shorter than 4 GiB.
    pub fn new(source: &str) -> Self {
        let mut folded = Self::default();
        folded.read(source);
        folded
    }

    /// Folds another `source`, in the same room.
    pub(super) fn read(&mut self, source: &str) {
        let Self { text, origin } = self;
        text.clear();
        origin.clear();
        text.reserve(source.len());
        origin.reserve(source.len() + 1);
        fold_into(text, source, |text, from| {
            if source.as_bytes()[from.start].is_ascii() {
                origin.extend(from.start as u32..from.end as u32);
            } else {
                origin.resize(text.len(), from.start as u32);
            }
        });
        origin.push(source.len() as u32);
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The span of the source that `range` of the folded text came from.
    pub fn source(&self, range: Range<usize>) -> Span {
        let start = self.origin[range.start];
        let mut end = range.end;
        // A folded end inside a source character (« œ » is « oe ») takes the whole character.
        while end < self.text.len() && end > 0 && self.origin[end] == self.origin[end - 1] {
            end += 1;
        }
        Span { start, end: self.origin[end].max(start) }
    }

    /// Where in the folded text the source byte `at` went.
    pub fn position(&self, at: u32) -> usize {
        self.origin.partition_point(|&origin| origin < at).min(self.text.len())
    }
}

/// `source` folded, when the way back is not needed.
pub fn fold(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    fold_into(&mut text, source, |_, _| {});
    text
}

/// Adds `source` folded: plain ASCII by the run, as it is most of a text, any other character by itself. `done` is
/// told what has been added so far, and which bytes of the source were read last.
fn fold_into(out: &mut String, source: &str, mut done: impl FnMut(&str, Range<usize>)) {
    let bytes = source.as_bytes();
    let (mut at, mut previous) = (0, None);
    while at < bytes.len() {
        let run = plain_run(&bytes[at..]);
        let length = if run > 0 {
            let start = out.len();
            out.push_str(&source[at..at + run]);
            out[start..].make_ascii_lowercase();
            previous = Some(char::from(bytes[at + run - 1]));
            run
        } else {
            let rest = &source[at..];
            let c = rest.chars().next().unwrap_or_default();
            push_folded(out, &mut previous, c, rest);
            c.len_utf8()
        };
        done(out, at..at + length);
        at += length;
    }
}

/// How many bytes stand before the first tab or character that is not plain ASCII; eight of them are looked at at once.
fn plain_run(bytes: &[u8]) -> usize {
    const EACH: u64 = u64::MAX / 0xFF;
    let (words, _) = bytes.as_chunks::<8>();
    let is_plain = |word: &&[u8; 8]| {
        let word = u64::from_ne_bytes(**word);
        let tabs = word ^ (EACH * 0x09);
        // The high bit of a byte: beyond ASCII, or no difference from a tab.
        (word | (tabs.wrapping_sub(EACH) & !tabs)) & (EACH * 0x80) == 0
    };
    let run = words.iter().take_while(is_plain).count() * 8;
    run + bytes[run..].iter().take_while(|&&byte| byte.is_ascii() && byte != b'\t').count()
}

/// Adds `c`, the first character of `rest`; `previous` is the last one that carried something.
fn push_folded(out: &mut String, previous: &mut Option<char>, c: char, rest: &str) {
    if is_silent(c) {
        return;
    }
    let before = previous.replace(c);
    match c {
        '\t' => out.push(' '),
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{00B4}' => {
            out.push('\'')
        }
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '«' | '»' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            out.push(' ')
        }
        // The middle dot of inclusive writing, in each of its shapes; elsewhere the same marks are bullets.
        '·' | '•' | '∙' | '‧' | '⋅' => {
            let joins = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let after = rest.chars().skip(1).find(|&c| !is_silent(c));
            out.push(if joins(before) && joins(after) { '.' } else { '•' });
        }
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        'ᵉ' => out.push('e'),
        'ʳ' => out.push('r'),
        _ => match base_letter(c) {
            Some(letter) => out.push(letter),
            None => out.push(lower_case(c)),
        },
    }
}

/// Soft hyphen, zero-width marks, directional marks and combining accents carry no letter.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{0300}'..='\u{036F}'
            | '\u{FE0E}'
            | '\u{FE0F}'
    )
}

/// The small letter of a capital of another alphabet of Europe. The tables of all alphabets weigh more than this module
/// together with the one of words.
fn lower_case(c: char) -> char {
    let distance = match c {
        'À'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ѐ'..='Џ' => 80,
        // Latin, and more of Cyrillic: the small letter follows its capital.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ѿ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            u32::from(u32::from(c).is_multiple_of(2))
        }
        'Ĺ'..='ň' => u32::from(!u32::from(c).is_multiple_of(2)),
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

/// The unaccented lower-case letter under a Latin letter of the languages that French ads quote.
fn base_letter(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => 'a',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => 'c',
        'ď' | 'Ď' | 'đ' | 'Đ' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'Ě' => 'e',
        'ğ' | 'Ğ' => 'g',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'İ' | 'ı' => 'i',
        'ł' | 'Ł' => 'l',
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => 'o',
        'ř' | 'Ř' => 'r',
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => 's',
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => 'u',
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_french_ads_vary() {
        let cases = [
            ("Chargé·e de Mission", "charge.e de mission"),
            ("chargé•e", "charge.e"),
            ("charge\u{0301}·e", "charge.e"),
            ("• Durée", "• duree"),
            ("1\u{202F}300\u{00A0}€", "1 300 €"),
            ("l’agir — l'agir", "l'agir - l'agir"),
            ("Cœur de Sèvres", "coeur de sevres"),
            ("e\u{0301}te\u{0301}", "ete"),
            ("« mi-mai »", "\" mi-mai \""),
        ];
        for (source, folded) in cases {
            assert_eq!(fold(source), folded, "{source}");
            assert_eq!(fold(folded), folded, "folding twice: {source}");
            assert_eq!(Folded::new(source).as_str(), folded, "{source}");
        }
    }

    #[test]
    fn every_folded_range_leads_back_to_whole_characters() {
        let source = "Œuvres à l’étranger — 1\u{202F}300 €, chargé·e";
        let folded = Folded::new(source);
        for start in 0..=folded.as_str().len() {
            for end in start..=folded.as_str().len() {
                let span = folded.source(start..end);
                assert!(source.get(span.range()).is_some(), "{start}..{end} -> {span:?}");
            }
        }
    }
}
