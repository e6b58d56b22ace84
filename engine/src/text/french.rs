//! What the French language adds to splitting words into comparable forms; every word here is already folded.

/// Words that lose their vowel before another: « l'agir » is read « agir ».
const ELIDED: &[&str] =
    &["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// What stands before the apostrophe of a word that is never split: aujourd'hui, prud'homme, presqu'île.
const KEPT_WHOLE: &[&str] = &["aujourd", "prud", "presqu"];

/// Words too common to tell one offer from another, in alphabetical order.
const STOP: &[&str] = &[
    "a", "au", "aux", "avec", "c", "ce", "ces", "cette", "chez", "d", "dans", "de", "des", "dont",
    "du", "elle", "en", "est", "et", "il", "j", "je", "l", "la", "le", "les", "leur", "leurs", "m",
    "mon", "n", "ne", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour", "qu", "que",
    "quel", "quelle", "quelles", "quels", "qui", "s", "sa", "se", "ses", "son", "sont", "sur", "t",
    "un", "une", "vos", "votre", "vous", "y",
];

/// What a visitor says before what is looked for, in alphabetical order: « je cherche un stage », « toutes les offres de … ».
const TALK: &[&str] = &[
    "aimerais",
    "annonce",
    "annonces",
    "besoin",
    "bonjour",
    "cherche",
    "chercher",
    "existe",
    "liste",
    "offre",
    "offres",
    "souhaite",
    "souhaiterais",
    "tous",
    "toute",
    "toutes",
    "trouve",
    "trouver",
    "veux",
    "voir",
    "voudrais",
];

/// How an abridged feminine ending completes a masculine word: the ending as written, what the masculine must end
/// with, what the feminine then ends with instead. The first line that fits is taken.
const FEMININE: &[(&str, &str, &str)] = &[
    ("e", "", "e"),
    ("ne", "n", "nne"),
    ("te", "t", "tte"),
    ("te", "tou", "toute"),
    ("le", "l", "lle"),
    ("fe", "f", "ffe"),
    ("se", "x", "se"),
    ("se", "r", "se"),
    ("se", "s", "sse"),
    ("ve", "f", "ve"),
    ("ive", "if", "ive"),
    ("euse", "eur", "euse"),
    ("euse", "eux", "euse"),
    ("euse", "er", "euse"),
    ("rice", "eur", "rice"),
    ("trice", "teur", "trice"),
    ("ice", "eur", "rice"),
    ("eresse", "eur", "eresse"),
    ("ere", "er", "ere"),
    ("iere", "ier", "iere"),
    ("nne", "n", "nne"),
    ("enne", "en", "enne"),
    ("ienne", "ien", "ienne"),
    ("onne", "on", "onne"),
    ("lle", "l", "lle"),
    ("elle", "el", "elle"),
    ("ale", "al", "ale"),
    ("tte", "t", "tte"),
    ("ette", "et", "ette"),
    ("sse", "e", "esse"),
    ("esse", "e", "esse"),
    ("che", "c", "che"),
    ("que", "c", "que"),
];

/// Whether `word` is one that elides before an apostrophe.
pub fn elides(word: &str) -> bool {
    ELIDED.contains(&word)
}

/// The word behind an article written without its apostrophe, as on a telephone: `agir` of `lagir`.
pub fn unelided(word: &str) -> Option<&str> {
    /// Shortest word that is told so, in letters: `dune` may be anything.
    const SHORTEST: usize = 4;
    let rest = ["l", "d", "qu"].iter().find_map(|article| word.strip_prefix(article))?;
    let elides = rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    (elides && rest.len() >= SHORTEST).then_some(rest)
}

/// Whether a word that has `before` before its apostrophe is never split there.
pub fn kept_whole(before: &str) -> bool {
    KEPT_WHOLE.contains(&before)
}

/// Whether `word` is too common to exclude an offer that lacks it.
pub fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// Whether `word`, at the beginning of what is typed, only leads to what is looked for.
pub fn leads(word: &str) -> bool {
    TALK.binary_search(&word).is_ok()
}

/// The masculine and the feminine of a word written with an abridged ending: `directeur` and `trice`. The ending may be
/// plural; `plural` tells that the word is, whatever its ending. `None` when no feminine is written so.
///
/// ```
/// use tremplin_engine::text::french::both_genders;
/// assert_eq!(both_genders("directeur", "trice", false), Some(["directeur".into(), "directrice".into()]));
/// assert_eq!(both_genders("projet", "org", false), None);
/// ```
pub fn both_genders(base: &str, ending: &str, plural: bool) -> Option<[String; 2]> {
    let (ending, plural) = match ending.strip_suffix('s') {
        Some(singular) if !singular.is_empty() => (singular, true),
        _ => (ending, plural),
    };
    let complete = |base: &str| {
        let fits = |line: &&(&str, &str, &str)| line.0 == ending && base.ends_with(line.1);
        let (_, masculine, feminine) = FEMININE.iter().find(fits)?;
        Some(format!("{}{feminine}", &base[..base.len() - masculine.len()]))
    };
    let mut forms = match complete(base) {
        Some(feminine) => [base.to_owned(), feminine],
        // « directeurs/trices »: the masculine is in the plural already.
        None => {
            let singular = base.strip_suffix('s').filter(|_| plural)?;
            [singular.to_owned(), complete(singular)?]
        }
    };
    if plural {
        forms.iter_mut().for_each(make_plural);
    }
    Some(forms)
}

/// The plural of `word`, in place.
pub(super) fn make_plural(word: &mut String) {
    if !word.ends_with(['s', 'x', 'z']) {
        word.push('s');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abridged_ending_gives_both_genders() {
        let cases = [
            ("charge", "e", false, "charge chargee"),
            ("charge", "es", false, "charges chargees"),
            ("charge", "e", true, "charges chargees"),
            ("citoyen", "ne", true, "citoyens citoyennes"),
            ("chef", "fe", false, "chef cheffe"),
            ("tou", "te", true, "tous toutes"),
            ("tou", "tes", false, "tous toutes"),
            ("curieux", "se", false, "curieux curieuse"),
            ("coiffeur", "se", false, "coiffeur coiffeuse"),
            ("actif", "ve", true, "actifs actives"),
            ("designer", "euse", false, "designer designeuse"),
            ("directeur", "trice", false, "directeur directrice"),
            ("directeur", "rice", false, "directeur directrice"),
            ("directeurs", "trices", false, "directeurs directrices"),
            ("acteur", "ice", true, "acteurs actrices"),
            ("ambassadeur", "rices", false, "ambassadeurs ambassadrices"),
            ("infirmier", "ere", false, "infirmier infirmiere"),
            ("francais", "es", false, "francais francaises"),
            ("professionnel", "les", false, "professionnels professionnelles"),
        ];
        for (base, ending, plural, expected) in cases {
            let forms = both_genders(base, ending, plural).map(|forms| forms.join(" "));
            assert_eq!(forms.as_deref(), Some(expected), "{base}·{ending}");
        }
        for (base, ending) in [("le", "la"), ("est", "elle"), ("site", "org"), ("projet", "les")] {
            assert_eq!(both_genders(base, ending, false), None, "{base}·{ending}");
        }
    }

    #[test]
    fn the_stop_list_is_sorted() {
        assert!(STOP.is_sorted() && TALK.is_sorted());
        assert!(is_stop("de") && is_stop("y") && !is_stop("mission"));
    }
}
