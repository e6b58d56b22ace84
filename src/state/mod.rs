//! What is shown, as plain values, and how each action changes it: no screen, no browser, no clock.

mod action;
mod address;
mod choice;
mod focus;
mod kept;
mod lang;
mod listing;
mod located;
mod look;
mod missing;
mod past;
mod reduce;
mod reminder;
mod seen;
mod swipe;
mod terms;

pub use action::{Action, Copied, History};
pub use address::{Address, UrlState, beside_hosts};
pub use choice::Choice;
pub use focus::{Target, after};
pub use kept::{Kept, MOST_KEPT};
pub use lang::Lang;
pub use listing::{Field, Listing, Proposal};
pub use located::{Located, RADII};
pub use look::{Look, Outline, Outlines};
pub use missing::Missing;
pub use past::Past;
pub use reduce::reduce;
pub use reminder::reminder;
pub use seen::visit;
pub use swipe::{Side, Touch, swipe};
pub use terms::Terms;

use crate::catalogue::Catalogue;
use crate::late::{Late, Part};
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use tremplin_engine::offer::Offer;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Answer, Hit, Relaxation};

/// Most rows drawn before « Voir plus », and how many more each time, unless the host decides.
pub const PAGE: usize = 50;

/// How many recruiters are offered at first, and how many more each time.
pub const RECRUITERS: usize = 8;
/// Most recruiters that are listed: beyond, one types a name.
pub const MOST_RECRUITERS: usize = 128;
/// How many offers are shown in place of those that were not found.
const NEAR: usize = 3;
/// Most offers compared side by side.
pub const MOST_COMPARED: usize = 3;

/// Of which offers a list is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// All.
    #[default]
    All,
    /// Those that the visitor keeps.
    Kept,
    /// Those that a link names, by id; they need not exist.
    Given(Rc<[String]>),
}

/// What is shown. The law, once the search is there (before, all offers are shown as they come): `answer` is the catalogue's
/// answer to `query` on the day `today` among the offers of the `shelf`, with as many rows as are `shown`; `ways` and
/// `near` are the catalogue's too, where the answer is empty, the shelf holds all and no word is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is searched.
    pub catalogue: Rc<Catalogue>,
    /// What the host decides.
    pub terms: Rc<Terms>,
    /// The visitor's day.
    pub today: Date,
    /// The interface's language.
    pub lang: Lang,
    /// The language of the page, unless the visitor chooses another.
    pub home_lang: Lang,
    /// What is asked.
    pub query: Query,
    /// What was found.
    pub answer: Rc<Answer>,
    /// Of which offers the list is.
    pub shelf: Shelf,
    /// The offers that the visitor keeps.
    pub kept: Rc<Kept>,
    /// The offers that were not there at the last visit, by their place among the catalogue's.
    pub fresh: Rc<[u32]>,
    /// Whether the browser refuses to store what is kept.
    pub fleeting: bool,
    /// The searches of before, for the visitor who asks to keep them.
    pub past: Option<Past>,
    /// The offers chosen to be compared, by their place among the catalogue's.
    pub picked: Vec<u32>,
    /// Whether they are compared.
    pub comparing: bool,
    /// The steps back from an empty answer that give something.
    pub ways: Vec<Relaxation>,
    /// The first offers that one of them gives: the first that gives enough.
    pub near: Rc<Answer>,
    /// The offer being read.
    pub open: Option<Opened>,
    /// What was asked for and is not there.
    pub missing: Option<Missing>,
    /// What was copied last, and whether that was done.
    pub copied: Option<(Copied, bool)>,
    /// How many rows may be drawn.
    pub shown: usize,
    /// What stands above the list.
    pub look: Look,
    /// The map's outlines.
    pub outlines: Outlines,
    /// Whether what few visits need has come.
    pub late: Late,
    /// Whether the filters are unfolded where they fold (narrow places).
    pub unfolded: bool,
    /// Whether rows are short.
    pub compact: bool,
    /// Whether the key « / » leads to the field.
    pub slash: bool,
    /// How many recruiters may be offered.
    pub recruiters: usize,
    /// What a field suggests, while its list is open.
    pub listing: Option<Listing>,
    /// What is typed in the place's field.
    pub place: String,
    /// Whether that was tried and means no place.
    pub unknown_place: bool,
    /// Whether words are being typed: what is not looked at meanwhile may wait for [`Action::Rest`].
    pub typing: bool,
    /// How far the search for the visitor has come, once they asked for it.
    pub located: Option<Located>,
}

/// The offer being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its id.
    pub id: String,
    /// Its place among the catalogue's offers.
    pub offer: u32,
    /// Its text, once it has come.
    pub text: Option<Rc<str>>,
    /// Whether the source's words stand under the values.
    pub quoted: bool,
    /// Whether its text stands as it was read, without sections.
    pub original: bool,
    /// The offers most like it.
    pub similar: Vec<u32>,
}

impl State {
    /// What is shown first, for a page opened at `address`.
    pub fn new(catalogue: Rc<Catalogue>, today: Date, home_lang: Lang, address: Address) -> Self {
        Self::hosted(catalogue, today, home_lang, address, Terms::default())
    }

    /// What is shown first under a host's terms.
    pub fn hosted(
        catalogue: Rc<Catalogue>,
        today: Date,
        home_lang: Lang,
        mut address: Address,
        terms: Terms,
    ) -> Self {
        let terms = terms.settled(&catalogue);
        address.query = catalogue.settle(address.query);
        terms.hold(&mut address.query);
        let mut state = Self::bare(catalogue, today, home_lang, terms);
        state.query = address.query.clone();
        state.shelf = address.shelf.clone();
        state.find(state.shown);
        reduce(&state, Action::Visit(Box::new(address), 0))
    }

    /// What is shown before the search is there: every offer, since nothing is asked.
    pub fn opening(catalogue: Rc<Catalogue>, today: Date, home_lang: Lang, terms: Terms) -> Self {
        let answer = catalogue.opening(today, terms.page);
        Self { answer: Rc::new(answer), ..Self::bare(catalogue, today, home_lang, terms) }
    }

    /// Nothing yet.
    fn bare(catalogue: Rc<Catalogue>, today: Date, home_lang: Lang, terms: Terms) -> Self {
        Self {
            catalogue,
            shown: terms.page,
            compact: terms.compact,
            terms: Rc::new(terms),
            today,
            lang: home_lang,
            home_lang,
            query: Query::default(),
            answer: Rc::default(),
            ways: Vec::new(),
            near: Rc::default(),
            shelf: Shelf::All,
            kept: Rc::default(),
            fresh: Rc::from([]),
            fleeting: false,
            past: None,
            picked: Vec::new(),
            comparing: false,
            open: None,
            missing: None,
            copied: None,
            look: Look::List,
            outlines: Outlines::Unasked,
            late: if Part::Late.is_here() { Late::Here } else { Late::Coming },
            unfolded: false,
            slash: true,
            recruiters: RECRUITERS,
            listing: None,
            place: String::new(),
            unknown_place: false,
            typing: false,
            located: None,
        }
    }

    /// Answers the query, with at most so many rows.
    fn find(&mut self, shown: usize) {
        let among = self.among();
        self.shown = shown;
        let answer = self.catalogue.answer(&self.query, among.as_deref(), self.today, shown);
        self.answer = Rc::new(answer);
        self.ways = Vec::new();
        self.near = Rc::default();
        // Each way is a search: no keystroke waits for them.
        if !self.typing {
            self.widen();
        }
    }

    /// Looks for ways back when nothing is found among all offers.
    fn widen(&mut self) {
        if self.answer.total == 0 && self.ways.is_empty() && self.shelf == Shelf::All {
            self.ways = self.catalogue.relaxations(&self.query, &self.answer, self.today);
            self.ways.retain(|way| self.terms.allow(&way.query));
            let enough = self.ways.iter().find(|way| way.total as usize >= NEAR);
            if let Some(way) = enough.or(self.ways.first()) {
                let near = self.catalogue.answer(&way.query, None, self.today, NEAR);
                self.near = Rc::new(near);
            }
        }
    }

    /// Every value that the visitor chose and may take away.
    pub fn chosen(&self) -> Vec<Choice> {
        let mut chosen = Choice::of(&self.query.filters);
        chosen.retain(|choice| !self.terms.locked.contains(&choice.facet()));
        chosen
    }

    /// The host decides otherwise.
    pub fn agree(&mut self, terms: Terms) {
        self.terms = Rc::new(terms.settled(&self.catalogue));
        self.terms.hold(&mut self.query);
        self.compact |= self.terms.compact;
        self.find(self.terms.page);
    }

    /// The address that leads back here.
    pub fn address(&self) -> Address {
        let picked = self.picked.iter().filter(|_| self.comparing);
        let missing = self.missing.as_ref().map(|missing| &missing.id);
        Address {
            query: self.query.clone(),
            offer: self.open.as_ref().map(|opened| &opened.id).or(missing).cloned(),
            shelf: self.shelf.clone(),
            compared: picked.map(|&place| self.offer(place).id.clone()).collect(),
            look: self.look,
            lang: (self.lang != self.home_lang).then_some(self.lang),
        }
    }

    /// The offers of the shelf, by their place; `None` for all.
    pub fn among(&self) -> Option<Vec<u32>> {
        let place = |id: &str| self.catalogue.find(id);
        match &self.shelf {
            Shelf::All => None,
            Shelf::Kept => Some(self.kept.ids().filter_map(place).collect()),
            Shelf::Given(ids) => Some(ids.iter().filter_map(|id| place(id)).collect()),
        }
    }

    /// Whether something stands before the list: an offer, or a comparison.
    pub fn is_away(&self) -> bool {
        self.open.is_some() || self.comparing
    }

    /// The page speaks another language.
    pub fn speak(&mut self, lang: Lang) {
        (self.lang, self.home_lang) = (lang, lang);
    }

    /// Looks at the results so; the map asks for its outlines, and asks again when they did not come.
    pub fn look_at(&mut self, look: Look) {
        self.look = look;
        if look == Look::Map && matches!(self.outlines, Outlines::Unasked | Outlines::Failed) {
            self.outlines = Outlines::Coming;
        }
    }

    /// Draws at most so many rows.
    pub fn show(&mut self, shown: usize) {
        if shown != self.shown {
            self.find(shown);
        }
    }

    /// The answer whose rows are drawn: that to the query, or where it is empty the nearest that is not.
    pub fn listed(&self) -> &Answer {
        if self.answer.total == 0 { &self.near } else { &self.answer }
    }

    /// The rows that are drawn.
    pub fn rows(&self) -> &[Hit] {
        &self.listed().hits
    }

    /// The offer's id of the row below that of the offer `id`, or above.
    pub fn beside(&self, id: &str, below: bool) -> Option<&str> {
        let at = self.rows().iter().position(|hit| self.offer(hit.offer).id == id)?;
        let other = if below { at + 1 } else { at.checked_sub(1)? };
        self.rows().get(other).map(|hit| &*self.offer(hit.offer).id)
    }

    /// The offer beside the open one among the rows.
    pub fn neighbour(&self, side: Side) -> Option<&Offer> {
        let id = self.beside(&self.open.as_ref()?.id, side == Side::After)?;
        self.catalogue.find(id).map(|place| self.offer(place))
    }

    /// How many offers were found.
    pub fn total(&self) -> usize {
        self.answer.total as usize
    }

    /// The offer of a row.
    pub fn offer(&self, place: u32) -> &Offer {
        &self.catalogue.offers()[place as usize]
    }
}

impl Opened {
    /// The offer `id`, its text still to come; `None` when there is no such offer.
    pub fn new(catalogue: &Catalogue, id: &str, today: Date) -> Option<Self> {
        let offer = catalogue.find(id)?;
        let similar = catalogue.similar(offer, today);
        Some(Self { id: id.to_owned(), offer, text: None, quoted: false, original: false, similar })
    }
}
