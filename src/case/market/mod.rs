//! The market: how many customers there are, in which segments, and what they will care about later.

mod figures;
mod levers;
mod segmentation;
mod working;

use serde::{Deserialize, Serialize};

use super::input::{Field, Input, Numbers, amount, balance, bounded, share};
use super::{Case, Id, Name};
use crate::model::choice;
use crate::model::lifetime::LifetimeError;
use crate::model::positioning::{Moment, Positioning, PositioningError};
use crate::model::segments::{self, Segments, SegmentsError};
use crate::words::{Language, Unit, label};

pub use levers::{Effect, Lever};
pub use segmentation::Segmentation;

/// The least and the greatest number of segments.
pub const SEGMENTS: (usize, usize) = (1, 8);

/// This many rises of the price that each halve the odds are worth a perfect offer, until somebody
/// says otherwise.
const USUAL_HALVING: f64 = 10.0;
/// The range of the rise that halves the odds.
const HALVING: (f64, f64) = (1e-6, 1e8);

/// Who is there to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Market {
    /// How many customers there are.
    pub heads: f64,
    /// Whether each segment has weights of its own; otherwise all judge by those of the criteria.
    pub own_weights: bool,
    /// Whether each segment has a value of its own; otherwise every customer has the lifetime
    /// value of the case.
    pub own_values: bool,
    /// Whether a customer may buy nothing.
    pub may_pass: bool,
    /// The segments.
    pub segments: Vec<Segment>,
    /// In how many years the criteria count as they will later.
    pub later: f64,
    /// The moment that is looked at, in years from now.
    pub at: f64,
}

impl Default for Market {
    fn default() -> Self {
        Self {
            heads: 10_000.0,
            own_weights: false,
            own_values: false,
            may_pass: false,
            segments: Vec::new(),
            later: 5.0,
            at: 5.0,
        }
    }
}

/// Customers who judge alike.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Segment {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Its share of the customers; all shares together count as the whole.
    pub share: f64,
    /// By how much a price must rise to halve the odds of the offer.
    pub halving: f64,
    /// What one of its customers is worth, where that is its own.
    pub value: f64,
    /// The net value of buying nothing, where that is possible.
    pub passing: f64,
    /// How much each criterion counts, where that is its own.
    pub weights: Vec<f64>,
}

/// A number of the market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// How many customers there are.
    Heads,
    /// A segment's share of them.
    Share(Id),
    /// The rise of a price that halves the odds in a segment.
    Halving(Id),
    /// What a customer of a segment is worth.
    Value(Id),
    /// The net value of buying nothing in a segment.
    Passing(Id),
    /// How much a criterion (the second) counts in a segment (the first).
    Weight(Id, Id),
    /// By how much the weight of a criterion will have changed later.
    Shift(Id),
    /// In how many years that is.
    Later,
    /// The moment that is looked at.
    At,
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let of = match self {
                Self::Heads => return Some(&$($mutable)? case.market.heads),
                Self::Later => return Some(&$($mutable)? case.market.later),
                Self::At => return Some(&$($mutable)? case.market.at),
                Self::Shift(id) => {
                    let criterion = case.criteria.$iter().find(|c| c.id == id)?;
                    return Some(&$($mutable)? criterion.shift);
                }
                Self::Weight(id, criterion) => {
                    let k = case.criterion_index(criterion)?;
                    let segment = case.market.segments.$iter().find(|s| s.id == id)?;
                    return segment.weights.$at(k);
                }
                Self::Share(id) | Self::Halving(id) | Self::Value(id) | Self::Passing(id) => id,
            };
            let segment = case.market.segments.$iter().find(|s| s.id == of)?;
            Some(match self {
                Self::Share(_) => &$($mutable)? segment.share,
                Self::Halving(_) => &$($mutable)? segment.halving,
                Self::Value(_) => &$($mutable)? segment.value,
                _ => &$($mutable)? segment.passing,
            })
        }
    };
}

impl Numbers for Number {
    places!(place, iter, get);
    places!(place_mut, iter_mut, get_mut, mut);

    fn field(self, _: &Case) -> Field {
        let weight = |label| Field { high: 1e6, ..amount(label, Unit::Plain) };
        let years = |label, low| bounded(label, Unit::Years, (low, 50.0), (low, 20.0), 0.5);
        match self {
            Self::Heads => amount(label::HEADS, Unit::Count),
            Self::Share(_) => share(label::HEAD_SHARE),
            Self::Halving(_) => {
                let (low, high) = HALVING;
                Field { low, high, ..amount(label::HALVING, Unit::Money) }
            }
            Self::Value(_) => balance(label::CUSTOMER_VALUE),
            Self::Passing(_) => balance(label::PASSING),
            Self::Weight(..) => weight(label::WEIGHT),
            Self::Shift(_) => Field { low: -1e6, ..weight(label::SHIFT) },
            Self::Later => years(label::LATER, 0.5),
            Self::At => years(label::AT, 0.0),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        let segments = &case.market.segments;
        let segment = |id| segments.iter().find(|s| s.id == id).map(|s| s.name.to(language));
        let criterion = |id| case.criteria.iter().find(|c| c.id == id).map(|c| c.name.to(language));
        let rows = match self {
            Self::Heads | Self::Later | Self::At => [None, None],
            Self::Shift(id) => [criterion(id), None],
            Self::Weight(id, of) => [segment(id), criterion(of)],
            Self::Share(id) | Self::Halving(id) | Self::Value(id) | Self::Passing(id) => {
                [segment(id), None]
            }
        };
        rows.into_iter().flatten().collect()
    }

    fn all(case: &Case) -> Vec<Input> {
        let mut all = vec![Self::Heads, Self::Later, Self::At];
        all.extend(case.criteria.iter().map(|c| Self::Shift(c.id)));
        for Segment { id, .. } in &case.market.segments {
            all.extend([Self::Share, Self::Halving, Self::Value, Self::Passing].map(|of| of(*id)));
            all.extend(case.criteria.iter().map(|c| Self::Weight(*id, c.id)));
        }
        all.into_iter().map(Input::Market).collect()
    }
}

/// Why there is no value of all customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoEquity {
    /// The lifetime value of the case, which every customer should have, does not exist.
    Lifetime(LifetimeError),
    /// The segments cannot be counted.
    Segments(SegmentsError),
}

impl Case {
    /// How many customers each segment has.
    pub fn segment_heads(&self) -> Vec<f64> {
        let market = &self.market;
        let sum: f64 = market.segments.iter().map(|s| s.share).sum();
        let heads = |share: f64| if sum > 0.0 { market.heads * (share / sum) } else { 0.0 };
        market.segments.iter().map(|s| heads(s.share)).collect()
    }

    /// The segments as they choose, each of its customers once.
    fn choosers(&self) -> Vec<choice::Segment> {
        let market = &self.market;
        let chooser = |(segment, heads): (&Segment, f64)| choice::Segment {
            heads,
            weights: if market.own_weights { segment.weights.clone() } else { self.weights() },
            perfect: self.perfect_money,
            sensitivity: choice::sensitivity_of(segment.halving),
            outside: market.may_pass.then_some(segment.passing),
        };
        market.segments.iter().zip(self.segment_heads()).map(chooser).collect()
    }

    /// The offers as they are chosen from. Price and cost are money here however the case counts.
    fn chosen(&self) -> Vec<choice::Offer> {
        let offer = |offer: &super::Offer| choice::Offer {
            scores: offer.scores.clone(),
            price: offer.price,
            other_costs: offer.hours * self.hour_worth + offer.energy + offer.mind,
            unit_cost: offer.unit_cost,
        };
        self.offers.iter().map(offer).collect()
    }

    /// The segments choosing among the offers.
    ///
    /// # Errors
    /// [`choice::MarketError`] names what cannot be used.
    pub fn choices(&self) -> Result<choice::Market, choice::MarketError> {
        choice::Market::new(&self.choosers(), &self.chosen())
    }

    /// What one customer of each segment is worth.
    ///
    /// # Errors
    /// [`LifetimeError`] where that is the lifetime value of the case, and there is none.
    pub fn segment_values(&self) -> Result<Vec<f64>, LifetimeError> {
        let market = &self.market;
        if market.own_values {
            return Ok(market.segments.iter().map(|s| s.value).collect());
        }
        let net = self.lifetime()?.net();
        Ok(vec![net; market.segments.len()])
    }

    /// The segments by heads and by value.
    ///
    /// # Errors
    /// [`NoEquity`] says why they cannot be counted.
    pub fn equity(&self) -> Result<Segments, NoEquity> {
        let values = self.segment_values().map_err(NoEquity::Lifetime)?;
        let parts = self.segment_heads().into_iter().zip(values);
        let parts: Vec<segments::Segment> =
            parts.map(|(heads, value)| segments::Segment { heads, value }).collect();
        Segments::new(&parts).map_err(NoEquity::Segments)
    }

    /// The offers by what the criteria count now and will count later. No weight falls below zero.
    ///
    /// # Errors
    /// [`PositioningError`] names what cannot be used.
    pub fn positioning(&self) -> Result<Positioning, PositioningError> {
        let later = self.criteria.iter().map(|c| (c.weight + c.shift).max(0.0)).collect();
        let moments = [
            Moment { time: 0.0, weights: self.weights() },
            Moment { time: self.market.later, weights: later },
        ];
        let scores: Vec<Vec<f64>> = self.offers.iter().map(|o| o.scores.clone()).collect();
        Positioning::new(&moments, &scores)
    }

    /// What a criterion counts at the moment looked at.
    pub fn weight_at(&self, criterion: &super::Criterion) -> f64 {
        let share = (self.market.at / self.market.later).clamp(0.0, 1.0);
        let later = (criterion.weight + criterion.shift).max(0.0);
        criterion.weight + share * (later - criterion.weight)
    }
}
