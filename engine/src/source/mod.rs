//! A file's bytes -> its text: UTF-8, UTF-16 or windows-1252, or one clear complaint.
//!
//! What was spoilt on its way is mended where that is certain: mojibake, accents apart from their letters, characters
//! that a page names (`&eacute;`), bold letters made of signs, line ends of a carriage return alone.

mod compose;
mod entities;
mod mojibake;
mod styled;

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
    /// The text, without byte-order mark. Line ends stay as they are where the text has line feeds.
    ///
    /// # Errors
    /// When the file is empty or blank, or holds NUL bytes, as no text does.
    pub fn decode(&self) -> Result<String, Box<Diagnostic>> {
        let text = match self.bytes.as_slice() {
            [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_windows(rest),
            [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
            [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
            bytes => match utf16_without_mark(bytes) {
                Some(unit) => utf16(bytes, unit),
                None => utf8_or_windows(bytes),
            },
        };
        if text.contains('\0') {
            return Err(Box::new(diagnostic::binary_file(&self.name)));
        }
        let text = compose::compose(styled::plain(entities::written_out(mojibake::mend(text))));
        if text.trim().is_empty() {
            return Err(Box::new(diagnostic::empty_file(&self.name)));
        }
        let old_mac = text.contains('\r') && !text.contains('\n');
        Ok(if old_mac { text.replace('\r', "\n") } else { text })
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

/// How to read UTF-16 that lacks its byte-order mark: nearly every other byte of Latin letters is NUL.
fn utf16_without_mark(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    const LOOK: usize = 4_096;
    let head = &bytes[..bytes.len().min(LOOK) & !1];
    let nuls = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (nuls(0), nuls(1), head.len() / 2);
    let many = |count: usize| pairs >= 4 && count * 10 >= pairs * 8;
    match (many(even), many(odd)) {
        (true, false) if odd == 0 => Some(u16::from_be_bytes),
        (false, true) if even == 0 => Some(u16::from_le_bytes),
        _ => None,
    }
}

/// What windows-1252 reads in the bytes 0x80 to 0x9F; its five holes stand for themselves.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The byte that windows-1252, or Latin-1, reads as this character.
fn byte_of_windows_1252(c: char) -> Option<u8> {
    match HIGH.iter().position(|&high| high == c) {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    }
}

fn windows_1252(byte: u8) -> char {
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
        assert_eq!(decode(&utf16(u16::to_le_bytes)).as_deref(), Ok(text), "no mark");
        assert_eq!(decode(&utf16(u16::to_be_bytes)).as_deref(), Ok(text), "no mark");
        let windows = b"Charg\xE9\xB7e d\x92\xE9tude \x96 800 \x80\r\n\xC0 S\xE8te";
        assert_eq!(decode(windows).as_deref(), Ok(text));
    }

    #[test]
    fn stray_bytes_do_not_spoil_the_rest() {
        assert_eq!(decode("été \u{e9}".as_bytes()).as_deref(), Ok("été é"));
        assert_eq!(decode(b"\xC3\xA9t\xC3\xA9 \xE9").as_deref(), Ok("été é"));
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line_where_no_line_feed_does() {
        assert_eq!(decode(b"Un\rDeux").as_deref(), Ok("Un\nDeux"));
        assert_eq!(decode(b"Un\r\nDeux").as_deref(), Ok("Un\r\nDeux"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(Box::new(diagnostic::empty_file("offre.txt"))));
        assert_eq!(decode(b" \n\t\r\n"), Err(Box::new(diagnostic::empty_file("offre.txt"))));
        assert_eq!(decode(b"&nbsp;"), Err(Box::new(diagnostic::empty_file("offre.txt"))));
        assert_eq!(decode(b"\x89PNG\0\0\0"), Err(Box::new(diagnostic::binary_file("offre.txt"))));
    }
}
