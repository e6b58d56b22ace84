//! What is shown, as plain values, and how each action changes it: no screen, no browser, no clock.

mod action;
mod address;
mod choice;
mod focus;
mod lang;
mod reduce;
mod reminder;
mod swipe;

pub use action::{Action, Copied, History};
pub use address::{Address, UrlState};
pub use choice::Choice;
pub use focus::{Target, after};
pub use lang::Lang;
pub use reduce::reduce;
pub use reminder::reminder;
pub use swipe::{Side, Touch, swipe};

use crate::catalogue::Catalogue;
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use tremplin_engine::offer::Offer;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Answer, Hit};

/// Most rows drawn before « Voir plus », and how many more each time.
pub const PAGE: usize = 50;

/// What is shown. The law: `answer` is the catalogue's answer to `query` on the day `today`, with as many rows as are
/// `shown`.
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
    /// The offer being read.
    pub open: Option<Opened>,
    /// How many rows may be drawn.
    pub shown: usize,
    /// Whether the filters are unfolded where they fold (narrow places).
    pub unfolded: bool,
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
    /// What was copied of it last, and whether that was done.
    pub copied: Option<(Copied, bool)>,
    /// The offers most like it.
    pub similar: Vec<u32>,
}

impl State {
    /// What is shown first, for a page opened at `address`.
    pub fn new(catalogue: Rc<Catalogue>, today: Date, home_lang: Lang, address: Address) -> Self {
        let Address { query, offer, lang } = address;
        let query = catalogue.settle(query);
        let answer = catalogue.answer(&query, today, PAGE);
        let open = offer.and_then(|id| Opened::new(&catalogue, id, today));
        let lang = lang.unwrap_or(home_lang);
        Self {
            catalogue,
            today,
            lang,
            home_lang,
            query,
            answer,
            open,
            shown: PAGE,
            unfolded: false,
        }
    }

    /// The address that leads back here.
    pub fn address(&self) -> Address {
        Address {
            query: self.query.clone(),
            offer: self.open.as_ref().map(|opened| opened.id.clone()),
            lang: (self.lang != self.home_lang).then_some(self.lang),
        }
    }

    /// The page speaks another language.
    pub fn speak(&mut self, lang: Lang) {
        (self.lang, self.home_lang) = (lang, lang);
    }

    /// Draws at most so many rows.
    pub fn show(&mut self, shown: usize) {
        if shown != self.shown {
            self.shown = shown;
            self.answer = self.catalogue.answer(&self.query, self.today, shown);
        }
    }

    /// The rows that are drawn.
    pub fn rows(&self) -> &[Hit] {
        &self.answer.hits
    }

    /// The offer beside the open one among the results.
    pub fn beside(&self, side: Side) -> Option<&Offer> {
        let opened = self.open.as_ref()?;
        let at = self.rows().iter().position(|hit| hit.offer == opened.offer)?;
        let beside = match side {
            Side::Before => at.checked_sub(1)?,
            Side::After => at + 1,
        };
        Some(self.offer(self.rows().get(beside)?.offer))
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
    pub fn new(catalogue: &Catalogue, id: String, today: Date) -> Option<Self> {
        let offer = catalogue.find(&id)?;
        let similar = catalogue.similar(offer, today);
        let (text, copied) = (None, None);
        Some(Self { id, offer, text, quoted: false, original: false, copied, similar })
    }
}
