//! Starts and deadlines: « à partir de mars 2023 », « avant le 15 mars », « date limite en avril ».

use super::{Context, Reading};
use crate::calendar::{Date, When};
use crate::query::{Bounds, Facet};
use crate::text::date::{self, Moment};
use crate::text::fold;

/// Most words of a date: « du lundi 6 février 2023 au 3 mars 2023 » has more, but nobody asks so.
const LONGEST: usize = 5;

/// What is about the day until which one applies.
const DEADLINE: &[&str] = &[
    "date limite de candidature",
    "date limite",
    "limite de candidature",
    "limite",
    "candidature",
    "candidatures",
    "candidater",
    "postuler",
    "cloture",
    "deadline",
    "depot",
];
/// What is about the day on which the post starts.
const START: &[&str] = &[
    "date de debut",
    "debut",
    "debutant",
    "commencant",
    "commence",
    "commencent",
    "commencer",
    "debute",
    "debutent",
    "debuter",
    "demarrage",
    "demarre",
    "demarrent",
    "demarrant",
    "demarrer",
    "rentree",
    "prise de poste",
    "disponible",
];

/// What a deadline is that has gone by: « dont la date limite est passée ».
const GONE: &[&str] = &["passee", "depassee", "est passee", "est depassee", "expiree"];

/// How a day bounds what is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    From,
    After,
    Before,
    UpTo,
    Within,
}

/// Reads the days between which a post starts or one must apply.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let about_deadline = tokens.after(at, DEADLINE);
    let about_start = tokens.after(at, START).filter(|_| about_deadline.is_none());
    let first = about_deadline.or(about_start).unwrap_or(at);
    if let Some(end) = about_deadline.and_then(|gone| tokens.after(gone, GONE)) {
        let bounds = Bounds::up_to(step(context.today, false)?);
        return Reading::new(at, end, Facet::Deadline, |filters| filters.deadline = bounds);
    }
    let bounded = [
        (
            Bound::From,
            &[
                "a partir de",
                "a partir du",
                "des le",
                "des",
                "a compter de",
                "a compter du",
                "depuis",
            ][..],
        ),
        (Bound::After, &["apres le", "apres"]),
        (Bound::Before, &["avant le", "avant"]),
        (Bound::UpTo, &["au plus tard le", "au plus tard en", "au plus tard", "jusque"]),
        (Bound::Within, &["en", "pour", "courant", "au mois de", "le", "au"]),
    ];
    let led = bounded.iter().find_map(|(bound, leads)| Some((*bound, tokens.after(first, leads)?)));
    let (mut bound, from) = led.unwrap_or((Bound::Within, first));
    // « Jusqu' » is an article to the words, and none of them.
    let until = fold(tokens.signs_before(first)).trim_end().ends_with("jusqu'");
    if bound == Bound::Within && until {
        bound = Bound::UpTo;
    }
    let from = tokens
        .after(from, &["la rentree", "rentree", "debut", "fin"])
        .filter(|&at| is_date(context, at))
        .unwrap_or(from);
    // A month alone is nothing to start from: « mars », « 15 mars ».
    let told = about_deadline.is_some() || about_start.is_some() || led.is_some();
    let (first_day, last_day, end) = match dated(context, from) {
        Some((moment, end)) => {
            let when = match moment.when() {
                Some(when) => when,
                None if told => next(moment, context.today)?,
                None => return None,
            };
            (when.first_day(), when.last_day(), end)
        }
        None => {
            let year = year(tokens.form(from)).filter(|_| told)?;
            (Date::new(year, 1, 1)?, Date::new(year, 12, 31)?, from + 1)
        }
    };
    let bounds = match bound {
        Bound::From => Bounds::from(first_day),
        Bound::After => Bounds::from(step(last_day, true)?),
        Bound::Before => Bounds::up_to(step(first_day, false)?),
        Bound::UpTo => Bounds::up_to(last_day),
        Bound::Within => Bounds { least: Some(first_day), most: Some(last_day) },
    };
    // « Pour » and « le » alone lead nowhere: they are no part of what is said.
    let bare = bound == Bound::Within && about_deadline.is_none() && about_start.is_none();
    let start = if bare { from } else { at };
    if about_deadline.is_some() {
        Reading::new(start, end, Facet::Deadline, |filters| filters.deadline = bounds)
    } else {
        Reading::new(start, end, Facet::Start, |filters| filters.start = bounds)
    }
}

fn is_date(context: &Context<'_>, at: usize) -> bool {
    dated(context, at).is_some()
}

/// The longest date that begins here, and the word behind it: one day or month.
fn dated(context: &Context<'_>, at: usize) -> Option<(Moment, usize)> {
    let tokens = context.tokens;
    let last = tokens.len().min(at + LONGEST);
    if !(at..last).any(|at| may_be_dated(tokens.form(at))) {
        return None;
    }
    let one = |end: usize| {
        let dates = date::parse(&fold(tokens.written(at, end))).ok()?;
        dates.to.is_none().then_some((dates.from, end))
    };
    let (moment, end) = (at + 1..=last).rev().find_map(one)?;
    // « 11 » is a day in a longer phrase alone, and « 2/3 » may be anything.
    let in_figures = tokens.form(end - 1).bytes().all(|byte| byte.is_ascii_digit());
    let complete = moment.year.is_some() || !in_figures;
    complete.then_some((moment, end))
}

/// A year of this century: « qui commence en 2027 ».
fn year(form: &str) -> Option<u16> {
    let plausible = |year: &u16| (2000..2100).contains(year);
    form.parse().ok().filter(plausible).filter(|_| form.len() == 4)
}

/// Whether a word may be a part of a date that tells its month: by far most tell none.
fn may_be_dated(form: &str) -> bool {
    let begins_month = |three: &[u8]| {
        matches!(
            three,
            b"jan"
                | b"fev"
                | b"mar"
                | b"avr"
                | b"mai"
                | b"jui"
                | b"aou"
                | b"sep"
                | b"oct"
                | b"nov"
                | b"dec"
        )
    };
    form.bytes().any(|byte| byte.is_ascii_digit()) || form.as_bytes().windows(3).any(begins_month)
}

/// The day or month of a moment without a year that comes next.
fn next(moment: Moment, today: Date) -> Option<When> {
    let of = |year| Moment { year: Some(year), ..moment }.when();
    let this = of(today.year())?;
    if this.last_day() >= today { Some(this) } else { of(today.year() + 1) }
}

/// The day after, or before.
fn step(day: Date, forth: bool) -> Option<Date> {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let next_month = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let last_month = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    if forth {
        Date::new(year, month, of_month + 1).or_else(|| Date::new(next_month.0, next_month.1, 1))
    } else {
        Date::new(year, month, of_month.wrapping_sub(1))
            .or_else(|| When::month(last_month.0, last_month.1).map(When::last_day))
    }
}
