//! The chosen values, each a button that takes it away.

use crate::state::{Action, Choice, State};
use crate::view::{french, icons, labels};
use yew::prelude::*;

/// The button that unfolds the filters, and the chosen values.
pub fn chips(state: &State, send: &Callback<Action>) -> Html {
    let unfolded = state.unfolded;
    let chosen = Choice::of(&state.query.filters);
    let unfold = send.reform(move |_: MouseEvent| Action::Unfold(!unfolded));
    let clear = send.reform(|_: MouseEvent| Action::ClearFilters);
    let count = chosen.len();
    let understood = &state.answer.understood;
    html! {
        <div class="chosen">
            <button type="button" class="unfold" id="unfold" onclick={unfold} part="filtre"
                aria-expanded={unfolded.to_string()} aria-controls="filters">
                { icons::filters() }
                if count > 0 {
                    { format!("Filtres{}· {count}", french::NBSP) }<span class="unseen">{ if count == 1 { " actif" } else { " actifs" } }</span>
                } else {
                    { "Filtres" }
                }
            </button>
            <ul class="chips" role="list">
                { for chosen.iter().enumerate().map(|(rank, choice)| {
                    let label = labels::choice(choice);
                    let remove = send.reform({
                        let choice = choice.clone();
                        move |_: MouseEvent| Action::Remove(choice.clone())
                    });
                    html! {
                        <li key={label.clone()}>
                            <button type="button" class="chip" part="etiquette" id={format!("chip-{rank}")} onclick={remove}
                                aria-label={format!("Retirer{}: {label}", french::NBSP)}>{ &label }{ icons::cross() }</button>
                        </li>
                    }
                }) }
                { for understood.iter().enumerate().map(|(rank, part)| {
                    let label = labels::asked(part.facet, &part.filters);
                    let span = part.span;
                    let as_words = send.reform(move |_: MouseEvent| Action::AsWords(span));
                    let words = span.of(&state.query.words);
                    html! {
                        <li key={format!("{} {label}", span.start)}>
                            <button type="button" class="chip read" part="etiquette" id={format!("chip-{}", count + rank)} onclick={as_words}
                                title={format!("Lu dans vos mots{NBSP}: «{NBSP}{words}{NBSP}». Retirer ce filtre{NBSP}: chercher ces mots tels quels.", NBSP = french::NBSP)}
                                aria-label={format!("Compris{NBSP}: {label}. Retirer ce filtre, chercher «{NBSP}{words}{NBSP}» tel quel", NBSP = french::NBSP)}>{ &label }{ icons::cross() }</button>
                        </li>
                    }
                }) }
            </ul>
            <span>
                if count > 1 {
                    <button type="button" class="quiet" onclick={clear}>{ "Tout retirer" }</button>
                }
            </span>
        </div>
    }
}
