//! Dates as shops, spreadsheets and people write them.
//!
//! Read are 2024-01-31, 2024/1/31, 2024.1.31, 20240131, 2024年1月31日, 31.01.2024, 31/01/2024 and
//! 01/31/2024, the day numbers of spreadsheets (45322 is 2024-01-31), and behind any of them a time:
//! 10:30, 10:30:05.25, T10:30:00Z, T10:30:00+08:00, 3:30 PM, 下午3:30, 10时30分. A time zone is
//! read and left aside: the date is the one on the wall of whoever wrote it.
//!
//! Whether 03/04/2024 is in March or in April no single cell can say. Such a cell has both
//! readings, and others of the same column settle it: 13/04/2024 can only be a day in April.
//! Years of two digits are refused, and so are years outside 1900..=2199, by which
//! programs say "never".

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::text::folded;
use crate::math::calendar::Date;

/// Which comes first where a date is written as two small numbers and a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// 31/01/2024.
    DayFirst,
    /// 01/31/2024.
    MonthFirst,
}

impl DateOrder {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// One moment, in whatever order.
    Plain(Moment),
    /// One moment, and it shows the order of the column.
    Shows(DateOrder, Moment),
    /// Day and month could be either way round.
    Open {
        /// The moment where the day comes first.
        day_first: Moment,
        /// The moment where the month comes first.
        month_first: Moment,
    },
}

impl DateReading {
    /// Reads a cell; none where it is not one of the forms of this module.
    pub fn of(cell: &[u8]) -> Option<Self> {
        if let Some(moment) = plain(cell) {
            return Some(Self::Plain(moment));
        }
        let cell = cell.trim_ascii();
        let ascii = cell.is_ascii();
        parse(cell).or_else(|| if ascii { None } else { parse(folded(cell)?.as_bytes()) })
    }

    /// The moment in a column of this order; none where the cell shows the other.
    pub fn in_order(self, order: DateOrder) -> Option<Moment> {
        match (self, order) {
            (Self::Plain(moment), _) => Some(moment),
            (Self::Shows(shown, moment), _) => (shown == order).then_some(moment),
            (Self::Open { day_first, .. }, DateOrder::DayFirst) => Some(day_first),
            (Self::Open { month_first, .. }, DateOrder::MonthFirst) => Some(month_first),
        }
    }
}

/// The same moment with day and month exchanged, where both can be a month.
pub fn exchanged(moment: Moment) -> Moment {
    let date = moment.date();
    let other = Date::new(date.year(), date.day(), date.month());
    let seconds = u32::try_from(moment.seconds()).unwrap_or(0);
    other.map_or(moment, |date| Moment::midnight(date).at(seconds))
}

/// 2024-01-31 and nothing else: what most of a million cells are.
fn plain(cell: &[u8]) -> Option<Moment> {
    let [m, c, x, i, b'-', month, unit, b'-', day, last] = cell else { return None };
    let mut number = 0;
    for byte in [m, c, x, i, month, unit, day, last] {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i64::from(byte - b'0');
    }
    let date = dated(number / 10_000, number / 100 % 100, number % 100)?;
    Some(Moment::midnight(date))
}

/// A date's three numbers.
enum Parts {
    YearFirst(i64, i64, i64),
    DayFirst(i64, i64, i64),
    Either(i64, i64, i64),
    /// A spreadsheet's day number, and its time in seconds.
    Serial(i64, u32),
}

fn parse(cell: &[u8]) -> Option<DateReading> {
    let mut rest = Scan(cell);
    let parts = date(&mut rest)?;
    if let Parts::Serial(day, seconds) = parts {
        return rest.0.is_empty().then(|| DateReading::Plain(on(Date::from_days(day), seconds)));
    }
    let seconds = time(&mut rest)?;
    let made = |year, month, day| Some(on(dated(year, month, day)?, seconds));
    match parts {
        Parts::YearFirst(year, month, day) | Parts::DayFirst(day, month, year) => {
            made(year, month, day).map(DateReading::Plain)
        }
        Parts::Either(first, second, year) => {
            match (made(year, second, first), made(year, first, second)) {
                (Some(day_first), Some(month_first)) if day_first == month_first => {
                    Some(DateReading::Plain(day_first))
                }
                (Some(day_first), Some(month_first)) => {
                    Some(DateReading::Open { day_first, month_first })
                }
                (Some(moment), None) => Some(DateReading::Shows(DateOrder::DayFirst, moment)),
                (None, Some(moment)) => Some(DateReading::Shows(DateOrder::MonthFirst, moment)),
                (None, None) => None,
            }
        }
        Parts::Serial(..) => None,
    }
}

const fn on(date: Date, seconds: u32) -> Moment {
    Moment::midnight(date).at(seconds)
}

fn dated(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(year, month, day).filter(|_| (1900..2200).contains(&year))
}

/// The date at the front.
fn date(rest: &mut Scan) -> Option<Parts> {
    let whole = rest.0;
    let (first, digits) = rest.number()?;
    match digits {
        4 if rest.eat("年") => {
            let month = rest.short("月")?;
            let day = rest.number().filter(|(_, digits)| *digits <= 2)?.0;
            let _ = rest.eat("日") || rest.eat("号");
            Some(Parts::YearFirst(first, month, day))
        }
        4 => {
            let mark = rest.mark()?;
            let (second, third) = (rest.short(mark)?, rest.number()?);
            (third.1 <= 2).then_some(Parts::YearFirst(first, second, third.0))
        }
        8 => Some(compact(first)),
        12 | 14 => {
            rest.0 = &whole[8..];
            Some(compact(first / if digits == 12 { 10_000 } else { 1_000_000 }))
        }
        5 => serial(first, rest),
        1 | 2 => {
            let mark = rest.mark()?;
            let (second, (year, 4)) = (rest.short(mark)?, rest.number()?) else { return None };
            let parts = if mark == "." { Parts::DayFirst } else { Parts::Either };
            Some(parts(first, second, year))
        }
        _ => None,
    }
}

/// 20240131.
const fn compact(number: i64) -> Parts {
    Parts::YearFirst(number / 10_000, number / 100 % 100, number % 100)
}

/// A spreadsheet's day, counted from 1899-12-30, with the time as a fraction; from 1970 to 2099, since
/// five digits can be anything.
fn serial(day: i64, rest: &mut Scan) -> Option<Parts> {
    const FROM_1970: i64 = 25_569;
    const TO_2099: i64 = 73_050;
    if !(FROM_1970..=TO_2099).contains(&day) {
        return None;
    }
    let fraction = if rest.eat(".") { rest.fraction()? } else { 0.0 };
    // At most 86,400, and `on` keeps it within its day.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0..=86,400")]
    let seconds = (fraction * 86_400.0 + 0.5) as u32;
    Some(Parts::Serial(day - FROM_1970, seconds))
}

/// The time behind the date in seconds, 0 where there is none; nothing else may follow.
fn time(rest: &mut Scan) -> Option<u32> {
    rest.blanks();
    if rest.0.is_empty() {
        return Some(0);
    }
    let _ = rest.eat("T") || rest.eat("t");
    let mut noon = rest.half();
    rest.blanks();
    let clock = clock(rest)?;
    rest.blanks();
    noon = noon.or_else(|| rest.half());
    zone(rest)?;
    let (hour, seconds) = (clock / 3_600, clock % 3_600);
    let hour = match noon {
        None => hour,
        Some(_) if hour > 12 => return None,
        Some(after) => hour % 12 + if after { 12 } else { 0 },
    };
    (rest.0.is_empty() && hour < 24).then_some(hour * 3_600 + seconds)
}

/// 10:30, 10:30:05.25, 103005, 10时30分5秒.
fn clock(rest: &mut Scan) -> Option<u32> {
    let (number, digits) = rest.number()?;
    let number = u32::try_from(number).ok()?;
    let (hour, minute, second) = match digits {
        4 => (number / 100, number % 100, 0),
        6 => (number / 10_000, number / 100 % 100, number % 100),
        1 | 2 => {
            let _ = rest.eat(":") || rest.eat("时") || rest.eat("点");
            let minute = small(rest)?;
            let more = rest.eat(":") || rest.eat("分") && !rest.0.is_empty();
            let second = if more { small(rest)? } else { 0 };
            let _ = rest.eat("秒");
            if rest.eat(".") || rest.eat(",") {
                rest.fraction()?;
            }
            (number, minute, second)
        }
        _ => return None,
    };
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3_600 + minute * 60 + second)
}

fn small(rest: &mut Scan) -> Option<u32> {
    let (number, digits) = rest.number()?;
    if digits <= 2 { u32::try_from(number).ok() } else { None }
}

/// Takes Z, UTC, GMT, +08:00, +0800 or +08 away; none where a sign has no zone behind it.
fn zone(rest: &mut Scan) -> Option<()> {
    rest.blanks();
    let _ = rest.eat("Z") || rest.eat("z") || rest.eat("UTC") || rest.eat("GMT");
    if rest.eat("+") || rest.eat("-") {
        let (_, digits) = rest.number()?;
        let minutes = rest.eat(":");
        match (digits, minutes) {
            (2 | 4, false) => {}
            (2, true) => drop(rest.number().filter(|(_, digits)| *digits == 2)?),
            _ => return None,
        }
    }
    Some(())
}

/// What is left to read.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    /// The digits at the front: their number and how many they are, at most 14.
    fn number(&mut self) -> Option<(i64, usize)> {
        let (mut number, mut count) = (0, 0);
        while let Some(digit) = self.0.get(count).map(|byte| byte.wrapping_sub(b'0'))
            && digit < 10
        {
            if count == 14 {
                return None;
            }
            number = number * 10 + i64::from(digit);
            count += 1;
        }
        self.0 = &self.0[count..];
        (count > 0).then_some((number, count))
    }

    /// The digits at the front as what stands behind a decimal point, 0..=1.
    fn fraction(&mut self) -> Option<f64> {
        let count = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        let digit = |byte: &u8| f64::from(byte - b'0');
        let fraction = digits.iter().rev().fold(0.0, |tail, byte| (tail + digit(byte)) / 10.0);
        (count > 0).then_some(fraction)
    }

    /// A number of one or two digits with `mark` behind it.
    fn short(&mut self, mark: &str) -> Option<i64> {
        let (number, digits) = self.number()?;
        (digits <= 2 && self.eat(mark)).then_some(number)
    }

    /// A mark between the numbers of a date.
    fn mark(&mut self) -> Option<&'static str> {
        ["-", "/", "."].into_iter().find(|mark| self.eat(mark))
    }

    /// Morning (`false`) or afternoon (`true`).
    fn half(&mut self) -> Option<bool> {
        const WORDS: [(&str, bool); 8] = [
            ("上午", false),
            ("下午", true),
            ("AM", false),
            ("PM", true),
            ("am", false),
            ("pm", true),
            ("a.m.", false),
            ("p.m.", true),
        ];
        WORDS.into_iter().find(|(word, _)| self.eat(word)).map(|(_, after)| after)
    }

    fn blanks(&mut self) {
        self.0 = self.0.trim_ascii_start();
    }

    /// Whether `mark` stood at the front; it is taken away.
    fn eat(&mut self, mark: &str) -> bool {
        let rest = self.0.strip_prefix(mark.as_bytes());
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Option<(i64, i64, i64, i64)> {
        match DateReading::of(text.as_bytes())? {
            DateReading::Plain(m) => {
                let date = m.date();
                Some((date.year(), date.month(), date.day(), m.seconds()))
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn the_same_day_in_every_form() {
        for text in [
            "2024-01-31",
            "2024-1-31",
            "2024/01/31",
            "2024/1/31",
            "2024.1.31",
            "20240131",
            "2024年1月31日",
            "2024年01月31号",
            "2024年1月31",
            "31.01.2024",
            "31.1.2024",
            "45322",
            "45322.0",
            " 2024-01-31\t",
            "２０２４－０１－３１",
            "2024-01-31 00:00:00",
            "2024-01-31T00:00",
            "２０２４年１月３１日",
        ] {
            assert_eq!(plain(text), Some((2024, 1, 31, 0)), "{text}");
        }
    }

    #[test]
    fn the_same_time_in_every_form() {
        for text in [
            "2024-01-31 15:30:05",
            "2024/1/31 15:30:05",
            "2024-01-31T15:30:05Z",
            "2024-01-31T15:30:05.999+08:00",
            "2024-01-31 15:30:05 +0800",
            "2024-01-31 15:30:05-05",
            "2024-01-31 15:30:05 UTC",
            "2024-01-31 3:30:05 PM",
            "2024-01-31 03:30:05pm",
            "2024年1月31日 下午3:30:05",
            "2024年1月31日15时30分5秒",
            "20240131 153005",
            "20240131153005",
            "31.01.2024 15:30:05",
            "45322.645891203702",
        ] {
            assert_eq!(plain(text), Some((2024, 1, 31, 55_805)), "{text}");
        }
        assert_eq!(plain("2024-01-31 15:30"), Some((2024, 1, 31, 55_800)));
        assert_eq!(plain("202401311530"), Some((2024, 1, 31, 55_800)));
        assert_eq!(plain("2024-01-31 15时30分"), Some((2024, 1, 31, 55_800)));
        assert_eq!(plain("2024-01-31 12:05 AM"), Some((2024, 1, 31, 300)));
        assert_eq!(plain("2024-01-31 上午 12:05"), Some((2024, 1, 31, 300)));
        assert_eq!(plain("2024-01-31 12:05 PM"), Some((2024, 1, 31, 43_500)));
        assert_eq!(plain("45322.99999999"), Some((2024, 1, 31, 86_399)));
        assert_eq!(plain("25569"), Some((1970, 1, 1, 0)));
        assert_eq!(plain("73050"), Some((2099, 12, 31, 0)));
    }

    #[test]
    fn no_date_is_made_of_anything_else() {
        for text in [
            "",
            " ",
            "-",
            "2024",
            "2024-01",
            "2024-13-01",
            "2024-02-30",
            "2023-02-29",
            "2024-001-31",
            "2024-01/31",
            "24-01-31",
            "1/31/24",
            "31/31/2024",
            "0000-00-00",
            "1899-12-31",
            "2200-01-01",
            "9999-12-31",
            "20241301",
            "2024013",
            "202401311",
            "123456789012345",
            "99999999999999999999999",
            "2024-01-31 25:00",
            "2024-01-31 10:60",
            "2024-01-31 10:30:61",
            "2024-01-31 13:00 PM",
            "2024-01-31 10:30 x",
            "2024-01-31x",
            "2024-01-31 10",
            "2024-01-31 10:30 +",
            "2024-01-31 10:30 +8:00",
            "2024年1月",
            "2024年1月31日星期三",
            "00004",
            "25568",
            "73051",
            "45322.",
            "45322.5x",
            "Jan 31, 2024",
            "=TODAY()",
            "昨天",
            "\u{fffd}",
        ] {
            assert_eq!(DateReading::of(text.as_bytes()), None, "{text}");
        }
        assert_eq!(DateReading::of(b"\xff\xfe2024-01-31"), None);
    }

    #[test]
    fn a_column_shows_its_order_by_what_cannot_be_a_month() {
        let on = |year, month, day| Moment::midnight(Date::new(year, month, day).unwrap());
        let read = |text: &str| DateReading::of(text.as_bytes()).unwrap();
        let last = on(2024, 1, 31);
        assert_eq!(read("31/01/2024"), DateReading::Shows(DateOrder::DayFirst, last));
        assert_eq!(read("1-31-2024"), DateReading::Shows(DateOrder::MonthFirst, last));
        assert_eq!(read("01/31/2024").in_order(DateOrder::DayFirst), None);
        let open = read("03/04/2024");
        assert_eq!(open.in_order(DateOrder::DayFirst), Some(on(2024, 4, 3)));
        assert_eq!(open.in_order(DateOrder::MonthFirst), Some(on(2024, 3, 4)));
        assert_eq!(read("5/5/2024"), DateReading::Plain(on(2024, 5, 5)));
    }

    #[test]
    fn an_open_date_is_the_other_one_exchanged() {
        for text in ["03/04/2024 23:59:59", "12/1/1999", "2/11/2024"] {
            let reading = DateReading::of(text.as_bytes()).unwrap();
            let DateReading::Open { day_first, month_first } = reading else { panic!("{text}") };
            assert_eq!((exchanged(day_first), exchanged(month_first)), (month_first, day_first));
        }
    }
}
