//! Posts that one page counts, each below its number: `Profil 01`, `Cuisinier·e`, what he does; `Profil 02`, `Serveur·se`, …
//!
//! The label may head a section elsewhere, `Profil`, and each post tells little: that they count up from one, and that posts
//! stand at the numbers, says that each is an offer. Counted missions and parts of one post name no posts.

use super::cut::Cut;
use super::facts::Facts;
use super::head::regex;
use crate::layout::RawLine;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Posts of a page, at least.
const LEAST: usize = 2;
/// Longest line that counts, in characters.
const LONG: usize = 120;

/// The label and its number, first in a line.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?P<label>profil|poste|offre|annonce|job|role|metier|mission|opportunite|stage|sujet)s?(?: recherchee?)? ?(?:n ?[°o]\.? ?|# ?)?0?(?P<number>\d{1,2})\b(?: ?[-:.)/|]|$)",
    )
});

/// Opens an offer at each counted post of a page, in a file that holds no more others.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in (0..lines.len()).filter(|&at| lines[at].length() <= LONG) {
        let seen = &facts.seen[at];
        let Some(found) = NUMBERED.captures(&seen.folded).filter(|_| seen.apart) else { continue };
        let row = rows.entry(found["label"].to_owned()).or_default();
        match found["number"].parse::<usize>() {
            Ok(number) if number == row.len() + 1 => row.push(at),
            _ => {}
        }
    }
    let posts = |row: &[usize]| {
        let below = |at: usize| {
            lines.get(at + 1).is_some_and(|line| !line.blank_before)
                && facts.seen[at + 1].names_post
        };
        // The number itself makes a post of `Poste 1 : …`.
        let named = |at: &&usize| {
            let words = facts.seen[**at].folded.as_str();
            let bare = NUMBERED.find(words).map_or("", |found| &words[found.end()..]);
            super::head::names_post(bare.trim_start()) || below(**at)
        };
        row.iter().filter(named).count()
    };
    let best = rows.into_values().filter(|row| row.len() >= LEAST).max_by_key(Vec::len);
    let Some(row) = best.filter(|row| posts(row) * 2 >= row.len() && posts(row) >= LEAST) else {
        return;
    };
    let inside = cut.heads.iter().filter(|&&head| head >= row[0]).count();
    if inside < row.len() {
        cut.heads = row;
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    #[test]
    fn posts_that_count_up_are_offers() {
        let page = "L'auberge du port\nOn recrute !\nTrois personnes pour l'été, toutes logées.\n\nProfil 01\nCommis de cuisine\nTu épluches vite et tu aimes le poisson.\n\nProfil 02\nServeuse ou serveur\nTu connais la carte par cœur au bout d'une semaine.\n\nProfil 03\nUne main partout\nEn cuisine, en salle, au marché.\n";
        assert_eq!(offers(page), [5, 9, 13]);
    }

    #[test]
    fn counted_missions_of_a_post_are_none() {
        let ad = "Jardinier (H/F)\nLe Verger, Sète\n\nMission 1 : tailler\nLes haies du parc, deux fois l'an.\n\nMission 2 : planter\nLes arbres fruitiers, au printemps.\n\nProfil\nCAP de jardinier. CDI, CV à a@b.fr\n";
        assert_eq!(offers(ad), [1]);
    }
}
