//! Posts that one call seeks, an item each: where a recruiter says « recrute : » and lists them, each is an offer.
//!
//! `- un cuisinier`, `- 1 poste de plongeur (H/F)`, `- deux serveurs` tell too little to be offers by themselves; what they
//! share is said above and below them. Posts with common sections of their own, tasks or a profile, stay one ad.

use super::cut::Cut;
use super::facts::{Facts, speaks_of_offers};
use super::head::{names_post, regex};
use super::line;
use crate::layout::{Mark, RawLine, heading_kind};
use crate::lexicon::opens_with_post;
use crate::offer::SectionKind;
use regex::Regex;
use std::sync::LazyLock;

/// Posts of a list, at least.
const LEAST: usize = 2;
/// The same, where no sign opens them.
const UNMARKED: usize = 3;
/// Characters of an item that counts nothing, at most, and bytes of the call above it.
const BARE: usize = 90;
const CALLED: usize = 160;
/// Characters of an item that names no known post, at most.
const UNKNOWN: usize = 50;
/// Lines that each takes at most.
const LINES: usize = 3;
/// Lines above the first one in which the call stands.
const ABOVE: usize = 3;
/// Longest line that sorts the posts: `Second degré :`.
const RUBRIC: usize = 40;

/// How many are sought, and for what: `un(e) `, `2 `, `1 poste de `.
static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:\(?\d{1,2}\)?|un(?:[(.·/-]?e\)?)?|une|un ou une|une ou un|deux|trois|quatre|cinq|six|plusieurs|des)(?: a (?:deux|trois|quatre|\d))? (?:(?P<post>(?:postes?|emplois?)(?: [a-z]+)? (?:de |d'|pour ))?)",
    )
});
/// Who is sought for them, in words: `recrute en contrat local pour la rentrée :`, `Postes vacants`.
static CALL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:recrut(?:e|ent|ons|ement|era)|(?:re)?cherch(?:e|ent|ons)|embauch(?:e|ent|ons)|postes? (?:vacants?|a pourvoir|ouverts?|disponibles?|proposes?|suivants?)|emplois? (?:vacants?|a pourvoir|suivants?)|sont a pourvoir|besoin de)\b",
    )
});

/// A call whose items need not be counted.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:(?:postes?|emplois?|jobs?|metiers?) (?:[a-z]+ )?(?:vacants?|a pourvoir|ouverts?|disponibles?|proposes?|recherches?|suivants?)|(?:recrutements?|offres?|postes?) en cours|nos (?:postes|offres|besoins|recrutements))(?: [a-z0-9' ]{0,40})?\W*$|\b(?:recrut(?:e|ent|ons)|(?:re)?cherch(?:e|ent|ons)|embauch(?:e|ent|ons))(?: [a-z0-9',() -]{0,60})? ?:$",
    )
});

/// Opens an offer at each post of such lists, in a file that holds no other offer.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    let posts: Vec<usize> = lists(lines, facts).concat();
    let (Some(&first), Some(&last)) = (posts.first(), posts.last()) else { return };
    let is_other = |head: &usize| {
        let names_another = || cut.heads.len() > 1 || facts.seen[*head].names_post;
        posts.binary_search(head).is_err()
            && (*head > first || !calls(facts, *head) && names_another())
    };
    if !cut.heads.iter().any(is_other) && !describes(lines, last) {
        cut.heads = posts;
    }
}

/// Whether a line is the call itself, or says that several posts are offered.
fn calls(facts: &Facts, at: usize) -> bool {
    let words = facts.seen[at].folded.as_str();
    CALL.is_match(words) || speaks_of_offers(words)
}

/// Whether sections that hold for all the posts stand below the last one.
fn describes(lines: &[RawLine<'_>], last: usize) -> bool {
    lines[last + 1..].iter().any(|line| {
        line.length() <= RUBRIC
            && matches!(
                heading_kind(line.words()),
                Some(SectionKind::Mission | SectionKind::Profile)
            )
    })
}

/// The lists of posts below a call: the first line of each item.
fn lists(lines: &[RawLine<'_>], facts: &Facts) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut list: Vec<usize> = Vec::new();
    // What opens the items of the list, and how many lines stand below the last one.
    let mut mark = Mark::None;
    let mut below = 0;
    for at in 0..=lines.len() {
        let line = lines.get(at);
        let is_item = line.is_some_and(|line| {
            let folded = facts.seen[at].folded.as_str();
            let bare = || {
                let opens = list.first().copied().unwrap_or(at);
                line.length() <= BARE && is_called_by_name(facts, opens)
            };
            // Beside trades an item may be a post that the lexicon does not know.
            let short = || line.length() <= UNKNOWN && !line::TASK.is_match(folded);
            match line.mark {
                Mark::Bullet(_) | Mark::Number(_) => {
                    (list.is_empty() || is_alike(line.mark, mark))
                        && (is_post(folded) && matches!(line.mark, Mark::Bullet(_))
                            || bare() && (is_trade(folded) || short()))
                }
                _ => (list.is_empty() || mark == Mark::None) && bare() && is_trade(folded),
            }
        });
        let calls = || (at.saturating_sub(ABOVE)..at).any(|above| calls(facts, above));
        if is_item && (!list.is_empty() || calls()) {
            mark = lines[at].mark;
            list.push(at);
            below = 0;
            continue;
        }
        let goes_on = line.is_some_and(|line| {
            let is_rubric = || {
                let sorts = heading_kind(line.words()).is_none();
                line.length() <= RUBRIC && line.words().ends_with(':') && sorts
            };
            below + 1 < LINES
                && mark != Mark::None
                && (matches!(line.mark, Mark::None) && !line.blank_before || is_rubric())
        });
        if goes_on {
            below += 1;
            continue;
        }
        let posts = |&&at: &&usize| {
            let folded = facts.seen[at].folded.as_str();
            is_post(folded) || is_trade(folded)
        };
        let posts = list.iter().filter(posts).count();
        if list.len() >= if mark == Mark::None { UNMARKED } else { LEAST }
            && posts * 2 >= list.len()
        {
            lists.push(list);
        }
        (list, below, mark) = (Vec::new(), 0, Mark::None);
    }
    lists
}

/// Whether items open alike: with one sign, or each with a number.
fn is_alike(one: Mark, other: Mark) -> bool {
    one == other || matches!((one, other), (Mark::Number(_), Mark::Number(_)))
}

/// Whether what stands right above a list names its items posts: `Postes à pourvoir :`, `recrute pour l'été :`.
fn is_called_by_name(facts: &Facts, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|above| {
        let words = facts.seen[above].folded.as_str();
        words.len() <= CALLED && NAMED.is_match(words)
    })
}

/// Whether a line is the name of a post and little more: `Serveur / serveuse`, `Livreur, permis B (CDI)`.
fn is_trade(folded: &str) -> bool {
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    !folded.ends_with(['.', ':', '?', '!']) && (opens_with_post(bare) || names_post(bare))
}

/// Whether an item counts a post: `1 poste de professeur`, `un(e) cuisinier(ère)`.
fn is_post(folded: &str) -> bool {
    COUNT.captures(folded).is_some_and(|count| {
        let rest = &folded[count.get_match().end()..];
        count.name("post").is_some() || opens_with_post(rest) || names_post(rest)
    })
}

#[cfg(test)]
mod tests {
    use crate::segment::offers;

    #[test]
    fn each_post_that_a_call_lists_is_an_offer() {
        let school = "Postes vacants à la rentrée :\nÉcole :\n► 1 poste de professeur des écoles, titulaire\nCollège :\n► 1 poste de professeur d’espagnol,\ncertifié ou agrégé\n► 1 poste de documentaliste\n";
        assert_eq!(offers(school), [3, 5, 7]);
        let inn = "L’auberge du Lac\nSète\nrecrute pour l’été :\n- un(e) cuisinier(ère)\n- deux serveurs ou serveuses\n- 1 plongeur\n\nCV à auberge@lac.example\n";
        assert_eq!(offers(inn), [4, 5, 6]);
    }

    #[test]
    fn what_only_counts_people_is_no_list_of_posts() {
        let team = "Jardinier (H/F)\nLa serre recrute.\n\nNotre équipe :\n- un chef de culture\n- deux jardiniers\n\nMissions\nTailler les haies.\nProfil\nCAP.\nCV à a@b.fr\n";
        assert_eq!(offers(team).len(), 1);
        let shared = "Le centre recrute pour l’été :\n- un directeur\n- quatre animateurs\n\nMissions\nAnimer les journées.\n\nProfil\nBAFA.\nCV à a@b.fr\n";
        assert_eq!(offers(shared).len(), 1);
    }
}
