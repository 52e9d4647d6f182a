//! What is answered.

use serde::{Deserialize, Serialize};

use super::question::{Kind, Listing, Reading};
use crate::model::customers::{Group, NotText, Problem, Reason, RowsError};
use crate::model::purchase::gamma_gamma::Relation;
use crate::model::purchase::{FitError, Verdict};

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// How far a file has been read: the share of its bytes, and rows.
    Progress(f64, u64),
    /// A first look at a file.
    Preview(Preview),
    /// It is open.
    Opened(Opened),
    /// A model has been fitted.
    Fitted(Fitted),
    /// The model of spending has been fitted.
    Spending(Spending),
    /// What the model says.
    Look(Look),
    /// What the customers are worth.
    Findings(Findings),
    /// Some of the customers.
    List(List),
    /// One customer's story.
    Story(Story),
    /// How good the model would have been.
    HoldOut(HoldOut),
    /// How a cohort goes on; none where its counts allow no curve.
    Renewals(Option<Renewals>),
    /// It cannot be done, and nothing has changed.
    Refused(Refusal),
}

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Refusal {
    /// There is nothing in the file.
    Empty,
    /// It is not a text.
    NotText(NotText),
    /// It is no table.
    NoTable(RowsError),
    /// One column alone: who bought and when must be two.
    OneColumn,
    /// No column looks like dates.
    NoDate,
    /// No column is left that says who bought.
    NoCustomer,
    /// Two of the columns are the same one.
    SharedColumn,
    /// No row could be taken, mostly for this reason, as in the row shown.
    NoRow(u64, Option<(Reason, Problem)>),
    /// All that was bought was returned.
    AllReturned,
    /// The browser could not read it.
    Unreadable,
    /// Purchases after the middle of the record, or before it, are missing.
    NoHoldOut,
    /// A fit has too little to go by.
    TooFew(FitError),
}

/// A first look at a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// How it would be read.
    pub reading: Reading,
    /// The names of the columns, if it has any.
    pub heading: Option<Vec<String>>,
    /// The first rows of data.
    pub sample: Vec<Vec<String>>,
    /// How many cells a row mostly has.
    pub width: usize,
}

/// The base that is open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Customers.
    pub customers: u64,
    /// Those of them who came back.
    pub repeaters: u64,
    /// Rows that were taken.
    pub taken: u64,
    /// Rows that were left out.
    pub left_out: u64,
    /// Why, and how many for each reason.
    pub reasons: Vec<(Reason, u64)>,
    /// The first of them.
    pub problems: Vec<Problem>,
    /// Whether day and month could be either way round and nothing showed which.
    pub open_order: bool,
    /// The first and the last day as year, month, day.
    pub days: [(i64, i64, i64); 2],
    /// Weeks between the two.
    pub weeks: f64,
    /// Whether the purchases have amounts.
    pub priced: bool,
    /// Everything that was spent.
    pub spend: f64,
}

/// A model that has been fitted, or why it could not be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// Which model.
    pub kind: Kind,
    /// What was found.
    pub found: Result<Parameters, FitError>,
}

/// The model of spending, fitted, or why it could not be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spending {
    /// What was found.
    pub found: Result<Parameters, FitError>,
    /// How buying often goes with spending much, and what that means.
    pub relation: Option<(f64, Relation)>,
}

/// Parameters that make the data most likely.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// In the order of the model's own.
    pub values: Vec<f64>,
    /// Their standard errors, where the data bound them.
    pub errors: Option<Vec<f64>>,
    /// Natural logarithm of the likelihood.
    pub log_likelihood: f64,
    /// How far to trust them.
    pub verdict: Verdict,
}

/// What the model says, beside what was seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// How many customers came back so often: 0, 1, …, and in the last all that came more often.
    pub counts: Vec<Counted>,
    /// The customer that is asked about; none where the model or the customer cannot be.
    pub asked: Option<Forecast>,
    /// Their chance of still being a customer from the last purchase on, by weeks.
    pub line: Line,
    /// The chance of still being a customer over recency and frequency.
    pub map: Map,
}

/// Points of a line.
pub type Line = Vec<(f64, f64)>;

/// Customers who came back so often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// How many did.
    pub seen: f64,
    /// How many would by the model.
    pub expected: f64,
}

/// What is to be expected of one customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// Chance of still being a customer.
    pub alive: f64,
    /// Purchases ahead.
    pub purchases: f64,
    /// From how many to how many they are with a chance of four in five.
    pub between: Option<(u64, u64)>,
    /// Worth of each, where the model of spending has a mean.
    pub spend: Option<f64>,
    /// Worth of the customer from now on.
    pub value: Option<f64>,
}

/// The chance of still being a customer, row by row of rising frequency, each from a recency of
/// nothing to the whole age.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// The age of all of them, in weeks.
    pub age: f64,
    /// How many repeat purchases a step up is.
    pub step: f64,
    /// The chances.
    pub rows: Vec<Vec<f64>>,
}

/// What the customers are worth together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// How many customers were looked at.
    pub customers: u64,
    /// Natural logarithm of the likelihood with these parameters.
    pub log_likelihood: f64,
    /// How many are expected to be customers still.
    pub alive: f64,
    /// Purchases to expect of all of them.
    pub purchases: f64,
    /// Worth of all from now on; none without amounts or without a mean spend.
    pub value: Option<f64>,
    /// How the value is spread, or the spend where there is no value.
    pub spread: Option<Tenths>,
    /// For each group of customers how many, what they spent, how many are still customers, and what they
    /// are worth.
    pub groups: Vec<(Group, u64, f64, f64, Option<f64>)>,
    /// The most valuable, the best first; by purchases to expect where there is no value.
    pub best: Vec<Standout>,
    /// Those who are worth a call: the chance that they are still there has fallen, and what may be
    /// lost with them is most.
    pub call: Vec<Standout>,
}

/// A customer by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Standout {
    /// Who.
    pub name: String,
    /// Chance of still being a customer.
    pub alive: f64,
    /// Weeks since the last purchase.
    pub silence: f64,
    /// Worth from now on, where it is known.
    pub worth: Option<f64>,
}

/// How unequally something is spread over the customers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tenths {
    /// Share of each tenth of the customers, the best first.
    pub tenths: Vec<f64>,
    /// The Lorenz curve, from the least customers up.
    pub lorenz: Line,
    /// The Gini coefficient.
    pub gini: f64,
    /// Share of the best fifth.
    pub fifth: f64,
}

/// Some of the customers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// What was asked for.
    pub listing: Listing,
    /// How many fit.
    pub fit: usize,
    /// Those from the place asked for on: number, name, and purchases, silence, spend, chance of still
    /// being a customer, purchases ahead and worth.
    pub rows: Vec<(u32, String, Group, [Option<f64>; 6])>,
}

/// One customer's story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Who.
    pub name: String,
    /// When each purchase was, in weeks after the first, and what it was worth.
    pub purchases: Line,
    /// The chance of still being a customer, week by week and at each purchase.
    pub line: Line,
    /// Weeks from the first purchase to now.
    pub age: f64,
    /// The chance now.
    pub alive: f64,
}

/// How good the model would have been.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HoldOut {
    /// Weeks it was fitted on, and weeks that were held out.
    pub weeks: (f64, f64),
    /// Customers of the first part.
    pub customers: u64,
    /// By repeat purchases in the first part: 0, 1, …, and in the last all that came more often.
    pub by_repeats: Vec<HeldOut>,
    /// Purchases in the second part: as foretold, and as they came.
    pub foretold: f64,
    /// What came.
    pub came: f64,
    /// Correlation of both over the customers.
    pub correlation: Option<f64>,
}

/// Customers with so many repeat purchases in the first part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeldOut {
    /// How many.
    pub customers: f64,
    /// Purchases of each in the second part on average, foretold.
    pub foretold: f64,
    /// The same as they came.
    pub came: f64,
}

/// How a cohort under contract goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Renewals {
    /// *α* and *β*.
    pub parameters: (f64, f64),
    /// How far to trust them.
    pub verdict: Verdict,
    /// Share of those who joined that is still there after each renewal, from 0 on.
    pub survival: Vec<f64>,
    /// The same as if everyone stayed at the mean rate seen.
    pub steady: Vec<f64>,
    /// Retention rate of each renewal, from the first on.
    pub rates: Vec<f64>,
    /// Discounted periods that a new customer stays.
    pub lifetime: Option<f64>,
}
