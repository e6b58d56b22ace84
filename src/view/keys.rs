//! What the keyboard does by itself, and how to do without.

use crate::state::{Action, State};
use crate::view::markup::{button, said};
use yew::prelude::*;

/// The button that stops the key « / » from leading to the field, or lets it again: those who speak to their device, or hit
/// keys by mistake, do without.
pub fn slash(state: &State, send: &Callback<Action>) -> Html {
    let (lang, slash) = (state.lang, state.slash);
    let name = if slash {
        lang.say("Désactiver la touche «\u{a0}/\u{a0}»", "Turn off the “/” key")
    } else {
        lang.say("Activer la touche «\u{a0}/\u{a0}»", "Turn on the “/” key")
    };
    button("quiet key", Action::Slash(!slash), None, vec![said(name)], send)
}
