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
    pub(super) fn of(count: usize, mut holds: impl FnMut(usize) -> bool) -> Self {
        let word = |start: usize| {
            let offers = start..count.min(start + 64);
            offers.fold(0, |word, offer| word | u64::from(holds(offer)) << (offer - start))
        };
        Self((0..count).step_by(64).map(word).collect())
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

    /// The offers of the set, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, &word)| {
            let next = move |left: &u64| Some(left & (left - 1)).filter(|&left| left != 0);
            let lefts = std::iter::successors(Some(word).filter(|&word| word != 0), next);
            lefts.map(move |left| at * 64 + left.trailing_zeros() as usize)
        })
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
            assert!(all.iter().eq(0..count));
            let odd = Bits::of(count, |offer| offer % 2 == 1);
            assert!(odd.iter().eq((0..count).filter(|offer| offer % 2 == 1)));
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
