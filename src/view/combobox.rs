//! A field that suggests: the editable combobox of the ARIA practices. The keyboard stays in the field all along.

use crate::state::{Action, Field, Listing, State};
use crate::view::facets::counted;
use tremplin_engine::search::{Suggestion, SuggestionKind};
use web_sys::HtmlInputElement;
use yew::prelude::*;

crate::late! {
    "08" fn options(combobox: &Combobox, state: &State, listing: &Listing, send: &Callback<Action>) -> Vec<Html>
        = Combobox::options;
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
        html! {
            <input {id} type={self.kind} value={words.to_owned()} {oninput} {onkeydown} {onblur}
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
        let label = state.lang.say("Suggestions", "Suggestions");
        html! {
            <ul class="options" role="listbox" id={list_id(self.id)} aria-label={label} hidden={listing.is_none()}>
                { for listing.iter().flat_map(|listing| options(self, state, listing, send)) }
            </ul>
        }
    }

    fn options(&self, state: &State, listing: &Listing, send: &Callback<Action>) -> Vec<Html> {
        // The keyboard stays in the field whatever is pressed.
        let stay = Callback::from(|event: MouseEvent| event.prevent_default());
        let option = |(rank, option): (usize, &Suggestion)| {
            let field = self.field;
            let selected = listing.active == Some(rank);
            let take = send.reform(move |_: MouseEvent| Action::Take(field, rank));
            html! {
                <li role="option" id={option_id(self.id, rank)} aria-selected={selected.to_string()}
                    onmousedown={stay.clone()} onclick={take}>
                    <span class="name">{ &option.text }</span>
                    if let Some(kind) = kind(state, option.kind).filter(|_| field == Field::Words) {
                        <span class="what">{ kind }</span>
                    }
                    // Titles are found by their words, in other offers too.
                    if option.kind != SuggestionKind::Title {
                        { counted(state, option.total) }
                    }
                </li>
            }
        };
        listing.options.iter().enumerate().map(option).collect()
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
fn kind(state: &State, kind: SuggestionKind) -> Option<&'static str> {
    let lang = state.lang;
    match kind {
        SuggestionKind::Filter => Some(lang.say("Filtre", "Filter")),
        SuggestionKind::Place => Some(lang.say("Lieu", "Place")),
        SuggestionKind::Organisation => Some(lang.say("Structure", "Organisation")),
        SuggestionKind::Title => Some(lang.say("Intitulé", "Title")),
        SuggestionKind::Word => None,
    }
}
