//! Offers side by side: a fact a row, an offer a column.

use crate::state::{Action, State};
use crate::texts;
use crate::view::awaited::awaited;
use crate::view::links::to_offer;
use crate::view::markup::{button, element, said, words};
use crate::view::offer::table::values;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, heading, icons, title};
use tremplin_engine::offer::{Field, Offer};
use yew::prelude::*;

/// Longest words of the source, in characters, that stand for a value.
const SHORT_WORDS: usize = 60;

crate::late! { Late:
    "02" fn table(state: &State, link: &Callback<String, AttrValue>, send: &Callback<Action>) -> Html = side_by_side;
}

/// The comparison, under a heading of level `level`.
pub fn compare(
    state: &State,
    level: u8,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    let name = said(lang.say("Retour à la liste", "Back to the list"));
    html! {
        <div class="compare">
            { button("tool", Action::Close, None, vec![icons::back(), name], send) }
            <@{heading(level)} id="comparison" tabindex="-1">{ lang.say("Comparaison", "Comparison") }</@>
            <div class="sideways" role="region" tabindex="0" aria-labelledby="comparison">
                { awaited(state, send, table(state, link, send)) }
            </div>
        </div>
    }
}

fn side_by_side(
    state: &State,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    let offers: Vec<&Offer> = state.picked.iter().map(|&place| state.offer(place)).collect();
    let mut rows: Vec<Html> = Vec::new();
    let mut row = |name: &'static str, cells: Vec<Option<Html>>| {
        if cells.iter().any(Option::is_some) {
            let mut all = vec![html! { <th scope="row">{ name }</th> }];
            for cell in cells {
                let silent =
                    || element("span", "silent", vec![said(lang.say("non précisé", "not stated"))]);
                all.push(element("td", "", vec![cell.unwrap_or_else(silent)]));
            }
            rows.push(element("tr", "", all));
        }
    };
    let who = |offer: &&Offer| offer.organisation.as_deref().map(|name| Html::from(no_break(name)));
    row(lang.say("Recruteur", "Recruiter"), offers.iter().map(who).collect());
    let status = |offer: &&Offer| {
        let status = offer.status(state.today);
        let (tone, said) = facts::status(lang, offer, status, state.today, Length::Short);
        Some(words("span", tone.class(), said))
    };
    row(lang.say("Statut", "Status"), offers.iter().map(status).collect());
    let columns: Vec<_> = offers.iter().map(|offer| values(lang, offer)).collect();
    for at in 0..columns.first().map_or(0, Vec::len) {
        let cells = columns.iter().zip(&offers).map(|(values, offer)| {
            let (_, value, field) = &values[at];
            match value {
                Some(value) => Some(Html::from(value.clone())),
                None => field.and_then(|field| stated(offer, field)),
            }
        });
        row(columns[0][at].0, cells.collect());
    }
    let mut heads = vec![element("td", "", Vec::new())];
    for (&place, offer) in state.picked.iter().zip(&offers) {
        let about = lang.say("Retirer\u{a0}: ", "Remove: ").to_owned() + title(offer);
        let icon = vec![icons::cross(), words("span", "unseen", about)];
        let remove = button("remove", Action::Pick(place), None, icon, send);
        let name = vec![Html::from(no_break(title(offer)))];
        let open = to_offer(&offer.id, "", Action::Open, name, link, send);
        heads.push(html! { <th scope="col">{ remove }{ open }</th> });
    }
    let heads = element("thead", "", vec![element("tr", "", heads)]);
    element("table", "", vec![heads, element("tbody", "", rows)])
}

/// The source's words, where they state no value and are short.
fn stated(offer: &Offer, field: Field) -> Option<Html> {
    let source = texts::words(offer, field)?;
    let short = source.chars().count() <= SHORT_WORDS;
    short.then(|| words("q", "", no_break(source)))
}
