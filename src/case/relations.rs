//! What a customer is worth beside the purchases we count: the rest of the wallet, what is put at
//! risk, who comes by word of mouth, and what other methods make of it.

use serde::{Deserialize, Serialize};

use super::Case;
use super::input::{Field, Input, Numbers, amount, balance, bounded, share};
use crate::model::contribution::TOP_INDEX;
use crate::words::{Language, Unit, label, relation as words};

/// What is known of a customer beside what they buy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Relations {
    /// What the customer spends a year on what we offer, with us and elsewhere.
    pub spend: f64,
    /// How much more of that share we want.
    pub points: f64,
    /// How many such customers there are.
    pub customers: f64,
    /// What it costs to win that share, for each customer, once.
    pub effort: f64,
    /// What we would gain now at the customer's expense.
    pub gain: f64,
    /// The risk of losing the customer by it.
    pub risk: f64,
    /// How much each contribution counts, in the order of [`Way::ALL`].
    pub weights: [f64; 4],
    /// What the customer scores on each, 0..100.
    pub scores: [f64; 4],
    /// People the customer recommends us to.
    pub referred: f64,
    /// The chance that one of them becomes a customer.
    pub referred_chance: f64,
    /// People who follow the customer's opinion.
    pub influenced: f64,
    /// The chance that one of them becomes a customer.
    pub influenced_chance: f64,
    /// What a customer won this way is worth.
    pub newcomer: f64,
    /// What the customer's ideas are worth.
    pub ideas: f64,
    /// The customer's career with us, as one method adds it up.
    pub career: CareerParts,
    /// Cost against benefit, as another does.
    pub account: AccountParts,
}

/// History, current and potential value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CareerParts {
    /// What the customer has brought so far.
    pub history: f64,
    /// What the customer brings now.
    pub current: f64,
    /// What the customer may bring yet.
    pub potential: f64,
    /// The chance of that.
    pub chance: f64,
}

/// Revenue, development cost, saving and concessions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountParts {
    /// Revenue.
    pub revenue: f64,
    /// What it costs to win and develop the customer.
    pub development: f64,
    /// What the customer saves us.
    pub saving: f64,
    /// What is given away in price.
    pub concessions: f64,
}

impl Default for Relations {
    /// The figures of the worked examples.
    fn default() -> Self {
        Self {
            spend: 10_000.0,
            points: 0.1,
            customers: 1.0,
            effort: 0.0,
            gain: 200.0,
            risk: 0.3,
            weights: [40.0, 25.0, 20.0, 15.0],
            scores: [80.0, 70.0, 60.0, 50.0],
            referred: 2.0,
            referred_chance: 0.6,
            influenced: 10.0,
            influenced_chance: 0.02,
            newcomer: 800.0,
            ideas: 300.0,
            career: CareerParts::default(),
            account: AccountParts::default(),
        }
    }
}

impl Default for CareerParts {
    fn default() -> Self {
        Self { history: 12_000.0, current: 3_000.0, potential: 20_000.0, chance: 0.4 }
    }
}

impl Default for AccountParts {
    fn default() -> Self {
        Self { revenue: 10_000.0, development: 1_200.0, saving: 600.0, concessions: 400.0 }
    }
}

/// One of the four ways in which a customer contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// What they buy.
    Purchases,
    /// How satisfied and loyal they are.
    Loyalty,
    /// Whom they recommend us to.
    Recommendation,
    /// How far we could work together.
    Cooperation,
}

impl Way {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] =
        [Self::Purchases, Self::Loyalty, Self::Recommendation, Self::Cooperation];

    /// Its place among the four.
    pub const fn index(self) -> usize {
        match self {
            Self::Purchases => 0,
            Self::Loyalty => 1,
            Self::Recommendation => 2,
            Self::Cooperation => 3,
        }
    }
}

/// A number of the relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// What the customer spends a year.
    Spend,
    /// What of it with us: what our offer sells them a year.
    WithUs,
    /// How much more share we want.
    Points,
    /// How many such customers there are.
    Customers,
    /// What it costs for each.
    Effort,
    /// What we would gain now.
    Gain,
    /// The risk of losing the customer.
    Risk,
    /// How much a contribution counts.
    Weight(Way),
    /// What the customer scores on it.
    Score(Way),
    /// People the customer recommends us to.
    Referred,
    /// Their chance.
    ReferredChance,
    /// People who follow the customer's opinion.
    Influenced,
    /// Their chance.
    InfluencedChance,
    /// What a customer won this way is worth.
    Newcomer,
    /// What the ideas are worth.
    Ideas,
    /// What the customer has brought so far.
    History,
    /// What the customer brings now.
    Current,
    /// What the customer may bring yet.
    Potential,
    /// The chance of that.
    Chance,
    /// Revenue.
    Revenue,
    /// What it costs to win and develop the customer.
    Development,
    /// What the customer saves us.
    Saving,
    /// What is given away in price.
    Concessions,
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let relations = &$($mutable)? case.relations;
            Some(match self {
                Self::Spend => &$($mutable)? relations.spend,
                Self::WithUs => return None,
                Self::Points => &$($mutable)? relations.points,
                Self::Customers => &$($mutable)? relations.customers,
                Self::Effort => &$($mutable)? relations.effort,
                Self::Gain => &$($mutable)? relations.gain,
                Self::Risk => &$($mutable)? relations.risk,
                Self::Weight(way) => &$($mutable)? relations.weights[way.index()],
                Self::Score(way) => &$($mutable)? relations.scores[way.index()],
                Self::Referred => &$($mutable)? relations.referred,
                Self::ReferredChance => &$($mutable)? relations.referred_chance,
                Self::Influenced => &$($mutable)? relations.influenced,
                Self::InfluencedChance => &$($mutable)? relations.influenced_chance,
                Self::Newcomer => &$($mutable)? relations.newcomer,
                Self::Ideas => &$($mutable)? relations.ideas,
                Self::History => &$($mutable)? relations.career.history,
                Self::Current => &$($mutable)? relations.career.current,
                Self::Potential => &$($mutable)? relations.career.potential,
                Self::Chance => &$($mutable)? relations.career.chance,
                Self::Revenue => &$($mutable)? relations.account.revenue,
                Self::Development => &$($mutable)? relations.account.development,
                Self::Saving => &$($mutable)? relations.account.saving,
                Self::Concessions => &$($mutable)? relations.account.concessions,
            })
        }
    };
}

impl Number {
    /// Every stored number that does not belong to one of the four ways.
    const PLAIN: [Self; 20] = [
        Self::Spend,
        Self::Points,
        Self::Customers,
        Self::Effort,
        Self::Gain,
        Self::Risk,
        Self::Referred,
        Self::ReferredChance,
        Self::Influenced,
        Self::InfluencedChance,
        Self::Newcomer,
        Self::Ideas,
        Self::History,
        Self::Current,
        Self::Potential,
        Self::Chance,
        Self::Revenue,
        Self::Development,
        Self::Saving,
        Self::Concessions,
    ];
}

impl Numbers for Number {
    places!(place);
    places!(place_mut, mut);

    fn get(self, case: &Case) -> Option<f64> {
        match self {
            // Price times purchases may be more than any amount that can be typed.
            Self::WithUs => Some(case.sold_a_year()).filter(|sold| *sold <= self.field(case).high),
            stored => stored.place(case).copied(),
        }
    }

    fn set(self, case: &mut Case, value: f64) {
        match self {
            Self::WithUs => case.set_sold_a_year(value),
            stored => {
                if let Some(place) = stored.place_mut(case) {
                    *place = value;
                }
            }
        }
    }

    fn field(self, _: &Case) -> Field {
        let money = |label| amount(label, Unit::Money);
        let count = |label| Field { high: 1e6, ..amount(label, Unit::Count) };
        match self {
            Self::Spend => money(words::SPEND),
            Self::WithUs => money(words::WITH_US),
            Self::Points => share(words::POINTS),
            Self::Customers => count(words::CUSTOMERS),
            Self::Effort => money(words::EFFORT),
            Self::Gain => money(words::GAIN),
            Self::Risk => share(words::RISK),
            Self::Weight(_) => Field { high: 1e6, ..amount(label::WEIGHT, Unit::Plain) },
            Self::Score(_) => {
                let range = (0.0, TOP_INDEX);
                bounded(label::SCORE, Unit::Points, range, range, 1.0)
            }
            Self::Referred => count(words::REFERRED),
            Self::ReferredChance => share(words::REFERRED_CHANCE),
            Self::Influenced => count(words::INFLUENCED),
            Self::InfluencedChance => share(words::INFLUENCED_CHANCE),
            Self::Newcomer => money(words::NEWCOMER),
            Self::Ideas => balance(words::IDEAS),
            Self::History => balance(words::CAREER[0]),
            Self::Current => balance(words::CAREER[1]),
            Self::Potential => balance(words::CAREER[2]),
            Self::Chance => share(words::CHANCE),
            Self::Revenue => money(words::ACCOUNT[0]),
            Self::Development => money(words::ACCOUNT[1]),
            Self::Saving => money(words::ACCOUNT[2]),
            Self::Concessions => money(words::ACCOUNT[3]),
        }
    }

    fn rows(self, _: &Case, language: Language) -> Vec<&str> {
        match self {
            Self::Weight(way) | Self::Score(way) => vec![words::WAYS[way.index()].to(language)],
            _ => Vec::new(),
        }
    }

    fn all(_: &Case) -> Vec<Input> {
        let ways = Way::ALL.into_iter().flat_map(|way| [Self::Weight(way), Self::Score(way)]);
        Self::PLAIN.into_iter().chain(ways).map(Input::Relation).collect()
    }
}
