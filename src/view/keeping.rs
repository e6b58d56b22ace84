//! What the visitor keeps: the star of an offer, the way to those kept, and what can be done with a list of offers.

use crate::state::{Action, Copied, Kept, Shelf, State};
use crate::view::offer::actions::{button, copy};
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
    let id = offer.id.clone();
    let keep = send.reform(move |_: MouseEvent| Action::Keep(id.clone()));
    let mut about = "\u{a0}: ".to_owned();
    about += title(offer);
    let words = html! {
        <>{ icons::star() }<span>{ state.lang.say("Garder", "Keep") }<span class="unseen">{ about }</span></span></>
    };
    button(class, keep, Some(state.kept.holds(&offer.id)), words)
}

/// The way to the offers kept, once there are any; « ★ Mes offres · 3 ».
pub(crate) fn mine(state: &State, send: &Callback<Action>) -> Html {
    let there = state.shelf == Shelf::Kept;
    if state.kept.is_empty() && !there {
        return html! {};
    }
    let to = if there { Shelf::All } else { Shelf::Kept };
    let go = send.reform(move |_: MouseEvent| Action::Shelve(to.clone()));
    let mut count = NBSP.to_string();
    count += &state.lang.number(state.kept.len() as f64);
    let words = html! {
        <>{ icons::star() }<span>{ state.lang.say("Mes offres", "My offers") }</span>{ count }</>
    };
    button("mine", go, Some(there), words)
}

/// What stands above a list of some offers: what it is, and what can be done with it.
pub(crate) fn shelf(state: &State, can_copy: bool, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let kept = state.shelf == Shelf::Kept;
    let (words, named) = match &state.shelf {
        Shelf::All => return html! {},
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
    let gone = (lost > 0).then(|| " ".to_owned() + &lang.plural(lost, GONE));
    let act = |action: Action| send.reform(move |_: MouseEvent| action.clone());
    let tool = |icon: Html, words: &'static str, action: Action| {
        button("tool", act(action), None, html! { <>{ icon }{ words }</> })
    };
    let link = lang.say("Copier le lien de cette liste", "Copy the link of this list");
    let all = lang.say("Toutes les offres", "All offers");
    html! {
        <div class="shelf">
            <p>{ words }{ gone }</p>
            <div class="tools">
                { tool(icons::back(), all, Action::Shelve(Shelf::All)) }
                if state.total() > 1 {
                    { button("tool", act(Action::Compare), None, html! { <>{ icons::columns() }{ compare(state) }</> }) }
                }
                if can_copy && state.total() > 0 {
                    { copy(state, Copied::List, "tool", link, send) }
                }
                if kept && *state.kept != Kept::default() {
                    { tool(icons::cross(), lang.say("Tout oublier", "Forget all"), Action::Forget) }
                }
            </div>
        </div>
    }
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
    let lang = state.lang;
    html! {
        <>
            if let Some(missing) = &state.missing {
                <div class="notice missing">
                    <p>{ gone(state) }</p>
                    if !missing.nearest.is_empty() {
                        <p>{ lang.say("Au plus près\u{a0}:", "Closest to it:") }</p>
                        { list(state, &missing.nearest, link, send) }
                    }
                </div>
            }
            if state.fleeting && !state.kept.is_empty() {
                <p class="notice">{ fleeting(state) }</p>
            }
        </>
    }
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
