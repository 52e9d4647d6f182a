//! Discounted cash flow: what a series of amounts is worth today, what it earns, and when it has
//! paid for itself.
//!
//! *Question.* Money goes out now and comes back over the years. Is it worth it, and when is it
//! back?
//!
//! *Formula.* `NPV = Σ fₖ / (1 + i)^tₖ`, by default with the first amount now (t = 0) and the
//! others at the end of each year. A cost is a negative amount. The internal rate of return
//! ([`irr`]) is the rate at which the NPV is zero; *payback* is when what came in has first made up
//! for what went out, in plain or in discounted money.
//!
//! *Source.* Any book on capital budgeting, such as Brealey, Myers & Allen, *Principles of
//! Corporate Finance*. A spreadsheet's NPV puts the first amount a year from now: see
//! [`CashFlow::npv_a_period_later`].
//!
//! *Example.*
//! ```
//! use customer_value::model::cash_flow::CashFlow;
//!
//! let flow = CashFlow::new(&[-1_000.0, 400.0, 400.0, 400.0], 0.0)?;
//! assert_eq!(flow.npv(), 200.0);
//! assert_eq!(flow.payback(), Some(2.5));
//! # Ok::<(), customer_value::model::cash_flow::CashFlowError>(())
//! ```
//!
//! *Not for* choosing by payback alone: it does not see what comes after it.

mod internal_rate;

use crate::math::order;

pub use internal_rate::{InternalRate, NoRate, irr, irr_at_times, mirr};

/// How late an amount may fall, in years either way.
const FAR: f64 = 1e4;

/// Why a series has no present value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CashFlowError {
    /// The discount rate is −100 % or less, or not a number.
    Rate,
    /// An amount is not a number, or the sum is beyond all numbers.
    Amount,
    /// A time is not a number, or more than 10,000 years away.
    Time,
}

/// Amounts, when they fall due, and what they are worth today.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlow {
    times: Vec<f64>,
    amounts: Vec<f64>,
    present: Vec<f64>,
}

impl CashFlow {
    /// Discounts `amounts`, the first of them now and one more each year, at `rate` a year.
    ///
    /// # Errors
    /// [`CashFlowError`] says whether the rate or an amount is unusable.
    pub fn new(amounts: &[f64], rate: f64) -> Result<Self, CashFlowError> {
        Self::discounted(yearly(amounts), rate)
    }

    /// Discounts amounts that fall due at any time: pairs of years from now and amount, in any
    /// order. They are kept in the order of their times.
    ///
    /// # Errors
    /// [`CashFlowError`] says whether the rate, a time or an amount is unusable.
    pub fn at_times(dated: &[(f64, f64)], rate: f64) -> Result<Self, CashFlowError> {
        if !dated.iter().all(|(time, _)| time.abs() <= FAR) {
            return Err(CashFlowError::Time);
        }
        let mut dated = dated.to_vec();
        order::sort_rising(&mut dated, |(time, _)| *time);
        Self::discounted(dated, rate)
    }

    fn discounted(dated: Vec<(f64, f64)>, rate: f64) -> Result<Self, CashFlowError> {
        if !(rate > -1.0 && rate.is_finite()) {
            return Err(CashFlowError::Rate);
        }
        let worth = |(time, amount): &(f64, f64)| amount * libm::pow(1.0 + rate, -time);
        let present: Vec<f64> = dated.iter().map(worth).collect();
        let sum: f64 = present.iter().map(|p| p.abs()).sum();
        if !sum.is_finite() {
            return Err(CashFlowError::Amount);
        }
        let (times, amounts) = dated.into_iter().unzip();
        Ok(Self { times, amounts, present })
    }

    /// When each amount falls due, in years from now.
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// The amounts as they fall due.
    pub fn amounts(&self) -> &[f64] {
        &self.amounts
    }

    /// Each amount as it is worth today.
    pub fn present(&self) -> &[f64] {
        &self.present
    }

    /// Net present value.
    pub fn npv(&self) -> f64 {
        self.present.iter().sum()
    }

    /// Net present value if everything falls due one period later, as the function NPV of
    /// spreadsheets has it: `NPV / (1 + i)`.
    ///
    /// None where that is beyond all numbers, at rates next to −100 %.
    pub fn npv_a_period_later(&self, rate: f64) -> Option<f64> {
        let later = self.npv() / (1.0 + rate);
        later.is_finite().then_some(later)
    }

    /// When the plain amounts have first made up for what went out, in years from now; none where
    /// they never do.
    pub fn payback(&self) -> Option<f64> {
        recovered(&self.times, &self.amounts)
    }

    /// When the discounted amounts have first made up for what went out, in years from now; none
    /// where they never do.
    pub fn discounted_payback(&self) -> Option<f64> {
        recovered(&self.times, &self.present)
    }

    /// The internal rate of return, which the discount rate does not touch.
    pub fn irr(&self) -> InternalRate {
        internal_rate::of(self.times.iter().copied().zip(self.amounts.iter().copied()).collect())
    }
}

/// One amount a year, the first of them now.
fn yearly(amounts: &[f64]) -> Vec<(f64, f64)> {
    amounts.iter().enumerate().map(|(k, amount)| (k as f64, *amount)).collect()
}

/// When the running sum of `amounts` first stands at zero or above, waiting for the first amount
/// that is not zero; within the period that brings it there the amount comes in evenly.
fn recovered(times: &[f64], amounts: &[f64]) -> Option<f64> {
    let largest = amounts.iter().map(|a| a.abs()).fold(f64::MIN_POSITIVE, f64::max);
    let (mut before, mut moved, mut last) = (0.0, 0.0, None);
    for (time, amount) in times.iter().zip(amounts).skip_while(|(_, amount)| **amount == 0.0) {
        let amount = amount / largest;
        let after = before + amount;
        moved += amount.abs();
        // A sum this small against what has moved is zero but for rounding.
        if after >= -1e-12 * moved {
            let share = (-before / amount).min(1.0);
            return Some(last.map_or(*time, |last| last + share * (time - last)));
        }
        (before, last) = (after, Some(*time));
    }
    last.is_none().then_some(0.0)
}

#[cfg(test)]
mod tests;
