//! Means over the Gamma and the Beta distribution.
//!
//! Both are bells over the whole line, the one over the logarithm of its variable, the other over
//! the logarithm of the odds, with exponential tails: the trapezoidal rule converges
//! exponentially, and what lies in the tails is a geometric series that falls to the last node. See
//! [`ln_area`](super::ln_area).

use crate::math::logistic::ln_1p_exp;

/// A place, and the share of the distribution that counts as lying there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The place, `x`.
    pub at: f64,
    /// `1 − x`, without cancelling.
    pub rest: f64,
    /// Its share of the whole; all sum to 1.
    pub share: f64,
}

/// The mean of `f` over `places`.
pub fn mean(places: &[Place], f: impl Fn(&Place) -> f64) -> f64 {
    places.iter().map(|place| place.share * f(place)).sum()
}

/// How far from the peak the logarithm of a weight falls before it no longer counts.
const FALLEN: f64 = 70.0;

/// How far in logarithms a tail is followed beyond where it becomes an exponential.
const TAIL: f64 = 40.0;

/// The widest step: exact to sixteen digits where nothing varies faster than an exponential.
const STEP: f64 = 0.25;

/// Weights along a line from its peak at 0 outwards.
struct Line {
    step: f64,
    /// Where the tails begin, and how fast they fall.
    low: (f64, f64),
    high: (f64, f64),
}

impl Line {
    /// Distances from the peak with their weights; `ln_weight` is 0 at the peak.
    fn weights(&self, ln_weight: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
        let mut out = vec![(0.0, 1.0)];
        for (sign, (end, rate)) in [(-1.0, self.low), (1.0, self.high)] {
            for k in 1_u32.. {
                let distance = sign * f64::from(k) * self.step;
                let ln = ln_weight(distance);
                if ln < -FALLEN {
                    break;
                }
                let last = sign * (distance - end) >= 0.0;
                let tail = if last { 1.0 / libm::expm1(rate * self.step) } else { 0.0 };
                out.push((distance, libm::exp(ln) * (1.0 + tail)));
                if last {
                    break;
                }
            }
        }
        let sum: f64 = out.iter().map(|(_, weight)| weight).sum();
        for (_, weight) in &mut out {
            *weight /= sum;
        }
        out
    }
}

/// Places over the Beta distribution of shapes `a, b > 0`, for a function that is as good as
/// constant for `x` below `e⁻⁴⁰/(1 + low)` and for `1 − x` below `e⁻⁴⁰/(1 + high)`, and in between
/// varies no faster than a power of `1 + x·low` or of `1 + (1 − x)·high` would.
pub fn beta_places(a: f64, b: f64, low: f64, high: f64) -> Vec<Place> {
    let (share, rest) = (a / (a + b), b / (a + b));
    let peak = libm::log(a / b);
    let deviation = libm::sqrt(1.0 / a + 1.0 / b);
    let line = Line {
        step: STEP.min(deviation / 2.0),
        low: (-TAIL - libm::log1p(low.max(b)) - peak, a),
        high: (TAIL + libm::log1p(high.max(a)) - peak, b),
    };
    let ln_weight = |d: f64| -a * ln_growth(-peak, rest, -d) - b * ln_growth(peak, share, d);
    let place = |(d, share): (f64, f64)| {
        let (u, fall) = (peak + d, libm::exp(-(peak + d).abs()));
        let (small, large) = (fall / (1.0 + fall), 1.0 / (1.0 + fall));
        let (at, rest) = if u < 0.0 { (small, large) } else { (large, small) };
        Place { at, rest, share }
    };
    line.weights(ln_weight).into_iter().map(place).collect()
}

/// `ln((1 + e^(u+d)) / (1 + eᵘ))`, with `share = eᵘ/(1 + eᵘ)`: to the last digits of a small *d*.
fn ln_growth(u: f64, share: f64, d: f64) -> f64 {
    let growth = share * libm::expm1(d);
    if growth > -0.5 { libm::log1p(growth) } else { ln_1p_exp(u + d) - ln_1p_exp(u) }
}

/// Places over the Gamma distribution of scale 1 and `shape` 1 or more, for a function that varies
/// no faster than a power of *x*.
pub fn gamma_places(shape: f64) -> Vec<Place> {
    let line = Line {
        step: STEP.min(0.5 / libm::sqrt(shape)),
        low: (-2.0 * FALLEN, shape),
        high: (FALLEN, shape),
    };
    let ln_weight = |d: f64| shape * (d - libm::expm1(d));
    let place = |(d, share): (f64, f64)| {
        let at = shape * libm::exp(d);
        Place { at, rest: 1.0 - at, share }
    };
    line.weights(ln_weight).into_iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::special::{Signed, hypergeometric, ln_gamma_ratio};

    #[test]
    fn moments_of_the_beta_distribution() {
        let pairs = [(0.8, 2.4), (1e-6, 3.0), (1e-3, 1e-4), (40.0, 0.01), (3e5, 2e5), (1e9, 2.0)];
        for (a, b) in pairs {
            let places = beta_places(a, b, 0.0, 0.0);
            let is = |f: &dyn Fn(&Place) -> f64, expected: f64| {
                let gap = (mean(&places, f) - expected).abs();
                assert!(gap <= 1e-13 * expected + 1e-17, "{a} {b}: {gap:e} from {expected}");
            };
            is(&|_| 1.0, 1.0);
            is(&|p| p.at, a / (a + b));
            is(&|p| p.rest, b / (a + b));
            is(&|p| p.at * p.rest, a / (a + b) * (b / (a + b + 1.0)));
        }
    }

    #[test]
    fn a_function_far_narrower_than_the_distribution() {
        let rows = [(0.8, 2.4, 0.7, 1e3), (1e-3, 0.5, 30.0, 1e12), (9.0, 80.0, 2.5, 5.0)];
        for (a, b, power, low) in rows {
            let places = beta_places(a, b, power * low, power);
            let found = mean(&places, |p| libm::exp(-power * libm::log1p(low * p.at)));
            let expected = hypergeometric(power, a, a + b, -low).and_then(Signed::value).unwrap();
            assert!((found / expected - 1.0).abs() < 1e-11, "{a} {b}: {found} {expected}");
        }
    }

    #[test]
    fn moments_of_the_gamma_distribution() {
        for shape in [1.0, 1.243, 30.0, 1e6] {
            let places = gamma_places(shape);
            let is = |f: &dyn Fn(&Place) -> f64, expected: f64| {
                let found = mean(&places, f);
                assert!((found / expected - 1.0).abs() < 1e-13, "{shape}: {found} {expected}");
            };
            is(&|p| p.at, shape);
            is(&|p| p.at * p.at, shape * (shape + 1.0));
            is(&|p| libm::sqrt(p.at), libm::exp(ln_gamma_ratio(shape, 0.5)));
        }
    }
}
