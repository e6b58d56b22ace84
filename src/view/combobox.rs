//! A field that suggests: the editable combobox of the ARIA practices. The keyboard stays in the field all along.

use crate::state::{Action, Field, Lang, Proposal, State};
use crate::view::facets::counted;
use crate::view::markup::{element, said, words};
use crate::view::part::{Draw, part};
use std::rc::Rc;
use tremplin_engine::search::SuggestionKind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

crate::late! { Late:
    "08" fn option_drawn(options: &Options, rank: usize, option: &Proposal) -> Html = Options::option;
}

/// What tells one field from the other.
pub(crate) struct Combobox {
    /// Whose suggestions it shows.
    pub(crate) field: Field,
    /// The field's id.
    pub(crate) id: &'static str,
    /// Its kind, in HTML.
    pub(crate) kind: &'static str,
    /// What it asks for.
    pub(crate) placeholder: &'static str,
    /// The id of what explains it.
    pub(crate) described: Option<&'static str>,
}

impl Combobox {
    /// The field, holding `words`.
    pub(crate) fn input(&self, state: &State, words: &str, send: &Callback<Action>) -> Html {
        let (field, id) = (self.field, self.id);
        let oninput = {
            let send = send.clone();
            Callback::from(move |event: InputEvent| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    send.emit(typed(field, input.value()));
                }
            })
        };
        let listing = state.list(field);
        let active = listing.and_then(|listing| listing.active);
        let (open, empty) = (listing.is_some(), words.is_empty());
        let onkeydown = {
            let send = send.clone();
            Callback::from(move |event: KeyboardEvent| {
                let action = match (&*event.key(), active) {
                    ("ArrowDown", _) => Action::Highlight(field, true),
                    ("ArrowUp", _) if open => Action::Highlight(field, false),
                    ("Enter", Some(rank)) => Action::Take(field, rank),
                    ("Enter", None) if field == Field::Place => Action::EnterPlace,
                    ("Escape", _) if open => Action::Fold,
                    ("Escape", _) if !empty && field == Field::Words => Action::Wipe,
                    ("Escape", _) if !empty => typed(field, String::new()),
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                send.emit(action);
            })
        };
        let onblur = send.reform(|_: FocusEvent| Action::Fold);
        let asks = field == Field::Words && empty && !open;
        let onclick = asks.then(|| send.reform(move |_: MouseEvent| Action::Suggest(field)));
        html! {
            <input {id} type={self.kind} value={words.to_owned()} {oninput} {onkeydown} {onblur} {onclick}
                role="combobox" aria-autocomplete="list" aria-expanded={open.to_string()} aria-controls={list_id(id)}
                aria-activedescendant={active.map(|rank| option_id(id, rank))} aria-describedby={self.described}
                placeholder={self.placeholder} name={(field == Field::Words).then_some("q")}
                autocomplete="off" autocapitalize="none" spellcheck="false"
                enterkeyhint={if field == Field::Words { "search" } else { "done" }} />
        }
    }

    /// The list under it, which is there while it is open.
    pub(crate) fn list(&self, state: &State, send: &Callback<Action>) -> Html {
        let listing = state.list(self.field);
        let (field, id, lang, send) = (self.field, self.id, state.lang, send.clone());
        let options = listing.map_or(Rc::from([]), |listing| listing.options.clone());
        let active = listing.and_then(|listing| listing.active);
        part(Options { field, id, options, active, lang, send }, None)
    }
}

/// A field's suggestions.
struct Options {
    field: Field,
    id: &'static str,
    options: Rc<[Proposal]>,
    active: Option<usize>,
    lang: Lang,
    send: Callback<Action>,
}

impl PartialEq for Options {
    fn eq(&self, other: &Self) -> bool {
        // None is made anew at each keystroke.
        let none = self.options.is_empty() && other.options.is_empty();
        (none || Rc::ptr_eq(&self.options, &other.options))
            && self.active == other.active
            && self.lang == other.lang
    }
}

impl Draw for Options {
    fn draw(&self) -> Html {
        let label = self.lang.say("Suggestions", "Suggestions");
        html! {
            <ul class="options" role="listbox" id={list_id(self.id)} aria-label={label} hidden={self.options.is_empty()}>
                { for self.options.iter().enumerate().map(|(rank, option)| option_drawn(self, rank, option)) }
            </ul>
        }
    }
}

impl Options {
    fn option(&self, rank: usize, option: &Proposal) -> Html {
        // The keyboard stays in the field whatever is pressed.
        let stay = Callback::from(|event: MouseEvent| event.prevent_default());
        let (field, lang) = (self.field, self.lang);
        let selected = self.active == Some(rank);
        let take = self.send.reform(move |_: MouseEvent| Action::Take(field, rank));
        html! {
            <li role="option" id={option_id(self.id, rank)} aria-selected={selected.to_string()}
                onmousedown={stay} onclick={take}>
                { for inside(lang, field, option) }
            </li>
        }
    }
}

/// What an option says.
fn inside(lang: Lang, field: Field, option: &Proposal) -> Vec<Html> {
    let name = |name: &str| words("span", "name", name.to_owned());
    let what = |what: &'static str| element("span", "what", vec![said(what)]);
    match option {
        Proposal::Found(found) => {
            let mut inside = vec![name(&found.text)];
            inside.extend(kind(lang, found.kind).filter(|_| field == Field::Words).map(what));
            // Titles are found by their words, in other offers too.
            if found.kind != SuggestionKind::Title {
                inside.push(counted(lang, found.total));
            }
            inside
        }
        Proposal::Past(words) => vec![name(words), what(lang.say("Récente", "Recent"))],
        Proposal::KeepPast => {
            vec![what(lang.say(
                "Retenir mes recherches dans ce navigateur",
                "Keep my searches in this browser",
            ))]
        }
        Proposal::ForgetPast => {
            vec![what(lang.say("Oublier mes recherches", "Forget my searches"))]
        }
    }
}

fn typed(field: Field, words: String) -> Action {
    match field {
        Field::Words => Action::Type(words),
        Field::Place => Action::TypePlace(words),
    }
}

fn list_id(id: &str) -> String {
    id.to_owned() + "-list"
}

fn option_id(id: &str, rank: usize) -> String {
    format!("{id}-{rank}")
}

/// What a suggestion is, where its name does not tell.
fn kind(lang: Lang, kind: SuggestionKind) -> Option<&'static str> {
    match kind {
        SuggestionKind::Filter => Some(lang.say("Filtre", "Filter")),
        SuggestionKind::Place => Some(lang.say("Lieu", "Place")),
        SuggestionKind::Organisation => Some(lang.say("Structure", "Organisation")),
        SuggestionKind::Title => Some(lang.say("Intitulé", "Title")),
        SuggestionKind::Word => None,
    }
}
