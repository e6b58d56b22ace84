//! The value patterns that rules share, by name: `{date}`, `{month}`, `{number}`…

/// Value patterns over folded text. A later one may name an earlier one.
const GRAMMAR: &[(&str, &str)] = &[
    ("weekday", r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"),
    (
        "month",
        r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr?|avr|juil|sept|oct|nov|dec)\b\.?",
    ),
    // Inclusive endings: étudiant·e, étudiant(e), étudiant-e, étudiant/e, étudiant.e.s.
    ("e", r"(?:[.(/-]?e\)?)?(?:[.(/-]?s\)?)?"),
];

/// `pattern` with each `{name}` of the grammar replaced; other braces are the expression's own.
pub fn expand(pattern: &str) -> String {
    let mut expanded = pattern.to_owned();
    for (name, value) in GRAMMAR.iter().rev() {
        expanded = expanded.replace(&format!("{{{name}}}"), value);
    }
    expanded
}
