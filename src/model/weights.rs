//! Weights: how much each criterion counts, on one level or on two.
//!
//! *Question.* A judgement has many parts, and some matter more than others. What does it come to?
//!
//! *Formula.* Weights may be on any scale; what counts is each one's share of their sum. A tree of
//! two levels has weights for the branches and, within each branch, for its leaves: a branch
//! scores `Σ v·s` with the leaf shares *v*, the whole scores `Σ w·(Σ v·s)` with the branch shares
//! *w*, and a leaf counts `w·v` in all.
//!
//! *Assumes* that parts make up for each other, and that no part is counted twice under
//! two names.
//!
//! *Source.* The additive value model: Keeney & Raiffa, *Decisions with Multiple Objectives* (1976).
//! Two levels let a room agree on the few branches first.
//!
//! *Example.*
//! ```
//! use customer_value::model::weights::WeightTree;
//!
//! // Product counts 60 and has two equal parts; service counts 40.
//! let tree = WeightTree::new(&[60.0, 40.0], &[vec![1.0, 1.0], vec![1.0]])?;
//! let scored = tree.score(&[vec![8.0, 6.0], vec![9.0]]).unwrap();
//! assert_eq!(scored.branches, [7.0, 9.0]);
//! assert!((scored.total - 7.8).abs() < 1e-12);
//! # Ok::<(), customer_value::model::weights::WeightTreeError>(())
//! ```
//!
//! *Not for* a part without which the rest is worth nothing: no score elsewhere makes up for it.

use super::bounds::{first_unsound, is_amount};

/// Why weights cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightsError {
    /// The weight in this place is negative or not a number.
    OutOfRange(usize),
    /// There is no weight, or all are zero, so nothing counts.
    NoWeight,
}

/// Weights scaled to a sum of 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    shares: Vec<f64>,
}

impl Weights {
    /// Scales `weights`, from 0 up on any scale.
    ///
    /// # Errors
    /// [`WeightsError`] names the weight, or says that nothing counts.
    pub fn new(weights: &[f64]) -> Result<Self, WeightsError> {
        if let Some(place) = first_unsound(weights, is_amount) {
            return Err(WeightsError::OutOfRange(place));
        }
        let sum: f64 = weights.iter().sum();
        if sum <= 0.0 {
            return Err(WeightsError::NoWeight);
        }
        Ok(Self { shares: weights.iter().map(|w| w / sum).collect() })
    }

    /// Each weight's share of the sum, 0..1.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// Weighted mean of `values`, of which there are as many as weights.
    pub(crate) fn mean(&self, values: &[f64]) -> f64 {
        self.shares.iter().zip(values).map(|(share, value)| share * value).sum()
    }

    /// Whether there is one sound value for each weight.
    pub(crate) fn fits(&self, values: &[f64], sound: impl Fn(f64) -> bool) -> bool {
        values.len() == self.shares.len() && first_unsound(values, sound).is_none()
    }
}

/// Why a tree of weights cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightTreeError {
    /// The weights of the branches.
    Branches(WeightsError),
    /// The weights of the leaves of this branch.
    Leaves(usize, WeightsError),
    /// There are not as many groups of leaves as branches.
    Count,
}

/// Weights on two levels, scaled on each.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightTree {
    branches: Weights,
    leaves: Vec<Weights>,
}

/// What a tree makes of scores.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeScore {
    /// The weighted mean score of each branch.
    pub branches: Vec<f64>,
    /// The weighted mean of the branches.
    pub total: f64,
}

impl WeightTree {
    /// Scales the weights of the branches and, for each branch, those of its leaves.
    ///
    /// # Errors
    /// [`WeightTreeError`] says where the weights cannot be used.
    pub fn new(branches: &[f64], leaves: &[Vec<f64>]) -> Result<Self, WeightTreeError> {
        if branches.len() != leaves.len() {
            return Err(WeightTreeError::Count);
        }
        let group = |(branch, weights): (usize, &Vec<f64>)| {
            Weights::new(weights).map_err(|error| WeightTreeError::Leaves(branch, error))
        };
        Ok(Self {
            branches: Weights::new(branches).map_err(WeightTreeError::Branches)?,
            leaves: leaves.iter().enumerate().map(group).collect::<Result<_, _>>()?,
        })
    }

    /// The weights of the branches.
    pub const fn branches(&self) -> &Weights {
        &self.branches
    }

    /// The weights within each branch.
    pub fn leaves(&self) -> &[Weights] {
        &self.leaves
    }

    /// What each leaf counts in the whole, branch by branch; together 1. With these as its weights a
    /// [comparison](super::perceived::Comparison) judges by both levels.
    pub fn leaf_shares(&self) -> Vec<f64> {
        let groups = self.branches.shares.iter().zip(&self.leaves);
        groups.flat_map(|(w, leaves)| leaves.shares.iter().map(move |v| w * v)).collect()
    }

    /// What `scores`, one list for each branch, come to. None unless there is one score from 0 up
    /// for each leaf.
    pub fn score(&self, scores: &[Vec<f64>]) -> Option<TreeScore> {
        let mut groups = self.leaves.iter().zip(scores);
        let fits = self.leaves.len() == scores.len()
            && groups.all(|(weights, scores)| weights.fits(scores, is_amount));
        fits.then(|| {
            let groups = self.leaves.iter().zip(scores);
            let branches: Vec<f64> = groups.map(|(w, scores)| w.mean(scores)).collect();
            TreeScore { total: self.branches.mean(&branches), branches }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::perceived::{Comparison, Offering};
    use super::*;

    fn row_a7() -> (WeightTree, Vec<Vec<f64>>) {
        let scores =
            vec![vec![8.0, 7.0, 6.0, 5.0], vec![9.0, 8.0, 4.0], vec![6.0, 7.0, 8.0], vec![8.0]];
        let leaves: Vec<Vec<f64>> = scores.iter().map(|s| vec![1.0; s.len()]).collect();
        (WeightTree::new(&[40.0, 25.0, 15.0, 20.0], &leaves).unwrap(), scores)
    }

    #[test]
    fn row_a7_two_levels() {
        let (tree, scores) = row_a7();
        let scored = tree.score(&scores).unwrap();
        for (found, expected) in scored.branches.iter().zip([6.5, 7.0, 7.0, 8.0]) {
            assert!((found - expected).abs() < 1e-12, "{found}");
        }
        // 0.40·6.5 + 0.25·7 + 0.15·7 + 0.20·8 = 2.6 + 1.75 + 1.05 + 1.6.
        assert!((scored.total - 7.0).abs() < 1e-12);
    }

    #[test]
    fn both_levels_judge_a_comparison() {
        let (tree, scores) = row_a7();
        let shares = tree.leaf_shares();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let offer = Offering { scores: scores.concat(), costs: vec![] };
        let offers = [offer.clone(), offer];
        let comparison = Comparison::new(&shares, 10.0, &offers).unwrap();
        let total = tree.score(&scores).unwrap().total;
        assert!((comparison.standings()[0].benefit - total).abs() < 1e-12);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = Weights::new;
        assert_eq!(new(&[]), Err(WeightsError::NoWeight));
        assert_eq!(new(&[0.0, 0.0]), Err(WeightsError::NoWeight));
        assert_eq!(new(&[1.0, f64::NAN]), Err(WeightsError::OutOfRange(1)));
        assert_eq!(new(&[5e-324, 0.0]).unwrap().shares(), [1.0, 0.0]);
        let tree = WeightTree::new;
        assert_eq!(tree(&[1.0], &[]), Err(WeightTreeError::Count));
        let none = WeightsError::NoWeight;
        assert_eq!(tree(&[0.0], &[vec![1.0]]), Err(WeightTreeError::Branches(none)));
        assert_eq!(tree(&[1.0], &[vec![]]), Err(WeightTreeError::Leaves(0, none)));
        let (tree, scores) = row_a7();
        assert_eq!(tree.score(&scores[1..]), None);
        assert_eq!(tree.score(&[vec![f64::NAN; 4], vec![1.0; 3], vec![1.0; 3], vec![1.0]]), None);
    }

    /// Scorecards are weighted means: of eleven wishes of staff, and of three of a retailer.
    #[test]
    fn rows_h6_and_h9_scorecards() {
        let equal = |scores: &[f64]| Weights::new(&vec![1.0; scores.len()]).unwrap().mean(scores);
        let staff = [8.0, 7.0, 6.0, 7.0, 9.0, 8.0, 5.0, 6.0, 7.0, 8.0, 6.0];
        assert!((equal(&staff) - 7.0).abs() < 1e-12);
        assert!((equal(&[7.0, 5.0, 6.0]) - 6.0).abs() < 1e-12);
    }
}
