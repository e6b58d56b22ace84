//! How the results are looked at, beside being read.

use std::rc::Rc;

/// What stands above the list of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Nothing.
    #[default]
    List,
    /// The map of the départements.
    Map,
    /// The months in which posts start, and until which one can apply.
    Calendar,
}

impl Look {
    /// Every look, as they are proposed.
    pub const ALL: [Self; 3] = [Self::List, Self::Map, Self::Calendar];

    /// The look as an address writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::List => "liste",
            Self::Map => "carte",
            Self::Calendar => "calendrier",
        }
    }

    /// The look that an address writes so; anything else is the list.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|look| look.word() == word).unwrap_or_default()
    }
}

/// The map's outlines, which come when the map is first looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Outlines {
    /// Nobody asked for them.
    #[default]
    Unasked,
    /// They are on their way.
    Coming,
    /// They could not be had.
    Failed,
    /// Here they are.
    Here(Rc<[Outline]>),
}

/// A département's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its code: `35`, `2A`.
    pub code: Rc<str>,
    /// An SVG path, on a map of [`SIZE`](Outlines::SIZE).
    pub path: Rc<str>,
}

impl Outlines {
    /// Width and height of the map that paths are drawn on.
    pub const SIZE: [u32; 2] = [1226, 1170];

    /// Reads lines of a code, a tab and a path; what is none of them is no outlines.
    pub fn read(lines: &str) -> Self {
        let outline = |line: &str| {
            let (code, path) = line.split_once('\t')?;
            path.starts_with('M').then(|| Outline { code: code.into(), path: path.into() })
        };
        let mut outlines = Vec::new();
        for line in lines.lines() {
            match outline(line) {
                Some(outline) => outlines.push(outline),
                None => return Self::Failed,
            }
        }
        if outlines.is_empty() { Self::Failed } else { Self::Here(outlines.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Outlines};

    #[test]
    fn looks_have_their_words() {
        for look in Look::ALL {
            assert_eq!(Look::from_word(look.word()), look);
        }
        assert_eq!(Look::from_word("x"), Look::List);
    }

    #[test]
    fn what_is_no_outline_is_refused() {
        assert!(
            matches!(Outlines::read("01\tM0 0z\n2A\tM1 1z\n"), Outlines::Here(two) if two.len() == 2)
        );
        for text in ["", "<html>", "01\tM0 0z\n02"] {
            assert_eq!(Outlines::read(text), Outlines::Failed, "{text}");
        }
    }
}
