//! Purchases in the order in which they come, ready to be posted to the customers.
//!
//! An entry is what one customer bought at one moment; what comes again for the same customer and
//! moment is added to it. So that memory grows with the customers and their days and not with the
//! rows, entries are gathered whenever they have doubled.

use super::moment::Moment;

/// Entries are not gathered before there are so many.
const FEW: usize = 1 << 20;

/// A customer's latest entry: its place, and its day, which mostly tells that nothing can join it
/// without a look at the entry itself.
#[derive(Clone, Copy, Debug)]
struct Latest {
    place: u32,
    day: i32,
}

impl Latest {
    const NONE: Self = Self { place: u32::MAX, day: i32::MIN };

    fn new(place: usize, at: Moment) -> Self {
        u32::try_from(place).map_or(Self::NONE, |place| Self { place, day: short(at) })
    }
}

/// The day of a moment; all dates there are lie well within.
fn short(at: Moment) -> i32 {
    i32::try_from(at.day()).unwrap_or(i32::MIN)
}

/// What a customer bought at one moment. Amounts above zero and all others are kept apart, so that
/// returns can be treated later in one way or another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub at: Moment,
    pub amount: f64,
    pub customer: u32,
    /// How many rows of the file it stands for.
    pub rows: u32,
}

impl Entry {
    fn joins(&self, other: &Self) -> bool {
        let same = self.customer == other.customer && self.at == other.at;
        same && (self.amount > 0.0) == (other.amount > 0.0)
    }

    fn join(&mut self, other: &Self) {
        self.amount += other.amount;
        self.rows = self.rows.saturating_add(other.rows);
    }
}

/// Entries as they come.
#[derive(Clone, Debug)]
pub(super) struct Journal {
    entries: Vec<Entry>,
    /// The latest entry of each customer.
    latest: Vec<Latest>,
    /// At how many entries they are gathered next.
    limit: usize,
}

impl Default for Journal {
    fn default() -> Self {
        Self { entries: Vec::new(), latest: Vec::new(), limit: FEW }
    }
}

impl Journal {
    pub fn add(&mut self, entry: Entry) {
        let customer = entry.customer as usize;
        if customer >= self.latest.len() {
            self.latest.resize(customer + 1, Latest::NONE);
        }
        if self.latest[customer].day == short(entry.at)
            && let Some(last) = self.entries.get_mut(self.latest[customer].place as usize)
            && last.joins(&entry)
        {
            last.join(&entry);
            return;
        }
        if self.entries.len() >= self.limit {
            self.gather();
        }
        self.latest[customer] = Latest::new(self.entries.len(), entry.at);
        self.entries.push(entry);
    }

    /// Adds all entries of another journal, their moments changed by `moment`.
    pub fn append(&mut self, other: Self, moment: impl Fn(Moment) -> Moment) {
        for entry in other.entries {
            self.add(Entry { at: moment(entry.at), ..entry });
        }
    }

    /// Joins what belongs together.
    fn gather(&mut self) {
        self.entries = posted(std::mem::take(&mut self.entries), self.latest.len()).0;
        self.limit = (2 * self.entries.len()).max(FEW);
        for (k, entry) in self.entries.iter().enumerate() {
            self.latest[entry.customer as usize] = Latest::new(k, entry.at);
        }
    }

    /// The entries by customer and moment, and where each of the `customers` begins.
    pub fn post(self, customers: usize) -> (Vec<Entry>, Vec<usize>) {
        posted(self.entries, customers)
    }
}

/// Sorts entries by customer (by counting) and moment, and joins those of one moment; also where
/// each customer's entries begin, and at last where they end.
fn posted(entries: Vec<Entry>, customers: usize) -> (Vec<Entry>, Vec<usize>) {
    let mut starts = vec![0; customers + 1];
    for entry in &entries {
        starts[entry.customer as usize + 1] += 1;
    }
    for k in 0..customers {
        starts[k + 1] += starts[k];
    }
    let mut places = starts.clone();
    let mut sorted = vec![Entry::default(); entries.len()];
    for entry in entries {
        let place = &mut places[entry.customer as usize];
        sorted[*place] = entry;
        *place += 1;
    }
    let mut end = 0;
    for k in 0..customers {
        let range = starts[k]..starts[k + 1];
        starts[k] = end;
        sort(&mut sorted[range.clone()]);
        for place in range {
            let entry = sorted[place];
            if end > starts[k] && sorted[end - 1].joins(&entry) {
                sorted[end - 1].join(&entry);
            } else {
                sorted[end] = entry;
                end += 1;
            }
        }
    }
    starts[customers] = end;
    sorted.truncate(end);
    (sorted, starts)
}

/// By moment, and at each moment what is not above zero first. Mostly they are in order already.
fn sort(entries: &mut [Entry]) {
    let key = |entry: &Entry| (entry.at, entry.amount > 0.0);
    if !entries.is_sorted_by_key(key) {
        entries.sort_by_key(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::calendar::Date;

    fn entry(customer: u32, day: i64, amount: f64) -> Entry {
        let at = Moment::midnight(Date::from_days(day));
        Entry { at, amount, customer, rows: 1 }
    }

    #[test]
    fn entries_are_joined_by_customer_moment_and_sign() {
        let mut journal = Journal::default();
        let rows = [(1, 5, 10.0), (0, 9, 1.0), (1, 5, 2.0), (1, 3, 4.0), (1, 5, -7.0), (1, 3, 8.0)];
        for (customer, day, amount) in rows {
            journal.add(entry(customer, day, amount));
        }
        let (entries, starts) = journal.post(3);
        let of = |k: usize| entries[starts[k]..starts[k + 1]].to_vec();
        let joined = |e: Entry| Entry { rows: 2, ..e };
        assert_eq!(of(0), [entry(0, 9, 1.0)]);
        let expected = [joined(entry(1, 3, 12.0)), entry(1, 5, -7.0), joined(entry(1, 5, 12.0))];
        assert_eq!(of(1), expected);
        assert_eq!(of(2), []);
    }

    #[test]
    fn memory_grows_with_customers_and_days_and_not_with_rows() {
        let mut journal = Journal { limit: 100, ..Journal::default() };
        for row in 0..200_000_u32 {
            // Two customers by turns on thirty days by turns: no row joins the one before.
            journal.add(entry(row % 2, i64::from(row % 30), 1.0));
            journal.limit = if journal.limit == FEW { 100 } else { journal.limit };
            assert!(journal.entries.len() <= 100);
        }
        let (entries, _) = journal.post(2);
        assert_eq!(entries.len(), 30);
        assert_eq!(entries.iter().map(|e| e.rows).sum::<u32>(), 200_000);
    }
}
