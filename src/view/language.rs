//! The button that makes the interface speak the other language.

use crate::state::{Action, Lang};
use yew::prelude::*;

/// The other language, by its own name.
pub fn language(lang: Lang, send: &Callback<Action>) -> Html {
    let other = lang.say(Lang::En, Lang::Fr);
    let speak = send.reform(move |_: MouseEvent| Action::Lang(other));
    html! {
        <button type="button" class="quiet" id="language" lang={other.word()} onclick={speak}>
            { other.say("Français", "English") }
        </button>
    }
}
