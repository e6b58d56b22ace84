//! Numbers, plurals and dates as each language writes them, with its spaces.

use crate::state::Lang;
use tremplin_engine::calendar::{Date, When};
use tremplin_engine::offer::Start;

/// A no-break space: before a colon, inside « quotes ».
pub(crate) const NBSP: char = '\u{a0}';
/// A narrow no-break space: inside numbers, before a unit.
pub(crate) const THIN: char = '\u{202f}';

/// What is counted, one of it and many: in French, then in English.
pub(crate) type Noun = [&'static str; 4];

/// What is found.
pub(crate) const OFFER: Noun = ["offre", "offres", "offer", "offers"];
/// The same, behind its number.
pub(crate) const OFFERS: Noun = [" offre", " offres", " offer", " offers"];
/// What a contract lasts.
pub(crate) const MONTH: Noun = ["mois", "mois", "month", "months"];
/// What is left before a deadline.
pub(crate) const DAY: Noun = ["jour", "jours", "day", "days"];

const MONTHS: [&str; 24] = [
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
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: [&str; 24] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// « 20 avr. 2023 »
    Short,
    /// « 20 avril 2023 »
    Whole,
}

impl Lang {
    /// « 0 offre », « 1 offre », « 2 offres »: in French one is still singular below two.
    pub(crate) fn plural(self, count: usize, noun: Noun) -> String {
        let mut text = self.number(count as f64);
        text.push(NBSP);
        text + self.agree(count, noun)
    }

    /// The noun alone, as that many are called.
    pub(crate) fn agree(self, count: usize, noun: Noun) -> &'static str {
        let many = self.say(count >= 2, count != 1);
        noun[self.say(0, 2) + usize::from(many)]
    }

    /// « 1 300 », « 4,35 »; « 1,300 », « 4.35 »: thousands apart, two decimals at most.
    pub(crate) fn number(self, value: f64) -> String {
        let cents = (value.abs() * 100.0 + 0.5) as u64;
        let mut digits = (cents / 100).to_string();
        let mut at = digits.len();
        while at > 3 {
            at -= 3;
            digits.insert(at, self.say(THIN, ','));
        }
        if value < 0.0 {
            digits.insert(0, '−');
        }
        let rest = cents % 100;
        if rest > 0 {
            digits.push(self.say(',', '.'));
            digits.push(char::from(b'0' + (rest / 10) as u8));
            digits.push(char::from(b'0' + (rest % 10) as u8));
        }
        digits
    }

    /// « 6 mois », « 4 à 6 mois »: a range whose ends are one is one.
    pub(crate) fn range(self, least: f64, most: f64, noun: Noun) -> String {
        let mut text = self.number(least);
        if least != most {
            text += self.say(" à ", " to ");
            text += &self.number(most);
        }
        text.push(NBSP);
        text + self.agree(most as usize, noun)
    }

    /// « words », in the language's quotes.
    pub(crate) fn quoted(self, words: &str) -> String {
        let mut text = self.say("«\u{a0}", "“").to_owned();
        text += words;
        text + self.say("\u{a0}»", "”")
    }

    fn month_name(self, month: u8, length: Length) -> &'static str {
        let names = if length == Length::Short { &SHORT_MONTHS } else { &MONTHS };
        names.get(usize::from(month).wrapping_sub(1) + self.say(0, 12)).copied().unwrap_or("")
    }

    /// The first letter of a month, a capital: « M ».
    pub(crate) fn initial(self, moment: When) -> String {
        let name = self.month_name(moment.first_day().month(), Length::Whole);
        name.get(..1).unwrap_or("").to_ascii_uppercase()
    }

    fn day(self, date: Date, length: Length) -> String {
        let mut text = date.day().to_string();
        text += if date.day() == 1 { self.say("er", "") } else { "" };
        text.push(NBSP);
        text + self.month_name(date.month(), length)
    }

    /// « 20 avril 2023 », « 1er mars 2023 ».
    pub(crate) fn date(self, date: Date, length: Length) -> String {
        let mut text = self.day(date, length);
        text.push(NBSP);
        text + &date.year().to_string()
    }

    /// The same, without the year when it is this one.
    pub(crate) fn near_date(self, when: Date, today: Date, length: Length) -> String {
        if when.year() == today.year() { self.day(when, length) } else { self.date(when, length) }
    }

    /// « mars 2023 », « 2 mai 2023 ».
    pub(crate) fn when(self, moment: When, length: Length) -> String {
        match moment {
            When::Month { year, month } => {
                let mut text = self.month_name(month, length).to_owned();
                text.push(NBSP);
                text + &year.to_string()
            }
            When::Day(day) => self.date(day, length),
        }
    }

    /// « sept. – oct. 2024 », « 1er févr. – 1er mars 2023 », « mars 2023 », « au plus tard mai 2023 »; `None` for an empty start.
    pub(crate) fn start(self, start: Start, length: Length) -> Option<String> {
        let between = |opening: String, to| opening + "\u{a0}– " + &self.when(to, length);
        Some(match (start.from, start.to) {
            (Some(from), Some(to)) if from == to => self.when(from, length),
            (Some(from), Some(to)) if from.first_day().year() == to.first_day().year() => {
                let opening = match from {
                    When::Month { month, .. } => self.month_name(month, length).to_owned(),
                    When::Day(date) => self.day(date, length),
                };
                between(opening, to)
            }
            (Some(from), Some(to)) => between(self.when(from, length), to),
            (Some(from), None) => self.when(from, length),
            (None, Some(to)) => {
                self.say("au plus tard ", "by ").to_owned() + &self.when(to, length)
            }
            (None, None) => return None,
        })
    }
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
            assert_eq!(plain(&Lang::Fr.plural(count, OFFER)), words);
        }
        for (count, words) in [(0, "0 offers"), (1, "1 offer"), (12_345, "12,345 offers")] {
            assert_eq!(plain(&Lang::En.plural(count, OFFER)), words);
        }
    }

    #[test]
    fn numbers_have_their_comma() {
        let cases = [(4.35, "4,35"), (4.05, "4,05"), (1300.0, "1 300"), (0.5, "0,50")];
        for (value, words) in cases {
            assert_eq!(plain(&Lang::Fr.number(value)), words);
        }
        assert_eq!(plain(&Lang::Fr.range(4.0, 6.0, MONTH)), "4 à 6 mois");
        assert_eq!(plain(&Lang::Fr.range(6.0, 6.0, MONTH)), "6 mois");
        assert_eq!(plain(&Lang::En.range(1.0, 1.0, MONTH)), "1 month");
        assert_eq!(Lang::En.number(1300.5), "1,300.50");
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
            let written =
                Lang::Fr.start(Start { from: moment(from), to: moment(to) }, Length::Short);
            assert_eq!(plain(&written.unwrap()), words);
        }
        assert_eq!(Lang::Fr.start(Start { from: None, to: None }, Length::Whole), None);
    }

    #[test]
    fn the_year_is_said_when_it_is_another() {
        let today = Date::new(2023, 2, 26).unwrap();
        let cases = [((2023, 3, 1), "1er mars"), ((2024, 3, 3), "3 mars 2024")];
        for ((year, month, day), words) in cases {
            let date = Date::new(year, month, day).unwrap();
            assert_eq!(plain(&Lang::Fr.near_date(date, today, Length::Whole)), words);
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
