//! What the visitor keeps: the star of an offer, the way to those kept, and what can be done with a list of offers.

use crate::state::{Action, Copied, Shelf, State};
use crate::view::awaited::awaited;
use crate::view::markup::{button, element, nothing, said, words};
use crate::view::offer::actions::copy;
use crate::view::offer::others::list;
use crate::view::writing::{NBSP, Noun, OFFER};
use crate::view::{icons, title};
use tremplin_engine::offer::Offer;
use yew::prelude::*;

/// The button that keeps an offer, or no longer.
pub(crate) fn star(
    state: &State,
    offer: &Offer,
    class: &'static str,
    send: &Callback<Action>,
) -> Html {
    let about = words("span", "unseen", "\u{a0}: ".to_owned() + title(offer));
    let name = element("span", "", vec![said(state.lang.say("Garder", "Keep")), about]);
    let keep = Action::Keep(offer.id.clone());
    button(class, keep, Some(state.kept.holds(&offer.id)), vec![icons::star(), name], send)
}

/// The way to the offers kept, once there are any; « ★ Mes offres · 3 ».
pub(crate) fn mine(state: &State, send: &Callback<Action>) -> Html {
    let there = state.shelf == Shelf::Kept;
    if state.kept.is_empty() && !there {
        return nothing();
    }
    let to = if there { Shelf::All } else { Shelf::Kept };
    let name = element("span", "", vec![said(state.lang.say("Mes offres", "My offers"))]);
    let mut count = NBSP.to_string();
    count += &state.lang.number(state.kept.len() as f64);
    button(
        "mine",
        Action::Shelve(to),
        Some(there),
        vec![icons::star(), name, Html::from(count)],
        send,
    )
}

crate::late! { Late:
    "06" fn above(state: &State, can_copy: bool, send: &Callback<Action>) -> Html = description;
    "07" fn told(state: &State, link: &Callback<String, AttrValue>, send: &Callback<Action>) -> Html = all_notices;
}

/// What stands above a list of some offers: what it is, and what can be done with it.
pub(crate) fn shelf(state: &State, can_copy: bool, send: &Callback<Action>) -> Html {
    match state.shelf {
        Shelf::All => nothing(),
        _ => awaited(state, send, above(state, can_copy, send)),
    }
}

fn description(state: &State, can_copy: bool, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let kept = state.shelf == Shelf::Kept;
    let (what, named) = match &state.shelf {
        Shelf::All => return nothing(),
        Shelf::Kept => (
            lang.say(
                "Vos offres, gardées dans ce navigateur seulement.",
                "Your offers, kept in this browser only.",
            ),
            state.kept.len(),
        ),
        Shelf::Given(ids) => {
            (lang.say("Une liste reçue par un lien.", "A list that came by a link."), ids.len())
        }
    };
    let lost = named - state.among().map_or(named, |among| among.len());
    const GONE: Noun = [
        "offre n’est plus là.",
        "offres ne sont plus là.",
        "offer is no longer there.",
        "offers are no longer there.",
    ];
    let mut told = what.to_owned();
    if lost > 0 {
        told.push(' ');
        told += &lang.plural(lost, GONE);
    }
    let tool = |icon: Html, name: Html, action: Action| {
        button("tool", action, None, vec![icon, name], send)
    };
    let all = said(lang.say("Toutes les offres", "All offers"));
    let mut tools = vec![tool(icons::back(), all, Action::Shelve(Shelf::All))];
    if state.total() > 1 {
        tools.push(tool(icons::columns(), Html::from(compare(state)), Action::Compare));
    }
    if can_copy && state.total() > 0 {
        let name = lang.say("Copier le lien de cette liste", "Copy the link of this list");
        tools.push(copy(state, Copied::List, "tool", name, send));
    }
    if kept && !state.kept.is_empty() {
        let name = said(lang.say("Tout oublier", "Forget all"));
        tools.push(tool(icons::cross(), name, Action::Forget));
    }
    element("div", "shelf", vec![words("p", "", told), element("div", "tools", tools)])
}

/// « Comparer », « Comparer 2 offres »
fn compare(state: &State) -> String {
    let mut words = state.lang.say("Comparer", "Compare").to_owned();
    if state.picked.len() > 1 {
        words.push(' ');
        words += &state.lang.plural(state.picked.len(), OFFER);
    }
    words
}

/// What a visitor must know: that an address leads nowhere any more, that nothing is stored here.
pub(crate) fn notices(
    state: &State,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    if state.missing.is_none() && !state.fleeting {
        return nothing();
    }
    told(state, link, send)
}

fn all_notices(state: &State, link: &Callback<String, AttrValue>, send: &Callback<Action>) -> Html {
    let mut all = Vec::new();
    if let Some(missing) = &state.missing {
        let mut parts = vec![element("p", "", vec![said(gone(state))])];
        if !missing.nearest.is_empty() {
            let near = said(state.lang.say("Au plus près\u{a0}:", "Closest to it:"));
            parts.push(element("p", "", vec![near]));
            parts.push(list(state, &missing.nearest, link, send));
        }
        all.push(element("div", "notice missing", parts));
    }
    if state.fleeting && !state.kept.is_empty() {
        all.push(element("p", "notice", vec![said(fleeting(state))]));
    }
    all.into_iter().collect()
}

/// Why the offer that was asked for does not open.
pub(crate) fn gone(state: &State) -> &'static str {
    state.lang.say(
        "L’offre demandée n’est plus là, ou son adresse est incomplète.",
        "The offer you asked for is no longer there, or its address is incomplete.",
    )
}

/// Why what is kept does not last.
pub(crate) fn fleeting(state: &State) -> &'static str {
    state.lang.say(
        "Ce navigateur n’enregistre rien pour ce site\u{a0}: vos offres ne sont gardées que le temps de cette visite.",
        "This browser stores nothing for this site: your offers are kept for this visit only.",
    )
}
