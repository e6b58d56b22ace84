//! Whether one can still apply: « encore ouvertes », « offres closes ».

use super::{Context, POSTS, Reading};
use crate::query::{Facet, Openness};

const OPEN: &[&str] =
    &["ouverte", "ouvertes", "ouvert", "ouverts", "disponible", "disponibles", "en cours"];
/// How what is over is told, but for its gender and number.
const CLOSED: &[&str] =
    &["clos", "cloture", "fermee", "expire", "passee", "depasse", "termine", "pourvu"];
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
    let form = tokens.form(led);
    let is_closed = |closed: &str| matches!(form.strip_prefix(closed), Some("" | "e" | "s" | "es"));
    let closed = CLOSED.iter().any(|closed| is_closed(closed))
        || CLOSED_ACCENTED.contains(&form) && tokens.written(led, led + 1).contains('é');
    let open = tokens.after(led, OPEN).filter(|_| already.is_none());
    let (end, value) = match open {
        Some(end) => (end, Openness::Open),
        None if closed => (led + 1, Openness::Closed),
        None => return None,
    };
    if led == at && value == Openness::Open && tokens.is(end, TO_WHOM) {
        return None;
    }
    Reading::new(at, end, Facet::Open, |filters| filters.open.insert(value))
}
