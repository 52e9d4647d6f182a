//! The emotional account: what a customer will forgive.
//!
//! *Question.* Every kindness pays in and every slip takes out. Does the relation survive this slip?
//!
//! *Formula.* The balance after each deed is the opening balance plus all deeds so far, of which
//! those that take out count λ times: `Bₜ = B₀ + Σ (d⁺ − λ·d⁻)`. Below zero the account is
//! overdrawn.
//!
//! *Source.* The account is Covey's, *The 7 Habits of Highly Effective People* (1989). That losses
//! weigh more than gains: Kahneman & Tversky, "Prospect Theory" (1979); λ ≈ 2.25 in Tversky &
//! Kahneman (1992), in experiments about money.
//!
//! *Assumes* that deeds can be put on one scale and never fade. The points are a judgement, to be
//! argued about; the course of the line is what it shows.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::emotional_account::EmotionalAccount;
//!
//! let account = EmotionalAccount::new(0.0, &[10.0, 15.0, -40.0, 25.0], 1.0)?;
//! assert_eq!(account.balances(), [10.0, 25.0, -15.0, 10.0]);
//! assert_eq!(account.first_overdrawn(), Some(2));
//! # Ok::<(), customer_value::model::simulator::emotional_account::AccountError>(())
//! ```
//!
//! *Not for* a breach that ends everything at once, such as a betrayed trust.

use crate::model::bounds::{first_unsound, is_signed};

/// Why there is no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountError {
    /// The opening balance is not a number.
    Opening,
    /// The deed in this place is not a number.
    Deed(usize),
    /// The weight of losses is not within 0..1,000.
    LossWeight,
}

/// A customer's account with us, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct EmotionalAccount {
    opening: f64,
    balances: Vec<f64>,
}

impl EmotionalAccount {
    /// From the `opening` balance, `deeds` in their order (what takes out is negative), and how many
    /// times as much a loss weighs as a gain, *λ*.
    ///
    /// # Errors
    /// [`AccountError`] names the parameter.
    pub fn new(opening: f64, deeds: &[f64], loss_weight: f64) -> Result<Self, AccountError> {
        if !is_signed(opening) {
            return Err(AccountError::Opening);
        }
        if let Some(place) = first_unsound(deeds, is_signed) {
            return Err(AccountError::Deed(place));
        }
        if !(0.0..=1e3).contains(&loss_weight) {
            return Err(AccountError::LossWeight);
        }
        let weighed = |deed: f64| if deed < 0.0 { loss_weight * deed } else { deed };
        let balances = deeds.iter().scan(opening, |balance, deed| {
            *balance += weighed(*deed);
            Some(*balance)
        });
        Ok(Self { opening, balances: balances.collect() })
    }

    /// The balance after each deed.
    pub fn balances(&self) -> &[f64] {
        &self.balances
    }

    /// The balance now.
    pub fn balance(&self) -> f64 {
        self.balances.last().copied().unwrap_or(self.opening)
    }

    /// The lowest balance there ever was, the opening one included.
    pub fn lowest(&self) -> f64 {
        self.balances.iter().copied().fold(self.opening, f64::min)
    }

    /// The place of the first deed after which the account was overdrawn.
    pub fn first_overdrawn(&self) -> Option<usize> {
        self.balances.iter().position(|balance| *balance < 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEEDS: [f64; 4] = [10.0, 15.0, -40.0, 25.0];

    #[test]
    fn row_g4_ledger() {
        let even = EmotionalAccount::new(0.0, &DEEDS, 1.0).unwrap();
        assert_eq!(even.balances(), [10.0, 25.0, -15.0, 10.0]);
        assert_eq!(even.first_overdrawn(), Some(2), "the third deed");
        let averse = EmotionalAccount::new(0.0, &DEEDS, 2.0).unwrap();
        assert_eq!(averse.balances(), [10.0, 25.0, -55.0, -30.0]);
        assert_eq!((averse.balance(), averse.lowest()), (-30.0, -55.0));
    }

    #[test]
    fn row_f7_a_high_opening_balance() {
        let after = |opening| EmotionalAccount::new(opening, &[-80.0], 1.0).unwrap();
        assert_eq!((after(200.0).balance(), after(200.0).first_overdrawn()), (120.0, None));
        assert_eq!((after(30.0).balance(), after(30.0).first_overdrawn()), (-50.0, Some(0)));
    }

    #[test]
    fn edges() {
        let idle = EmotionalAccount::new(5.0, &[], 2.0).unwrap();
        assert_eq!((idle.balance(), idle.lowest(), idle.first_overdrawn()), (5.0, 5.0, None));
        let new = EmotionalAccount::new;
        assert_eq!(new(f64::NAN, &[], 1.0), Err(AccountError::Opening));
        assert_eq!(new(0.0, &[1.0, f64::INFINITY], 1.0), Err(AccountError::Deed(1)));
        assert_eq!(new(0.0, &[], -1.0), Err(AccountError::LossWeight));
    }
}
