//! Scenarios: a low, a likely and a high value for each input.
//!
//! *Question.* What if everything comes out low, as we think, or high? What is the worst and the best
//! that these ranges allow, and which of them matters most?
//!
//! *Method.* The result is worked out three times. What is low for an input need not be bad for the
//! result (a low churn is good); so besides low and high there are *worst* and *best*, for which
//! each input takes the end at which the result, with all others likely, is lower or higher.
//!
//! A rough mean of the three weighs them 0.3, 0.4, 0.3 where low and high are one case in ten each
//! (Swanson's rule), and 1/6, 4/6, 1/6 where they are the ends of what is possible (PERT).
//!
//! *Source.* Hurst, Brown & Swanson, "Swanson's 30-40-30 Rule" (2000); Malcolm et al. (1959) for
//! PERT; Eschenbach, "Spiderplots versus Tornado Diagrams for Sensitivity Analysis" (1992).
//!
//! *Assumes* that the result moves one way with each input. All inputs at their worst together is far
//! less likely than any one of them: see [`monte_carlo`](super::monte_carlo).
//!
//! *Example.*
//! ```
//! use customer_value::model::scenario::{Range, SWANSON, Scenarios};
//!
//! let margin = Range { low: 90.0, likely: 100.0, high: 120.0 };
//! let churn = Range { low: 0.16, likely: 0.20, high: 0.25 };
//! let plan = Scenarios::new(&[margin, churn]).unwrap();
//! let value = |x: &[f64]| Some(x[0] / x[1]);
//! assert_eq!(plan.outcome(value).likely, Some(500.0));
//! let (worst, best) = plan.worst_and_best(value);
//! assert_eq!((worst, best), (Some(360.0), Some(750.0)));
//! // Churn moves it more than the margin does.
//! assert_eq!(plan.swings(value)[0].input, 1);
//! ```
//!
//! *Not for* inputs that hang together: low volume with a high price is a scenario of its own.

use super::bounds::is_signed;
use super::swing::{Swing, by_width};
use crate::math::finite;

/// Weights of low, likely and high where low and high are one case in ten each.
pub const SWANSON: [f64; 3] = [0.3, 0.4, 0.3];

/// Weights of low, likely and high where low and high are the ends of what is possible.
pub const PERT: [f64; 3] = [1.0 / 6.0, 4.0 / 6.0, 1.0 / 6.0];

/// The values that one input may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The low value.
    pub low: f64,
    /// The likely value.
    pub likely: f64,
    /// The high value.
    pub high: f64,
}

/// The three results; none where there is no result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// With every input low.
    pub low: Option<f64>,
    /// With every input likely.
    pub likely: Option<f64>,
    /// With every input high.
    pub high: Option<f64>,
}

/// The ranges of all inputs, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenarios {
    ranges: Vec<Range>,
}

impl Range {
    /// `likely`, and the share `by` of it less and more.
    pub fn around(likely: f64, by: f64) -> Self {
        let (a, b) = (likely * (1.0 - by), likely * (1.0 + by));
        Self { low: a.min(b), likely, high: a.max(b) }
    }
}

impl Outcome {
    /// The three weighed by `weights`; none where one that counts has no result.
    pub fn mean(&self, weights: [f64; 3]) -> Option<f64> {
        let parts = [self.low, self.likely, self.high].into_iter().zip(weights);
        let counted = parts.filter(|(_, weight)| *weight != 0.0);
        let sum: Option<f64> = counted.map(|(x, weight)| x.map(|x| x * weight)).sum();
        sum.and_then(finite)
    }
}

impl Scenarios {
    /// A range for each input. None where a likely value is not between its low and its high one,
    /// or one of them is not a number.
    pub fn new(ranges: &[Range]) -> Option<Self> {
        let sound = |r: &Range| {
            is_signed(r.low) && is_signed(r.high) && r.low <= r.likely && r.likely <= r.high
        };
        ranges.iter().all(sound).then(|| Self { ranges: ranges.to_vec() })
    }

    /// The ranges, in the order of the inputs.
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// What `result`, a function of all inputs in their order, is with every input low, likely, high.
    pub fn outcome(&self, result: impl Fn(&[f64]) -> Option<f64>) -> Outcome {
        let at = |of: fn(&Range) -> f64| {
            result(&self.ranges.iter().map(of).collect::<Vec<f64>>()).and_then(finite)
        };
        Outcome { low: at(|r| r.low), likely: at(|r| r.likely), high: at(|r| r.high) }
    }

    /// What each input alone does to the result, the others being likely: the widest swing first.
    /// The inputs are named by their place.
    pub fn swings(&self, result: impl Fn(&[f64]) -> Option<f64>) -> Vec<Swing<usize>> {
        by_width((0..self.ranges.len()).map(|place| self.swing(place, &result)).collect())
    }

    /// The result with every input at the end that lowers it, and at the end that raises it. An
    /// input stays likely where neither end does, or where one of them leads to no result.
    pub fn worst_and_best(
        &self,
        result: impl Fn(&[f64]) -> Option<f64>,
    ) -> (Option<f64>, Option<f64>) {
        let (mut worst, mut best) = (self.likely(), self.likely());
        for place in 0..self.ranges.len() {
            let swing = self.swing(place, &result);
            let (low, high) = swing.values;
            if let (Some(at_low), Some(at_high)) = swing.results
                && at_low != at_high
            {
                let rises = at_low < at_high;
                worst[place] = if rises { low } else { high };
                best[place] = if rises { high } else { low };
            }
        }
        (result(&worst).and_then(finite), result(&best).and_then(finite))
    }

    fn likely(&self) -> Vec<f64> {
        self.ranges.iter().map(|range| range.likely).collect()
    }

    fn swing(&self, place: usize, result: impl Fn(&[f64]) -> Option<f64>) -> Swing<usize> {
        let Range { low, high, .. } = self.ranges[place];
        let at = |value: f64| {
            let mut values = self.likely();
            values[place] = value;
            result(&values).and_then(finite)
        };
        Swing { input: place, values: (low, high), results: (at(low), at(high)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row E8: a margin of 200 × 6 × 40 % over churn, each input 20 % less and more.
    fn plan() -> Scenarios {
        Scenarios::new(&[200.0, 6.0, 0.4, 0.2].map(|x| Range::around(x, 0.2))).unwrap()
    }

    fn value(x: &[f64]) -> Option<f64> {
        (x[3] > 0.0).then(|| x[0] * x[1] * x[2] / x[3])
    }

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|x| (x / expected - 1.0).abs() < 1e-12)
    }

    #[test]
    fn row_e8_tornado_by_ranges() {
        let swings = plan().swings(value);
        assert_eq!(swings.iter().map(|s| s.input).collect::<Vec<_>>()[0], 3);
        assert!((swings[0].width() - 1_000.0).abs() < 1e-9);
        assert!(swings[1..].iter().all(|s| (s.width() - 960.0).abs() < 1e-9));
    }

    #[test]
    fn low_is_not_worst() {
        let outcome = plan().outcome(value);
        assert!(close(outcome.likely, 2_400.0));
        assert!(close(outcome.low, 2_400.0 * 0.64));
        assert!(close(outcome.high, 2_400.0 * 1.44));
        let (worst, best) = plan().worst_and_best(value);
        assert!(close(worst, 2_400.0 * 0.512 / 1.2));
        assert!(close(best, 2_400.0 * 1.728 / 0.8));
    }

    #[test]
    fn rough_means() {
        let outcome = Outcome { low: Some(10.0), likely: Some(20.0), high: Some(60.0) };
        assert!(close(outcome.mean(SWANSON), 29.0));
        assert!(close(outcome.mean(PERT), 25.0));
        let cut = Outcome { low: None, ..outcome };
        assert_eq!((cut.mean(PERT), cut.mean([0.0, 1.0, 0.0])), (None, Some(20.0)));
    }

    #[test]
    fn an_end_without_result_is_not_taken() {
        let plan = Scenarios::new(&[
            Range { low: 0.0, likely: 1.0, high: 2.0 },
            Range { low: 1.0, likely: 2.0, high: 3.0 },
        ])
        .unwrap();
        let result = |x: &[f64]| Some(x[1] / x[0]).filter(|y| y.is_finite());
        assert_eq!(plan.worst_and_best(result), (Some(1.0), Some(3.0)));
        assert_eq!(plan.swings(result)[0].input, 0, "it decides whether there is a result");
        assert_eq!(plan.outcome(|_| Some(f64::NAN)).likely, None);
    }

    #[test]
    fn ranges_must_be_in_order() {
        let range = Range { low: 1.0, likely: 2.0, high: 3.0 };
        assert!(Scenarios::new(&[]).is_some());
        for wrong in [
            Range { likely: 0.0, ..range },
            Range { likely: 4.0, ..range },
            Range { low: f64::NAN, ..range },
            Range { high: f64::INFINITY, ..range },
        ] {
            assert_eq!(Scenarios::new(&[range, wrong]), None, "{wrong:?}");
        }
        assert_eq!(Range::around(-10.0, 0.2), Range { low: -12.0, likely: -10.0, high: -8.0 });
    }
}
