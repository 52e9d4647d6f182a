//! By which rules offers are judged, beside the difference of benefit and cost.

mod figures;
pub mod grip;
pub mod working;

use serde::{Deserialize, Serialize};

use super::input::{Field, Input, Numbers, bounded, share};
use super::{Case, Cost, Id};
use crate::model::perceived::TOP_SCORE;
use crate::model::rules::{self, Rules, RulesError, Terms};
use crate::model::value_map::{self, Place, ValueMap, ValueMapError};
use crate::words::{Language, Unit, label};

/// What the rules take beside the offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Judging {
    /// Slope of the fair-value line: one per cent more quality is fair at so much more price.
    pub slope: f64,
    /// Share of an offer's advantages that the client credits, 0..1.
    pub credit: f64,
}

impl Default for Judging {
    /// Quality and price weigh the same, and every advantage is credited.
    fn default() -> Self {
        Self { slope: 1.0, credit: 1.0 }
    }
}

/// A number by which offers are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// Slope of the fair-value line.
    Slope,
    /// Share of the advantages that is credited.
    Credit,
    /// Relative quality of an offer; all its scores move together.
    Quality(Id),
}

/// The gentlest and the steepest fair-value line.
const SLOPES: (f64, f64) = (0.1, 5.0);
/// A score that follows from a quality is written to a thousandth.
const FINE: f64 = 1_000.0;

impl Numbers for Number {
    fn place(self, case: &Case) -> Option<&f64> {
        match self {
            Self::Slope => Some(&case.judging.slope),
            Self::Credit => Some(&case.judging.credit),
            Self::Quality(_) => None,
        }
    }

    fn place_mut(self, case: &mut Case) -> Option<&mut f64> {
        match self {
            Self::Slope => Some(&mut case.judging.slope),
            Self::Credit => Some(&mut case.judging.credit),
            Self::Quality(_) => None,
        }
    }

    fn get(self, case: &Case) -> Option<f64> {
        match self {
            Self::Quality(id) => Some(case.place_on_map(id)?.quality),
            stored => stored.place(case).copied(),
        }
    }

    fn set(self, case: &mut Case, value: f64) {
        match self {
            Self::Quality(id) => case.set_quality(id, value),
            stored => {
                if let Some(place) = stored.place_mut(case) {
                    *place = value;
                }
            }
        }
    }

    fn field(self, case: &Case) -> Field {
        match self {
            Self::Slope => bounded(label::SLOPE, Unit::Plain, SLOPES, (0.1, 3.0), 0.05),
            Self::Credit => share(label::CREDIT),
            Self::Quality(id) => {
                let most = case.place_on_map(id).map_or(0.0, |place| place.most_quality());
                bounded(label::QUALITY, Unit::Plain, (0.0, most), (0.0, most), 0.01)
            }
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        match self {
            Self::Quality(id) => case.offer(id).map(|o| o.name.to(language)).into_iter().collect(),
            Self::Slope | Self::Credit => Vec::new(),
        }
    }

    fn all(_: &Case) -> Vec<Input> {
        [Self::Slope, Self::Credit].map(Input::Judging).into()
    }
}

/// A number that would put our offer on the fair-value line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fair {
    /// Which number.
    pub input: Input,
    /// What it is.
    pub now: f64,
    /// What it would have to be.
    pub at: f64,
}

impl Case {
    /// The weights of the criteria.
    pub(super) fn weights(&self) -> Vec<f64> {
        self.criteria.iter().map(|c| c.weight).collect()
    }

    /// The offers against the mean of their rivals, by the price in the unit in force.
    ///
    /// # Errors
    /// [`ValueMapError`] says why there is no map.
    pub fn value_map(&self) -> Result<ValueMap, ValueMapError> {
        let offer = |k: usize| value_map::Offer {
            scores: self.offers[k].scores.clone(),
            price: self.costs(k)[0],
        };
        let offers: Vec<value_map::Offer> = (0..self.offers.len()).map(offer).collect();
        ValueMap::new(&self.weights(), self.judging.slope, &offers)
    }

    /// The offers by every rule.
    ///
    /// # Errors
    /// [`RulesError`] says why the rules cannot be applied.
    pub fn rules(&self) -> Result<Rules, RulesError> {
        let terms = Terms {
            weights: self.weights(),
            perfect: self.perfect(),
            slope: self.judging.slope,
            credit: self.judging.credit,
        };
        let offer = |k: usize| {
            let costs = self.costs(k);
            let other_costs = costs[1..].iter().sum();
            rules::Offer { scores: self.offers[k].scores.clone(), price: costs[0], other_costs }
        };
        let offers: Vec<rules::Offer> = (0..self.offers.len()).map(offer).collect();
        Rules::new(&terms, &offers)
    }

    /// Where an offer lies on the map.
    fn place_on_map(&self, id: Id) -> Option<Place> {
        let k = self.offer_index(id)?;
        self.value_map().ok().map(|map| map.places()[k].clone())
    }

    /// Moves all scores of an offer that count, in proportion, until its relative quality is
    /// `quality`, as near as thousandths of a score come to it.
    fn set_quality(&mut self, id: Id, quality: f64) {
        let Some(place) = self.place_on_map(id) else { return };
        let worths = place.by_point().iter().map(|each| each * TOP_SCORE).enumerate().collect();
        let Some(offer) = self.offers.iter_mut().find(|o| o.id == id) else { return };
        super::view::spread(&mut offer.scores, worths, quality);
        for score in &mut offer.scores {
            *score = (*score * FINE).round() / FINE;
        }
    }

    /// The price, and each score that could do it alone, at which our offer would lie on the
    /// fair-value line of `map`.
    pub fn fair_changes(&self, map: &ValueMap) -> Vec<Fair> {
        let (Some(ours), Some(place)) = (self.ours(), map.places().first()) else {
            return Vec::new();
        };
        let price = (Input::Cost(ours.id, Cost::Money), place.fair_price());
        let score = |(k, criterion): (usize, &super::Criterion)| {
            (Input::Score(ours.id, criterion.id), place.fair_score(k))
        };
        let scores = self.criteria.iter().enumerate().map(score);
        std::iter::once(price)
            .chain(scores)
            .filter_map(|(input, at)| Some(Fair { input, now: input.get(self)?, at: at? }))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;

    fn quality(case: &Case, k: usize) -> f64 {
        Input::Judging(Number::Quality(case.offers[k].id)).get(case).unwrap()
    }

    #[test]
    fn a_quality_moves_the_scores_of_one_offer_in_proportion() {
        let mut case = library::open(Sample::Rules);
        let before = case.offers[0].scores.clone();
        let rivals = case.offers[1..].to_vec();
        let target = quality(&case, 0) * 1.1;
        Input::Judging(Number::Quality(case.offers[0].id)).set(&mut case, target);
        assert!((quality(&case, 0) - target).abs() < 5e-4, "the inverse");
        for (after, before) in case.offers[0].scores.iter().zip(before) {
            assert!((after / before - 1.1).abs() < 5e-4, "{after} of {before}");
        }
        assert_eq!(case.offers[1..], rivals);
    }

    #[test]
    fn no_score_passes_the_top_and_none_falls_below_nothing() {
        let mut case = library::open(Sample::Rules);
        let input = Input::Judging(Number::Quality(case.offers[0].id));
        let most = input.field(&case).high;
        // 8 is the top first: what it cannot take goes to the others.
        let target = most * 0.9;
        input.set(&mut case, target);
        assert_eq!(case.offers[0].scores[0], 10.0);
        assert!((quality(&case, 0) - target).abs() < 5e-4);
        input.set(&mut case, most);
        assert_eq!(case.offers[0].scores, [10.0; 4]);
        input.set(&mut case, 0.0);
        assert_eq!(case.offers[0].scores, [0.0; 4]);
        // And from nothing all rise alike.
        input.set(&mut case, most / 2.0);
        assert_eq!(case.offers[0].scores, [5.0; 4]);
    }

    #[test]
    fn a_criterion_that_does_not_count_keeps_its_score() {
        let mut case = library::open(Sample::Rules);
        Input::Weight(case.criteria[1].id).set(&mut case, 0.0);
        let (input, now) = (Input::Judging(Number::Quality(case.offers[0].id)), quality(&case, 0));
        input.set(&mut case, now / 2.0);
        assert_eq!(case.offers[0].scores, [4.0, 5.0, 1.5, 2.0]);
    }

    #[test]
    fn what_makes_us_fair_makes_us_fair() {
        let case = library::open(Sample::Coffee);
        let changes = case.fair_changes(&case.value_map().unwrap());
        assert!(changes[0].input == Input::Cost(case.offers[0].id, Cost::Money));
        for change in changes {
            let mut fair = case.clone();
            change.input.set(&mut fair, change.at);
            let place = fair.value_map().unwrap().places()[0].clone();
            assert_eq!(place.verdict(), value_map::Verdict::Fair, "{change:?}");
        }
    }

    #[test]
    fn without_a_map_there_is_no_quality() {
        let case = library::open(Sample::Caterpillar);
        assert_eq!(case.value_map(), Err(ValueMapError::NothingToCompare(1)));
        let input = Input::Judging(Number::Quality(case.offers[0].id));
        assert_eq!((input.get(&case), input.field(&case).high), (None, 0.0));
        let mut same = case.clone();
        input.set(&mut same, 1.0);
        assert_eq!(same, case);
    }
}
