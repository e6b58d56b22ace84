//! The names of communes, départements and régions that stand in a text.

use super::area::{Area, area_at, area_keys};
use super::name::{Word, push_word, words};
use super::{Commune, Department, Region, TABLE};
use crate::text::Folded;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
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
static FIRST_WORDS: LazyLock<HashMap<&str, Range<usize>, Quick>> = LazyLock::new(|| {
    let mut rows: HashMap<&str, Range<usize>, Quick> = HashMap::default();
    rows.reserve(TABLE.communes.len());
    // The table is in the order of its keys: those that share their first word stand together.
    let mut start = 0;
    for row in 1..=TABLE.communes.len() {
        let word = first_word(TABLE.key(start));
        if row == TABLE.communes.len() || first_word(TABLE.key(row)) != word {
            rows.insert(word, start..row);
            start = row;
        }
    }
    for key in area_keys().chain(NOT_COMMUNES.iter().copied()) {
        rows.entry(first_word(key)).or_default();
    }
    rows
});

fn first_word(key: &str) -> &str {
    key.split(' ').next().unwrap_or(key)
}

/// The rows of the table whose keys begin with the first word of this one.
pub(super) fn rows_of(key: &str) -> Option<Range<usize>> {
    FIRST_WORDS.get(first_word(key)).cloned()
}

/// Hashes short words in few steps: nobody can choose the words that meet in this table.
type Quick = BuildHasherDefault<Fnv>;

/// The hash of Fowler, Noll and Vo.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What the first words of the names other than communes' are.
#[derive(Clone, Copy, Default)]
struct Beginning {
    /// The area that is called so.
    area: Option<Area>,
    /// Whether they name something that is no place.
    no_commune: bool,
    /// Whether a longer name begins with them.
    goes_on: bool,
}

/// The names of areas and of what is no commune, and the words that they begin with, as keys.
static BEGINNINGS: LazyLock<HashMap<&str, Beginning, Quick>> = LazyLock::new(|| {
    let mut beginnings: HashMap<&str, Beginning, Quick> = HashMap::default();
    let names = area_keys().map(|key| (key, false));
    for (key, no_commune) in names.chain(NOT_COMMUNES.iter().map(|&key| (key, true))) {
        for (at, _) in key.match_indices(' ') {
            beginnings.entry(&key[..at]).or_default().goes_on = true;
        }
        let whole = beginnings.entry(key).or_default();
        whole.area = area_at(key);
        whole.no_commune |= no_commune;
    }
    beginnings
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
    // The key of the words looked at, kept for its room.
    let mut key = String::new();
    std::iter::from_fn(move || {
        while next < words.len() {
            let at = next;
            if let Some((length, mention)) = contracted(text, &words[at..], &mut key) {
                let mention = seen(mention, &words[at + 1..at + length], folded, source);
                if mention.capital {
                    next += length;
                    return Some(mention);
                }
            }
            match longest(text, &words[at..], &mut key) {
                Some((length, None)) => next += length,
                Some((length, Some(mention))) => {
                    let mention = seen(mention, &words[at..at + length], folded, source);
                    if mention.word && !mention.capital
                        || is_spelt_otherwise(&mention, folded, source)
                    {
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

/// Whether a cedilla tells that no commune is meant: « Maçon » is no Mâcon.
fn is_spelt_otherwise(mention: &Mention, folded: &Folded, source: &str) -> bool {
    const CEDILLA: [char; 2] = ['ç', 'Ç'];
    let written = folded.source(mention.range.clone()).of(source);
    written.contains(CEDILLA)
        && !mention.communes.is_empty()
        && !mention.communes.iter().any(|commune| commune.name().contains(CEDILLA))
}

/// A name whose article stands in the first of `words`: « au Havre », « des Ulis ». It takes a name that no commune
/// bears without its article, and leaves ordinary words: « au Bois ». The range leaves the contracted word out.
fn contracted(text: &str, words: &[Word<'_>], key: &mut String) -> Option<(usize, Mention)> {
    let article = match words.first()?.text {
        "au" | "du" => "le",
        "aux" | "des" => "les",
        _ => return None,
    };
    let next = words.get(1)?;
    if &text[words[0].end..next.start] != " " {
        return None;
    }
    let mut full = [Word { text: article, start: next.start, end: next.start }; LONGEST + 1];
    let behind = &words[1..words.len().min(LONGEST + 1)];
    full[1..=behind.len()].copy_from_slice(behind);
    let full = &full[..=behind.len()];
    let (length, mention) = longest(text, full, key)?;
    let bare = longest(text, &full[1..], key).map_or(0, |(length, _)| length);
    let mention = mention.filter(|mention| !mention.communes.is_empty() && !mention.word)?;
    (length > bare + 1).then_some((length, mention))
}

/// The longest name that begins with the first of `words`: its number of words, and what it names, if that is a
/// commune or an area.
fn longest(text: &str, words: &[Word<'_>], key: &mut String) -> Option<(usize, Option<Mention>)> {
    let mut best = None;
    key.clear();
    let mut rows = 0..0;
    for (index, word) in words.iter().take(LONGEST).enumerate() {
        if index > 0 && !joins(&text[words[index - 1].end..word.start], words[index - 1]) {
            break;
        }
        if index == 0 && word.text.is_empty() {
            break;
        }
        push_word(key, word.text);
        if index == 0 {
            rows = FIRST_WORDS.get(key.as_str())?.clone();
        }
        rows.start = TABLE.partition(rows.clone(), |other| other < key.as_str());
        let communes = TABLE.named_from(rows.start, key);
        let Beginning { area, no_commune, goes_on } =
            BEGINNINGS.get(key.as_str()).copied().unwrap_or_default();
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
        } else if no_commune {
            best = Some((index + 1, None));
        }
        let more = goes_on || TABLE.goes_on(rows.start + communes.len(), key);
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
