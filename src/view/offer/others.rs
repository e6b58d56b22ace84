//! The offers around the open one: before and after it in the results, and those like it.

use crate::state::{Action, Opened, Side, State};
use crate::view::links::to_offer;
use crate::view::writing::no_break;
use crate::view::{facts, icons, title};
use tremplin_engine::offer::{Offer, Status};
use yew::prelude::*;

/// The offers before and after it in the results.
pub(super) fn neighbours(
    state: &State,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    let neighbour = |side: Side| {
        let Some(offer) = state.beside(side) else { return html! {} };
        let (class, icon, name) = match side {
            Side::Before => {
                ("before", icons::back(), lang.say("Offre précédente", "Previous offer"))
            }
            Side::After => ("after", icons::forth(), lang.say("Offre suivante", "Next offer")),
        };
        let words = html! {
            <>{ icon }<span><small>{ name }<span class="unseen">{ "\u{a0}: " }</span></small>{ no_break(title(offer)) }</span></>
        };
        to_offer(&offer.id, class, Action::Turn, words, link, send)
    };
    let (before, after) = (neighbour(Side::Before), neighbour(Side::After));
    html! {
        <nav class="beside" aria-label={lang.say("Offres voisines", "Neighbouring offers")}>{ before }{ after }</nav>
    }
}

/// The offers like it, under a heading of level `level`.
pub(super) fn similar(
    state: &State,
    opened: &Opened,
    level: u8,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    if opened.similar.is_empty() {
        return html! {};
    }
    html! {
        <div class="similar">
            <@{format!("h{level}")}>{ state.lang.say("Offres semblables", "Similar offers") }</@>
            { list(state, &opened.similar, link, send) }
        </div>
    }
}

/// Offers, each a link with who recruits and where.
pub(crate) fn list(
    state: &State,
    offers: &[u32],
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let row = |&place: &u32| {
        let offer: &Offer = state.offer(place);
        let class = if offer.status(state.today) == Status::Open { "" } else { "past" };
        let place = offer.places.first().and_then(facts::place);
        let words = Html::from(no_break(title(offer)));
        html! {
            <li {class}>
                { to_offer(&offer.id, "", Action::Open, words, link, send) }
                <span class="who">
                    { for offer.organisation.iter().map(|name| html! { <span>{ no_break(name) }</span> }) }
                    { for place.iter().map(|place| html! { <span>{ place }</span> }) }
                </span>
            </li>
        }
    };
    html! { <ul class="offers" role="list">{ for offers.iter().map(row) }</ul> }
}
