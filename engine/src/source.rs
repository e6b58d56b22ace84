//! A file's bytes -> its text: UTF-8, UTF-16 or windows-1252, or one clear complaint.

use crate::diagnostic::{self, Diagnostic};

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, shown in complaints and kept in offers.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Source {
    /// The text, without byte-order mark; line ends stay as they are.
    ///
    /// # Errors
    /// When the file is empty or blank, or holds NUL bytes, as no text does.
    pub fn decode(&self) -> Result<String, Box<Diagnostic>> {
        let text = match self.bytes.as_slice() {
            [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_windows(rest),
            [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
            bytes => utf8_or_windows(bytes),
        };
        if text.contains('\0') {
            Err(Box::new(diagnostic::binary_file(&self.name)))
        } else if text.trim().is_empty() {
            Err(Box::new(diagnostic::empty_file(&self.name)))
        } else {
            Ok(text)
        }
    }
}

/// UTF-8, or else windows-1252, which reads any bytes. Mostly valid UTF-8 keeps its accents: only the stray
/// bytes are read as windows-1252.
fn utf8_or_windows(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|&byte| windows_1252(byte)));
    }
    text
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or(0)]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
        Source { name: "offre.txt".to_owned(), bytes: bytes.to_vec() }.decode()
    }

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "Chargé·e d’étude – 800 €\r\nÀ Sète";
        let utf16 =
            |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        assert_eq!(decode(text.as_bytes()), Ok(text.to_owned()));
        assert_eq!(decode(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()).as_deref(), Ok(text));
        assert_eq!(
            decode(&[vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat()).as_deref(),
            Ok(text)
        );
        assert_eq!(
            decode(&[vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat()).as_deref(),
            Ok(text)
        );
        let windows = b"Charg\xE9\xB7e d\x92\xE9tude \x96 800 \x80\r\n\xC0 S\xE8te";
        assert_eq!(decode(windows).as_deref(), Ok(text));
    }

    #[test]
    fn stray_bytes_do_not_spoil_the_rest() {
        assert_eq!(decode("été \u{e9}".as_bytes()).as_deref(), Ok("été é"));
        assert_eq!(decode(b"\xC3\xA9t\xC3\xA9 \xE9").as_deref(), Ok("été é"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(Box::new(diagnostic::empty_file("offre.txt"))));
        assert_eq!(decode(b" \n\t\r\n"), Err(Box::new(diagnostic::empty_file("offre.txt"))));
        assert_eq!(decode(b"\x89PNG\0\0\0"), Err(Box::new(diagnostic::binary_file("offre.txt"))));
    }
}
