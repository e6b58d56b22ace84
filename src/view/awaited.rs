//! What stands in the place of what comes late: that it comes, or that it does not and how to try again.

use crate::late::Late;
use crate::state::{Action, State};
use crate::view::markup::{button, element, said};
use yew::prelude::*;

/// `drawn`, once it can be.
pub(crate) fn awaited(state: &State, send: &Callback<Action>, drawn: Html) -> Html {
    let lang = state.lang;
    match state.late {
        Late::Here => drawn,
        Late::Coming => element("p", "waiting", vec![said(lang.say("Chargement…", "Loading…"))]),
        Late::Failed => {
            let why = lang.say(
                "Cette partie de la page n’a pas pu être chargée. ",
                "This part of the page could not be loaded. ",
            );
            let again = vec![said(lang.say("Réessayer", "Try again"))];
            let again = button("quiet", Action::Late(Late::Coming), None, again, send);
            element("p", "notice", vec![said(why), again])
        }
    }
}
