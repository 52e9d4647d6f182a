//! The trap detector: textbook formulas that are read in two ways, and what each reading gives.
//!
//! *Question.* Two people put the same numbers into the same formula and get 4,549 and 600. Which
//! reading is which?
//!
//! *Method.* Each [`Trap`] is a pair of [`Reading`]s of one formula; both are worked out from the
//! same customer. Given somebody's answer, [`Customer::explain`] says which readings lead to it.
//!
//! *The traps.*
//! * **Rate or factor.** "(Revenue − cost) × lifetime × discount" means the average discount
//!   *factor* of the years. With the discount *rate* in its place a customer seems to be worth more
//!   the dearer money is.
//! * **First margin now or later.** Some books count the margin of the day the customer is won,
//!   others begin a year later. Both are right, of different questions; they differ by that margin.
//! * **Revenue or profit.** A lifetime of revenue is not what the customer leaves us.
//! * **A year or for life.** Total revenue *divided* by the lifetime is revenue a year.
//!
//! *Source.* The formulas as Chinese course texts print them; Gupta & Lehmann (2003) and Berger &
//! Nasr (1998) for the timing; Pfeifer, Haskins & Conroy, "Customer Lifetime Value, Customer
//! Profitability, and the Treatment of Acquisition Spending" (2005), for revenue against profit.
//!
//! *Example.*
//! ```
//! use customer_value::model::traps::{Customer, Reading};
//!
//! let customer = Customer::new(3_000.0, 1_800.0, 5.0, 0.10).unwrap();
//! assert_eq!(customer.explain(600.0, 0.001), [Reading::ByRate]);
//! assert!((customer.value(Reading::ByFactor).unwrap() - 4_548.94).abs() < 0.01);
//! ```
//!
//! *Not for* finding every mistake: an answer may be wrong in ways that are not here.

use super::average_revenue::average_discount_factor;
use super::bounds::{is_amount, is_rate};
use super::lifetime::{Horizon, Lifetime, Terms, Timing, retention_of_life};
use crate::math::finite;

/// A way to read a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// (Revenue − cost) × years × average discount factor.
    ByFactor,
    /// (Revenue − cost) × years × discount rate.
    ByRate,
    /// Retention formula, first margin now.
    FirstNow,
    /// Retention formula, first margin after a year.
    FirstLater,
    /// Revenue × years × average discount factor.
    OfRevenue,
    /// Revenue × years.
    ForLife,
    /// Revenue of all years divided by the years.
    PerYear,
}

/// A formula that is read in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trap {
    /// "Discount" is the rate or the factor.
    RateOrFactor,
    /// The first margin comes now or after a year.
    NowOrLater,
    /// What is added up is revenue or profit.
    RevenueOrProfit,
    /// The result is of one year or of the whole life.
    YearOrLife,
}

impl Reading {
    /// Every reading.
    pub const ALL: [Self; 7] = [
        Self::ByFactor,
        Self::ByRate,
        Self::FirstNow,
        Self::FirstLater,
        Self::OfRevenue,
        Self::ForLife,
        Self::PerYear,
    ];
}

impl Trap {
    /// Every trap.
    pub const ALL: [Self; 4] =
        [Self::RateOrFactor, Self::NowOrLater, Self::RevenueOrProfit, Self::YearOrLife];

    /// Its two readings, the one that gives a lifetime value first; of
    /// [`NowOrLater`](Self::NowOrLater) both do.
    pub const fn readings(self) -> [Reading; 2] {
        match self {
            Self::RateOrFactor => [Reading::ByFactor, Reading::ByRate],
            Self::NowOrLater => [Reading::FirstNow, Reading::FirstLater],
            Self::RevenueOrProfit => [Reading::ByFactor, Reading::OfRevenue],
            Self::YearOrLife => [Reading::ForLife, Reading::PerYear],
        }
    }

    /// Whether the second reading is a mistake, not another convention.
    pub const fn has_a_wrong_side(self) -> bool {
        !matches!(self, Self::NowOrLater)
    }
}

/// The numbers that go into the formulas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Customer {
    revenue: f64,
    cost: f64,
    years: f64,
    rate: f64,
}

impl Customer {
    /// `revenue` and `cost` a year, from 0 up, over a lifetime of `years`, 1 or more, at a discount
    /// `rate` a year. None where one is out of its range.
    pub fn new(revenue: f64, cost: f64, years: f64, rate: f64) -> Option<Self> {
        let sound = is_amount(revenue) && is_amount(cost) && is_rate(rate);
        (sound && (1.0..=1e4).contains(&years)).then_some(Self { revenue, cost, years, rate })
    }

    /// What a reading gives; none where it has no finite value.
    ///
    /// The retention formulas take the retention at which a customer stays for those years on
    /// average, `1 − 1/years`.
    pub fn value(&self, reading: Reading) -> Option<f64> {
        let (margin, years) = (self.revenue - self.cost, self.years);
        let factor = || average_discount_factor(self.rate, years);
        let answer = match reading {
            Reading::ByFactor => margin * years * factor()?,
            Reading::ByRate => margin * years * self.rate,
            Reading::FirstNow => self.retained(Timing::Now)?,
            Reading::FirstLater => self.retained(Timing::AfterOnePeriod)?,
            Reading::OfRevenue => self.revenue * years * factor()?,
            Reading::ForLife => self.revenue * years,
            Reading::PerYear => self.revenue,
        };
        finite(answer)
    }

    /// Both readings of a trap, in the order of [`Trap::readings`].
    pub fn both(&self, trap: Trap) -> [Option<f64>; 2] {
        trap.readings().map(|reading| self.value(reading))
    }

    /// The readings that give `answer`, up to a `tolerance` relative to it.
    pub fn explain(&self, answer: f64, tolerance: f64) -> Vec<Reading> {
        let near = |value: f64| (value - answer).abs() <= tolerance * answer.abs();
        let gives = |reading: &Reading| self.value(*reading).is_some_and(near);
        Reading::ALL.into_iter().filter(gives).collect()
    }

    fn retained(&self, timing: Timing) -> Option<f64> {
        let terms = Terms {
            margin: self.revenue - self.cost,
            retention: retention_of_life(self.years),
            discount: self.rate,
            growth: 0.0,
            acquisition: 0.0,
            timing,
            horizon: Horizon::Forever,
        };
        Lifetime::new(terms).ok().map(|lifetime| lifetime.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() < 0.005)
    }

    #[test]
    fn row_e6_and_trap_t2_rate_or_factor() {
        let customer = Customer::new(3_000.0, 1_800.0, 5.0, 0.10).unwrap();
        let [factor, rate] = customer.both(Trap::RateOrFactor);
        assert!(near(factor, 4_548.94) && near(rate, 600.0));
        // The dearer money is, the more the customer seems worth.
        let dearer = Customer::new(3_000.0, 1_800.0, 5.0, 0.20).unwrap();
        assert!(dearer.value(Reading::ByRate) > rate && dearer.value(Reading::ByFactor) < factor);
    }

    #[test]
    fn trap_t1_a_year_or_for_life() {
        // 120,000 over five years.
        let customer = Customer::new(24_000.0, 0.0, 5.0, 0.0).unwrap();
        let [life, year] = customer.both(Trap::YearOrLife);
        assert!(near(life, 120_000.0) && near(year, 24_000.0));
    }

    #[test]
    fn first_margin_and_revenue() {
        // Five years are a retention of 80 %, as in row E14.
        let customer = Customer::new(250.0, 150.0, 5.0, 0.1).unwrap();
        let [now, later] = customer.both(Trap::NowOrLater);
        assert!(near(now, 366.67) && near(later, 266.67));
        let [profit, revenue] = customer.both(Trap::RevenueOrProfit);
        assert!(near(revenue, profit.unwrap() * 2.5));
    }

    #[test]
    fn an_answer_is_explained() {
        let customer = Customer::new(3_000.0, 1_800.0, 5.0, 0.10).unwrap();
        assert_eq!(customer.explain(600.0, 0.001), [Reading::ByRate]);
        assert_eq!(customer.explain(4_549.0, 0.001), [Reading::ByFactor]);
        assert_eq!(customer.explain(15_000.0, 0.001), [Reading::ForLife]);
        assert!(customer.explain(1_234.0, 0.001).is_empty());
        for reading in Reading::ALL {
            assert!(customer.explain(customer.value(reading).unwrap(), 1e-9).contains(&reading));
        }
    }

    #[test]
    fn edges() {
        assert_eq!(Customer::new(-1.0, 0.0, 5.0, 0.1), None);
        assert_eq!(Customer::new(1.0, 0.0, 0.5, 0.1), None);
        assert_eq!(Customer::new(1.0, 0.0, 5.0, -1.0), None);
        // One year is no retention; at a rate below zero the retention formula may not end.
        let one = Customer::new(10.0, 4.0, 1.0, 0.1).unwrap();
        assert_eq!(one.both(Trap::NowOrLater), [Some(6.0), Some(0.0)]);
        let endless = Customer::new(10.0, 4.0, 100.0, -0.5).unwrap();
        assert_eq!(endless.value(Reading::FirstNow), None);
        assert!(endless.value(Reading::ByFactor).is_some());
        assert_eq!(Customer::new(10.0, 4.0, 1e4, -0.9).unwrap().value(Reading::ByFactor), None);
    }
}
