//! The few signs of the interface, drawn; each stands beside its word or inside a named button.

use yew::prelude::*;

fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}

/// A magnifying glass.
pub(crate) fn search() -> Html {
    icon("M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM16 16l5 5")
}

/// A cross.
pub(crate) fn cross() -> Html {
    icon("M6 6l12 12M18 6L6 18")
}

/// A tick.
pub(crate) fn done() -> Html {
    icon("m5 13 4.5 4.5L19 7")
}

/// An arrow down.
pub(crate) fn down() -> Html {
    icon("m6 9 6 6 6-6")
}

/// An arrow back.
pub(crate) fn back() -> Html {
    icon("M19 12H5m6-7-7 7 7 7")
}

/// Sliders.
pub(crate) fn filters() -> Html {
    icon(
        "M4 7h9M19 7h1M4 17h1M11 17h9M18.5 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM10.5 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
    )
}

/// Where one stands.
pub(crate) fn here() -> Html {
    icon(
        "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM19.5 12a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3",
    )
}

/// Lines close to each other.
pub(crate) fn lines() -> Html {
    icon("M4 6h16M4 10h16M4 14h16M4 18h16")
}

/// Two links of a chain.
pub(crate) fn link() -> Html {
    icon(
        "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-.8.8M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l.8-.8",
    )
}

/// An envelope.
pub(crate) fn letter() -> Html {
    icon("M4 6h16v12H4zM4 7l8 6 8-6")
}

/// An arrow forth.
pub(crate) fn forth() -> Html {
    icon("M5 12h14m-6-7 7 7-7 7")
}

/// Something that leaves its box.
pub(crate) fn share() -> Html {
    icon("M12 15V3.5m-4.5 4L12 3l4.5 4.5M7 11H5v10h14V11h-2")
}

/// Two sheets.
pub(crate) fn copy() -> Html {
    icon("M9 9h11v11H9zM5 15H4V4h11v1")
}

/// A printer.
pub(crate) fn print() -> Html {
    icon("M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z")
}

/// A star.
pub(crate) fn star() -> Html {
    icon("m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9-4.3-4.1 5.9-.8z")
}

/// Three columns.
pub(crate) fn columns() -> Html {
    icon("M4 4.5h16v15H4zM9.3 4.5v15M14.7 4.5v15")
}

/// Lines of words.
pub(crate) fn text() -> Html {
    icon("M4 6h16M4 10.5h16M4 15h16M4 19.5h9")
}

/// A page of a calendar.
pub(crate) fn date() -> Html {
    icon("M4 6h16v14.5H4zM4 10.5h16M8 3v4m8-4v4")
}
