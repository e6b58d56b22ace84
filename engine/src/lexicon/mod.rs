//! What French ads call things: the posts, and what web pages say around an offer.
//!
//! Each list is a text file of its own, folded, one phrase a line.

mod openings;

pub(crate) use openings::Openings;

use std::sync::LazyLock;

/// The phrases of a list.
fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Nouns of posts, masculine and feminine.
static POSTS: LazyLock<Openings<String>> = LazyLock::new(|| {
    let mut posts = Vec::new();
    for post in phrases(include_str!("posts.txt")) {
        posts.push(post.to_owned());
        for (masculine, feminine) in [
            ("teur", "trice"),
            ("eur", "euse"),
            ("ien", "ienne"),
            ("er", "ere"),
            ("if", "ive"),
            ("f", "ve"),
        ] {
            if let Some(stem) = post.strip_suffix(masculine) {
                posts.push(format!("{stem}{feminine}"));
            }
        }
    }
    Openings::of(posts)
});

/// Whether folded words open with a noun of a post, in either gender or in an inclusive form.
///
/// ```
/// use tremplin_engine::lexicon::opens_with_post;
/// assert!(opens_with_post("charge.e de mission"));
/// assert!(opens_with_post("conducteur(trice) d'autocar"));
/// assert!(opens_with_post("animatrice de quartier"));
/// assert!(!opens_with_post("chargement des colis"));
/// ```
pub fn opens_with_post(folded: &str) -> bool {
    POSTS.of_words(folded).iter().any(|post| {
        folded.strip_prefix(post.as_str()).is_some_and(|rest| {
            let ending = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            matches!(ending, "" | "e" | "es" | "s" | "rice" | "rices" | "fe")
        })
    })
}

/// A list of whole lines, and of beginnings of lines (`partager*`).
struct List {
    whole: Openings,
    open: Openings,
}

impl List {
    fn of(list: &'static str) -> Self {
        let open = phrases(list).filter_map(|phrase| phrase.strip_suffix('*'));
        let whole = phrases(list).filter(|phrase| !phrase.ends_with('*'));
        Self { whole: Openings::of(whole), open: Openings::of(open) }
    }

    /// Whether a folded line is one of the list's.
    fn has(&self, folded: &str) -> bool {
        let folded = folded.trim();
        let begins = |start: &&str| {
            folded.strip_prefix(*start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        self.whole.of_words(folded).contains(&folded)
            || self.open.of_words(folded).iter().any(begins)
    }
}

static MENUS: LazyLock<List> = LazyLock::new(|| List::of(include_str!("menus.txt")));
static ENDS: LazyLock<List> = LazyLock::new(|| List::of(include_str!("ends.txt")));
static OTHERS: LazyLock<List> = LazyLock::new(|| List::of(include_str!("others.txt")));

/// Whether a folded line belongs to a web page and not to the offer on it: menus, buttons, cookie notices; several
/// of them side by side too.
pub fn is_menu(folded: &str) -> bool {
    let listed = |words: &str| MENUS.has(words.trim_matches(NO_WORD));
    let mut entries = folded.split(['|', '·', '•', '/']).filter(|entry| !entry.trim().is_empty());
    listed(folded) || folded.contains(['|', '·', '•', '/']) && entries.all(listed)
}

/// Arrows and pictures around the words of a button.
const NO_WORD: fn(char) -> bool = |c| !c.is_alphanumeric() && !matches!(c, '©' | '(' | ')');

/// Whether a folded line ends the offer above: what follows are other offers, or the page's foot.
pub fn ends_offer(folded: &str) -> bool {
    let words = folded.trim_matches(NO_WORD);
    ENDS.has(words) || announces_other_offers(words)
}

/// Whether a folded line announces cards of other offers than the page's own.
pub fn announces_other_offers(folded: &str) -> bool {
    OTHERS.has(folded.trim_matches(NO_WORD))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_offers() {
        for line in
            ["accueil", "accueil > nos offres > jardin", "partager : facebook", "© 2026 le verger"]
        {
            assert!(is_menu(line), "{line}");
        }
        for line in [
            "accueillir le public",
            "partager ses savoirs",
            "postuler par courriel avant le 3 mai",
            "menus travaux",
        ] {
            assert!(!is_menu(line), "{line}");
        }
        assert!(ends_offer("offres similaires"));
        assert!(!ends_offer("offres de service"));
    }
}
