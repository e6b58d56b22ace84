//! Words used for one another: ours, and those of the forker's own list.

use super::stem::stem;
use super::words;
use crate::sort::sort_by;

const OURS: &str = include_str!("lexicon/synonyms.txt");

/// What may stand for a word or a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    /// The stems of what is asked for, one space between them, and of what answers it; sorted, each pair once.
    pairs: Vec<(String, String)>,
}

impl Synonyms {
    /// The list that comes with the engine.
    pub fn ours() -> Self {
        let mut synonyms = Self::default();
        synonyms.add(OURS);
        synonyms
    }

    /// Adds a list: a line a group, its words between commas, `#` before a remark; `word > words` for one direction.
    ///
    /// ```
    /// use tremplin_engine::text::synonyms::Synonyms;
    /// let mut synonyms = Synonyms::default();
    /// synonyms.add("tri-porteur, vélo cargo\nverger > arbre");
    /// assert_eq!(synonyms.of("velo cargo").collect::<Vec<_>>(), ["triporteu"]);
    /// assert_eq!(synonyms.of("arbr").next(), None);
    /// ```
    pub fn add(&mut self, list: &str) {
        for line in list.lines().map(|line| line.split('#').next().unwrap_or("")) {
            let (asked, answers) = line.split_once('>').unwrap_or((line, line));
            let entries = |list: &str| list.split(',').map(stems).collect::<Vec<_>>();
            let answers = entries(answers);
            for asked in entries(asked) {
                for answer in &answers {
                    if asked != *answer && !asked.is_empty() && !answer.is_empty() {
                        self.pairs.push((asked.clone(), answer.clone()));
                    }
                }
            }
        }
        sort_by(&mut self.pairs, |one, other| one.cmp(other));
        self.pairs.dedup();
    }

    /// What answers these stems: stems again, a space between those that must stand together.
    pub fn of<'a>(&'a self, asked: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let start = self.pairs.partition_point(|(word, _)| word.as_str() < asked);
        let count = self.pairs[start..].partition_point(|(word, _)| word == asked);
        self.pairs[start..start + count].iter().map(|(_, answer)| answer.as_str())
    }
}

/// The stems of a few words, one space between them.
fn stems(text: &str) -> String {
    let stems: Vec<String> =
        words(text).iter().filter_map(|word| word.forms.first()).map(|form| stem(form)).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_goes_both_ways_and_an_arrow_one() {
        let ours = Synonyms::ours();
        let of = |asked| ours.of(asked).collect::<Vec<_>>();
        assert!(of("alternanc").contains(&"apprentissag"));
        assert!(of("apprentissag").contains(&"alternanc"));
        assert!(of("es").is_empty());
        assert!(of("ess").contains(&"economi social et solidair"));
        assert!(of("communicat").is_empty());
        assert!(of("informatic").contains(&"developpeu"));
        assert!(!of("developpeu").contains(&"informatic"));
    }

    #[test]
    fn remarks_and_empty_entries_are_no_words() {
        let mut synonyms = Synonyms::default();
        synonyms.add("# a, b\n , ,\n> c\nd >\ne # f, g\n");
        assert_eq!(synonyms, Synonyms::default());
    }
}
