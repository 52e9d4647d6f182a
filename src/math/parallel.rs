//! Work shared among processors, with the same result on any number of them.

use std::ops::Range;

/// What `work` makes of each stretch of `size` of the numbers `0..count`, in order.
///
/// The stretches do not depend on the machine, so that a sum over them has the same bits
/// everywhere. In the browser, where there is one thread, they are worked off one after the other.
pub fn map_stretches<T: Send>(
    count: usize,
    size: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let size = size.max(1);
    let stretches = count.div_ceil(size);
    let one = |k: usize| work(k * size..count.min((k + 1) * size));
    run(stretches, &one)
}

#[cfg(target_arch = "wasm32")]
fn run<T: Send>(stretches: usize, one: &(impl Fn(usize) -> T + Sync)) -> Vec<T> {
    (0..stretches).map(one).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn run<T: Send>(stretches: usize, one: &(impl Fn(usize) -> T + Sync)) -> Vec<T> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::{iter, thread};

    let threads = thread::available_parallelism().map_or(1, usize::from).min(stretches);
    if threads < 2 {
        return (0..stretches).map(one).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let k = next.fetch_add(1, Ordering::Relaxed);
        (k < stretches).then(|| (k, one(k)))
    };
    let mut results: Vec<(usize, T)> = thread::scope(|scope| {
        let work = || iter::from_fn(take).collect::<Vec<_>>();
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut results = work();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(k, _)| *k);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_in_one_stretch_in_order() {
        for (count, size) in [(0, 3), (1, 3), (3, 3), (10, 3), (1000, 1), (5, 0)] {
            let all: Vec<usize> = map_stretches(count, size, Iterator::collect::<Vec<_>>)
                .into_iter()
                .flatten()
                .collect();
            assert_eq!(all, (0..count).collect::<Vec<_>>(), "{count} {size}");
        }
    }
}
