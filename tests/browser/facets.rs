//! The filters: boxes with counts, places, bounds, pay, recruiters; beside the rows or over them.

use crate::dom::{Drawn, words};
use crate::page::{few, offer};
use crate::stage::{Stage, shown};
use tremplin::state::{Action, Choice, Field, Located, State};
use tremplin::view;
use tremplin_engine::offer::{Contract, Offer, Pay, Period};
use wasm_bindgen_test::wasm_bindgen_test;

async fn column(state: &std::rc::Rc<State>) -> Stage {
    Stage::of(|send| view::facets(state, 3, true, send)).await
}

fn paid(rank: usize, month: f64) -> Offer {
    let pay = Pay {
        min: month,
        max: None,
        period: Period::Month,
        currency: "EUR".to_owned(),
        gross: None,
    };
    Offer { pay: Some(pay), ..offer(rank, "Poste", Contract::Stage, "Brest") }
}

#[wasm_bindgen_test]
async fn a_box_says_how_many_offers_it_gives() {
    let stage = Choice::Contract(Contract::Stage);
    let filters = column(&shown(few(), [Action::Toggle(stage.clone())])).await;
    assert_eq!(filters.count("div#filters"), 1);
    let contracts = [
        "Stage2 offres",
        "Alternance0 offre",
        "Service civique0 offre",
        "Volontariat0 offre",
        "Emploi1 offre",
    ];
    assert_eq!(filters.texts(".contrat .value"), contracts);
    assert_eq!(filters.texts(".contrat .value.none").len(), 3, "what gives nothing is dimmed");
    assert_eq!(filters.texts(".contrat .value:has(:checked) .name"), ["Stage"]);
    filters.fill(".contrat .value:first-child input", "change", "on").await;
    assert_eq!(filters.heard(), [Action::Toggle(stage)]);
    assert_eq!(filters.count("fieldset"), filters.count("fieldset > legend:first-child"));
}

#[wasm_bindgen_test]
async fn over_everything_they_are_a_dialog_with_a_way_out() {
    let filters = column(&shown(few(), [Action::Unfold(true)])).await;
    assert_eq!(filters.texts("#filters-title"), ["Filtres"]);
    assert_eq!(filters.attribute("dialog", "aria-labelledby"), "filters-title");
    assert_eq!(filters.texts(".fold"), ["Voir les 3 offres"]);
    assert_eq!(filters.after_click(".fold").await, [Action::Submit]);
    assert_eq!(filters.after_click(".sheet-head button").await, [Action::Unfold(false)]);
    assert_eq!(filters.after_click(".sheet-foot .plain").await, [Action::ClearFilters]);
}

#[wasm_bindgen_test]
async fn a_place_is_typed_found_or_unknown() {
    let filters = column(&shown(few(), [])).await;
    filters.fill("#place", "input", "bre").await;
    assert_eq!(filters.heard(), [Action::TypePlace("bre".to_owned())]);
    assert_eq!(filters.after_click(".around").await, [Action::Locate]);
    let unknown = shown(few(), [Action::TypePlace("Nullepart".to_owned()), Action::EnterPlace]);
    let filters = column(&unknown).await;
    assert_eq!(filters.attribute("#place", "aria-describedby"), "place-hint");
    assert!(filters.texts("#place-hint")[0].starts_with("Lieu inconnu : "));
    assert!(filters.press("#place", "Enter").await);
    assert_eq!(filters.heard(), [Action::EnterPlace]);

    let like = [Action::TypePlace("bret".to_owned()), Action::Suggest(Field::Place)];
    let filters = column(&shown(few(), like)).await;
    assert_eq!(filters.attribute("#place", "aria-expanded"), "true");
    assert_eq!(filters.texts("#place-0 .name"), ["Bretagne"]);
    assert_eq!(filters.after_click("#place-0").await, [Action::Take(Field::Place, 0)]);
}

#[wasm_bindgen_test]
async fn a_town_has_a_radius() {
    let chosen = Action::Toggle(Choice::Place("Brest".to_owned()));
    let filters = column(&shown(few(), [chosen])).await;
    assert_eq!(filters.value("#radius"), "20");
    filters.fill("#radius", "change", "50").await;
    assert_eq!(filters.heard(), [Action::Set("rayon", "50".to_owned())]);
    let none = column(&shown(few(), [])).await;
    assert_eq!(none.count("#radius"), 0);
}

#[wasm_bindgen_test]
async fn who_refuses_to_tell_where_they_are_is_told_what_to_do() {
    for (why, said) in [
        (Located::Denied, "Autorisez-le, ou tapez une ville."),
        (Located::Unknown, "Position introuvable : tapez une ville."),
        (Located::FarOff, "Aucune grande ville à moins de 100 km."),
    ] {
        let filters = column(&shown(few(), [Action::Lost(why)])).await;
        let hints = filters.texts(".lieu .hint");
        assert!(hints.iter().any(|hint| hint.contains(said)), "{hints:?}");
    }
    let without = Stage::of(|send| view::facets(&shown(few(), []), 3, false, send)).await;
    assert_eq!(without.count(".around"), 0, "what a browser cannot do is not proposed");
}

#[wasm_bindgen_test]
async fn bounds_are_set_as_they_are_written() {
    let filters = column(&shown(few(), [Action::Set("duree-min", "4".to_owned())])).await;
    assert_eq!(filters.value("[name=duree-min]"), "4");
    for (key, value) in [("duree-max", "6"), ("debut", "2030-09"), ("remuneration-min", "-1")] {
        filters.fill(&format!("[name={key}]"), "change", value).await;
        let value = filters.value(&format!("[name={key}]"));
        assert_eq!(filters.heard(), [Action::Set(key, value)]);
    }
}

#[wasm_bindgen_test]
async fn pay_has_a_chart_once_enough_offers_state_it() {
    let few_paid = column(&shown((0..2).map(|rank| paid(rank, 700.0)).collect(), [])).await;
    assert_eq!(few_paid.count("#pay-scale"), 0);
    let offers = (0..4).map(|rank| paid(rank, 600.0 + 250.0 * rank as f64)).collect();
    let filters = column(&shown(offers, [])).await;
    assert_eq!(filters.texts(".remuneration .hint")[0], "4 offres sur 4 indiquent un montant");
    assert!(filters.count(".scale rect") >= 4);
    assert_eq!(filters.attribute(".scale svg", "aria-hidden"), "true", "the slider says it");
    filters.fill("#pay-scale", "change", "800").await;
    assert_eq!(filters.heard(), [Action::Set("remuneration-min", "800".to_owned())]);
    filters.fill("#pay-scale", "change", "0").await;
    assert_eq!(filters.heard(), [Action::Set("remuneration-min", String::new())]);
}

#[wasm_bindgen_test]
async fn many_recruiters_come_by_and_by() {
    let by = |rank: usize| Offer {
        organisation: Some(format!("Recruteur {rank:02}")),
        ..offer(rank, "Poste", Contract::Stage, "Brest")
    };
    let filters = column(&shown((0..20).map(by).collect(), [])).await;
    assert_eq!(filters.count(".structure .value"), 8);
    assert_eq!(filters.after_click(".structure > .quiet").await, [Action::MoreRecruiters]);
    let all = shown((0..20).map(by).collect(), [Action::MoreRecruiters]);
    let filters = column(&all).await;
    assert_eq!(filters.count(".structure .value"), 20);
    assert_eq!(filters.texts(".structure > .quiet"), words(&[]));
}
