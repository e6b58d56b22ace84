//! Numbers as French writes them, in digits or in words: strict parsers over folded text.

/// The number of « 1 300 », « 1.300,50 », « 4,35 » or « 28 000 »: groups of three digits, then one or two decimals.
///
/// ```
/// use tremplin_engine::text::number::amount;
/// assert_eq!(amount("1 300"), Some(1300.0));
/// assert_eq!(amount("4,05"), Some(4.05));
/// assert_eq!(amount("1 3"), None);
/// ```
pub fn amount(folded: &str) -> Option<f64> {
    let groups: Vec<&str> = folded.split([' ', '.', ',', '\'']).collect();
    let separators: Vec<char> = folded.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (first, others) = groups.split_first()?;
    if first.is_empty()
        || first.len() > 9
        || groups.iter().any(|group| !group.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let mut whole = (*first).to_owned();
    let mut decimals = "";
    for (index, group) in others.iter().enumerate() {
        let last = index + 1 == others.len();
        match group.len() {
            3 if first.len() <= 3 => whole.push_str(group),
            1 | 2 if last && matches!(separators[index], ',' | '.') => decimals = group,
            _ => return None,
        }
    }
    // Of so few figures each is exact, and so is their quotient; the library's own parser weighs kilobytes in the widget.
    let figures =
        |digits: &str| digits.bytes().fold(0.0, |sum, d| sum * 10.0 + f64::from(d - b'0'));
    let parts = [1.0, 10.0, 100.0][decimals.len()];
    Some((figures(&whole) * parts + figures(decimals)) / parts)
}

const WORDS: &[(&str, u32)] = &[
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
];

/// A number of things, 0 to 999 in digits (with a half: « 1,5 »), 1 to 99 in words.
///
/// ```
/// use tremplin_engine::text::number::count;
/// assert_eq!(count("six"), Some(6.0));
/// assert_eq!(count("vingt-quatre"), Some(24.0));
/// assert_eq!(count("1,5"), Some(1.5));
/// assert_eq!(count("beaucoup"), None);
/// ```
pub fn count(folded: &str) -> Option<f64> {
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return amount(folded).filter(|&number| number < 1000.0);
    }
    if !WORDS.iter().any(|(word, _)| folded.starts_with(word)) {
        return None;
    }
    let mut total = 0;
    let mut words = folded.split([' ', '-']).filter(|&word| word != "et").peekable();
    words.peek()?;
    while let Some(word) = words.next() {
        let (_, mut value) = *WORDS.iter().find(|(name, _)| *name == word)?;
        if value == 4 && words.next_if(|word| matches!(*word, "vingt" | "vingts")).is_some() {
            value = 80;
        }
        // « vingt-quatre », « dix-sept », « soixante-dix », « quatre-vingt-onze »: only downwards.
        let room = match total {
            0 => 99,
            10 => 9,
            60 | 80 => 19,
            70 | 90 => 9,
            20 | 30 | 40 | 50 => 9,
            _ => 0,
        };
        if value > room || (total == 10 && value < 7) {
            return None;
        }
        total += value;
    }
    Some(f64::from(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_every_spelling() {
        let cases = [
            ("800", Some(800.0)),
            ("1 300", Some(1300.0)),
            ("1.300", Some(1300.0)),
            ("1'300", Some(1300.0)),
            ("1,300", Some(1300.0)),
            ("1 300,50", Some(1300.5)),
            ("1.801,80", Some(1801.8)),
            ("4,05", Some(4.05)),
            ("11.88", Some(11.88)),
            ("28 000", Some(28000.0)),
            ("1300 000", None),
            ("1 30", None),
            ("", None),
            (",5", None),
            ("12a", None),
        ];
        for (text, number) in cases {
            assert_eq!(amount(text), number, "{text}");
        }
    }

    #[test]
    fn counts_in_words_and_digits() {
        let cases = [
            ("6", Some(6.0)),
            ("1,5", Some(1.5)),
            ("un", Some(1.0)),
            ("douze", Some(12.0)),
            ("dix-huit", Some(18.0)),
            ("vingt et un", Some(21.0)),
            ("vingt-quatre", Some(24.0)),
            ("trente cinq", Some(35.0)),
            ("soixante-dix", Some(70.0)),
            ("quatre-vingt-dix", Some(90.0)),
            ("quatre", Some(4.0)),
            ("dix-un", None),
            ("six-vingt", None),
            ("", None),
        ];
        for (text, number) in cases {
            assert_eq!(count(text), number, "{text}");
        }
    }
}
