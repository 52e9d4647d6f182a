//! The cost side of a value curve: what is saved by the factors cut and spent on those raised.
//!
//! A unit is whatever is sold: a night, a cup, a part.

use super::super::bounds::{is_amount, is_share, ratio};

/// A range known only by its ends, such as a price class or an industry's usual share of cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    low: f64,
    high: f64,
}

impl Band {
    /// From `low` to `high`, both from 0 up. None where they are not, or in the wrong order.
    pub fn new(low: f64, high: f64) -> Option<Self> {
        (is_amount(low) && is_amount(high) && low <= high).then_some(Self { low, high })
    }

    /// Half-way between the ends.
    pub fn middle(self) -> f64 {
        self.low + (self.high - self.low) / 2.0
    }

    /// How many times the middle of `other` its own is; none where that is 0.
    pub fn times(self, other: Self) -> Option<f64> {
        ratio(self.middle(), other.middle())
    }
}

/// What something costs for each unit sold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnitCost {
    /// So much.
    Amount(f64),
    /// A share of the price, known as a band within 0..1; its middle counts.
    ShareOfPrice {
        /// The price of a unit.
        price: f64,
        /// The share.
        share: Band,
    },
    /// Something built once and used up over the years, the same amount each, without interest.
    Capital {
        /// What it costs to build.
        amount: f64,
        /// Years of use, above 0.
        years: f64,
        /// Units a year if every one were sold, above 0.
        capacity: f64,
        /// The share of them that is sold, 0..1.
        used: f64,
    },
}

impl UnitCost {
    /// The cost of a unit; none where a number is out of its range or nothing is sold.
    pub fn per_unit(self) -> Option<f64> {
        match self {
            Self::Amount(amount) => is_amount(amount).then_some(amount),
            Self::ShareOfPrice { price, share } => {
                (is_amount(price) && is_share(share.high)).then(|| price * share.middle())
            }
            Self::Capital { amount, years, capacity, used } => {
                let sound = [amount, years, capacity].into_iter().all(is_amount) && is_share(used);
                ratio(amount, years * capacity * used).filter(|_| sound)
            }
        }
    }
}

/// The cost of one factor as the industry has it and as we have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostChange {
    /// Which factor.
    pub factor: usize,
    /// The industry's cost.
    pub before: UnitCost,
    /// Ours.
    pub after: UnitCost,
}

/// Why a change of cost cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostChangeError {
    /// The industry's cost of the change in this place.
    Before(usize),
    /// Our cost of the change in this place.
    After(usize),
}

/// What the changes save and cost for each unit sold.
#[derive(Clone, Debug, PartialEq)]
pub struct Savings {
    by_factor: Vec<(usize, f64)>,
}

impl Savings {
    /// Works out `changes`.
    ///
    /// # Errors
    /// [`CostChangeError`] names the change whose cost does not exist.
    pub fn new(changes: &[CostChange]) -> Result<Self, CostChangeError> {
        let saving = |(place, change): (usize, &CostChange)| {
            let before = change.before.per_unit().ok_or(CostChangeError::Before(place))?;
            let after = change.after.per_unit().ok_or(CostChangeError::After(place))?;
            Ok((change.factor, before - after))
        };
        Ok(Self { by_factor: changes.iter().enumerate().map(saving).collect::<Result<_, _>>()? })
    }

    /// The factor of each change and what is saved by it, negative where more is spent.
    pub fn by_factor(&self) -> &[(usize, f64)] {
        &self.by_factor
    }

    /// What is saved on the factors that cost less.
    pub fn saved(&self) -> f64 {
        self.by_factor.iter().map(|(_, saving)| saving.max(0.0)).sum()
    }

    /// What is spent on the factors that cost more.
    pub fn spent(&self) -> f64 {
        self.by_factor.iter().map(|(_, saving)| (-saving).max(0.0)).sum()
    }

    /// Saved less spent: by so much the price may fall with the margin unchanged.
    pub fn net(&self) -> f64 {
        self.saved() - self.spent()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(low: f64, high: f64) -> Band {
        Band::new(low, high).unwrap()
    }

    #[test]
    fn row_d2_price_bands() {
        let low = band(60.0, 90.0);
        assert_eq!(low.middle(), 75.0);
        assert!((band(200.0, 200.0).times(low).unwrap() - 2.666_666_666_7).abs() < 1e-9);
        assert_eq!(low.times(band(0.0, 0.0)), None);
        assert_eq!(Band::new(2.0, 1.0), None);
        assert_eq!(Band::new(f64::NAN, 1.0), None);
    }

    /// A night at 100 francs: staff from 25–35 % to 20–23 %, and a room at half the building cost.
    #[test]
    fn row_d4_cost_saved_a_night() {
        let staff = |low, high| UnitCost::ShareOfPrice { price: 100.0, share: band(low, high) };
        let room = |amount| UnitCost::Capital { amount, years: 20.0, capacity: 365.0, used: 0.7 };
        let savings = Savings::new(&[
            CostChange { factor: 4, before: staff(0.25, 0.35), after: staff(0.20, 0.23) },
            CostChange { factor: 3, before: room(100_000.0), after: room(50_000.0) },
        ])
        .unwrap();
        assert!((savings.by_factor()[0].1 - 8.5).abs() < 1e-12);
        assert!((room(100_000.0).per_unit().unwrap() - 100_000.0 / 5_110.0).abs() < 1e-12);
        assert!((savings.by_factor()[1].1 - 9.784_735_812).abs() < 1e-9);
        assert!((savings.net() - 18.28).abs() < 0.005 && savings.spent() == 0.0);
    }

    #[test]
    fn what_is_raised_costs_more() {
        let amount = UnitCost::Amount;
        let change = |factor, before, after| CostChange {
            factor,
            before: amount(before),
            after: amount(after),
        };
        let savings = Savings::new(&[change(0, 5.0, 0.0), change(6, 2.0, 3.5)]).unwrap();
        assert_eq!((savings.saved(), savings.spent(), savings.net()), (5.0, 1.5, 3.5));
    }

    #[test]
    fn says_which_cost_does_not_exist() {
        let unused = UnitCost::Capital { amount: 1.0, years: 1.0, capacity: 1.0, used: 0.0 };
        let sound = UnitCost::Amount(1.0);
        let new = |before, after| Savings::new(&[CostChange { factor: 0, before, after }]);
        assert_eq!(new(unused, sound), Err(CostChangeError::Before(0)));
        assert_eq!(new(sound, UnitCost::Amount(-1.0)), Err(CostChangeError::After(0)));
        let odd = UnitCost::ShareOfPrice { price: 1.0, share: band(0.5, 1.5) };
        assert_eq!(odd.per_unit(), None);
    }
}
