//! A file's text -> blocks that tile it: one per offer, and what stands between offers.
//!
//! One offer per file is the rule. Which lines open offers is weighed for the whole file at once, by what the lines look
//! like (`line`), by which lines are alike (`kin`), and by whether the blocks they open are whole offers (`facts`); `clue`
//! says what each of these weighs, and `cut` finds the heaviest cut. Nothing here knows a recruiter.
//!
//! Over 400 lines: the cut made into blocks, and the few endings that no step of its own finds.

mod afresh;
mod brigade;
mod cards;
mod clue;
mod counted;
mod cut;
mod doubts;
mod facts;
mod foot;
mod head;
mod kin;
#[doc(hidden)]
pub mod learn;
mod line;
mod openings;
mod page;
mod pages;
mod rubric;
mod shown;
mod siblings;
mod sought;
mod stacked;
mod thread;

pub use head::{Placed, placed};
pub(crate) use kin::without_code;
pub use rubric::{Rubric, rubric};

use crate::layout::{Header, RawLine, heading_kind, whole_lines};
use crate::lexicon::{ends_offer, is_menu};
use crate::offer::SectionKind;
use crate::text::fold;
use clue::WEIGHTS;
use cut::Cut;
use head::regex;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A piece of a file's text. Joined together, the blocks of a text equal it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The piece, in bytes of the text; it ends with a line end or with the text.
    pub range: Range<usize>,
    /// Number of its first line in the file, 1-based.
    pub first_line: u32,
    /// Whether it is an offer; else it is what precedes the first one.
    pub is_offer: bool,
}

/// Cuts a text into its offers.
///
/// ```
/// use tremplin_engine::segment::segment;
/// let offer = |number: u8, post: &str| {
///     format!("Offre n°{number} : {post}\n\nVous travaillez à Nantes.\nContrat : CDI\nProfil : débutant\nCV à a@b.fr\n\n")
/// };
/// let text = offer(1, "Jardinier") + &offer(2, "Fleuriste");
/// assert_eq!(segment(&text).len(), 2);
/// assert_eq!(segment("Jardinier\n\nMissions\nTailler les haies.\n").len(), 1);
/// ```
pub fn segment(text: &str) -> Vec<Block> {
    let lines = whole_lines(text, 1);
    let Cut { mut heads, ends } = Cut::of(text, &lines, &WEIGHTS);
    // In a table of offers, each row is one.
    let rows = Header::of(&lines).map(|(_, rows)| rows);
    if let Some(rows) = &rows {
        heads.clone_from(rows);
    }
    if let [first, second] = heads[..]
        && rows.is_none()
        && (says_again(&lines, first, second) || is_sentence_of_section(&lines, second))
    {
        heads.pop();
    }
    if heads.is_empty() {
        heads.push(0);
    }
    // Where blocks begin, and whether an offer does; lines before the first head belong to a block of their own.
    let mut starts: Vec<(u32, bool)> = Vec::new();
    let offsets = line_offsets(text);
    // A line drawn above the first offer is none of it, save what opens the keys of a page: `---`.
    let first = lines.first().map_or(1, |line| line.number);
    let above = text[..offsets[first as usize - 1]].trim();
    let drawn = first > 1 && above.len() > 3;
    if heads[0] > 0 || drawn {
        starts.push((1, false));
    }
    let top = if drawn { first } else { 1 };
    let foot = if rows.is_none() { foot::below_last(&lines, &heads) } else { None };
    if heads.last().is_some_and(|&last| foot.is_some_and(|foot| foot <= last)) {
        heads.pop();
    }
    let comments = comments(text);
    let rubrics = if rows.is_none() { rubric::between(&lines, &heads) } else { Vec::new() };
    for (number, &head) in heads.iter().enumerate() {
        let next = heads.get(number + 1).copied().unwrap_or(lines.len());
        let first = lines.get(head).filter(|_| head > 0).map_or(top, |line| line.number);
        // The line that opens the keys of a page's source belongs to the page.
        let opens_keys =
            head > 0 && matches!(line_at(text, &offsets, first - 1).trim(), "---" | "+++");
        let first =
            if opens_keys && afresh::is_key(lines[head].source) { first - 1 } else { first };
        let block = &lines[head..next];
        let at = lines.get(head).map_or(0, |line| offsets[line.number as usize - 1]);
        let void = rows.is_none()
            && heads.len() > 1
            && (offers_nothing(block) || comments.iter().any(|hidden| hidden.contains(&at)));
        starts.push((first, head < lines.len() && !void));
        let below_table = rows.is_some() && number + 1 == heads.len() && head + 1 < lines.len();
        let end = end_of_offer(&lines, head, next).or(below_table.then_some(head + 1));
        let below = rubrics.get(number).copied().flatten();
        let told =
            ends.get(ends.partition_point(|&end| end <= head)).copied().filter(|&end| end < next);
        let foot = foot.filter(|_| number + 1 == heads.len());
        if let Some(end) = end.into_iter().chain(below).chain(told).chain(foot).min() {
            starts.push((lines[end].number, false));
        }
    }
    if rows.is_none()
        && heads.len() > 2
        && (introduces(&lines[heads[0]..heads[1]])
            || lists(&lines, &heads)
            || counts_from_second(&lines, &heads))
    {
        // What precedes the first offer is one block.
        if starts[0].0 == 1 && !starts[0].1 {
            starts.remove(1);
        } else {
            starts[0].1 = false;
        }
    }
    tiled(text, &starts, &offsets)
}

/// The first lines of a text's offers, as tests tell them.
#[cfg(test)]
fn offers(text: &str) -> Vec<u32> {
    let blocks = segment(text);
    blocks.iter().filter(|block| block.is_offer).map(|block| block.first_line).collect()
}

/// Whether a block of a listing says that its post is taken, or is a message about something else: « Offre n° 3 –
/// POURVUE », « Objet : appel à communications ».
fn offers_nothing(block: &[RawLine<'_>]) -> bool {
    /// Characters that are left below the head of an offer whose post is taken, at most: more still tell of it.
    const LEFT: usize = 70;
    const LINES: usize = 12;
    /// Lines that a message's headers take at most.
    const HEADERS: usize = 6;
    static TAKEN: LazyLock<Regex> = LazyLock::new(|| {
        regex(r"[ (\[:-](?:pourvue?s?|annulee?s?|retiree?s?|expiree?s?|plus d'actualite)\W*$")
    });
    static NEWS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:sujet|objet|subject) ?: ?(?P<subject>.*\b(?:appels? (?:a|aux) (?:communications?|contributions?|articles?|projets?|textes)|call for papers|journees? d'etudes?|seminaires?|colloques?|soutenances?|webinaires?|assemblee generale|comptes?[ -]rendus?|cotisations?)\b.*)$",
        )
    });
    // « — mars 2026 — », and nothing told since.
    static MONTH: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) 20\d\d\W*$",
        )
    });
    // A form to be filled in: « Intitulé du poste – Structure », « JJ/MM/AAAA », « prenom.nom@… ».
    static BLANK: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\bj{1,2}[ /-]mm?[ /-]a{2,4}\b|\bjj (?:mois|mm) aaaa\b|\bprenom[. ]nom@|^\W*(?:### )?(?:intitule|nom|titre) d(?:u|e la|e l') ?(?:poste|projet|stage|offre|mission)(?: - .{3,30})?\W*$|\badresse@structure\b",
        )
    });
    // « ► Formation – Monter un dossier », « [Atelier] Tailler les haies », « Webinaire : les haies ».
    static EVENT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:formation|atelier|webinaire|visio(?:conference)?|rencontres?|conference|colloque|seminaire|journee (?:d'etudes?|technique|portes ouvertes)|concours|exposition|festival|assemblee generale|appels? a (?:projets?|communications?|contributions?|articles?)|evenement|salon|consultation|marche public|a vendre|a louer|vente|covoiturage|logement|colocation) ?(?:[-:|\]/]|\u{203a})+ ?(?P<subject>\S.*)$",
        )
    });
    // « 1. Commande groupée de compost », « 4. L'AG aura lieu le 3 mai »
    static ITEM: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*\d{1,2} ?[.)/-]+ ?(?:l'|d'|la |le |les |nos? |notre |une? )?(?:prochaine? )?(?:ag|assemblees? generales?|reunions?|formations?|commandes?|cotisations?|adhesions?|fetes?|soirees?|portes ouvertes|visites?|appels? a (?:projets?|dons|benevoles|cotisation)|sondages?|rappel|agenda|dates?|conseil d'administration|conferences?|webinaires?)\b(?P<subject>.*)$",
        )
    });
    // « Orne (61) », then « Pas d'offre cette semaine. »
    static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:pas d(?:'|e )|aucune? |il n'y a (?:pas d(?:'|e )|aucune? ))(?:offre|annonce|poste|stage|mission|recrutement|alternance)s?\b.{0,60}$",
        )
    });
    static FEED: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?,? )?\d{1,2}[ /-][a-z0-9]{2,9}\.?[ /-]\d{4}(?: (?:a )?\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[+-]\d{4}| gmt| utc)?)?\W*$",
        )
    });
    static OFFERED: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\b(?:stages?|stagiaires?|alternan(?:ce|te?)s?|apprenti(?:e|ssage)?s?|cdi|cdd|emploi|service civique|volontariat|h ?/ ?f|f ?/ ?h)\b",
        )
    });
    /// Lines below such a month, at most.
    const FEW: usize = 5;
    let folded = |line: &RawLine<'_>| fold(line.source.trim());
    // A feed says when it was written, and who writes it, above its first offer.
    let is_dated = |line: &RawLine<'_>| line.length() <= 40 && FEED.is_match(&folded(line));
    let is_news = |line: &RawLine<'_>| {
        NEWS.captures(&folded(line)).is_some_and(|found| !head::names_post(&found["subject"]))
    };
    // As far as its paragraph goes: the page may end below.
    let own = || block.iter().skip(1).take_while(|line| !line.blank_before);
    let left = || own().map(RawLine::length).sum::<usize>() <= LEFT && block.len() <= LINES;
    let is_event = |line: &RawLine<'_>| {
        let folded = fold(line.source.trim());
        let found = EVENT.captures(&folded).or_else(|| ITEM.captures(&folded));
        found.is_some_and(|found| {
            let subject = &found["subject"];
            !head::names_post(subject) && !OFFERED.is_match(subject)
        })
    };
    block.iter().all(is_dated)
        || block.first().is_some_and(|line| TAKEN.is_match(&folded(line))) && left()
        || block.first().is_some_and(is_event)
        || block.iter().take(2).any(|line| NOTHING.is_match(&folded(line)))
        || block.iter().take(HEADERS).any(is_news)
        || block.iter().take(HEADERS).filter(|line| BLANK.is_match(&folded(line))).count() >= 2
        || block.len() <= FEW && block.first().is_some_and(|line| MONTH.is_match(&folded(line)))
}

/// What lies between `<!--` and `-->`: what a page hides is no offer of its own.
fn comments(text: &str) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("<!--") {
        let open = from + open;
        from = text[open..].find("-->").map_or(text.len(), |close| open + close);
        comments.push(open..from);
    }
    comments
}

/// Whether the offers count from one, save the first, which then is none: a title, then `1. …`, `2. …`, `3. …`.
fn counts_from_second(lines: &[RawLine<'_>], heads: &[usize]) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:(?:offre|annonce|poste|stage|sujet|mission|fiche|these)s? ?(?:n ?[°o]\.? ?|# ?)?)?(?P<number>\d{1,2})(?: ?[.):/-]| [a-z]|$)",
        )
    });
    let number = |head: usize| -> Option<usize> {
        NUMBER.captures(&fold(lines[head].source.trim()))?["number"].parse().ok()
    };
    heads.len() > 3
        && number(heads[0]).is_none()
        && heads[1..].iter().enumerate().all(|(at, &head)| number(head) == Some(at + 1))
}

/// Whether what opens a listing is its table of contents: its lines say the titles of the offers below.
fn lists(lines: &[RawLine<'_>], heads: &[usize]) -> bool {
    /// Lines of a table of contents, at most, and of an offer's head that may say its title.
    const LINES: usize = 60;
    const HEAD: usize = 6;
    const LONG: usize = 140;
    let said = |line: &RawLine<'_>| -> Vec<String> {
        let folded = fold(line.words());
        let words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
        words.take(30).map(str::to_owned).collect()
    };
    let is_label = |line: &RawLine<'_>| {
        line.words().split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 4)
    };
    let entries = lines[heads[0]..heads[1]].iter().filter(|line| !is_label(line));
    let block: Vec<Vec<String>> = entries.map(said).collect();
    if block.len() > LINES || block.len() * 3 < (heads.len() - 1) * 2 {
        return false;
    }
    let describes = |line: &RawLine<'_>| {
        let kind = heading_kind(line.words()).filter(|_| line.length() <= 40);
        matches!(kind, Some(SectionKind::Mission | SectionKind::Profile))
    };
    // Nor does a table of contents tell whom to write to.
    let is_addressed = |line: &RawLine<'_>| line.words().contains('@');
    if lines[heads[0]..heads[1]].iter().any(|line| describes(line) || is_addressed(line)) {
        return false;
    }
    // What comes again in several offers is the frame of their pages.
    let frames = |entry: &Vec<String>| {
        let again = heads[1..]
            .iter()
            .filter(|&&head| lines[head..].iter().take(HEAD).any(|line| said(line) == *entry));
        again.count() >= 2
    };
    let block: Vec<Vec<String>> = block.into_iter().filter(|entry| !frames(entry)).collect();
    // Which entry of the block says the title of the offer at a line; a label that all offers have says none.
    let entry = |&head: &usize| {
        lines[head..].iter().take(HEAD).filter(|line| line.length() <= LONG).find_map(|line| {
            let title = said(line);
            block.iter().position(|entry| {
                let both = title.iter().filter(|word| entry.contains(word)).count();
                // Nearly all the words of the entry, or of the title.
                both >= 3 && both * 4 >= title.len().min(entry.len()) * 3
            })
        })
    };
    let entries: Vec<usize> = heads[1..].iter().filter_map(entry).collect();
    let ascend = entries.windows(2).all(|pair| pair[0] < pair[1]);
    ascend && entries.len() >= 2 && entries.len() * 3 >= (heads.len() - 1) * 2
}

/// Whether a page says its only title again below its bar: « Jardinier (H/F) », buttons, « Jardinier (H/F) », then the
/// text.
fn says_again(lines: &[RawLine<'_>], first: usize, second: usize) -> bool {
    /// Lines that the bar takes at most, and characters of each.
    const BAR: usize = 12;
    const SHORT: usize = 80;
    let told = |at: usize| fold(lines[at].words());
    second - first <= BAR
        && lines[first..second].iter().all(|line| line.length() <= SHORT)
        && told(first) == told(second)
        && lines[first..second].iter().any(|line| is_menu(&fold(line.words())))
}

/// Whether a line tells whom the post is for in a sentence of a section: « Descriptif du poste », then « L'équipe cherche
/// un jardinier. ».
fn is_sentence_of_section(lines: &[RawLine<'_>], at: usize) -> bool {
    const NEAR: usize = 3;
    let words = lines[at].words();
    let described = lines[at.saturating_sub(NEAR)..at].iter().any(|line| {
        line.length() <= 40 && heading_kind(line.words()) == Some(SectionKind::Mission)
    });
    words.ends_with('.') && described && head::seeks(&fold(words))
}

/// Whether a block says what holds for all the offers below it: it is none of them.
fn introduces(block: &[RawLine<'_>]) -> bool {
    /// Lines that an introduction takes at most.
    const LINES: usize = 12;
    static ALL: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\bsauf (?:mention|indication|precision|avis) (?:du )?contraire\b[^.]{0,60}\b(?:les|nos|ces) (?:postes|stages|offres|emplois|missions|contrats|sujets)\b|\b(?:tous|toutes|l'ensemble d\w+) (?:les|nos|ces)? ?(?:postes|stages|offres|emplois|missions|contrats|sujets|theses)\b[^.]{0,60}\b(?:ci-dessous|ci-apres|suivante?s|se deroulent|sont (?:bas|situ|ouvert|propos|a pourvoir|des )|ont lieu|debutent|commencent)|\b(?:ci-dessous|ci-apres|ici),? (?:tous |toutes |l'ensemble d\w+ )?(?:les|nos|ces) (?:postes|stages|offres|emplois|missions|contrats|sujets)\b|\b(?:postes|stages|offres|emplois|missions|sujets|theses) (?:ci-dessous|ci-apres|listee?s|suivante?s)\b|\b(?:voici|retrouvez|decouvrez|consultez) (?:tous |toutes )?(?:les|nos) (?:postes|stages|offres|emplois|missions|opportunites)\b|\brecherch\w+ de nouve(?:aux|lles) (?:talents|collaborat\w+|recrues|collegues)\b",
        )
    });
    // « Au sommaire », « Trier par : date », « Dernière modification : … »: the page speaks of its offers.
    static PAGE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:(?:au )?sommaire\b|trier par\b|filtr(?:er|es)\b|modifier ma recherche|(?:derniere modification|cree(?:e)? le|proprietaire|tags) ?:|.{0,40}\b\d[\d ]* (?:offres|resultats|annonces)\b)",
        )
    });
    let of_all = || block.iter().any(|line| ALL.is_match(&fold(line.words())));
    let of_page = |line: &RawLine<'_>| line.length() <= 90 && PAGE.is_match(&fold(line.words()));
    let names_none = || !block.first().is_some_and(|line| head::names_post(&fold(line.words())));
    block.len() <= LINES && of_all()
        || block.len() <= 2 * LINES && names_none() && (of_all() || block.iter().any(of_page))
}

/// Cuts a text at the lines that are said to open its offers, 1-based and ascending; what precedes the first one is
/// no offer, and a line beyond the text opens none.
pub fn segment_at(text: &str, lines: &[u32]) -> Vec<Block> {
    let offsets = line_offsets(text);
    let known = lines.iter().copied().filter(|&line| (line as usize) <= offsets.len());
    let mut starts: Vec<(u32, bool)> = known.map(|line| (line, true)).collect();
    if starts.first().is_none_or(|&(line, _)| line > 1) {
        starts.insert(0, (1, false));
    }
    tiled(text, &starts, &offsets)
}

/// Blocks that begin at these lines and tile the text.
fn tiled(text: &str, starts: &[(u32, bool)], offsets: &[usize]) -> Vec<Block> {
    let ends = starts[1..].iter().map(|&(line, _)| offsets[line as usize - 1]).chain([text.len()]);
    let blocks = starts.iter().zip(ends).map(|(&(first_line, is_offer), end)| Block {
        range: offsets[first_line as usize - 1]..end,
        first_line,
        is_offer,
    });
    blocks.collect()
}

/// The line after which a page speaks of something else than the offer at `head`, before `next`.
/// What still describes a post is no page's foot.
fn end_of_offer(lines: &[RawLine<'_>], head: usize, next: usize) -> Option<usize> {
    let describes = |line: &RawLine<'_>| {
        let kind = heading_kind(line.words()).filter(|_| line.length() <= 40);
        matches!(kind, Some(SectionKind::Mission | SectionKind::Profile | SectionKind::Conditions))
    };
    let ends = |&at: &usize| {
        let words = fold(lines[at].words());
        ends_offer(&words) || lines[at].blank_before && line::lists_readings(&words)
    };
    let end = (head + 3..next).find(ends)?;
    (!lines[end..next].iter().any(describes)).then_some(end)
}

/// A line by its number.
fn line_at<'a>(text: &'a str, offsets: &[usize], number: u32) -> &'a str {
    let rest = offsets.get((number as usize).wrapping_sub(1)).map_or("", |&offset| &text[offset..]);
    rest.lines().next().unwrap_or("")
}

/// Byte where each line begins.
fn line_offsets(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<&str> {
        let blocks = segment(text);
        assert_eq!(
            blocks.iter().map(|block| &text[block.range.clone()]).collect::<String>(),
            text,
            "blocks tile the text"
        );
        blocks
            .iter()
            .filter(|b| b.is_offer)
            .map(|b| text[b.range.clone()].trim().lines().next().unwrap_or(""))
            .collect()
    }

    #[test]
    fn a_page_may_say_its_title_twice() {
        let page = "Le Verger\nJardinier (H/F)\nFrance\nEnregistrer\nPartager\nJardinier (H/F)\nLe Verger · Sète\n\nMissions\nTailler les haies.\n\nProfil\nCAP de jardinier.\n\nCDI, 35 h. CV à a@b.fr\n";
        assert_eq!(titles(page).len(), 1);
        let two = "Jardinier (H/F)\nLe Verger\nCDI, Sète\nCV à a@b.fr\n\nJardinier (H/F)\nLa Serre\nCDD, Agde\nCV à c@d.fr\n";
        assert_eq!(titles(two).len(), 2);
    }

    const BODY: &str =
        "\n\nMissions\n\nTailler les haies.\nPlanter des arbres.\n\nContact : a@b.fr\n\n";

    #[test]
    fn heads_are_known_by_their_form() {
        let heads = [
            "Les Jardins d’Ici (Nantes – 44000) – Jardinier·ère",
            "Les Jardins d’Ici (44000 Nantes) – Stage jardin",
            "LES JARDINS (Nantes-44000)Stage jardin et communication",
            "Les Jardins (Nantes) – JARDINIER",
            "Ville de Nantes (44) - Jardinier",
            "Stage chargé·e de projet chez Jardins.org",
            "Université de Laval, Laval Québec (G1V 0A6) – Les sols",
            "Offre n°8",
        ];
        let listing: String = heads.iter().map(|head| format!("{head}{BODY}")).collect();
        assert_eq!(titles(&listing), heads);
    }

    #[test]
    fn one_offer_stays_one_offer() {
        let text = format!(
            "Jardinier·ère\n\nStage de 4 mois (mars 2023 – juin 2023)\n\nNos antennes (Nantes) – deux équipes{BODY}Offre de stage :\n\nUne mission de terrain.{BODY}"
        );
        assert_eq!(titles(&text), ["Jardinier·ère"]);
        assert_eq!(titles("Une ligne"), ["Une ligne"]);
    }

    #[test]
    fn a_repeated_head_opens_no_second_offer() {
        let text = format!(
            "Les Jardins (Nantes – 44000) – Jardinier\n\nStage 6 mois – Jardinier – Nantes (44){BODY}Le Verger (Angers – 49000) – Pépiniériste{BODY}"
        );
        assert_eq!(titles(&text).len(), 2);
    }

    #[test]
    fn what_precedes_a_listing_is_no_offer() {
        let text = format!(
            "Nos offres du mois\n\nLes Jardins (44000) – Jardinier{BODY}Le Verger (49000) – Pépiniériste{BODY}"
        );
        assert_eq!(
            titles(&text),
            ["Les Jardins (44000) – Jardinier", "Le Verger (49000) – Pépiniériste"]
        );
    }

    #[test]
    fn titles_of_a_bulletin_open_offers() {
        let markdown = format!(
            "# Le bulletin\n\nNos annonces.\n\n## Le Verger – Jardinier{BODY}## La Serre – Fleuriste{BODY}"
        );
        assert_eq!(titles(&markdown), ["## Le Verger – Jardinier", "## La Serre – Fleuriste"]);
        let ad = "Le Verger, Nantes (44000), cherche pour mai une personne qui aime les pommes et la pluie. Tél. 02 40 00 00 00. CDI de 35 h, 1 900 € par mois.";
        let ads = format!(
            "PETITES ANNONCES\n\nJARDINIER(ÈRE)\n{ad}\n\nFLEURISTE\n{ad}\n\nAIDE À DOMICILE (F/H)\n{ad}\n"
        );
        assert_eq!(titles(&ads), ["JARDINIER(ÈRE)", "FLEURISTE", "AIDE À DOMICILE (F/H)"]);
        let ruled = format!(
            "Deux offres.\n\n=====\nJardinier à Nantes\n====={BODY}=====\nFleuriste\n====={BODY}"
        );
        assert_eq!(titles(&ruled), ["Jardinier à Nantes", "Fleuriste"]);
        let one = format!("# Jardinier\n\n## Missions{BODY}## Profil{BODY}");
        assert_eq!(titles(&one).len(), 1);
    }

    #[test]
    fn pages_around_an_offer_are_left_out() {
        let page = format!(
            "Accueil\nNos offres\n\nJardinier à Nantes{BODY}Offres similaires\nFleuriste – CDI – Laval\n© 2026 Le Verger\n"
        );
        assert_eq!(titles(&page), ["Jardinier à Nantes"]);
        let blocks = segment(&page);
        assert!(page[blocks[2].range.clone()].starts_with("Offres similaires"));
    }

    #[test]
    fn posts_that_are_taken_and_other_messages_are_no_offers() {
        let listing = format!(
            "Offre n°1 – Jardinier à Nantes{BODY}Offre n°2 – Fleuriste à Laval{BODY}Offre n°3 – Vendeur à Dax{BODY}Offre n°4 – POURVUE\n\nProchaine liste en mai\n"
        );
        let open = ["Jardinier à Nantes", "Fleuriste à Laval", "Vendeur à Dax"];
        assert_eq!(titles(&listing).len(), open.len(), "{:?}", titles(&listing));
        let message = |number: u8, subject: &str| {
            format!("Message: {number}\nFrom: Ana <ana@b.fr>\nSubject: {subject}{BODY}")
        };
        let digest = message(1, "Stage : préparer un colloque")
            + &message(2, "Appel à communications, les haies")
            + &message(3, "CDD jardinier");
        assert_eq!(titles(&digest), ["Message: 1", "Message: 3"]);
    }

    #[test]
    fn rulers_part_offers() {
        let text = format!(
            "Jardinier à Nantes{BODY}-----\n\nPépiniériste à Angers{BODY}=====\nFleuriste à Laval{BODY}"
        );
        assert_eq!(
            titles(&text),
            ["Jardinier à Nantes", "Pépiniériste à Angers", "Fleuriste à Laval"]
        );
    }
}
