//! Where the keyboard goes after an action: never nowhere.

use crate::state::{Action, State};
use tremplin_engine::search::Hit;

/// A place that takes the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The words' field.
    Field,
    /// The number of results.
    Count,
    /// The button that unfolds the filters.
    Unfold,
    /// A recruiter's box, by its rank.
    Recruiter(usize),
    /// A chosen value's button, by its rank.
    Chip(usize),
    /// The row of the offer of this id.
    Card(String),
    /// The open offer's heading.
    Offer,
    /// The comparison's heading.
    Comparison,
}

/// Where the keyboard goes after `action` led from `before` to `state`; `None` leaves it where it is.
pub fn after(before: &State, action: &Action, state: &State) -> Option<Target> {
    let opened = |state: &State| state.open.as_ref().map(|opened| opened.id.clone());
    match action {
        Action::Compare if state.comparing => Some(Target::Comparison),
        Action::Pick(_) if before.comparing => {
            Some(if state.comparing { Target::Comparison } else { Target::Count })
        }
        Action::Shelve(_) | Action::Forget => Some(Target::Count),
        // The row that had the keyboard is gone.
        Action::Keep(id) if before.total() > state.total() => {
            let listed = |hit: &Hit| before.offer(hit.offer).id == *id;
            let at = before.rows().iter().position(listed)?;
            let row = state.rows().get(at).or(state.rows().last());
            Some(row.map_or(Target::Count, |hit| Target::Card(state.offer(hit.offer).id.clone())))
        }
        Action::Wipe => Some(Target::Field),
        // Whoever has the filters before them goes on with these.
        Action::ClearFilters if state.unfolded => None,
        Action::Unfold(false) => Some(Target::Unfold),
        Action::MoreRecruiters => Some(Target::Recruiter(before.recruiters)),
        Action::Beside(from, below) => {
            state.beside(from, *below).map(|id| Target::Card(id.to_owned()))
        }
        Action::Submit | Action::ClearFilters | Action::ClearAll | Action::Ask(_) => {
            Some(Target::Count)
        }
        Action::Remove(_) | Action::AsWords(_) => {
            let chosen = before.chosen();
            let rank = match action {
                Action::Remove(choice) => chosen.iter().position(|chip| chip == choice),
                Action::AsWords(span) => {
                    let parts = &before.answer.understood;
                    let rank = parts.iter().position(|part| part.span == *span);
                    rank.map(|rank| chosen.len() + rank)
                }
                _ => None,
            };
            let left = state.chosen().len() + state.answer.understood.len();
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
                (Some(closed), None) if !state.comparing => {
                    let listed = state.rows().iter().any(|hit| state.offer(hit.offer).id == closed);
                    Some(if listed { Target::Card(closed) } else { Target::Count })
                }
                (None, None) if before.comparing != state.comparing => {
                    Some(if state.comparing { Target::Comparison } else { Target::Count })
                }
                (Some(_), None) if state.comparing => Some(Target::Comparison),
                _ => None,
            }
        }
        _ => None,
    }
}
