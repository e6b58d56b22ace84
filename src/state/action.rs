//! What a visitor does, and what the world reports.

use crate::late::Late;
use crate::state::{Address, Choice, Field, Kept, Lang, Located, Look, Outlines, Past, Shelf};
use std::rc::Rc;
use tremplin_engine::atlas::Point;
use tremplin_engine::query::{Query, Sort};
use tremplin_engine::span::Span;

/// What a visitor does, and what the world reports.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The words are now these.
    Type(String),
    /// No key was pressed for a moment.
    Rest,
    /// The place's field now holds this.
    TypePlace(String),
    /// A field suggests what its words may become.
    Suggest(Field),
    /// Another of a field's suggestions is the active one: the next, or the one before.
    Highlight(Field, bool),
    /// The suggestions are put away.
    Fold,
    /// The suggestion of that rank is taken.
    Take(Field, usize),
    /// What is typed in the place's field is chosen.
    EnterPlace,
    /// The words are wiped by their button.
    Wipe,
    /// The form is sent: the answer is already there, the visitor wants to go to it.
    Submit,
    /// A facet's box is ticked or unticked.
    Toggle(Choice),
    /// A chosen value is taken away by its own button.
    Remove(Choice),
    /// The interface speaks this language.
    Lang(Lang),
    /// Some of the words, which are understood as a filter, are words and no more.
    AsWords(Span),
    /// Every chosen value is taken away.
    ClearFilters,
    /// Every chosen value and the words are taken away.
    ClearAll,
    /// Another query, which was proposed.
    Ask(Box<Query>),
    /// A key of the address takes this value, or none: bounds, the radius.
    Set(&'static str, String),
    /// The visitor asks to be found.
    Locate,
    /// They could not be found.
    Lost(Located),
    /// They are here.
    Found(Point),
    /// More recruiters are offered.
    MoreRecruiters,
    /// The key « / » leads to the field, or does nothing.
    Slash(bool),
    /// Rows are short, or whole.
    Compact(bool),
    /// From the row of this offer to the one below, or above.
    Beside(String, bool),
    /// Another order.
    Sort(Sort),
    /// Looks at the results so.
    Look(Look),
    /// The map's outlines have come, or could not be had.
    Outlines(Outlines),
    /// What few visits need has come, or did not, or is asked for again.
    Late(Late),
    /// Unfolds the filters, or folds them.
    Unfold(bool),
    /// Shows more rows.
    More,
    /// Opens the offer of this id.
    Open(String),
    /// Closes the offer, or else the comparison.
    Close,
    /// Shows the source's words under the values of the open offer, or hides them.
    Quote(bool),
    /// Shows the text of the open offer as it was read, or in sections again.
    Original(bool),
    /// Copies something.
    Copy(Copied),
    /// It was copied, or could not be.
    Copied(Copied, bool),
    /// Passes the open offer on by what the device has for it.
    Share,
    /// Prints the open offer.
    Print,
    /// Opens the offer of this id, a neighbour of the open one, in its place.
    Turn(String),
    /// Keeps the offer of this id, or no longer.
    Keep(String),
    /// The browser remembers these offers, and that those of these places are new.
    Recall(Rc<Kept>, Rc<[u32]>),
    /// The browser remembers these searches.
    Recollect(Past),
    /// The browser does not store what is kept.
    Fleeting,
    /// Everything kept is forgotten.
    Forget,
    /// Goes to other offers: all, those kept, those of a link.
    Shelve(Shelf),
    /// Chooses the offer of this place to be compared, or no longer.
    Pick(u32),
    /// Compares the chosen offers.
    Compare,
    /// The text of the offer of this id has come.
    Text(String, Rc<str>),
    /// The visitor went to an address: Back, Forward, or the host's doing; at least so many rows were drawn there.
    Visit(Box<Address>, usize),
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The link of the open offer.
    Link,
    /// The addresses to which applications go.
    Addresses,
    /// A link to the offers of the list.
    List,
}

/// What an action leaves in the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// Nothing.
    Keep,
    /// The current entry follows.
    Replace,
    /// A new entry: Back undoes the action.
    Push,
}

impl Action {
    /// What the action leaves in the browser's history: an entry for each filter and each offer, none for keystrokes.
    pub fn history(&self) -> History {
        match self {
            Self::Toggle(_)
            | Self::Remove(_)
            | Self::AsWords(_)
            | Self::ClearFilters
            | Self::ClearAll
            | Self::Ask(_)
            | Self::Take(..)
            | Self::EnterPlace
            | Self::Set(..)
            | Self::Found(_)
            | Self::Sort(_)
            | Self::Shelve(_)
            | Self::Compare
            | Self::Look(_)
            | Self::Open(_) => History::Push,
            Self::Type(_)
            | Self::Wipe
            | Self::Close
            | Self::Lang(_)
            | Self::Turn(_)
            | Self::Pick(_) => History::Replace,
            Self::Submit
            | Self::Rest
            | Self::TypePlace(_)
            | Self::Suggest(_)
            | Self::Highlight(..)
            | Self::Fold
            | Self::Locate
            | Self::Lost(_)
            | Self::MoreRecruiters
            | Self::Slash(_)
            | Self::Compact(_)
            | Self::Beside(..)
            | Self::Unfold(_)
            | Self::More
            | Self::Quote(_)
            | Self::Original(_)
            | Self::Copy(_)
            | Self::Copied(..)
            | Self::Share
            | Self::Print
            | Self::Keep(_)
            | Self::Recall(..)
            | Self::Recollect(_)
            | Self::Fleeting
            | Self::Forget
            | Self::Text(..)
            | Self::Outlines(_)
            | Self::Late(_)
            | Self::Visit(..) => History::Keep,
        }
    }
}
