//! The facets: what can be chosen, and how many offers each choice gives.

mod bounds;
mod group;
mod place;

pub use place::{told, unknown};

use crate::state::{Action, Choice, State};
use crate::view::writing::OFFER;
use crate::view::{icons, labels};
use group::{Value, facet, group};
use tremplin_engine::offer::{Offer, Remote};
use yew::prelude::*;

/// The facets: a dialog once they are unfolded, a side column where there is room.
pub fn facets(state: &State, level: u8, can_locate: bool, send: &Callback<Action>) -> Html {
    let facets = all(state, can_locate, send);
    if !state.unfolded {
        return html! { <div id="filters" class="filters" part="filtres">{ facets }</div> };
    }
    let lang = state.lang;
    let fold = || send.reform(|_: MouseEvent| Action::Unfold(false));
    let clear = send.reform(|_: MouseEvent| Action::ClearFilters);
    let show = send.reform(|_: MouseEvent| Action::Submit);
    let found = lang.plural(state.total(), OFFER);
    let found = match state.total() {
        0 => found,
        1 => lang.say("Voir l’offre", "Show the offer").to_owned(),
        _ => lang.say("Voir les ", "Show the ").to_owned() + &found,
    };
    html! {
        <dialog id="filters" class="filters" part="filtres" aria-labelledby="filters-title"
            onclose={send.reform(|_: Event| Action::Unfold(false))}>
            <div class="sheet-head">
                <@{format!("h{level}")} id="filters-title">{ lang.say("Filtres", "Filters") }</@>
                <button type="button" onclick={fold()} aria-label={lang.say("Fermer les filtres", "Close the filters")}>{ icons::cross() }</button>
            </div>
            <div class="sheet">{ facets }</div>
            <div class="sheet-foot">
                <button type="button" class="plain" onclick={clear}>{ lang.say("Tout effacer", "Clear all") }</button>
                <button type="button" class="strong fold" onclick={show}>{ found }</button>
            </div>
        </dialog>
    }
}

fn all(state: &State, can_locate: bool, send: &Callback<Action>) -> Html {
    let (lang, facets) = (state.lang, &state.answer.facets);
    // A value that no offer of the site has would never be of use, unless an address chose it.
    let exists = |choice: &Choice, held: &dyn Fn(&Offer) -> bool| {
        choice.is_in(&state.query.filters) || state.catalogue.offers().iter().any(held)
    };
    let mut contracts = Vec::new();
    for &(value, count) in &facets.contracts {
        let label = labels::contract(lang, value).to_owned();
        contracts.push(Value { choice: Choice::Contract(value), label, count });
    }
    let mut open = Vec::new();
    for &(value, count) in &facets.open {
        let label = labels::openness(lang, value).to_owned();
        open.push(Value { choice: Choice::Open(value), label, count });
    }
    let mut remotes = Vec::new();
    for &(value, count) in &facets.remotes {
        let choice = Choice::Remote(value);
        if value != Remote::None || exists(&choice, &|offer| offer.remote == Some(value)) {
            remotes.push(Value { choice, label: labels::remote(lang, value).to_owned(), count });
        }
    }
    let mut levels = Vec::new();
    for &(value, count) in &facets.levels {
        let choice = Choice::Level(value);
        if exists(&choice, &|offer| offer.study_level.contains(&value)) {
            levels.push(Value { choice, label: value.word().to_owned(), count });
        }
    }
    html! {
        <>
        { group(lang.say("Contrat", "Contract"), "contrat", contracts, state, send) }
        { group(lang.say("Candidatures", "Applications"), "ouvertes", open, state, send) }
        { place::places(state, can_locate, send) }
        { group(lang.say("Télétravail", "Remote work"), "teletravail", remotes, state, send) }
        { group(lang.say("Niveau d’études", "Level of study"), "niveau", levels, state, send) }
        { bounds::bounds(state, send) }
        { recruiters(state, send) }
        </>
    }
}

/// The recruiters that would give something, those with the most offers first, and the chosen ones.
fn recruiters(state: &State, send: &Callback<Action>) -> Html {
    let (lang, index) = (state.lang, state.catalogue.index());
    let counts = &state.answer.facets.organisations;
    let chosen = |name: &String| state.query.filters.organisations.contains(name);
    let (mut rows, mut left) = (Vec::new(), false);
    for &number in index.organisations_by_size() {
        let (name, count) = (&index.organisations()[number as usize], counts[number as usize]);
        let full = rows.len() >= state.recruiters;
        left |= full && count > 0;
        if chosen(name) || count > 0 && !full {
            let choice = Choice::Organisation(name.clone());
            let id = Some(format!("recruiter-{}", rows.len()));
            rows.push(Value { choice, label: name.clone(), count }.draw(
                "structure",
                id,
                state,
                send,
            ));
        }
    }
    let more = send.reform(|_: MouseEvent| Action::MoreRecruiters);
    facet(
        lang.say("Structure", "Organisation"),
        "structure",
        html! {
            <>
            { for rows }
            if left && state.recruiters < crate::state::MOST_RECRUITERS {
                <button type="button" class="quiet" onclick={more}>{ lang.say("Voir plus", "Show more") }</button>
            }
            </>
        },
    )
}
