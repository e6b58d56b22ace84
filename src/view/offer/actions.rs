//! What can be done with an offer: apply, pass it on, take it along.

use crate::state::{Action, Copied, Lang, State, reminder};
use crate::view::keeping::star;
use crate::view::markup::{button, element, nothing, said, words};
use crate::view::offer::Here;
use crate::view::{icons, links, title};
use tremplin_engine::calendar::Date;
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
    let mut all: Vec<Html> =
        apply(state.lang, offer, status, here.url.as_deref()).into_iter().collect();
    all.push(star(state, offer, "plain", send));
    all.push(pass_on(state, here, send));
    element("div", "actions", all)
}

/// The letter that applies for the offer, read at `url`, where one can.
pub(super) fn apply(lang: Lang, offer: &Offer, status: Status, url: Option<&str>) -> Option<Html> {
    let (label, class) = match status {
        Status::Open => (lang.say("Postuler par e-mail", "Apply by e-mail"), "apply strong"),
        _ => (lang.say("Écrire au recruteur", "Write to the recruiter"), "apply plain"),
    };
    (!offer.apply_emails.is_empty()).then(|| {
        html! {
            <a {class} part="bouton" rel="noopener noreferrer" href={links::letter(offer, url)}>
                { icons::letter() }{ label }
            </a>
        }
    })
}

/// Where to write and where the offer is read, for those who hold it on paper.
pub(super) fn on_paper(lang: Lang, offer: &Offer, here: &Here) -> Html {
    let mut lines = Vec::new();
    if !offer.apply_emails.is_empty() {
        let to = lang.say("Candidature\u{a0}: ", "Apply to: ").to_owned();
        lines.push(words("p", "", to + &offer.apply_emails.join(", ")));
    }
    lines.extend(here.url.clone().map(|url| words("p", "", url)));
    element("div", "on-paper", lines)
}

/// By what the device has for it, or else by the clipboard.
fn pass_on(state: &State, here: &Here, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let link = lang.say("Copier le lien", "Copy the link");
    match (here.url.is_some(), here.can_share, copied(state, Copied::Link)) {
        (true, true, None) => {
            let label = element("span", "", vec![said(lang.say("Partager", "Share"))]);
            button("plain", Action::Share, None, vec![icons::share(), label], send)
        }
        (true, ..) if here.can_copy => copy(state, Copied::Link, "plain", link, send),
        _ => nothing(),
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
    let mut all = Vec::new();
    if here.can_copy && !offer.apply_emails.is_empty() {
        all.push(copy(state, Copied::Addresses, "tool", address, send));
    }
    all.push(date(state, offer, here));
    let print = said(lang.say("Imprimer", "Print"));
    all.push(button("tool", Action::Print, None, vec![icons::print(), print], send));
    let text = said(lang.say("Texte d’origine", "Original text"));
    let toggle = Action::Original(!original);
    all.push(button("tool", toggle, Some(original), vec![icons::text(), text], send));
    element("div", "tools", all)
}

/// The deadline, for the visitor's calendar.
fn date(state: &State, offer: &Offer, here: &Here) -> Html {
    match deadline(offer, here.url.as_deref(), state.today) {
        Some(file) => html! {
            <a class="tool" download={offer.id.clone() + ".ics"} href={links::file("text/calendar", &file)}>
                { icons::date() }{ state.lang.say("À mon agenda", "To my calendar") }
            </a>
        },
        None => nothing(),
    }
}

/// The deadline as a calendar's file, if it is ahead.
pub(super) fn deadline(offer: &Offer, url: Option<&str>, today: Date) -> Option<String> {
    reminder(offer, &("Date limite\u{a0}: ".to_owned() + title(offer)), url, today)
}

/// A button that copies, and then says whether it did.
pub(crate) fn copy(
    state: &State,
    what: Copied,
    class: &'static str,
    name: &'static str,
    send: &Callback<Action>,
) -> Html {
    let (lang, done) = (state.lang, copied(state, what));
    let name = match done {
        None => name,
        Some(true) => lang.say("Copié", "Copied"),
        Some(false) => lang.say("Copie refusée par le navigateur", "The browser refused to copy"),
    };
    let icon = match (done, what) {
        (Some(true), _) => icons::done(),
        (_, Copied::Link | Copied::List) => icons::link(),
        _ => icons::copy(),
    };
    button(class, Action::Copy(what), None, vec![icon, element("span", "", vec![said(name)])], send)
}

fn copied(state: &State, what: Copied) -> Option<bool> {
    state.copied.filter(|(copied, _)| *copied == what).map(|(_, done)| done)
}
