//! What French ads call things: the posts, and what web pages say around an offer.
//!
//! Each list is a text file of its own, folded, one phrase a line.

mod openings;

pub(crate) use openings::Openings;

use crate::text::plain;
use regex::Regex;
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
    let shared = folded.strip_prefix("co-").or_else(|| folded.strip_prefix("vice-"));
    let shared = shared.or_else(|| folded.strip_prefix("co").filter(|it| it.starts_with("coord")));
    if shared.is_some_and(opens_with_post) {
        return true;
    }
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
///
/// Reads « Nos autres postes ouverts », « Personnes également consultées », « Dans la même région : », « Offres à proximité ».
/// Leaves « Autres informations », « Vous recherchez d'autres missions que la routine », « Postes à pourvoir ».
pub fn announces_other_offers(folded: &str) -> bool {
    /// Longest announcement, in bytes.
    const LONGEST: usize = 110;
    let words = folded.trim_matches(NO_WORD);
    OTHERS.has(words) || words.len() <= LONGEST && SAID.is_match(words)
}

/// What announces other offers in many wordings: which of them, and how they are near this one.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    let offers = r"(?:(?:offres?|annonces?|fiches)(?: d'emplois?| d'alternances?| de stages?| de missions?)?|emplois|postes|jobs|missions|stages|alternances|opportunites|recrutements|contrats)";
    let near = r"(?:similaires?|semblables|comparables|equivalente?s|associee?s|suggeree?s|proches|voisine?s|liee?s|connexes|sponsorisee?s|a proximite|pres de chez (?:vous|toi)|autour de (?:vous|toi|moi)|(?:recemment )?(?:consultee?s|vue?s|visitee?s)(?: recemment)?|du meme (?:recruteur|employeur|annonceur|secteur|domaine)|de la meme (?:entreprise|structure|ville|region)|de (?:cet|cette) (?:employeur|recruteur|entreprise|structure|organisme|association|collectivite)|dans (?:la|le) meme [a-z]+|qui (?:pourraient|peuvent|devraient|vous|te))";
    let pattern = format!(
        r"^(?:(?:(?:les|des|nos|quelques|plus d'|toutes les) ?)?{offers} {near}\b|(?:(?:voir|decouvrez|decouvrir|consultez|consulter|retrouvez|parcourir|explorer?z?) )?(?:(?:les|nos|ses|leurs|toutes nos|d') ?)?autres {offers}(?: (?:ouvert|disponible|a pourvoir|en cours|chez|de|du|dans|a|publie|propose)[^.!?]*)?$|plus d'(?:offres|annonces|emplois|opportunites)(?: (?:de|d'|chez|a|comme|similaires|dans)\b.*)?$|(?:les |nos )?(?:derniers|dernieres) {offers}(?: (?:publie|depose|ajoute|mise|en)[a-z ]*)? ?: ?.+$|(?:personnes|profils|pages|entreprises|offres) (?:egalement|aussi) (?:consulte|recherche|vu|visite)e?s|(?:dans|de) (?:la|le) meme (?:region|ville|departement|secteur|rubrique|domaine|metier|commune|entreprise|organisme|structure|collectivite)(?: geographique| d'activite)? ?:?$|(?:d'|nos )?autres (?:offres|annonces|postes|missions)\b|recherches (?:similaires|associees|recentes|frequentes|populaires|liees|apparentees|suggerees)\b|(?:cela|ca) (?:pourrait|peut|devrait) (?:aussi |egalement )?(?:vous|t')|(?:ces|les) {offers} (?:correspondent|vont|sauront|risquent de)|(?:selectionnee?s|suggestions|recommandee?s|nos suggestions)(?: d'offres)? (?:pour|a) (?:vous|toi)|[a-z][^.:]{{1,40}} recrute (?:aussi|egalement)(?: (?:a|sur|pour|en)\b.*)? ?:?$)"
    );
    Regex::new(&plain(&pattern)).expect("the pattern of announcements is a regular expression")
});

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
        for line in [
            "nos autres postes ouverts",
            "personnes egalement consultees",
            "dans la meme region :",
            "offres a proximite",
            "les dernieres annonces : stage (le tri, agde)",
            "voir d'autres offres",
            "recherches associees : jardinier, fleuriste",
            "d'autres offres vous correspondent !",
            "emplois consultes recemment",
            "plus d'offres comme celle-ci",
            "le verger recrute aussi :",
        ] {
            assert!(announces_other_offers(line), "{line}");
        }
        for line in [
            "autres informations",
            "postes a pourvoir",
            "offres d'emploi",
            "les autres postes sont tenus par des benevoles.",
            "vous travaillez avec les autres missions locales",
            "dernier poste occupe",
            "les dernieres offres",
            "le verger recrute aussi un jardinier",
        ] {
            assert!(!announces_other_offers(line), "{line}");
        }
        assert!(ends_offer("offres similaires"));
        assert!(!ends_offer("offres de service"));
    }
}
