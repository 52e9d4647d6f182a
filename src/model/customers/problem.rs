//! Rows that could not be taken, and why.

use serde::{Deserialize, Serialize};

/// How many problems are listed; beyond that they are only counted.
pub const LISTED: usize = 500;

/// The most characters of a cell that a problem quotes.
const QUOTED: usize = 40;

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// It ends before the columns that are needed.
    TooFewCells,
    /// It names no customer.
    MissingCustomer,
    /// The customer's name is not readable text: the encoding is another one.
    GarbledCustomer,
    /// The customer's number was rounded by a spreadsheet, so that it stands for many.
    RoundedCustomer,
    /// It has no date.
    MissingDate,
    /// The date is none that is known.
    UnreadableDate,
    /// Day and month are the other way round than in the rest of the column.
    ContraryDate,
    /// It is later than the last day that was to be read.
    TooLate,
    /// It has no amount.
    MissingAmount,
    /// The amount is no number, or could be two.
    UnreadableAmount,
}

impl Reason {
    /// All of them, in the order in which a row is checked.
    pub const ALL: [Self; 10] = [
        Self::TooFewCells,
        Self::MissingCustomer,
        Self::GarbledCustomer,
        Self::RoundedCustomer,
        Self::MissingDate,
        Self::UnreadableDate,
        Self::ContraryDate,
        Self::TooLate,
        Self::MissingAmount,
        Self::UnreadableAmount,
    ];
}

/// One row that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Its number in the file, counted from 1 as a spreadsheet does.
    pub row: u64,
    /// Why.
    pub reason: Reason,
    /// The cell in question, shortened.
    pub cell: String,
}

/// What was left out: the first [`LISTED`] rows one by one, and all of them counted by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    counts: [u64; Reason::ALL.len()],
}

impl Problems {
    pub(super) fn add(&mut self, row: u64, reason: Reason, cell: &[u8]) {
        self.counts[reason as usize] += 1;
        if self.listed.len() < LISTED {
            // Four bytes a character at most.
            let front = &cell[..cell.len().min(4 * QUOTED)];
            let cell = String::from_utf8_lossy(front).chars().take(QUOTED).collect();
            self.listed.push(Problem { row, reason, cell });
        }
    }

    /// The first of them, in the order of the file.
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// How many rows were left out for a reason.
    pub const fn count(&self, reason: Reason) -> u64 {
        self.counts[reason as usize]
    }

    /// How many rows were left out.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_counted_by_their_place() {
        for (place, reason) in Reason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, place, "{reason:?}");
        }
    }

    #[test]
    fn the_list_ends_and_the_count_goes_on() {
        let mut problems = Problems::default();
        for row in 1..=2_000 {
            problems.add(row, Reason::UnreadableDate, "昨天".repeat(1_000).as_bytes());
        }
        assert_eq!((problems.listed().len(), problems.total()), (LISTED, 2_000));
        assert_eq!(problems.count(Reason::UnreadableDate), 2_000);
        assert_eq!(problems.listed()[0].cell, "昨天".repeat(20));
    }
}
