//! Characters that a page writes by name, and that came into a text so: `&nbsp;`, `&eacute;`, `&#8217;`.

/// Those that French pages write; signs that open or close a tag stay as they are.
const NAMED: [(&str, char); 33] = [
    ("Agrave", 'À'),
    ("Ccedil", 'Ç'),
    ("Eacute", 'É'),
    ("Egrave", 'È'),
    ("Ocirc", 'Ô'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("ccedil", 'ç'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("euml", 'ë'),
    ("euro", '€'),
    ("hellip", '…'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("ocirc", 'ô'),
    ("oelig", 'œ'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rsquo", '’'),
    ("ucirc", 'û'),
];

/// The text with the characters that are named.
pub(super) fn written_out(text: String) -> String {
    if !text.contains('&') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, length) = named(rest).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out + rest
}

/// The character that the words open by naming, and how many bytes name it.
fn named(words: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 9;
    let near = words.as_bytes();
    let end = near[..near.len().min(LONGEST)].iter().position(|&byte| byte == b';')?;
    let name = &words[1..end];
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control() && !matches!(c, '<' | '>'))?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_characters_are_written_out_and_others_stay() {
        let written = |text: &str| written_out(text.to_owned());
        assert_eq!(
            written("Pr&eacute;par&eacute; &#8217;&nbsp;&amp; dor&#xE9;"),
            "Préparé ’\u{A0}& doré"
        );
        assert_eq!(written("R&D; A & B; &lt;p&gt; &inconnu;"), "R&D; A & B; &lt;p&gt; &inconnu;");
    }
}
