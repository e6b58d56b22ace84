//! How surely words name a post: by a noun, by « (H/F) », by an inclusive form, by a mission with its subject.

use crate::extract::{rule, title};
use crate::lexicon::opens_with_post;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// « (H/F) » and its kin.
static GENDERS: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(r"(?:^|[(\[ ,])[hfmx] ?[/-] ?[hfmx](?: ?[/-] ?[hfmx])?(?:$|[)\] ,.])")
});

/// A word in an inclusive form, or in both genders: « plisseur·euse », « plisseur(se) », « plisseur ou plisseuse ».
static INCLUSIVE: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^[a-z-]{3,20}(?:[.(/-](?:e|ne|te|le|ve|fe|se|re|iere|ere|ienne|euse|trice|rice|ice|ive|esse)s?\)?(?:[.(-]s\)?)?)(?:$|[ ,])",
    )
});

/// Words that open a mission as a post: a stage with its subject, a thesis.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:(?:offre|sujet|proposition) (?:de |d'))?(?:stagiaires?|stages?|alternance|service civique|these|doctorat|contrat doctoral|contrat postdoctoral|post-?doctorat|apprentissage|vie|mission de service civique|mission de volontariat|volontariat)\b[ \x22-]*[a-z]",
    )
});

/// What stands before a post in its own piece: a kind of contract, an article, a number, a verb that recruits.
static BEFORE_POST: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"^(?:(?:offre d(?:e |')(?:emploi|stage|alternance)|stage|alternance|apprentissage|service civique|cdd|cdi|vie|emploi|recrutement|poste|mission|avis de (?:vacance|recrutement|concours)|appel (?:a|de) candidatures? pour|on recrute|nous recrutons|nous recherchons|on cherche|recrute|recrutons|recherche|recherchons|cherche|futur(?:{e})|son|sa|ses|notre|nos|une? ou une?|une? ?/ ?une?|une?|un{e}|un/une|des|plusieurs|deux|trois|quatre|cinq|six|\d{1,2}|places?|postes?) (?:d(?:e |'|es ))?)+",
    )
});

/// What says that words name a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) enum Strength {
    /// Nothing.
    None,
    /// A noun of several people, a capital behind: « Médecins du Fleuve » is a body as well.
    People,
    /// A mission with its subject: « Stage jardin ».
    Subject,
    /// A noun.
    Noun,
    /// Both genders.
    Gendered,
}

/// Whether words name a post.
pub(in crate::extract) fn names_post(words: &str) -> bool {
    strength(words) > Strength::None
}

/// Whether words name several people, and so may name a body: « Médecins du Fleuve ».
pub(in crate::extract) fn names_people(words: &str) -> bool {
    strength(words) == Strength::People
}

/// Whether words hold « (H/F) » or its kin.
pub(super) fn tells_genders(folded: &str) -> bool {
    GENDERS.is_match(folded)
}

/// How surely words name a post.
pub(super) fn strength(words: &str) -> Strength {
    strength_folded(words, &fold(words))
}

/// The same, of words that are folded as well.
pub(super) fn strength_folded(words: &str, folded: &str) -> Strength {
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    if title::names_nothing_folded(bare) {
        return Strength::None;
    }
    let post = BEFORE_POST.find(bare).map_or(bare, |before| &bare[before.end()..]);
    let gendered = GENDERS.is_match(bare) && !bare.starts_with("offre") && !post.trim().is_empty();
    if gendered || INCLUSIVE.is_match(post) || both_genders(post) {
        return Strength::Gendered;
    }
    if opens_with_post(post) || opens_with_post(bare) {
        let first = bare.split(' ').next().unwrap_or(bare);
        let capital = words.split_whitespace().skip(1).any(|word| {
            word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
        });
        let people = post.len() == bare.len() && first.ends_with('s') && capital;
        return if people { Strength::People } else { Strength::Noun };
    }
    if is_english(words, post) {
        return Strength::Noun;
    }
    if SUBJECT.is_match(bare) {
        return Strength::Subject;
    }
    Strength::None
}

/// « Data Science Lead », « Customer Care Specialist »: English names a post by its last word.
fn is_english(words: &str, folded: &str) -> bool {
    const NOUNS: [&str; 27] = [
        "lead",
        "manager",
        "engineer",
        "developer",
        "designer",
        "analyst",
        "officer",
        "owner",
        "scientist",
        "specialist",
        "consultant",
        "executive",
        "representative",
        "director",
        "assistant",
        "intern",
        "architect",
        "administrator",
        "coordinator",
        "researcher",
        "writer",
        "strategist",
        "planner",
        "buyer",
        "controller",
        "advisor",
        "partner",
    ];
    let (words, folded) = [" junior", " senior", " confirmé"]
        .iter()
        .find_map(|rank| Some((words.strip_suffix(rank)?, folded.strip_suffix(&*fold(rank))?)))
        .unwrap_or((words, folded));
    let count = folded.split_whitespace().count();
    let last = folded.split_whitespace().last().unwrap_or("");
    (2..=5).contains(&count)
        && NOUNS.contains(&last)
        && !folded.contains([',', '.', '\''])
        && words.split_whitespace().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || matches!(c, '&' | '-' | '/'))
                || matches!(word, "of" | "and" | "for")
        })
}

/// « meunier ou meunière », « infirmier / infirmière », « plisseur/plisseuse ».
fn both_genders(folded: &str) -> bool {
    let mut words = folded.split_whitespace();
    let Some(one) = words.next() else { return false };
    let alike = |one: &str, other: &str| {
        if !one.chars().chain(other.chars()).all(|c| c.is_alphabetic() || c == '-') {
            return false;
        }
        let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        shared >= 4 && shared + 4 >= one.len().max(other.len())
    };
    if one.split_once('/').is_some_and(|(one, other)| alike(one, other)) {
        return true;
    }
    let (Some(link), Some(other)) = (words.next(), words.next()) else { return false };
    matches!(link, "ou" | "/" | "et") && alike(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_known_by_their_forms() {
        for post in [
            "Jardinier",
            "un(e) plisseur(se)",
            "Plisseur ou plisseuse",
            "Plisseur/plisseuse de papier",
            "Plisseur H/F",
            "Stage jardin",
            "1 place de volontaire",
            "Data Science Lead",
            "Account Executive junior",
        ] {
            assert!(names_post(post), "{post}");
        }
        for other in ["Stage", "Nos jardins", "Offre H/F", "Énergie", "Le Verger", "We lead"] {
            assert!(!names_post(other), "{other}");
        }
        assert_eq!(strength("Jardiniers du Lac"), Strength::People);
        assert_eq!(strength("Jardinier du Lac"), Strength::Noun);
    }
}
