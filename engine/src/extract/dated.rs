//! Years that ads leave out, and dates that cannot be: what the fields of dates share.

use super::rule;
use crate::calendar::{Date, When};
use crate::diagnostic::{self, Diagnostics};
use crate::document::Document;
use crate::span::Span;
use crate::text::date::{self, Dates, Moment, Unread};
use crate::text::fold;
use regex::Regex;
use std::sync::OnceLock;

/// The first date in `words`, read.
pub(super) fn any_date(words: &str) -> Option<Result<Dates, Unread>> {
    static DATES: OnceLock<Regex> = OnceLock::new();
    let folded = fold(words);
    let found = DATES.get_or_init(|| rule::compile("{dates}")).find(&folded)?;
    Some(date::parse(found.as_str()))
}

/// Tells why the words state no day, when they hold a date at all.
pub(super) fn tell(document: &Document, span: Span, diagnostics: &mut Diagnostics) {
    let words = span.of(&document.text);
    let Some(found) = any_date(words) else { return };
    let location = document.locate(span);
    diagnostics.push(match found {
        Err(Unread::Impossible) => diagnostic::impossible_date(location, words),
        Err(Unread::WrongWeekday) => diagnostic::wrong_weekday(location, words),
        _ => diagnostic::date_without_year(location, words),
    });
}

/// The first such moment on the day `known` or after it; `None` when it is written with another day of the week.
pub(super) fn first_after(moment: &Moment, known: Date) -> Option<Moment> {
    [known.year(), known.year() + 1]
        .into_iter()
        .map(|year| Moment { year: Some(year), ..*moment })
        .find(|moment| moment.when().is_some_and(|when| when.last_day() >= known))
        .filter(on_its_weekday)
}

/// The last such moment on the day `known` or before it; `None` when it is written with another day of the week.
pub(super) fn last_before(moment: &Moment, known: Date) -> Option<Moment> {
    [known.year(), known.year() - 1]
        .into_iter()
        .map(|year| Moment { year: Some(year), ..*moment })
        .find(|moment| moment.when().is_some_and(|when| when.first_day() <= known))
        .filter(on_its_weekday)
}

fn on_its_weekday(moment: &Moment) -> bool {
    match (moment.when(), moment.weekday) {
        (Some(When::Day(day)), Some(weekday)) => day.weekday() == weekday,
        (when, _) => when.is_some(),
    }
}

/// A season that an ad is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Season {
    Spring(u16),
    Summer(u16),
    /// « rentrée 2026 »
    Return(u16),
    /// « année scolaire 2026-2027 »
    SchoolYear(u16),
}

/// The season that the ad is about; `None` when it names none, or two that differ.
fn season(document: &Document) -> Option<Season> {
    static SEASONS: OnceLock<Regex> = OnceLock::new();
    let seasons = SEASONS.get_or_init(|| {
        rule::compile(
            r"\b(?P<name>annee scolaire|annee universitaire|rentree|ete|printemps|saison estivale)(?: scolaire| universitaire)? (?P<year>20\d\d)\b",
        )
    });
    let mut seasons = seasons.captures_iter(document.folded.as_str()).filter_map(|season| {
        let year = season["year"].parse().ok()?;
        Some(match &season["name"] {
            "printemps" => Season::Spring(year),
            "ete" | "saison estivale" => Season::Summer(year),
            "rentree" => Season::Return(year),
            _ => Season::SchoolYear(year),
        })
    });
    let season = seasons.next()?;
    seasons.all(|other| other == season).then_some(season)
}

/// The moment within the season that the ad is about: « Job d'été 2026 », « rentrée 2026 ».
pub(super) fn in_its_season(document: &Document, moment: &Moment) -> Option<Moment> {
    let (months, year) = match season(document)? {
        Season::Spring(year) => (3..=6, year),
        Season::Summer(year) => (5..=9, year),
        Season::Return(year) => (8..=11, year),
        Season::SchoolYear(year) => (1..=12, year + u16::from(moment.month < 8)),
    };
    let moment = Moment { year: Some(year), ..*moment };
    (months.contains(&moment.month) && on_its_weekday(&moment)).then_some(moment)
}

/// The last such moment before the end of the season that the ad is about.
pub(super) fn before_its_season(document: &Document, moment: &Moment) -> Option<Moment> {
    let end = match season(document)? {
        Season::Spring(year) => Date::new(year, 5, 31),
        Season::Summer(year) => Date::new(year, 8, 31),
        Season::Return(year) | Season::SchoolYear(year) => Date::new(year, 10, 31),
    };
    last_before(moment, end?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(folded: &str) -> Moment {
        date::parse(folded).expect("a date").from
    }

    #[test]
    fn a_year_left_out_is_the_nearest_that_fits() {
        let known = Date::new(2026, 11, 20).expect("a day");
        let cases = [
            ("15 decembre", "2026-12-15", "2025-12-15"),
            ("4 janvier", "2027-01-04", "2026-01-04"),
            ("novembre", "2026-11", "2026-11"),
            ("20 novembre", "2026-11-20", "2026-11-20"),
        ];
        for (text, after, before) in cases {
            let shown = |moment: Option<Moment>| format!("{:?}", moment.expect("a year"));
            assert_eq!(shown(first_after(&moment(text), known)), after, "{text}");
            assert_eq!(shown(last_before(&moment(text), known)), before, "{text}");
        }
        assert_eq!(first_after(&moment("mardi 4 janvier"), known), None);
    }

    #[test]
    fn a_deadline_comes_before_the_season() {
        let cases = [
            ("Rentrée 2026", "15 juin", Some("2026-06-15")),
            ("Stage au printemps 2026", "15 decembre", Some("2025-12-15")),
            ("Stage", "15 decembre", None),
        ];
        for (text, words, expected) in cases {
            let found = before_its_season(&Document::of_text(text), &moment(words));
            assert_eq!(found.map(|it| format!("{it:?}")).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_season_gives_its_year_when_it_is_the_only_one() {
        let cases = [
            ("Job d'été 2026", "1er juillet", Some("2026-07-01")),
            ("Rentrée 2026", "septembre", Some("2026-09")),
            ("Rentrée 2026", "janvier", None),
            ("Année scolaire 2026-2027", "5 janvier", Some("2027-01-05")),
            ("Été 2026, puis été 2027", "juin", None),
            ("Fondée en 2020", "juin", None),
        ];
        for (text, words, expected) in cases {
            let found = in_its_season(&Document::of_text(text), &moment(words));
            assert_eq!(found.map(|it| format!("{it:?}")).as_deref(), expected, "{text}");
        }
    }
}
