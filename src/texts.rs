//! The texts' door: whoever shows an offer's words asks here, and nothing else knows where texts live.

use crate::catalogue::Catalogue;
use std::rc::Rc;
use tremplin_engine::offer::{Field, Offer};
use tremplin_engine::search::Snippet;
use tremplin_engine::span::Span;

/// The whole text of the offer `id`, in the form of [`tremplin_engine::outline`]; `None` when there is no such offer.
pub async fn whole(catalogue: Rc<Catalogue>, id: String) -> Option<Rc<str>> {
    let offer = &catalogue.offers()[catalogue.find(&id)? as usize];
    Some(Rc::from(offer.text.as_str()))
}

/// The words that the source uses for a field, for a row that has no value to show.
pub fn words(offer: &Offer, field: Field) -> Option<&str> {
    offer.words(field)
}

/// A window of the text and its marks, cut out: the marks are spans of the window.
pub fn cut(offer: &Offer, snippet: &Snippet) -> (String, Vec<Span>) {
    let window = snippet.window;
    let marks = snippet
        .marks
        .iter()
        .filter(|mark| window.start <= mark.start && mark.end <= window.end)
        .map(|mark| Span { start: mark.start - window.start, end: mark.end - window.start })
        .collect();
    (window.of(&offer.text).to_owned(), marks)
}
