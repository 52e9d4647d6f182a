//! Touchpoints: at which contact it hurts most.
//!
//! *Question.* A customer meets us many times, before, during and after buying. Which of these
//! contacts should be mended first?
//!
//! *Formula.* Satisfaction over all is `Σ w·s / Σ w` with importance *w* and satisfaction *s* of each
//! contact. The pain of a contact is `w·(top − s)`: what it would add to `Σ w·s` if it were
//! perfect.
//!
//! *Source.* The moments of truth of Normann (1984) and Carlzon (1987); importance against performance:
//! Martilla & James, "Importance-Performance Analysis" (1977).
//!
//! *Assumes* that contacts make up for each other. People remember the worst moment and the last one
//! best (Kahneman et al., 1993): read the strip from left to right as well.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::touchpoints::Touchpoints;
//!
//! let visit = Touchpoints::new(&[(5.0, 4.0), (3.0, 4.0), (5.0, 2.0)], 5.0)?;
//! assert_eq!(visit.by_pain(), [2, 0, 1]);
//! assert_eq!(visit.pain(), [5.0, 3.0, 15.0]);
//! # Ok::<(), customer_value::model::simulator::touchpoints::TouchpointsError>(())
//! ```
//!
//! *Not for* the cost of mending: the worst contact need not be the cheapest to improve.

use crate::math::order;
use crate::model::bounds::is_amount;
use crate::model::weights::{Weights, WeightsError};

/// Why there is no strip of contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TouchpointsError {
    /// The importance of the contacts cannot be used as weights.
    Importance(WeightsError),
    /// The satisfaction in this place is not within 0 and the top.
    Satisfaction(usize),
    /// The highest satisfaction is negative or not a number.
    Top,
}

/// The contacts of a journey in their order, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Touchpoints {
    pain: Vec<f64>,
    mean: f64,
}

impl Touchpoints {
    /// Pairs of importance and satisfaction, the latter from 0 to `top`.
    ///
    /// # Errors
    /// [`TouchpointsError`] names what cannot be used.
    pub fn new(contacts: &[(f64, f64)], top: f64) -> Result<Self, TouchpointsError> {
        let (importance, satisfaction): (Vec<f64>, Vec<f64>) = contacts.iter().copied().unzip();
        if !is_amount(top) {
            return Err(TouchpointsError::Top);
        }
        if let Some(place) = satisfaction.iter().position(|s| !(0.0..=top).contains(s)) {
            return Err(TouchpointsError::Satisfaction(place));
        }
        let weights = Weights::new(&importance).map_err(TouchpointsError::Importance)?;
        Ok(Self {
            pain: contacts.iter().map(|(weight, s)| weight * (top - s)).collect(),
            mean: weights.mean(&satisfaction),
        })
    }

    /// Satisfaction over all, weighted by importance.
    pub fn satisfaction(&self) -> f64 {
        self.mean
    }

    /// The pain of each contact.
    pub fn pain(&self) -> &[f64] {
        &self.pain
    }

    /// The contacts from the most painful on; of equal ones the earlier first.
    pub fn by_pain(&self) -> Vec<usize> {
        order::falling(&self.pain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_g1_worst_contacts() {
        let contacts = [(5.0, 4.0), (3.0, 4.0), (5.0, 2.0), (4.0, 5.0), (2.0, 3.0), (4.0, 2.0)];
        let strip = Touchpoints::new(&contacts, 5.0).unwrap();
        assert!((strip.satisfaction() - 76.0 / 23.0).abs() < 1e-12);
        assert_eq!(strip.by_pain()[..2], [2, 5]);
        assert_eq!((strip.pain()[2], strip.pain()[5]), (15.0, 12.0));
    }

    /// Eight steps of a morning in a hotel stay in their order.
    #[test]
    fn row_f6_eight_contacts() {
        let strip = Touchpoints::new(&[(1.0, 5.0); 8], 5.0).unwrap();
        assert_eq!((strip.pain().len(), strip.satisfaction()), (8, 5.0));
        assert_eq!(strip.by_pain(), [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = Touchpoints::new;
        let nothing = TouchpointsError::Importance(WeightsError::NoWeight);
        assert_eq!(new(&[], 5.0), Err(nothing));
        assert_eq!(new(&[(0.0, 1.0)], 5.0), Err(nothing));
        assert_eq!(new(&[(1.0, 6.0)], 5.0), Err(TouchpointsError::Satisfaction(0)));
        assert_eq!(new(&[(1.0, 0.0)], f64::NAN), Err(TouchpointsError::Top));
    }
}
