//! The few customers to name: the most valuable, and those who are worth a call.

use super::answer::Standout;
use super::base::{Base, Judged};

/// How many of each are named.
const NAMED: usize = 3;
/// Up to this chance of still being there a customer is in doubt.
const DOUBT: f64 = 0.75;

impl Base {
    /// The most valuable customers, and those in doubt with whom most would be lost: worth times
    /// the chance that they have left. It is most at even odds, and little where they have surely
    /// left, so that a call still helps.
    pub(super) fn standouts(&self, judged: &Judged) -> [Vec<Standout>; 2] {
        let Judged { alive, expected, value } = judged;
        let worth = value.as_ref().unwrap_or(expected);
        let at_stake = |k: usize| if alive[k] > DOUBT { 0.0 } else { worth[k] * (1.0 - alive[k]) };
        let standout = |k: usize| {
            let customer = &self.summary.customers()[k];
            Standout {
                name: self.ledger.name(customer.id).to_owned(),
                alive: alive[k],
                silence: customer.silence(),
                worth: value.as_ref().map(|value| value[k]),
            }
        };
        let tops = [largest(worth.len(), |k| worth[k]), largest(worth.len(), at_stake)];
        tops.map(|top| top.into_iter().map(standout).collect())
    }
}

/// The places of the largest of some numbers above zero, the largest first.
fn largest(count: usize, number: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut top: Vec<(f64, usize)> = Vec::with_capacity(NAMED + 1);
    for (number, k) in (0..count).map(|k| (number(k), k)).filter(|(number, _)| *number > 0.0) {
        let place = top.partition_point(|(other, _)| *other >= number);
        if place < NAMED {
            top.insert(place, (number, k));
            top.truncate(NAMED);
        }
    }
    top.into_iter().map(|(_, k)| k).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_in_order_and_nothing_below_zero() {
        let numbers = [2.0, 9.0, -1.0, f64::NAN, 9.0, 0.0, 4.0, 1.0];
        assert_eq!(largest(numbers.len(), |k| numbers[k]), [1, 4, 6]);
        assert_eq!(largest(1, |k| numbers[k]), [0]);
        assert!(largest(0, |_| 1.0).is_empty());
    }
}
