//! The few signs of the interface, drawn; each stands beside its word or inside a named button.

use yew::prelude::*;

fn icon(paths: Html) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
            { paths }
        </svg>
    }
}

/// A magnifying glass.
pub(crate) fn search() -> Html {
    icon(html! { <><circle cx="11" cy="11" r="6.5" /><path d="m16 16 5 5" /></> })
}

/// A cross.
pub(crate) fn cross() -> Html {
    icon(html! { <path d="M6 6l12 12M18 6L6 18" /> })
}

/// A tick.
pub(crate) fn done() -> Html {
    icon(html! { <path d="m5 13 4.5 4.5L19 7" /> })
}

/// An arrow down.
pub(crate) fn down() -> Html {
    icon(html! { <path d="m6 9 6 6 6-6" /> })
}

/// An arrow back.
pub(crate) fn back() -> Html {
    icon(html! { <path d="M19 12H5m6-7-7 7 7 7" /> })
}

/// Sliders.
pub(crate) fn filters() -> Html {
    icon(
        html! { <><path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.5" /><circle cx="8" cy="17" r="2.5" /></> },
    )
}

/// Where one stands.
pub(crate) fn here() -> Html {
    icon(
        html! { <><circle cx="12" cy="12" r="3" /><circle cx="12" cy="12" r="7.5" /><path d="M12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3" /></> },
    )
}

/// Lines close to each other.
pub(crate) fn lines() -> Html {
    icon(html! { <path d="M4 6h16M4 10h16M4 14h16M4 18h16" /> })
}

/// Two links of a chain.
pub(crate) fn link() -> Html {
    icon(
        html! { <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-.8.8M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l.8-.8" /> },
    )
}

/// An envelope.
pub(crate) fn letter() -> Html {
    icon(html! { <><path d="M4 6h16v12H4z" /><path d="m4 7 8 6 8-6" /></> })
}
