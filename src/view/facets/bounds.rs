//! The facets that have bounds in place of a list: length, start, pay.

use super::group::facet;
use crate::state::{Action, State};
use crate::view::writing::{MONTH, OFFER};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Length, start and pay.
pub(super) fn bounds(state: &State, send: &Callback<Action>) -> Html {
    let (lang, filters) = (state.lang, &state.query.filters);
    let number = |key, before, value: Option<u32>, unit| {
        let value = value.map_or(String::new(), |value| value.to_string());
        field(key, "number", [before, unit], value, send)
    };
    let months = |bound: Option<u16>| bound.map(u32::from);
    let start = filters.start.least.map_or(String::new(), |day| {
        let mut month = day.to_string();
        month.truncate("AAAA-MM".len());
        month
    });
    let [of, paid] = state.answer.facets.paid.map(|count| count as usize);
    let states =
        [" indique un montant", " indiquent un montant", " states an amount", " state an amount"];
    let told = lang.plural(paid, OFFER) + lang.say(" sur ", " of ") + &of.to_string();
    let told = told + lang.agree(paid, states);
    html! {
        <>
        { facet(lang.say("Durée", "Duration"), "values duree", html! {
            <div class="bounds">
                { number("duree-min", lang.say("De", "From"), months(filters.duration.least), "") }
                { number("duree-max", lang.say("à", "to"), months(filters.duration.most), lang.agree(2, MONTH)) }
            </div>
        }) }
        { facet(lang.say("Début", "Start"), "values debut",
            field("debut", "month", [lang.say("À partir de", "From"), ""], start, send)) }
        { facet(lang.say("Rémunération", "Pay"), "values remuneration", html! {
            <>
            { number("remuneration-min", lang.say("Au moins", "At least"), filters.least_pay, lang.say("€/mois", "€/month")) }
            <p class="hint">{ told }</p>
            { super::pay::scale(state, send) }
            </>
        }) }
        </>
    }
}

/// A field for a key of the address, between two words.
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
            { before }
            <input type={kind} name={key} {value} {onchange} {placeholder} min={(kind == "number").then_some("0")}
                inputmode={(kind == "number").then_some("numeric")} autocomplete="off" />
            { after }
        </label>
    }
}
