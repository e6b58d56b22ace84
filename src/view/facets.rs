//! The facets: what can be chosen, and how many offers each choice gives.

use crate::state::{Action, Choice, State};
use crate::view::labels;
use crate::view::writing::OFFER;
use tremplin_engine::offer::{Offer, Remote};
use tremplin_engine::search::AreaKind;
use yew::prelude::*;

/// One value: the choice, its label under the facet's legend, and how many offers it gives.
type Value = (Choice, String, u32);

/// The facets, each a group of boxes.
pub fn facets(state: &State, send: &Callback<Action>) -> Html {
    let (lang, facets) = (state.lang, &state.answer.facets);
    // A value that no offer of the site has would never be of use, unless an address chose it.
    let exists = |choice: &Choice, held: &dyn Fn(&Offer) -> bool| {
        choice.is_in(&state.query.filters) || state.catalogue.offers().iter().any(held)
    };
    let contracts = facets.contracts.iter().map(|&(value, count)| {
        (Choice::Contract(value), labels::contract(lang, value).to_owned(), count)
    });
    let open = facets.open.iter().map(|&(value, count)| {
        (Choice::Open(value), labels::openness(lang, value).to_owned(), count)
    });
    let remotes = facets
        .remotes
        .iter()
        .filter(|&&(value, _)| {
            value != Remote::None
                || exists(&Choice::Remote(value), &|offer| offer.remote == Some(value))
        })
        .map(|&(value, count)| {
            (Choice::Remote(value), labels::remote(lang, value).to_owned(), count)
        });
    let levels = facets
        .levels
        .iter()
        .filter(|(value, _)| {
            exists(&Choice::Level(*value), &|offer| offer.study_level.contains(value))
        })
        .map(|&(value, count)| (Choice::Level(value), value.word().to_owned(), count));
    let areas = state.catalogue.index().areas().filter(|(_, area)| area.kind <= AreaKind::Region);
    let areas = areas.map(|(number, area)| {
        (Choice::Place(area.label.clone()), area.label.clone(), facets.areas[number])
    });
    let close = send.reform(|_: MouseEvent| Action::Submit);
    let results = lang.plural(state.total(), OFFER);
    html! {
        <div id="filters" class={classes!("filters", state.unfolded.then_some("unfolded"))} part="filtres">
            { group(lang.say("Contrat", "Contract"), "contrat", contracts.collect(), state, send) }
            { group(lang.say("Candidatures", "Applications"), "ouvertes", open.collect(), state, send) }
            { group(lang.say("Télétravail", "Remote work"), "teletravail", remotes.collect(), state, send) }
            { group(lang.say("Niveau d’études", "Level of study"), "niveau", levels.collect(), state, send) }
            { group(lang.say("Région", "Region"), "lieu", areas.collect(), state, send) }
            <button type="button" class="strong fold" onclick={close}>{ lang.say("Voir ", "Show ").to_owned() + &results }</button>
        </div>
    }
}

fn group(
    legend: &str,
    name: &'static str,
    values: Vec<Value>,
    state: &State,
    send: &Callback<Action>,
) -> Html {
    if values.is_empty() {
        return html! { <div hidden=true></div> };
    }
    html! {
        <fieldset>
            <legend>{ legend.to_owned() }</legend>
            <div class={classes!("values", name)}>
                { for values.into_iter().map(|(choice, label, count)| {
                    let checked = choice.is_in(&state.query.filters);
                    let onchange = send.reform(move |_: Event| Action::Toggle(choice.clone()));
                    html! {
                        <label key={label.clone()} class={classes!((count == 0 && !checked).then_some("none"))}>
                            <input type="checkbox" {name} {checked} {onchange} />
                            <span class="name">{ label }</span>
                            <span class="count">{ count }<span class="unseen">{ state.lang.agree(count as usize, [" offre", " offres", " offer", " offers"]) }</span></span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}
