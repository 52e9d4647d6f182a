//! What a purchase costs the seller, stage by stage of the buying process.
//!
//! *Question.* From waking the need to the time after the purchase: where does the money go that we
//! spend on a customer, and what does it bring to spend less at one stage?
//!
//! *Formula.* `C = Σ cₖ` over five stages; less by a share *s* at stage *k* it is `C − s·cₖ`.
//!
//! *Source.* The five stages: Engel, Kollat & Blackwell, *Consumer Behavior* (1968), as in Kotler,
//! *Marketing Management*.
//!
//! *Example.*
//! ```
//! use customer_value::model::buying_cost::{BuyingCost, BuyingStage};
//!
//! let cost = BuyingCost::new([20.0, 60.0, 90.0, 30.0, 50.0]).unwrap();
//! let less = cost.with_saving(BuyingStage::Search, 0.5).unwrap();
//! assert_eq!((cost.total(), less.total()), (250.0, 220.0));
//! ```
//!
//! *Not for* stages that depend on each other: saving on information may cost at the decision.

use super::bounds::{is_amount, is_share, ratio};

/// A stage of the buying process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuyingStage {
    /// The problem is recognised.
    Recognition,
    /// Information is sought.
    Search,
    /// Alternatives are evaluated.
    Evaluation,
    /// The purchase is decided.
    Decision,
    /// After the purchase.
    AfterPurchase,
}

impl BuyingStage {
    /// The stages in their order.
    pub const ALL: [Self; 5] =
        [Self::Recognition, Self::Search, Self::Evaluation, Self::Decision, Self::AfterPurchase];
}

/// Cost at each stage, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BuyingCost([f64; 5]);

impl BuyingCost {
    /// Costs from 0 up, in the order of the stages. None where one is negative or not a number.
    pub fn new(costs: [f64; 5]) -> Option<Self> {
        costs.into_iter().all(is_amount).then_some(Self(costs))
    }

    /// Cost at each stage.
    pub const fn costs(&self) -> &[f64; 5] {
        &self.0
    }

    /// All stages together.
    pub fn total(&self) -> f64 {
        self.0.iter().sum()
    }

    /// Each stage's share of the total; none where there is no cost.
    pub fn shares(&self) -> Option<[f64; 5]> {
        let total = self.total();
        (total > 0.0).then(|| self.0.map(|cost| cost / total))
    }

    /// With a share, 0..1, saved at one stage; none where the share is out of range.
    pub fn with_saving(&self, stage: BuyingStage, share: f64) -> Option<Self> {
        let mut costs = self.0;
        costs[stage as usize] *= 1.0 - share;
        is_share(share).then_some(Self(costs))
    }

    /// Relative change of the total against `before`; none where that had no cost.
    pub fn change_from(&self, before: &Self) -> Option<f64> {
        ratio(self.total() - before.total(), before.total())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_e12_half_of_the_second_stage() {
        let cost = BuyingCost::new([20.0, 60.0, 90.0, 30.0, 50.0]).unwrap();
        assert_eq!(cost.total(), 250.0);
        let less = cost.with_saving(BuyingStage::Search, 0.5).unwrap();
        assert_eq!(less.total(), 220.0);
        assert!((less.change_from(&cost).unwrap() + 0.12).abs() < 1e-15);
        assert_eq!(cost.shares().unwrap()[2], 0.36);
    }

    #[test]
    fn edges() {
        assert_eq!(BuyingCost::new([0.0, 0.0, -1.0, 0.0, 0.0]), None);
        let nothing = BuyingCost::new([0.0; 5]).unwrap();
        assert_eq!(nothing.shares(), None);
        assert_eq!(nothing.change_from(&nothing), None);
        assert_eq!(nothing.with_saving(BuyingStage::Decision, 1.5), None);
        assert_eq!(nothing.with_saving(BuyingStage::Decision, f64::NAN), None);
    }
}
