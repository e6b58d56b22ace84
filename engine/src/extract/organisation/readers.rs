//! How a rule of the recruiter takes the name out of the words it matched.

use crate::extract::body::is_place;
use crate::extract::body::{
    could_recruit, is_camel, is_official, leading_name, names_body, opens_with_noun,
    without_article, without_generic,
};
use crate::extract::rule::{Match, Reading};
use crate::text::fold;

/// A name: words of the text that a capital opens, or that open with the noun of a body.
pub(super) fn name(found: &Match<'_>, group: &str) -> Option<Reading<String>> {
    Reading::value(proper_name(found.written(group))?)
}

/// The name in these words: « la mairie de Sète » -> « mairie de Sète », « la mission du Verger » -> « Verger ».
/// `None` when no word opens with a capital.
fn proper_name(words: &str) -> Option<String> {
    let words = words
        .trim()
        .trim_end_matches([',', ':', ';', '.', ' ', '*', '_'])
        .trim_start_matches(['*', '_', '«', '"', '“', ' ', '\u{A0}']);
    let words = if is_one_subject(words) {
        words
    } else {
        [" – ", " — ", " - ", " | ", ". "]
            .iter()
            .filter_map(|dash| words.split_once(dash).map(|(front, _)| front))
            .min_by_key(|front| front.len())
            .unwrap_or(words)
    };
    let words =
        words.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"' | '“'));
    let words = without_article(without_place(words));
    if is_team(words) {
        return None;
    }
    if names_body(words) {
        let last = words.rsplit(' ').next().unwrap_or("");
        let cut = matches!(last, "et" | "de" | "pour" | "en" | "la" | "le" | "qui");
        let words = if cut { body_name(words) } else { words };
        return Some(without_generic(without_remark(words)).to_owned());
    }
    let opens_big = |word: &str| {
        word.trim_start_matches(['«', '"', '“', '(', '\u{A0}'])
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || is_camel(word)
    };
    let kept = |name: &str| {
        let name = without_remark(name).trim_matches([' ', '"', '«', '»', '“', '”', '\u{A0}']);
        (name.chars().count() >= 2 && could_recruit(name)).then(|| name.to_owned())
    };
    if opens_big(words) {
        // « Les Fils ouvrent un lieu et recrutent »: the sentence went on behind the name.
        // « Haute École vaudoise du paysage et du vivant » is one name.
        let noun = opens_with_noun(words);
        let ran_on = words.split(' ').skip(1).any(|word| {
            word == "et" && !noun
                || matches!(word, "ou" | "un" | "une" | "qui" | "a" | "se")
                || word.ends_with("ent")
        }) && words.split(' ').rev().take(1).all(|word| !opens_big(word));
        return kept(without_generic(if ran_on { leading_name(words) } else { words }));
    }
    // « L’herbier de l’Institut des sols vivants (ISV) »: whose it is.
    let whose = [" de l’", " de l'", " de la ", " du "]
        .iter()
        .filter_map(|of| words.find(of).map(|at| &words[at + of.len()..]))
        .find(|body| opens_big(body) && names_body(body));
    if let Some(body) = whose {
        return kept(without_generic(body));
    }
    // The name is the last run of capitals, behind « de », « du », « d' ».
    let mut start = words.len();
    for (at, word) in words
        .split(' ')
        .scan(0, |at, word| {
            let here = *at;
            *at += word.len() + 1;
            Some((here, word))
        })
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let bare = word
            .trim_start_matches("d’")
            .trim_start_matches("d'")
            .trim_start_matches("l’")
            .trim_start_matches("l'");
        if opens_big(bare) {
            start = at + word.len() - bare.len();
        } else if start == words.len()
            || !matches!(
                fold(word).as_str(),
                "de" | "du" | "des" | "la" | "le" | "les" | "et" | "&" | "en" | "pour" | "sur"
            )
        {
            break;
        }
    }
    // « L’unité médicale de Sète accueille »: where it is names nobody.
    let part = ["unite", "service", "site", "antenne", "plateau", "pole", "bloc", "maternite"]
        .iter()
        .any(|part| fold(words).starts_with(part));
    if part && is_place(words.get(start..)?) {
        return None;
    }
    (start < words.len() && !words[start..].starts_with('(')).then(|| kept(&words[start..]))?
}

/// « L’Agence des sols Plaine – Durance », « La Maison des jeunes – Centre social du Lac »: behind an article, a dash stands
/// within the one subject of a sentence; a letterhead has no article.
fn is_one_subject(words: &str) -> bool {
    let article = ["L’", "L'", "La ", "Le ", "l’", "l'", "la ", "le "];
    let Some(rest) = article.iter().find_map(|article| words.strip_prefix(article)) else {
        return false;
    };
    let Some((front, tail)) = rest.split_once(" – ").or_else(|| rest.split_once(" - ")) else {
        return false;
    };
    let part = ["direction", "service", "pole", "departement", "site", "antenne"];
    names_body(front)
        && tail.starts_with(char::is_uppercase)
        && !tail.contains([',', '.', '–', '|'])
        && !tail.contains(" - ")
        && tail.split(' ').count() <= 5
        && !part.iter().any(|part| fold(tail).starts_with(part))
}

/// « équipe Data », « pôle Insertion », « squad Paiement »: a part of a house, which is named elsewhere.
/// « équipe de Racines » says whose it is.
fn is_team(words: &str) -> bool {
    const TEAMS: [&str; 7] = ["equipe", "pole", "cellule", "team", "squad", "tribu", "service"];
    let folded = fold(words);
    let Some((first, rest)) = folded.split_once(' ') else { return false };
    let of = ["de ", "du ", "des ", "d'", "l'"].iter().any(|of| rest.starts_with(of));
    TEAMS.contains(&first) && !of && words.starts_with(char::is_lowercase)
}

/// « Pâtisserie Delmas à Figeac » -> « Pâtisserie Delmas ».
fn without_place(words: &str) -> &str {
    match words.rsplit_once(" à ") {
        // « chez Kartéo à Grenoble »; « la pâtisserie à Figeac » is no name.
        Some((front, place))
            if is_place(place) && (front.contains(' ') || !opens_with_noun(front)) =>
        {
            front
        }
        _ => words,
    }
}

/// The name that a label's value opens with: « Racines, coopérative – Sète » -> « Racines ».
pub(super) fn labelled(found: &Match<'_>) -> Option<Reading<String>> {
    let words = found.written("words").trim();
    // « association / ligue / ONG » says of what kind it is.
    if words.contains(" / ") && words.split('/').all(|kind| !kind.trim().contains(' ')) {
        return None;
    }
    // « Client : Angular / SQL »: whom the work is for, or a part of a program.
    let label = found.captures.get_match().as_str();
    if label.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("client")
        && !names_body(words)
    {
        return None;
    }
    // A sentence is no value.
    if words.ends_with('.') && words.split_whitespace().count() > 8 {
        return None;
    }
    // « Établissement : Les Lilas Capacité : 12 lits »: another label follows.
    let words = match words.split_once(" : ") {
        Some((front, _)) => front.rsplit_once(' ').map_or(front, |(front, _)| front),
        None => words,
    };
    let mut pieces = words
        .split([';', '|', '•', '·', '→'])
        .flat_map(|piece| piece.split(" – "))
        .flat_map(|piece| piece.split(" — "))
        .flat_map(|piece| piece.split(" - "))
        .flat_map(at_commas)
        .map(|piece| {
            without_remark(
                piece
                    .trim()
                    .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"')),
            )
        })
        .filter(|piece| !piece.is_empty());
    let body = pieces.clone().find(|piece| names_body(piece));
    let first = pieces.find(|piece| {
        piece
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"'))
            && (could_recruit(piece) || is_written_as_a_name(piece))
    });
    // « Structure : service de l’État en région (DREAL), Sète »: what kind of house it is, then where.
    if first.is_some_and(|first| !words.starts_with(first) && is_place(first)) && body.is_none() {
        return None;
    }
    let named = match (first, body) {
        // « Direction du numérique – Université de Sète »: the service stands before the house.
        (None, Some(body)) => body,
        (Some(first), _) => first,
        (None, None) => {
            return Reading::value(
                proper_name(without_remark(words)).filter(|_| !is_place(words))?,
            );
        }
    };
    Reading::value(
        without_generic(without_article(named))
            .trim_matches(['"', '«', '»', ' ', '\u{A0}'])
            .to_owned(),
    )
}

/// « Au Pétrin de Jeanne », « Aide et Présence Vallée de la Pique »: behind a label, capitals tell a name whatever it opens
/// with.
fn is_written_as_a_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let big = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=8).contains(&count)
        && big >= 2
        && 2 * big >= count
        && words.contains(char::is_lowercase)
        && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '’' | '\'' | '-' | '&'))
        && !is_place(words)
}

/// The parts of words between commas; a name's own commas do not part it: « Direction de l'eau, de l'air et du sol ».
fn at_commas(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, comma) in words.match_indices(", ") {
        let next = &words[at + comma.len()..];
        let own = ["de ", "du ", "des ", "d’", "d'"].iter().any(|small| next.starts_with(small));
        if !own {
            parts.push(&words[start..at]);
            start = at + comma.len();
        }
    }
    parts.push(&words[start..]);
    parts
}

/// A name without the remark in brackets behind it; an acronym stays.
pub(super) fn without_remark(name: &str) -> &str {
    match name.split_once(" (") {
        Some((front, rest)) => {
            let inside = rest.trim_end_matches([')', '.', ' ']);
            // « (CNRS) », not « (Haute-Loire) ».
            let big = inside.chars().filter(|c| c.is_uppercase()).count();
            let acronym = big >= 2
                && 2 * big >= inside.chars().count()
                && !matches!(
                    inside,
                    "ONG"
                        | "ESN"
                        | "TPE"
                        | "EPIC"
                        | "SCOP"
                        | "SCIC"
                        | "ESS"
                        | "CDI"
                        | "CDD"
                        | "PME"
                )
                && !inside.contains(' ')
                && !inside.chars().all(|c| c.is_ascii_digit());
            if acronym && rest.contains(')') { name } else { front.trim_end() }
        }
        None => name,
    }
}

/// Whether the verb that a rule matched last is a participle: « Covoiturage organisé », « Repas assuré ».
pub(super) fn is_done(found: &Match<'_>) -> bool {
    let whole = found.document.source(found.captures.get_match().range());
    let words = whole.of(&found.document.text).trim_end();
    // « Racines est née »
    let told = [" est ", " sont ", " été "].iter().any(|be| words.contains(be));
    !told && words.trim_end_matches(['e', 's']).ends_with('é')
}

/// The name that opens a sentence, and nothing else before its verb or comma.
pub(super) fn opening_name(found: &Match<'_>) -> Option<Reading<String>> {
    let words =
        found.written("words").trim().trim_start_matches(['*', '_', '«', '"', ' ', '\u{A0}']);
    let bare = without_article(words);
    if names_body(words) {
        // « Maison des Sols réunit les archives de Sète »: the sentence went on.
        const VERBS: [&str; 14] = [
            "accompagne",
            "gère",
            "propose",
            "emploie",
            "développe",
            "accueille",
            "mène",
            "réunit",
            "organise",
            "fédère",
            "rassemble",
            "regroupe",
            "est",
            "sont",
        ];
        if bare.split(' ').skip(1).any(|word| VERBS.contains(&word)) {
            return None;
        }
        return Reading::value(without_generic(without_remark(bare)).to_owned());
    }
    let name = leading_name(words).trim_end_matches(['*', '_', '»', '"', ' ', '\u{A0}']);
    let whole = words.trim_end_matches(['*', '_', '»', '"', ' ', '\u{A0}']).len() <= name.len() + 1;
    let name = without_generic(without_article(name));
    (whole && name.chars().count() >= 2 && could_recruit(name))
        .then(|| Reading::value(name.to_owned()))?
}

/// The name of a body in these words, up to its last capital: « École supérieure de commerce de Sète ».
fn body_name(words: &str) -> &str {
    const STOPS: &[&str] = &[
        "accompagne",
        "gère",
        "propose",
        "compte",
        "emploie",
        "développe",
        "forme",
        "accueille",
        "assure",
        "mène",
        "réunit",
        "intervient",
        "organise",
        "porte",
        "fédère",
        "conçoit",
        "fabrique",
        "recherche",
        "cherche",
        "rassemble",
        "regroupe",
        "auditionne",
        "embauche",
        "pour",
        "qui",
        "dans",
        "afin",
        "vous",
        "nous",
        "tu",
        "est",
        "sont",
        "a",
        "à",
        "en",
        "où",
        "ou",
        "dont",
        "que",
        "avec",
        "sous",
        "au",
        "ainsi",
        "recrute",
        "situé",
        "située",
        "(",
    ];
    const SMALL: [&str; 8] = ["de", "du", "des", "la", "le", "les", "et", "l’"];
    let clause =
        words.split([',', '.', '(', ';', ':', '!', '?', '»', '\n']).next().unwrap_or(words);
    let mut end = 0;
    let mut at = 0;
    for (number, word) in clause.split(' ').enumerate() {
        let small = !word.starts_with(char::is_uppercase);
        // « comptent », « gèrent »; « développement », « permanent » are no verbs.
        let acts = word.ends_with("ent")
            && !word.ends_with("ment")
            && !["permanent", "adhérent", "président", "parent", "continent", "orient"]
                .contains(&word);
        let stops = STOPS.contains(&word) || small && (word.ends_with("ez") || acts);
        if number > 0 && stops {
            break;
        }
        let bare = ["d’", "d'", "l’", "l'", "«", "\""]
            .iter()
            .find_map(|elided| word.strip_prefix(elided))
            .unwrap_or(word);
        if number > 0
            && (bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || is_official(clause) && !SMALL.contains(&word))
        {
            end = at + word.len();
        }
        at += word.len() + 1;
    }
    clause[..end].trim_end()
}

/// The name that follows a word of recruiting, as long as its capitals go on.
pub(super) fn following_name(found: &Match<'_>) -> Option<Reading<String>> {
    let words = found.written("words").trim_start();
    let words = without_article(words.trim_start_matches(['*', '_', '«', '"', ' ', '\u{A0}']));
    let (kind, _) = words.split_once(' ').unwrap_or((words, ""));
    let name = if kind.starts_with(char::is_lowercase)
        && names_body(words.split([',', '.', '(', ';']).next().unwrap_or(words))
    {
        body_name(words)
    } else if kind.starts_with(char::is_uppercase) && opens_with_noun(words) {
        let (body, run) = (body_name(words), leading_name(words));
        if body.len() > run.len() && names_body(body) { body } else { run }
    } else {
        leading_name(words)
    };
    let name = without_place(without_generic(name).trim_end_matches(['*', '_', '»', '"']));
    // « Située sur le plateau, à La Cavalerie, … »: where it lies.
    if ["à ", "au ", "aux ", "en ", "sur ", "dans "].iter().any(|to| name.starts_with(to)) {
        return None;
    }
    (name.chars().count() >= 2 && could_recruit(name)).then(|| Reading::value(name.to_owned()))?
}
