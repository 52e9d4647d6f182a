//! Numbers as each language writes them: digits, signs, units, money.
//!
//! Inside the program a share is 0..1 and a contact time is in hours; a reader sees percent and
//! minutes. Half is rounded away from zero, as at school; no reader meets "−0" or "NaN".

use serde::{Deserialize, Serialize};

use super::{Language, Phrase};

/// Money of the case. Serialises as its ISO 4217 code ("CNY", "USD", ...).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// Chinese yuan, the money of a new case.
    #[default]
    #[serde(rename = "CNY")]
    Yuan,
    /// United States dollar.
    #[serde(rename = "USD")]
    Dollar,
    /// Euro.
    #[serde(rename = "EUR")]
    Euro,
    /// Pound sterling.
    #[serde(rename = "GBP")]
    Pound,
    /// Japanese yen.
    #[serde(rename = "JPY")]
    Yen,
    /// French franc, until 2002: the money of an old case.
    #[serde(rename = "FRF")]
    Franc,
    /// Hong Kong dollar.
    #[serde(rename = "HKD")]
    HongKongDollar,
}

impl Currency {
    /// Every currency, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::Yuan,
        Self::Dollar,
        Self::Euro,
        Self::Pound,
        Self::Yen,
        Self::HongKongDollar,
        Self::Franc,
    ];

    /// The full name with the sign, as a menu lists it.
    pub const fn name(self) -> Phrase {
        self.row().1
    }

    /// The ISO 4217 code, three capital letters.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// ISO code, full name, and the mark beside an amount: a word after it, or a sign before it.
    const fn row(self) -> (&'static str, Phrase, Phrase) {
        let (code, zh, en, word, sign) = match self {
            Self::Yuan => ("CNY", "人民币 (元)", "Chinese yuan (¥)", "元", "¥"),
            Self::Dollar => ("USD", "美元 ($)", "US dollar ($)", "美元", "$"),
            Self::Euro => ("EUR", "欧元 (€)", "Euro (€)", "欧元", "€"),
            Self::Pound => ("GBP", "英镑 (£)", "Pound sterling (£)", "英镑", "£"),
            Self::Yen => ("JPY", "日元 (¥)", "Japanese yen (¥)", "日元", "¥"),
            Self::Franc => ("FRF", "法国法郎", "French franc (F)", "法郎", "F"),
            Self::HongKongDollar => ("HKD", "港元 (HK$)", "Hong Kong dollar (HK$)", "港元", "HK$"),
        };
        (code, Phrase::new(zh, en), Phrase::new(word, sign))
    }
}

/// What a number counts. Inside, every quantity has one unit; others exist only at the glass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Money, in the currency of the case.
    Money,
    /// Points of benefit or cost.
    Points,
    /// A grade from 0 to 10.
    Score,
    /// A share, 0..1 inside, shown as percent.
    Share,
    /// A time in years.
    Years,
    /// A number of months.
    Months,
    /// A number of weeks.
    Weeks,
    /// A contact time, in hours inside, shown as minutes.
    Minutes,
    /// How many, or how often.
    Count,
    /// A ratio: 1.25 is 1.25 times as much.
    Times,
    /// A number without a unit.
    Plain,
}

impl Unit {
    /// How many of the shown unit make one of the inside unit.
    const fn shown(self) -> f64 {
        match self {
            Self::Share => 100.0,
            Self::Minutes => 60.0,
            _ => 1.0,
        }
    }
}

/// How a reader sees numbers: language and currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glass {
    /// The language of the page.
    pub language: Language,
    /// The money of the case.
    pub currency: Currency,
}

/// From where on a tick is shortened, what it is divided by, and the mark for that.
type Step = (f64, f64, &'static str);

const CHINESE_STEPS: &[Step] = &[(1e12, 1e12, "万亿"), (1e8, 1e8, "亿"), (1e4, 1e4, "万")];
const ENGLISH_STEPS: &[Step] =
    &[(1e12, 1e12, "T"), (1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "K")];

/// A tick this close below a step (relative) already rounds up to it: 1亿, not 10,000万.
const NEARLY: f64 = 1.0 - 5e-6;

/// From here on digits say nothing; the exponent form is shorter.
const HUGE: f64 = 1e18;

/// More decimals than these nobody reads.
const MOST_PLACES: usize = 20;

impl Glass {
    /// `x` as it is, in groups of three, with exactly `places` decimals (at most 20): "1,234.50".
    pub fn number(self, x: f64, places: usize) -> String {
        undefined(x).map_or_else(|| with_sign(x, "", fixed(x.abs(), places)), str::to_owned)
    }

    /// `x`, in the inside unit, as it stands in a box: ten significant digits, no unit.
    ///
    /// [`read`](super::read) gives `x` back within 1e-9 for |x| from 1e-9 to 1e15, and zero.
    pub fn bare(self, x: f64, unit: Unit) -> String {
        let x = x * unit.shown();
        undefined(x)
            .map_or_else(|| with_sign(x, "", trimmed(x.abs(), places(x, 10))), str::to_owned)
    }

    /// `x`, in the inside unit, as a result with its unit: "909.94 元", "¥909.94", "82%".
    pub fn value(self, x: f64, unit: Unit) -> String {
        self.dressed(x, unit, "")
    }

    /// `x`, in the inside unit, for a cell of a table whose heading names the unit: rounded like a
    /// result.
    pub fn cell(self, x: f64, unit: Unit) -> String {
        let x = x * unit.shown();
        undefined(x).map_or_else(|| with_sign(x, "", rounded(x.abs())), str::to_owned)
    }

    /// `x`, in the inside unit, as a change: like [`value`](Self::value), with "+" before a gain.
    pub fn signed(self, x: f64, unit: Unit) -> String {
        self.dressed(x, unit, "+")
    }

    /// `x`, in the inside unit, in few signs: "1.2万" or "12K", no unit except "%".
    pub fn brief(self, x: f64, unit: Unit) -> String {
        self.tick(x, unit, x)
    }

    /// The same for the tick of an axis whose greatest tick is `greatest`: all ticks of an axis are
    /// counted alike, "0.75万" beside "1万".
    pub fn tick(self, x: f64, unit: Unit, greatest: f64) -> String {
        let (x, greatest) = (x * unit.shown(), greatest * unit.shown());
        if let Some(mark) = undefined(x) {
            return mark.to_owned();
        }
        let steps = match self.language {
            Language::Chinese => CHINESE_STEPS,
            Language::English => ENGLISH_STEPS,
        };
        let step = steps.iter().find(|(from, ..)| greatest.abs() >= from * NEARLY);
        let (_, scale, mark) = step.copied().unwrap_or((0.0, 1.0, ""));
        let percent = if unit == Unit::Share { "%" } else { "" };
        let size = x.abs() / scale;
        let digits = trimmed(size, places(size, 4).clamp(2, 10));
        let mark = if digits == "0" { "" } else { mark };
        with_sign(x, "", digits) + mark + percent
    }

    /// The word of `unit` for the title of an axis or behind a box; empty where there is none.
    pub const fn unit(self, unit: Unit) -> &'static str {
        let word = match unit {
            Unit::Money => self.currency.row().2,
            Unit::Points => Phrase::new("分", "points"),
            Unit::Score => Phrase::new("分", ""),
            Unit::Share => Phrase::new("%", "%"),
            Unit::Years => Phrase::new("年", "years"),
            Unit::Months => Phrase::new("个月", "months"),
            Unit::Weeks => Phrase::new("周", "weeks"),
            Unit::Minutes => Phrase::new("分钟", "min"),
            Unit::Times => Phrase::new("倍", "×"),
            Unit::Count | Unit::Plain => Phrase::new("", ""),
        };
        word.to(self.language)
    }

    /// A rounded result between its sign and its unit, with `plus` before what is above zero.
    fn dressed(self, x: f64, unit: Unit, plus: &str) -> String {
        let x = x * unit.shown();
        if let Some(mark) = undefined(x) {
            return mark.to_owned();
        }
        // So small a chance is no number to anybody.
        if unit == Unit::Share && plus.is_empty() && x > 0.0 && x < LEAST_PERCENT {
            return format!("<{LEAST_PERCENT}%");
        }
        let digits = rounded(x.abs());
        let after = self.after(unit, &digits);
        let before = match (unit, self.language) {
            (Unit::Money, Language::English) => self.unit(unit),
            _ => "",
        };
        with_sign(x, plus, format!("{before}{digits}")) + &after
    }

    /// What stands behind `digits`: nothing, a close sign, or a word after a space.
    fn after(self, unit: Unit, digits: &str) -> String {
        let word = self.unit(unit);
        match (unit, self.language) {
            (Unit::Money, Language::English) => String::new(),
            _ if matches!(word, "" | "%" | "×") => word.to_owned(),
            _ if digits == "1" => format!(" {}", word.strip_suffix('s').unwrap_or(word)),
            _ => format!(" {word}"),
        }
    }
}

/// Percentages below this are not told from each other.
const LEAST_PERCENT: f64 = 0.001;

/// The mark for a number that is none, or has no end.
fn undefined(x: f64) -> Option<&'static str> {
    match x {
        _ if x.is_nan() => Some("—"),
        f64::INFINITY => Some("∞"),
        f64::NEG_INFINITY => Some("−∞"),
        _ => None,
    }
}

/// `text` of the size of `x`, with a true minus or `plus` before it unless it shows only zeros.
fn with_sign(x: f64, plus: &str, text: String) -> String {
    match text.contains(|c: char| matches!(c, '1'..='9')) {
        true if x < 0.0 => format!("−{text}"),
        true => format!("{plus}{text}"),
        false => text,
    }
}

/// A result of size `x`: two decimals at most, none from 10,000 on, two digits below 0.01.
fn rounded(x: f64) -> String {
    match x {
        9_999.995.. => trimmed(x, 0),
        0.01.. => trimmed(x, 2),
        _ => trimmed(x, places(x, 2).min(10)),
    }
}

/// The size `x` with `places` decimals, without the zeros at their end.
fn trimmed(x: f64, places: usize) -> String {
    let text = fixed(x, places);
    if text.contains('.') && x < HUGE {
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    text
}

/// The size `x` with exactly `places` decimals, in groups of three.
///
/// One bit is added, so that 1.005, in binary a little less, rounds as it reads: 1.01.
fn fixed(x: f64, places: usize) -> String {
    let places = places.min(MOST_PLACES);
    match x {
        HUGE.. => format!("{x:.2e}"),
        1e12.. => grouped(&format!("{x:.places$}")),
        _ => grouped(&format!("{:.places$}", x * (1.0 + f64::EPSILON))),
    }
}

/// Commas between groups of three digits, counted from the decimal point.
fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + decimals
}

/// How many decimals show `figures` significant digits of `x`; integer digits are never dropped.
fn places(x: f64, figures: i32) -> usize {
    let text = format!("{x:e}");
    let power = text.split_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0);
    usize::try_from(figures - 1 - power).unwrap_or(0).min(MOST_PLACES)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn glass(language: Language, currency: Currency) -> Glass {
        Glass { language, currency }
    }

    const ZH: Glass = glass(Language::Chinese, Currency::Yuan);
    const EN: Glass = glass(Language::English, Currency::Yuan);

    #[test]
    fn numbers_are_grouped_and_rounded_away_from_zero() {
        let rows = [
            (1234.5, 2, "1,234.50"),
            (-1_234_567.0, 0, "−1,234,567"),
            (999.0, 0, "999"),
            (-0.001, 2, "0.00"),
            (-0.0, 0, "0"),
            (0.125, 2, "0.13"),
            (1.005, 2, "1.01"),
            (2.5, 0, "3"),
            (-2.5, 0, "−3"),
            (1e15, 0, "1,000,000,000,000,000"),
            (1.5e20, 0, "1.50e20"),
        ];
        for (x, places, text) in rows {
            assert_eq!(ZH.number(x, places), text, "{x}");
        }
        assert_eq!(EN.number(1.0, usize::MAX).len(), 22);
    }

    #[test]
    fn a_box_shows_the_shown_unit_in_full() {
        let rows = [
            (0.82, Unit::Share, "82"),
            (0.07, Unit::Share, "7"),
            (0.005, Unit::Share, "0.5"),
            (1.0 / 6.0, Unit::Minutes, "10"),
            (1.5, Unit::Minutes, "90"),
            (1_234_567.5, Unit::Money, "1,234,567.5"),
            (-5.0, Unit::Money, "−5"),
            (0.1 + 0.2, Unit::Plain, "0.3"),
            (1.0 / 3.0, Unit::Years, "0.3333333333"),
            (123_456_789_012.0, Unit::Count, "123,456,789,012"),
            (1e-9, Unit::Plain, "0.000000001"),
            (-1e-300, Unit::Plain, "0"),
        ];
        for (x, unit, text) in rows {
            assert_eq!(ZH.bare(x, unit), text, "{x}");
            assert_eq!(EN.bare(x, unit), text, "{x}");
        }
    }

    #[test]
    fn a_result_has_its_unit_in_both_languages() {
        let rows = [
            (25.0, Unit::Money, "25 元", "¥25"),
            (909.938, Unit::Money, "909.94 元", "¥909.94"),
            (28_142.5, Unit::Money, "28,143 元", "¥28,143"),
            (-5.0, Unit::Money, "−5 元", "−¥5"),
            (-0.0, Unit::Money, "0 元", "¥0"),
            (0.82, Unit::Share, "82%", "82%"),
            (0.000_012_34, Unit::Share, "0.0012%", "0.0012%"),
            (20.0, Unit::Points, "20 分", "20 points"),
            (1.0, Unit::Points, "1 分", "1 point"),
            (-1.0, Unit::Points, "−1 分", "−1 point"),
            (7.1, Unit::Score, "7.1 分", "7.1"),
            (3.75, Unit::Years, "3.75 年", "3.75 years"),
            (1.0, Unit::Years, "1 年", "1 year"),
            (3.75, Unit::Months, "3.75 个月", "3.75 months"),
            (1.0, Unit::Months, "1 个月", "1 month"),
            (1.0 / 6.0, Unit::Minutes, "10 分钟", "10 min"),
            (1.25, Unit::Times, "1.25 倍", "1.25×"),
            (12.0, Unit::Count, "12", "12"),
            (9_999.996, Unit::Plain, "10,000", "10,000"),
            (0.009_99, Unit::Plain, "0.01", "0.01"),
            (1e-17, Unit::Plain, "0", "0"),
        ];
        for (x, unit, zh, en) in rows {
            assert_eq!((ZH.value(x, unit).as_str(), EN.value(x, unit).as_str()), (zh, en));
        }
    }

    #[test]
    fn a_change_has_its_sign() {
        let rows = [
            (20.0, Unit::Money, "+20 元", "+¥20"),
            (-5.0, Unit::Money, "−5 元", "−¥5"),
            (0.0, Unit::Money, "0 元", "¥0"),
            (-1e-12, Unit::Money, "0 元", "¥0"),
            (0.015, Unit::Share, "+1.5%", "+1.5%"),
            (1.0, Unit::Points, "+1 分", "+1 point"),
        ];
        for (x, unit, zh, en) in rows {
            assert_eq!((ZH.signed(x, unit).as_str(), EN.signed(x, unit).as_str()), (zh, en));
        }
    }

    #[test]
    fn a_tick_is_short() {
        let rows = [
            (8_000.0, Unit::Money, "8,000", "8,000"),
            (12_000.0, Unit::Money, "1.2万", "12K"),
            (-12_500.0, Unit::Money, "−1.25万", "−12.5K"),
            (1_200_000.0, Unit::Money, "120万", "1.2M"),
            (99_999_999.0, Unit::Money, "1亿", "100M"),
            (999_999.0, Unit::Money, "100万", "1M"),
            (300_000_000.0, Unit::Money, "3亿", "300M"),
            (3e9, Unit::Money, "30亿", "3B"),
            (1.5e12, Unit::Money, "1.5万亿", "1.5T"),
            (0.82, Unit::Share, "82%", "82%"),
            (1.0 / 6.0, Unit::Minutes, "10", "10"),
            (0.015, Unit::Plain, "0.015", "0.015"),
            (1.005, Unit::Plain, "1.005", "1.005"),
            (-1.4e-17, Unit::Plain, "0", "0"),
        ];
        for (x, unit, zh, en) in rows {
            assert_eq!((ZH.brief(x, unit).as_str(), EN.brief(x, unit).as_str()), (zh, en));
        }
    }

    #[test]
    fn ticks_of_an_axis_are_counted_alike() {
        let ticks = |glass: Glass| {
            [0.0, 2_500.0, -7_500.0, 10_000.0].map(|x| glass.tick(x, Unit::Money, 10_000.0))
        };
        assert_eq!(ticks(ZH), ["0", "0.25万", "−0.75万", "1万"]);
        assert_eq!(ticks(EN), ["0", "2.5K", "−7.5K", "10K"]);
    }

    #[test]
    fn every_currency_has_its_mark() {
        let rows = [
            ("CNY", "25 元", "−¥7.8"),
            ("USD", "25 美元", "−$7.8"),
            ("EUR", "25 欧元", "−€7.8"),
            ("GBP", "25 英镑", "−£7.8"),
            ("JPY", "25 日元", "−¥7.8"),
            ("HKD", "25 港元", "−HK$7.8"),
        ];
        for (currency, (code, zh, en)) in Currency::ALL.into_iter().zip(rows) {
            assert_eq!(currency.code(), code);
            assert_eq!(glass(Language::Chinese, currency).value(25.0, Unit::Money), zh);
            assert_eq!(glass(Language::English, currency).value(-7.8, Unit::Money), en);
            assert!(!currency.name().zh.is_empty() && !currency.name().en.is_empty());
            let code = format!("\"{code}\"");
            assert_eq!(serde_json::to_string(&currency).unwrap(), code);
            assert_eq!(serde_json::from_str::<Currency>(&code).unwrap(), currency);
        }
    }

    #[test]
    fn what_is_not_finite_is_said_and_never_panics() {
        let rows = [(f64::NAN, "—"), (f64::INFINITY, "∞"), (f64::NEG_INFINITY, "−∞")];
        for (x, text) in rows {
            for glass in [ZH, EN] {
                assert_eq!(glass.number(x, 2), text);
                assert_eq!(glass.bare(x, Unit::Money), text);
                assert_eq!(glass.value(x, Unit::Money), text);
                assert_eq!(glass.signed(x, Unit::Share), text);
                assert_eq!(glass.brief(x, Unit::Years), text);
            }
        }
    }
}
