//! The front matter of a page's source: what stands between two lines `---` at its top, for the site's machine.

use super::raw::RawLine;

/// Longest front matter, in lines.
const LONGEST: usize = 60;

/// Keys whose values a reader of the page sees.
const SHOWN: [&str; 30] = [
    "title",
    "titre",
    "subtitle",
    "roles",
    "date",
    "excerpt",
    "description",
    "summary",
    "role",
    "intitule",
    "poste",
    "place",
    "location",
    "lieu",
    "ville",
    "city",
    "company",
    "organisation",
    "organization",
    "employeur",
    "entreprise",
    "structure",
    "contrat",
    "contract",
    "contact",
    "salaire",
    "salary",
    "remuneration",
    "duree",
    "debut",
];

/// Keys whose values are words of their own, and say what they are without the key.
const NAMES: [&str; 4] = ["title", "titre", "subtitle", "roles"];

/// The lines without the keys of a front matter; the values that the page shows stay, each a line of its own, the
/// title's without its key.
pub(super) fn without_keys<'a>(text: &str, mut lines: Vec<RawLine<'a>>) -> Vec<RawLine<'a>> {
    let Some((first, last)) = front_matter(text) else { return lines };
    let number = lines.first().map_or(0, |line| line.number);
    let opening = text.lines().take_while(|line| !line.chars().any(char::is_alphanumeric)).count();
    let base = number - (opening as u32).min(number);
    let inside = |line: &RawLine<'_>| {
        let at = (line.number - base) as usize;
        first < at && at < last
    };
    let mut shown = false;
    // A value may begin below its key: `title: >-`.
    let (mut folded, mut joins) = (false, false);
    lines.retain_mut(|line| {
        if !inside(line) {
            return true;
        }
        let (key, value) = line.source.split_once([':', '=']).unwrap_or(("", line.source));
        let opens = !key.is_empty() && !key.starts_with([' ', '-', '\t']);
        if !opens {
            line.blank_before = !std::mem::replace(&mut joins, folded && shown);
            return shown;
        }
        let key = key.trim_end();
        shown = SHOWN.contains(&key);
        folded = shown && matches!(value.trim(), ">" | ">-" | "|" | "|-");
        if shown && NAMES.contains(&key) {
            line.column = line.source.len() - value.trim_start().len();
        }
        line.blank_before = true;
        joins = false;
        shown && value.chars().any(char::is_alphanumeric)
    });
    if let Some(after) = lines.iter_mut().find(|line| (line.number - base) as usize > last) {
        after.blank_before = true;
    }
    lines
}

/// The lines `---` or `+++` around a front matter, counted from 0; those of the last one when one follows another.
fn front_matter(text: &str) -> Option<(usize, usize)> {
    let is_mark = |line: &str| matches!(line.trim_end(), "---" | "+++");
    let all: Vec<&str> = text.lines().take(LONGEST).collect();
    let opened = |from: usize| {
        let first = from + all.get(from..)?.iter().position(|line| !line.trim().is_empty())?;
        let mark = all[first].trim_end();
        let below = all.get(first + 1..)?;
        let last = below.iter().position(|line| line.trim_end() == mark)?;
        is_mark(mark).then_some((first, first + 1 + last))
    };
    let (first, last) = opened(0)?;
    let next = opened(last + 1).filter(|&(at, _)| all[at].starts_with('+'));
    let end = next.map_or(last, |(_, end)| end);
    let keys = all[first + 1..end].iter().filter(|line| {
        let key = line.split([':', '=']).next().unwrap_or("").trim_end();
        line.contains([':', '=']) && !key.is_empty() && !key.contains(' ')
    });
    (keys.count() >= 2).then_some((first, end))
}

#[cfg(test)]
mod tests {
    use super::super::raw;
    use super::*;

    #[test]
    fn a_page_shows_its_title_and_not_its_keys() {
        let text = "---\nlayout: post\ntitle: Jardinier (H/F)\nimage:\n  feature: a.png\ndate: 2026-01-03\n---\nTailler.\n---\nfin\n";
        let kept = |text| -> Vec<&str> {
            without_keys(text, raw::lines(text, 1)).iter().map(RawLine::words).collect()
        };
        assert_eq!(kept(text), ["Jardinier (H/F)", "date: 2026-01-03", "Tailler.", "fin"]);
        let text = "---\ntitle: >-\n  Jardinier\n  de serre\ntags: a\n---\nTailler.\n";
        assert_eq!(kept(text), ["Jardinier", "de serre", "Tailler."]);
        let text = "---\n_template: breve\n---\n\n+++\nlink = \"\"\ntitle = \"Jardinier\"\n+++\nTailler.\n";
        assert_eq!(kept(text), ["\"Jardinier\"", "Tailler."]);
        let text = "---\nJardinier\n---\nTailler.\n";
        assert_eq!(without_keys(text, raw::lines(text, 1)).len(), 2);
    }
}
