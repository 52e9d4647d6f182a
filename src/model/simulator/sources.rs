//! Sources of buyers: where a budget wins most of them.
//!
//! *Question.* An advertisement tells many people and convinces few; a friend tells few and convinces
//! many. How should a budget be split?
//!
//! *Formula.* A source that reaches *n* people of whom the share *c* buys brings `n·c` buyers. At
//! cost *k* a person reached, a buyer costs `k / c`. The budget goes to the cheapest source until
//! everybody it can reach is reached, then to the next.
//!
//! *Source.* Commercial sources inform, personal sources judge: Katz & Lazarsfeld, *Personal
//! Influence* (1955); Kotler, *Marketing Management*, information search.
//!
//! *Assumes* that each person reached costs the same, and that nobody needs to hear from two sources. In
//! life the one prepares for the other: nobody asks a friend about something never heard of.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::sources::{Source, Sources};
//!
//! let sources = Sources::new(&[
//!     Source { reach: 1_000.0, rate: 0.01, cost: 2.0 }, // advertisement: 200 a buyer
//!     Source { reach: 50.0, rate: 0.20, cost: 20.0 },   // friends: 100 a buyer
//! ])?;
//! let plan = sources.plan(2_000.0);
//! assert_eq!(plan.spent, [1_000.0, 1_000.0]);
//! assert_eq!(plan.buyers, 15.0);
//! # Ok::<(), customer_value::model::simulator::sources::SourceError>(())
//! ```
//!
//! *Not for* media whose effect fades with repetition.

use crate::math::order;
use crate::model::bounds::{is_amount, is_share, ratio};

/// One source of buyers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source {
    /// People it can reach, *n*.
    pub reach: f64,
    /// Share of those reached who buy, *c*, 0..1.
    pub rate: f64,
    /// Cost of reaching one person, *k*.
    pub cost: f64,
}

/// Which number of the source in this place cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// The reach is negative or not a number.
    Reach(usize),
    /// The rate is no share.
    Rate(usize),
    /// The cost is negative or not a number.
    Cost(usize),
}

/// Several sources, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    sources: Vec<Source>,
}

/// How a budget is split.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What each source is given, in the order of the sources.
    pub spent: Vec<f64>,
    /// Buyers won with it.
    pub buyers: f64,
    /// What is left when every source that brings anyone has reached everybody.
    pub left: f64,
}

impl Source {
    /// Buyers when everybody it can reach is reached.
    pub fn buyers(&self) -> f64 {
        self.reach * self.rate
    }

    /// Cost of one buyer; none where nobody buys.
    pub fn cost_of_a_buyer(&self) -> Option<f64> {
        ratio(self.cost, self.rate)
    }
}

impl Sources {
    /// Checks `sources`.
    ///
    /// # Errors
    /// [`SourceError`] names the number and the place of its source.
    pub fn new(sources: &[Source]) -> Result<Self, SourceError> {
        for (place, source) in sources.iter().enumerate() {
            if !is_amount(source.reach) {
                return Err(SourceError::Reach(place));
            }
            if !is_share(source.rate) {
                return Err(SourceError::Rate(place));
            }
            if !is_amount(source.cost) {
                return Err(SourceError::Cost(place));
            }
        }
        Ok(Self { sources: sources.to_vec() })
    }

    /// The sources, in the order they were given.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Buyers when everybody is reached.
    pub fn buyers(&self) -> f64 {
        self.sources.iter().map(Source::buyers).sum()
    }

    /// The places of the sources that bring buyers, the cheapest buyer first; of equal ones in the
    /// order they were given.
    pub fn by_cost(&self) -> Vec<usize> {
        let cost = |source: &Source| source.cost_of_a_buyer().unwrap_or(f64::NAN);
        let costs: Vec<f64> = self.sources.iter().map(cost).collect();
        let mut order = order::rising(&costs);
        order.retain(|place| !costs[*place].is_nan());
        order
    }

    /// The split of `budget` (0 or more) that wins most buyers.
    pub fn plan(&self, budget: f64) -> Plan {
        let mut plan = Plan {
            spent: vec![0.0; self.sources.len()],
            buyers: 0.0,
            left: if is_amount(budget) { budget } else { 0.0 },
        };
        for place in self.by_cost() {
            let source = self.sources[place];
            let whole = source.reach * source.cost;
            let spent = whole.min(plan.left);
            let part = if spent < whole { spent / whole } else { 1.0 };
            plan.spent[place] = spent;
            plan.buyers += part * source.buyers();
            plan.left -= spent;
        }
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Sources {
        let advertisement = Source { reach: 1_000.0, rate: 0.01, cost: 2.0 };
        let friends = Source { reach: 50.0, rate: 0.20, cost: 20.0 };
        Sources::new(&[advertisement, friends]).unwrap()
    }

    #[test]
    fn row_j5_two_sources() {
        let each: Vec<f64> = two().sources().iter().map(Source::buyers).collect();
        assert_eq!(each, [10.0, 10.0]);
        assert_eq!(two().buyers(), 20.0);
        // One friend convinces as many as twenty advertisements.
        assert_eq!(two().sources()[1].rate / two().sources()[0].rate, 20.0);
    }

    #[test]
    fn the_cheapest_buyer_first() {
        assert_eq!(two().by_cost(), [1, 0]);
        let spent = |budget| two().plan(budget).spent;
        assert_eq!(spent(500.0), [0.0, 500.0]);
        assert_eq!(spent(1_000.0), [0.0, 1_000.0]);
        let all = two().plan(5_000.0);
        assert_eq!((all.spent, all.buyers, all.left), (vec![2_000.0, 1_000.0], 20.0, 2_000.0));
    }

    /// No other split of the same money, on a grid, wins more.
    #[test]
    fn no_split_is_better() {
        let best = two().plan(1_700.0);
        for k in 0..=100 {
            let first = 17.0 * f64::from(k);
            let won = |place: usize, spent: f64| {
                let source = two().sources()[place];
                (spent / source.cost).min(source.reach) * source.rate
            };
            assert!(won(0, first) + won(1, 1_700.0 - first) <= best.buyers + 1e-12);
        }
    }

    #[test]
    fn edges() {
        let free = Source { reach: 10.0, rate: 0.5, cost: 0.0 };
        let idle = Source { reach: 10.0, rate: 0.0, cost: 1.0 };
        let plan = Sources::new(&[idle, free]).unwrap().plan(7.0);
        assert_eq!((plan.spent, plan.buyers, plan.left), (vec![0.0, 0.0], 5.0, 7.0));
        assert_eq!(Sources::new(&[]).unwrap().plan(f64::NAN).left, 0.0);
        let wrong = |source| Sources::new(&[free, source]).unwrap_err();
        assert_eq!(wrong(Source { reach: -1.0, ..free }), SourceError::Reach(1));
        assert_eq!(wrong(Source { rate: 2.0, ..free }), SourceError::Rate(1));
        assert_eq!(wrong(Source { cost: f64::NAN, ..free }), SourceError::Cost(1));
    }
}
