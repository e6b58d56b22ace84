//! What waits for a pause: one timer for all, which a keystroke puts off without touching it.

use super::{App, Message};
use crate::browser;
use crate::state::{Action, Field};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What waits until nothing was done for a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pause {
    /// The suggestions of a field.
    Suggest,
    /// The address, the facets and the last rows: browsers refuse to write addresses too often, and no keystroke waits for
    /// what one does not look at while typing.
    Rest,
    /// That the number of results is said aloud.
    Speak,
    /// The words of all offers, which the first results do without: they are read before a key is pressed.
    Read,
}

const ALL: [Pause; 4] = [Pause::Suggest, Pause::Rest, Pause::Speak, Pause::Read];

impl Pause {
    /// How long it is, in milliseconds.
    fn long(self) -> f64 {
        match self {
            Self::Suggest => 150.0,
            Self::Rest => 250.0,
            Self::Speak => 1000.0,
            Self::Read => 20.0,
        }
    }
}

/// What waits, and until when, by the browser's clock.
#[derive(Debug)]
pub(super) struct Pauses {
    due: [f64; ALL.len()],
    /// Of which field suggestions are due.
    field: Field,
    timer: Option<(f64, Timeout)>,
}

impl Default for Pauses {
    fn default() -> Self {
        Self { due: [f64::INFINITY; ALL.len()], field: Field::Words, timer: None }
    }
}

impl Pauses {
    /// Nothing is waited for any more.
    pub(super) fn forget(&mut self, pause: Pause) {
        self.due[pause as usize] = f64::INFINITY;
    }

    /// Whether it is waited for.
    pub(super) fn awaits(&self, pause: Pause) -> bool {
        self.due[pause as usize].is_finite()
    }

    /// Waits for a pause from now on.
    pub(super) fn wait(&mut self, ctx: &Context<App>, pause: Pause) {
        self.due[pause as usize] = browser::now() + pause.long();
        self.arm(ctx);
    }

    /// Suggests in a pause.
    pub(super) fn wait_to_suggest(&mut self, ctx: &Context<App>, field: Field) {
        self.field = field;
        self.wait(ctx, Pause::Suggest);
    }

    /// Sets the timer, unless it rings early enough.
    fn arm(&mut self, ctx: &Context<App>) {
        let first = self.due.into_iter().fold(f64::INFINITY, f64::min);
        let rings = self.timer.as_ref().map_or(f64::INFINITY, |(rings, _)| *rings);
        if first < rings {
            let link = ctx.link().clone();
            let left = (first - browser::now()).max(0.0) as u32 + 1;
            let timer = Timeout::new(left, move || link.send_message(Message::Rang));
            self.timer = Some((first, timer));
        }
    }

    /// The timer rang: what is due.
    fn ring(&mut self, ctx: &Context<App>) -> Vec<Pause> {
        self.timer = None;
        let now = browser::now();
        let due = ALL.into_iter().filter(|&pause| self.due[pause as usize] <= now).collect();
        self.due.iter_mut().filter(|due| **due <= now).for_each(|due| *due = f64::INFINITY);
        self.arm(ctx);
        due
    }
}

impl App {
    /// Does what waited for a pause; whether to draw again.
    pub(super) fn pause(&mut self, ctx: &Context<Self>) -> bool {
        let mut draw = false;
        for pause in self.pauses.ring(ctx) {
            draw |= match pause {
                Pause::Suggest => self.act(ctx, Action::Suggest(self.pauses.field)),
                Pause::Rest => {
                    self.write(ctx, None);
                    self.act(ctx, Action::Rest)
                }
                Pause::Speak => {
                    self.speak();
                    true
                }
                Pause::Read => {
                    self.state.catalogue.index().read();
                    false
                }
            };
        }
        draw
    }
}
