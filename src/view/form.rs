//! The words' field, its ✕ and its button.

use crate::state::{Action, Field, State};
use crate::view::combobox::Combobox;
use crate::view::icons;
use yew::prelude::*;

/// The words' field, live, with what it suggests; its button only goes to the results. It holds `words`, which may be ahead of
/// those that are searched.
pub fn form(state: &State, words: &str, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let onsubmit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Submit
    });
    let wipe = send.reform(|_: MouseEvent| Action::Wipe);
    let combobox = Combobox {
        field: Field::Words,
        id: "field",
        kind: "search",
        placeholder: lang.say("métier, ville, thème…", "job, town, subject…"),
        described: None,
    };
    html! {
        <search>
            <form class="search" action="" {onsubmit}>
                <label for="field">{ lang.say("Rechercher une offre", "Search for an offer") }</label>
                <div class="field" part="champ">
                    { combobox.input(state, words, send) }
                    <span class="wipe">
                        if !words.is_empty() {
                            <button type="button" onclick={wipe} aria-label={lang.say("Effacer la recherche", "Clear the search")}>{ icons::cross() }</button>
                        }
                    </span>
                    <button type="submit" class="strong" part="bouton">
                        { icons::search() }<span>{ lang.say("Rechercher", "Search") }</span>
                    </button>
                    { combobox.list(state, send) }
                </div>
            </form>
        </search>
    }
}
