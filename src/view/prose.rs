//! An offer's text as headings, paragraphs and nested lists.

use crate::view::links::linked;
use crate::view::writing::no_break;
use tremplin_engine::offer::Offer;
use tremplin_engine::outline::{self, Line, Role};
use tremplin_engine::span::Span;
use yew::prelude::*;

/// A paragraph, or a list of items that may hold lists in turn.
#[derive(Debug, PartialEq)]
enum Block {
    Paragraph(Span),
    List { numbered: bool, items: Vec<Item> },
}

#[derive(Debug, PartialEq)]
struct Item {
    words: Span,
    blocks: Vec<Block>,
}

/// The lines as nested blocks. An item deeper than its list allows for joins the last item above it.
fn blocks(lines: &[Line]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in lines {
        match line.role {
            Role::Item { depth, numbered } => push_item(&mut blocks, depth, numbered, line.span),
            _ => blocks.push(Block::Paragraph(line.span)),
        }
    }
    blocks
}

fn push_item(blocks: &mut Vec<Block>, depth: u8, numbered: bool, words: Span) {
    if depth > 0
        && let Some(Block::List { items, .. }) = blocks.last_mut()
        && let Some(item) = items.last_mut()
    {
        return push_item(&mut item.blocks, depth - 1, numbered, words);
    }
    let item = Item { words, blocks: Vec::new() };
    match blocks.last_mut() {
        Some(Block::List { numbered: same, items }) if *same == numbered => items.push(item),
        _ => blocks.push(Block::List { numbered, items: vec![item] }),
    }
}

/// The text of `offer`, section by section, under headings of level `level`.
pub(crate) fn prose(text: &str, offer: &Offer, level: u8) -> Html {
    let sections = outline::sections(text).into_iter().map(|section| {
        let heading = section.heading.map(|heading| {
            html! { <@{format!("h{level}")}>{ no_break(heading.of(text).trim()) }</@> }
        });
        html! { <section>{ heading }<div>{ draw(&blocks(&section.lines), text, offer) }</div></section> }
    });
    html! { <div class="prose">{ for sections }</div> }
}

fn draw(blocks: &[Block], text: &str, offer: &Offer) -> Html {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(words) => html! { <p>{ linked(words.of(text).trim(), offer) }</p> },
            Block::List { numbered: false, items } => {
                html! { <ul>{ for items.iter().map(|item| html! {
                    <li>{ linked(item.words.of(text).trim(), offer) }{ draw(&item.blocks, text, offer) }</li>
                }) }</ul> }
            }
            Block::List { numbered: true, items } => {
                html! { <ol>{ for items.iter().map(|item| {
                    let (number, words) = split_number(item.words.of(text).trim());
                    html! { <li value={number.to_owned()}>{ linked(words, offer) }{ draw(&item.blocks, text, offer) }</li> }
                }) }</ol> }
            }
        })
        .collect()
}

/// « 2. suivre » is the item 2, « suivre ».
fn split_number(words: &str) -> (&str, &str) {
    words.split_once(". ").unwrap_or(("", words))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as one line: paragraphs as words, bullets in [ ], numbers in ( ).
    fn shape(blocks: &[Block], text: &str) -> String {
        let all = blocks.iter().map(|block| match block {
            Block::Paragraph(words) => words.of(text).to_owned(),
            Block::List { numbered, items } => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| format!("{}{}", item.words.of(text), shape(&item.blocks, text)))
                    .collect();
                let items = items.join(" ");
                if *numbered { format!("({items})") } else { format!("[{items}]") }
            }
        });
        all.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn items_nest_under_the_item_above() {
        let cases = [
            ("T\na\n- b\n  - c\n  - d\n- e\nf", "a [b[c d] e] f"),
            ("T\n- a\n    - b\n- c", "[a[b] c]"),
            ("T\n  - a\n- b", "[a b]"),
            ("T\n1. a\n2. b\n- c", "(1. a 2. b) [c]"),
            ("T\n- a\n  1. b", "[a(1. b)]"),
        ];
        for (text, expected) in cases {
            let sections = outline::sections(text);
            assert_eq!(shape(&blocks(&sections[0].lines), text), expected, "{text}");
        }
    }
}
