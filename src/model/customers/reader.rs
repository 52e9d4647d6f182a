//! From pieces of text to the ledger, row by row.

use serde::{Deserialize, Serialize};

use super::amount::Decimal;
use super::date::{DateOrder, DateReading, exchanged};
use super::ledger::Ledger;
use super::moment::Moment;
use super::problem::{Problems, Reason};
use super::purchases::{Grain, Purchases};
use super::rows::{Row, Rows, RowsError, Separator};
use super::text::{is_rounded, tidy};

/// Which columns hold what, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Columns {
    /// Who bought.
    pub customer: usize,
    /// When.
    pub date: usize,
    /// For how much; none where only the purchases count.
    pub amount: Option<usize>,
}

/// How a file is to be read: what the survey found, as the user corrected it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What stands between two cells.
    pub separator: Separator,
    /// The first row of data, counted from 1: those before it are headings and notes.
    pub first_row: u64,
    /// Which columns hold what.
    pub columns: Columns,
    /// How the amounts write their decimals.
    pub decimal: Decimal,
    /// Whether day or month comes first; none: the column is to show it.
    pub order: Option<DateOrder>,
    /// Whether customers' names lose the blanks and guards that exports put around them. If not,
    /// they are taken as they stand.
    pub tidy: bool,
    /// Rows later than this are left out and listed.
    pub latest: Option<Moment>,
    /// How exactly the time of a purchase is kept.
    pub grain: Grain,
}

/// Why a plan cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// Two of the columns are the same one.
    SharedColumn,
}

/// Reads a file of purchases.
#[derive(Debug)]
pub struct Reader {
    rows: Rows,
    desk: Desk,
}

/// Where the rows are taken in.
#[derive(Debug)]
struct Desk {
    plan: Plan,
    /// The order of the dates, once it is known.
    order: Option<DateOrder>,
    /// Whether a date was read that has two readings.
    open: bool,
    purchases: Purchases,
    problems: Problems,
    blank: u64,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub struct Import {
    /// The purchases by customer.
    pub ledger: Ledger,
    /// The rows that were left out.
    pub problems: Problems,
    /// All rows of the file, with headings and empty ones.
    pub rows: u64,
    /// Rows of data without anything in them, which are no problem.
    pub blank: u64,
    /// How day and month stand.
    pub order: OrderFound,
}

/// What is known of the order of day and month after reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderFound {
    /// No date had two readings.
    Plain,
    /// It was given, or one of the dates showed it.
    Known(DateOrder),
    /// Dates have two readings and none shows which: they were read with the month first. The
    /// user must say; then the file is read again.
    Open,
}

impl Reader {
    /// Before the first piece.
    ///
    /// # Errors
    /// [`PlanError`] where the plan contradicts itself.
    pub fn new(plan: Plan) -> Result<Self, PlanError> {
        let Columns { customer, date, amount } = plan.columns;
        if customer == date || amount == Some(customer) || amount == Some(date) {
            return Err(PlanError::SharedColumn);
        }
        let desk = Desk {
            plan,
            order: plan.order,
            open: false,
            purchases: Purchases::new(plan.grain, amount.is_some()),
            problems: Problems::default(),
            blank: 0,
        };
        Ok(Self { rows: Rows::new(plan.separator), desk })
    }

    /// Reads the next piece of the file, in UTF-8 and cut anywhere.
    ///
    /// # Errors
    /// [`RowsError`] where this is no table; the reader is then of no further use.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), RowsError> {
        let Self { rows, desk } = self;
        rows.push(piece, |row| desk.take(&row))
    }

    /// Rows read so far.
    pub const fn rows(&self) -> u64 {
        self.rows.count()
    }

    /// The problems so far.
    pub const fn problems(&self) -> &Problems {
        &self.desk.problems
    }

    /// Reads what is left and posts the purchases.
    ///
    /// # Errors
    /// [`RowsError`] as for the pieces.
    pub fn finish(self) -> Result<Import, RowsError> {
        let Self { rows, mut desk } = self;
        let rows = rows.finish(|row| desk.take(&row))?;
        let order = match desk.order {
            Some(order) => OrderFound::Known(order),
            None if desk.open => OrderFound::Open,
            None => OrderFound::Plain,
        };
        let Desk { purchases, problems, blank, .. } = desk;
        Ok(Import { ledger: purchases.post(), problems, rows, blank, order })
    }
}

/// A row that cannot be taken: why, and the cell that is to blame.
type Refusal<'a> = (Reason, &'a [u8]);

impl Desk {
    fn take(&mut self, row: &Row<'_>) {
        if row.number() < self.plan.first_row {
            return;
        }
        if row.is_empty() {
            self.blank += 1;
        } else if let Err((reason, cell)) = self.enter(row) {
            self.problems.add(row.number(), reason, cell);
        }
    }

    /// Takes a row's purchase, or says what is wrong with it; checks from left to right as
    /// [`Reason::ALL`] does.
    fn enter<'a>(&mut self, row: &Row<'a>) -> Result<(), Refusal<'a>> {
        let columns = self.plan.columns;
        let short = (Reason::TooFewCells, row.cell(0).unwrap_or_default());
        let cell = |column: usize| row.cell(column).ok_or(short);
        let (name, when) = (cell(columns.customer)?, cell(columns.date)?);
        let much = columns.amount.map(cell).transpose()?;
        let name = self.name(name)?;
        let when = self.when(when)?;
        let much = much.map_or(Ok(0.0), |cell| self.much(cell))?;
        let taken = match when {
            When::Known(moment) => self.purchases.add(name, moment, much),
            When::Open(month_first) => self.purchases.add_open(name, month_first, much),
        };
        taken.ok_or((Reason::GarbledCustomer, name))
    }

    fn name<'a>(&self, cell: &'a [u8]) -> Result<&'a [u8], Refusal<'a>> {
        const REPLACED: &[u8] = "\u{fffd}".as_bytes();
        let name = if self.plan.tidy { tidy(cell) } else { cell };
        if name.trim_ascii().is_empty() {
            Err((Reason::MissingCustomer, cell))
        } else if !name.is_ascii() && name.windows(REPLACED.len()).any(|part| part == REPLACED) {
            Err((Reason::GarbledCustomer, cell))
        } else if self.plan.tidy && is_rounded(name) {
            Err((Reason::RoundedCustomer, cell))
        } else {
            Ok(name)
        }
    }

    fn when<'a>(&mut self, cell: &'a [u8]) -> Result<When, Refusal<'a>> {
        let Some(reading) = DateReading::of(cell) else {
            let blank = cell.trim_ascii().is_empty();
            return Err((if blank { Reason::MissingDate } else { Reason::UnreadableDate }, cell));
        };
        if let (DateReading::Shows(order, _), None) = (reading, self.order) {
            self.settle(order);
        }
        self.open |= matches!(reading, DateReading::Open { .. });
        let moment = match (reading, self.order) {
            (DateReading::Open { month_first, .. }, None) => return Ok(When::Open(month_first)),
            (DateReading::Plain(moment), _) => moment,
            (_, order) => {
                let order = order.unwrap_or(DateOrder::MonthFirst);
                reading.in_order(order).ok_or((Reason::ContraryDate, cell))?
            }
        };
        if self.plan.latest.is_some_and(|latest| moment > latest) {
            return Err((Reason::TooLate, cell));
        }
        Ok(When::Known(moment))
    }

    /// The first date that can only be read one way shows how to read those before it.
    fn settle(&mut self, order: DateOrder) {
        self.order = Some(order);
        match order {
            DateOrder::DayFirst => self.purchases.settle(exchanged),
            DateOrder::MonthFirst => self.purchases.settle(|moment| moment),
        }
    }

    fn much<'a>(&self, cell: &'a [u8]) -> Result<f64, Refusal<'a>> {
        self.plan.decimal.read(cell).ok_or_else(|| {
            let blank = cell.trim_ascii().is_empty();
            (if blank { Reason::MissingAmount } else { Reason::UnreadableAmount }, cell)
        })
    }
}

/// When a purchase was.
enum When {
    Known(Moment),
    /// Day and month may be the other way round: as it is with the month first.
    Open(Moment),
}
