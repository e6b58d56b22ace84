//! The facets: what can be chosen, and how many offers each choice gives.

mod bounds;
mod group;
mod pay;
mod place;

pub use place::{told, unknown};

use crate::state::{Action, Choice, State};
use crate::view::icons;
use crate::view::writing::OFFER;
pub(super) use group::counted;
use group::{facet, group, value};
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
    let exists = |choice: Choice, count: u32, held: &dyn Fn(&Offer) -> bool| {
        let listed = choice.is_in(&state.query.filters)
            || count > 0
            || state.catalogue.offers().iter().any(held);
        listed.then_some((choice, count))
    };
    let contracts = facets.contracts.iter().map(|&(value, n)| (Choice::Contract(value), n));
    let open = facets.open.iter().map(|&(value, n)| (Choice::Open(value), n));
    let remotes = facets.remotes.iter().filter_map(|&(value, n)| {
        exists(Choice::Remote(value), n, &|offer| {
            value != Remote::None || offer.remote == Some(value)
        })
    });
    let levels = facets.levels.iter().filter_map(|&(value, n)| {
        exists(Choice::Level(value), n, &|offer| offer.study_level.contains(&value))
    });
    html! {
        <>
        { group(lang.say("Contrat", "Contract"), "values contrat", contracts.collect(), state, send) }
        { group(lang.say("Candidatures", "Applications"), "values ouvertes", open.collect(), state, send) }
        { place::places(state, can_locate, send) }
        { group(lang.say("Télétravail", "Remote work"), "values teletravail", remotes.collect(), state, send) }
        { group(lang.say("Niveau d’études", "Level of study"), "values niveau", levels.collect(), state, send) }
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
    let (mut rows, mut left): (Vec<Html>, bool) = Default::default();
    for &number in index.organisations_by_size() {
        let (name, count) = (&index.organisations()[number as usize], counts[number as usize]);
        let full = rows.len() >= state.recruiters;
        left |= full && count > 0;
        if chosen(name) || count > 0 && !full {
            let choice = Choice::Organisation(name.clone());
            let id = Some(format!("recruiter-{}", rows.len()));
            rows.push(value(choice, count, id, state, send));
        }
    }
    let more = send.reform(|_: MouseEvent| Action::MoreRecruiters);
    facet(
        lang.say("Structure", "Organisation"),
        "values structure",
        html! {
            <>
            { Html::from_iter(rows) }
            if left && state.recruiters < crate::state::MOST_RECRUITERS {
                <button type="button" class="quiet" onclick={more}>{ lang.say("Voir plus", "Show more") }</button>
            }
            </>
        },
    )
}
