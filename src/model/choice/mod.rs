//! Choice: what share of customers takes which offer.
//!
//! *Question.* Customers do not all take the offer of highest net value: they see it differently,
//! and by chance. How many choose ours, and what would another price bring?
//!
//! *Formula.* A segment judges each offer by its own weights: benefit `B = W · Σ w·s / 10`, net value
//! `N = B − price − other costs`. Of its customers the share `P = e^(μN) / Σ e^(μN)` takes the offer
//! (multinomial logit). The *sensitivity* μ says how strongly one unit of money decides: at 0 it is
//! a lottery, far above 1 / (the usual differences) everyone takes the best. Buying nothing may be one
//! more alternative. Market share and profit add up over the segments by their heads.
//!
//! *Source.* McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior" (1974); Train,
//! *Discrete Choice Methods with Simulation* (2003). Guadagni & Little, "A Logit Model of Brand
//! Choice Calibrated on Scanner Data" (1983), brought it to marketing.
//!
//! *Assumes* that every alternative wins customers from the others in proportion to their shares
//! (independence of irrelevant alternatives). Two offers that are nearly the same split one share
//! in truth, and get two here; segments with weights of their own soften that.
//!
//! *Example.* Two equal offers share alike; one unit of value more brings 73 %.
//! ```
//! use customer_value::model::choice::{Market, Offer, Segment};
//!
//! let offer = |score| Offer { scores: vec![score], price: 5.0, other_costs: 0.0, unit_cost: 2.0 };
//! let everyone = Segment {
//!     heads: 1_000.0,
//!     weights: vec![1.0],
//!     perfect: 10.0,
//!     sensitivity: 1.0,
//!     outside: None,
//! };
//! let share = |ours, theirs| {
//!     let market = Market::new(&[everyone.clone()], &[offer(ours), offer(theirs)])?;
//!     Ok(market.outcomes()[0].share)
//! };
//! assert_eq!(share(7.0, 7.0)?, 0.5);
//! assert!((share(8.0, 7.0)? - 0.731).abs() < 5e-4);
//! # Ok::<(), customer_value::model::choice::MarketError>(())
//! ```
//!
//! *Not for* a handful of known buyers, of whom each decides once: ask them.

mod best_price;
mod demand;

pub use best_price::{BestPrice, NoBestPrice};

use super::bounds::{first_error, first_unsound, is_amount, is_signed, ratio};
use super::perceived::TOP_SCORE;
use super::weights::{Weights, WeightsError};
use crate::math::logistic;
use demand::Demand;

/// What customers choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Scores from 0 up, one for each criterion.
    pub scores: Vec<f64>,
    /// The price, from 0 up.
    pub price: f64,
    /// What else the customer gives up, from 0 up, in money.
    pub other_costs: f64,
    /// What a unit costs the seller, from 0 up.
    pub unit_cost: f64,
}

/// Customers who judge alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// How many buy once in the period, from 0 up.
    pub heads: f64,
    /// How much each criterion counts, on any scale.
    pub weights: Vec<f64>,
    /// The worth of a perfect offer, *W*, from 0 up, in money.
    pub perfect: f64,
    /// How strongly one unit of money decides, μ: 0, or from 1e-9 to 1e9.
    pub sensitivity: f64,
    /// The net value of buying nothing, where that is possible; usually 0.
    pub outside: Option<f64>,
}

/// Why there is no market.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarketError {
    /// There is no segment.
    NoSegment,
    /// There is no offer.
    NoOffer,
    /// The number of customers of this segment is negative or not a number.
    Heads(usize),
    /// The weights of this segment cannot be used.
    Weights(usize, WeightsError),
    /// The worth of a perfect offer to this segment is negative or not a number.
    Perfect(usize),
    /// The sensitivity of this segment is out of its range.
    Sensitivity(usize),
    /// The value of buying nothing to this segment is not a number.
    Outside(usize),
    /// This offer has not one score from 0 up for each criterion of every segment.
    Scores(usize),
    /// The price, other costs or unit cost of this offer are negative or not numbers.
    Amount(usize),
}

/// The sensitivity of customers among whom a price higher by `rise` halves the odds of an offer:
/// `ln 2 / rise`.
pub const fn sensitivity_of(rise: f64) -> f64 {
    std::f64::consts::LN_2 / rise
}

/// Segments choosing among offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Market {
    segments: Vec<Demand>,
    prices: Vec<f64>,
    unit_costs: Vec<f64>,
}

/// How one segment divides.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentShares {
    /// The share of its customers who take each offer, 0..1.
    pub offers: Vec<f64>,
    /// The share who buy nothing, 0..1.
    pub outside: f64,
}

/// What an offer gets in the whole market.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// How many take it.
    pub units: f64,
    /// Their share of all customers, 0..1; of no customers, 0.
    pub share: f64,
    /// Units × price.
    pub revenue: f64,
    /// Units × (price − unit cost).
    pub profit: f64,
}

impl Market {
    /// Lets `segments` choose among `offers`.
    ///
    /// # Errors
    /// [`MarketError`] names what cannot be used.
    pub fn new(segments: &[Segment], offers: &[Offer]) -> Result<Self, MarketError> {
        if segments.is_empty() {
            return Err(MarketError::NoSegment);
        }
        if offers.is_empty() {
            return Err(MarketError::NoOffer);
        }
        let amounts = |o: &Offer| [o.price, o.other_costs, o.unit_cost];
        if let Some(k) = offers.iter().position(|o| first_unsound(&amounts(o), is_amount).is_some())
        {
            return Err(MarketError::Amount(k));
        }
        let demand = |(k, segment): (usize, &Segment)| segment.judge(k, offers);
        Ok(Self {
            segments: segments.iter().enumerate().map(demand).collect::<Result<_, _>>()?,
            prices: offers.iter().map(|offer| offer.price).collect(),
            unit_costs: offers.iter().map(|offer| offer.unit_cost).collect(),
        })
    }

    /// The same market with `offer` at another `price`, from 0 up; none where there is no such offer
    /// or price.
    pub fn with_price(&self, offer: usize, price: f64) -> Option<Self> {
        let mut market = self.clone();
        *market.prices.get_mut(offer)? = price;
        is_amount(price).then_some(market)
    }

    /// The price of each offer.
    pub fn prices(&self) -> &[f64] {
        &self.prices
    }

    /// The net value of each offer to a segment, and of buying nothing last where that is possible;
    /// none where there is no such segment.
    pub fn net_values(&self, segment: usize) -> Option<Vec<f64>> {
        Some(self.segments.get(segment)?.net_values(&self.prices).collect())
    }

    /// How a segment divides; none where there is no such segment.
    pub fn segment_shares(&self, segment: usize) -> Option<SegmentShares> {
        let mut offers = logistic::shares(&self.segments.get(segment)?.utilities(&self.prices));
        let outside = if offers.len() > self.prices.len() { offers.pop() } else { None };
        Some(SegmentShares { offers, outside: outside.unwrap_or_default() })
    }

    /// What each offer gets.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let mut units = vec![0.0; self.prices.len()];
        for (k, segment) in self.segments.iter().enumerate() {
            let shares = self.segment_shares(k).map_or_else(Vec::new, |shares| shares.offers);
            units.iter_mut().zip(shares).for_each(|(sum, share)| *sum += segment.heads * share);
        }
        let heads: f64 = self.segments.iter().map(|segment| segment.heads).sum();
        let outcome = |(k, units): (usize, f64)| Outcome {
            units,
            share: if heads > 0.0 { units / heads } else { 0.0 },
            revenue: units * self.prices[k],
            profit: units * (self.prices[k] - self.unit_costs[k]),
        };
        units.into_iter().enumerate().map(outcome).collect()
    }

    /// By how many per cent the units of `offer` change for one per cent more on the price of
    /// `changed`: below 0 for its own price, above 0 for a rival's. None where nobody takes it, or
    /// there are no such offers.
    ///
    /// Own `−μ·p·(1 − P)`, cross `μ·p·P`, averaged over the segments by what each buys.
    pub fn elasticity(&self, offer: usize, changed: usize) -> Option<f64> {
        let price = *self.prices.get(changed)?;
        let (mut units, mut change) = (0.0, 0.0);
        for (k, segment) in self.segments.iter().enumerate() {
            let shares = self.segment_shares(k)?.offers;
            let bought = segment.heads * shares.get(offer)?;
            let moved = if offer == changed { -self.others(k, offer) } else { shares[changed] };
            units += bought;
            change += bought * segment.sensitivity * price * moved;
        }
        ratio(change, units)
    }

    /// The share of a segment that does not take `offer`.
    fn others(&self, segment: usize, offer: usize) -> f64 {
        let rivals = self.segments[segment].without(offer, &self.prices);
        rivals.left_by(self.prices[offer])
    }

    /// What choosing among these offers is worth to a customer of `segment` on average, in money:
    /// the expected net value of the one they take, `ln Σ e^(μN) / μ`. None where price does not
    /// matter, or there is no such segment.
    ///
    /// Small & Rosen, "Applied Welfare Economics with Discrete Choice Models" (1981). Only its
    /// changes have a meaning: a second offer just like the first already raises it.
    pub fn worth_of_choice(&self, segment: usize) -> Option<f64> {
        let segment = self.segments.get(segment)?;
        let sum = demand::log_sum(&segment.utilities(&self.prices));
        ratio(sum, segment.sensitivity)
    }
}

impl Segment {
    /// Checks the segment, the one in this `place`, and lets it judge `offers`.
    fn judge(&self, place: usize, offers: &[Offer]) -> Result<Demand, MarketError> {
        let is_sensitivity = self.sensitivity == 0.0 || (1e-9..=1e9).contains(&self.sensitivity);
        first_error([
            (is_amount(self.heads), MarketError::Heads(place)),
            (is_amount(self.perfect), MarketError::Perfect(place)),
            (is_sensitivity, MarketError::Sensitivity(place)),
            (self.outside.is_none_or(is_signed), MarketError::Outside(place)),
        ])?;
        let weights = Weights::new(&self.weights).map_err(|e| MarketError::Weights(place, e))?;
        if let Some(k) = offers.iter().position(|o| !weights.fits(&o.scores, is_amount)) {
            return Err(MarketError::Scores(k));
        }
        let before_price = |offer: &Offer| {
            self.perfect * weights.mean(&offer.scores) / TOP_SCORE - offer.other_costs
        };
        Ok(Demand {
            heads: self.heads,
            sensitivity: self.sensitivity,
            worths: offers.iter().map(before_price).collect(),
            outside: self.outside,
        })
    }
}

#[cfg(test)]
mod tests;
