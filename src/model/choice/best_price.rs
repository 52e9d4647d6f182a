//! The price of greatest profit.

use super::Market;
use super::demand::{Demand, Rivalry};
use crate::math::peak::greatest_for_sure;
use crate::math::root;

/// By what share of the profit another price could be better than the one found.
const GAP: f64 = 1e-7;

/// The price of greatest profit, all other prices staying as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BestPrice {
    /// The price.
    pub price: f64,
    /// The profit at it.
    pub profit: f64,
}

/// Why no price earns most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBestPrice {
    /// There is no such offer.
    NoSuchOffer,
    /// No segment has a customer.
    NoCustomer,
    /// Price does not matter to this segment: the higher, the better.
    PriceDoesNotMatter(usize),
    /// This segment has nothing else to turn to, not even buying nothing: the higher, the better.
    NoAlternative(usize),
}

impl Market {
    /// The price at which `offer` earns most, if the others keep theirs. It is never below the unit
    /// cost.
    ///
    /// In one segment profit rises with the price up to that segment's best price and falls after it;
    /// over several it may have several tops. The best price of all lies between the lowest and the
    /// highest of the segments' own, and over any stretch no more can be earned than by asking each
    /// segment its own best price within it: with that ceiling the search goes through every stretch
    /// that could hold the top and cannot miss it by more than a ten-millionth of the profit. Then it
    /// climbs to where marginal profit is zero.
    ///
    /// # Errors
    /// [`NoBestPrice`] says why there is none.
    pub fn best_price(&self, offer: usize) -> Result<BestPrice, NoBestPrice> {
        let rivalries = self.rivalries(offer).ok_or(NoBestPrice::NoSuchOffer)?;
        let cost = self.unit_costs[offer];
        for (place, rivalry) in &rivalries {
            if rivalry.sensitivity == 0.0 {
                return Err(NoBestPrice::PriceDoesNotMatter(*place));
            }
            if rivalry.rivals.is_none() {
                return Err(NoBestPrice::NoAlternative(*place));
            }
        }
        let tops: Vec<(Rivalry, f64)> =
            rivalries.into_iter().map(|(_, r)| (r, r.best_price(cost))).collect();
        let range =
            tops.iter().map(|(_, top)| (*top, *top)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let (low, high) = range.ok_or(NoBestPrice::NoCustomer)?;
        let profit = |price: f64| -> f64 { tops.iter().map(|(r, _)| r.profit(price, cost)).sum() };
        let ceiling = |a: f64, b: f64| -> f64 {
            tops.iter().map(|(r, top)| r.profit(top.clamp(a, b), cost)).sum()
        };
        let found = greatest_for_sure(profit, ceiling, (low, high), GAP);
        let marginal =
            |price: f64| -> f64 { tops.iter().map(|(r, _)| r.marginal_profit(price, cost)).sum() };
        let top = climbed(marginal, found.0, (low, high));
        // At the top profit is flat: by its last digits one price may seem better than another.
        let (price, profit) =
            if profit(top) >= found.1 * (1.0 - 1e-12) { (top, profit(top)) } else { found };
        Ok(BestPrice { price, profit })
    }

    /// Profit of `offer` at another `price`; none where there is no such offer or price.
    pub fn profit_at(&self, offer: usize, price: f64) -> Option<f64> {
        self.with_price(offer, price).map(|market| market.outcomes()[offer].profit)
    }

    /// What one unit of money more on the price adds to the profit of `offer`: 0 at its best price.
    /// None where there is no such offer.
    pub fn marginal_profit(&self, offer: usize) -> Option<f64> {
        let (price, cost) = (*self.prices.get(offer)?, self.unit_costs[offer]);
        Some(self.rivalries(offer)?.iter().map(|(_, r)| r.marginal_profit(price, cost)).sum())
    }

    /// Each segment that has customers, as `offer` meets it.
    fn rivalries(&self, offer: usize) -> Option<Vec<(usize, Rivalry)>> {
        let segments = self.segments.iter().enumerate().filter(|(_, s)| s.heads > 0.0);
        let rivalry =
            |(place, segment): (usize, &Demand)| (place, segment.without(offer, &self.prices));
        (offer < self.prices.len()).then(|| segments.map(rivalry).collect())
    }
}

/// Where a function whose slope is `slope` stops rising, uphill from `start`. Outside `low..high`
/// it rises towards them.
fn climbed(slope: impl Fn(f64) -> f64, start: f64, (low, high): (f64, f64)) -> f64 {
    let direction = slope(start);
    let (end, way) = if direction > 0.0 { (high, 1.0) } else { (low, -1.0) };
    let mut step = 1e-6 * (high - low);
    let mut beyond = start;
    while step > 0.0 && beyond != end && (slope(beyond) > 0.0) == (direction > 0.0) {
        beyond = (start + way * step).clamp(low, high);
        step *= 2.0;
    }
    root::between(slope, start, beyond).unwrap_or(start)
}
