//! Ads of several pages put end to end, which share neither labels nor form: below an ad that has ended, another begins.
//!
//! A title of a post opens it, though nothing in the file looks like that title, where a whole ad stands above and another
//! one below: each says what is offered and how one applies, and what an ad tells once is told by both, or the one above has
//! headed its tasks and its profile already. In one ad's parts only some of that comes again, and its titles say its own
//! post. The keys of a page's source, `---`, open another one in any case.

use super::cut::Cut;
use super::facts::Facts;
use super::head::{regex, seeks};
use super::kin::ruler_between;
use super::line;
use crate::layout::{Mark, RawLine, heading_kind};
use crate::lexicon::opens_with_post;
use crate::offer::SectionKind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Kinds of fact that each of two ads tells at least, and characters of its text; fewer where both have sections of their
/// own, or the page parts them.
const KINDS: usize = 4;
const FEW: usize = 2;
const TEXT: usize = 350;
const SECTIONS: usize = 200;
/// Labels that both tell then, at least.
const AGAIN: usize = 2;
/// Longest title and longest heading, in characters.
const TITLE: usize = 140;
const HEADING: usize = 50;
/// Lines of an ad's head, which say its title; lines of its end, which tell how to apply.
const HEAD: usize = 8;
const END: usize = 4;
/// The share of a title's words that the head of one and the same ad says again.
const SHARE: f32 = 0.5;

/// `title: Jardinier`
static KEY: LazyLock<Regex> = LazyLock::new(|| {
    // Read on the source as written: a key is small, an offer's label is not.
    Regex::new("^_?[a-z][A-Za-z0-9_-]{1,24}(?::| =)(?: |$)")
        .expect("the pattern of a key is a regular expression")
});
/// A fact, or a person of the house, and not the title of an ad: `CDD - 24 mois`, `Encadrants`, `Maître d'apprentissage`.
static NO_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:types?|contrats?|statut|nature|cdd|cdi|cdii|interim|temps|duree|superieure?s?|encadrante?s?|encadrement|tuteurs?|tutrice|maitres? d(?:e stage|'apprentissage)|responsable (?:hierarchique|du stage|de stage)|directeurs? de these|page|auteur|contact|drh)\b",
    )
});
/// A label that a title may stand behind: `Offre d'emploi : jardinier`, `Recrutement – …`.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:offres?|annonces?|postes?|recrutements?|avis|appels?|intitule|titre|emplois?|stages?|alternances?|sujets?|theses?|missions?|services? civiques?|cdd|cdi|urgent)\b",
    )
});
/// How a post is announced in a line of its own: `Avis de recrutement : …`, `Offre d'emploi Le Verger : …`.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:avis (?:de recrutement|d'appel a candidatures?)|offres? d(?:'|e )(?:emploi|stage|alternance|these|mission|service civique)|appel a candidatures?|recrutement d(?:'|e )|concours de recrutement)\b.{6}",
    )
});
/// Who recruits: `Le Verger recrute un jardinier`.
static RECRUITS: LazyLock<Regex> = LazyLock::new(|| regex(r"\brecrut(?:e|ent)\b"));
/// What stands above the title of each page of a house: `Recrutement`, `Offre d'emploi`, `On recrute !`
static OPENER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:recrutements?|(?:nos )?offres? d(?:'|e )(?:emploi|stage|alternance)|(?:on|nous) recrut(?:e|ons)|postes? (?:a pourvoir|ouverts?|vacants?|disponibles?)|emplois?|stages?|annonces?|carrieres?|jobs?)\W*$",
    )
});

/// Whether a line is a key of a page's source and its value.
pub(super) fn is_key(source: &str) -> bool {
    KEY.is_match(source)
}

/// Opens offers where another ad begins inside one.
pub(super) fn settle(
    lines: &[RawLine<'_>],
    facts: &Facts,
    opens: &[bool],
    rulers: &[u32],
    end: usize,
    cut: &mut Cut,
) {
    let pages = sources(lines, rulers);
    if let [first, ..] = pages[..]
        && (first > 0 || pages.len() > 1)
    {
        // A page of a site is one ad.
        cut.heads.retain(|&head| head < first);
        cut.add(pages);
    }
    if facts.seen.iter().any(|seen| seen.is_message || seen.opens_element || seen.is_record) {
        return;
    }
    let mut number = 0;
    while let Some(&head) = cut.heads.get(number) {
        let next = cut.heads.get(number + 1).copied().unwrap_or(end).min(end);
        let begins = |&at: &usize| {
            opens[at]
                && begins(lines, facts, rulers, at)
                && parts(lines, facts, rulers, head..next, at)
        };
        let found = (head + 1..next.max(head + 1)).find_map(|at| {
            begins(&at).then_some(if is_below_opener(lines, facts, at) { at - 1 } else { at })
        });
        cut.add(found);
        number += 1;
    }
    if cut.heads.len() >= 2 {
        raise(lines, facts, cut);
    }
}

/// Opens each offer at the card that stands above its title on its page and says it already: `Jardinier`, `Lieu : Sète`,
/// `Date limite : 3 mai`, then « Jardinier », and the text.
fn raise(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    /// Lines of such a card at most, and kinds of fact in it at least.
    const CARD: usize = 14;
    const LEAST: usize = 2;
    let said = |card: usize, title: usize| {
        facts.seen[card].names_post
            && (facts.seen[card].folded == facts.seen[title].folded
                || lines[card].length() <= lines[title].length()
                    && facts.says_again(title, card, 1.0))
    };
    let mut above: Option<usize> = None;
    for number in 0..cut.heads.len() {
        let head = cut.heads[number];
        let first = above.map_or(0, |above| above + 1).max(head.saturating_sub(CARD));
        let card = (first..head).find(|&card| {
            said(card, head)
                && matches!(lines[card].mark, Mark::None)
                && !(card + 1..head)
                    .any(|at| facts.seen[at].names_post && !facts.says_again(at, head, SHARE))
                && (card..head).all(|at| lines[at].length() <= TITLE && !facts.seen[at].is_message)
                && facts.told(card, head).kinds >= LEAST
        });
        if let Some(card) = card {
            let opener = is_below_opener(lines, facts, card) && card > first;
            cut.heads[number] = if opener { card - 1 } else { card };
        }
        above = Some(head);
    }
}

/// Whether a line stands right below what opens each page of a house, whatever its post, or what comes back above others.
fn is_below_opener(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    let Some(above) = at.checked_sub(1) else { return false };
    let seen = &facts.seen[above];
    !lines[at].blank_before
        && seen.apart
        && lines[above].length() <= HEADING
        && (OPENER.is_match(&seen.folded) || facts.comes_back(above))
}

/// The first lines of pages that open with the keys of their source.
fn sources(lines: &[RawLine<'_>], rulers: &[u32]) -> Vec<usize> {
    let page = |pair: &[u32]| {
        let start = lines.partition_point(|line| line.number <= pair[0]);
        let end = lines.partition_point(|line| line.number <= pair[1]);
        let keys = lines[start..end].iter().filter(|line| is_key(line.source)).count();
        let first = lines.get(start).filter(|line| line.number == pair[0] + 1)?;
        let all = keys == end - start;
        (is_key(first.source) && (keys >= 2 || all)).then_some(start)
    };
    rulers.windows(2).filter_map(page).collect()
}

/// Whether a line may be the title of an ad of its own.
fn begins(lines: &[RawLine<'_>], facts: &Facts, rulers: &[u32], at: usize) -> bool {
    let (line, seen) = (&lines[at], &facts.seen[at]);
    let above = &facts.seen[at - 1];
    let labelled = seen.folded.split_once(':').is_some_and(|(label, _)| !LABEL.is_match(label));
    let calls = || {
        ANNOUNCED.is_match(&seen.folded)
            || RECRUITS.is_match(&seen.folded) && (seen.names_post || seeks(&seen.folded))
    };
    // Where no blank line parts the ads, the end of the one above does.
    let below_end = || ends_ad(facts, at);
    (seen.apart || calls() && below_end() || is_below_opener(lines, facts, at))
        && (seen.names_post || calls() || is_ruled(lines, facts, rulers, at))
        && !labelled
        && !NO_TITLE.is_match(&seen.folded)
        && line.length() <= TITLE
        && !matches!(line.mark, Mark::Bullet(_))
        && !seen.is_section
        && !seen.is_page
        && !seen.folded.ends_with(['.', ',', ';', ':', '?'])
        && !line::is_category(&seen.folded)
        && (!above.is_section || above.is_page || is_below_opener(lines, facts, at))
        && !above.folded.ends_with([':', ','])
}

/// Whether a line is the name of a post and nothing else, with a blank line on both sides, that no other line says.
fn is_bare(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    const WORDS: usize = 4;
    let seen = &facts.seen[at];
    opens_with_post(&seen.folded)
        && seen.is_title
        && (at == 0 || lines[at].blank_before)
        && lines.get(at + 1).is_some_and(|below| below.blank_before)
        && seen.folded.split_whitespace().count() <= WORDS
        && !seen.folded.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '|'))
        && facts.said(at) == (at, at)
}

/// Whether a line is drawn above one, between an address that ends an ad and another below.
fn is_ruled(lines: &[RawLine<'_>], facts: &Facts, rulers: &[u32], at: usize) -> bool {
    let addressed =
        |from: usize, to: usize| (from..to).any(|at| facts.seen[at].folded.contains('@'));
    ruler_between(rulers, lines[at - 1].number, lines[at].number)
        && addressed(at.saturating_sub(END), at)
        && addressed(at, lines.len())
}

/// Whether the lines above one tell how to apply: an ad may end there.
fn ends_ad(facts: &Facts, at: usize) -> bool {
    (at.saturating_sub(END)..at).any(|at| facts.tells_how_to_apply(at))
}

/// Whether the lines of a block are one whole ad down to a line, and another from it on.
fn parts(
    lines: &[RawLine<'_>],
    facts: &Facts,
    rulers: &[u32],
    block: Range<usize>,
    at: usize,
) -> bool {
    let Range { start: head, end } = block;
    let heads_section = |at: usize| {
        let kind = heading_kind(lines[at].words()).filter(|_| lines[at].length() <= HEADING);
        matches!(kind, Some(SectionKind::Mission | SectionKind::Profile))
    };
    let sections = |from: usize, to: usize| (from..to).any(heads_section);
    let (above, below) = (sections(head, at), sections(at, end));
    let again = facts.told_in_both(head, at, end);
    let length = if above && below && again >= AGAIN { SECTIONS } else { TEXT };
    let opener = is_below_opener(lines, facts, at);
    // A button comes back below each, and a house's words above each; or a line is drawn between two addresses.
    let framed = opener && at.checked_sub(2).is_some_and(|button| facts.comes_back(button));
    // « Développeur backend », « Développeur frontend », each alone on its line above sections of its own.
    let bare = is_bare(lines, facts, head) && is_bare(lines, facts, at) && above && below;
    let sure = framed || bare || is_ruled(lines, facts, rulers, at) && again > 0;
    let whole = |from: usize, to: usize| {
        let told = facts.told(from, to);
        let text: usize = lines[from..to].iter().map(RawLine::length).sum();
        let tells = told.kinds >= KINDS && told.is_offered || sure && told.kinds >= FEW;
        tells && told.has_body && text >= length
    };
    let said_above = || {
        let head = (head..at).take(HEAD).filter(|&above| lines[above].length() <= 2 * TITLE);
        head.into_iter().any(|above| {
            facts.says_again(above, at, SHARE)
                || facts.seen[above].is_title && facts.says_again(at, above, SHARE)
        })
    };
    (above || again > 0 || sure) && whole(head, at) && whole(at, end) && (bare || !said_above())
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    const GARDEN: &str = "Jardinière ou jardinier pour le parc\nLe Verger, Sète (34)\n\nMissions\nVous taillez les haies du parc, plantez les arbres fruitiers au printemps et accueillez les classes qui viennent les voir pousser, avec une équipe de quatre personnes.\n\nProfil\nVous avez un CAP de jardinier et le goût du travail dehors, par tous les temps, sans craindre ni la pluie de mars ni les guêpes du mois d’août.\nCDI, 35 h, 1 900 € par mois. CV à a@verger.example avant le 3 mai\n";

    #[test]
    fn an_ad_begins_below_a_whole_one() {
        let shop = "Vendeuse ou vendeur en boulangerie\n\nNous sommes une petite maison de quartier, dont le four à bois date de 1890 ; on y vient de loin pour le pain de seigle.\n\nVous servez les clients, tenez la caisse et préparez les commandes des restaurants voisins.\n\nIl faut savoir compter et aimer parler ; le BEP n'est pas demandé. Le contrat est un CDD de six mois à partir de juin.\nPour postuler, appelez le 04 67 00 00 00 ou passez nous voir 3 rue Haute, 34300 Agde.\n";
        assert_eq!(offers(&format!("{GARDEN}\n{shop}")), [1, 11]);
        assert_eq!(offers(GARDEN), [1]);
    }

    #[test]
    fn a_call_needs_no_blank_line_above_it() {
        let call = "La Serre recrute une fleuriste à Agde\nLieu : Agde\nMissions principales\nComposer les bouquets, conseiller les clients et tenir la boutique le samedi.\nProfil recherché\nCAP de fleuriste, deux ans d'expérience.\nType de contrat : CDD de six mois\nDate limite : 3 juin\nDossiers à c@serre.example\nEmplois du littoral\n";
        let other =
            call.replace("La Serre", "Le Bouquet").replace("Agde", "Dax").replace("c@", "d@");
        let third = other
            .replace("Le Bouquet recrute une fleuriste à", "Avis de recrutement : 2 fleuristes à");
        assert_eq!(offers(&format!("{call}{other}{third}")), [1, 11, 21]);
    }

    #[test]
    fn the_parts_of_an_ad_and_its_people_open_none() {
        let people = format!(
            "{GARDEN}\nResponsable hiérarchique : la cheffe de culture\n\nMissions\nVous suivez aussi les stagiaires et les apprentis du parc, et tenez à jour le registre des plantations de l'année ; les outils sont fournis par la maison, et le vélo aussi.\nCandidatures à a@verger.example\n"
        );
        assert_eq!(offers(&people), [1]);
    }

    #[test]
    fn posts_alone_on_their_lines_head_their_own_sections() {
        let post = |name: &str, task: &str| {
            format!(
                "{name}\n\nVos missions\n{task}, en équipe et par tous les temps, du mardi au samedi.\nVous tenez aussi le registre des plantations et prêtez la main les jours de marché.\n\nProfil recherché\nCAP ou deux ans d'expérience, de la patience et de bons yeux.\n\n"
            )
        };
        let two = post("Jardinier paysagiste", "Tailler les haies")
            + &post("Jardinier botaniste", "Semer les graines rares");
        assert_eq!(offers(&two), [1, 10]);
    }

    #[test]
    fn the_keys_of_a_source_open_a_page() {
        let page = |title: &str| {
            format!(
                "---\nlayout: post\ntitle: {title}\n---\n\n## Le poste\nNous cherchons une personne pour nous aider, en CDD de six mois.\n\n## Contact\nCV à a@b.example\n\n"
            )
        };
        assert_eq!(
            offers(&format!("{}{}", page("Rejoignez le verger"), page("La serre recrute"))),
            [1, 12]
        );
    }
}
