//! What a browser refuses: the feature steps back and says why, the rest works.

use crate::dom::{Drawn, press, words};
use crate::page::{Mounted, few};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// Something of the browser's replaced, until this is dropped.
struct Replaced {
    on: JsValue,
    name: &'static str,
}

/// Puts what the JavaScript `code` gives in the place of `name` of `on`, for all who ask.
fn replace(on: &str, name: &'static str, code: &str) -> Replaced {
    let call = |code: &str| Function::new_no_args(code).call0(&JsValue::NULL).unwrap();
    let on = call(&format!("return {on}"));
    let give = "const [on, name, value] = arguments; \
        Object.defineProperty(on, name, { configurable: true, get: () => value });";
    let give = Function::new_no_args(give);
    give.call3(&JsValue::NULL, &on, &name.into(), &call(&format!("return {code}"))).unwrap();
    Replaced { on, name }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        // The prototype's own shows again.
        let on: &js_sys::Object = self.on.unchecked_ref();
        Reflect::delete_property(on, &self.name.into()).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_store_that_refuses_is_told_and_offers_are_kept_for_the_visit() {
    let full = "{ getItem: () => null, removeItem() {}, setItem() { throw new Error('full') } }";
    let _full = replace("window", "localStorage", full);
    let page = Mounted::over(few()).await;
    page.click(".star").await;
    page.comes(|page| page.attribute(".star", "aria-pressed"), "true".to_owned()).await;
    page.comes(|page| page.count(".notice"), 1).await;
    assert!(page.texts(".notice")[0].starts_with("Ce navigateur n’enregistre rien pour ce site"));
    page.comes(|page| page.texts(".mine"), words(&["Mes offres 1"])).await;

    page.click(".key").await;
    let told = words(&["Ce navigateur n’enregistre rien pour ce site."]);
    page.comes(|page| page.texts("[role=status]"), told).await;
    assert!(!press(&page.one("#card-offre-1"), "/"), "the key is off all the same");
}

#[wasm_bindgen_test]
async fn a_store_that_holds_nonsense_is_set_aside() {
    let nonsense = "(() => { const kept = { 'tremplin:favoris': '{\"v\":7}', 'tremplin:recherches': '\\u0000' }; \
        return { kept, getItem: (key) => kept[key] ?? null, removeItem: (key) => delete kept[key], \
        setItem: (key, text) => { kept[key] = text; } }; })()";
    let _nonsense = replace("window", "localStorage", nonsense);
    let page = Mounted::over(few()).await;
    page.comes(|page| page.count(".card"), 3).await;
    let stored = Function::new_no_args("return localStorage.kept['tremplin:illisible']");
    let aside = stored.call0(&JsValue::NULL).unwrap();
    assert_eq!(aside.as_string().as_deref(), Some("{\"v\":7}"));
    page.click(".star").await;
    page.comes(|page| page.texts(".mine"), words(&["Mes offres 1"])).await;
    assert_eq!(page.count(".notice"), 0);
}

#[wasm_bindgen_test]
async fn a_frame_without_a_store_works() {
    let _none = replace("window", "localStorage", "null");
    let page = Mounted::over(few()).await;
    page.comes(|page| page.count(".card"), 3).await;
    page.click(".star").await;
    page.comes(|page| page.count(".notice"), 1).await;
}

#[wasm_bindgen_test]
async fn a_clipboard_that_refuses_is_told() {
    let refuses = "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }";
    let _refuses = replace("navigator", "clipboard", refuses);
    let page = Mounted::over(few()).await;
    page.click("#card-offre-1").await;
    page.comes(|page| page.count(".tools .tool"), 3).await;
    page.click(".tools .tool").await;
    let refused = "Copie refusée par le navigateur".to_owned();
    page.comes(|page| page.texts(".tools .tool").remove(0), refused).await;
    page.comes(|page| page.texts("[role=status]"), words(&["Copie refusée"])).await;
}

#[wasm_bindgen_test]
async fn without_a_clipboard_nothing_proposes_to_copy() {
    let _none = replace("navigator", "clipboard", "undefined");
    let page = Mounted::over(few()).await;
    page.click("#card-offre-1").await;
    let tools = words(&["Imprimer", "Texte d’origine"]);
    page.comes(|page| page.texts(".tools .tool"), tools).await;
}

#[wasm_bindgen_test]
async fn a_place_that_is_not_told_is_typed_instead() {
    for (code, said) in
        [(1, "Votre navigateur ne donne pas votre position."), (2, "Position introuvable")]
    {
        let refuses =
            format!("{{ getCurrentPosition: (found, lost) => lost({{ code: {code} }}) }}");
        let _refuses = replace("navigator", "geolocation", &refuses);
        let page = Mounted::over(few()).await;
        page.click(".around").await;
        page.comes(|page| page.texts("[role=status]")[0].starts_with(said), true).await;
        page.comes(|page| page.count(".chip"), 0).await;
        page.type_words("accueil").await;
        page.comes(|page| page.count(".card"), 1).await;
    }
    let _none = replace("navigator", "geolocation", "undefined");
    let page = Mounted::over(few()).await;
    page.comes(|page| page.count(".card"), 3).await;
    assert_eq!(page.count(".around"), 0);
}

#[wasm_bindgen_test]
async fn the_key_leads_to_the_field_unless_it_is_off() {
    let page = Mounted::over(few()).await;
    page.one("#card-offre-0").focus().unwrap();
    assert!(press(&page.one("#card-offre-0"), "/"));
    page.comes(Mounted::focused, "field".to_owned()).await;
    assert!(!press(&page.one("#field"), "/"), "there it is a sign like any other");
    page.click(".key").await;
    page.comes(|page| page.texts(".key"), words(&["Activer la touche « / »"])).await;
    assert!(!press(&page.one("#card-offre-0"), "/"));
    page.click(".key").await;
    page.comes(|page| page.texts(".key"), words(&["Désactiver la touche « / »"])).await;
}
