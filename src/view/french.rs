//! Numbers, plurals and dates in French, with its spaces.

use tremplin_engine::calendar::{Date, When};
use tremplin_engine::offer::Start;

/// A no-break space: before a colon, inside « quotes ».
pub(crate) const NBSP: char = '\u{a0}';
/// A narrow no-break space: inside numbers, before a unit.
pub(crate) const THIN: char = '\u{202f}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_MONTHS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// « 20 avr. 2023 »
    Short,
    /// « 20 avril 2023 »
    Whole,
}

/// « 0 offre », « 1 offre », « 2 offres »: in French one is still singular below two.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{}{NBSP}{}", number(count as f64), if count < 2 { one } else { many })
}

/// « 1 300 », « 4,35 »: thousands apart, a decimal comma, two decimals at most.
pub(crate) fn number(value: f64) -> String {
    let cents = (value.abs() * 100.0).round() as u64;
    let mut digits = (cents / 100).to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert(at, THIN);
    }
    if value < 0.0 {
        digits.insert(0, '−');
    }
    match cents % 100 {
        0 => digits,
        rest => format!("{digits},{rest:02}"),
    }
}

/// « 6 mois », « 4 à 6 mois »: a range whose ends are one is one.
pub(crate) fn range(least: f64, most: f64, unit: &str) -> String {
    if least == most {
        format!("{}{NBSP}{unit}", number(least))
    } else {
        format!("{} à {}{NBSP}{unit}", number(least), number(most))
    }
}

fn month_name(month: u8, length: Length) -> &'static str {
    let names = if length == Length::Short { &SHORT_MONTHS } else { &MONTHS };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

fn day(date: Date, length: Length) -> String {
    let ordinal = if date.day() == 1 { "er" } else { "" };
    format!("{}{ordinal}{NBSP}{}", date.day(), month_name(date.month(), length))
}

/// « 20 avril 2023 », « 1er mars 2023 ».
pub(crate) fn date(date: Date, length: Length) -> String {
    format!("{}{NBSP}{}", day(date, length), date.year())
}

/// The same, without the year when it is this one.
pub(crate) fn near_date(when: Date, today: Date, length: Length) -> String {
    if when.year() == today.year() { day(when, length) } else { date(when, length) }
}

/// « mars 2023 », « 2 mai 2023 ».
pub(crate) fn when(moment: When, length: Length) -> String {
    match moment {
        When::Month { year, month } => format!("{}{NBSP}{year}", month_name(month, length)),
        When::Day(day) => date(day, length),
    }
}

/// « sept. – oct. 2024 », « 1er févr. – 1er mars 2023 », « mars 2023 », « avant mai 2023 »; `None` for an empty start.
pub(crate) fn start(start: Start, length: Length) -> Option<String> {
    Some(match (start.from, start.to) {
        (Some(from), Some(to)) if from == to => when(from, length),
        (Some(from), Some(to)) if from.first_day().year() == to.first_day().year() => {
            let opening = match from {
                When::Month { month, .. } => month_name(month, length).to_owned(),
                When::Day(date) => day(date, length),
            };
            format!("{opening}{NBSP}– {}", when(to, length))
        }
        (Some(from), Some(to)) => format!("{}{NBSP}– {}", when(from, length), when(to, length)),
        (Some(from), None) => when(from, length),
        (None, Some(to)) => format!("au plus tard {}", when(to, length)),
        (None, None) => return None,
    })
}

/// The source's words with the spaces of French typography made no-break, so that no line begins with a mark.
pub(crate) fn no_break(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    let mut previous = None;
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let before_mark = matches!(next, Some(';' | ':' | '!' | '?' | '»' | '€' | '%'));
        let digits = previous.is_some_and(|c: char| c.is_ascii_digit())
            && next.is_some_and(|c| c.is_ascii_digit());
        let glued = c == ' ' && (before_mark || digits || previous == Some('«'));
        text.push(if glued { NBSP } else { c });
        previous = Some(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spaces made plain, so that a case reads as it looks.
    fn plain(text: &str) -> String {
        text.replace([NBSP, THIN], " ")
    }

    #[test]
    fn none_and_one_are_singular() {
        let cases = [(0, "0 offre"), (1, "1 offre"), (2, "2 offres"), (12_345, "12 345 offres")];
        for (count, words) in cases {
            assert_eq!(plain(&plural(count, "offre", "offres")), words);
        }
    }

    #[test]
    fn numbers_have_their_comma() {
        let cases = [(4.35, "4,35"), (4.05, "4,05"), (1300.0, "1 300"), (0.5, "0,50")];
        for (value, words) in cases {
            assert_eq!(plain(&number(value)), words);
        }
        assert_eq!(plain(&range(4.0, 6.0, "mois")), "4 à 6 mois");
        assert_eq!(plain(&range(6.0, 6.0, "mois")), "6 mois");
    }

    #[test]
    fn starts_say_no_more_than_they_know() {
        let cases = [
            (Some("2024-09"), Some("2024-10"), "sept. – oct. 2024"),
            (Some("2023-02-01"), Some("2023-03-01"), "1er févr. – 1er mars 2023"),
            (Some("2022-12"), Some("2023-01"), "déc. 2022 – janv. 2023"),
            (Some("2023-05-02"), Some("2023-05-02"), "2 mai 2023"),
            (Some("2023-04-01"), None, "1er avr. 2023"),
            (None, Some("2023-04"), "au plus tard avr. 2023"),
        ];
        for (from, to, words) in cases {
            let moment = |text: Option<&str>| text.map(|text| text.parse().unwrap());
            let written = start(Start { from: moment(from), to: moment(to) }, Length::Short);
            assert_eq!(plain(&written.unwrap()), words);
        }
        assert_eq!(start(Start { from: None, to: None }, Length::Whole), None);
    }

    #[test]
    fn the_year_is_said_when_it_is_another() {
        let today = Date::new(2023, 2, 26).unwrap();
        let cases = [((2023, 3, 1), "1er mars"), ((2024, 3, 3), "3 mars 2024")];
        for ((year, month, day), words) in cases {
            let date = Date::new(year, month, day).unwrap();
            assert_eq!(plain(&near_date(date, today, Length::Whole)), words);
        }
    }

    #[test]
    fn no_line_begins_with_a_mark() {
        assert_eq!(
            no_break("Où ? « Là » ; 1 300 €"),
            "Où\u{a0}? «\u{a0}Là\u{a0}»\u{a0}; 1\u{a0}300\u{a0}€"
        );
        assert_eq!(no_break("a b 1 c"), "a b 1 c");
    }
}
