//! The browser: the only file that asks it for the day, the address, the history, the clipboard, the keyboard's place.
//!
//! Over 400 lines: each call is a few lines that nothing else may hold.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, FocusOptions, HtmlDialogElement, HtmlElement, KeyboardEvent, MouseEvent,
    ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollRestoration, ShareData,
    Storage, Window,
};
use yew::{Callback, NodeRef};

use crate::state::{Action, Located, Target, UrlState, beside_hosts};
use tremplin_engine::atlas::Point;
use tremplin_engine::calendar::Date;

/// What an entry of the history remembers beside its address, on our own pages.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Memory {
    /// How far the page was scrolled, in CSS pixels.
    pub scroll: f64,
    /// How many rows were drawn.
    pub shown: usize,
    /// Whether the entry before it is the list that the offer was opened from.
    pub from_list: bool,
    /// Whether rows were short.
    pub compact: bool,
}

const SCROLL: &str = "defilement";
const SHOWN: &str = "lignes";
const FROM_LIST: &str = "liste";
const COMPACT: &str = "compact";

fn window() -> Option<Window> {
    web_sys::window()
}

/// The visitor's day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::new(year as u16, month as u8, day as u8).unwrap_or_else(|| {
        // A clock beyond year 9999 tells nothing: no offer is closed on the first day.
        Date::new(1, 1, 1).unwrap_or_else(|| unreachable!("the first day exists"))
    })
}

/// The query string and the fragment of the page's address, with their `?` and `#`.
pub fn address() -> (String, String) {
    let Some(location) = window().map(|window| window.location()) else {
        return Default::default();
    };
    (location.search().unwrap_or_default(), location.hash().unwrap_or_default())
}

/// The page's address, without its query string and fragment: also where the page has no origin, or another base.
fn page() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The whole address of a link that is relative to this page.
pub fn absolute(link: &str) -> String {
    page() + &beside_hosts(link, &address().0)
}

/// Writes an address, `rest` being all that follows the path; a new entry of the history, or the same.
pub fn write(mode: UrlState, rest: &str, memory: Memory, new_entry: bool) {
    let Some(window) = window() else { return };
    let Ok(history) = window.history() else { return };
    let url = page() + rest;
    // An entry's memory is the host's own, except on our pages.
    let state = match (mode, new_entry) {
        (UrlState::Page, _) => memory.to_js(),
        (_, true) => JsValue::NULL,
        (_, false) => history.state().unwrap_or_default(),
    };
    // Sandboxed frames and overzealous scripts are refused: the page works on, its address stays behind.
    let _ = if new_entry {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    };
}

/// Writes how far the page is scrolled into the current entry.
pub fn remember(memory: Memory) {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        let _ = history.replace_state(&memory.to_js(), "");
    }
}

/// What the current entry remembers.
pub fn memory() -> Memory {
    let state = window().and_then(|window| window.history().ok()?.state().ok());
    state.map(|state| Memory::from_js(&state)).unwrap_or_default()
}

/// One entry back.
pub fn back() {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        let _ = history.back();
    }
}

/// Calls `then` when the visitor goes back or forward.
pub fn on_travel(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| then()))
}

/// Calls `then` each time a scroll comes to rest, and when the page goes away.
pub fn on_rest(then: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let document = window.document()?;
    let leave = then.clone();
    Some([
        EventListener::new(&document, "scrollend", move |_| then()),
        EventListener::new(&window, "pagehide", move |_| leave()),
    ])
}

/// Leaves the page's scroll to us: the browser restores it before the list is there.
pub fn take_scroll() {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Milliseconds, by a clock that runs from any moment.
pub fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// How far the window reaches below the top of the list under `root`, in CSS pixels.
pub fn room(root: &NodeRef) -> f64 {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    let list = root.cast::<Element>().and_then(|root| root.query_selector(".list").ok()?);
    let top = list.map_or(0.0, |list| list.get_bounding_client_rect().top());
    height.unwrap_or(f64::MAX) - top
}

/// Scrolls the page there at once.
pub fn scroll_to(top: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Scrolls as little as it takes to show `target` under `root`.
pub fn reveal(root: &Element, target: &Target) {
    if let Some(element) = find(root, target) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Takes the keyboard to `target` under `root`, scrolling to it or not.
pub fn focus(root: &Element, target: &Target, scrolling: bool) {
    if let Some(element) = find(root, target) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(!scrolling);
        let _ = element.focus_with_options(&options);
    }
}

fn find(root: &Element, target: &Target) -> Option<HtmlElement> {
    let id = match target {
        Target::Field => "field".to_owned(),
        Target::Count => "count".to_owned(),
        Target::Unfold => "unfold".to_owned(),
        Target::Recruiter(rank) => format!("recruiter-{rank}"),
        Target::Chip(rank) => format!("chip-{rank}"),
        Target::Card(id) => format!("card-{id}"),
        Target::Offer => "offer".to_owned(),
        Target::Comparison => "comparison".to_owned(),
    };
    // Ids may hold any character: quoted in an attribute selector, where only two need care.
    let id = id.replace('\\', "\\\\").replace('"', "\\\"");
    root.query_selector(&format!("[id=\"{id}\"]")).ok()??.dyn_into().ok()
}

/// The address of the link under a click, where it answers to `selector`.
pub fn link_under(event: &MouseEvent, selector: &str) -> Option<String> {
    // Within shadow trees the path tells what was clicked.
    let on: Element = event.composed_path().get(0).dyn_into().ok()?;
    on.closest(selector).ok()??.get_attribute("href")
}

/// Opens the dialog of the filters under `root`, if it is there and closed: the rest of the page waits.
pub fn open_dialog(root: &Element) {
    let dialog = root.query_selector("dialog").ok().flatten();
    if let Some(dialog) = dialog.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok())
        && !dialog.open()
    {
        // It is in the page and closed: nothing else makes it refuse.
        let _ = dialog.show_modal();
    }
}

/// Takes the keyboard to the field under `root` when « / » is pressed and no field has it.
pub fn on_slash(root: NodeRef) -> Option<EventListener> {
    let document = window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "/") else {
            return;
        };
        let held = key.ctrl_key() || key.meta_key() || key.alt_key();
        // Within shadow trees the path tells where the keyboard is.
        let on: Option<Element> = event.composed_path().get(0).dyn_into().ok();
        let typing = on.is_some_and(|on| {
            matches!(&*on.local_name(), "input" | "textarea" | "select" | "dialog")
                || on.closest("[contenteditable], dialog").is_ok_and(|found| found.is_some())
        });
        let field = root.cast::<Element>().and_then(|root| find(&root, &Target::Field));
        if let Some(field) = field
            && !(held || typing || event.default_prevented())
            && field.offset_parent().is_some()
        {
            event.prevent_default();
            let _ = field.focus();
        }
    }))
}

/// Whether the column of filters under `root` is drawn on the screen.
pub fn shows_filters(root: &NodeRef) -> bool {
    let filters = root.cast::<Element>().and_then(|root| root.query_selector("#filters").ok()?);
    filters.is_some_and(|filters| filters.get_client_rects().length() > 0)
}

/// Calls something at each change of an element's size, for as long as it is held.
#[derive(Debug)]
pub struct Sized {
    observer: ResizeObserver,
    _then: Closure<dyn FnMut()>,
}

/// Calls `then` at each change of `element`'s size, and once at first.
pub fn on_size(element: &Element, then: impl Fn() + 'static) -> Option<Sized> {
    let then = Closure::<dyn FnMut()>::new(then);
    let observer = ResizeObserver::new(then.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Sized { observer, _then: then })
}

impl Drop for Sized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether the browser may know where the visitor is.
pub fn can_locate() -> bool {
    geolocation().is_some()
}

fn geolocation() -> Option<JsValue> {
    let navigator: JsValue = window()?.navigator().into();
    Reflect::get(&navigator, &"geolocation".into()).ok().filter(JsValue::is_object)
}

/// Asks where the visitor is, or why that cannot be known, and tells `send`.
pub fn locate(send: Callback<Action>) {
    let number = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok()?.as_f64();
    let tell = send.clone();
    let found = Closure::once_into_js(move |position: JsValue| {
        let at = Reflect::get(&position, &"coords".into()).unwrap_or_default();
        let point = number(&at, "latitude").zip(number(&at, "longitude"));
        tell.emit(match point {
            Some((lat, lon)) => Action::Found(Point { lat, lon }),
            None => Action::Lost(Located::Unknown),
        });
    });
    let lost = Closure::once_into_js(move |error: JsValue| {
        let denied = number(&error, "code") == Some(1.0);
        send.emit(Action::Lost(if denied { Located::Denied } else { Located::Unknown }));
    });
    let options = Object::new();
    // A plain object takes any key.
    let _ = Reflect::set(&options, &"timeout".into(), &15_000.into());
    if let Some(ask) = geolocation() {
        let get =
            Reflect::get(&ask, &"getCurrentPosition".into()).map(JsCast::dyn_into::<Function>);
        if let Ok(Ok(get)) = get {
            // It tells by the functions alone, and throws at nothing.
            let _ = get.call3(&ask, &found, &lost, &options);
        }
    }
}

/// Whether the clipboard can be written: only pages that came safely may.
pub fn can_copy() -> bool {
    has("clipboard")
}

/// Whether the browser's navigator has that.
fn has(name: &str) -> bool {
    let navigator = window().map(|window| JsValue::from(window.navigator()));
    navigator.is_some_and(|navigator| {
        Reflect::get(&navigator, &name.into()).is_ok_and(|part| !part.is_undefined())
    })
}

thread_local! {
    /// What gives the text of one of the site's files.
    static LOAD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// The next task: what waits for it lets the browser draw, and answer a touch, before.
pub async fn turn() {
    let promise = Promise::new(&mut |done, _| {
        // Nothing is left to wait by if that fails: it goes on at once.
        let timer = window().map(|window| window.set_timeout_with_callback(&done));
        if !matches!(timer, Some(Ok(_))) {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// The task after the next drawing, or in a tenth of a second where nothing is drawn.
pub async fn drawn() {
    let promise = Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            let _ = window.request_animation_frame(&done);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, 100);
        }
    });
    let _ = JsFuture::from(promise).await;
    turn().await;
}

/// Sets what [`load`] calls: a function of a file's role that gives a promise of its text, and says in the console why it
/// does not come.
pub fn load_by(load: Function) {
    LOAD.set(Some(load));
}

/// The text of one of the site's files, fetched when few visitors need it; `None` when it does not come.
pub async fn load(role: &str) -> Option<String> {
    let load = LOAD.with_borrow(Clone::clone)?;
    let promise = load.call1(&JsValue::NULL, &role.into());
    let text = match promise.and_then(|promise| promise.dyn_into::<Promise>()) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    text.ok()?.as_string()
}

/// Copies `text`; whether it was done.
pub async fn copy(text: String) -> bool {
    match window() {
        Some(window) if can_copy() => {
            JsFuture::from(window.navigator().clipboard().write_text(&text)).await.is_ok()
        }
        _ => false,
    }
}

fn storage() -> Option<Storage> {
    // Asking is enough to be refused, in a sandboxed frame or where the visitor wants nothing stored.
    window()?.local_storage().ok()?
}

/// What is stored under a key: nothing where nothing may be.
pub fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores a text under a key; whether that was done.
pub fn store(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Stores nothing under a key any more.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        // What cannot be taken away was never stored.
        let _ = storage.remove_item(key);
    }
}

/// What came of passing something on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It went, or the visitor thought better of it.
    Done,
    /// The browser would not.
    Refused,
}

/// Whether the device passes things on to other programs.
pub fn can_share() -> bool {
    has("share")
}

/// Passes a page on to another program.
pub async fn share(title: &str, url: &str) -> Shared {
    let Some(window) = window().filter(|_| can_share()) else { return Shared::Refused };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    match JsFuture::from(window.navigator().share_with_data(&data)).await {
        Ok(_) => Shared::Done,
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            if name.as_deref() == Some("AbortError") { Shared::Done } else { Shared::Refused }
        }
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        // A sandboxed frame may be refused.
        let _ = window.print();
    }
}

/// Whether words are selected.
pub fn selecting() -> bool {
    let selection = window().and_then(|window| window.get_selection().ok()?);
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Says in the console why something failed.
pub fn complain(reason: &str) {
    let console = Reflect::get(&js_sys::global(), &"console".into());
    let error =
        console.as_ref().ok().and_then(|console| Reflect::get(console, &"error".into()).ok());
    if let (Ok(console), Some(Ok(error))) = (console, error.map(JsCast::dyn_into::<Function>)) {
        let _ = error.call1(&console, &reason.into());
    }
}

impl Memory {
    fn to_js(self) -> JsValue {
        let object = Object::new();
        for (key, value) in [
            (SCROLL, self.scroll.into()),
            (SHOWN, (self.shown as f64).into()),
            (FROM_LIST, self.from_list.into()),
            (COMPACT, self.compact.into()),
        ] {
            // A plain object takes any key.
            let _ = Reflect::set(&object, &key.into(), &value);
        }
        object.into()
    }

    fn from_js(state: &JsValue) -> Self {
        let get = |key: &str| Reflect::get(state, &key.into()).ok();
        let number = |key| get(key).and_then(|value| value.as_f64()).unwrap_or_default();
        let flag = |key| get(key).and_then(|value| value.as_bool()).unwrap_or_default();
        Self {
            scroll: number(SCROLL),
            shown: number(SHOWN) as usize,
            from_list: flag(FROM_LIST),
            compact: flag(COMPACT),
        }
    }
}
