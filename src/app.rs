//! The application: it keeps the state, draws it, and makes the browser follow.

use crate::browser::{self, Memory, Shared};
use crate::catalogue::Catalogue;
use crate::keeping;
use crate::state::{
    self, Action, Address, Copied, Field, History, Lang, Opened, Outlines, State, Target, Touch,
    UrlState,
};
use crate::texts;
use crate::view::{self, Here, OFFER, title};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Milliseconds without a keystroke before the address follows the words: browsers refuse to write it too often.
const TYPING_PAUSE: u32 = 250;
/// Milliseconds without a keystroke before a field suggests: no keystroke waits for that.
const SUGGESTING_PAUSE: u32 = 150;
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
    /// Which part of the page's address is ours.
    pub url_state: UrlState,
    /// Level of the outermost headings.
    pub level: u8,
    /// Told the number of results, first and at each change.
    pub on_answer: Callback<usize>,
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
        let Props { catalogue, today, lang, defaults, url_state, on_answer, .. } = ctx.props();
        let mode = *url_state;
        let address = read(mode, defaults);
        let mut state = State::new(catalogue.clone(), *today, *lang, address);
        let memory = browser::memory();
        let ours = mode == UrlState::Page;
        if ours {
            browser::take_scroll();
            state.show(state.shown.max(memory.shown));
            state.compact = memory.compact;
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
        let send_on = |link: &yew::html::Scope<Self>, message: fn() -> Message| {
            let link = link.clone();
            move || link.send_message(message())
        };
        let root = NodeRef::default();
        Self {
            send: ctx.link().callback(Message::Do),
            link: Callback::from(move |id: String| AttrValue::from(mode.link(&id))),
            _slash: browser::on_slash(root.clone()),
            root,
            end: NodeRef::default(),
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
                    <div class="aside" onpointerdown={touch(Message::Touched)} onpointerup={touch(Message::Lifted)}>
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

impl App {
    /// Does what `action` asks, here and in the browser; whether to draw again.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let ours = ctx.props().url_state == UrlState::Page;
        match &action {
            // The list is one entry back: going there leaves no trace of the offer, and restores the list whole.
            Action::Close if ours && browser::memory().from_list => {
                browser::back();
                return false;
            }
            Action::Copy(what) => {
                self.copy(ctx, *what);
                return false;
            }
            Action::Share => {
                self.share(ctx);
                return false;
            }
            Action::Print => {
                browser::print();
                return false;
            }
            Action::Copied(what, done) => {
                let lang = self.state.lang;
                self.say(match (done, what) {
                    (true, Copied::Link | Copied::List) => lang.say("Lien copié", "Link copied"),
                    (true, Copied::Addresses) => lang.say("Copié", "Copied"),
                    (false, _) => lang.say("Copie refusée", "Copy refused"),
                })
            }
            // Another page may have kept others since.
            Action::Keep(_) => {
                if let Some(kept) = keeping::kept() {
                    let recall = Action::Recall(Rc::new(kept), self.state.fresh.clone());
                    self.state = Rc::new(state::reduce(&self.state, recall));
                }
            }
            Action::Forget => keeping::forget(),
            Action::Fleeting => self.say(view::fleeting(&self.state)),
            _ => {}
        }
        let next = state::reduce(&self.state, action.clone());
        self.follow(ctx, &action, &next);
        self.focus = state::after(&self.state, &action, &next).or(self.focus.take());
        let moved = next.address() != self.state.address();
        let history = action.history();
        if moved && history == History::Push {
            self.settle(ctx);
        }
        let before = std::mem::replace(&mut self.state, Rc::new(next));
        let from_list = !before.is_away();
        if before.query != self.state.query || before.answer.total != self.state.answer.total {
            self.answered(ctx);
        }
        if before.open.as_ref().map(|opened| &opened.id)
            != self.state.open.as_ref().map(|opened| &opened.id)
        {
            fetch_text(ctx, self.state.open.as_ref());
        }
        if matches!(action, Action::Keep(_)) && !keeping::keep(&self.state) && !self.state.fleeting
        {
            self.act(ctx, Action::Fleeting);
        }
        if before.outlines != self.state.outlines {
            fetch_outlines(ctx, &self.state);
        }
        match history {
            History::Push if moved => self.write(ctx, Some(from_list)),
            History::Replace if moved => {
                let link = ctx.link().clone();
                self.typing =
                    Some(Timeout::new(TYPING_PAUSE, move || link.send_message(Message::Paused)));
            }
            _ => {}
        }
        true
    }

    /// What an action asks of the browser beside its address.
    fn follow(&mut self, ctx: &Context<Self>, action: &Action, next: &State) {
        let lang = next.lang;
        match action {
            Action::Type(_) => self.suggest_soon(Field::Words),
            Action::TypePlace(_) => self.suggest_soon(Field::Place),
            Action::Fold | Action::Submit | Action::Take(..) | Action::Wipe => {
                self.suggesting = None;
            }
            Action::EnterPlace => {
                self.suggesting = None;
                if next.unknown_place {
                    self.say(view::unknown(lang));
                }
            }
            Action::Locate => browser::locate(self.send.clone()),
            Action::Lost(_) | Action::Found(_) => {
                self.say(next.located.map_or(String::new(), |located| view::told(lang, located)));
            }
            Action::Compact(compact) if ctx.props().url_state == UrlState::Page => {
                browser::remember(Memory { compact: *compact, ..self.memory() });
            }
            _ => {}
        }
    }

    fn suggest_soon(&mut self, field: Field) {
        let send = self.send.reform(move |()| Action::Suggest(field));
        self.suggesting = Some(Timeout::new(SUGGESTING_PAUSE, move || send.emit(())));
    }

    /// Brings the current entry up to date before it is left behind.
    fn settle(&mut self, ctx: &Context<Self>) {
        if self.typing.take().is_some() || ctx.props().url_state == UrlState::Page {
            self.write(ctx, None);
        }
    }

    /// Writes the address of what is shown: into a new entry, which follows that of the list or not, or into the same.
    fn write(&mut self, ctx: &Context<Self>, new_entry: Option<bool>) {
        self.typing = None;
        let mode = ctx.props().url_state;
        if mode == UrlState::None {
            return;
        }
        let (search, hash) = browser::address();
        let rest = mode.write(&self.state.address().to_pairs(), &search, &hash);
        let mut memory = self.memory();
        memory.from_list = new_entry.unwrap_or(memory.from_list) && self.state.is_away();
        browser::write(mode, &rest, memory, new_entry.is_some());
    }

    fn memory(&self) -> Memory {
        let State { shown, compact, .. } = *self.state;
        Memory { scroll: browser::scroll(), shown, compact, ..browser::memory() }
    }

    /// Tells the host and, in a moment, the ear how many results there are; none is said at once.
    fn answered(&mut self, ctx: &Context<Self>) {
        let total = self.state.total();
        ctx.props().on_answer.emit(total);
        self.speaking = None;
        self.said.clear();
        if total == 0 {
            self.say(self.state.lang.say("Aucune offre", "No offer"));
        } else {
            let link = ctx.link().clone();
            self.speaking =
                Some(Timeout::new(SPEAKING_PAUSE, move || link.send_message(Message::Speak)));
        }
    }

    fn say(&mut self, words: impl Into<String>) {
        self.said = words.into();
    }

    /// What this place allows to do with the open offer.
    fn here(&self, ctx: &Context<Self>) -> Here {
        let mode = ctx.props().url_state;
        let opened = self.state.open.as_ref().filter(|_| mode != UrlState::None);
        Here {
            url: opened.map(|opened| browser::absolute(&mode.link(&opened.id))),
            can_copy: browser::can_copy(),
            can_share: browser::can_share(),
        }
    }

    fn copy(&self, ctx: &Context<Self>, what: Copied) {
        let text = match what {
            Copied::Link => self.here(ctx).url,
            Copied::List => {
                let among = self.state.among().unwrap_or_default();
                let ids = among.iter().map(|&place| self.state.offer(place).id.as_str());
                Some(browser::absolute(&ctx.props().url_state.list(&ids.collect::<Vec<_>>())))
            }
            Copied::Addresses => {
                let opened = self.state.open.as_ref();
                opened.map(|opened| self.state.offer(opened.offer).apply_emails.join(", "))
            }
        };
        let Some(text) = text else { return };
        ctx.link().send_future(async move {
            Message::Do(Action::Copied(what, browser::copy(text).await))
        });
    }

    /// Passes the open offer on; where that is refused, its link is copied instead.
    fn share(&self, ctx: &Context<Self>) {
        let (Some(opened), Some(url)) = (&self.state.open, self.here(ctx).url) else { return };
        let title = title(self.state.offer(opened.offer)).to_owned();
        ctx.link().send_future_batch(async move {
            let refused = browser::share(&title, &url).await == Shared::Refused;
            refused.then_some(Message::Do(Action::Copy(Copied::Link)))
        });
    }
}

/// The address in the page's URL; the defaults when it holds none.
fn read(mode: UrlState, defaults: &Address) -> Address {
    let (search, hash) = browser::address();
    let address = Address::from_pairs(&mode.read(&search, &hash));
    let speaks_alone = Address { lang: address.lang, ..Address::default() };
    if address == speaks_alone {
        Address { lang: address.lang, ..defaults.clone() }
    } else {
        address
    }
}

/// Asks for the map's outlines, when they are waited for.
fn fetch_outlines(ctx: &Context<App>, state: &State) {
    if state.outlines == Outlines::Coming {
        ctx.link().send_future(async {
            let lines = browser::load("departements.txt").await;
            let outlines = lines.map_or(Outlines::Failed, |lines| Outlines::read(&lines));
            Message::Do(Action::Outlines(outlines))
        });
    }
}

/// Asks for the text of the open offer.
fn fetch_text(ctx: &Context<App>, opened: Option<&Opened>) {
    let Some(id) = opened.map(|opened| opened.id.clone()) else { return };
    let catalogue = ctx.props().catalogue.clone();
    ctx.link().send_future_batch(async move {
        let text = texts::whole(catalogue, id.clone()).await;
        text.map(|text| Message::Do(Action::Text(id, text))).into_iter().collect::<Vec<_>>()
    });
}
