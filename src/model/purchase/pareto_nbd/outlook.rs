//! What to expect of a customer from now on.

use super::ParetoNbd;
use crate::math::quadrature::ln_of_exp;
use crate::math::special::ln_beta;

/// Times and rates below this count as zero.
const TINY: f64 = 1e-100;

/// Times and rates above this count as this.
const HUGE: f64 = 1e100;

/// What to expect of a customer from now on: of a new one, or of a known one who may have left.
///
/// Times are counted from now, in the unit of the model. Whatever is below zero counts as zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// Chance of still being a customer.
    alive: f64,
    /// How one goes on who is.
    then: ParetoNbd,
}

impl Outlook {
    pub(super) const fn new(alive: f64, then: ParetoNbd) -> Self {
        Self { alive, then }
    }

    /// Chance of still being a customer now, 0..1.
    pub const fn p_alive(&self) -> f64 {
        self.alive
    }

    /// Chance of still being a customer after a `time`: `P(alive) · (β/(β+t))ˢ`.
    pub fn p_alive_after(&self, time: f64) -> f64 {
        self.alive * libm::exp(self.then.ln_stays(amount(time)))
    }

    /// Expected purchases within a `time`.
    pub fn expected_purchases(&self, time: f64) -> f64 {
        self.alive * self.then.rate() * self.then.expected_stay(amount(time))
    }

    /// Chance of exactly `n` purchases within a `time`.
    ///
    /// Fader & Hardie, "Deriving an Expression for P(X(t) = n) Under the Pareto/NBD Model" (2006).
    pub fn probability_of(&self, n: u32, time: f64) -> f64 {
        let gone = if n == 0 { 1.0 - self.alive } else { 0.0 };
        gone + self.alive * self.then.probability_of(f64::from(n), amount(time))
    }

    /// Chance of `n` or more purchases within a `time`.
    pub fn probability_of_at_least(&self, n: u32, time: f64) -> f64 {
        self.at_least(f64::from(n), amount(time))
    }

    fn at_least(&self, n: f64, time: f64) -> f64 {
        if n == 0.0 { 1.0 } else { self.alive * self.then.probability_of_at_least(n, time) }
    }

    /// The fewest purchases within a `time` that are not exceeded with at least the chance
    /// `level`; none where that is not between 0 and 1 (itself out of reach). Above 2⁵³ it is
    /// taken as that.
    pub fn quantile(&self, level: f64, time: f64) -> Option<u64> {
        const MOST: u64 = 1 << 53;
        if !(0.0..1.0).contains(&level) {
            return None;
        }
        let exceeded = |n: u64| self.at_least((n + 1) as f64, amount(time)) > 1.0 - level;
        if !exceeded(0) {
            return Some(0);
        }
        let (mut low, mut high) = (0, 1);
        while high < MOST && exceeded(high) {
            (low, high) = (high, 2 * high);
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if exceeded(middle) { low = middle } else { high = middle }
        }
        Some(high)
    }

    /// From how many to how many purchases there will be within a `time` with a chance of at least
    /// `share`, and at most half of the rest on either side; none where `share` is not between 0
    /// and 1.
    pub fn prediction_interval(&self, share: f64, time: f64) -> Option<(u64, u64)> {
        let outside = (1.0 - share) / 2.0;
        self.quantile(outside, time).zip(self.quantile(1.0 - outside, time))
    }

    /// Discounted expected (residual) transactions: the expected purchases from now on for ever,
    /// each worth `e^(−rate·t)` today, with a continuous discount `rate` per unit of time.
    ///
    /// `P(alive) · r/α · ∫ e^(−δt) (β/(β+t))ˢ dt`, integrated as it stands: Tricomi's function, with
    /// which Fader, Hardie & Lee (2005) write it, overflows for large *β*. None where nothing bounds
    /// the sum: without discount if `s ≤ 1`.
    pub fn discounted_purchases(&self, rate: f64) -> Option<f64> {
        let stay = self.then.discounted_stay(amount(rate))?;
        let sum = self.alive * self.then.rate() * stay;
        sum.is_finite().then_some(sum)
    }
}

/// A time or a rate within what can be computed with.
fn amount(x: f64) -> f64 {
    if x >= TINY { x.min(HUGE) } else { 0.0 }
}

/// A customer for certain, as many as the gamma distributions say.
impl ParetoNbd {
    /// Mean purchase rate while a customer: `r/α`.
    fn rate(&self) -> f64 {
        self.r / self.alpha
    }

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

    /// Chance of `n` purchases within `time`: of so many and staying, or of so many before leaving
    /// at *y*.
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

    /// Chance that the `n`-th purchase, `n > 0`, comes within `time`, and before leaving.
    fn probability_of_at_least(&self, n: f64, time: f64) -> f64 {
        if time == 0.0 {
            return 0.0;
        }
        let comes = Self::ln_integral(|y| self.ln_buys(n, y), time);
        libm::exp(comes - ln_beta(self.r, n)).min(1.0)
    }
}
