//! What the page can ask.

use serde::{Deserialize, Serialize};

use crate::model::customers::{Columns, DateOrder, Decimal, Encoding, Group, Returns, Separator};

/// A question about the base that is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The made-up customers of this seed are to be opened.
    Sample(u64),
    /// Which parameters does a model have with them?
    Fit(Kind),
    /// And the model of spending?
    FitSpending,
    /// What does the model say, beside what was seen? Quick: it is asked while a slider moves.
    Look(Settings),
    /// What is every customer worth?
    Judge(Settings),
    /// Some of the customers, in some order.
    List(Listing),
    /// One customer's story with these parameters.
    Story(Buying, u32),
    /// Had the model been fitted after this share of the time: how good would it have been?
    HoldOut(Kind, f64),
    /// How will a cohort under contract go on?
    Retain(Retention),
}

/// A model of purchases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Some leave after a repeat purchase.
    #[default]
    BgNbd,
    /// Some leave after any purchase, the first too.
    MbgNbd,
    /// Some leave at any time.
    ParetoNbd,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::BgNbd, Self::MbgNbd, Self::ParetoNbd];
}

/// A model of purchases with its parameters: *r*, *α*, *a*, *b*, or *r*, *α*, *s*, *β*; times in
/// weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Buying {
    /// Which model.
    pub kind: Kind,
    /// Its parameters.
    pub parameters: [f64; 4],
}

/// All that figures and values depend on beside the customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// How they buy.
    pub buying: Buying,
    /// How they spend: *p*, *q*, *v*.
    pub spending: [f64; 3],
    /// How many weeks ahead purchases are foretold.
    pub ahead: f64,
    /// How many months ahead value counts.
    pub months: u32,
    /// Discount rate a month.
    pub discount: f64,
    /// Profit as a share of what is spent.
    pub margin: f64,
    /// One customer by hand.
    pub asked: Asked,
}

/// What is known of one customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Repeat purchases, *x*.
    pub repeats: f64,
    /// Weeks from the first to the last purchase, *tₓ*.
    pub recency: f64,
    /// Weeks from the first purchase to now, *T*.
    pub age: f64,
    /// What each repeat purchase was worth on average, *m*.
    pub spend: f64,
}

/// How a file is to be read, as the user sees and corrects it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub separator: Separator,
    /// The first row of data, counted from 1.
    pub first_row: u64,
    /// Which columns hold what.
    pub columns: Columns,
    /// How amounts write their decimals.
    pub decimal: Decimal,
    /// Whether day or month comes first; none: the column is to show it.
    pub order: Option<DateOrder>,
    /// What becomes of amounts that are not above zero.
    pub returns: Returns,
}

/// A column of the list of customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Column {
    /// The customer's name in the file.
    Name,
    /// Purchases.
    Purchases,
    /// Weeks since the last one.
    Silence,
    /// Everything spent.
    Spend,
    /// Chance of still being a customer.
    Alive,
    /// Purchases to expect.
    Expected,
    /// Worth from now on.
    #[default]
    Value,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Purchases,
        Self::Silence,
        Self::Spend,
        Self::Alive,
        Self::Expected,
        Self::Value,
    ];

    /// Whether the least is asked for first: names from the beginning, and those who are about to
    /// leave.
    pub const fn rises(self) -> bool {
        matches!(self, Self::Name | Self::Alive)
    }
}

/// Which customers are listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// By which column they are sorted.
    pub by: Column,
    /// Whether the least comes first.
    pub rising: bool,
    /// Only this group.
    pub group: Option<Group>,
    /// Only names that hold this.
    pub name: String,
    /// From which place on.
    pub from: usize,
    /// How many.
    pub count: usize,
}

/// The words of an export: a heading for each column, for the groups and for each group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Headings {
    /// Over the columns.
    pub columns: Vec<String>,
    /// Over the groups.
    pub group: String,
    /// The names of the groups.
    pub groups: Vec<String>,
}

/// A cohort under contract.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Retention {
    /// Those who joined, those left after the first renewal, ….
    pub counts: Vec<f64>,
    /// How many renewals it is projected to.
    pub renewals: u32,
    /// Discount rate for each renewal.
    pub discount: f64,
}
