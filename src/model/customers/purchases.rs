//! Purchases on their way into the ledger.

use super::amount::MOST;
use super::ids::{self, Ids, Name};
use super::journal::{Entry, Journal};
use super::ledger::Ledger;
use super::moment::Moment;

/// How many purchases are looked up together.
const TOGETHER: usize = 128;

/// How exactly a purchase's time is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grain {
    /// By the day: all purchases of a customer on one day are one entry.
    #[default]
    Day,
    /// To the second, as far as the file has it. This matters only where a base is split at a time
    /// of day, and costs memory for every single purchase.
    Second,
}

/// Takes purchases in any order.
///
/// In a large file in the order of time each row belongs to another customer, whose place in memory
/// is far from the last one's. Purchases therefore wait until there are some, and are then taken
/// through each step together: so the processor fetches many places at a time.
#[derive(Clone, Debug, Default)]
pub struct Purchases {
    grain: Grain,
    priced: bool,
    rows: u64,
    /// The names of those who wait, one behind the other.
    names: Vec<u8>,
    waiting: Vec<Waiting>,
    /// Who of them is known, perhaps.
    known: Vec<Option<Name>>,
    ids: Ids,
    journal: Journal,
    /// Purchases whose dates have day and month the other way round, perhaps.
    open: Journal,
}

/// A purchase whose customer was not looked up yet.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    hash: u64,
    /// Where its name ends among those who wait.
    end: usize,
    at: Moment,
    amount: f64,
    open: bool,
}

impl Purchases {
    /// None yet. Where `priced` is false there are no amounts, and those given are not looked at.
    pub fn new(grain: Grain, priced: bool) -> Self {
        Self { grain, priced, ..Self::default() }
    }

    /// Takes one purchase of the customer with this name; `None`, and nothing is taken, where the
    /// name is not UTF-8 (or all names together are beyond 4 GB) or the amount is beyond [`MOST`]
    /// either way.
    pub fn add(&mut self, name: &[u8], at: Moment, amount: f64) -> Option<()> {
        self.wait(name, at, amount, false)
    }

    /// The same for a purchase whose day and month may be the other way round; see [`Self::settle`].
    pub(super) fn add_open(&mut self, name: &[u8], at: Moment, amount: f64) -> Option<()> {
        self.wait(name, at, amount, true)
    }

    fn wait(&mut self, name: &[u8], at: Moment, amount: f64, open: bool) -> Option<()> {
        let amount = if self.priced { amount } else { 0.0 };
        let fits = self.ids.has_room(self.names.len() + name.len());
        if !fits || !(-MOST..=MOST).contains(&amount) || std::str::from_utf8(name).is_err() {
            return None;
        }
        let at = if self.grain == Grain::Day { at.floor() } else { at };
        self.rows += 1;
        self.names.extend_from_slice(name);
        let end = self.names.len();
        self.waiting.push(Waiting { hash: ids::hash(name), end, at, amount, open });
        if self.waiting.len() == TOGETHER {
            self.enter();
        }
        Some(())
    }

    /// Enters those who wait.
    fn enter(&mut self) {
        let Self { names, waiting, known, ids, journal, open, .. } = self;
        known.extend(waiting.iter().map(|purchase| ids.candidate(purchase.hash)));
        let mut start = 0;
        for (purchase, known) in waiting.drain(..).zip(known.drain(..)) {
            let Waiting { hash, end, at, amount, .. } = purchase;
            let name = &names[start..end];
            start = end;
            let customer = known.and_then(|known| ids.confirm(known, name));
            if let Some(customer) = customer.or_else(|| ids.number(name, hash)) {
                let journal = if purchase.open { &mut *open } else { &mut *journal };
                journal.add(Entry { at, amount, customer, rows: 1 });
            }
        }
        names.clear();
    }

    /// Takes the open purchases for good, with their moments changed by `moment`.
    pub(super) fn settle(&mut self, moment: impl Fn(Moment) -> Moment) {
        self.enter();
        self.journal.append(std::mem::take(&mut self.open), moment);
    }

    /// Posts every purchase to its customer.
    pub fn post(mut self) -> Ledger {
        self.settle(|moment| moment);
        Ledger::new(self.ids, self.journal, self.rows, self.priced)
    }
}
