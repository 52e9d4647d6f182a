//! Customer lifetime value from a steady retention rate.
//!
//! *Question.* What is one customer worth to us today, and may we pay that to win one?
//!
//! *Formula.* With margin *m* a period, retention *r*, discount rate *i*, growth *g* of the margin,
//! all per period, and cost *AC* of winning the customer:
//!
//! * first margin now: `CLV = m·(1+i) / (1+i−r(1+g)) − AC`;
//! * first margin after a period: `CLV = m·r / (1+i−r(1+g)) − AC`.
//!
//! Without growth the two differ by exactly *m*: the second book does not count the margin of the
//! day the customer is won. For a horizon of *n* periods the series is cut after *n* margins.
//!
//! *Source.* Gupta & Lehmann, "Customers as Assets" (2003), and *Managing Customers as
//! Investments* (2005), first margin after a period; Berger & Nasr (1998), case 1, both timings.
//!
//! *Assumes* that retention does not change with the customer's age. Real customers differ, the
//! restless leave first, so that the retention of those who stay rises: churn-based values
//! are too low for the loyal and too high for a mixed crowd of newcomers.
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::{Convention, Horizon, Lifetime, Terms, Timing};
//!
//! let customer = Lifetime::new(Terms {
//!     margin: 100.0,
//!     retention: 0.8,
//!     discount: 0.1,
//!     growth: 0.0,
//!     acquisition: 150.0,
//!     timing: Timing::AfterOnePeriod,
//!     horizon: Horizon::Forever,
//! })?;
//! assert!((customer.net() - 116.67).abs() < 0.005);
//! assert!((customer.value_under(Convention::Start).unwrap() - 366.67).abs() < 0.005);
//! // One percent more retention is worth 3.67 % more value, and 8.4 % more after its cost.
//! assert!((customer.elasticities().unwrap().retention - 8.38).abs() < 0.005);
//! # Ok::<(), customer_value::model::lifetime::LifetimeError>(())
//! ```
//!
//! *Not for* rates that change with the years ([`varying`]), customers who come back
//! ([`migration`](super::migration)), or those who never say that they have left
//! ([`purchase`](super::purchase)). Retention, churn and lifetime turn into each other in [`rates`];
//! what [`promotion`] costs each year is a model of its own.

mod convention;
mod elasticity;
pub mod promotion;
pub mod rates;
pub mod varying;

pub use convention::Convention;
pub use elasticity::Elasticities;
pub use rates::{
    churn_intensity, expected_life, expected_renewals, half_life, monthly_rate, moved_by,
    retention_of_life, retention_over, time_to_share, yearly_rate,
};

use super::bounds::{is_amount, is_rate, is_share, is_signed};
use crate::math::series::geometric;

/// When the first margin comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// At once, with the first purchase.
    Now,
    /// After one period, if the customer is still there.
    AfterOnePeriod,
}

/// How far ahead we count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Horizon {
    /// As long as the customer stays.
    Forever,
    /// This many margins.
    Periods(u32),
}

/// What lifetime value is worked out from; every rate is per period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Margin a period, *m*; may be negative.
    pub margin: f64,
    /// Share of customers who stay from one period to the next, *r*, 0..1.
    pub retention: f64,
    /// Discount rate, *i*, above −1.
    pub discount: f64,
    /// Growth of the margin, *g*, above −1.
    pub growth: f64,
    /// Cost of winning the customer, *AC*, 0 or more.
    pub acquisition: f64,
    /// When the first margin comes in.
    pub timing: Timing,
    /// How far ahead we count.
    pub horizon: Horizon,
}

/// Why there is no lifetime value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifetimeError {
    /// Margin is not a number.
    Margin,
    /// Retention is outside 0..1.
    Retention,
    /// Discount rate is −100 % or less, or not a number.
    Discount,
    /// Growth is −100 % or less, or not a number.
    Growth,
    /// Acquisition cost is negative or not a number.
    Acquisition,
    /// For ever, and what comes in never shrinks: the sum has no end.
    NoFiniteValue,
    /// The value is beyond all numbers.
    TooLarge,
}

/// A customer with a steady retention rate, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lifetime {
    terms: Terms,
}

/// One line of the table behind lifetime value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// When the margin comes in, in periods from now.
    pub time: u32,
    /// Chance that the customer is still there.
    pub survival: f64,
    /// Margin of a customer who is still there.
    pub margin: f64,
    /// What one unit at that time is worth today.
    pub discount_factor: f64,
    /// Survival × margin × discount factor.
    pub present: f64,
    /// All present values up to here, less the acquisition cost.
    pub cumulative: f64,
}

impl Lifetime {
    /// Checks `terms`.
    ///
    /// # Errors
    /// [`LifetimeError`] names the parameter, or says why the combination has no value.
    pub fn new(terms: Terms) -> Result<Self, LifetimeError> {
        let checks = [
            (is_signed(terms.margin), LifetimeError::Margin),
            (is_share(terms.retention), LifetimeError::Retention),
            (is_rate(terms.discount), LifetimeError::Discount),
            (is_rate(terms.growth), LifetimeError::Growth),
            (is_amount(terms.acquisition), LifetimeError::Acquisition),
        ];
        if let Some((_, error)) = checks.into_iter().find(|(sound, _)| !sound) {
            return Err(error);
        }
        let lifetime = Self { terms };
        if terms.horizon == Horizon::Forever && lifetime.gap() <= 0.0 {
            return Err(LifetimeError::NoFiniteValue);
        }
        if lifetime.value().is_finite() { Ok(lifetime) } else { Err(LifetimeError::TooLarge) }
    }

    /// The terms it was made from.
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// `1 + i − r(1+g)`: by how much what comes in shrinks from one period to the next, times 1+i.
    fn gap(&self) -> f64 {
        1.0 + self.terms.discount - self.terms.retention * (1.0 + self.terms.growth)
    }

    /// The first expected margin as it is worth today.
    fn first(&self) -> f64 {
        match self.terms.timing {
            Timing::Now => self.terms.margin,
            Timing::AfterOnePeriod => {
                self.terms.margin * self.terms.retention / (1.0 + self.terms.discount)
            }
        }
    }

    /// Present value of all margins, before the acquisition cost.
    pub fn value(&self) -> f64 {
        match self.terms.horizon {
            Horizon::Forever => self.first() * (1.0 + self.terms.discount) / self.gap(),
            Horizon::Periods(n) => self.first() * geometric(self.step(), f64::from(n)),
        }
    }

    /// Customer lifetime value: present value of all margins less the acquisition cost.
    pub fn net(&self) -> f64 {
        self.value() - self.terms.acquisition
    }

    /// Expected, discounted margin of a period as a multiple of the one before: `r(1+g)/(1+i)`.
    pub fn step(&self) -> f64 {
        self.terms.retention * (1.0 + self.terms.growth) / (1.0 + self.terms.discount)
    }

    /// Chance that the customer is still there after `periods`, which need not be whole.
    pub fn survival(&self, periods: f64) -> f64 {
        libm::pow(self.terms.retention, periods)
    }

    /// Periods a customer stays on average, `1 / (1 − r)`; none where nobody ever leaves.
    pub fn expected_life(&self) -> Option<f64> {
        expected_life(self.terms.retention)
    }

    /// Value divided by acquisition cost; none where winning a customer costs nothing.
    pub fn value_to_cost(&self) -> Option<f64> {
        let ratio = self.value() / self.terms.acquisition;
        ratio.is_finite().then_some(ratio)
    }

    /// Periods until plain margins have paid the acquisition cost, without churn, growth or
    /// discount: `AC / m`. None where the margin is not positive.
    pub fn simple_payback(&self) -> Option<f64> {
        let periods = self.terms.acquisition / self.terms.margin;
        (self.terms.margin > 0.0 && periods.is_finite()).then_some(periods)
    }

    /// The time of the first margin with which expected, discounted margins have paid the
    /// acquisition cost; none where they never do, within the horizon or at all.
    pub fn payback(&self) -> Option<u32> {
        const FAR: u32 = 100_000;
        let first_time = self.first_time();
        let last = match self.terms.horizon {
            Horizon::Forever => FAR,
            Horizon::Periods(n) => n.min(FAR),
        };
        if self.terms.acquisition == 0.0 {
            return Some(0);
        }
        let paid = |n: u32| {
            let so_far = self.first() * geometric(self.step(), f64::from(n));
            so_far >= self.terms.acquisition * (1.0 - 1e-12)
        };
        if last == 0 || !paid(last) {
            return None;
        }
        let (mut unpaid, mut done) = (0, last);
        while done - unpaid > 1 {
            let middle = unpaid + (done - unpaid) / 2;
            if paid(middle) { done = middle } else { unpaid = middle }
        }
        Some(first_time + done - 1)
    }

    /// The table: one line for each of the first `count` margins, or as many as the horizon has.
    pub fn periods(&self, count: u32) -> Vec<Period> {
        let count = match self.terms.horizon {
            Horizon::Forever => count,
            Horizon::Periods(n) => count.min(n),
        };
        let mut cumulative = -self.terms.acquisition;
        let line = |k: u32| {
            let time = self.first_time() + k;
            let survival = self.survival(f64::from(time));
            // Of a margin that outgrows all numbers the table shows the largest there is.
            let grown = libm::pow(1.0 + self.terms.growth, f64::from(k)).min(f64::MAX);
            let margin = (self.terms.margin * grown).clamp(f64::MIN, f64::MAX);
            let discount_factor = libm::pow(1.0 + self.terms.discount, -f64::from(time));
            let present = self.first() * libm::pow(self.step(), f64::from(k));
            cumulative += present;
            Period { time, survival, margin, discount_factor, present, cumulative }
        };
        (0..count).map(line).collect()
    }

    /// Time of the first margin, in periods.
    pub fn first_time(&self) -> u32 {
        match self.terms.timing {
            Timing::Now => 0,
            Timing::AfterOnePeriod => 1,
        }
    }
}

#[cfg(test)]
mod tests;
