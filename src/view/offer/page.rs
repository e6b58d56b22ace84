//! An offer as a page of its own, which lives without a script.

use super::{actions, others, table};
use crate::state::{Opened, State};
use crate::texts;
use crate::view::card::kind;
use crate::view::markup::{element, said, words};
use crate::view::prose::prose;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, icons, links, title};
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

/// What its deadline is called in a calendar.
pub fn deadline_of(offer: &Offer) -> String {
    "Date limite\u{a0}: ".to_owned() + title(offer)
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
    let (tone, said_of) = facts::status(lang, offer, status, state.today, Length::Whole);
    let mut line: Vec<Html> = kind(lang, offer).into_iter().collect();
    line.extend(offer.organisation.iter().map(|name| words("span", "by", no_break(name))));
    line.extend(offer.places.first().and_then(facts::place).map(|place| words("span", "", place)));
    let mut ways = Vec::new();
    if !offer.apply_emails.is_empty() {
        let (label, class) = match status {
            Status::Open => (lang.say("Postuler par e-mail", "Apply by e-mail"), "apply strong"),
            _ => (lang.say("Écrire au recruteur", "Write to the recruiter"), "apply plain"),
        };
        ways.push(html! {
            <a {class} rel="noopener noreferrer" href={links::letter(offer, None)}>{ icons::letter() }{ label }</a>
        });
    }
    if actions::is_ahead(offer, state.today) {
        ways.push(html! {
            <a class="plain" download="" href="limite.ics">{ icons::date() }{ lang.say("À mon agenda", "To my calendar") }</a>
        });
    }
    html! {
        <div class="tremplin alone" lang={lang.word()}>
            <article class="offer" aria-labelledby="offer">
                <div class="opening">
                    { element("p", "line", line) }
                    <h1 id="offer">{ no_break(title(offer)) }</h1>
                    { element("p", "said", vec![words("span", tone.class(), said_of)]) }
                    if status != Status::Open {
                        { element("p", "notice", vec![said(lang.say(
                            "Cette offre n’est plus ouverte. L’annonce reste à lire.",
                            "This offer is no longer open. It can still be read.",
                        ))]) }
                    }
                </div>
                { element("div", "actions", ways) }
                { table::table(lang, offer, &opened, &send) }
                <div class="reading">{ prose(texts::at_hand(offer), offer, 2) }</div>
                { others::similar(state, &opened, 2, link, &send) }
            </article>
        </div>
    }
}
