//! The value curve: on which factors an offer does more or less than its rivals.
//!
//! *Question.* An industry competes on the same few factors, and its offers look alike. Where does
//! ours part from them: what does it leave out, cut down, raise or bring in?
//!
//! *Rule.* Every offer has a level from 0 to 10 on each factor, and a level that rounds to 0
//! ([`ABSENT`]) counts as absent. On each factor ours is set beside *all* rivals:
//!
//! * **eliminate**: absent with us, present with every rival;
//! * **reduce**: below the lowest rival;
//! * **raise**: above the highest rival;
//! * **create**: present with us, absent with every rival;
//! * **keep**: anything else, which is within what the industry does anyway.
//!
//! *Focus* says on how few factors the effort lies: with shares *s* of the total level
//! the curve rests on `1 / Σ s²` factors (the numbers equivalent of the Hirschman–Herfindahl
//! index), and focus is 1 where that is one factor and 0 where it is all of them. *Divergence* is
//! told by the correlation of two curves' shapes: near 1 they run parallel, at different heights,
//! and offer more or less of the same ([`PARALLEL`]).
//!
//! *Source.* Kim & Mauborgne, "Value Innovation: The Strategic Logic of High Growth" (1997), on the
//! Formule 1 hotels, and "Charting Your Company's Future" (2002) on focus and divergence. The
//! rules in numbers are ours: they work with drawings.
//!
//! *Assumes* that a level means the same for every offer. A factor that one offer alone knows must
//! be on the list, at 0 for the others.
//!
//! *Example.*
//! ```
//! use customer_value::model::value_curve::{Curve, Move, ValueCurves};
//!
//! // Restaurant, room size, bed, quiet.
//! let curve = |levels: [f64; 4], price| Curve { levels: levels.to_vec(), price };
//! let curves = ValueCurves::new(&[
//!     curve([0.0, 2.0, 8.0, 9.0], 3.0),
//!     curve([2.0, 3.0, 3.0, 3.0], 4.0),
//!     curve([5.0, 6.0, 6.0, 6.0], 8.0),
//! ])?;
//! let moves = curves.moves(0).unwrap();
//! assert_eq!(moves, [Move::Eliminate, Move::Reduce, Move::Raise, Move::Raise]);
//! assert_eq!(curves.parallel_to(1), [2]);
//! # Ok::<(), customer_value::model::value_curve::ValueCurveError>(())
//! ```
//!
//! *Not for* deciding whether customers want the difference: a curve may diverge from what anyone
//! would pay for. See [`choice`](super::choice).

mod cost;
mod moves;

pub use cost::{Band, CostChange, CostChangeError, Savings, UnitCost};
pub use moves::Barrier;

use super::bounds::is_tie;
use crate::math::correlation::pearson;

/// The highest level.
pub const TOP_LEVEL: f64 = 10.0;

/// A level below this rounds to 0 and counts as absent.
pub const ABSENT: f64 = 0.5;

/// From this correlation on, two curves count as parallel.
pub const PARALLEL: f64 = 0.9;

/// The levels of one offer, each from 0 to 10.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The level on each factor that customers get something from.
    pub levels: Vec<f64>,
    /// The level of the price: the lower, the better for customers.
    pub price: f64,
}

/// Why curves cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueCurveError {
    /// Fewer than two offers.
    TooFewOffers,
    /// There is no factor.
    NoFactor,
    /// This offer has not one level from 0 to 10 for each factor.
    Levels(usize),
    /// This offer's price level is not from 0 to 10.
    Price(usize),
}

/// What an offer does with a factor, set beside all its rivals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Leaves out what every rival has.
    Eliminate,
    /// Does less than every rival.
    Reduce,
    /// Stays within what rivals do.
    Keep,
    /// Does more than every rival.
    Raise,
    /// Has what no rival has.
    Create,
}

/// The curves of several offers.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueCurves {
    curves: Vec<Curve>,
}

impl ValueCurves {
    /// Checks `curves`.
    ///
    /// # Errors
    /// [`ValueCurveError`] names what cannot be used.
    pub fn new(curves: &[Curve]) -> Result<Self, ValueCurveError> {
        let [first, _, ..] = curves else { return Err(ValueCurveError::TooFewOffers) };
        let factors = first.levels.len();
        if factors == 0 {
            return Err(ValueCurveError::NoFactor);
        }
        let is_level = |level: &f64| (0.0..=TOP_LEVEL).contains(level);
        let fits = |curve: &Curve| curve.levels.len() == factors;
        for (place, curve) in curves.iter().enumerate() {
            if !(fits(curve) && curve.levels.iter().all(is_level)) {
                return Err(ValueCurveError::Levels(place));
            }
            if !is_level(&curve.price) {
                return Err(ValueCurveError::Price(place));
            }
        }
        Ok(Self { curves: curves.to_vec() })
    }

    /// The curves it was made from.
    pub fn curves(&self) -> &[Curve] {
        &self.curves
    }

    /// What `offer` does with each factor; none where there is no such offer.
    pub fn moves(&self, offer: usize) -> Option<Vec<Move>> {
        let own = self.curves.get(offer)?;
        let level = |(factor, level): (usize, &f64)| {
            move_of(*level, self.rivals(offer).map(|rival| rival.levels[factor]))
        };
        Some(own.levels.iter().enumerate().map(level).collect())
    }

    /// What `offer` does with the price; none where there is no such offer.
    pub fn price_move(&self, offer: usize) -> Option<Move> {
        let own = self.curves.get(offer)?;
        Some(move_of(own.price, self.rivals(offer).map(|rival| rival.price)))
    }

    /// The factors with which `offer` does what `wanted` says.
    pub fn factors(&self, offer: usize, wanted: Move) -> Vec<usize> {
        let moves = self.moves(offer).unwrap_or_default();
        (0..moves.len()).filter(|k| moves[*k] == wanted).collect()
    }

    /// Correlation of the shapes of two curves without their prices, −1..1: near 1 they are
    /// parallel. None where a curve is flat or there is no such offer.
    pub fn correlation(&self, one: usize, other: usize) -> Option<f64> {
        pearson(&self.curves.get(one)?.levels, &self.curves.get(other)?.levels)
    }

    /// The rivals to whose curves that of `offer` runs parallel: more or less of the same.
    pub fn parallel_to(&self, offer: usize) -> Vec<usize> {
        let is_parallel = |rival: usize| {
            rival != offer && self.correlation(offer, rival).is_some_and(|r| r >= PARALLEL)
        };
        (0..self.curves.len()).filter(|rival| is_parallel(*rival)).collect()
    }

    fn rivals(&self, offer: usize) -> impl Iterator<Item = &Curve> {
        self.curves.iter().enumerate().filter(move |(k, _)| *k != offer).map(|(_, curve)| curve)
    }
}

/// The level as it counts: nothing where it is absent.
fn present(level: f64) -> f64 {
    if level < ABSENT { 0.0 } else { level }
}

/// What a level does beside those of all rivals.
fn move_of(own: f64, rivals: impl Iterator<Item = f64>) -> Move {
    let own = present(own);
    let (low, high) = rivals
        .map(present)
        .fold((TOP_LEVEL, 0.0_f64), |(low, high), level| (low.min(level), high.max(level)));
    if own == 0.0 && low > 0.0 {
        Move::Eliminate
    } else if own > 0.0 && high == 0.0 {
        Move::Create
    } else if own < low && !is_tie(own, low) {
        Move::Reduce
    } else if own > high && !is_tie(own, high) {
        Move::Raise
    } else {
        Move::Keep
    }
}

impl Curve {
    /// All levels together, without the price.
    pub fn total(&self) -> f64 {
        self.levels.iter().sum()
    }

    /// All levels together, with the price.
    pub fn total_with_price(&self) -> f64 {
        self.total() + self.price
    }

    /// The levels of these factors together: those that serve what customers came for.
    pub fn total_on(&self, core: &[usize]) -> f64 {
        core.iter().filter_map(|factor| self.levels.get(*factor)).sum()
    }

    /// On how many factors the effort rests, from 1 to their number. None where there is no level
    /// above 0.
    pub fn effective_factors(&self) -> Option<f64> {
        let total = self.total();
        let shares = self.levels.iter().map(|level| level / total);
        (total > 0.0).then(|| 1.0 / shares.map(|share| share * share).sum::<f64>())
    }

    /// How focused the curve is: 0 where every factor gets the same, 1 where one gets all. None
    /// where there are not two factors or there is no level above 0.
    pub fn focus(&self) -> Option<f64> {
        let rests_on = self.effective_factors()?;
        let factors = self.levels.len() as f64;
        (factors > 1.0).then(|| ((factors - rests_on) / (factors - 1.0)).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Restaurant, building, lounge, room size, front desk, furniture, bed, hygiene, quiet.
    pub(super) fn row_d1() -> ValueCurves {
        let curve = |levels: [f64; 9], price| Curve { levels: levels.to_vec(), price };
        ValueCurves::new(&[
            curve([0.0, 1.0, 0.0, 2.0, 1.0, 1.0, 8.0, 9.0, 9.0], 3.0),
            curve([2.0, 2.0, 2.0, 3.0, 4.0, 3.0, 3.0, 4.0, 3.0], 4.0),
            curve([5.0, 5.0, 5.0, 6.0, 7.0, 6.0, 6.0, 7.0, 6.0], 8.0),
        ])
        .unwrap()
    }

    #[test]
    fn row_d1_eliminate_reduce_raise_create() {
        let curves = row_d1();
        assert_eq!(curves.factors(0, Move::Eliminate), [0, 2]);
        assert_eq!(curves.factors(0, Move::Reduce), [1, 3, 4, 5]);
        assert_eq!(curves.factors(0, Move::Raise), [6, 7, 8]);
        assert!(curves.factors(0, Move::Create).is_empty());
        assert_eq!(curves.price_move(0), Some(Move::Reduce));
        // One star does no more and no less than the others together.
        assert!(curves.moves(1).unwrap().iter().all(|m| matches!(m, Move::Keep | Move::Reduce)));
    }

    #[test]
    fn row_d1_focus_and_divergence() {
        let curves = row_d1();
        let r = |a, b| curves.correlation(a, b).unwrap();
        assert!((r(1, 2) - 1.0).abs() < 1e-12);
        assert!((r(0, 1) - 0.5).abs() < 0.005 && (r(0, 2) - 0.5).abs() < 0.005);
        assert!(curves.parallel_to(0).is_empty());
        assert_eq!((curves.parallel_to(1), curves.parallel_to(2)), (vec![2], vec![1]));
        let totals: Vec<f64> = curves.curves().iter().map(Curve::total).collect();
        assert_eq!(totals, [31.0, 26.0, 53.0]);
        let core: Vec<f64> = curves.curves().iter().map(|c| c.total_on(&[6, 7, 8])).collect();
        assert_eq!(core, [26.0, 10.0, 19.0]);
        assert_eq!(curves.curves()[0].total_with_price(), 34.0);
        // 31² / 233 of nine factors, 26² / 80 and 53² / 317.
        let rests_on = |k: usize| curves.curves()[k].effective_factors().unwrap();
        assert!((rests_on(0) - 961.0 / 233.0).abs() < 1e-12);
        assert!(
            (rests_on(1) - 8.45).abs() < 1e-12 && (rests_on(2) - 2_809.0 / 317.0).abs() < 1e-12
        );
        assert!((curves.curves()[0].focus().unwrap() - (9.0 - 961.0 / 233.0) / 8.0).abs() < 1e-12);
    }

    #[test]
    fn every_move_has_its_case() {
        let of = |own: f64, rivals: &[f64]| move_of(own, rivals.iter().copied());
        assert_eq!(of(0.0, &[2.0, 5.0]), Move::Eliminate);
        assert_eq!(of(0.4, &[0.5, 5.0]), Move::Eliminate, "what rounds to 0 is absent");
        assert_eq!(of(0.0, &[0.0, 5.0]), Move::Keep, "not every rival has it");
        assert_eq!(of(0.0, &[0.0, 0.0]), Move::Keep, "nobody has it");
        assert_eq!(of(1.0, &[2.0, 5.0]), Move::Reduce);
        assert_eq!(of(2.0, &[2.0, 5.0]), Move::Keep);
        assert_eq!(of(3.0, &[2.0, 5.0]), Move::Keep);
        assert_eq!(of(5.0, &[2.0, 5.0]), Move::Keep);
        assert_eq!(of(6.0, &[2.0, 5.0]), Move::Raise);
        assert_eq!(of(6.0, &[0.0, 5.0]), Move::Raise);
        assert_eq!(of(1.0, &[0.0, 0.4]), Move::Create);
    }

    #[test]
    fn flat_or_empty_curves() {
        let curve = |levels: &[f64]| Curve { levels: levels.to_vec(), price: 0.0 };
        let flat = curve(&[5.0, 5.0, 5.0]);
        assert!(flat.focus().unwrap().abs() < 1e-12);
        assert_eq!(curve(&[0.0, 7.0, 0.0]).focus(), Some(1.0));
        assert_eq!(curve(&[0.0, 0.0]).focus(), None);
        assert_eq!((curve(&[3.0]).focus(), curve(&[3.0]).effective_factors()), (None, Some(1.0)));
        let curves = ValueCurves::new(&[flat, curve(&[1.0, 2.0, 3.0])]).unwrap();
        assert_eq!((curves.correlation(0, 1), curves.correlation(0, 2)), (None, None));
        assert_eq!((curves.moves(2), curves.price_move(2)), (None, None));
        assert!(curves.parallel_to(2).is_empty() && curves.factors(2, Move::Keep).is_empty());
    }

    #[test]
    fn says_what_cannot_be_used() {
        let curve = |levels: &[f64], price| Curve { levels: levels.to_vec(), price };
        let sound = curve(&[1.0, 2.0], 3.0);
        let new = |second: Curve| ValueCurves::new(&[sound.clone(), second]).map(|_| ());
        assert_eq!(
            ValueCurves::new(std::slice::from_ref(&sound)),
            Err(ValueCurveError::TooFewOffers)
        );
        assert_eq!(new(curve(&[1.0], 3.0)), Err(ValueCurveError::Levels(1)));
        assert_eq!(new(curve(&[1.0, 10.1], 3.0)), Err(ValueCurveError::Levels(1)));
        assert_eq!(new(curve(&[1.0, 2.0], f64::NAN)), Err(ValueCurveError::Price(1)));
        let none = [curve(&[], 3.0), curve(&[], 3.0)];
        assert_eq!(ValueCurves::new(&none), Err(ValueCurveError::NoFactor));
    }
}
