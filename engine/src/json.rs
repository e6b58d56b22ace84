//! JSON read into one general value: all that the widget needs of it, in a tenth of a library's weight.
//!
//! It reads what RFC 8259 calls JSON and nothing else; numbers are exact up to 2⁵³ and twenty-two decimals, as far as
//! any that an offer states. Writing is serde's, where offers are compiled.

use std::fmt;

/// How deep values may lie in each other: one that lies deeper is no dataset.
const DEEPEST: u32 = 64;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text, its escapes resolved.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object's members, as they come.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A member of an object; `Null` where there is none.
    pub fn get(&self, key: &str) -> &Self {
        let Self::Object(members) = self else { return &Self::Null };
        members.iter().find(|(name, _)| name == key).map_or(&Self::Null, |(_, value)| value)
    }

    /// The text that it is.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none where it is no list.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

/// What is no JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The byte at which no reading goes on.
    pub at: u32,
}

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no JSON at byte {}", self.at)
    }
}

impl std::error::Error for Malformed {}

/// Reads one value, with nothing but space around it.
///
/// # Errors
/// Where the text stops being JSON, or lies deeper than any dataset.
pub fn read(json: &str) -> Result<Value, Malformed> {
    let mut reader = Reader { json, at: 0 };
    let whole = reader.value(0).filter(|_| {
        reader.skip_space();
        reader.at == json.len()
    });
    whole.ok_or(Malformed { at: reader.at as u32 })
}

struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Whether `byte` comes next, space left out; it is passed then.
    fn take(&mut self, byte: u8) -> bool {
        self.skip_space();
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        self.skip_space();
        match self.peek()? {
            _ if depth == DEEPEST => None,
            b'"' => self.text().map(Value::Text),
            b'[' => {
                let mut list = Vec::new();
                self.items(b']', |reader| {
                    list.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Value::List(list))
            }
            b'{' => {
                let mut members = Vec::new();
                self.items(b'}', |reader| {
                    reader.skip_space();
                    let key = reader.text()?;
                    reader.expect(b':')?;
                    members.push((key, reader.value(depth + 1)?));
                    Some(())
                })?;
                Some(Value::Object(members))
            }
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            _ => self.number().map(Value::Number),
        }
    }

    /// What stands between a bracket and `end`, parted by commas.
    fn items(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        if self.take(end) {
            return Some(());
        }
        loop {
            item(self)?;
            if !self.take(b',') {
                return self.expect(end);
            }
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let rest = &self.json.as_bytes()[self.at..];
        rest.starts_with(word.as_bytes()).then(|| {
            self.at += word.len();
            value
        })
    }

    fn text(&mut self) -> Option<String> {
        if self.peek() != Some(b'"') {
            return None;
        }
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            // What ends a run is ASCII, so that the run ends between characters.
            while self.peek()? >= b' ' && !matches!(self.peek()?, b'"' | b'\\') {
                self.at += 1;
            }
            text.push_str(&self.json[start..self.at]);
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(text);
                }
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        self.at += 1;
        let mark = self.peek()?;
        if mark == b'u' {
            return self.unicode();
        }
        self.at += 1;
        Some(match mark {
            b'"' | b'\\' | b'/' => mark as char,
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            _ => {
                self.at -= 1;
                return None;
            }
        })
    }

    /// `u00e9`, or the two halves of a character beyond the sixteen bits; a half alone is replaced, as browsers do.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&first) {
            return Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let after = self.at;
        if self.json.as_bytes()[after..].starts_with(b"\\u") {
            self.at += 1;
            let second = self.hexadecimal()?;
            if (0xdc00..0xe000).contains(&second) {
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            self.at = after;
        }
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.json.as_bytes().get(self.at + 1..self.at + 5)?;
        let mut code = 0;
        for &digit in digits {
            code = code * 16 + (digit as char).to_digit(16)?;
        }
        self.at += 5;
        Some(code)
    }

    fn number(&mut self) -> Option<f64> {
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let leading_zero = self.peek() == Some(b'0');
        let (mut digits, mut scale) = (0, 0);
        if self.digits(&mut digits, &mut scale, false)? > 1 && leading_zero {
            return None;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits(&mut digits, &mut scale, true)?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let below = self.peek() == Some(b'-');
            self.at += usize::from(below || self.peek() == Some(b'+'));
            let mut power = 0;
            self.digits(&mut power, &mut 0, false)?;
            // Beyond every number that can be: one tenth of it is as good.
            let power = power.min(1_000) as i32;
            scale += if below { power } else { -power };
        }
        let value = scaled(digits as f64, scale);
        Some(if negative { -value } else { value })
    }

    /// Reads digits onto `value`, which stands for `value / 10^scale`, and says how many there are: one at least. Those
    /// that no longer fit only move the point.
    fn digits(&mut self, value: &mut u64, scale: &mut i32, decimals: bool) -> Option<usize> {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            let fits = *value < u64::MAX / 10;
            if fits {
                *value = *value * 10 + u64::from(digit - b'0');
            }
            match (decimals, fits) {
                (true, true) => *scale += 1,
                (false, false) => *scale -= 1,
                _ => {}
            }
        }
        (self.at > start).then(|| self.at - start)
    }
}

/// `value / 10^scale`: as near as a division can be, since both are exact as long as they are small.
fn scaled(value: f64, scale: i32) -> f64 {
    let mut power = 1.0;
    for _ in 0..scale.unsigned_abs().min(700) {
        power *= 10.0;
    }
    if scale < 0 { value * power } else { value / power }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_kind() {
        let json = r#" {"a":[1,-2.5,3e2,0.303,1E-2],"b":"é\n\u00e9\ud83c\udf31\/","c":null,"d":true,"e":{},"f":[],"g":false} "#;
        let number = Value::Number;
        let text = |text: &str| text.to_owned();
        let numbers = [1.0, -2.5, 300.0, 0.303, 0.01].map(number);
        assert_eq!(
            read(json),
            Ok(Value::Object(vec![
                (text("a"), Value::List(numbers.into())),
                (text("b"), Value::Text(text("é\né🌱/"))),
                (text("c"), Value::Null),
                (text("d"), Value::Bool(true)),
                (text("e"), Value::Object(Vec::new())),
                (text("f"), Value::List(Vec::new())),
                (text("g"), Value::Bool(false)),
            ]))
        );
    }

    #[test]
    fn what_is_no_json_is_refused_where_it_ends() {
        for (json, at) in [
            ("", 0),
            ("[1,]", 3),
            ("{\"a\" 1}", 5),
            ("[1 2]", 3),
            ("\"a", 2),
            ("\"\\x\"", 2),
            ("\"\n\"", 1),
            ("\"\\u00g0\"", 2),
            ("01", 2),
            ("-", 1),
            ("1.", 2),
            ("nul", 0),
            ("{} {}", 3),
            ("<!doctype html>", 0),
        ] {
            assert_eq!(read(json), Err(Malformed { at }), "{json}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(read(&deep), Err(Malformed { at: DEEPEST }));
    }

    #[test]
    fn halves_of_characters_are_replaced() {
        let replaced = |text: &str| Ok(Value::Text(text.to_owned()));
        assert_eq!(read(r#""\ud83c-""#), replaced("\u{fffd}-"));
        assert_eq!(read(r#""\ud83c\u00e9""#), replaced("\u{fffd}é"));
        assert_eq!(read(r#""\udf31""#), replaced("\u{fffd}"));
    }

    #[test]
    fn numbers_are_those_of_the_library() {
        for number in [
            "0",
            "46.583",
            "-61.551",
            "1234567.891",
            "0.1",
            "12.5",
            "1e21",
            "2.5E-3",
            "1e999",
            "-0.0",
            "123456789012345678901234567890",
        ] {
            assert_eq!(read(number).ok(), number.parse().ok().map(Value::Number), "{number}");
        }
    }
}
