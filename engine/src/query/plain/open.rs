//! Whether one can still apply: « encore ouvertes », « offres closes ».

use super::{Context, POSTS, Reading};
use crate::query::{Facet, Openness};

const OPEN: &[&str] =
    &["ouverte", "ouvertes", "ouvert", "ouverts", "disponible", "disponibles", "en cours"];
const CLOSED: &[&str] = &[
    "clos",
    "close",
    "closes",
    "cloture",
    "clotures",
    "cloturee",
    "cloturees",
    "fermee",
    "fermees",
    "expire",
    "expires",
    "expiree",
    "expirees",
    "passee",
    "passees",
    "depasse",
    "depassee",
    "depassees",
    "termine",
    "termines",
    "terminee",
    "terminees",
    "pourvu",
    "pourvus",
    "pourvue",
    "pourvues",
];
/// These are other words without their accent: « stage ferme pédagogique ».
const CLOSED_ACCENTED: &[&str] = &["ferme", "fermes", "passe", "passes"];
const ALREADY: &[&str] = &["deja"];
const STILL: &[&str] = &["encore", "toujours"];
const TO_WHOM: &[&str] = &["a", "au", "aux", "sur", "pour"];
/// Without « encore », « ouverte » may be anything: « démocratie ouverte ».
const WHAT: &[&str] = &["offres", "offre", "annonces", "candidatures"];

/// Reads whether one can still apply.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    // « Stage ouvert », unless it says to whom or to what.
    let of_a_post = at > 0 && tokens.is(at - 1, POSTS) && !tokens.is_apart(at);
    let led = tokens.after(at, WHAT).or(tokens.after(at, STILL)).or(of_a_post.then_some(at));
    let already = tokens.after(led.unwrap_or(at), ALREADY);
    let led = already.or(led.map(|led| tokens.after(led, STILL).unwrap_or(led)))?;
    let accented = || {
        let is = tokens.is(led, CLOSED_ACCENTED) && tokens.written(led, led + 1).contains('é');
        is.then_some(led + 1)
    };
    let open = tokens.after(led, OPEN).filter(|_| already.is_none());
    let (end, value) = match (open, tokens.after(led, CLOSED).or_else(accented)) {
        (Some(end), _) => (end, Openness::Open),
        (None, Some(end)) => (end, Openness::Closed),
        (None, None) => return None,
    };
    if led == at && value == Openness::Open && tokens.is(end, TO_WHOM) {
        return None;
    }
    Reading::new(at, end, Facet::Open, |filters| filters.open.insert(value))
}
