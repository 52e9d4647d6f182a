//! Five levels of relationship: how close a customer can pay for.
//!
//! *Question.* Some customers are only sold to, others are partners. Which level does this one
//! deserve?
//!
//! *Formula.* By cost: the highest level whose cost a year is at most a given share of the margin.
//! By Kotler's table: the more customers and the thinner the margin, the lower the level.
//!
//! *Source.* The levels and the table: Kotler, *Marketing Management*, after Berry & Parasuraman,
//! *Marketing Services* (1991). The rule by cost is a rule of thumb of this program.
//!
//! *Assumes* that a closer relationship costs more and is worth it to the customer: some want to be
//! left alone.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::relationship::{Level, Levels};
//!
//! let levels = Levels::new([0.0, 5.0, 20.0, 80.0, 500.0], 0.1)?;
//! assert_eq!(levels.at(200.0), Some(Level::Accountable));
//! assert_eq!(levels.at(8_000.0), Some(Level::Partnership));
//! # Ok::<(), customer_value::model::simulator::relationship::LevelsError>(())
//! ```
//!
//! *Not for* what the customer may become: a small customer who will grow deserves the level of
//! tomorrow.

use crate::model::bounds::{first_unsound, is_amount, is_share};

/// How close a relationship is, from the loosest up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Sells, and does not get in touch again.
    Basic,
    /// Sells, and asks the customer to call with any question.
    Reactive,
    /// Calls a while after the sale and asks whether all is well.
    Accountable,
    /// Calls from time to time with better uses and new products.
    Proactive,
    /// Works with the customer all the time to make things better.
    Partnership,
}

impl Level {
    /// All levels, from the loosest up.
    pub const ALL: [Self; 5] =
        [Self::Basic, Self::Reactive, Self::Accountable, Self::Proactive, Self::Partnership];

    /// Kotler's table: the level for this number of customers and this margin. (For many customers
    /// and a low margin the table allows a reactive level as well.)
    pub fn by_table(customers: Size, margin: Size) -> Self {
        match (customers, margin) {
            (Size::Small, Size::Large) => Self::Partnership,
            (Size::Small, Size::Medium) | (Size::Medium, Size::Large) => Self::Proactive,
            (Size::Large, Size::Large)
            | (Size::Medium, Size::Medium)
            | (Size::Small, Size::Small) => Self::Accountable,
            (Size::Large, Size::Medium) | (Size::Medium, Size::Small) => Self::Reactive,
            (Size::Large, Size::Small) => Self::Basic,
        }
    }
}

/// A number in three steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Few customers, a low margin.
    Small,
    /// Between.
    Medium,
    /// Many customers, a high margin.
    Large,
}

/// Why the levels cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelsError {
    /// The cost in this place is negative or not a number, or lower than the one before.
    Cost(usize),
    /// What may be spent is no share.
    Share,
}

/// What each level costs a year, and what share of a margin may be spent on it, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    costs: [f64; 5],
    share: f64,
}

impl Levels {
    /// The cost of each level, from the loosest up, never falling; and the share of the margin that
    /// may be spent, 0..1.
    ///
    /// # Errors
    /// [`LevelsError`] names the parameter.
    pub fn new(costs: [f64; 5], share: f64) -> Result<Self, LevelsError> {
        let falls = costs.windows(2).position(|pair| pair[1] < pair[0]).map(|place| place + 1);
        if let Some(place) = first_unsound(&costs, is_amount).or(falls) {
            return Err(LevelsError::Cost(place));
        }
        if !is_share(share) {
            return Err(LevelsError::Share);
        }
        Ok(Self { costs, share })
    }

    /// The closest level that a customer of this margin a year pays for; none where even the loosest
    /// costs too much.
    pub fn at(&self, margin: f64) -> Option<Level> {
        let may_cost = margin * self.share * (1.0 + 1e-12); // up to rounding
        self.costs.iter().rposition(|cost| *cost <= may_cost).map(|place| Level::ALL[place])
    }

    /// The least margin a year that pays for `level`; none where nothing may be spent and it costs
    /// something.
    pub fn margin_for(&self, level: Level) -> Option<f64> {
        let cost = self.costs[level as usize];
        let margin = if cost == 0.0 { 0.0 } else { cost / self.share };
        margin.is_finite().then_some(margin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels() -> Levels {
        Levels::new([0.0, 5.0, 20.0, 80.0, 500.0], 0.1).unwrap()
    }

    #[test]
    fn row_j1_level_by_margin() {
        assert_eq!(levels().at(200.0), Some(Level::Accountable));
        assert_eq!(levels().at(8_000.0), Some(Level::Partnership));
        assert_eq!(levels().margin_for(Level::Partnership), Some(5_000.0));
    }

    #[test]
    fn the_least_margin_is_enough_and_no_less() {
        for level in Level::ALL {
            let margin = levels().margin_for(level).unwrap();
            assert_eq!(levels().at(margin), Some(level));
            assert!(levels().at(margin * 0.999 - 1e-9) < Some(level));
        }
    }

    #[test]
    fn the_table_rises_with_the_margin_and_falls_with_the_number() {
        let sizes = [Size::Small, Size::Medium, Size::Large];
        for pair in sizes.windows(2) {
            for other in sizes {
                assert!(Level::by_table(other, pair[0]) < Level::by_table(other, pair[1]));
                assert!(Level::by_table(pair[0], other) > Level::by_table(pair[1], other));
            }
        }
    }

    #[test]
    fn edges() {
        let dear = Levels::new([10.0; 5], 0.1).unwrap();
        assert_eq!(dear.at(50.0), None);
        assert_eq!(dear.at(f64::NAN), None);
        assert_eq!(Levels::new([10.0; 5], 0.0).unwrap().margin_for(Level::Basic), None);
        let new = Levels::new;
        assert_eq!(new([0.0, 5.0, 4.0, 80.0, 500.0], 0.1), Err(LevelsError::Cost(2)));
        assert_eq!(new([f64::NAN; 5], 0.1), Err(LevelsError::Cost(0)));
        assert_eq!(new([1.0; 5], 2.0), Err(LevelsError::Share));
    }
}
