//! The forker's one file of settings, `tremplin.toml`: all of it optional, a wrong name an error.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What `tremplin.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `[recherche] synonymes`: words used for one another, in the form of
    /// [`Synonyms::add`](crate::text::synonyms::Synonyms::add), a line each.
    pub synonyms: String,
}

/// Why a file of settings is wrong: the line, from 1, and what to do, in French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongSettings {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what to write.
    pub message: String,
}

impl std::fmt::Display for WrongSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "tremplin.toml, ligne {} : {}", self.line, self.message)
    }
}

impl std::error::Error for WrongSettings {}

impl Settings {
    /// Reads a file of settings.
    ///
    /// ```
    /// use tremplin_engine::settings::Settings;
    /// let settings = Settings::read("[recherche]\nsynonymes = [\"tri-porteur, vélo cargo\"]\n").unwrap();
    /// assert_eq!(settings.synonyms, "tri-porteur, vélo cargo\n");
    /// let wrong = Settings::read("[recherche]\nsynonyme = []\n").unwrap_err();
    /// assert_eq!(wrong.to_string(), "tremplin.toml, ligne 2 : « synonyme » n'est pas un réglage de [recherche] ; écrivez « synonymes »");
    /// ```
    ///
    /// # Errors
    /// When it is no TOML, or holds a name that no setting has, or a value of another kind.
    pub fn read(text: &str) -> Result<Self, WrongSettings> {
        let wrong = |at: usize, message: String| {
            let before = &text[..text.floor_char_boundary(at)];
            WrongSettings { line: before.matches('\n').count() + 1, message }
        };
        let table = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            wrong(at, format!("TOML illisible : {}", error.message()))
        })?;
        let mut settings = Self::default();
        for (name, value) in table.get_ref() {
            let at = name.span().start;
            let Some(search) = value.get_ref().as_table().filter(|_| name.get_ref() == "recherche")
            else {
                let told = format!(
                    "« {} » n'est pas un réglage ; écrivez « [recherche] »",
                    name.get_ref()
                );
                return Err(wrong(at, told));
            };
            for (name, value) in search {
                if name.get_ref() != "synonymes" {
                    let told = format!(
                        "« {} » n'est pas un réglage de [recherche] ; écrivez « synonymes »",
                        name.get_ref()
                    );
                    return Err(wrong(name.span().start, told));
                }
                settings.synonyms = lines(value).ok_or_else(|| {
                    let told =
                        "« synonymes » est une liste de textes : [\"tri-porteur, vélo cargo\"]";
                    wrong(value.span().start, told.to_owned())
                })?;
            }
        }
        Ok(settings)
    }
}

/// A list of texts, a line each.
fn lines(value: &Spanned<DeValue<'_>>) -> Option<String> {
    let texts = value.get_ref().as_array()?.iter().map(|text| text.get_ref().as_str());
    texts.map(|text| Some(text?.replace('\n', " ") + "\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn all_of_it_is_optional() {
        for text in ["", "# rien\n", "[recherche]\n", "[recherche]\nsynonymes = []\n"] {
            assert_eq!(Settings::read(text), Ok(Settings::default()), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let cases = [
            ("a =", 1),
            ("\nrecherches = 3\n", 2),
            ("recherche = 3\n", 1),
            ("[recherche]\n\nsynonymes = \"a, b\"\n", 3),
            ("[recherche]\nsynonymes = [3]\n", 2),
        ];
        for (text, line) in cases {
            assert_eq!(Settings::read(text).unwrap_err().line, line, "{text}");
        }
    }
}
