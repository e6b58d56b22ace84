//! Sets of offers, a bit for each.

/// A set of offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of `count` offers.
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// Those of `count` offers of which `holds` is true.
    #[inline]
    pub(super) fn of(count: usize, mut holds: impl FnMut(usize) -> bool) -> Self {
        let mut bits = Self::none(count);
        for (at, word) in bits.0.iter_mut().enumerate() {
            for offer in at * 64..count.min(at * 64 + 64) {
                *word |= u64::from(holds(offer)) << (offer % 64);
            }
        }
        bits
    }

    pub(super) fn holds(&self, offer: usize) -> bool {
        self.0.get(offer / 64).is_some_and(|word| word >> (offer % 64) & 1 == 1)
    }

    /// Keeps those that are in both.
    pub(super) fn keep(&mut self, other: &Self) {
        let others = other.0.iter().copied().chain(std::iter::repeat(0));
        self.0.iter_mut().zip(others).for_each(|(word, other)| *word &= other);
    }

    /// Adds those of the other.
    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many are in both.
    pub(super) fn count_both(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// Calls `see` with each offer of the set, in order.
    #[inline]
    pub(super) fn each(&self, mut see: impl FnMut(usize)) {
        for (at, &word) in self.0.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                see(at * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn sets_do_what_sets_do() {
        for count in [0, 1, 63, 64, 65, 130] {
            let all = Bits::of(count, |_| true);
            assert_eq!(all.count() as usize, count);
            let listed = |bits: &Bits| {
                let mut offers = Vec::new();
                bits.each(|offer| offers.push(offer));
                offers
            };
            assert!(listed(&all).into_iter().eq(0..count));
            let odd = Bits::of(count, |offer| offer % 2 == 1);
            assert!(listed(&odd).into_iter().eq((0..count).filter(|offer| offer % 2 == 1)));
            assert_eq!(odd.count_both(&all), odd.count());
            let mut left = all.clone();
            left.keep(&odd);
            assert_eq!(left, odd);
            left.add(&all);
            assert_eq!(left, all);
            assert!(!odd.holds(0) && !all.holds(count));
        }
    }
}
