//! The open offer, drawn again only when what it shows is another.

use super::App;
use crate::state::{Action, State};
use crate::view::{self, Draw, Here};
use std::rc::Rc;
use yew::prelude::*;

/// The open offer.
pub(super) struct Reading {
    state: Rc<State>,
    level: u8,
    here: Here,
    link: Callback<String, AttrValue>,
    send: Callback<Action>,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.level == other.level
    }
}

impl Draw for Reading {
    fn draw(&self) -> Html {
        drawn(self)
    }
}

impl Reading {
    fn drawn(&self) -> Html {
        let Self { state, level, here, link, send } = self;
        let open = |opened| view::open_offer(state, opened, *level, here, link, send);
        state.open.as_ref().map(open).unwrap_or_default()
    }
}

crate::late! { Search:
    "53" fn drawn(reading: &Reading) -> Html = Reading::drawn;
}

impl App {
    /// The open offer, as it is when no word is being typed.
    pub(super) fn reading(&self, ctx: &Context<Self>) -> Reading {
        Reading {
            state: self.rested.clone(),
            level: ctx.props().level,
            here: self.here(ctx),
            link: self.link.clone(),
            send: self.send.clone(),
        }
    }
}
