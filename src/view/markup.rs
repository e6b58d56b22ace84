//! Markup that recurs, each shape compiled once: `html!` writes out at each place all that it takes to build an element.

use crate::state::Action;
use yew::prelude::*;

/// An element of a class, or of none where it is empty.
#[inline(never)]
pub(crate) fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ for children }</@> }
}

/// An element that holds words.
#[inline(never)]
pub(crate) fn words(tag: &'static str, class: &'static str, words: String) -> Html {
    element(tag, class, vec![Html::from(words)])
}

/// Words of the interface.
#[inline(never)]
pub(crate) fn said(words: &'static str) -> Html {
    Html::from(AttrValue::Static(words))
}

/// Nothing.
pub(crate) fn nothing() -> Html {
    Html::default()
}

/// Does `action` at each click.
#[inline(never)]
pub(crate) fn press(action: Action, send: &Callback<Action>) -> Callback<MouseEvent> {
    send.reform(move |_: MouseEvent| action.clone())
}

/// A button; one that stays pressed says whether it is.
#[inline(never)]
pub(crate) fn button(
    class: &'static str,
    action: Action,
    pressed: Option<bool>,
    content: Vec<Html>,
    send: &Callback<Action>,
) -> Html {
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" {class} part="bouton" onclick={press(action, send)} aria-pressed={pressed}>
            { for content }
        </button>
    }
}
