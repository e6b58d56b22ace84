//! The value patterns that rules share, by name: `{date}`, `{month}`, `{count}`…
//!
//! They only find a phrase; [`text`](crate::text)'s strict parsers say what it means.

use crate::text::plain;

/// Value patterns over folded text. A later one may name an earlier one.
const GRAMMAR: &[(&str, &str)] = &[
    ("weekday", r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"),
    (
        "month",
        r"(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b|(?:janv|fevr?|avr|juil|sept|oct|nov|dec)\b\.?)",
    ),
    ("year", r"20\d\d\b"),
    (
        "numeric",
        r"(?:\d{1,2} ?/ ?\d{1,2} ?/ ?(?:20\d\d|\d\d\b)|(?:\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d|\d{1,2}-\d{1,2}-(?:20)?\d\d|20\d\d-\d\d-\d\d|20\d\d/\d\d/\d\d)\b)",
    ),
    // The day of a month in words, « premier » to « trente et un ».
    (
        "ordinal",
        r"\b(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt(?:(?: et |-et-)un|-[a-z]{3,6})?|trente(?: et |-et-)un|trente)",
    ),
    // Months together: « 1er trimestre 2026 », « T3 2026 », « second semestre 2026 ».
    (
        "quarter",
        r"\b(?:(?:1er|1ere|premier|2nd|second|deuxieme|troisieme|quatrieme|dernier|[2-4]e(?:me)?) (?:trimestre|semestre)(?: civil)?(?: (?:de |de l'annee )?{year}| ?/ ?{year})|[tq][1-4] ?[-/]? ?{year})",
    ),
    // A day or a month: « lundi 3 mars 2025 », « 15/09/25 », « mi-mai », « 09/2025 », « 15/09 ».
    (
        "moment",
        r"(?:\b{weekday},? (?:le )?)?(?:{numeric}|\d{1,2}/20\d\d\b|\d{1,2}/\d{1,2}\b|(?:\d{1,2}(?: ?er\b)?|{ordinal} ) ?{month}(?:,? {year})?|\b20\d\d-(?:0[1-9]|1[0-2])\b|\b(?:(?:mi|fin|debut|courant)[ -](?:du mois )?(?:de |d')?)?{month}(?: {year})?)",
    ),
    // One or two of them: « janvier / mars 2022 », « 1er ou 15 mars 2025 », « 3 mars au 30 juin 2025 ».
    (
        "dates",
        r"(?:{quarter}|(?:(?:{moment}|\d{1,2}(?: ?er\b)?) ?(?:/|-|ou|et|a|au|jusqu'au|jusqu'a) ?(?:le |la |du |de |d')?)?{moment})",
    ),
    (
        "count",
        // Longer words first: « dix-huit » is not « dix à huit ».
        r"(?:\d{1,3}(?:[.,]5)?|\b(?:dix-(?:sept|huit|neuf)|vingt(?:[- ](?:et[- ]une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente(?:-(?:deux|trois|quatre|cinq|six))?|quarante(?:-huit)?|cinquante(?:-deux)?|soixante|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize))",
    ),
    ("unit", r"(?:mois|months?|semaines?|weeks?|sem\.|ans?|annees?)\b"),
    // A length of time; its groups are read by the rules of the duration.
    (
        "length",
        r"(?P<low>{count})(?: ?(?P<lowunit>{unit}))?(?: ?\([a-z0-9-]+\))?(?:(?: ?(?:a|-|/|et|ou|jusqu'a|(?:minimum|mini),?(?: et| a| jusqu'a)?) ?)(?P<high>{count}))? ?(?:\([a-z0-9-]+\) ?)?(?P<unit>{unit})(?P<half> et demie?\b)?",
    ),
    // An amount of money without its currency: « 1 300 », « 1.300,50 », « 4,35 ».
    ("amount", r"\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?\b|\d+(?:[.,]\d{1,2})?"),
    (
        "currency",
        r"(?:k ?€|k ?euros?\b|keur\b|€|euros?\b|eur\b|\$|£|chf\b|(?:f|francs?) ?(?:cfp|cfa|pacifique)\b|xpf\b|xof\b|xaf\b)",
    ),
    // What stands between a label and its value, on the same line or the next.
    (
        "sep",
        r"[ *_]*(?:'{2,3} ?)?(?:(?:[:=|>→]|-+|\.{2,})(?:'{2,3})?[ *_:|-]*)?(?:\n(?:[ *_|>:-]|# )*)?",
    ),
    // Work from elsewhere, whatever it is called.
    (
        "remote",
        r"(?:tele-?travail(?:lable)?|travail a distance|travailler a distance|home[ -]?office|remote)",
    ),
    // The beginning of a line, with its mark: dash, number, emoji.
    ("bol", r"^[^a-z0-9\n]{0,8}(?:\d{1,2}[.)] ?)?"),
    // The rest of a sentence; a point inside a word (« étudiant.e ») does not end it.
    ("clause", r"(?:[^\n.!?;]|[.;][^\s])*"),
    // Inclusive endings: étudiant·e, étudiant(e), étudiant-e, étudiant/e, étudiant.e.s.
    ("e", r"(?:[.(/-]?e\)?)?(?:[.(/-]?s\)?)?"),
];

/// `pattern` with each `{name}` of the grammar replaced; other braces are the expression's own. Classes are made those
/// of folded text.
pub fn expand(pattern: &str) -> String {
    let mut expanded = pattern.to_owned();
    for (name, value) in GRAMMAR.iter().rev() {
        expanded = expanded.replace(&format!("{{{name}}}"), &format!("(?:{value})"));
    }
    plain(&expanded)
}
