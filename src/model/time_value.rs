//! The time value of money: equal payments, growing payments, compound growth.
//!
//! *Question.* What is a row of equal payments worth today or at the end, how large must each be,
//! how many are needed, and at what rate does it all balance?
//!
//! *Formula.* One balance holds between the rate *i*, the number of periods *n*, what is there at
//! once (PV), each payment (PMT) and what is there at the end (FV):
//!
//! `PV·(1+i)ⁿ + PMT·(1 + i·b)·((1+i)ⁿ − 1)/i + FV = 0`,
//!
//! with *b* = 1 where payments fall at the beginning of each period and 0 where they fall at its
//! end. Each of the five follows from the other four.
//!
//! *Sign.* As in spreadsheets: what you pay is negative, what you receive is positive. A loan of
//! 10,000 received is paid back by payments below zero.
//!
//! *Source.* Any book on finance, such as Brealey, Myers & Allen, *Principles of Corporate
//! Finance*; the functions PV, FV, PMT, NPER and RATE of spreadsheets are these.
//!
//! *Example.*
//! ```
//! use customer_value::model::time_value::{Annuity, Due};
//!
//! // 200 at the end of each of 10 years at 8 %, seen from today.
//! let annuity = Annuity::new(0.08, 10.0, Due::End).unwrap();
//! assert!((annuity.present_value(-200.0, 0.0).unwrap() - 1_342.016).abs() < 0.001);
//! ```
//!
//! *Not for* payments that depend on whether the customer is still there: see
//! [`lifetime`](super::lifetime).

use super::bounds::is_rate;
use super::cash_flow::{InternalRate, NoRate, irr_at_times};
use crate::math::finite;
use crate::math::series::geometric;

/// The most periods that [`rate`] looks at.
const LONGEST: u32 = 10_000;

/// When in its period a payment falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// At the beginning.
    Begin,
    /// At the end.
    End,
}

/// Why there is no such row of payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnuityError {
    /// The rate is −100 % or less, above 100,000,000 %, or not a number.
    Rate,
    /// The number of periods is not a number or beyond a million.
    Periods,
    /// Growth over so many periods at such a rate is beyond all numbers, or next to nothing.
    TooLarge,
}

/// Equal payments, one a period, at a rate a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annuity {
    /// What 1 now has become at the end.
    growth: f64,
    /// What payments of 1 have become at the end.
    saved: f64,
}

impl Annuity {
    /// `periods` payments (which need not be a whole number) at `rate` a period.
    ///
    /// # Errors
    /// [`AnnuityError`] names the parameter, or says that the combination is out of reach.
    pub fn new(rate: f64, periods: f64, due: Due) -> Result<Self, AnnuityError> {
        if !is_rate(rate) {
            return Err(AnnuityError::Rate);
        }
        if !(-1e6..=1e6).contains(&periods) {
            return Err(AnnuityError::Periods);
        }
        let gain = libm::expm1(periods * libm::log1p(rate));
        let at_end = if rate == 0.0 { periods } else { gain / rate };
        let saved = at_end * when(rate, due);
        let growth = 1.0 + gain;
        if growth > 0.0 && growth.is_finite() && saved.is_finite() {
            Ok(Self { growth, saved })
        } else {
            Err(AnnuityError::TooLarge)
        }
    }

    /// PV: what must be there at once for `payment` each period and `future` at the end.
    ///
    /// None where it is beyond all numbers, as in the other methods.
    pub fn present_value(&self, payment: f64, future: f64) -> Option<f64> {
        finite(-(future + payment * self.saved) / self.growth)
    }

    /// FV: what is there at the end of `present` at once and `payment` each period.
    pub fn future_value(&self, payment: f64, present: f64) -> Option<f64> {
        finite(-(present * self.growth + payment * self.saved))
    }

    /// PMT: the payment each period that balances `present` at once and `future` at the end; none
    /// without periods.
    pub fn payment(&self, present: f64, future: f64) -> Option<f64> {
        finite(-(present * self.growth + future) / self.saved)
    }

    /// What payments of 1 each period are worth now.
    pub fn factor(&self) -> f64 {
        self.saved / self.growth
    }
}

/// What a payment counts, seen from the end of its period.
fn when(rate: f64, due: Due) -> f64 {
    match due {
        Due::Begin => 1.0 + rate,
        Due::End => 1.0,
    }
}

/// NPER: the number of periods after which `present` at once, `payment` each period and `future` at
/// the end balance; negative where they would have balanced in the past, none where never.
///
/// `ln((PMT·(1+i·b) − FV·i) / (PMT·(1+i·b) + PV·i)) / ln(1+i)`.
pub fn periods(rate: f64, payment: f64, present: f64, future: f64, due: Due) -> Option<f64> {
    if rate == 0.0 {
        return finite(-(present + future) / payment);
    }
    let payment = payment * when(rate, due);
    let ratio = -(present + future) * rate / (payment + present * rate);
    finite(libm::log1p(ratio) / libm::log1p(rate))
}

/// RATE: the rate a period at which `present` at once, `periods` payments and `future` at the end
/// balance: one, several or none, for up to 10,000 periods.
pub fn rate(periods: u32, payment: f64, present: f64, future: f64, due: Due) -> InternalRate {
    if periods > LONGEST {
        return InternalRate::None(NoRate::NotANumber);
    }
    let last = f64::from(periods);
    let shift = if due == Due::End { 1.0 } else { 0.0 };
    let payments = (0..periods).map(|k| (f64::from(k) + shift, payment));
    let flow: Vec<_> = payments.chain([(0.0, present), (last, future)]).collect();
    irr_at_times(&flow)
}

/// Present value of a payment at the end of each period that grows from one to the next, over
/// `periods` (0 or more): `c/(1+i) · (1 + q + … + qⁿ⁻¹)` with `q = (1+g)/(1+i)`.
///
/// None where a rate is −100 % or less, or the value is beyond all numbers.
pub fn growing_annuity(payment: f64, rate: f64, growth: f64, periods: f64) -> Option<f64> {
    let sound = rate > -1.0 && growth >= -1.0 && periods >= 0.0;
    let value = || payment / (1.0 + rate) * geometric((1.0 + growth) / (1.0 + rate), periods);
    sound.then(value).and_then(finite)
}

/// Present value of a payment at the end of every period for ever, growing from one to the next:
/// `c / (i − g)`. None unless the rate is above the growth: then the sum has no end.
pub fn perpetuity(payment: f64, rate: f64, growth: f64) -> Option<f64> {
    let sound = rate > -1.0 && growth >= -1.0 && rate > growth;
    sound.then_some(payment / (rate - growth)).and_then(finite)
}

/// Growth a period that multiplies by `multiple` over `periods`: `multiple^(1/n) − 1`. None unless
/// both are above 0.
pub fn compound_growth(multiple: f64, periods: f64) -> Option<f64> {
    let growth = || libm::expm1(libm::log(multiple) / periods);
    (multiple > 0.0 && periods > 0.0).then(growth).and_then(finite)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: Option<f64>, b: f64) -> bool {
        a.is_some_and(|a| (a - b).abs() <= 1e-12 * b.abs())
    }

    #[test]
    fn each_of_the_five_follows_from_the_others() {
        for due in [Due::Begin, Due::End] {
            for i in [-0.02, 1e-12, 0.03] {
                let annuity = Annuity::new(i, 12.0, due).unwrap();
                let present = annuity.present_value(-50.0, 400.0).unwrap();
                assert!(close(annuity.payment(present, 400.0), -50.0));
                assert!(close(annuity.future_value(-50.0, present), 400.0));
                let n = periods(i, -50.0, present, 400.0, due).unwrap();
                assert!((n - 12.0).abs() < 1e-10, "{n}");
                let found = rate(12, -50.0, present, 400.0, due).nearest(i).unwrap();
                assert!((found - i).abs() < 1e-13, "{found}");
            }
        }
    }

    #[test]
    fn factor_is_the_long_sum() {
        let long: f64 = (1..=7).map(|k| libm::pow(1.06, -f64::from(k))).sum();
        assert!(close(Some(Annuity::new(0.06, 7.0, Due::End).unwrap().factor()), long));
        assert!(close(Some(Annuity::new(0.06, 7.0, Due::Begin).unwrap().factor()), long * 1.06));
        assert_eq!(Annuity::new(0.0, 7.0, Due::End).unwrap().factor(), 7.0);
        assert!(close(growing_annuity(1.0, 0.06, 0.0, 7.0), long));
        // Growth as high as the rate: each payment is worth the same today.
        assert!(close(growing_annuity(1.06, 0.06, 0.06, 7.0), 7.0));
        assert!(close(growing_annuity(1.0, 0.06, 0.02, 2_000.0), 1.0 / 0.04));
        assert!(close(perpetuity(1.0, 0.06, 0.02), 25.0));
    }

    #[test]
    fn row_f2_compound_growth() {
        assert!((compound_growth(10.0, 9.0).unwrap() - 0.292).abs() < 5e-4);
        assert!((compound_growth(11.0, 9.0).unwrap() - 0.305).abs() < 5e-4);
        // 16 bn lost over three years.
        assert!(
            (super::super::average_revenue::per_period(16e9, 3.0).unwrap() - 5.33e9).abs() < 5e6
        );
    }

    #[test]
    fn edges() {
        assert_eq!(Annuity::new(-1.0, 3.0, Due::End), Err(AnnuityError::Rate));
        assert_eq!(Annuity::new(0.1, f64::NAN, Due::End), Err(AnnuityError::Periods));
        assert_eq!(Annuity::new(1e3, 1e3, Due::End), Err(AnnuityError::TooLarge));
        assert_eq!(Annuity::new(-0.9, 1e3, Due::End), Err(AnnuityError::TooLarge));
        assert_eq!(Annuity::new(0.1, 0.0, Due::End).unwrap().payment(1.0, 1.0), None);
        assert_eq!(periods(0.1, 0.0, 100.0, 100.0, Due::End), None);
        assert_eq!(periods(0.0, -10.0, 100.0, 0.0, Due::End), Some(10.0));
        // Interest eats the payment: the loan is never paid back.
        assert_eq!(periods(0.1, -9.0, 100.0, 0.0, Due::End), None);
        assert_eq!(rate(10_001, 1.0, -1.0, 0.0, Due::End), InternalRate::None(NoRate::NotANumber));
        assert_eq!(perpetuity(1.0, 0.05, 0.05), None);
        assert_eq!(growing_annuity(1.0, -1.0, 0.0, 3.0), None);
        assert_eq!(compound_growth(0.0, 3.0), None);
        assert_eq!(compound_growth(2.0, 0.0), None);
    }
}
