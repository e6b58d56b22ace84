//! The offers that the visitor keeps, and the text that a browser stores of them.

use tremplin_engine::calendar::Date;

/// Most offers kept; the oldest makes room.
pub const MOST_KEPT: usize = 200;
/// The version of the text.
const VERSION: &str = "1";

/// The offers that the visitor keeps, by id, with the day of each; the latest last. No id holds a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept(Vec<(Date, String)>);

impl Kept {
    /// Reads what [`to_text`](Self::to_text) writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        if words.next() != Some(VERSION) {
            return None;
        }
        let mut kept = Self::default();
        for word in words {
            let (day, id) = word.split_once(':')?;
            if id.is_empty() || id.contains(char::is_whitespace) {
                return None;
            }
            kept.insert(id, day.parse().ok()?);
        }
        Some(kept)
    }

    /// The text to store: a version, then the day and the id of each offer.
    pub fn to_text(&self) -> String {
        let mut text = VERSION.to_owned();
        for (day, id) in &self.0 {
            text.push(' ');
            text += &day.to_string();
            text.push(':');
            text += id;
        }
        text
    }

    /// Whether the offer `id` is kept.
    pub fn holds(&self, id: &str) -> bool {
        self.0.iter().any(|(_, kept)| kept == id)
    }

    /// Keeps the offer `id` on the day `today`, or no longer.
    pub fn toggle(&mut self, id: &str, today: Date) {
        if self.holds(id) {
            self.0.retain(|(_, kept)| kept != id);
        } else {
            self.insert(id, today);
        }
    }

    fn insert(&mut self, id: &str, day: Date) {
        if id.is_empty() || id.contains(char::is_whitespace) || self.holds(id) {
            return;
        }
        if self.0.len() == MOST_KEPT {
            self.0.remove(0);
        }
        self.0.push((day, id.to_owned()));
    }

    /// The ids, the latest last.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, id)| id.as_str())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut kept = Kept::default();
        assert_eq!(kept.to_text(), "1");
        for id in ["a", "b:c", "é-1", "a", "d e", ""] {
            kept.toggle(id, day("2026-11-27"));
            assert_eq!(Kept::parse(&kept.to_text()).as_ref(), Some(&kept), "{id}");
        }
        assert_eq!(kept.to_text(), "1 2026-11-27:b:c 2026-11-27:é-1");
        assert!(kept.holds("b:c") && !kept.holds("a"));
    }

    #[test]
    fn what_is_no_list_is_none() {
        for text in [
            "",
            " ",
            "2 2026-11-27:a",
            "1 ",
            "1 a",
            "1 2026-11-27:",
            "1 2026-13-27:a",
            "1  2026-11-27:a",
            "1 2026-11-27:a\tb",
            "{\"v\":1}",
            "\u{0}",
        ] {
            assert_eq!(Kept::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_oldest_makes_room() {
        let mut kept = Kept::default();
        for rank in 0..MOST_KEPT + 3 {
            kept.toggle(&rank.to_string(), day("2026-11-27"));
        }
        assert_eq!(kept.len(), MOST_KEPT);
        assert_eq!(kept.ids().next(), Some("3"));
        let long = kept.to_text() + " 2026-11-28:x";
        assert_eq!(Kept::parse(&long).unwrap().ids().next(), Some("4"));
    }
}
