//! Which prices are good for whom.

use super::{Deal, Sides, Standing, WinWin};
use crate::math::peak::greatest;
use crate::math::probes::probes;
use crate::math::root;

/// A stretch of prices at which the same sides gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// The lowest of the prices.
    pub from: f64,
    /// The highest.
    pub to: f64,
    /// Who gains there.
    pub standing: Standing,
}

/// For whom a price should be best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aim {
    /// For the firm alone.
    Firm,
    /// For the customers alone.
    Customer,
    /// For the sum of both, however it is split.
    Total,
    /// For both: the greatest product of the two gains beyond these fallbacks, where neither loses.
    /// Of a total that a price only splits, that is half for each.
    Both(Sides),
}

/// What stands out among all prices, worked out once: the rest of a page asks for it often.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlights {
    /// What neither side must fall below.
    pub fallback: Sides,
    /// The stretches of prices at which neither does, from the lowest to the highest.
    pub zone: Vec<(f64, f64)>,
    /// The best for the firm alone.
    pub firm: Option<Deal>,
    /// The best for both.
    pub both: Option<Deal>,
}

impl WinWin {
    /// The zone in which neither side falls below `fallback`, and the best prices.
    pub fn highlights(&self, fallback: Sides) -> Highlights {
        let zone = self.zone(&fallback);
        let firm = self.best(Aim::Firm);
        let both = self.best_for_both(&fallback, &zone).map(|price| self.at(price));
        Highlights { fallback, zone, firm, both }
    }

    /// All prices considered, cut into stretches by who gains beyond `fallback`: what each side
    /// would have without a deal ([`Sides::NOTHING`]), or at today's price.
    ///
    /// The borders are roots of the two gains, found by bisection to the last bit between some
    /// hundred prices, which lie close together around today's price, cost and worth.
    pub fn regions(&self, fallback: &Sides) -> Vec<Region> {
        let prices = self.probes();
        let gain = |price: f64| self.at(price).sides.beyond(fallback);
        let mut borders = vec![prices[0]];
        borders.extend(root::along(|price| gain(price).firm(), &prices));
        borders.extend(root::along(|price| gain(price).customer(), &prices));
        borders.extend(prices.last());
        borders.sort_by(f64::total_cmp);
        borders.dedup();
        let mut regions: Vec<Region> = Vec::new();
        for pair in borders.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let standing = gain(from + (to - from) / 2.0).standing();
            match regions.last_mut().filter(|last| last.standing == standing) {
                Some(last) => last.to = to,
                None => regions.push(Region { from, to, standing }),
            }
        }
        regions
    }

    /// The stretches of prices, from the lowest to the highest, at which neither side falls below
    /// `fallback`.
    pub fn zone(&self, fallback: &Sides) -> Vec<(f64, f64)> {
        let regions = self.regions(fallback);
        let both = regions.iter().filter(|region| region.standing == Standing::WinWin);
        both.map(|region| (region.from, region.to)).collect()
    }

    /// The best price for `aim`, the lowest of several. None where the aim is both and no price is
    /// good for both.
    pub fn best(&self, aim: Aim) -> Option<Deal> {
        let sides = |price: f64| self.at(price).sides;
        let best = match aim {
            Aim::Firm => self.greatest(|price| sides(price).firm()),
            Aim::Customer => self.greatest(|price| sides(price).customer()),
            Aim::Total => self.greatest(|price| sides(price).total()),
            Aim::Both(fallback) => self.best_for_both(&fallback, &self.zone(&fallback)),
        };
        best.map(|price| self.at(price))
    }

    fn greatest(&self, gain: impl Fn(f64) -> f64) -> Option<f64> {
        greatest(gain, &self.probes()).map(|(price, _)| price)
    }

    /// The price of the greatest product of both gains in the stretches of `zone`.
    fn best_for_both(&self, fallback: &Sides, zone: &[(f64, f64)]) -> Option<f64> {
        let product = |price: f64| {
            let gain = self.at(price).sides.beyond(fallback);
            gain.firm() * gain.customer()
        };
        let tops = zone
            .iter()
            .rev()
            .filter_map(|(low, high)| greatest(product, &probes(*low, *high, &self.landmarks())));
        tops.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(price, _)| price)
    }

    /// Prices at which to look.
    fn probes(&self) -> Vec<f64> {
        let (low, high) = self.terms().prices;
        probes(low, high, &self.landmarks())
    }

    /// Prices around which much may happen.
    fn landmarks(&self) -> [f64; 3] {
        [self.terms().today, self.terms().unit_cost, self.terms().worth]
    }
}
