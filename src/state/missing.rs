//! An offer that is asked for and is not there, and those nearest to it.

use crate::catalogue::Catalogue;
use tremplin_engine::calendar::Date;
use tremplin_engine::query::Query;

/// How many of the nearest are told.
const NEAREST: usize = 3;
/// Of an id, the words that tell something: so many at most, none shorter or longer.
const WORDS: usize = 12;
const SHORTEST: usize = 3;
const LONGEST: usize = 30;

/// An offer that is asked for and is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its id.
    pub id: String,
    /// The offers nearest to the words of its id, by their place among the catalogue's.
    pub nearest: Vec<u32>,
}

impl Missing {
    /// The offer `id`, which is not in the catalogue.
    pub fn new(catalogue: &Catalogue, id: String, today: Date) -> Self {
        let mut words = String::new();
        let telling = id.split(|c: char| !c.is_alphanumeric());
        let telling = telling.filter(|word| (SHORTEST..=LONGEST).contains(&word.len()));
        for word in telling.take(WORDS) {
            words += word;
            words.push(' ');
        }
        let mut nearest = Vec::new();
        if !words.is_empty() {
            let query = Query::parse(&words);
            let mut answer = catalogue.answer(&query, None, today, NEAREST);
            if answer.total == 0
                && let Some(way) = catalogue.relaxations(&query, &answer, today).first()
            {
                answer = catalogue.answer(&way.query, None, today, NEAREST);
            }
            nearest = answer.hits.iter().map(|hit| hit.offer).collect();
        }
        Self { id, nearest }
    }
}
