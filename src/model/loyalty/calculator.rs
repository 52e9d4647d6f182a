//! The claims that are sums: what a ratio means with one's own numbers.
//!
//! *Question.* If a satisfied customer buys six times as often, a new one costs eight times as much,
//! one call in two succeeds: what is that in customers and money for us?
//!
//! *Formula.* One multiplication or division each; the type says which.
//!
//! *Source.* The claims and what they stand on: [`Claim`](super::Claim).
//!
//! *Example.*
//! ```
//! use customer_value::model::loyalty::calculator::Replacement;
//!
//! // A hundred lost customers; keeping one costs 50, winning one eight times that, or five times.
//! let extra = |multiple| Replacement::new(100.0, 50.0, multiple).map(|lost| lost.extra());
//! assert_eq!((extra(8.0), extra(5.0)), (Some(35_000.0), Some(20_000.0)));
//! ```
//!
//! *Not for* showing that a claim is true: they take it as given.

use crate::model::bounds::{is_amount, is_share, ratio};

/// Customers who are moved from satisfied to very satisfied (claim 1:6).
///
/// A chance cannot exceed 1, so that a multiple *k* can be true only if satisfied customers buy
/// again with a chance of at most `1/k`: 16.7 % for six times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MovedUp {
    customers: f64,
    base: f64,
    multiple: f64,
}

impl MovedUp {
    /// So many `customers`, of whom a share `base` bought again before, and `multiple` times as many
    /// do now. None where one is out of its range or more than all would have to buy.
    pub fn new(customers: f64, base: f64, multiple: f64) -> Option<Self> {
        let sound = is_amount(customers) && is_share(base) && is_amount(multiple);
        let possible = base * multiple <= 1.0 + 1e-12;
        (sound && possible).then_some(Self { customers, base, multiple })
    }

    /// Share of them who buy again now.
    pub fn chance(&self) -> f64 {
        (self.base * self.multiple).min(1.0)
    }

    /// Purchases more than before, from each one purchase at most.
    pub fn purchases(&self) -> f64 {
        self.customers * (self.chance() - self.base)
    }

    /// The highest base at which `multiple` can be true; none unless it is above 1.
    pub fn highest_base(multiple: f64) -> Option<f64> {
        ratio(1.0, multiple).filter(|base| *base > 0.0 && *base < 1.0)
    }
}

/// Customers who are lost and replaced instead of kept (claims 1:8 and 1:5).
///
/// What matters is one's own ratio of the two costs per customer. Keeping has a cost for every
/// customer, also for those who would have stayed anyway; compare like with like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Replacement {
    customers: f64,
    keeping: f64,
    multiple: f64,
}

impl Replacement {
    /// So many `customers`, each of whom costs `keeping` to keep and `multiple` times that to win.
    /// None where one is negative or not a number.
    pub fn new(customers: f64, keeping: f64, multiple: f64) -> Option<Self> {
        let sound = is_amount(customers) && is_amount(keeping) && is_amount(multiple);
        sound.then_some(Self { customers, keeping, multiple })
    }

    /// What it costs to win one.
    pub fn winning(&self) -> f64 {
        self.keeping * self.multiple
    }

    /// What replacing them all costs more than keeping them would have.
    pub fn extra(&self) -> f64 {
        self.customers * (self.winning() - self.keeping)
    }
}

/// Calls that lead to sales (claim 50 % : 15 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calls {
    chance: f64,
    cost: f64,
}

impl Calls {
    /// A call sells with this `chance`, above 0 up to 1, and costs so much. None where one is out of
    /// its range, or the chance so small that nothing could be counted.
    pub fn new(chance: f64, cost: f64) -> Option<Self> {
        let sound = (1e-12..=1.0).contains(&chance) && is_amount(cost);
        sound.then_some(Self { chance, cost })
    }

    /// Calls needed on average for so many `sales`.
    pub fn needed(&self, sales: f64) -> Option<f64> {
        is_amount(sales).then_some(sales / self.chance)
    }

    /// What a sale costs.
    pub fn cost_of_sale(&self) -> f64 {
        self.cost / self.chance
    }
}

/// New customers who come by recommendation (claim 60 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recommended {
    customers: f64,
    share: f64,
    cost: f64,
}

impl Recommended {
    /// So many new `customers`, a `share` of whom were recommended, where winning one otherwise has a
    /// `cost`. None where one is out of its range.
    pub fn new(customers: f64, share: f64, cost: f64) -> Option<Self> {
        let sound = is_amount(customers) && is_share(share) && is_amount(cost);
        sound.then_some(Self { customers, share, cost })
    }

    /// How many were recommended.
    pub fn recommended(&self) -> f64 {
        self.customers * self.share
    }

    /// Acquisition cost saved, if a recommendation costs nothing.
    pub fn saved(&self) -> f64 {
        self.recommended() * self.cost
    }

    /// How many each of `present` customers must bring for the share to be true; none without
    /// customers.
    pub fn needed_from_each(&self, present: f64) -> Option<f64> {
        ratio(self.recommended(), present).filter(|_| present > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::loyalty::Claim;

    #[test]
    fn row_b1_customers_moved_up() {
        let figure = Claim::RepeatPurchase.figures()[0].value;
        let moved = MovedUp::new(100.0, 0.1, figure).unwrap();
        assert!((moved.chance() - 0.6).abs() < 1e-12);
        assert!((moved.purchases() - 50.0).abs() < 1e-9);
        // True only if satisfied customers buy again with one chance in six at most.
        assert_eq!(MovedUp::highest_base(6.0), Some(1.0 / 6.0));
        assert_eq!(MovedUp::new(100.0, 1.0 / 6.0, 6.0).map(|m| m.chance()), Some(1.0));
        assert_eq!(MovedUp::new(100.0, 0.2, 6.0), None);
        assert_eq!(MovedUp::highest_base(1.0), None);
    }

    #[test]
    fn rows_b3_and_b4_replacing_the_lost() {
        let extra: Vec<f64> = Claim::CostOfWinning
            .figures()
            .iter()
            .map(|figure| Replacement::new(100.0, 50.0, figure.value).unwrap().extra())
            .collect();
        assert_eq!(extra, [35_000.0, 20_000.0]);
        assert_eq!(Replacement::new(100.0, 50.0, 8.0).unwrap().winning(), 400.0);
        assert_eq!(Replacement::new(-1.0, 50.0, 8.0), None);
    }

    #[test]
    fn row_b6_calls_for_a_sale() {
        let [customer, stranger] = [0.5, 0.15].map(|chance| Calls::new(chance, 80.0).unwrap());
        assert_eq!(customer.needed(30.0), Some(60.0));
        assert!((stranger.needed(30.0).unwrap() - 200.0).abs() < 1e-9);
        assert_eq!(customer.cost_of_sale(), 160.0);
        assert!((stranger.cost_of_sale() - 533.33).abs() < 0.005);
        assert_eq!(Calls::new(0.0, 80.0), None);
        assert_eq!(customer.needed(f64::NAN), None);
    }

    #[test]
    fn row_b9_recommended_customers() {
        let mix = Recommended::new(200.0, 0.6, 400.0).unwrap();
        assert_eq!(mix.recommended(), 120.0);
        assert_eq!(mix.saved(), 48_000.0);
        assert_eq!(mix.needed_from_each(1_000.0), Some(0.12));
        assert_eq!(mix.needed_from_each(0.0), None);
        assert_eq!(Recommended::new(200.0, 1.6, 400.0), None);
    }
}
