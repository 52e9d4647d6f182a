//! What owning an offer costs beside its price.

mod figures;
pub mod grip;
pub mod tie;
pub mod working;

use serde::{Deserialize, Serialize};

use super::input::{Field, Input, Numbers, amount, rate};
use super::{Case, Id, Name, Offer};
use crate::model::ownership::{Flow, Item, Ownership, OwnershipError, Terms};
use crate::model::tally::Tally;
use crate::words::{Language, Unit, label};

/// The least and the greatest number of costs beside the price.
pub const COSTS: (usize, usize) = (0, 8);

/// The costs of owning an offer that every offer has, each in its own amount.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Owning {
    /// When the price is paid.
    pub paid: Paid,
    /// The costs beside the price.
    pub costs: Vec<OwningCost>,
}

/// When a customer pays the price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paid {
    /// Once, now.
    #[default]
    Once,
    /// At each of the purchases of a year.
    EachTime,
}

/// A cost beside the price; how much it is for each offer stands with the offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwningCost {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// When it is paid.
    pub when: When,
    /// By how much it grows each year, where it is paid every year.
    pub growth: f64,
}

/// When a cost is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Once, now.
    Now,
    /// At the end of each year.
    #[default]
    Yearly,
    /// It comes back at the end of the last year: what the thing is then sold for.
    Back,
}

/// A number of the costs of owning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// How much an offer (the first) costs of a kind (the second).
    Amount(Id, Id),
    /// By how much a cost grows each year.
    Growth(Id),
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            match self {
                Self::Amount(offer, cost) => {
                    let k = case.owning.costs.iter().position(|c| c.id == cost)?;
                    case.offers.$iter().find(|o| o.id == offer)?.owning.$at(k)
                }
                Self::Growth(id) => {
                    let cost = case.owning.costs.$iter().find(|c| c.id == id)?;
                    Some(&$($mutable)? cost.growth)
                }
            }
        }
    };
}

impl Numbers for Number {
    places!(place, iter, get);
    places!(place_mut, iter_mut, get_mut, mut);

    fn field(self, _: &Case) -> Field {
        match self {
            Self::Amount(..) => amount(label::COST_AMOUNT, Unit::Money),
            Self::Growth(_) => rate(label::COST_GROWTH, -0.99, (-0.1, 0.2)),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        let cost = |id| case.owning.costs.iter().find(|c| c.id == id).map(|c| c.name.to(language));
        let offer = |id| case.offer(id).map(|o| o.name.to(language));
        let rows = match self {
            Self::Amount(id, of) => [offer(id), cost(of)],
            Self::Growth(id) => [cost(id), None],
        };
        rows.into_iter().flatten().collect()
    }

    fn all(case: &Case) -> Vec<Input> {
        let costs = &case.owning.costs;
        let growths = costs.iter().map(|cost| Self::Growth(cost.id));
        let amount = |(offer, cost): (Id, Id)| Self::Amount(offer, cost);
        let amounts = case.offers.iter().flat_map(|o| costs.iter().map(move |c| (o.id, c.id)));
        growths.chain(amounts.map(amount)).map(Input::Owning).collect()
    }
}

impl Case {
    /// For how many whole years costs and gains are counted, at most a hundred.
    pub fn years(&self) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is clamped to 1..=100"
        )]
        let years = (Input::Years.get(self).unwrap_or(1.0) - 1e-9).ceil().clamp(1.0, 100.0) as u32;
        years
    }

    /// What the offer in place `index` costs to own: the price as kind 0, then the other costs in
    /// order.
    ///
    /// # Errors
    /// [`OwnershipError`] names what cannot be used.
    pub fn ownership(&self, index: usize) -> Result<Ownership, OwnershipError> {
        Ownership::new(self.owning_terms(), &self.owning_items(&self.offers[index]))
    }

    /// The same of every offer.
    ///
    /// # Errors
    /// [`OwnershipError`] names what cannot be used.
    pub fn tally(&self) -> Result<Tally, OwnershipError> {
        let offers: Vec<Vec<Item>> = self.offers.iter().map(|o| self.owning_items(o)).collect();
        Tally::new(self.owning_terms(), &offers)
    }

    /// What an amount of 1 of each kind is worth today over all the years, the price as kind 0:
    /// 1 where it is paid once, more where every year, negative where it comes back.
    pub fn owning_factors(&self) -> Vec<f64> {
        let ones = vec![1.0; self.owning.costs.len()];
        let items = self.owning_items(&Offer { price: 1.0, owning: ones, ..Offer::default() });
        Ownership::new(self.owning_terms(), &items).map_or_else(|_| Vec::new(), |o| o.by_kind())
    }

    /// The inputs behind the kinds of cost of an offer, the price first.
    pub fn owning_inputs(&self, offer: Id) -> Vec<Input> {
        let amount = |cost: &OwningCost| Input::Owning(Number::Amount(offer, cost.id));
        std::iter::once(Input::Price(offer)).chain(self.owning.costs.iter().map(amount)).collect()
    }

    fn owning_terms(&self) -> Terms {
        Terms { years: self.years(), rate: self.customer.discount }
    }

    fn owning_items(&self, offer: &Offer) -> Vec<Item> {
        let price = match self.owning.paid {
            Paid::Once => Flow::Once { year: 0, amount: offer.price },
            Paid::EachTime => {
                let times = self.customer.purchases * self.customer.period.a_year();
                Flow::Yearly { first: 1, amount: offer.price * times, growth: 0.0 }
            }
        };
        let other = |(cost, amount): (&OwningCost, &f64)| match cost.when {
            When::Now => Flow::Once { year: 0, amount: *amount },
            When::Yearly => Flow::Yearly { first: 1, amount: *amount, growth: cost.growth },
            When::Back => Flow::Residual { amount: *amount },
        };
        let others = self.owning.costs.iter().zip(&offer.owning).map(other);
        let flows = std::iter::once(price).chain(others).enumerate();
        flows.map(|(kind, flow)| Item { kind, flow }).collect()
    }
}
