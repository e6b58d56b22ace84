//! What a raw line opens with: a bullet, a number, nothing.

use crate::gazetteer;

/// How a raw line opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// With its first word.
    None,
    /// With this bullet.
    Bullet(char),
    /// With a number that counts items: `1.` `2)` `3/` `4 -`.
    Number(u8),
}

/// A raw line taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    /// Columns of blanks before anything, a tabulation counting for four.
    pub(crate) indent: usize,
    /// The mark.
    pub(crate) mark: Mark,
    /// Byte in the line where the words after the mark begin.
    pub(crate) words: usize,
}

/// Takes a raw line apart.
///
/// Bullets read: `• tenir`, `- tenir`, `– tenir`, `* tenir`, `▪ tenir`, `\u{F0B7} tenir` (a symbol font's), `⭐ tenir`, `👉 tenir`,
/// `✅tenir`. Left: `-13 °C`, `#mot`, `**gras**`, `… et si`.
pub(crate) fn opening(line: &str) -> Opening {
    let body = line.trim_start_matches(is_blank);
    let lead = line.len() - body.len();
    let indent = line[..lead].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let none = Opening { indent, mark: Mark::None, words: lead };
    let Some(first) = body.chars().next() else { return none };
    if let Some(number) = number_mark(body) {
        let (value, length) = number;
        return Opening { indent, mark: Mark::Number(value), words: lead + length };
    }
    let mut after = body[first.len_utf8()..].trim_start_matches(['\u{FE0E}', '\u{FE0F}']);
    let is_bullet = if is_drawn_bullet(first) {
        true
    } else {
        // These also open words: only a blank behind them makes a bullet.
        matches!(first, '-' | '–' | '—' | '*' | '+' | 'o' | '>' | '·')
            && after.starts_with(is_blank)
    };
    if !is_bullet {
        return none;
    }
    after = after.trim_start_matches(is_blank);
    if after.is_empty() {
        return none;
    }
    if is_label(first) {
        return Opening { indent, mark: Mark::Bullet(first), words: lead };
    }
    Opening { indent, mark: Mark::Bullet(first), words: line.len() - after.len() }
}

/// `1. `, `1) `, `1/ `, `1 - `, `1-   ` and their value and length; not `1,5`, `12 mois`, `2023 – 2024`, `06.12.`.
fn number_mark(body: &str) -> Option<(u8, usize)> {
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = body[digits..].trim_start_matches(is_blank);
    let sign = rest.chars().next().filter(|c| matches!(c, '.' | ')' | '/' | '-' | '–' | '°'))?;
    let after = &rest[sign.len_utf8()..];
    if !after.starts_with(is_blank) {
        return None;
    }
    let words = after.trim_start_matches(is_blank);
    words
        .starts_with(|c: char| c.is_alphabetic() || matches!(c, '*' | '«' | '(' | '"'))
        .then_some(())?;
    // « 5 – 6 mois », « 12 - mars »: a range or a date, not a count.
    if matches!(sign, '-' | '–') && words.starts_with(char::is_lowercase) {
        return None;
    }
    if matches!(sign, '-' | '–') && is_in(words, &body[..digits]) {
        return None;
    }
    Some((body[..digits].parse().ok()?, body.len() - words.len()))
}

/// Whether words are the name of a commune of the département with that number: « 29 - BREST ».
fn is_in(words: &str, number: &str) -> bool {
    // A borough's number goes with its city.
    let name = words.trim_end_matches(|c: char| c.is_ascii_digit() || is_blank(c));
    const LONGEST: usize = 45;
    name.len() <= LONGEST
        && gazetteer::communes(name)
            .iter()
            .any(|commune| commune.department().is_some_and(|department| department.code == number))
}

/// A blank of any width.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}')
}

/// Pictures that stand for a label (« 📍 Rennes », « 💶 800 € ») are words: the item keeps them.
fn is_label(c: char) -> bool {
    "📍🌍🏢🏠💻💶💰💵📅🗓⏳⌛⏰🕒🎓📄📝📧✉📩📞☎🚗".contains(c)
}

/// Signs that only ever open a list item: dots, squares, arrows, ticks, stars, symbol fonts, pictures.
fn is_drawn_bullet(c: char) -> bool {
    matches!(c,
        '•' | '●' | '○' | '◦' | '∙' | '‣' | '⁃' | '¤' | '➔' | '✓' | '✔' | '✗' | '❖' | '◆' | '◇'
        | '\u{25A0}'..='\u{25FF}'   // geometric shapes
        | '\u{2190}'..='\u{21FF}'   // arrows
        | '\u{2600}'..='\u{27BF}'   // signs and dingbats
        | '\u{2B00}'..='\u{2BFF}'   // arrows and stars
        | '\u{E000}'..='\u{F8FF}'   // private use: what PDF extraction leaves of symbol fonts
        | '\u{1F300}'..='\u{1FAFF}' // pictures
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(line: &str) -> (Mark, &str) {
        let opening = opening(line);
        (opening.mark, &line[opening.words..])
    }

    #[test]
    fn marks_are_told_from_words() {
        let cases = [
            ("  • tenir", Mark::Bullet('•'), "tenir"),
            ("- tenir", Mark::Bullet('-'), "tenir"),
            ("– tenir", Mark::Bullet('–'), "tenir"),
            ("\u{F0B7} tenir", Mark::Bullet('\u{F0B7}'), "tenir"),
            ("⭐ tenir", Mark::Bullet('⭐'), "tenir"),
            ("✔️ tenir", Mark::Bullet('✔'), "tenir"),
            ("👉 tenir", Mark::Bullet('👉'), "tenir"),
            ("📍 Rennes", Mark::Bullet('📍'), "📍 Rennes"),
            ("o tenir", Mark::Bullet('o'), "tenir"),
            ("1. Tenir", Mark::Number(1), "Tenir"),
            ("2/ Tenir", Mark::Number(2), "Tenir"),
            ("3) tenir", Mark::Number(3), "tenir"),
            ("4-   Veille", Mark::Number(4), "Veille"),
            ("29 - BREST", Mark::None, "29 - BREST"),
            ("69 - Lyon 03", Mark::None, "69 - Lyon 03"),
            ("29 - Lyon", Mark::Number(29), "Lyon"),
            ("3. **Savoir-être :**", Mark::Number(3), "**Savoir-être :**"),
            ("-13 °C", Mark::None, "-13 °C"),
            ("#mot", Mark::None, "#mot"),
            ("**gras**", Mark::None, "**gras**"),
            ("… et si", Mark::None, "… et si"),
            ("12 mois", Mark::None, "12 mois"),
            ("5 - 6 mois", Mark::None, "5 - 6 mois"),
            ("06.12.34.56.78", Mark::None, "06.12.34.56.78"),
            ("1,5 jour", Mark::None, "1,5 jour"),
            ("2023 – 2024", Mark::None, "2023 – 2024"),
            ("   ", Mark::None, ""),
            ("•", Mark::None, "•"),
        ];
        for (line, mark, words) in cases {
            assert_eq!(taken_apart(line), (mark, words), "{line}");
        }
    }

    #[test]
    fn indents_count_columns() {
        assert_eq!(opening("    • tenir").indent, 4);
        assert_eq!(opening("\ttenir").indent, 4);
        assert_eq!(opening("tenir").indent, 0);
    }
}
