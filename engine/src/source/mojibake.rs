//! UTF-8 that was read as windows-1252 or Latin-1, and written again: `Ã©` for `é`, `â€™` for `’`.
//!
//! French never writes `Ã` before such signs: a text that holds them was spoilt, and only such a text is mended.

use super::byte_of_windows_1252;

/// The text mended, as often as it was spoilt; as it was where nothing proves that it was spoilt.
///
/// Reads `Ã©tÃ©`, `lâ€™hiver`, `Â« oui Â»`, `ÃƒÂ©tÃƒÂ©`, `Ã  Sète`. Leaves `été`, `PÂTE`, `SÃO PAULO`.
pub(super) fn mend(text: String) -> String {
    const ROUNDS: usize = 3;
    let mut text = text;
    for _ in 0..ROUNDS {
        if !is_spoilt(&text) {
            break;
        }
        text = mend_once(&text);
    }
    if is_central_european(&text) { text.chars().map(western).collect() } else { text }
}

/// Whether a page of western letters was read as one of central Europe: `ŕ` alone, which stands for `à`.
fn is_central_european(text: &str) -> bool {
    text.contains('ŕ')
        && text.match_indices('ŕ').any(|(at, r)| {
            let alone = |c: Option<char>| c.is_none_or(|c| c.is_whitespace());
            alone(text[..at].chars().next_back()) && alone(text[at + r.len()..].chars().next())
        })
}

/// The letter of windows-1252 that shares its byte with one of windows-1250.
fn western(c: char) -> char {
    match c {
        'ŕ' => 'à',
        'Ŕ' => 'À',
        'č' => 'è',
        'Č' => 'È',
        'ę' => 'ê',
        'Ę' => 'Ê',
        'ů' => 'ù',
        'ű' => 'û',
        'ď' => 'ï',
        'ń' => 'ñ',
        other => other,
    }
}

/// Whether signs stand in the text that French never writes: two or more accents or apostrophes spoilt.
fn is_spoilt(text: &str) -> bool {
    const PROOFS: [&str; 14] = [
        "Ã©",
        "Ã¨",
        "Ãª",
        "Ã´",
        "Ã§",
        "Ã®",
        "Ã»",
        "Ã¢",
        "Ã‰",
        "â€™",
        "â€“",
        "â‚¬",
        "â\u{80}\u{99}",
        "Ãƒ",
    ];
    if !text.contains(['Ã', 'â']) {
        return false;
    }
    PROOFS.iter().map(|proof| text.matches(proof).take(2).count()).sum::<usize>() >= 2
}

fn mend_once(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (c, length) = sequence(rest).unwrap_or((first, first.len_utf8()));
        mended.push(c);
        rest = &rest[length..];
    }
    mended
}

/// The character that a spoilt sequence at the start of the text stood for, and the sequence's length.
fn sequence(text: &str) -> Option<(char, usize)> {
    let lead = text.chars().next()?;
    // Only what begins the letters and signs of a French text: Latin, punctuation, pictures.
    let count = match lead {
        'Â' | 'Ã' | 'Å' => 2,
        'â' | 'ï' => 3,
        'ð' => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    let mut length = 0;
    for (byte, c) in bytes[..count].iter_mut().zip(text.chars()) {
        *byte = byte_of_windows_1252(c)?;
        length += c.len_utf8();
    }
    if let Ok(decoded) = std::str::from_utf8(&bytes[..count]) {
        return decoded.chars().next().map(|c| (c, length));
    }
    // The no-break space that ends a spoilt « à » often became a plain one; the blank behind it is kept.
    let after = text.strip_prefix("Ã ")?;
    Some(('à', if after.starts_with(' ') { 3 } else { 2 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoilt_texts_are_mended_and_others_left() {
        let cases = [
            ("Ã‰tÃ© Ã\u{A0} SÃ¨te", "Été à Sète"),
            ("CrÃ©ation et rÃ©cit Ã  Lille", "Création et récit à Lille"),
            ("lâ€™Ã©tÃ© Â« oui Â» â€“ 800 â‚¬ Å“uvre", "l’été « oui » – 800 € œuvre"),
            ("ÃƒÂ©tÃƒÂ© Ãƒ\u{A0} la mer", "été à la mer"),
            ("lâ\u{80}\u{99}Ã©tÃ©", "l’été"),
            ("Ã©tÃ© ðŸ“\u{8D} Nantes", "été 📍 Nantes"),
            (
                "L’été à São Paulo, PÂTE », « CAFÉ\u{A0}»",
                "L’été à São Paulo, PÂTE », « CAFÉ\u{A0}»",
            ),
            ("Un seul Ã©cart cité", "Un seul Ã©cart cité"),
            ("De 21 000 ŕ 22 500 €, trčs tôt", "De 21 000 à 22 500 €, très tôt"),
            ("Mme Škoda et M. Kučera", "Mme Škoda et M. Kučera"),
        ];
        for (spoilt, expected) in cases {
            assert_eq!(mend(spoilt.to_owned()), expected);
        }
    }
}
