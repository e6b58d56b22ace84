//! The front matter of a page's source: what stands between two lines `---` at its top, for the site's machine.

use super::raw::RawLine;

/// Longest front matter, in lines.
const LONGEST: usize = 60;

/// Keys whose values a reader of the page sees.
const SHOWN: [&str; 7] =
    ["title", "titre", "subtitle", "date", "excerpt", "description", "summary"];

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
    lines.retain_mut(|line| {
        if !inside(line) {
            return true;
        }
        let (key, value) = line.source.split_once(':').unwrap_or(("", line.source));
        let opens = !key.is_empty() && !key.starts_with([' ', '-', '\t']);
        if opens {
            shown = SHOWN.contains(&key.trim()) && value.chars().any(char::is_alphanumeric);
        }
        let titled = opens && matches!(key.trim(), "title" | "titre");
        if shown && titled {
            line.column = key.len() + 1 + (value.len() - value.trim_start().len());
        }
        line.blank_before = true;
        shown
    });
    if let Some(after) = lines.iter_mut().find(|line| (line.number - base) as usize > last) {
        after.blank_before = true;
    }
    lines
}

/// The lines `---` around a front matter, counted from 0.
fn front_matter(text: &str) -> Option<(usize, usize)> {
    let is_mark = |line: &str| line.trim_end() == "---";
    let mut lines = text.lines().enumerate().take(LONGEST);
    let (first, _) =
        lines.find(|(_, line)| !line.trim().is_empty()).filter(|(_, line)| is_mark(line))?;
    let (last, _) = lines.find(|(_, line)| is_mark(line))?;
    let keys = text.lines().skip(first + 1).take(last - first - 1).filter(|line| {
        let key = line.split(':').next().unwrap_or("");
        line.contains(':') && !key.is_empty() && !key.contains(' ')
    });
    (keys.count() >= 2).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::super::raw;
    use super::*;

    #[test]
    fn a_page_shows_its_title_and_not_its_keys() {
        let text = "---\nlayout: post\ntitle: Jardinier (H/F)\nimage:\n  feature: a.png\ndate: 2026-01-03\n---\nTailler.\n---\nfin\n";
        let kept: Vec<&str> =
            without_keys(text, raw::lines(text, 1)).iter().map(RawLine::words).collect();
        assert_eq!(kept, ["Jardinier (H/F)", "date: 2026-01-03", "Tailler.", "fin"]);
        let text = "---\nJardinier\n---\nTailler.\n";
        assert_eq!(without_keys(text, raw::lines(text, 1)).len(), 2);
    }
}
