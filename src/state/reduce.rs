//! How each action changes what is shown.

use crate::state::{Action, Address, Field, Located, MOST_RECRUITERS, Opened, PAGE, State};
use tremplin_engine::query::Query;
use tremplin_engine::span::Span;

/// What is shown after `action`. An action that means nothing here changes nothing.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
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
        Action::Take(field, rank) => {
            if let Some(option) = next.take(field, rank) {
                next.place.clear();
                ask(&mut next, |query| *query = option.query);
            }
        }
        Action::EnterPlace => enter_place(&mut next),
        Action::Wipe => {
            ask(&mut next, |query| query.words.clear());
            next.listing = None;
        }
        Action::Submit => (next.unfolded, next.listing) = (false, None),
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
        Action::Set(key, value) => ask(&mut next, |query| set(query, key, value)),
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
        Action::Unfold(unfolded) => next.unfolded = unfolded,
        Action::AsWords(span) => ask(&mut next, |query| quote(&mut query.words, span)),
        Action::MoreRecruiters => next.recruiters = MOST_RECRUITERS.min(state.recruiters * 4),
        Action::Compact(compact) => next.compact = compact,
        Action::Beside(..) => {}
        Action::More => next.show(state.shown + PAGE),
        Action::Open(id) => open(&mut next, Some(id)),
        Action::Close => next.open = None,
        Action::Quote(quoted) => {
            if let Some(opened) = &mut next.open {
                opened.quoted = quoted;
            }
        }
        Action::CopyLink => {}
        Action::Copied(done) => {
            if let Some(opened) = &mut next.open {
                opened.copied = Some(done);
            }
        }
        Action::Text(id, text) => {
            if let Some(opened) = next.open.as_mut().filter(|opened| opened.id == id) {
                opened.text = Some(text);
            }
        }
        Action::Visit(address, shown) => {
            let Address { query, offer, lang, look } = *address;
            next.look_at(look);
            next.lang = lang.unwrap_or(next.home_lang);
            ask(&mut next, |asked| *asked = query);
            next.listing = None;
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
        state.query = state.catalogue.settle(query);
        state.find();
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
    let suggested = |rank: usize| Some(listing?.options.get(rank)?.text.clone());
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

/// Opens an offer; one that is open already stays as it is.
fn open(state: &mut State, id: Option<String>) {
    let already = state.open.as_ref().map(|opened| &opened.id);
    if id.as_ref() != already {
        state.open = id.and_then(|id| Opened::new(&state.catalogue, id));
        // Filters laid over everything would lie over the offer.
        state.unfolded &= state.open.is_none();
    }
}
