//! Which short runs of letters a text holds, as a set of bits: whether a literal can stand in it at all is then asked
//! without reading the text again.

/// How many bits the set has.
const BITS: usize = 1 << 16;

/// The runs of one to four bytes of a text; now and then one that it does not hold.
#[derive(Clone, Debug)]
pub(crate) struct Grams {
    bits: Vec<u64>,
}

impl Grams {
    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut bits = vec![0; BITS / 64];
        // The four last bytes.
        let mut last = 0_u32;
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            last = last << 8 | u32::from(byte);
            for length in 1..=(at + 1).min(4) {
                let bit = bit(last & mask(length), length);
                bits[bit / 64] |= 1 << (bit % 64);
            }
        }
        Self { bits }
    }

    /// Whether the text may hold the literal; if it does hold it, it may.
    pub(crate) fn may_hold(&self, literal: &str) -> bool {
        let bytes = literal.as_bytes();
        let has = |run: &[u8]| {
            let value = run.iter().fold(0, |value, &byte| value << 8 | u32::from(byte));
            let bit = bit(value, run.len());
            self.bits[bit / 64] >> (bit % 64) & 1 == 1
        };
        match bytes.len() {
            0 => true,
            1..=3 => has(bytes),
            _ => bytes.windows(4).all(has),
        }
    }
}

fn mask(length: usize) -> u32 {
    u32::MAX >> (32 - 8 * length)
}

fn bit(run: u32, length: usize) -> usize {
    let mixed = (run ^ (length as u32) << 29).wrapping_mul(0x9E37_79B1);
    (mixed >> 16) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_holds_it_may_hold() {
        let text = "poste a pourvoir a rennes, 1 300 €";
        let grams = Grams::of(text);
        for start in 0..text.len() {
            for end in start..text.len() {
                let Some(piece) = text.get(start..end) else { continue };
                assert!(grams.may_hold(piece), "{piece}");
            }
        }
        for other in ["stage", "@", "teletravail", "zz"] {
            assert!(!grams.may_hold(other), "{other}");
        }
    }
}
