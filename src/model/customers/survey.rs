//! A first look at a file: how it is cut into cells, where the data begin, and which column holds
//! what, each with a confidence, so that the user sees a preview and corrects it.

use super::amount::Decimal;
use super::column::Look;
use super::date::{DateOrder, DateReading};
use super::heading::{Role, named};
use super::purchases::Grain;
use super::reader::{Columns, Plan};
use super::rows::{Rows, RowsError, Separator};

/// How many bytes of a file a survey looks at. Give it so many, or the whole file if it is smaller:
/// a last row that is cut off by this length is not looked at.
pub const SURVEYED: usize = 1 << 16;

/// How many rows a survey keeps.
const KEPT: usize = 400;

/// The most bytes of a cell, and cells of a row, that a survey keeps.
const CELL: usize = 200;
const CELLS: usize = 64;

/// Among how many rows at the top headings are looked for, below notes and `sep=;`.
const TOP: usize = 30;

/// What a first look found.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    separator: Separator,
    heading: Option<Vec<String>>,
    first_row: u64,
    sample: Vec<Vec<String>>,
    /// How each column looks, as far as a row mostly goes.
    looks: Vec<Look>,
}

/// A column that may hold what is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The column, counted from 0.
    pub column: usize,
    /// How sure that is, 0..=1: at most 0.5 where no heading says so.
    pub confidence: f64,
}

/// A row with its number.
type Numbered = (u64, Vec<String>);

impl Survey {
    /// Looks at the first [`SURVEYED`] bytes of a file, in UTF-8, and finds out how cells are
    /// separated.
    ///
    /// # Errors
    /// [`RowsError`] where this is no table, however it is cut.
    pub fn new(front: &[u8]) -> Result<Self, RowsError> {
        if let Some(separator) = declared(front) {
            return Self::with(front, separator);
        }
        let order = |survey: &Result<Self, RowsError>| survey.as_ref().ok().map(Self::order);
        let surveys = Separator::ALL.map(|separator| Self::with(front, separator));
        let best = |one, other| if order(&other) > order(&one) { other } else { one };
        surveys.into_iter().reduce(best).unwrap_or_else(|| Self::with(front, Separator::Comma))
    }

    /// Looks at the same with cells separated like this.
    ///
    /// # Errors
    /// [`RowsError`] where this is no table.
    pub fn with(front: &[u8], separator: Separator) -> Result<Self, RowsError> {
        let rows = top(front, separator)?;
        // The first of those that name most: below it the data are the same.
        let most = rows.iter().take(TOP).map(roles_named).max().filter(|most| *most > 0);
        let at = most.and_then(|most| rows.iter().position(|row| roles_named(row) == most));
        let at = at.or_else(|| unknown_heading(&rows));
        let below = at.map_or(0, |at| at + 1);
        let first = |row: Option<&Numbered>| row.map_or(1, |(number, _)| *number);
        let first_row = at.map_or_else(|| first(rows.first()), |at| first(rows.get(at)) + 1);
        let mut rows = rows.into_iter().map(|(_, cells)| cells);
        let heading = rows.by_ref().take(below).last();
        let sample: Vec<Vec<String>> = rows.collect();
        let width = width(sample.iter().chain(&heading));
        let cells = |k: usize| sample.iter().filter_map(move |row| row.get(k)).map(String::as_str);
        let looks = (0..width).map(|column| Look::at(cells(column))).collect();
        Ok(Self { separator, heading, first_row, sample, looks })
    }

    /// How well it is cut: whether there are dates, and how alike the rows are.
    fn order(&self) -> (bool, u32, usize) {
        let width = self.width();
        let alike = self.sample.iter().filter(|row| row.len() == width && width > 1).count();
        // In percent, so that a row or two do not outweigh a column.
        let percent = 100 * alike / self.sample.len().max(1);
        let dated = self.guess(Role::Date, &[]).is_some();
        // Blanks stand within cells too: they are the last resort.
        let width = if self.separator == Separator::Blanks { 1 } else { width };
        (dated && width > 1, u32::try_from(percent).unwrap_or(0), width)
    }

    /// What stands between two cells.
    pub const fn separator(&self) -> Separator {
        self.separator
    }

    /// The names of the columns, if the file has any.
    pub fn heading(&self) -> Option<&[String]> {
        self.heading.as_deref()
    }

    /// The number of the first row of data.
    pub const fn first_row(&self) -> u64 {
        self.first_row
    }

    /// The first rows of data, for a preview; long cells are cut.
    pub fn sample(&self) -> &[Vec<String>] {
        &self.sample
    }

    /// How many cells a row mostly has.
    pub const fn width(&self) -> usize {
        self.looks.len()
    }

    /// The columns that may hold `role`, the likeliest first, without those that are `taken`.
    pub fn guesses(&self, role: Role, taken: &[usize]) -> Vec<Guess> {
        let columns = (0..self.width()).filter(|column| !taken.contains(column));
        let guess = |column| Guess { column, confidence: self.confidence(column, role) };
        let mut guesses: Vec<Guess> =
            columns.map(guess).filter(|guess| guess.confidence > 0.0).collect();
        guesses.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        guesses
    }

    fn guess(&self, role: Role, taken: &[usize]) -> Option<Guess> {
        self.guesses(role, taken).first().copied()
    }

    /// The likeliest columns, no two the same; none where there is no customer or no date.
    pub fn columns(&self) -> Option<Columns> {
        let date = self.guess(Role::Date, &[])?.column;
        let amount = self.guess(Role::Amount, &[date]).map(|guess| guess.column);
        let taken: Vec<usize> = amount.into_iter().chain([date]).collect();
        // Where two columns are all there is, one of them says who.
        let Some(customer) = self.guess(Role::Customer, &taken) else {
            let customer = amount.filter(|_| self.width() == 2)?;
            return Some(Columns { customer, date, amount: None });
        };
        Some(Columns { customer: customer.column, date, amount })
    }

    /// How the file is to be read with these columns, as far as a first look can say.
    pub fn plan(&self, columns: Columns) -> Plan {
        Plan {
            separator: self.separator,
            first_row: self.first_row,
            columns,
            decimal: columns.amount.map_or(Decimal::Point, |column| self.decimal(column)),
            order: self.date_order(columns.date),
            tidy: true,
            latest: None,
            grain: Grain::Day,
        }
    }

    /// Whether day or month comes first in a column; none where its first rows do not show it.
    pub fn date_order(&self, column: usize) -> Option<DateOrder> {
        self.looks.get(column)?.order
    }

    /// How a column writes its decimals. Where points and commas serve as well (12, or 1,234), a
    /// file with semicolons has decimal commas: that is why it has semicolons.
    pub fn decimal(&self, column: usize) -> Decimal {
        let usual = match self.separator {
            Separator::Semicolon => Decimal::Comma,
            _ => Decimal::Point,
        };
        self.looks.get(column).and_then(Look::decimal).unwrap_or(usual)
    }

    /// How sure it is that a column holds `role`: its cells must allow it, its heading may say it.
    fn confidence(&self, column: usize, role: Role) -> f64 {
        let heading = self.heading.as_ref().and_then(|heading| heading.get(column));
        let said = heading.map_or(0.0, |heading| names(heading, role));
        self.looks.get(column).map_or(0.0, |look| look.fits(role)) * (1.0 + said) / 2.0
    }
}

/// How long most rows are; of two lengths that are as frequent, the greater.
fn width<'a>(rows: impl Iterator<Item = &'a Vec<String>>) -> usize {
    let mut widths: Vec<usize> = rows.map(Vec::len).collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied()).unwrap_or(0)
}

/// How well a heading names a role.
fn names(heading: &str, role: Role) -> f64 {
    named(heading).filter(|(named, _)| *named == role).map_or(0.0, |(_, rank)| rank)
}

/// Whether a line begins with `sep=`, by which Excel is told the separator.
fn declares(line: &[u8]) -> bool {
    line.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"sep="))
}

/// The separator that such a first line names.
fn declared(front: &[u8]) -> Option<Separator> {
    let front = front.strip_prefix("\u{feff}".as_bytes()).unwrap_or(front);
    match front.get(4..).filter(|_| declares(front))? {
        [b',', b'\r' | b'\n', ..] => Some(Separator::Comma),
        [b';', b'\r' | b'\n', ..] => Some(Separator::Semicolon),
        [b'\t', b'\r' | b'\n', ..] => Some(Separator::Tab),
        [b'|', b'\r' | b'\n', ..] => Some(Separator::Bar),
        _ => None,
    }
}

/// The rows at the top that hold anything.
fn top(front: &[u8], separator: Separator) -> Result<Vec<Numbered>, RowsError> {
    let front = front.get(..SURVEYED).unwrap_or(front);
    let mut kept: Vec<Numbered> = Vec::new();
    let mut rows = Rows::new(separator);
    let mut keep = |row: super::rows::Row<'_>| {
        let declares = row.number() == 1 && row.cell(0).is_some_and(declares);
        if kept.len() < KEPT && !row.is_empty() && !declares {
            let short =
                |cell: &[u8]| String::from_utf8_lossy(&cell[..cell.len().min(CELL)]).into_owned();
            kept.push((row.number(), row.cells().take(CELLS).map(short).collect()));
        }
    };
    rows.push(front, &mut keep)?;
    // A row that this length cuts off is not looked at, unless it is the only one.
    if front.len() < SURVEYED || rows.count() == 0 {
        rows.finish(&mut keep)?;
    }
    Ok(kept)
}

/// How many roles the cells of a row name; a row with a date in it is no heading.
fn roles_named((_, row): &Numbered) -> usize {
    if row.iter().any(|cell| is_date(cell)) {
        return 0;
    }
    let found: Vec<Role> = row.iter().filter_map(|cell| Some(named(cell)?.0)).collect();
    Role::ALL.iter().filter(|role| found.contains(role)).count()
}

/// Where the first row is a heading in words that are not known: it has no date, unlike the next.
fn unknown_heading(rows: &[Numbered]) -> Option<usize> {
    let [(_, first), (_, second), ..] = rows else { return None };
    let dated = |row: &[String]| row.iter().any(|cell| is_date(cell));
    (dated(second) && !dated(first)).then_some(0)
}

fn is_date(cell: &str) -> bool {
    DateReading::of(cell.as_bytes()).is_some()
}
