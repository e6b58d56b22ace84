//! What the form of one line tells: whether it names a post, seeks someone, or heads an offer by itself.

use crate::gazetteer;
use crate::layout::{Mark, RawLine};
use crate::lexicon::opens_with_post;
use crate::text::{Folded, fold, plain};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Longest head, in bytes: a paragraph is none.
const LONGEST: usize = 400;

/// `RECRUITER (PLACE) – POST`, the place known by a postal code, a département's number or a capital.
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?P<who>[^()]{2,140}?) ?\((?P<place>[^()]{2,60})\) ?(?P<separator>[-:|/] ?)?(?P<post>[^\s-].{3,})$",
    )
});
/// A postal code, a département's number, or a Canadian postal code.
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:^|[^0-9])(?:\d{2} ?\d{3}|2[ab]\d?|9[78]\d|\d{2}|[a-z]\d[a-z] ?\d[a-z]\d)(?:[^0-9]|$)",
    )
});
/// What figures in brackets count: hours, months, a share.
static HOURS: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\d ?(?:h|heures|mois|ans?|jours|semaines|%|€|euros|postes?|places?)\b|\d ?[%€]")
});
/// `Offre n° 3`, `Annonce 3 :`; a mission or a post with a number may be a section.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:offre|annonce)(?: d(?:e |')(?:stage|emploi|alternance|mission))? ?(?:n ?[°o]\.? ?)?\d{1,3}(?: ?[:./)-]| ?$)",
    )
});
/// What a numbered head may begin with.
const NUMBERS: fn(char) -> bool = |c| matches!(c, 'o' | 'O' | 'a' | 'A') || !c.is_ascii();
/// A kind of contract, then the post: `Stage chargé de projet chez …`, `Alternance – Assistant…`.
static CONTRACTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:offre de |proposition de )?(?:stage|stagiaire|alternance|apprentissage|service civique|volontariat|cdd|cdi|emploi)(?: [:-])? (?P<post>.{6,})$",
    )
});
/// What follows « stage » in a sentence or a section's heading, not in a post's name.
static CONTRACT_IN_A_SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^&|^(?:de \w+|d'une|du|au|a|en cours|\d|conventionne|remunere|indemnise|propose|recherche|obligatoire|uniquement|sera|se|est|a pourvoir|type|et|ou|saison|destinee?|ouverte?|[a-z]+ee? (?:a|de|par|en|pour)|automatique|profond|statistique|supervise|par renforcement|machine)\b",
    )
});

/// A pattern over folded text.
pub(super) fn regex(pattern: &str) -> Regex {
    Regex::new(&plain(pattern))
        .unwrap_or_else(|error| panic!("a head's pattern is not a regular expression: {error}"))
}

/// `(H/F)` and its kin.
static BOTH_SEXES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"[(\[ ][hfmx] ?/ ?[hfmx](?: ?/ ?[hfmx])?\b"));
/// Kinds of contract that stand for a post, or before one.
static CONTRACT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:offre|proposition|sujet) de )?(?:stages?|stagiaire|alternance|apprentissage|apprenti(?:e|\(e\)|\.e)?|service civique|volontariat|these|doctorat|post-?doc(?:torat)?|contrat [a-z' ]{3,30}|cdd|cdi|vie|vsi|jobs? (?:d'ete|saisonniers?|etudiants?|d'hiver))\b",
    )
});

/// `Sujet 2 : …`, `Poste n° 1 - …`, `Pour le poste de gestion`; a counted mission may be a section.
static COUNTED_POST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^[^a-z0-9]*(?:(?:offre|annonce|poste|stage|sujet|these) ?(?:n ?[°o]\.? ?)?\d{1,3} ?[:.)/-]|pour le (?:poste|stage|contrat|sujet) (?:de |d'|du |en )[^.]{3,50}$)",
    )
});
/// A recruiter seeks someone: `recrute un jardinier`, `propose 12 missions de service civique`.
static SEEKS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:recrute|embauche)(?:nt)?[: ]*$|\b(?:recrute|(?:re)?cherche|embauche)(?:nt)?(?: [a-z,' ]{0,30})?(?: (?:pour|a|en) [^.]{0,40})?[:, ]* (?:un|une|des|son|sa|ses|deux|trois|quatre|cinq|six|plusieurs|\d{1,3})\b|\b(?:prend|engage|accueille|accueillera|accueillerons)(?:nt)? (?:[a-z]+ ){0,3}(?:stagiaires?|apprentie?s?|alternante?s?|volontaires?|saisonniers?|extras?|salariee?s?)\b|\bpropose(?:nt)? [^.]{0,30}\b(?:stages?|services? civiques?|alternances?|postes?|emplois?)\b",
    )
});

/// Whether folded words say that a recruiter seeks someone.
pub(super) fn seeks(folded: &str) -> bool {
    // « Profil recherché » folds to the verb.
    const SOUGHT: &str = "profil profils candidat candidats candidate candidature experience competence competences niveau \
        diplome formation qualite qualites contrat emploi poste stage alternance personne de la en d' l' qu'on";
    SEEKS.find_iter(folded).any(|found| {
        let before = folded[..found.start()].trim_end().rsplit([' ', '(']).next().unwrap_or("");
        let subject = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\'');
        !subject.is_empty() && !SOUGHT.split_whitespace().any(|word| word == subject)
    })
}

/// Whether a folded line names a post, alone or beside its recruiter: `Le Verger - jardinier`, `Stage : les sols`.
/// Leaves `Notre équipe`, `Stage conventionné de 6 mois` and what only speaks of a post.
pub(super) fn names_post(folded: &str) -> bool {
    BOTH_SEXES.is_match(folded)
        || COUNTED_POST.is_match(folded)
        || folded
            .split(" - ")
            .filter(|piece| !names_a_person(piece))
            .flat_map(|piece| piece.split([':', '|']))
            .any(|piece| opens_a_post(piece.trim_start_matches(|c: char| !c.is_alphabetic())))
}

/// « Encadrants : Anne Le Goff »: a post as a label tells who, not what.
fn names_a_person(piece: &str) -> bool {
    piece.split_once(':').is_some_and(|(label, _)| {
        let label = label.trim_start_matches(|c: char| !c.is_alphabetic());
        label.split_whitespace().count() <= 2 && !CONTRACT.is_match(label) && !OFFER.is_match(label)
    })
}

/// A label behind which a post is named.
static OFFER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:offres? d(?:'|e )(?:emplois?|stages?|alternance|these|mission)|annonce|recrutement|avis de recrutement|appel a candidatures?)\b",
    )
});
/// What announces a post before naming it: `AVIS DE RECRUTEMENT D'UN CHIMISTE`, `4 postes d'ATER`, `Poste de jardinier`.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:avis|annonce|offre|appel a candidatures?|campagne|concours) (?:de |d'|pour (?:le |la |l')?)?)?(?:(?:recrutement|embauche) (?:special |externe |interne )?|(?:(?:\d{1,2}|un|deux|trois|quatre|cinq|six|plusieurs) )?(?:postes?|emplois?) |pour )(?:de |d'|des |du |pour )?(?:l'|un\(e\) |un\.e |une? |deux |trois |quatre |\d{1,2}(?: \d{3})* )?",
    )
});
/// What opens like a post and is none: `Guide des emplois saisonniers`, `Auteur de l'offre`.
static NO_POST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:guides? (?:des? |du |de l'|d')?(?:emplois?|offres|stages?|stagiaires?|candidat|recrut|saisonnier|jobs?|metiers?|alternan|apprenti|pratique|volontaires?|accueil|entretiens?)|auteure?s? d(?:e l'|e cette |e la |u )(?:offre|annonce|publication|message|sujet))",
    )
});

fn opens_a_post(piece: &str) -> bool {
    let in_a_sentence =
        |kind: &str| CONTRACT_IN_A_SENTENCE.is_match(piece[kind.len()..].trim_start());
    let sought = ["un(e) ", "un.e ", "un ou une ", "une ", "un "];
    let bare = sought.iter().find_map(|one| piece.strip_prefix(one)).unwrap_or(piece);
    let announced =
        || ANNOUNCED.find(piece).is_some_and(|found| opens_with_post(&piece[found.end()..]));
    (opens_with_post(bare) || announced()) && !NO_POST.is_match(bare)
        || CONTRACT.find(piece).is_some_and(|kind| !in_a_sentence(kind.as_str()))
}

/// How sure the form of a line alone is that it opens an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It tells nothing.
    None,
    /// A contract, then a post: `Stage chargé de projet chez …`.
    Contracted,
    /// A recruiter, a place and a post, or an offer's number.
    Placed,
}

/// The form of a line.
pub(super) fn form(line: &RawLine<'_>, folded: &str) -> Form {
    let words = line.words();
    let length = words.chars().count();
    if matches!(line.mark, Mark::Bullet(_)) || !(6..=300).contains(&length) {
        return Form::None;
    }
    let source = line.source.trim();
    if source.starts_with(NUMBERS) && NUMBERED.is_match(&fold(source)) {
        return Form::Placed;
    }
    if folded.ends_with(['.', ';', ',', ':']) {
        return Form::None;
    }
    if placed(words).is_some() {
        return Form::Placed;
    }
    let is_post =
        |post: &str| !CONTRACT_IN_A_SENTENCE.is_match(post) && post.split_whitespace().count() >= 2;
    match CONTRACTED.captures(folded) {
        Some(captures)
            if is_post(&captures["post"]) && length <= 160 && opens_with_a_name(words) =>
        {
            Form::Contracted
        }
        _ => Form::None,
    }
}

/// A head that names recruiter, place and post: each a range of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The recruiter.
    pub who: Range<usize>,
    /// What the brackets hold.
    pub place: Range<usize>,
    /// The post.
    pub post: Range<usize>,
}

/// Reads `RECRUITER (PLACE) – POST` and its kin.
///
/// Reads `Les Jardins (Nantes – 44000) – Jardinier`, `Ville d'Angers (49) - Jardinier`, `Le Verger (44 620 Indre)Stage verger`.
/// Reads `Le Verger, Sète (34) / Jardinier`.
/// Leaves `Jardinier (35 h) – CDI`, `Jardinier (h/f) – CDI`, `nos antennes (Nantes) – deux`, `Programme (PAC) – suivi`, `Alternance web (Symfony) – Verger`.
pub fn placed(line: &str) -> Option<Placed> {
    if line.len() > LONGEST || !line.contains('(') {
        return None;
    }
    let folded = Folded::new(line);
    let captures = PLACED.captures(folded.as_str())?;
    let range = |name: &str| captures.name(name).map(|group| folded.source(group.range()).range());
    let (who, place, post) = (range("who")?, range("place")?, range("post")?);
    let parted = captures.name("separator").is_some() || CODE.is_match(&captures["place"]);
    (parted && is_place(&line[place.clone()], &captures["place"]) && opens_with_a_name(line))
        .then_some(Placed { who, place, post })
}

/// Whether brackets hold a place: a code, or a name that the gazetteer knows.
fn is_place(inside: &str, folded: &str) -> bool {
    // « Jardinier (17,5 h par semaine) – … »
    if HOURS.is_match(folded) {
        return false;
    }
    if CODE.is_match(folded) {
        return true;
    }
    let name = inside.split(['/', ',', '-', '–']).next().unwrap_or(inside).trim();
    inside.starts_with(char::is_uppercase)
        && (gazetteer::is_named(inside.trim()) || gazetteer::is_named(name))
}

fn opens_with_a_name(words: &str) -> bool {
    words
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '«' | '"' | '“'))
}
