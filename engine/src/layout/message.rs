//! Who sent a message and when, above its words or before them: chats and forums write that, and it is none of the offer.

use super::raw::RawLine;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// `[12/02/2026 18:42] Ana : `, `2026-02-12 18:42 - Ana : `: sender and time before the words, on their line.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[\s>]{0,2}(?:\[(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}),? (?:à )?\d{1,2} ?[:h] ?\d{2}(?::\d{2})?\]|(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}),? (?:à )?\d{1,2} ?[:h] ?\d{2}(?::\d{2})? -) ?(?P<who>[^:\[\]]{1,40}?) ?: ",
    )
    .expect("the pattern of a sender is a regular expression")
});
/// `Ana — 03/09/2025 10:42`, `[2026-02-12 18:42] ana`, `par Ana » 12 mars 2026, 18:32`, `Posté le : 2 fév 2026, 21:14`,
/// `12 mai 2026 ·`, `Messages : 412`, `Re: [Emploi] …`: lines that tell nothing else.
static ABOVE: LazyLock<Regex> = LazyLock::new(|| {
    super::regex(
        r"^(?:[^\s].{0,38}? (?:- )?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|- (?:hier|aujourd'hui))(?:,| a)? ?\d{1,2} ?[:h] ?\d{2}|\[(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}),? \d{1,2}:\d{2}(?::\d{2})?\] [^:\s]{1,30}(?: \([^()]{1,30}\))?|(?:par .{2,40} [»\x22] ?|(?:auteur : .{2,60})?poste le ?:? ?)(?:[a-z]{3,8}\.? )?\d{1,2} [a-z]{3,9}\.? \d{4}(?:,| a)? ?\d{1,2} ?[:h] ?\d{2}|\d{1,2} [a-z]{3,9}\.? \d{4}(?:,| a)?(?: ?\d{1,2} ?[:h] ?\d{2})? ?[·•]|messages ?: ?\d{1,5}|re ?: ?\[.{3,90})[ ·•]*$",
    )
});

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

/// The lines without senders and times; all of them where nothing else would be left.
pub(super) fn without_senders(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    let is_told = |line: &RawLine<'_>| {
        if line.source.len() > 140
            || !line.source.contains(|c: char| c.is_ascii_digit() || c == '[')
        {
            return false;
        }
        let folded = fold(line.source.trim());
        ABOVE.is_match(&folded) && !DATES.iter().any(|date| folded.contains(date))
    };
    let told: Vec<bool> = lines.iter().map(is_told).collect();
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
        let whole = line.end == line.source.len() && !line.is_value;
        if let Some(found) = BEFORE.find(line.source).filter(|_| whole)
            && found.end() < line.source.trim_end().len()
        {
            line.column = found.end();
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
    fn senders_and_times_are_left_out() {
        let chat = "[03/03/2026 10:15:40] Odile: Le Fournil recrute\nCDI 30 h\n";
        let words = |text: &str| -> Vec<String> {
            let lines = without_senders(raw::whole_lines(text, 1));
            lines.iter().map(|line| line.words().to_owned()).collect()
        };
        assert_eq!(words(chat), ["Le Fournil recrute", "CDI 30 h"]);
        for above in [
            "marlou — 02/02/2026 11:20",
            "[2026-03-02 09:14] lea.b#2231",
            "par Marion49 » 12 mars 2026, 18:32",
            "14 avril 2026, 19:02 ·",
        ] {
            assert_eq!(words(&format!("{above}\nJardinier")), ["Jardinier"], "{above}");
        }
        for own in ["Candidature avant le 12 mars 2026", "Publiée le 12/03/2026 à 14h05"] {
            assert_eq!(words(&format!("{own}\nCV")), [own, "CV"]);
        }
    }
}
