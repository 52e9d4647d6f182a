//! What one segment buys of one offer at each price.

use crate::math::logistic;
use crate::math::omega::omega;

/// A segment that has judged the offers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Demand {
    pub heads: f64,
    pub sensitivity: f64,
    /// What each offer is worth before its price.
    pub worths: Vec<f64>,
    pub outside: Option<f64>,
}

impl Demand {
    /// The net value of each offer, and of buying nothing last.
    pub fn net_values(&self, prices: &[f64]) -> impl Iterator<Item = f64> {
        let nets = self.worths.iter().zip(prices).map(|(worth, price)| worth - price);
        nets.chain(self.outside)
    }

    /// Sensitivity times net value of each offer, and of buying nothing last.
    pub fn utilities(&self, prices: &[f64]) -> Vec<f64> {
        self.net_values(prices).map(|net| self.sensitivity * net).collect()
    }

    /// The segment as `offer` meets it, all other prices given.
    pub fn without(&self, offer: usize, prices: &[f64]) -> Rivalry {
        let mut rivals = self.utilities(prices);
        rivals.remove(offer);
        Rivalry {
            heads: self.heads,
            sensitivity: self.sensitivity,
            worth: self.worths[offer],
            rivals: (!rivals.is_empty()).then(|| log_sum(&rivals)),
        }
    }
}

/// What one offer has to win against in one segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rivalry {
    pub heads: f64,
    pub sensitivity: f64,
    /// What the offer is worth before its price.
    worth: f64,
    /// All other alternatives as one utility; none where there is no other.
    pub rivals: Option<f64>,
}

impl Rivalry {
    /// The offer's utility at `price` above that of all others together.
    fn lead(&self, price: f64) -> f64 {
        let rivals = self.rivals.unwrap_or(f64::NEG_INFINITY);
        self.sensitivity * (self.worth - price) - rivals
    }

    /// The share that takes the offer at `price`.
    pub fn won_at(&self, price: f64) -> f64 {
        logistic::shifted(0.5, self.lead(price))
    }

    /// The share that does not: 1 less the other, without the loss of digits.
    pub fn left_by(&self, price: f64) -> f64 {
        logistic::shifted(0.5, -self.lead(price))
    }

    /// Profit at `price`, with this cost of a unit.
    pub fn profit(&self, price: f64, unit_cost: f64) -> f64 {
        self.heads * self.won_at(price) * (price - unit_cost)
    }

    /// What one unit of money more on the price adds to the profit.
    pub fn marginal_profit(&self, price: f64, unit_cost: f64) -> f64 {
        let margin = self.sensitivity * (price - unit_cost);
        self.heads * self.won_at(price) * (1.0 - margin * self.left_by(price))
    }

    /// The price of greatest profit in this segment alone: below it profit rises with the price,
    /// above it falls.
    ///
    /// Profit is greatest where `μ(p − c)(1 − P) = 1`. With `m = μ(p − c)` that is
    /// `(m − 1) + ln(m − 1) = μ(worth − c) − ln Σ(rivals) − 1`.
    pub fn best_price(&self, unit_cost: f64) -> f64 {
        let ahead = self.lead(unit_cost) - 1.0;
        unit_cost + (1.0 + omega(ahead)) / self.sensitivity
    }
}

/// `ln Σ e^x` of at least one number, without overflow.
pub(super) fn log_sum(x: &[f64]) -> f64 {
    let most = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + libm::log(x.iter().map(|x| libm::exp(x - most)).sum())
}
