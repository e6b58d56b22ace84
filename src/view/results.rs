//! The results: how many, in which order, the rows, and what to do when there are none.

use crate::state::{Action, PAGE, State};
use crate::view::card::card;
use crate::view::french::NBSP;
use crate::view::{french, icons, labels};
use tremplin_engine::offer::Status;
use tremplin_engine::query::{Facet, Filters, Query, Sort};
use tremplin_engine::search::Step;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The results, under a heading of level `level`; the rows' is one deeper. `link` gives the address of each offer, by id.
pub fn results(
    state: &State,
    level: u8,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let total = state.total();
    let left = total.saturating_sub(state.shown);
    let more = send.reform(|_: MouseEvent| Action::More);
    html! {
        <section class="results" aria-labelledby="count">
            <div class="head">
                <@{format!("h{level}")} id="count" tabindex="-1">{ french::plural(total, "offre", "offres") }</@>
                { sort(state, send) }
            </div>
            <div>
                { meant(state, send) }
                if total > 0 && state.answer.hits.iter().all(|hit| hit.status != Status::Open) {
                    <p class="notice">{ past(total, state.catalogue.offers().len()) }</p>
                }
            </div>
            <ul class="list" role="list">
                { for state.rows().iter().map(|hit| {
                    let id = &state.offer(hit.offer).id;
                    html! {
                        <li key={id.clone()}>
                            { card(state, hit, level + 1, link.emit(id.clone()), send) }
                        </li>
                    }
                }) }
            </ul>
            <div>
                if total == 0 {
                    { empty(state, level, send) }
                } else if left > 0 {
                    <button type="button" class="more" part="bouton" onclick={more}>
                        { format!("Voir {} de plus", french::plural(left.min(PAGE), "offre", "offres")) }
                    </button>
                }
            </div>
        </section>
    }
}

/// Why every row is past.
fn past(found: usize, all: usize) -> &'static str {
    match (found == all, found) {
        (true, _) => {
            "Aucune offre n’est ouverte en ce moment. Les annonces passées restent à lire."
        }
        (false, 1) => "Cette offre n’est plus ouverte, mais l’annonce reste à lire.",
        (false, _) => {
            "Aucune de ces offres n’est encore ouverte. Les annonces passées restent à lire."
        }
    }
}

fn sort(state: &State, send: &Callback<Action>) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let word = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        if let Some(sort) = Sort::ALL.iter().find(|sort| Some(sort.word()) == word.as_deref()) {
            send.emit(Action::Sort(*sort));
        }
    });
    // Nothing is near where no place is asked for.
    let placed = |filters: &Filters| !filters.is_free(Facet::Place);
    let near = placed(&state.query.filters)
        || state.answer.understood.iter().any(|part| placed(&part.filters))
        || state.query.sort == Sort::Distance;
    let offered = Sort::ALL.iter().filter(|&&sort| near || sort != Sort::Distance);
    html! {
        <div class="sort">
            <label for="sort">{ "Trier par" }</label>
            <select id="sort" name="tri" {onchange}>
                { for offered.map(|&sort| html! {
                    <option key={sort.word()} value={sort.word()} selected={state.query.sort == sort}>{ labels::sort(sort) }</option>
                }) }
            </select>
            { icons::down() }
        </div>
    }
}

/// « Vouliez-vous dire », when some of the words stand nowhere.
fn meant(state: &State, send: &Callback<Action>) -> Html {
    let Some(words) = state.answer.did_you_mean.clone() else { return html! {} };
    let query = Query { words: words.clone(), ..state.query.clone() };
    let ask = send.reform(move |_: MouseEvent| Action::Ask(Box::new(query.clone())));
    html! {
        <p class="notice">
            { format!("Vouliez-vous dire{NBSP}: ") }
            <button type="button" class="quiet" onclick={ask}>{ words }</button>
            { format!("{NBSP}?") }
        </p>
    }
}

fn empty(state: &State, level: u8, send: &Callback<Action>) -> Html {
    let words = state.query.words.trim();
    let filtered = state.query.filters != Default::default();
    let ways = state.catalogue.relaxations(&state.query, &state.answer, state.today);
    let heading = match words {
        "" if filtered => "Aucune offre ne réunit ces filtres".to_owned(),
        "" => "Aucune offre pour le moment".to_owned(),
        words => format!("Aucune offre pour «{NBSP}{words}{NBSP}»"),
    };
    let advice = match (ways.is_empty(), words.is_empty() && !filtered) {
        (false, _) => "Au plus près de ce que vous cherchez\u{a0}:",
        (true, true) => "Revenez bientôt.",
        (true, false) => "Vérifiez l’orthographe, ou essayez avec moins de mots.",
    };
    html! {
        <div class="empty">
            <@{format!("h{}", level + 1)}>{ heading }</@>
            <p>{ advice }</p>
            <ul class="ways" role="list">
                { for ways.iter().map(|way| {
                    let steps: Vec<String> = way.steps.iter().map(|&step| back(state, step)).collect();
                    let label = format!("{} {}", french::plural(way.total as usize, "offre", "offres"), steps.join(" et "));
                    let query = way.query.clone();
                    let ask = send.reform(move |_: MouseEvent| Action::Ask(Box::new(query.clone())));
                    html! { <li key={label.clone()}><button type="button" onclick={ask}>{ label }</button></li> }
                }) }
                if filtered {
                    <li><button type="button" onclick={send.reform(|_: MouseEvent| Action::ClearFilters)}>{ "Retirer les filtres" }</button></li>
                }
                if !words.is_empty() {
                    <li><button type="button" onclick={send.reform(|_: MouseEvent| Action::Wipe)}>{ "Effacer les mots" }</button></li>
                }
            </ul>
        </div>
    }
}

/// A step back, behind a number of offers: « à moins de 60 km », « sans « bac+5 » ».
fn back(state: &State, step: Step) -> String {
    let without = |what: &str| format!("sans «{NBSP}{what}{NBSP}»");
    match step {
        Step::Around(km) => format!("à moins de {km}{NBSP}km"),
        Step::Remote => "en télétravail total".to_owned(),
        Step::WithoutWords(span) => without(span.of(&state.query.words)),
        Step::Without(facet) => {
            let said = state.answer.understood.iter().find(|part| part.facet == facet);
            let filters = said.map_or(&state.query.filters, |part| &part.filters);
            without(&labels::asked(facet, filters))
        }
    }
}
