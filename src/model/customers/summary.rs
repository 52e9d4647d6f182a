//! The customer base in four numbers a customer: frequency, recency, age and mean spend.
//!
//! *Question.* How often has each customer come back, how long ago was the last time, since when do
//! we know them, and what do they spend when they come back? This is all that the purchase models
//! see of a customer.
//!
//! *Definition.* Purchases of one customer in one period (day, week …) are one purchase, and their
//! amounts are added. With *n* such purchases, the first in the period *f* and the last in *l*, and the
//! observation ending in the period *e*:
//!
//! * frequency *x* = n − 1, the repeat purchases;
//! * recency *tₓ* = l − f, the customer's age at the last purchase (not the time since then);
//! * age *T* = e − f;
//! * mean spend = mean of the repeat purchases' amounts: the first one, often on a special offer, is
//!   left out, as the Gamma-Gamma model does.
//!
//! Purchases after the end are left out, and so are customers who came only then. Without a given
//! end the last purchase is the end. A time is a number of days over the mean length of a period, so
//! that months come out fractional.
//!
//! *Source.* Fader, Hardie & Lee, "'Counting Your Customers' the Easy Way" (2005), and the Python
//! library lifetimes 0.11.3 (`summary_data_from_transaction_data`, `calibration_and_holdout_data`),
//! whose numbers these are.
//!
//! *Example.* Bought on 1, 3 and 3 March for 10, 5 and 7; the end is 11 March:
//!
//! ```
//! use customer_value::math::calendar::Date;
//! use customer_value::model::customers::{Grain, Moment, Purchases, Terms};
//!
//! let on = |day| Date::new(2024, 3, day).map(Moment::midnight).unwrap_or_default();
//! let mut purchases = Purchases::new(Grain::Day, true);
//! for (day, amount) in [(1, 10.0), (3, 5.0), (3, 7.0)] {
//!     let _ = purchases.add(b"Li", on(day), amount);
//! }
//! let summary = purchases.post().summary(&Terms { end: Some(on(11)), ..Terms::default() })?;
//! let li = summary.customers()[0];
//! assert_eq!((li.frequency, li.recency, li.age), (1, 2.0, 10.0));
//! assert_eq!(li.mean_spend, Some(12.0));
//! # Ok::<(), customer_value::model::customers::SummaryError>(())
//! ```
//!
//! *Not for* customers under contract: they do not have to buy to stay.

use serde::{Deserialize, Serialize};

use super::journal::Entry;
use super::ledger::Ledger;
use super::moment::{Moment, Period};
use crate::model::purchase::gamma_gamma::{Spend, SpendError};
use crate::model::purchase::{History, HistoryError};

/// What becomes of rows whose amount is not above zero: returns, refunds, gifts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Returns {
    /// They are purchases like any other, and their amounts are added: a customer who only
    /// returned something came back. So does lifetimes; mean spend can be negative.
    #[default]
    Purchases,
    /// They lessen what was bought in the same period; a period that comes to nothing is none. A
    /// return in a later period is left out.
    Netted,
    /// They are left out.
    Dropped,
}

/// How a base is summed up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// How finely purchases are told apart.
    pub period: Period,
    /// How many periods make one unit of time, above 0: 7 for daily data told in weeks.
    pub unit: f64,
    /// The end of the observation; it counts to the end of its period. None: the last purchase.
    pub end: Option<Moment>,
    /// Whether frequency and mean spend count the first purchase too.
    pub with_first: bool,
    /// What becomes of returns.
    pub returns: Returns,
}

impl Default for Terms {
    /// By the day, to the last purchase, as lifetimes does.
    fn default() -> Self {
        let (period, returns) = (Period::Day, Returns::Purchases);
        Self { period, unit: 1.0, end: None, with_first: false, returns }
    }
}

/// Why there is no summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryError {
    /// The unit is not above 0, or too small or too large to count in (1e-6 to 1e6).
    Unit,
    /// Nobody bought anything up to the end.
    NoCustomers,
    /// Nobody bought anything between the split and the end.
    EmptyHoldout,
}

/// One customer up to the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Customer {
    /// The customer's number in the ledger.
    pub id: u32,
    /// Purchases, the first one too.
    pub purchases: u32,
    /// Repeat purchases, *x*; all purchases where the terms count the first.
    pub frequency: u32,
    /// Time from the first to the last purchase, *tₓ*.
    pub recency: f64,
    /// Time from the first purchase to the end, *T*.
    pub age: f64,
    /// Mean amount of the purchases that frequency counts; none where it counts none, or where
    /// there are no amounts.
    pub mean_spend: Option<f64>,
    /// All amounts together; 0 where there are none.
    pub spend: f64,
}

impl Customer {
    /// Time since the last purchase.
    pub fn silence(&self) -> f64 {
        self.age - self.recency
    }

    /// What the purchase models see of this customer.
    ///
    /// # Errors
    /// [`HistoryError`] where the numbers are beyond what those models take.
    pub fn history(&self) -> Result<History, HistoryError> {
        History::new(self.purchases.saturating_sub(1), self.recency, self.age)
    }

    /// What the model of spending sees of this customer.
    ///
    /// # Errors
    /// [`SpendError`] where mean spend is not above 0 although there were purchases, as returns can
    /// make it, or where there are no amounts.
    pub fn spending(&self) -> Result<Spend, SpendError> {
        Spend::new(self.frequency, self.mean_spend.unwrap_or(0.0))
    }
}

/// All customers up to the end, in the order in which they first appear in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    customers: Vec<Customer>,
    end: Moment,
    left_out: usize,
}

impl Summary {
    /// The customers.
    pub fn customers(&self) -> &[Customer] {
        &self.customers
    }

    /// The end of the observation.
    pub const fn end(&self) -> Moment {
        self.end
    }

    /// How many customers of the ledger are left out: they came after the end, or returned all.
    pub const fn left_out(&self) -> usize {
        self.left_out
    }
}

/// A customer of the calibration, and what they did after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holdout {
    /// Up to the split.
    pub before: Customer,
    /// Periods with a purchase after the split.
    pub frequency: u32,
    /// Mean amount of the rows after the split (not of the periods: so does lifetimes); none
    /// without any.
    pub mean_spend: Option<f64>,
}

/// A base split in two: models are fitted on the first part and tried on the second.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    customers: Vec<Holdout>,
    duration: f64,
}

impl Split {
    /// Those who bought before the split.
    pub fn customers(&self) -> &[Holdout] {
        &self.customers
    }

    /// From the split to the end, in whole periods over the unit.
    pub const fn duration(&self) -> f64 {
        self.duration
    }
}

impl Ledger {
    /// Sums up every customer.
    ///
    /// # Errors
    /// [`SummaryError`] says why there is nothing to sum up.
    pub fn summary(&self, terms: &Terms) -> Result<Summary, SummaryError> {
        let (_, last) = self.span().ok_or(SummaryError::NoCustomers)?;
        let end = terms.end.unwrap_or(last);
        let customers = self.up_to(terms, end, None)?;
        let left_out = self.customers() - customers.len();
        Ok(Summary { customers, end, left_out })
    }

    /// Splits the base at `split`: what was bought then or before, to the second, is calibration;
    /// what came later, until the end, is holdout. By the day a split at a date is the end of that
    /// day; by the second it is its midnight, and purchases during that day are holdout.
    ///
    /// # Errors
    /// [`SummaryError`] says why there is nothing to split.
    pub fn split(&self, terms: &Terms, split: Moment) -> Result<Split, SummaryError> {
        let (_, last) = self.span().ok_or(SummaryError::NoCustomers)?;
        let end = terms.end.unwrap_or(last);
        let calibrated = self.up_to(terms, split, Some(split))?;
        let returns = self.returns(terms);
        let mut customers = Vec::with_capacity(calibrated.len());
        let mut anything = false;
        let mut waiting = calibrated.into_iter().peekable();
        for (id, entries) in self.accounts() {
            let from = entries.partition_point(|entry| entry.at <= split);
            let to = entries.partition_point(|entry| entry.at <= end);
            let after = Tally::of(entries.get(from..to).unwrap_or_default(), terms.period, returns);
            anything |= after.is_some();
            if let Some(before) = waiting.next_if(|customer| customer.id == id) {
                let frequency = after.map_or(0, |after| after.purchases);
                let priced = after.filter(|_| self.priced());
                let mean_spend = priced.map(|after| after.spend / after.rows as f64);
                customers.push(Holdout { before, frequency, mean_spend });
            }
        }
        if !anything {
            return Err(SummaryError::EmptyHoldout);
        }
        let duration = terms.period.between(split, end) as f64 / terms.unit;
        Ok(Split { customers, duration })
    }

    /// Each customer up to the period of `end`, and to the moment `cut` if there is one.
    fn up_to(
        &self,
        terms: &Terms,
        end: Moment,
        cut: Option<Moment>,
    ) -> Result<Vec<Customer>, SummaryError> {
        if !(1e-6..=1e6).contains(&terms.unit) {
            return Err(SummaryError::Unit);
        }
        let unit = terms.period.days() * terms.unit;
        let (last, returns) = (terms.period.start(end), self.returns(terms));
        let within = |entry: &Entry| match cut {
            Some(cut) => entry.at <= cut,
            None => terms.period.start(entry.at) <= last,
        };
        let customer = |(id, entries): (u32, &[Entry])| {
            let until = match entries.last() {
                Some(latest) if !within(latest) => entries.partition_point(within),
                _ => entries.len(),
            };
            let tally = Tally::of(&entries[..until], terms.period, returns)?;
            let (counted, spend) = if terms.with_first {
                (tally.purchases, tally.spend)
            } else {
                (tally.purchases - 1, tally.repeat_spend)
            };
            Some(Customer {
                id,
                purchases: tally.purchases,
                frequency: counted,
                recency: (tally.last - tally.first) as f64 / unit,
                age: (last - tally.first) as f64 / unit,
                mean_spend: (self.priced() && counted > 0).then(|| spend / f64::from(counted)),
                spend: tally.spend,
            })
        };
        let customers: Vec<Customer> = self.accounts().filter_map(customer).collect();
        if customers.is_empty() { Err(SummaryError::NoCustomers) } else { Ok(customers) }
    }

    /// Without amounts there are no returns.
    fn returns(&self, terms: &Terms) -> Returns {
        if self.priced() { terms.returns } else { Returns::Purchases }
    }
}

/// A customer's purchases, period by period.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// First days of the first and the last period.
    first: i64,
    last: i64,
    purchases: u32,
    spend: f64,
    /// What was spent after the first period.
    repeat_spend: f64,
    rows: u64,
}

impl Tally {
    /// Goes through a customer's entries in order; none where there is no purchase.
    fn of(entries: &[Entry], period: Period, returns: Returns) -> Option<Self> {
        let mut tally = Self::default();
        let mut rest = entries.iter().peekable();
        while let Some(entry) = rest.next() {
            let start = period.start(entry.at);
            let mut visit = Visit::default();
            visit.add(entry, returns);
            while let Some(entry) = rest.next_if(|entry| period.start(entry.at) == start) {
                visit.add(entry, returns);
            }
            tally.add(start, visit, returns);
        }
        (tally.purchases > 0).then_some(tally)
    }

    fn add(&mut self, start: i64, visit: Visit, returns: Returns) {
        if visit.rows == 0 || returns == Returns::Netted && visit.spend <= 0.0 {
            return;
        }
        if self.purchases == 0 {
            self.first = start;
        } else {
            self.repeat_spend += visit.spend;
        }
        self.last = start;
        self.purchases = self.purchases.saturating_add(1);
        self.spend += visit.spend;
        self.rows += visit.rows;
    }
}

/// What was bought in one period.
#[derive(Clone, Copy, Debug, Default)]
struct Visit {
    spend: f64,
    rows: u64,
}

impl Visit {
    fn add(&mut self, entry: &Entry, returns: Returns) {
        if returns != Returns::Dropped || entry.amount > 0.0 {
            self.spend += entry.amount;
            self.rows += u64::from(entry.rows);
        }
    }
}
