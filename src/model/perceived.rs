//! Perceived value: which of several offers is worth more to a customer.
//!
//! *Question.* A customer weighs what an offer brings (perceived benefit) against all it takes:
//! money, time, energy and peace of mind (total cost). Which offer will this customer choose?
//!
//! *Formula.* With weights *w* scaled to a sum of 1, scores *s* from 0 to 10 and the worth *W* of
//! a perfect offer, the benefit of an offer is `B = W · Σ w·s / 10`, its total cost
//! `C = Σ c`, its net value `B − C` (customer-delivered value), and its ratio `B / C`.
//!
//! *Source.* Kotler, *Marketing Management*: total customer benefit (product, services,
//! personnel, image) against total customer cost (monetary, time, energy, psychological). Kotler
//! gives both rules, the difference and the ratio; they need not choose the same offer.
//!
//! *Not for* buyers who will not trade one benefit against another: a safety rule that an
//! offer breaks is not made good by a low price.

use super::bounds::{is_amount, is_tie};
use super::weights::Weights;
use crate::math::order;

/// The highest score an offer can get on a criterion.
pub const TOP_SCORE: f64 = 10.0;

/// What offers differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// The benefit from the criterion in this place.
    Benefit(usize),
    /// The cost in this place.
    Cost(usize),
}

/// Why offers cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonError {
    /// Fewer than two offers: nothing to choose between.
    TooFewOffers,
    /// There is no criterion, or all weights are zero, so nothing counts.
    NoWeight,
    /// A weight, score or cost, or the worth of a perfect offer, is negative or not a number.
    OutOfRange,
}

/// What one offer brings and takes, before weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Offering {
    /// Scores from 0 to 10, one for each criterion.
    pub scores: Vec<f64>,
    /// Costs, each in the unit of the perfect offer's worth.
    pub costs: Vec<f64>,
}

/// Several offers judged by the same customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    weights: Weights,
    perfect: f64,
    standings: Vec<Standing>,
}

/// How one offer stands with the customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Scores, one for each criterion.
    pub scores: Vec<f64>,
    /// Benefit from each criterion.
    pub benefits: Vec<f64>,
    /// Each cost.
    pub costs: Vec<f64>,
    /// Weighted mean score, 0..10.
    pub mean_score: f64,
    /// Perceived benefit: the sum of the benefits.
    pub benefit: f64,
    /// Total cost: the sum of the costs.
    pub cost: f64,
}

impl Standing {
    /// Net value: benefit less cost.
    pub fn net(&self) -> f64 {
        self.benefit - self.cost
    }

    /// Benefit for each unit of cost; none where nothing is given up.
    pub fn ratio(&self) -> Option<f64> {
        let ratio = self.benefit / self.cost;
        ratio.is_finite().then_some(ratio)
    }

    /// The ratio as a rank: an offer that costs nothing and brings something comes first.
    pub(crate) fn ratio_rank(&self) -> f64 {
        if self.cost > 0.0 {
            self.benefit / self.cost
        } else if self.benefit > 0.0 {
            f64::INFINITY
        } else {
            1.0
        }
    }
}

/// The two rules by which an offer may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The greatest benefit less cost.
    Difference,
    /// The greatest benefit for each unit of cost.
    Ratio,
}

impl Comparison {
    /// Judges `offerings` by `weights` (any scale, not all zero) and `perfect`, the worth of an
    /// offer with top scores throughout.
    ///
    /// # Errors
    /// [`ComparisonError`] names what stands in the way.
    pub fn new(
        weights: &[f64],
        perfect: f64,
        offerings: &[Offering],
    ) -> Result<Self, ComparisonError> {
        if offerings.len() < 2 {
            return Err(ComparisonError::TooFewOffers);
        }
        let amounts = offerings.iter().flat_map(|o| o.scores.iter().chain(&o.costs));
        if !amounts.chain(weights).chain([&perfect]).all(|x| is_amount(*x)) {
            return Err(ComparisonError::OutOfRange);
        }
        let weights = Weights::new(weights).map_err(|_| ComparisonError::NoWeight)?;
        let standing = |o: &Offering| Standing::new(weights.shares(), perfect, o);
        let standings = offerings.iter().map(standing).collect();
        Ok(Self { weights, perfect, standings })
    }

    /// The weights, scaled to a sum of 1.
    pub fn weights(&self) -> &[f64] {
        self.weights.shares()
    }

    /// The worth of an offer with top scores throughout.
    pub fn perfect(&self) -> f64 {
        self.perfect
    }

    /// How each offer stands, in the order they were given.
    pub fn standings(&self) -> &[Standing] {
        &self.standings
    }

    /// The offers from first to last choice by `rule`; ties in the order they were given.
    pub fn ranking(&self, rule: Rule) -> Vec<usize> {
        let keys: Vec<f64> = (0..self.standings.len()).map(|offer| self.key(rule, offer)).collect();
        order::falling(&keys)
    }

    /// The rank of `offer`: 1 and the number of offers above it. Offers that tie share a rank.
    pub fn rank(&self, rule: Rule, offer: usize) -> usize {
        let own = self.key(rule, offer);
        let above = |key: &f64| *key > own && !is_tie(*key, own);
        1 + (0..self.standings.len()).map(|k| self.key(rule, k)).filter(above).count()
    }

    /// What `rule` ranks `offer` by.
    fn key(&self, rule: Rule, offer: usize) -> f64 {
        match rule {
            Rule::Difference => self.standings[offer].net(),
            Rule::Ratio => self.standings[offer].ratio_rank(),
        }
    }

    /// The offer with the highest net value.
    pub fn winner(&self) -> usize {
        self.ranking(Rule::Difference)[0]
    }

    /// Whether difference and ratio send the customer to different offers.
    pub fn rules_disagree(&self) -> bool {
        let by_net = &self.standings[self.winner()];
        let by_ratio = &self.standings[self.ranking(Rule::Ratio)[0]];
        !is_tie(by_net.net(), by_ratio.net()) && !is_tie(by_net.ratio_rank(), by_ratio.ratio_rank())
    }

    /// The offer with the highest net value among all but `offer`.
    pub fn best_rival(&self, offer: usize) -> usize {
        let order = self.ranking(Rule::Difference);
        if order[0] == offer { order[1] } else { order[0] }
    }

    /// Net value of `offer` above that of its best rival; negative where it is behind.
    pub fn lead(&self, offer: usize) -> f64 {
        self.lead_over(offer, self.best_rival(offer))
    }

    /// Net value of `offer` above that of `rival`.
    pub fn lead_over(&self, offer: usize, rival: usize) -> f64 {
        self.standings[offer].net() - self.standings[rival].net()
    }

    /// What each factor adds to the lead of `offer` over `rival`: more benefit, or less cost. The sum
    /// is [`lead_over`](Self::lead_over).
    pub fn differences(&self, offer: usize, rival: usize) -> Vec<(Factor, f64)> {
        let (ours, theirs) = (&self.standings[offer], &self.standings[rival]);
        let benefits = ours.benefits.iter().zip(&theirs.benefits).map(|(a, b)| a - b);
        let costs = ours.costs.iter().zip(&theirs.costs).map(|(a, b)| b - a);
        let benefits = benefits.enumerate().map(|(k, gain)| (Factor::Benefit(k), gain));
        benefits.chain(costs.enumerate().map(|(k, gain)| (Factor::Cost(k), gain))).collect()
    }

    /// Whether `offer` and its best rival are worth the same.
    pub fn ties(&self, offer: usize) -> bool {
        let rival = self.best_rival(offer);
        is_tie(self.standings[offer].net(), self.standings[rival].net())
    }

    /// The criterion on which `offer` scores furthest below `rival`, and the gap (negative where
    /// behind).
    pub fn weakest_lever(&self, offer: usize, rival: usize) -> Option<(usize, f64)> {
        let (ours, theirs) = (&self.standings[offer].scores, &self.standings[rival].scores);
        let gaps = ours.iter().zip(theirs).map(|(a, b)| a - b).enumerate();
        gaps.min_by(|(_, a), (_, b)| a.total_cmp(b))
    }
}

impl Standing {
    fn new(weights: &[f64], perfect: f64, offering: &Offering) -> Self {
        let share = |score: f64, weight: f64| perfect * weight * score / TOP_SCORE;
        let scored = || offering.scores.iter().zip(weights);
        let benefits: Vec<f64> = scored().map(|(s, w)| share(*s, *w)).collect();
        Self {
            scores: offering.scores.clone(),
            mean_score: scored().map(|(s, w)| s * w).sum(),
            benefit: benefits.iter().sum(),
            cost: offering.costs.iter().sum(),
            benefits,
            costs: offering.costs.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three offers of four benefits and four costs each, worked by hand (row A1). Equal weights
    /// and a perfect offer of 200 points make each benefit five times its score.
    fn three() -> Comparison {
        let offer = |scores: [f64; 4], costs: [f64; 4]| Offering {
            scores: scores.to_vec(),
            costs: costs.to_vec(),
        };
        Comparison::new(
            &[1.0; 4],
            200.0,
            &[
                offer([8.0, 5.0, 3.0, 4.0], [60.0, 8.0, 7.0, 5.0]),
                offer([7.0, 4.0, 2.0, 3.0], [50.0, 15.0, 10.0, 10.0]),
                offer([3.0, 2.0, 1.0, 2.0], [20.0, 3.0, 3.0, 2.0]),
            ],
        )
        .unwrap()
    }

    #[test]
    fn difference_and_ratio_of_row_a1() {
        let c = three();
        let nets: Vec<f64> = c.standings().iter().map(Standing::net).collect();
        assert_eq!(nets, [20.0, -5.0, 12.0]);
        let ratios: Vec<f64> = c.standings().iter().filter_map(Standing::ratio).collect();
        assert_eq!(ratios, [1.25, 80.0 / 85.0, 40.0 / 28.0]);
        assert_eq!(c.ranking(Rule::Difference), [0, 2, 1]);
        assert_eq!(c.ranking(Rule::Ratio), [2, 0, 1]);
        assert!(c.rules_disagree());
    }

    /// The tree has a branch of benefits and one of costs; what is added to a leaf is added to, or
    /// taken from, the net value.
    #[test]
    fn row_a2_a_leaf_moves_the_total() {
        let plain = three();
        let mut offers = plain
            .standings()
            .iter()
            .map(|s| Offering { scores: s.scores.clone(), costs: s.costs.clone() });
        let (a, rest) = (offers.next().unwrap(), offers.collect::<Vec<_>>());
        assert_eq!((a.scores.len(), a.costs.len()), (4, 4));
        let net = |a: Offering| {
            let offers = [vec![a], rest.clone()].concat();
            Comparison::new(&[1.0; 4], 200.0, &offers).unwrap().standings()[0].net()
        };
        for leaf in 0..4 {
            let (mut better, mut dearer) = (a.clone(), a.clone());
            better.scores[leaf] += 0.6; // five benefit points for each
            dearer.costs[leaf] += 3.0;
            assert!((net(better) - 23.0).abs() < 1e-12, "benefit {leaf}");
            assert!((net(dearer) - 17.0).abs() < 1e-12, "cost {leaf}");
        }
    }

    #[test]
    fn what_b_lacks_in_row_a3() {
        let c = three();
        assert_eq!(c.best_rival(1), 0);
        assert_eq!(c.lead(1), -25.0);
        assert_eq!(c.lead(0), 8.0);
    }

    /// Kotler: choose the first if the quotient of the two values is above 1.
    #[test]
    fn reference_case_r3_quotient_of_two_values() {
        let c = three();
        let quotient = c.standings()[0].net() / c.standings()[2].net();
        assert!((quotient - 20.0 / 12.0).abs() < 1e-12 && c.lead_over(0, 2) > 0.0);
    }

    #[test]
    fn weighted_wheel_of_row_a6() {
        let offer = |scores: [f64; 4]| Offering { scores: scores.to_vec(), costs: vec![1.0] };
        let offers = [offer([7.0, 8.0, 5.0, 9.0]), offer([6.0, 7.0, 8.0, 5.0])];
        let c = Comparison::new(&[20.0, 30.0, 30.0, 20.0], 10.0, &offers).unwrap();
        assert!((c.standings()[0].mean_score - 7.1).abs() < 1e-12);
        assert!((c.standings()[1].mean_score - 6.7).abs() < 1e-12);
        assert!((c.lead(0) - 0.4).abs() < 1e-12);
        assert_eq!(c.weakest_lever(0, 1), Some((2, -3.0)));
    }

    /// Net values of 10, 10 and 5; ratios of 2, 1.5 and 2.
    #[test]
    fn offers_that_tie_share_a_rank() {
        let offer = |score: f64, cost: f64| Offering { scores: vec![score], costs: vec![cost] };
        let offers = [offer(2.0, 10.0), offer(3.0, 20.0), offer(1.0, 5.0)];
        let c = Comparison::new(&[1.0], 100.0, &offers).unwrap();
        let ranks = |rule| [0, 1, 2].map(|offer| c.rank(rule, offer));
        assert_eq!(ranks(Rule::Difference), [1, 1, 3]);
        assert_eq!(ranks(Rule::Ratio), [1, 3, 1]);
    }

    #[test]
    fn the_lead_is_the_sum_of_its_factors() {
        let c = three();
        for (offer, rival) in [(0, 1), (1, 0), (2, 0)] {
            let parts = c.differences(offer, rival);
            let sum: f64 = parts.iter().map(|(_, gain)| gain).sum();
            assert!((sum - c.lead_over(offer, rival)).abs() < 1e-12);
            assert!(parts.iter().any(|(factor, _)| matches!(factor, Factor::Cost(0))));
        }
    }

    #[test]
    fn an_offer_for_nothing_has_no_ratio_but_comes_first() {
        let free = Offering { scores: vec![1.0], costs: vec![0.0] };
        let dear = Offering { scores: vec![10.0], costs: vec![1.0] };
        let c = Comparison::new(&[1.0], 10.0, &[dear, free]).unwrap();
        assert_eq!(c.standings()[1].ratio(), None);
        assert_eq!(c.ranking(Rule::Ratio), [1, 0]);
        assert!(c.rules_disagree());
    }

    #[test]
    fn equal_offers_tie_and_do_not_disagree() {
        let offer = Offering { scores: vec![5.0], costs: vec![1.0] };
        let c = Comparison::new(&[3.0], 10.0, &[offer.clone(), offer]).unwrap();
        assert!(c.ties(0));
        assert!(!c.rules_disagree());
    }

    #[test]
    fn refuses_what_cannot_be_compared() {
        let offer = Offering { scores: vec![5.0], costs: vec![1.0] };
        let two = [offer.clone(), offer.clone()];
        let new = Comparison::new;
        assert_eq!(new(&[1.0], 10.0, &[offer]), Err(ComparisonError::TooFewOffers));
        assert_eq!(new(&[0.0], 10.0, &two), Err(ComparisonError::NoWeight));
        assert_eq!(new(&[1.0], f64::NAN, &two), Err(ComparisonError::OutOfRange));
        assert_eq!(new(&[-1.0], 10.0, &two), Err(ComparisonError::OutOfRange));
    }
}
