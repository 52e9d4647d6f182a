//! What each unit sold costs the industry and what it costs us, change by change.

use serde::{Deserialize, Serialize};

use super::super::{Case, Id, Name};
use crate::model::value_curve::{self, Band, CostChangeError, Savings, UnitCost};

/// A cost that the industry has and we have otherwise.
///
/// Each way of counting keeps its own numbers, so that a look at another loses nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CostChange {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// The factor it belongs to.
    pub factor: Id,
    /// How it is counted.
    pub way: Way,
    /// The industry's.
    pub industry: SideCost,
    /// Ours.
    pub ours: SideCost,
    /// The price that a share is taken of.
    pub price: f64,
    /// Years of use of what is built once.
    pub years: f64,
    /// Units it could give a year.
    pub capacity: f64,
    /// The share of them that is sold.
    pub used: f64,
}

/// The numbers of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SideCost {
    /// The cost of a unit.
    pub amount: f64,
    /// The lowest share of the price.
    pub low: f64,
    /// The highest share of the price.
    pub high: f64,
    /// The cost of building.
    pub built: f64,
}

/// Whose cost it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The industry's.
    Industry,
    /// Ours.
    Ours,
}

/// How the cost of a unit is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// As an amount.
    #[default]
    Amount,
    /// As a share of the price.
    Share,
    /// As something built once and used for years.
    Built,
}

impl Default for CostChange {
    fn default() -> Self {
        Self {
            id: Id::default(),
            name: Name::default(),
            factor: Id::default(),
            way: Way::default(),
            industry: SideCost::default(),
            ours: SideCost::default(),
            price: 100.0,
            years: 10.0,
            capacity: 1_000.0,
            used: 1.0,
        }
    }
}

impl CostChange {
    /// The numbers of one side.
    pub const fn of(&self, side: Side) -> &SideCost {
        match side {
            Side::Industry => &self.industry,
            Side::Ours => &self.ours,
        }
    }

    /// What a unit costs on one side. The ends of a band may stand in either order.
    pub fn unit_cost(&self, side: Side) -> Option<UnitCost> {
        let cost = self.of(side);
        Some(match self.way {
            Way::Amount => UnitCost::Amount(cost.amount),
            Way::Share => UnitCost::ShareOfPrice {
                price: self.price,
                share: Band::new(cost.low.min(cost.high), cost.low.max(cost.high))?,
            },
            Way::Built => UnitCost::Capital {
                amount: cost.built,
                years: self.years,
                capacity: self.capacity,
                used: self.used,
            },
        })
    }
}

impl Case {
    /// What the changes of cost save and take for each unit sold, each under the place of its
    /// factor; under the number of factors where its factor is gone.
    ///
    /// # Errors
    /// [`CostChangeError`] names the change whose cost does not exist.
    pub fn savings(&self) -> Result<Savings, CostChangeError> {
        let change = |(k, change): (usize, &CostChange)| {
            Ok(value_curve::CostChange {
                factor: self.criterion_index(change.factor).unwrap_or(self.criteria.len()),
                before: change.unit_cost(Side::Industry).ok_or(CostChangeError::Before(k))?,
                after: change.unit_cost(Side::Ours).ok_or(CostChangeError::After(k))?,
            })
        };
        let changes: Result<Vec<_>, _> =
            self.curve.changes.iter().enumerate().map(change).collect();
        Savings::new(&changes?)
    }
}
