//! Words with the matching ones marked, from spans.

use crate::view::writing::no_break;
use tremplin_engine::span::Span;
use yew::prelude::*;

/// `words` cut at the spans `marks`, each piece with whether it is marked; spans that do not fit are left out.
fn pieces<'a>(words: &'a str, marks: &[Span]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = 0;
    for mark in marks {
        let range = mark.range();
        let (Some(before), Some(marked)) = (words.get(at..range.start), words.get(range.clone()))
        else {
            continue;
        };
        pieces.extend([(before, false), (marked, true)]);
        at = range.end;
    }
    pieces.push((&words[at..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// `words` with `marks` in `<mark>`.
pub(crate) fn marked(words: &str, marks: &[Span]) -> Html {
    pieces(words, marks)
        .into_iter()
        .map(|(piece, marked)| {
            let piece = no_break(piece);
            if marked {
                html! { <mark>{ piece }</mark> }
            } else {
                Html::from(piece)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_joined_are_the_words() {
        let words = "été à Rennes";
        let span = |start, end| Span { start, end };
        let all = |marks: &[Span]| pieces(words, marks);
        assert_eq!(
            all(&[span(0, 5), span(9, 15)]),
            [("été", true), (" à ", false), ("Rennes", true)]
        );
        for marks in [
            vec![],
            vec![span(1, 2)],
            vec![span(0, 99)],
            vec![span(5, 8), span(0, 5)],
            vec![span(4, 0)],
        ] {
            let joined: String = all(&marks).into_iter().map(|(piece, _)| piece).collect();
            assert_eq!(joined, words, "{marks:?}");
        }
    }
}
