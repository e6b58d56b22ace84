//! One row of the results: an offer answered in one look, always in the same order.

use crate::state::{Action, Lang, MOST_COMPARED, Shelf, State};
use crate::texts;
use crate::view::keeping::star;
use crate::view::links::follow;
use crate::view::marks::marked;
use crate::view::markup::{button, element, nothing, said, words};
use crate::view::part::Draw;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, heading, icons, labels, title};
use std::rc::Rc;
use tremplin_engine::offer::{Field, Offer, Remote, Status};
use tremplin_engine::search::{Hit, Marks, Snippet};
use yew::prelude::*;

/// Longest words of the source, in characters, that a row shows where no value was read.
const SHORT_WORDS: usize = 24;

/// All that a row shows.
pub(crate) struct Row {
    place: u32,
    status: Status,
    marks: Marks,
    current: bool,
    fresh: bool,
    kept: bool,
    /// Whether it is chosen to be compared, and whether no other can be; in a list of some offers.
    pick: Option<(bool, bool)>,
    level: u8,
    /// Of this, no more than what is told above, and what stays: the catalogue, the day.
    state: Rc<State>,
    link: Callback<String, AttrValue>,
    send: Callback<Action>,
}

impl Row {
    /// The row of a hit, under a heading of level `level`; `link` gives the offer's address.
    pub(crate) fn of(
        state: &Rc<State>,
        hit: &Hit,
        level: u8,
        link: &Callback<String, AttrValue>,
        send: &Callback<Action>,
    ) -> Self {
        let place = hit.offer;
        Self {
            place,
            status: hit.status,
            marks: state.catalogue.marks(state.listed(), place),
            current: state.open.as_ref().is_some_and(|opened| opened.offer == place),
            fresh: state.fresh.contains(&place),
            kept: state.kept.holds(&state.offer(place).id),
            pick: (state.shelf != Shelf::All)
                .then(|| (state.picked.contains(&place), state.picked.len() == MOST_COMPARED)),
            level,
            state: state.clone(),
            link: link.clone(),
            send: send.clone(),
        }
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
            && self.status == other.status
            && self.marks == other.marks
            && (self.current, self.fresh, self.kept) == (other.current, other.fresh, other.kept)
            && (self.pick, self.level) == (other.pick, other.level)
            && self.state.lang == other.state.lang
            && self.state.today == other.state.today
            && Rc::ptr_eq(&self.state.catalogue, &other.state.catalogue)
            && self.link == other.link
    }
}

impl Draw for Row {
    fn draw(&self) -> Html {
        element("li", "", vec![card(self)])
    }
}

fn card(row: &Row) -> Html {
    let Row { state, marks, send, current, .. } = row;
    let (lang, offer, past) = (state.lang, state.offer(row.place), row.status != Status::Open);
    let (tone, status) = facts::status(lang, offer, row.status, state.today, Length::Whole);
    let class = match (past, current) {
        (true, true) => "card past current",
        (true, false) => "card past",
        (false, true) => "card current",
        (false, false) => "card",
    };
    let href = row.link.emit(offer.id.clone());
    let mut line = Vec::new();
    if row.fresh {
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
            <@{heading(row.level)} class="title" part="titre">
                <a id={"card-".to_owned() + &offer.id} {href} {onclick} aria-current={current.then_some("true")}>
                    { marked(title(offer), &marks.title) }
                </a>
            </@>
            { star(state, offer, "star", send) }
            { who(lang, offer, marks) }
            { element("p", "facts", facts) }
            { pick(row) }
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
fn pick(row: &Row) -> Html {
    let Row { state, place, send, .. } = row;
    let place = *place;
    let Some((picked, full)) = row.pick else { return nothing() };
    if !picked && full {
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
