//! Willingness to pay: what each buyer would give at most, and the price that follows.
//!
//! *Question.* Everyone in the room has named the most they would pay. How many buy at each price,
//! and which price earns most?
//!
//! *Formula.* At price *p* those buy whose willingness is at least *p*: `n(p)`; revenue is
//! `p·n(p)`, profit `(p − c)·n(p)` with unit cost *c*. Between two answers the same people buy, so
//! the best price is always one of the answers.
//!
//! *Source.* Nagle & Müller, *The Strategy and Tactics of Pricing*. What buyers would have paid
//! above the price, their surplus, is Dupuit's (1844) and Marshall's (1890).
//!
//! *Assumes* one unit each and honest answers. Asked directly, people name less than they would
//! pay when they want a bargain, and more when they want to please.
//!
//! *Example.*
//! ```
//! use customer_value::model::willingness::Willingness;
//!
//! let room = Willingness::new(&[20.0, 25.0, 25.0, 30.0, 40.0], 10.0)?;
//! assert_eq!(room.median(), 25.0);
//! assert_eq!(room.buyers(25.0), 4);
//! assert_eq!(room.best()[0].price, 25.0);
//! assert_eq!(room.best()[0].profit, 60.0);
//! # Ok::<(), customer_value::model::willingness::WillingnessError>(())
//! ```
//!
//! *Not for* a forecast from a few answers: the best price of five people is one of their five
//! numbers.

use super::bounds::{first_unsound, is_amount, is_tie};

/// Why there is no demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WillingnessError {
    /// Nobody answered.
    NoAnswer,
    /// The answer in this place is negative or not a number.
    Answer(usize),
    /// The unit cost is negative or not a number.
    UnitCost,
}

/// What each buyer would pay at most, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Willingness {
    /// By rising willingness.
    answers: Vec<f64>,
    unit_cost: f64,
}

/// One step of demand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The price.
    pub price: f64,
    /// How many buy at it.
    pub buyers: usize,
    /// Price × buyers.
    pub revenue: f64,
    /// (Price − unit cost) × buyers.
    pub profit: f64,
}

impl Willingness {
    /// The `answers`, in any order, and what a unit costs us; each from 0 up.
    ///
    /// # Errors
    /// [`WillingnessError`] names the answer, or says that there is none.
    pub fn new(answers: &[f64], unit_cost: f64) -> Result<Self, WillingnessError> {
        if answers.is_empty() {
            return Err(WillingnessError::NoAnswer);
        }
        if let Some(place) = first_unsound(answers, is_amount) {
            return Err(WillingnessError::Answer(place));
        }
        if !is_amount(unit_cost) {
            return Err(WillingnessError::UnitCost);
        }
        let mut answers = answers.to_vec();
        answers.sort_by(f64::total_cmp);
        Ok(Self { answers, unit_cost })
    }

    /// The answers by rising willingness.
    pub fn answers(&self) -> &[f64] {
        &self.answers
    }

    /// Half would pay this much or more.
    pub fn median(&self) -> f64 {
        let n = self.answers.len();
        let (low, high) = (self.answers[(n - 1) / 2], self.answers[n / 2]);
        low + (high - low) / 2.0
    }

    /// The mean of the answers.
    pub fn mean(&self) -> f64 {
        self.answers.iter().sum::<f64>() / self.answers.len() as f64
    }

    /// How many buy at `price`.
    pub fn buyers(&self, price: f64) -> usize {
        self.answers.len() - self.answers.partition_point(|answer| *answer < price)
    }

    /// The steps of demand by rising price, one for each different answer.
    pub fn steps(&self) -> Vec<Step> {
        let mut prices = self.answers.clone();
        prices.dedup();
        let step = |price: f64| {
            let buyers = self.buyers(price);
            let units = buyers as f64;
            Step { price, buyers, revenue: price * units, profit: (price - self.unit_cost) * units }
        };
        prices.into_iter().map(step).collect()
    }

    /// The steps of greatest profit (at a unit cost of 0, of greatest revenue), highest price first;
    /// several where they earn the same. Empty where every price loses money.
    pub fn best(&self) -> Vec<Step> {
        self.best_by(|step| step.profit)
    }

    /// The steps of greatest revenue, whatever a unit costs, highest price first.
    pub fn best_revenue(&self) -> Vec<Step> {
        self.best_by(|step| step.revenue)
    }

    fn best_by(&self, worth: fn(&Step) -> f64) -> Vec<Step> {
        let mut steps = self.steps();
        let most = steps.iter().map(worth).fold(0.0, f64::max);
        steps.retain(|step| is_tie(worth(step), most));
        steps.reverse();
        steps
    }

    /// What the buyers would have paid above `price`, together: their surplus. A price below 0
    /// counts as 0.
    pub fn surplus(&self, price: f64) -> f64 {
        let price = price.max(0.0);
        self.answers.iter().map(|answer| (answer - price).max(0.0)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(unit_cost: f64) -> Willingness {
        Willingness::new(&[40.0, 25.0, 20.0, 30.0, 25.0], unit_cost).unwrap()
    }

    #[test]
    fn row_a17_demand_steps() {
        let room = room(0.0);
        assert_eq!((room.median(), room.mean()), (25.0, 28.0));
        let steps = room.steps();
        assert_eq!(steps.iter().map(|s| s.price).collect::<Vec<_>>(), [20.0, 25.0, 30.0, 40.0]);
        assert_eq!(steps.iter().map(|s| s.buyers).collect::<Vec<_>>(), [5, 4, 2, 1]);
        let revenues: Vec<f64> = steps.iter().map(|s| s.revenue).collect();
        assert_eq!(revenues, [100.0, 100.0, 60.0, 40.0]);
    }

    #[test]
    fn the_best_price_depends_on_the_cost() {
        let best = |cost| room(cost).best().iter().map(|s| (s.price, s.profit)).collect::<Vec<_>>();
        assert_eq!(best(0.0), [(25.0, 100.0), (20.0, 100.0)]);
        assert_eq!(best(10.0), [(25.0, 60.0)]);
        assert_eq!(best(35.0), [(40.0, 5.0)]);
        assert_eq!(best(40.0), [(40.0, 0.0)]);
        assert_eq!(best(50.0), []);
        let prices: Vec<f64> = room(50.0).best_revenue().iter().map(|s| s.price).collect();
        assert_eq!(prices, [25.0, 20.0]);
    }

    #[test]
    fn median_of_an_even_number_lies_between() {
        let median = |answers: &[f64]| Willingness::new(answers, 0.0).unwrap().median();
        assert_eq!(median(&[1.0, 4.0, 2.0, 9.0]), 3.0);
        assert_eq!(median(&[7.0]), 7.0);
    }

    #[test]
    fn surplus_is_what_is_left_to_buyers() {
        assert_eq!(room(0.0).surplus(25.0), 20.0);
        assert_eq!(room(0.0).surplus(99.0), 0.0);
        assert_eq!(room(0.0).surplus(f64::NEG_INFINITY), 140.0);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = Willingness::new;
        assert_eq!(new(&[], 0.0), Err(WillingnessError::NoAnswer));
        assert_eq!(new(&[1.0, -1.0], 0.0), Err(WillingnessError::Answer(1)));
        assert_eq!(new(&[1.0], f64::NAN), Err(WillingnessError::UnitCost));
    }
}
