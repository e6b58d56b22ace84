//! What is paid, as a chart over the slider that asks for the least.

use crate::state::{Action, State};
use crate::view::writing::{NBSP, OFFER};
use tremplin_engine::calendar::Date;
use tremplin_engine::query::Facet;
use tremplin_engine::search::PAY_STEP;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The slider's step, in euros a month.
const STEP: u32 = 50;
/// So few amounts make no chart.
const FEW: u32 = 3;
/// How wide a bar is and how tall the tallest, in units of the drawing.
const WIDTH: usize = 10;
const TALLEST: u32 = 40;
/// Hundredths of hours in a month of weeks of thirty-five: as what offers pay by the hour is counted.
const HOURS: u32 = 15_167;
/// The hourly ceiling of Social Security by year, in euros, of which an intern is owed fifteen hundredths (Code de l'éducation,
/// articles L124-6 and D124-8; the ceilings are fixed by decree each year).
const CEILINGS: [(u16, u32); 4] = [(2023, 27), (2024, 29), (2025, 29), (2026, 30)];

/// The chart and the slider, when enough offers state an amount.
pub(super) fn scale(state: &State, send: &Callback<Action>) -> Html {
    let lang = state.lang;
    let bars = &state.answer.facets.pay;
    if state.answer.facets.paid[1] < FEW {
        return html! {};
    }
    let most = bars.iter().copied().max().unwrap_or(1);
    let top = bars.len() as u32 * PAY_STEP;
    let least = state.query.filters.least_pay.unwrap_or(0);
    let said = lang.number(least.into()) + "\u{a0}€\u{a0}· " + &lang.plural(state.total(), OFFER);
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            if let Some(slider) = event.target_dyn_into::<HtmlInputElement>() {
                let value = slider.value();
                let value = if value == "0" { String::new() } else { value };
                send.emit(Action::Set(Facet::Pay.word(), value));
            }
        })
    };
    let legal = legal_minimum(state.today).filter(|&legal| legal < top);
    let at = |euros: u32| (euros as usize * WIDTH / PAY_STEP as usize).to_string();
    html! {
        <div class="scale">
            <svg viewBox={format!("0 0 {} {TALLEST}", bars.len() * WIDTH)} preserveAspectRatio="none" aria-hidden="true">
                { for bars.iter().enumerate().map(|(place, &count)| {
                    let tall = count * TALLEST / most;
                    let passes = (place as u32 + 1) * PAY_STEP > least;
                    html! {
                        <rect class={passes.then_some("passes")} x={(place * WIDTH + 1).to_string()} y={(TALLEST - tall).to_string()}
                            width={(WIDTH - 2).to_string()} height={tall.to_string()} />
                    }
                }) }
                if let Some(legal) = legal {
                    <path d={format!("M{} 0v{TALLEST}", at(legal))} />
                }
            </svg>
            <input type="range" id="pay-scale" min="0" max={top.to_string()} step={STEP.to_string()} value={least.to_string()} {onchange}
                aria-label={lang.say("Rémunération, au moins", "Pay, at least")} aria-valuetext={said} />
            if let Some(legal) = legal {
                <p class="hint">{ lang.say("Trait\u{a0}: minimum légal d’un stage de plus de deux mois, ", "Line: legal minimum of an internship of over two months, ") }
                    { lang.number(legal.into()) }{ NBSP }{ lang.say("€ pour un mois complet.", "€ for a whole month.") }</p>
            }
        </div>
    }
}

/// What an intern is owed for a whole month of that year, in whole euros, where the year's ceiling is known.
fn legal_minimum(today: Date) -> Option<u32> {
    let ceiling = CEILINGS.iter().find(|(year, _)| *year == today.year())?.1;
    Some(ceiling * 15 * HOURS / 10_000)
}

#[cfg(test)]
mod tests {
    use super::{Date, legal_minimum};

    #[test]
    fn the_minimum_is_that_of_the_year() {
        let of = |year| legal_minimum(Date::new(year, 3, 1)?);
        assert_eq!(of(2024), Some(659));
        assert_eq!(of(1999), None);
    }
}
