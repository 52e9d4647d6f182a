//! The famous loyalty ratios with one's own numbers: which is put to the test, and the sums that
//! take them as given.

mod sums;
mod trial;
mod view;
mod working;

use serde::{Deserialize, Serialize};

pub use sums::{Sum, SumError};
pub use trial::{TrialError, inputs};

use super::Case;
use super::input::{Field, Input, Numbers, amount, bounded, share};
use crate::model::loyalty::Saying;
use crate::model::loyalty::trial::Measure;
use crate::words::{Language, Unit, claims as words};

/// What is typed about the loyalty ratios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claims {
    /// Which claim is put to the test.
    pub chosen: Saying,
    /// How the worth of a customer who stays longer is counted.
    pub measure: Measure,
    /// Points of retention in a claim of one's own.
    pub points: f64,
    /// The change they are said to bring.
    pub change: f64,
    /// Customers who are moved from satisfied to very satisfied.
    pub moved: f64,
    /// Share of the satisfied who buy again.
    pub again: f64,
    /// How many times as many of the very satisfied do.
    pub times: f64,
    /// Customers who are lost and replaced.
    pub lost: f64,
    /// What it costs to keep one.
    pub keeping: f64,
    /// How many times that it costs to win one.
    pub dearer: f64,
    /// Customers among whom some are unhappy.
    pub served: f64,
    /// The share who are.
    pub unhappy: f64,
    /// People each of them tells.
    pub told: f64,
    /// The chance that one who hears of it tells as many others.
    pub passed: f64,
    /// Share of those who hear of it who would have bought.
    pub would_buy: f64,
    /// Margin of such a purchase.
    pub forgone: f64,
    /// Sales that are wanted.
    pub sales: f64,
    /// What a call costs.
    pub call: f64,
    /// The chance that a call to a customer sells.
    pub to_customer: f64,
    /// The chance that a call to a stranger sells.
    pub to_stranger: f64,
    /// New customers a year.
    pub newcomers: f64,
    /// Share of them who were recommended.
    pub referred: f64,
    /// What it costs to win one of the others.
    pub winning: f64,
    /// Customers now.
    pub stock: f64,
    /// Share of them who stay a year.
    pub kept: f64,
    /// New customers each of them brings a year.
    pub brought: f64,
    /// New customers a year who come anyhow.
    pub inflow: f64,
    /// Years looked ahead.
    pub years: f64,
    /// Touches, at the beginning of the chain.
    pub touches: f64,
    /// The rate of each link: moved, tell, people told, buy.
    pub links: [f64; 4],
    /// Pieces sent to make good a failure.
    pub pieces: f64,
    /// What a piece costs.
    pub piece: f64,
    /// What it costs to bring them.
    pub courier: f64,
    /// How much more likely the customer stays for it.
    pub rise: f64,
    /// What the customer is worth, where that is typed.
    pub worth: f64,
    /// Whether the customer is worth what the lifetime value of the case says.
    pub own_worth: bool,
    /// Price of the article that comes back.
    pub article: f64,
    /// The share of it for which it is sold.
    pub sold_at: f64,
}

impl Default for Claims {
    /// The figures of the worked examples.
    fn default() -> Self {
        Self {
            chosen: Saying::default(),
            measure: Measure::default(),
            points: 0.05,
            change: 0.25,
            moved: 100.0,
            again: 0.1,
            times: 6.0,
            lost: 100.0,
            keeping: 50.0,
            dearer: 8.0,
            served: 1_000.0,
            unhappy: 0.03,
            told: 5.0,
            passed: 0.0,
            would_buy: 0.1,
            forgone: 300.0,
            sales: 30.0,
            call: 80.0,
            to_customer: 0.5,
            to_stranger: 0.15,
            newcomers: 200.0,
            referred: 0.6,
            winning: 400.0,
            stock: 100.0,
            kept: 0.85,
            brought: 0.2,
            inflow: 0.0,
            years: 5.0,
            touches: 1_000.0,
            links: [0.2, 0.3, 2.0, 0.1],
            pieces: 3.0,
            piece: 25.0,
            courier: 25.0,
            rise: 0.1,
            worth: 1_500.0,
            own_worth: false,
            article: 100.0,
            sold_at: 0.7,
        }
    }
}

/// A number of the loyalty ratios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// Points of retention in a claim of one's own.
    Points,
    /// The change they are said to bring.
    Change,
    /// Customers who are moved up.
    Moved,
    /// Share of the satisfied who buy again.
    Again,
    /// How many times as many of the very satisfied do.
    Times,
    /// Customers who are lost.
    Lost,
    /// What it costs to keep one.
    Keeping,
    /// How many times that it costs to win one.
    Dearer,
    /// Customers among whom some are unhappy.
    Served,
    /// The share who are.
    Unhappy,
    /// People each of them tells.
    Told,
    /// The chance that one who hears of it tells others.
    Passed,
    /// Share of those who would have bought.
    WouldBuy,
    /// Margin of such a purchase.
    Forgone,
    /// Sales that are wanted.
    Sales,
    /// What a call costs.
    Call,
    /// The chance that a call to a customer sells.
    ToCustomer,
    /// The chance that a call to a stranger sells.
    ToStranger,
    /// New customers a year.
    Newcomers,
    /// Share of them who were recommended.
    Referred,
    /// What it costs to win one of the others.
    Winning,
    /// Customers now.
    Stock,
    /// Share of them who stay a year.
    Kept,
    /// New customers each of them brings a year.
    Brought,
    /// New customers who come anyhow.
    Inflow,
    /// Years looked ahead.
    Years,
    /// Touches.
    Touches,
    /// The rate of a link, 0..4.
    Link(usize),
    /// Pieces sent to make good a failure.
    Pieces,
    /// What a piece costs.
    Piece,
    /// What it costs to bring them.
    Courier,
    /// How much more likely the customer stays.
    Rise,
    /// What the customer is worth, where that is typed.
    Worth,
    /// Price of the article that comes back.
    Article,
    /// The share of it for which it is sold.
    SoldAt,
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let claims = &$($mutable)? case.claims;
            Some(match self {
                Self::Points => &$($mutable)? claims.points,
                Self::Change => &$($mutable)? claims.change,
                Self::Moved => &$($mutable)? claims.moved,
                Self::Again => &$($mutable)? claims.again,
                Self::Times => &$($mutable)? claims.times,
                Self::Lost => &$($mutable)? claims.lost,
                Self::Keeping => &$($mutable)? claims.keeping,
                Self::Dearer => &$($mutable)? claims.dearer,
                Self::Served => &$($mutable)? claims.served,
                Self::Unhappy => &$($mutable)? claims.unhappy,
                Self::Told => &$($mutable)? claims.told,
                Self::Passed => &$($mutable)? claims.passed,
                Self::WouldBuy => &$($mutable)? claims.would_buy,
                Self::Forgone => &$($mutable)? claims.forgone,
                Self::Sales => &$($mutable)? claims.sales,
                Self::Call => &$($mutable)? claims.call,
                Self::ToCustomer => &$($mutable)? claims.to_customer,
                Self::ToStranger => &$($mutable)? claims.to_stranger,
                Self::Newcomers => &$($mutable)? claims.newcomers,
                Self::Referred => &$($mutable)? claims.referred,
                Self::Winning => &$($mutable)? claims.winning,
                Self::Stock => &$($mutable)? claims.stock,
                Self::Kept => &$($mutable)? claims.kept,
                Self::Brought => &$($mutable)? claims.brought,
                Self::Inflow => &$($mutable)? claims.inflow,
                Self::Years => &$($mutable)? claims.years,
                Self::Touches => &$($mutable)? claims.touches,
                Self::Link(k) => claims.links.$at(k)?,
                Self::Pieces => &$($mutable)? claims.pieces,
                Self::Piece => &$($mutable)? claims.piece,
                Self::Courier => &$($mutable)? claims.courier,
                Self::Rise => &$($mutable)? claims.rise,
                Self::Worth => &$($mutable)? claims.worth,
                Self::Article => &$($mutable)? claims.article,
                Self::SoldAt => &$($mutable)? claims.sold_at,
            })
        }
    };
}

impl Number {
    /// Every number that is not the rate of a link.
    const PLAIN: [Self; 34] = [
        Self::Points,
        Self::Change,
        Self::Moved,
        Self::Again,
        Self::Times,
        Self::Lost,
        Self::Keeping,
        Self::Dearer,
        Self::Served,
        Self::Unhappy,
        Self::Told,
        Self::Passed,
        Self::WouldBuy,
        Self::Forgone,
        Self::Sales,
        Self::Call,
        Self::ToCustomer,
        Self::ToStranger,
        Self::Newcomers,
        Self::Referred,
        Self::Winning,
        Self::Stock,
        Self::Kept,
        Self::Brought,
        Self::Inflow,
        Self::Years,
        Self::Touches,
        Self::Pieces,
        Self::Piece,
        Self::Courier,
        Self::Rise,
        Self::Worth,
        Self::Article,
        Self::SoldAt,
    ];
}

impl Numbers for Number {
    places!(place, get);
    places!(place_mut, get_mut, mut);

    fn field(self, _: &Case) -> Field {
        let label = words::label(self.place_among_labels());
        let count = || Field { high: 1e6, ..amount(label, Unit::Count) };
        let few = || Field { high: 1e3, ..amount(label, Unit::Count) };
        match self {
            Self::Points => bounded(label, Unit::Share, (-0.5, 0.5), (-0.2, 0.2), 0.01),
            Self::Change => bounded(label, Unit::Share, (-0.99, 10.0), (-0.5, 1.5), 0.05),
            Self::Times | Self::Dearer => bounded(label, Unit::Times, (0.0, 1e3), (0.0, 20.0), 0.5),
            Self::Again
            | Self::Unhappy
            | Self::Passed
            | Self::WouldBuy
            | Self::ToCustomer
            | Self::ToStranger
            | Self::Referred
            | Self::Kept
            | Self::Link(0 | 1 | 3)
            | Self::Rise
            | Self::SoldAt => share(label),
            Self::Keeping
            | Self::Forgone
            | Self::Call
            | Self::Winning
            | Self::Piece
            | Self::Courier
            | Self::Worth
            | Self::Article => amount(label, Unit::Money),
            Self::Told | Self::Link(_) => few(),
            Self::Brought => bounded(label, Unit::Count, (0.0, 100.0), (0.0, 2.0), 0.05),
            Self::Years => bounded(label, Unit::Years, (1.0, 50.0), (1.0, 20.0), 1.0),
            _ => count(),
        }
    }

    fn rows(self, _: &Case, _: Language) -> Vec<&str> {
        Vec::new()
    }

    fn all(_: &Case) -> Vec<Input> {
        Self::PLAIN.into_iter().chain((0..4).map(Self::Link)).map(Input::Claim).collect()
    }
}

impl Number {
    /// The place of its name among the labels: those of the links come last.
    fn place_among_labels(self) -> usize {
        match self {
            Self::Link(k) => Self::PLAIN.len() + k.min(3),
            plain => Self::PLAIN.iter().position(|other| *other == plain).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let case = Case::default();
        let names: Vec<&str> =
            Number::all(&case).into_iter().map(|input| input.field(&case).label.en).collect();
        assert_eq!(names.len(), words::LABELS.len());
        let mut apart = names.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), names.len(), "{names:?}");
    }
}
