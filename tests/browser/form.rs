//! The words' field and what it suggests, the chips, the language, the key.

use crate::dom::{Drawn, words};
use crate::page::few;
use crate::stage::{Stage, shown};
use tremplin::state::{Action, Choice, Field, Lang, Past, State, Terms, reduce};
use tremplin::view;
use tremplin_engine::offer::Contract;
use tremplin_engine::query::Filters;
use wasm_bindgen_test::wasm_bindgen_test;

fn typed(text: &str) -> Action {
    Action::Type(text.to_owned())
}

#[wasm_bindgen_test]
async fn a_field_tells_each_change_and_sends_no_form() {
    let form = Stage::of(|send| view::form(&shown(few(), []), "", send)).await;
    assert_eq!(form.texts("label"), ["Rechercher une offre"]);
    assert_eq!(form.attribute("label", "for"), form.attribute("input", "id"));
    assert_eq!(form.count(".wipe button"), 0, "nothing is there to be wiped");
    form.fill("#field", "input", "été").await;
    assert_eq!(form.heard(), [typed("été")]);
    assert_eq!(form.after_click("[type=submit]").await, [Action::Submit]);
    assert_eq!(form.after_click("#field").await, [Action::Suggest(Field::Words)]);

    let full = Stage::of(|send| view::form(&shown(few(), [typed("<b>a")]), "<b>a", send)).await;
    assert_eq!(full.value("#field"), "<b>a");
    assert_eq!(full.after_click(".wipe button").await, [Action::Wipe]);
    assert!(full.press("#field", "Escape").await);
    assert_eq!(full.heard(), [Action::Wipe]);
    assert!(!full.press("#field", "a").await, "keys are the browser's");
}

#[wasm_bindgen_test]
async fn a_list_follows_the_arrows_and_the_hand() {
    let suggested = [typed("acc"), Action::Suggest(Field::Words)];
    let state = shown(few(), suggested.into_iter().chain([Action::Highlight(Field::Words, true)]));
    let form = Stage::of(|send| view::form(&state, &state.query.words, send)).await;
    assert_eq!(form.attribute("#field", "aria-expanded"), "true");
    assert_eq!(form.attribute("#field", "aria-activedescendant"), "field-0");
    assert_eq!(form.attribute("#field-0", "aria-selected"), "true");
    assert_eq!(form.attribute("#field-1", "aria-selected"), "false");
    for (key, action) in [
        ("ArrowDown", Action::Highlight(Field::Words, true)),
        ("ArrowUp", Action::Highlight(Field::Words, false)),
        ("Enter", Action::Take(Field::Words, 0)),
        ("Escape", Action::Fold),
    ] {
        assert!(form.press("#field", key).await, "{key}");
        assert_eq!(form.heard(), [action], "{key}");
    }
    assert_eq!(form.after_click("#field-1").await, [Action::Take(Field::Words, 1)]);
}

#[wasm_bindgen_test]
async fn an_empty_field_proposes_to_keep_searches_or_those_kept() {
    let asked = || Action::Suggest(Field::Words);
    let none = Stage::of(|send| view::form(&shown(few(), [asked()]), "", send)).await;
    assert_eq!(none.texts("[role=option]"), ["Retenir mes recherches dans ce navigateur"]);
    let past = Past::parse("1\n<i>quai</i>").unwrap();
    let state = shown(few(), [Action::Recollect(past), asked()]);
    let some = Stage::of(|send| view::form(&state, &state.query.words, send)).await;
    assert_eq!(
        some.texts("[role=option]"),
        ["<i>quai</i>Récente", "Oublier mes recherches"],
        "text, not HTML"
    );
}

#[wasm_bindgen_test]
async fn chips_take_filters_away() {
    let stage = Choice::Contract(Contract::Stage);
    let place = Choice::Place("Bretagne".to_owned());
    let chosen = [Action::Toggle(stage.clone()), Action::Toggle(place.clone())];
    let chips = Stage::of(|send| view::chips(&shown(few(), chosen), send)).await;
    assert_eq!(chips.texts(".chip"), ["Stage", "Bretagne"]);
    assert_eq!(chips.attribute("#chip-0", "aria-label"), "Retirer : Stage");
    assert_eq!(chips.texts("#unfold"), ["Filtres · 2 actifs"]);
    assert_eq!(chips.after_click("#chip-0").await, [Action::Remove(stage)]);
    assert_eq!(chips.after_click("#chip-1").await, [Action::Remove(place)]);
    assert_eq!(chips.after_click(".chosen > span button").await, [Action::ClearFilters]);
    assert_eq!(chips.after_click("#unfold").await, [Action::Unfold(true)]);

    let none = Stage::of(|send| view::chips(&shown(few(), []), send)).await;
    assert_eq!((none.count(".chip"), none.texts("#unfold")), (0, words(&["Filtres"])));
}

#[wasm_bindgen_test]
async fn a_chip_says_what_was_read_in_the_words_and_undoes_it() {
    let state = shown(few(), [typed("stage accueil")]);
    let chips = Stage::of(|send| view::chips(&state, send)).await;
    assert_eq!(chips.texts(".chip.read"), ["Stage"]);
    let said = chips.attribute(".chip.read", "aria-label");
    assert!(said.contains("« stage »"), "{said}");
    let asked = chips.after_click(".chip.read").await;
    assert!(matches!(asked[..], [Action::AsWords(_)]), "{asked:?}");
}

#[wasm_bindgen_test]
async fn what_the_host_fixes_is_no_button() {
    let mut state = State::clone(&shown(few(), []));
    let filters = Filters { contracts: [Contract::Stage].into(), ..Filters::default() };
    state.agree(Terms::new(None, false, "contrat", &filters));
    let state = reduce(&state, Action::Toggle(Choice::Place("Bretagne".to_owned())));
    let chips = Stage::of(|send| view::chips(&state.into(), send)).await;
    assert_eq!(chips.texts("span.chip.fixed"), ["Stage"]);
    assert_eq!(chips.texts("button.chip"), ["Bretagne"]);
}

#[wasm_bindgen_test]
async fn the_other_language_is_called_by_its_own_name() {
    for (lang, other, name) in [(Lang::Fr, Lang::En, "English"), (Lang::En, Lang::Fr, "Français")]
    {
        let button = Stage::of(|send| view::language(lang, send)).await;
        assert_eq!(button.texts("button"), [name]);
        assert_eq!(button.attribute("button", "lang"), other.word());
        assert_eq!(button.after_click("button").await, [Action::Lang(other)]);
    }
}

#[wasm_bindgen_test]
async fn the_key_is_switched_off_and_on() {
    let names = ["Désactiver la touche « / »", "Activer la touche « / »"];
    for (slash, name) in [true, false].into_iter().zip(names) {
        let state = shown(few(), [Action::Slash(slash)]);
        let key = Stage::of(|send| view::slash(&state, send)).await;
        assert_eq!(key.texts("button"), [name]);
        assert_eq!(key.after_click("button").await, [Action::Slash(!slash)]);
    }
}
