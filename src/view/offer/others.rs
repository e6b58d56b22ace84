//! The offers around the open one: before and after it in the results, and those like it.

use crate::state::{Action, Opened, Side, State};
use crate::view::links::to_offer;
use crate::view::markup::{element, nothing, said, words};
use crate::view::writing::no_break;
use crate::view::{facts, heading, icons, title};
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
        let Some(offer) = state.neighbour(side) else { return nothing() };
        let (class, icon, name) = match side {
            Side::Before => {
                ("before", icons::back(), lang.say("Offre précédente", "Previous offer"))
            }
            Side::After => ("after", icons::forth(), lang.say("Offre suivante", "Next offer")),
        };
        let colon = element("span", "unseen", vec![said("\u{a0}: ")]);
        let name = element("small", "", vec![said(name), colon]);
        let name = element("span", "", vec![name, Html::from(no_break(title(offer)))]);
        to_offer(&offer.id, class, Action::Turn, vec![icon, name], link, send)
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
        return nothing();
    }
    let name = said(state.lang.say("Offres semblables", "Similar offers"));
    let offers = list(state, &opened.similar, link, send);
    element("div", "similar", vec![element(heading(level), "", vec![name]), offers])
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
        let name = vec![Html::from(no_break(title(offer)))];
        let mut who = Vec::new();
        who.extend(offer.organisation.iter().map(|name| words("span", "", no_break(name))));
        who.extend(place.map(|place| words("span", "", place)));
        let link = to_offer(&offer.id, "", Action::Open, name, link, send);
        element("li", class, vec![link, element("span", "who", who)])
    };
    html! { <ul class="offers" role="list">{ for offers.iter().map(row) }</ul> }
}
