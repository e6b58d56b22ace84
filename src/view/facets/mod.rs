//! The facets: what can be chosen, and how many offers each choice gives.

mod bounds;
mod group;
mod pay;
mod place;

pub use place::{told, unknown};

use crate::late::Part;
use crate::state::{Action, Choice, Field, MOST_RECRUITERS, State};
use crate::view::icons;
use crate::view::markup::{button, element, press, said};
use crate::view::part::{Draw, part};
use crate::view::writing::OFFER;
pub(super) use group::{counted, value};
use group::{facet, group};
use std::rc::Rc;
use tremplin_engine::offer::{Offer, Remote};
use yew::prelude::*;

/// The facets: a dialog once they are unfolded, a side column where there is room.
pub fn facets(state: &Rc<State>, level: u8, can_locate: bool, send: &Callback<Action>) -> Html {
    part(Facets { state: state.clone(), level, can_locate, send: send.clone() }, None)
}

struct Facets {
    state: Rc<State>,
    level: u8,
    can_locate: bool,
    send: Callback<Action>,
}

impl PartialEq for Facets {
    fn eq(&self, other: &Self) -> bool {
        let (now, then) = (&*self.state, &*other.state);
        let same_list = match (now.list(Field::Place), then.list(Field::Place)) {
            (Some(now), Some(then)) => {
                now.active == then.active && Rc::ptr_eq(&now.options, &then.options)
            }
            (now, then) => now.is_none() && then.is_none(),
        };
        // The answer is another when the filters are.
        Rc::ptr_eq(&now.answer, &then.answer)
            && same_list
            && now.lang == then.lang
            && now.unfolded == then.unfolded
            && now.recruiters == then.recruiters
            && now.place == then.place
            && now.unknown_place == then.unknown_place
            && now.located == then.located
            && self.level == other.level
    }
}

impl Draw for Facets {
    fn draw(&self) -> Html {
        column(&self.state, self.level, self.can_locate, &self.send)
    }
}

/// The filters; before the search is there they are an empty place.
fn column(state: &State, level: u8, can_locate: bool, send: &Callback<Action>) -> Html {
    if !Part::Search.is_here() {
        return html! { <div id="filters" class="filters" part="filtres"></div> };
    }
    drawn(state, level, can_locate, send)
}

crate::late! { Search:
    "41" fn drawn(state: &State, level: u8, can_locate: bool, send: &Callback<Action>) -> Html = draw;
}

fn draw(state: &State, level: u8, can_locate: bool, send: &Callback<Action>) -> Html {
    let facets = all(state, can_locate, send);
    if !state.unfolded {
        return html! { <div id="filters" class="filters" part="filtres">{ for facets }</div> };
    }
    let lang = state.lang;
    let found = match state.total() {
        0 => lang.plural(0, OFFER),
        1 => lang.say("Voir l’offre", "Show the offer").to_owned(),
        count => lang.say("Voir les ", "Show the ").to_owned() + &lang.plural(count, OFFER),
    };
    let fold = send.reform(|_: Event| Action::Unfold(false));
    let close = press(Action::Unfold(false), send);
    let foot = vec![
        button(
            "plain",
            Action::ClearFilters,
            None,
            vec![said(lang.say("Tout effacer", "Clear all"))],
            send,
        ),
        button("strong fold", Action::Submit, None, vec![Html::from(found)], send),
    ];
    html! {
        <dialog id="filters" class="filters" part="filtres" aria-labelledby="filters-title" onclose={fold}>
            <div class="sheet-head">
                <@{format!("h{level}")} id="filters-title">{ said(lang.say("Filtres", "Filters")) }</@>
                <button type="button" onclick={close} aria-label={lang.say("Fermer les filtres", "Close the filters")}>{ icons::cross() }</button>
            </div>
            { element("div", "sheet", facets) }
            { element("div", "sheet-foot", foot) }
        </dialog>
    }
}

fn all(state: &State, can_locate: bool, send: &Callback<Action>) -> Vec<Html> {
    let (lang, facets) = (state.lang, &state.answer.facets);
    // A value that no offer of the site has would never be of use, unless an address chose it.
    let exists = |choice: Choice, count: u32, held: &dyn Fn(&Offer) -> bool| {
        let listed = choice.is_in(&state.query.filters)
            || count > 0
            || state.catalogue.offers().iter().any(held);
        listed.then_some((choice, count))
    };
    let contracts = facets.contracts.iter().map(|&(value, n)| (Choice::Contract(value), n));
    let open = facets.open.iter().map(|&(value, n)| (Choice::Open(value), n));
    let remotes = facets.remotes.iter().filter_map(|&(value, n)| {
        exists(Choice::Remote(value), n, &|offer| {
            value != Remote::None || offer.remote == Some(value)
        })
    });
    let levels = facets.levels.iter().filter_map(|&(value, n)| {
        exists(Choice::Level(value), n, &|offer| offer.study_level.contains(&value))
    });
    let list = |legend, class, values| group(legend, class, values, state, send);
    let mut all = vec![
        list(lang.say("Contrat", "Contract"), "values contrat", contracts.collect()),
        list(lang.say("Candidatures", "Applications"), "values ouvertes", open.collect()),
        place::places(state, can_locate, send),
        list(lang.say("Télétravail", "Remote work"), "values teletravail", remotes.collect()),
        list(lang.say("Niveau d’études", "Level of study"), "values niveau", levels.collect()),
    ];
    all.append(&mut bounds::bounds(state, send));
    all.push(recruiters(state, send));
    all
}

/// The recruiters that would give something, those with the most offers first, and the chosen ones.
fn recruiters(state: &State, send: &Callback<Action>) -> Html {
    let (lang, index) = (state.lang, state.catalogue.index());
    let counts = &state.answer.facets.organisations;
    let chosen = |name: &String| state.query.filters.organisations.contains(name);
    let (mut rows, mut left): (Vec<Html>, bool) = Default::default();
    for &number in index.organisations_by_size() {
        let (name, count) = (&index.organisations()[number as usize], counts[number as usize]);
        let full = rows.len() >= state.recruiters;
        left |= full && count > 0;
        if chosen(name) || count > 0 && !full {
            let choice = Choice::Organisation(name.clone());
            let id = Some(format!("recruiter-{}", rows.len()));
            rows.push(value(choice, count, id, state, send));
        }
    }
    if left && state.recruiters < MOST_RECRUITERS {
        let more = vec![said(lang.say("Voir plus", "Show more"))];
        rows.push(button("quiet", Action::MoreRecruiters, None, more, send));
    }
    facet(lang.say("Structure", "Organisation"), "values structure", rows)
}
