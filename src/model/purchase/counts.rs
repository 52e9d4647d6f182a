//! How often customers did something, for the sums of `ln Γ` that follow from it.

use super::Group;
use crate::math::special::{digamma, ln_gamma_ratio, trigamma};

/// In runs: for so many numbers from 0 up, how many customers did it more often than that.
pub(super) struct Counts(Vec<Run>);

struct Run {
    length: u32,
    customers: f64,
}

impl Counts {
    /// Counts what customers did `extra` times more than they came back; `groups` come by rising
    /// number of repeat purchases.
    pub fn new(groups: &[Group], extra: u32) -> Self {
        let (mut runs, mut from) = (Vec::new(), 0);
        let mut left: f64 = groups.iter().map(|group| f64::from(group.customers)).sum();
        for group in groups {
            let count = group.history.repeats() + extra;
            if count > from {
                runs.push(Run { length: count - from, customers: left });
                from = count;
            }
            left -= f64::from(group.customers);
        }
        Self(runs)
    }

    /// `ln Γ(a+n) − ln Γ(a)` and its two derivatives by *a*, in parts whose sum is that over all
    /// customers and their numbers *n*.
    pub fn rises(&self, a: f64) -> impl Iterator<Item = [f64; 3]> {
        let mut next = a;
        self.0.iter().map(move |run| {
            let (start, n) = (next, f64::from(run.length));
            next += n;
            let rise = if run.length == 1 {
                let share = 1.0 / start;
                [libm::log(start), share, -share * share]
            } else {
                let slope = digamma(next) - digamma(start);
                [ln_gamma_ratio(start, n), slope, trigamma(next) - trigamma(start)]
            };
            rise.map(|x| x * run.customers)
        })
    }
}
