//! What follows an action: the next state, then the address, the history, the ear, the clipboard and the store.

use super::begin::prepare;
use super::pauses::Pause;
use super::{App, Message, Props};
use crate::browser::{self, Memory, Shared};
use crate::keeping;
use crate::late::{Late, Part};
use crate::state::{
    self, Action, Address, Copied, Field, History, Lang, Opened, Outlines, State, UrlState,
};
use crate::texts;
use crate::view::{self, Here, OFFER, title};
use std::pin::Pin;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

impl App {
    /// Does what `action` asks, here and in the browser; whether to draw again.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let ours = ctx.props().url_state == UrlState::Page;
        if !self.allowed(ctx, &action) {
            return false;
        }
        match &action {
            // The list is one entry back: going there leaves no trace of the offer, and restores the list whole.
            Action::Close if ours && browser::memory().from_list => {
                browser::back();
                return false;
            }
            Action::Copy(what) => {
                copy(self, ctx, *what);
                return false;
            }
            Action::Share => {
                share(self, ctx);
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
        self.tell(ctx, &action);
        if before.query != self.state.query || before.answer.total != self.state.answer.total {
            self.answered(ctx);
        } else if matches!(action, Action::Late(_)) {
            ctx.props().on_answer.emit(self.state.total());
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
        if before.late != self.state.late {
            fetch_late(ctx, &self.state);
        }
        if before.past != self.state.past {
            self.keep_past(before.past.is_some());
        }
        if before.slash != self.state.slash {
            self.keep_slash();
        }
        if before.outlines != self.state.outlines {
            fetch_outlines(ctx, &self.state);
        }
        match history {
            History::Push if moved => self.write(ctx, Some(from_list)),
            History::Replace if moved || self.state.typing => {
                self.pauses.wait(ctx, Pause::Rest);
            }
            _ => {}
        }
        true
    }

    /// What an action asks of the browser beside its address.
    fn follow(&mut self, ctx: &Context<Self>, action: &Action, next: &State) {
        let lang = next.lang;
        match action {
            // An empty field proposes what it proposes when it is asked.
            Action::Type(words) if words.trim().is_empty() => self.pauses.forget(Pause::Suggest),
            Action::Type(_) => self.pauses.wait_to_suggest(ctx, Field::Words),
            Action::TypePlace(_) => self.pauses.wait_to_suggest(ctx, Field::Place),
            Action::Fold | Action::Submit | Action::Take(..) | Action::Wipe => {
                self.pauses.forget(Pause::Suggest);
            }
            Action::EnterPlace => {
                self.pauses.forget(Pause::Suggest);
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

    /// Stores the searches of before, or forgets them, and says so when that is new.
    fn keep_past(&mut self, before: bool) {
        let (lang, past) = (self.state.lang, self.state.past.as_ref());
        let done = keeping::keep_past(past);
        match (before, past.is_some()) {
            (false, true) if !done => self.say(nothing_stored(lang)),
            (false, true) => self.say(lang.say(
                "Vos recherches sont retenues dans ce navigateur.",
                "Your searches are kept in this browser.",
            )),
            (true, false) => self.say(lang.say("Recherches oubliées.", "Searches forgotten.")),
            _ => {}
        }
    }

    /// Stores that the key « / » does nothing, or that no more.
    fn keep_slash(&mut self) {
        self.hear_slash();
        if !keeping::keep_slash(self.state.slash) {
            self.say(nothing_stored(self.state.lang));
        }
    }

    /// Brings the current entry up to date before it is left behind.
    fn settle(&mut self, ctx: &Context<Self>) {
        if self.pauses.awaits(Pause::Rest) || ctx.props().url_state == UrlState::Page {
            self.write(ctx, None);
        }
    }

    /// Writes the address of what is shown: into a new entry, which follows that of the list or not, or into the same.
    pub(super) fn write(&mut self, ctx: &Context<Self>, new_entry: Option<bool>) {
        self.pauses.forget(Pause::Rest);
        let mode = ctx.props().url_state;
        let new_entry = new_entry.filter(|_| mode.is_history_ours());
        if mode == UrlState::None {
            return;
        }
        let (search, hash) = browser::address();
        let rest = mode.write(&self.state.address().to_pairs(), &search, &hash);
        let mut memory = self.memory();
        memory.from_list = new_entry.unwrap_or(memory.from_list) && self.state.is_away();
        browser::write(mode, &rest, memory, new_entry.is_some());
    }

    pub(super) fn memory(&self) -> Memory {
        let State { shown, compact, .. } = *self.state;
        Memory { scroll: browser::scroll(), shown, compact, ..browser::memory() }
    }

    /// Tells the host and, in a moment, the ear how many results there are; none is said at once.
    pub(super) fn answered(&mut self, ctx: &Context<Self>) {
        let total = self.state.total();
        ctx.props().on_answer.emit(total);
        self.said.clear();
        if total == 0 {
            self.pauses.forget(Pause::Speak);
            self.say(self.state.lang.say("Aucune offre", "No offer"));
        } else {
            self.pauses.wait(ctx, Pause::Speak);
        }
    }

    /// Says how many results there are.
    pub(super) fn speak(&mut self) {
        let mut words = self.state.lang.plural(self.state.total(), OFFER);
        if self.state.missing.is_some() {
            words.insert(0, ' ');
            words.insert_str(0, view::gone(&self.state));
        }
        self.say(words);
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.said = words.into();
    }

    /// What this place allows to do with the open offer.
    pub(super) fn here(&self, ctx: &Context<Self>) -> Here {
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
        let copied = async move { Some(Action::Copied(what, browser::copy(text).await)) };
        do_later(ctx, Box::pin(copied));
    }

    /// Passes the open offer on; where that is refused, its link is copied instead.
    fn share(&self, ctx: &Context<Self>) {
        let (Some(opened), Some(url)) = (&self.state.open, self.here(ctx).url) else { return };
        let title = title(self.state.offer(opened.offer)).to_owned();
        let shared = async move {
            let refused = browser::share(&title, &url).await == Shared::Refused;
            refused.then_some(Action::Copy(Copied::Link))
        };
        do_later(ctx, Box::pin(shared));
    }
}

/// Why what was asked to be kept does not last.
fn nothing_stored(lang: Lang) -> &'static str {
    lang.say(
        "Ce navigateur n’enregistre rien pour ce site.",
        "This browser stores nothing for this site.",
    )
}

crate::late! { Late:
    "20" fn copy(app: &App, ctx: &Context<App>, what: Copied) -> () = App::copy;
    "21" fn share(app: &App, ctx: &Context<App>) -> () = App::share;
    "22" fn read_outlines(lines: &str) -> Outlines = Outlines::read;
}

/// Does the action that a future gives, once it has; all futures are of one type, for each type has code of its own.
fn do_later(ctx: &Context<App>, action: Pin<Box<dyn Future<Output = Option<Action>>>>) {
    ctx.link().send_future_batch(async { action.await.map(Message::Do) });
}

/// The address in the page's URL; what is asked by default where it asks nothing.
pub(super) fn read(props: &Props) -> Address {
    let (search, hash) = browser::address();
    let mut address = Address::from_pairs(&props.url_state.read(&search, &hash));
    if address.query == Default::default() {
        address.query = props.defaults().query;
    }
    address
}

/// Asks for the map's outlines, when they are waited for.
pub(super) fn fetch_outlines(ctx: &Context<App>, state: &State) {
    if state.outlines == Outlines::Coming {
        let outlines = async {
            let lines = browser::load("departements.txt").await;
            let outlines = lines.map_or(Outlines::Failed, |lines| read_outlines(&lines));
            Some(Action::Outlines(outlines))
        };
        do_later(ctx, Box::pin(outlines));
    }
}

/// Asks for what few visits need, when it is waited for.
pub(super) fn fetch_late(ctx: &Context<App>, state: &State) {
    if state.late == Late::Coming {
        let late = async {
            let came = browser::load(Part::Late.role()).await.is_some();
            Some(Action::Late(if came { Late::Here } else { Late::Failed }))
        };
        do_later(ctx, Box::pin(late));
    }
}

/// Draws the other rows, and begins once the search is there; without it the page gives up by itself. Each is a task of its
/// own, so that none is long.
pub(super) fn begin_in_turn(ctx: &Context<App>) {
    let (link, catalogue) = (ctx.link().clone(), ctx.props().catalogue.clone());
    spawn_local(async move {
        browser::turn().await;
        link.send_message(Message::Opened);
        if browser::load(Part::Search.role()).await.is_some() {
            prepare(&catalogue);
            browser::turn().await;
            link.send_message(Message::Begun);
        }
    });
}

/// Asks for the text of the open offer.
pub(super) fn fetch_text(ctx: &Context<App>, opened: Option<&Opened>) {
    let Some(id) = opened.map(|opened| opened.id.clone()) else { return };
    let catalogue = ctx.props().catalogue.clone();
    let text = async move {
        let text = texts::whole(catalogue, id.clone()).await;
        text.map(|text| Action::Text(id, text))
    };
    do_later(ctx, Box::pin(text));
}
