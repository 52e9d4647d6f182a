//! The case: everything the user typed, and nothing else.
//!
//! One plain value is saved, shared and undone. All the rest is derived from it: [`view`] makes the
//! models, [`input`] names every number in it, [`mod@file`] is the one door through which it
//! enters and leaves.

pub mod base;
mod both_sides;
pub mod change;
pub mod claims;
pub mod composition;
pub mod contributions;
pub mod curve;
pub mod cycle;
pub mod expectations;
mod field;
pub mod figures;
pub mod file;
pub mod grip;
pub mod history;
pub mod input;
pub mod joint;
pub mod judging;
pub mod library;
pub mod market;
pub mod measures;
pub mod methods;
pub mod name;
pub mod owning;
pub mod plan;
pub mod preset;
mod prices;
pub mod relations;
mod restore;
mod row;
pub mod sensitivity;
pub mod traps;
pub mod view;
pub mod wallet;
pub mod working;
pub mod worth;

use serde::{Deserialize, Serialize};

pub use base::CustomerBase;
pub use claims::Claims;
pub use curve::Curve;
pub use cycle::Cycle;
pub use expectations::Expectations;
pub use input::Input;
pub use joint::Joint;
pub use judging::Judging;
pub use library::Sample;
pub use market::Market;
pub use measures::Measures;
pub use name::Name;
pub use owning::Owning;
pub use relations::Relations;
pub use worth::Worth;

use crate::words::Currency;

/// The least and the greatest number of offers.
pub const OFFERS: (usize, usize) = (1, 5);
/// The least and the greatest number of criteria.
pub const CRITERIA: (usize, usize) = (1, 12);
/// The least and the greatest number of rungs of the price ladder.
pub const RUNGS: (usize, usize) = (1, 8);
/// The least and the greatest number of yearly amounts.
pub const AMOUNTS: (usize, usize) = (1, 30);

/// Identifies a row for as long as it lives, wherever it is moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub u32);

/// Who the customer is, which offers compete, and what the customer is worth to the firm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The sample this case began as; what has changed is told by comparing with it.
    pub sample: Option<Sample>,
    /// What the case is called.
    pub title: Name,
    /// What it teaches, in a sentence.
    pub lesson: Name,
    /// The currency of every amount.
    pub currency: Currency,
    /// How benefits and costs are counted.
    pub counting: Counting,
    /// Worth of an offer with top scores throughout, in points.
    pub perfect_points: f64,
    /// The same in money.
    pub perfect_money: f64,
    /// What an hour of the customer's time is worth.
    pub hour_worth: f64,
    /// What the customer looks for.
    pub criteria: Vec<Criterion>,
    /// What the customer can choose from; the first is ours.
    pub offers: Vec<Offer>,
    /// Our price from the bare commodity upwards.
    pub ladder: Vec<Rung>,
    /// What the customer is worth to us.
    pub customer: Customer,
    /// What owning an offer costs beside its price.
    pub owning: Owning,
    /// What the price does to both sides.
    pub joint: Joint,
    /// What our offer is worth beside the next best alternative.
    pub worth: Worth,
    /// By which rules offers are judged beside the difference.
    pub judging: Judging,
    /// Who is there to choose.
    pub market: Market,
    /// What is known of the customers without a file.
    pub base: CustomerBase,
    /// What the customer expected, and how far our work reached them.
    pub expectations: Expectations,
    /// What the customer is worth beside what they buy.
    pub relations: Relations,
    /// What would raise the customer's value.
    pub measures: Measures,
    /// Where our curve parts from theirs.
    pub curve: Curve,
    /// When the customer begins to pay, and what would make them pay more.
    pub cycle: Cycle,
    /// The famous loyalty ratios with our own numbers.
    pub claims: Claims,
}

/// How benefits and costs are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// In points: every cost is felt and scored like a benefit.
    Points,
    /// In money: benefits by what a perfect offer is worth, time by what an hour is worth.
    #[default]
    Money,
}

/// Something the customer looks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Criterion {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Which kind of benefit it is.
    pub benefit: Benefit,
    /// How much it counts, on any scale.
    pub weight: f64,
    /// What we guess the customer's score of our offer is, 0..10.
    pub guess: f64,
    /// By how much its weight will have changed later.
    pub shift: f64,
    /// What the customer expected of our offer, 0..10.
    pub expected: f64,
    /// Whether our tagline stands on it.
    pub core: bool,
    /// Our former level, where our former curve is kept.
    pub before: Option<f64>,
}

impl Default for Criterion {
    /// Nothing is known of it, and the middle is expected.
    fn default() -> Self {
        Self {
            id: Id::default(),
            name: Name::default(),
            benefit: Benefit::default(),
            weight: 0.0,
            guess: 0.0,
            shift: 0.0,
            expected: change::MIDDLE,
            core: false,
            before: None,
        }
    }
}

/// Kotler's four kinds of benefit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Benefit {
    /// What the product does.
    #[default]
    Product,
    /// What is done around it.
    Service,
    /// The people the customer deals with.
    People,
    /// What the name stands for.
    Image,
}

impl Benefit {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Product, Self::Service, Self::People, Self::Image];
}

/// Kotler's four kinds of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cost {
    /// Money paid.
    Money,
    /// Time spent.
    Time,
    /// Physical effort.
    Energy,
    /// Worry and mental effort.
    Mind,
}

impl Cost {
    /// All four, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Money, Self::Time, Self::Energy, Self::Mind];
}

/// One of the offers the customer can choose from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offer {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Price the customer pays.
    pub price: f64,
    /// Time it takes the customer, in hours.
    pub hours: f64,
    /// Physical effort, in money.
    pub energy: f64,
    /// Worry and mental effort, in money.
    pub mind: f64,
    /// The same four costs as they are felt, in points, in the order of [`Cost::ALL`].
    pub felt: [f64; 4],
    /// What one unit costs the firm that sells it.
    pub unit_cost: f64,
    /// The customer's scores, 0..10, one for each criterion.
    pub scores: Vec<f64>,
    /// What owning it costs, one amount for each cost beside the price.
    pub owning: Vec<f64>,
}

/// A step of the price ladder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rung {
    /// Its identity within the case.
    pub id: Id,
    /// What the customer pays for.
    pub name: Name,
    /// How much of the price it is.
    pub amount: f64,
}

/// What the customer is worth to us, and the figures it is worked out from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Customer {
    /// The period every rate and margin below is counted in.
    pub period: Period,
    /// Where the margin comes from.
    pub earning: Earning,
    /// Margin a period, where it is typed.
    pub margin: f64,
    /// Revenue a period, where the margin is a share of it.
    pub revenue: f64,
    /// Margin as a share of revenue.
    pub margin_rate: f64,
    /// Purchases a period, where the margin comes from our offer.
    pub purchases: f64,
    /// Share of customers who stay from one period to the next.
    pub retention: f64,
    /// Discount rate a year.
    pub discount: f64,
    /// Growth of the margin a year.
    pub growth: f64,
    /// Cost of winning the customer.
    pub acquisition: f64,
    /// Whether we count for as long as the customer stays.
    pub forever: bool,
    /// How many periods we count otherwise.
    pub horizon: f64,
    /// Whether the first margin comes in at once.
    pub margin_now: bool,
    /// Yearly amounts, the first of them now.
    pub amounts: Vec<Amount>,
    /// Figures of the two formulas that textbooks print with a slip.
    pub textbook: Textbook,
}

/// The period in which a customer is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Years.
    #[default]
    Year,
    /// Months.
    Month,
}

/// Where the margin of a period comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Earning {
    /// It is typed.
    Margin,
    /// It is a share of revenue.
    Revenue,
    /// Price less unit cost of our offer, times the purchases of a period.
    #[default]
    Offer,
}

/// A yearly amount.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Amount {
    /// Its identity within the case.
    pub id: Id,
    /// What comes in, or goes out if negative.
    pub amount: f64,
}

/// Figures of the two formulas that textbooks print with a slip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Textbook {
    /// Everything the customer ever pays.
    pub total_revenue: f64,
    /// Years over which it is paid.
    pub life: f64,
    /// Value of an order.
    pub order: f64,
    /// Orders a year.
    pub orders: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// Cost a year.
    pub cost: f64,
    /// Years of the same.
    pub years: f64,
    /// Discount rate a year.
    pub rate: f64,
    /// What somebody found the customer to be worth.
    pub found: f64,
}

impl Default for Textbook {
    /// The figures of the worked examples.
    fn default() -> Self {
        Self {
            total_revenue: 120_000.0,
            life: 5.0,
            order: 200.0,
            orders: 6.0,
            revenue: 3_000.0,
            cost: 1_800.0,
            years: 5.0,
            rate: 0.1,
            found: 600.0,
        }
    }
}

impl Default for Customer {
    /// A customer who brings 100 a year and stays with four chances in five.
    fn default() -> Self {
        let amounts = [-500.0, 300.0, 500.0, 600.0, 400.0];
        let amount = |(k, amount): (u32, &f64)| Amount { id: Id(9_000 + k), amount: *amount };
        Self {
            period: Period::Year,
            earning: Earning::Margin,
            margin: 100.0,
            revenue: 100.0,
            margin_rate: 0.8,
            purchases: 12.0,
            retention: 0.8,
            discount: 0.1,
            growth: 0.0,
            acquisition: 0.0,
            forever: true,
            horizon: 10.0,
            margin_now: true,
            amounts: (0..).zip(&amounts).map(amount).collect(),
            textbook: Textbook::default(),
        }
    }
}

impl Case {
    /// Whether it began as the blank case, whose numbers are nobody's.
    pub fn is_blank(&self) -> bool {
        self.sample == Some(Sample::Blank)
    }

    /// The place of the offer with this identity.
    pub fn offer_index(&self, id: Id) -> Option<usize> {
        self.offers.iter().position(|offer| offer.id == id)
    }

    /// The offer with this identity.
    pub fn offer(&self, id: Id) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// The place of the criterion with this identity.
    pub fn criterion_index(&self, id: Id) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }

    /// The case without its numbers: what rows there are, what they are called, and how it is
    /// counted. While a number is being changed this stays the same.
    pub fn without_numbers(&self) -> Self {
        let mut bare = self.clone();
        for input in Input::all_stored(self) {
            input.set(&mut bare, 0.0);
        }
        bare
    }

    /// Our own offer: the first.
    pub fn ours(&self) -> Option<&Offer> {
        self.offers.first()
    }
}
