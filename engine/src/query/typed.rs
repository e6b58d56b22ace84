//! What a visitor typed, cut into its asks: plain words, « phrases », `-words` that must not stand there, and words of one
//! field (`lieu:Rennes`). Any text has asks; what is no sign of ours is plain words.

use crate::span::Span;
use crate::text::fold;

/// One ask of a typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The words, in the typed text, without their signs.
    pub span: Span,
    /// Whether the words stand in quotes: together, and as written.
    pub phrase: bool,
    /// Whether offers that hold them are left out.
    pub excluded: bool,
    /// The only field where they count, if one is named.
    pub within: Option<Within>,
}

/// A field that can be named in a typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// `titre:`, `poste:`
    Title,
    /// `structure:`, `organisation:`, `organisme:`, `employeur:`
    Organisation,
    /// `lieu:`, `ville:`, `region:`, `departement:`
    Place,
    /// `contrat:`, `niveau:`, `teletravail:`
    Facet,
}

/// What a visitor perhaps meant as a sign, and did not write as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// No field has this name: `couleur:bleu`.
    UnknownField(Span),
    /// This quote is never closed.
    OpenQuote(Span),
}

const FIELDS: &[(&str, Within)] = &[
    ("titre", Within::Title),
    ("poste", Within::Title),
    ("structure", Within::Organisation),
    ("organisation", Within::Organisation),
    ("organisme", Within::Organisation),
    ("employeur", Within::Organisation),
    ("lieu", Within::Place),
    ("ville", Within::Place),
    ("region", Within::Place),
    ("departement", Within::Place),
    ("contrat", Within::Facet),
    ("niveau", Within::Facet),
    ("teletravail", Within::Facet),
];

/// Longest quoted or plain run that is looked at, in bytes: nobody types more.
const LONGEST: usize = 1000;

/// The asks of `text`, in order; plain words that follow each other are one ask.
///
/// ```
/// use tremplin_engine::query::typed::asks;
/// let text = "stage \"vie associative\" -paris lieu:Rennes";
/// let asks: Vec<_> = asks(text).iter().map(|ask| (ask.span.of(text), ask.phrase, ask.excluded)).collect();
/// assert_eq!(asks, [("stage", false, false), ("vie associative", true, false), ("paris", false, true), ("Rennes", false, false)]);
/// ```
pub fn asks(text: &str) -> Vec<Ask> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut asks: Vec<Ask> = Vec::new();
    let mut at = 0;
    // Whether the last ask is plain, and goes on with the next plain words.
    let mut goes_on = false;
    while let Some(offset) = text[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + offset;
        let mut words = start;
        let excluded = text[words..].strip_prefix('-').is_some_and(starts);
        words += usize::from(excluded);
        let named = field(&text[words..]);
        words += named.map_or(0, |(_, length)| length);
        let quoted = quote(&text[words..]);
        let span = match quoted {
            Some((open, close)) => Span::new(words + open..words + close),
            None => {
                let rest = &text[words..];
                // A quote may open behind an article: « l'"alternance" ».
                let ends = |(at, c): &(usize, char)| {
                    c.is_whitespace() || *at > 0 && quote(&rest[*at..]).is_some()
                };
                let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
                Span::new(words..words + end)
            }
        };
        at = span.end as usize;
        if quoted.is_some() {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        let within = named.map(|(within, _)| within);
        let ask = Ask { span, phrase: quoted.is_some(), excluded, within };
        let plain = quoted.is_none() && !excluded && named.is_none();
        match asks.last_mut().filter(|_| plain && goes_on) {
            Some(last) => last.span.end = span.end,
            None => asks.push(ask),
        }
        goes_on = plain;
    }
    asks
}

/// What `text` perhaps meant as a sign: the first such thing. Its words were searched as they stand.
///
/// ```
/// use tremplin_engine::query::typed::{Hint, hint};
/// assert!(matches!(hint("couleur:bleu"), Some(Hint::UnknownField(name)) if name.end == 7));
/// assert!(matches!(hint("\"vie associative"), Some(Hint::OpenQuote(quote)) if quote.end == 1));
/// assert_eq!(hint("lieu:Rennes « vie » https://exemple.fr 14:30"), None);
/// ```
pub fn hint(text: &str) -> Option<Hint> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let plain = asks(text).into_iter().filter(|ask| !ask.phrase && ask.within.is_none());
    let words = plain.flat_map(|ask| {
        let part = ask.span.of(text);
        part.split_whitespace().map(move |word| {
            let at = ask.span.start as usize + (word.as_ptr() as usize - part.as_ptr() as usize);
            (at, word)
        })
    });
    let hint = |(at, word): (usize, &str)| {
        let sign = word.chars().next().filter(|sign| matches!(sign, '"' | '«' | '“'));
        if let Some(sign) = sign {
            return Some(Hint::OpenQuote(Span::new(at..at + sign.len_utf8())));
        }
        let (name, value) = word.split_once(':')?;
        let is_name = name.chars().count() > 2 && name.chars().all(char::is_alphabetic);
        (is_name && starts(value)).then(|| Hint::UnknownField(Span::new(at..at + name.len())))
    };
    words.into_iter().find_map(hint)
}

/// The names of the fields that can be named.
pub fn fields() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|(name, _)| *name)
}

/// Whether words or a phrase begin here.
fn starts(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || c == '"' || c == '«' || c == '“')
}

/// The field named at the start of `text`, and how long its name is with the colon; words must follow at once.
fn field(text: &str) -> Option<(Within, usize)> {
    let colon =
        text.find(|c: char| !c.is_alphabetic()).filter(|&at| text[at..].starts_with(':'))?;
    let name = fold(&text[..colon]);
    let (_, within) = FIELDS.iter().find(|(field, _)| *field == name)?;
    starts(&text[colon + 1..]).then_some((*within, colon + 1))
}

/// Where the words of a quote begin and end, when one opens here and closes later.
fn quote(text: &str) -> Option<(usize, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    };
    let start = open.len_utf8();
    let end = start + text[start..].find(close)?;
    (!text[start..end].trim().is_empty()).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each ask: `-` when excluded, its field, its words, in brackets when quoted.
    fn read(text: &str) -> String {
        let show = |ask: &Ask| {
            let sign = if ask.excluded { "-" } else { "" };
            let within = ask.within.map_or(String::new(), |within| format!("{within:?}:"));
            let words = ask.span.of(text);
            if ask.phrase {
                format!("{sign}{within}[{words}]")
            } else {
                format!("{sign}{within}{words}")
            }
        };
        asks(text).iter().map(show).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn signs_are_read_and_all_else_is_words() {
        let cases = [
            ("stage bac + 5 rennes", "stage bac + 5 rennes"),
            ("« vie associative » paris", "[ vie associative ] | paris"),
            ("\"a b\"c", "[a b] | c"),
            ("“a b” -\"c d\"", "[a b] | -[c d]"),
            ("stage -paris - lyon -", "stage | -paris | - lyon -"),
            ("aix-en-provence", "aix-en-provence"),
            ("lieu:Rennes Région:\"Grand Est\"", "Place:Rennes | Place:[Grand Est]"),
            ("-contrat:stage", "-Facet:stage"),
            ("lieu : rennes lieu: autre:x https://a.b", "lieu : rennes lieu: autre:x https://a.b"),
            ("l'\"alternance\" a 12\"", "l' | [alternance] | a 12\""),
            ("\"jamais fermé", "\"jamais fermé"),
            ("\"\" \" \"", "\"\" \" \""),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
        assert!(asks(&"é".repeat(5000))[0].span.end as usize <= LONGEST);
    }
}
