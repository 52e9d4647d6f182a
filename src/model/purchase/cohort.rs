//! The histories of many customers, equal ones counted together.

use super::History;

/// Customers with one and the same history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Their history.
    pub history: History,
    /// How many they are.
    pub customers: u32,
}

/// The histories of many customers.
///
/// Equal histories are merged, and the groups stand in an order of their own, so that what is
/// computed from a cohort depends neither on the order of the customers nor, where times are whole
/// days, much on their number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cohort {
    groups: Vec<Group>,
    customers: u64,
    repeaters: u64,
    typical_age: f64,
}

impl Cohort {
    /// Gathers the histories of customers.
    pub fn new(histories: impl IntoIterator<Item = History>) -> Self {
        let one = |history| Group { history, customers: 1 };
        Self::of_groups(histories.into_iter().map(one).collect())
    }

    /// Gathers groups of customers.
    pub fn of_groups(mut groups: Vec<Group>) -> Self {
        // Times are not negative, and then their bits are in the order of the numbers.
        groups.sort_unstable_by_key(|group| {
            let History { repeats, recency, age } = group.history;
            (repeats, age.to_bits(), recency.to_bits())
        });
        groups.dedup_by(|next, first| {
            let sum = first.customers.checked_add(next.customers);
            let merges = next.history == first.history && sum.is_some();
            first.customers = if merges { sum.unwrap_or_default() } else { first.customers };
            merges
        });
        let sum = |of: &dyn Fn(&Group) -> bool| {
            groups.iter().filter(|group| of(group)).map(|group| u64::from(group.customers)).sum()
        };
        let customers: u64 = sum(&|_| true);
        let repeaters = sum(&|group| group.history.repeats > 0);
        let ages: f64 = groups.iter().map(|g| g.history.age * f64::from(g.customers)).sum();
        let mean = ages / customers as f64;
        let typical_age = if mean > 0.0 { mean } else { 1.0 };
        Self { groups, customers, repeaters, typical_age }
    }

    /// About `size` customers, taken evenly out of all in their order; all of them where there are
    /// no more.
    pub fn sample(&self, size: u64) -> Self {
        if size >= self.customers {
            return self.clone();
        }
        let step = self.customers as f64 / size as f64;
        // The customers whose number is the first at or after a half, one and a half, … steps.
        let taken_before = |number: u64| libm::floor(number as f64 / step + 0.5);
        let mut number = 0;
        let mut groups = Vec::new();
        for group in &self.groups {
            let before = taken_before(number);
            number += u64::from(group.customers);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most as many
            let customers = (taken_before(number) - before) as u32;
            if customers > 0 {
                groups.push(Group { customers, ..*group });
            }
        }
        Self::of_groups(groups)
    }

    /// The groups, by repeat purchases, age and recency.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many customers there are.
    pub const fn customers(&self) -> u64 {
        self.customers
    }

    /// How many of them came back at least once.
    pub const fn repeaters(&self) -> u64 {
        self.repeaters
    }

    /// Their mean age, by which times are measured where a search needs to know what is large; 1
    /// where all ages are zero.
    pub const fn typical_age(&self) -> f64 {
        self.typical_age
    }

    /// The mean of `quantity` over all customers; none without customers.
    pub fn mean(&self, quantity: impl Fn(&History) -> f64) -> Option<f64> {
        let all = self.groups.iter();
        let sum: f64 = all.map(|g| quantity(&g.history) * f64::from(g.customers)).sum();
        (self.customers > 0).then(|| sum / self.customers as f64)
    }
}

impl FromIterator<History> for Cohort {
    fn from_iter<I: IntoIterator<Item = History>>(histories: I) -> Self {
        Self::new(histories)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(repeats: u32, recency: f64, age: f64) -> History {
        History::new(repeats, recency, age).unwrap()
    }

    #[test]
    fn equal_histories_are_counted_together_in_whatever_order() {
        let (a, b, c) = (history(2, 3.0, 9.0), history(0, 0.0, 9.0), history(2, 4.0, 9.0));
        let cohort: Cohort = [a, b, c, b, a, b].into_iter().collect();
        let counted: Vec<_> = cohort.groups().iter().map(|g| (g.history, g.customers)).collect();
        assert_eq!(counted, [(b, 3), (a, 2), (c, 1)]);
        assert_eq!((cohort.customers(), cohort.repeaters()), (6, 3));
        assert_eq!((cohort.typical_age(), cohort.mean(History::recency)), (9.0, Some(10.0 / 6.0)));
        assert_eq!(Cohort::new([b, b, b, c, a, a]), cohort);
    }

    #[test]
    fn a_sample_is_spread_evenly_over_all() {
        let all = Cohort::new((0..1000).map(|k| history(k / 10, f64::from(k / 10), 200.0)));
        let sample = all.sample(100);
        assert_eq!((all.groups().len(), sample.customers()), (100, 100));
        assert!(sample.groups().iter().all(|group| group.customers == 1));
        assert_eq!((all.sample(7).customers(), all.sample(0).customers()), (7, 0));
        assert_eq!((all.sample(1000), all.sample(5000)), (all.clone(), all));
    }

    #[test]
    fn no_customers_are_a_cohort_too() {
        let none = Cohort::new([]);
        assert_eq!((none.customers(), none.typical_age(), none.mean(|_| 1.0)), (0, 1.0, None));
    }
}
