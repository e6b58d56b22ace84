//! The forker's one file of settings, `tremplin.toml`: all of it optional, a wrong name or value an error.

mod key;
mod read;

use std::collections::BTreeMap;

/// What `tremplin.toml` says; what it leaves out is as [`Settings::default`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `[site]`: what the published site is called, and how it looks.
    pub site: Site,
    /// `[filtres]`: what the site's page filters by until the visitor chooses; words of the public vocabulary, by name.
    pub filters: BTreeMap<String, String>,
    /// `[filtres] verrou`: the names of the filters that visitors cannot change.
    pub locked: Vec<String>,
    /// `[filtres] masquer`: the names of the filters that are not shown.
    pub hidden: Vec<String>,
    /// `[offres]`: what is published of the offers.
    pub offers: Offers,
    /// `[logos]`: by recruiter, the path of a picture in the project.
    pub logos: BTreeMap<String, String>,
    /// `[recherche] synonymes`: words used for one another, in the form of
    /// [`Synonyms::add`](crate::text::synonyms::Synonyms::add), a line each.
    pub synonyms: String,
}

/// The published site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// `nom`: what it is called.
    pub name: String,
    /// `titre`: the heading of its page.
    pub title: String,
    /// `description`: one sentence, for search engines and shared links.
    pub description: String,
    /// `adresse`: where it will be, with the last slash; absolute addresses are written only when it is known.
    pub address: Option<String>,
    /// `langue`: the interface's language, `fr` or `en`.
    pub lang: String,
    /// `accent`: the colour of what can be acted on, `#rrggbb`.
    pub accent: Option<String>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: "Tremplin".to_owned(),
            title: "Stages, alternances, services civiques".to_owned(),
            description: "Cherchez parmi les offres de stage, d’alternance et de service civique. Sans compte, sans cookie, sans traceur.".to_owned(),
            address: None,
            lang: "fr".to_owned(),
            accent: None,
        }
    }
}

/// What is published of the offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// `contacts = "masqués"`: names, e-mail addresses and telephone numbers are left out.
    pub mask_contacts: bool,
    /// `garder`: months that an offer stays after its deadline or its start; `None`: for ever.
    pub keep_months: Option<u32>,
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
    /// When it is no TOML, or holds a name that no setting has, or a value that its setting cannot have.
    pub fn read(text: &str) -> Result<Self, WrongSettings> {
        read::read(text)
    }
}

#[cfg(test)]
mod tests;
