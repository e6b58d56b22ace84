//! A facet's values, each a box with how many offers it gives.

use crate::state::{Action, Choice, Lang, State};
use crate::view::markup::{element, said, words};
use crate::view::part::{Draw, part};
use crate::view::{OFFERS, labels};
use yew::prelude::*;
use yew::virtual_dom::Key;

/// One value of a facet: a box, its label under the facet's legend, and how many offers it gives. `id`, if the keyboard
/// must find it.
pub(in crate::view) fn value(
    choice: Choice,
    count: u32,
    id: Option<String>,
    state: &State,
    send: &Callback<Action>,
) -> Html {
    let checked = choice.is_in(&state.query.filters);
    let key = labels::in_facet(state.lang, &choice);
    let value = Value { choice, count, id, checked, lang: state.lang, send: send.clone() };
    part(value, Some(Key::from(key)))
}

#[derive(PartialEq)]
struct Value {
    choice: Choice,
    count: u32,
    id: Option<String>,
    checked: bool,
    lang: Lang,
    send: Callback<Action>,
}

impl Draw for Value {
    fn draw(&self) -> Html {
        let Self { count, checked, lang, .. } = *self;
        let class = if count == 0 && !checked { "value none" } else { "value" };
        let toggle = Action::Toggle(self.choice.clone());
        let onchange = self.send.reform(move |_: Event| toggle.clone());
        html! {
            <label {class}>
                <input type="checkbox" id={self.id.clone()} {checked} {onchange} />
                { words("span", "name", labels::in_facet(lang, &self.choice)) }
                { counted(lang, count) }
            </label>
        }
    }
}

/// How many offers something gives.
pub(in crate::view) fn counted(lang: Lang, count: u32) -> Html {
    let offers = lang.agree(count as usize, OFFERS);
    let unseen = element("span", "unseen", vec![said(offers)]);
    element("span", "count", vec![Html::from(count.to_string()), unseen])
}

/// A facet under its legend; its class tells which it is.
pub(super) fn facet(legend: &'static str, class: &'static str, inside: Vec<Html>) -> Html {
    let legend = element("legend", "", vec![said(legend)]);
    element("fieldset", "", vec![legend, element("div", class, inside)])
}

/// A facet that is a list; nothing when that is empty.
pub(super) fn group(
    legend: &'static str,
    class: &'static str,
    values: Vec<(Choice, u32)>,
    state: &State,
    send: &Callback<Action>,
) -> Html {
    if values.is_empty() {
        return html! { <div hidden=true></div> };
    }
    let mut boxes: Vec<Html> = Vec::with_capacity(values.len());
    for (choice, count) in values {
        boxes.push(value(choice, count, None, state, send));
    }
    facet(legend, class, boxes)
}
