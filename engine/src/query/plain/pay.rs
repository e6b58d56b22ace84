//! Pay: « plus de 800 € », « 30 k€ par an », « au moins 15 € de l'heure ».

use super::{Context, Reading};
use crate::query::Facet;
use crate::text::number::amount;

/// Least that is paid by the year, where the period is not told: nobody is paid that by the month.
const BY_YEAR: f64 = 10_000.0;
/// Most that is paid by the hour, where the period is not told.
const BY_HOUR: f64 = 60.0;

/// Reads the least that is to be paid. « Moins de 800 € » asks for nothing that a filter can.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let least = &[
        "plus de",
        "plus",
        "au moins",
        "minimum",
        "min",
        "a partir de",
        "superieur a",
        "superieure a",
        "entre",
        "paye",
        "remunere",
        "salaire",
    ];
    let mut first = tokens.after(at, least).unwrap_or(at);
    first = tokens.after(first, &["plus de", "au moins", "minimum"]).unwrap_or(first);
    let is_most =
        tokens.is(at.wrapping_sub(2), &["moins"]) || tokens.is(at, &["moins", "max", "maximum"]);
    let compared_down = tokens.signs_before(first).contains(['<', '≤']);
    if is_most || compared_down {
        return None;
    }
    let (mut euros, mut last) = figure(context, first)?;
    if let Some((_, further)) =
        tokens.after(last + 1, &["et", "a"]).and_then(|at| figure(context, at))
    {
        last = further;
    }
    let mut end = last + 1;
    let named = tokens.after(end, &["euros", "euro", "eur", "e"]);
    if !tokens.is_followed_by(last, '€') && named.is_none() {
        return None;
    }
    end = named.unwrap_or(end);
    let period = |at: usize| {
        let at =
            tokens.after(at, &["par", "de", "brut par", "brut", "net par", "net"]).unwrap_or(at);
        let month = tokens.after(at, &["mois", "mensuel", "mensuels"]);
        let year = tokens.after(at, &["an", "annuel", "annuels"]);
        let hour = tokens.after(at, &["heure", "h", "horaire"]);
        month
            .map(|end| (end, 1.0))
            .or(year.map(|end| (end, 1.0 / 12.0)))
            .or(hour.map(|end| (end, 151.67)))
    };
    match period(end) {
        Some((after, months)) => (end, euros) = (after, euros * months),
        None if euros >= BY_YEAR => euros /= 12.0,
        None if euros <= BY_HOUR => euros *= 151.67,
        None => {}
    }
    end = tokens.after(end, &["minimum", "min", "mini", "et plus", "ou plus"]).unwrap_or(end);
    (1.0..1e6).contains(&euros).then_some(())?;
    Reading::new(at, end, Facet::Pay, |filters| filters.least_pay = Some(euros.round() as u32))
}

/// A figure in euros, its thousands perhaps told by « k », and its last word.
fn figure(context: &Context<'_>, at: usize) -> Option<(f64, usize)> {
    let form = context.tokens.form(at);
    let thousands = form.strip_suffix('k');
    let number = amount(thousands.unwrap_or(form))?;
    let (apart, last) =
        if context.tokens.is(at + 1, &["k"]) { (true, at + 1) } else { (false, at) };
    Some((if thousands.is_some() || apart { number * 1000.0 } else { number }, last))
}
