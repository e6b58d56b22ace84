//! An offer as a page of its own, which lives without a script.

use super::{actions, opening, others, table};
use crate::state::{Opened, State};
use crate::texts;
use crate::view::icons;
use crate::view::markup::{element, said};
use crate::view::prose::prose;
use std::rc::Rc;
use tremplin_engine::offer::{Offer, Status};
use yew::prelude::*;

/// The text of an offer alone.
pub fn offer_text(offer: &Offer) -> Html {
    prose(texts::at_hand(offer), offer, 2)
}

/// A link to each of these offers, with who recruits and where.
pub fn offer_links(state: &State, offers: &[u32], link: &Callback<String, AttrValue>) -> Html {
    others::list(state, offers, link, &Callback::noop())
}

/// The deadline of an offer as a calendar's file, if it is ahead.
pub fn calendar(state: &State, offer: &Offer) -> Option<String> {
    actions::deadline(offer, None, state.today)
}

/// The offer at `place`, under a heading of the first level; `link` gives the address of another offer's page.
pub fn offer_page(state: &State, place: u32, link: &Callback<String, AttrValue>) -> Html {
    let (lang, offer) = (state.lang, state.offer(place));
    let Some(opened) = Opened::new(&state.catalogue, &offer.id, state.today) else {
        return Html::default();
    };
    let opened = Opened { text: Some(Rc::from(texts::at_hand(offer))), quoted: true, ..opened };
    let send = Callback::noop();
    let status = offer.status(state.today);
    let mut ways: Vec<Html> = actions::apply(lang, offer, status, None).into_iter().collect();
    if calendar(state, offer).is_some() {
        ways.push(html! {
            <a class="plain" download="" href="limite.ics">{ icons::date() }{ lang.say("À mon agenda", "To my calendar") }</a>
        });
    }
    html! {
        <div class="tremplin alone" lang={lang.word()}>
            <article class="offer" aria-labelledby="offer">
                { opening(state, offer, "h1") }
                if status != Status::Open {
                    { element("p", "notice", vec![said(lang.say(
                        "Cette offre n’est plus ouverte. L’annonce reste à lire.",
                        "This offer is no longer open. It can still be read.",
                    ))]) }
                }
                { element("div", "actions", ways) }
                { table::table(lang, offer, &opened, &send) }
                <div class="reading">{ prose(texts::at_hand(offer), offer, 2) }</div>
                { others::similar(state, &opened, 2, link, &send) }
            </article>
        </div>
    }
}
