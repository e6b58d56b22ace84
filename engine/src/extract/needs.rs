//! What a text must hold for a pattern to match anywhere in it.
//!
//! Most rules look for words that a given offer does not use. The words are read off the pattern itself.

use crate::text::Grams;
use regex_syntax::hir::{Class, Hir, HirKind};

/// Most literals that stand for one part of a pattern.
const MOST: usize = 160;
/// Most literals that parts side by side are written out into.
const WRITTEN_OUT: usize = 64;

/// Literals of which every match holds one.
type Any = Vec<String>;

/// What every match holds: one literal of each.
#[derive(Debug)]
pub(super) struct Needs {
    /// What tells most, first.
    all: Vec<Any>,
    /// Whether no match holds the end of a line.
    on_one_line: bool,
}

impl Needs {
    /// Those of a pattern; none where it is no regular expression, as whoever compiles it will say.
    pub(super) fn of(pattern: &str) -> Self {
        let parsed = regex_syntax::ParserBuilder::new().multi_line(true).build().parse(pattern);
        let Ok(parsed) = parsed else { return Self { all: Vec::new(), on_one_line: false } };
        let mut all = Part::of(&parsed).needed();
        all.iter_mut().for_each(shortest);
        all.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
        Self { all, on_one_line: !crosses_lines(&parsed) }
    }

    /// A pattern of words of which every line holds one that the whole pattern matches on; none where matches cross
    /// lines, or where too many or too common words would have to be looked for.
    pub(super) fn line(&self) -> Option<String> {
        /// Longer lists are looked for in a slower way.
        const LIST: usize = 40;
        /// Shorter words stand in most lines.
        const SHORTEST: usize = 4;
        let telling =
            |any: &&Any| any.len() <= LIST && any.iter().all(|literal| literal.len() >= SHORTEST);
        let any = self.all.iter().filter(|_| self.on_one_line).find(telling)?;
        let words: Vec<String> = any.iter().map(|literal| regex_syntax::escape(literal)).collect();
        Some(words.join("|"))
    }

    /// Whether a text may hold what every match does.
    pub(super) fn are_met_by(&self, text: &Grams) -> bool {
        self.all.iter().all(|any| any.iter().any(|literal| text.may_hold(literal)))
    }
}

/// What is known of the words that a part of a pattern matches.
enum Part {
    /// All that it matches, which is little.
    Whole(Any),
    /// What every match holds.
    Needs(Vec<Any>),
}

impl Part {
    fn of(pattern: &Hir) -> Self {
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => Self::Whole(vec![String::new()]),
            HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
                Ok(literal) => Self::Whole(vec![literal.to_owned()]),
                Err(_) => Self::Needs(Vec::new()),
            },
            HirKind::Class(class) => Self::of_class(class),
            HirKind::Capture(capture) => Self::of(&capture.sub),
            HirKind::Repetition(repeated) => {
                match (repeated.min, repeated.max, Self::of(&repeated.sub)) {
                    (1, Some(1), part) => part,
                    (0, Some(1), Self::Whole(mut whole)) => {
                        whole.push(String::new());
                        Self::Whole(whole)
                    }
                    (0, ..) => Self::Needs(Vec::new()),
                    (.., part) => Self::Needs(part.needed()),
                }
            }
            HirKind::Concat(parts) => Self::of_row(parts),
            HirKind::Alternation(parts) => Self::of_choice(parts),
        }
    }

    fn of_class(class: &Class) -> Self {
        const FEW: usize = 8;
        let Class::Unicode(class) = class else { return Self::Needs(Vec::new()) };
        let count: usize = class.ranges().iter().map(|range| range.len()).sum();
        if count > FEW {
            return Self::Needs(Vec::new());
        }
        let chars = class.ranges().iter().flat_map(|range| range.start()..=range.end());
        Self::Whole(chars.map(String::from).collect())
    }

    /// One of several parts: what is needed of each, where there is something.
    fn of_choice(parts: &[Hir]) -> Self {
        let mut all = Vec::new();
        let mut is_whole = true;
        for part in parts {
            match Self::of(part) {
                Self::Whole(whole) => all.extend(whole),
                Self::Needs(needs) => {
                    is_whole = false;
                    let best = needs.into_iter().max_by(|a, b| worth(a).total_cmp(&worth(b)));
                    let Some(best) = best else { return Self::Needs(Vec::new()) };
                    all.extend(best);
                }
            }
        }
        match all.len() {
            ..=MOST if is_whole => Self::Whole(all),
            ..=MOST if worth(&all) > 0.0 => Self::Needs(vec![all]),
            _ => Self::Needs(Vec::new()),
        }
    }

    /// Parts side by side: what is known of neighbours is written out, as far as that is little.
    fn of_row(parts: &[Hir]) -> Self {
        let mut needs = Vec::new();
        let mut written = vec![String::new()];
        let mut is_whole = true;
        for part in parts {
            match Self::of(part) {
                Self::Whole(whole) if written.len() * whole.len() <= WRITTEN_OUT => {
                    let longer = |before: &String| {
                        whole.iter().map(|more| format!("{before}{more}")).collect::<Vec<_>>()
                    };
                    written = written.iter().flat_map(longer).collect();
                }
                Self::Whole(whole) => {
                    needs.push(std::mem::replace(&mut written, whole));
                    is_whole = false;
                }
                Self::Needs(inside) => {
                    needs.push(std::mem::replace(&mut written, vec![String::new()]));
                    needs.extend(inside);
                    is_whole = false;
                }
            }
        }
        if is_whole {
            return Self::Whole(written);
        }
        needs.push(written);
        needs.retain(|any| worth(any) > 0.0);
        Self::Needs(needs)
    }

    /// What every match holds, as far as it tells something.
    fn needed(self) -> Vec<Any> {
        match self {
            Self::Whole(whole) if worth(&whole) > 0.0 => vec![whole],
            Self::Whole(_) => Vec::new(),
            Self::Needs(needs) => needs,
        }
    }
}

/// Leaves out the literals that hold another one: whatever holds them holds that one too.
fn shortest(any: &mut Any) {
    any.sort_by_key(String::len);
    let mut kept: Any = Vec::new();
    for literal in any.drain(..) {
        if !kept.iter().any(|short| literal.contains(short.as_str())) {
            kept.push(literal);
        }
    }
    *any = kept;
}

/// Whether a match may hold the end of a line.
fn crosses_lines(pattern: &Hir) -> bool {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => false,
        HirKind::Literal(literal) => literal.0.contains(&b'\n'),
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().any(|range| range.start() <= '\n' && '\n' <= range.end())
        }
        HirKind::Class(Class::Bytes(_)) => true,
        HirKind::Repetition(repeated) => crosses_lines(&repeated.sub),
        HirKind::Capture(capture) => crosses_lines(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(crosses_lines),
    }
}

/// How much literals tell: the shortest of them is the first to be met, and so are many.
fn worth(any: &[String]) -> f32 {
    let shortest = any.iter().map(String::len).min().unwrap_or(0);
    shortest as f32 / (1.0 + any.len() as f32 / 16.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(pattern: &str) -> Vec<Vec<String>> {
        Needs::of(pattern).all
    }

    #[test]
    fn the_words_that_every_match_holds_are_read_off_a_pattern() {
        assert_eq!(needs(r"\b(?:stage|poste) de"), [["stage de", "poste de"]]);
        assert_eq!(needs(r"[a-z]+ est (?:un|le)[a-z]*"), [[" est un", " est le"]]);
        let line = |pattern| Needs::of(pattern).line();
        assert_eq!(line(r"(?m)^[a-z ]* (?:est|sont) [a-z.]+$").as_deref(), Some(" est | sont "));
        assert_eq!(line(r"poste[^a-z]+[0-9]"), None);
        assert_eq!(needs(r"stage[a-z ]+(?:h|mois)"), [vec!["stage"], vec!["h", "mois"]]);
        assert_eq!(needs(r"(?:cdi|[0-9]+ mois)"), [["cdi", " mois"]]);
        assert_eq!(needs(r"(?:le )*basee? a"), [["base a", "basee a"]]);
        assert_eq!(needs(r"(?:tele-?travail|travail)s?"), [["travail"]]);
        let nothing: [[&str; 0]; 0] = [];
        assert_eq!(needs(r"[a-z]+|poste"), nothing);
        assert_eq!(needs(r"(?:poste)?[0-9]+"), nothing);
    }

    #[test]
    fn they_are_met_by_texts_that_hold_them() {
        let text = Grams::of("un poste a rennes");
        assert!(Needs::of(r"poste [a-z]+").are_met_by(&text));
        assert!(Needs::of(r"[0-9]{5}").are_met_by(&text));
        assert!(!Needs::of(r"stage [a-z]+").are_met_by(&text));
    }
}
