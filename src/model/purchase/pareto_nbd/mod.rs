//! The Pareto/NBD model: customers buy at random while they stay, and leave unseen.
//!
//! *Question.* A customer has been silent for a while. Still a customer, or gone? How many
//! purchases will there be from now on?
//!
//! *Assumptions.* While a customer stays, purchases come at random with a rate *λ* (Poisson), and
//! the time until the customer leaves for good is random with a rate *μ* (exponential). Customers
//! differ: *λ* is spread over them by a gamma distribution of shape *r* and scale parameter *α*
//! (mean `r/α`), *μ* by one of *s* and *β*, each independent of the other.
//!
//! *Formula.* For a customer with *x* repeat purchases, the last at *tₓ*, known for a time *T*:
//!
//! * likelihood `Γ(r+x)/Γ(r) · αʳβˢ / ((α+T)ʳ⁺ˣ(β+T)ˢ) · (1 + R)`, where the odds of having left
//!   are `R = s ∫ ((α+T)/(α+y))ʳ⁺ˣ ((β+T)/(β+y))ˢ dy/(β+y)` from *tₓ* to *T*;
//! * chance of still being a customer `1 / (1 + R)`;
//! * expected purchases of a newcomer within *t*: `r/α · ∫ (β/(β+y))ˢ dy` from 0 to *t*, which is
//!   `rβ/(α(s−1)) · (1 − (β/(β+t))ˢ⁻¹)`, and `rβ/α · ln(1 + t/β)` where `s = 1`;
//! * one who is still a customer goes on as a newcomer does, with `r+x`, `α+T`, `s` and `β+T`. So
//!   there is one [`Outlook`] for both, which answers all questions about the future.
//!
//! The textbooks write the integrals as differences of hypergeometric functions, which lose all
//! digits for faithful customers and for large *β*; here they are taken as they stand.
//!
//! *Source.* Schmittlein, Morrison & Colombo, "Counting Your Customers" (1987); Fader & Hardie,
//! "A Note on Deriving the Pareto/NBD Model and Related Expressions" (2005); Fader, Hardie & Lee,
//! "RFM and CLV" (2005), for discounted expected residual transactions.
//!
//! *Not for* customers under contract, whose leaving is seen; for purchases in a rhythm (a Poisson
//! rate has none, so that a regular customer's silence counts for too little); for few customers
//! or short records, where *s* and *β* cannot be told apart from nobody ever leaving: the
//! [`Verdict`](super::Verdict) of the [fit](ParetoNbd::fit) says so.
//!
//! ```
//! use customer_value::model::purchase::{History, ParetoNbd};
//!
//! // The customers of an online music shop, in weeks.
//! let shop = ParetoNbd::new(0.553, 10.578, 0.606, 11.669).unwrap();
//! // Two repeat purchases, the last after 30.43 of 38.86 weeks.
//! let outlook = shop.outlook(&History::new(2, 30.43, 38.86).unwrap());
//! assert_eq!((outlook.p_alive() * 1e3).round(), 869.0);
//! assert_eq!((outlook.expected_purchases(39.0) * 1e3).round(), 1455.0);
//! ```

mod fit;
mod likelihood;
mod outlook;
mod silence;

use super::{History, Outlook};
use crate::math::logistic::ln_1p_exp;
use crate::math::special::ln_gamma_ratio;
use silence::Silence;

/// A Pareto/NBD model with its four parameters, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParetoNbd {
    r: f64,
    alpha: f64,
    s: f64,
    beta: f64,
}

/// Which parameter of a Pareto/NBD model is not between 10⁻¹⁵ and 10¹⁵.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParetoNbdError {
    /// Shape of the purchase rates, *r*.
    R,
    /// Scale parameter of the purchase rates, *α*.
    Alpha,
    /// Shape of the leaving rates, *s*.
    S,
    /// Scale parameter of the leaving rates, *β*.
    Beta,
}

impl ParetoNbd {
    /// The smallest parameter that is accepted.
    pub const LEAST: f64 = 1e-15;
    /// The largest parameter that is accepted.
    pub const MOST: f64 = 1e15;

    /// Checks the parameters: shapes *r* and *s* are numbers, *α* and *β* times.
    ///
    /// # Errors
    /// [`ParetoNbdError`] names the parameter that is not within [`LEAST`](Self::LEAST) and
    /// [`MOST`](Self::MOST).
    pub fn new(r: f64, alpha: f64, s: f64, beta: f64) -> Result<Self, ParetoNbdError> {
        let checks = [
            (r, ParetoNbdError::R),
            (alpha, ParetoNbdError::Alpha),
            (s, ParetoNbdError::S),
            (beta, ParetoNbdError::Beta),
        ];
        let sound = |x: &f64| (Self::LEAST..=Self::MOST).contains(x);
        match checks.into_iter().find(|(x, _)| !sound(x)) {
            Some((_, error)) => Err(error),
            None => Ok(Self { r, alpha, s, beta }),
        }
    }

    /// Shape of the purchase rates, *r*: the smaller, the more customers differ.
    pub const fn r(&self) -> f64 {
        self.r
    }

    /// Scale parameter of the purchase rates, *α*; their mean is `r/α` purchases per unit of time.
    pub const fn alpha(&self) -> f64 {
        self.alpha
    }

    /// Shape of the leaving rates, *s*: the smaller, the more customers differ.
    pub const fn s(&self) -> f64 {
        self.s
    }

    /// Scale parameter of the leaving rates, *β*; half of all newcomers stay longer than
    /// `β(2^(1/s) − 1)`.
    pub const fn beta(&self) -> f64 {
        self.beta
    }

    fn silence(&self, history: &History) -> Silence {
        let shape = self.r + f64::from(history.repeats());
        Silence::new((shape, self.alpha), (self.s, self.beta), history.recency(), history.age())
    }

    /// `ln R`: the odds that a customer with this history has left.
    fn ln_odds(&self, history: &History) -> f64 {
        libm::log(self.s) + self.silence(history).ln_odds()
    }

    /// Natural logarithm of the likelihood of a history. A density where there were purchases: it
    /// depends on the unit of time and may be positive.
    pub fn log_likelihood(&self, history: &History) -> f64 {
        let x = f64::from(history.repeats());
        let stayed = ln_gamma_ratio(self.r, x)
            - x * libm::log(self.alpha)
            - (self.r + x) * libm::log1p(history.age() / self.alpha)
            - self.s * libm::log1p(history.age() / self.beta);
        stayed + ln_1p_exp(self.ln_odds(history))
    }

    /// Chance that a customer with this history is still one, 0..1.
    pub fn p_alive(&self, history: &History) -> f64 {
        libm::exp(-ln_1p_exp(self.ln_odds(history)))
    }

    /// What to expect of a customer who has just made the first purchase.
    pub const fn newcomer(&self) -> Outlook<Self> {
        Outlook::new(1.0, *self)
    }

    /// What to expect of a customer with this history.
    pub fn outlook(&self, history: &History) -> Outlook<Self> {
        let later = Self {
            r: self.r + f64::from(history.repeats()),
            alpha: self.alpha + history.age(),
            s: self.s,
            beta: self.beta + history.age(),
        };
        Outlook::new(self.p_alive(history), later)
    }
}
