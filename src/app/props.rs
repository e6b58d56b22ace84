//! What an element gives the application: its attributes, some of them as they are written until the search reads them.

use super::Told;
use crate::catalogue::Catalogue;
use crate::state::{Address, Lang, Terms, UrlState};
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use yew::prelude::*;

/// Properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is searched.
    pub catalogue: Rc<Catalogue>,
    /// The visitor's day.
    pub today: Date,
    /// The interface's language.
    pub lang: Lang,
    /// What is asked when the page's address asks nothing, as its pairs.
    pub asked: Rc<[(String, String)]>,
    /// What the host decides.
    pub terms: Terms,
    /// Which filters stay as they are asked, by their words.
    pub locks: String,
    /// Which part of the page's address is ours.
    pub url_state: UrlState,
    /// Level of the outermost headings.
    pub level: u8,
    /// Told the number of results, first and at each change.
    pub on_answer: Callback<usize>,
    /// Told what the visitor does; whether the host lets it happen.
    pub on_tell: Callback<Told, bool>,
}

impl Props {
    /// What is asked when the page's address asks nothing.
    pub(super) fn defaults(&self) -> Address {
        Address { query: Address::from_pairs(&self.asked).query, ..Address::default() }
    }

    /// What the host decides, its locks among it.
    pub(super) fn terms(&self) -> Terms {
        let Terms { page, compact, .. } = self.terms;
        Terms::new(Some(page), compact, &self.locks, &self.defaults().query.filters)
    }
}
