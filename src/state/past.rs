//! The searches of before, kept only for the visitor who asks for it, and the text that a browser stores of them.

use std::rc::Rc;

/// Most searches kept; the oldest makes room.
const MOST: usize = 6;
/// Longest words that are kept, in bytes.
const LONGEST: usize = 200;
/// The first line of the text: its version.
const VERSION: &str = "1";

/// The words of each search, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past(Rc<[String]>);

impl Past {
    /// Reads what [`to_text`](Self::to_text) writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(VERSION) {
            return None;
        }
        let mut past = Self::default();
        let lines: Vec<&str> = lines.collect();
        lines.iter().rev().for_each(|words| past.add(words));
        Some(past)
    }

    /// The text to store: a version, then a line for each.
    pub fn to_text(&self) -> String {
        let mut text = VERSION.to_owned();
        for words in self.0.iter() {
            text.push('\n');
            text += words;
        }
        text
    }

    /// These words were searched last.
    pub fn add(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() || words.len() > LONGEST || words.contains(char::is_control) {
            return;
        }
        let mut all = vec![words.to_owned()];
        for other in self.0.iter() {
            if other != words && all.len() < MOST {
                all.push(other.clone());
            }
        }
        self.0 = all.into();
    }

    /// The words of each search, the latest first.
    pub fn words(&self) -> &[String] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_searched_comes_back() {
        let mut past = Past::default();
        for words in ["a", " été à Rennes ", "a", "", "b\nc", "é", "1", "2", "3", "4"] {
            past.add(words);
            assert_eq!(Past::parse(&past.to_text()).as_ref(), Some(&past), "{words}");
        }
        assert_eq!(past.words(), ["4", "3", "2", "1", "é", "a"]);
    }

    #[test]
    fn what_is_no_list_is_none() {
        for text in ["", "2\na", "{\"v\":1}", " 1"] {
            assert_eq!(Past::parse(text), None, "{text:?}");
        }
        let many = "1\n".to_owned() + &"x\n\u{7}\ny\n".repeat(900);
        assert_eq!(Past::parse(&many).unwrap().words(), ["x", "y"]);
    }
}
