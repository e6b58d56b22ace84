//! What a listing says below its last offer: who publishes it, when it is open, how to announce.

use super::head::{names_post, regex};
use crate::layout::RawLine;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Offers of a listing whose last one is looked at, at least.
const OFFERS: usize = 3;

/// Characters of the heading of what the publisher says, at most, and lines with what stands below it.
const HEADING: usize = 60;
const HEADED: usize = 8;

/// Words of the publisher and not of an offer, whatever surrounds them.
static PUBLISHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:pour|afin de) (?:faire paraitre|publier|diffuser|deposer|passer) |(?:les|vos) (?:annonces|offres) (?:du|pour le|sont a envoyer|doivent)|une (?:offre|annonce) a (?:retirer|ajouter|diffuser|signaler)|(?:tu es|vous etes) (?:employeur|recruteur)|tarifs? des annonces|directeur de la publication|ne pas jeter|entree libre|organise (?:avec|par) |avec le soutien d|prochaine? (?:liste|parution|numero|lettre|envoi|edition|bulletin)|le (?:pij|bij|crij|reseau|bulletin|site) (?:n'est pas|ne peut|decline)|rappel ?: |renseignements sur le (?:forum|salon)|(?:forum|salon|bourse|rencontre|journee|evenement|operation)s? organisee?s? (?:par|avec)|plan (?:d'acces|du site)|(?:les|vos) (?:donnees|informations) (?:personnelles |recueillies|collectees|sont )|(?:politique de |delegue\w* a la protection des )(?:confidentialite|donnees)|mentions legales|acces ?: |parking (?:gratuit|public|visiteurs))",
    )
});
/// Words with which a listing's end still tells how to apply to its offers.
static APPLIES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\bcandidat|\bpostul|\bcvs?\b|\blettre de motivation|\bcdi\b|\bcdd\b|\bstages?\b|\bcontrat",
    )
});

/// The line at which the words below a listing's last offer begin.
pub(super) fn below_last(lines: &[RawLine<'_>], heads: &[usize]) -> Option<usize> {
    let &last = heads.last().filter(|_| heads.len() >= OFFERS)?;
    let paragraphs =
        |from: usize, to: usize| (from + 1..to).filter(|&at| lines[at].blank_before).count();
    let one_each = heads.windows(2).all(|pair| paragraphs(pair[0], pair[1]) == 0);
    let mut end = lines.len();
    if let Some(start) = says_masthead(lines, heads) {
        end = start;
    }
    // What opens the last block may be the publisher's own heading: « À l'extérieur », then how one gets there.
    let headed = |line: &RawLine<'_>| PUBLISHER.is_match(&fold(line.words()));
    let heading = fold(lines[last].words());
    let sign =
        |at: usize| lines[at].source.trim_start().chars().next().filter(|c| !c.is_alphanumeric());
    let signed = sign(last).is_some() && sign(last) == sign(heads[heads.len() - 2]);
    // « Délégué à la protection des données » is no post here.
    let publishes = headed(&lines[last]);
    if !signed
        && (publishes || !names_post(&heading) && lines[last].length() <= HEADING)
        && end - last <= HEADED
        && lines[last..end].iter().any(headed)
        && !lines[last..end].iter().any(|line| APPLIES.is_match(&fold(line.words())))
    {
        end = last;
    }
    while let Some(start) = (last + 1..end).rev().find(|&at| lines[at].blank_before) {
        let words: Vec<String> = lines[start..end].iter().map(|line| fold(line.words())).collect();
        let told = words.iter().any(|words| APPLIES.is_match(words));
        let published = words.iter().any(|words| PUBLISHER.is_match(words));
        if !published && (told || !one_each) {
            break;
        }
        end = start;
    }
    (end < lines.len()).then_some(end)
}

/// The line below the last head that opens as the file does: who publishes says so at both ends.
fn says_masthead(lines: &[RawLine<'_>], heads: &[usize]) -> Option<usize> {
    const LEAST: usize = 12;
    let (&first, &last) = (heads.first()?, heads.last()?);
    let name = fold(lines.first().filter(|_| first > 0)?.words());
    let opens = |at: &usize| {
        lines[*at].blank_before
            && fold(lines[*at].words())
                .strip_prefix(&*name)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let long = name.len() >= LEAST && name.contains(' ');
    (last..lines.len()).find(opens).filter(|_| long)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::whole_lines;

    #[test]
    fn what_stands_below_short_ads_is_the_publishers() {
        let ads = "- Jardinier, Sète, CDI, a@b.fr\n- Fleuriste, Agde, CDD, c@d.fr\n- Vendeur, Dax, CDI, e@f.fr\n\n";
        let foot = |below: &str| below_last(&whole_lines(&format!("{ads}{below}"), 1), &[0, 1, 2]);
        assert_eq!(foot("Point info – 3 rue Haute – info@point.fr\n"), Some(3));
        assert_eq!(foot("Candidatures avant le 3 mai à rh@verger.fr\n"), None);
        assert_eq!(below_last(&whole_lines(ads, 1), &[0, 1, 2]), None);
    }
}
