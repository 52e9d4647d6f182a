//! Retention curves: how many of a cohort are still there, period after period, and what those
//! who stay will yet bring.
//!
//! *Question.* Of a thousand subscribers who joined together, how many will be left in year ten?
//! Why does the retention rate rise as they grow older, and how long will one stay who has been
//! here for three years?
//!
//! *Model.* The shifted-beta-geometric. Each customer leaves at the end of each period with a
//! chance *θ* of their own that never changes; across customers *θ* is Beta(*α*, *β*), with mean
//! `α / (α+β)`. The restless leave first, so that those who stay are ever more loyal: the rate of
//! the cohort rises although nobody changes.
//!
//! *Formula.* Retention in period *t* is `r(t) = (β+t−1) / (α+β+t−1)`, survival after *t* renewals
//! `S(t) = r(1)·r(2)·…·r(t) = B(α, β+t) / B(α, β)`.
//!
//! *Source.* Fader & Hardie, "How to Project Customer Retention", *Journal of Interactive
//! Marketing* 21 (2007); for the discounted lifetimes their "Customer-Base Valuation in a
//! Contractual Setting: The Perils of Ignoring Heterogeneity", *Marketing Science* 29 (2010).
//!
//! *Example.* With `α = β = 1` every chance to leave is equally likely. Half leave at once, and
//! after nine renewals still a tenth is there, where a steady rate of one half would leave two in
//! a thousand:
//!
//! ```
//! use customer_value::model::retention_curve::RetentionCurve;
//! let curve = RetentionCurve::new(1.0, 1.0).unwrap();
//! assert!((curve.retention_rate(1) - 0.5).abs() < 1e-12);
//! assert!((curve.retention_rate(9) - 0.9).abs() < 1e-12);
//! assert!((curve.survival(9) - 0.1).abs() < 1e-12);
//! ```
//!
//! *Not for* customers who leave without saying so (a shop, not a subscription: see
//! [`purchase`](super::purchase)), for cohorts whose members joined at different times, or where
//! the same customers become more loyal with age or a contract's end makes one period unlike the
//! next.

mod fit;

pub use fit::Survivors;

use crate::math::beta::{ln_moment, moment_series};

/// The largest value of a parameter, and one over the smallest.
const LARGEST: f64 = 1e12;

/// Why there is no retention curve, or no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveError {
    /// *α* is outside 1e-12..1e12.
    Alpha,
    /// *β* is outside 1e-12..1e12.
    Beta,
    /// The discount rate is negative or not a finite number.
    Discount,
    /// Without discount the sum has no end: with `α ≤ 1` too many stay for ever.
    Endless,
    /// Fewer than two renewals: two parameters need two rates.
    TooShort,
    /// Nobody joined, or more are left than were there before.
    Counts,
}

/// A retention curve: the shifted-beta-geometric model, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetentionCurve {
    alpha: f64,
    beta: f64,
}

/// One line of a projection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Renewal {
    /// How many renewals have been made; 0 is the day of joining.
    pub period: u32,
    /// Of those who were there before, the share that stayed.
    pub retention: f64,
    /// Of all who joined, the share that is still there.
    pub survival: f64,
    /// Of all who joined, the share that left just now.
    pub lost: f64,
}

impl RetentionCurve {
    /// Checks the parameters of the chance to leave, each 1e-12..1e12.
    ///
    /// # Errors
    /// [`CurveError::Alpha`] or [`CurveError::Beta`].
    pub fn new(alpha: f64, beta: f64) -> Result<Self, CurveError> {
        let sound = |x: f64| (1.0 / LARGEST..=LARGEST).contains(&x);
        if !sound(alpha) {
            return Err(CurveError::Alpha);
        }
        if sound(beta) { Ok(Self { alpha, beta }) } else { Err(CurveError::Beta) }
    }

    /// First parameter of the chance to leave, *α*: weight of the evidence for leaving.
    pub const fn alpha(&self) -> f64 {
        self.alpha
    }

    /// Second parameter of the chance to leave, *β*: weight of the evidence for staying.
    pub const fn beta(&self) -> f64 {
        self.beta
    }

    /// Chance of a new customer to leave at the first renewal, `α / (α+β)`: the mean of *θ*.
    pub fn mean_churn(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// How much customers differ, `1 / (1+α+β)`: the variance of *θ* as a share of the largest that
    /// its mean allows. Near 0 all are alike; near 1 everyone either leaves at once or never.
    pub fn polarization(&self) -> f64 {
        1.0 / (1.0 + self.alpha + self.beta)
    }

    /// Of those there before it, the share that stays at renewal number `t`, *r(t)*. At 0, the day
    /// of joining, all are there.
    pub fn retention_rate(&self, t: u32) -> f64 {
        if t == 0 {
            return 1.0;
        }
        let stayed = self.beta + f64::from(t - 1);
        stayed / (self.alpha + stayed)
    }

    /// Of all who joined, the share still there after `t` renewals, *S(t)*.
    pub fn survival(&self, t: u32) -> f64 {
        libm::exp(ln_moment(self.alpha, self.beta, f64::from(t)))
    }

    /// Of all who joined, the share that leaves at renewal number `t`: `S(t−1) − S(t)`.
    pub fn churn_probability(&self, t: u32) -> f64 {
        if t == 0 {
            return 0.0;
        }
        let before = t - 1;
        self.survival(before) * (self.alpha / (self.alpha + self.beta + f64::from(before)))
    }

    /// The curve of those who are still there after `renewals`, from then on: who has stayed *n*
    /// times has *β + n* for *β*.
    pub fn after(&self, renewals: u32) -> Self {
        Self { alpha: self.alpha, beta: self.beta + f64::from(renewals) }
    }

    /// Periods that a new customer stays on average, counting the first: `(α+β−1) / (α−1)`.
    ///
    /// # Errors
    /// [`CurveError::Endless`] where `α ≤ 1`: some stay so long that the mean has no end, though
    /// each single customer will leave.
    pub fn expected_lifetime(&self) -> Result<f64, CurveError> {
        self.discounted_lifetime(0.0)
    }

    /// Discounted expected lifetime of a customer yet to be won: `Σ S(t) / (1+d)ᵗ`, *t* = 0, 1, ….
    /// Times a margin that comes in at the start of each period it is the lifetime value.
    ///
    /// # Errors
    /// [`CurveError::Discount`] for a rate `d` a period below 0; [`CurveError::Endless`] at a rate
    /// of 0 where `α ≤ 1`.
    pub fn discounted_lifetime(&self, discount: f64) -> Result<f64, CurveError> {
        if !(0.0..=f64::MAX).contains(&discount) {
            return Err(CurveError::Discount);
        }
        moment_series(self.alpha, self.beta, discount).ok_or(CurveError::Endless)
    }

    /// Discounted expected residual lifetime of a customer in period number `active` (1 is the
    /// first, and 0 is taken for it), just before the renewal: `Σ S(t)/S(n−1) / (1+d)ᵗ⁻ⁿ`, *t* =
    /// *n*, *n*+1, …. The coming renewal is not discounted. At a rate of 0 it is the number of
    /// renewals yet expected.
    ///
    /// # Errors
    /// As [`discounted_lifetime`](Self::discounted_lifetime).
    pub fn discounted_residual_lifetime(
        &self,
        active: u32,
        discount: f64,
    ) -> Result<f64, CurveError> {
        let active = active.max(1);
        let rest = self.after(active).discounted_lifetime(discount)?;
        Ok(self.retention_rate(active) * rest)
    }

    /// The curve as a table: the day of joining and `periods` renewals, of at most 100,000.
    pub fn project(&self, periods: u32) -> Vec<Renewal> {
        const MOST: u32 = 100_000;
        let line = |period| Renewal {
            period,
            retention: self.retention_rate(period),
            survival: self.survival(period),
            lost: self.churn_probability(period),
        };
        (0..=periods.min(MOST)).map(line).collect()
    }
}

#[cfg(test)]
mod tests;
