//! What each customer bought and when: every answer about the customer base is worked out from it.
//!
//! The whole history stays at hand, by customer and day, so that the period, the end of the
//! observation, the split and the way of treating returns can be changed without reading the file
//! again.

use super::ids::Ids;
use super::journal::{Entry, Journal};
use super::moment::Moment;
use super::summary::Returns;

/// All purchases by customer, in the order in which the customers first appeared.
#[derive(Clone, Debug)]
pub struct Ledger {
    priced: bool,
    ids: Ids,
    rows: u64,
    entries: Vec<Entry>,
    starts: Vec<usize>,
    span: Option<(Moment, Moment)>,
}

impl Ledger {
    /// Sorts what was taken in.
    pub(super) fn new(ids: Ids, journal: Journal, rows: u64, priced: bool) -> Self {
        let (entries, starts) = journal.post(ids.len());
        let moments = || entries.iter().map(|entry| entry.at);
        let span = moments().min().zip(moments().max());
        Self { priced, ids, rows, entries, starts, span }
    }

    /// How many customers there are.
    pub const fn customers(&self) -> usize {
        self.ids.len()
    }

    /// The name of a customer, counted from 0; empty where there is no such customer.
    pub fn name(&self, customer: u32) -> &str {
        self.ids.name(customer)
    }

    /// How many rows were taken.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Whether the purchases have amounts.
    pub const fn priced(&self) -> bool {
        self.priced
    }

    /// The first and the last purchase; none where there is none.
    pub const fn span(&self) -> Option<(Moment, Moment)> {
        self.span
    }

    /// When one customer bought, day by day, and for how much; `returns` are treated as in a summary.
    pub fn visits(&self, customer: u32, returns: Returns) -> Vec<(Moment, f64)> {
        let place = customer as usize;
        let range = self.starts.get(place).zip(self.starts.get(place + 1));
        let entries = range.map_or(&[][..], |(start, end)| &self.entries[*start..*end]);
        let mut visits: Vec<(Moment, f64)> = Vec::new();
        let dropped = |entry: &&Entry| returns == Returns::Dropped && entry.amount <= 0.0;
        for entry in entries.iter().filter(|entry| !(self.priced && dropped(entry))) {
            match visits.last_mut() {
                Some((day, amount)) if day.day() == entry.at.day() => *amount += entry.amount,
                _ => visits.push((entry.at.floor(), entry.amount)),
            }
        }
        visits.retain(|(_, amount)| !self.priced || returns != Returns::Netted || *amount > 0.0);
        visits
    }

    /// Each customer's entries by moment.
    pub(super) fn accounts(&self) -> impl Iterator<Item = (u32, &[Entry])> {
        (0..).zip(self.starts.windows(2).map(|range| &self.entries[range[0]..range[1]]))
    }
}
