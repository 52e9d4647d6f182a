//! Purchase models: who is still a customer, and how often they will buy.
//!
//! *Question.* Nobody tells us when a customer without a contract leaves. What does the silence
//! since the last purchase say, and what will this customer buy from now on?
//!
//! Of customers who may buy at any time [`bg_nbd`], [`mbg_nbd`] and [`pareto_nbd`] see only a
//! [`History`]: how many repeat purchases, when the last one was, and since when we know the
//! customer. A [`Cohort`] is the histories of many customers. Of those who buy at set occasions
//! [`bg_bb`] sees which they took. What a purchase is worth says [`gamma_gamma`], and what the
//! customer is worth with both, [`value`].
//!
//! A [`Fit`] is a model whose parameters make what was seen most likely, an [`Outlook`] what it
//! expects of one customer from now on. Times are counted in any unit, the same throughout.

pub mod beta_geometric;
pub mod bg_bb;
pub mod bg_nbd;
mod cohort;
mod counts;
pub mod gamma_gamma;
mod ladder;
pub mod mbg_nbd;
mod outlook;
pub mod pareto_nbd;
pub mod simulation;
pub mod value;

pub use super::fit::{Fit, FitError, Verdict};
pub use beta_geometric::{Active, BetaGeometric, ParameterError, Parameters};
pub use bg_nbd::BgNbd;
pub use cohort::{Cohort, Group};
pub use mbg_nbd::MbgNbd;
pub use outlook::{GoesOn, Outlook};
pub use pareto_nbd::{ParetoNbd, ParetoNbdError};

/// What a customer has done so far: a *purchase* is a period with at least one purchase in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct History {
    repeats: u32,
    recency: f64,
    age: f64,
}

/// What is wrong with a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryError {
    /// More than a million repeat purchases.
    Repeats,
    /// The last purchase lies before the first or after now, or at the first although there were
    /// repeat purchases, or later although there were none.
    Recency,
    /// Age is negative, above a million, or not a number.
    Age,
}

impl History {
    /// The most repeat purchases, and the greatest age.
    pub const MOST: u32 = 1_000_000;

    /// The history of a customer who has just made the first purchase.
    pub const FIRST: Self = Self { repeats: 0, recency: 0.0, age: 0.0 };

    /// Checks a history: repeat purchases, time from the first to the last purchase, time from
    /// the first purchase to now.
    ///
    /// # Errors
    /// [`HistoryError`] names what is wrong.
    pub fn new(repeats: u32, recency: f64, age: f64) -> Result<Self, HistoryError> {
        let fits = if repeats == 0 { recency == 0.0 } else { recency > 0.0 && recency <= age };
        let checks = [
            (repeats <= Self::MOST, HistoryError::Repeats),
            ((0.0..=f64::from(Self::MOST)).contains(&age), HistoryError::Age),
            (fits, HistoryError::Recency),
        ];
        match checks.into_iter().find(|(sound, _)| !sound) {
            Some((_, error)) => Err(error),
            // Plus zero, so that equal histories have equal bits.
            None => Ok(Self { repeats, recency: recency + 0.0, age: age + 0.0 }),
        }
    }

    /// Repeat purchases, *x*: all but the first.
    pub const fn repeats(&self) -> u32 {
        self.repeats
    }

    /// Time from the first to the last purchase, *tₓ*; 0 without repeat purchases.
    pub const fn recency(&self) -> f64 {
        self.recency
    }

    /// Time from the first purchase to now, *T*.
    pub const fn age(&self) -> f64 {
        self.age
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_must_make_sense() {
        assert!(History::new(2, 30.43, 38.86).is_ok());
        assert!(History::new(0, 0.0, 0.0).is_ok());
        assert!(History::new(3, 12.0, 12.0).is_ok());
        let error = |x, recency, age| History::new(x, recency, age).unwrap_err();
        assert_eq!(error(1, 5.0, 4.0), HistoryError::Recency);
        assert_eq!(error(0, 1.0, 4.0), HistoryError::Recency);
        assert_eq!(error(1, 0.0, 4.0), HistoryError::Recency);
        assert_eq!(error(1, f64::NAN, 4.0), HistoryError::Recency);
        assert_eq!(error(0, 0.0, -1.0), HistoryError::Age);
        assert_eq!(error(0, 0.0, f64::INFINITY), HistoryError::Age);
        assert_eq!(error(1_000_001, 1.0, 4.0), HistoryError::Repeats);
        assert_eq!(History::new(0, -0.0, -0.0), History::new(0, 0.0, 0.0));
    }
}
