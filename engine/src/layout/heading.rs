//! Which lines head a section, and what the section is about.
//!
//! A heading is short, opens with a capital or a number, says nothing in a sentence, and is followed by what it
//! heads. Known words (`headings.txt`), capitals, a colon at the end or blank lines around make it one.

use super::mark::Mark;
use super::raw::RawLine;
use crate::lexicon::Openings;
use crate::offer::SectionKind;
use crate::text::fold;
use std::sync::LazyLock;

/// A phrase of `headings.txt`.
struct Phrase {
    words: &'static str,
    /// Whether the last word may go on: `mission*`.
    open: bool,
    kind: SectionKind,
}

impl AsRef<str> for Phrase {
    fn as_ref(&self) -> &str {
        self.words
    }
}

static PHRASES: LazyLock<Openings<Phrase>> = LazyLock::new(|| {
    let mut kind = SectionKind::Other;
    let mut phrases = Vec::new();
    for line in include_str!("headings.txt").lines() {
        if let Some(name) = line.strip_prefix('[') {
            kind = SectionKind::from_word(name.trim_end_matches(']')).unwrap_or(SectionKind::Other);
        } else if !line.is_empty() && !line.starts_with('#') {
            let words = line.trim_end_matches('*');
            phrases.push(Phrase { words, open: words.len() < line.len(), kind });
        }
    }
    Openings::of(phrases)
});

/// A known phrase met in a heading.
#[derive(Clone, Copy)]
struct Known {
    /// Byte in the folded heading where it begins.
    at: usize,
    /// Its length in bytes.
    length: usize,
    kind: SectionKind,
}

impl Known {
    /// « Type d'emploi Stage », « Durée Six mois »: the label and its value, run together by a lost column.
    fn is_label_before_value(self, heading: &str) -> bool {
        let words = heading
            .split_whitespace()
            .skip(fold(heading)[..self.at + self.length].split_whitespace().count());
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        self.kind == SectionKind::Conditions
            && heading.chars().any(char::is_lowercase)
            && words.take(1).any(capital)
    }
}

/// The earliest known phrase in folded words; the longer one where two begin together.
fn known_phrase(folded: &str) -> Option<Known> {
    let mut before = None;
    folded.char_indices().find_map(|(at, c)| {
        let in_word = before.replace(c).is_some_and(char::is_alphanumeric);
        if in_word {
            return None;
        }
        let rest = &folded[at..];
        let begins = |phrase: &&Phrase| {
            rest.strip_prefix(phrase.words).is_some_and(|after| {
                phrase.open || !after.chars().next().is_some_and(char::is_alphanumeric)
            })
        };
        let phrases = PHRASES.of_words(rest);
        // Of two that are written alike, the first of the list.
        let found = phrases.iter().rev().filter(begins).max_by_key(|phrase| phrase.words.len())?;
        Some(Known { at, length: found.words.len(), kind: found.kind })
    })
}

/// What a section with this heading is about; `None` when its words do not tell.
///
/// « Missions », « VOTRE PROFIL », « Conditions et durée » tell; « 1. Gestion de projets » does not.
pub fn kind(heading: &str) -> Option<SectionKind> {
    let folded = fold(undecorated(heading));
    let known = known_phrase(&folded)?;
    // Far from the start, a name such as « l'association » is only spoken of.
    let only_named =
        matches!(known.kind, SectionKind::About | SectionKind::Context | SectionKind::Apply);
    (opens_with(&folded, known.at)
        || !only_named && !folded.starts_with(|c: char| c.is_ascii_digit()))
    .then_some(known.kind)
}

/// The heading's words without what only decorates them: `// MISSIONS //`, `**Profil**`, `## Contact`, `• Missions`.
pub(crate) fn undecorated(words: &str) -> &str {
    words.trim_matches(|c: char| {
        matches!(c, '/' | '*' | '#' | '=' | '_' | '~' | '|' | '>' | '<' | '—') || c.is_whitespace()
    })
}

/// Words that never stand last in a heading: they announce what follows as the end of a sentence.
const ANNOUNCE: &str = "a de en par pour sur avec est sont sera seront etre suivant suivants suivante suivantes \
    notamment exemple que et ou comme parmi lesquels lesquelles";

/// Words that make a sentence of a line, when they stand in it; with their accents, since « recherché » is no verb.
static VERBS: LazyLock<Openings> = LazyLock::new(|| Openings::of(SENTENCE.split_whitespace()));
const SENTENCE: &str = "est sont sera seront êtes aura auront aurez avez avons ont serez s'agit consiste consistent \
    consistera devra devront devrez mène menons regroupe comprend dispose recherche recherchons recrute recrutons \
    propose proposons participe participez participerez participera pourra pourrez accompagne souhaite souhaitez \
    voulez travaillerez rejoignez rejoins doit doivent permet vise merci envoyez envoyer adresser c'est ai suis as";

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

/// Whether the lines around allow the line `at` to head a section. `lines` are those of one offer, its own
/// heading left out.
pub(crate) fn is_heading(lines: &[RawLine], at: usize) -> bool {
    let line = &lines[at];
    let words = line.words();
    let bare = undecorated(words);
    let decorated = bare.len() < words.trim().len();
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || bare.chars().count() > 150 || !opens_like_a_heading(bare) {
        return false;
    }
    let folded = fold(bare);
    if is_data(&folded) {
        return false;
    }
    let bare_folded = folded.trim_end_matches([':', ' ', '?', '!']);
    let ends_with_colon = folded.ends_with(':');
    if line.source.trim_start().starts_with('#') && decorated {
        return true;
    }
    let word_count = bare_folded.split_whitespace().count();
    let lower = bare.to_lowercase().replace('’', "'");
    let last = bare_folded.rsplit([' ', '\'']).next().unwrap_or("");
    let sentence = folded.ends_with(['.', ';', ',', '…'])
        || folded.starts_with("quelques ")
        || is_one_of(ANNOUNCE, last)
        || lower
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .any(|word| VERBS.of_words(word).contains(&word));
    let known = known_phrase(bare_folded).is_some_and(|phrase| {
        opens_with(bare_folded, phrase.at) && !phrase.is_label_before_value(bare)
    });
    let capitals = letters >= 4 && !bare.chars().any(char::is_lowercase);
    let content = content_after(lines, at);
    let blank_before = line.blank_before || at == 0;
    let blank_after = lines.get(at + 1).is_none_or(|next| next.blank_before);

    match line.mark {
        Mark::Number(_) => {
            // Counted items stand close together or under an indent; counted headings stand apart.
            line.indent == 0
                && !folded.ends_with(['.', ';', ','])
                && !matches!(content, Content::None | Content::Number)
                && (ends_with_colon
                    || decorated
                    || blank_after && bare.chars().count() <= 150
                    || bare.chars().count() <= 40)
        }
        Mark::Bullet(_) => {
            let alone = blank_before
                && blank_after
                && matches!(content, Content::Paragraph(length) if length > bare.chars().count());
            alone
                && !sentence
                && word_count <= 16
                && (at == 0 || !is_bullet(&lines[at - 1]) || heads(lines, at - 1))
        }
        Mark::None if known && !sentence && word_count <= 9 && !is_label_with_value(&folded) => {
            true
        }
        Mark::None if known && word_count <= 5 && folded.ends_with('?') => true,
        Mark::None if sentence && !capitals => false,
        Mark::None if capitals || decorated => {
            content != Content::None && word_count <= 14 && !is_label_with_value(&folded)
        }
        Mark::None if ends_with_colon => {
            content != Content::None && word_count <= 16 && !bare_folded.contains(',')
        }
        Mark::None => {
            let length = bare.chars().count();
            let heads_more = match content {
                Content::Paragraph(next) => next > length,
                Content::Bullet | Content::Number => true,
                Content::None => false,
            };
            let alone = blank_before && blank_after && length <= 110;
            let above = blank_before
                && word_count >= 3
                && length <= 60
                && matches!(content, Content::Paragraph(next) if next >= 3 * length && next >= 120);
            (alone || above)
                && heads_more
                && !bare.contains('@')
                && !opens_with_a_person(bare)
                && !counts_something(&folded)
        }
    }
}

/// Whether a bulleted line was itself a heading (« • Missions » alone between blank lines).
fn heads(lines: &[RawLine], at: usize) -> bool {
    is_bullet(&lines[at]) && is_heading(lines, at)
}

fn is_bullet(line: &RawLine<'_>) -> bool {
    matches!(line.mark, Mark::Bullet(_))
}

/// A capital, a digit or an opening guillemet.
fn opens_like_a_heading(words: &str) -> bool {
    words
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '«' | '“' | '"'))
}

/// Figures make data of a line, ordinals (« 11ème ») do not.
fn counts_something(folded: &str) -> bool {
    folded.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        letters.len() < word.len()
            && !matches!(letters, "e" | "er" | "ere" | "eme" | "emes" | "nd" | "nde")
    })
}

/// « Prénom NOM, fonction »: a person and what they do, not a heading.
fn opens_with_a_person(words: &str) -> bool {
    let mut parts = words.split(',').next().unwrap_or("").split_whitespace();
    let named =
        |word: Option<&str>| word.is_some_and(|w| w.chars().next().is_some_and(char::is_uppercase));
    words.contains(',') && named(parts.next()) && named(parts.next()) && parts.next().is_none()
}

/// Whether only an article or a possessive stands before the known phrase.
fn opens_with(folded: &str, at: usize) -> bool {
    const OPENERS: &str = "le la les l' votre vos notre nos ton ta tes son sa ses un une des du de principales \
        principaux autres - •";
    folded[..at].replace('\'', "' ").split_whitespace().all(|word| {
        let counts = word
            .trim_end_matches(['.', ')', '/', '-'])
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'i');
        counts || is_one_of(OPENERS, word)
    })
}

/// « Durée : 6 mois »: a label with its value on the same line.
fn is_label_with_value(folded: &str) -> bool {
    folded.find(':').is_some_and(|at| !folded[at + 1..].trim().is_empty())
}

/// Addresses, links, telephone numbers, dates and amounts are what sections hold, not what heads them.
fn is_data(folded: &str) -> bool {
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    folded.contains('@')
        || folded.contains("http")
        || folded.contains("www.")
        || digits >= 6
        || folded.contains('€')
        || (digits > 0
            && [" mois", " an", " euros", "master ", "bac", "h/", "jours"]
                .iter()
                .any(|unit| folded.contains(unit)))
}

/// What follows a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    None,
    Bullet,
    Number,
    /// A line of words of this many characters.
    Paragraph(usize),
}

fn content_after(lines: &[RawLine], at: usize) -> Content {
    let Some(next) = lines.get(at + 1) else { return Content::None };
    match next.mark {
        Mark::Bullet(_) => Content::Bullet,
        Mark::Number(_) => Content::Number,
        Mark::None => {
            let words = undecorated(next.words());
            let folded = fold(words);
            let letters = words.chars().any(char::is_alphabetic);
            let caps =
                letters && !words.chars().any(char::is_lowercase) && words.chars().count() > 3;
            let bare = folded.trim_end_matches([':', ' ', '?']);
            let known = known_phrase(bare).is_some_and(|known| opens_with(bare, known.at))
                && bare.split_whitespace().count() <= 4
                && !is_label_with_value(&folded);
            if caps || known { Content::None } else { Content::Paragraph(words.chars().count()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::raw;
    use super::*;

    fn headings(text: &str) -> Vec<&str> {
        let lines = raw::lines(text, 1);
        (0..lines.len()).filter(|&at| is_heading(&lines, at)).map(|at| lines[at].words()).collect()
    }

    #[test]
    fn headings_are_told_from_content() {
        let text = "\
Qui sommes-nous ?

Une association de quartier, fondée il y a longtemps par des habitants.

VOTRE POSTE
Vous aurez notamment la charge de :
- tenir le site
Les activités de l'équipe consistent à :
- rire
// PROFIL //

Master 2

Expérience :
- du public
Contact
01 23 45 67 89
Durée : 6 mois
";
        assert_eq!(
            headings(text),
            ["Qui sommes-nous ?", "VOTRE POSTE", "// PROFIL //", "Expérience :", "Contact"]
        );
    }

    #[test]
    fn counted_headings_stand_apart_from_counted_items() {
        let text = "1. Accueil du public\n\n- ouvrir\n- orienter\n\n2. Tenue du site :\n- écrire\n\n1-   Veille\n- lire\n";
        assert_eq!(headings(text), ["Accueil du public", "Tenue du site :", "Veille"]);
        let items = "1. Préparer les ateliers de quartier avec les habitants\n2. Les animer\n3. En rendre compte\n";
        assert_eq!(headings(items), [""; 0]);
        let close = "1. Préparer les ateliers de quartier avec les habitants\n– prévenir\n– réserver\n2. Les animer\n";
        assert_eq!(headings(close), [""; 0]);
    }

    #[test]
    fn headings_tell_what_follows() {
        let cases = [
            ("// MISSIONS //", Some(SectionKind::Mission)),
            ("Votre profil", Some(SectionKind::Profile)),
            ("Conditions et durée de l’alternance :", Some(SectionKind::Conditions)),
            ("Comment candidater ?", Some(SectionKind::Apply)),
            ("À propos de nous", Some(SectionKind::About)),
            ("Contexte et problématique", Some(SectionKind::Context)),
            ("2. Analyse du dispositif", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(kind(heading), expected, "{heading}");
        }
    }
}
