//! A chain of steps, each of which passes on a part of what reaches it.
//!
//! *Question.* Of so many touches, visits or contacts, how many become customers in the end, and
//! which step should be mended first?
//!
//! *Formula.* `N·c₁·c₂·…`: what enters times the rate of each link. A rate below 1 loses some, one
//! above 1 multiplies (each who is moved tells two others). A point more of link *k* adds `N·∏/100`
//! with the product over all other links, so that the smallest rate is where a point counts most.
//!
//! *Source.* The funnel of hierarchical response: Lavidge & Steiner, "A Model for Predictive
//! Measurements of Advertising Effectiveness" (1961).
//!
//! *Assumes* that the rates do not depend on each other. In life a link that is forced (a discount
//! that makes everyone buy) weakens the next.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::chain::Chain;
//!
//! // Touches: 20 % are moved, 30 % of those tell, each tells two, 10 % of the hearers buy.
//! let chain = Chain::new(1_000.0, &[0.2, 0.3, 2.0, 0.1])?;
//! assert!((chain.result() - 12.0).abs() < 1e-12);
//! assert_eq!(chain.needed_start(24.0).map(f64::round), Some(2_000.0));
//! # Ok::<(), customer_value::model::simulator::chain::ChainError>(())
//! ```
//!
//! *Not for* steps that take very different times: the chain says how many, not when.

use crate::model::bounds::{first_unsound, is_amount, ratio};

/// The most a link may multiply by.
const MOST: f64 = 1e6;

/// Why there is no chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainError {
    /// What enters is negative or not a number.
    Start,
    /// The rate in this place is not within 0..1,000,000.
    Link(usize),
    /// What comes out of the link in this place is beyond all amounts.
    TooLarge(usize),
}

/// What enters a chain, and the rate of each link, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    links: Vec<f64>,
    stages: Vec<f64>,
}

impl Chain {
    /// `start` enters and passes through `links`.
    ///
    /// # Errors
    /// [`ChainError`] names what cannot be used.
    pub fn new(start: f64, links: &[f64]) -> Result<Self, ChainError> {
        if !is_amount(start) {
            return Err(ChainError::Start);
        }
        if let Some(place) = first_unsound(links, |rate| (0.0..=MOST).contains(&rate)) {
            return Err(ChainError::Link(place));
        }
        let mut stages = vec![start];
        for (place, rate) in links.iter().enumerate() {
            stages.push(stages[place] * rate);
            if !is_amount(stages[place + 1]) {
                return Err(ChainError::TooLarge(place));
            }
        }
        Ok(Self { links: links.to_vec(), stages })
    }

    /// What enters, and what comes out of each link.
    pub fn stages(&self) -> &[f64] {
        &self.stages
    }

    /// What comes out of the last link.
    pub fn result(&self) -> f64 {
        self.stages[self.links.len()]
    }

    /// What comes out for each one that enters; none where nothing enters.
    pub fn overall(&self) -> Option<f64> {
        ratio(self.result(), self.stages[0])
    }

    /// What must enter for `target` to come out; none where a link lets nothing through.
    pub fn needed_start(&self, target: f64) -> Option<f64> {
        ratio(target, self.product_without(None))
    }

    /// The rate that `link` would need for `target` to come out, all else unchanged; none where the
    /// rest lets nothing through. It may be one that no link can have.
    pub fn needed_rate(&self, link: usize, target: f64) -> Option<f64> {
        ratio(target, self.stages[0] * self.product_without(Some(link)))
    }

    /// What comes out in addition for a rate of `link` one point (0.01) higher; none where there is
    /// no such link.
    pub fn gain_of_a_point(&self, link: usize) -> Option<f64> {
        self.links.get(link)?;
        ratio(self.stages[0] * self.product_without(Some(link)), 100.0)
    }

    /// The link with the lowest rate, where a point more adds most; the first of several. None in a
    /// chain without links.
    pub fn weakest(&self) -> Option<usize> {
        (0..self.links.len()).min_by(|i, j| self.links[*i].total_cmp(&self.links[*j]))
    }

    /// The product of all rates, of one link excepted.
    fn product_without(&self, link: Option<usize>) -> f64 {
        let kept = self.links.iter().enumerate().filter(|(k, _)| Some(*k) != link);
        kept.map(|(_, rate)| rate).product()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-12
    }

    #[test]
    fn row_b11_five_links() {
        let chain = Chain::new(1_000.0, &[0.2, 0.3, 2.0, 0.1]).unwrap();
        assert_eq!(chain.stages()[..4], [1_000.0, 200.0, 60.0, 120.0]);
        assert!(close(chain.result(), 12.0));
        assert!(close(chain.overall().unwrap(), 0.012));
    }

    #[test]
    fn row_j5_funnel() {
        let funnel = Chain::new(1_000.0, &[0.6, 0.5, 0.3, 0.9]).unwrap();
        assert!(close(funnel.result(), 81.0));
        assert_eq!(funnel.weakest(), Some(2));
    }

    #[test]
    fn what_is_needed_brings_the_target() {
        let chain = Chain::new(500.0, &[0.6, 0.05, 3.0]).unwrap();
        let start = chain.needed_start(60.0).unwrap();
        assert!(close(Chain::new(start, &[0.6, 0.05, 3.0]).unwrap().result(), 60.0));
        let rate = chain.needed_rate(1, 60.0).unwrap();
        assert!(close(Chain::new(500.0, &[0.6, rate, 3.0]).unwrap().result(), 60.0));
        let more = Chain::new(500.0, &[0.6, 0.06, 3.0]).unwrap().result() - chain.result();
        assert!(close(chain.gain_of_a_point(1).unwrap(), more));
        assert!((0..3).all(|k| chain.gain_of_a_point(k) <= chain.gain_of_a_point(1)));
    }

    #[test]
    fn a_blocked_link() {
        let blocked = Chain::new(10.0, &[0.5, 0.0]).unwrap();
        assert_eq!((blocked.result(), blocked.needed_start(1.0)), (0.0, None));
        assert_eq!(blocked.needed_rate(1, 2.0), Some(0.4));
        assert_eq!(blocked.needed_rate(0, 2.0), None);
        assert_eq!(Chain::new(0.0, &[0.5]).unwrap().overall(), None);
    }

    #[test]
    fn without_links_all_comes_out() {
        let open = Chain::new(7.0, &[]).unwrap();
        assert_eq!((open.result(), open.weakest(), open.gain_of_a_point(0)), (7.0, None, None));
    }

    #[test]
    fn says_what_cannot_be_used() {
        assert_eq!(Chain::new(-1.0, &[]), Err(ChainError::Start));
        assert_eq!(Chain::new(1.0, &[0.5, f64::NAN]), Err(ChainError::Link(1)));
        assert_eq!(Chain::new(1e12, &[1e6, 0.5]), Err(ChainError::TooLarge(0)));
    }
}
