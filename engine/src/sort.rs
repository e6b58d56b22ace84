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

/// Sorts items that are nearly in order already: each is moved before those that should follow it. Equal ones keep their
/// order.
pub(crate) fn settle<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for new in 1..items.len() {
        let mut at = new;
        while at > 0 && compare(&items[at - 1], &items[at]) == Ordering::Greater {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{settle, sort_by};

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
            let (mut expected, mut settled) = (items.clone(), items.clone());
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, |one, other| one.0.cmp(&other.0));
            settle(&mut settled, |one, other| one.0.cmp(&other.0));
            assert_eq!((items, settled), (expected.clone(), expected));
        }
    }
}
