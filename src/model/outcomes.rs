//! Work, result, moved: how much of what we do reaches the customer.
//!
//! *Question.* We did a great deal for the customer. How much of it had a result, and how much of
//! that did the customer feel?
//!
//! *Formula.* Of the actions logged, the share with a result; of the results, the share that moved
//! the customer; and the product of the two.
//!
//! *Assumes* that only what had a result can move anyone. The log is ours: let the customer say what
//! counted.
//!
//! *Source.* The funnel of hierarchical response: Lavidge & Steiner, "A Model for Predictive
//! Measurements of Advertising Effectiveness" (1961).
//!
//! *Example.*
//! ```
//! use customer_value::model::outcomes::Outcomes;
//!
//! let month = Outcomes::new(20, 12, 3).unwrap();
//! assert_eq!(month.result_rate(), Some(0.6));
//! assert_eq!(month.overall_rate(), Some(0.15));
//! ```
//!
//! *Not for* small logs: of three actions a single one more moves the rate by a third.

/// Counts of a log of actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcomes {
    actions: u32,
    results: u32,
    moved: u32,
}

impl Outcomes {
    /// Counts. None where there are more results than actions, or more moved than results.
    pub fn new(actions: u32, results: u32, moved: u32) -> Option<Self> {
        (moved <= results && results <= actions).then_some(Self { actions, results, moved })
    }

    /// Results of the actions, 0..1; none without actions.
    pub fn result_rate(&self) -> Option<f64> {
        share(self.results, self.actions)
    }

    /// Customers moved of the results, 0..1; none without results.
    pub fn moved_rate(&self) -> Option<f64> {
        share(self.moved, self.results)
    }

    /// Customers moved of the actions, 0..1; none without actions.
    pub fn overall_rate(&self) -> Option<f64> {
        share(self.moved, self.actions)
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_a9_three_steps() {
        let o = Outcomes::new(20, 12, 3).unwrap();
        assert_eq!(o.result_rate(), Some(0.6));
        assert_eq!(o.moved_rate(), Some(0.25));
        assert_eq!(o.overall_rate(), Some(0.15));
    }

    #[test]
    fn edges() {
        assert_eq!(Outcomes::new(1, 2, 0), None);
        assert_eq!(Outcomes::new(2, 1, 2), None);
        let idle = Outcomes::new(0, 0, 0).unwrap();
        assert_eq!(
            (idle.result_rate(), idle.moved_rate(), idle.overall_rate()),
            (None, None, None)
        );
        assert_eq!(Outcomes::new(2, 0, 0).unwrap().moved_rate(), None);
    }
}
