//! The switching balance: what pulls a customer away and what holds.
//!
//! *Question.* A rival offers more. Does the customer go?
//!
//! *Formula.* The customer leaves where the rival's advantage exceeds the sum of what holds: the
//! promise given or the people liked, what is already spent and lost, the worth of what only we
//! have, the cost and trouble of changing.
//!
//! *Source.* Burnham, Frels & Mahajan, "Consumer Switching Costs" (2003): procedural, financial and
//! relational costs; Jones, Mothersbaugh & Beatty (2000).
//!
//! *Assumes* that all of it can be said in money, as the customer sees it.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::switching::Switching;
//!
//! let balance = Switching::new(300.0, &[120.0, 100.0, 50.0])?;
//! assert_eq!((balance.pull(), balance.leaves()), (30.0, true));
//! assert!(!Switching::new(300.0, &[120.0, 100.0, 50.0, 60.0])?.leaves());
//! # Ok::<(), customer_value::model::simulator::switching::SwitchingError>(())
//! ```
//!
//! *Not for* advice to build walls: a customer who stays only because leaving is dear leaves as soon
//! as it is not, and says so to others.

use crate::model::bounds::{first_unsound, is_amount, is_signed};

/// Why there is no balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwitchingError {
    /// The rival's advantage is not a number.
    Advantage,
    /// The bond in this place is negative or not a number.
    Bond(usize),
}

/// What pulls and what holds, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Switching {
    advantage: f64,
    bonds: Vec<f64>,
}

impl Switching {
    /// The rival's advantage (negative where ours is the better offer) and the `bonds` that hold.
    ///
    /// # Errors
    /// [`SwitchingError`] names the number.
    pub fn new(advantage: f64, bonds: &[f64]) -> Result<Self, SwitchingError> {
        if !is_signed(advantage) {
            return Err(SwitchingError::Advantage);
        }
        if let Some(place) = first_unsound(bonds, is_amount) {
            return Err(SwitchingError::Bond(place));
        }
        Ok(Self { advantage, bonds: bonds.to_vec() })
    }

    /// The sum of the bonds.
    pub fn hold(&self) -> f64 {
        self.bonds.iter().sum()
    }

    /// What is left of the rival's advantage after all bonds: what is missing to hold the customer
    /// where positive, what could be lost without losing the customer where negative.
    pub fn pull(&self) -> f64 {
        self.advantage - self.hold()
    }

    /// Whether the customer leaves. One who is indifferent stays.
    pub fn leaves(&self) -> bool {
        self.pull() > 0.0
    }

    /// The bond that holds most; the first of several, none without bonds.
    pub fn strongest(&self) -> Option<usize> {
        (0..self.bonds.len()).rev().max_by(|i, j| self.bonds[*i].total_cmp(&self.bonds[*j]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_g5_four_bonds() {
        let balance = Switching::new(300.0, &[120.0, 100.0, 50.0]).unwrap();
        assert_eq!((balance.hold(), balance.pull(), balance.leaves()), (270.0, 30.0, true));
        assert_eq!(balance.strongest(), Some(0));
        let points = Switching::new(300.0, &[120.0, 100.0, 50.0, 60.0]).unwrap();
        assert_eq!((points.pull(), points.leaves()), (-30.0, false));
    }

    #[test]
    fn edges() {
        assert!(!Switching::new(270.0, &[270.0]).unwrap().leaves());
        let bare = Switching::new(-5.0, &[]).unwrap();
        assert_eq!((bare.pull(), bare.strongest()), (-5.0, None));
        assert_eq!(Switching::new(f64::NAN, &[]), Err(SwitchingError::Advantage));
        assert_eq!(Switching::new(1.0, &[1.0, -1.0]), Err(SwitchingError::Bond(1)));
    }
}
