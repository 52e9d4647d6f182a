//! Customers who may skip a period and come back: value by how long ago they last bought.
//!
//! *Question.* A mail-order customer has not bought for three periods. Is another catalogue worth
//! sending, and what is the customer worth now?
//!
//! *Assumes* that the chance to buy depends on nothing but recency, the number of periods since the
//! last purchase, and that whoever has not bought within the last recency is lost for good.
//!
//! *Formula.* With *NC* the contribution of a purchase, *M* the cost of promotion, `pₖ` the chance
//! to buy at recency *k*, and *d* the discount rate a period, the values solve
//! `Vₖ = −M + (pₖ·(NC + V₁′) + (1−pₖ)·Vₖ₊₁)/(1+d)`, or in matrices `V = (I − P/(1+d))⁻¹·R` with
//! `R = (NC−M, −M, …, −M, 0)`: recency 1 is the state of one who has just bought, the contribution
//! included. Since every way leads to recency 1, one unknown is enough: each value is
//! `aₖ + bₖ·V₁`, from the last state backwards.
//!
//! *Source.* Pfeifer & Carraway, "Modeling Customer Relationships as Markov Chains" (2000); the
//! idea of migration from Dwyer, "Customer Lifetime Valuation to Support Marketing Decision
//! Making" (1989), and case 5 of Berger & Nasr (1998). Jackson calls these customers *always a
//! share*, against *lost for good* in [`lifetime`](super::lifetime).
//!
//! *Example.*
//! ```
//! use customer_value::model::migration::Migration;
//!
//! let catalogue = Migration::new(40.0, 4.0, 0.2, &[0.3, 0.2, 0.15, 0.05])?;
//! assert!((catalogue.values()[0] - 52.32).abs() < 0.005);
//! // One who has not bought for four periods costs more than he will bring: stop at three.
//! assert_eq!(catalogue.worth_promoting(), 3);
//! # Ok::<(), customer_value::model::migration::MigrationError>(())
//! ```
//!
//! *Not for* customers whose chances differ for other reasons than recency: frequent buyers and
//! rare ones in one list need a purchase model with both.

use std::iter;

use super::bounds::{first_unsound, is_amount, is_rate, is_share, is_signed};
use crate::math::finite;

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationError {
    /// The contribution of a purchase is not a number.
    Contribution,
    /// The cost of promotion is negative or not a number.
    Promotion,
    /// The discount rate is −100 % or less, or not a number.
    Discount,
    /// The chance at this recency, counted from 0, is outside 0..1.
    Chance(usize),
    /// There is no chance at all, or more than a thousand.
    Count,
    /// Purchases never become fewer by more than the discount: the sum has no end.
    NoFiniteValue,
}

/// Customers by recency, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    contribution: f64,
    promotion: f64,
    /// What 1 after a period is worth now.
    discount: f64,
    chances: Vec<f64>,
    values: Vec<f64>,
}

impl Migration {
    /// Customers who buy with `chances[k]` at recency `k + 1`, bring `contribution` with each
    /// purchase and cost `promotion` in each period until they are lost; at `discount` a period.
    ///
    /// # Errors
    /// [`MigrationError`] names the parameter, or says that there is no finite value.
    pub fn new(
        contribution: f64,
        promotion: f64,
        discount: f64,
        chances: &[f64],
    ) -> Result<Self, MigrationError> {
        let outside = first_unsound(chances, is_share);
        let checks = [
            (is_signed(contribution), MigrationError::Contribution),
            (is_amount(promotion), MigrationError::Promotion),
            (is_rate(discount), MigrationError::Discount),
            ((1..=1_000).contains(&chances.len()), MigrationError::Count),
            (outside.is_none(), MigrationError::Chance(outside.unwrap_or(0))),
        ];
        if let Some((_, error)) = checks.into_iter().find(|(sound, _)| !sound) {
            return Err(error);
        }
        let discount = 1.0 / (1.0 + discount);
        let chances = chances.to_vec();
        let mut migration = Self { contribution, promotion, discount, chances, values: Vec::new() };
        let lines = migration.lines(migration.chances.len());
        let first = migration.first(&lines).ok_or(MigrationError::NoFiniteValue)?;
        let later = lines[1..].iter().map(|(a, b)| a + b * first);
        migration.values = iter::once(first).chain(later).chain([0.0]).collect();
        finite(migration.values.iter().sum()).ok_or(MigrationError::NoFiniteValue)?;
        Ok(migration)
    }

    /// What a customer is worth at recency 1 (just bought, that contribution included), 2, and so
    /// on; the last entry, 0, is of the lost.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The same counting only the next `periods`: `Σ (P/(1+d))ᵗ·R` for t from 0 to `periods`. None
    /// where it is beyond all numbers.
    pub fn values_over(&self, periods: u32) -> Option<Vec<f64>> {
        let mut values = self.rewards();
        for _ in 0..periods.min(100_000) {
            let next = self.step(&values);
            if next == values {
                break;
            }
            values = next;
        }
        values.iter().all(|v| v.is_finite()).then_some(values)
    }

    /// Where customers at recency 1 are after `periods`: a share for each recency, and the lost.
    pub fn shares_after(&self, periods: u32) -> Vec<f64> {
        let mut shares = vec![0.0; self.chances.len() + 1];
        shares[0] = 1.0;
        for _ in 0..periods {
            let next = self.move_on(&shares);
            if next == shares {
                break;
            }
            shares = next;
        }
        shares
    }

    /// Up to which recency promotion pays: the count of recencies to promote to that makes a
    /// customer who has just bought worth most, if whoever is given up is lost. 0 if it never pays.
    pub fn worth_promoting(&self) -> usize {
        let value = |count: usize| self.first(&self.lines(count)).unwrap_or(f64::MIN);
        let better = |best, count| if value(count) > value(best) { count } else { best };
        (0..=self.chances.len()).fold(0, better)
    }

    /// The value at each recency up to `count`, after which customers are given up, as `(a, b)` in
    /// `a + b·(value at recency 1)`; without the contribution of the last purchase.
    fn lines(&self, count: usize) -> Vec<(f64, f64)> {
        let (mut a, mut b) = (0.0, 0.0);
        let mut lines = Vec::with_capacity(count);
        for p in self.chances[..count].iter().rev() {
            a = (1.0 - p) * a * self.discount - self.promotion;
            b = (p + (1.0 - p) * b) * self.discount;
            lines.push((a, b));
        }
        lines.reverse();
        lines
    }

    /// The value at recency 1; none where the sum has no end.
    fn first(&self, lines: &[(f64, f64)]) -> Option<f64> {
        let (a, b) = lines.first().copied().unwrap_or_default();
        if b < 1.0 { finite((a + self.contribution) / (1.0 - b)) } else { None }
    }

    /// What each state brings in its period.
    fn rewards(&self) -> Vec<f64> {
        let mut rewards = vec![-self.promotion; self.chances.len()];
        rewards[0] += self.contribution;
        rewards.push(0.0);
        rewards
    }

    /// Rewards and, a period later, `values`.
    fn step(&self, values: &[f64]) -> Vec<f64> {
        let mut out = self.rewards();
        for (k, p) in self.chances.iter().enumerate() {
            out[k] += self.discount * (p * values[0] + (1.0 - p) * values[k + 1]);
        }
        out
    }

    /// Shares of the states, a period later.
    fn move_on(&self, shares: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; shares.len()];
        out[self.chances.len()] = shares[self.chances.len()];
        for (k, p) in self.chances.iter().enumerate() {
            out[0] += p * shares[k];
            out[k + 1] += (1.0 - p) * shares[k];
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Migration {
        Migration::new(40.0, 4.0, 0.2, &[0.3, 0.2, 0.15, 0.05]).unwrap()
    }

    fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(x, y)| (x - y).abs() <= tolerance)
    }

    #[test]
    fn a_long_horizon_tends_to_the_endless_one() {
        let c = catalogue();
        assert!(close(&c.values_over(400).unwrap(), c.values(), 1e-12));
        // The values solve the equations they come from.
        assert!(close(&c.step(c.values()), c.values(), 1e-12));
        assert_eq!(c.values_over(0).unwrap(), [36.0, -4.0, -4.0, -4.0, 0.0]);
    }

    #[test]
    fn shares_stay_whole() {
        let c = catalogue();
        assert!(close(&c.shares_after(1), &[0.3, 0.7, 0.0, 0.0, 0.0], 1e-15));
        assert!(close(&c.shares_after(2), &[0.09 + 0.14, 0.21, 0.56, 0.0, 0.0], 1e-15));
        assert!((c.shares_after(50).iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn promotion_stops_where_it_costs_more_than_it_brings() {
        assert_eq!(catalogue().worth_promoting(), 3);
        let shorter = Migration::new(40.0, 4.0, 0.2, &[0.3, 0.2, 0.15]).unwrap();
        assert!(shorter.values()[0] > catalogue().values()[0]);
        // Below 40 · 0.3 / 1.2 = 10 a promotion pays, above it does not.
        let at = |promotion| Migration::new(40.0, promotion, 0.2, &[0.3]).unwrap();
        assert_eq!(at(9.9).worth_promoting(), 1);
        assert_eq!(at(10.1).worth_promoting(), 0);
    }

    #[test]
    fn steady_retention_is_the_case_of_one_recency() {
        // 60 % buy again, the others are lost: contributions of the steady formula.
        let one = Migration::new(100.0, 0.0, 0.1, &[0.6]).unwrap();
        assert!((one.values()[0] - 100.0 * 1.1 / (1.1 - 0.6)).abs() < 1e-12);
    }

    #[test]
    fn refuses_the_impossible() {
        let new = |c, p, d, chances: &[f64]| Migration::new(c, p, d, chances).unwrap_err();
        assert_eq!(new(f64::NAN, 1.0, 0.1, &[0.5]), MigrationError::Contribution);
        assert_eq!(new(1.0, -1.0, 0.1, &[0.5]), MigrationError::Promotion);
        assert_eq!(new(1.0, 1.0, -1.0, &[0.5]), MigrationError::Discount);
        assert_eq!(new(1.0, 1.0, 0.1, &[0.5, 1.5]), MigrationError::Chance(1));
        assert_eq!(new(1.0, 1.0, 0.1, &[]), MigrationError::Count);
        assert_eq!(new(1.0, 1.0, 0.0, &[1.0]), MigrationError::NoFiniteValue);
        assert_eq!(new(1.0, 1.0, -0.9, &[0.5]), MigrationError::NoFiniteValue);
    }
}
