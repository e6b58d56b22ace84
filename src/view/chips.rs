//! The chosen values, each a button that takes it away.

use crate::state::{Action, Choice, State};
use crate::view::markup::{button, element, nothing, press, said};
use crate::view::part::{Draw, part};
use crate::view::writing::NBSP;
use crate::view::{icons, labels};
use std::rc::Rc;
use yew::prelude::*;

/// The button that unfolds the filters, and the chosen values.
pub fn chips(state: &Rc<State>, send: &Callback<Action>) -> Html {
    part(Chips { state: state.clone(), send: send.clone() }, None)
}

struct Chips {
    state: Rc<State>,
    send: Callback<Action>,
}

impl PartialEq for Chips {
    fn eq(&self, other: &Self) -> bool {
        let (now, then) = (&self.state, &other.state);
        let (read, before) = (&now.answer.understood, &then.answer.understood);
        now.lang == then.lang
            && now.query.filters == then.query.filters
            && now.terms == then.terms
            && read == before
            && (read.is_empty() || now.query.words == then.query.words)
    }
}

impl Draw for Chips {
    fn draw(&self) -> Html {
        row(&self.state, &self.send)
    }
}

fn row(state: &State, send: &Callback<Action>) -> Html {
    let [on, chips, clear] = chosen(state, send);
    html! {
        <div class="chosen">
            <button type="button" class="unfold" id="unfold" onclick={press(Action::Unfold(true), send)} part="filtre" aria-haspopup="dialog">
                { icons::filters() }{ said(state.lang.say("Filtres", "Filters")) }{ on }
            </button>
            { chips }
            { element("span", "", vec![clear]) }
        </div>
    }
}

crate::late! { Search:
    "42" fn chosen(state: &State, send: &Callback<Action>) -> [Html; 3] = all;
}

/// How many values are chosen, in the button; each as a chip; and what takes all of them away.
fn all(state: &State, send: &Callback<Action>) -> [Html; 3] {
    let lang = state.lang;
    let chosen = state.chosen();
    let fixed = Choice::of(&state.terms.filters);
    let count = chosen.len();
    let mut on = nothing();
    if count > 0 {
        let mut number = String::from(NBSP);
        number += "· ";
        number += &count.to_string();
        let words = said(lang.agree(count, [" actif", " actifs", " on", " on"]));
        on = Html::from_iter([Html::from(number), element("span", "unseen", vec![words])]);
    }
    let mut all: Vec<Html> = Vec::new();
    for choice in &fixed {
        let label = with_radius(state, choice);
        all.push(html! { <li><span class="chip fixed" part="etiquette">{ label }</span></li> });
    }
    for choice in chosen {
        let label = with_radius(state, &choice);
        let said = lang.say("Retirer\u{a0}: ", "Remove: ").to_owned() + &label;
        all.push(chip(
            "chip",
            all.len() - fixed.len(),
            label,
            said,
            None,
            Action::Remove(choice),
            send,
        ));
    }
    for part in &state.answer.understood {
        let label = labels::asked(lang, part.facet, &part.filters);
        let words = lang.quoted(part.span.of(&state.query.words));
        let title = lang.say("Lu dans vos mots\u{a0}: ", "Read in your words: ").to_owned()
            + &words
            + lang.say(
                ". Retirer ce filtre\u{a0}: chercher ces mots tels quels.",
                ". Remove this filter: search these words as they are.",
            );
        let said = lang.say("Compris\u{a0}: ", "Understood: ").to_owned()
            + &label
            + lang.say(". Retirer ce filtre, chercher ", ". Remove this filter, search ")
            + &words
            + lang.say(" tel quel", " as it is");
        let (rank, action) = (all.len() - fixed.len(), Action::AsWords(part.span));
        all.push(chip("chip read", rank, label, said, Some(title), action, send));
    }
    let mut clear = nothing();
    if count > 1 {
        let name = vec![said(lang.say("Tout effacer", "Clear all"))];
        clear = button("quiet", Action::ClearFilters, None, name, send);
    }
    [on, html! { <ul class="chips" role="list">{ for all }</ul> }, clear]
}

/// A button that takes a filter away; `said` tells what it does.
fn chip(
    class: &'static str,
    rank: usize,
    label: String,
    said: String,
    title: Option<String>,
    action: Action,
    send: &Callback<Action>,
) -> Html {
    let id = "chip-".to_owned() + &rank.to_string();
    html! {
        <li key={said.clone()}>
            <button type="button" {class} part="etiquette" {id} onclick={press(action, send)} {title} aria-label={said}>
                { label }{ icons::cross() }
            </button>
        </li>
    }
}

/// A chosen value; a commune with how far around it.
fn with_radius(state: &State, choice: &Choice) -> String {
    let mut label = labels::choice(state.lang, choice);
    if let (Choice::Place(name), Some(km @ 1..)) = (choice, state.query.filters.radius)
        && state.catalogue.index().place(name).is_some_and(|place| place.is_town)
    {
        label = format!("{label} + {km}{NBSP}km");
    }
    label
}
