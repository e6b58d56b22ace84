//! The words' field, its ✕ and its button.

use crate::state::{Action, Lang};
use crate::view::icons;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The words' field, live; its button only goes to the results.
pub fn form(lang: Lang, words: &str, send: &Callback<Action>) -> Html {
    let oninput = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                send.emit(Action::Type(field.value()));
            }
        })
    };
    let onsubmit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Submit
    });
    let wipe = send.reform(|_: MouseEvent| Action::Wipe);
    let onkeydown = {
        let send = send.clone();
        let empty = words.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !empty {
                event.prevent_default();
                event.stop_propagation();
                send.emit(Action::Wipe);
            }
        })
    };
    html! {
        <search>
            <form class="search" action="" {onsubmit}>
                <label for="field">{ lang.say("Rechercher une offre", "Search for an offer") }</label>
                <div class="field" part="champ">
                    <input id="field" type="search" name="q" value={words.to_owned()} {oninput} {onkeydown}
                        placeholder={lang.say("métier, ville, thème…", "job, town, subject…")}
                        autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" />
                    <span class="wipe">
                        if !words.is_empty() {
                            <button type="button" onclick={wipe} aria-label={lang.say("Effacer la recherche", "Clear the search")}>{ icons::cross() }</button>
                        }
                    </span>
                    <button type="submit" class="strong" part="bouton">
                        { icons::search() }<span>{ lang.say("Rechercher", "Search") }</span>
                    </button>
                </div>
            </form>
        </search>
    }
}
