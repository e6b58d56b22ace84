//! Which forms of the vocabulary answer one word of a query, and how well.

use super::index::{Index, Reach};
use super::recent::Asked;
use super::typo;
use crate::text::french;
use crate::text::stem::{is_longer, kept, root, stem};
use std::rc::Rc;

/// How a form answers a word, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is the same, but for accents and case.
    Exact,
    /// It is another form of it: `chargée` for `chargé`.
    Stem,
    /// It begins so.
    Prefix,
    /// It is used for it: `apprentissage` for `alternance`.
    Synonym,
    /// It is of its family: `concerter` for `concertation`.
    Family,
    /// It is what was meant by a word misspelt.
    Typo,
}

impl How {
    /// What an answer of this kind is worth beside the word itself.
    pub(super) fn quality(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Stem => 0.9,
            Self::Prefix => 0.7,
            Self::Synonym => 0.45,
            Self::Family => 0.4,
            Self::Typo => 0.35,
        }
    }
}

/// What other answers are worth when the word itself stands in some offer.
const BESIDE_THE_WORD: f32 = 0.4;
/// How many letters a word has at least that is looked for, misspelt, at the beginning of others.
const LONG_BEGINNING: usize = 6;

/// What a longer word is worth that a prefix begins: never less than this.
const FAR_PREFIX: f32 = 0.5;

/// One word of a query, or one part of a joined word, or one that stands for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaf {
    /// The forms that answer it, sorted, each with its number in the vocabulary.
    pub(super) forms: Rc<Forms>,
    /// Every longer form that begins so answers too.
    pub(super) prefix: Option<String>,
    /// What other answers are worth beside what they would be if the word itself stood nowhere.
    pub(super) beside: f32,
    /// The fields where it counts.
    pub(super) within: Reach,
    /// Which word of the query it is.
    pub(super) place: u32,
    /// Which clause it belongs to.
    pub(super) clause: usize,
    /// The word that tells nothing right before it, if any: « la » of « la Rochelle ».
    pub(super) lead: Option<String>,
}

/// A form that answers a word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answering {
    pub(super) form: String,
    pub(super) number: u32,
    pub(super) how: How,
    pub(super) quality: f32,
}

/// The forms that answer a word, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Forms(Vec<Answering>);

impl Leaf {
    /// A leaf that nothing answers yet.
    pub(super) fn new(within: Reach, place: u32, clause: usize) -> Self {
        let forms = Rc::default();
        Self { forms, prefix: None, beside: 1.0, within, place, clause, lead: None }
    }

    /// The leaf of a word with these forms. An `unfinished` word is answered by all that begins so.
    pub(super) fn read(mut self, index: &Index, forms: &[String], unfinished: bool) -> Self {
        let asked = if unfinished { Asked::Begun } else { Asked::Whole };
        self.forms = index.recall(asked, forms, || Forms::of_word(index, forms, unfinished));
        let known = self.is_known();
        if known {
            self.beside = BESIDE_THE_WORD;
        }
        // A number that stands there is whole.
        let whole = |form: &str| known && form.bytes().all(|byte| byte.is_ascii_digit());
        if unfinished && let Some(form) = forms.first().filter(|form| !whole(form)) {
            let longer = index.vocabulary().prefixed(form.as_bytes());
            self.prefix = (!longer.is_empty()).then(|| form.clone());
        }
        self
    }

    /// The leaf of a word as written, and no other.
    pub(super) fn exactly(mut self, index: &Index, forms: &[String]) -> Self {
        let mut exact = Forms::default();
        for form in forms {
            exact.add_exact(index, form);
        }
        self.forms = exact.into();
        self
    }

    /// The leaf of a word in all its forms.
    pub(super) fn inflected(mut self, index: &Index, forms: &[String]) -> Self {
        let mut inflected = Forms::default();
        for form in forms {
            inflected.add_exact(index, form);
            inflected.add_stemmed(index, &stem(form), How::Stem);
        }
        self.forms = inflected.into();
        self
    }

    /// The leaf of what is used for another word.
    pub(super) fn synonym(mut self, index: &Index, stem: &str, beside: f32) -> Self {
        let mut forms = Forms::default();
        forms.add_stemmed(index, stem, How::Synonym);
        forms.0.iter_mut().for_each(|form| form.quality *= beside);
        self.forms = forms.into();
        self
    }

    /// Answers a leaf that nothing does by what was meant, if the word was misspelt; or else by its family, which what is
    /// half typed does not have yet.
    pub(super) fn mend(&mut self, index: &Index, forms: &[String], unfinished: bool) {
        let asked = if unfinished { Asked::MisspeltBegun } else { Asked::Misspelt };
        self.forms = index.recall(asked, forms, || Forms::of_misspelt(index, forms, unfinished));
    }

    /// Whether the word itself stands anywhere, in any of its forms.
    pub(super) fn is_known(&self) -> bool {
        self.forms.is_known()
    }

    /// Whether nothing answers.
    pub(super) fn is_empty(&self) -> bool {
        self.forms.0.is_empty() && self.prefix.is_none()
    }

    /// How `form` answers, and how well.
    pub(super) fn answer(&self, form: &str) -> Option<(How, f32)> {
        let listed = self.forms.0.binary_search_by(|other| other.form.as_str().cmp(form)).ok();
        let listed = listed.map(|at| (self.forms.0[at].how, self.forms.0[at].quality));
        let prefix = self.prefix.as_ref().filter(|prefix| form.starts_with(prefix.as_str()));
        let quality = |typed: usize| self.beside * prefix_quality(typed, form.len());
        let longer = prefix.map(|prefix| (How::Prefix, quality(prefix.len())));
        match (listed, longer) {
            (Some(listed), Some(longer)) if longer.1 > listed.1 => Some(longer),
            (None, longer) => longer,
            (listed, _) => listed,
        }
    }
}

impl Forms {
    pub(super) fn iter(&self) -> std::slice::Iter<'_, Answering> {
        self.0.iter()
    }

    /// What answers a word with these forms, by any of them; longer words that it begins aside.
    fn of_word(index: &Index, forms: &[String], unfinished: bool) -> Self {
        let mut found = Self::default();
        for form in forms {
            let known = found.add_exact(index, form);
            let stem = stem(form);
            found.add_stemmed(index, &stem, How::Stem);
            // What is half typed has no family yet.
            if known || !unfinished || !found.0.is_empty() {
                found.add_family(index, &root(&stem), &stem);
            }
        }
        if found.is_known() {
            let others = found.0.iter_mut().filter(|form| form.how > How::Stem);
            others.for_each(|form| form.quality *= BESIDE_THE_WORD);
        }
        found
    }

    /// What was meant by a word that stands nowhere.
    fn of_misspelt(index: &Index, forms: &[String], unfinished: bool) -> Self {
        let mut found = Self::default();
        for form in forms {
            let vocabulary = index.vocabulary();
            let begins = unfinished && form.len() >= LONG_BEGINNING;
            for near in typo::near(vocabulary, form, typo::allowed(form), begins) {
                let least = if near.begins { 0.5 } else { 1.0 };
                let quality = How::Typo.quality() * least / near.mistakes.max(1) as f32;
                found.add(vocabulary.word(near.form), near.form, How::Typo, quality);
            }
        }
        let whole = unfinished && found.0.is_empty();
        for form in forms.iter().filter(|_| whole) {
            let stem = stem(form);
            found.add_family(index, &root(&stem), &stem);
        }
        found
    }

    fn is_known(&self) -> bool {
        self.0.iter().any(|form| form.how <= How::Stem)
    }

    fn add(&mut self, form: String, number: u32, how: How, quality: f32) {
        match self.0.binary_search_by(|other| other.form.cmp(&form)) {
            Ok(at) if self.0[at].quality >= quality => {}
            Ok(at) => self.0[at] = Answering { form, number, how, quality },
            Err(at) => self.0.insert(at, Answering { form, number, how, quality }),
        }
    }

    fn add_exact(&mut self, index: &Index, form: &str) -> bool {
        let number = index.vocabulary().exact(form);
        if let Some(number) = number {
            self.add(form.to_owned(), number, How::Exact, How::Exact.quality());
        }
        number.is_some()
    }

    /// Adds the forms of this stem.
    fn add_stemmed(&mut self, index: &Index, wanted: &str, how: How) {
        let vocabulary = index.vocabulary();
        vocabulary.each(vocabulary.prefixed(kept(wanted).as_bytes()), |number, form, _| {
            if !is_longer(form, wanted)
                && let Ok(form) = str::from_utf8(form)
                && stem(form) == wanted
            {
                self.add(form.to_owned(), number, how, how.quality());
            }
        });
    }

    /// Adds the forms of this root.
    fn add_family(&mut self, index: &Index, wanted: &str, own: &str) {
        // A short root says too little.
        if wanted.len() < 4 || french::is_stop(own) {
            return;
        }
        let vocabulary = index.vocabulary();
        vocabulary.each(vocabulary.prefixed(kept(wanted).as_bytes()), |number, form, _| {
            if let Ok(form) = str::from_utf8(form)
                && root(&stem(form)) == wanted
            {
                self.add(form.to_owned(), number, How::Family, How::Family.quality());
            }
        });
    }
}

/// What a form is worth that a prefix begins: the more of it is typed, the more.
pub(super) fn prefix_quality(typed: usize, form: usize) -> f32 {
    FAR_PREFIX + (How::Prefix.quality() - FAR_PREFIX) * typed as f32 / form.max(1) as f32
}
