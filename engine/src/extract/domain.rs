//! Names that the addresses of a text spell: `rh@jardins-du-lac.fr` where the text says « Les Jardins du Lac ».

use super::body::{names_body, opens_with_noun};
use super::emails;
use crate::document::Document;
use crate::span::Span;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Shortest host that tells anything, in letters.
const SHORTEST: usize = 3;

/// Shortest part of a host, before its last hyphen, that tells anything.
const FRONT: usize = 8;

/// How many words a name takes at most.
const WORDS: usize = 9;

/// How many hosts of one offer are looked at.
const MOST: usize = 12;

static HOSTS: LazyLock<Regex> = LazyLock::new(|| {
    super::rule::compile(r"(?:https?://|www\.)(?:www\.)?(?P<host>[a-z0-9.-]+\.[a-z]{2,12})")
});

/// Parts of a host that name no one.
const COMMON: &[&str] = &[
    "www",
    "gouv",
    "fr",
    "org",
    "com",
    "net",
    "eu",
    "asso",
    "example",
    "info",
    "coop",
    "io",
    "co",
    "bzh",
    "mail",
    "recrutement",
    "emploi",
    "emplois",
    "jobs",
    "job",
    "careers",
    "carriere",
    "carrieres",
    "rh",
    "talents",
    "site",
];

/// Hosts of mailboxes, portals and tools, where anybody has an address.
static PUBLIC: &str = include_str!("lexicon/public-hosts.txt");

/// The hosts of an offer's addresses, as bare letters: `jardinsdulac`.
pub(super) struct Domains {
    hosts: Vec<String>,
    /// How many of them, the first ones, are those of e-mail addresses.
    mailed: usize,
    /// What stands before the last hyphen of the e-mail addresses' hosts.
    fronts: Vec<String>,
    /// The words of hosts between their hyphens: an acronym may be one.
    parts: Vec<String>,
    /// What stands before the `@` of a mailbox of everybody: it may spell a name that the text gives, too.
    boxes: Vec<String>,
}

impl Domains {
    /// Those of the document's e-mail and web addresses.
    pub(super) fn of(document: &Document) -> Self {
        let emails = emails::all(document);
        let mails = emails
            .iter()
            .filter_map(|email| email.address.split_once('@'))
            .map(|(_, host)| fold(host));
        let sites =
            HOSTS.captures_iter(document.folded.as_str()).map(|found| found["host"].to_owned());
        let mut hosts: Vec<String> = Vec::new();
        let mut parts: Vec<String> = Vec::new();
        let mut mailed = 0;
        let mut fronts: Vec<String> = Vec::new();
        let marked = mails.map(|host| (host, true)).chain(sites.map(|host| (host, false)));
        for (host, is_mail) in marked.take(MOST) {
            if is_public(&host) {
                continue;
            }
            for part in host.split('.').filter(|part| !COMMON.contains(part)) {
                parts.extend(part.split('-').filter(|part| part.len() >= 3).map(str::to_owned));
                let letters: String = part.chars().filter(char::is_ascii_alphanumeric).collect();
                let in_full = letters.strip_prefix("univ").map(|rest| format!("universite{rest}"));
                // `racines-jardins.fr`, whose text speaks of « Racines »: what follows tells the trade or the town.
                let front = part.rsplit_once('-').filter(|_| is_mail).map(|(front, _)| front);
                let front = front.filter(|it| it.len() >= FRONT && !opens_with_noun(it));
                let front = front.map(|it| it.replace('-', ""));
                fronts.extend(front);
                for letters in in_full.into_iter().chain([letters]) {
                    if letters.len() >= SHORTEST && !hosts.contains(&letters) {
                        hosts.push(letters);
                    }
                }
            }
            if is_mail {
                mailed = hosts.len();
            }
        }
        let boxes = emails
            .iter()
            .filter_map(|email| email.address.split_once('@'))
            .filter(|(_, host)| is_public(&fold(host)))
            .map(|(name, _)| letters(name))
            .filter(|name| name.len() >= 6)
            .collect();
        Self { hosts, mailed, fronts, parts, boxes }
    }

    /// Whether an e-mail address spells this word.
    pub(super) fn mailed(&self, word: &str) -> bool {
        let word = letters(word);
        self.hosts[..self.mailed].iter().any(|host| host.contains(&word) || word.contains(host))
            || self.boxes.iter().any(|name| name.contains(&word))
    }

    /// Whether a host is spelt by this name, by its words from one on, or by their initials.
    pub(super) fn spell(&self, name: &str) -> bool {
        if self.hosts.is_empty() && self.boxes.is_empty() {
            return false;
        }
        let words = words(name);
        if self
            .boxes
            .iter()
            .any(|name| (0..words.len()).any(|from| spells(&words[from..], name) > 0))
        {
            return true;
        }
        let spelt = |front: &String| (0..words.len()).any(|from| spells(&words[from..], front) > 0);
        if self.fronts.iter().any(spelt) {
            return true;
        }
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let acronym = name
            .split_once('(')
            .map(|(_, rest)| fold(rest.split(')').next().unwrap_or("")))
            .unwrap_or_default();
        self.parts.contains(&acronym)
            || self.hosts.iter().any(|host| {
                host.len() >= 3 && (*host == initials || *host == acronym)
                    || (0..words.len()).any(|from| {
                        spells(&words[from..], host) > 0
                            || spells(&words[from..], host.trim_start_matches("ville")) > 0
                            || spells(&words[from..], host.trim_start_matches("mairie")) > 0
                    })
            })
    }

    /// The names that explain an acronym which a host spells: « laboratoire Sols et Eaux (LSE) », `a@lse-sud.fr`.
    pub(super) fn explained(&self, document: &Document) -> Vec<Span> {
        let text = document.text.as_str();
        let brackets = text.match_indices(" (").filter_map(|(at, _)| {
            let inside = text[at + 2..].split(')').next()?;
            let acronym = (3..=10).contains(&inside.len())
                && inside.chars().all(|c| c.is_ascii_alphanumeric())
                && inside.chars().filter(|c| c.is_uppercase()).count() >= 3;
            (acronym && self.parts.contains(&fold(inside))).then_some((at, inside.len()))
        });
        brackets
            .filter_map(|(at, length)| {
                let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
                let before = &text[line..at];
                let longest = before
                    .rmatch_indices([' ', '’', '\''])
                    .map(|(cut, mark)| line + cut + mark.len())
                    .chain((!before.is_empty()).then_some(line))
                    .take(9)
                    .filter(|&start| names_body(&text[start..at]))
                    .min();
                longest.map(|start| Span::new(start..at + length + 3))
            })
            .collect()
    }

    /// The places of the text where capitalised words spell a host.
    pub(super) fn names(&self, document: &Document) -> Vec<Span> {
        /// Shortest mailbox of everybody that names a house, in letters.
        const BOX: usize = 8;
        let boxes = || self.boxes.iter().filter(|name| name.len() >= BOX);
        if self.hosts.is_empty() && boxes().next().is_none() {
            return Vec::new();
        }
        let text = document.text.as_str();
        let mut found = Vec::new();
        for line in &document.lines {
            let line_text = line.span.of(text);
            let tokens: Vec<(usize, &str)> = tokens(line_text).collect();
            for (from, (start, word)) in tokens.iter().enumerate() {
                if !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                    continue;
                }
                // « Causses » in « Sainte-Eulalie-des-Causses » is no name of its own.
                if line_text[..*start].ends_with('-') {
                    continue;
                }
                let first = letters(word);
                if !self.hosts.iter().chain(boxes()).any(|host| host.starts_with(&first)) {
                    continue;
                }
                let near: Vec<String> =
                    tokens[from..].iter().take(WORDS).map(|(_, word)| letters(word)).collect();
                let longest = self.hosts.iter().map(|host| spells(&near, host)).max().unwrap_or(0);
                // `jeannemartin@gmail.com` spells somebody's name.
                let by_box =
                    boxes().map(|name| spells(&near, name)).filter(|&words| words >= 3).max();
                let longest = longest.max(by_box.unwrap_or(0));
                if longest > 0 {
                    let (last, word) = tokens[from + longest - 1];
                    // A comma or a point ends a name.
                    if line_text[*start..last].contains([',', ';', '.', ':', '@']) {
                        continue;
                    }
                    let base = line.span.start as usize;
                    found.push(Span::new(base + start..base + last + word.len()));
                }
            }
        }
        found
    }
}

/// Whether anybody has an address at a host.
fn is_public(host: &str) -> bool {
    PUBLIC.lines().any(|public| !public.starts_with('#') && is_host(host, public))
}

fn is_host(host: &str, public: &str) -> bool {
    host == public || host.strip_suffix(public).is_some_and(|front| front.ends_with('.'))
}

/// How many of the words, from the first on, spell the host; small words and signs may be missing there.
fn spells(words: &[String], host: &str) -> usize {
    let mut rest = host;
    for (count, word) in words.iter().enumerate().take(WORDS) {
        if let Some(after) = rest.strip_prefix(word.as_str()) {
            rest = after;
        } else if count == 0
            || !matches!(
                word.as_str(),
                "" | "et"
                    | "de"
                    | "du"
                    | "des"
                    | "la"
                    | "le"
                    | "les"
                    | "d"
                    | "l"
                    | "a"
                    | "au"
                    | "aux"
                    | "en"
                    | "sur"
                    | "pour"
            )
        {
            return 0;
        }
        if rest.is_empty() {
            return count + 1;
        }
    }
    0
}

/// The words of a line with where they begin; apostrophes part them, hyphens too.
fn tokens(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split(|c: char| !c.is_alphanumeric())
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
}

fn words(name: &str) -> Vec<String> {
    tokens(name).map(|(_, word)| letters(word)).collect()
}

fn letters(word: &str) -> String {
    fold(word).chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_spell_names() {
        let document = Document::of_text(
            "Jardinier\nLes Jardins du Lac recrutent.\nCV à rh@jardins-lac.fr ou ana@gmail.com\nSite : www.idl-sud.org",
        );
        let domains = Domains::of(&document);
        assert!(domains.spell("Les Jardins du Lac"));
        assert!(!domains.spell("Les Jardins de la Mer"));
        let names: Vec<_> =
            domains.names(&document).iter().map(|span| span.of(&document.text)).collect();
        assert_eq!(names, ["Jardins du Lac"]);
    }

    #[test]
    fn mailboxes_of_everybody_spell_long_names() {
        let document = Document::of_text(
            "On quitte Au Fil Bleu.\naufilbleu@gmail.com\njeannemartin@gmail.com, Jeanne Martin",
        );
        let domains = Domains::of(&document);
        let names: Vec<_> =
            domains.names(&document).iter().map(|span| span.of(&document.text)).collect();
        assert_eq!(names, ["Au Fil Bleu"]);
    }

    #[test]
    fn mailboxes_of_everybody_spell_nothing() {
        let document = Document::of_text("Orange Bleue\nlivia@orange.fr");
        assert!(Domains::of(&document).names(&document).is_empty());
    }
}
