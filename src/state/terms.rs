//! What the host decides, and the visitor cannot change.

use crate::catalogue::Catalogue;
use tremplin_engine::query::{Facet, Filters, Query};

use super::PAGE;

/// Most rows that a host may have drawn at once.
const MOST: usize = 200;

/// What the host decides. The law: a query held is one whose locked facets are those of `filters`.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Most rows drawn before « Voir plus », and how many more each time.
    pub page: usize,
    /// Whether rows are short until the visitor wants them whole.
    pub compact: bool,
    /// The facets that stay as they are.
    pub locked: Vec<Facet>,
    /// What they ask; nothing of the others.
    pub filters: Filters,
}

impl Default for Terms {
    fn default() -> Self {
        Self { page: PAGE, compact: false, locked: Vec::new(), filters: Filters::default() }
    }
}

impl Terms {
    /// The terms of an element whose attributes ask `filters`: `page` of `nombre`, `locks` of `verrou`, words between spaces;
    /// those that mean nothing are dropped.
    pub fn new(page: Option<usize>, compact: bool, locks: &str, filters: &Filters) -> Self {
        // `duree` and `duree-max` are of the same facet as `duree-min`.
        let stem = |word: &str| word.find('-').unwrap_or(word.len());
        let mut terms = Self::of(page, compact);
        for facet in Facet::ALL {
            let name = &facet.word()[..stem(facet.word())];
            if locks.split_whitespace().any(|word| word[..stem(word)] == *name) {
                terms.locked.push(facet);
                terms.filters.add(filters, facet);
            }
        }
        terms
    }

    /// The terms of an element whose attributes lock nothing.
    pub fn of(page: Option<usize>, compact: bool) -> Self {
        let page = page.map_or(PAGE, |page| page.clamp(1, MOST));
        Self { page, compact, ..Self::default() }
    }

    /// With names as the catalogue has them.
    pub(super) fn settled(mut self, catalogue: &Catalogue) -> Self {
        self.filters =
            catalogue.settle(Query { filters: self.filters, ..Query::default() }).filters;
        self
    }

    /// Gives the locked facets back what the host asks of them.
    pub(super) fn hold(&self, query: &mut Query) {
        for &facet in &self.locked {
            query.filters.clear(facet);
            query.filters.add(&self.filters, facet);
        }
    }

    /// Whether the locked facets of `query` are as the host has them.
    pub(super) fn allow(&self, query: &Query) -> bool {
        let mut held = query.clone();
        self.hold(&mut held);
        held == *query
    }
}
