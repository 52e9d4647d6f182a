//! Lifetime value where retention and margin differ from year to year.
//!
//! *Question.* New customers leave quickly, old ones stay and buy more. What is a newcomer worth if
//! we know the rates year by year, and something steady beyond them?
//!
//! *Formula.* With *S* the share still there at the beginning of year *k* and *m* its margin:
//! `CLV = Σ mₖ·Sₖ/(1+i)ᵏ + tail`, `Sₖ = r₀·r₁·…·rₖ₋₁`. A tail goes on from the last year's margin
//! and survivors with a steady retention and growth: it is the sum of a geometric series.
//!
//! *Source.* Gupta & Lehmann, *Managing Customers as Investments* (2005), on retention that rises
//! with age; Fader & Hardie, "How to Project Customer Retention" (2007), on why it does in any
//! mixed crowd; Berger & Nasr (1998), case 3, for margins that change.
//!
//! *Assumes* that the rates belong to the customer's age, not to the calendar.
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::Convention;
//! use customer_value::model::lifetime::varying::{Stay, Tail, Varying, Year};
//!
//! // 60 % stay after the first year, 80 % after the second, 90 % from then on.
//! let year = |margin, retention| Year { margin, retention };
//! let customer = Varying::new(Stay {
//!     years: vec![year(100.0, 0.6), year(120.0, 0.8)],
//!     tail: Some(Tail { retention: 0.9, growth: 0.0 }),
//!     discount: 0.1,
//!     acquisition: 150.0,
//!     convention: Convention::Start,
//! })?;
//! assert!((customer.expected_life().unwrap() - (1.0 + 0.6 + 0.48 / 0.1)).abs() < 1e-12);
//! assert!((customer.net() - 277.27).abs() < 0.005);
//! # Ok::<(), customer_value::model::lifetime::varying::VaryingError>(())
//! ```
//!
//! *Not for* a customer who is already some years old, unless the list begins at that age.

use super::Convention;
use crate::math::finite;
use crate::model::bounds::{is_amount, is_rate, is_share, is_signed};

/// One year, or any other period, of a customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// Margin of a customer who is there.
    pub margin: f64,
    /// Share of this year's customers who are still there in the next, 0..1.
    pub retention: f64,
}

/// How it goes on after the last year of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tail {
    /// Retention from then on, 0..1.
    pub retention: f64,
    /// Growth of the margin from year to year, above −1.
    pub growth: f64,
}

/// What the value is worked out from.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// The years that are known one by one.
    pub years: Vec<Year>,
    /// What comes after them; nothing if none.
    pub tail: Option<Tail>,
    /// Discount rate a year, above −1.
    pub discount: f64,
    /// Cost of winning the customer, 0 or more.
    pub acquisition: f64,
    /// When in a year its margin counts.
    pub convention: Convention,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaryingError {
    /// There is no year.
    NoYear,
    /// The margin of this year, counted from 0, is not a number.
    Margin(usize),
    /// The retention of this year, counted from 0, is outside 0..1.
    Retention(usize),
    /// Retention or growth of the tail is out of range.
    Tail,
    /// The discount rate is −100 % or less, or not a number.
    Discount,
    /// The acquisition cost is negative or not a number.
    Acquisition,
    /// What comes in after the list never shrinks: the sum has no end.
    NoFiniteValue,
    /// The value is beyond all numbers.
    TooLarge,
}

/// A customer whose retention and margin differ by year, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Varying {
    stay: Stay,
    /// Share still there at the beginning of each year, and after the last.
    survival: Vec<f64>,
    /// Present value of the margin of each year.
    present: Vec<f64>,
    /// Present value of all that comes after the list.
    tail: f64,
}

impl Varying {
    /// Checks `stay`.
    ///
    /// # Errors
    /// [`VaryingError`] names the parameter, or says why the combination has no value.
    pub fn new(stay: Stay) -> Result<Self, VaryingError> {
        check(&stay)?;
        let mut survival = vec![1.0];
        let mut present = Vec::new();
        for (k, year) in stay.years.iter().enumerate() {
            let here = survival[k];
            let discounted = year.margin * here * libm::pow(1.0 + stay.discount, -(k as f64));
            present.push(discounted * stay.convention.share(year.retention, stay.discount));
            survival.push(here * year.retention);
        }
        let tail = stay.tail_value(survival[stay.years.len()])?;
        let size: f64 = present.iter().map(|p| p.abs()).sum();
        finite(size + tail.abs() + stay.acquisition).ok_or(VaryingError::TooLarge)?;
        Ok(Self { stay, survival, present, tail })
    }

    /// What it was made from.
    pub const fn stay(&self) -> &Stay {
        &self.stay
    }

    /// Share of the customers still there at the beginning of each year of the list, and after its
    /// last.
    pub fn survival(&self) -> &[f64] {
        &self.survival
    }

    /// Present value of each year's margin.
    pub fn present(&self) -> &[f64] {
        &self.present
    }

    /// Present value of all that comes after the list.
    pub const fn tail(&self) -> f64 {
        self.tail
    }

    /// Present value of all margins, before acquisition cost.
    pub fn value(&self) -> f64 {
        self.present.iter().sum::<f64>() + self.tail
    }

    /// Customer lifetime value: present value of all margins less acquisition cost.
    pub fn net(&self) -> f64 {
        self.value() - self.stay.acquisition
    }

    /// Years a customer is there on average, counting the first; within the list only, if nothing
    /// comes after it. None where nobody in the tail ever leaves.
    pub fn expected_life(&self) -> Option<f64> {
        let (last, listed) = self.survival.split_last()?;
        let after = match self.stay.tail {
            Some(tail) if *last > 0.0 => last * super::expected_life(tail.retention)?,
            _ => 0.0,
        };
        finite(listed.iter().sum::<f64>() + after)
    }
}

impl Stay {
    /// Present value of what comes after the list, of which `survivors` see the beginning.
    fn tail_value(&self, survivors: f64) -> Result<f64, VaryingError> {
        let (Some(tail), Some(last)) = (self.tail, self.years.last()) else { return Ok(0.0) };
        let gap = 1.0 + self.discount - tail.retention * (1.0 + tail.growth);
        if gap <= 0.0 {
            return Err(VaryingError::NoFiniteValue);
        }
        let first = last.margin * (1.0 + tail.growth) * survivors;
        let discount = libm::pow(1.0 + self.discount, 1.0 - self.years.len() as f64);
        Ok(first * discount / gap * self.convention.share(tail.retention, self.discount))
    }
}

fn check(stay: &Stay) -> Result<(), VaryingError> {
    if stay.years.is_empty() {
        return Err(VaryingError::NoYear);
    }
    for (k, year) in stay.years.iter().enumerate() {
        if !is_signed(year.margin) {
            return Err(VaryingError::Margin(k));
        }
        if !is_share(year.retention) {
            return Err(VaryingError::Retention(k));
        }
    }
    let sound = |tail: Tail| is_share(tail.retention) && is_rate(tail.growth);
    let checks = [
        (stay.tail.is_none_or(sound), VaryingError::Tail),
        (is_rate(stay.discount), VaryingError::Discount),
        (is_amount(stay.acquisition), VaryingError::Acquisition),
    ];
    checks.into_iter().find(|(sound, _)| !sound).map_or(Ok(()), |(_, error)| Err(error))
}

#[cfg(test)]
mod tests {
    use super::super::{Horizon, Lifetime, Terms, Timing};
    use super::*;

    fn stay(years: &[(f64, f64)], tail: Option<(f64, f64)>) -> Stay {
        Stay {
            years: years
                .iter()
                .map(|(margin, retention)| Year { margin: *margin, retention: *retention })
                .collect(),
            tail: tail.map(|(retention, growth)| Tail { retention, growth }),
            discount: 0.1,
            acquisition: 0.0,
            convention: Convention::Start,
        }
    }

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-12
    }

    #[test]
    fn steady_rates_give_the_steady_formula() {
        let (growth, retention) = (0.03, 0.8);
        let years: Vec<_> =
            (0..5).map(|k| (100.0 * libm::pow(1.0 + growth, f64::from(k)), retention)).collect();
        for convention in Convention::ALL {
            let steady = |horizon| {
                let terms = Terms {
                    margin: 100.0,
                    retention,
                    discount: 0.1,
                    growth,
                    acquisition: 0.0,
                    timing: Timing::Now,
                    horizon,
                };
                Lifetime::new(terms).unwrap().value_under(convention).unwrap()
            };
            let listed = Varying::new(Stay { convention, ..stay(&years, None) }).unwrap();
            assert!(close(listed.value(), steady(Horizon::Periods(5))));
            let tail = Some((retention, growth));
            let on = Varying::new(Stay { convention, ..stay(&years, tail) }).unwrap();
            assert!(close(on.value(), steady(Horizon::Forever)));
            assert!(close(on.expected_life().unwrap(), 5.0));
        }
    }

    #[test]
    fn by_hand() {
        // 100 now; 60 % stay for 120; of them 80 % for 150; 90 % of those go on at 150.
        let v = Varying::new(stay(&[(100.0, 0.6), (120.0, 0.8), (150.0, 0.9)], Some((0.9, 0.0))))
            .unwrap();
        assert!(close(v.survival()[3], 0.432));
        assert!(close(v.present()[1], 120.0 * 0.6 / 1.1));
        assert!(close(v.present()[2], 150.0 * 0.48 / 1.21));
        assert!(close(v.tail(), 150.0 * 0.432 / 1.331 * 1.1 / 0.2));
        assert!(close(v.expected_life().unwrap(), 1.0 + 0.6 + 0.48 + 4.32));
    }

    #[test]
    fn mean_retention_misleads() {
        // 50 % and then 90 % keep far more than 70 % throughout.
        let rising = Varying::new(stay(&[(100.0, 0.5)], Some((0.9, 0.0)))).unwrap();
        let mean = Varying::new(stay(&[(100.0, 0.7)], Some((0.7, 0.0)))).unwrap();
        assert!(rising.expected_life().unwrap() > 1.7 * mean.expected_life().unwrap());
    }

    #[test]
    fn refuses_the_impossible() {
        let error = |stay| Varying::new(stay).map(|v| v.value());
        assert_eq!(error(stay(&[], None)), Err(VaryingError::NoYear));
        assert_eq!(error(stay(&[(1.0, 0.5), (f64::NAN, 0.5)], None)), Err(VaryingError::Margin(1)));
        assert_eq!(error(stay(&[(1.0, 1.5)], None)), Err(VaryingError::Retention(0)));
        assert_eq!(error(stay(&[(1.0, 0.5)], Some((0.5, -1.0)))), Err(VaryingError::Tail));
        assert_eq!(error(stay(&[(1.0, 0.5)], Some((1.0, 0.1)))), Err(VaryingError::NoFiniteValue));
        assert_eq!(
            error(Stay { discount: -1.0, ..stay(&[(1.0, 0.5)], None) }),
            Err(VaryingError::Discount)
        );
        let swelling = stay(&[(1e15, 1.0); 400], None);
        assert_eq!(error(Stay { discount: -0.9, ..swelling }), Err(VaryingError::TooLarge));
        // With nobody left to enter it, the tail is worth nothing.
        assert_eq!(error(stay(&[(7.0, 0.0)], Some((1.0, 0.0)))), Ok(7.0));
        let gone = Varying::new(stay(&[(7.0, 0.0)], Some((1.0, 0.0)))).unwrap();
        assert_eq!(gone.expected_life(), Some(1.0));
    }
}
