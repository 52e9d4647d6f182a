//! Expectation against experience: is the customer disappointed, content or delighted?
//!
//! *Question.* The customer came with an expectation of each criterion and leaves with an
//! experience of it. The same service pleases one who expected less and lets down one who
//! expected more.
//!
//! *Formula.* Disconfirmation is `Σ w·(felt − expected)` with weights *w* of sum 1: above 0 beyond
//! expectation, below 0 short of it. Within the *tolerance* either way it counts as met.
//!
//! *Source.* Oliver, "A Cognitive Model of the Antecedents and Consequences of Satisfaction
//! Decisions" (1980); Zeithaml, Berry & Parasuraman, "The Nature and Determinants of Customer
//! Expectations of Service" (1993), for the zone of tolerance.
//!
//! *Assumes* that one criterion makes up for another and that a point too little weighs as much as a
//! point too many. People feel the loss more: read the criteria one by one as well.
//!
//! *Example.*
//! ```
//! use customer_value::model::expectation::{Experience, State};
//!
//! let stay = Experience::new(&[50.0, 30.0, 20.0], &[7.0, 8.0, 6.0], &[8.0, 8.0, 9.0], 0.0)?;
//! assert!((stay.gap() - 1.1).abs() < 1e-12);
//! assert_eq!(stay.state(), State::Beyond);
//! assert_eq!(stay.states(), [State::Beyond, State::Met, State::Beyond]);
//! # Ok::<(), customer_value::model::expectation::ExpectationError>(())
//! ```
//!
//! *Not for* what is expected so firmly that nobody would think of it, such as safety: it cannot
//! delight, only fail.

use super::bounds::{first_error, is_amount, is_nothing};
use super::perceived::TOP_SCORE;
use super::weights::{Weights, WeightsError};

/// How an experience compares with what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Short of it.
    Below,
    /// As expected, within the tolerance.
    Met,
    /// More than expected.
    Beyond,
}

/// Why there is nothing to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectationError {
    /// The weights cannot be used.
    Weights(WeightsError),
    /// There is not one expectation from 0 up for each weight.
    Expected,
    /// There is not one experience from 0 up for each weight.
    Felt,
    /// The tolerance is negative or not a number.
    Tolerance,
}

/// Expectations beside experiences, criterion by criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Experience {
    gaps: Vec<f64>,
    gap: f64,
    tolerance: f64,
}

impl Experience {
    /// Sets what was `felt` beside what was `expected`, as scores from 0 up. A gap of up to
    /// `tolerance` either way counts as met.
    ///
    /// # Errors
    /// [`ExpectationError`] names what cannot be used.
    pub fn new(
        weights: &[f64],
        expected: &[f64],
        felt: &[f64],
        tolerance: f64,
    ) -> Result<Self, ExpectationError> {
        let weights = Weights::new(weights).map_err(ExpectationError::Weights)?;
        first_error([
            (weights.fits(expected, is_amount), ExpectationError::Expected),
            (weights.fits(felt, is_amount), ExpectationError::Felt),
            (is_amount(tolerance), ExpectationError::Tolerance),
        ])?;
        let gaps: Vec<f64> = felt.iter().zip(expected).map(|(felt, hoped)| felt - hoped).collect();
        Ok(Self { gap: weights.mean(&gaps), gaps, tolerance })
    }

    /// Felt less expected on each criterion.
    pub fn gaps(&self) -> &[f64] {
        &self.gaps
    }

    /// Felt less expected over all, weighted.
    pub fn gap(&self) -> f64 {
        self.gap
    }

    /// The state over all.
    pub fn state(&self) -> State {
        self.state_of(self.gap)
    }

    /// The state on each criterion.
    pub fn states(&self) -> Vec<State> {
        self.gaps.iter().map(|gap| self.state_of(*gap)).collect()
    }

    fn state_of(&self, gap: f64) -> State {
        let beyond = gap.abs() - self.tolerance;
        if beyond <= 0.0 || is_nothing(beyond, TOP_SCORE) {
            State::Met
        } else if gap > 0.0 {
            State::Beyond
        } else {
            State::Below
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHTS: [f64; 3] = [50.0, 30.0, 20.0];
    const EXPECTED: [f64; 3] = [7.0, 8.0, 6.0];

    #[test]
    fn row_a8_beyond_and_below() {
        let felt = |felt: [f64; 3]| Experience::new(&WEIGHTS, &EXPECTED, &felt, 0.0).unwrap();
        let (good, bad) = (felt([8.0, 8.0, 9.0]), felt([6.0, 8.0, 6.0]));
        assert!((good.gap() - 1.1).abs() < 1e-12 && good.state() == State::Beyond);
        assert!((bad.gap() + 0.5).abs() < 1e-12 && bad.state() == State::Below);
        assert_eq!(bad.states(), [State::Below, State::Met, State::Met]);
        assert_eq!(felt(EXPECTED).state(), State::Met);
    }

    #[test]
    fn within_the_tolerance_it_is_met() {
        let state = |tolerance| {
            Experience::new(&WEIGHTS, &EXPECTED, &[8.0, 8.0, 9.0], tolerance).unwrap().state()
        };
        assert_eq!(state(1.0), State::Beyond);
        assert_eq!(state(1.1), State::Met, "up to rounding");
        assert_eq!(state(2.0), State::Met);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = Experience::new;
        let one = [1.0];
        let nothing = ExpectationError::Weights(WeightsError::NoWeight);
        assert_eq!(new(&[], &[], &[], 0.0), Err(nothing));
        assert_eq!(new(&one, &[], &one, 0.0), Err(ExpectationError::Expected));
        assert_eq!(new(&one, &one, &[f64::NAN], 0.0), Err(ExpectationError::Felt));
        assert_eq!(new(&one, &one, &one, -1.0), Err(ExpectationError::Tolerance));
    }
}
