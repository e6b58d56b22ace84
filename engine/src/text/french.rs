//! What the French language adds to splitting and comparing words; every word here is already folded.

/// Words that lose their vowel before another: « l'agir » is read « agir ».
const ELIDED: &[&str] =
    &["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// What stands before the apostrophe of a word that is never split: aujourd'hui, prud'homme, presqu'île.
const KEPT_WHOLE: &[&str] = &["aujourd", "prud", "presqu"];

/// Words too common to tell one offer from another, in alphabetical order.
const STOP: &[&str] = &[
    "a", "au", "aux", "avec", "c", "ce", "ces", "cette", "d", "dans", "de", "des", "du", "elle",
    "en", "est", "et", "il", "j", "je", "l", "la", "le", "les", "leur", "leurs", "m", "mon", "n",
    "ne", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour", "qu", "que", "qui", "s", "sa",
    "se", "ses", "son", "sont", "sur", "t", "un", "une", "vos", "votre", "vous", "y",
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

/// Whether a word that has `before` before its apostrophe is never split there.
pub fn kept_whole(before: &str) -> bool {
    KEPT_WHOLE.contains(&before)
}

/// Whether `word` is too common to exclude an offer that lacks it.
pub fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
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

/// A word without its marks of gender and number, so that `citoyennes` meets `citoyen`. Lighter than a true stemmer: it
/// joins forms of one word, seldom two words. A word that holds anything but letters stays as it is.
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    // Short words change meaning with their last letter.
    if stem.len() < 4 || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    if stem.ends_with("aux") && !stem.ends_with("eaux") && stem.len() > 5 {
        stem.truncate(stem.len() - 3);
        stem.push_str("al");
    } else if stem.ends_with('s') || stem.ends_with('x') {
        stem.pop();
    }
    if stem.len() > 6 && stem.ends_with("trice") {
        stem.truncate(stem.len() - 4);
        stem.push_str("eu");
        return stem;
    }
    if stem.len() > 6 && stem.ends_with("euse") {
        stem.truncate(stem.len() - 2);
        return stem;
    }
    while stem.len() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() > 5 && stem.ends_with("eur") {
        stem.pop();
    } else if stem.len() > 4 && stem.ends_with("iv") {
        stem.pop();
        stem.push('f');
    } else if stem.len() > 5 {
        let end = stem.as_bytes();
        if end[end.len() - 1] == end[end.len() - 2] {
            stem.pop();
        }
    }
    stem
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
    fn stems_join_the_forms_of_one_word() {
        let families = [
            "charge chargee charges chargees",
            "citoyen citoyenne citoyens citoyennes",
            "directeur directrice directeurs directrices",
            "developpeur developpeuse developpeuses",
            "curieux curieuse",
            "actif active actives",
            "local locale locaux",
            "niveau niveaux",
            "stage stages",
            "infirmier infirmiere",
        ];
        for family in families {
            let stems: Vec<String> = family.split(' ').map(stem).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{family}: {stems:?}");
        }
    }

    #[test]
    fn stems_keep_different_words_apart() {
        let pairs = [
            ("rennes", "rene"),
            ("rennes", "rencontres"),
            ("arles", "arlette"),
            ("peu", "peur"),
            ("citoyen", "citoyennete"),
            ("75011", "75012"),
        ];
        for (one, other) in pairs {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn the_stop_list_is_sorted() {
        assert!(STOP.is_sorted());
        assert!(is_stop("de") && is_stop("y") && !is_stop("mission"));
    }
}
