//! Two depths of likeness between words: the forms of one word, and the words of one family.
//!
//! Both read folded words: a visitor who types no accent means the same word, so an accent must not change a stem.
//!
//! Measured against Snowball's French on `tests/ranking/stems.txt`, on groups that no rule was mended by: pairs of forms
//! joined 100 % (Snowball 80), families 77 % (78), words of different meaning joined 3 % by stem, 11 % by root (11).

/// Plurals and the like that no rule forms.
const FORMS: &[(&str, &str)] = &[
    ("amies", "ami"),
    ("baux", "bail"),
    ("blanche", "blanc"),
    ("blanches", "blanc"),
    ("bonne", "bon"),
    ("bonnes", "bon"),
    ("cheffe", "chef"),
    ("cheffes", "chef"),
    ("corps", "corps"),
    ("cours", "cours"),
    ("course", "course"),
    ("courses", "course"),
    ("elue", "elu"),
    ("elues", "elu"),
    ("emaux", "email"),
    ("franche", "franc"),
    ("franches", "franc"),
    ("grecque", "grec"),
    ("grecques", "grec"),
    ("musee", "musee"),
    ("musees", "musee"),
    ("nantes", "nantes"),
    ("porte", "porte"),
    ("portes", "porte"),
    ("poste", "poste"),
    ("postes", "poste"),
    ("temps", "temps"),
    ("travaux", "travail"),
    ("univers", "univers"),
    ("vitraux", "vitrail"),
];

/// A word without its marks of gender and number, so that `citoyennes` meets `citoyen`. A word that holds anything but
/// letters stays as it is.
///
/// ```
/// use tremplin_engine::text::stem::stem;
/// assert_eq!(stem("directrices"), stem("directeur"));
/// assert_ne!(stem("concertation"), stem("concerts"));
/// ```
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    // Short words change meaning with their last letter.
    if stem.len() < 4 || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    if let Ok(at) = FORMS.binary_search_by(|(form, _)| (*form).cmp(word)) {
        return FORMS[at].1.to_owned();
    }
    if stem.len() > 5 && stem.ends_with("aux") && !stem.ends_with("eaux") {
        replace(&mut stem, 2, "l");
    } else if stem.ends_with('x') || (stem.ends_with('s') && !stem.ends_with("ss")) {
        stem.pop();
    }
    if stem.len() > 6 && stem.ends_with("trice") {
        replace(&mut stem, 4, "eu");
        return stem;
    }
    if stem.len() > 6 && stem.ends_with("euse") {
        replace(&mut stem, 2, "");
        return stem;
    }
    while stem.len() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() > 5 && stem.ends_with("eur") {
        stem.pop();
    } else if stem.len() > 4 && stem.ends_with("iv") {
        replace(&mut stem, 1, "f");
    } else if stem.len() > 5 && stem.ends_with("qu") {
        replace(&mut stem, 2, "c");
    } else if stem.len() > 5 {
        undouble(&mut stem);
    }
    stem
}

/// The beginning that every word of this stem or root has: what looks them up in a sorted vocabulary starts from it.
pub fn kept(stem: &str) -> &str {
    if !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    &stem[..stem.len().saturating_sub(2).max(stem.len().min(3))]
}

/// Whether `form` is too long to have this stem: all that a stem drops are `e`, `s` and `x` at the end, and two letters more.
pub(crate) fn is_longer(form: &[u8], stem: &str) -> bool {
    let ending =
        form.iter().rev().take_while(|letter| matches!(letter, b'e' | b's' | b'x')).count();
    form.len() - ending > stem.len() + 2
}

/// What completes a root: what the stem must end with, what takes its place, and how many letters must be left of it.
/// In each row of steps the first line that fits is taken.
type Step = (&'static str, &'static str, usize);

/// Nouns made of adjectives, and adjectives made of nouns.
const QUALITIES: &[Step] = &[
    ("abilit", "abl", 6),
    ("ibilit", "ibl", 6),
    ("alit", "", 6),
    ("alit", "al", 5),
    ("ivit", "if", 4),
    ("icit", "ic", 5),
    ("arit", "ar", 5),
    ("arist", "ar", 5),
    ("cretair", "cretar", 6),
    ("etair", "et", 5),
    ("itair", "it", 5),
    ("oir", "or", 5),
    ("ariat", "ar", 6),
    ("arial", "ar", 6),
    ("orial", "or", 6),
    ("iair", "i", 5),
    ("nnet", "n", 6),
    ("ionnel", "ion", 6),
    ("aticien", "at", 5),
    ("icien", "", 5),
    ("icien", "ic", 5),
    ("ien", "i", 5),
    ("icultur", "ic", 5),
    ("iculteu", "ic", 5),
    ("icol", "ic", 5),
    ("onnair", "on", 6),
    ("onnel", "on", 6),
    ("uel", "", 5),
    ("iel", "i", 5),
    ("el", "", 5),
    ("ental", "ent", 6),
    ("ional", "ion", 6),
    ("al", "", 6),
    ("ogic", "og", 4),
    ("ogist", "og", 4),
    ("ogu", "og", 4),
    ("ogi", "og", 4),
    ("atic", "at", 5),
    ("ati", "at", 5),
    ("ic", "", 5),
    ("ism", "", 5),
    ("ist", "", 5),
    ("ain", "an", 5),
    ("air", "ar", 5),
];

/// Verbs, who does what they say, and what comes of it.
const ACTIONS: &[Step] = &[
    ("issement", "i", 5),
    ("ement", "", 5),
    ("ateu", "at", 5),
    ("atif", "at", 5),
    ("ation", "at", 5),
    ("aison", "", 5),
    ("iteu", "it", 5),
    ("ition", "it", 5),
    ("ction", "ct", 5),
    ("cteu", "ct", 5),
    ("ution", "ut", 5),
    ("usion", "us", 5),
    ("usif", "us", 5),
    ("eri", "", 6),
    ("ieu", "i", 5),
    ("eu", "", 5),
    ("ier", "", 5),
    ("iez", "", 5),
    ("er", "", 4),
    ("ez", "", 4),
    ("ant", "", 4),
    ("anc", "", 5),
    ("abl", "", 5),
    ("ag", "", 5),
    ("ir", "i", 5),
];

/// What the first two rows leave.
const REMAINS: &[Step] =
    &[("ificat", "if", 6), ("icat", "ic", 6), ("at", "", 4), ("qu", "c", 5), ("i", "", 4)];

/// Roots that the rules would join, and that mean different things.
const APART: &[(&str, &str)] = &[
    ("alternanc", "alternanc"),
    ("alternant", "alternanc"),
    ("apprenant", "apprenant"),
    ("carrier", "carrier"),
    ("comptabl", "comptabl"),
    ("concert", "conce"),
    ("courrier", "courrier"),
    ("direct", "direc"),
    ("dossier", "dossier"),
    ("format", "format"),
    ("formateu", "format"),
    ("formation", "format"),
    ("former", "format"),
    ("important", "important"),
    ("local", "local"),
    ("logiciel", "logiciel"),
    ("materiel", "materiel"),
    ("musical", "music"),
    ("organism", "organism"),
    ("professeu", "professeu"),
    ("publication", "publicat"),
    ("publicit", "publicit"),
    ("quartier", "quartier"),
    ("social", "social"),
    ("station", "station"),
    ("total", "total"),
];

/// What the words of one family share: `concerter` meets `concertation`, `citoyenneté` meets `citoyen`. It joins more
/// than [`stem`], and now and then too much: a match by root counts little.
pub fn root(stem: &str) -> String {
    let mut root = stem.to_owned();
    if root.len() < 5 || !root.bytes().all(|b| b.is_ascii_lowercase()) {
        return root;
    }
    if let Ok(at) = APART.binary_search_by(|(other, _)| (*other).cmp(stem)) {
        return APART[at].1.to_owned();
    }
    for steps in [QUALITIES, ACTIONS, REMAINS] {
        let fits = |step: &&Step| {
            root.ends_with(step.0) && root.len() - step.0.len() + step.1.len() >= step.2
        };
        if let Some(&(end, instead, _)) = steps.iter().find(fits) {
            replace(&mut root, end.len(), instead);
        }
    }
    undouble(&mut root);
    root
}

/// Puts `end` in the place of the last `count` bytes, which are ASCII.
fn replace(word: &mut String, count: usize, end: &str) {
    word.truncate(word.len() - count);
    word.push_str(end);
}

/// One letter for two of the same at the end.
fn undouble(word: &mut String) {
    if let [.., one, other] = word.as_bytes()
        && one == other
    {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(FORMS.is_sorted() && APART.is_sorted());
    }

    #[test]
    fn a_stem_keeps_all_but_the_last_letters() {
        // What looks a stem up in a sorted vocabulary relies on it.
        for word in "travaux directrices curieuses publiques actives locaux niveaux".split(' ') {
            let stem = stem(word);
            assert!(word.starts_with(kept(&stem)), "{word}: {stem}");
            assert!(!is_longer(word.as_bytes(), &stem), "{word}: {stem}");
        }
    }
}
