//! Dynamic positioning: who leads as customers come to care about other things.
//!
//! *Question.* Two offers stand level today. Quality, cost, service and innovation will not weigh
//! tomorrow what they weigh now: who is ahead then, and when does the lead change hands?
//!
//! *Formula.* Between two moments the weights move in a straight line, so the weighted mean score
//! of each offer does too: `S(t) = Σ w(t)·s`. The lead changes hands where the lines cross.
//!
//! *Source.* Weighted value elements against competitors: Gale's market-perceived quality, *Managing
//! Customer Value* (1994). Moving the weights in a straight line is ours.
//!
//! *Assumes* that the offers themselves stay as they are.
//!
//! *Example.* Ten points move from cost to service.
//! ```
//! use customer_value::model::positioning::{Moment, Positioning, moved};
//!
//! let now = vec![40.0, 30.0, 20.0, 10.0]; // quality, cost, service, innovation
//! let then = moved(&now, 1, 2, 10.0).unwrap();
//! let moments = [Moment { time: 0.0, weights: now }, Moment { time: 1.0, weights: then }];
//! let offers = [vec![8.0, 6.0, 7.0, 5.0], vec![6.0, 9.0, 6.0, 6.0]];
//! let positions = Positioning::new(&moments, &offers)?;
//! assert_eq!(positions.leaders_at(0.0), [0, 1]); // a tie
//! assert_eq!(positions.leaders_at(1.0), [0]);
//! # Ok::<(), customer_value::model::positioning::PositioningError>(())
//! ```
//!
//! *Not for* finding out how weights will move: it only works out what follows if they do.

use super::bounds::{is_amount, is_signed, is_tie};
use super::weights::{Weights, WeightsError};
use crate::math::polyline::passes;

/// What customers care about at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// When, on any scale.
    pub time: f64,
    /// How much each criterion counts then, on any scale.
    pub weights: Vec<f64>,
}

/// Why positions cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositioningError {
    /// There is no moment.
    NoMoment,
    /// There is no offer.
    NoOffer,
    /// The time of this moment is not a number, or not after the one before.
    Time(usize),
    /// The weights of this moment cannot be used.
    Weights(usize, WeightsError),
    /// This moment has not as many weights as the first.
    Criteria(usize),
    /// This offer has not one score from 0 up for each criterion.
    Scores(usize),
}

/// Offers judged by weights that move.
#[derive(Clone, Debug, PartialEq)]
pub struct Positioning {
    times: Vec<f64>,
    /// For each moment the weighted mean score of each offer.
    totals: Vec<Vec<f64>>,
}

impl Positioning {
    /// Judges `offers`, a list of scores each, at every one of `moments`, earliest first.
    ///
    /// # Errors
    /// [`PositioningError`] names what cannot be used.
    pub fn new(moments: &[Moment], offers: &[Vec<f64>]) -> Result<Self, PositioningError> {
        let first = moments.first().ok_or(PositioningError::NoMoment)?;
        if offers.is_empty() {
            return Err(PositioningError::NoOffer);
        }
        let times: Vec<f64> = moments.iter().map(|moment| moment.time).collect();
        let later = |k: usize| k == 0 || times[k] > times[k - 1];
        if let Some(k) = (0..times.len()).find(|k| !(is_signed(times[*k]) && later(*k))) {
            return Err(PositioningError::Time(k));
        }
        let mut totals = Vec::new();
        for (k, moment) in moments.iter().enumerate() {
            if moment.weights.len() != first.weights.len() {
                return Err(PositioningError::Criteria(k));
            }
            let weights =
                Weights::new(&moment.weights).map_err(|e| PositioningError::Weights(k, e))?;
            if let Some(offer) = offers.iter().position(|s| !weights.fits(s, is_amount)) {
                return Err(PositioningError::Scores(offer));
            }
            totals.push(offers.iter().map(|scores| weights.mean(scores)).collect());
        }
        Ok(Self { times, totals })
    }

    /// The weighted mean score of each offer at `time`; before the first moment as then, after the
    /// last as then.
    pub fn totals_at(&self, time: f64) -> Vec<f64> {
        let after = self.times.partition_point(|t| *t <= time);
        let (Some(from), Some(to)) = (after.checked_sub(1), self.times.get(after)) else {
            return self.totals[after.saturating_sub(1)].clone();
        };
        let share = (time - self.times[from]) / (to - self.times[from]);
        let ends = self.totals[from].iter().zip(&self.totals[after]);
        ends.map(|(a, b)| a + share * (b - a)).collect()
    }

    /// The offers with the highest score at `time`; several where they tie.
    pub fn leaders_at(&self, time: f64) -> Vec<usize> {
        let totals = self.totals_at(time);
        let best = totals.iter().copied().fold(0.0, f64::max);
        (0..totals.len()).filter(|k| is_tie(totals[*k], best)).collect()
    }

    /// When `one` passes `other`, and whether it comes out ahead. Empty where they never change
    /// places or there is no such offer.
    pub fn overtakings(&self, one: usize, other: usize) -> Vec<(f64, bool)> {
        let lead = |(time, totals): (&f64, &Vec<f64>)| {
            let (a, b) = (*totals.get(one)?, *totals.get(other)?);
            Some((*time, if is_tie(a, b) { 0.0 } else { a - b }))
        };
        let leads: Option<Vec<_>> = self.times.iter().zip(&self.totals).map(lead).collect();
        leads.map_or(Vec::new(), |leads| passes(&leads))
    }
}

/// `weights` with `points` moved from one criterion to another; no criterion gives more than it
/// has. None where there are no such criteria, or `points` is not a number from 0 up.
pub fn moved(weights: &[f64], from: usize, to: usize, points: f64) -> Option<Vec<f64>> {
    let given = weights.get(from)?.min(points);
    if !is_amount(points) || to >= weights.len() {
        return None;
    }
    let mut moved = weights.to_vec();
    moved[from] -= given;
    moved[to] += given;
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: [f64; 4] = [40.0, 30.0, 20.0, 10.0];

    fn offers() -> Vec<Vec<f64>> {
        vec![vec![8.0, 6.0, 7.0, 5.0], vec![6.0, 9.0, 6.0, 6.0]]
    }

    fn moment(time: f64, weights: &[f64]) -> Moment {
        Moment { time, weights: weights.to_vec() }
    }

    fn close(a: &[f64], b: &[f64]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    #[test]
    fn row_a14_a_tie_and_how_it_breaks() {
        let then = moved(&NOW, 1, 2, 10.0).unwrap();
        assert_eq!(then, [40.0, 20.0, 30.0, 10.0]);
        let positions =
            Positioning::new(&[moment(0.0, &NOW), moment(1.0, &then)], &offers()).unwrap();
        assert!(close(&positions.totals_at(0.0), &[6.9, 6.9]));
        assert_eq!(positions.leaders_at(0.0), [0, 1]);
        assert!(close(&positions.totals_at(1.0), &[7.0, 6.6]));
        assert_eq!(positions.leaders_at(1.0), [0]);
        assert!(close(&positions.totals_at(0.5), &[6.95, 6.75]));
        // They begin level, so nobody passes anybody.
        assert_eq!(positions.overtakings(0, 1), []);
    }

    #[test]
    fn the_lead_changes_hands_where_the_lines_cross() {
        let cost = moved(&NOW, 2, 1, 10.0).unwrap();
        let service = moved(&NOW, 1, 2, 10.0).unwrap();
        let moments = [moment(2_000.0, &cost), moment(2_010.0, &service)];
        let positions = Positioning::new(&moments, &offers()).unwrap();
        // Ten points either way: level half-way.
        let found = positions.overtakings(0, 1);
        assert!(found.len() == 1 && found[0].1 && (found[0].0 - 2_005.0).abs() < 1e-9);
        assert_eq!(positions.leaders_at(1_000.0), [1]);
        assert_eq!(positions.leaders_at(3_000.0), [0]);
        assert_eq!(positions.overtakings(0, 9), []);
    }

    #[test]
    fn no_criterion_gives_more_than_it_has() {
        assert_eq!(moved(&NOW, 3, 0, 99.0).unwrap(), [50.0, 30.0, 20.0, 0.0]);
        assert_eq!(moved(&NOW, 3, 4, 1.0), None);
        assert_eq!(moved(&NOW, 4, 3, 1.0), None);
        assert_eq!(moved(&NOW, 1, 2, f64::NAN), None);
        assert_eq!(moved(&NOW, 1, 1, 5.0).unwrap(), NOW);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = |moments: &[Moment]| Positioning::new(moments, &offers());
        assert_eq!(new(&[]), Err(PositioningError::NoMoment));
        let twice = [moment(1.0, &NOW), moment(1.0, &NOW)];
        assert_eq!(new(&twice), Err(PositioningError::Time(1)));
        assert_eq!(new(&[moment(f64::NAN, &NOW)]), Err(PositioningError::Time(0)));
        let short = [moment(0.0, &NOW), moment(1.0, &NOW[..3])];
        assert_eq!(new(&short), Err(PositioningError::Criteria(1)));
        let none = PositioningError::Weights(0, WeightsError::NoWeight);
        assert_eq!(new(&[moment(0.0, &[0.0; 4])]), Err(none));
        let now = [moment(0.0, &NOW)];
        assert_eq!(Positioning::new(&now, &[]), Err(PositioningError::NoOffer));
        assert_eq!(Positioning::new(&now, &[vec![1.0]]), Err(PositioningError::Scores(0)));
    }
}
