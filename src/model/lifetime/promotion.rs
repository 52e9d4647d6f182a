//! A customer who has to be courted: contributions at each purchase, promotion cost in between.
//!
//! *Question.* A customer buys every so often, and every year we spend on keeping their attention,
//! whether they buy or not. What is left?
//!
//! *Formula.* With *q* years from one purchase to the next, purchases *i* from 0 to *n/q* and
//! promotion in the middle of each year *j* from 1 to *n*:
//! `CLV = Σ GC·rⁱ/(1+d)^(iq) − Σ M·r^((j−1)/q)/(1+d)^(j−½)`.
//!
//! *Source.* Berger & Nasr, "Customer Lifetime Value: Marketing Models and Applications" (1998):
//! case 1 with a purchase a year (q = 1), case 2a with several (q < 1), case 2b with one in
//! several years (q > 1, where a customer between purchases counts as partly lost). Their cases 3
//! and 4, contributions that change over time, are [`varying`](super::varying); case 5 is
//! [`migration`](crate::model::migration).
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::promotion::{Promoted, Terms};
//!
//! let customer = Promoted::new(Terms {
//!     contribution: 260.0,
//!     promotion: 50.0,
//!     retention: 0.75,
//!     discount: 0.2,
//!     years: 10,
//!     cycle: 1.0,
//! })?;
//! assert!((customer.value() - 568.78).abs() < 0.005);
//! # Ok::<(), customer_value::model::lifetime::promotion::PromotionError>(())
//! ```
//!
//! *Not for* customers who may skip a purchase and come back: here they are lost with the first
//! one they miss.

use crate::math::finite;
use crate::math::series::geometric;
use crate::model::bounds::{is_amount, is_rate, is_share, is_signed};

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromotionError {
    /// The contribution is not a number.
    Contribution,
    /// The promotion cost is negative or not a number.
    Promotion,
    /// Retention is outside 0..1.
    Retention,
    /// The discount rate is −100 % or less, or not a number.
    Discount,
    /// The time between two purchases is not above 0.
    Cycle,
    /// The value is beyond all numbers.
    TooLarge,
}

/// What the value is worked out from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Gross contribution of a purchase, *GC*.
    pub contribution: f64,
    /// Promotion cost a year, *M*, 0 or more.
    pub promotion: f64,
    /// Chance to buy again at the next purchase time, *r*, 0..1.
    pub retention: f64,
    /// Discount rate a year, *d*, above −1.
    pub discount: f64,
    /// Years that count, *n*.
    pub years: u32,
    /// Years from one purchase to the next, *q*, above 0.
    pub cycle: f64,
}

/// A customer with promotion cost, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Promoted {
    contributions: f64,
    promotions: f64,
}

impl Promoted {
    /// Checks `terms`.
    ///
    /// # Errors
    /// [`PromotionError`] names the parameter, or says that the value is beyond all numbers.
    pub fn new(terms: Terms) -> Result<Self, PromotionError> {
        let checks = [
            (is_signed(terms.contribution), PromotionError::Contribution),
            (is_amount(terms.promotion), PromotionError::Promotion),
            (is_share(terms.retention), PromotionError::Retention),
            (is_rate(terms.discount), PromotionError::Discount),
            (is_amount(terms.cycle) && terms.cycle > 0.0, PromotionError::Cycle),
        ];
        if let Some((_, error)) = checks.into_iter().find(|(sound, _)| !sound) {
            return Err(error);
        }
        let years = f64::from(terms.years);
        let v = 1.0 / (1.0 + terms.discount);
        // Twelve years hold four times three years, whatever 12/3 rounds to.
        let purchases = 1.0 + libm::floor(years / terms.cycle * (1.0 + 1e-12));
        let each = terms.retention * libm::pow(v, terms.cycle);
        let yearly = libm::pow(terms.retention, 1.0 / terms.cycle) * v;
        let contributions = terms.contribution * geometric(each, purchases);
        let promotions = terms.promotion * libm::sqrt(v) * geometric(yearly, years);
        finite(contributions.abs() + promotions).ok_or(PromotionError::TooLarge)?;
        Ok(Self { contributions, promotions })
    }

    /// Present value of all contributions.
    pub const fn contributions(&self) -> f64 {
        self.contributions
    }

    /// Present value of all promotion cost.
    pub const fn promotions(&self) -> f64 {
        self.promotions
    }

    /// Lifetime value: contributions less promotion cost.
    pub fn value(&self) -> f64 {
        self.contributions - self.promotions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Terms = Terms {
        contribution: 260.0,
        promotion: 50.0,
        retention: 0.75,
        discount: 0.2,
        years: 10,
        cycle: 1.0,
    };

    fn value(terms: Terms) -> Result<f64, PromotionError> {
        Promoted::new(terms).map(|customer| customer.value())
    }

    fn long(terms: &Terms, purchases: u32) -> f64 {
        let Terms { contribution, promotion, retention, discount, years, cycle } = *terms;
        let bought = (0..=purchases)
            .map(f64::from)
            .map(|i| contribution * libm::pow(retention, i) / libm::pow(1.0 + discount, i * cycle));
        let spent = (1..=years).map(f64::from).map(|j| {
            promotion * libm::pow(retention, (j - 1.0) / cycle) / libm::pow(1.0 + discount, j - 0.5)
        });
        bought.sum::<f64>() - spent.sum::<f64>()
    }

    #[test]
    fn berger_and_nasr_case_1() {
        assert!((value(FIRST).unwrap() - 568.78).abs() < 0.005);
    }

    #[test]
    fn equals_the_long_sums() {
        let rare = Terms { contribution: 7e3, retention: 0.3, years: 12, cycle: 3.0, ..FIRST };
        let often = Terms { retention: 0.9, cycle: 0.1, ..FIRST };
        for (terms, purchases) in [(FIRST, 10), (rare, 4), (often, 100)] {
            let (value, sum) = (value(terms).unwrap(), long(&terms, purchases));
            assert!((value / sum - 1.0).abs() < 1e-12, "{value} {sum}");
        }
    }

    #[test]
    fn edges() {
        assert_eq!(value(Terms { retention: 1.1, ..FIRST }), Err(PromotionError::Retention));
        assert_eq!(value(Terms { cycle: 0.0, ..FIRST }), Err(PromotionError::Cycle));
        assert_eq!(value(Terms { years: 0, ..FIRST }), Ok(260.0));
        let once = value(Terms { retention: 0.0, ..FIRST }).unwrap();
        assert!((once - (260.0 - 50.0 / libm::sqrt(1.2))).abs() < 1e-12);
        let endless = Terms { discount: -0.99, retention: 1.0, years: 1_000, ..FIRST };
        assert_eq!(value(endless), Err(PromotionError::TooLarge));
        assert!(value(Terms { cycle: f64::MIN_POSITIVE, ..FIRST }).is_ok_and(f64::is_finite));
    }
}
