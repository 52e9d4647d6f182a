//! Areas over the whole line.

/// A positive function over the whole line, given by its logarithm.
///
/// Beyond `low` and `high` it is, to all digits, an exponential that falls away from the middle
/// with the rates `left` and `right`; the sum over those tails is a geometric series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// Where the left tail begins.
    pub low: f64,
    /// How fast it falls, above 0.
    pub left: f64,
    /// Where the right tail begins.
    pub high: f64,
    /// How fast it falls, above 0.
    pub right: f64,
}

/// Natural logarithm of the area under `exp(ln_f)` over the whole line, by the trapezoidal rule
/// outwards from `peak`, which should be close to where the function is greatest.
///
/// For a function that is analytic in a strip of half-width *d* along the line the error is
/// about `exp(−2πd/step)`: Trefethen & Weideman, "The Exponentially Convergent Trapezoidal Rule"
/// (2014). For a bell of deviation σ a step of σ/2 is exact to all digits.
pub fn ln_area(ln_f: impl Fn(f64) -> f64, peak: f64, step: f64, tails: Tails) -> f64 {
    let top = ln_f(peak);
    let side = |sign: f64, end: f64, rate: f64| {
        let (mut sum, mut k, mut last) = (0.0, 0.0, 1.0);
        loop {
            k += 1.0;
            let x = peak + sign * k * step;
            let term = libm::exp(ln_f(x) - top);
            sum += term;
            if sign * (x - end) >= 0.0 {
                return sum + term / libm::expm1(rate * step);
            }
            // It has fallen below all digits, and goes on falling.
            if term < 1e-19 * (1.0 + sum) && term <= last {
                return sum;
            }
            last = term;
        }
    };
    let sum = 1.0 + side(1.0, tails.high, tails.right) + side(-1.0, tails.low, tails.left);
    top + libm::log(sum * step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::special::{ln_beta, ln_gamma};

    #[test]
    fn a_bell() {
        let tails = Tails { low: -50.0, left: 50.0, high: 50.0, right: 50.0 };
        let area = ln_area(|x| -0.5 * (x - 3.0).powi(2), 2.8, 0.5, tails);
        assert!((area - 0.5 * std::f64::consts::TAU.ln()).abs() < 1e-15);
    }

    #[test]
    fn slow_tails_are_summed_to_their_end() {
        // The Beta function over the logarithm of the odds, and the Gamma function over the
        // logarithm.
        for (a, b) in [(0.7, 2.5), (1e-6, 3.0), (1e-3, 1e-4), (40.0, 0.01)] {
            let tails = Tails { low: -45.0, left: a, high: 45.0, right: b };
            let f = |u: f64| a * u - (a + b) * libm::log1p(libm::exp(u));
            let area = ln_area(f, f64::ln(a / b), 0.25, tails);
            assert!((area - ln_beta(a, b)).abs() < 1e-13 * area.abs().max(1.0), "{a} {b}");
        }
        let tails = Tails { low: -45.0, left: 1e-3, high: 10.0, right: 1.0 };
        let area = ln_area(|u| 1e-3 * u - libm::exp(u), 0.0, 0.25, tails);
        assert!((area - ln_gamma(1e-3)).abs() < 1e-14 * area);
    }
}
