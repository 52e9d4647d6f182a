//! A file that is being read.

use super::answer::{Opened, Refusal};
use super::base::Base;
use super::question::Reading;
use crate::model::customers::{
    Grain, Moment, OrderFound, Plan, Problems, Reader, Reason, Returns, SummaryError,
};

/// How many rows that were left out are told one by one.
const TOLD: usize = 100;

/// A file that is being read.
#[derive(Debug)]
pub struct Opening {
    reader: Reader,
    returns: Returns,
}

impl Opening {
    /// Begins to read a file; rows later than `latest` are left out.
    ///
    /// # Errors
    /// [`Refusal`] where the reading contradicts itself.
    pub fn new(reading: &Reading, latest: Option<Moment>) -> Result<Self, Refusal> {
        let plan = Plan {
            separator: reading.separator,
            first_row: reading.first_row,
            columns: reading.columns,
            decimal: reading.decimal,
            order: reading.order,
            tidy: true,
            latest,
            grain: Grain::Day,
        };
        let reader = Reader::new(plan).map_err(|_| Refusal::SharedColumn)?;
        Ok(Self { reader, returns: reading.returns })
    }

    /// Reads the next piece of the file, in UTF-8 and cut anywhere.
    ///
    /// # Errors
    /// [`Refusal::NoTable`]; the file is then of no further use.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.reader.push(piece).map_err(Refusal::NoTable)
    }

    /// Rows read so far.
    pub const fn rows(&self) -> u64 {
        self.reader.rows()
    }

    /// The end of the file: the customers, and what is told of them and of what was left out.
    ///
    /// # Errors
    /// [`Refusal`] says why there are no customers.
    pub fn finish(self) -> Result<(Base, Opened), Refusal> {
        let import = self.reader.finish().map_err(Refusal::NoTable)?;
        let problems = import.problems;
        let total = problems.total();
        let base = Base::new(import.ledger, self.returns).map_err(|error| match error {
            SummaryError::NoCustomers if total > 0 => Refusal::NoRow(total, worst(&problems)),
            SummaryError::NoCustomers if import.rows > import.blank => Refusal::AllReturned,
            _ => Refusal::Empty,
        })?;
        let opened = Opened {
            left_out: total,
            reasons: Reason::ALL
                .map(|reason| (reason, problems.count(reason)))
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .collect(),
            problems: problems.listed().iter().take(TOLD).cloned().collect(),
            open_order: import.order == OrderFound::Open,
            ..base.opened()
        };
        Ok((base, opened))
    }
}

/// The most frequent reason, and the first row of it.
fn worst(problems: &Problems) -> Option<(Reason, crate::model::customers::Problem)> {
    let reason = Reason::ALL.into_iter().max_by_key(|reason| problems.count(*reason))?;
    let first = problems.listed().iter().find(|problem| problem.reason == reason)?;
    Some((reason, first.clone()))
}
