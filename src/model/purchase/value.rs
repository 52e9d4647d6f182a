//! Lifetime value of a known customer without a contract: purchases to come times what each is
//! worth.
//!
//! *Question.* This customer bought seven times, the last time ten weeks ago, for 74 on average.
//! What is the customer worth to us from now on?
//!
//! *Formula.* With `E(t)` the purchases expected up to *t*, *E(M)* the expected worth of one and a
//! margin *g*, over *n* months at a discount rate *d* a month `g·E(M)·Σ (E(k) − E(k−1)) / (1+d)ᵏ`,
//! *k* from 1 to *n* months: what is bought in a month counts at its end. For ever, at a continuous
//! rate *δ*, `g·E(M)·DERT` with the discounted expected residual transactions.
//!
//! *Source.* Fader, Hardie & Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base
//! Analysis", *Journal of Marketing Research* 42 (2005); the sum over months is that of the
//! Python library lifetimes.
//!
//! *Assumes* what its two models assume, and that they have nothing to do with each other: see
//! [`independence`](super::gamma_gamma::independence).
//!
//! *Example.* A year of a customer of the CDNOW records, in weeks:
//!
//! ```
//! use customer_value::model::purchase::gamma_gamma::{GammaGamma, Spend};
//! use customer_value::model::purchase::pareto_nbd::ParetoNbd;
//! use customer_value::model::purchase::value::{Horizon, Valuation, WEEKS};
//! use customer_value::model::purchase::History;
//! let buying = ParetoNbd::new(0.553, 10.578, 0.606, 11.669).unwrap();
//! let spending = GammaGamma::new(6.25, 3.74, 15.44).unwrap();
//! let customer = buying.outlook(&History::new(7, 29.43, 38.86).unwrap());
//! let year = Horizon::Months { months: 12, discount: 0.01, length: WEEKS };
//! let valuation = Valuation::new(year, 1.0).unwrap();
//! let found = valuation.predict(&customer, &spending, &Spend::new(7, 73.74).unwrap()).unwrap();
//! assert!((found.value - 318.55).abs() < 0.01);
//! ```
//!
//! *Not for* customers under contract (see [`retention_curve`](crate::model::retention_curve) and
//! [`lifetime`](crate::model::lifetime)). It counts what is to come: neither what the customer has
//! brought already nor what it cost to win them.

use super::gamma_gamma::{GammaGamma, Spend, SpendError};
use super::{GoesOn, Outlook};
use crate::math::finite;

/// Weeks in a month, as lifetimes counts them.
pub const WEEKS: f64 = 4.345;

/// Days in a month, as lifetimes counts them.
pub const DAYS: f64 = 30.0;

/// How far ahead a value counts, and how it is discounted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Horizon {
    /// Some months, each discounted to today from its end.
    Months {
        /// How many, up to 1,200.
        months: u32,
        /// Discount rate a month, *d*, from 0 up.
        discount: f64,
        /// Length of a month in the time unit of the purchase model: [`WEEKS`], [`DAYS`] or 1.
        length: f64,
    },
    /// As long as the customer stays.
    Forever {
        /// Continuous discount rate per time unit of the purchase model, *δ*, from 0 up: for a
        /// rate *d* per unit, `ln (1+d)`.
        discount: f64,
    },
}

/// Why there is no valuation, or no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuationError {
    /// More than 1,200 months.
    Months,
    /// The discount rate is negative, above a million, or not a number.
    Discount,
    /// A month is not above 0, or longer than a million units.
    Length,
    /// The margin is beyond a million either way, or not a number.
    Margin,
    /// There is no expected spend.
    NoMean,
    /// Without discount the sum over all time has no end, or the value is beyond all numbers.
    Endless,
}

/// How customers are valued, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Valuation {
    horizon: Horizon,
    margin: f64,
}

/// What is to be expected of one customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// Chance of still being a customer, 0..1.
    pub p_alive: f64,
    /// Expected purchases up to the horizon; none where they have no end.
    pub purchases: Option<f64>,
    /// The same, each discounted to today.
    pub discounted_purchases: f64,
    /// Expected worth of a purchase.
    pub mean_spend: f64,
    /// Lifetime value: margin × worth × discounted purchases.
    pub value: f64,
}

impl Valuation {
    /// Checks the horizon and the `margin`: the share of what is spent that is profit, negative
    /// where a sale costs more than it brings.
    ///
    /// # Errors
    /// [`ValuationError`] names the parameter.
    pub fn new(horizon: Horizon, margin: f64) -> Result<Self, ValuationError> {
        const LARGEST: f64 = 1e6;
        let (months, discount, length) = match horizon {
            Horizon::Months { months, discount, length } => (months, discount, length),
            Horizon::Forever { discount } => (0, discount, 1.0),
        };
        let checks = [
            (months <= 1_200, ValuationError::Months),
            ((0.0..=LARGEST).contains(&discount), ValuationError::Discount),
            (length > 0.0 && length <= LARGEST, ValuationError::Length),
            (margin.abs() <= LARGEST, ValuationError::Margin),
        ];
        match checks.into_iter().find(|(sound, _)| !sound) {
            Some((_, error)) => Err(error),
            None => Ok(Self { horizon, margin }),
        }
    }

    /// Expected purchases up to the horizon, as they come; none where they have no end.
    pub fn purchases<M: GoesOn>(&self, outlook: &Outlook<M>) -> Option<f64> {
        match self.horizon {
            Horizon::Months { months, length, .. } => {
                Some(outlook.expected_purchases(f64::from(months) * length))
            }
            Horizon::Forever { .. } => outlook.discounted_purchases(0.0),
        }
    }

    /// Expected purchases up to the horizon, each discounted to today; none where they have no
    /// end.
    pub fn discounted_purchases<M: GoesOn>(&self, outlook: &Outlook<M>) -> Option<f64> {
        let (months, discount, length) = match self.horizon {
            Horizon::Months { months, discount, length } => (months, discount, length),
            Horizon::Forever { discount } => return outlook.discounted_purchases(discount),
        };
        let force = libm::log1p(discount);
        let (mut sum, mut before) = (0.0, 0.0);
        for month in (1..=months).map(f64::from) {
            let so_far = outlook.expected_purchases(month * length);
            sum += (so_far - before) * libm::exp(-month * force);
            before = so_far;
        }
        Some(sum)
    }

    /// What to expect of a customer with this `outlook` who has spent so.
    ///
    /// # Errors
    /// [`ValuationError::NoMean`] where the spend model has no mean for this customer,
    /// [`ValuationError::Endless`] where the purchases have no end.
    pub fn predict<M: GoesOn>(
        &self,
        outlook: &Outlook<M>,
        spending: &GammaGamma,
        spend: &Spend,
    ) -> Result<Prediction, ValuationError> {
        let mean = spending.expected_mean(spend);
        let mean_spend = mean.map_err(|_: SpendError| ValuationError::NoMean)?;
        let discounted = self.discounted_purchases(outlook);
        let value = discounted.and_then(|n| finite(self.margin * mean_spend * n));
        Ok(Prediction {
            p_alive: outlook.p_alive(),
            purchases: self.purchases(outlook),
            discounted_purchases: discounted.ok_or(ValuationError::Endless)?,
            mean_spend,
            value: value.ok_or(ValuationError::Endless)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::purchase::bg_bb::{BgBb, Opportunities};
    use crate::model::purchase::pareto_nbd::ParetoNbd;

    const SPENT: [u32; 2] = [3, 20];

    fn close(a: f64, b: f64, share: f64) -> bool {
        (a - b).abs() <= share * b.abs()
    }

    fn spending() -> (GammaGamma, Spend) {
        let [purchases, mean] = SPENT;
        (GammaGamma::new(4.0, 3.0, 20.0).unwrap(), Spend::new(purchases, mean.into()).unwrap())
    }

    fn months(months: u32, discount: f64) -> Valuation {
        Valuation::new(Horizon::Months { months, discount, length: WEEKS }, 0.4).unwrap()
    }

    #[test]
    fn what_is_wrong_is_named() {
        let error = |horizon, margin| Valuation::new(horizon, margin).unwrap_err();
        let of = |months, discount, length| Horizon::Months { months, discount, length };
        assert_eq!(error(of(1_201, 0.0, 1.0), 1.0), ValuationError::Months);
        assert_eq!(error(of(12, -0.1, 1.0), 1.0), ValuationError::Discount);
        assert_eq!(error(of(12, 0.1, 0.0), 1.0), ValuationError::Length);
        assert_eq!(error(of(12, 0.1, 1.0), f64::NAN), ValuationError::Margin);
        assert_eq!(error(Horizon::Forever { discount: f64::NAN }, 1.0), ValuationError::Discount);
    }

    #[test]
    fn without_discount_it_is_purchases_times_spend() {
        let (model, spend) = spending();
        let outlook = ParetoNbd::new(0.553, 10.578, 0.606, 11.669).unwrap().newcomer();
        let found = months(24, 0.0).predict(&outlook, &model, &spend).unwrap();
        let purchases = outlook.expected_purchases(24.0 * WEEKS);
        assert!(close(found.discounted_purchases, purchases, 1e-14));
        assert_eq!(found.purchases, Some(purchases));
        // 4·(20 + 60) / (12 + 3 − 1) a purchase, of which 40 % stay.
        assert!(close(found.mean_spend, 320.0 / 14.0, 1e-15));
        assert!(close(found.value, 0.4 * 320.0 / 14.0 * purchases, 1e-14));
    }

    #[test]
    fn many_months_come_to_what_lasts_for_ever() {
        let outlook = ParetoNbd::new(0.553, 10.578, 2.606, 11.669).unwrap().newcomer();
        let force = libm::log1p(0.02) / WEEKS;
        let forever = Valuation::new(Horizon::Forever { discount: force }, 0.4).unwrap();
        let all = forever.discounted_purchases(&outlook).unwrap();
        let sum = months(1_200, 0.02).discounted_purchases(&outlook).unwrap();
        // Purchases count from the end of their month, and so for less than a month too little.
        assert!(sum < all && all < 1.02 * sum, "{sum} {all}");
    }

    #[test]
    fn set_occasions_are_valued_too() {
        let (model, spend) = spending();
        let donors = BgBb::new(1.204, 0.750, 0.657, 2.783).unwrap();
        let outlook = donors.outlook(&Opportunities::new(3, 6, 6).unwrap());
        let yearly = Horizon::Forever { discount: libm::log1p(0.1) };
        let valuation = Valuation::new(yearly, 1.0).unwrap();
        let found = valuation.predict(&outlook, &model, &spend).unwrap();
        assert!(close(found.discounted_purchases, 3.448_096_009_912_663, 1e-12));
        assert_eq!(found.purchases, None, "γ < 1: too many stay for ever");
    }

    #[test]
    fn says_why_there_is_no_value() {
        let ((model, spend), none) = (spending(), GammaGamma::new(2.0, 0.8, 30.0).unwrap());
        let outlook = ParetoNbd::new(0.553, 10.578, 0.606, 11.669).unwrap().newcomer();
        let unspent = months(12, 0.01).predict(&outlook, &none, &Spend::UNKNOWN);
        assert_eq!(unspent, Err(ValuationError::NoMean));
        let forever = Valuation::new(Horizon::Forever { discount: 0.0 }, 1.0).unwrap();
        assert_eq!(forever.predict(&outlook, &model, &spend), Err(ValuationError::Endless));
    }
}
