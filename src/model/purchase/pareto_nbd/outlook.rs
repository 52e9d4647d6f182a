//! How a customer goes on buying.

use super::ParetoNbd;
use crate::math::quadrature::ln_of_exp;
use crate::math::special::ln_beta;
use crate::model::purchase::outlook::GoesOn;

impl ParetoNbd {
    /// `ln S(t)`: the chance of staying for a time, `(β/(β+t))ˢ`.
    fn ln_stays(&self, time: f64) -> f64 {
        -self.s * libm::log1p(time / self.beta)
    }

    /// `∫ S` from 0 to `time`: `β/(s−1) · (1 − (β/(β+t))ˢ⁻¹)`, and its limit where `s = 1`.
    fn expected_stay(&self, time: f64) -> f64 {
        let (span, excess) = (libm::log1p(time / self.beta), self.s - 1.0);
        if excess == 0.0 {
            return self.beta * span;
        }
        self.beta * (-libm::expm1(-excess * span) / excess)
    }

    /// `∫ e^(−rate·t) S(t) dt` without end; none where that diverges. Over `v = ln(1 + t/β)`.
    fn discounted_stay(&self, rate: f64) -> Option<f64> {
        /// What the exponent has fallen to where the integral may end.
        const FALLEN: f64 = 1e4;
        let (pull, excess) = (rate * self.beta, self.s - 1.0);
        if rate == 0.0 {
            return (excess > 0.0).then(|| self.beta / excess);
        }
        let exponent = |v: f64| -pull * libm::expm1(v) - excess * v;
        Some(self.beta * libm::exp(ln_of_exp(exponent, 0.0, libm::log1p(FALLEN / pull))))
    }

    /// `ln` of `(y/(α+y))ⁿ · (α/(α+y))ʳ · S(y)`.
    fn ln_buys(&self, n: f64, y: f64) -> f64 {
        let many = n * libm::log1p(self.alpha / y) + self.r * libm::log1p(y / self.alpha);
        self.ln_stays(y) - many
    }

    /// `ln ∫ f(y) dy/y` from 0 to `time`, concave as a function of `ln y`.
    fn ln_integral(f: impl Fn(f64) -> f64, time: f64) -> f64 {
        /// So far below `ln t` nothing is left, whatever the parameters.
        const WIDE: f64 = 350.0;
        ln_of_exp(|w| f(time * libm::exp(w)), -WIDE, 0.0)
    }
}

/// As a newcomer does.
impl GoesOn for ParetoNbd {
    /// `(β/(β+t))ˢ`
    fn stays(&self, time: f64) -> f64 {
        libm::exp(self.ln_stays(time))
    }

    /// `r/α` while a customer.
    fn expected_purchases(&self, time: f64) -> f64 {
        self.r / self.alpha * self.expected_stay(time)
    }

    /// Of so many and staying, or of so many before leaving at *y*: Fader & Hardie, "Deriving an
    /// Expression for P(X(t) = n) Under the Pareto/NBD Model" (2006).
    fn probability_of(&self, n: f64, time: f64) -> f64 {
        if time == 0.0 {
            return if n == 0.0 { 1.0 } else { 0.0 };
        }
        let ln_ways = if n == 0.0 { 0.0 } else { -libm::log(n) - ln_beta(self.r, n) };
        let leaves = |y: f64| self.ln_buys(n, y) - libm::log1p(self.beta / y);
        let stays = libm::exp(ln_ways + self.ln_buys(n, time));
        let left = libm::exp(ln_ways + libm::log(self.s) + Self::ln_integral(leaves, time));
        (stays + left).min(1.0)
    }

    /// The `n`-th purchase comes within `time`, and before leaving.
    fn probability_of_at_least(&self, n: f64, time: f64) -> f64 {
        if time == 0.0 {
            return 0.0;
        }
        let comes = Self::ln_integral(|y| self.ln_buys(n, y), time);
        libm::exp(comes - ln_beta(self.r, n)).min(1.0)
    }

    /// `r/α · ∫ e^(−δt) (β/(β+t))ˢ dt`, integrated as it stands: Tricomi's function, with which
    /// Fader, Hardie & Lee (2005) write it, overflows for large *β*. Without discount it diverges
    /// if `s ≤ 1`.
    fn discounted_purchases(&self, rate: f64) -> Option<f64> {
        Some(self.r / self.alpha * self.discounted_stay(rate)?)
    }
}
