//! What is kept: the way there, what can be done with such a list, and what it says of itself.

use crate::dom::Drawn;
use crate::page::few;
use crate::results::listed;
use crate::stage::shown;
use tremplin::state::{Action, Copied, Shelf};
use wasm_bindgen_test::wasm_bindgen_test;

fn keep(rank: usize) -> Action {
    Action::Keep(format!("offre-{rank}"))
}

#[wasm_bindgen_test]
async fn the_way_to_those_kept_is_there_once_there_are_any() {
    assert_eq!(listed(&shown(few(), [])).await.count(".mine"), 0);
    let list = listed(&shown(few(), [keep(0), keep(2)])).await;
    assert_eq!(list.texts(".mine"), ["Mes offres 2"]);
    assert_eq!(list.after_click(".mine").await, [Action::Shelve(Shelf::Kept)]);
    let pressed = list.all(".star[aria-pressed=true]").len();
    assert_eq!(pressed, 2);
}

#[wasm_bindgen_test]
async fn a_shelf_says_what_it_is_and_what_can_be_done() {
    let list = listed(&shown(few(), [keep(0), keep(2), Action::Shelve(Shelf::Kept)])).await;
    assert_eq!(list.texts(".shelf p"), ["Vos offres, gardées dans ce navigateur seulement."]);
    let tools = ["Toutes les offres", "Comparer", "Copier le lien de cette liste", "Tout oublier"];
    assert_eq!(list.texts(".shelf .tool"), tools);
    let actions =
        [Action::Shelve(Shelf::All), Action::Compare, Action::Copy(Copied::List), Action::Forget];
    for (rank, action) in actions.into_iter().enumerate() {
        let tool = format!(".shelf .tool:nth-child({})", rank + 1);
        assert_eq!(list.after_click(&tool).await, [action]);
    }
    let asked = list.after_click(".pick").await;
    assert!(matches!(asked[..], [Action::Pick(_)]), "{asked:?}");
}

#[wasm_bindgen_test]
async fn a_list_by_a_link_tells_what_is_lost() {
    let given = Shelf::Given(["offre-1".to_owned(), "<b>".to_owned()].into());
    let list = listed(&shown(few(), [Action::Shelve(given)])).await;
    let told = "Une liste reçue par un lien. 1 offre n’est plus là.";
    assert_eq!(list.texts(".shelf p"), [told]);
    assert_eq!(list.count(".card"), 1);
}

#[wasm_bindgen_test]
async fn three_are_compared_at_most() {
    let mut offers = few();
    offers.push(crate::page::offer(3, "Autre", tremplin_engine::offer::Contract::Stage, "Brest"));
    let all = (0..4).map(keep).chain([Action::Shelve(Shelf::Kept)]);
    let list = listed(&shown(offers, all.chain((0..3).map(Action::Pick)))).await;
    assert_eq!(list.texts(".pick.full"), ["Trois à comparer, au plus"]);
    assert_eq!(list.all(".pick[aria-pressed=true]").len(), 3);
    assert_eq!(list.texts(".shelf .tool:nth-child(2)"), ["Comparer 3 offres"]);
}

#[wasm_bindgen_test]
async fn a_link_that_could_not_be_copied_says_so() {
    let shelf = [keep(0), Action::Shelve(Shelf::Kept), Action::Copied(Copied::List, false)];
    let list = listed(&shown(few(), shelf)).await;
    assert!(list.texts(".shelf .tool").contains(&"Copie refusée par le navigateur".to_owned()));
}

#[wasm_bindgen_test]
async fn what_does_not_last_is_said() {
    let list = listed(&shown(few(), [keep(0), Action::Fleeting])).await;
    assert!(list.texts(".notice")[0].contains("le temps de cette visite"));
}
