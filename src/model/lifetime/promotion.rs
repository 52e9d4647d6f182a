//! A customer who has to be courted: contributions at each purchase, promotion cost in between.

use crate::math::finite;
use crate::math::series::geometric;
use crate::model::bounds::{is_amount, is_rate, is_share, is_signed};

/// Why there is no such customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromotedError {
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

/// A customer who buys now and then every `cycle` years while retained, and is promoted to in the
/// middle of every year while there.
///
/// `CLV = Σ GC·rⁱ/(1+d)^(iq) − Σ M·r^((j−1)/q)/(1+d)^(j−½)`, with purchases *i* from 0 to *n/q*, years
/// *j* from 1 to *n* and *q* years from one purchase to the next.
///
/// *Source.* Berger & Nasr, "Customer Lifetime Value: Marketing Models and Applications" (1998):
/// case 1 with a purchase a year (q = 1), case 2a with several (q < 1), case 2b with one in
/// several years (q > 1, where a customer between purchases counts as partly lost). Their cases 3
/// and 4, contributions that change over time, are [`Varying`](super::Varying); case 5 is
/// [`migration`](crate::model::migration).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Promoted {
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

impl Promoted {
    /// Present value of the contributions and of the promotion cost.
    ///
    /// # Errors
    /// [`PromotedError`] names the parameter, or says that the value is beyond all numbers.
    pub fn values(&self) -> Result<(f64, f64), PromotedError> {
        let checks = [
            (is_signed(self.contribution), PromotedError::Contribution),
            (is_amount(self.promotion), PromotedError::Promotion),
            (is_share(self.retention), PromotedError::Retention),
            (is_rate(self.discount), PromotedError::Discount),
            (is_amount(self.cycle) && self.cycle > 0.0, PromotedError::Cycle),
        ];
        if let Some((_, error)) = checks.into_iter().find(|(sound, _)| !sound) {
            return Err(error);
        }
        let years = f64::from(self.years);
        let v = 1.0 / (1.0 + self.discount);
        // Twelve years hold four times three years, whatever 12/3 rounds to.
        let purchases = 1.0 + libm::floor(years / self.cycle * (1.0 + 1e-12));
        let each = self.retention * libm::pow(v, self.cycle);
        let yearly = libm::pow(self.retention, 1.0 / self.cycle) * v;
        let contributions = finite(self.contribution * geometric(each, purchases));
        let promotions = finite(self.promotion * libm::sqrt(v) * geometric(yearly, years));
        contributions.zip(promotions).ok_or(PromotedError::TooLarge)
    }

    /// Lifetime value: contributions less promotion cost.
    ///
    /// # Errors
    /// As for [`values`](Self::values).
    pub fn value(&self) -> Result<f64, PromotedError> {
        let (contributions, promotions) = self.values()?;
        finite(contributions - promotions).ok_or(PromotedError::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Promoted = Promoted {
        contribution: 260.0,
        promotion: 50.0,
        retention: 0.75,
        discount: 0.2,
        years: 10,
        cycle: 1.0,
    };

    fn long(customer: &Promoted, purchases: u32) -> f64 {
        let Promoted { contribution, promotion, retention, discount, years, cycle } = *customer;
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
        assert!((FIRST.value().unwrap() - 568.78).abs() < 0.005);
    }

    #[test]
    fn equals_the_long_sums() {
        let rare = Promoted { contribution: 7e3, retention: 0.3, years: 12, cycle: 3.0, ..FIRST };
        let often = Promoted { retention: 0.9, cycle: 0.1, ..FIRST };
        for (customer, purchases) in [(FIRST, 10), (rare, 4), (often, 100)] {
            let (value, sum) = (customer.value().unwrap(), long(&customer, purchases));
            assert!((value / sum - 1.0).abs() < 1e-12, "{value} {sum}");
        }
    }

    #[test]
    fn edges() {
        assert_eq!(Promoted { retention: 1.1, ..FIRST }.value(), Err(PromotedError::Retention));
        assert_eq!(Promoted { cycle: 0.0, ..FIRST }.value(), Err(PromotedError::Cycle));
        assert_eq!(Promoted { years: 0, ..FIRST }.value(), Ok(260.0));
        let once = Promoted { retention: 0.0, ..FIRST }.value().unwrap();
        assert!((once - (260.0 - 50.0 / libm::sqrt(1.2))).abs() < 1e-12);
        let endless = Promoted { discount: -0.99, retention: 1.0, years: 1_000, ..FIRST };
        assert_eq!(endless.value(), Err(PromotedError::TooLarge));
        let tiny = Promoted { cycle: f64::MIN_POSITIVE, ..FIRST };
        assert!(tiny.value().is_ok_and(f64::is_finite));
    }
}
