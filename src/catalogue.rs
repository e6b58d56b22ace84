//! What is searched: every offer and its index, read once however many elements the page holds; the index when it is first
//! needed, for the first results do without.

use std::cell::OnceCell;
use std::rc::Rc;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::offer::Offer;
use tremplin_engine::query::Query;
use tremplin_engine::query::plain::{NamedPlace, Understood};
use tremplin_engine::search::{self, Answer, Index, Marks, Relaxation, Suggestion, SuggestionKind};

/// Most suggestions at once.
const SUGGESTED: usize = 6;

/// Every offer of the site, as `build.rs` compiled `seeds/`.
pub const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/offers.json"));

/// The forker's words used for one another, of `tremplin.toml`.
const SYNONYMS: &str = include_str!(concat!(env!("OUT_DIR"), "/synonyms.txt"));

/// A dataset and its index. Two catalogues are equal when they are the same one.
#[derive(Debug)]
pub struct Catalogue {
    dataset: Rc<Dataset>,
    synonyms: &'static str,
    index: OnceCell<Index>,
}

impl Catalogue {
    /// The catalogue of `dataset`.
    pub fn new(dataset: Dataset) -> Self {
        Self { dataset: Rc::new(dataset), synonyms: "", index: OnceCell::new() }
    }

    /// The offers that ride with the program.
    ///
    /// # Errors
    /// When they are not a dataset of this version: the build that embedded them is broken.
    pub fn embedded() -> Result<Rc<Self>, String> {
        thread_local! {
            static ONCE: Result<Rc<Catalogue>, String> = Catalogue::read(EMBEDDED);
        }
        ONCE.with(Clone::clone)
    }

    /// Offers that come from elsewhere.
    ///
    /// # Errors
    /// When they are not a dataset of this version.
    pub fn read(json: &str) -> Result<Rc<Self>, String> {
        let dataset = Dataset::from_json(json).map_err(|error| error.to_string())?;
        Ok(Rc::new(Self { synonyms: SYNONYMS, ..Self::new(dataset) }))
    }

    /// The offers, in the dataset's order.
    pub fn offers(&self) -> &[Offer] {
        &self.dataset.offers
    }

    /// The offer of that id, by its place in [`offers`](Self::offers).
    pub fn find(&self, id: &str) -> Option<u32> {
        self.dataset.offers.iter().position(|offer| offer.id == id).map(|place| place as u32)
    }

    /// `query` with its places and recruiters as filters write them; those that nobody knows are dropped. A commune has a
    /// radius, which is told; nothing else has.
    pub fn settle(&self, mut query: Query) -> Query {
        let filters = &mut query.filters;
        let places = filters.places.iter().filter_map(|name| self.index().place(name));
        let places: Vec<NamedPlace> = places.collect();
        let around = places.iter().any(|place| place.is_town);
        filters.radius = around.then(|| filters.radius());
        filters.places = places.into_iter().map(|place| place.label).collect();
        let recruiters = filters.organisations.iter();
        filters.organisations = recruiters
            .filter_map(|name| self.index().organisation(name))
            .map(str::to_owned)
            .collect();
        query
    }

    /// Every offer in the order of an empty query, and how many there are: what is shown before anything is asked.
    pub fn opening(&self, today: Date, most: usize) -> Answer {
        search::opening(&self.dataset, today, most)
    }

    /// The answer to `query` on the day `today`, with the first `most` offers; of those `among` where it is told. Until all
    /// of the program is there its words are words and no more.
    pub fn answer(&self, query: &Query, among: Option<&[u32]>, today: Date, most: usize) -> Answer {
        let understood = understood(self.index(), query, today);
        search::answer(&self.dataset, self.index(), query, understood, among, today, most)
    }

    /// The index, which knows the places and the recruiters that facets count; it reads the words when one is asked for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::lazy(&self.dataset);
            index.add_synonyms(self.synonyms);
            index
        })
    }

    /// Makes the index, short of its words.
    pub fn prepare(&self) {
        self.index();
    }

    /// What each step back from a query that finds nothing would give.
    pub fn relaxations(&self, query: &Query, answer: &Answer, today: Date) -> Vec<Relaxation> {
        relaxations(&self.dataset, self.index(), query, answer, today)
    }

    /// The three offers most like `offer`, those that are open first.
    pub fn similar(&self, offer: u32, today: Date) -> Vec<u32> {
        similar(&self.dataset, self.index(), offer, today, 3)
    }

    /// What the last words of `query` may become.
    pub fn suggest(&self, query: &Query, today: Date) -> Vec<Suggestion> {
        suggest(&self.dataset, self.index(), query, today, SUGGESTED)
    }

    /// The places that `name` may become, each with how many offers it would give alone; taken, it joins those chosen.
    pub fn places_like(&self, query: &Query, name: &str, today: Date) -> Vec<Suggestion> {
        places_like(self, query, name, today)
    }

    /// What to mark of an offer that `answer` found.
    pub fn marks(&self, answer: &Answer, offer: u32) -> Marks {
        marks(self, answer, offer)
    }
}

crate::late! { Search:
    "40" fn marks(catalogue: &Catalogue, answer: &Answer, offer: u32) -> Marks = marked;
}

crate::late! { Late:
    "10" fn relaxations(dataset: &Dataset, index: &Index, query: &Query, answer: &Answer, today: Date) -> Vec<Relaxation>
        = search::relaxations;
    "11" fn similar(dataset: &Dataset, index: &Index, offer: u32, today: Date, most: usize) -> Vec<u32>
        = search::similar;
    "12" fn suggest(dataset: &Dataset, index: &Index, query: &Query, today: Date, most: usize) -> Vec<Suggestion>
        = search::suggest;
    "14" fn understood(index: &Index, query: &Query, today: Date) -> Vec<Understood>
        = search::understood;
    "13" fn places_like(catalogue: &Catalogue, query: &Query, name: &str, today: Date) -> Vec<Suggestion>
        = suggested_places;
}

fn marked(catalogue: &Catalogue, answer: &Answer, offer: u32) -> Marks {
    search::marks(&catalogue.dataset, catalogue.index(), answer, offer)
}

/// The places that `name` may become, each with how many offers it would give alone; taken, it joins those chosen.
fn suggested_places(
    catalogue: &Catalogue,
    query: &Query,
    name: &str,
    today: Date,
) -> Vec<Suggestion> {
    let places = catalogue.index().places_like(name, SUGGESTED).into_iter();
    places
        .map(|place| {
            let mut alone = query.clone();
            alone.filters.places = [place.label.clone()].into();
            let mut query = query.clone();
            query.filters.places.insert(place.label.clone());
            let total = catalogue.answer(&alone, None, today, 0).total;
            Suggestion { kind: SuggestionKind::Place, text: place.label, query, total }
        })
        .collect()
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
