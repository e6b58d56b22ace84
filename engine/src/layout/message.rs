//! Who sent a message and when: chats, forums and networks write it above the words or before them.
//!
//! One table of forms. Those that cannot be an ad's own words are left out of an offer; the looser ones only count
//! together, where a whole file is made of messages.

use super::raw::RawLine;
use crate::text::{Folded, fold};
use regex::Regex;
use std::sync::LazyLock;

/// Where the words of a message stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// Sender, time and words on one line; no words, where the line ends behind the sender.
    Before,
    /// Sender and time alone.
    Above,
    /// A time alone: the sender, if anything, stands above it.
    Time,
}

/// What a line tells about a message.
pub(crate) struct Sent<'a> {
    pub(crate) form: Form,
    /// Who sent it, or what else stands before the time.
    pub(crate) who: &'a str,
    /// Where the words may begin: bytes of the folded line.
    pub(crate) end: usize,
}

/// How people write it.
struct Habit {
    form: Form,
    /// Whether no ad's own line looks so.
    is_sure: bool,
    /// Over a folded line; `{day}`, `{hour}`, `{date}` and `{near}` stand for what [`PIECES`] says.
    pattern: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the phrases are for readers and tests"))]
    reads: &'static [&'static str],
    #[cfg_attr(not(test), expect(dead_code, reason = "the phrases are for readers and tests"))]
    leaves: &'static [&'static str],
}

const PIECES: [(&str, &str); 4] = [
    ("{day}", r"(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})"),
    ("{hour}", r"\d{1,2} ?[:h] ?\d{2}(?::\d{2})?"),
    ("{date}", r"\d{1,2}(?:er)? [a-z]{3,9}\.?"),
    ("{near}", r"(?:hier|aujourd'hui)"),
];

/// Lines that tell who wrote and when are at most so long, in bytes.
const LONGEST: usize = 140;

const HABITS: &[Habit] = &[
    Habit {
        form: Form::Before,
        is_sure: true,
        pattern: r"^[\s>]{0,2}(?:\[{day},? (?:a )?{hour}\]|{day},? (?:a )?{hour} -) ?(?P<who>[^:\[\]]{1,40}?) ?: ",
        reads: &["[12/02/2026 18:42] Ana : on recrute", "2026-02-12 18:42 - Ana: on recrute"],
        leaves: &["12/02/2026 18:42 Ana : on recrute", "12/02/2026 : on recrute"],
    },
    Habit {
        form: Form::Before,
        is_sure: true,
        pattern: r"^\[{day},? \d{1,2}:\d{2}(?::\d{2})?\] (?P<who>[^:\s]{1,30}(?: \([^()]{1,30}\))?)[ ·•]*$",
        reads: &["[2026-02-12 18:42] ana.b#22"],
        leaves: &["[2026-02-12 18:42] Le Verger recrute"],
    },
    Habit {
        form: Form::Above,
        is_sure: true,
        pattern: r"^(?P<who>[^\s].{0,38}?) (?:- )?(?:{day}|- {near})(?:,| a)? ?\d{1,2} ?[:h] ?\d{2}[ ·•]*$",
        reads: &["Ana - 03/09/2025 10:42", "Ana - hier à 10:42"],
        leaves: &["Ana - 3 septembre 10:42", "Ana, hier à 10:42"],
    },
    Habit {
        form: Form::Above,
        is_sure: true,
        pattern: r"^(?P<who>par .{2,40} [»\x22]|(?:auteur : .{2,60})?poste le ?:?) ?(?:[a-z]{3,8}\.? )?\d{1,2} [a-z]{3,9}\.? \d{4}(?:,| a)? ?\d{1,2} ?[:h] ?\d{2}[ ·•]*$",
        reads: &["par Ana » 12 mars 2026, 18:32", "Posté le : lun. 2 fév 2026, 21:14"],
        leaves: &["Poste ouvert le 2 février 2026"],
    },
    Habit {
        form: Form::Time,
        is_sure: true,
        pattern: r"^\d{1,2} [a-z]{3,9}\.? \d{4}(?:,| a)?(?: ?\d{1,2} ?[:h] ?\d{2})? ?[·•][ ·•]*$",
        reads: &["12 mai 2026 ·", "12 mai 2026, 18:32 ·"],
        leaves: &["12 mai 2026", "12 mai ·"],
    },
    Habit {
        form: Form::Before,
        is_sure: false,
        pattern: r"^\W{0,3}{day},? (?:a )?{hour}\]? ?(?:- )?(?P<who>[^:\]]{1,40}?)(?: ?:|$| (?:a|est|avez|sont)\b)",
        reads: &["12/02/26, 18:42 - Ana a rejoint le groupe", "[12/02/2026 18:42] Ana B"],
        leaves: &["Le 12/02/2026 18:42, Ana : on recrute"],
    },
    Habit {
        form: Form::Above,
        is_sure: false,
        pattern: r"^(?P<who>\S.{0,38}?) ?(?:(?:-|\||·|•|»|\x22|,|:)? ?(?:le )?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:[a-z]{3,8}\.? )?{date}(?: \d{4})?|{near})(?:,| a| -|·|•)? ?\d{1,2} ?[:h] ?\d{2}|\[\d{1,2} ?[:h] ?\d{2}\]|[·•] (?:\d{1,2} (?:h|min|j)|hier))[ ·•:]*$",
        reads: &["Ana [10:42]", "Ana • 3 h", "Ana, le 3 septembre à 10:42"],
        leaves: &["Ana recrute", "Le 3 septembre, Ana recrute"],
    },
    Habit {
        form: Form::Time,
        is_sure: false,
        pattern: r"^(?:{date}(?: \d{4})?(?:,| a)?(?: ?\d{1,2} ?[:h] ?\d{2})?|\d{1,2} ?(?:h|min|j)|hier(?: a)?(?: ?\d{1,2} ?[:h] ?\d{2})?) ?[·•]\W*$",
        reads: &["12 mai ·", "3 h ·", "hier à 10:42 ·"],
        leaves: &["3 h par semaine"],
    },
];

static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let compiled = |habit: &Habit| {
        let whole = PIECES
            .iter()
            .fold(habit.pattern.to_owned(), |pattern, (name, piece)| pattern.replace(name, piece));
        super::regex(&whole)
    };
    HABITS.iter().map(compiled).collect()
});

/// What a folded line tells about a message, loosely: lines of ads may look so as well.
pub(crate) fn sent(folded: &str) -> Option<Sent<'_>> {
    told(folded, false)
}

fn told(folded: &str, sure: bool) -> Option<Sent<'_>> {
    // Words may follow for long behind a sender.
    let far = folded.char_indices().nth(NEAR).map_or(folded.len(), |(at, _)| at);
    let whole = far == folded.len();
    HABITS.iter().zip(PATTERNS.iter()).filter(|(habit, _)| habit.is_sure || !sure).find_map(
        |(habit, pattern)| {
            if !whole && habit.form != Form::Before {
                return None;
            }
            let found = pattern.captures(&folded[..far])?;
            let who = found.name("who").map_or(0..0, |who| who.range());
            Some(Sent { form: habit.form, who: &folded[who], end: found.get_match().end() })
        },
    )
}

/// How many characters of a line are looked at.
const NEAR: usize = 90;

/// What stands around a forum's messages: `Messages : 412`, `Re: [Emploi] …`.
static AROUND: LazyLock<Regex> =
    LazyLock::new(|| super::regex(r"^(?:messages ?: ?\d{1,5}|re ?: ?\[.{3,90})[ ·•]*$"));

/// Words of a date that is the offer's own.
const DATES: [&str; 14] = [
    "publi",
    "en ligne",
    "actualis",
    "mise a jour",
    "limite",
    "clotur",
    "avant",
    "jusqu",
    "debut",
    "candidat",
    "entretien",
    "rendez",
    "prise de",
    "seance",
];

/// Whether a line tells only who sent a message and when, or stands around one.
fn is_no_word_of_the_offer(line: &RawLine<'_>) -> bool {
    if line.source.len() > LONGEST
        || !line.source.contains(|c: char| c.is_ascii_digit() || c == '[')
    {
        return false;
    }
    let folded = fold(line.source.trim());
    let alone = || {
        told(&folded, true)
            .is_some_and(|sent| sent.form != Form::Before || sent.end == folded.len())
    };
    (alone() || AROUND.is_match(&folded)) && !DATES.iter().any(|date| folded.contains(date))
}

/// Where the words of a line begin behind their sender.
fn behind_its_sender(line: &RawLine<'_>) -> Option<usize> {
    let opening = line.source.trim_start_matches(['>', ' ', '\u{A0}', '\t']);
    if !opening.starts_with(|c: char| c == '[' || c.is_ascii_digit()) {
        return None;
    }
    let near: usize = line.source.chars().take(LONGEST).map(char::len_utf8).sum();
    let folded = Folded::new(&line.source[..near]);
    let sent = told(folded.as_str(), true).filter(|sent| sent.form == Form::Before)?;
    Some(folded.source(0..sent.end).end as usize)
}

/// The lines without senders and times; all of them where nothing else would be left.
pub(super) fn without_senders(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    let told: Vec<bool> = lines.iter().map(is_no_word_of_the_offer).collect();
    if told.iter().all(|&told| told) {
        return lines;
    }
    let mut parted = false;
    let mut kept = Vec::with_capacity(lines.len());
    for (mut line, told) in lines.into_iter().zip(told) {
        if told {
            parted |= line.blank_before || kept.is_empty();
            continue;
        }
        line.blank_before |= parted;
        parted = false;
        // Of a line in two columns, the sender stands in the first alone.
        let words = line.column..line.source[..line.end].trim_end().len();
        if let Some(column) = behind_its_sender(&line).filter(|_| !line.is_value)
            && words.contains(&column)
        {
            line.column = column;
            line.blank_before = true;
        }
        kept.push(line);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::raw;
    use super::*;

    #[test]
    fn habits_read_and_leave_their_phrases() {
        for (habit, pattern) in HABITS.iter().zip(PATTERNS.iter()) {
            for phrase in habit.reads {
                assert!(pattern.is_match(&fold(phrase)), "{}: {phrase}", habit.pattern);
            }
            for phrase in habit.leaves {
                assert!(!pattern.is_match(&fold(phrase)), "{}: {phrase}", habit.pattern);
            }
        }
    }

    #[test]
    fn senders_and_times_are_left_out() {
        let chat = "[03/03/2026 10:15:40] Odile: Le Fournil recrute\nCDI 30 h\n";
        let words = |text: &str| -> Vec<String> {
            let lines = without_senders(raw::whole_lines(text, 1));
            lines.iter().map(|line| line.words().to_owned()).collect()
        };
        assert_eq!(words(chat), ["Le Fournil recrute", "CDI 30 h"]);
        let columns = "[03/03/2026 10:15:40] Odile: Le Fournil       CDI 30 h\n";
        assert_eq!(words(columns), ["Le Fournil       CDI 30 h"]);
        let laid_out = super::super::lay_out("fil", columns, 1);
        assert_eq!(laid_out.text.matches("Le Fournil").count(), 1, "{}", laid_out.text);
        for above in [
            "marlou — 02/02/2026 11:20",
            "[2026-03-02 09:14] lea.b#2231",
            "par Marion49 » 12 mars 2026, 18:32",
            "14 avril 2026, 19:02 ·",
            "Messages : 412",
        ] {
            assert_eq!(words(&format!("{above}\nJardinier")), ["Jardinier"], "{above}");
        }
        for own in ["Candidature avant le 12 mars 2026", "Publiée le 12/03/2026 à 14h05"] {
            assert_eq!(words(&format!("{own}\nCV")), [own, "CV"]);
        }
    }
}
