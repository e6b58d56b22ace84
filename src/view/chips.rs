//! The chosen values, each a button that takes it away.

use crate::state::{Action, Choice, State};
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
    let lang = state.lang;
    let chosen = state.chosen();
    let fixed = Choice::of(&state.terms.filters);
    let unfold = send.reform(|_: MouseEvent| Action::Unfold(true));
    let clear = send.reform(|_: MouseEvent| Action::ClearFilters);
    let count = chosen.len();
    let understood = &state.answer.understood;
    html! {
        <div class="chosen">
            <button type="button" class="unfold" id="unfold" onclick={unfold} part="filtre"
                aria-haspopup="dialog">
                { icons::filters() }
                if count > 0 {
                    { format!("{}{NBSP}· {count}", lang.say("Filtres", "Filters")) }<span class="unseen">{ lang.agree(count, [" actif", " actifs", " on", " on"]) }</span>
                } else {
                    { lang.say("Filtres", "Filters") }
                }
            </button>
            <ul class="chips" role="list">
                { for fixed.iter().map(|choice| html! {
                    <li><span class="chip fixed" part="etiquette">{ with_radius(state, choice) }</span></li>
                }) }
                { for chosen.iter().enumerate().map(|(rank, choice)| {
                    let label = with_radius(state, choice);
                    let remove = send.reform({
                        let choice = choice.clone();
                        move |_: MouseEvent| Action::Remove(choice.clone())
                    });
                    html! {
                        <li key={label.clone()}>
                            <button type="button" class="chip" part="etiquette" id={format!("chip-{rank}")} onclick={remove}
                                aria-label={lang.say("Retirer\u{a0}: ", "Remove: ").to_owned() + &label}>{ &label }{ icons::cross() }</button>
                        </li>
                    }
                }) }
                { for understood.iter().enumerate().map(|(rank, part)| {
                    let label = labels::asked(lang, part.facet, &part.filters);
                    let span = part.span;
                    let as_words = send.reform(move |_: MouseEvent| Action::AsWords(span));
                    let words = lang.quoted(span.of(&state.query.words));
                    let title = lang.say("Lu dans vos mots\u{a0}: ", "Read in your words: ").to_owned() + &words
                        + lang.say(". Retirer ce filtre\u{a0}: chercher ces mots tels quels.", ". Remove this filter: search these words as they are.");
                    let said = lang.say("Compris\u{a0}: ", "Understood: ").to_owned() + &label
                        + lang.say(". Retirer ce filtre, chercher ", ". Remove this filter, search ") + &words + lang.say(" tel quel", " as it is");
                    html! {
                        <li key={format!("{} {label}", span.start)}>
                            <button type="button" class="chip read" part="etiquette" id={format!("chip-{}", count + rank)} onclick={as_words}
                                {title} aria-label={said}>{ &label }{ icons::cross() }</button>
                        </li>
                    }
                }) }
            </ul>
            <span>
                if count > 1 {
                    <button type="button" class="quiet" onclick={clear}>{ lang.say("Tout effacer", "Clear all") }</button>
                }
            </span>
        </div>
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
