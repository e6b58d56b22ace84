//! Cards of a search, each a title and what a portal knows of it: `Cariste H/F`, `Lens - 62`, `CDI`, « il y a 2 jours ».
//!
//! Such cards tell little, and stand in one another's way: no blank line parts them, a copy glues their labels together,
//! an article may surround them. What they are is told by their number and by what all of them show.

use super::cut::Cut;
use super::facts::Facts;
use super::{head, line};
use crate::layout::{Mark, RawLine, heading_kind};
use crate::offer::SectionKind;
use crate::text::plain;
use regex::RegexSet;
use std::sync::LazyLock;

/// Cards of a page, at least, and lines of each at most.
const LEAST: usize = 3;
const LINES: usize = 9;
/// Longest title of a card, and longest line, in characters.
const TITLE: usize = 100;
const LONG: usize = 120;
/// What all cards of a page show, at least.
const SHARED: usize = 2;

/// What a card shows; labels may be glued together.
static SHOWN: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = [
        // How long it stands there, or a button.
        r"il y a (?:\d|une? )|^\W*(?:publiee?|postee?|ajoutee?|parue?|mise? en ligne) (?:le|il|hier|aujourd)|^(?:aujourd'hui|hier)$|^\W*\d{1,2}[/.]\d{1,2}[/.]20\d\d\W*$",
        r"(?:voir|consulter|decouvrir) (?:l'offre|l'annonce|le poste|plus)|je postule|candidature (?:simplifiee|facile)|en savoir plus|lire la suite|^postuler",
        // A kind of contract.
        r"(?:^|[^a-z])(?:cdi|cdd|interim|alternance|stage|freelance|apprentissage|temps (?:plein|partiel)|saisonnier)",
        // A place with its code.
        r"^[a-z][a-z' .-]{1,40}?(?: \d{1,2}e(?:r|me)?)? ?(?:- ?|\()(?:\d{2}|2[ab]|97\d)(?:\d{3})?(?:[^\d]|$)",
        // Pay.
        r"\d ?(?:k ?)?(?:€|eur\b)|€ ?/ ?(?:mois|an|heure|h)",
    ];
    RegexSet::new(patterns.map(plain)).expect("the patterns of cards are regular expressions")
});
const KINDS: usize = 5;
/// Whether it shows its age or a button: what no section of an offer does.
const PORTAL: std::ops::Range<usize> = 0..2;

/// Opens an offer at each card of a page of cards; `end` is where cards of others begin.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, end: usize, cut: &mut Cut) {
    let cards: Vec<(usize, usize)> = cards(lines, facts, end);
    if cards.len() < LEAST {
        return;
    }
    let (first, last) = (cards[0].0, cards[cards.len() - 1]);
    // One ad told in full above, or the cards told in full below.
    let describes = |at: usize| {
        let kind = heading_kind(lines[at].words()).filter(|_| facts.seen[at].is_section);
        matches!(kind, Some(SectionKind::Mission | SectionKind::Profile))
    };
    let told_below =
        cards.iter().filter(|card| facts.said(card.0).1 > last.0).count() * 2 >= cards.len();
    if told_below || (0..first).any(describes) {
        return;
    }
    let is_other = |&head: &usize| {
        let own = facts.seen[head].names_post && facts.seen[head].is_title;
        head < first && own || head >= last.1
    };
    let mut heads: Vec<usize> = cut.heads.iter().copied().filter(is_other).collect();
    heads.extend(cards.iter().map(|card| card.0));
    heads.sort_unstable();
    cut.heads = heads;
    // Whom to write to stays with the last one.
    let applies = (last.1..end).any(|at| facts.seen[at].folded.contains('@'));
    if last.1 < end && !applies {
        cut.ends.push(last.1);
        cut.ends.sort_unstable();
    }
}

/// The cards of a page: where each begins, and the line after it; those that show what the others do not are none.
fn cards(lines: &[RawLine<'_>], facts: &Facts, end: usize) -> Vec<(usize, usize)> {
    let is_title = |&at: &usize| {
        let (line, seen) = (&lines[at], &facts.seen[at]);
        seen.names_post
            && !seen.is_page
            && line.length() <= TITLE
            && !matches!(line.mark, Mark::Bullet(_))
            && !seen.folded.ends_with(['.', ':', ',', '?', '!'])
            && line.words().starts_with(char::is_uppercase)
            && !head::seeks(&seen.folded)
            && !line::is_category(&seen.folded)
            && !SHOWN.is_match(&seen.folded.replace("alternance", "").replace("stage", ""))
    };
    let titles: Vec<usize> = (0..end).filter(is_title).collect();
    let mut rows: Vec<Vec<(usize, usize, [bool; KINDS])>> = vec![Vec::new()];
    for (number, &title) in titles.iter().enumerate() {
        let next = titles.get(number + 1).copied().unwrap_or(end);
        let (shown, below) = shows(lines, facts, title, next);
        let portal = PORTAL.into_iter().any(|kind| shown[kind]);
        let enough = portal && shown.iter().filter(|&&shown| shown).count() >= SHARED;
        let row = rows.last_mut().expect("there is a row");
        if enough {
            row.push((title, below, shown));
        }
        // A card is followed by the next one.
        if !enough || next - below > 1 {
            rows.push(Vec::new());
        }
    }
    let alike = |row: &[(usize, usize, [bool; KINDS])]| {
        let by_all =
            |kind: usize| row.iter().filter(|card| card.2[kind]).count() * 5 >= row.len() * 4;
        row.len() >= LEAST
            && (0..KINDS).filter(|&kind| by_all(kind)).count() >= SHARED
            && PORTAL.into_iter().any(by_all)
    };
    let best = rows.into_iter().filter(|row| alike(row)).max_by_key(Vec::len).unwrap_or_default();
    best.into_iter().map(|(at, below, _)| (at, below)).collect()
}

/// What the lines below a title show, and the line after the last of them.
fn shows(
    lines: &[RawLine<'_>],
    facts: &Facts,
    title: usize,
    next: usize,
) -> ([bool; KINDS], usize) {
    let mut shown = [false; KINDS];
    let mut below = title + 1;
    let end = next.min(title + LINES).max(title + 1);
    for (at, line) in lines[..end].iter().enumerate().skip(title + 1) {
        let seen = &facts.seen[at];
        if line.length() > LONG || seen.is_section && !SHOWN.is_match(&seen.folded) {
            break;
        }
        for kind in &SHOWN.matches(&seen.folded) {
            shown[kind] = true;
            below = at + 1;
        }
    }
    (shown, below)
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    #[test]
    fn each_card_of_a_page_is_an_offer() {
        let glued = "La clinique du Parc raconte ses métiers\nÀ Tours, la clinique mise sur la formation.\n-\nInfirmier de Bloc H/F\nTours - 37CDI2 300 - 2 900 € / moisVoir l’offreil y a 3 jours -\nAide-Soignant H/F\nTours - 37CDDVoir l’offreil y a 5 heures -\nSecrétaire Médicale H/F\nJoué-lès-Tours - 37IntérimVoir l’offreil y a 12 jours\nElle compte 210 lits et près de quatre cents salariés, dont une bonne moitié est entrée par un contrat d’apprentissage.\n";
        assert_eq!(offers(glued), [4, 6, 8]);
        let joined = "12 offres d’emploi\nCariste H/F\nLogis Plus\nLens (62)\nCDI\nPublié il y a 2 jours\nMagasinier H/F\nNord Emploi\nLiévin (62)\nIntérim\nPublié il y a 3 jours\nPréparateur de commandes H/F\nLogis Plus\nLens (62)\nCDD\nPublié il y a 8 jours\n";
        assert_eq!(offers(joined), [2, 7, 12]);
    }
}
