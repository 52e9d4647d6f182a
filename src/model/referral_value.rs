//! Customer referral value: what a customer is worth for those they bring.
//!
//! *Question.* A customer brings two others a year. How much of what they will buy is due to the
//! referral?
//!
//! *Formula.* Two kinds of people come: those who would not have come otherwise bring their margin
//! and save the cost of winning them; those who would have come anyway save that cost only. Over
//! the years of referring:
//! `CRV = Σₜ [n₁·(value + saved) + n₂·saved − reward·(n₁ + n₂)] / (1+i)ᵗ`, t = 1, 2, …
//!
//! *Source.* Kumar, Petersen & Leone, "How Valuable Is Word of Mouth?" (2007) and "Driving
//! Profitability by Encouraging Customer Referrals" (2010). They add the margins of the referred
//! period by period; here each referred customer counts with a lifetime value, at the time of the
//! referral.
//!
//! *Assumes* steady numbers a year, and does not follow those whom the referred bring in turn.
//!
//! *Example.*
//! ```
//! use customer_value::model::referral_value::Referral;
//!
//! let referral =
//!     Referral { because: 1.0, anyway: 1.0, worth: 800.0, saved: 50.0, reward: 20.0 };
//! // A year at 10 %: (800 + 50 + 50 − 40) / 1.1.
//! assert!((referral.value(1, 0.1).unwrap() - 860.0 / 1.1).abs() < 1e-9);
//! ```
//!
//! *Not for* adding to the lifetime values of the referred themselves: that would count them twice.

use super::bounds::{is_amount, is_rate, is_signed};
use super::time_value::growing_annuity;

/// What a customer's referrals bring each year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Referral {
    /// Customers a year who come because of the referral, *n₁*, 0 or more.
    pub because: f64,
    /// Referred customers a year who would have come anyway, *n₂*, 0 or more.
    pub anyway: f64,
    /// Lifetime value of a customer, before the cost of winning one; may be negative.
    pub worth: f64,
    /// Cost of winning a customer that a referral saves, 0 or more.
    pub saved: f64,
    /// What is paid for a referral, 0 or more.
    pub reward: f64,
}

impl Referral {
    /// What they bring in a year. None where a number is out of its range.
    pub fn yearly(&self) -> Option<f64> {
        let amounts = [self.because, self.anyway, self.saved, self.reward];
        let sound = amounts.into_iter().all(is_amount) && is_signed(self.worth);
        let all = self.because + self.anyway;
        sound.then_some(self.because * self.worth + all * (self.saved - self.reward))
    }

    /// Customer referral value over so many years of referring, the first of them ending a year
    /// from now, at a discount `rate` a year. None where a number is out of its range or the value
    /// beyond all numbers.
    pub fn value(&self, years: u32, rate: f64) -> Option<f64> {
        let yearly = self.yearly().filter(|_| is_rate(rate))?;
        growing_annuity(yearly, rate, 0.0, f64::from(years))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERRAL: Referral =
        Referral { because: 2.0, anyway: 1.0, worth: 500.0, saved: 60.0, reward: 30.0 };

    #[test]
    fn those_who_would_have_come_anyway_save_only_the_cost_of_winning() {
        assert_eq!(REFERRAL.yearly(), Some(2.0 * 560.0 + 60.0 - 3.0 * 30.0));
        assert_eq!(Referral { because: 0.0, ..REFERRAL }.yearly(), Some(30.0));
    }

    #[test]
    fn years_are_discounted() {
        let long: f64 = (1..=4).map(|t| 1_090.0 / libm::pow(1.1, f64::from(t))).sum();
        assert!((REFERRAL.value(4, 0.1).unwrap() / long - 1.0).abs() < 1e-13);
        assert_eq!(REFERRAL.value(0, 0.1), Some(0.0));
    }

    #[test]
    fn edges() {
        assert_eq!(Referral { reward: -1.0, ..REFERRAL }.value(4, 0.1), None);
        assert_eq!(Referral { worth: f64::NAN, ..REFERRAL }.value(4, 0.1), None);
        assert_eq!(REFERRAL.value(4, -1.0), None);
        assert_eq!(REFERRAL.value(u32::MAX, -0.5), None);
    }
}
