//! The map, which is a filter, and its list.

use crate::dom::Drawn;
use crate::page::offer;
use crate::results::listed;
use crate::stage::shown;
use tremplin::state::{Action, Choice, Look, Outlines};
use tremplin_engine::offer::{Contract, Offer};
use wasm_bindgen_test::wasm_bindgen_test;

const OUTLINES: &str = "29\tM1 1h9v9z\n35\tM20 1h9v9z\n";

fn offers() -> Vec<Offer> {
    let in_finistere = |rank| {
        let mut offer = offer(rank, "Poste", Contract::Stage, "Brest");
        offer.places[0].department = Some("29".to_owned());
        offer
    };
    (0..2).map(in_finistere).collect()
}

fn finistere() -> Action {
    Action::Toggle(Choice::Place("Finistère (29)".to_owned()))
}

#[wasm_bindgen_test]
async fn a_departement_with_offers_is_a_box() {
    let outlines = Outlines::read(OUTLINES);
    let state = shown(offers(), [Action::Look(Look::Map), Action::Outlines(outlines)]);
    let page = listed(&state).await;
    let spots = page.count("svg [role=checkbox]");
    assert_eq!(spots, 1, "the others are ground");
    assert_eq!(page.attribute("svg [role=checkbox]", "aria-label"), "Finistère (29) : 2 offres");
    assert_eq!(page.attribute("svg [role=checkbox]", "aria-checked"), "false");
    assert_eq!(page.after_click("svg [role=checkbox]").await, [finistere()]);
    assert!(page.press("svg [role=checkbox]", "Enter").await);
    assert_eq!(page.heard(), [finistere()]);
    assert!(page.texts(".spots .value").contains(&"Finistère (29)2 offres".to_owned()));
    assert!(page.texts(".credit")[0].contains("CC BY 4.0"));
}

#[wasm_bindgen_test]
async fn a_chosen_departement_has_a_ring() {
    let outlines = Action::Outlines(Outlines::read(OUTLINES));
    let page = listed(&shown(offers(), [Action::Look(Look::Map), outlines, finistere()])).await;
    assert_eq!(page.attribute("svg [role=checkbox]", "aria-checked"), "true");
    assert_eq!(page.count("svg .rings path"), 1);
}

#[wasm_bindgen_test]
async fn without_outlines_the_list_remains() {
    let coming = listed(&shown(offers(), [Action::Look(Look::Map)])).await;
    assert_eq!(coming.texts(".map .waiting"), ["Chargement de la carte…"]);
    let nonsense = Action::Outlines(Outlines::read("<html>"));
    let failed = listed(&shown(offers(), [Action::Look(Look::Map), nonsense])).await;
    let said = "La carte n’a pas pu être chargée. La liste dit la même chose.";
    assert_eq!(failed.texts(".map .notice"), [said]);
    failed.fill(".spots .inner input", "change", "on").await;
    assert_eq!(failed.heard(), [finistere()]);
}
