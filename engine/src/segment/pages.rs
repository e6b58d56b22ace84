//! Pages of one site pasted one after the other, each of which ends with the way back to the list: « Retour à la liste ».
//!
//! What follows that line is another page, and its first lines belong to its offer, whatever they name: who recruits, a label
//! and its value, before the title of the post.

use super::cut::Cut;
use super::facts::Facts;
use super::head::regex;
use crate::layout::RawLine;
use regex::Regex;
use std::sync::LazyLock;

/// Longest line that leads back, in bytes.
const BUTTON: usize = 60;
/// Lines that a page takes at least; a button above them belongs to its head.
const PAGE: usize = 4;
/// Lines above the title of a post that may belong to it, at most.
const ABOVE: usize = 14;
/// Lines of a menu at most, and characters of an entry.
const MENU: usize = 16;
const ENTRY: usize = 50;
/// Lines near the way back, or near a title.
const NEAR: usize = 4;
/// Kinds of fact that a page without a title tells at least, if it is an offer.
const KINDS: usize = 3;

/// Opens each page's offer at the page's first line.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    let leads_back = |&at: &usize| {
        let folded = facts.seen[at].folded.as_str();
        folded.len() <= BUTTON && BACK.is_match(folded)
    };
    let ends: Vec<usize> = (0..lines.len()).filter(leads_back).collect();
    below_menu(lines, facts, ends.first().copied(), cut);
    let starts = || std::iter::once(0).chain(ends.iter().map(|end| end + 1));
    if ends.len() < 2 || starts().zip(&ends).any(|(start, &end)| end < start + PAGE) {
        return;
    }
    let belongs = |&at: &usize| !facts.seen[at].is_page && !facts.seen[at].is_around;
    let page = |(start, end): (usize, usize)| {
        let own = cut.heads.iter().copied().filter(|head| (start..end).contains(head));
        (start..end).find(belongs).map(|top| Page { top, end, heads: own.collect() })
    };
    let ends = ends.iter().copied().chain([lines.len()]);
    let pages: Vec<Page> = starts().zip(ends).filter_map(page).collect();
    let tells = |page: &&Page| {
        let told = facts.told(page.top, page.end);
        !page.heads.is_empty() || page.end < lines.len() && told.kinds >= KINDS && told.has_body
    };
    // Where one page opens with its title, or with words of the site, so do they all.
    let is_told_above = |page: &Page| match page.heads[..] {
        [] => true,
        [head, ..] => {
            head > page.top && head - page.top <= ABOVE && facts.told(page.top, head).kinds > 0
        }
    };
    let pages = pages.iter().filter(tells);
    // Most pages hold one offer.
    let several = pages.clone().filter(|page| page.heads.len() > 1).count();
    if several * 2 >= pages.clone().count() || !pages.clone().all(is_told_above) {
        return;
    }
    let heads = |page: &Page| {
        let second = |&&head: &&usize| {
            let told = facts.told(head, page.end);
            facts.seen[head].is_title && told.kinds >= KINDS && told.has_body
        };
        let others = page.heads.iter().skip(1).filter(second).copied();
        std::iter::once(page.top).chain(others).collect::<Vec<usize>>()
    };
    cut.heads = pages.flat_map(heads).collect();
}

/// Opens the first offer right below the menu of a page, which the way back ends: neither at an entry of it nor below the title.
fn below_menu(lines: &[RawLine<'_>], facts: &Facts, back: Option<usize>, cut: &mut Cut) {
    let (Some(back), Some(&head)) = (back, cut.heads.first()) else { return };
    let is_menu = |line: &RawLine<'_>| line.length() <= ENTRY && !line.words().contains(':');
    let belongs = |&at: &usize| !facts.seen[at].is_page && !facts.seen[at].is_around;
    let Some(title) = (back + 1..lines.len().min(back + NEAR)).find(belongs) else { return };
    let ends_menu = back <= MENU && lines[..back].iter().all(is_menu);
    let is_alone = cut.heads.get(1).is_none_or(|&second| second > title + NEAR);
    if ends_menu && is_alone && head <= title + NEAR {
        cut.heads[0] = title;
    }
}

/// One of the pages.
struct Page {
    /// Its first line that is no menu.
    top: usize,
    end: usize,
    /// Where offers were thought to begin.
    heads: Vec<usize>,
}

/// The button alone on its line: « Retour à la liste », « ← Revenir aux offres », « Retour aux résultats de recherche ».
static BACK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:retour(?:ner)?|revenir) (?:a|au|aux|vers|sur) ?(?:la |le |les |l'|toutes les |nos |mes )?(?:liste|offres?|annonces?|resultats?|recherche|recrutements?|emplois?|fiches?|tableau|postes?)\b[^.:]*$",
    )
});

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    fn page(firm: &str, town: &str, post: &str) -> String {
        format!(
            "★ {firm} ★\n\nDomaine : jeux en bois\n\nOù : {town}\n\n{post}\n\nMissions :\n\nDessiner les jeux avec l'équipe, les faire essayer aux enfants des écoles et préparer leur fabrication.\nTenir à jour le catalogue et répondre aux magasins qui vendent nos jeux.\n\nProfil : bac+2 en dessin\nSalaire : 1 900 € brut par mois\nCV à {}@jeux.example\n\n",
            town.to_lowercase()
        )
    }

    #[test]
    fn a_page_begins_below_the_way_back() {
        let three =
            ["Retour à la liste", "← Revenir aux offres", "Retour aux résultats de recherche"];
        for back in three {
            let pages = [
                page("LUDO", "Nantes", "Dessinateur de jeux"),
                page("BILBO", "Lorient", "Chargée du catalogue"),
                page("TOUPIE", "Brest", "Vendeur en magasin"),
            ];
            assert_eq!(offers(&pages.join(&format!("{back}\n"))), [1, 19, 37], "{back}");
        }
    }

    #[test]
    fn a_way_back_ends_the_menu_above_the_only_title() {
        let menu = "Aller au contenu\nTrouver ma mission\nEspace des associations\nMissions à l'étranger\nRetour aux résultats\n\n";
        let offer = "Raconter la rivière aux écoles\n\nSolidarité\nOù ?\nTarbes (65)\nQuand ?\nDès le 5 octobre 2027 (8 mois, 24 h par semaine)\n\nLa mission\nAvec les écoles du quartier, les volontaires racontent la rivière et ses bêtes.\nService civique indemnisé 620 € par mois\n";
        assert_eq!(offers(&format!("{menu}{offer}")), [7]);
    }

    #[test]
    fn a_way_back_above_each_title_ends_nothing() {
        let one = "Retour à la liste\nJardinier (H/F)\n\nMissions\nTailler les haies du parc et planter les arbres.\nContrat : CDI\nCV à a@b.fr\n\n";
        let two = one.replace("Jardinier", "Fleuriste").replace("a@b", "c@d");
        assert_eq!(offers(&format!("{one}{two}")), [2, 10]);
    }
}
