//! Time with customers: how much of the week it is, and how much it should be.
//!
//! *Question.* Leaders say that customers come first. What does their diary say?
//!
//! *Formula.* Hours with customers over hours worked, against a share set as the goal.
//!
//! *Source.* Mintzberg, *The Nature of Managerial Work* (1973), on reading diaries instead of asking.
//! The goals of a third, 30 % and half are told of well-known leaders and are no findings.
//!
//! *Assumes* that an hour is an hour, whatever was said in it.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::time_with_customers::Week;
//!
//! let week = Week::new(45.0, 9.0).unwrap();
//! assert_eq!(week.share(), Some(0.2));
//! assert_eq!(week.missing(0.3), 4.5);
//! ```
//!
//! *Not for* judging what came of it: see [outcomes](crate::model::outcomes).

use crate::math::share;
use crate::model::bounds::ratio;

/// Hours of a week.
const HOURS: f64 = 168.0;

/// A week's work, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    worked: f64,
    with_customers: f64,
}

impl Week {
    /// Hours worked, 0..168, and those of them that were spent with customers. None where they do
    /// not fit in each other.
    pub fn new(worked: f64, with_customers: f64) -> Option<Self> {
        let fits = (0.0..=HOURS).contains(&worked) && (0.0..=worked).contains(&with_customers);
        fits.then_some(Self { worked, with_customers })
    }

    /// Share of the week spent with customers, 0..1; none in a week without work.
    pub fn share(&self) -> Option<f64> {
        ratio(self.with_customers, self.worked)
    }

    /// Hours that the share `goal`, brought within 0..1, comes to.
    pub fn hours(&self, goal: f64) -> f64 {
        self.worked * share(goal)
    }

    /// Hours missing to the share `goal`; negative where it is passed.
    pub fn missing(&self, goal: f64) -> f64 {
        self.hours(goal) - self.with_customers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_f3_three_goals() {
        let week = Week::new(45.0, 10.0).unwrap();
        let hours = [1.0 / 3.0, 0.3, 0.5].map(|goal| week.hours(goal));
        assert_eq!(hours, [15.0, 13.5, 22.5]);
        assert_eq!(week.missing(0.5), 12.5);
        assert!((week.share().unwrap() - 2.0 / 9.0).abs() < 1e-15);
    }

    #[test]
    fn edges() {
        assert_eq!(Week::new(0.0, 0.0).unwrap().share(), None);
        assert_eq!(Week::new(40.0, 41.0), None);
        assert_eq!(Week::new(169.0, 0.0), None);
        assert_eq!(Week::new(f64::NAN, 0.0), None);
        let week = Week::new(40.0, 40.0).unwrap();
        assert_eq!([2.0, -1.0, f64::NAN].map(|goal| week.hours(goal)), [40.0, 0.0, 0.0]);
    }
}
