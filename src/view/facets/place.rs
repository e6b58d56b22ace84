//! The places: a field for any, the visitor's own, and the régions with their départements.

use super::group::{facet, value};
use crate::state::{Action, Choice, Field, Lang, Located, RADII, State};
use crate::view::combobox::Combobox;
use crate::view::icons;
use crate::view::markup::{button, element, said, words};
use tremplin_engine::search::{Area, AreaKind};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The places.
pub(super) fn places(state: &State, can_locate: bool, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let combobox = Combobox {
        field: Field::Place,
        id: "place",
        kind: "text",
        placeholder: lang.say("ville, département, région", "town, département, region"),
        described: state.unknown_place.then_some("place-hint"),
    };
    let label = lang.say("Ville, département ou région", "Town, département or region");
    let mut inside = vec![
        html! {
            <div class="place">
                <label class="unseen" for="place">{ said(label) }</label>
                { combobox.input(state, &state.place, send) }
                { combobox.list(state, send) }
            </div>
        },
        html! { <p class="hint" id="place-hint">{ state.unknown_place.then(|| said(unknown(lang))) }</p> },
    ];
    if can_locate {
        let here = vec![icons::here(), said(lang.say("Autour de moi", "Around me"))];
        inside.push(button("quiet around", Action::Locate, None, here, send));
        let told = state.located.map_or(String::new(), |located| told(lang, located));
        inside.push(words("p", "hint", told));
    }
    tree(state, send, &mut inside);
    facet(lang.say("Lieu", "Place"), "values lieu", inside)
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
    let words = match located {
        Located::Asked => lang.say("Votre navigateur cherche…", "Your browser is looking…"),
        Located::Denied => lang.say(
            "Votre navigateur ne donne pas votre position. Autorisez-le, ou tapez une ville.",
            "Your browser does not tell where you are. Allow it, or type a town.",
        ),
        Located::Unknown => lang.say(
            "Position introuvable\u{a0}: tapez une ville.",
            "Position not found: type a town.",
        ),
        Located::FarOff => lang.say(
            "Aucune grande ville à moins de 100\u{a0}km.",
            "No large town within 100\u{a0}km.",
        ),
        Located::Near(town, km) => {
            let near = lang.say("Au plus près\u{a0}: ", "Nearest: ").to_owned();
            return near + town + ", " + &km.to_string() + "\u{a0}km";
        }
    };
    words.to_owned()
}

fn radius(state: &State, send: &Callback<Action>) -> Html {
    let (lang, chosen) = (state.lang, state.query.filters.radius());
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            send.emit(Action::Set("rayon", select.value()));
        }
    });
    let other = (!RADII.contains(&chosen)).then_some(chosen);
    let mut options: Vec<Html> = Vec::new();
    for km in RADII.into_iter().chain(other) {
        let value = km.to_string();
        let mut label = lang.say("et jusqu’à ", "and up to ").to_owned() + &value + "\u{a0}km";
        if km == 0 {
            label = lang.say("sans aller autour", "no further").to_owned();
        }
        options.push(html! { <option {value} selected={km == chosen}>{ label }</option> });
    }
    html! {
        <div class="radius">
            <label class="unseen" for="radius">{ said(lang.say("Rayon", "Radius")) }</label>
            <select id="radius" {onchange}>{ Html::from_iter(options) }</select>
            { icons::down() }
        </div>
    }
}

/// The chosen places that are no région nor département, with how far around them; then the régions, each over its
/// départements.
fn tree(state: &State, send: &Callback<Action>, rows: &mut Vec<Html>) {
    let (lang, counts) = (state.lang, &state.answer.facets.areas);
    let index = state.catalogue.index();
    let areas: Vec<(usize, &Area)> = index.areas().collect();
    let draw =
        |label: &str, count| value(Choice::Place(label.to_owned()), count, None, state, send);
    let places = &state.query.filters.places;
    let (mut chosen, mut families): (Vec<Html>, Vec<Html>) = Default::default();
    let mut around = false;
    for name in places.iter() {
        let known = areas.iter().find(|(_, area)| area.label == *name);
        if known.is_none_or(|(_, area)| area.kind > AreaKind::Department) {
            chosen.push(draw(name, known.map_or(0, |(number, _)| counts[*number])));
        }
        around |= index.place(name).is_some_and(|place| place.is_town);
    }
    if around {
        chosen.push(radius(state, send));
    }
    let mut at = 0;
    while let Some((number, top)) = areas.get(at) {
        at += 1;
        if top.kind > AreaKind::Department {
            continue;
        }
        let (mut inside, mut open) = (Vec::new(), places.contains(&top.label));
        // What lies in it comes behind it.
        while let Some((number, area)) = areas.get(at).filter(|(_, area)| area.parent.is_some()) {
            at += 1;
            if area.kind == AreaKind::Department {
                open |= places.contains(&area.label);
                inside.push(draw(&area.label, counts[*number]));
            }
        }
        let mut family = vec![draw(&top.label, counts[*number])];
        if !inside.is_empty() {
            let label = lang.say("Départements\u{a0}: ", "Départements: ").to_owned() + &top.label;
            family.push(html! {
                <details {open}>
                    <summary aria-label={label}>{ icons::down() }</summary>
                    { Html::from_iter(inside) }
                </details>
            });
        }
        // What a visitor opened stays open wherever its line goes.
        let key = top.label.clone();
        families.push(html! { <div class="area" {key}>{ for family }</div> });
    }
    rows.extend([element("div", "", chosen), element("div", "", families)]);
}
