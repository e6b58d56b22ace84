//! The facets that have bounds in place of a list: length, start, pay.

use super::group::facet;
use crate::state::{Action, State};
use crate::view::markup::{element, said, words};
use crate::view::writing::{MONTH, OFFER};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Length, start and pay.
pub(super) fn bounds(state: &State, send: &Callback<Action>) -> Vec<Html> {
    let (lang, filters) = (state.lang, &state.query.filters);
    let number = |key, before, value: Option<u32>, unit| {
        let value = value.map_or(String::new(), |value| value.to_string());
        field(key, "number", [before, unit], value, send)
    };
    let (least, most) = (filters.duration.least, filters.duration.most);
    let length = vec![
        number("duree-min", lang.say("De", "From"), least.map(u32::from), ""),
        number("duree-max", lang.say("à", "to"), most.map(u32::from), lang.agree(2, MONTH)),
    ];
    let mut month = filters.start.least.map_or(String::new(), |day| day.to_string());
    month.truncate("AAAA-MM".len());
    let start = field("debut", "month", [lang.say("À partir de", "From"), ""], month, send);
    let at_least = lang.say("Au moins", "At least");
    let unit = lang.say("€/mois", "€/month");
    let pay = number("remuneration-min", at_least, filters.least_pay, unit);
    let [of, paid] = state.answer.facets.paid.map(|count| count as usize);
    let states =
        [" indique un montant", " indiquent un montant", " states an amount", " state an amount"];
    let mut told = lang.plural(paid, OFFER);
    told += lang.say(" sur ", " of ");
    told += &of.to_string();
    told += lang.agree(paid, states);
    let length = vec![element("div", "bounds", length)];
    vec![
        facet(lang.say("Durée", "Duration"), "values duree", length),
        facet(lang.say("Début", "Start"), "values debut", vec![start]),
        facet(
            lang.say("Rémunération", "Pay"),
            "values remuneration",
            vec![pay, words("p", "hint", told), super::pay::scale(state, send)],
        ),
    ]
}

/// A field for a key of the address, between two words.
#[inline(never)]
fn field(
    key: &'static str,
    kind: &'static str,
    [before, after]: [&'static str; 2],
    value: String,
    send: &Callback<Action>,
) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Action::Set(key, input.value()));
        }
    });
    // Browsers that have no field for months show a plain one.
    let placeholder = (kind == "month").then_some("2026-09");
    html! {
        <label class="bound">
            { said(before) }
            <input type={kind} name={key} {value} {onchange} {placeholder} min="0" autocomplete="off" />
            { said(after) }
        </label>
    }
}
