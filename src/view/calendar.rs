//! When posts start and until when one can apply: a bar a month, each a filter, and the same as tables.

use crate::state::{Action, Choice, Lang, State};
use crate::view::spot::spot;
use crate::view::writing::{Length, NBSP, OFFER};
use tremplin_engine::calendar::{Date, When};
use tremplin_engine::offer::Offer;
use tremplin_engine::query::{Bounds, Facet, Filters};
use yew::prelude::*;

/// How wide a month is, how tall the tallest bar, and what is above and below it, in pixels.
const WIDTH: usize = 30;
const TALLEST: u32 = 72;
const ABOVE: u32 = 20;
const BELOW: u32 = 40;
/// So many months in a row without an offer are drawn as one gap, at least.
const LONG_GAP: usize = 3;

/// Both charts.
pub(crate) fn calendar(state: &State, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    html! {
        <div class="calendar">
            { chart(state, Facet::Start, lang.say("Débuts", "Starts"), send) }
            { chart(state, Facet::Deadline, lang.say("Dates limites", "Deadlines"), send) }
        </div>
    }
}

/// Months counted from the year 0.
fn number(year: u16, month: u8) -> usize {
    usize::from(year) * 12 + usize::from(month) - 1
}

/// The month of that number.
fn month(number: usize) -> Option<When> {
    When::month(u16::try_from(number / 12).ok()?, (number % 12) as u8 + 1)
}

/// The month in which what the facet tells of an offer falls.
fn month_of(offer: &Offer, facet: Facet) -> Option<usize> {
    let day: Date = match facet {
        Facet::Start => offer.start.and_then(|start| start.from.or(start.to))?.first_day(),
        _ => offer.deadline?,
    };
    Some(number(day.year(), day.month()))
}

/// Each month from the first to the last that any offer names, with how many do, under all other filters.
fn counts(state: &State, facet: Facet) -> (usize, Vec<u32>) {
    let mut query = state.query.clone();
    query.filters.clear(facet);
    let all = state.catalogue.offers().len();
    let answer = state.catalogue.answer(&query, state.among().as_deref(), state.today, all);
    let months: Vec<usize> =
        answer.hits.iter().filter_map(|hit| month_of(state.offer(hit.offer), facet)).collect();
    let (Some(&first), Some(&last)) = (months.iter().min(), months.iter().max()) else {
        return (0, Vec::new());
    };
    let mut counts = vec![0; last - first + 1];
    months.iter().for_each(|month| counts[month - first] += 1);
    (first, counts)
}

/// The columns to draw: each month with its count, `None` for a long run of months without an offer.
fn shown(first: usize, counts: &[u32]) -> Vec<Option<(usize, u32)>> {
    let mut shown = Vec::new();
    let mut at = 0;
    while at < counts.len() {
        let empty = counts[at..].iter().take_while(|count| **count == 0).count();
        if empty >= LONG_GAP {
            shown.push(None);
            at += empty;
        } else {
            shown.push(Some((first + at, counts[at])));
            at += 1;
        }
    }
    shown
}

/// What choosing a month asks.
fn asking(facet: Facet, month: When) -> Filters {
    let days = Bounds { least: Some(month.first_day()), most: Some(month.last_day()) };
    let mut filters = Filters::default();
    match facet {
        Facet::Start => filters.start = days,
        _ => filters.deadline = days,
    }
    filters
}

fn chart(state: &State, facet: Facet, title: &'static str, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let (first, counts) = counts(state, facet);
    if counts.is_empty() {
        return html! {};
    }
    let most = counts.iter().copied().max().unwrap_or(1);
    let shown = shown(first, &counts);
    let width = shown.len() * WIDTH;
    let height = ABOVE + TALLEST + BELOW;
    let bar = |(place, column): (usize, &Option<(usize, u32)>)| {
        let middle = (place * WIDTH + WIDTH / 2).to_string();
        let month = column.and_then(|(number, count)| Some((number, count, month(number)?)));
        let Some((number, count, when)) = month else {
            return html! { <g class="spot" aria-hidden="true"><text x={middle} y={(ABOVE + TALLEST + 12).to_string()}>{ "⋯" }</text></g> };
        };
        let chosen = match facet {
            Facet::Start => state.query.filters.start == asking(facet, when).start,
            _ => state.query.filters.deadline == asking(facet, when).deadline,
        };
        let tall = count * TALLEST / most;
        let (x, top) = (place * WIDTH, ABOVE + TALLEST - tall);
        let drawn = html! {
            <>
                <rect class="ground" x={x.to_string()} y="0" width={WIDTH.to_string()} height={height.to_string()} />
                <rect x={(x + 4).to_string()} y={top.to_string()} width={(WIDTH - 8).to_string()} height={tall.to_string()} rx="3" />
                if count > 0 {
                    <text class="count" x={middle.clone()} y={(top - 9).to_string()}>{ count }</text>
                }
                <text x={middle.clone()} y={(ABOVE + TALLEST + 12).to_string()}>{ lang.initial(when) }</text>
                if place == 0 || number % 12 == 0 || shown[place - 1].is_none() {
                    <text class="year" x={middle} y={(ABOVE + TALLEST + 30).to_string()}>{ number / 12 }</text>
                }
            </>
        };
        if count == 0 && !chosen {
            return html! { <g class="spot" aria-hidden="true">{ drawn }</g> };
        }
        let said = lang.when(when, Length::Whole)
            + lang.say("\u{a0}: ", ": ")
            + &lang.plural(count as usize, OFFER);
        let toggle = send
            .reform(move |()| Action::Toggle(Choice::Bounds(facet, Box::new(asking(facet, when)))));
        spot(
            classes!("spot", "some", chosen.then_some("chosen")),
            "radio",
            said,
            chosen,
            toggle,
            drawn,
        )
    };
    let now = number(state.today.year(), state.today.month());
    let today =
        shown.iter().position(|column| matches!(column, Some((number, _)) if *number == now));
    html! {
        <figure key={title}>
            <figcaption>{ title }</figcaption>
            <div class="months" tabindex="-1">
                <svg width={(width + 10).to_string()} height={height.to_string()} role="radiogroup" aria-label={title}>
                    { for shown.iter().enumerate().map(bar) }
                    if let Some(place) = today {
                        <path class="today" d={format!("M{} 4v{}", place * WIDTH + WIDTH / 2, ABOVE + TALLEST)} />
                    }
                </svg>
            </div>
            { table(lang, title, first, &counts) }
        </figure>
    }
}

/// The same counts, to be read.
fn table(lang: Lang, title: &'static str, first: usize, counts: &[u32]) -> Html {
    let rows = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    html! {
        <details>
            <summary>{ lang.say("Les mêmes nombres en tableau", "The same numbers as a table") }</summary>
            <table>
                <thead><tr><th scope="col">{ title }</th><th scope="col">{ lang.say("Offres", "Offers") }</th></tr></thead>
                <tbody>
                    { for rows.map(|(at, count)| html! {
                        <tr>
                            <th scope="row">{ month(first + at).map(|when| lang.when(when, Length::Whole)) }</th>
                            <td>{ *count }{ NBSP }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn long_runs_of_nothing_are_a_gap() {
        let columns = shown(10, &[1, 0, 0, 2, 0, 0, 0, 0, 3]);
        let month = |number, count| Some((number, count));
        assert_eq!(
            columns,
            [month(10, 1), month(11, 0), month(12, 0), month(13, 2), None, month(18, 3)]
        );
    }
}
