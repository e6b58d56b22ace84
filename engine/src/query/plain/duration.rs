//! Lengths: « 6 mois », « de 4 à 6 mois », « moins d'un an », « 12 semaines minimum ».

use super::{Context, Reading};
use crate::query::{Bounds, Facet};
use crate::text::number::count;

/// Longest length that is one, in months: « 26 ans » is an age.
const LONGEST: f64 = 48.0;

/// Reads a length in months.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let less = tokens.after(at, &["moins de", "moins"]);
    let at_most =
        tokens.after(at, &["jusqu a", "jusqua", "au plus", "pas plus de", "maximum", "max"]);
    let more = tokens.after(at, &["plus de", "plus"]);
    let at_least = tokens.after(at, &["au moins", "minimum", "min", "a partir de"]);
    let between = tokens.after(at, &["de", "entre", "duree de", "duree", "pendant", "pour"]);
    let first = less.or(at_most).or(more).or(at_least).or(between).unwrap_or(at);
    let (low, after) = number(context, first)?;
    let joined = tokens.after(after, &["a", "ou", "et"]);
    let dash = matches!(tokens.signs_before(after).trim(), "-" | "–" | "/").then_some(after);
    let range = joined.or(dash).and_then(|second| number(context, second));
    // « 4-6 » is one word.
    let (low, range) = match tokens.written(first, first + 1).split_once('-') {
        Some((low, high)) => (count(low)?, Some((count(high)?, after))),
        None => (low, range),
    };
    let ((high, mut end), month) = match range {
        Some((high, unit)) => (unit_at(context, unit).map(|(end, month)| ((high, end), month)))?,
        None => unit_at(context, after).map(|(end, month)| ((low, end), month))?,
    };
    let is_experience = tokens.is(end, &["experience", "experiences", "anciennete"]);
    let is_past = at >= 3 && tokens.after(at - 3, &["il y a"]) == Some(at);
    let (low, high) = (low * month, high * month);
    if is_experience || is_past || low <= 0.0 || high > LONGEST || low > high {
        return None;
    }
    let (mut lower, mut upper) = (less.or(at_most).is_none(), more.or(at_least).is_none());
    if let Some(after) =
        tokens.after(end, &["minimum", "min", "mini", "et plus", "ou plus", "au moins"])
    {
        (upper, end) = (false, after);
    } else if let Some(after) =
        tokens.after(end, &["maximum", "max", "maxi", "au plus", "et moins"])
    {
        (lower, end) = (false, after);
    }
    // « Moins de 6 mois » is not six.
    let least = low.floor() as u16 + u16::from(more.is_some());
    let most = high.ceil() as u16 - u16::from(less.is_some());
    let bounds = Bounds { least: lower.then_some(least), most: upper.then_some(most) };
    // « De » alone leads nowhere: « stage de 6 mois » keeps its « de ».
    let start = if between.is_some() && range.is_none() { first } else { at };
    Reading::new(start, end, Facet::Duration, |filters| filters.duration = bounds)
}

/// A number in digits or in words, and the word behind it; the unit may be glued to it: `6mois`.
fn number(context: &Context<'_>, at: usize) -> Option<(f64, usize)> {
    let form = context.tokens.form(at);
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && digits < form.len() && months_of(&form[digits..]).is_some() {
        return Some((count(&form[..digits])?, at));
    }
    count(form).map(|number| (number, at + 1))
}

/// How many months the unit at `at` is, and the word behind it.
fn unit_at(context: &Context<'_>, at: usize) -> Option<(usize, f64)> {
    let unit = context.tokens.form(at).trim_start_matches(|c: char| c.is_ascii_digit());
    Some((at + 1, months_of(unit)?))
}

fn months_of(unit: &str) -> Option<f64> {
    match unit {
        "mois" => Some(1.0),
        "semaine" | "semaines" | "sem" => Some(12.0 / 52.0),
        "an" | "ans" | "annee" | "annees" => Some(12.0),
        _ => None,
    }
}
