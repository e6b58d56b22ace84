//! The open offer: its facts, its text, how to apply and to pass it on, and the offers around it.

pub(crate) mod actions;
pub(crate) mod others;
#[cfg(feature = "prerender")]
pub(crate) mod page;
pub(crate) mod table;

use crate::state::{Action, Opened, State};
use crate::view::awaited::awaited;
use crate::view::card::kind;
use crate::view::markup::{button, element, said, words};
use crate::view::prose::prose;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, heading, icons, title};
use tremplin_engine::offer::Offer;
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

crate::late! { Late:
    "03" fn rest(state: &State, opened: &Opened, level: u8, here: &Here, link: &Callback<String, AttrValue>, send: &Callback<Action>) -> Html
        = below;
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
    let back =
        element("span", "", vec![said(lang.say("Retour aux résultats", "Back to the results"))]);
    let shut = element("span", "close", vec![said(lang.say("Fermer l’offre", "Close the offer"))]);
    let close =
        button("back", Action::Close, None, vec![icons::back(), icons::cross(), back, shut], send);
    html! {
        <article key={&*opened.id} class="offer" part="detail" aria-labelledby="offer">
            { element("div", "bar", vec![close]) }
            { opening(state, offer, heading(level)) }
            { awaited(state, send, rest(state, opened, level, here, link, send)) }
        </article>
    }
}

/// What it is, under a heading of that tag, and whether one can still apply.
fn opening(state: &State, offer: &Offer, heading: &'static str) -> Html {
    let (lang, today) = (state.lang, state.today);
    let (tone, status) = facts::status(lang, offer, offer.status(today), today, Length::Whole);
    let mut line: Vec<Html> = kind(lang, offer).into_iter().collect();
    line.extend(offer.organisation.iter().map(|name| words("span", "by", no_break(name))));
    let place = offer.places.first().and_then(facts::place);
    line.extend(place.map(|place| words("span", "", place)));
    html! {
        <div class="opening">
            { element("p", "line", line) }
            <@{heading} id="offer" tabindex="-1">{ no_break(title(offer)) }</@>
            { element("p", "said", vec![words("span", tone.class(), status)]) }
        </div>
    }
}

/// What stands below its opening.
fn below(
    state: &State,
    opened: &Opened,
    level: u8,
    here: &Here,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let (lang, offer) = (state.lang, state.offer(opened.offer));
    let text = match &opened.text {
        Some(text) if opened.original => words("p", "original", (**text).to_owned()),
        Some(text) => prose(text, offer, level + 1),
        None => element(
            "p",
            "waiting",
            vec![said(lang.say("Chargement du texte…", "Loading the text…"))],
        ),
    };
    let busy = if opened.text.is_none() { "true" } else { "false" };
    Html::from_iter([
        actions::actions(state, offer, offer.status(state.today), here, send),
        table::table(lang, offer, opened, send),
        actions::tools(state, offer, opened.original, here, send),
        html! { <div class="reading" aria-busy={busy}>{ text }</div> },
        actions::on_paper(lang, offer, here),
        others::neighbours(state, link, send),
        others::similar(state, opened, level + 1, link, send),
    ])
}
