//! The places: a field for any, the visitor's own, and the régions with their départements.

use super::group::{facet, value};
use crate::state::{Action, Choice, Field, Lang, Located, RADII, State};
use crate::view::combobox::Combobox;
use crate::view::icons;
use crate::view::writing::NBSP;
use tremplin_engine::search::{Area, AreaKind};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The places.
pub(super) fn places(state: &State, can_locate: bool, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let index = state.catalogue.index();
    let combobox = Combobox {
        field: Field::Place,
        id: "place",
        kind: "text",
        placeholder: lang.say("ville, département, région", "town, département, region"),
        described: state.unknown_place.then_some("place-hint"),
    };
    let is_town = |name: &String| index.place(name).is_some_and(|place| place.is_town);
    let around = state.query.filters.places.iter().any(is_town);
    facet(
        lang.say("Lieu", "Place"),
        "values lieu",
        html! {
            <>
            <div class="place">
                <label class="unseen" for="place">{ lang.say("Ville, département ou région", "Town, département or region") }</label>
                { combobox.input(state, &state.place, send) }
                { combobox.list(state, send) }
            </div>
            <p class="hint" id="place-hint">
                if state.unknown_place {
                    { unknown(lang) }
                }
            </p>
            if can_locate {
                <div>
                    <button type="button" class="quiet around" onclick={send.reform(|_: MouseEvent| Action::Locate)}>
                        { icons::here() }{ lang.say("Autour de moi", "Around me") }
                    </button>
                    <p class="hint">{ state.located.map(|located| told(lang, located)) }</p>
                </div>
            }
            if around {
                { radius(state, send) }
            }
            { tree(state, send) }
            </>
        },
    )
}

/// Why a name is no place.
pub fn unknown(lang: Lang) -> &'static str {
    lang.say(
        "Lieu inconnu\u{a0}: essayez une grande ville, un département ou une région.",
        "Unknown place: try a large town, a département or a region.",
    )
}

/// What became of the search for the visitor.
pub fn told(lang: Lang, located: Located) -> String {
    match located {
        Located::Asked => {
            lang.say("Votre navigateur cherche…", "Your browser is looking…").to_owned()
        }
        Located::Denied => lang
            .say(
                "Votre navigateur ne donne pas votre position. Autorisez-le, ou tapez une ville.",
                "Your browser does not tell where you are. Allow it, or type a town.",
            )
            .to_owned(),
        Located::Unknown => lang
            .say("Position introuvable\u{a0}: tapez une ville.", "Position not found: type a town.")
            .to_owned(),
        Located::FarOff => lang
            .say("Aucune grande ville à moins de 100\u{a0}km.", "No large town within 100 km.")
            .to_owned(),
        Located::Near(town, km) => {
            format!("{}{town}, {km}{NBSP}km", lang.say("Au plus près\u{a0}: ", "Nearest: "))
        }
    }
}

fn radius(state: &State, send: &Callback<Action>) -> Html {
    let (lang, chosen) = (state.lang, state.query.filters.radius());
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            send.emit(Action::Set("rayon", select.value()));
        }
    });
    let option = |km: u16| {
        let label = match km {
            0 => lang.say("sans aller autour", "no further").to_owned(),
            km => format!("{}{km}{NBSP}km", lang.say("et jusqu’à ", "and up to ")),
        };
        html! { <option value={km.to_string()} selected={km == chosen}>{ label }</option> }
    };
    let other = (!RADII.contains(&chosen)).then_some(chosen);
    html! {
        <div class="radius">
            <label class="unseen" for="radius">{ lang.say("Rayon", "Radius") }</label>
            <select id="radius" {onchange}>{ for RADII.into_iter().chain(other).map(option) }</select>
            { icons::down() }
        </div>
    }
}

/// The chosen places that are no région nor département; then the régions, each over its départements.
fn tree(state: &State, send: &Callback<Action>) -> Html {
    let (lang, counts) = (state.lang, &state.answer.facets.areas);
    let areas: Vec<(usize, &Area)> = state.catalogue.index().areas().collect();
    let listed: Vec<&(usize, &Area)> =
        areas.iter().filter(|(_, area)| area.kind <= AreaKind::Department).collect();
    let draw =
        |label: &str, count| value(Choice::Place(label.to_owned()), count, None, state, send);
    let chosen = |label: &String| state.query.filters.places.contains(label);
    let mut rows: Vec<Html> = Vec::new();
    for name in state.query.filters.places.iter() {
        if !listed.iter().any(|(_, area)| area.label == *name) {
            let number = areas.iter().find(|(_, area)| area.label == *name);
            rows.push(draw(name, number.map_or(0, |(number, _)| counts[*number])));
        }
    }
    let tops = listed.chunk_by(|_, next| next.1.kind == AreaKind::Department);
    for family in tops {
        let Some(((number, top), inside)) = family.split_first().map(|(top, rest)| (**top, rest))
        else {
            continue;
        };
        let open = chosen(&top.label) || inside.iter().any(|(_, area)| chosen(&area.label));
        rows.push(html! {
            <div class="area" key={top.label.clone()}>
                { draw(&top.label, counts[number]) }
                if !inside.is_empty() {
                    <details {open}>
                        <summary aria-label={lang.say("Départements\u{a0}: ", "Départements: ").to_owned() + &top.label}>{ icons::down() }</summary>
                        { for inside.iter().map(|(number, area)| draw(&area.label, counts[*number])) }
                    </details>
                }
            </div>
        });
    }
    Html::from_iter(rows)
}
