//! What the browser stores for the visitor: the offers kept and those seen, once one is kept; their searches, once they ask
//! for it.

use crate::browser;
use crate::catalogue::Catalogue;
use crate::state::{self, Action, Kept, Past, State};
use std::rc::Rc;
use tremplin_engine::calendar::Date;

/// The offers kept.
const KEPT: &str = "tremplin:favoris";
/// The offers seen.
const SEEN: &str = "tremplin:vues";
/// The searches of before.
const PAST: &str = "tremplin:recherches";
/// That the key « / » does nothing.
const NO_SLASH: &str = "tremplin:sans-raccourci";
/// A text that stood in the place of the offers kept and could not be read.
const ASIDE: &str = "tremplin:illisible";

/// What is stored, told to the state; `None` where nothing is. A text that cannot be read is set aside.
pub fn recall(catalogue: &Catalogue, today: Date) -> Option<Action> {
    let text = browser::stored(KEPT)?;
    let kept = Kept::parse(&text).unwrap_or_else(|| {
        browser::store(ASIDE, &text);
        browser::store(KEPT, &Kept::default().to_text());
        Kept::default()
    });
    let new = see(catalogue, today);
    Some(Action::Recall(Rc::new(kept), Rc::from(new)))
}

/// The offers kept, where they can be read.
pub fn kept() -> Option<Kept> {
    Kept::parse(&browser::stored(KEPT)?)
}

/// Stores the offers kept; whether that was done.
pub fn keep(state: &State) -> bool {
    let first = browser::stored(KEPT).is_none();
    let done = browser::store(KEPT, &state.kept.to_text());
    if done && first {
        see(&state.catalogue, state.today);
    }
    done
}

/// The searches of before, where they are kept. A text that cannot be read is none.
pub fn past() -> Option<Action> {
    let text = browser::stored(PAST)?;
    Some(Action::Recollect(Past::parse(&text).unwrap_or_default()))
}

/// Stores the searches of before, or forgets them; whether that was done.
pub fn keep_past(past: Option<&Past>) -> bool {
    match past {
        Some(past) => browser::store(PAST, &past.to_text()),
        None => {
            browser::forget(PAST);
            true
        }
    }
}

/// Whether the key « / » may lead to the field: unless the visitor said no.
pub fn slash() -> bool {
    browser::stored(NO_SLASH).is_none()
}

/// Stores that the key « / » does nothing, or that no more; whether that was done.
pub fn keep_slash(slash: bool) -> bool {
    if slash {
        browser::forget(NO_SLASH);
    }
    slash || browser::store(NO_SLASH, "1")
}

/// Forgets everything kept of what was found and searched.
pub fn forget() {
    [KEPT, SEEN, ASIDE, PAST].into_iter().for_each(browser::forget);
}

/// Stores that every offer was seen on this day; which are new.
fn see(catalogue: &Catalogue, today: Date) -> Vec<u32> {
    let ids = catalogue.offers().iter().map(|offer| offer.id.as_str());
    let (new, text) = state::visit(browser::stored(SEEN).as_deref(), ids, today);
    browser::store(SEEN, &text);
    new
}
