//! Offers side by side: a fact a row, an offer a column.

use crate::state::{Action, State};
use crate::texts;
use crate::view::links::to_offer;
use crate::view::offer::actions::button;
use crate::view::offer::table::values;
use crate::view::writing::{Length, no_break};
use crate::view::{facts, icons, title};
use tremplin_engine::offer::{Field, Offer};
use yew::prelude::*;

/// Longest words of the source, in characters, that stand for a value.
const SHORT_WORDS: usize = 60;

/// The comparison, under a heading of level `level`.
pub fn compare(
    state: &State,
    level: u8,
    link: &Callback<String, AttrValue>,
    send: &Callback<Action>,
) -> Html {
    let lang = state.lang;
    let close = send.reform(|_: MouseEvent| Action::Close);
    let offers: Vec<&Offer> = state.picked.iter().map(|&place| state.offer(place)).collect();
    let mut rows: Vec<Html> = Vec::new();
    let mut row = |name: &'static str, cells: Vec<Option<Html>>| {
        if cells.iter().any(Option::is_some) {
            let silent =
                || html! { <span class="silent">{ lang.say("non précisé", "not stated") }</span> };
            rows.push(html! {
                <tr>
                    <th scope="row">{ name }</th>
                    { for cells.into_iter().map(|cell| html! { <td>{ cell.unwrap_or_else(silent) }</td> }) }
                </tr>
            });
        }
    };
    let who = |offer: &&Offer| offer.organisation.as_deref().map(|name| Html::from(no_break(name)));
    row(lang.say("Recruteur", "Recruiter"), offers.iter().map(who).collect());
    let status = |offer: &&Offer| {
        let status = offer.status(state.today);
        let (tone, said) = facts::status(lang, offer, status, state.today, Length::Short);
        Some(html! { <span class={tone.class()}>{ said }</span> })
    };
    row(lang.say("Statut", "Status"), offers.iter().map(status).collect());
    let columns: Vec<_> = offers.iter().map(|offer| values(lang, offer)).collect();
    for at in 0..columns.first().map_or(0, Vec::len) {
        let cells = columns.iter().zip(&offers).map(|(values, offer)| {
            let (_, value, field) = &values[at];
            match value {
                Some(value) => Some(Html::from(value.clone())),
                None => field.and_then(|field| said(offer, field)),
            }
        });
        row(columns[0][at].0, cells.collect());
    }
    let heads = state.picked.iter().zip(&offers).map(|(&place, offer)| {
        let remove = send.reform(move |_: MouseEvent| Action::Pick(place));
        let words = html! {
            <>{ icons::cross() }<span class="unseen">{ lang.say("Retirer\u{a0}: ", "Remove: ") }{ title(offer) }</span></>
        };
        html! {
            <th scope="col">
                { button("remove", remove, None, words) }
                { to_offer(&offer.id, "", Action::Open, Html::from(no_break(title(offer))), link, send) }
            </th>
        }
    });
    html! {
        <section class="compare" aria-labelledby="comparison">
            { button("tool", close, None, html! { <>{ icons::back() }{ lang.say("Retour à la liste", "Back to the list") }</> }) }
            <@{format!("h{level}")} id="comparison" tabindex="-1">{ lang.say("Comparaison", "Comparison") }</@>
            <div class="sideways" role="region" tabindex="0" aria-labelledby="comparison">
                <table>
                    <thead><tr><td></td>{ for heads }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

/// The source's words, where they state no value and are short.
fn said(offer: &Offer, field: Field) -> Option<Html> {
    let words = texts::words(offer, field)?;
    let short = words.chars().count() <= SHORT_WORDS;
    short.then(|| html! { <q>{ no_break(words) }</q> })
}
