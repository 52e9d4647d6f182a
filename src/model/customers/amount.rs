//! Amounts of money as shops and spreadsheets write them.
//!
//! Read are 1234.5, 1,234.50, ¥1,234.50, ￥1234, 1234元, CNY 12, １２．５, (12.00) for −12, 12.00-, 1.2E+04
//! and, where the column has decimal commas, 1.234,50. Groups are of three digits: 1,5 is no amount
//! in a column with decimal points, and 1.5 is none in one with commas. Nothing is guessed, and
//! nothing beyond 1e15 is taken for money.
//!
//! This is not the reader of a number box (that one has units, 万 and Chinese numerals and says what
//! is wrong): a column has a million cells, nearly all of which are digits and a point, and these
//! are read without copying, to the nearest number there is.

use serde::{Deserialize, Serialize};

use super::text::folded;

/// What stands between the whole and its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Decimal {
    /// 1,234.50.
    #[default]
    Point,
    /// 1.234,50.
    Comma,
}

/// The largest amount, either way.
pub const MOST: f64 = 1e15;

/// Powers of ten that a floating-point number holds exactly, as far as fifteen digits need them.
const TENS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Marks and names of money, before or behind an amount.
const MONEY: [&str; 14] =
    ["HK$", "US$", "¥", "$", "€", "£", "元", "圆", "RMB", "CNY", "USD", "EUR", "HKD", "人民币"];

impl Decimal {
    /// Reads a cell; none where it is not one amount up to [`MOST`].
    pub fn read(self, cell: &[u8]) -> Option<f64> {
        let amount = plain(cell, self).or_else(|| dressed(cell, self))?;
        (amount.abs() <= MOST).then_some(amount)
    }
}

/// Digits with at most one decimal mark, and a minus in front perhaps; up to fifteen digits are a
/// whole number and a power of ten that are both exact, so that one division rounds correctly.
fn plain(cell: &[u8], decimal: Decimal) -> Option<f64> {
    let mark = if decimal == Decimal::Point { b'.' } else { b',' };
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, cell),
    };
    let (mut whole, mut count, mut point) = (0_u64, 0, None);
    for byte in digits {
        if byte.is_ascii_digit() {
            whole = whole * 10 + u64::from(byte - b'0');
            count += 1;
        } else if *byte == mark && point.is_none() {
            point = Some(count);
        } else {
            return None;
        }
        if count > 15 {
            return None;
        }
    }
    if count == 0 {
        return None;
    }
    let size = whole as f64 / TENS[count - point.unwrap_or(count)];
    // Never −0, which would read "−0.00".
    Some(if negative && size > 0.0 { -size } else { size })
}

/// An amount with marks, groups, brackets or full-width digits.
fn dressed(cell: &[u8], decimal: Decimal) -> Option<f64> {
    let text = folded(cell)?;
    let mut core = text.as_str();
    let (mut negative, mut signed, mut money) = (false, false, false);
    loop {
        core = core.trim();
        if !signed && let Some((inner, minus)) = unsigned(core) {
            (core, negative, signed) = (inner, minus, true);
        } else if !money && let Some(inner) = unmarked(core) {
            (core, money) = (inner, true);
        } else {
            break;
        }
    }
    let size: f64 = plain_digits(core, decimal)?.parse().ok()?;
    Some(if negative && size > 0.0 { -size } else { size })
}

/// Without its sign or brackets, and whether they made it negative.
fn unsigned(text: &str) -> Option<(&str, bool)> {
    let bracketed = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    let minus = || text.strip_prefix('-').or_else(|| text.strip_suffix('-'));
    let plus = || text.strip_prefix('+').map(|inner| (inner, false));
    bracketed.or_else(minus).map(|inner| (inner, true)).or_else(plus)
}

/// Without a mark of money at either end.
fn unmarked(text: &str) -> Option<&str> {
    MONEY.iter().find_map(|mark| text.strip_prefix(mark).or_else(|| text.strip_suffix(mark)))
}

/// The digits with a decimal point, without groups, as the standard library reads them.
fn plain_digits(text: &str, decimal: Decimal) -> Option<String> {
    let (mark, dot) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    let (size, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = size.split_once(mark).unwrap_or((size, ""));
    let whole = ungrouped(whole, dot)?;
    let power: i16 = power.parse().ok()?;
    let digits = format!("{whole}{part}");
    let sound = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| format!("{whole}.{part}e{power}"))
}

/// A whole number without what stands between its groups; none where these are not of three.
fn ungrouped(whole: &str, dot: char) -> Option<String> {
    let Some(between) = whole.chars().find(|c| [dot, '\'', '’', ' '].contains(c)) else {
        return Some(whole.to_owned());
    };
    let groups: Vec<&str> = whole.split(between).collect();
    let (first, rest) = groups.split_first()?;
    let sound = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    sound.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_written() {
        let rows: &[(&str, f64)] = &[
            ("0", 0.0),
            ("-0.00", 0.0),
            ("29.33", 29.33),
            ("-50.00", -50.0),
            ("139.12", 139.12),
            ("5.", 5.0),
            (".5", 0.5),
            ("+5", 5.0),
            ("007", 7.0),
            ("999999999999999", 999_999_999_999_999.0),
            ("0.1234567890123456789", 0.123_456_789_012_345_68),
            ("1000000000000000", 1e15),
            (" 12.50 ", 12.5),
            ("1,234.50", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("1 234.5", 1234.5),
            ("1'234.5", 1234.5),
            ("¥12", 12.0),
            ("￥1,234.50", 1234.5),
            ("¥ -12", -12.0),
            ("-¥12", -12.0),
            ("$1,000", 1000.0),
            ("12元", 12.0),
            ("12.5 CNY", 12.5),
            ("RMB 12", 12.0),
            ("(12.00)", -12.0),
            ("(¥1,200)", -1200.0),
            ("12.00-", -12.0),
            ("−12", -12.0),
            ("１２．５", 12.5),
            ("￥１，２３４", 1234.0),
            ("1.2E+04", 12_000.0),
            ("1e3", 1000.0),
            ("\u{feff}5", 5.0),
        ];
        for (text, amount) in rows {
            assert_eq!(Decimal::Point.read(text.as_bytes()), Some(*amount), "{text}");
        }
    }

    #[test]
    fn a_column_of_decimal_commas() {
        let rows: &[(&str, f64)] = &[
            ("12,5", 12.5),
            ("1.234,50", 1234.5),
            ("1.234", 1234.0),
            ("-0,01", -0.01),
            ("1 234,5 €", 1234.5),
            ("12", 12.0),
        ];
        for (text, amount) in rows {
            assert_eq!(Decimal::Comma.read(text.as_bytes()), Some(*amount), "{text}");
        }
        for text in ["12.5", "1,234.5", "1,2,3", "1.23,4"] {
            assert_eq!(Decimal::Comma.read(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_or_two_is_refused() {
        for text in [
            "",
            " ",
            "-",
            "--5",
            "+-5",
            ".",
            "abc",
            "NaN",
            "inf",
            "1e400",
            "-1e400",
            "1.1e15",
            "1,5",
            "1,23",
            "12,34,567",
            "1234,567",
            "1.2.3",
            "1,234'567",
            "5%",
            "5kg",
            "3折",
            "¥",
            "¥¥5",
            "(5",
            "((5))",
            "-(5)",
            "1e",
            "e5",
            "1e5.5",
            "1e+9999",
            "0x10",
            "=1+1",
            "1/2",
            "三",
            "1万",
            "12 34",
            "5\u{fffd}",
        ] {
            assert_eq!(Decimal::Point.read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(Decimal::Point.read(b"\xff5"), None);
        assert_eq!(Decimal::Point.read(&[b'1'; 5000]), None);
    }

    #[test]
    fn the_fast_way_is_the_exact_way() {
        let mut seed = 1_u64;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let (number, places) = (seed >> 20, (seed >> 10) as usize % 9);
            let text = format!("{:.places$}", number as f64 / 1e7);
            let exact: f64 = text.parse().unwrap();
            assert_eq!(Decimal::Point.read(text.as_bytes()), Some(exact), "{text}");
        }
    }
}
