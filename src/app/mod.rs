//! The application: it keeps the state, draws it, and makes the browser follow.

mod follow;
mod told;

pub use told::Told;

use self::follow::{fetch_late, fetch_outlines, fetch_text, read};
use crate::browser;
use crate::catalogue::Catalogue;
use crate::keeping;
use crate::state::{self, Action, Address, Lang, State, Target, Terms, Touch, UrlState};
use crate::view::{self, OFFER};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use tremplin_engine::query::Query;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Milliseconds without a change before the number of results is said aloud.
const SPEAKING_PAUSE: u32 = 1000;

/// Properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched.
    pub catalogue: Rc<Catalogue>,
    /// The visitor's day.
    pub today: Date,
    /// The interface's language.
    pub lang: Lang,
    /// What is asked when the page's address asks nothing.
    pub defaults: Address,
    /// What the host decides.
    pub terms: Terms,
    /// Which part of the page's address is ours.
    pub url_state: UrlState,
    /// Level of the outermost headings.
    pub level: u8,
    /// Told the number of results, first and at each change.
    pub on_answer: Callback<usize>,
    /// Told what the visitor does; whether the host lets it happen.
    pub on_tell: Callback<Told, bool>,
}

/// What happens.
#[derive(Debug)]
pub enum Message {
    /// A visitor did something, or the world reports something.
    Do(Action),
    /// The visitor went back or forward.
    Travelled,
    /// A scroll came to rest.
    Rested,
    /// The visitor stopped typing.
    Paused,
    /// Time to say how many results there are.
    Speak,
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
    send: Callback<Action>,
    link: Callback<String, AttrValue>,
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
    typing: Option<Timeout>,
    speaking: Option<Timeout>,
    suggesting: Option<Timeout>,
    _slash: Option<EventListener>,
    _travel: Option<EventListener>,
    _rest: Option<[EventListener; 2]>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { catalogue, today, lang, defaults, terms, url_state, on_answer, .. } =
            ctx.props();
        let mode = *url_state;
        let address = read(mode, defaults);
        let mut state = State::hosted(catalogue.clone(), *today, *lang, address, terms.clone());
        let memory = browser::memory();
        let ours = mode == UrlState::Page;
        if ours {
            browser::take_scroll();
            state.show(state.shown.max(memory.shown));
            state.compact |= memory.compact;
        }
        if let Some(recall) = keeping::recall(catalogue, *today) {
            state = state::reduce(&state, recall);
        }
        let speak = ctx.link().clone();
        let speaking = state
            .missing
            .is_some()
            .then(|| Timeout::new(SPEAKING_PAUSE, move || speak.send_message(Message::Speak)));
        on_answer.emit(state.total());
        fetch_text(ctx, state.open.as_ref());
        fetch_outlines(ctx, &state);
        fetch_late(ctx, &state);
        let send_on = |link: &yew::html::Scope<Self>, message: fn() -> Message| {
            let link = link.clone();
            move || link.send_message(message())
        };
        let root = NodeRef::default();
        Self {
            send: ctx.link().callback(Message::Do),
            link: Callback::from(move |id: String| {
                let link = mode.link(&id);
                // A host may give its links another base than its page.
                AttrValue::from(if ours { link } else { browser::absolute(&link) })
            }),
            _slash: browser::on_slash(root.clone()),
            root,
            end: NodeRef::default(),
            told: state.query.clone(),
            said: String::new(),
            focus: None,
            scroll: (ours && memory.scroll > 0.0).then_some(memory.scroll),
            touch: None,
            typing: None,
            speaking,
            suggesting: None,
            _travel: (mode != UrlState::None)
                .then(|| browser::on_travel(send_on(ctx.link(), || Message::Travelled)))
                .flatten(),
            _rest: ours
                .then(|| browser::on_rest(send_on(ctx.link(), || Message::Rested)))
                .flatten(),
            state: Rc::new(state),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let new = ctx.props();
        if new.lang != old.lang {
            Rc::make_mut(&mut self.state).speak(new.lang);
        }
        if new.terms != old.terms {
            Rc::make_mut(&mut self.state).agree(new.terms.clone());
            self.answered(ctx);
        }
        if new.defaults != old.defaults {
            let visit = Action::Visit(Box::new(new.defaults.clone()), 0);
            self.act(ctx, visit);
            self.focus = None;
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Do(action) => self.act(ctx, action),
            Message::Escaped if self.state.unfolded => self.act(ctx, Action::Unfold(false)),
            Message::Escaped if self.state.is_away() => self.act(ctx, Action::Close),
            Message::Escaped => false,
            Message::Travelled if !ctx.props().url_state.concerns(&browser::address().1) => false,
            Message::Travelled => {
                let memory = browser::memory();
                self.scroll = (ctx.props().url_state == UrlState::Page).then_some(memory.scroll);
                let address = read(ctx.props().url_state, &ctx.props().defaults);
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
            Message::Paused => {
                self.write(ctx, None);
                self.tell_search(ctx);
                false
            }
            Message::Speak => {
                let mut words = self.state.lang.plural(self.state.total(), OFFER);
                if self.state.missing.is_some() {
                    words.insert(0, ' ');
                    words.insert_str(0, view::gone(&self.state));
                }
                self.say(words);
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let state = &self.state;
        let (lang, send) = (state.lang, &self.send);
        let level = ctx.props().level;
        let can_copy = browser::can_copy() && ctx.props().url_state != UrlState::None;
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
                    { view::form(state, send) }
                    { view::chips(state, send) }
                </div>
                <div class="body">
                    { view::facets(state, level, browser::can_locate(), send) }
                    { view::results(state, level, can_copy, &self.link, send) }
                    if state.comparing {
                        { view::compare(state, level, &self.link, send) }
                    }
                    <div class="aside" onclick={self.on_letter(ctx)} onpointerdown={touch(Message::Touched)} onpointerup={touch(Message::Lifted)}>
                        if let Some(opened) = &state.open {
                            { view::open_offer(state, opened, level, &self.here(ctx), &self.link, send) }
                        }
                    </div>
                </div>
                <div class="foot">
                    <p class="end" id="end" tabindex="-1" ref={&self.end}>{ lang.say("Fin des offres", "End of the offers") }</p>
                    { view::language(lang, send) }
                </div>
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let scroll = self.scroll.take();
        if let Some(top) = scroll {
            browser::scroll_to(top);
        }
        if let Some(root) = self.root.cast::<Element>().filter(|_| self.state.unfolded) {
            browser::open_dialog(&root);
        }
        if let (Some(target), Some(root)) = (self.focus.take(), self.root.cast::<Element>()) {
            // Beside an open offer the rows are narrower and taller: the chosen one may have slipped away.
            if let (Target::Offer, None, Some(opened)) = (&target, scroll, &self.state.open) {
                browser::reveal(&root, &Target::Card(opened.id.clone()));
            }
            browser::focus(&root, &target, scroll.is_none());
        }
    }
}
