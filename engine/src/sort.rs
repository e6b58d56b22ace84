//! The library's sort, compiled once: each type that it sorts would cost the widget kilobytes, so numbers stand for what
//! is sorted.

use std::cmp::Ordering;

/// Sorts numbers by what they stand for.
#[inline(never)]
pub(crate) fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|&one, &other| compare(one, other));
}

/// Sorts items of any type; equal ones keep their order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    sort(&mut order, &|one, other| {
        compare(&items[one as usize], &items[other as usize]).then(one.cmp(&other))
    });
    // Each place takes the item that belongs there, all along a circle of exchanges.
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = order[place] as usize;
            order[place] = place as u32;
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// Sorts items that come in a few runs, each in order: merges them two by two. Equal ones keep their order.
pub(crate) fn merge<T: Copy>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut merged = Vec::with_capacity(items.len());
    loop {
        let mut rest = &items[..];
        let run = |rest: &[T]| {
            let ends = |pair: &[T]| compare(&pair[0], &pair[1]) == Ordering::Greater;
            rest.windows(2).position(ends).map_or(rest.len(), |last| last + 1)
        };
        while !rest.is_empty() {
            let (mut one, others) = rest.split_at(run(rest));
            if merged.is_empty() && others.is_empty() {
                return;
            }
            let (mut other, after) = others.split_at(run(others));
            while let ([first, later @ ..], [second, after_second @ ..]) = (one, other) {
                if compare(second, first) == Ordering::Less {
                    merged.push(*second);
                    other = after_second;
                } else {
                    merged.push(*first);
                    one = later;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
            rest = after;
        }
        std::mem::swap(items, &mut merged);
        merged.clear();
        if items.is_empty() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{merge, sort_by};

    #[test]
    fn as_the_library_sorts() {
        let mut state = 7_u32;
        for count in 0..60 {
            let mut items: Vec<(u32, usize)> = (0..count)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, at)
                })
                .collect();
            let (mut expected, mut merged) = (items.clone(), items.clone());
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |one, other| one.0.cmp(&other.0));
            merge(&mut merged, |one, other| one.0.cmp(&other.0));
            assert_eq!((items, merged), (expected.clone(), expected));
        }
    }
}
