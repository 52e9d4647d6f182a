//! Three-way balance: customers, owners, staff.
//!
//! *Question.* A firm can please its customers at the cost of its staff, or its owners at the cost of
//! both. Is what we do in balance?
//!
//! *Formula.* The lowest of the sides rules, not their mean: out of balance where the lowest is below
//! a floor that is to be set.
//!
//! *Source.* The service profit chain (Heskett et al., "Putting the Service-Profit Chain to Work",
//! 1994) ties the three together; the rule of the lowest side is Liebig's law of the minimum.
//!
//! *Assumes* that no side makes up for another.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::balance::Balance;
//!
//! let firm = Balance::new(&[9.0, 8.0, 3.0], 5.0).unwrap();
//! assert_eq!((firm.lowest(), firm.is_balanced()), (2, false));
//! assert!(Balance::new(&[7.0, 7.0, 6.0], 5.0).unwrap().is_balanced());
//! ```
//!
//! *Not for* comparing firms: the scores are a judgement, made for a talk about the lowest one.

use crate::model::bounds::is_amount;

/// Scores of several sides, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    scores: Vec<f64>,
    floor: f64,
    lowest: usize,
}

impl Balance {
    /// The score of each side, from 0 up, and the floor below which none may fall. None where there
    /// is no side, or a number is negative or none.
    pub fn new(scores: &[f64], floor: f64) -> Option<Self> {
        let sound = scores.iter().chain([&floor]).all(|x| is_amount(*x));
        let lowest = (0..scores.len()).min_by(|i, j| scores[*i].total_cmp(&scores[*j]))?;
        sound.then(|| Self { scores: scores.to_vec(), floor, lowest })
    }

    /// The side with the lowest score; the first of several.
    pub fn lowest(&self) -> usize {
        self.lowest
    }

    /// The score of that side.
    pub fn least(&self) -> f64 {
        self.scores[self.lowest]
    }

    /// The mean of the sides, which may hide a low one.
    pub fn mean(&self) -> f64 {
        self.scores.iter().sum::<f64>() / self.scores.len() as f64
    }

    /// Whether no side is below the floor.
    pub fn is_balanced(&self) -> bool {
        self.least() >= self.floor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_a21_the_lowest_side_rules() {
        let firm = Balance::new(&[9.0, 8.0, 3.0], 5.0).unwrap();
        assert!((firm.mean() - 6.67).abs() < 0.005);
        assert_eq!((firm.least(), firm.is_balanced()), (3.0, false));
        let even = Balance::new(&[7.0, 7.0, 6.0], 5.0).unwrap();
        assert_eq!((even.least(), even.is_balanced()), (6.0, true));
        // The mean alone would call the two alike.
        assert!((firm.mean() - even.mean()).abs() < 1e-12);
    }

    #[test]
    fn edges() {
        assert_eq!(Balance::new(&[], 5.0), None);
        assert_eq!(Balance::new(&[1.0, f64::NAN], 5.0), None);
        assert_eq!(Balance::new(&[1.0], -1.0), None);
        assert!(Balance::new(&[5.0, 5.0], 5.0).unwrap().is_balanced());
    }
}
