//! Accents written apart from their letter: `e` and a combining acute become `é`, as every reader expects it.

/// Per combining mark, the letters that take it, each followed by the two made one.
const COMPOSED: [(char, &str); 8] = [
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýcćnńsśzź"),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuûYŶyŷ"),
    ('\u{303}', "AÃNÑOÕaãnñoõ"),
    ('\u{308}', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    ('\u{30A}', "AÅaåuů"),
    ('\u{30C}', "CČcčSŠsšZŽzžrřeě"),
    ('\u{327}', "CÇcçSŞsş"),
];

/// The text with the accents of European letters composed; other marks stay where they are.
pub(super) fn compose(text: String) -> String {
    let is_mark = |c: char| ('\u{300}'..='\u{36F}').contains(&c);
    if !text.contains(is_mark) {
        return text;
    }
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        let last = composed.chars().next_back().filter(|_| is_mark(c));
        match last.and_then(|letter| with_mark(letter, c)) {
            Some(letter) => {
                composed.pop();
                composed.push(letter);
            }
            None => composed.push(c),
        }
    }
    composed
}

fn with_mark(letter: char, mark: char) -> Option<char> {
    let (_, pairs) = COMPOSED.iter().find(|(of, _)| *of == mark)?;
    let mut chars = pairs.chars();
    while let (Some(plain), Some(composed)) = (chars.next(), chars.next()) {
        if plain == letter {
            return Some(composed);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_join_their_letters() {
        let cases = [
            ("Cha\u{302}teau-Thie\u{301}rry", "Château-Thiérry"),
            ("FRANC\u{327}AIS, Noe\u{308}l, A\u{300} voir", "FRANÇAIS, Noël, À voir"),
            ("x\u{301} et \u{301}", "x\u{301} et \u{301}"),
            ("déjà", "déjà"),
        ];
        for (apart, expected) in cases {
            assert_eq!(compose(apart.to_owned()), expected);
        }
    }
}
