//! Money spent on a better chance: service recovery, mailings, any offer that some will take.
//!
//! *Question.* A complaint could be settled generously, or a letter sent to everyone. How much more
//! likely must customers become to stay or to buy for that to pay?
//!
//! *Formula.* Spending *c* that raises the chance of something worth *W* by *p* brings
//! `p·W − c`. It breaks even at `p* = c / W`: nobody whose chance is below it should get the letter.
//!
//! *Source.* Expected value; for complaints Fornell & Wernerfelt, "Defensive Marketing Strategy by
//! Customer Complaint Management" (1987), for mailings Bult & Wansbeek, "Optimal Selection for
//! Direct Mail" (1995).
//!
//! *Example.*
//! ```
//! use customer_value::model::chance::Chance;
//!
//! // Three ties at 25 and a courier for a customer worth 1,500, ten points more likely to stay.
//! let recovery = Chance::new(100.0, 0.10, 1_500.0).unwrap();
//! assert_eq!((recovery.expected(), recovery.net()), (150.0, 50.0));
//! ```
//!
//! *Not for* the loss of a customer by our own gain: [`conflict`](super::conflict).

use super::bounds::{is_amount, is_share, ratio};

/// What is spent, on which chance of what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    cost: f64,
    points: f64,
    worth: f64,
}

impl Chance {
    /// A `cost` that raises the chance of something of this `worth` by `points`, 0..1. None where
    /// one is out of its range.
    pub fn new(cost: f64, points: f64, worth: f64) -> Option<Self> {
        let sound = is_amount(cost) && is_share(points) && is_amount(worth);
        sound.then_some(Self { cost, points, worth })
    }

    /// What it brings on average, before its cost.
    pub fn expected(&self) -> f64 {
        self.points * self.worth
    }

    /// What it brings on average.
    pub fn net(&self) -> f64 {
        self.expected() - self.cost
    }

    /// Net for each unit spent; none where nothing is.
    pub fn return_on_cost(&self) -> Option<f64> {
        ratio(self.net(), self.cost)
    }

    /// The rise of the chance, or the response rate, at which it breaks even; none where no chance
    /// up to 1 is enough.
    pub fn break_even(&self) -> Option<f64> {
        ratio(self.cost, self.worth).filter(|points| *points <= 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_f1_service_recovery() {
        let ties = 3.0 * 25.0;
        let recovery = Chance::new(ties + 25.0, 0.10, 1_500.0).unwrap();
        assert_eq!(recovery.net(), 50.0);
        assert_eq!(recovery.return_on_cost(), Some(0.5));
        assert!((recovery.break_even().unwrap() - 0.0667).abs() < 5e-5);
        // An article of 100 sold at 70 % costs 30.
        assert!(
            (crate::model::price_cut::PriceCut::new(100.0, 0.0, 0.3).unwrap().given_away() - 30.0)
                .abs()
                < 1e-12
        );
    }

    #[test]
    fn reference_r9_targeting_threshold() {
        assert_eq!(Chance::new(2.0, 0.05, 32.0).unwrap().break_even(), Some(0.0625));
    }

    #[test]
    fn edges() {
        assert_eq!(Chance::new(2.0, 1.5, 32.0), None);
        assert_eq!(Chance::new(f64::NAN, 0.5, 32.0), None);
        let dear = Chance::new(50.0, 1.0, 32.0).unwrap();
        assert_eq!((dear.break_even(), dear.net()), (None, -18.0));
        assert_eq!(Chance::new(1.0, 1.0, 0.0).unwrap().break_even(), None);
        assert_eq!(Chance::new(0.0, 0.1, 10.0).unwrap().return_on_cost(), None);
        assert_eq!(Chance::new(0.0, 0.1, 10.0).unwrap().break_even(), Some(0.0));
    }
}
