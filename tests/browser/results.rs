//! The results: their number, order and looks, the rows, and what stands there when there are none.

use crate::dom::Drawn;
use crate::page::{few, offer};
use crate::stage::{Stage, day, link, shown};
use std::rc::Rc;
use tremplin::late::Late;
use tremplin::state::{Action, Choice, Look, Shelf, State, reduce};
use tremplin::view::{self, Place};
use tremplin_engine::offer::{Contract, Offer, Remote};
use tremplin_engine::query::Sort;
use wasm_bindgen_test::wasm_bindgen_test;

pub(crate) async fn listed(state: &Rc<State>) -> Stage {
    let link = link();
    let place = Place { level: 3, can_copy: true, link: &link, live: usize::MAX };
    Stage::of(|send| view::results(state, state, &place, send)).await
}

fn typed(text: &str) -> Action {
    Action::Type(text.to_owned())
}

#[wasm_bindgen_test]
async fn the_tools_order_shorten_and_change_the_look() {
    let list = listed(&shown(few(), [])).await;
    assert_eq!(list.texts("h3#count"), ["3 offres"]);
    assert_eq!(list.attribute("section", "aria-labelledby"), "count");
    list.fill("#sort", "change", "limite").await;
    assert_eq!(list.heard(), [Action::Sort(Sort::Deadline)]);
    list.fill("#sort", "change", "nonsense").await;
    assert_eq!(list.heard(), []);
    assert_eq!(list.texts("#sort [value=proximite]").len(), 0, "near what?");
    assert_eq!(list.after_click("#density").await, [Action::Compact(true)]);
    assert_eq!(list.attribute("#look-liste", "aria-pressed"), "true");
    assert_eq!(list.after_click("#look-carte").await, [Action::Look(Look::Map)]);
}

#[wasm_bindgen_test]
async fn a_row_answers_in_one_look() {
    let told = Offer {
        remote: Some(Remote::Partial),
        duration_months: Some([4, 6]),
        deadline: Some(day("2030-06-18")),
        ..offer(0, "Matelote <i>ou</i> matelot", Contract::Stage, "Brest")
    };
    let list = listed(&shown(vec![told], [typed("matelot")])).await;
    assert_eq!(list.texts(".line"), ["Stage4 à 6 mois"]);
    assert_eq!(list.texts(".title"), ["Matelote <i>ou</i> matelot"], "text, not HTML");
    assert!(list.texts(".title mark").contains(&"matelot".to_owned()));
    assert_eq!(list.texts(".who b"), ["Les Bateaux verts"]);
    let facts = list.texts(".facts").concat();
    assert!(facts.contains("3 jours"), "{facts}");
    assert_eq!(list.attribute(".title a", "href"), "?offre=offre-0");
    assert_eq!(list.after_click(".title a").await, [Action::Open("offre-0".to_owned())]);
    assert_eq!(list.attribute(".star", "aria-pressed"), "false");
    assert_eq!(list.after_click(".star").await, [Action::Keep("offre-0".to_owned())]);
}

#[wasm_bindgen_test]
async fn an_offer_that_says_nothing_has_a_row_without_gaps() {
    let silent = Offer { id: "x".to_owned(), heading: "Annonce".to_owned(), ..Offer::default() };
    let list = listed(&shown(vec![silent], [])).await;
    assert_eq!(list.texts(".title"), ["Annonce"]);
    assert_eq!(list.count(".who"), 0);
    assert_eq!(list.texts(".line"), [""]);
}

#[wasm_bindgen_test]
async fn arrows_go_from_row_to_row() {
    let list = listed(&shown(few(), [])).await;
    assert!(list.press("#card-offre-0", "ArrowDown").await);
    assert_eq!(list.heard(), [Action::Beside("offre-0".to_owned(), true)]);
    assert!(list.press("#card-offre-0", "ArrowUp").await);
    assert_eq!(list.heard(), [Action::Beside("offre-0".to_owned(), false)]);
    assert!(!list.press(".star", "ArrowDown").await, "elsewhere they scroll");
    assert_eq!(list.heard(), []);
}

#[wasm_bindgen_test]
async fn more_rows_are_asked_for() {
    let many = (0..60).map(|rank| offer(rank, "Poste", Contract::Stage, "Brest")).collect();
    let list = listed(&shown(many, [])).await;
    assert_eq!(list.texts(".more"), ["Voir 10 offres de plus"]);
    assert_eq!(list.after_click(".more").await, [Action::More]);
    assert_eq!(listed(&shown(few(), [])).await.count(".more"), 0);
}

#[wasm_bindgen_test]
async fn nothing_found_leads_on() {
    let stage = Action::Toggle(Choice::Contract(Contract::Stage));
    let words = [stage, typed("introuvable")];
    let list = listed(&shown(few(), words.clone())).await;
    assert_eq!(list.texts(".empty h4"), ["Aucune offre pour « introuvable »"]);
    assert_eq!(list.count(".empty button"), 0, "ways on come once the words rest");
    let list = listed(&shown(few(), words.into_iter().chain([Action::Rest]))).await;
    assert_eq!(list.texts(".empty h4"), ["Aucune offre pour « introuvable »"]);
    let ways = ["2 offres sans « introuvable »", "Retirer les filtres", "Effacer les mots"];
    assert_eq!(list.texts(".ways button"), ways);
    let asked = list.after_click(".ways li:first-child button").await;
    assert!(matches!(&asked[..], [Action::Ask(query)] if query.words.is_empty()), "{asked:?}");
    assert_eq!(list.after_click(".ways li:last-child button").await, [Action::Wipe]);
    assert_eq!(list.texts(".near"), ["Au plus près de votre recherche"]);
    assert_eq!(list.count(".card"), 2);
}

#[wasm_bindgen_test]
async fn no_offer_at_all_is_said() {
    let list = listed(&shown(Vec::new(), [])).await;
    assert_eq!(list.texts("#count"), ["0 offre"]);
    assert_eq!(list.texts(".empty h4"), ["Aucune offre pour le moment"]);
    assert_eq!(list.count(".ways button"), 0);
}

#[wasm_bindgen_test]
async fn words_that_stand_nowhere_are_put_right() {
    let list = listed(&shown(few(), [typed("acceuil")])).await;
    let asked = list.after_click(".notice .quiet").await;
    assert!(matches!(&asked[..], [Action::Ask(query)] if query.words == "accueil"), "{asked:?}");
}

#[wasm_bindgen_test]
async fn offers_that_are_past_are_told_once() {
    let past = |rank| Offer {
        deadline: Some(day("2030-06-14")),
        ..offer(rank, "Poste", Contract::Stage, "Brest")
    };
    let list = listed(&shown((0..2).map(past).collect(), [])).await;
    assert_eq!(list.count(".notice"), 1);
    assert!(list.texts(".notice")[0].starts_with("Aucune offre n’est ouverte"));
    assert_eq!(list.count(".card.past"), 2);
}

#[wasm_bindgen_test]
async fn an_offer_that_is_gone_leads_to_the_nearest() {
    let list = listed(&shown(few(), [Action::Open("aide-au-port".to_owned())])).await;
    let told = list.texts(".missing p");
    assert!(told[0].starts_with("L’offre demandée n’est plus là"), "{told:?}");
    let asked = list.after_click(".missing .offers a").await;
    assert!(matches!(asked[..], [Action::Open(_)]), "{asked:?}");
}

#[wasm_bindgen_test]
async fn what_comes_late_is_awaited_and_asked_for_again() {
    let shelf = Action::Shelve(Shelf::Kept);
    let coming = reduce(&shown(few(), [shelf]), Action::Late(Late::Coming));
    let list = listed(&coming.into()).await;
    assert_eq!(list.texts(".waiting")[0], "Chargement…");
    let failed = shown(few(), [Action::Shelve(Shelf::Kept), Action::Late(Late::Failed)]);
    let list = listed(&failed).await;
    assert!(list.texts(".notice")[0].starts_with("Cette partie de la page n’a pas pu"));
    assert_eq!(list.after_click(".notice .quiet").await, [Action::Late(Late::Coming)]);
}
