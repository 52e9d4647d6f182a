//! What a purchase is worth: the Gamma-Gamma model of spend.
//!
//! *Question.* One customer bought once, for 300; another ten times, for 80 on average. What will
//! either spend per purchase from now on? A single dear purchase is mostly chance; ten are
//! evidence.
//!
//! *Model.* A customer's purchases vary about a mean of their own: each is Gamma with shape *p*
//! and rate *ν*. Across customers *ν* is Gamma with shape *q* and scale parameter *v*.
//!
//! *Formula.* After *x* purchases of mean *m* the expected mean is `p·(v + x·m) / (p·x + q − 1)`: a
//! weighted average of *m* and of what all customers spend on average, `p·v / (q − 1)`, with
//! weights `p·x` and `q − 1`. The density of *m* is
//! `(x·m)^(p·x)·v^q / (m·B(p·x, q)·(v + x·m)^(p·x + q))`.
//!
//! *Source.* Fader & Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013); Fader,
//! Hardie & Lee, "RFM and CLV", *Journal of Marketing Research* 42 (2005). The letter *v* is their
//! second *γ*.
//!
//! *Assumes* that how much a customer spends has nothing to do with how often: [`independence`]
//! measures it.
//!
//! *Example.* With the parameters of the CDNOW records, two purchases of 22.35 on average:
//!
//! ```
//! use customer_value::model::purchase::gamma_gamma::{GammaGamma, Spend};
//! let model = GammaGamma::new(6.25, 3.74, 15.44).unwrap();
//! let customer = Spend::new(2, 22.35).unwrap();
//! assert!((model.expected_mean(&customer).unwrap() - 24.66).abs() < 0.01);
//! assert!((model.population_mean().unwrap() - 35.22).abs() < 0.01);
//! ```
//!
//! *Not for* spend that may be zero or negative (net refunds first), for prices that all customers
//! pay alike, or where customers spend more the longer they stay.

mod fit;
mod independence;

pub use independence::{Independence, Relation, independence};

use crate::math::random::Random;
use crate::math::special::{gamma_shares, ln_beta};
use crate::math::{finite, normal, root};

/// The largest value of *p* and *q*, and one over the smallest of all parameters.
const LARGEST: f64 = 1e12;

/// The largest amount of money.
const MOST: f64 = 1e15;

/// The smallest mean spend.
const LEAST: f64 = 1e-9;

/// The most purchases of one customer.
const PURCHASES: u32 = 1_000_000;

/// Why there is no model, no spend or no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpendError {
    /// *p* is outside 1e-12..1e12.
    P,
    /// *q* is outside 1e-12..1e12.
    Q,
    /// *v* is outside 1e-12..1e15.
    V,
    /// More than a million purchases.
    Purchases,
    /// Mean spend is outside 1e-9..1e15, or not 0 where there was no purchase.
    Mean,
    /// There is no expected spend: `p·x + q ≤ 1`. Dear purchases are not rare enough for
    /// their mean to settle.
    NoMean,
}

/// What is known of a customer's spend: how many purchases (without the first, as everywhere in the
/// purchase models) and how much each was worth on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spend {
    purchases: u32,
    mean: f64,
}

impl Spend {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { purchases: 0, mean: 0.0 };

    /// Checks `purchases` (*x*, up to a million) and their `mean` worth (*m*, 1e-9..1e15, or 0
    /// where there is no purchase).
    ///
    /// # Errors
    /// [`SpendError::Purchases`] or [`SpendError::Mean`].
    pub fn new(purchases: u32, mean: f64) -> Result<Self, SpendError> {
        let fits = if purchases == 0 { mean == 0.0 } else { (LEAST..=MOST).contains(&mean) };
        if purchases > PURCHASES {
            return Err(SpendError::Purchases);
        }
        if fits { Ok(Self { purchases, mean: mean + 0.0 }) } else { Err(SpendError::Mean) }
    }

    /// Purchases, *x*.
    pub const fn purchases(&self) -> u32 {
        self.purchases
    }

    /// What each was worth on average, *m*; 0 where there is none.
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// What all were worth together, `x·m`.
    pub fn total(&self) -> f64 {
        f64::from(self.purchases) * self.mean
    }
}

/// The Gamma-Gamma model, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GammaGamma {
    p: f64,
    q: f64,
    v: f64,
}

impl GammaGamma {
    /// Checks the parameters: *p* and *q* 1e-12..1e12, *v* 1e-12..1e15.
    ///
    /// # Errors
    /// [`SpendError`] names the parameter.
    pub fn new(p: f64, q: f64, v: f64) -> Result<Self, SpendError> {
        let checks =
            [(p, LARGEST, SpendError::P), (q, LARGEST, SpendError::Q), (v, MOST, SpendError::V)];
        let unsound = |(x, most, _): &(f64, f64, _)| !(1.0 / LARGEST..=*most).contains(x);
        match checks.into_iter().find(unsound) {
            Some((_, _, error)) => Err(error),
            None => Ok(Self { p, q, v }),
        }
    }

    /// *p*, *q*, *v*.
    pub const fn parameters(&self) -> [f64; 3] {
        [self.p, self.q, self.v]
    }

    /// Worth of a purchase on average over all customers: `p·v / (q − 1)`.
    ///
    /// # Errors
    /// [`SpendError::NoMean`] where `q ≤ 1`.
    pub fn population_mean(&self) -> Result<f64, SpendError> {
        self.expected_mean(&Spend::UNKNOWN)
    }

    /// What a purchase of this customer will be worth on average: `p·(v + x·m) / (p·x + q − 1)`;
    /// of one without purchases, what it is over all customers.
    ///
    /// # Errors
    /// [`SpendError::NoMean`] where `p·x + q ≤ 1`.
    pub fn expected_mean(&self, spend: &Spend) -> Result<f64, SpendError> {
        let weight = self.p * f64::from(spend.purchases) + (self.q - 1.0);
        if weight <= 0.0 {
            return Err(SpendError::NoMean);
        }
        Ok(self.p * ((self.v + spend.total()) / weight))
    }

    /// How much the customer's own purchases count in [`expected_mean`](Self::expected_mean),
    /// against what all customers spend: `p·x / (p·x + q − 1)`, 0..1.
    ///
    /// # Errors
    /// [`SpendError::NoMean`] where `q ≤ 1`: there is nothing to weigh against.
    pub fn own_weight(&self, purchases: u32) -> Result<f64, SpendError> {
        if self.q <= 1.0 {
            return Err(SpendError::NoMean);
        }
        let own = self.p * f64::from(purchases);
        Ok(own / (own + (self.q - 1.0)))
    }

    /// What a customer of this model spends in so many `purchases`, drawn by `random` and brought
    /// within the bounds of [`Spend`].
    pub fn draw(&self, purchases: u32, random: &mut Random) -> Spend {
        let count = purchases.min(PURCHASES);
        if count == 0 {
            return Spend::UNKNOWN;
        }
        let times = f64::from(count);
        let ln_total = random.ln_gamma(self.p * times) - random.ln_gamma(self.q);
        let mean = self.v * libm::exp(ln_total) / times;
        Spend { purchases: count, mean: mean.clamp(LEAST, MOST) }
    }

    /// Log-likelihood of `spend`: the logarithm of the density of its mean; 0 where there is no
    /// purchase, which says nothing.
    pub fn log_likelihood(&self, spend: &Spend) -> f64 {
        if spend.purchases == 0 {
            return 0.0;
        }
        let (shape, odds) = (self.p * f64::from(spend.purchases), self.v / spend.total());
        let own = shape * libm::log1p(odds);
        let others = self.q * libm::log1p(1.0 / odds);
        -ln_beta(shape, self.q) - own - others - libm::log(spend.mean)
    }

    /// From where to where this customer's mean worth of a purchase lies with the chance `share`,
    /// as much outside on either side; none where `share` is not in 0..1 (1 itself is out of
    /// reach), or an end is beyond all numbers.
    ///
    /// The customer's rate *ν* is Gamma with shape `p·x + q` and rate `v + x·m`, and the mean is
    /// `p / ν`: there is an interval also where there is no expected mean.
    pub fn mean_interval(&self, spend: &Spend, share: f64) -> Option<(f64, f64)> {
        let shape = self.p * f64::from(spend.purchases) + self.q;
        let scale = self.p * (self.v + spend.total());
        let outside = (1.0 - share) / 2.0;
        let end = |level: f64| finite(scale / gamma_quantile(shape, level)?);
        if !(0.0..1.0).contains(&share) {
            return None;
        }
        Some((end(1.0 - outside)?, end(outside)?))
    }
}

/// Where a Gamma variable of this `shape` and scale 1 is exceeded with the chance `1 − level`;
/// none where that is below e⁻⁷⁰⁰.
fn gamma_quantile(shape: f64, level: f64) -> Option<f64> {
    if shape > 1e6 {
        // Wilson & Hilferty (1931): its cube root is all but normal.
        let third = 1.0 / (9.0 * shape);
        let root = 1.0 - third + normal::quantile(level) * third.sqrt();
        return Some(shape * root * root * root);
    }
    let below = |ln: f64| gamma_shares(shape, libm::exp(ln)).0 - level;
    root::between(below, -700.0, libm::log(shape + 1.0) + 7.0).map(libm::exp)
}

#[cfg(test)]
mod tests;
