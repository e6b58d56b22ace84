//! What begins once the search is there: the address is answered, what the browser keeps is recalled, and what happens
//! outside of the element is listened to. And what the host decides anew.

use super::follow::{fetch_late, fetch_outlines, fetch_text, read};
use super::pauses::Pause;
use super::{App, Heard, Message, Props};
use crate::browser;
use crate::catalogue::Catalogue;
use crate::keeping;
use crate::late::Late;
use crate::state::{self, Action, State, UrlState};
use std::rc::Rc;
use yew::prelude::*;

crate::late! { Search:
    "50" pub(super) fn begin(app: &mut App, ctx: &Context<App>) -> () = App::begin;
    "52" pub(super) fn agree(app: &mut App, ctx: &Context<App>, old: &Props) -> () = App::agree;
    "56" pub(super) fn prepare(catalogue: &Catalogue) -> () = Catalogue::prepare;
}

impl App {
    /// The search is there: what the page's address asks is answered, and what is outside is listened to.
    fn begin(&mut self, ctx: &Context<Self>) {
        let Props { catalogue, today, lang, url_state, on_answer, .. } = ctx.props();
        let (mode, terms) = (*url_state, ctx.props().terms());
        let address = read(ctx.props());
        let mut state = State::hosted(catalogue.clone(), *today, *lang, address, terms);
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
        if state.missing.is_some() {
            self.pauses.wait(ctx, Pause::Speak);
        }
        // What the words mean is known once all of the program is there.
        if state.query.words.is_empty() || state.late == Late::Here {
            on_answer.emit(state.total());
        }
        if let Some(past) = keeping::past() {
            state = state::reduce(&state, past);
        }
        self.pauses.wait(ctx, Pause::Read);
        fetch_text(ctx, state.open.as_ref());
        fetch_outlines(ctx, &state);
        fetch_late(ctx, &state);
        let send_on = |message: fn() -> Message| {
            let link = ctx.link().clone();
            move || link.send_message(message())
        };
        self.heard = Heard {
            slash: None,
            sized: None,
            _travel: (mode != UrlState::None)
                .then(|| browser::on_travel(send_on(|| Message::Travelled)))
                .flatten(),
            _rest: ours.then(|| browser::on_rest(send_on(|| Message::Rested))).flatten(),
        };
        self.told = state.query.clone();
        self.scroll = (ours && memory.scroll > 0.0).then_some(memory.scroll);
        (self.waiting, self.whole) = (None, true);
        state.slash = keeping::slash();
        self.state = Rc::new(state);
        (self.rested, self.filtered) = (self.state.clone(), self.state.clone());
        self.hear_slash();
    }

    /// The host decides otherwise.
    fn agree(&mut self, ctx: &Context<Self>, old: &Props) {
        self.catch_up(ctx);
        let new = ctx.props();
        if new.lang != old.lang {
            Rc::make_mut(&mut self.state).speak(new.lang);
        }
        let terms = new.terms();
        if terms != old.terms() {
            Rc::make_mut(&mut self.state).agree(terms);
            self.answered(ctx);
        }
        let defaults = new.defaults();
        if defaults != old.defaults() {
            let visit = Action::Visit(Box::new(defaults), 0);
            self.act(ctx, visit);
            self.focus = None;
        }
        self.rest();
    }
}
