//! The results: how many, in which order, the rows, and what to do when there are none.

use crate::state::{self, Action, Lang, Shelf, State};
use crate::view::awaited::awaited;
use crate::view::keeping::{mine, notices, shelf};
use crate::view::looks::{looked_at, looks};
use crate::view::markup::{button, element, nothing, said};
use crate::view::part::{Draw, part};
use crate::view::rows::rows;
use crate::view::writing::OFFER;
use crate::view::{heading, icons, labels};
use std::rc::Rc;
use tremplin_engine::offer::Status;
use tremplin_engine::query::{Facet, Filters, Query, Sort};
use tremplin_engine::search::Step;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

crate::late! { Late:
    "04" fn ways_back(state: &State, level: u8, send: &Callback<Action>) -> Html = empty;
    "05" fn other_words(state: &State, send: &Callback<Action>) -> Html = meant;
}

/// What may be done with the results, and where their offers are.
pub struct Place<'a> {
    /// The level of their heading; the rows' is one deeper.
    pub level: u8,
    /// Whether a link to their list can be copied.
    pub can_copy: bool,
    /// The address of each offer, by id.
    pub link: &'a Callback<String, AttrValue>,
    /// How many rows are up to date, at least.
    pub live: usize,
}

/// The results; what is looked at above their list is that of the state at `rest`.
pub fn results(
    state: &Rc<State>,
    rest: &Rc<State>,
    place: &Place<'_>,
    send: &Callback<Action>,
) -> Html {
    let (lang, total) = (state.lang, state.total());
    let Place { level, can_copy, link, live } = *place;
    let left = total.saturating_sub(state.shown);
    let mut above =
        vec![shelf(state, can_copy, send), notices(state, link, send), other_words(state, send)];
    if total > 0 && state.answer.hits.iter().all(|hit| hit.status != Status::Open) {
        let past = past(lang, total, state.catalogue.offers().len());
        above.push(element("p", "notice", vec![said(past)]));
    }
    let mut instead = Vec::new();
    if total == 0 {
        instead.push(awaited(state, send, ways_back(state, level, send)));
        if !state.rows().is_empty() {
            let near = lang.say("Au plus près de votre recherche", "Closest to your search");
            instead.push(element(heading(level + 1), "near", vec![said(near)]));
        }
    }
    html! {
        <section class="results" aria-labelledby="count">
            <div class="head">
                <@{heading(level)} id="count" tabindex="-1">{ lang.plural(total, OFFER) }</@>
                { part(Tools::of(state, send), None) }
            </div>
            { element("div", "", above) }
            { part(Look { state: rest.clone(), send: send.clone() }, None) }
            { element("div", "", instead) }
            <ul class={if state.compact { "list compact" } else { "list" }} role="list" onkeydown={beside(send)}>
                { rows(state, live, level + 1, link, send) }
            </ul>
            { part(More { left: left.min(state.terms.page), lang, send: send.clone() }, None) }
        </section>
    }
}

/// What is looked at above the list.
struct Look {
    state: Rc<State>,
    send: Callback<Action>,
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        let list = |look: &Self| look.state.look == state::Look::List;
        Rc::ptr_eq(&self.state, &other.state) || list(self) && list(other)
    }
}

impl Draw for Look {
    fn draw(&self) -> Html {
        html! { <div>{ looked_at(&self.state, &self.send) }</div> }
    }
}

/// The button that shows more rows.
#[derive(PartialEq)]
struct More {
    left: usize,
    lang: Lang,
    send: Callback<Action>,
}

impl Draw for More {
    fn draw(&self) -> Html {
        let mut inside = Vec::new();
        if self.left > 0 {
            let mut words = self.lang.say("Voir ", "Show ").to_owned();
            words += &self.lang.plural(self.left, OFFER);
            words += self.lang.say(" de plus", " more");
            inside.push(button("more", Action::More, None, vec![Html::from(words)], &self.send));
        }
        element("div", "", inside)
    }
}

/// What stands beside the number of results: their order, their rows, their looks, those kept.
struct Tools {
    state: Rc<State>,
    /// Whether something may be near.
    near: bool,
    send: Callback<Action>,
}

impl Tools {
    fn of(state: &Rc<State>, send: &Callback<Action>) -> Self {
        // Nothing is near where no place is asked for.
        let placed = |filters: &Filters| !filters.is_free(Facet::Place);
        let near = placed(&state.query.filters)
            || state.answer.understood.iter().any(|part| placed(&part.filters))
            || state.query.sort == Sort::Distance;
        Self { state: state.clone(), near, send: send.clone() }
    }
}

impl PartialEq for Tools {
    fn eq(&self, other: &Self) -> bool {
        let (now, then) = (&self.state, &other.state);
        self.near == other.near
            && now.lang == then.lang
            && now.query.sort == then.query.sort
            && now.compact == then.compact
            && now.look == then.look
            && now.shelf == then.shelf
            && now.kept == then.kept
    }
}

impl Draw for Tools {
    fn draw(&self) -> Html {
        let (state, send) = (&*self.state, &self.send);
        let order = vec![sort(state, self.near, send), density(state, send)];
        html! {
            <>
                { element("div", "order", order) }
                { looks(state, send) }
                { mine(state, send) }
            </>
        }
    }
}

/// Why every row is past.
fn past(lang: Lang, found: usize, all: usize) -> &'static str {
    match (found == all, found) {
        (true, _) => lang.say(
            "Aucune offre n’est ouverte en ce moment. Les annonces passées restent à lire.",
            "No offer is open at the moment. Past ones can still be read.",
        ),
        (false, 1) => lang.say(
            "Cette offre n’est plus ouverte, mais l’annonce reste à lire.",
            "This offer is no longer open, but it can still be read.",
        ),
        (false, _) => lang.say(
            "Aucune de ces offres n’est encore ouverte. Les annonces passées restent à lire.",
            "None of these offers is still open. Past ones can still be read.",
        ),
    }
}

fn sort(state: &State, near: bool, send: &Callback<Action>) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let word = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        if let Some(sort) = Sort::ALL.iter().find(|sort| Some(sort.word()) == word.as_deref()) {
            send.emit(Action::Sort(*sort));
        }
    });
    let offered = Sort::ALL.iter().filter(|&&sort| near || sort != Sort::Distance);
    html! {
        <div class="sort">
            <label for="sort">{ state.lang.say("Trier par", "Sort by") }</label>
            <select id="sort" name="tri" {onchange}>
                { for offered.map(|&sort| html! {
                    <option key={sort.word()} value={sort.word()} selected={state.query.sort == sort}>{ labels::sort(state.lang, sort) }</option>
                }) }
            </select>
            { icons::down() }
        </div>
    }
}

/// Arrows go from a row's link to the next one, or the one before.
fn beside(send: &Callback<Action>) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        let below = match &*event.key() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return,
        };
        let id = event.target_dyn_into::<Element>().map(|link| link.id());
        if let Some(id) = id.as_deref().and_then(|id| id.strip_prefix("card-")) {
            event.prevent_default();
            send.emit(Action::Beside(id.to_owned(), below));
        }
    })
}

/// The button between short rows and whole ones.
fn density(state: &State, send: &Callback<Action>) -> Html {
    let compact = state.compact;
    let toggle = send.reform(move |_: MouseEvent| Action::Compact(!compact));
    let label = state.lang.say("Liste compacte", "Compact list");
    html! {
        <button type="button" class="density" id="density" aria-pressed={compact.to_string()} aria-label={label} title={label}
            onclick={toggle}>{ icons::lines() }</button>
    }
}

/// « Vouliez-vous dire », when some of the words stand nowhere.
fn meant(state: &State, send: &Callback<Action>) -> Html {
    let Some(words) = state.answer.did_you_mean.clone() else { return nothing() };
    let query = Query { words: words.clone(), ..state.query.clone() };
    let inside = vec![
        said(state.lang.say("Vouliez-vous dire\u{a0}: ", "Did you mean: ")),
        button("quiet", Action::Ask(Box::new(query)), None, vec![Html::from(words)], send),
        said(state.lang.say("\u{a0}?", "?")),
    ];
    element("p", "notice", inside)
}

fn empty(state: &State, level: u8, send: &Callback<Action>) -> Html {
    let (lang, words) = (state.lang, state.query.words.trim());
    let filtered = state.query.filters != state.terms.filters;
    let here = state.shelf == Shelf::All;
    let ways = &state.ways;
    let name = match words {
        "" if !here && !filtered => {
            lang.say("Aucune offre gardée ici", "No offer is kept here").to_owned()
        }
        "" if filtered => lang
            .say("Aucune offre ne réunit ces filtres", "No offer passes these filters")
            .to_owned(),
        "" => lang.say("Aucune offre pour le moment", "No offers for now").to_owned(),
        words => lang.say("Aucune offre pour ", "No offer for ").to_owned() + &lang.quoted(words),
    };
    let advice = match (ways.is_empty(), words.is_empty() && !filtered) {
        (false, _) => lang.say("Élargir la recherche\u{a0}:", "Widen the search:"),
        (true, true) if !here => lang.say(
            "L’étoile d’une offre la garde dans ce navigateur.",
            "The star of an offer keeps it in this browser.",
        ),
        (true, true) => lang.say("Revenez bientôt.", "Come back soon."),
        (true, false) => lang.say(
            "Vérifiez l’orthographe, ou essayez avec moins de mots.",
            "Check the spelling, or try fewer words.",
        ),
    };
    let mut items = Vec::new();
    let mut item = |name: Html, action: Action| {
        items.push(element("li", "", vec![button("", action, None, vec![name], send)]));
    };
    for way in ways {
        let mut label = lang.plural(way.total as usize, OFFER);
        for (rank, &step) in way.steps.iter().enumerate() {
            label += if rank == 0 { " " } else { lang.say(" et ", " and ") };
            label += &back(state, step);
        }
        item(Html::from(label), Action::Ask(Box::new(way.query.clone())));
    }
    if filtered {
        let name = lang.say("Retirer les filtres", "Remove the filters");
        item(said(name), Action::ClearFilters);
    }
    if !words.is_empty() {
        item(said(lang.say("Effacer les mots", "Clear the words")), Action::Wipe);
    }
    let name = element(heading(level + 1), "", vec![Html::from(name)]);
    if state.typing && ways.is_empty() {
        return element("div", "empty", vec![name]);
    }
    let inside = vec![
        name,
        element("p", "", vec![said(advice)]),
        html! { <ul class="ways" role="list">{ for items }</ul> },
    ];
    element("div", "empty", inside)
}

/// A step back, behind a number of offers: « à moins de 60 km », « sans « bac+5 » ».
fn back(state: &State, step: Step) -> String {
    let lang = state.lang;
    let without = |what: &str| lang.say("sans ", "without ").to_owned() + &lang.quoted(what);
    match step {
        Step::Around(km) => format!("{}{km}\u{a0}km", lang.say("à moins de ", "within ")),
        Step::Remote => lang.say("en télétravail total", "fully remote").to_owned(),
        Step::WithoutWords(span) => without(span.of(&state.query.words)),
        Step::Without(facet) => {
            let said = state.answer.understood.iter().find(|part| part.facet == facet);
            let filters = said.map_or(&state.query.filters, |part| &part.filters);
            without(&labels::asked(lang, facet, filters))
        }
    }
}
