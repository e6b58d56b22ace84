//! What answers the words that were looked up last: at the next letter all words of the query but one are the same.

use super::answering::Forms;
use std::rc::Rc;

/// How many words are held: those of a long query, and what was typed of its last one.
const HELD: usize = 32;

/// What was asked about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// What answers it.
    Whole,
    /// The same, while it may go on.
    Begun,
    /// What was meant by it.
    Misspelt,
    /// The same, while it may go on.
    MisspeltBegun,
}

/// The words that were looked up last.
#[derive(Clone, Debug, Default)]
pub(super) struct Recent {
    held: Vec<(Asked, Vec<String>, Rc<Forms>)>,
    /// Which gives way to the next.
    next: usize,
}

impl Recent {
    /// What was found when the same was asked about the same `forms`, if it is held.
    pub(super) fn find(&self, asked: Asked, forms: &[String]) -> Option<Rc<Forms>> {
        let same = |held: &&(Asked, Vec<String>, Rc<Forms>)| held.0 == asked && held.1 == forms;
        self.held.iter().find(same).map(|(.., found)| Rc::clone(found))
    }

    /// Holds what was found.
    pub(super) fn hold(&mut self, asked: Asked, forms: &[String], found: &Rc<Forms>) {
        let entry = (asked, forms.to_vec(), Rc::clone(found));
        match self.held.get_mut(self.next) {
            Some(place) => *place = entry,
            None => self.held.push(entry),
        }
        self.next = (self.next + 1) % HELD;
    }
}
