//! Where the keyboard goes after an action: never nowhere.

use crate::state::{Action, Choice, State};

/// A place that takes the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The words' field.
    Field,
    /// The number of results.
    Count,
    /// A chosen value's button, by its rank.
    Chip(usize),
    /// The row of the offer of this id.
    Card(String),
    /// The open offer's heading.
    Offer,
}

/// Where the keyboard goes after `action` led from `before` to `state`; `None` leaves it where it is.
pub fn after(before: &State, action: &Action, state: &State) -> Option<Target> {
    let opened = |state: &State| state.open.as_ref().map(|opened| opened.id.clone());
    match action {
        Action::Wipe => Some(Target::Field),
        Action::Submit | Action::ClearFilters | Action::ClearAll | Action::Ask(_) => {
            Some(Target::Count)
        }
        Action::Remove(_) | Action::AsWords(_) => {
            let chosen = Choice::of(&before.query.filters);
            let rank = match action {
                Action::Remove(choice) => chosen.iter().position(|chip| chip == choice),
                Action::AsWords(span) => {
                    let parts = &before.answer.understood;
                    let rank = parts.iter().position(|part| part.span == *span);
                    rank.map(|rank| chosen.len() + rank)
                }
                _ => None,
            };
            let left = Choice::of(&state.query.filters).len() + state.answer.understood.len();
            match (rank, left) {
                (Some(rank), 1..) => Some(Target::Chip(rank.min(left - 1))),
                _ => Some(Target::Count),
            }
        }
        Action::More => {
            let first_new = state.rows().get(before.shown)?;
            Some(Target::Card(state.offer(first_new.offer).id.clone()))
        }
        Action::Open(_) | Action::Turn(_) | Action::Close | Action::Visit(..) => {
            match (opened(before), opened(state)) {
                (before, Some(now)) if before.as_ref() != Some(&now) => Some(Target::Offer),
                (Some(closed), None) => {
                    let listed = state.rows().iter().any(|hit| state.offer(hit.offer).id == closed);
                    Some(if listed { Target::Card(closed) } else { Target::Count })
                }
                _ => None,
            }
        }
        _ => None,
    }
}
