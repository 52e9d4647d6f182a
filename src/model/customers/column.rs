//! How the cells of one column look, and what they may hold.

use super::amount::Decimal;
use super::date::{DateOrder, DateReading};
use super::heading::Role;

/// A column is taken for a role when at least half of its cells can be read so.
const HALF: f64 = 0.5;

/// What was counted among the cells of a column that hold anything.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Look {
    cells: usize,
    /// How many read as dates.
    dates: usize,
    /// How many read as amounts with a decimal point, and with a decimal comma.
    points: usize,
    commas: usize,
    /// How many are a number of five digits: a spreadsheet's day, an amount, a customer, anything.
    bare: usize,
    /// How many have a point, and how many any mark of an amount.
    fractions: usize,
    marked: usize,
    distinct: usize,
    /// The order of day and month that the first cell that shows one shows.
    pub order: Option<DateOrder>,
}

impl Look {
    pub fn at<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut all: Vec<&str> = cells.filter(|cell| !cell.trim().is_empty()).collect();
        let mut look = Self { cells: all.len(), ..Self::default() };
        for cell in &all {
            let date = DateReading::of(cell.as_bytes());
            if let (Some(DateReading::Shows(order, _)), None) = (date, look.order) {
                look.order = Some(order);
            }
            let reads = |decimal: Decimal| usize::from(decimal.read(cell.as_bytes()).is_some());
            look.dates += usize::from(date.is_some());
            look.points += reads(Decimal::Point);
            look.commas += reads(Decimal::Comma);
            look.bare += usize::from(is_bare(cell));
            look.fractions += usize::from(cell.contains('.'));
            look.marked += usize::from(cell.contains(['.', ',', '¥', '￥', '元', '$']));
        }
        all.sort_unstable();
        all.dedup();
        look.distinct = all.len();
        look
    }

    /// How the decimals are written: as more of the cells can be read; none where both do.
    pub fn decimal(&self) -> Option<Decimal> {
        match self.points.cmp(&self.commas) {
            std::cmp::Ordering::Less => Some(Decimal::Comma),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Decimal::Point),
        }
    }

    /// How well the cells fit a role, 0..=1: how many can be read so, and how much that says.
    pub fn fits(&self, role: Role) -> f64 {
        let share = |count: usize| count as f64 / self.cells.max(1) as f64;
        let (dates, bare) = (share(self.dates), share(self.bare));
        let amounts = share(self.points.max(self.commas));
        let (readable, telling) = match role {
            Role::Date => (dates, 1.0 - 0.3 * bare),
            Role::Amount => (amounts, 0.7 + 0.3 * share(self.marked)),
            Role::Customer => {
                let money = amounts * share(self.fractions);
                ((1.0 - dates * (1.0 - bare)) * (1.0 - money), self.spread())
            }
        };
        if readable < HALF || self.cells == 0 { 0.0 } else { readable * telling }
    }

    /// How well the cells tell customers apart: poorly where they are all the same, and where none
    /// comes twice they are rather the orders' numbers.
    const fn spread(&self) -> f64 {
        match self.distinct {
            1 if self.cells > 3 => 0.5,
            all if all == self.cells && all > 20 => 0.8,
            _ => 1.0,
        }
    }
}

/// Whether a cell is a number of five digits, perhaps with a fraction.
fn is_bare(cell: &str) -> bool {
    let (whole, part) = cell.split_once('.').unwrap_or((cell, ""));
    whole.len() == 5 && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(cells: &str) -> Look {
        Look::at(cells.split(' '))
    }

    #[test]
    fn a_column_fits_what_its_cells_can_be() {
        let dates = look("2024-01-31 2024-02-01 x 2024-02-03");
        assert!(dates.fits(Role::Date) == 0.75 && dates.fits(Role::Amount) == 0.0);
        let amounts = look("5.50 12.00 ¥7.20");
        assert!(amounts.fits(Role::Amount) == 1.0 && amounts.fits(Role::Customer) == 0.0);
        let names = look("张三 李四 张三");
        assert!(names.fits(Role::Customer) == 1.0 && names.fits(Role::Date) == 0.0);
        assert!(look("中国 中国 中国 中国").fits(Role::Customer) < 1.0);
        assert!(Role::ALL.iter().all(|role| look("  ").fits(*role) == 0.0));
    }

    #[test]
    fn five_digits_may_be_anything() {
        let bare = look("45322 45323 45322");
        assert!(Role::ALL.iter().all(|role| (0.5..=1.0).contains(&bare.fits(*role))));
        assert!(bare.fits(Role::Customer) > bare.fits(Role::Date));
    }

    #[test]
    fn decimals_and_order_show_themselves() {
        assert_eq!(look("1,5 2,50").decimal(), Some(Decimal::Comma));
        assert_eq!(look("1.5 1,234").decimal(), Some(Decimal::Point));
        assert_eq!(look("12 1,234 1.234").decimal(), None);
        assert_eq!(look("01/02/2024 13/02/2024").order, Some(DateOrder::DayFirst));
        assert_eq!(look("01/02/2024 2024-02-13").order, None);
    }
}
