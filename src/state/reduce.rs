//! How each action changes what is shown.

use crate::state::{Action, Address, Opened, PAGE, State};
use tremplin_engine::query::Query;
use tremplin_engine::span::Span;

/// What is shown after `action`. An action that means nothing here changes nothing.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Type(words) => ask(&mut next, |query| query.words = words),
        Action::Wipe => ask(&mut next, |query| query.words.clear()),
        Action::Submit => next.unfolded = false,
        Action::Lang(lang) => next.lang = lang,
        Action::Toggle(choice) | Action::Remove(choice) => {
            ask(&mut next, |query| choice.toggle(&mut query.filters));
        }
        Action::ClearFilters => ask(&mut next, |query| query.filters = Default::default()),
        Action::ClearAll => ask(&mut next, |query| {
            query.filters = Default::default();
            query.words.clear();
        }),
        Action::Ask(query) => ask(&mut next, |asked| *asked = *query),
        Action::Sort(sort) => ask(&mut next, |query| query.sort = sort),
        Action::Unfold(unfolded) => next.unfolded = unfolded,
        Action::AsWords(span) => ask(&mut next, |query| quote(&mut query.words, span)),
        Action::More => next.show(state.shown + PAGE),
        Action::Open(id) | Action::Turn(id) => open(&mut next, Some(id)),
        Action::Close => next.open = None,
        Action::Quote(quoted) => {
            if let Some(opened) = &mut next.open {
                opened.quoted = quoted;
            }
        }
        Action::Original(original) => {
            if let Some(opened) = &mut next.open {
                opened.original = original;
            }
        }
        Action::Copy(_) | Action::Share | Action::Print => {}
        Action::Copied(what, done) => {
            if let Some(opened) = &mut next.open {
                opened.copied = Some((what, done));
            }
        }
        Action::Text(id, text) => {
            if let Some(opened) = next.open.as_mut().filter(|opened| opened.id == id) {
                opened.text = Some(text);
            }
        }
        Action::Visit(address, shown) => {
            let Address { query, offer, lang } = *address;
            next.lang = lang.unwrap_or(next.home_lang);
            let query = next.catalogue.settle(query);
            ask(&mut next, |asked| *asked = query);
            open(&mut next, offer);
            next.show(next.shown.max(shown));
        }
    }
    next
}

/// Changes the query, and answers it when it is another one; the list then starts from its top again.
fn ask(state: &mut State, change: impl FnOnce(&mut Query)) {
    let mut query = state.query.clone();
    change(&mut query);
    if query != state.query {
        state.answer = state.catalogue.answer(&query, state.today, PAGE);
        state.query = query;
        state.shown = PAGE;
    }
}

/// Puts some of the words in quotes, where they are no filter.
fn quote(words: &mut String, span: Span) {
    let (start, end) = (span.start as usize, span.end as usize);
    if words.get(start..end).is_some_and(|inside| !inside.contains('"')) {
        words.insert(end, '"');
        words.insert(start, '"');
    }
}

/// Opens an offer; one that is open already stays as it is.
fn open(state: &mut State, id: Option<String>) {
    let already = state.open.as_ref().map(|opened| &opened.id);
    if id.as_ref() != already {
        state.open = id.and_then(|id| Opened::new(&state.catalogue, id, state.today));
        // The list goes on before its end is read: the last row has a neighbour too.
        let last = state.rows().last().map(|hit| hit.offer);
        if last.is_some_and(|last| state.open.as_ref().is_some_and(|opened| opened.offer == last)) {
            state.show(state.shown.max(state.total().min(state.shown + PAGE)));
        }
    }
}
