//! The open offer: its facts, its text, how to apply and to pass it on, and the offers around it.

pub(crate) mod actions;
pub(crate) mod others;
pub(crate) mod table;

use crate::state::{Action, Opened, State};
use crate::view::prose::prose;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, icons, labels, title};
use yew::prelude::*;

/// What the place where the offer is read allows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Here {
    /// The whole address of the offer, where it has one.
    pub url: Option<String>,
    /// Whether the clipboard can be written.
    pub can_copy: bool,
    /// Whether the device passes addresses on to other programs.
    pub can_share: bool,
}

/// The open offer, under a heading of level `level`; its sections' is one deeper. `link` gives the address of another.
pub fn open_offer(
    state: &State,
    opened: &Opened,
    level: u8,
    here: &Here,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let (lang, offer) = (state.lang, state.offer(opened.offer));
    let status = offer.status(state.today);
    let (tone, said) = facts::status(lang, offer, status, state.today, Length::Whole);
    let close = send.reform(|_: MouseEvent| Action::Close);
    let place = offer.places.first().and_then(facts::place);
    html! {
        <article key={opened.id.clone()} class="offer" part="detail" aria-labelledby="offer">
            <div class="bar">
                <button type="button" class="back" onclick={close}>
                    { icons::back() }{ icons::cross() }
                    <span>{ lang.say("Retour aux résultats", "Back to the results") }</span>
                    <span class="close">{ lang.say("Fermer l’offre", "Close the offer") }</span>
                </button>
            </div>
            <div class="opening">
                <p class="line">
                    if let Some(contract) = offer.contract {
                        <span class={labels::contract_class(contract)}>{ labels::contract(lang, contract) }</span>
                    }
                    { for offer.organisation.iter().map(|name| html! { <span class="by">{ no_break(name) }</span> }) }
                    { for place.iter().map(|place| html! { <span>{ place }</span> }) }
                </p>
                <@{format!("h{level}")} id="offer" tabindex="-1">{ no_break(title(offer)) }</@>
                <p class={classes!("said", tone.class())}>{ said }</p>
            </div>
            { actions::actions(state, offer, status, here, send) }
            { table::table(lang, offer, opened, send) }
            { actions::tools(state, offer, opened.original, here, send) }
            <div class="reading" aria-busy={opened.text.is_none().to_string()}>
                if let Some(text) = opened.text.as_ref().filter(|_| opened.original) {
                    <p class="original">{ &**text }</p>
                } else if let Some(text) = &opened.text {
                    { prose(text, offer, level + 1) }
                } else {
                    <p class="waiting">{ lang.say("Chargement du texte…", "Loading the text…") }</p>
                }
            </div>
            { actions::on_paper(lang, offer, here) }
            { others::neighbours(state, link, send) }
            { others::similar(state, opened, level + 1, link, send) }
        </article>
    }
}
