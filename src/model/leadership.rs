//! Market leadership: how large the first is beside those who follow.
//!
//! *Question.* One firm leads its market. How far ahead is it?
//!
//! *Formula.* The leader's share divided by the sum of the next few, and by the largest of them
//! (relative market share).
//!
//! *Source.* Relative market share: Buzzell & Gale, *The PIMS Principles* (1987). Formule 1 was
//! said to be as large as the next five together.
//!
//! *Example.*
//! ```
//! use customer_value::model::leadership::Leadership;
//!
//! let market = Leadership::new(&[0.39, 0.12, 0.10, 0.08, 0.06, 0.03]).unwrap();
//! assert!((market.next(5) - 0.39).abs() < 1e-12);
//! ```
//!
//! *Not for* a market whose borders are drawn to make the leader look large.

use super::bounds::{first_unsound, is_share, ratio};
use crate::math::order;

/// Market shares, largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Leadership {
    shares: Vec<f64>,
}

impl Leadership {
    /// `shares`, 0..1, in any order. None where there is none, one is out of its range, or they come
    /// to more than the whole market.
    pub fn new(shares: &[f64]) -> Option<Self> {
        let sum: f64 = shares.iter().sum();
        if shares.is_empty() || first_unsound(shares, is_share).is_some() || sum > 1.0 + 1e-9 {
            return None;
        }
        let mut shares = shares.to_vec();
        order::sort_falling(&mut shares, |share| *share);
        Some(Self { shares })
    }

    /// The leader's share.
    pub fn leader(&self) -> f64 {
        self.shares[0]
    }

    /// The share of the next `count` together.
    pub fn next(&self, count: usize) -> f64 {
        self.shares.iter().skip(1).take(count).sum()
    }

    /// How many times as large as the next `count` together the leader is; none where there is
    /// nothing to compare with. With a `count` of 1, relative market share.
    pub fn times_the_next(&self, count: usize) -> Option<f64> {
        ratio(self.leader(), self.next(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_d5_as_large_as_the_next_five() {
        let followers = [0.12, 0.10, 0.08, 0.06, 0.03];
        let leader: f64 = followers.iter().sum();
        assert!((leader - 0.39).abs() < 1e-12);
        let market = Leadership::new(&[&followers[..], &[leader, 0.01]].concat()).unwrap();
        assert_eq!(market.leader(), leader);
        assert!((market.times_the_next(5).unwrap() - 1.0).abs() < 1e-12);
        assert!((market.times_the_next(1).unwrap() - 3.25).abs() < 1e-12);
    }

    #[test]
    fn edges() {
        assert_eq!(Leadership::new(&[]), None);
        assert_eq!(Leadership::new(&[0.6, 0.6]), None);
        assert_eq!(Leadership::new(&[f64::NAN]), None);
        assert_eq!(Leadership::new(&[1.0]).unwrap().times_the_next(5), None);
        assert_eq!(Leadership::new(&[0.5, 0.5]).unwrap().times_the_next(0), None);
    }
}
