//! The life cycle of a customer: when a customer begins to pay, and when all is paid back.
//!
//! *Question.* A customer costs before they bring. From when on does revenue exceed cost, when has
//! the loss of the first years been made up, and what is left at the end?
//!
//! *Formula.* Revenue and cost a year are curves over the years, of straight pieces between points,
//! or steps, one for each of the four stages: set-up, growth, maturity, decline. Where revenue less
//! cost is below zero it encloses area *A*, where it is above, area *B*. What is left is `B − A`;
//! the money is back where the running integral returns to zero.
//!
//! *Source.* Stages: Dwyer, Schurr & Oh, "Developing Buyer–Seller Relationships" (1987); the rise
//! of profit over a customer's years: Reichheld & Sasser, "Zero Defections" (1990).
//!
//! *Assumes* money of one value at all times: nothing is discounted, and nobody leaves before the
//! end. [`varying`](super::lifetime::varying) does both.
//!
//! *Example.*
//! ```
//! use customer_value::model::life_cycle::{LifeCycle, Levels};
//!
//! let level = |years, revenue, cost| Levels { years, revenue, cost };
//! let stages = [
//!     level(1.0, 0.0, 1_000.0),
//!     level(1.0, 2_000.0, 500.0),
//!     level(1.5, 4_000.0, 1_000.0),
//!     level(0.5, 1_500.0, 500.0),
//! ];
//! let cycle = LifeCycle::of_stages(stages).unwrap();
//! assert_eq!(cycle.net(), 5_500.0);
//! assert_eq!(cycle.crossings()[0].year, 1.0);
//! ```
//!
//! *Not for* a mean over customers of different age: their curves do not begin together. That
//! revenue grows with the years is one firm's finding, not a law; see Reinartz & Kumar, "On the
//! Profitability of Long-Life Customers" (2000).

mod measure;

pub use measure::{Measure, MeasureError};

use super::bounds::is_signed;
use crate::math::pieces::Pieces;

/// The most points of a curve.
const MOST_POINTS: usize = 1_000;

/// The latest year.
const LAST_YEAR: f64 = 1e4;

/// One stage in the life of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The relationship is built.
    SetUp,
    /// Purchases grow.
    Growth,
    /// Purchases are steady.
    Maturity,
    /// The customer turns away.
    Decline,
}

impl Stage {
    /// The stages in their order.
    pub const ALL: [Self; 4] = [Self::SetUp, Self::Growth, Self::Maturity, Self::Decline];
}

/// A stage with the same revenue and cost throughout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// How long it lasts, 0 or more.
    pub years: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// Cost a year.
    pub cost: f64,
}

/// Why there is no life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeCycleError {
    /// The revenue curve has too few or too many points, points out of order, or a number that is
    /// none.
    Revenue,
    /// The same of the cost curve.
    Cost,
    /// The curves do not begin and end together.
    Extent,
    /// A stage has a negative length, or together they are not as long as the curves.
    Stages,
}

/// Where revenue and cost cross.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// When.
    pub year: f64,
    /// Whether revenue is above cost from then on, instead of below.
    pub pays_after: bool,
}

/// Revenue and cost over the life of a customer, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeCycle {
    revenue: Pieces,
    cost: Pieces,
    net: Pieces,
    lengths: [f64; 4],
}

impl LifeCycle {
    /// Curves through points of year and money a year, in rising order of the years, a year named
    /// twice being a jump; and how long each stage lasts.
    ///
    /// # Errors
    /// [`LifeCycleError`] names what cannot be used.
    pub fn through(
        revenue: &[(f64, f64)],
        cost: &[(f64, f64)],
        lengths: [f64; 4],
    ) -> Result<Self, LifeCycleError> {
        let revenue = curve(revenue).ok_or(LifeCycleError::Revenue)?;
        let cost = curve(cost).ok_or(LifeCycleError::Cost)?;
        Self::new(revenue, cost, lengths)
    }

    /// Steps, one for each stage.
    ///
    /// # Errors
    /// [`LifeCycleError`] names what cannot be used.
    pub fn of_stages(stages: [Levels; 4]) -> Result<Self, LifeCycleError> {
        let lengths = stages.map(|stage| stage.years);
        if !lengths.iter().all(|years| *years >= 0.0) {
            return Err(LifeCycleError::Stages);
        }
        let steps = |level: fn(&Levels) -> f64| {
            let step = |year: &mut f64, stage: &Levels| {
                let from = *year;
                *year += stage.years;
                Some([(from, level(stage)), (*year, level(stage))])
            };
            stages.iter().scan(0.0, step).flatten().collect::<Vec<_>>()
        };
        Self::through(&steps(|stage| stage.revenue), &steps(|stage| stage.cost), lengths)
    }

    fn new(revenue: Pieces, cost: Pieces, lengths: [f64; 4]) -> Result<Self, LifeCycleError> {
        if revenue.extent() != cost.extent() {
            return Err(LifeCycleError::Extent);
        }
        let (from, to) = revenue.extent();
        let whole = (lengths.iter().sum::<f64>() - (to - from)).abs() <= 1e-9 * (to - from);
        if !(whole && lengths.iter().all(|length| *length >= 0.0)) {
            return Err(LifeCycleError::Stages);
        }
        let net = revenue.minus(&cost);
        Ok(Self { revenue, cost, net, lengths })
    }

    /// Revenue a year.
    pub const fn revenue(&self) -> &Pieces {
        &self.revenue
    }

    /// Cost a year.
    pub const fn cost(&self) -> &Pieces {
        &self.cost
    }

    /// Revenue less cost a year.
    pub const fn margin(&self) -> &Pieces {
        &self.net
    }

    /// How long each stage lasts.
    pub const fn lengths(&self) -> &[f64; 4] {
        &self.lengths
    }

    /// When a stage begins and ends.
    pub fn span(&self, stage: Stage) -> (f64, f64) {
        let borders = self.borders(&self.lengths);
        (borders[stage as usize], borders[stage as usize + 1])
    }

    /// Where stages as long as `lengths` begin, and where the last one ends.
    fn borders(&self, lengths: &[f64; 4]) -> [f64; 5] {
        let mut borders = [self.revenue.extent().0; 5];
        for (k, length) in lengths.iter().enumerate() {
            borders[k + 1] = borders[k] + length;
        }
        borders
    }

    /// Every crossing of revenue and cost, in order.
    pub fn crossings(&self) -> Vec<Crossing> {
        let crossing = |(year, pays_after)| Crossing { year, pays_after };
        self.net.passes().into_iter().map(crossing).collect()
    }

    /// From when on revenue is first above cost: the beginning where it is from the start, none where
    /// it never is.
    pub fn pays_from(&self) -> Option<f64> {
        let points = self.net.points();
        let first = points.iter().position(|(_, margin)| *margin != 0.0)?;
        if points[first].1 > 0.0 {
            return Some(points[first.saturating_sub(1)].0);
        }
        self.crossings().into_iter().find(|crossing| crossing.pays_after).map(|c| c.year)
    }

    /// Area *A*, what is lost while cost is above revenue, and area *B*, what is gained while it is
    /// below; both 0 or more.
    pub fn areas(&self) -> (f64, f64) {
        self.net.areas()
    }

    /// What is left at the end: `B − A`.
    pub fn net(&self) -> f64 {
        self.net.integral()
    }

    /// What is gained or lost up to `year`.
    pub fn net_until(&self, year: f64) -> f64 {
        self.net.integral_to(year)
    }

    /// When all that was lost is made up: the beginning where nothing ever was, none where it never
    /// is.
    pub fn money_back(&self) -> Option<f64> {
        self.net.back_at_zero()
    }
}

/// The curve through points, where they are sound.
fn curve(points: &[(f64, f64)]) -> Option<Pieces> {
    let sound = |(year, money): &(f64, f64)| (0.0..=LAST_YEAR).contains(year) && is_signed(*money);
    let sound = points.len() <= MOST_POINTS && points.iter().all(sound);
    sound.then(|| Pieces::through(points)).flatten()
}

#[cfg(test)]
mod tests;
