//! One part of the widget alone: drawn for a state, and heard.

use crate::dom::Drawn;
use std::cell::RefCell;
use std::rc::Rc;
use tremplin::catalogue::Catalogue;
use tremplin::state::{Action, Address, Lang, State, reduce};
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::{Dataset, VERSION};
use tremplin_engine::offer::Offer;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct Props {
    html: Html,
}

#[component]
fn Shown(props: &Props) -> Html {
    props.html.clone()
}

/// A part of the widget, and the actions that it asked for.
pub(crate) struct Stage {
    root: Element,
    handle: Option<yew::AppHandle<Shown>>,
    heard: Rc<RefCell<Vec<Action>>>,
}

impl Stage {
    /// What `draw` draws, given where its actions go.
    pub(crate) async fn of(draw: impl FnOnce(&Callback<Action>) -> Html) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let heard = Rc::<RefCell<Vec<Action>>>::default();
        let hear = heard.clone();
        let send = Callback::from(move |action| hear.borrow_mut().push(action));
        let props = Props { html: draw(&send) };
        let handle = yew::Renderer::<Shown>::with_root_and_props(root.clone(), props).render();
        let stage = Self { root, handle: Some(handle), heard };
        stage.settle().await;
        stage
    }

    /// The actions asked for since the last time.
    pub(crate) fn heard(&self) -> Vec<Action> {
        self.heard.take()
    }

    /// Clicks, and gives what that asked for.
    pub(crate) async fn after_click(&self, selector: &str) -> Vec<Action> {
        self.heard();
        self.click(selector).await;
        self.heard()
    }
}

impl Drawn for Stage {
    fn root(&self) -> &Element {
        &self.root
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
    }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// What is shown over offers made for it, after some actions.
pub(crate) fn shown(offers: Vec<Offer>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    let catalogue = Rc::new(Catalogue::new(Dataset { version: VERSION, offers }));
    let state = State::new(catalogue, day("2030-06-15"), Lang::Fr, Address::default());
    Rc::new(actions.into_iter().fold(state, |state, action| reduce(&state, action)))
}

/// The address of an offer.
pub(crate) fn link() -> Callback<String, AttrValue> {
    Callback::from(|id: String| AttrValue::from(format!("?offre={id}")))
}
