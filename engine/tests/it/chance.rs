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
}

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
