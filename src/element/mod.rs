//! What `tremplin.js`, the custom element, calls: mount, update, destroy.

use crate::app::{App, Props};
use crate::browser;
use crate::catalogue::Catalogue;
use crate::state::{Address, Lang, Terms, UrlState};
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

/// One mounted element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    handle: yew::AppHandle<App>,
    catalogue: Rc<Catalogue>,
    on_answer: Callback<usize>,
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
    /// other); `on_answer` hears the number of results.
    #[wasm_bindgen(constructor)]
    pub fn mount(
        root: Element,
        offers: &Offers,
        attributes: Vec<String>,
        on_answer: js_sys::Function,
    ) -> Self {
        let on_answer = Callback::from(move |total: usize| {
            if on_answer.call1(&JsValue::NULL, &(total as f64).into()).is_err() {
                browser::complain("tremplin : le site hôte n’a pas pris le nombre d’offres");
            }
        });
        let catalogue = offers.0.clone();
        let props = props(&catalogue, &attributes, &on_answer);
        let handle = yew::Renderer::<App>::with_root_and_props(root, props).render();
        Self { handle, catalogue, on_answer }
    }

    /// Takes new attributes; what the visitor sees stays, unless they ask for something else.
    pub fn update(&mut self, attributes: Vec<String>) {
        let props = props(&self.catalogue, &attributes, &self.on_answer);
        self.handle.update(props);
    }

    /// Unmounts.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// The application's properties for an element's attributes.
fn props(catalogue: &Rc<Catalogue>, attributes: &[String], on_answer: &Callback<usize>) -> Props {
    let pairs: Vec<(String, String)> =
        attributes.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    let value =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let level = value(LEVEL).and_then(|level| level.parse().ok()).unwrap_or(2);
    let url_state = value(URL_STATE).map_or(UrlState::default(), UrlState::from_word);
    let defaults = Address { query: Address::from_pairs(&pairs).query, ..Address::default() };
    let page = value(PAGE).and_then(|page| page.parse().ok());
    let compact = value(MODE) == Some("compact");
    let locks = value(LOCKS).unwrap_or_default();
    Props {
        terms: Terms::new(page, compact, locks, &defaults.query.filters),
        catalogue: catalogue.clone(),
        today: browser::today(),
        lang: value(LANG).map_or(Lang::default(), Lang::from_word),
        defaults,
        url_state,
        level: level.clamp(2, 5),
        on_answer: on_answer.clone(),
    }
}
