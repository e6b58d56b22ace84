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

/// The whole text of an offer, for pages that are drawn where every text is.
#[cfg(feature = "prerender")]
pub fn at_hand(offer: &Offer) -> &str {
    &offer.text
}

/// The words that the source uses for a field, for a row that has no value to show.
pub fn words(offer: &Offer, field: Field) -> Option<&str> {
    offer.words(field)
}

/// How many bytes may stand before the first mark of a window, so that a narrow place still shows it.
const BEFORE_MARK: u32 = 48;

/// A window of the text and its marks, cut out: the marks are spans of what is returned. It begins at a word.
pub fn cut(offer: &Offer, snippet: &Snippet) -> (String, Vec<Span>) {
    let mut window = snippet.window;
    if let Some(mark) = snippet.marks.first().filter(|mark| mark.start > window.start + BEFORE_MARK)
    {
        let before = Span { start: window.start, end: mark.start }.of(&offer.text);
        let far = before.len().saturating_sub(BEFORE_MARK as usize);
        let space = before.char_indices().find(|&(at, c)| at >= far && c == ' ');
        window.start += space.map_or(0, |(at, _)| at as u32 + 1);
    }
    let marks = snippet
        .marks
        .iter()
        .filter(|mark| window.start <= mark.start && mark.end <= window.end)
        .map(|mark| Span { start: mark.start - window.start, end: mark.end - window.start })
        .collect();
    (window.of(&offer.text).to_owned(), marks)
}
