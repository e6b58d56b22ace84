//! A shape that can be pressed: what a drawing is made of.

use yew::prelude::*;

/// A shape that says `said` and is chosen or not; a click, Enter or the space bar toggles it. `role` is `checkbox` where
/// several are chosen together, `radio` where one takes the place of another.
pub(crate) fn spot(
    class: Classes,
    role: &'static str,
    said: String,
    chosen: bool,
    toggle: Callback<()>,
    drawn: Html,
) -> Html {
    let onclick = toggle.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            toggle.emit(());
        }
    });
    html! {
        <g {class} {role} tabindex="0" aria-checked={chosen.to_string()} aria-label={said.clone()} {onclick} {onkeydown}>
            <title>{ said }</title>
            { drawn }
        </g>
    }
}
