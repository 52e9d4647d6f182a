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
    fn no_customers_are_a_cohort_too() {
        let none = Cohort::new([]);
        assert_eq!((none.customers(), none.typical_age(), none.mean(|_| 1.0)), (0, 1.0, None));
    }
}
