//! What BG/NBD and MBG/NBD share: customers who may leave after a purchase, and only then.
//!
//! The two differ in one coin: whether it is tossed after the first purchase too. So there is one
//! model with a switch, and a name for each of its two positions; their pages,
//! [`bg_nbd`](super::bg_nbd) and [`mbg_nbd`](super::mbg_nbd), say what each assumes.
//!
//! *Formula.* A customer who has made *k* tosses, who is still a customer, and of whom *x* repeat
//! purchases were seen in a time *T* goes on like a newcomer with `r+x`, `α+T`, *a* and `b+k`
//! ([`Active`]). The likelihood is that of staying, times `1 + R`, where
//! `R = a/(b+k−1) · ((α+T)/(α+tₓ))ʳ⁺ˣ` are the odds of having left at the last purchase.

mod active;
mod fit;
mod likelihood;

pub use active::Active;

use super::{Cohort, History, Outlook};
use crate::math::logistic::ln_1p_exp;
use crate::math::special::ln_gamma_ratio;

/// A model of customers who may leave after each purchase, with its parameters, checked.
///
/// With `AT_FIRST` they may leave after the very first purchase already.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetaGeometric<const AT_FIRST: bool> {
    parameters: Parameters,
}

/// The parameters of BG/NBD and MBG/NBD.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// Shape of the purchase rates, *r*: the smaller, the more customers differ.
    pub r: f64,
    /// Scale parameter of the purchase rates, *α*, a time; their mean is `r/α`.
    pub alpha: f64,
    /// Shape of the chances of leaving, *a*; their mean is `a/(a+b)`.
    pub a: f64,
    /// Shape of the chances of staying, *b*.
    pub b: f64,
}

/// Which parameter is not between 10⁻¹⁵ and 10¹⁵.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterError {
    /// Shape of the purchase rates, *r*.
    R,
    /// Scale parameter of the purchase rates, *α*.
    Alpha,
    /// Shape of the chances of leaving, *a*.
    A,
    /// Shape of the chances of staying, *b*.
    B,
}

impl<const AT_FIRST: bool> BetaGeometric<AT_FIRST> {
    /// The smallest parameter that is accepted.
    pub const LEAST: f64 = 1e-15;
    /// The largest parameter that is accepted.
    pub const MOST: f64 = 1e15;

    /// Checks the parameters.
    ///
    /// # Errors
    /// [`ParameterError`] names the one that is not within [`LEAST`](Self::LEAST) and
    /// [`MOST`](Self::MOST).
    pub fn new(parameters: Parameters) -> Result<Self, ParameterError> {
        let Parameters { r, alpha, a, b } = parameters;
        let checks = [
            (r, ParameterError::R),
            (alpha, ParameterError::Alpha),
            (a, ParameterError::A),
            (b, ParameterError::B),
        ];
        let sound = |x: &f64| (Self::LEAST..=Self::MOST).contains(x);
        match checks.into_iter().find(|(x, _)| !sound(x)) {
            Some((_, error)) => Err(error),
            None => Ok(Self { parameters }),
        }
    }

    /// The parameters it was made from.
    pub const fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// How often the coin was tossed, *k*, if the customer is still one.
    const fn tosses(history: &History) -> u32 {
        history.repeats() + AT_FIRST as u32
    }

    /// `ln R`: the odds of having left at the last purchase; none where that cannot be.
    fn ln_odds(&self, history: &History) -> Option<f64> {
        let Parameters { r, alpha, a, b } = self.parameters;
        let earlier = f64::from(Self::tosses(history).checked_sub(1)?);
        let silence = (history.age() - history.recency()) / (alpha + history.recency());
        let shape = r + f64::from(history.repeats());
        Some(libm::log(a / (b + earlier)) + shape * libm::log1p(silence))
    }

    /// Natural logarithm of the likelihood of a history. A density where there were purchases: it
    /// depends on the unit of time and may be positive.
    pub fn log_likelihood(&self, history: &History) -> f64 {
        let Parameters { r, alpha, a, b } = self.parameters;
        let (x, k) = (f64::from(history.repeats()), f64::from(Self::tosses(history)));
        let buys = ln_gamma_ratio(r, x)
            - x * libm::log(alpha)
            - (r + x) * libm::log1p(history.age() / alpha);
        let stays = ln_gamma_ratio(b, k) - ln_gamma_ratio(a + b, k);
        buys + stays + self.ln_odds(history).map_or(0.0, ln_1p_exp)
    }

    /// Natural logarithm of the likelihood of all histories together.
    pub fn log_likelihood_of_all(&self, cohort: &Cohort) -> f64 {
        let all = cohort.groups().iter();
        all.map(|group| f64::from(group.customers) * self.log_likelihood(&group.history)).sum()
    }

    /// Chance that a customer with this history is still one, 0..1.
    pub fn p_alive(&self, history: &History) -> f64 {
        self.ln_odds(history).map_or(1.0, |odds| libm::exp(-ln_1p_exp(odds)))
    }

    /// What to expect of a customer who has just made the first purchase.
    pub fn newcomer(&self) -> Outlook<Active> {
        self.outlook(&History::FIRST)
    }

    /// What to expect of a customer with this history.
    pub fn outlook(&self, history: &History) -> Outlook<Active> {
        let Parameters { r, alpha, a, b } = self.parameters;
        let then = Active {
            shape: r + f64::from(history.repeats()),
            scale: alpha + history.age(),
            leaves: a,
            stays: b + f64::from(Self::tosses(history)),
        };
        Outlook::new(self.p_alive(history), then)
    }
}
