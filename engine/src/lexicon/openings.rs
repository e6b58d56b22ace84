//! Long lists of phrases that words may open with: few of them share their first letters with any words.

/// How many groups the phrases are sorted into, by their first two bytes.
const GROUPS: usize = 1024;

/// Phrases by their first letters, each group in the order of the list.
pub(crate) struct Openings<T = &'static str> {
    groups: Vec<Vec<T>>,
}

impl<T: AsRef<str>> Openings<T> {
    /// The phrases, each of two bytes or more.
    pub(crate) fn of(phrases: impl IntoIterator<Item = T>) -> Self {
        let mut groups: Vec<Vec<T>> = (0..GROUPS).map(|_| Vec::new()).collect();
        for phrase in phrases {
            let group = group(phrase.as_ref());
            let group = group.unwrap_or_else(|| panic!("« {} » is too short", phrase.as_ref()));
            groups[group].push(phrase);
        }
        Self { groups }
    }

    /// The phrases that folded words may open with: those that begin as they do, and some others.
    pub(crate) fn of_words(&self, folded: &str) -> &[T] {
        group(folded).map_or(&[], |group| self.groups[group].as_slice())
    }
}

fn group(words: &str) -> Option<usize> {
    let [first, second, ..] = words.as_bytes() else { return None };
    Some(usize::from(first % 32) * 32 + usize::from(second % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_by_how_they_begin() {
        let phrases = Openings::of(["mairie", "ville", "maison", "l'atelier"]);
        assert_eq!(phrases.of_words("maison de la tourbière"), ["mairie", "maison"]);
        assert_eq!(phrases.of_words("l'atelier"), ["l'atelier"]);
        assert!(phrases.of_words("m").is_empty());
    }
}
