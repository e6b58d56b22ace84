//! The calendar of starts and deadlines: a bar a month, each a filter, and tables that say the same.

use crate::dom::Drawn;
use crate::page::{few, offer};
use crate::results::listed;
use crate::stage::{day, shown};
use tremplin::state::{Action, Choice, Look};
use tremplin_engine::offer::{Contract, Offer};
use tremplin_engine::query::{Bounds, Facet, Filters};
use wasm_bindgen_test::wasm_bindgen_test;

fn until(rank: usize, deadline: &str) -> Offer {
    Offer { deadline: Some(day(deadline)), ..offer(rank, "Poste", Contract::Stage, "Brest") }
}

#[wasm_bindgen_test]
async fn a_month_is_a_filter() {
    let dates = ["2030-07-01", "2030-07-31", "2030-09-05"];
    let offers = dates.iter().enumerate().map(|(rank, date)| until(rank, date)).collect();
    let page = listed(&shown(offers, [Action::Look(Look::Calendar)])).await;
    assert_eq!(page.texts("figcaption"), ["Dates limites"], "no offer tells a start");
    assert_eq!(page.count("svg [role=radio]"), 2, "months without an offer are ground");
    assert_eq!(page.attribute("svg [role=radio]", "aria-label"), "juillet 2030 : 2 offres");
    let filters = Filters {
        deadline: Bounds { least: Some(day("2030-07-01")), most: Some(day("2030-07-31")) },
        ..Filters::default()
    };
    let july = Action::Toggle(Choice::Bounds(Facet::Deadline, Box::new(filters)));
    assert_eq!(page.after_click("svg [role=radio]").await, [july.clone()]);
    assert!(page.press("svg [role=radio]", " ").await);
    assert_eq!(page.heard(), [july]);
}

#[wasm_bindgen_test]
async fn without_dates_nothing_is_drawn() {
    let page = listed(&shown(few(), [Action::Look(Look::Calendar)])).await;
    assert_eq!((page.count(".calendar"), page.count(".calendar svg")), (1, 0));
    assert_eq!(page.count(".card"), 3);
}
