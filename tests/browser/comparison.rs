//! Offers side by side.

use crate::dom::Drawn;
use crate::page::few;
use crate::stage::{Stage, link, shown};
use tremplin::state::Action;
use tremplin::view;
use tremplin_engine::offer::Offer;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_fact_is_a_row_and_an_offer_a_column() {
    let mut offers = few();
    offers[0].duration_months = Some([6, 6]);
    offers[2] = Offer { id: "x".to_owned(), heading: "<i>Rien</i>".to_owned(), ..Offer::default() };
    let state = shown(offers, [Action::Pick(0), Action::Pick(2), Action::Compare]);
    let table = Stage::of(|send| view::compare(&state, 3, &link(), send)).await;
    assert_eq!(table.texts("#comparison"), ["Comparaison"]);
    assert_eq!(table.texts("thead th a"), ["Matelote ou matelot", "<i>Rien</i>"]);
    assert_eq!(table.count("thead th[scope=col]"), 2);
    let rows = table.texts("tbody th[scope=row]");
    assert!(rows.contains(&"Durée".to_owned()), "{rows:?}");
    assert!(!rows.contains(&"Rémunération".to_owned()), "what none says has no row: {rows:?}");
    let silent = table.texts("tbody td:last-child .silent");
    assert!(silent.iter().all(|said| said == "non précisé") && !silent.is_empty());
    assert_eq!(table.after_click("thead th:last-child .remove").await, [Action::Pick(2)]);
    let opened = [Action::Open("offre-0".to_owned())];
    assert_eq!(table.after_click("thead th a").await, opened);
    assert_eq!(table.after_click(".compare > .tool").await, [Action::Close]);
}
