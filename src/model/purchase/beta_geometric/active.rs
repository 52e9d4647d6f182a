//! How a customer goes on buying who may leave after each purchase.

use crate::math::quadrature::{Place, beta_places, gamma_places, mean};
use crate::math::special::{beta_share, ln_beta, ln_gamma_ratio};
use crate::model::purchase::outlook::GoesOn;

/// A customer for certain. Of the purchase rate is known that it is one of a Gamma distribution, of
/// the chance of leaving after a purchase that it is one of a Beta distribution.
///
/// *N*, the purchases within a time *t* if the customer did not leave, is negative binomial with
/// `z = t/(scale+t)`; the chance of staying through *n* of them is `qₙ = (stays)ₙ/(leaves+stays)ₙ`.
/// The two are independent. So more than *n* purchases come with chance `P(N>n)·qₙ`, and all else
/// is a sum over *n* of positive terms, whatever the parameters; the textbooks' hypergeometric
/// forms are 0/0 at `a = 1` and need a logarithm of a negative number for small *a* and *b*.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Active {
    /// Shape of the purchase rate.
    pub(super) shape: f64,
    /// Scale parameter of the purchase rate.
    pub(super) scale: f64,
    /// Shape of the chance of leaving.
    pub(super) leaves: f64,
    /// Shape of the chance of staying.
    pub(super) stays: f64,
}

/// The most terms that are summed; beyond that an integral is faster.
const TERMS: u16 = 400;

/// What a sum over the number of purchases comes to.
struct Sums {
    /// Expected purchases: `Σ P(N>n)·qₙ`.
    purchases: f64,
    /// Chance of staying: `Σ P(N=n)·qₙ`.
    stays: f64,
}

impl Active {
    /// Both sums, term by term; none where they are long.
    fn sums(&self, time: f64) -> Option<Sums> {
        let never = self.ln_never(time);
        if never < -f64::from(TERMS) {
            return None;
        }
        let z = time / (self.scale + time);
        let (mut exactly, mut more) = (libm::exp(never), -libm::expm1(never));
        let (mut kept, mut sums) = (1.0, Sums { purchases: 0.0, stays: 0.0 });
        for n in 0..TERMS {
            sums.purchases += more * kept;
            sums.stays += exactly * kept;
            let n = f64::from(n);
            let step = z * ((self.shape + n) / (n + 1.0));
            exactly *= step;
            // What is left beyond the next is at most a geometric series of it.
            if step < 1.0 && exactly * kept <= 1e-17 * (1.0 - step) * (1.0 - step) * sums.purchases
            {
                return Some(sums);
            }
            more = f64::max(more - exactly, 0.0);
            kept *= (self.stays + n) / (self.leaves + self.stays + n);
        }
        None
    }

    /// `ln P(N = 0)`.
    fn ln_never(&self, time: f64) -> f64 {
        -self.shape * libm::log1p(time / self.scale)
    }

    /// The chances of leaving, for a function that varies with `1 + pace·p`.
    fn chances(&self, pace: f64) -> Vec<Place> {
        beta_places(self.leaves, self.stays, (1.0 + self.shape) * pace, self.shape)
    }

    /// `ln qₙ`: the chance of staying through `n` purchases.
    fn ln_kept(&self, n: f64) -> f64 {
        ln_gamma_ratio(self.stays, n) - ln_gamma_ratio(self.leaves + self.stays, n)
    }

    /// `P(N ≥ n)`, for `n > 0`.
    fn at_least(&self, n: f64, time: f64) -> f64 {
        beta_share(n, self.shape, time / (self.scale + time))
    }
}

impl GoesOn for Active {
    /// Over the chance of leaving *p*: the mean of `(1 + p·t/scale)^(−shape)`.
    fn stays(&self, time: f64) -> f64 {
        let pace = time / self.scale;
        let by_integral = || {
            let stays = |p: &Place| libm::exp(-self.shape * libm::log1p(pace * p.at));
            mean(&self.chances(pace), stays)
        };
        self.sums(time).map_or_else(by_integral, |sums| sums.stays)
    }

    /// Over the chance of leaving *p*: the mean of `(1 − (1 + p·t/scale)^(−shape))/p`.
    fn expected_purchases(&self, time: f64) -> f64 {
        let pace = time / self.scale;
        let by_integral = || {
            let buys = |p: &Place| -libm::expm1(-self.shape * libm::log1p(pace * p.at)) / p.at;
            mean(&self.chances(pace), buys)
        };
        self.sums(time).map_or_else(by_integral, |sums| sums.purchases)
    }

    /// Of so many without leaving, or of so many or more had the customer not left after the last.
    fn probability_of(&self, n: f64, time: f64) -> f64 {
        if n == 0.0 || time == 0.0 {
            return if n == 0.0 { libm::exp(self.ln_never(time)) } else { 0.0 };
        }
        let exactly = self.ln_never(time)
            - n * libm::log1p(self.scale / time)
            - libm::log(n)
            - ln_beta(self.shape, n);
        let stays = libm::exp(exactly + self.ln_kept(n));
        let leaves = self.leaves / (self.leaves + self.stays + (n - 1.0));
        let left = self.at_least(n, time) * libm::exp(self.ln_kept(n - 1.0)) * leaves;
        f64::min(stays + left, 1.0)
    }

    /// So many had the customer not left before.
    fn probability_of_at_least(&self, n: f64, time: f64) -> f64 {
        self.at_least(n, time) * libm::exp(self.ln_kept(n - 1.0))
    }

    /// The mean of `λ/(λp + δ)` over the purchase rate *λ* and the chance of leaving *p*; without
    /// discount `1/p`, which is infinite if `a ≤ 1`.
    fn discounted_purchases(&self, rate: f64) -> Option<f64> {
        if rate == 0.0 {
            let excess = self.leaves - 1.0;
            return (excess > 0.0).then(|| (excess + self.stays) / excess);
        }
        // λ·f(λ) over a Gamma distribution is its mean times f over one of the next shape.
        let pull = rate * self.scale;
        let rates = gamma_places(self.shape + 1.0);
        let given = |p: &Place| mean(&rates, |g| pull / (pull + g.at * p.at));
        let chances = beta_places(self.leaves, self.stays, (1.0 + self.shape) / pull, 1.0);
        Some(self.shape / pull * mean(&chances, given))
    }
}
