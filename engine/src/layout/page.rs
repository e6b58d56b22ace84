//! Lines of the page and not of the offer: menus, buttons, page numbers, headers and footers that come back.
//!
//! They stay in the file, and its line numbers count them; the offer's own text goes without.

use super::heading;
use super::raw::RawLine;
use crate::lexicon::is_menu;
use crate::text::fold;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// `Page 1`, `Page 2 / 3`, `- 14 -`, `2/4`, `p. 3 sur 5`; the lone tags of a feed: `<item>`; a lone figure may be a value.
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    super::regex(
        r"^(?:page ?\d{1,3}(?: ?(?:/|sur|de) ?\d{1,3})?|p\. ?\d{1,3}(?: ?(?:/|sur) ?\d{1,3})?|- ?(?:page )?\d{1,3} ?-|\d{1,2} ?/ ?\d{1,2}|\[?page \d{1,3}\]?|</?[a-z][a-z:-]{1,14}(?: [^<>]*)?>)$",
    )
});

/// The lines without those of the page; all of them where nothing else would be left.
pub(super) fn without_page(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    let folded: Vec<String> = lines.iter().map(|line| short(line).unwrap_or_default()).collect();
    let numbers: Vec<bool> = lines
        .iter()
        .map(|line| line.length() <= 24 && PAGE_NUMBER.is_match(&fold(line.source.trim())))
        .collect();
    let menus: Vec<bool> = folded.iter().map(|words| !words.is_empty() && is_menu(words)).collect();
    let beside = |flags: &[bool], at: usize| {
        at.checked_sub(1).is_some_and(|before| flags[before]) || flags.get(at + 1) == Some(&true)
    };
    // Lines beside a page number, and how often each is written so.
    let mut running: BTreeMap<&str, u32> = BTreeMap::new();
    for at in (0..lines.len()).filter(|&at| beside(&numbers, at) && !folded[at].is_empty()) {
        *running.entry(&folded[at]).or_default() += 1;
    }
    let is_page = |at: usize| {
        // A word alone may head a section: « Accueil », « Postuler ».
        let is_button = menus[at]
            && heading::kind(lines[at].words()).is_none()
            && (folded[at].contains(' ') || beside(&menus, at));
        let comes_back = beside(&numbers, at) && running.get(&*folded[at]).is_some_and(|&n| n >= 2);
        numbers[at] || is_button || comes_back && at > 0
    };
    let dropped: Vec<bool> = (0..lines.len()).map(is_page).collect();
    if dropped.iter().all(|&dropped| dropped) {
        return lines;
    }
    let mut parted = false;
    let mut kept = Vec::with_capacity(lines.len());
    for (mut line, dropped) in lines.into_iter().zip(dropped) {
        if dropped {
            parted |= line.blank_before;
            continue;
        }
        line.blank_before |= parted;
        parted = false;
        kept.push(line);
    }
    kept
}

/// The folded words of a line short enough to belong to the page.
fn short(line: &RawLine<'_>) -> Option<String> {
    const LONGEST: usize = 140;
    (line.source.len() <= LONGEST && !line.is_value).then(|| fold(line.words()))
}

#[cfg(test)]
mod tests {
    use super::super::raw;
    use super::*;

    #[test]
    fn the_page_is_left_out_and_the_offer_kept() {
        let text = "\
Jardinier
Partager : Facebook LinkedIn
Accueil

Accueillir le public
Le Verger – fiche de poste
Page 1/2

et tailler les haies.
Le Verger – fiche de poste
Page 2/2
- 3 -
12/14
Postuler
Retour à la liste
";
        let kept: Vec<String> =
            without_page(raw::lines(text, 1)).iter().map(|line| line.source.to_owned()).collect();
        assert_eq!(
            kept,
            ["Jardinier", "Accueillir le public", "et tailler les haies.", "Postuler"]
        );
        assert_eq!(without_page(raw::lines("Page 1\nPage 2\n", 1)).len(), 2);
    }
}
