//! What would have to change for a tie.
//!
//! *Question.* We are behind (or ahead). Which one number of ours, changed alone, would make the
//! customer indifferent between us and the best rival, and by how much?
//!
//! *Formula.* By any one score, cost or worth the net value of each offer moves in a straight line;
//! by a weight it does once multiplied with the sum of the weights. So the lead over each rival is
//! a straight line of the number, and we tie with the best rival at the end of the stretch where no
//! lead is negative. Two probes find each line; nothing is approximated.
//!
//! *Source.* Break-even analysis on Kotler's customer-delivered value, *Marketing Management*.
//!
//! *Not for* several numbers at once: there are then many ties, and taste decides between them.

use super::bounds::LARGEST;
use super::perceived::{Comparison, Offering, Standing, TOP_SCORE};
use crate::math::line::{Line, where_none_is_negative};

/// A number that may be changed alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// One of the offer's costs.
    Cost(usize),
    /// One of the offer's scores.
    Score(usize),
    /// A weight, where the present ones sum to 1; it counts for every offer.
    Weight(usize),
    /// The worth of a perfect offer; it counts for every offer.
    Perfect,
}

/// A change that brings a tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// What is changed.
    pub lever: Lever,
    /// Its present value.
    pub from: f64,
    /// Its value at the tie.
    pub to: f64,
}

impl Tie {
    /// By how much it changes.
    pub fn by(&self) -> f64 {
        self.to - self.from
    }
}

/// The value nearest to `now`, within `low..=high`, at which the smallest of several leads is zero.
///
/// `leads` gives the leads at a value, each of which must be a straight line of it; none where the
/// value cannot be judged. None where no value in the range does it.
pub fn nearest(
    now: f64,
    (low, high): (f64, f64),
    leads: impl Fn(f64) -> Option<Vec<f64>>,
) -> Option<f64> {
    let other = if now > 0.0 { now / 2.0 } else { 1.0 };
    let (at_now, at_other) = (leads(now)?, leads(other)?);
    let lines: Vec<Line> = at_now
        .into_iter()
        .zip(at_other)
        .map(|(here, there)| Line::through((now, here), (other, there)))
        .map(|line| Line { b: if is_flat(line, now) { 0.0 } else { line.b }, ..line })
        .collect();
    let (from, to) = where_none_is_negative(&lines, low, high)?;
    let is_root = |end: f64| lines.iter().any(|line| line.crosses_zero_at(end));
    let inside = |end: f64| end > low && end < high;
    let can_judge = |end: f64| leads(end).is_some();
    let ends =
        [from, to].into_iter().filter(|end| (inside(*end) || is_root(*end)) && can_judge(*end));
    ends.min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()))
}

/// Whether what looks like a slope is only the last bit of a subtraction.
fn is_flat(line: Line, x: f64) -> bool {
    (line.b * x.abs().max(1.0)).abs() <= 1e-12 * line.a.abs()
}

/// The change of `lever`, all else unchanged, with which `offer` and its best rival are worth the
/// same. None where no value of it does that, or there is no such offer, cost or score.
///
/// *Example.* An offer that is 25 behind can cost 25 less.
/// ```
/// use customer_value::model::perceived::{Comparison, Offering};
/// use customer_value::model::tie::{Lever, to_tie};
///
/// let offer = |score, cost| Offering { scores: vec![score], costs: vec![cost] };
/// let offers = [offer(8.0, 85.0), offer(10.0, 80.0)];
/// let comparison = Comparison::new(&[1.0], 100.0, &offers)?;
/// assert_eq!(to_tie(&comparison, 0, Lever::Cost(0)).map(|tie| tie.by()), Some(-25.0));
/// # Ok::<(), customer_value::model::perceived::ComparisonError>(())
/// ```
pub fn to_tie(comparison: &Comparison, offer: usize, lever: Lever) -> Option<Tie> {
    let mut inputs = Inputs::of(comparison);
    let from = *inputs.at(offer, lever)?;
    let range = match lever {
        Lever::Score(_) => (0.0, TOP_SCORE),
        _ => (0.0, LARGEST),
    };
    let leads = |value: f64| {
        let mut probe = inputs.clone();
        *probe.at(offer, lever)? = value;
        probe.leads(offer)
    };
    let to = nearest(from, range, leads)?;
    Some(Tie { lever, from, to })
}

/// Every single change with which `offer` and its best rival are worth the same: its costs, its
/// scores, then the weights and the worth of a perfect offer.
pub fn all_ties(comparison: &Comparison, offer: usize) -> Vec<Tie> {
    let Some(standing) = comparison.standings().get(offer) else { return Vec::new() };
    let costs = (0..standing.costs.len()).map(Lever::Cost);
    let scores = (0..standing.scores.len()).map(Lever::Score);
    let weights = (0..comparison.weights().len()).map(Lever::Weight);
    let levers = costs.chain(scores).chain(weights).chain([Lever::Perfect]);
    levers.filter_map(|lever| to_tie(comparison, offer, lever)).collect()
}

/// What a comparison was made from, to be changed.
#[derive(Clone)]
struct Inputs {
    weights: Vec<f64>,
    perfect: f64,
    offerings: Vec<Offering>,
}

impl Inputs {
    fn of(comparison: &Comparison) -> Self {
        let offering = |s: &Standing| Offering { scores: s.scores.clone(), costs: s.costs.clone() };
        Self {
            weights: comparison.weights().to_vec(),
            perfect: comparison.perfect(),
            offerings: comparison.standings().iter().map(offering).collect(),
        }
    }

    /// The number that `lever` moves for `offer`.
    fn at(&mut self, offer: usize, lever: Lever) -> Option<&mut f64> {
        match lever {
            Lever::Cost(k) => self.offerings.get_mut(offer)?.costs.get_mut(k),
            Lever::Score(k) => self.offerings.get_mut(offer)?.scores.get_mut(k),
            Lever::Weight(k) => self.weights.get_mut(k),
            Lever::Perfect => Some(&mut self.perfect),
        }
    }

    /// Net value of `offer` less that of each other, times the sum of the weights.
    fn leads(&self, offer: usize) -> Option<Vec<f64>> {
        let comparison = Comparison::new(&self.weights, self.perfect, &self.offerings).ok()?;
        let sum: f64 = self.weights.iter().sum();
        let rivals = (0..self.offerings.len()).filter(|k| *k != offer);
        Some(rivals.map(|rival| comparison.lead_over(offer, rival) * sum).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row A1 with a single benefit and a single cost each.
    fn row_a1() -> Comparison {
        let offer = |score, cost| Offering { scores: vec![score], costs: vec![cost] };
        let offers = [offer(10.0, 80.0), offer(8.0, 85.0), offer(4.0, 28.0)];
        Comparison::new(&[1.0], 100.0, &offers).unwrap()
    }

    #[test]
    fn row_a3_what_b_must_change() {
        let c = row_a1();
        // Its cost falls from 85 to 60.
        let cost = to_tie(&c, 1, Lever::Cost(0)).unwrap();
        assert_eq!((cost.from, cost.to, cost.by()), (85.0, 60.0, -25.0));
        // Its benefit would have to rise by 25, from 80 to 105: more than a top score brings.
        assert_eq!(c.lead(1), -25.0);
        assert_eq!(to_tie(&c, 1, Lever::Score(0)), None);
        // With room above, it can.
        let offer = |score, cost| Offering { scores: vec![score], costs: vec![cost] };
        let roomy = [offer(5.0, 80.0), offer(4.0, 85.0), offer(2.0, 28.0)];
        let c = Comparison::new(&[1.0], 200.0, &roomy).unwrap();
        let score = to_tie(&c, 1, Lever::Score(0)).unwrap();
        assert!((score.by() * 20.0 - 25.0).abs() < 1e-12);
    }

    #[test]
    fn the_leader_ties_by_getting_worse() {
        let cost = to_tie(&row_a1(), 0, Lever::Cost(0)).unwrap();
        assert_eq!(cost.by(), 8.0);
    }

    #[test]
    fn nothing_ties_what_is_not_there() {
        let c = row_a1();
        assert_eq!(to_tie(&c, 3, Lever::Cost(0)), None);
        assert_eq!(to_tie(&c, 0, Lever::Cost(1)), None);
        assert!(all_ties(&c, 3).is_empty());
        assert_eq!(all_ties(&c, 1).len(), 1, "only its cost");
    }

    #[test]
    fn a_weight_is_found_too() {
        // Equal costs; ours leads on the first criterion, theirs on the second.
        let offer = |scores: [f64; 2]| Offering { scores: scores.to_vec(), costs: vec![1.0] };
        let offers = [offer([8.0, 5.0]), offer([6.0, 8.0])];
        let c = Comparison::new(&[0.5, 0.5], 10.0, &offers).unwrap();
        // 2·w − 3·½ = 0.
        let tie = to_tie(&c, 0, Lever::Weight(0)).unwrap();
        assert!((tie.to - 0.75).abs() < 1e-12);
    }
}
