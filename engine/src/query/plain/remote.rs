//! Télétravail: « télétravail », « full remote », « sans télétravail », « 100 % à distance ».

use super::{Context, Reading};
use crate::offer::Remote;
use crate::query::Facet;

const NAMES: &[&str] = &["teletravail", "remote", "distanciel", "a distance", "home office"];
const WHOLLY: &[&str] = &[
    "complet",
    "total",
    "integral",
    "full",
    "entier",
    "totalement",
    "integralement",
    "entierement",
    "completement",
    "exclusivement",
    "uniquement",
];
/// It may be had, however much of it: « télétravail possible ».
const ALLOWED: &[&str] = &["possible", "accepte", "autorise", "envisageable"];
const PARTLY: &[&str] = &["partiel", "hybride", "partiellement", "occasionnel", "ponctuel"];

/// Reads télétravail, all of it, some of it, or none.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Reading> {
    let tokens = context.tokens;
    if let Some(end) = tokens.after(at, &["presentiel", "sur site", "hybride"]) {
        let value = if tokens.is(at, &["hybride"]) { Remote::Partial } else { Remote::None };
        return Reading::new(at, end, Facet::Remote, |filters| filters.remotes.insert(value));
    }
    if let Some(end) = tokens
        .after(at, &["sans", "pas de", "pas"])
        .and_then(|end| tokens.after(end, NAMES).or(tokens.after(end, &["teletravail"])))
    {
        return Reading::new(at, end, Facet::Remote, |filters| {
            filters.remotes.insert(Remote::None)
        });
    }
    let percent = |at: usize| tokens.is(at, &["100"]) && tokens.is_followed_by(at, '%');
    // What stands before: « full remote », « 100 % télétravail », « télétravail », « partiellement à distance ».
    let (before, wholly, partly) = match at {
        _ if percent(at) => (at + 1, true, false),
        _ if tokens.is(at, WHOLLY) => (at + 1, true, false),
        _ if tokens.is(at, PARTLY) => (at + 1, false, true),
        _ => (at, false, false),
    };
    let before = tokens.after(before, &["en"]).unwrap_or(before);
    let mut end = tokens.after(before, NAMES)?;
    let (mut wholly, mut partly) = (wholly, partly);
    let further = tokens.after(end, &["a"]).filter(|&further| percent(further)).unwrap_or(end);
    if percent(further) || tokens.is(further, WHOLLY) {
        (wholly, end) = (true, further + 1);
    } else if tokens.is(end, PARTLY) {
        (partly, end) = (true, end + 1);
    } else if tokens.is(end, ALLOWED) {
        end += 1;
    }
    Reading::new(at, end, Facet::Remote, |filters| {
        if !wholly {
            filters.remotes.insert(Remote::Partial);
        }
        if !partly {
            filters.remotes.insert(Remote::Full);
        }
    })
}
