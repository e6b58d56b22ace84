//! The names of communes, départements and régions that stand in a text.

use super::area::{area_at, area_keys};
use super::name::{Word, push_word, words};
use super::{Commune, Department, Region, TABLE};
use crate::text::Folded;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

/// A name met in a text, and what it may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in the folded text.
    pub range: Range<usize>,
    /// The communes of this name: those of today first; none for the name of an area alone.
    pub communes: &'static [Commune],
    /// The département of this name.
    pub department: Option<&'static Department>,
    /// The région of this name.
    pub region: Option<&'static Region>,
    /// Whether it begins with a capital letter, not counting an article.
    pub capital: bool,
    /// Whether it is also an ordinary word, a first name or a word of organisations: `lexicon/not-places.txt`.
    pub word: bool,
    /// Whether it is a part of a longer name, of a street's or of an address: « Paris-Saclay », « rue de Rennes »,
    /// « www.rennes.example ».
    pub part: bool,
}

impl Mention {
    /// The name in full, with the article that a text draws into « au » or « des »; `""` for an area alone.
    pub fn name(&self) -> &'static str {
        self.communes.first().map_or("", |commune| commune.name())
    }

    /// Whether it names a commune, as far as the name itself can tell. Where a rule expects a place (after
    /// « Lieu : », before a postal code), the ordinary words are places too.
    pub fn is_commune(&self) -> bool {
        !self.communes.is_empty() && self.capital && !self.word && !self.part
    }
}

/// Commune names that are also something else, as keys.
static NOT_PLACES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| names(include_str!("lexicon/not-places.txt")).collect());

/// Longer names around a commune's that mean another thing, as keys.
static NOT_COMMUNES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| names(include_str!("lexicon/not-communes.txt")).collect());

fn names(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The first words of all names, each with the rows of the table that begin with it: most words of a text begin none.
static FIRST_WORDS: LazyLock<HashMap<&str, Range<usize>>> = LazyLock::new(|| {
    let first = |key: &'static str| key.split(' ').next().unwrap_or(key);
    let mut rows: HashMap<&str, Range<usize>> = HashMap::with_capacity(TABLE.communes.len());
    for row in 0..TABLE.communes.len() {
        let rows = rows.entry(first(TABLE.key(row))).or_insert(row..row);
        rows.end = row + 1;
    }
    for key in area_keys().chain(NOT_COMMUNES.iter().copied()) {
        rows.entry(first(key)).or_default();
    }
    rows
});

/// The longest name of a commune has eight words; some are added for « arrondissement » and the like.
const LONGEST: usize = 10;

/// The names in `folded`, which is `source` folded: the longest from each word on, left to right, on one line,
/// never overlapping. Ordinary words without a capital are left out.
///
/// ```
/// use tremplin_engine::gazetteer::find;
/// use tremplin_engine::text::Folded;
/// let text = "Poste basé à St-Denis (La Réunion) ou dans le Nord-Pas de Calais";
/// let folded = Folded::new(text);
/// let found: Vec<_> = find(&folded, text).collect();
/// assert_eq!(&folded.as_str()[found[0].range.clone()], "st-denis");
/// assert_eq!(found[1].department.map(|department| department.code), Some("974"));
/// assert_eq!(found[2].region.map(|region| region.name), Some("Hauts-de-France"));
/// assert!(found[2].communes.is_empty());
///
/// let text = "Postes au Havre et aux Sables-d’Olonne, pas au bois";
/// let folded = Folded::new(text);
/// let found: Vec<_> = find(&folded, text).map(|mention| mention.name()).collect();
/// assert_eq!(found, ["Le Havre", "Les Sables-d'Olonne"]);
/// ```
pub fn find<'a>(folded: &'a Folded, source: &'a str) -> impl Iterator<Item = Mention> + 'a {
    let text = folded.as_str();
    let words: Vec<_> = words(text).collect();
    let mut next = 0;
    std::iter::from_fn(move || {
        while next < words.len() {
            let at = next;
            if let Some((length, mention)) = contracted(text, &words[at..]) {
                let mention = seen(mention, &words[at + 1..at + length], folded, source);
                if mention.capital {
                    next += length;
                    return Some(mention);
                }
            }
            match longest(text, &words[at..]) {
                Some((length, None)) => next += length,
                Some((length, Some(mention))) => {
                    let mention = seen(mention, &words[at..at + length], folded, source);
                    if mention.word && !mention.capital {
                        next += 1;
                        continue;
                    }
                    next += length;
                    return Some(mention);
                }
                None => next += 1,
            }
        }
        None
    })
}

/// A name whose article stands in the first of `words`: « au Havre », « des Ulis ». It takes a name that no commune
/// bears without its article, and leaves ordinary words: « au Bois ». The range leaves the contracted word out.
fn contracted(text: &str, words: &[Word<'_>]) -> Option<(usize, Mention)> {
    let article = match words.first()?.text {
        "au" | "du" => "le",
        "aux" | "des" => "les",
        _ => return None,
    };
    let next = words.get(1)?;
    if &text[words[0].end..next.start] != " " {
        return None;
    }
    let mut full = vec![Word { text: article, start: next.start, end: next.start }];
    full.extend(words[1..].iter().take(LONGEST));
    let (length, mention) = longest(text, &full)?;
    let bare = longest(text, &full[1..]).map_or(0, |(length, _)| length);
    let mention = mention.filter(|mention| !mention.communes.is_empty() && !mention.word)?;
    (length > bare + 1).then_some((length, mention))
}

/// The longest name that begins with the first of `words`: its number of words, and what it names, if that is a
/// commune or an area.
fn longest(text: &str, words: &[Word<'_>]) -> Option<(usize, Option<Mention>)> {
    let mut best = None;
    let mut key = String::new();
    let mut rows = 0..0;
    for (index, word) in words.iter().take(LONGEST).enumerate() {
        if index > 0 && !joins(&text[words[index - 1].end..word.start], words[index - 1]) {
            break;
        }
        if index == 0 && word.text.is_empty() {
            break;
        }
        push_word(&mut key, word.text);
        if index == 0 {
            rows = FIRST_WORDS.get(key.as_str())?.clone();
        }
        rows.start = TABLE.partition(rows.clone(), |other| other < key.as_str());
        let communes = TABLE.named_from(rows.start, &key);
        let (area, more_areas) = area_at(&key);
        if !communes.is_empty() || area.is_some() {
            let area = area.unwrap_or_default();
            let mention = Mention {
                range: words[0].start..word.end,
                communes,
                department: area.department,
                region: area.region,
                capital: false,
                word: NOT_PLACES.contains(key.as_str()),
                part: false,
            };
            best = Some((index + 1, Some(mention)));
        } else if NOT_COMMUNES.contains(key.as_str()) {
            best = Some((index + 1, None));
        }
        let more = more_areas
            || TABLE.goes_on(rows.start + communes.len(), &key)
            || NOT_COMMUNES.range(key.as_str()..).find(|name| **name != key).is_some_and(|name| {
                name.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with(' '))
            });
        if !more && !next_is_silent(words, index) {
            break;
        }
    }
    best
}

/// Whether the word after `index` is one that a key leaves out, as « arrondissement ».
fn next_is_silent(words: &[Word<'_>], index: usize) -> bool {
    words.get(index + 1).is_some_and(|word| word.text.is_empty())
}

/// Whether two words so parted may belong to one name.
fn joins(gap: &str, before: Word<'_>) -> bool {
    let abbreviated = before.end - before.start <= 3 && matches!(before.text, "saint" | "sainte");
    match gap.trim_matches(' ') {
        "" => true,
        "'" => true,
        "-" => !(gap.starts_with(' ') && gap.ends_with(' ')),
        "." | ".-" => abbreviated,
        _ => false,
    }
}

/// The mention with what its surroundings say.
fn seen(mut mention: Mention, words: &[Word<'_>], folded: &Folded, source: &str) -> Mention {
    let text = folded.as_str();
    let capital = |word: &Word<'_>| {
        folded.source(word.start..word.end).of(source).starts_with(char::is_uppercase)
    };
    let article = matches!(words[0].text, "le" | "la" | "les" | "l") && words.len() > 1;
    // « La possession » opens a sentence, « La Possession » is a commune.
    mention.capital = capital(&words[usize::from(article)]);

    let mut before = text[..mention.range.start].chars().rev();
    let mut after = text[mention.range.end..].chars();
    let (near_before, far_before) = (before.next(), before.next());
    let (near_after, far_after) = (after.next(), after.next());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    mention.part = of_street(&text[..mention.range.start])
        || matches!(near_before, Some('@'))
        || matches!(near_after, Some('@'))
        // Within a name of a machine; the marks of emphasis stand around words: « _76000 Rouen_ ».
        || (near_before == Some('_') && far_before.is_some_and(char::is_alphanumeric))
        || (near_after == Some('_') && far_after.is_some_and(char::is_alphanumeric))
        || (matches!(near_before, Some('-' | '.')) && letter(far_before))
        || (matches!(near_after, Some('-' | '.')) && letter(far_after));
    mention
}

/// Whether a text that ends so leaves the name of a street, a station or a square to be said.
fn of_street(before: &str) -> bool {
    // A file may be one endless line: a street's name begins near.
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(80))..];
    let line = near.rsplit('\n').next().unwrap_or(near);
    let mut words = line.rsplit([' ', '\'']).filter(|word| !word.is_empty());
    let mut word = words.next();
    while matches!(word, Some("d" | "de" | "du" | "des" | "la" | "le" | "les" | "l")) {
        word = words.next();
    }
    let word = word.map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()));
    matches!(
        word,
        Some(
            "rue"
                | "avenue"
                | "av."
                | "bd"
                | "bd."
                | "bld"
                | "boulevard"
                | "place"
                | "quai"
                | "route"
                | "cours"
                | "impasse"
                | "allee"
                | "allees"
                | "square"
                | "faubourg"
                | "porte"
                | "gare"
                | "chemin"
                | "chaussee"
        )
    )
}
