//! Goal-seek: which value of one input brings the result to a target.
//!
//! *Question.* What price, what retention, what volume would make the result exactly this?
//!
//! *Method.* The result is worked out at several hundred values of the input, evenly over its range
//! and closely around its ends and its present value. Between two neighbours on different sides
//! of the target the input is bisected down to the last bit, and of several answers the one nearest
//! to the present value is given. Where nothing crosses the target, the point where the result
//! comes closest to it is found by golden section, and is the answer if it touches.
//!
//! *Assumes* that the result moves without jumps: a target that the result jumps over is no answer,
//! and is not given as one. Two answers closer together than the steps may both be missed.
//!
//! *Example.*
//! ```
//! use customer_value::model::goal_seek::{NoAnswer, seek};
//!
//! // Churn at which a margin of 480 a year is worth 3,000: 480 / churn.
//! let value = |churn: f64| (churn > 0.0).then(|| 480.0 / churn);
//! let churn = seek(value, 3_000.0, (0.0, 1.0), 0.2).unwrap();
//! assert!((churn - 0.16).abs() < 1e-15);
//! assert_eq!(seek(value, 400.0, (0.05, 1.0), 0.2), Err(NoAnswer::OutOfReach {
//!     least: 480.0,
//!     greatest: 9_600.0,
//! }));
//! ```
//!
//! *Not for* results that are themselves estimates with noise: the answer would chase the noise.

use crate::math::peak::greatest;
use crate::math::probes::probes;
use crate::math::root;

/// How far a result may miss the target and still hit it, as a share of how far it is from the target
/// nearby: within a hundredth of the range.
const MISS: f64 = 1e-9;

/// Why no value of the input gives the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoAnswer {
    /// The target, or an end of the range, is not a number, or the range is empty.
    Question,
    /// Nowhere in the range is there a result.
    NoResult,
    /// Within the range the result goes from `least` to `greatest`, and the target is not among
    /// them.
    OutOfReach {
        /// The least result found.
        least: f64,
        /// The greatest result found.
        greatest: f64,
    },
    /// There are results on both sides of the target, but the result jumps over it, or has no
    /// value there.
    JumpedOver,
}

/// The value in `low..=high`, nearest to `now`, at which `result` is `target`.
///
/// # Errors
/// [`NoAnswer`] says why there is none.
pub fn seek(
    result: impl Fn(f64) -> Option<f64>,
    target: f64,
    (low, high): (f64, f64),
    now: f64,
) -> Result<f64, NoAnswer> {
    let sound = [target, low, high].into_iter().all(|x| x.abs() <= 1e300);
    if !(sound && low <= high) {
        return Err(NoAnswer::Question);
    }
    let now = if now.is_finite() { now } else { low };
    let points = probes(low, high, &[now]);
    let result = |x: f64| result(x).filter(|y| y.abs() <= 1e300).unwrap_or(f64::NAN);
    let top = |sign: f64| greatest(|x| sign * result(x), &points).map(|(_, y)| sign * y);
    let (Some(least), Some(most)) = (top(-1.0), top(1.0)) else { return Err(NoAnswer::NoResult) };
    let gap = |x: f64| result(x) - target;
    let hits = |x: &f64| {
        let nearby = points.iter().filter(|point| (*point - x).abs() <= (high - low) / 100.0);
        gap(*x).abs() <= MISS * nearby.map(|point| gap(*point).abs()).fold(0.0, f64::max)
    };
    let crossings = root::along(gap, &points).into_iter().filter(hits);
    let nearest = crossings.min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()));
    let touch = || greatest(|x| -gap(x).abs(), &points).map(|(x, _)| x).filter(hits);
    nearest.or_else(touch).ok_or(if (least..=most).contains(&target) {
        NoAnswer::JumpedOver
    } else {
        NoAnswer::OutOfReach { least, greatest: most }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_answers_the_nearest() {
        let square = |x: f64| Some(x * x);
        assert_eq!(seek(square, 9.0, (-10.0, 10.0), 1.0), Ok(3.0));
        assert_eq!(seek(square, 9.0, (-10.0, 10.0), -1.0), Ok(-3.0));
        assert_eq!(seek(square, 9.0, (-10.0, 2.0), 1.0), Ok(-3.0));
    }

    #[test]
    fn a_touch_is_an_answer() {
        let hill = |x: f64| Some(5.0 - (x - 1.3) * (x - 1.3));
        let top = seek(hill, 5.0, (0.0, 4.0), 0.0).unwrap();
        assert!((top - 1.3).abs() < 1e-6);
        let beyond = seek(hill, 5.1, (0.0, 4.0), 0.0);
        let Err(NoAnswer::OutOfReach { least, greatest }) = beyond else { panic!("{beyond:?}") };
        assert!((greatest - 5.0).abs() < 1e-14 && (least - (5.0 - 2.7 * 2.7)).abs() < 1e-14);
    }

    /// A range a thousand million times as wide as what matters in it.
    #[test]
    fn scales_do_not_hide_an_answer() {
        let fall = |x: f64| Some(libm::exp(-x / 25.0));
        let found = seek(fall, 0.3, (0.0, 1e9), 25.0).unwrap();
        assert!((libm::exp(-found / 25.0) / 0.3 - 1.0).abs() < 1e-14);
    }

    #[test]
    fn a_jump_is_no_answer() {
        let step = |x: f64| Some(if x < 1.0 { 0.0 } else { 10.0 });
        assert_eq!(seek(step, 5.0, (0.0, 3.0), 0.0), Err(NoAnswer::JumpedOver));
        let upper = seek(step, 10.0, (0.0, 3.0), 0.0).unwrap();
        assert!((1.0..1.1).contains(&upper), "{upper}");
        let pole = |x: f64| Some(1.0 / (x - 1.0)).filter(|y| y.is_finite());
        assert_eq!(seek(pole, 0.0, (0.0, 3.0), 0.0), Err(NoAnswer::JumpedOver));
        assert_eq!(seek(pole, 0.5, (0.0, 3.0), 0.0), Ok(3.0));
    }

    #[test]
    fn says_what_is_wrong_with_the_question() {
        let same = |x: f64| Some(x);
        for (target, range) in
            [(f64::NAN, (0.0, 1.0)), (0.5, (1.0, 0.0)), (0.5, (f64::NEG_INFINITY, 1.0))]
        {
            assert_eq!(seek(same, target, range, 0.0), Err(NoAnswer::Question));
        }
        assert_eq!(seek(|_| None, 1.0, (0.0, 1.0), 0.0), Err(NoAnswer::NoResult));
        assert_eq!(seek(|_| Some(f64::NAN), 1.0, (0.0, 1.0), 0.0), Err(NoAnswer::NoResult));
        assert_eq!(seek(same, 0.5, (0.5, 0.5), f64::NAN), Ok(0.5));
    }
}
