//! Days and months of the Gregorian calendar, as offers state them: no clock, no time zone.

use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// A day. Written `YYYY-MM-DD`. Only days that exist can be made.
///
/// ```
/// use tremplin_engine::calendar::Date;
/// let day = Date::new(2022, 11, 30).unwrap();
/// assert_eq!(day.to_string(), "2022-11-30");
/// assert_eq!(day.weekday(), 2, "a Wednesday");
/// assert_eq!(Date::new(2023, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` when the calendar has no such day (years 1 to 9999).
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 March of year 0; differences between two dates are what it is for.
    pub fn day_number(self) -> i32 {
        // Counting years from March puts the leap day last: Howard Hinnant's « days_from_civil ».
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let month = (i32::from(self.month) + 9) % 12;
        let era_day = 365 * year + year / 4 - year / 100 + year / 400;
        era_day + (153 * month + 2) / 5 + i32::from(self.day) - 1
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        (self.day_number() + 2).rem_euclid(7) as u8
    }
}

/// How many days the month has, 0 for a month that does not exist.
pub fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A text that is not the day, or month, that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form YYYY-MM-DD or YYYY-MM")
    }
}

impl std::error::Error for NotADate {}

fn number<T: FromStr>(digits: &str, length: usize) -> Result<T, NotADate> {
    if digits.len() != length || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotADate);
    }
    digits.parse().map_err(|_| NotADate)
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADate);
        };
        Self::new(number(year, 4)?, number(month, 2)?, number(day, 2)?).ok_or(NotADate)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// A moment as precisely as an offer states it: a month (`YYYY-MM`) or a day (`YYYY-MM-DD`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub enum When {
    /// The month, when no day is stated.
    Month {
        /// 1 to 9999.
        year: u16,
        /// 1 to 12.
        month: u8,
    },
    /// The day.
    Day(Date),
}

impl When {
    /// The month, or `None` when there is no such month.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        Date::new(year, month, 1).map(|_| Self::Month { year, month })
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        match self {
            Self::Month { year, month } => Date { year, month, day: 1 },
            Self::Day(date) => date,
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self {
            Self::Month { year, month } => Date { year, month, day: days_in_month(year, month) },
            Self::Day(date) => date,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => date.fmt(f),
        }
    }
}

impl FromStr for When {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match text.split_once('-') {
            Some((year, month)) if month.len() == 2 => {
                Self::month(number(year, 4)?, number(month, 2)?).ok_or(NotADate)
            }
            _ => text.parse().map(Self::Day),
        }
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_print_and_parse_back() {
        for text in ["2023-02-28", "2024-02-29", "1999-12-31", "2023-04"] {
            assert_eq!(text.parse::<When>().unwrap().to_string(), text);
        }
        for text in
            ["2023-02-29", "2023-13", "2023-1-1", "23-01-01", "2023-00-10", "", "2023-+1-01"]
        {
            assert_eq!(text.parse::<When>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        let cases = [
            ("2023-01-01", 6),
            ("2022-11-27", 6),
            ("2024-02-29", 3),
            ("2026-11-22", 6),
            ("2000-03-01", 2),
        ];
        for (day, weekday) in cases {
            assert_eq!(day.parse::<Date>().unwrap().weekday(), weekday, "{day}");
        }
    }

    #[test]
    fn day_numbers_count_every_day_once() {
        let mut previous = Date::new(1995, 12, 31).unwrap().day_number();
        for year in 1996..=2004 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    let number = Date::new(year, month, day).unwrap().day_number();
                    assert_eq!(number, previous + 1, "{year}-{month}-{day}");
                    previous = number;
                }
            }
        }
    }
}
