//! The ways to look at the results, and what each draws above their list.

use crate::state::{Action, Look, State};
use crate::view::awaited::awaited;
use crate::view::calendar::calendar;
use crate::view::map::map;
use yew::prelude::*;

crate::late! { Late:
    "01" fn drawn(state: &State, send: &Callback<Action>) -> Html = draw;
}

/// The buttons that choose a look.
pub(crate) fn looks(state: &State, send: &Callback<Action>) -> Html {
    html! {
        <div class="looks" role="group" aria-label={state.lang.say("Affichage", "View")}>
            { for Look::ALL.into_iter().map(|look| {
                let choose = send.reform(move |_: MouseEvent| Action::Look(look));
                let name = match look {
                    Look::List => state.lang.say("Liste", "List"),
                    Look::Map => state.lang.say("Carte", "Map"),
                    Look::Calendar => state.lang.say("Calendrier", "Calendar"),
                };
                html! {
                    <button key={look.word()} type="button" id={format!("look-{}", look.word())}
                        aria-pressed={(look == state.look).to_string()} onclick={choose}>{ name }</button>
                }
            }) }
        </div>
    }
}

/// What the chosen look draws.
pub(crate) fn looked_at(state: &State, send: &Callback<Action>) -> Html {
    match state.look {
        Look::List => Html::default(),
        _ => awaited(state, send, drawn(state, send)),
    }
}

fn draw(state: &State, send: &Callback<Action>) -> Html {
    match state.look {
        Look::Calendar => calendar(state, send),
        _ => map(state, send),
    }
}
