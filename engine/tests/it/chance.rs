//! Chance that falls the same way on every run: what the law tests draw their cases from.

/// A source of numbers, by Marsaglia's xorshift.
pub(crate) struct Chance(u64);

impl Chance {
    /// The source of that name.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound
    }

    /// One of `all`, which is not empty.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// One of `all`, or none, as often as any of them.
    pub(crate) fn maybe<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len() + 1)).copied()
    }

    /// Some of `all`, few.
    pub(crate) fn some<T: Copy>(&mut self, all: &[T]) -> Vec<T> {
        (0..self.below(3)).filter_map(|_| self.maybe(all)).collect()
    }

    /// A text of up to `most` pieces.
    pub(crate) fn text(&mut self, pieces: &[&str], most: usize) -> String {
        (0..self.below(most + 1)).map(|_| self.pick(pieces)).collect()
    }

    /// The text spoilt in a few places, as a copy by hand, a bad export or malice spoils it.
    pub(crate) fn spoil(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..1 + self.below(6) {
            let (one, other) = (self.boundary(&text), self.boundary(&text));
            let (start, end) = (one.min(other), one.max(other));
            let near = text.floor_char_boundary(start + (end - start).min(80));
            match self.below(6) {
                0 => text.truncate(start),
                1 => text.replace_range(start..near.max(start), ""),
                2 => text.insert_str(start, SPOILS[self.below(SPOILS.len())]),
                3 => {
                    let piece = text[start..end].to_owned();
                    text.insert_str(end, &piece);
                }
                4 => text = [&text[end..], &text[start..end], &text[..start]].concat(),
                _ => {
                    let lines: Vec<&str> = text.lines().collect();
                    let line = lines.get(self.below(lines.len().max(1))).copied().unwrap_or("");
                    text = format!("{text}\n{line}\n{line}\n");
                }
            }
            text.truncate(text.floor_char_boundary(20_000));
        }
        text
    }

    /// The bytes with some of them changed: no UTF-8 any more, most often.
    pub(crate) fn spoil_bytes(&mut self, text: &str) -> Vec<u8> {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..bytes.len().min(1 + self.below(8)) {
            let at = self.below(bytes.len());
            bytes[at] = self.below(256) as u8;
        }
        bytes
    }

    /// A place between two characters.
    fn boundary(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }
}

/// What should not stand in a text, and does.
const SPOILS: &[&str] = &[
    "\0",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200f}",
    "\u{fffd}",
    "\u{301}",
    "\r",
    "\n\n\n",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "31/02/2026",
    "99999999999999999999",
    "-----\n",
    "**",
    "# ",
    "- ",
    "1. ",
    " : ",
];

/// Pieces of which texts are drawn that try a reader's patience.
pub(crate) const PIECES: &[&str] = &[
    "stage",
    "chargé",
    "·e",
    ".e.s",
    "(e)",
    "-e-s",
    "/trice",
    "directeur",
    "l’",
    "d'",
    "aujourd'hui",
    "Œuvre",
    "bac",
    " + 5",
    "+5",
    "c++",
    "r&d",
    "bio-",
    "Rennes",
    "la",
    " ",
    " ",
    " ",
    "\n",
    "\n# ",
    "- ",
    "e\u{301}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "😀",
    "\0",
    ".*",
    "[a-z]+(",
    "\\",
    "ß",
    "İ",
    "中文",
    "·",
    "•",
    "'",
    "(",
    ")",
    "(s)",
    "&",
    "@",
    "_",
    "#",
    "++",
    "75011",
    "Les",
    "é",
    "jardins.org",
];
