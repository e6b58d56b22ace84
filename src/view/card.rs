//! One row of the results: an offer answered in one look, always in the same order.

use crate::state::{Action, Lang, MOST_COMPARED, Shelf, State};
use crate::texts;
use crate::view::keeping::star;
use crate::view::links::follow;
use crate::view::marks::marked;
use crate::view::markup::{button, element, nothing, said, words};
use crate::view::writing::{Length, no_break};
use crate::view::{facts, heading, icons, labels, title};
use tremplin_engine::offer::{Field, Offer, Remote, Status};
use tremplin_engine::search::{Hit, Marks, Snippet};
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
    let marks = state.catalogue.marks(state.listed(), hit.offer);
    let current = state.open.as_ref().is_some_and(|opened| opened.offer == hit.offer);
    let (tone, status) = facts::status(lang, offer, hit.status, state.today, Length::Whole);
    let past = hit.status != Status::Open;
    let class = match (past, current) {
        (true, true) => "card past current",
        (true, false) => "card past",
        (false, true) => "card current",
        (false, false) => "card",
    };
    let mut line = Vec::new();
    if state.fresh.contains(&hit.offer) {
        line.push(element("span", "new", vec![said(lang.say("Nouveau", "New"))]));
    }
    line.extend(kind(lang, offer));
    for fact in [facts::duration(lang, offer), start(lang, offer)].into_iter().flatten() {
        line.push(words("span", "", fact));
    }
    let mut facts = vec![pay(lang, offer)];
    facts.extend(facts::levels(lang, &offer.study_level).map(|levels| words("span", "", levels)));
    facts.push(words("span", tone.class(), status));
    let snippet = marks.snippet.iter().map(|snippet| excerpt(offer, snippet)).collect();
    let onclick = follow(&offer.id, Action::Open, send);
    html! {
        <article {class} part="carte">
            { element("p", "line", line) }
            <@{heading(level)} class="title" part="titre">
                <a id={"card-".to_owned() + &offer.id} {href} {onclick} aria-current={current.then_some("true")}>
                    { marked(title(offer), &marks.title) }
                </a>
            </@>
            { star(state, offer, "star", send) }
            { who(lang, offer, &marks) }
            { element("p", "facts", facts) }
            { pick(state, hit.offer, send) }
            { element("div", "snippet", snippet) }
        </article>
    }
}

/// The kind of contract, in its hue.
pub(crate) fn kind(lang: Lang, offer: &Offer) -> Option<Html> {
    let draw = |contract| {
        element(
            "span",
            labels::contract_class(contract),
            vec![said(labels::contract(lang, contract))],
        )
    };
    offer.contract.map(draw)
}

/// The button that chooses the offer to be compared, in a list of some offers.
fn pick(state: &State, place: u32, send: &Callback<Action>) -> Html {
    let picked = state.picked.contains(&place);
    if state.shelf == Shelf::All {
        return nothing();
    }
    if !picked && state.picked.len() == MOST_COMPARED {
        let most = state.lang.say("Trois à comparer, au plus", "Three to compare, at most");
        return element("span", "tool pick full", vec![said(most)]);
    }
    let about = words("span", "unseen", "\u{a0}: ".to_owned() + title(state.offer(place)));
    let icon = if picked { icons::done() } else { icons::columns() };
    let name = said(state.lang.say("Comparer", "Compare"));
    button("tool pick", Action::Pick(place), Some(picked), vec![icon, name, about], send)
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
        return nothing();
    }
    let mut parts = Vec::new();
    if let Some(organisation) = organisation {
        parts.push(element("b", "", vec![marked(organisation, &marks.organisation)]));
    }
    if city.is_some() || !around.is_empty() {
        let city = city.map_or_else(nothing, |city| marked(city, &marks.city));
        parts.push(element("span", "where", vec![city, Html::from(around)]));
    }
    parts.extend(remote.map(|remote| element("span", "", vec![said(remote)])));
    element("p", "who", parts)
}

fn pay(lang: Lang, offer: &Offer) -> Html {
    match &offer.pay {
        Some(pay) => {
            let (figure, period) = facts::pay(lang, pay, false);
            element("span", "", vec![words("b", "", figure), Html::from(period)])
        }
        None => match short_words(offer, Field::Pay) {
            Some(short) => words("span", "", no_break(short)),
            None => nothing(),
        },
    }
}

fn excerpt(offer: &Offer, snippet: &Snippet) -> Html {
    let (words, marks) = texts::cut(offer, snippet);
    element("p", "", vec![said("…\u{a0}"), marked(&words, &marks), said("\u{a0}…")])
}
