//! What the value curve needs beside the criteria, which are its factors, and the scores, which
//! are its levels: the sentence it is said in, how it was, price classes, and what it costs.

mod checks;
mod cost;
mod number;
mod standing;
mod view;
mod working;

use serde::{Deserialize, Serialize};

pub use checks::Check;
pub use cost::{CostChange, Side, SideCost, Way};
pub use number::{CostNumber, Number};
pub use standing::Standing;
pub use view::{grips, price_grips};

use super::{Case, Id, Name};

/// The least and the greatest number of price classes.
pub const CLASSES: (usize, usize) = (0, 5);
/// The least and the greatest number of changes of cost.
pub const CHANGES: (usize, usize) = (0, 8);
/// The greatest number of factors that a tagline can stand on.
pub const CORE: usize = 3;

/// The value curve beside its factors and levels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Curve {
    /// What the curve promises, in a sentence.
    pub tagline: Name,
    /// Where the levels come from.
    pub levels_from: Name,
    /// What is sold, counted one by one: a night, a cup.
    pub unit: Name,
    /// Our price when our curve was kept; none where it was not.
    pub price_before: Option<f64>,
    /// What offers of a class cost.
    pub classes: Vec<PriceClass>,
    /// What is saved and spent for each unit sold.
    pub changes: Vec<CostChange>,
    /// Our share of the market, and those of the next five.
    pub standing: Standing,
}

/// The prices of a class of offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceClass {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// The lowest price.
    pub low: f64,
    /// The highest price.
    pub high: f64,
}

impl Case {
    /// Whether a tagline stands on the factor.
    pub fn is_core(&self, factor: Id) -> bool {
        self.criteria.iter().any(|criterion| criterion.id == factor && criterion.core)
    }

    /// The places of the factors that the tagline stands on.
    pub fn core(&self) -> Vec<usize> {
        (0..self.criteria.len()).filter(|k| self.criteria[*k].core).collect()
    }

    /// Puts a factor among those that the tagline stands on, while there is room, or takes it out.
    pub fn turn_core(&mut self, factor: Id) {
        let room = self.core().len() < CORE;
        if let Some(criterion) = self.criteria.iter_mut().find(|c| c.id == factor) {
            criterion.core = !criterion.core && room;
        }
    }

    /// Whether a former curve of ours is kept.
    pub fn has_former_curve(&self) -> bool {
        self.curve.price_before.is_some() || self.criteria.iter().any(|c| c.before.is_some())
    }

    /// Keeps our curve of today as the former one.
    pub fn keep_curve(&mut self) {
        let Some(ours) = self.offers.first() else { return };
        self.curve.price_before = Some(ours.price);
        for (criterion, score) in self.criteria.iter_mut().zip(&ours.scores) {
            criterion.before = Some(*score);
        }
    }

    /// Drops the former curve.
    pub fn drop_former_curve(&mut self) {
        self.curve.price_before = None;
        for criterion in &mut self.criteria {
            criterion.before = None;
        }
    }

    /// Leaves no more factors under the tagline than it can stand on: the first.
    pub(super) fn limit_core(&mut self) {
        for criterion in self.criteria.iter_mut().filter(|c| c.core).skip(CORE) {
            criterion.core = false;
        }
    }
}
