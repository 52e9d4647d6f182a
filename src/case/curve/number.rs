//! The numbers of the value curve that stand nowhere else.

use super::super::input::{Field, Input, Numbers, amount, bounded, score, share};
use super::super::{Case, Id};
use super::Side;
use crate::words::{Language, Unit, curve as words, standing as market};

/// A number of the value curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// Our former level on a factor.
    Before(Id),
    /// Our former price.
    PriceBefore,
    /// The lowest price of a class.
    ClassLow(Id),
    /// The highest price of a class.
    ClassHigh(Id),
    /// A number of a change of cost.
    Cost(Id, CostNumber),
    /// Our share of the market.
    Ours,
    /// The share of one of those who follow, by its place.
    Other(usize),
}

/// A number of a change of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CostNumber {
    /// The cost of a unit.
    Amount(Side),
    /// The lowest share of the price.
    Low(Side),
    /// The highest share of the price.
    High(Side),
    /// The cost of building.
    Built(Side),
    /// The price that a share is taken of.
    Price,
    /// Years of use.
    Years,
    /// Units a year.
    Capacity,
    /// The share that is sold.
    Used,
}

impl CostNumber {
    /// All of them.
    const ALL: [Self; 12] = [
        Self::Amount(Side::Industry),
        Self::Amount(Side::Ours),
        Self::Low(Side::Industry),
        Self::Low(Side::Ours),
        Self::High(Side::Industry),
        Self::High(Side::Ours),
        Self::Built(Side::Industry),
        Self::Built(Side::Ours),
        Self::Price,
        Self::Years,
        Self::Capacity,
        Self::Used,
    ];

    /// Whose it is, where the two differ.
    const fn side(self) -> Option<Side> {
        match self {
            Self::Amount(side) | Self::Low(side) | Self::High(side) | Self::Built(side) => {
                Some(side)
            }
            Self::Price | Self::Years | Self::Capacity | Self::Used => None,
        }
    }

    fn field(self) -> Field {
        match self {
            Self::Amount(_) => amount(words::UNIT_AMOUNT, Unit::Money),
            Self::Low(_) => share(words::LOWEST),
            Self::High(_) => share(words::HIGHEST),
            Self::Built(_) => amount(words::BUILDING, Unit::Money),
            Self::Price => amount(words::SHARE_OF, Unit::Money),
            Self::Years => {
                bounded(words::YEARS_OF_USE, Unit::Years, (0.1, 100.0), (1.0, 30.0), 1.0)
            }
            Self::Capacity => Field { low: 1.0, high: 1e9, ..amount(words::CAPACITY, Unit::Count) },
            Self::Used => bounded(words::USED, Unit::Share, (0.01, 1.0), (0.0, 1.0), 0.01),
        }
    }
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident, $as:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            match self {
                Self::Before(id) => {
                    case.criteria.$iter().find(|c| c.id == id)?.before.$as()
                }
                Self::PriceBefore => case.curve.price_before.$as(),
                Self::ClassLow(id) => {
                    Some(&$($mutable)? case.curve.classes.$iter().find(|c| c.id == id)?.low)
                }
                Self::ClassHigh(id) => {
                    Some(&$($mutable)? case.curve.classes.$iter().find(|c| c.id == id)?.high)
                }
                Self::Ours => Some(&$($mutable)? case.curve.standing.ours),
                Self::Other(k) => case.curve.standing.others.$at(k),
                Self::Cost(id, number) => {
                    let change = case.curve.changes.$iter().find(|c| c.id == id)?;
                    let side = match number.side() {
                        Some(Side::Ours) => &$($mutable)? change.ours,
                        _ => &$($mutable)? change.industry,
                    };
                    Some(match number {
                        CostNumber::Amount(_) => &$($mutable)? side.amount,
                        CostNumber::Low(_) => &$($mutable)? side.low,
                        CostNumber::High(_) => &$($mutable)? side.high,
                        CostNumber::Built(_) => &$($mutable)? side.built,
                        CostNumber::Price => &$($mutable)? change.price,
                        CostNumber::Years => &$($mutable)? change.years,
                        CostNumber::Capacity => &$($mutable)? change.capacity,
                        CostNumber::Used => &$($mutable)? change.used,
                    })
                }
            }
        }
    };
}

impl Numbers for Number {
    places!(place, iter, as_ref, get);
    places!(place_mut, iter_mut, as_mut, get_mut, mut);

    fn field(self, _: &Case) -> Field {
        match self {
            Self::Before(_) => score(words::LEVEL_BEFORE),
            Self::PriceBefore => amount(words::PRICE_BEFORE, Unit::Money),
            Self::ClassLow(_) => amount(words::LOWEST_PRICE, Unit::Money),
            Self::ClassHigh(_) => amount(words::HIGHEST_PRICE, Unit::Money),
            Self::Cost(_, number) => number.field(),
            Self::Ours => share(market::OUR_SHARE),
            Self::Other(k) => share(market::FOLLOWERS[k.min(4)]),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        match self {
            Self::Before(id) => case
                .criteria
                .iter()
                .find(|c| c.id == id)
                .map(|c| c.name.to(language))
                .into_iter()
                .collect(),
            Self::Ours | Self::Other(_) => Vec::new(),
            Self::PriceBefore => case.ours().map(|o| o.name.to(language)).into_iter().collect(),
            Self::ClassLow(id) | Self::ClassHigh(id) => {
                let class = case.curve.classes.iter().find(|c| c.id == id);
                class.map(|c| c.name.to(language)).into_iter().collect()
            }
            Self::Cost(id, number) => {
                let change = case.curve.changes.iter().find(|c| c.id == id);
                let side = number.side().map(|side| words::side(side == Side::Ours).to(language));
                change.map(|c| c.name.to(language)).into_iter().chain(side).collect()
            }
        }
    }

    fn all(case: &Case) -> Vec<Input> {
        let curve = &case.curve;
        let former = case.criteria.iter().filter(|c| c.before.is_some());
        let levels = former.map(|c| Self::Before(c.id));
        let price = curve.price_before.map(|_| Self::PriceBefore);
        let classes =
            curve.classes.iter().flat_map(|c| [Self::ClassLow(c.id), Self::ClassHigh(c.id)]);
        let changes = curve.changes.iter();
        let costs = changes.flat_map(|c| CostNumber::ALL.map(|n| Self::Cost(c.id, n)));
        let others = (0..curve.standing.others.len()).map(Self::Other);
        let shares = std::iter::once(Self::Ours).chain(others);
        levels.chain(price).chain(classes).chain(costs).chain(shares).map(Input::Curve).collect()
    }
}
