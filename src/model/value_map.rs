//! The value map: relative quality against relative price.
//!
//! *Question.* Which offers give customers more than their price asks, which less, and how far must
//! a price or a score move to be fair?
//!
//! *Formula.* With weights *w* of sum 1, scores *s* and the mean score of the rivals *s̄* on each
//! criterion, relative quality is `q = Σ w·s / s̄`, relative price `p = P / P̄`, both against
//! the mean of all rivals, so that 1 is par. The fair-value line through par is
//! `p = 1 + m·(q − 1)`: at slope *m* = 1 one percent more quality is fair at one percent more
//! price. An offer right of the line gives superior value; its distance from the line is
//! `(m·(q − 1) − (p − 1)) / √(1 + m²)`.
//!
//! *Source.* Gale, *Managing Customer Value* (1994): market-perceived quality ratio and value map.
//! He sets the slope by what customers say quality and price weigh: 60 to 40 makes it 1.5.
//!
//! *Assumes* that only ratios matter, near to par. Nagle & Müller (*The Strategy and Tactics of
//! Pricing*) warn that the map undervalues strongly different offers: twice the quality can be
//! worth far more than twice the price, or less.
//!
//! *Example.* The offer in front against two rivals.
//! ```
//! use customer_value::model::value_map::{Offer, ValueMap, Verdict};
//!
//! let offer = |scores: [f64; 4], price| Offer { scores: scores.to_vec(), price };
//! let map = ValueMap::new(
//!     &[40.0, 30.0, 20.0, 10.0],
//!     1.0,
//!     &[
//!         offer([8.0, 7.0, 9.0, 6.0], 110.0),
//!         offer([7.0, 7.0, 6.0, 8.0], 100.0),
//!         offer([6.0, 8.0, 7.0, 7.0], 100.0),
//!     ],
//! )?;
//! let ours = &map.places()[0];
//! assert!((ours.quality - 1.1292).abs() < 5e-5 && (ours.price - 1.10).abs() < 1e-12);
//! assert!((ours.value() - 1.0266).abs() < 5e-5);
//! assert_eq!(ours.verdict(), Verdict::Superior);
//! # Ok::<(), customer_value::model::value_map::ValueMapError>(())
//! ```
//!
//! *Not for* setting a price in money: that is what [economic value](super::economic_value) does.

use super::bounds::{LARGEST, is_amount, is_nothing};
use super::perceived::TOP_SCORE;
use super::weights::{Weights, WeightsError};
use crate::math::order;

/// What customers see of an offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Scores from 0 up, one for each criterion.
    pub scores: Vec<f64>,
    /// The price, above 0.
    pub price: f64,
}

/// Why there is no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueMapError {
    /// Fewer than two offers: no rivals to compare with.
    TooFewOffers,
    /// The weights cannot be used.
    Weights(WeightsError),
    /// The slope of the fair-value line is not from 1e-6 to 1e6.
    Slope,
    /// This offer has not one score from 0 up for each criterion.
    Scores(usize),
    /// This offer's price is not above 0, or beyond comparison with the others.
    Price(usize),
    /// On this criterion, the rivals of some offer score nothing, or next to nothing.
    NothingToCompare(usize),
}

/// Offers on a map, each against the mean of its rivals.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueMap {
    slope: f64,
    places: Vec<Place>,
}

/// Where one offer lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Relative quality, *q*: 1 is the mean of its rivals.
    pub quality: f64,
    /// Relative price, *p*: 1 is the mean of its rivals.
    pub price: f64,
    slope: f64,
    /// What one point more on each criterion adds to relative quality.
    by_point: Vec<f64>,
    scores: Vec<f64>,
    /// The mean score of its rivals on each criterion.
    par_scores: Vec<f64>,
    /// The mean price of its rivals.
    par_price: f64,
}

/// On which side of par.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Less than the rivals' mean.
    Less,
    /// The same.
    Par,
    /// More than the rivals' mean.
    More,
}

/// On which side of the fair-value line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Asks more than its quality is worth.
    Inferior,
    /// On the line.
    Fair,
    /// Gives more than its price asks.
    Superior,
}

impl ValueMap {
    /// Places `offers` by `weights` (any scale, not all zero), with a fair-value line of this
    /// `slope`, from 1e-6 to 1e6.
    ///
    /// # Errors
    /// [`ValueMapError`] names what cannot be used.
    pub fn new(weights: &[f64], slope: f64, offers: &[Offer]) -> Result<Self, ValueMapError> {
        if offers.len() < 2 {
            return Err(ValueMapError::TooFewOffers);
        }
        let weights = Weights::new(weights).map_err(ValueMapError::Weights)?;
        if !is_slope(slope) {
            return Err(ValueMapError::Slope);
        }
        if let Some(k) = offers.iter().position(|offer| !weights.fits(&offer.scores, is_amount)) {
            return Err(ValueMapError::Scores(k));
        }
        let is_price = |price: f64| price > 0.0 && is_amount(price);
        if let Some(k) = offers.iter().position(|offer| !is_price(offer.price)) {
            return Err(ValueMapError::Price(k));
        }
        let place = |k: usize| Place::new(&weights, slope, offers, k);
        Ok(Self { slope, places: (0..offers.len()).map(place).collect::<Result<_, _>>()? })
    }

    /// The slope of the fair-value line.
    pub const fn slope(&self) -> f64 {
        self.slope
    }

    /// Where each offer lies, in the order they were given.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Relative price that is fair for a relative `quality`; below 0 where no price is low enough.
    pub fn fair_price(&self, quality: f64) -> f64 {
        fair_price(self.slope, quality)
    }

    /// The offers from the furthest right of the fair-value line to the furthest left; ties in the
    /// order they were given.
    pub fn ranking(&self) -> Vec<usize> {
        order::falling(&self.places.iter().map(Place::distance).collect::<Vec<_>>())
    }
}

impl Place {
    fn new(
        weights: &Weights,
        slope: f64,
        offers: &[Offer],
        own: usize,
    ) -> Result<Self, ValueMapError> {
        let rivals = || offers.iter().enumerate().filter(|(k, _)| *k != own).map(|(_, o)| o);
        let mean =
            |of: &dyn Fn(&Offer) -> f64| rivals().map(of).sum::<f64>() / (offers.len() - 1) as f64;
        let by_point = |(criterion, weight): (usize, &f64)| {
            let each = if *weight > 0.0 { weight / mean(&|o| o.scores[criterion]) } else { 0.0 };
            (each <= LARGEST).then_some(each).ok_or(ValueMapError::NothingToCompare(criterion))
        };
        let by_point: Vec<f64> =
            weights.shares().iter().enumerate().map(by_point).collect::<Result<_, _>>()?;
        let scores = offers[own].scores.clone();
        let par_scores = (0..scores.len()).map(|k| mean(&|o| o.scores[k])).collect();
        let par_price = mean(&|o| o.price);
        let price = offers[own].price / par_price;
        if !(1e-15..=LARGEST).contains(&price) {
            return Err(ValueMapError::Price(own));
        }
        let quality = scores.iter().zip(&by_point).map(|(score, each)| score * each).sum();
        Ok(Self { quality, price, slope, by_point, scores, par_scores, par_price })
    }

    /// Value ratio: relative quality for each unit of relative price.
    pub fn value(&self) -> f64 {
        self.quality / self.price
    }

    /// What one point more on each criterion adds to relative quality; 0 where it does not count.
    pub fn by_point(&self) -> &[f64] {
        &self.by_point
    }

    /// The mean score of its rivals on each criterion.
    pub fn par_scores(&self) -> &[f64] {
        &self.par_scores
    }

    /// The mean price of its rivals.
    pub const fn par_price(&self) -> f64 {
        self.par_price
    }

    /// The greatest relative quality it can have: top scores throughout.
    pub fn most_quality(&self) -> f64 {
        self.by_point.iter().map(|each| each * TOP_SCORE).sum()
    }

    /// Quality ratio on `criterion`: its score against the mean of its rivals; none where that is
    /// nothing.
    pub fn ratio(&self, criterion: usize) -> Option<f64> {
        let ratio = self.scores.get(criterion)? / self.par_scores.get(criterion)?;
        ratio.is_finite().then_some(ratio)
    }

    /// Distance from the fair-value line, at right angles: above 0 right of it, where value is
    /// superior.
    pub fn distance(&self) -> f64 {
        (fair_price(self.slope, self.quality) - self.price) / libm::hypot(1.0, self.slope)
    }

    /// On which side of the line it lies, up to rounding.
    pub fn verdict(&self) -> Verdict {
        let fair = fair_price(self.slope, self.quality);
        if is_nothing(fair - self.price, fair.abs().max(self.price)) {
            Verdict::Fair
        } else if fair > self.price {
            Verdict::Superior
        } else {
            Verdict::Inferior
        }
    }

    /// On which side of par its quality lies, up to rounding.
    pub fn quality_side(&self) -> Side {
        side(self.quality)
    }

    /// On which side of par its price lies, up to rounding.
    pub fn price_side(&self) -> Side {
        side(self.price)
    }

    /// The price, in money, at which it would lie on the line; none where no price above 0 does.
    pub fn fair_price(&self) -> Option<f64> {
        let fair = fair_price(self.slope, self.quality);
        (fair > 0.0).then_some(fair * self.par_price)
    }

    /// The relative quality at which it would lie on the line; none where even none at all is too
    /// much.
    pub fn fair_quality(&self) -> Option<f64> {
        let fair = 1.0 + (self.price - 1.0) / self.slope;
        (fair >= 0.0).then_some(fair)
    }

    /// The score on `criterion` at which it would lie on the line, all else unchanged. None where no
    /// score from 0 to 10 does it, or the criterion does not count.
    pub fn fair_score(&self, criterion: usize) -> Option<f64> {
        let (each, score) = (self.by_point.get(criterion)?, self.scores.get(criterion)?);
        let fair = score + (self.fair_quality()? - self.quality) / each;
        (0.0..=TOP_SCORE).contains(&fair).then_some(fair)
    }
}

/// Whether a fair-value line can have this slope.
pub(super) fn is_slope(slope: f64) -> bool {
    (1e-6..=1e6).contains(&slope)
}

/// The fair-value line.
fn fair_price(slope: f64, quality: f64) -> f64 {
    1.0 + slope * (quality - 1.0)
}

fn side(ratio: f64) -> Side {
    if is_nothing(ratio - 1.0, 1.0) {
        Side::Par
    } else if ratio > 1.0 {
        Side::More
    } else {
        Side::Less
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHTS: [f64; 4] = [40.0, 30.0, 20.0, 10.0];

    fn offers() -> Vec<Offer> {
        let offer = |scores: [f64; 4], price| Offer { scores: scores.to_vec(), price };
        vec![
            offer([8.0, 7.0, 9.0, 6.0], 110.0),
            offer([7.0, 7.0, 6.0, 8.0], 100.0),
            offer([6.0, 8.0, 7.0, 7.0], 100.0),
        ]
    }

    #[test]
    fn reference_case_r4() {
        let map = ValueMap::new(&WEIGHTS, 1.0, &offers()).unwrap();
        let ours = &map.places()[0];
        // 0.4·8/6.5 + 0.3·7/7.5 + 0.2·9/6.5 + 0.1·6/7.5.
        assert!((ours.quality - 1.129_230_769_2).abs() < 1e-10);
        assert!((ours.price - 1.10).abs() < 1e-12);
        assert!((ours.value() - 1.026_573_426_6).abs() < 1e-10);
        assert!((ours.distance() - 0.020_669_275).abs() < 1e-9);
        assert_eq!(ours.verdict(), Verdict::Superior);
        assert_eq!((ours.quality_side(), ours.price_side()), (Side::More, Side::More));
        assert_eq!(map.ranking()[0], 0);
        // The fair price is as much above 100 as the quality above par.
        assert!((ours.fair_price().unwrap() - 112.923_076_92).abs() < 1e-8);
        assert!((ours.fair_quality().unwrap() - 1.10).abs() < 1e-12);
        // Its quality profile: weights times ratios.
        assert_eq!((ours.par_scores(), ours.par_price()), (&[6.5, 7.5, 6.5, 7.5][..], 100.0));
        let profile = |k: usize| WEIGHTS[k] / 100.0 * ours.ratio(k).unwrap();
        assert!(((0..4).map(profile).sum::<f64>() - ours.quality).abs() < 1e-12);
        assert_eq!(ours.ratio(4), None);
        // 10 on everything: 4/6.5 + 3/7.5 + 2/6.5 + 1/7.5.
        assert!((ours.most_quality() - (6.0 / 6.5 + 4.0 / 7.5)).abs() < 1e-12);
    }

    #[test]
    fn moved_to_the_line_it_is_fair() {
        let map = ValueMap::new(&WEIGHTS, 1.5, &offers()).unwrap();
        for k in 0..3 {
            let place = &map.places()[k];
            let mut moved = offers();
            moved[k].price = place.fair_price().unwrap();
            let again = ValueMap::new(&WEIGHTS, 1.5, &moved).unwrap();
            assert_eq!(again.places()[k].verdict(), Verdict::Fair, "price of {k}");
            for criterion in 0..4 {
                let Some(score) = place.fair_score(criterion) else { continue };
                let mut moved = offers();
                moved[k].scores[criterion] = score;
                let again = ValueMap::new(&WEIGHTS, 1.5, &moved).unwrap();
                assert_eq!(again.places()[k].verdict(), Verdict::Fair, "score of {k}");
            }
        }
        assert!(map.places()[0].fair_score(0).is_some());
    }

    #[test]
    fn equal_offers_are_at_par() {
        let same = vec![offers()[0].clone(); 3];
        let map = ValueMap::new(&WEIGHTS, 2.0, &same).unwrap();
        for place in map.places() {
            assert_eq!((place.quality_side(), place.price_side()), (Side::Par, Side::Par));
            assert_eq!(place.verdict(), Verdict::Fair);
        }
        assert_eq!(map.ranking(), [0, 1, 2]);
    }

    #[test]
    fn a_steep_line_leaves_no_fair_price_for_the_worst() {
        let offer = |score, price| Offer { scores: vec![score], price };
        let map = ValueMap::new(&[1.0], 2.0, &[offer(4.0, 1.0), offer(10.0, 1.0)]).unwrap();
        assert_eq!(map.places()[0].fair_price(), None);
        assert_eq!(map.places()[0].fair_score(0), Some(10.0));
        assert_eq!(map.places()[0].fair_score(1), None);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = |weights: &[f64], slope, offers: &[Offer]| ValueMap::new(weights, slope, offers);
        let three = offers();
        assert_eq!(new(&WEIGHTS, 1.0, &three[..1]), Err(ValueMapError::TooFewOffers));
        assert_eq!(new(&WEIGHTS, 0.0, &three), Err(ValueMapError::Slope));
        assert_eq!(new(&WEIGHTS[1..], 1.0, &three), Err(ValueMapError::Scores(0)));
        let none = ValueMapError::Weights(WeightsError::NoWeight);
        assert_eq!(new(&[0.0; 4], 1.0, &three), Err(none));
        let mut free = offers();
        free[1].price = 0.0;
        assert_eq!(new(&WEIGHTS, 1.0, &free), Err(ValueMapError::Price(1)));
        let mut nothing = offers();
        (nothing[1].scores[2], nothing[2].scores[2]) = (0.0, 0.0);
        assert_eq!(new(&WEIGHTS, 1.0, &nothing), Err(ValueMapError::NothingToCompare(2)));
        // Unless it does not count.
        assert!(new(&[1.0, 1.0, 0.0, 1.0], 1.0, &nothing).is_ok());
    }
}
