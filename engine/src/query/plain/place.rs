//! Places: « à Rennes », « paris 11 », « dans le 35 », « moins de 50 km de Lyon », « en Bretagne ».

use super::{Context, NamedPlace, POSTS, Reading};
use crate::query::{FARTHEST_RADIUS, Facet, USUAL_RADIUS};

/// Most words of a place's name: « Provence - Alpes - Côte d'Azur » has four, « Saint-Germain-en-Laye » one.
const LONGEST: usize = 5;

/// Names that are also common words: places only where something leads to one.
const COMMON: &[&str] = &[
    "ain", "aube", "cher", "creuse", "die", "est", "gap", "grasse", "lens", "lot", "manche", "mer",
    "nord", "orange", "orne", "ouest", "sens", "somme", "sud", "tours", "var",
];

/// What leads to a place, wherever exactly; a longer phrase before what begins like it.
const IN: &[&str] = &[
    "a",
    "au",
    "aux",
    "en",
    "dans le",
    "dans la",
    "dans les",
    "dans",
    "sur",
    "vers",
    "lieu",
    "ville",
    "region",
    "departement",
    "commune",
];
/// What leads to the surroundings of a place.
const AROUND: &[&str] = &[
    "autour de",
    "autour",
    "pres de",
    "proche de",
    "proche",
    "a proximite de",
    "aux environs de",
    "aux alentours de",
    "environs de",
    "alentours de",
    "dans les environs de",
    "a cote de",
    "cote de",
    "region de",
    "du cote de",
];
/// What leads from a distance to the place that it is from.
const FROM: &[&str] = &[
    "autour de",
    "autour",
    "de",
    "du",
    "des",
    "a l entour de",
    "maximum de",
    "max de",
    "au plus de",
];
/// What a région or a département tells the place of, beside posts: « offres de Bretagne », « au nord de la Sarthe ».
const THERE: &[&str] = &[
    "offre",
    "offres",
    "annonce",
    "annonces",
    "poste",
    "postes",
    "mission",
    "missions",
    "region",
    "departement",
    "pres",
    "proche",
    "autour",
    "km",
    "nord",
    "sud",
    "est",
    "ouest",
];
/// Recruiters that a town's name belongs to: « mairie de Paris » is looked for by name.
const RECRUITERS: &[&str] = &[
    "mairie",
    "ville",
    "universite",
    "metropole",
    "commune",
    "prefecture",
    "chu",
    "chru",
    "agglomeration",
    "academie",
    "rectorat",
    "region",
    "departement",
    "conseil",
    "institut",
    "ecole",
    "port",
    "opera",
    "communaute",
    "intercommunalite",
];

/// Reads a place, perhaps with a distance before or behind it.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    distance_first(context, at).or_else(|| place_first(context, at))
}

/// « moins de 50 km de Lyon », « dans un rayon de 30 km autour de Nantes ».
fn distance_first(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let lead = ["dans un rayon de", "rayon de", "rayon", "a moins de", "moins de", "moins", "a"];
    let first = tokens.after(at, &lead).unwrap_or(at);
    let (radius, end) = kilometres(context, first)?;
    let end = tokens.after(end, &["maximum", "max"]).unwrap_or(end);
    let from = tokens.after(end, FROM).unwrap_or(end);
    let (place, end) = named(context, from)?;
    reading(at, end, place, Some(radius))
}

fn place_first(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    if let Some(first) = tokens.after(at, AROUND)
        && let Some((place, end)) = named(context, first)
        && place.is_town
    {
        return reading(at, end, place, Some(USUAL_RADIUS));
    }
    if let Some((place, end)) = department(context, at) {
        return reading(at, end, place, None);
    }
    let (place, end) = named(context, at)?;
    let led = (1..=2)
        .any(|back| at.checked_sub(back).is_some_and(|start| tokens.after(start, IN) == Some(at)));
    if COMMON.contains(&tokens.form(at)) && end == at + 1 && !led {
        return None;
    }
    let of_recruiter =
        at >= 2 && tokens.is(at - 1, &["de", "du", "des"]) && tokens.is(at - 2, RECRUITERS)
            || at >= 1 && tokens.is(at - 1, RECRUITERS) && !led;
    if of_recruiter {
        return None;
    }
    // « Les vins de Bourgogne » are of it, wherever they are sold; « offres de Bourgogne » are there.
    let said_of = at >= 2 && tokens.is(at - 1, &["de", "du", "des"]);
    if said_of && !place.is_town && !tokens.is(at - 2, POSTS) && !tokens.is(at - 2, THERE) {
        return None;
    }
    // « Lyon + 50 km », « Lyon et 50 km autour ».
    let further = tokens.after(end, &["et", "dans un rayon de", "a"]).unwrap_or(end);
    match kilometres(context, further).filter(|_| place.is_town) {
        Some((radius, after)) => {
            let after = tokens.after(after, &["autour", "a la ronde"]).unwrap_or(after);
            reading(at, after, place, Some(radius))
        }
        None => reading(at, end, place, None),
    }
}

/// A commune is itself alone, unless a distance is told.
fn reading(start: usize, end: usize, place: NamedPlace, radius: Option<u16>) -> Option<Reading> {
    Reading::new(start, end, Facet::Place, |filters| {
        filters.radius = place.is_town.then_some(radius.unwrap_or(0));
        filters.places.insert(place.label);
    })
}

/// The longest name that begins here, with the arrondissement behind it: « Paris 11e ».
fn named(context: &Context<'_>, at: usize) -> Option<(NamedPlace, usize)> {
    let tokens = context.tokens;
    let is_name = |end: usize| {
        let apart = (at + 1..end).any(|inside| tokens.is_apart(inside));
        let numeric = |at: usize| !tokens.form(at).contains(char::is_alphabetic);
        // A code of five digits is one of a commune; any other number is none, and a sum is no place.
        let code = numeric(at)
            && (tokens.form(at).len() != 5 || end > at + 1 || tokens.is_followed_by(at, '€'));
        let place = (!apart && !code).then(|| (context.places)(tokens.written(at, end)))?;
        Some((place?, end))
    };
    let last = tokens.len().min(at + LONGEST);
    let (place, end) = (at + 1..=last).rev().find_map(is_name)?;
    match arrondissement(context, at, end) {
        Some(found) => Some(found),
        None => Some((place, end)),
    }
}

/// « 11 » of « Paris 11 », « 3e » of « Lyon 3e arrondissement »: the postal code is what tells it.
fn arrondissement(context: &Context<'_>, at: usize, end: usize) -> Option<(NamedPlace, usize)> {
    let tokens = context.tokens;
    let (first_code, count) = match tokens.form(at) {
        "paris" => (75_000, 20),
        "lyon" => (69_000, 9),
        "marseille" => (13_000, 16),
        _ => return None,
    };
    if end != at + 1 || tokens.is_apart(end) || kilometres(context, end).is_some() {
        return None;
    }
    let form = tokens.form(end);
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let ordinal = matches!(&form[digits..], "" | "e" | "er" | "eme" | "ieme");
    let number: u32 = form[..digits].parse().ok().filter(|_| digits <= 2 && ordinal)?;
    let next = tokens.form(end + 1);
    let counts_something = matches!(next, "mois" | "semaines" | "ans" | "jours" | "euros" | "h");
    if !(1..=count).contains(&number) || counts_something || tokens.is_followed_by(end, '€') {
        return None;
    }
    let after = tokens.after(end + 1, &["arrondissement", "arr", "eme", "e"]).unwrap_or(end + 1);
    let label = (first_code + number).to_string();
    Some((NamedPlace { label, is_town: false }, after))
}

/// « dans le 35 », « département 35 », « (35) »: a number alone may be anything.
fn department(context: &Context<'_>, at: usize) -> Option<(NamedPlace, usize)> {
    let tokens = context.tokens;
    let led = tokens.after(at, &["dans le", "departement du", "departement", "dept", "dpt"]);
    let in_brackets = tokens.signs_before(at).ends_with('(') && tokens.is_followed_by(at, ')');
    let first = led.or(in_brackets.then_some(at))?;
    let code = tokens.form(first);
    let is_code = matches!(code.len(), 2 | 3) && code.as_bytes()[0].is_ascii_digit();
    let place = is_code.then(|| (context.places)(code))?;
    Some((place?, first + 1))
}

/// A number of kilometres, and the word behind it.
fn kilometres(context: &Context<'_>, at: usize) -> Option<(u16, usize)> {
    let form = context.tokens.form(at);
    let (digits, end) = match form.strip_suffix("kms").or(form.strip_suffix("km")) {
        Some(digits) => (digits, at + 1),
        None => (form, context.tokens.after(at + 1, &["km", "kms", "kilometres", "kilometre"])?),
    };
    let number: u16 = digits.parse().ok()?;
    Some((number.clamp(1, FARTHEST_RADIUS), end))
}
