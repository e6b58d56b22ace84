//! Work shared among the machine's processors, its results in the order of the work.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

/// What `work` makes of each item, in the order of the items, whoever did it.
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let workers = processors.min(items.len());
    if workers < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(take)).collect();
        let results = workers.into_iter().map(|worker| worker.join());
        results
            .flat_map(|done| done.unwrap_or_else(|panicked| panic::resume_unwind(panicked)))
            .collect()
    });
    done.sort_unstable_by_key(|&(at, _)| at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_work() {
        let items: Vec<u64> = (0..500).collect();
        // The first ones take longest.
        let slow =
            |&item: &u64| (0..(500 - item) * 50).fold(item, |sum, _| sum.wrapping_mul(1)) * 2;
        assert_eq!(map(&items, slow), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(map(&[], slow).is_empty());
    }

    #[test]
    #[should_panic(expected = "no such offer")]
    fn a_panic_is_the_caller_s() {
        map(&[1, 2, 3], |&item| assert!(item < 3, "no such offer"));
    }
}
