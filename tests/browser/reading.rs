//! The open offer: its facts, its text, what can be done with it, the offers around it.

use crate::dom::Drawn;
use crate::page::{few, offer};
use crate::stage::{Stage, day, link, shown};
use tremplin::state::{Action, Copied, State};
use tremplin::view::{self, Here};
use tremplin_engine::offer::{Contract, Evidence, Field, Offer};
use tremplin_engine::span::Span;
use wasm_bindgen_test::wasm_bindgen_test;

/// The offer of that rank, open, its text there; after some actions.
fn opened(offers: Vec<Offer>, rank: usize, then: impl IntoIterator<Item = Action>) -> State {
    let (id, text) = (offers[rank].id.clone(), offers[rank].text.as_str().into());
    let open = [Action::Open(id.clone()), Action::Text(id, text)];
    State::clone(&shown(offers, open.into_iter().chain(then)))
}

async fn read(state: &State, here: Here) -> Stage {
    let opened = state.open.as_ref().unwrap();
    Stage::of(|send| view::open_offer(state, opened, 3, &here, &link(), send)).await
}

fn here() -> Here {
    Here { url: Some("https://x.example/?offre=1".to_owned()), can_copy: true, can_share: false }
}

#[wasm_bindgen_test]
async fn what_can_be_done_is_asked_for() {
    let page = read(&opened(few(), 1, []), here()).await;
    assert_eq!(page.texts("h3#offer"), ["Chargé·e d’accueil"]);
    assert_eq!(page.attribute("article", "aria-labelledby"), "offer");
    let letter = page.attribute("a.apply", "href");
    assert!(letter.starts_with("mailto:quai@bateaux.example?subject="), "{letter}");
    for (selector, action) in [
        (".actions .plain:nth-of-type(1)", Action::Keep("offre-1".to_owned())),
        (".actions .plain:nth-of-type(2)", Action::Copy(Copied::Link)),
        (".tools .tool:nth-of-type(1)", Action::Copy(Copied::Addresses)),
        (".tools .tool:nth-of-type(2)", Action::Print),
        (".tools .tool:nth-of-type(3)", Action::Original(true)),
        (".back", Action::Close),
        (".beside .before", Action::Turn("offre-0".to_owned())),
    ] {
        let heard = page.after_click(selector).await;
        assert_eq!(heard, [action], "{selector}");
    }
}

#[wasm_bindgen_test]
async fn what_the_browser_cannot_do_is_not_proposed() {
    let page = read(&opened(few(), 1, []), Here::default()).await;
    let tools = page.texts(".tools .tool");
    assert_eq!(tools, ["Imprimer", "Texte d’origine"]);
    assert_eq!(page.count(".actions button"), 1, "to keep it");
    let shares = Here { can_share: true, ..here() };
    let page = read(&opened(few(), 1, []), shares).await;
    let shared = page.after_click(".actions .plain:nth-of-type(2)").await;
    assert_eq!(shared, [Action::Share]);
}

#[wasm_bindgen_test]
async fn a_copy_says_what_came_of_it() {
    for (done, said) in [(true, "Copié"), (false, "Copie refusée par le navigateur")] {
        let state = opened(few(), 1, [Action::Copied(Copied::Addresses, done)]);
        let page = read(&state, here()).await;
        assert!(page.texts(".tools .tool").contains(&said.to_owned()));
    }
}

#[wasm_bindgen_test]
async fn a_fact_shows_the_words_it_was_read_from() {
    let mut told = offer(0, "Stage", Contract::Stage, "Brest");
    told.text = "Un <b>stage</b> de six mois".to_owned();
    told.duration_months = Some([6, 6]);
    let span = Span { start: 16, end: 27 };
    told.evidence.insert(Field::DurationMonths, Evidence { span, rule: "r".into() });
    let page = read(&opened(vec![told.clone()], 0, []), here()).await;
    assert_eq!(page.attribute(".evidence", "aria-expanded"), "false");
    assert_eq!(page.after_click(".evidence").await, [Action::Quote(true)]);
    let words = page.texts(".table q").concat();
    assert_eq!(words, told.text[16..27]);
    let page = read(&opened(vec![told], 0, [Action::Quote(true)]), here()).await;
    assert_eq!(page.attribute(".evidence", "aria-expanded"), "true");
}

#[wasm_bindgen_test]
async fn a_text_is_awaited_and_stands_in_sections_or_as_it_was_read() {
    let waits = shown(few(), [Action::Open("offre-0".to_owned())]);
    let page = read(&waits, here()).await;
    assert_eq!(page.attribute(".reading", "aria-busy"), "true");
    assert_eq!(page.texts(".reading .waiting"), ["Chargement du texte…"]);
    let page = read(&opened(few(), 0, []), here()).await;
    assert_eq!(page.attribute(".reading", "aria-busy"), "false");
    assert_eq!(page.texts(".reading h4"), ["Missions"]);
    let page = read(&opened(few(), 0, [Action::Original(true)]), here()).await;
    assert!(page.texts(".original")[0].contains("# Missions\n"));
}

#[wasm_bindgen_test]
async fn a_deadline_ahead_goes_into_a_calendar() {
    let mut offers = few();
    offers[0].deadline = Some(day("2030-07-01"));
    let page = read(&opened(offers, 0, []), here()).await;
    assert_eq!(page.attribute("[download]", "download"), "offre-0.ics");
    let file = page.attribute("[download]", "href");
    assert!(file.starts_with("data:text/calendar"), "{file}");
    let page = read(&opened(few(), 0, []), here()).await;
    assert_eq!(page.count("[download]"), 0);
}

#[wasm_bindgen_test]
async fn offers_like_it_open() {
    let mut offers = few();
    offers.push(offer(3, "Aide au port de plaisance", Contract::Stage, "Brest"));
    let page = read(&opened(offers, 3, []), here()).await;
    assert_eq!(page.texts(".similar h4"), ["Offres semblables"]);
    let asked = page.after_click(".similar a").await;
    assert!(matches!(asked[..], [Action::Open(_)]), "{asked:?}");
}
