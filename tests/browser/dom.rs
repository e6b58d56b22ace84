//! What tests ask of drawn markup.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// Most waits for something that must come, of 20 ms each.
const PATIENCE: usize = 500;

pub(crate) async fn pause(milliseconds: i32) {
    let window = web_sys::window().unwrap();
    let pause = Promise::new(&mut |done, _| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).unwrap();
    });
    JsFuture::from(pause).await.unwrap();
}

/// Something drawn under an element.
pub(crate) trait Drawn {
    fn root(&self) -> &Element;

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
        let found = self.root().query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.item(at)).map(JsCast::unchecked_into).collect()
    }

    fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let texts =
            self.all(selector).into_iter().map(|one| one.text_content().unwrap_or_default());
        texts.map(|text| text.replace('\u{a0}', " ")).collect()
    }

    /// An attribute of the first that `selector` finds; empty where it has none.
    fn attribute(&self, selector: &str, name: &str) -> String {
        self.one(selector).get_attribute(name).unwrap_or_default().replace('\u{a0}', " ")
    }

    async fn click(&self, selector: &str) {
        let one = self.one(selector);
        // What is drawn by lines has no `click` of its own.
        tell(
            &one,
            web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &{
                let init = web_sys::MouseEventInit::new();
                init.set_bubbles(true);
                init.set_cancelable(true);
                init.set_composed(true);
                init
            })
            .unwrap()
            .as_ref(),
        );
        self.settle().await;
    }

    /// Gives a field or a list a value, and tells so by the event `kind`.
    async fn fill(&self, selector: &str, kind: &str, value: &str) {
        let field = self.one(selector);
        // A list has a value as a field has.
        js_sys::Reflect::set(&field, &"value".into(), &value.into()).unwrap();
        let init = EventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        tell(&field, &Event::new_with_event_init_dict(kind, &init).unwrap());
        self.settle().await;
    }

    /// Presses a key; whether the page took it for itself.
    async fn press(&self, selector: &str, key: &str) -> bool {
        let taken = press(&self.one(selector), key);
        self.settle().await;
        taken
    }

    fn value(&self, selector: &str) -> String {
        self.one(selector).unchecked_into::<HtmlInputElement>().value()
    }
}

fn tell(element: &HtmlElement, event: &Event) {
    element.dispatch_event(event).unwrap();
}

/// Presses a key on an element; whether the page took it for itself.
pub(crate) fn press(element: &HtmlElement, key: &str) -> bool {
    let init = web_sys::KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    let event =
        web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    tell(element, &event);
    event.default_prevented()
}

pub(crate) fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&words| words.to_owned()).collect()
}
