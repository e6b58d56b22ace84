//! One row of the results: an offer answered in one look, always in the same order.

use crate::state::{Action, Lang, MOST_COMPARED, Shelf, State};
use crate::texts;
use crate::view::keeping::star;
use crate::view::links::follow;
use crate::view::marks::marked;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, icons, labels, title};
use tremplin_engine::offer::{Field, Offer, Remote, Status};
use tremplin_engine::search::{Hit, Marks};
use yew::prelude::*;

/// Longest words of the source, in characters, that a row shows where no value was read.
const SHORT_WORDS: usize = 24;

/// One row, under a heading of level `level`, linked to the offer's address.
pub(crate) fn card(
    state: &State,
    hit: &Hit,
    level: u8,
    href: AttrValue,
    send: &Callback<Action>,
) -> Html {
    let (lang, offer) = (state.lang, state.offer(hit.offer));
    let marks = state.catalogue.marks(&state.answer, hit.offer);
    let current = state.open.as_ref().is_some_and(|opened| opened.offer == hit.offer);
    let open = follow(&offer.id, Action::Open, send);
    let (tone, status) = facts::status(lang, offer, hit.status, state.today, Length::Whole);
    let class = classes!(
        "card",
        (hit.status != Status::Open).then_some("past"),
        current.then_some("current")
    );
    html! {
        <article {class} part="carte">
            <p class="line">
                if state.fresh.contains(&hit.offer) {
                    <span class="new">{ lang.say("Nouveau", "New") }</span>
                }
                if let Some(contract) = offer.contract {
                    <span class={labels::contract_class(contract)}>{ labels::contract(lang, contract) }</span>
                }
                { for facts::duration(lang, offer).into_iter().chain(start(lang, offer)).map(|fact| html! { <span>{ fact }</span> }) }
            </p>
            <@{format!("h{level}")} class="title" part="titre">
                <a id={format!("card-{}", offer.id)} href={href} onclick={open} aria-current={current.then_some("true")}>
                    { marked(title(offer), &marks.title) }
                </a>
            </@>
            { star(state, offer, "star", send) }
            { who(lang, offer, &marks) }
            <p class="facts">
                { pay(lang, offer) }
                if let Some(levels) = facts::levels(lang, &offer.study_level) {
                    <span>{ levels }</span>
                }
                <span class={tone.class()}>{ status }</span>
            </p>
            { pick(state, hit.offer, send) }
            <div class="snippet">
                if let Some(snippet) = &marks.snippet {
                    { excerpt(offer, snippet) }
                }
            </div>
        </article>
    }
}

/// The button that chooses the offer to be compared, in a list of some offers.
fn pick(state: &State, place: u32, send: &Callback<Action>) -> Html {
    if state.shelf == Shelf::All {
        return html! {};
    }
    let picked = state.picked.contains(&place);
    let full = !picked && state.picked.len() == MOST_COMPARED;
    let onclick = send.reform(move |_: MouseEvent| Action::Pick(place));
    html! {
        <button type="button" class="tool pick" aria-pressed={picked.to_string()} disabled={full} {onclick}>
            { if picked { icons::done() } else { icons::columns() } }
            { state.lang.say("Comparer", "Compare") }
            <span class="unseen">{ "\u{a0}: " }{ title(state.offer(place)) }</span>
        </button>
    }
}

fn start(lang: Lang, offer: &Offer) -> Option<String> {
    match offer.start.and_then(|start| lang.start(start, Length::Short)) {
        Some(start) => Some(start),
        None => short_words(offer, Field::Start).map(no_break),
    }
}

/// The source's words for a field without a value, when they are short enough for a row.
fn short_words(offer: &Offer, field: Field) -> Option<&str> {
    texts::words(offer, field).filter(|words| words.chars().count() <= SHORT_WORDS)
}

fn who(lang: Lang, offer: &Offer, marks: &Marks) -> Html {
    let city = offer.places.first().and_then(|place| place.city.as_deref());
    let around = facts::around(lang, offer);
    let remote = offer.remote.filter(|remote| *remote != Remote::None);
    let remote = remote.map(|remote| labels::remote_alone(lang, remote));
    let organisation = offer.organisation.as_deref();
    if organisation.is_none() && city.is_none() && around.is_empty() && remote.is_none() {
        return html! {};
    }
    html! {
        <p class="who">
            if let Some(organisation) = organisation {
                <b>{ marked(organisation, &marks.organisation) }</b>
            }
            if city.is_some() || !around.is_empty() {
                <span class="where">
                    { city.map(|city| marked(city, &marks.city)) }{ around }
                </span>
            }
            if let Some(remote) = remote {
                <span>{ remote }</span>
            }
        </p>
    }
}

fn pay(lang: Lang, offer: &Offer) -> Html {
    match &offer.pay {
        Some(pay) => {
            let (figure, period) = facts::pay(lang, pay, false);
            html! { <span><b>{ figure }</b>{ period }</span> }
        }
        None => match short_words(offer, Field::Pay) {
            Some(words) => html! { <span>{ no_break(words) }</span> },
            None => html! {},
        },
    }
}

fn excerpt(offer: &Offer, snippet: &tremplin_engine::search::Snippet) -> Html {
    let (words, marks) = texts::cut(offer, snippet);
    html! { <p>{ "…\u{a0}" }{ marked(&words, &marks) }{ "\u{a0}…" }</p> }
}
