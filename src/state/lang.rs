//! The interface's language: each of its words is written once in each, side by side.

/// A language of the interface. The offers' own words stay as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The value of `langue`, or of a page's `lang`; anything but English is French.
    pub fn from_word(word: &str) -> Self {
        let english = word.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"));
        if english { Self::En } else { Self::Fr }
    }

    /// The language as `lang` attributes write it.
    pub fn word(self) -> &'static str {
        self.say("fr", "en")
    }

    /// These words, in the language.
    pub fn say<T>(self, french: T, english: T) -> T {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }
}
