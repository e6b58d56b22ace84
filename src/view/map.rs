//! The map of the départements, which is a filter too, and the same as a list.

use crate::state::{Action, Choice, Outline, Outlines, State};
use crate::view::facets::value;
use crate::view::markup::element;
use crate::view::spot::spot as pressed;
use crate::view::writing::OFFER;
use tremplin_engine::search::AreaKind;
use yew::prelude::*;

/// The départements around Paris, too small to be hit: they are drawn again, larger.
const AROUND_PARIS: [&str; 4] = ["75", "92", "93", "94"];
/// Where on the map they are drawn again, and how much larger.
const ENLARGED: &str = "translate(-2062 -1315) scale(5)";
/// The départements overseas, which have no outline: each is a square with its code.
const OVERSEAS: [&str; 5] = ["971", "972", "973", "974", "976"];
/// The side of these squares, and the gap between them.
const SQUARE: usize = 78;
const GAP: usize = 14;
/// How many steps of colour tell how many offers there are.
const STEPS: u32 = 4;

/// A département, or an area around several, where offers are.
struct Spot<'a> {
    kind: AreaKind,
    label: &'a str,
    /// `35`; empty for what is no département.
    code: &'a str,
    count: u32,
    chosen: bool,
}

/// The map, and the list that says the same.
pub(crate) fn map(state: &State, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let spots = spots(state);
    let most = spots.iter().filter(|spot| !spot.code.is_empty()).map(|spot| spot.count).max();
    let most = most.unwrap_or(0);
    let title = lang.say("Offres par département", "Offers by département");
    html! {
        <div class="map">
            <div class="drawn">
                { match &state.outlines {
                    Outlines::Here(outlines) => drawing(state, outlines, &spots, most, send),
                    Outlines::Failed => html! {
                        <p class="notice">{ lang.say("La carte n’a pas pu être chargée. La liste dit la même chose.", "The map could not be loaded. The list says the same.") }</p>
                    },
                    _ => html! { <p class="waiting">{ lang.say("Chargement de la carte…", "Loading the map…") }</p> },
                } }
            </div>
            <fieldset class="spots">
                <legend>{ title }</legend>
                <div class="values">{ for spots.iter().map(|spot| listed(state, spot, send)) }</div>
            </fieldset>
            <p class="credit">{ lang.say("Contours\u{a0}: Victor Cazanave, licence CC BY 4.0", "Outlines: Victor Cazanave, licence CC BY 4.0") }</p>
        </div>
    }
}

/// Countries, régions and their départements, in order.
fn spots(state: &State) -> Vec<Spot<'_>> {
    let mut spots = Vec::new();
    for (number, area) in state.catalogue.index().areas() {
        if area.kind <= AreaKind::Department {
            let code =
                area.label.rsplit_once('(').map_or("", |(_, code)| code.trim_end_matches(')'));
            spots.push(Spot {
                kind: area.kind,
                label: &area.label,
                code: if area.kind == AreaKind::Department { code } else { "" },
                count: state.answer.facets.areas.get(number).copied().unwrap_or(0),
                chosen: state.query.filters.places.contains(&area.label),
            });
        }
    }
    spots
}

/// What `spot` says aloud: « Ille-et-Vilaine (35) : 4 offres ».
fn said(state: &State, spot: &Spot<'_>) -> String {
    let mut said = spot.label.to_owned();
    said += state.lang.say("\u{a0}: ", ": ");
    said + &state.lang.plural(spot.count as usize, OFFER)
}

fn drawing(
    state: &State,
    outlines: &[Outline],
    spots: &[Spot<'_>],
    most: u32,
    send: &Callback<Action>,
) -> Html {
    let [width, height] = Outlines::SIZE;
    let with_code = |code: &str| spots.iter().find(|spot| spot.code == code);
    // What stands a second time is for fingers: the keyboard and the ear have met it.
    let shape = |outline: &Outline, again: bool| {
        let path = html! { <path d={AttrValue::from(outline.path.clone())} /> };
        spot_of(state, with_code(&outline.code), most, again, path, send)
    };
    let square = |(rank, code): (usize, &&str)| {
        let x = rank * (SQUARE + GAP) + 8;
        let y = height as usize - SQUARE - 8;
        let middle = format!("{}", x + SQUARE / 2);
        let drawn = html! {
            <>
                <rect x={x.to_string()} y={y.to_string()} width={SQUARE.to_string()} height={SQUARE.to_string()} rx="12" />
                <text x={middle} y={(y + SQUARE / 2).to_string()}>{ *code }</text>
            </>
        };
        spot_of(state, with_code(code), most, false, drawn, send)
    };
    html! {
        <svg viewBox={format!("0 0 {width} {height}")} role="group"
            aria-label={state.lang.say("Carte de France des offres", "Map of the offers in France")}>
            { for outlines.iter().map(|outline| shape(outline, false)) }
            <g class="enlarged" transform={ENLARGED}>
                { for outlines.iter().filter(|outline| AROUND_PARIS.contains(&&*outline.code)).map(|outline| shape(outline, true)) }
            </g>
            { for OVERSEAS.iter().enumerate().map(square) }
            // Neighbours drawn later would hide half of a border.
            <g class="rings">
                { for outlines.iter().filter(|outline| with_code(&outline.code).is_some_and(|spot| spot.chosen)).map(|outline| html! {
                    <path d={AttrValue::from(outline.path.clone())} />
                }) }
            </g>
        </svg>
    }
}

/// A shape of the map: a box to tick where offers are, or were before a filter, and ground elsewhere.
fn spot_of(
    state: &State,
    spot: Option<&Spot<'_>>,
    most: u32,
    again: bool,
    drawn: Html,
    send: &Callback<Action>,
) -> Html {
    let Some(spot) = spot else {
        return html! { <g class="spot" aria-hidden="true">{ drawn }</g> };
    };
    let step = if spot.count == 0 { 0 } else { 1 + (spot.count - 1) * STEPS / most.max(1) };
    let toggle = {
        let label = spot.label.to_owned();
        send.reform(move |()| Action::Toggle(Choice::Place(label.clone())))
    };
    let class = classes!(
        "spot",
        "some",
        format!("step-{}", step.min(STEPS)),
        spot.chosen.then_some("chosen")
    );
    if again {
        let onclick = toggle.reform(|_: MouseEvent| ());
        return html! { <g {class} aria-hidden="true" {onclick}>{ drawn }</g> };
    }
    pressed(class, "checkbox", said(state, spot), spot.chosen, toggle, drawn)
}

/// One line of the list.
fn listed(state: &State, spot: &Spot<'_>, send: &Callback<Action>) -> Html {
    let class = if spot.kind == AreaKind::Department { "inner" } else { "" };
    let choice = Choice::Place(spot.label.to_owned());
    element("div", class, vec![value(choice, spot.count, None, state, send)])
}
