//! The application: it keeps the state, draws it, and makes the browser follow.

mod begin;
mod follow;
mod pauses;
mod props;
mod reading;
mod told;

pub use props::Props;
pub use told::Told;

use self::begin::{agree, begin};
use self::follow::{begin_in_turn, read};
use self::pauses::Pauses;
use crate::browser;
use crate::late::Part;
use crate::state::{self, Action, State, Target, Touch, UrlState};
use crate::view;
use gloo::events::EventListener;
use std::rc::Rc;
use tremplin_engine::query::Query;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What happens.
#[derive(Debug)]
pub enum Message {
    /// A visitor did something, or the world reports something.
    Do(Action),
    /// The first screen is drawn.
    Opened,
    /// The search is there.
    Begun,
    /// The visitor went back or forward.
    Travelled,
    /// A scroll came to rest.
    Rested,
    /// There is more room, or less.
    Sized,
    /// What was typed is seen in the field.
    Typed,
    /// Something waited for a pause, and it is there.
    Rang,
    /// Escape was pressed.
    Escaped,
    /// A finger touched the open offer.
    Touched(Touch),
    /// It was lifted.
    Lifted(Touch),
}

/// The application.
#[derive(Debug)]
pub struct App {
    state: Rc<State>,
    /// What happened before the search was there, and waits for it; none does once it is.
    waiting: Option<Vec<Message>>,
    /// The words typed since the last drawing: letters are seen before what they find.
    typed: Option<String>,
    /// Whether rows below the first screen are drawn, too: at first they wait, so that no task is long.
    whole: bool,
    /// The state when no key was pressed for a moment: what may wait is drawn from it.
    rested: Rc<State>,
    /// The state that the filters are drawn from: where they are not shown, an older one.
    filtered: Rc<State>,
    send: Callback<Action>,
    link: Callback<String, AttrValue>,
    can_copy: bool,
    can_locate: bool,
    root: NodeRef,
    end: NodeRef,
    /// What the host was told last to be asked.
    told: Query,
    /// What is said aloud.
    said: String,
    /// Where the keyboard goes once the next drawing is there.
    focus: Option<Target>,
    /// How far the page scrolls once the next drawing is there.
    scroll: Option<f64>,
    /// Where a finger touched the open offer.
    touch: Option<Touch>,
    pauses: Pauses,
    heard: Heard,
}

/// What is listened to outside of the element, as long as it is there.
#[derive(Debug, Default)]
struct Heard {
    slash: Option<EventListener>,
    sized: Option<browser::Sized>,
    _travel: Option<EventListener>,
    _rest: Option<[EventListener; 2]>,
}

/// The least height of a row and of a short one, in CSS pixels.
const ROW: f64 = 100.0;
const SHORT_ROW: f64 = 66.0;

crate::late! { Search:
    "51" fn heed(app: &mut App, ctx: &Context<App>, message: Message) -> bool = App::heed;
    "55" fn drawing(app: &mut App, ctx: &Context<App>) -> () = App::drawing;
    "54" fn compared(app: &App, ctx: &Context<App>) -> Html = App::compared;
}

impl App {
    /// Does what a message asks; whether to draw again.
    fn heed(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        if let Message::Do(Action::Type(words)) = message {
            if self.typed.replace(words).is_none() {
                ctx.link().send_future(async {
                    browser::drawn().await;
                    Message::Typed
                });
            }
            return false;
        }
        let draw = self.catch_up(ctx) | self.follow_message(ctx, message);
        self.rest();
        draw
    }

    /// Searches what was typed, which comes before all that happens next; whether to draw again.
    fn catch_up(&mut self, ctx: &Context<Self>) -> bool {
        self.typed.take().is_some_and(|words| self.act(ctx, Action::Type(words)))
    }

    /// Does what a message asks, all that was typed before being searched.
    fn follow_message(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Do(action) => self.act(ctx, action),
            Message::Escaped if self.state.unfolded => self.act(ctx, Action::Unfold(false)),
            Message::Escaped if self.state.is_away() => self.act(ctx, Action::Close),
            Message::Travelled if !ctx.props().url_state.concerns(&browser::address().1) => false,
            Message::Travelled => {
                let memory = browser::memory();
                self.scroll = (ctx.props().url_state == UrlState::Page).then_some(memory.scroll);
                let address = read(ctx.props());
                self.act(ctx, Action::Visit(Box::new(address), memory.shown))
            }
            Message::Touched(touch) => {
                self.touch = Some(touch);
                false
            }
            Message::Lifted(up) => {
                let side = self.touch.take().and_then(|down| state::swipe(down, up));
                let beside = side.filter(|_| !browser::selecting());
                match beside.and_then(|side| self.state.neighbour(side)) {
                    Some(offer) => {
                        let turn = Action::Turn(offer.id.clone());
                        self.act(ctx, turn)
                    }
                    None => false,
                }
            }
            Message::Rested => {
                browser::remember(self.memory());
                false
            }
            Message::Sized => self.show_filters(),
            Message::Rang => self.pause(ctx),
            Message::Escaped | Message::Typed | Message::Opened | Message::Begun => false,
        }
    }

    /// What waited while words were typed follows them once they rest.
    fn rest(&mut self) {
        if !self.state.typing {
            self.rested = self.state.clone();
        }
        self.show_filters();
    }

    /// Brings the filters up to date, if they are shown; whether they were not. On a phone nothing draws them until they
    /// are unfolded.
    fn show_filters(&mut self) -> bool {
        let (now, then) = (&self.rested, &self.filtered);
        let unfolds = now.unfolded || then.unfolded;
        let old = !Rc::ptr_eq(now, then) && (unfolds || browser::shows_filters(&self.root));
        if old {
            self.filtered = now.clone();
        }
        old
    }

    /// Listens to the key « / », unless the visitor does without.
    fn hear_slash(&mut self) {
        self.heard.slash = self.state.slash.then(|| browser::on_slash(self.root.clone())).flatten();
    }

    /// What waited for the next drawing: it is there.
    fn drawing(&mut self, ctx: &Context<Self>) {
        let Some(root) = self.root.cast::<Element>() else { return };
        if self.heard.sized.is_none() {
            let link = ctx.link().clone();
            self.heard.sized = browser::on_size(&root, move || link.send_message(Message::Sized));
        } else if !self.state.typing {
            // What hid the filters may be gone.
            ctx.link().send_message(Message::Sized);
        }
        let scroll = self.scroll.take();
        if let Some(top) = scroll {
            browser::scroll_to(top);
        }
        if self.state.unfolded {
            browser::open_dialog(&root);
        }
        if let Some(target) = self.focus.take() {
            // Beside an open offer the rows are narrower and taller: the chosen one may have slipped away.
            if let (Target::Offer, None, Some(opened)) = (&target, scroll, &self.state.open) {
                browser::reveal(&root, &Target::Card(opened.id.clone()));
            }
            browser::focus(&root, &target, scroll.is_none());
        }
    }

    fn compared(&self, ctx: &Context<Self>) -> Html {
        view::compare(&self.state, ctx.props().level, &self.link, &self.send)
    }

    /// How many rows follow at once: all, but at first and while one types only those that a screen can hold.
    fn live(&self) -> usize {
        if self.whole && !self.state.typing {
            return usize::MAX;
        }
        let row = if self.state.compact { SHORT_ROW } else { ROW };
        (browser::room(&self.root).max(0.0) / row) as usize + 1
    }
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { catalogue, today, lang, terms, url_state, on_answer, .. } = ctx.props();
        let mode = *url_state;
        let ours = mode == UrlState::Page;
        let state = State::opening(catalogue.clone(), *today, *lang, terms.clone());
        let state = Rc::new(state);
        let mut app = Self {
            rested: state.clone(),
            filtered: state.clone(),
            waiting: Some(Vec::new()),
            typed: None,
            whole: Part::Search.is_here(),
            send: ctx.link().callback(Message::Do),
            link: Callback::from(move |id: String| {
                let link = mode.link(&id);
                // A host may give its links another base than its page.
                AttrValue::from(if ours { link } else { browser::absolute(&link) })
            }),
            can_copy: browser::can_copy(),
            can_locate: browser::can_locate(),
            root: NodeRef::default(),
            end: NodeRef::default(),
            told: Query::default(),
            said: String::new(),
            focus: None,
            scroll: None,
            touch: None,
            pauses: Pauses::default(),
            heard: Heard::default(),
            state,
        };
        if Part::Search.is_here() {
            begin(&mut app, ctx);
        } else {
            begin_in_turn(ctx);
            // Where something is asked, what is shown is not the answer: it waits.
            let (search, hash) = browser::address();
            if ctx.props().asked.is_empty() && !mode.asks(&search, &hash) {
                on_answer.emit(app.state.total());
            }
        }
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        // What waits for the search will find the new ones.
        if self.waiting.is_none() {
            agree(self, ctx, old);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match (message, &mut self.waiting) {
            (Message::Begun, waiting) => {
                let waited = waiting.take();
                begin(self, ctx);
                for message in waited.into_iter().flatten().chain([Message::Typed]) {
                    heed(self, ctx, message);
                }
                true
            }
            (Message::Opened, _) => {
                self.whole = true;
                true
            }
            (message, Some(waiting)) => {
                waiting.push(message);
                false
            }
            (message, None) => heed(self, ctx, message),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let state = &self.state;
        let (lang, send) = (state.lang, &self.send);
        let level = ctx.props().level;
        let words = self.typed.as_deref().unwrap_or(&state.query.words);
        let saved = ctx.props().url_state != UrlState::None;
        let place = view::Place {
            level,
            can_copy: self.can_copy && saved,
            link: &self.link,
            live: self.live(),
        };
        let end = self.end.clone();
        let skip = Callback::from(move |event: MouseEvent| {
            // A fragment does not reach into a shadow tree.
            event.prevent_default();
            if let Some(end) = end.cast::<HtmlElement>() {
                let _ = end.focus();
            }
        });
        let onkeydown = ctx.link().batch_callback(|event: KeyboardEvent| {
            (event.key() == "Escape" && !event.default_prevented()).then_some(Message::Escaped)
        });
        let touch = |what: fn(Touch) -> Message| {
            ctx.link().batch_callback(move |event: PointerEvent| {
                let (x, y, at) = (event.client_x(), event.client_y(), event.time_stamp());
                (event.pointer_type() == "touch").then(|| what(Touch { x, y, at }))
            })
        };
        let class = match (&state.open, state.comparing) {
            (Some(_), _) => "tremplin reading",
            (None, true) => "tremplin comparing",
            (None, false) => "tremplin",
        };
        html! {
            <div {class} lang={lang.word()} ref={&self.root} {onkeydown}>
                <p class="unseen" role="status" part="statut">{ &self.said }</p>
                <div class="ask">
                    <a class="skip" href="#end" onclick={skip}>{ lang.say("Passer les résultats", "Skip the results") }</a>
                    { view::form(state, words, send) }
                    { view::chips(state, send) }
                </div>
                <div class="body">
                    { view::facets(&self.filtered, level, self.can_locate, send) }
                    { view::results(state, &self.rested, &place, send) }
                    if state.comparing {
                        { compared(self, ctx) }
                    }
                    <div class="aside" onclick={self.on_letter(ctx)} onpointerdown={touch(Message::Touched)} onpointerup={touch(Message::Lifted)}>
                        if state.open.is_some() {
                            { view::part(self.reading(ctx), None) }
                        }
                    </div>
                </div>
                <div class="foot">
                    <p class="end" id="end" tabindex="-1" ref={&self.end}>{ lang.say("Fin des offres", "End of the offers") }</p>
                    { view::slash(state, send) }
                    { view::language(lang, send) }
                </div>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.waiting.is_none() {
            drawing(self, ctx);
        }
    }
}
