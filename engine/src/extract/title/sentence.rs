//! The post in a sentence that recruits: « X recherche une stagiaire, chargée de mission … ».

use super::clean::{is_status, trimmed};
use super::{Candidate, FAR};
use crate::document::Document;
use crate::extract::rule::{self, says};
use crate::lexicon::opens_with_post;
use crate::offer::SectionKind;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// A sentence that recruits: the post follows.
static RECRUITING: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"\b(?:recherch|recrut|cherch|engag|embauch|accueill|propos|ouvr|souhait\w+ (?:recrut|accueill))(?:e|ent|ons|era|er|ir|ez)\b[^.!?\n]{0,80}?|[,)] (?:ch|rech|cherche|prend)\b\.? | (?:rech|ch)\. |\bconstitue(?:nt)? (?:son|leur) equipe d(?:e |')|\b(?:(?:un|le|ce|du|au|de) poste|\d{1,2} postes?) d(?:e |')",
    )
});

/// Where the post in a sentence ends.
static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"[!?;:\n]|[.](?:[ \n]|$)|,| (?:pour|afin|qui|dont|des que|a partir|a compter|dans le cadre|au sein|chez|dans (?:son|sa|ses|notre|nos|le|la|l'|un|une)|a temps|en (?:cdi|cdd|alternance|stage|contrat|service civique)|base{e} |(?:est|sont|sera|seront) (?:a pourvoir|ouvert|vacant|susceptible|propose|cree|rattache|base|situe)[a-z]*)\b| a (?:mi-temps|temps )| \((?:cdd|cdi|stage|alternance|temps)",
    )
});

/// The post in a sentence that recruits: « X recherche une stagiaire, chargée de mission … ».
pub(super) fn in_sentences(document: &Document) -> Vec<Candidate> {
    let text = document.folded.as_str();
    let far = (FAR.min(text.len())..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len());
    let mut found = Vec::new();
    for verb in RECRUITING.find_iter(&text[..far]).take(12) {
        let line_end =
            text[verb.end()..].find(['\n', '!', '?']).map_or(text.len(), |end| verb.end() + end);
        let line_end = line_end.min(verb.end() + 140);
        let line_end =
            (line_end..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        let Some((start, announced)) = post_after(text, verb.end(), line_end) else { continue };
        // « Le centre accueille des artistes », « ouvre ses ateliers aux jardiniers »: verbs that seldom recruit need an article
        // and one person.
        let opens = &text[verb.start()..start];
        let may_recruit = ["accueill", "propos", "ouvr", "engag"];
        if may_recruit.iter().any(|stem| opens.starts_with(stem))
            && (!announced || several(opens))
            && opens.trim_end().contains(' ')
            && !says(opens, &["poste", "cdd", "cdi", "contrat", "stage", "alternance", "these"])
        {
            continue;
        }
        // « trouver des partenariats avec les jardiniers »
        if is_a_degree(&text[..start]) || !announced && several(opens) {
            continue;
        }
        // « recruter et développer la performance commerciale »: what one does, not whom one seeks.
        let does = verb.as_str().split(' ').next().is_some_and(|verb| verb.ends_with("er"));
        if does && !announced {
            continue;
        }
        // « nous cherchons aussi un serveur »: another post beside this one.
        let between = &text[verb.start()..start];
        if [" aussi ", " egalement ", " par ailleurs "].iter().any(|also| between.contains(also)) {
            continue;
        }
        let end = start + end_of_post(&text[start..]);
        // The quotes around the post end it: « un stage “Assistant archéologue” de trois mois ».
        let quoted = text[..start].trim_end().ends_with('"');
        let close = text[start..end].find('"').filter(|_| quoted);
        let end = close.map_or(end, |close| start + close);
        // « deux volontaires en service civique »: the status names the post, for want of a better one.
        let status = is_status(&text[start..end]);
        let civic = [" en service civique", " en mission de service civique"];
        let civic = civic.iter().find(|civic| status && text[end..].starts_with(**civic));
        let end = civic.map_or(end, |civic| end + civic.len());
        let end = joined_line(document, start, end).unwrap_or(end);
        // « deux saisonniers (cuisine, ménage) »: a comma in brackets ends no post.
        let open =
            text[start..end].rfind(" (").filter(|open| !text[start + open..end].contains(')'));
        let end = open.map_or(end, |open| start + open);
        let span = document.source(start..end);
        let line = document.line_at(span.start).unwrap_or(0);
        let score = match (line, announced) {
            (0, true) => 80,
            (1..=8, true) => 63,
            (_, true) => 50,
            (0, false) => 70,
            (1..=8, false) => 46,
            _ => 36,
        } - if status { 12 } else { 0 };
        found.push(Candidate {
            span: trimmed(&document.text, span),
            rule: "recruiting-sentence",
            score,
        });
    }
    found
}

/// « des artistes », « ses jardiniers »: whoever comes and goes.
fn several(opening: &str) -> bool {
    matches!(
        opening.trim_end().rsplit(' ').next(),
        Some("des" | "ses" | "nos" | "les" | "leurs" | "aux" | "avec" | "par")
    )
}

/// « M2 ou école d’ingénieur »: what the candidate has studied.
fn is_a_degree(before: &str) -> bool {
    ["ecole d'", "ecoles d'", "eleve ", "eleves ", "diplome d'", "titre d'", "etudes d'", "cycle "]
        .iter()
        .any(|of| before.ends_with(of))
}

/// What the holder of a post does: « le ou la chargé·e de projet aura pour missions », « En tant que jardinier, vous … ».
static DESCRIBED: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"(?:(?:^|[.!?:,] ?)(?:un{e}|le/la|la/le|le ou la|la ou le|le \(la\)|l[ae][./-](?:la|le|l?a|e)|la|le|l')[ ]?(?:futur{e} )?(?P<holder>[a-z](?:[^\n.,;:!?]|\.[a-z]){3,100}?),? (?:(?:aura|a) (?:notamment |principalement |egalement |ainsi )?(?:pour|en charge|la charge|la responsabilite)|(?:est|sera) (?:notamment |principalement |plus particulierement )?(?:charge|responsable|en charge|garant|amene|place|rattache)|assur(?:e|era)\b|particip(?:e|era)\b|contribu(?:e|era)\b|interviendra|travaillera|devra\b|porte (?:deux|trois|les|la|le)|conc(?:oit|evra)\b|coordonne(?:ra)?\b|pilote(?:ra)?\b)|\b(?:en tant qu(?:e |')|en qualite d(?:e |')|rejoignez[- ]nous comme |vos missions d(?:e |'))(?:un{e} |futur{e} )?(?P<role>[a-z][^\n;:!?]{3,100}?)(?: \([hfmx/]{3,5}\))?(?:,| chez | au sein | vous | tu | nous | votre | vos | ton | ta | l'objectif | dans | pour |\n|[.](?:[ \n]|$)))",
    )
});

/// Posts that describe whoever leads as well, when nothing more says which.
const LEADERS: [&str; 8] = [
    "directeur",
    "directrice",
    "responsable",
    "president",
    "presidente",
    "chef",
    "coordinateur",
    "coordinatrice",
];

/// How long folded words go on before a verb in the future: « chargée de projet partagera ses missions ».
fn before_verb(words: &str) -> usize {
    let verb = words.split(' ').skip(1).find(|word| word.len() > 6 && word.ends_with("era"));
    verb.map_or(words.len(), |verb| verb.as_ptr() as usize - words.as_ptr() as usize)
}

/// The post in a sentence that tells its tasks, for want of one that recruits.
pub(super) fn described(document: &Document) -> Vec<Candidate> {
    let text = document.folded.as_str();
    let far = (FAR.min(text.len())..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len());
    let read = |found: regex::Captures<'_>| {
        let role = found.name("role");
        let post = role.or(found.name("holder"))?;
        let span = document.source(post.start()..post.start() + before_verb(post.as_str()));
        let lone = LEADERS.contains(&post.as_str()) || is_status(post.as_str());
        let to_come = ["aura ", "sera ", "devra"].iter().any(|verb| found[0].contains(verb));
        let about = !to_come && document.kind_at(span.start) == SectionKind::About;
        (opens_with_post(post.as_str()) && !lone && !about).then(|| Candidate {
            span: trimmed(&document.text, span),
            rule: "described",
            score: if role.is_some() { 45 } else { 38 },
        })
    };
    DESCRIBED.captures_iter(&text[..far]).filter_map(read).take(3).collect()
}

/// Whether a folded line is a sentence that recruits.
pub(in crate::extract) fn recruits(folded: &str) -> bool {
    RECRUITING.find_iter(folded).any(|verb| {
        let end = folded[verb.end()..]
            .find(['!', '?', '\n'])
            .map_or(folded.len(), |end| verb.end() + end);
        verb.start() > 0 && post_after(folded, verb.end(), end).is_some()
    })
}

/// Where, between two folded places, a line of the written heading begins with a capital.
fn joined_line(document: &Document, start: usize, end: usize) -> Option<usize> {
    let words = &document.folded.as_str()[start..end];
    let below = document
        .heading
        .lines()
        .skip(1)
        .map(str::trim)
        .filter(|line| line.starts_with(char::is_uppercase));
    below
        .filter_map(|line| {
            let opening: String = fold(line).chars().take(24).collect();
            document.folded.as_str()[start..]
                .find(&opening)
                .filter(|&at| at > 0 && at < words.len())
                .map(|at| start + at)
        })
        .min()
}

/// Where a post begins behind a recruiting verb, and whether an article leads to it.
fn post_after(text: &str, from: usize, to: usize) -> Option<(usize, bool)> {
    static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
        rule::compile(
            r"(?:^|[ '(,/:])(?:une? ou une?|une? ?/ ?une?|un{e}|une|des|son|sa|ses|deux|trois|\d{1,2}|sa ou son|futur{e}|d'une?) $|: $",
        )
    });
    let near = &text[from..to];
    let mut generic = None;
    for (at, c) in near.char_indices() {
        let at = from + at;
        let opens = c.is_alphabetic()
            && (text[..at].ends_with(" d'")
                || !text[..at].ends_with(|c: char| {
                    c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '(')
                }));
        if !opens {
            continue;
        }
        let trainee =
            ["stagiaire", "alternant", "apprenti"].iter().any(|word| text[at..].starts_with(word));
        if !trainee && !opens_with_post(&text[at..]) {
            continue;
        }
        if is_a_verb(&text[from..at], &text[at..]) {
            continue;
        }
        // « le Centre commercial Les Arcades ».
        if text[..at].ends_with("centre ") {
            continue;
        }
        let before = &text[at.saturating_sub(24).max(from)..at];
        let before = if before.is_empty() { " " } else { before };
        if trainee {
            generic = generic.or(Some((at, ARTICLE.is_match(before))));
            // « un stagiaire, chargé de mission »: the post is named behind.
            let rest = text[at..to].split_once(", ").map(|(one, _)| at + one.len() + 2);
            if let Some(next) =
                rest.filter(|&next| next - at < 24 && opens_with_post(&text[next..]))
            {
                return Some((next, true));
            }
            return generic;
        }
        if ARTICLE.is_match(before) {
            return Some((at, true));
        }
        generic = generic.or(Some((at, false)));
    }
    generic
}

/// « recruter, former et manager votre équipe »: what one does.
fn is_a_verb(before: &str, words: &str) -> bool {
    const OBJECTS: [&str; 14] = [
        "votre ", "vos ", "son ", "sa ", "ses ", "une ", "un ", "les ", "des ", "le ", "la ", "l'",
        "notre ", "nos ",
    ];
    let Some(rest) = words.strip_prefix("manager") else { return false };
    let rest = rest.trim_start();
    let led =
        ["et ", ", ", " a ", "de ", "pour ", "savoir "].iter().any(|link| before.ends_with(link));
    OBJECTS.iter().any(|object| rest.starts_with(object))
        || led && (rest.is_empty() || rest.starts_with(['.', ',', ';']))
}

/// How long the post is that opens these folded words.
fn end_of_post(text: &str) -> usize {
    let near = &text[..text.char_indices().nth(200).map_or(text.len(), |(at, _)| at)];
    SENTENCE_END.find(near).map_or(near.len(), |found| found.start())
}
