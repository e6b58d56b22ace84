//! Any text has words, and each stands where it says.

use crate::chance::{Chance, PIECES};
use tremplin_engine::text::{Word, fold, words};

fn check(text: &str, words: &[Word], start: u32, end: u32) {
    let mut at = start;
    for word in words {
        assert!(at <= word.span.start && word.span.end <= end, "{text:?}: {word:?}");
        assert!(!word.span.of(text).is_empty(), "{text:?}: {word:?}");
        assert!(!word.forms.is_empty(), "{text:?}: {word:?}");
        assert!(word.forms.iter().all(|form| !form.is_empty() && fold(form) == *form), "{word:?}");
        at = word.span.end;
        check(text, &word.parts, word.span.start, word.span.end);
    }
}

#[test]
fn words_stand_in_order_where_their_spans_say() {
    let mut chance = Chance::new(1);
    for _ in 0..5000 {
        let text = chance.text(PIECES, 12);
        check(&text, &words(&text), 0, text.len() as u32);
    }
    for text in ["", "\0", "é".repeat(5000).as_str(), "a-".repeat(5000).as_str()] {
        check(text, &words(text), 0, text.len() as u32);
    }
}
