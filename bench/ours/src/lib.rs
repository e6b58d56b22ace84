//! Tremplin's engine without its widget: what a page needs to answer, and nothing to draw it with.

use std::hint::black_box;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::Dataset;
use tremplin_engine::query::Query;
use tremplin_engine::search::{Index, marks, search};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many rows the widget shows, and marks, at each keystroke.
const SHOWN: usize = 20;

/// The offers and their index.
#[wasm_bindgen]
pub struct Engine {
    dataset: Dataset,
    index: Index,
    today: Date,
}

#[wasm_bindgen]
impl Engine {
    /// The engine of these offers on a day, with their index if it was built beforehand. The offers come as the bytes of their
    /// JSON: a string would take three times its room on the way in.
    ///
    /// # Errors
    /// When one of them is not what it should be.
    #[wasm_bindgen(constructor)]
    pub fn new(offers: Vec<u8>, index: Option<Vec<u8>>, today: &str) -> Result<Engine, String> {
        let offers = String::from_utf8(offers).map_err(|error| error.to_string())?;
        let dataset = Dataset::from_json(&offers).map_err(|error| error.to_string())?;
        drop(offers);
        let index = match index {
            Some(bytes) => Index::open(bytes, &dataset).map_err(|error| error.to_string())?,
            None => Index::build(&dataset),
        };
        let today = today.parse().map_err(|_| format!("{today} is no day"))?;
        Ok(Self { dataset, index, today })
    }

    /// The index, to open it another time.
    pub fn index(&self) -> Vec<u8> {
        self.index.to_bytes().to_vec()
    }

    /// The first offers that answer these words, by their places; all that the widget would draw of the answer is
    /// made: the facets' counts, and the marks and snippets of the first rows.
    pub fn search(&self, words: &str) -> Vec<u32> {
        let answer = search(&self.dataset, &self.index, &Query::parse(words), self.today, SHOWN);
        black_box(&answer.facets);
        let shown = answer.hits.iter().map(|hit| hit.offer);
        shown
            .inspect(|&offer| drop(black_box(marks(&self.dataset, &self.index, &answer, offer))))
            .collect()
    }
}
