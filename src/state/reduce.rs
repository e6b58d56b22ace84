//! How each action changes what is shown.

use crate::late::Late;
use crate::state::{
    Action, Address, Field, Located, MOST_COMPARED, MOST_RECRUITERS, Missing, Opened, Past,
    Proposal, Shelf, State,
};
use std::rc::Rc;
use tremplin_engine::query::Query;
use tremplin_engine::span::Span;

/// What is shown after `action`. An action that means nothing here changes nothing.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    // Suggestions come while one types.
    next.typing = match action {
        Action::Type(_) => true,
        Action::Suggest(Field::Words) => state.typing,
        _ => false,
    };
    match action {
        Action::Rest => {}
        Action::Type(words) => {
            ask(&mut next, |query| query.words = words);
            next.outdate(Field::Words);
        }
        Action::TypePlace(words) => {
            (next.place, next.unknown_place) = (words, false);
            next.outdate(Field::Place);
        }
        Action::Suggest(field) => next.suggest(field),
        Action::Highlight(field, down) => next.highlight(field, down),
        Action::Fold => next.listing = None,
        Action::Take(field, rank) => match next.take(field, rank) {
            Some(Proposal::Found(option)) => {
                next.place.clear();
                ask(&mut next, |query| *query = option.query);
            }
            Some(Proposal::Past(words)) => ask(&mut next, |query| query.words = words),
            Some(Proposal::KeepPast) => next.past = Some(Past::default()),
            Some(Proposal::ForgetPast) => next.past = None,
            None => {}
        },
        Action::EnterPlace => enter_place(&mut next),
        Action::Wipe => {
            ask(&mut next, |query| query.words.clear());
            next.listing = None;
        }
        Action::Submit => {
            (next.unfolded, next.listing) = (false, None);
            remember(&mut next);
        }
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
        Action::Set(key, value) => {
            ask(&mut next, |query| set(query, key, value));
            // What is no bound is typed in vain: its field is drawn again as it was.
            if Rc::ptr_eq(&next.answer, &state.answer) {
                next.find(next.shown);
            }
        }
        Action::Locate => next.located = Some(Located::Asked),
        Action::Lost(why) => next.located = Some(why),
        Action::Found(point) => {
            let (located, town) = State::town_near(point);
            next.located = Some(located);
            if let Some((name, radius)) = town {
                ask(&mut next, |query| {
                    query.filters.places = [name.to_owned()].into();
                    query.filters.radius = Some(radius);
                });
            }
        }
        Action::Sort(sort) => ask(&mut next, |query| query.sort = sort),
        Action::Look(look) => next.look_at(look),
        Action::Outlines(outlines) => next.outlines = outlines,
        Action::Late(late) => {
            next.late = late;
            if late == Late::Here {
                complete(&mut next);
            }
        }
        Action::Unfold(unfolded) => next.unfolded = unfolded,
        Action::AsWords(span) => ask(&mut next, |query| quote(&mut query.words, span)),
        Action::MoreRecruiters => next.recruiters = MOST_RECRUITERS.min(state.recruiters * 4),
        Action::Compact(compact) => next.compact = compact,
        Action::Slash(slash) => next.slash = slash,
        Action::Beside(..) => {}
        Action::More => next.show(state.shown + state.terms.page),
        Action::Open(id) | Action::Turn(id) => {
            open(&mut next, Some(id));
            remember(&mut next);
        }
        Action::Close if next.open.is_some() => open(&mut next, None),
        Action::Close => (next.comparing, next.missing) = (false, None),
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
            next.copied = Some((what, done));
        }
        Action::Keep(id) => {
            Rc::make_mut(&mut next.kept).toggle(&id, state.today);
            shelve(&mut next, None);
        }
        Action::Recall(kept, fresh) => {
            (next.kept, next.fresh) = (kept, fresh);
            shelve(&mut next, None);
        }
        Action::Recollect(past) => next.past = Some(past),
        Action::Fleeting => next.fleeting = true,
        Action::Forget => {
            (next.kept, next.fresh) = (Rc::default(), Rc::from([]));
            next.past = None;
            next.picked.clear();
            next.comparing = false;
            shelve(&mut next, None);
        }
        Action::Shelve(shelf) => shelve(&mut next, Some(shelf)),
        Action::Pick(place) => {
            let most = if next.picked.contains(&place) { 0 } else { MOST_COMPARED };
            if next.picked.len() < most && (place as usize) < next.catalogue.offers().len() {
                next.picked.push(place);
            } else {
                next.picked.retain(|&picked| picked != place);
            }
            next.comparing &= !next.picked.is_empty();
        }
        Action::Compare => {
            // Who has not chosen compares the first.
            for hit in &state.answer.hits {
                let few = state.picked.len() < 2 && next.picked.len() < MOST_COMPARED;
                if few && !next.picked.contains(&hit.offer) {
                    next.picked.push(hit.offer);
                }
            }
            open(&mut next, None);
            next.comparing = !next.picked.is_empty();
        }
        Action::Text(id, text) => {
            if let Some(opened) = next.open.as_mut().filter(|opened| opened.id == id) {
                opened.text = Some(text);
            }
        }
        Action::Visit(address, shown) => {
            let Address { query, offer, shelf, compared, look, lang } = *address;
            next.look_at(look);
            next.lang = lang.unwrap_or(next.home_lang);
            ask(&mut next, |asked| *asked = query);
            next.listing = None;
            if shelf != next.shelf {
                shelve(&mut next, Some(shelf));
            }
            let found = compared.iter().filter_map(|id| next.catalogue.find(id));
            let compared: Vec<u32> = found.collect();
            next.comparing = !compared.is_empty();
            if next.comparing {
                next.picked = compared;
            }
            open(&mut next, offer);
            next.show(next.shown.max(shown));
        }
    }
    if state.typing && !next.typing {
        next.widen();
    }
    next
}

/// Changes the query, and answers it when it is another one; the list then starts from its top again.
fn ask(state: &mut State, change: impl FnOnce(&mut Query)) {
    let mut query = state.query.clone();
    change(&mut query);
    state.terms.hold(&mut query);
    if query != state.query {
        state.query = state.catalogue.settle(query);
        state.missing = None;
        state.find(state.terms.page);
    }
}

/// Finds what could not be found before all of the program was there.
fn complete(state: &mut State) {
    if state.answer.total == 0 || !state.query.words.is_empty() {
        state.find(state.shown);
    }
    // The map's outlines may have come too early to be read.
    state.look_at(state.look);
    if let Some(opened) = &mut state.open {
        opened.similar = state.catalogue.similar(opened.offer, state.today);
    }
    if let Some(missing) = &mut state.missing {
        *missing = Missing::new(&state.catalogue, missing.id.clone(), state.today);
    }
}

/// What is asked was meant: it is kept, if the visitor wants that.
fn remember(state: &mut State) {
    if let Some(past) = &mut state.past {
        past.add(&state.query.words);
    }
}

/// Goes to a shelf, or sees again what is on it.
fn shelve(state: &mut State, shelf: Option<Shelf>) {
    state.copied = None;
    let shown = if shelf.is_some() { state.terms.page } else { state.shown };
    if shelf.is_some() || state.shelf == Shelf::Kept {
        state.shelf = shelf.unwrap_or(Shelf::Kept);
        state.find(shown);
    }
}

/// Gives a key of the address a value, as if it stood there; none takes it away.
fn set(query: &mut Query, key: &str, mut value: String) {
    // Where a browser has no field for months, people write them the French way.
    if let Some((month, year)) = value.split_once('/') {
        value = [year, "-", if month.len() < 2 { "0" } else { "" }, month].concat();
    }
    let asked = std::mem::take(query);
    let mut pairs = Address { query: asked, ..Address::default() }.to_pairs();
    pairs.retain(|pair| pair.0 != key);
    pairs.push((key.to_owned(), value));
    *query = Address::from_pairs(&pairs).query;
}

/// Adds the place that is typed: the active suggestion, else what it means, else the first suggestion.
fn enter_place(state: &mut State) {
    state.suggest(Field::Place);
    let listing = state.list(Field::Place);
    let suggested = |rank: usize| match listing?.options.get(rank)? {
        Proposal::Found(found) => Some(found.text.clone()),
        _ => None,
    };
    let meant = || Some(state.catalogue.index().place(&state.place)?.label);
    let label = match listing.and_then(|listing| listing.active) {
        Some(rank) => suggested(rank),
        None => meant().or_else(|| suggested(0)),
    };
    state.listing = None;
    state.unknown_place = label.is_none() && !state.place.trim().is_empty();
    if let Some(label) = label {
        state.place.clear();
        ask(state, |query| query.filters.places.insert(label));
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

/// Opens an offer; one that is open already stays as it is. What is not there is missing.
fn open(state: &mut State, id: Option<String>) {
    let already = state.open.as_ref().map(|opened| &opened.id);
    let missing = state.missing.as_ref().map(|missing| &missing.id);
    if id.as_ref() == already.or(missing) {
        return;
    }
    (state.copied, state.missing) = (None, None);
    state.open = id.as_ref().and_then(|id| Opened::new(&state.catalogue, id, state.today));
    // Filters laid over everything would lie over the offer.
    state.unfolded &= state.open.is_none();
    match (id, &state.open) {
        (Some(id), None) => state.missing = Some(Missing::new(&state.catalogue, id, state.today)),
        (_, Some(opened)) => {
            // Filters laid over everything would lie over the offer.
            state.unfolded = false;
            // The list goes on before its end is read: the last row has a neighbour too.
            let last = state.rows().last().map(|hit| hit.offer);
            if last == Some(opened.offer) && state.shown < state.total() {
                state.find(state.shown + state.terms.page);
            }
        }
        _ => {}
    }
}
