//! What a price cut does to profit, and how much more must be sold to make up for it.
//!
//! *Question.* Margins are thin and the client wants 3 % off. What is left, and what extra volume
//! would bring it back?
//!
//! *Formula.* At price *P* and variable cost *v*, a cut by a share *s* takes `s·P` from each piece.
//! The profit on a piece falls from *π* to `π − s·P`; the volume needed for the same contribution
//! rises by `(P − v)/(P·(1−s) − v) − 1`.
//!
//! *Source.* Break-even sales change: Nagle & Müller, *The Strategy and Tactics of Pricing*.
//!
//! *Example.*
//! ```
//! use customer_value::model::price_cut::PriceCut;
//!
//! // 1 % off at a price of 100 and variable cost of 80 wants 5.26 % more volume.
//! let cut = PriceCut::new(100.0, 80.0, 0.01).unwrap();
//! assert!((cut.volume_needed().unwrap() - 0.0526).abs() < 1e-4);
//! ```
//!
//! *Not for* the reply of rivals, who may cut too: then the volume does not come.

use super::bounds::{is_amount, is_share, ratio};

/// A price cut, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceCut {
    price: f64,
    variable: f64,
    cut: f64,
}

impl PriceCut {
    /// The `price` before, the `variable` cost of a piece, and the `cut` as a share, 0..1, of the
    /// price. None where one is out of its range.
    pub fn new(price: f64, variable: f64, cut: f64) -> Option<Self> {
        let sound = is_amount(price) && is_amount(variable) && is_share(cut);
        sound.then_some(Self { price, variable, cut })
    }

    /// What is given away on each piece.
    pub fn given_away(&self) -> f64 {
        self.cut * self.price
    }

    /// What is left of a profit on each piece at the same volume.
    pub fn profit_after(&self, profit: f64) -> Option<f64> {
        crate::math::finite(profit - self.given_away())
    }

    /// Contribution of a piece before the cut and after it: price less variable cost.
    pub fn contributions(&self) -> (f64, f64) {
        let before = self.price - self.variable;
        (before, before - self.given_away())
    }

    /// By what share the volume must rise for the same contribution; none where a piece brings
    /// nothing before or after.
    pub fn volume_needed(&self) -> Option<f64> {
        let (before, after) = self.contributions();
        ratio(self.given_away(), after).filter(|_| before > 0.0 && after > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_f4_thin_margin() {
        let left = |cut| PriceCut::new(100.0, 97.0, cut).unwrap().profit_after(3.0).unwrap();
        assert!(left(0.03).abs() < 1e-12 && (left(0.05) + 2.0).abs() < 1e-12);
        let needed = PriceCut::new(100.0, 80.0, 0.01).unwrap().volume_needed().unwrap();
        assert!((needed - 0.0526).abs() < 5e-5);
    }

    #[test]
    fn the_volume_needed_brings_the_contribution_back() {
        let cut = PriceCut::new(50.0, 20.0, 0.2).unwrap();
        let (before, after) = cut.contributions();
        assert!((after * (1.0 + cut.volume_needed().unwrap()) - before).abs() < 1e-12);
    }

    #[test]
    fn edges() {
        assert_eq!(PriceCut::new(100.0, 80.0, 1.5), None);
        assert_eq!(PriceCut::new(f64::NAN, 80.0, 0.1), None);
        assert_eq!(PriceCut::new(100.0, 80.0, 0.2).unwrap().volume_needed(), None);
        assert_eq!(PriceCut::new(100.0, 80.0, 0.0).unwrap().volume_needed(), Some(0.0));
        assert_eq!(PriceCut::new(80.0, 80.0, 0.0).unwrap().volume_needed(), None);
        assert_eq!(PriceCut::new(0.0, 0.0, 0.0).unwrap().profit_after(f64::INFINITY), None);
    }
}
