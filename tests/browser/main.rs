//! The widget in a real browser: mounted in a shadow root, typed in, clicked through, unmounted.
#![cfg(target_arch = "wasm32")]

use js_sys::Promise;
use std::cell::Cell;
use std::rc::Rc;
use tremplin::app::{App, Props};
use tremplin::catalogue::Catalogue;
use tremplin::state::{Address, Lang, Terms, UrlState};
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::{Dataset, VERSION};
use tremplin_engine::offer::{Contract, Offer, Place};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, ShadowRoot, ShadowRootInit,
    ShadowRootMode,
};
use yew::Callback;

wasm_bindgen_test_configure!(run_in_browser);

/// Most waits for something that must come, of 20 ms each.
const PATIENCE: usize = 500;

async fn pause(milliseconds: i32) {
    let window = web_sys::window().unwrap();
    let pause = Promise::new(&mut |done, _| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).unwrap();
    });
    JsFuture::from(pause).await.unwrap();
}

/// The widget in a shadow root of its own, over offers made for it.
struct Mounted {
    host: Element,
    shadow: ShadowRoot,
    root: Element,
    handle: Option<yew::AppHandle<App>>,
    found: Rc<Cell<usize>>,
}

impl Mounted {
    async fn over(offers: Vec<Offer>) -> Self {
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

    /// Waits for the next drawing.
    async fn settle(&self) {
        pause(20).await;
    }

    /// Waits until `read` gives `expected`: a loaded machine draws late.
    async fn comes<T: PartialEq + std::fmt::Debug>(&self, read: impl Fn(&Self) -> T, expected: T) {
        for _ in 0..PATIENCE {
            if read(self) == expected {
                return;
            }
            self.settle().await;
        }
        assert_eq!(read(self), expected);
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let texts =
            self.all(selector).into_iter().map(|one| one.text_content().unwrap_or_default());
        texts.map(|text| text.replace('\u{a0}', " ")).collect()
    }

    async fn type_words(&self, words: &str) {
        let field: HtmlInputElement = self.one("#field").unchecked_into();
        field.set_value(words);
        let init = EventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        self.settle().await;
    }

    async fn click(&self, selector: &str) {
        self.one(selector).click();
        self.settle().await;
    }

    fn focused(&self) -> String {
        self.shadow.active_element().map(|element| element.id()).unwrap_or_default()
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

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&words| words.to_owned()).collect()
}

fn offer(rank: usize, title: &str, contract: Contract, city: &str) -> Offer {
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

fn few() -> Vec<Offer> {
    vec![
        offer(0, "Matelote ou matelot", Contract::Emploi, "Brest"),
        offer(1, "Chargé·e d’accueil", Contract::Stage, "Quimper"),
        offer(2, "Aide au port", Contract::Stage, "Brest"),
    ]
}

#[wasm_bindgen_test]
async fn words_and_facets_narrow_the_list() {
    let page = Mounted::over(few()).await;
    page.comes(|page| page.texts("#count"), words(&["3 offres"])).await;
    assert_eq!(page.one("#count").local_name(), "h3");
    page.comes(|page| page.found.get(), 3).await;

    page.type_words("accueil").await;
    page.comes(|page| page.texts(".card .title"), words(&["Chargé·e d’accueil"])).await;
    page.comes(|page| page.texts(".card .title mark"), words(&["accueil"])).await;
    page.comes(|page| page.texts("#count"), words(&["1 offre"])).await;
    page.comes(|page| page.found.get(), 1).await;

    page.click(".wipe button").await;
    page.comes(Mounted::focused, "field".to_owned()).await;
    page.click(".values.contrat label input").await;
    page.comes(|page| page.texts(".card .title").len(), 2).await;
    page.comes(|page| page.texts(".chip"), words(&["Stage"])).await;

    page.type_words("introuvable").await;
    page.comes(|page| page.texts("#count"), words(&["0 offre"])).await;
    page.comes(|page| page.texts("[role=status]"), words(&["Aucune offre"])).await;
    let ways = ["2 offres sans « introuvable »", "Retirer les filtres", "Effacer les mots"];
    page.comes(|page| page.texts(".ways button"), words(&ways)).await;
    page.click(".ways button").await;
    page.comes(|page| page.texts(".card .title").len(), 2).await;
    page.comes(|page| page.texts(".chip"), words(&["Stage"])).await;
    page.comes(Mounted::focused, "count".to_owned()).await;
}

#[wasm_bindgen_test]
async fn the_field_keeps_its_words_while_the_list_grows() {
    let page = Mounted::over(few()).await;
    for words in ["a", "ai", "aid", "ai", "a", ""] {
        page.type_words(words).await;
        let field: HtmlInputElement = page.one("#field").unchecked_into();
        assert_eq!(field.value(), words);
    }
    page.comes(|page| page.texts(".card .title").len(), 3).await;
}

#[wasm_bindgen_test]
async fn a_field_tells_of_its_suggestions() {
    let page = Mounted::over(few()).await;
    let told = |page: &Mounted| page.one("#field").get_attribute("aria-expanded");
    assert_eq!(told(&page).as_deref(), Some("false"));
    page.type_words("acc").await;
    page.comes(told, Some("true".to_owned())).await;
    let list = page.one("#field").get_attribute("aria-controls").unwrap();
    assert_eq!(page.one(&format!("#{list}")).get_attribute("role").as_deref(), Some("listbox"));
    page.comes(
        |page| page.texts("[role=option] .name").concat(),
        "accueilChargé·e d’accueil".into(),
    )
    .await;
    page.click("#field-0").await;
    page.comes(told, Some("false".to_owned())).await;
    let field: HtmlInputElement = page.one("#field").unchecked_into();
    assert_eq!(field.value(), "accueil");
}

#[wasm_bindgen_test]
async fn every_filter_has_its_box_or_its_field() {
    let page = Mounted::over(few()).await;
    let legends = [
        "Contrat",
        "Candidatures",
        "Lieu",
        "Télétravail",
        "Durée",
        "Début",
        "Rémunération",
        "Structure",
    ];
    page.comes(|page| page.texts(".filters legend"), words(&legends)).await;
    page.comes(|page| page.texts(".structure .value"), words(&["Les Bateaux verts3 offres"])).await;
    page.comes(
        |page| page.texts(".remuneration .hint"),
        words(&["0 offre sur 3 indique un montant"]),
    )
    .await;
    let length: HtmlInputElement = page.one("[name=duree-min]").unchecked_into();
    length.set_value("6");
    let init = EventInit::new();
    init.set_bubbles(true);
    length.dispatch_event(&Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
    page.comes(|page| page.texts(".chip"), words(&["≥ 6 mois"])).await;
    page.click("#unfold").await;
    page.comes(|page| page.all("dialog[open] legend").len(), legends.len()).await;
    page.click(".fold").await;
    page.comes(|page| page.all("dialog").len(), 0).await;
}

#[wasm_bindgen_test]
async fn an_offer_opens_and_closes() {
    let page = Mounted::over(few()).await;
    page.click("#card-offre-1").await;
    page.comes(Mounted::focused, "offer".to_owned()).await;
    page.comes(|page| page.texts("#offer"), words(&["Chargé·e d’accueil"])).await;
    page.comes(|page| page.texts(".prose h4"), words(&["Missions"])).await;
    page.comes(|page| page.texts(".prose li li"), words(&["les amarres"])).await;
    assert_eq!(
        page.texts(".prose ol > li"),
        ["<b>écrire</b> à www.bateaux.example"],
        "text, not HTML"
    );
    let links: Vec<String> =
        page.all(".offer a").iter().filter_map(|link| link.get_attribute("href")).collect();
    assert!(links.contains(&"https://www.bateaux.example".to_owned()), "{links:?}");
    assert!(
        links
            .iter()
            .any(|href| href.starts_with("mailto:quai@bateaux.example?subject=Candidature"))
    );
    assert!(!links.iter().any(|href| href.starts_with("javascript")), "{links:?}");

    page.click(".back").await;
    page.comes(|page| page.all(".offer").len(), 0).await;
    page.comes(Mounted::focused, "card-offre-1".to_owned()).await;
}

#[wasm_bindgen_test]
async fn offers_are_kept_and_compared() {
    let page = Mounted::over(few()).await;
    assert_eq!(page.all(".mine").len(), 0);
    for rank in 0..2 {
        page.all(".card .star")[rank].click();
        page.settle().await;
    }
    page.comes(|page| page.texts(".mine"), words(&["Mes offres 2"])).await;
    page.click(".mine").await;
    page.comes(|page| page.texts(".card .title").len(), 2).await;
    page.comes(Mounted::focused, "count".to_owned()).await;
    page.click(".pick").await;
    page.click(".shelf .tools button:nth-child(2)").await;
    page.comes(|page| page.texts(".compare thead a").len(), 2).await;
    page.comes(Mounted::focused, "comparison".to_owned()).await;
    let facts = words(&["Recruteur", "Statut", "Contrat", "Lieu"]);
    page.comes(|page| page.texts(".compare tbody th"), facts).await;
    page.click(".compare > .tool").await;
    page.comes(|page| page.all(".compare").len(), 0).await;
    page.click(".shelf .tools button:last-child").await;
    page.comes(|page| page.texts(".card .title").len(), 0).await;
    page.comes(|page| page.all(".mine").len(), 1).await;
}

#[wasm_bindgen_test]
async fn a_long_list_comes_in_pages() {
    let many = (0..130).map(|rank| offer(rank, &format!("Poste {rank}"), Contract::Stage, "Brest"));
    let page = Mounted::over(many.collect()).await;
    page.comes(|page| page.all(".card").len(), 50).await;
    page.comes(|page| page.texts(".more"), words(&["Voir 50 offres de plus"])).await;
    page.click(".more").await;
    page.comes(|page| page.all(".card").len(), 100).await;
    let first_new = page.all(".card .title a")[50].id();
    page.comes(Mounted::focused, first_new).await;
    page.comes(|page| page.texts(".more"), words(&["Voir 30 offres de plus"])).await;
    page.click(".more").await;
    page.comes(|page| page.all(".card").len(), 130).await;
    page.comes(|page| page.all(".more").len(), 0).await;
}

#[wasm_bindgen_test]
async fn unmounted_it_leaves_nothing() {
    let mut page = Mounted::over(few()).await;
    page.handle.take().unwrap().destroy();
    page.settle().await;
    page.comes(|page| page.root.child_element_count(), 0).await;
}
