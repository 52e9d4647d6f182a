//! Cost of ownership: what an offer costs over all the years it is used.
//!
//! *Question.* Ours costs more to buy. What does each cost to own, and after how many years has the
//! dearer one become the cheaper?
//!
//! *Formula.* Every payment is discounted to today: `C = Σ cₖ / (1 + i)ᵏ`, with what is paid now at
//! k = 0, yearly costs at the end of each year, and the residual value coming in at the end
//! of the last. The *running difference* adds up, year by year, what we have cost more than they
//! have; where it passes zero the two are level.
//!
//! *Source.* Ellram, "Total Cost of Ownership: An Analysis Approach for Purchasing" (1995).
//!
//! *Assumes* that both do the same work for the same number of years. Within a year payments are
//! taken to come evenly, which places a crossing between two years.
//!
//! *Example.*
//! ```
//! use customer_value::model::ownership::{Difference, Flow, Item, Ownership, Terms};
//!
//! let terms = Terms { years: 5, rate: 0.08 };
//! let offer = |price: f64, running: f64| {
//!     let price = Item { kind: 0, flow: Flow::Once { year: 0, amount: price } };
//!     let running = Flow::Yearly { first: 1, amount: running, growth: 0.0 };
//!     Ownership::new(terms, &[price, Item { kind: 1, flow: running }])
//! };
//! let difference = Difference::new(&offer(1_200.0, 100.0)?, &offer(1_000.0, 200.0)?).unwrap();
//! let level = &difference.crossings()[0];
//! assert!(level.cheaper_after && (level.year - 2.27).abs() < 0.01);
//! # Ok::<(), customer_value::model::ownership::OwnershipError>(())
//! ```
//!
//! *Not for* offers that do different work: put what the better one brings into
//! [economic value](super::economic_value).

use super::bounds::{first_error, is_amount, is_nothing, is_rate, ratio};
use crate::math::order;
use crate::math::polyline::passes;
use crate::math::series::geometric;

/// The most years that are counted.
pub const MOST_YEARS: u32 = 100;

/// For how long, and at what discount rate a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Years of use, 1 to [`MOST_YEARS`].
    pub years: u32,
    /// Discount rate a year, above −1.
    pub rate: f64,
}

/// When an amount is paid; amounts are from 0 up. What would fall after the last year is not paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flow {
    /// Once.
    Once {
        /// Years from now: 0 now, 1 at the end of the first year.
        year: u32,
        /// What is paid.
        amount: f64,
    },
    /// At the end of each year.
    Yearly {
        /// The first year in which it is paid, from 1.
        first: u32,
        /// What is paid in that year.
        amount: f64,
        /// By how much it grows each year after that; above −1.
        growth: f64,
    },
    /// Comes back when the thing is sold at the end of the last year.
    Residual {
        /// What it is sold for.
        amount: f64,
    },
}

/// One cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// What kind of cost it is, in any numbering that both offers share.
    pub kind: usize,
    /// When how much is paid.
    pub flow: Flow,
}

/// Why there is no cost of ownership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnershipError {
    /// The years are not 1 to [`MOST_YEARS`].
    Years,
    /// The discount rate is −100 % or less, or not a number.
    Rate,
    /// The cost in this place has an amount below 0, a growth of −100 % or less, or a number that
    /// is none.
    Item(usize),
    /// The costs are beyond all numbers.
    TooLarge,
}

/// What an offer costs to own, year by year and kind by kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Ownership {
    terms: Terms,
    kinds: Vec<usize>,
    years: Vec<Year>,
}

/// The costs of one year; what comes in is negative.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// What is paid, one amount for each of [`Ownership::kinds`].
    pub amounts: Vec<f64>,
    /// The same as it is worth today.
    pub present: Vec<f64>,
}

impl Flow {
    fn is_sound(self) -> bool {
        match self {
            Self::Once { amount, .. } | Self::Residual { amount } => is_amount(amount),
            Self::Yearly { first, amount, growth } => {
                first >= 1 && is_amount(amount) && is_rate(growth)
            }
        }
    }

    /// What is paid in `year` when the last is `last`.
    fn paid_in(self, year: u32, last: u32) -> f64 {
        match self {
            Self::Once { year: due, amount } if year == due => amount,
            Self::Yearly { first, amount, growth } if year >= first => {
                amount * libm::pow(1.0 + growth, f64::from(year - first))
            }
            Self::Residual { amount } if year == last => -amount,
            _ => 0.0,
        }
    }
}

impl Ownership {
    /// Adds up `items` over the years.
    ///
    /// # Errors
    /// [`OwnershipError`] names what cannot be used.
    pub fn new(terms: Terms, items: &[Item]) -> Result<Self, OwnershipError> {
        first_error([
            ((1..=MOST_YEARS).contains(&terms.years), OwnershipError::Years),
            (is_rate(terms.rate), OwnershipError::Rate),
        ])?;
        if let Some(place) = items.iter().position(|item| !item.flow.is_sound()) {
            return Err(OwnershipError::Item(place));
        }
        let mut kinds: Vec<usize> = items.iter().map(|item| item.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let paid = |kind: usize, year: u32| -> f64 {
            let of_kind = items.iter().filter(|item| item.kind == kind);
            of_kind.map(|item| item.flow.paid_in(year, terms.years)).sum()
        };
        let year = |k: u32| {
            let amounts: Vec<f64> = kinds.iter().map(|kind| paid(*kind, k)).collect();
            let factor = libm::pow(1.0 + terms.rate, -f64::from(k));
            Year { present: amounts.iter().map(|amount| amount * factor).collect(), amounts }
        };
        let years: Vec<Year> = (0..=terms.years).map(year).collect();
        let ownership = Self { terms, kinds, years };
        if ownership.size() <= 1e300 { Ok(ownership) } else { Err(OwnershipError::TooLarge) }
    }

    /// All payments, plain and discounted, without their signs.
    fn size(&self) -> f64 {
        let year = |year: &Year| year.amounts.iter().chain(&year.present).map(|x| x.abs()).sum();
        self.years.iter().map(year).fold(0.0, |sum: f64, of_year: f64| sum + of_year)
    }

    /// The terms it was worked out for.
    pub const fn terms(&self) -> Terms {
        self.terms
    }

    /// The kinds of cost there are, in rising order.
    pub fn kinds(&self) -> &[usize] {
        &self.kinds
    }

    /// The costs of each year, the first of them now.
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// What owning it costs, as it is worth today.
    pub fn total(&self) -> f64 {
        self.years.iter().flat_map(|year| &year.present).sum()
    }

    /// What is paid over the years, without discount.
    pub fn paid(&self) -> f64 {
        self.years.iter().flat_map(|year| &year.amounts).sum()
    }

    /// The same amount at the end of each year that is worth as much today as the total: the
    /// equivalent yearly cost. None where that is beyond all numbers.
    pub fn per_year(&self) -> Option<f64> {
        let v = 1.0 / (1.0 + self.terms.rate);
        ratio(self.total(), v * geometric(v, f64::from(self.terms.years)))
    }

    /// What each of [`kinds`](Self::kinds) costs over the years, as it is worth today.
    pub fn by_kind(&self) -> Vec<f64> {
        let of = |k: usize| self.years.iter().map(|year| year.present[k]).sum();
        (0..self.kinds.len()).map(of).collect()
    }

    /// What of `kind` there is, as it is worth today; 0 where there is none.
    pub fn of_kind(&self, kind: usize) -> f64 {
        self.kinds.binary_search(&kind).map_or(0.0, |k| self.by_kind()[k])
    }

    /// What owning it has cost by the end of each year, the first of them now.
    pub fn running(&self) -> Vec<f64> {
        let of_year = |sum: &mut f64, year: &Year| {
            *sum += year.present.iter().sum::<f64>();
            Some(*sum)
        };
        self.years.iter().scan(0.0, of_year).collect()
    }
}

/// How ours stands to theirs over the years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    /// It has cost more, by this at the most, and from this year on it has cost less.
    CheaperFrom {
        /// The most it has cost more before.
        most: f64,
        /// From which year on it has cost less.
        year: f64,
    },
    /// It has cost less, by this at the most, and from this year on it has cost more.
    DearerFrom {
        /// The most it has cost less before.
        most: f64,
        /// From which year on it has cost more.
        year: f64,
    },
    /// It has never cost more.
    AlwaysCheaper,
    /// It has never cost less.
    AlwaysDearer,
    /// Both have cost the same in the end.
    Same,
}

/// What owning ours costs more than owning theirs; negative where ours is the cheaper.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    running: Vec<f64>,
    by_kind: Vec<(usize, f64)>,
}

/// When two offers have cost the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// Years from now.
    pub year: f64,
    /// Whether ours has cost less from then on, for a while at least.
    pub cheaper_after: bool,
}

impl Difference {
    /// Ours less theirs. None unless both are for the same years and discount rate.
    pub fn new(ours: &Ownership, theirs: &Ownership) -> Option<Self> {
        if ours.terms != theirs.terms {
            return None;
        }
        let size = ours.size().max(theirs.size());
        let less = |a: f64, b: f64| if is_nothing(a - b, size) { 0.0 } else { a - b };
        let mut kinds = [ours.kinds(), theirs.kinds()].concat();
        kinds.sort_unstable();
        kinds.dedup();
        let of = |kind: usize| (kind, less(ours.of_kind(kind), theirs.of_kind(kind)));
        let (running, other) = (ours.running(), theirs.running());
        Some(Self {
            running: running.into_iter().zip(other).map(|(a, b)| less(a, b)).collect(),
            by_kind: kinds.into_iter().map(of).collect(),
        })
    }

    /// What owning ours costs more over all the years, as it is worth today.
    pub fn total(&self) -> f64 {
        self.running.last().copied().unwrap_or_default()
    }

    /// What owning ours has cost more by the end of each year, the first of them now.
    pub fn running(&self) -> &[f64] {
        &self.running
    }

    /// When the cheaper of the two becomes the dearer, in order of time. The first, where ours costs
    /// more to buy, is when the higher price has paid for itself.
    pub fn crossings(&self) -> Vec<Crossing> {
        let points: Vec<_> = self.running.iter().enumerate().map(|(k, d)| (k as f64, *d)).collect();
        let crossing = |(year, above): (f64, bool)| Crossing { year, cheaper_after: !above };
        passes(&points).into_iter().map(crossing).collect()
    }

    /// How ours stands to theirs over the years: by the last time that one passed the other.
    pub fn course(&self) -> Course {
        let total = self.total();
        match self.crossings().last() {
            _ if total == 0.0 => Course::Same,
            Some(last) => {
                let before = self.running.iter().zip(0_u32..);
                let before = before.filter(|(_, k)| f64::from(*k) < last.year).map(|(d, _)| *d);
                if last.cheaper_after {
                    Course::CheaperFrom { most: before.fold(0.0, f64::max), year: last.year }
                } else {
                    Course::DearerFrom { most: -before.fold(0.0, f64::min), year: last.year }
                }
            }
            None if total < 0.0 => Course::AlwaysCheaper,
            None => Course::AlwaysDearer,
        }
    }

    /// Each kind of cost and by how much ours is dearer in it, the largest difference either way
    /// first; together they make the total. Kinds without a difference drop out.
    pub fn drivers(&self) -> Vec<(usize, f64)> {
        let mut drivers = self.by_kind.clone();
        drivers.retain(|(_, difference)| *difference != 0.0);
        order::sort_falling(&mut drivers, |(_, difference)| difference.abs());
        drivers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: Terms = Terms { years: 5, rate: 0.08 };

    fn once(kind: usize, year: u32, amount: f64) -> Item {
        Item { kind, flow: Flow::Once { year, amount } }
    }

    fn yearly(kind: usize, amount: f64, growth: f64) -> Item {
        Item { kind, flow: Flow::Yearly { first: 1, amount, growth } }
    }

    /// Price, set-up, running cost and residual value.
    fn offer(price: f64, set_up: f64, running: f64, residual: f64) -> Vec<Item> {
        let back = Item { kind: 3, flow: Flow::Residual { amount: residual } };
        vec![once(0, 0, price), once(1, 0, set_up), yearly(2, running, 0.0), back]
    }

    fn row_a4() -> (Ownership, Ownership) {
        let ours = offer(120_000.0, 3_000.0, 15_000.0, 30_000.0);
        let theirs = offer(100_000.0, 5_000.0, 24_000.0, 15_000.0);
        (Ownership::new(TERMS, &ours).unwrap(), Ownership::new(TERMS, &theirs).unwrap())
    }

    #[test]
    fn row_a4_dearer_to_buy_cheaper_to_own() {
        let (ours, theirs) = row_a4();
        assert_eq!((ours.total().round(), theirs.total().round()), (162_473.0, 190_616.0));
        assert_eq!(ours.paid(), 168_000.0);
        let difference = Difference::new(&ours, &theirs).unwrap();
        assert_eq!(difference.total().round(), -28_143.0);
        assert_eq!(difference.running()[0], 18_000.0);
        // 18,000 more now against 9,000 less a year: 8,333.33 and 7,716.05 leave 1,950.62 of
        // 7,144.49 in the third year.
        let crossings = difference.crossings();
        assert!(crossings.len() == 1 && crossings[0].cheaper_after);
        assert!((crossings[0].year - (2.0 + 1_950.617_284 / 7_144.490_17)).abs() < 1e-9);
        let year = crossings[0].year;
        assert_eq!(difference.course(), Course::CheaperFrom { most: 18_000.0, year });
        let back = Difference::new(&theirs, &ours).unwrap();
        assert_eq!(back.course(), Course::DearerFrom { most: 18_000.0, year });
        // Running cost drives it, then price; the residual value helps us too.
        let kinds: Vec<usize> = difference.drivers().iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [2, 0, 3, 1]);
        assert_eq!(difference.drivers()[1].1, 20_000.0);
    }

    #[test]
    fn stacks_add_up_every_way() {
        let (ours, _) = row_a4();
        let by_kind: f64 = ours.by_kind().iter().sum();
        assert!((by_kind / ours.total() - 1.0).abs() < 1e-14);
        assert_eq!(ours.running().len(), 6);
        assert!((ours.running()[5] / ours.total() - 1.0).abs() < 1e-14);
        assert_eq!(ours.years()[5].amounts, [0.0, 0.0, 15_000.0, -30_000.0]);
        assert_eq!((ours.of_kind(0), ours.of_kind(9)), (120_000.0, 0.0));
        // The equivalent yearly cost, paid out again, is the total.
        let again = Ownership::new(TERMS, &[yearly(0, ours.per_year().unwrap(), 0.0)]).unwrap();
        assert!((again.total() / ours.total() - 1.0).abs() < 1e-14);
    }

    #[test]
    fn growing_late_and_too_late() {
        let service = Item { kind: 0, flow: Flow::Yearly { first: 3, amount: 100.0, growth: 0.1 } };
        let items = [service, once(1, 4, 50.0), once(1, 6, 70.0)];
        let terms = Terms { rate: 0.0, ..TERMS };
        let found = Ownership::new(terms, &items).unwrap();
        let of_kind = |k: usize| found.years().iter().map(|y| y.amounts[k]).collect::<Vec<_>>();
        let expected = [0.0, 0.0, 0.0, 100.0, 110.0, 121.0];
        assert!(of_kind(0).iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12));
        assert_eq!(of_kind(1), [0.0, 0.0, 0.0, 0.0, 50.0, 0.0]);
    }

    #[test]
    fn the_lead_may_change_twice() {
        let ours = [once(0, 0, 100.0), once(0, 3, 200.0)];
        let theirs = [yearly(0, 100.0, 0.0)];
        let terms = Terms { rate: 0.0, years: 4 };
        let own = |items: &[Item]| Ownership::new(terms, items).unwrap();
        // Differences 100, 0, −100, 0, −100: past them once; drawing level in year 3 is not passing.
        let found = Difference::new(&own(&ours), &own(&theirs)).unwrap();
        assert_eq!(found.crossings(), [Crossing { year: 1.0, cheaper_after: true }]);
        let dearer = [once(0, 0, 100.0), once(0, 3, 300.0)];
        let found = Difference::new(&own(&dearer), &own(&theirs)).unwrap();
        let years: Vec<f64> = found.crossings().iter().map(|c| c.year).collect();
        assert_eq!(years, [1.0, 2.5]);
        assert!(!found.crossings()[1].cheaper_after);
        assert_eq!(found.course(), Course::Same, "400 against 400 in the end");
    }

    #[test]
    fn one_may_be_cheaper_all_along_or_the_same() {
        let terms = Terms { rate: 0.0, years: 2 };
        let own = |now: f64, yearly_cost: f64| {
            Ownership::new(terms, &[once(0, 0, now), yearly(1, yearly_cost, 0.0)]).unwrap()
        };
        let course = |a: &Ownership, b: &Ownership| Difference::new(a, b).unwrap().course();
        let (dear, cheap) = (own(10.0, 5.0), own(10.0, 4.0));
        assert_eq!(course(&cheap, &dear), Course::AlwaysCheaper);
        assert_eq!(course(&dear, &cheap), Course::AlwaysDearer);
        assert_eq!(course(&dear, &own(18.0, 1.0)), Course::Same);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = |years, rate, item| Ownership::new(Terms { years, rate }, &[item]);
        let sound = once(0, 0, 1.0);
        assert_eq!(new(0, 0.1, sound), Err(OwnershipError::Years));
        assert_eq!(new(101, 0.1, sound), Err(OwnershipError::Years));
        assert_eq!(new(5, -1.0, sound), Err(OwnershipError::Rate));
        assert_eq!(new(5, 0.1, once(0, 0, -1.0)), Err(OwnershipError::Item(0)));
        assert_eq!(new(5, 0.1, yearly(0, 1.0, -1.0)), Err(OwnershipError::Item(0)));
        let never = Item { kind: 0, flow: Flow::Yearly { first: 0, amount: 1.0, growth: 0.0 } };
        assert_eq!(new(5, 0.1, never), Err(OwnershipError::Item(0)));
        assert_eq!(new(100, -0.999, yearly(0, 1e15, 5.0)), Err(OwnershipError::TooLarge));
        let (one, other) = (new(5, 0.1, sound).unwrap(), new(6, 0.1, sound).unwrap());
        assert_eq!(Difference::new(&one, &other), None);
    }
}
