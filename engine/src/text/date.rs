//! Dates as French ads write them: a strict parser over folded text, for offers and queries alike.
//!
//! Over 400 lines: one grammar, which its cases follow.

use super::number;
use crate::calendar::{Date, When, days_in_month};
use std::fmt;

/// Which part of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// « début mai »
    Start,
    /// « mi-mai »
    Middle,
    /// « fin mai »
    End,
}

/// A day or a month as written, its year perhaps left out.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment {
    /// 0 for Monday.
    pub weekday: Option<u8>,
    /// « mi- », « fin ».
    pub part: Option<Part>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 to 12.
    pub month: u8,
    /// 2000 to 2099.
    pub year: Option<u16>,
}

/// `2023-03-01`, `2023-03`, and `?` for a year left out.
impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year}")?,
            None => f.write_str("?")?,
        }
        write!(f, "-{:02}", self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl Moment {
    /// The moment in the calendar, when the year is written.
    pub fn when(&self) -> Option<When> {
        let year = self.year?;
        match self.day {
            Some(day) => Date::new(year, self.month, day).map(When::Day),
            None => When::month(year, self.month),
        }
    }

    /// The last day that is meant: the day, or the end of the month for « fin mai ».
    pub fn last_day(&self) -> Option<u8> {
        match (self.day, self.part) {
            (Some(day), _) => Some(day),
            (None, Some(Part::End)) => Some(days_in_month(self.year.unwrap_or(2001), self.month)),
            _ => None,
        }
    }
}

/// How two moments are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// One or the other, or any time between: « ou », « / », « et ».
    Choice,
    /// From one to the other: « à », « au », « jusqu'au », a dash.
    Period,
}

/// One moment, or two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The moment, or the first.
    pub from: Moment,
    /// The second.
    pub to: Option<(Join, Moment)>,
}

impl fmt::Debug for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(f)?;
        match self.to {
            Some((Join::Choice, to)) => write!(f, "|{to:?}"),
            Some((Join::Period, to)) => write!(f, "..{to:?}"),
            None => Ok(()),
        }
    }
}

/// Why a phrase is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is something else.
    NotADate,
    /// No calendar has that day.
    Impossible,
    /// That day is another day of the week.
    WrongWeekday,
}

const RANKS: [&[&str]; 4] = [
    &["1er", "1ere", "premier", "t1", "q1"],
    &["2e", "2eme", "2nd", "deuxieme", "second", "t2", "q2"],
    &["3e", "3eme", "troisieme", "t3", "q3"],
    &["4e", "4eme", "quatrieme", "dernier", "t4", "q4"],
];

const MONTHS: &str =
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre";
const SHORT_MONTHS: &[&str] = &["janv", "fev", "fevr", "avr", "juil", "sept", "oct", "nov", "dec"];
const WEEKDAYS: &str = "lundi mardi mercredi jeudi vendredi samedi dimanche";

/// The month that folded `word` names, in full or shortened (« sept. », « fév »).
pub fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let short = SHORT_MONTHS.contains(&word);
    let named = |month: &str| month == word || (short && month.starts_with(word));
    let index = MONTHS.split(' ').position(named)?;
    Some(index as u8 + 1)
}

/// Reads a whole phrase of folded text.
///
/// ```
/// use tremplin_engine::text::date::parse;
/// assert_eq!(format!("{:?}", parse("janvier / mars 2022").unwrap()), "2022-01|2022-03");
/// assert_eq!(format!("{:?}", parse("lundi 6 fevrier 2023").unwrap()), "2023-02-06");
/// ```
///
/// # Errors
/// When the phrase is no date, or a date that cannot be.
pub fn parse(folded: &str) -> Result<Dates, Unread> {
    if let Some(months) = part_of_year(folded) {
        return Ok(months);
    }
    let tokens = tokens(folded).ok_or(Unread::NotADate)?;
    let mut reader = Reader { tokens: &tokens };
    let mut first = reader.moment().ok_or(Unread::NotADate)?;
    let to = if reader.tokens.is_empty() {
        None
    } else {
        let join = reader.join().ok_or(Unread::NotADate)?;
        let second = reader.moment().ok_or(Unread::NotADate)?;
        Some((join, second))
    };
    if !reader.tokens.is_empty() {
        return Err(Unread::NotADate);
    }
    if let Some((_, second)) = to {
        if first.month == 0 {
            first.month = second.month;
        }
        if first.year.is_none() {
            // « décembre ou janvier 2024 » begins the year before.
            first.year = second.year.map(|year| year - u16::from(first.month > second.month));
        }
    }
    if first.month == 0 || to.is_some_and(|(_, second)| second.month == 0) {
        return Err(Unread::NotADate);
    }
    check(&first)?;
    if let Some((_, second)) = &to {
        check(second)?;
    }
    Ok(Dates { from: first, to })
}

/// « premier trimestre 2026 », « T3 2026 », « 2e semestre 2026 »: from its first month to its last. Seasons and
/// « rentrée » name no month.
fn part_of_year(folded: &str) -> Option<Dates> {
    let mut words: Vec<&str> = folded.split([' ', '-', '/']).filter(|w| !w.is_empty()).collect();
    words.retain(|word| !matches!(*word, "le" | "du" | "de" | "au" | "l'annee" | "civil"));
    let (rank, unit, year) = match words[..] {
        [rank, unit, year] => (rank, unit, year),
        [rank, year] if rank.starts_with(['t', 'q']) => (rank, "trimestre", year),
        _ => return None,
    };
    let length = match unit {
        "trimestre" => 3,
        "semestre" => 6,
        _ => return None,
    };
    let rank = RANKS.iter().position(|names| names.contains(&rank))? as u8;
    let year = year.parse().ok().filter(|year| (2000..=2099).contains(year))?;
    let month = |month: u8| Moment { month, year: Some(year), ..Moment::default() };
    let first = rank * length + 1;
    (first <= 12)
        .then(|| Dates { from: month(first), to: Some((Join::Choice, month(first + length - 1))) })
}

fn check(moment: &Moment) -> Result<(), Unread> {
    // Without a year, 29 February may exist.
    let days = days_in_month(moment.year.unwrap_or(2000), moment.month);
    if days == 0 || moment.day.is_some_and(|day| day == 0 || day > days) {
        return Err(Unread::Impossible);
    }
    match (moment.when(), moment.weekday) {
        (Some(When::Day(date)), Some(weekday)) if date.weekday() != weekday => {
            Err(Unread::WrongWeekday)
        }
        _ => Ok(()),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    /// Digits, and how many.
    Number(u16, usize),
    Word(&'a str),
    /// `/`, `-`, `.` or `,`
    Mark(char),
}

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        let length = if c.is_ascii_digit() {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            tokens.push(Token::Number(rest.get(..length.min(5))?.parse().ok()?, length));
            length
        } else if c.is_ascii_lowercase() {
            let length = rest.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'\'').count();
            let word = &rest[..length];
            tokens.push(Token::Word(word.strip_prefix("d'").unwrap_or(word)));
            length
        } else {
            match c {
                '/' | '-' | '.' | ',' => tokens.push(Token::Mark(c)),
                ' ' => {}
                _ => return None,
            }
            1
        };
        rest = &rest[length..];
    }
    // The point of « sept. » and the comma after a weekday or a day mean nothing; points between numbers do.
    let kept = (0..tokens.len()).filter(|&i| match tokens[i] {
        Token::Mark('.') => {
            matches!(i.checked_sub(1).map(|i| tokens[i]), Some(Token::Number(..)))
                && matches!(tokens.get(i + 1), Some(Token::Number(..)))
        }
        Token::Mark(',') => false,
        _ => true,
    });
    Some(kept.map(|i| tokens[i]).collect())
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
}

impl Reader<'_> {
    fn word(&mut self, accepted: &[&str]) -> bool {
        let found = matches!(self.tokens, [Token::Word(word), ..] if accepted.contains(word));
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }

    fn join(&mut self) -> Option<Join> {
        let join = match self.tokens {
            [Token::Mark('/') | Token::Word("ou" | "et"), ..] => Join::Choice,
            [Token::Mark('-') | Token::Word("a" | "au" | "jusqu'au" | "jusqu'a"), ..] => {
                Join::Period
            }
            _ => return None,
        };
        self.tokens = &self.tokens[1..];
        Some(join)
    }

    fn year(&mut self) -> Option<u16> {
        match self.tokens {
            [Token::Number(year @ 2000..=2099, 4), rest @ ..] => {
                self.tokens = rest;
                Some(*year)
            }
            _ => None,
        }
    }

    /// A moment; its month is 0 when only a day stands there (« 1er » of « 1er ou 15 mars »).
    fn moment(&mut self) -> Option<Moment> {
        let mut moment = Moment::default();
        self.word(&["le", "du", "de", "au", "la"]);
        if let [Token::Word(word), rest @ ..] = self.tokens
            && let Some(weekday) = WEEKDAYS.split(' ').position(|weekday| weekday == *word)
        {
            moment.weekday = Some(weekday as u8);
            self.tokens = rest;
            self.word(&["le"]);
        }
        if self.figures(&mut moment) {
            return Some(moment);
        }
        if let [Token::Number(day @ 0..=99, 1..=2), rest @ ..] = self.tokens {
            moment.day = Some(*day as u8);
            self.tokens = rest;
            self.word(&["er"]);
        } else if let Some((day, length)) = self.day_in_words() {
            moment.day = Some(day);
            self.tokens = &self.tokens[length..];
        } else {
            let part = match self.tokens {
                [Token::Word("mi"), ..] => Some(Part::Middle),
                [Token::Word("fin"), ..] => Some(Part::End),
                [Token::Word("debut"), ..] => Some(Part::Start),
                _ => None,
            };
            if part.is_some() || matches!(self.tokens, [Token::Word("courant"), ..]) {
                moment.part = part;
                self.tokens = &self.tokens[1..];
                if matches!(self.tokens, [Token::Mark('-'), ..]) {
                    self.tokens = &self.tokens[1..];
                }
                self.word(&["du"]);
                if matches!(self.tokens, [Token::Word("mois"), ..]) {
                    self.tokens = &self.tokens[1..];
                }
                self.word(&["de"]);
            }
        }
        match self.tokens {
            [Token::Word(word), rest @ ..] if month(word).is_some() => {
                moment.month = month(word)?;
                self.tokens = rest;
                moment.year = self.year();
                Some(moment)
            }
            _ => moment.day.map(|_| moment),
        }
    }

    /// « premier », « quinze », « vingt-quatre », « trente et un » before a month's name, and how many tokens that is.
    fn day_in_words(&self) -> Option<(u8, usize)> {
        // « sept » is a number before « juin » and the short name of a month elsewhere: the longest reading holds.
        let is_month =
            |token: &Token<'_>| matches!(token, Token::Word(word) if month(word).is_some());
        let longest = self.tokens.iter().take(4).rposition(is_month)?;
        let words = self.tokens[..longest].iter().filter(|token| **token != Token::Mark('-'));
        let words: Option<Vec<&str>> = words
            .map(|token| match token {
                Token::Word("premier") => Some("un"),
                Token::Word(word) => Some(*word),
                _ => None,
            })
            .collect();
        let day = number::count(&words?.join(" "))?;
        (1.0..=31.0).contains(&day).then_some((day as u8, longest))
    }

    /// A moment in figures.
    fn figures(&mut self, moment: &mut Moment) -> bool {
        use Token::{Mark, Number};
        let (day, month, year, length) = match *self.tokens {
            [
                Number(year @ 2000..=2099, 4),
                Mark(a @ ('-' | '/')),
                Number(month, 2),
                Mark(b),
                Number(day, 2),
                ..,
            ] if a == b => (day, month, year, 5),
            [Number(year @ 2000..=2099, 4), Mark('-'), Number(month, 2), ..] => (0, month, year, 3),
            [
                Number(day, 1..=2),
                Mark(a),
                Number(month, 1..=2),
                Mark(b),
                Number(year, digits @ (2 | 4)),
                ..,
            ] if a == b => {
                let year = if digits == 2 { 2000 + year } else { year };
                (day, month, year, 5)
            }
            [Number(month, 1..=2), Mark('/'), Number(year @ 2000..=2099, 4), ..] => {
                (0, month, year, 3)
            }
            [Number(day, 1..=2), Mark('/'), Number(month @ 1..=12, 1..=2), ..] => {
                (day, month, 0, 3)
            }
            _ => return false,
        };
        if year != 0 && !(2000..=2099).contains(&year) {
            return false;
        }
        moment.day = (length == 5 || year == 0).then_some(day as u8);
        // A month above 12 is kept, to be called impossible.
        moment.month = if month == 0 { 99 } else { month as u8 };
        moment.year = (year != 0).then_some(year);
        self.tokens = &self.tokens[length..];
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_spelling() {
        let cases = [
            ("1er mars 2023", "2023-03-01"),
            ("1 er mars 2023", "2023-03-01"),
            ("15/09/25", "2025-09-15"),
            ("01.04.2023", "2023-04-01"),
            ("1-4-2023", "2023-04-01"),
            ("2023-04-01", "2023-04-01"),
            ("2023/04/01", "2023-04-01"),
            ("2025-09", "2025-09"),
            ("premier mars 2025", "2025-03-01"),
            ("vingt-quatre juin 2025", "2025-06-24"),
            ("trente et un mai", "?-05-31"),
            ("dix-sept juin 2025", "2025-06-17"),
            ("sept juin", "?-06-07"),
            ("1er trimestre 2027", "2027-01|2027-03"),
            ("dernier trimestre de l'annee 2027", "2027-10|2027-12"),
            ("t2 2027", "2027-04|2027-06"),
            ("second semestre 2027", "2027-07|2027-12"),
            ("09/2025", "2025-09"),
            ("15/09", "?-09-15"),
            ("mi-mai", "?-05"),
            ("fin du mois de mai 2024", "2024-05"),
            ("sept. 2024", "2024-09"),
            ("mercredi 30 novembre", "?-11-30"),
            ("mars / avril 2023", "2023-03|2023-04"),
            ("juillet ou septembre 2023", "2023-07|2023-09"),
            ("decembre ou janvier 2024", "2023-12|2024-01"),
            ("1er fevrier / 1 er mars 2023", "2023-02-01|2023-03-01"),
            ("1er au 15 mars 2025", "2025-03-01..2025-03-15"),
            ("janvier-juin 2023", "2023-01..2023-06"),
            ("fevrier a juillet 2023", "2023-02..2023-07"),
            ("01/03/2025 au 31/08/2025", "2025-03-01..2025-08-31"),
            ("le 1er mars et le 3 avril", "?-03-01|?-04-03"),
        ];
        for (text, expected) in cases {
            let read = parse(text).map(|dates| format!("{dates:?}"));
            assert_eq!(read.as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        let cases = [
            ("31 avril 2023", Unread::Impossible),
            ("32/01/2023", Unread::Impossible),
            ("12/13/2023", Unread::Impossible),
            ("lundi 7 fevrier 2023", Unread::WrongWeekday),
            ("2023", Unread::NotADate),
            ("12", Unread::NotADate),
            ("mars avril", Unread::NotADate),
            ("printemps", Unread::NotADate),
            ("printemps 2026", Unread::NotADate),
            ("3e semestre 2026", Unread::NotADate),
            ("trente-trois mai 2026", Unread::NotADate),
            ("", Unread::NotADate),
            ("06.89.15.36.27", Unread::NotADate),
            ("99999999999999/1/2023", Unread::NotADate),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), Err(expected), "{text}");
        }
    }
}
