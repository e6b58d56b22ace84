//! What the host is told, and may forbid.

use super::App;
use crate::browser;
use crate::state::{Action, Address};
use yew::prelude::*;

/// What the host is told: an event of the element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something else is asked, and so many offers answer.
    Searched {
        /// What is asked, as the address writes it.
        parameters: Vec<(String, String)>,
        /// How many offers answer.
        total: usize,
    },
    /// An offer is kept, or no longer.
    Kept {
        /// Its id.
        id: String,
        /// Whether it is kept.
        kept: bool,
    },
    /// An offer is about to open: the host may forbid it.
    Opening {
        /// Its id.
        id: String,
        /// Its whole address.
        url: String,
    },
    /// The visitor is about to write to the recruiter: the host may forbid it.
    Applying {
        /// The offer's id.
        id: String,
        /// The link that opens their mail.
        url: String,
    },
}

impl App {
    /// Whether the host lets an action happen.
    pub(super) fn allowed(&self, ctx: &Context<Self>, action: &Action) -> bool {
        match action {
            Action::Open(id) | Action::Turn(id) => {
                let url = browser::absolute(&ctx.props().url_state.link(id));
                ctx.props().on_tell.emit(Told::Opening { id: id.clone(), url })
            }
            _ => true,
        }
    }

    /// Tells what came of an action.
    pub(super) fn tell(&mut self, ctx: &Context<Self>, action: &Action) {
        if let Action::Keep(id) = action {
            ctx.props()
                .on_tell
                .emit(Told::Kept { id: id.clone(), kept: self.state.kept.holds(id) });
        }
        // Words are told once they rest.
        if !matches!(action, Action::Type(_)) {
            self.tell_search(ctx);
        }
    }

    /// Tells what is asked now, unless that was told.
    pub(super) fn tell_search(&mut self, ctx: &Context<Self>) {
        if self.told == self.state.query {
            return;
        }
        self.told = self.state.query.clone();
        let asked = Address { query: self.state.query.clone(), ..Address::default() };
        let (parameters, total) = (asked.to_pairs(), self.state.total());
        ctx.props().on_tell.emit(Told::Searched { parameters, total });
    }

    /// Asks the host before a letter to the recruiter of the open offer begins.
    pub(super) fn on_letter(&self, ctx: &Context<Self>) -> Callback<MouseEvent> {
        let Some(opened) = &self.state.open else { return Callback::noop() };
        let (id, tell) = (opened.id.clone(), ctx.props().on_tell.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(url) = browser::link_under(&event, "a.apply")
                && !tell.emit(Told::Applying { id: id.clone(), url })
            {
                event.prevent_default();
            }
        })
    }
}
