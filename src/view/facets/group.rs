//! A facet's values, each a box with how many offers it gives.

use crate::state::{Action, Choice, State};
use crate::view::OFFERS;
use yew::prelude::*;

/// One value: the choice, its label under the facet's legend, and how many offers it gives.
pub(super) struct Value {
    pub(super) choice: Choice,
    pub(super) label: String,
    pub(super) count: u32,
}

impl Value {
    /// The box; the name is that of the facet in addresses. `id`, if the keyboard must find it.
    pub(super) fn draw(
        self,
        name: &'static str,
        id: Option<String>,
        state: &State,
        send: &Callback<Action>,
    ) -> Html {
        let Self { choice, label, count } = self;
        let checked = choice.is_in(&state.query.filters);
        let onchange = send.reform(move |_: Event| Action::Toggle(choice.clone()));
        html! {
            <label key={label.clone()} class={classes!("value", (count == 0 && !checked).then_some("none"))}>
                <input type="checkbox" {id} {name} {checked} {onchange} />
                <span class="name">{ label }</span>
                <span class="count">{ count }<span class="unseen">{ state.lang.agree(count as usize, OFFERS) }</span></span>
            </label>
        }
    }
}

/// A facet under its legend.
pub(super) fn facet(legend: &'static str, name: &'static str, inside: Html) -> Html {
    html! {
        <fieldset>
            <legend>{ legend }</legend>
            <div class={classes!("values", name)}>{ inside }</div>
        </fieldset>
    }
}

/// A facet that is a list; nothing when that is empty.
pub(super) fn group(
    legend: &'static str,
    name: &'static str,
    values: Vec<Value>,
    state: &State,
    send: &Callback<Action>,
) -> Html {
    if values.is_empty() {
        return html! { <div hidden=true></div> };
    }
    let values = values.into_iter().map(|value| value.draw(name, None, state, send));
    facet(legend, name, values.collect())
}
