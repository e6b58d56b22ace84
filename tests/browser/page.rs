//! The whole widget in a shadow root of its own.

use crate::dom::Drawn;
use std::cell::Cell;
use std::rc::Rc;
use tremplin::app::{App, Props};
use tremplin::catalogue::Catalogue;
use tremplin::state::{Lang, Terms, UrlState};
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::{Dataset, VERSION};
use tremplin_engine::offer::{Contract, Offer, Place};
use web_sys::{Element, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::Callback;

/// The widget in a shadow root of its own, over offers made for it.
pub(crate) struct Mounted {
    pub(crate) host: Element,
    shadow: ShadowRoot,
    pub(crate) root: Element,
    pub(crate) handle: Option<yew::AppHandle<App>>,
    pub(crate) found: Rc<Cell<usize>>,
}

impl Mounted {
    pub(crate) async fn over(offers: Vec<Offer>) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let host = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&host).unwrap();
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let root = document.create_element("div").unwrap();
        shadow.append_child(&root).unwrap();
        let found = Rc::new(Cell::new(usize::MAX));
        let hear = found.clone();
        let props = Props {
            catalogue: Rc::new(Catalogue::new(Dataset { version: VERSION, offers })),
            today: Date::new(2030, 6, 15).unwrap(),
            lang: Lang::Fr,
            asked: Rc::from([]),
            terms: Terms::default(),
            locks: String::new(),
            url_state: UrlState::None,
            level: 3,
            on_answer: Callback::from(move |total| hear.set(total)),
            on_tell: Callback::from(|_| true),
        };
        let handle = Some(yew::Renderer::<App>::with_root_and_props(root.clone(), props).render());
        let mounted = Self { host, shadow, root, handle, found };
        mounted.settle().await;
        mounted
    }

    pub(crate) async fn type_words(&self, words: &str) {
        self.fill("#field", "input", words).await;
    }

    pub(crate) fn focused(&self) -> String {
        self.shadow.active_element().map(|element| element.id()).unwrap_or_default()
    }
}

impl Drawn for Mounted {
    fn root(&self) -> &Element {
        &self.root
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.host.remove();
    }
}

pub(crate) fn offer(rank: usize, title: &str, contract: Contract, city: &str) -> Offer {
    Offer {
        id: format!("offre-{rank}"),
        title: Some(title.to_owned()),
        contract: Some(contract),
        organisation: Some("Les Bateaux verts".to_owned()),
        places: vec![Place {
            city: Some(city.to_owned()),
            region: Some("Bretagne".to_owned()),
            ..Place::default()
        }],
        text: format!(
            "{title}\n# Missions\nVous aidez à :\n- tenir le quai\n  - les amarres\n1. <b>écrire</b> à www.bateaux.example"
        ),
        urls: vec!["www.bateaux.example".to_owned(), "javascript:alert(1)".to_owned()],
        apply_emails: vec!["quai@bateaux.example".to_owned()],
        ..Offer::default()
    }
}

pub(crate) fn few() -> Vec<Offer> {
    vec![
        offer(0, "Matelote ou matelot", Contract::Emploi, "Brest"),
        offer(1, "Chargé·e d’accueil", Contract::Stage, "Quimper"),
        offer(2, "Aide au port", Contract::Stage, "Brest"),
    ]
}
