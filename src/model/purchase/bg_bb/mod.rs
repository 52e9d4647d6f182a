//! Purchases at set occasions: the Beta-geometric/Beta-binomial model (BG/BB).
//!
//! *Question.* Each year we ask every donor once (or: each season holds one fair, one cruise, one
//! renewal), and a donor who has gone silent does not say so. Who is still a donor, and how often
//! will each give in the next five years?
//!
//! *Model.* At each opportunity a customer who is still one buys with a chance *p* of their own,
//! and before each opportunity leaves for ever with a chance *θ* of their own. Across customers
//! *p* is Beta(*α*, *β*) and *θ* is Beta(*γ*, *δ*), independently.
//!
//! *Formula.* Of *n* opportunities a customer took *x*, the last of them number *t*ₓ. With
//! `A(j) = B(α+x, β+j−x) / B(α, β)` the likelihood is
//! `A(n)·B(γ, δ+n)/B(γ, δ) + Σ A(j)·B(γ+1, δ+j)/B(γ, δ)`, *j* from *t*ₓ to *n* − 1: still here, or
//! gone right after opportunity *j*. P(alive) is the first part's share. A customer who is alive
//! is a new one with *α + x*, *β + n − x*, *δ + n* for *α*, *β*, *δ*.
//!
//! *Source.* Fader, Hardie & Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual
//! Setting", *Marketing Science* 29 (2010).
//!
//! *Example.* Donors who gave in all six years, and donors who gave only in the first:
//!
//! ```
//! use customer_value::model::purchase::bg_bb::{BgBb, Opportunities};
//! let donors = BgBb::new(1.204, 0.750, 0.657, 2.783).unwrap();
//! let loyal = donors.outlook(&Opportunities::new(6, 6, 6).unwrap());
//! let silent = donors.outlook(&Opportunities::new(1, 1, 6).unwrap());
//! assert!((loyal.expected_purchases(5.0) - 3.75).abs() < 0.01);
//! assert!((silent.p_alive() - 0.07).abs() < 0.01);
//! ```
//!
//! *Not for* customers who may buy at any time and more than once (see the BG/NBD and Pareto/NBD
//! models), for those who cancel (see [`retention_curve`](crate::model::retention_curve)), or where
//! a purchase makes the next less likely for a while.

mod fit;
mod history;
mod outlook;

pub use history::{MOST_OPPORTUNITIES, Opportunities};

use super::Outlook;
use crate::math::beta::ln_moment;
use crate::math::random::Random;

/// The largest value of a parameter, and one over the smallest.
const LARGEST: f64 = 1e12;

/// Why there is no model or no history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BgBbError {
    /// *α* is outside 1e-12..1e12.
    Alpha,
    /// *β* is outside 1e-12..1e12.
    Beta,
    /// *γ* is outside 1e-12..1e12.
    Gamma,
    /// *δ* is outside 1e-12..1e12.
    Delta,
    /// More purchases than opportunities up to the last one, or none with a last one.
    Purchases,
    /// The last purchase is later than the last opportunity.
    Last,
    /// There are more than [`MOST_OPPORTUNITIES`].
    Opportunities,
}

/// The BG/BB model, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BgBb {
    alpha: f64,
    beta: f64,
    gamma: f64,
    delta: f64,
}

impl BgBb {
    /// Checks the parameters, each 1e-12..1e12: *α*, *β* of the chance to buy, *γ*, *δ* of the
    /// chance to leave.
    ///
    /// # Errors
    /// [`BgBbError`] names the parameter.
    pub fn new(alpha: f64, beta: f64, gamma: f64, delta: f64) -> Result<Self, BgBbError> {
        let sound = |x: f64| (1.0 / LARGEST..=LARGEST).contains(&x);
        let checks = [
            (alpha, BgBbError::Alpha),
            (beta, BgBbError::Beta),
            (gamma, BgBbError::Gamma),
            (delta, BgBbError::Delta),
        ];
        match checks.into_iter().find(|(x, _)| !sound(*x)) {
            Some((_, error)) => Err(error),
            None => Ok(Self { alpha, beta, gamma, delta }),
        }
    }

    /// *α*, *β*, *γ*, *δ*.
    pub const fn parameters(&self) -> [f64; 4] {
        [self.alpha, self.beta, self.gamma, self.delta]
    }

    /// Chance that a customer who is still one takes an opportunity, on average: `α / (α+β)`.
    pub fn mean_purchase(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// Chance that a customer leaves before the next opportunity, on average: `γ / (γ+δ)`.
    pub fn mean_dropout(&self) -> f64 {
        self.leaves(0.0)
    }

    /// Chance that one who is still a customer at opportunity number `i`, or at the beginning, is
    /// gone at the next.
    fn leaves(&self, i: f64) -> f64 {
        self.gamma / (self.gamma + self.delta + i)
    }

    /// Chance that one who is still a customer at opportunity number `i` is so at the next.
    fn stays_at(&self, i: f64) -> f64 {
        (self.delta + i) / (self.gamma + self.delta + i)
    }

    /// Chance that one who is still a customer and took `x` of `i` opportunities leaves out the
    /// next.
    fn skips(&self, i: f64, x: f64) -> f64 {
        (self.beta + (i - x)) / (self.alpha + self.beta + i)
    }

    /// What to expect of a new customer.
    pub const fn newcomer(&self) -> Outlook<Self> {
        Outlook::new(1.0, *self)
    }

    /// What to expect of a customer with this `history`.
    pub fn outlook(&self, history: &Opportunities) -> Outlook<Self> {
        let (taken, given) = (f64::from(history.taken), f64::from(history.given));
        let then = Self {
            alpha: self.alpha + taken,
            beta: self.beta + (given - taken),
            gamma: self.gamma,
            delta: self.delta + given,
        };
        Outlook::new(self.p_alive(history), then)
    }

    /// Chance that a customer with this `history` is still one at the last opportunity in it.
    pub fn p_alive(&self, history: &Opportunities) -> f64 {
        self.weigh(history).1
    }

    /// Log-likelihood of `history`: the logarithm of the chance of exactly these purchases, in
    /// this order.
    pub fn log_likelihood(&self, history: &Opportunities) -> f64 {
        self.weigh(history).0
    }

    /// What a customer of this model does at `given` opportunities, of at most
    /// [`MOST_OPPORTUNITIES`], drawn by `random`.
    pub fn draw(&self, given: u32, random: &mut Random) -> Opportunities {
        let given = given.min(MOST_OPPORTUNITIES);
        let buys = random.beta(self.alpha, self.beta);
        let leaves = random.beta(self.gamma, self.delta);
        let (mut taken, mut last) = (0, 0);
        for opportunity in 1..=given {
            if random.chance(leaves) {
                break;
            }
            if random.chance(buys) {
                (taken, last) = (taken + 1, opportunity);
            }
        }
        Opportunities { taken, last, given }
    }

    /// Log-likelihood of a history, and the chance that its customer is still one at its end.
    ///
    /// The likelihood counts those gone right after the last purchase, after the opportunity that
    /// follows it, …, and those not gone; each as a multiple of the one before, from the end
    /// inwards, so that a silence may be of any length.
    fn weigh(&self, history: &Opportunities) -> (f64, f64) {
        let (x, last) = (f64::from(history.taken), f64::from(history.last));
        let taken = ln_moment(self.beta, self.alpha, x)
            + ln_moment(self.alpha + x, self.beta, last - x)
            + ln_moment(self.gamma, self.delta, last);
        if history.last == history.given {
            return (taken, 1.0);
        }
        // The chance of the silence from opportunity i on, of one who is alive there.
        let (mut silence, mut alive) = (1.0, 1.0);
        for i in (history.last..history.given).rev() {
            let i = f64::from(i);
            let here = self.stays_at(i) * self.skips(i, x) * silence;
            silence = self.leaves(i) + here;
            alive *= here / silence;
        }
        (taken + libm::log(silence), alive)
    }
}

#[cfg(test)]
mod tests;
