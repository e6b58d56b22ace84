//! Place names made comparable: « ST DENIS », « Saint-Denis » and « saint denis » share one key.

use crate::text::fold;

/// The key of a place name: folded, words parted by one space, « st » and « ste » in full, « s/ » as « sur »,
/// and « 11ème arrondissement » as « 11e ».
///
/// ```
/// use tremplin_engine::gazetteer::key;
/// assert_eq!(key("MARCQ-EN-BARŒUL"), "marcq en baroeul");
/// assert_eq!(key("L’Haÿ les Roses"), "l hay les roses");
/// assert_eq!(key("Ste-Foy"), "sainte foy");
/// assert_eq!(key("Paris 11ème arrondissement"), "paris 11e");
/// ```
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    // A name in plain letters, as most are, needs no look at each character.
    if name.is_ascii() {
        key.push_str(name);
        key.make_ascii_lowercase();
    } else {
        key = fold(name);
    }
    if key.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return match key.as_str() {
            "st" => "saint".to_owned(),
            "ste" => "sainte".to_owned(),
            _ => key,
        };
    }
    let folded = std::mem::take(&mut key);
    for word in words(&folded) {
        push_word(&mut key, word.text);
    }
    key
}

/// A word of a folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// Its letters and figures, as a key has them.
    pub(super) text: &'a str,
    /// Where it stands in the folded text.
    pub(super) start: usize,
    /// Where it ends, excluded: after the stroke of « s/ ».
    pub(super) end: usize,
}

/// The words of a folded text; those that a key leaves out are empty.
pub(super) fn words(folded: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = 0;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    std::iter::from_fn(move || {
        let bytes = folded.as_bytes();
        let start = rest + bytes[rest..].iter().position(|&byte| is_word(byte))?;
        let end = bytes[start..].iter().position(|&byte| !is_word(byte));
        let end = end.map_or(folded.len(), |length| start + length);
        rest = end;
        let text = &folded[start..end];
        if text == "s" && bytes.get(end) == Some(&b'/') {
            return Some(Word { text: "sur", start, end: end + 1 });
        }
        Some(Word { text: in_full(text), start, end })
    })
}

/// Adds a word to a key.
pub(super) fn push_word(key: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !key.is_empty() {
        key.push(' ');
    }
    match ordinal(word) {
        Some(number) => {
            key.push_str(number);
            key.push('e');
        }
        None => key.push_str(word),
    }
}

fn in_full(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "arrondissement" | "arrdt" | "arrt" => "",
        word => word,
    }
}

/// The figures of « 1er », « 11e », « 3eme ».
fn ordinal(word: &str) -> Option<&str> {
    if !word.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = &word[..word.len() - ending.len()];
    matches!(ending, "er" | "re" | "e" | "eme" | "ieme").then_some(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_its_own_key() {
        let names = [
            "L’Haÿ-les-Roses",
            "ST DENIS",
            "Ste-Foy",
            "Rémy s/ Avre",
            "Paris 11ème Arrondissement",
            "Lyon 1er",
            "Y",
            "Œuilly",
            "  Aix  -en-  Provence ",
            "",
        ];
        for name in names {
            let once = key(name);
            assert_eq!(key(&once), once, "{name}");
            assert!(!once.contains("  ") && once.trim() == once, "{name}: {once}");
        }
    }

    #[test]
    fn words_stand_where_they_are_read() {
        let text = "st-remy s/ avre, 3eme arrondissement";
        let read: Vec<_> =
            words(text).map(|word| (word.text, &text[word.start..word.end])).collect();
        let expected = [
            ("saint", "st"),
            ("remy", "remy"),
            ("sur", "s/"),
            ("avre", "avre"),
            ("3eme", "3eme"),
            ("", "arrondissement"),
        ];
        assert_eq!(read, expected);
    }
}
