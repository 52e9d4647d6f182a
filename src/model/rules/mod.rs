//! The rules side by side: by which rule does which offer come first, and why not by another?
//!
//! *Question.* Difference, ratio, value map and economic value all claim to tell which offer is the
//! better. On the same offers they may name different ones. Where, and what is behind it?
//!
//! *Rules.* With benefit *B*, price *P* and other costs *O*:
//!
//! * **difference**: the greatest `B − P − O` (Kotler's customer-delivered value);
//! * **ratio**: the greatest `B / (P + O)`;
//! * **value map**: the furthest right of the fair-value line (Gale);
//! * **economic value**: the greatest surplus against the next best alternative to the first offer,
//!   which is ours (Nagle & Müller). Of the advantages over that reference the client credits a share,
//!   the *credit*; its disadvantages and its price count in full.
//!
//! *Why they part.* Difference is the measure the others are held against, for it counts all there is
//! in one unit. Ratio departs by **scale**: it sees how much comes back for each unit of cost, not
//! for how many. The map departs because it sees no **other costs**, because one per cent of
//! quality need not be **worth** the percentage of price that its line says, or because it
//! counts in **ratios** to the rivals' means. Economic value departs only by **credit**: at full
//! credit it ranks as difference does, since the reference cancels out. Two rules that disagree
//! do so for the reasons of the one or the other.
//!
//! *Source.* Kotler, *Marketing Management*; Gale, *Managing Customer Value* (1994); Nagle & Müller,
//! *The Strategy and Tactics of Pricing*. The comparison is ours.
//!
//! *Example.* Twice the return on little money, or more in all?
//! ```
//! use customer_value::model::rules::{Departure, Offer, Rule, Rules, Terms};
//!
//! let terms = Terms { weights: vec![1.0], perfect: 200.0, slope: 1.0, credit: 1.0 };
//! let offer = |score, price| Offer { scores: vec![score], price, other_costs: 0.0 };
//! // 100 for 80, or 40 for 28.
//! let rules = Rules::new(&terms, &[offer(5.0, 80.0), offer(2.0, 28.0)])?;
//! assert_eq!(rules.reading(Rule::Difference).unwrap().first(), [0]);
//! assert_eq!(rules.reading(Rule::Ratio).unwrap().first(), [1]);
//! let why = rules.departures(Rule::Ratio);
//! assert_eq!(why, [Departure::Scale { extra_benefit: 60.0, extra_cost: 52.0 }]);
//! # Ok::<(), customer_value::model::rules::RulesError>(())
//! ```
//!
//! *Not for* settling which rule is right by vote: where they part, the reason decides.

mod departure;

pub use departure::{Departure, Disagreement};

use super::bounds::{LARGEST, first_error, is_amount, is_nothing, is_share};
use super::economic_value::{Claim, Driver, EconomicValue, Terms as Frame};
use super::perceived::{Comparison, Offering, Standing, TOP_SCORE};
use super::value_map::{self, Place, ValueMap, ValueMapError};
use super::weights::{Weights, WeightsError};
use crate::math::order;

/// A rule by which an offer comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The greatest benefit less cost.
    Difference,
    /// The greatest benefit for each unit of cost.
    Ratio,
    /// The furthest right of the fair-value line.
    ValueMap,
    /// The greatest surplus against the next best alternative.
    EconomicValue,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Difference, Self::Ratio, Self::ValueMap, Self::EconomicValue];
}

/// One offer as all rules see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Scores from 0 to 10, one for each criterion.
    pub scores: Vec<f64>,
    /// The price, from 0 up.
    pub price: f64,
    /// What else the customer gives up, from 0 up, in money.
    pub other_costs: f64,
}

/// What the rules need beside the offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// How much each criterion counts, on any scale.
    pub weights: Vec<f64>,
    /// The worth of a perfect offer, from 0 up, in money.
    pub perfect: f64,
    /// The slope of the fair-value line, from 1e-6 to 1e6; for the value map alone.
    pub slope: f64,
    /// The share of an offer's advantages that the client credits, 0..1; for economic value alone.
    pub credit: f64,
}

/// Why the rules cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesError {
    /// Fewer than two offers.
    TooFewOffers,
    /// The weights cannot be used.
    Weights(WeightsError),
    /// The worth of a perfect offer is negative or not a number.
    Perfect,
    /// The slope is not from 1e-6 to 1e6.
    Slope,
    /// The credit is outside 0..1.
    Credit,
    /// This offer has not one score from 0 to 10 for each criterion, or its price or other costs
    /// are negative or not numbers.
    Offer(usize),
}

impl Terms {
    fn check(&self, offers: &[Offer]) -> Result<(), RulesError> {
        let weights = Weights::new(&self.weights).map_err(RulesError::Weights)?;
        let is_score = |score: f64| (0.0..=TOP_SCORE).contains(&score);
        let fits = |offer: &Offer| {
            let costs = [offer.price, offer.other_costs];
            weights.fits(&offer.scores, is_score) && costs.into_iter().all(is_amount)
        };
        let misfit = offers.iter().position(|offer| !fits(offer));
        first_error([
            (is_amount(self.perfect), RulesError::Perfect),
            (value_map::is_slope(self.slope), RulesError::Slope),
            (is_share(self.credit), RulesError::Credit),
            (misfit.is_none(), RulesError::Offer(misfit.unwrap_or_default())),
        ])
    }
}

/// What one rule says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The rule.
    pub rule: Rule,
    /// The value of each offer by it; none where it has none: the ratio of an offer that costs
    /// nothing.
    pub values: Vec<Option<f64>>,
    /// The offers from first to last; ties in the order they were given.
    pub ranking: Vec<usize>,
    /// The value by which offers are ranked, infinite for a ratio that has none.
    keys: Vec<f64>,
    /// What counts as the size of a value, where differences are rounding.
    size: f64,
}

/// The same offers by every rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    comparison: Comparison,
    map: Result<ValueMap, ValueMapError>,
    readings: Vec<Reading>,
    credit: f64,
}

impl Reading {
    fn new(rule: Rule, keys: Vec<f64>, size: f64) -> Self {
        let ranking = order::falling(&keys);
        let values = keys.iter().map(|key| key.is_finite().then_some(*key)).collect();
        Self { rule, values, ranking, keys, size }
    }

    /// Whether `one` ranks above `other` by more than rounding.
    fn is_above(&self, one: usize, other: usize) -> bool {
        let (a, b) = (self.keys[one], self.keys[other]);
        a > b && !is_nothing(a - b, self.size)
    }

    /// The rank of `offer`: 1 and the number of offers above it. Offers that tie share a rank.
    pub fn rank(&self, offer: usize) -> usize {
        1 + (0..self.keys.len()).filter(|k| self.is_above(*k, offer)).count()
    }

    /// The offers that come first; several where they tie.
    pub fn first(&self) -> Vec<usize> {
        let best = self.ranking[0];
        (0..self.keys.len()).filter(|k| !self.is_above(best, *k)).collect()
    }
}

impl Rules {
    /// Applies every rule to `offers`, of which the first is ours.
    ///
    /// # Errors
    /// [`RulesError`] names what cannot be used.
    pub fn new(terms: &Terms, offers: &[Offer]) -> Result<Self, RulesError> {
        terms.check(offers)?;
        let offering =
            |o: &Offer| Offering { scores: o.scores.clone(), costs: vec![o.price, o.other_costs] };
        let offerings: Vec<Offering> = offers.iter().map(offering).collect();
        let comparison = Comparison::new(&terms.weights, terms.perfect, &offerings)
            .map_err(|_| RulesError::TooFewOffers)?;
        let on_map = |o: &Offer| value_map::Offer { scores: o.scores.clone(), price: o.price };
        let on_map: Vec<value_map::Offer> = offers.iter().map(on_map).collect();
        let map = ValueMap::new(&terms.weights, terms.slope, &on_map);
        let mut rules = Self { comparison, map, readings: Vec::new(), credit: terms.credit };
        rules.readings = Rule::ALL.into_iter().filter_map(|rule| rules.read(rule)).collect();
        Ok(rules)
    }

    fn read(&self, rule: Rule) -> Option<Reading> {
        let standings = self.comparison.standings();
        let money = standings.iter().map(|s| s.benefit.max(s.cost)).fold(0.0, f64::max);
        let (keys, size): (Vec<f64>, f64) = match rule {
            Rule::Difference => (standings.iter().map(Standing::net).collect(), money),
            Rule::Ratio => {
                let keys: Vec<f64> = standings.iter().map(Standing::ratio_rank).collect();
                let numbers = keys.iter().copied().filter(|key| key.is_finite());
                let largest = numbers.fold(0.0, f64::max);
                (keys, largest)
            }
            Rule::ValueMap => {
                let places = self.map.as_ref().ok()?.places();
                let largest = places.iter().map(|p| p.quality.max(p.price)).fold(1.0, f64::max);
                (places.iter().map(Place::distance).collect(), largest)
            }
            Rule::EconomicValue => {
                ((0..standings.len()).map(|k| self.surplus(k, self.credit)).collect(), money)
            }
        };
        Some(Reading::new(rule, keys, size))
    }

    /// What each rule says. The value map is missing where there is none: see
    /// [`map`](Self::map).
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// What `rule` says; none for a value map that there is not.
    pub fn reading(&self, rule: Rule) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.rule == rule)
    }

    /// The comparison by which difference and ratio judge.
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The value map.
    ///
    /// # Errors
    /// [`ValueMapError`] says why there is none.
    pub const fn map(&self) -> Result<&ValueMap, ValueMapError> {
        match &self.map {
            Ok(map) => Ok(map),
            Err(error) => Err(*error),
        }
    }

    /// The next best alternative to ours, against which economic value counts.
    pub fn reference(&self) -> usize {
        self.comparison.best_rival(0)
    }

    /// The economic value of `offer` against the reference, with every advantage as certain as it
    /// is credited; none where there is no such offer.
    pub fn economic_value(&self, offer: usize) -> Option<EconomicValue> {
        self.valued(offer, self.credit)
    }

    fn valued(&self, offer: usize, credit: f64) -> Option<EconomicValue> {
        let own = self.comparison.standings().get(offer)?;
        let reference = &self.comparison.standings()[self.reference()];
        let benefits = own.benefits.iter().zip(&reference.benefits).map(|(a, b)| a - b);
        let costs = own.costs.iter().zip(&reference.costs).skip(1).map(|(a, b)| b - a);
        let driver = |difference: f64| match difference {
            d if d < 0.0 => Driver::minus(-d),
            d => Driver { confidence: credit, ..Driver::plus(d) },
        };
        let drivers: Vec<Driver> = benefits.chain(costs).map(driver).collect();
        let frame = Frame { reference: reference.costs[0], price: own.costs[0], cost: 0.0 };
        EconomicValue::new(frame, &drivers).ok()
    }

    /// The client's surplus with `offer` against the reference.
    fn surplus(&self, offer: usize, credit: f64) -> f64 {
        self.valued(offer, credit).map_or(0.0, |value| value.surplus(Claim::Full))
    }
}

#[cfg(test)]
mod tests;
