//! What a customer contributes, in money and otherwise.
//!
//! *Question.* A customer who buys little may bring others, shape their opinions or give us ideas.
//! What is all of that worth beside the purchases?
//!
//! *Formula.* As an index, for want of better numbers: weights *w* of sum 1 on scores from 0 to 100
//! of purchases, loyalty, recommendation and scope for working together, `Σ w·s`. In money:
//! `own + referred·chance·worth + influenced·chance·worth + ideas`.
//!
//! *Source.* Kumar, Aksoy, Donkers, Venkatesan, Wiesel & Tillmanns, "Undervalued or Overvalued
//! Customers: Capturing Total Customer Engagement Value" (2010): lifetime, referral, influencer and
//! knowledge value.
//!
//! *Assumes* that those who come by referral would not have come otherwise, and that nobody is
//! counted both as referred and as influenced.
//!
//! *Example.*
//! ```
//! use customer_value::model::contribution::{Contribution, WordOfMouth};
//!
//! let customer = Contribution {
//!     own: 5_000.0,
//!     referred: WordOfMouth { people: 2.0, chance: 0.6, worth: 800.0 },
//!     influenced: WordOfMouth { people: 10.0, chance: 0.02, worth: 800.0 },
//!     ideas: 300.0,
//! };
//! assert_eq!(customer.parts(), Some([5_000.0, 960.0, 160.0, 300.0]));
//! assert_eq!(customer.total(), Some(6_420.0));
//! ```
//!
//! *Not for* adding up over customers: a referred customer's own purchases would count twice.

use super::bounds::{is_amount, is_share, is_signed};
use super::weights::Weights;

/// The highest score of the index.
pub const TOP_INDEX: f64 = 100.0;

/// People a customer reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordOfMouth {
    /// How many, from 0 up.
    pub people: f64,
    /// The chance that one of them becomes a customer, 0..1.
    pub chance: f64,
    /// What a customer won this way is worth.
    pub worth: f64,
}

impl WordOfMouth {
    fn value(&self) -> Option<f64> {
        let sound = is_amount(self.people) && is_share(self.chance) && is_signed(self.worth);
        sound.then_some(self.people * self.chance * self.worth)
    }
}

/// A customer's contribution in money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Worth of the customer's own purchases; may be negative.
    pub own: f64,
    /// People the customer recommends us to.
    pub referred: WordOfMouth,
    /// People who follow the customer's opinion.
    pub influenced: WordOfMouth,
    /// Worth of the customer's ideas; may be negative where listening costs more.
    pub ideas: f64,
}

impl Contribution {
    /// Own, referral, influence and ideas, each in money. None where a number is out of its range.
    pub fn parts(&self) -> Option<[f64; 4]> {
        let sound = is_signed(self.own) && is_signed(self.ideas);
        let (referred, influenced) = (self.referred.value()?, self.influenced.value()?);
        sound.then_some([self.own, referred, influenced, self.ideas])
    }

    /// All parts together. None where a number is out of its range.
    pub fn total(&self) -> Option<f64> {
        self.parts().map(|parts| parts.iter().sum())
    }
}

/// The index: weighted mean of `scores` from 0 to 100, one for each weight. None where the weights
/// cannot be used or a score is missing or out of its range.
pub fn index(weights: &[f64], scores: &[f64]) -> Option<f64> {
    let weights = Weights::new(weights).ok()?;
    weights.fits(scores, |s| (0.0..=TOP_INDEX).contains(&s)).then(|| weights.mean(scores))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_a12_index_and_money() {
        let found = index(&[40.0, 25.0, 20.0, 15.0], &[80.0, 70.0, 60.0, 50.0]).unwrap();
        assert!((found - 69.0).abs() < 1e-12);
        let customer = Contribution {
            own: 5_000.0,
            referred: WordOfMouth { people: 2.0, chance: 0.6, worth: 800.0 },
            influenced: WordOfMouth { people: 10.0, chance: 0.02, worth: 800.0 },
            ideas: 300.0,
        };
        assert_eq!(customer.total(), Some(6_420.0));
        let nobody = WordOfMouth { people: 0.0, ..customer.referred };
        let quiet = Contribution { referred: nobody, influenced: nobody, ..customer };
        assert_eq!(quiet.total(), Some(5_300.0));
    }

    #[test]
    fn out_of_range_is_nothing() {
        assert_eq!(index(&[1.0], &[100.1]), None);
        assert_eq!(index(&[1.0], &[]), None);
        assert_eq!(index(&[0.0], &[5.0]), None);
        let sure = WordOfMouth { people: 1.0, chance: 1.1, worth: 1.0 };
        let odd = Contribution { own: 1.0, referred: sure, influenced: sure, ideas: 0.0 };
        assert_eq!(odd.total(), None);
    }
}
