//! What `tremplin.js`, the custom element, calls: mount, update, destroy.

use crate::app::{App, Props, Told};
use crate::browser;
use crate::catalogue::Catalogue;
use crate::state::{Address, Lang, UrlState};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// The attributes that are properties, not filter words.
const LEVEL: &str = "niveau-titre";
const URL_STATE: &str = "etat-url";
const LANG: &str = "langue";

/// One mounted element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    handle: yew::AppHandle<App>,
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

/// How many offers there are to search.
#[wasm_bindgen]
pub fn total() -> usize {
    Catalogue::embedded().map_or(0, |catalogue| catalogue.offers().len())
}

/// The version of the program.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

#[wasm_bindgen]
impl Widget {
    /// Mounts into `root`, an empty element, under the element's attributes (pairs of name and value, one after the
    /// other); `on_answer` hears the number of results, `on_tell` the name and the detail of each event, and gives whether
    /// the host lets it happen.
    ///
    /// # Errors
    /// When the embedded offers cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn mount(
        root: Element,
        attributes: Vec<String>,
        on_answer: js_sys::Function,
        on_tell: js_sys::Function,
    ) -> Result<Self, JsError> {
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
        let props = props(&attributes, &on_answer, &on_tell)?;
        let handle = yew::Renderer::<App>::with_root_and_props(root, props).render();
        Ok(Self { handle, on_answer, on_tell })
    }

    /// Takes new attributes; what the visitor sees stays, unless they ask for something else.
    ///
    /// # Errors
    /// When the embedded offers cannot be read.
    pub fn update(&mut self, attributes: Vec<String>) -> Result<(), JsError> {
        let props = props(&attributes, &self.on_answer, &self.on_tell)?;
        self.handle.update(props);
        Ok(())
    }

    /// Unmounts.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// The application's properties for an element's attributes.
fn props(
    attributes: &[String],
    on_answer: &Callback<usize>,
    on_tell: &Callback<Told, bool>,
) -> Result<Props, JsError> {
    let pairs: Vec<(String, String)> =
        attributes.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    let value =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let level = value(LEVEL).and_then(|level| level.parse().ok()).unwrap_or(2);
    let url_state = value(URL_STATE).map_or(UrlState::default(), UrlState::from_word);
    let defaults = Address { query: Address::from_pairs(&pairs).query, ..Address::default() };
    Ok(Props {
        catalogue: Catalogue::embedded().map_err(|error| JsError::new(&error))?,
        today: browser::today(),
        lang: value(LANG).map_or(Lang::default(), Lang::from_word),
        defaults,
        url_state,
        level: level.clamp(2, 5),
        on_answer: on_answer.clone(),
        on_tell: on_tell.clone(),
    })
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
