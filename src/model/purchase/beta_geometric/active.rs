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
        let ln = ln_gamma_ratio(self.stays, n) - ln_gamma_ratio(self.leaves + self.stays, n);
        ln.min(0.0)
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
        self.sums(time).map_or_else(by_integral, |sums| sums.stays).min(1.0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::quadrature::integrate;

    const CUSTOMERS: [Active; 6] = [
        Active { shape: 2.243, scale: 43.274, leaves: 0.793, stays: 4.426 },
        Active { shape: 0.243, scale: 4.414, leaves: 1.0, stays: 2.5 },
        Active { shape: 0.11, scale: 2.24, leaves: 0.31, stays: 0.5 },
        Active { shape: 0.546, scale: 13.41, leaves: 1e-3, stays: 0.039 },
        Active { shape: 300.9, scale: 390.0, leaves: 0.4, stays: 306.0 },
        Active { shape: 0.8, scale: 12.0, leaves: 1.3, stays: 20_000.0 },
    ];

    fn close(a: f64, b: f64, tolerance: f64) -> bool {
        (a - b).abs() <= tolerance * b.abs()
    }

    #[test]
    fn sums_and_integrals_agree() {
        for customer in CUSTOMERS {
            for time in [1e-6, 0.3, 4.0, 14.0] {
                let sums = customer.sums(time).unwrap();
                let pace = time / customer.scale;
                let ln = |p: &Place| -customer.shape * libm::log1p(pace * p.at);
                let places = customer.chances(pace);
                let stays = mean(&places, |p| libm::exp(ln(p)));
                let purchases = mean(&places, |p| -libm::expm1(ln(p)) / p.at);
                assert!(close(sums.stays, stays, 1e-13), "{customer:?} {time}: {stays}");
                assert!(
                    close(sums.purchases, purchases, 1e-12),
                    "{customer:?} {time}: {purchases}"
                );
            }
        }
    }

    #[test]
    fn chances_sum_to_one_and_their_mean_is_what_is_expected() {
        for customer in CUSTOMERS {
            let time = 20.0;
            let chances: Vec<f64> =
                (0..400).map(|n| customer.probability_of(f64::from(n), time)).collect();
            let sum: f64 = chances.iter().sum();
            let mean: f64 = chances.iter().zip(0_u16..).map(|(p, n)| p * f64::from(n)).sum();
            assert!(close(sum, 1.0, 1e-9), "{customer:?}: {sum}");
            assert!(close(mean, customer.expected_purchases(time), 1e-6), "{customer:?}: {mean}");
            for n in [1, 3, 10] {
                let tail: f64 = chances.iter().skip(n).sum();
                let found = customer.probability_of_at_least(n as f64, time);
                assert!((found - tail).abs() < 1e-9, "{customer:?} {n}: {found} {tail}");
            }
        }
    }

    #[test]
    fn the_discounted_sum_is_that_of_the_curve() {
        // By parts: ∫ e^(−δt) dE(t) = δ ∫ e^(−δt) E(t) dt, over w = e^(−δt).
        for customer in CUSTOMERS {
            let rate = 0.05;
            let curve = |w: f64| customer.expected_purchases(-libm::log(w) / rate);
            let expected = integrate(curve, 1e-12, 1.0, 1e-10);
            let found = customer.discounted_purchases(rate).unwrap();
            assert!(close(found, expected, 1e-7), "{customer:?}: {found} {expected}");
        }
    }

    #[test]
    fn without_discount_the_sum_may_have_no_end() {
        let endless = CUSTOMERS.map(|customer| customer.discounted_purchases(0.0));
        assert!(endless[..5].iter().all(Option::is_none));
        assert!(close(endless[5].unwrap(), 20_000.3 / 0.3, 1e-12));
        let nearly = CUSTOMERS[5].discounted_purchases(1e-9).unwrap();
        assert!(nearly < endless[5].unwrap() && nearly > 0.5 * endless[5].unwrap(), "{nearly}");
    }
}
