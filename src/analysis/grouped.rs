//! Customers with equal histories, worked out once.

use crate::model::purchase::History;

/// The different histories of some customers, and which of them each customer has.
#[derive(Clone, Debug, Default)]
pub(super) struct Grouped {
    histories: Vec<History>,
    of: Vec<u32>,
}

impl Grouped {
    pub fn new(all: &[History]) -> Self {
        let key = |history: &History| {
            (history.repeats(), history.age().to_bits(), history.recency().to_bits())
        };
        let mut order: Vec<u32> = (0..).take(all.len()).collect();
        order.sort_unstable_by_key(|k| key(&all[*k as usize]));
        let (mut histories, mut of) = (Vec::<History>::new(), vec![0; all.len()]);
        for k in order {
            let history = all[k as usize];
            if histories.last() != Some(&history) {
                histories.push(history);
            }
            of[k as usize] = u32::try_from(histories.len() - 1).unwrap_or(u32::MAX);
        }
        Self { histories, of }
    }

    /// What `quantity` is for each different history.
    pub fn map<T>(&self, quantity: impl Fn(&History) -> T) -> Vec<T> {
        self.histories.iter().map(quantity).collect()
    }

    /// Which of the different histories the customer in place `k` has.
    pub fn of(&self, k: usize) -> usize {
        self.of[k] as usize
    }
}
