//! What every offer costs to own, and which of them costs least.
//!
//! *Question.* Several offers do the same work. Which is the cheapest to own, which comes next, and
//! by how much do any two differ?
//!
//! *Formula.* One [cost of ownership](super::ownership) an offer, all for the same years and at the
//! same discount rate; the least total is the cheapest.
//!
//! *Source.* Ellram, "Total Cost of Ownership: An Analysis Approach for Purchasing" (1995).
//!
//! *Not for* offers that last for different times: give all of them the years of the longest, and
//! put what replaces the others among their costs.

use super::ownership::{Difference, Item, Ownership, OwnershipError, Terms};

/// What every offer costs to own, for the same years and at the same discount rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    offers: Vec<Ownership>,
}

impl Tally {
    /// Adds up the costs of every offer.
    ///
    /// # Errors
    /// [`OwnershipError`] names what cannot be used in the first offer that has such a thing.
    pub fn new(terms: Terms, offers: &[Vec<Item>]) -> Result<Self, OwnershipError> {
        let offers: Result<_, _> =
            offers.iter().map(|items| Ownership::new(terms, items)).collect();
        Ok(Self { offers: offers? })
    }

    /// The offers in order.
    pub fn offers(&self) -> &[Ownership] {
        &self.offers
    }

    /// The one that costs least, the first of several; none where there is no offer.
    pub fn cheapest(&self) -> Option<usize> {
        self.least(|_| true)
    }

    /// The one that costs least among all but `offer`.
    pub fn best_rival(&self, offer: usize) -> Option<usize> {
        self.least(|k| k != offer)
    }

    fn least(&self, of: impl Fn(usize) -> bool) -> Option<usize> {
        let total = |k: &usize| self.offers[*k].total();
        (0..self.offers.len()).filter(|k| of(*k)).min_by(|a, b| total(a).total_cmp(&total(b)))
    }

    /// What owning `ours` costs more than owning `theirs`; none where one of them is not there.
    pub fn difference(&self, ours: usize, theirs: usize) -> Option<Difference> {
        Difference::new(self.offers.get(ours)?, self.offers.get(theirs)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::ownership::Flow;
    use super::*;

    const TERMS: Terms = Terms { years: 3, rate: 0.1 };

    fn tally(prices: &[f64]) -> Tally {
        let offer =
            |price: &f64| vec![Item { kind: 0, flow: Flow::Once { year: 0, amount: *price } }];
        Tally::new(TERMS, &prices.iter().map(offer).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn the_cheapest_and_the_next() {
        let found = tally(&[30.0, 10.0, 20.0]);
        assert_eq!(
            (found.cheapest(), found.best_rival(1), found.best_rival(0)),
            (Some(1), Some(2), Some(1))
        );
        assert_eq!(found.difference(0, 1).unwrap().total(), 20.0);
        assert_eq!(found.difference(0, 3), None);
    }

    #[test]
    fn of_equals_the_first_and_of_none_none() {
        assert_eq!(tally(&[5.0, 5.0]).cheapest(), Some(0));
        assert_eq!(tally(&[5.0]).best_rival(0), None);
        assert_eq!(tally(&[]).cheapest(), None);
    }
}
