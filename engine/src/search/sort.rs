//! The library's sort, compiled once: each type that it sorts costs the widget kilobytes, so numbers stand for what is sorted.

use std::cmp::Ordering;

/// Sorts numbers by what they stand for.
#[inline(never)]
pub(super) fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|&one, &other| compare(one, other));
}
