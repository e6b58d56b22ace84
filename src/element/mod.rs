//! What `tremplin.js`, the custom element, calls: mount, update, destroy.

use crate::app::{App, Props, Told};
use crate::browser;
use crate::catalogue::Catalogue;
use crate::late::Part;
use crate::state::{Lang, Terms, UrlState};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// The attributes that are properties, not filter words.
const LEVEL: &str = "niveau-titre";
const URL_STATE: &str = "etat-url";
const LANG: &str = "langue";
const PAGE: &str = "nombre";
const LOCKS: &str = "verrou";
const MODE: &str = "mode";
const SETTINGS: [&str; 8] = [LEVEL, URL_STATE, LANG, PAGE, LOCKS, MODE, "accent", "donnees"];

/// One mounted element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    handle: yew::AppHandle<App>,
    catalogue: Rc<Catalogue>,
    on_answer: Callback<usize>,
    on_tell: Callback<Told, bool>,
}

/// Prepares the program: `on_panic` hears why, should it ever stop; `load` gives a promise of the text of one of the site's
/// files, by its role.
#[wasm_bindgen]
pub fn prepare(on_panic: js_sys::Function, load: js_sys::Function) {
    browser::load_by(load);
    yew::set_custom_panic_hook(Box::new(move |panic| {
        // Nothing is left to tell if telling fails.
        let _ = on_panic.call1(&JsValue::NULL, &panic.to_string().into());
    }));
}

/// A part of the program joined what runs: that of this role.
#[wasm_bindgen]
pub fn arrived(role: &str) {
    [Part::Search, Part::Late]
        .into_iter()
        .filter(|part| part.role() == role)
        .for_each(Part::arrived);
}

/// What an element searches.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Offers(Rc<Catalogue>);

#[wasm_bindgen]
impl Offers {
    /// The offers that ride with the program.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn embedded() -> Result<Self, JsError> {
        Catalogue::embedded().map(Self).map_err(|error| JsError::new(&error))
    }

    /// Offers that come from elsewhere.
    ///
    /// # Errors
    /// When they cannot be read, or should not be shown.
    pub fn read(json: &str) -> Result<Self, JsError> {
        Catalogue::read(json).map(Self).map_err(|error| JsError::new(&error))
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.0.offers().len()
    }
}

/// The version of the program.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

#[wasm_bindgen]
impl Widget {
    /// Mounts over `offers` into `root`, an empty element, under the element's attributes (pairs of name and value, one after the
    /// other); `on_answer` hears the number of results, `on_tell` the name and the detail of each event, and gives whether
    /// the host lets it happen.
    #[wasm_bindgen(constructor)]
    pub fn mount(
        root: Element,
        offers: &Offers,
        attributes: Vec<String>,
        on_answer: js_sys::Function,
        on_tell: js_sys::Function,
    ) -> Self {
        let on_answer = Callback::from(move |total: usize| {
            if on_answer.call1(&JsValue::NULL, &(total as f64).into()).is_err() {
                browser::complain("tremplin : le site hôte n’a pas pris le nombre d’offres");
            }
        });
        let on_tell = Callback::from(move |told: Told| {
            let (name, detail) = event(&told);
            // A host that fails forbids nothing.
            on_tell
                .call2(&JsValue::NULL, &name.into(), &detail)
                .map_or(true, |done| !done.is_falsy())
        });
        let catalogue = offers.0.clone();
        let props = props(&catalogue, &attributes, &on_answer, &on_tell);
        let handle = yew::Renderer::<App>::with_root_and_props(root, props).render();
        Self { handle, catalogue, on_answer, on_tell }
    }

    /// Takes new attributes; what the visitor sees stays, unless they ask for something else.
    pub fn update(&mut self, attributes: Vec<String>) {
        let props = props(&self.catalogue, &attributes, &self.on_answer, &self.on_tell);
        self.handle.update(props);
    }

    /// Unmounts.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// The application's properties for an element's attributes.
fn props(
    catalogue: &Rc<Catalogue>,
    attributes: &[String],
    on_answer: &Callback<usize>,
    on_tell: &Callback<Told, bool>,
) -> Props {
    let pairs: Vec<(String, String)> =
        attributes.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    let value =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let level = value(LEVEL).and_then(|level| level.parse().ok()).unwrap_or(2);
    let url_state = value(URL_STATE).map_or(UrlState::default(), UrlState::from_word);
    let page = value(PAGE).and_then(|page| page.parse().ok());
    let compact = value(MODE) == Some("compact");
    let locks = value(LOCKS).unwrap_or_default();
    let asked = pairs.iter().filter(|(name, _)| !SETTINGS.contains(&name.as_str()));
    Props {
        asked: asked.cloned().collect(),
        terms: Terms::of(page, compact),
        locks: locks.to_owned(),
        catalogue: catalogue.clone(),
        today: browser::today(),
        lang: value(LANG).map_or(Lang::default(), Lang::from_word),
        url_state,
        level: level.clamp(2, 5),
        on_answer: on_answer.clone(),
        on_tell: on_tell.clone(),
    }
}

/// An event's name behind `tremplin:`, and its detail.
fn event(told: &Told) -> (&'static str, JsValue) {
    let detail = js_sys::Object::new();
    let set = |of: &js_sys::Object, key: &str, value: JsValue| {
        // A plain object takes any key.
        let _ = js_sys::Reflect::set(of, &key.into(), &value);
    };
    let name = match told {
        Told::Searched { parameters, total } => {
            let asked = js_sys::Object::new();
            for (at, (key, _)) in parameters.iter().enumerate() {
                // A key's values stand together.
                if at == 0 || parameters[at - 1].0 != *key {
                    let values = parameters.iter().filter(|(other, _)| other == key);
                    let values: js_sys::Array =
                        values.map(|(_, value)| JsValue::from(value.as_str())).collect();
                    set(&asked, key, values.into());
                }
            }
            set(&detail, "parametres", asked.into());
            set(&detail, "total", (*total as f64).into());
            "recherche"
        }
        Told::Kept { id, kept } => {
            set(&detail, "id", id.as_str().into());
            set(&detail, "actif", (*kept).into());
            "favori"
        }
        Told::Opening { id, url } | Told::Applying { id, url } => {
            set(&detail, "id", id.as_str().into());
            set(&detail, "url", url.as_str().into());
            if matches!(told, Told::Opening { .. }) { "ouverture" } else { "candidature" }
        }
    };
    (name, detail.into())
}
