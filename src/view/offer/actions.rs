//! What can be done with an offer: apply, pass it on, take it along.

use crate::state::{Action, Copied, Lang, State, reminder};
use crate::view::keeping::star;
use crate::view::offer::Here;
use crate::view::{icons, links, title};
use tremplin_engine::offer::{Offer, Status};
use yew::prelude::*;

/// How to apply, and how to pass the offer on.
pub(super) fn actions(
    state: &State,
    offer: &Offer,
    status: Status,
    here: &Here,
    send: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    let label = match status {
        Status::Open => lang.say("Postuler par e-mail", "Apply by e-mail"),
        _ => lang.say("Écrire au recruteur", "Write to the recruiter"),
    };
    let class = if status == Status::Open { "apply strong" } else { "apply plain" };
    html! {
        <div class="actions">
            if !offer.apply_emails.is_empty() {
                <a {class} part="bouton" rel="noopener noreferrer" href={links::letter(offer, here.url.as_deref())}>
                    { icons::letter() }{ label }
                </a>
            }
            { star(state, offer, "plain", send) }
            { pass_on(state, here, send) }
        </div>
    }
}

/// Where to write and where the offer is read, for those who hold it on paper.
pub(super) fn on_paper(lang: Lang, offer: &Offer, here: &Here) -> Html {
    let mut lines: Vec<String> = Vec::new();
    if !offer.apply_emails.is_empty() {
        lines.push(
            lang.say("Candidature\u{a0}: ", "Apply to: ").to_owned()
                + &offer.apply_emails.join(", "),
        );
    }
    lines.extend(here.url.clone());
    html! { <div class="on-paper">{ for lines.into_iter().map(|line| html! { <p>{ line }</p> }) }</div> }
}

/// By what the device has for it, or else by the clipboard.
fn pass_on(state: &State, here: &Here, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let words = lang.say("Copier le lien", "Copy the link");
    match (here.url.is_some(), here.can_share, copied(state, Copied::Link)) {
        (true, true, None) => {
            let share = send.reform(|_: MouseEvent| Action::Share);
            let label = html! { <span>{ lang.say("Partager", "Share") }</span> };
            button("plain", share, None, html! { <>{ icons::share() }{ label }</> })
        }
        (true, ..) if here.can_copy => copy(state, Copied::Link, "plain", words, send),
        _ => html! {},
    }
}

/// What else can be done with the offer, in a quieter voice.
pub(super) fn tools(
    state: &State,
    offer: &Offer,
    original: bool,
    here: &Here,
    send: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    let address = match offer.apply_emails.len() {
        1 => lang.say("Copier l’adresse", "Copy the address"),
        _ => lang.say("Copier les adresses", "Copy the addresses"),
    };
    let print = send.reform(|_: MouseEvent| Action::Print);
    let toggle = send.reform(move |_: MouseEvent| Action::Original(!original));
    html! {
        <div class="tools">
            if here.can_copy && !offer.apply_emails.is_empty() {
                { copy(state, Copied::Addresses, "tool", address, send) }
            }
            { date(state, offer, here) }
            { button("tool", print, None, html! { <>{ icons::print() }{ lang.say("Imprimer", "Print") }</> }) }
            { button("tool", toggle, Some(original), html! { <>{ icons::text() }{ lang.say("Texte d’origine", "Original text") }</> }) }
        </div>
    }
}

/// The deadline, for the visitor's calendar.
fn date(state: &State, offer: &Offer, here: &Here) -> Html {
    let summary = "Date limite\u{a0}: ".to_owned() + title(offer);
    match reminder(offer, &summary, here.url.as_deref(), state.today) {
        Some(file) => html! {
            <a class="tool" download={offer.id.clone() + ".ics"} href={links::file("text/calendar", &file)}>
                { icons::date() }{ state.lang.say("À mon agenda", "To my calendar") }
            </a>
        },
        None => html! {},
    }
}

/// A button that copies, and then says whether it did.
pub(crate) fn copy(
    state: &State,
    what: Copied,
    class: &'static str,
    words: &'static str,
    send: &Callback<Action>,
) -> Html {
    let (lang, done) = (state.lang, copied(state, what));
    let words = match done {
        None => words,
        Some(true) => lang.say("Copié", "Copied"),
        Some(false) => lang.say("Copie refusée par le navigateur", "The browser refused to copy"),
    };
    let icon = match (done, what) {
        (Some(true), _) => icons::done(),
        (_, Copied::Link | Copied::List) => icons::link(),
        _ => icons::copy(),
    };
    let onclick = send.reform(move |_: MouseEvent| Action::Copy(what));
    button(class, onclick, None, html! { <>{ icon }<span>{ words }</span></> })
}

fn copied(state: &State, what: Copied) -> Option<bool> {
    state.copied.filter(|(copied, _)| *copied == what).map(|(_, done)| done)
}

/// A button; one that stays pressed says whether it is.
pub(crate) fn button(
    class: &'static str,
    onclick: Callback<MouseEvent>,
    pressed: Option<bool>,
    content: Html,
) -> Html {
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! { <button type="button" {class} part="bouton" {onclick} aria-pressed={pressed}>{ content }</button> }
}
