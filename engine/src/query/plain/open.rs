//! Whether one can still apply: « encore ouvertes », « offres closes ».

use super::{Context, Reading};
use crate::query::{Facet, Openness};

const OPEN: &[&str] =
    &["ouverte", "ouvertes", "ouvert", "ouverts", "disponible", "disponibles", "en cours"];
const CLOSED: &[&str] =
    &["closes", "close", "cloturees", "fermees", "expirees", "passees", "terminees", "pourvues"];
const STILL: &[&str] = &["encore", "toujours"];
/// Without « encore », « ouverte » may be anything: « démocratie ouverte ».
const WHAT: &[&str] = &["offres", "offre", "annonces", "candidatures"];

/// Reads whether one can still apply.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    let led = tokens.after(at, WHAT).or(tokens.after(at, STILL))?;
    let led = tokens.after(led, STILL).unwrap_or(led);
    let (end, value) = match (tokens.after(led, OPEN), tokens.after(led, CLOSED)) {
        (Some(end), _) => (end, Openness::Open),
        (None, Some(end)) => (end, Openness::Closed),
        (None, None) => return None,
    };
    Reading::new(at, end, Facet::Open, |filters| filters.open.insert(value))
}
