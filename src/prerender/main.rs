//! Draws what a page shows before any script runs: the list, and each offer, by the widget's own views.
//!
//! `prerender DAY LANG [NAME=VALUE…]` prints one JSON object: `list`, the markup of the list that those filters give on that
//! day, `all`, a link to each offer, `dataset`, and `offers`: for each its page's markup, its text's, and its deadline as
//! a calendar's file, if ahead. Nothing in it does anything without a script, save links: what a click would do in the list
//! comes with the widget, and is inert until then; in an offer's page it is left out.

mod markup;

use std::process::ExitCode;
use std::rc::Rc;
use tremplin::catalogue::{self, Catalogue};
use tremplin::state::{Address, Lang, State, Terms};
use tremplin::view;
use tremplin_engine::calendar::Date;
use tremplin_engine::offer::Status;
use yew::prelude::*;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match print(&words) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn print(words: &[String]) -> Result<serde_json::Value, String> {
    let [today, lang, filters @ ..] = words else {
        return Err("wanted: prerender YYYY-MM-DD fr|en [NAME=VALUE…]".to_owned());
    };
    let today: Date = today.parse().map_err(|_| format!("{today} is no day: YYYY-MM-DD"))?;
    let pairs: Vec<(String, String)> = filters
        .iter()
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let catalogue = Catalogue::embedded()?;
    let address = Address::from_pairs(&pairs);
    let locks = pairs.iter().find(|(name, _)| name == "verrou").map_or("", |(_, names)| names);
    let terms = Terms::new(None, false, locks, &address.query.filters);
    let state = Rc::new(State::hosted(catalogue, today, Lang::from_word(lang), address, terms));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| format!("no runtime to draw in: {error}"))?;
    let draw = |html: Html| {
        let drawing = yew::LocalServerRenderer::<Drawn>::with_props(DrawnProps { html });
        tokio::task::LocalSet::new().block_on(&runtime, drawing.hydratable(false).render())
    };
    let list = markup::inert(&draw(list(&state)));
    let offers = state.catalogue.offers().iter().enumerate().map(|(place, offer)| {
        let page = view::offer_page(&state, place as u32, &beside());
        serde_json::json!({
            "page": markup::lifeless(&draw(page)),
            "text": draw(view::offer_text(offer)),
            "calendar": view::calendar(&state, offer),
        })
    });
    let offers: Vec<serde_json::Value> = offers.collect();
    let dataset: serde_json::Value =
        serde_json::from_str(catalogue::EMBEDDED).map_err(|error| error.to_string())?;
    let mut every: Vec<u32> = (0..state.catalogue.offers().len() as u32).collect();
    every.sort_by_key(|&place| state.offer(place).status(today) != Status::Open);
    let all = draw(view::offer_links(&state, &every, &within()));
    Ok(serde_json::json!({ "list": list, "all": all, "offers": offers, "dataset": dataset }))
}

/// The widget's first screen.
fn list(state: &Rc<State>) -> Html {
    let send = Callback::noop();
    let link = Callback::from(|id: String| AttrValue::from(format!("offre/{id}/")));
    let place = view::Place { level: 2, can_copy: false, link: &link, live: usize::MAX };
    html! {
        <div class="tremplin" lang={state.lang.word()}>
            <div class="ask">{ view::form(state, "", &send) }{ view::chips(state, &send) }</div>
            <div class="body">
                { view::facets(state, 2, true, &send) }
                { view::results(state, state, &place, &send) }
                <div class="aside"></div>
            </div>
        </div>
    }
}

/// The address of another offer's page, seen from one.
fn beside() -> Callback<String, AttrValue> {
    Callback::from(|id: String| AttrValue::from(format!("../{id}/")))
}

/// The address of an offer's page, seen from the folder of all.
fn within() -> Callback<String, AttrValue> {
    Callback::from(|id: String| AttrValue::from(format!("{id}/")))
}

/// What is drawn, as a component: yew draws nothing else natively.
#[derive(Properties, PartialEq)]
struct DrawnProps {
    html: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.html.clone()
}
