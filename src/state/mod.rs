//! What is shown, as plain values, and how each action changes it: no screen, no browser, no clock.

mod action;
mod address;
mod choice;
mod focus;
mod lang;
mod listing;
mod located;
mod look;
mod reduce;

pub use action::{Action, History};
pub use address::{Address, UrlState};
pub use choice::Choice;
pub use focus::{Target, after};
pub use lang::Lang;
pub use listing::{Field, Listing};
pub use located::{Located, RADII};
pub use look::{Look, Outline, Outlines};
pub use reduce::reduce;

use crate::catalogue::Catalogue;
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use tremplin_engine::offer::Offer;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Answer, Hit, Relaxation};

/// Most rows drawn before « Voir plus », and how many more each time.
pub const PAGE: usize = 50;

/// How many recruiters are offered at first, and how many more each time.
pub const RECRUITERS: usize = 8;
/// Most recruiters that are listed: beyond, one types a name.
pub const MOST_RECRUITERS: usize = 128;
/// How many offers are shown in place of those that were not found.
const NEAR: usize = 3;

/// What is shown. The law: `answer` is the catalogue's answer to `query` on the day `today`, with as many rows as are
/// `shown`; `ways` and `near` are the catalogue's too, where the answer is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is searched.
    pub catalogue: Rc<Catalogue>,
    /// The visitor's day.
    pub today: Date,
    /// The interface's language.
    pub lang: Lang,
    /// The language of the page, unless the visitor chooses another.
    pub home_lang: Lang,
    /// What is asked.
    pub query: Query,
    /// What was found.
    pub answer: Answer,
    /// The steps back from an empty answer that give something.
    pub ways: Vec<Relaxation>,
    /// The first offers that one of them gives: the first that gives enough.
    pub near: Answer,
    /// The offer being read.
    pub open: Option<Opened>,
    /// How many rows may be drawn.
    pub shown: usize,
    /// What stands above the list.
    pub look: Look,
    /// The map's outlines.
    pub outlines: Outlines,
    /// Whether the filters are unfolded where they fold (narrow places).
    pub unfolded: bool,
    /// Whether rows are short.
    pub compact: bool,
    /// How many recruiters may be offered.
    pub recruiters: usize,
    /// What a field suggests, while its list is open.
    pub listing: Option<Listing>,
    /// What is typed in the place's field.
    pub place: String,
    /// Whether that was tried and means no place.
    pub unknown_place: bool,
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
    /// Whether its link was copied, once that was tried.
    pub copied: Option<bool>,
}

impl State {
    /// What is shown first, for a page opened at `address`.
    pub fn new(catalogue: Rc<Catalogue>, today: Date, home_lang: Lang, address: Address) -> Self {
        let Address { query, offer, lang, look } = address;
        let query = catalogue.settle(query);
        let open = offer.and_then(|id| Opened::new(&catalogue, id));
        let lang = lang.unwrap_or(home_lang);
        let mut state = Self {
            catalogue,
            today,
            lang,
            home_lang,
            query,
            answer: Answer::default(),
            ways: Vec::new(),
            near: Answer::default(),
            open,
            shown: PAGE,
            look: Look::List,
            outlines: Outlines::Unasked,
            unfolded: false,
            compact: false,
            recruiters: RECRUITERS,
            listing: None,
            place: String::new(),
            unknown_place: false,
            located: None,
        };
        state.find();
        state.look_at(look);
        state
    }

    /// Answers the query, the list from its top, and looks for ways back when nothing is found.
    fn find(&mut self) {
        self.shown = PAGE;
        self.answer = self.catalogue.answer(&self.query, self.today, PAGE);
        self.ways = Vec::new();
        self.near = Answer::default();
        if self.answer.total == 0 {
            self.ways = self.catalogue.relaxations(&self.query, &self.answer, self.today);
            let enough = self.ways.iter().find(|way| way.total as usize >= NEAR);
            if let Some(way) = enough.or(self.ways.first()) {
                self.near = self.catalogue.answer(&way.query, self.today, NEAR);
            }
        }
    }

    /// The address that leads back here.
    pub fn address(&self) -> Address {
        Address {
            query: self.query.clone(),
            offer: self.open.as_ref().map(|opened| opened.id.clone()),
            look: self.look,
            lang: (self.lang != self.home_lang).then_some(self.lang),
        }
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
            self.shown = shown;
            self.answer = self.catalogue.answer(&self.query, self.today, shown);
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
    pub fn new(catalogue: &Catalogue, id: String) -> Option<Self> {
        let offer = catalogue.find(&id)?;
        Some(Self { id, offer, text: None, quoted: false, copied: None })
    }
}
