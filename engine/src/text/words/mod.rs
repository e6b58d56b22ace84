//! A text split into words, each with the forms it may be searched by and where it stands.
//!
//! The law: words come in order, their spans lie on character boundaries and do not overlap, and a word's parts lie
//! inside it. Any text has words, be it none.

mod unit;

use super::fold::Folded;
use super::french;
use crate::span::Span;
use std::ops::Range;
use unit::Unit;

/// One word of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text, its inclusive ending included, its elided article left out.
    pub span: Span,
    /// Its folded forms, at least one; `chargé·e` has two. A word joined from several (`bio-informatique`) has its
    /// letters in one piece.
    pub forms: Vec<String>,
    /// The words it is joined from, when there are several; those of one letter are left out.
    pub parts: Vec<Word>,
}

/// The words of `text`.
///
/// ```
/// use tremplin_engine::text::words;
/// let forms: Vec<_> = words("Chargé·e de l’étude bio-diversité").into_iter().map(|word| word.forms).collect();
/// assert_eq!(forms, [vec!["charge", "chargee"], vec!["de"], vec!["etude"], vec!["biodiversite"]]);
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let reader = Reader { source: text, folded: &Folded::new(text) };
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut units = Vec::new();
    let mut at = 0;
    while let Some(start) = reader.next_start(at) {
        at = reader.read_units(start, &mut units);
        words.extend(reader.join(&mut units));
    }
    words
}

/// One form of a word, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form<'a> {
    /// The folded form.
    pub text: &'a str,
    /// Where its word, or its part of a word, stands in the text.
    pub span: Span,
    /// Which word it is, counted from 0: the forms of one share it. The parts of a joined word count one by one, the first
    /// beside the word itself.
    pub place: u32,
}

/// Reads the forms of one text after another in the same room.
#[derive(Clone, Debug, Default)]
pub struct Forms {
    folded: Folded,
    units: Vec<Unit>,
}

impl Forms {
    /// Tells `see` each form of each of the [`words`] of `text`, and of their parts, in order; gives the number of words. The
    /// forms are the same, for less than half of the time: most words are one run of letters, which is told as it stands.
    ///
    /// ```
    /// use tremplin_engine::text::Forms;
    /// let mut forms = Vec::new();
    /// Forms::default().each("Éco-conseiller·e à Metz", |form| forms.push((form.place, form.text.to_owned())));
    /// let forms: Vec<_> = forms.iter().map(|(place, form)| (*place, form.as_str())).collect();
    /// assert_eq!(forms, [(0, "ecoconseiller"), (0, "ecoconseillere"), (0, "eco"), (1, "conseiller"), (1, "conseillere"),
    ///     (2, "a"), (3, "metz")]);
    /// ```
    pub fn each(&mut self, text: &str, mut see: impl FnMut(Form<'_>)) -> u32 {
        self.folded.read(text);
        let (reader, units) = (Reader { source: text, folded: &self.folded }, &mut self.units);
        let (mut at, mut place, mut count) = (0, 0, 0);
        while let Some(start) = reader.next_start(at) {
            let end = reader.letters_end(start);
            if let Some(after) = reader.article_end(start..end) {
                at = after;
                continue;
            }
            count += 1;
            if reader.is_plain(start..end) {
                see(Form {
                    text: &reader.text()[start..end],
                    span: reader.folded.source(start..end),
                    place,
                });
                (at, place) = (end, place + 1);
                continue;
            }
            at = reader.read_units(start, units);
            let Some(word) = reader.join(units) else { continue };
            let mut see_all = |word: &Word, place: u32| {
                word.forms.iter().for_each(|text| see(Form { text, span: word.span, place }));
            };
            see_all(&word, place);
            for (number, part) in (0..).zip(&word.parts) {
                see_all(part, place + number);
            }
            place += (word.parts.len() as u32).max(1);
        }
        count
    }
}

struct Reader<'a> {
    source: &'a str,
    folded: &'a Folded,
}

impl Reader<'_> {
    fn text(&self) -> &str {
        self.folded.as_str()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text().as_bytes().get(at).copied()
    }

    /// Where the plain letters end that begin at `at`.
    fn letters_end(&self, at: usize) -> usize {
        let rest = &self.text().as_bytes()[at..];
        at + rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count()
    }

    /// Whether these letters are a word, with nothing after them that could belong to it.
    fn is_plain(&self, letters: Range<usize>) -> bool {
        let end = letters.end;
        let ends = match self.byte(end) {
            None | Some(b' ' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'"') => true,
            Some(b'.') => matches!(self.byte(end + 1), None | Some(b' ')),
            Some(_) => false,
        };
        // « bac + 5 » is one word.
        ends && !letters.is_empty() && &self.text()[letters] != "bac"
    }

    /// Where the word begins of which these letters are the elided article: « l' » of « l'étude ».
    fn article_end(&self, letters: Range<usize>) -> Option<usize> {
        let after = letters.end + 1;
        let elided = self.byte(letters.end) == Some(b'\'') && french::elides(&self.text()[letters]);
        (elided && self.starts_at(after)).then_some(after)
    }

    /// Where the next letter or digit stands, from `at` on.
    fn next_start(&self, mut at: usize) -> Option<usize> {
        let bytes = self.text().as_bytes();
        while bytes.get(at).is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()) {
            at += 1;
        }
        if bytes.get(at).is_some_and(u8::is_ascii) {
            return Some(at);
        }
        let starts = |c: char| c.is_alphanumeric();
        self.text()[at..].find(starts).map(|offset| at + offset)
    }

    fn starts_at(&self, at: usize) -> bool {
        self.run_end(at) > at
    }

    /// Reads the units of the word that begins at `at`, and tells where it ends.
    fn read_units(&self, at: usize, units: &mut Vec<Unit>) -> usize {
        let mut end = at;
        let mut joint = None;
        loop {
            let unit = self.read_unit(end, joint);
            end = unit.range.end;
            let sign = self.byte(end).filter(|sign| b"-.'_@&".contains(sign));
            let next = sign.filter(|_| self.starts_at(end + 1));
            if units.is_empty() && next == Some(b'\'') && french::elides(&unit.forms[0]) {
                // The article is no word of its own.
                end += 1;
                continue;
            }
            units.push(unit);
            if next.is_none() {
                return end;
            }
            joint = next;
            end += 1;
        }
    }

    /// Makes one word of the units that hang together, and leaves none.
    fn join(&self, units: &mut Vec<Unit>) -> Option<Word> {
        if units.len() == 1 {
            return units.pop().map(|unit| self.single(unit));
        }
        let range = units.first()?.range.start..units.last()?.range.end;
        let count = units.iter().map(|unit| unit.forms.len()).max()?;
        let form = |number: usize| {
            let mut joined = String::with_capacity(range.len());
            for unit in units.iter() {
                // « r&d » and « rd » are two things.
                joined.extend(unit.joint.filter(|&sign| sign == b'&').map(char::from));
                joined.push_str(&unit.forms[number.min(unit.forms.len() - 1)]);
            }
            joined
        };
        let forms = (0..count).map(form).collect();
        let whole = units[1].joint == Some(b'\'') && french::kept_whole(&units[0].forms[0]);
        let span = self.folded.source(range.clone());
        units.retain(|unit| !whole && unit.range.len() > 1);
        Some(Word { span, forms, parts: units.drain(..).map(|unit| self.single(unit)).collect() })
    }

    fn single(&self, unit: Unit) -> Word {
        Word { span: self.folded.source(unit.range), forms: unit.forms, parts: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each word's forms, `|` between them, and its parts' in brackets.
    fn read(text: &str) -> String {
        let show = |word: &Word| {
            let parts: Vec<_> = word.parts.iter().map(|part| part.forms.join("|")).collect();
            let forms = word.forms.join("|");
            if parts.is_empty() { forms } else { format!("{forms}[{}]", parts.join(" ")) }
        };
        words(text).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_read_as_french_writes_them() {
        let cases = [
            ("L’agir, l'agir, d’aujourd’hui", "agir agir aujourdhui"),
            ("jusqu’à Qu'elle l", "a elle l"),
            ("prud'hommes de la presqu'île", "prudhommes de la presquile"),
            (
                "Chargé·e chargé.e.s chargé(e) chargé-e",
                "charge|chargee charges|chargees charge|chargee charge|chargee",
            ),
            (
                "chef.fe chef(fe) directeur/trice directeur·rice",
                "chef|cheffe chef|cheffe directeur|directrice directeur|directrice",
            ),
            (
                "tou·te·s étudiant∙e étudiant(e)s contact(s)",
                "tous|toutes etudiant|etudiante etudiants|etudiantes contact|contacts",
            ),
            (
                "Directeurs·trices-pays",
                "directeurspays|directricespays[directeurs|directrices pays]",
            ),
            ("bac+5 Bac + 3, c++ C# r&d 75011", "bac+5 bac+3 c++ c# r&d 75011"),
            (
                "bio-informatique jardins.org",
                "bioinformatique[bio informatique] jardinsorg[jardins org]",
            ),
            ("Aix-en-Provence, est-elle", "aixenprovence[aix en provence] estelle[est elle]"),
            ("Val-les-Bains", "vallesbains[val les bains]"),
            ("le travail.Les acteurs", "le travailles[travail les] acteurs"),
            ("il/elle et/ou 35h/semaine", "il elle et ou 35h semaine"),
            ("1 300 € 1300 12 500 000 44\u{a0}620", "1300 1300 12500000 44620"),
            ("06 123 456 3 mois 800 1 30 12 3000", "06 123456 3 mois 800 1 30 12 3000"),
            ("35 h/semaine 35h 7 h 30, 35 heures", "35h semaine 35h 7h 30 35 heures"),
            ("4,35 € 1,5, 2, 3 x,5", "4,35 1,5 2 3 x 5"),
            ("verger.org", "vergerorg[verger org]"),
            ("… — «  » 😀 +", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn forms_are_those_of_the_words() {
        let text = "L’Œuvre d’un·e chargé(e)s, bac + 5 ou Bac+3. Éco-conseil : r&d (35 h) – 1 300 € à Aix-en-Provence ! Fin.Non bac";
        let mut told = Vec::new();
        let form = |form: Form<'_>| told.push((form.place, form.span, form.text.to_owned()));
        Forms::default().each(text, form);
        let (mut expected, mut place) = (Vec::new(), 0);
        for word in words(text) {
            let mut add = |word: &Word, place: u32| {
                expected.extend(word.forms.iter().map(|form| (place, word.span, form.clone())));
            };
            add(&word, place);
            word.parts.iter().zip(0..).for_each(|(part, number)| add(part, place + number));
            place += word.parts.len().max(1) as u32;
        }
        assert!(expected.len() > 20);
        assert_eq!(told, expected);
    }

    #[test]
    fn spans_cover_the_word_without_its_article() {
        let text = "L’Œuvre d’un·e chargé(e)s à l’étranger — r&d";
        let spans: Vec<_> = words(text).iter().map(|word| word.span.of(text)).collect();
        assert_eq!(spans, ["Œuvre", "un·e", "chargé(e)s", "à", "étranger", "r&d"]);
    }
}
