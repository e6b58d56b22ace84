//! What the fields suggest while one types: a list under the field, open or not.

use crate::state::{Past, State};
use std::rc::Rc;
use tremplin_engine::search::Suggestion;

/// A field that suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The words.
    Words,
    /// The place, among the filters.
    Place,
}

/// What can be taken from a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposal {
    /// What the words may become.
    Found(Box<Suggestion>),
    /// A search of before.
    Past(String),
    /// To keep searches from now on.
    KeepPast,
    /// To forget them, and keep none any more.
    ForgetPast,
}

impl Proposal {
    /// Whether it proposes the same, however many offers that gives by now.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Found(one), Self::Found(other)) => one.text == other.text,
            _ => self == other,
        }
    }
}

/// The open list of a field: never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Whose it is.
    pub field: Field,
    /// What can be taken, the likeliest first.
    pub options: Rc<[Proposal]>,
    /// The one that Enter takes.
    pub active: Option<usize>,
    /// Whether something was typed since.
    pub stale: bool,
}

impl State {
    /// The list of a field, while it is open.
    pub fn list(&self, field: Field) -> Option<&Listing> {
        self.listing.as_ref().filter(|listing| listing.field == field)
    }

    /// Something was typed: the list stays where it is until it is made again.
    pub(super) fn outdate(&mut self, field: Field) {
        let typed = match field {
            Field::Words => &self.query.words,
            Field::Place => &self.place,
        };
        let of_none = |listing: &Listing| {
            matches!(listing.options.last(), Some(Proposal::KeepPast | Proposal::ForgetPast))
        };
        if typed.trim().is_empty() || self.listing.as_ref().is_some_and(of_none) {
            self.listing = None;
        }
        if let Some(listing) = &mut self.listing {
            (listing.active, listing.stale) = (None, true);
        }
    }

    /// Makes the list of a field, unless it is up to date.
    pub(super) fn suggest(&mut self, field: Field) {
        if self.list(field).is_some_and(|listing| !listing.stale) {
            return;
        }
        let mut options: Vec<Proposal> = Vec::new();
        let found = match field {
            Field::Words if self.query.words.trim().is_empty() => {
                options.extend(self.past.iter().flat_map(Past::words).cloned().map(Proposal::Past));
                options.push(match self.past {
                    Some(_) => Proposal::ForgetPast,
                    None => Proposal::KeepPast,
                });
                Vec::new()
            }
            Field::Words => self.catalogue.suggest(&self.query, self.today),
            Field::Place => self.catalogue.places_like(&self.query, &self.place, self.today),
        };
        options.extend(found.into_iter().map(Box::new).map(Proposal::Found));
        let options = Rc::from(options);
        let listing = Listing { field, options, active: None, stale: false };
        self.listing = (!listing.options.is_empty()).then_some(listing);
    }

    /// Goes to the next option or the one before; between the last and the first lies none.
    pub(super) fn highlight(&mut self, field: Field, down: bool) {
        self.suggest(field);
        if let Some(Listing { options, active, .. }) = &mut self.listing {
            *active = match (*active, down) {
                (None, true) => Some(0),
                (None, false) => Some(options.len() - 1),
                (Some(at), true) => Some(at + 1).filter(|&next| next < options.len()),
                (Some(at), false) => at.checked_sub(1),
            };
        }
    }

    /// Takes an option out of the list and closes it; none when it is no longer there.
    pub(super) fn take(&mut self, field: Field, rank: usize) -> Option<Proposal> {
        let wanted = self.list(field)?.options.get(rank)?.clone();
        self.suggest(field);
        let options = self.listing.take().filter(|listing| listing.field == field)?.options;
        options.iter().find(|option| option.is(&wanted)).cloned()
    }
}
