//! The rows of the list. While one types only the first follow each keystroke: those below the screen stay as they are drawn,
//! as long as they are found at all, and none is drawn anew, until the words rest.

use crate::state::{Action, State};
use crate::view::card::Row;
use crate::view::part::{Shown, place};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// The rows of `state`, of which the first `live` are up to date, under headings of level `level`.
pub(crate) fn rows(
    state: &Rc<State>,
    live: usize,
    level: u8,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let (state, link, send) = (state.clone(), link.clone(), send.clone());
    Html::from(VComp::new::<Rows>(Rc::new(Props { state, live, level, link, send }), None))
}

#[derive(Properties)]
struct Props {
    state: Rc<State>,
    live: usize,
    level: u8,
    link: Callback<String, AttrValue>,
    send: Callback<Action>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && self.level == other.level
            && self.live == other.live
    }
}

/// The rows as they are drawn, each with the place of its offer.
struct Rows(RefCell<Vec<(u32, Rc<dyn Shown>)>>);

impl Component for Rows {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self(RefCell::default())
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { state, live, level, link, send } = ctx.props();
        let hits = state.rows();
        let (first, others) = hits.split_at(hits.len().min(*live));
        let mut rows: Vec<(u32, Rc<dyn Shown>)> = Vec::with_capacity(hits.len());
        for hit in first {
            rows.push((hit.offer, Rc::new(Row::of(state, hit, *level, link, send))));
        }
        if !others.is_empty() {
            for (offer, row) in self.0.take() {
                if others.iter().any(|hit| hit.offer == offer) {
                    rows.push((offer, row));
                }
            }
        }
        let mut drawn = Vec::with_capacity(rows.len());
        for (offer, row) in &rows {
            let key = Key::from(&*state.offer(*offer).id);
            drawn.push(place(row.clone(), Some(key)));
        }
        self.0.replace(rows);
        Html::from_iter(drawn)
    }
}
