//! Properties of the reader and the writer of numbers.

use customer_value::words::{Currency, Glass, Language, Reading, Unit, read};
use proptest::prelude::*;

#[path = "data/config.rs"]
mod config;

use config::config;

const UNITS: [Unit; 10] = [
    Unit::Money,
    Unit::Points,
    Unit::Score,
    Unit::Share,
    Unit::Years,
    Unit::Months,
    Unit::Minutes,
    Unit::Count,
    Unit::Times,
    Unit::Plain,
];

/// Pieces of the reader's grammar, between bars, to be put together in any order.
const PIECES: &str = "0|1|5|12|500|５|零|〇|一|两|五|十|百|千|万|亿|点|.|．|。|,|，|'| |\u{a0}|\u{3000}\
    |+|-|−|－|负|(|)|（|）|¥|￥|$|HK$|RMB|元|美元|块|k|M|b|w|e|E|%|％|‰|成|折|百分之\
    |年|个月|月|半|:|零|小时|刻钟|分|分钟|min|h|倍|x|次|years|\u{200b}";

fn glasses() -> impl Strategy<Value = Glass> {
    let languages = prop::sample::select(vec![Language::Chinese, Language::English]);
    let currencies = prop::sample::select(Currency::ALL.to_vec());
    (languages, currencies).prop_map(|(language, currency)| Glass { language, currency })
}

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(UNITS.to_vec())
}

/// Up to eleven pieces of the grammar in a row.
fn sentences() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES.split('|').collect::<Vec<_>>());
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Sizes from 1e-9 to 1e15, evenly over their powers of ten, of either sign.
fn sizes() -> impl Strategy<Value = f64> {
    (1.0..9.999_f64, -9..15_i32, any::<bool>()).prop_map(|(digits, power, negative)| {
        let size = digits * 10_f64.powi(power);
        if negative { -size } else { size }
    })
}

/// What holds of every reading: a size within the limit, and no negative zero.
fn is_sound(text: &str, unit: Unit) -> bool {
    Currency::ALL.into_iter().all(|currency| match read(text, unit, currency) {
        Ok(Reading { value, .. }) => {
            value.abs() <= 1e15 && (value != 0.0 || value.is_sign_positive())
        }
        Err(trouble) => !trouble.say(Glass { currency, ..Glass::default() }).is_empty(),
    })
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>(), unit in units()) {
        prop_assert!(is_sound(&text, unit));
    }

    #[test]
    fn no_sentence_of_the_grammar_breaks_the_reader(
        text in sentences(),
        unit in units(),
    ) {
        prop_assert!(is_sound(&text, unit));
    }

    #[test]
    fn a_box_gives_back_what_it_shows(x in sizes(), unit in units(), glass in glasses()) {
        let text = glass.bare(x, unit);
        let reading = read(&text, unit, glass.currency);
        prop_assert!(reading.is_ok(), "{text}: {reading:?}");
        let reading = reading.unwrap();
        prop_assert!(reading.plain, "{text}");
        prop_assert!((reading.value - x).abs() <= 1e-9 * x.abs(), "{x} {text} {reading:?}");
        // Shown sizes above 2^53 have more digits than a number holds.
        prop_assert!(x.abs() > 1e13 || glass.bare(reading.value, unit) == text, "{text}");
    }

    #[test]
    fn a_result_is_read_back_as_it_looks(
        x in -1e9..1e9_f64,
        unit in units(),
        glass in glasses(),
    ) {
        let text = glass.value(x, unit);
        let value = read(&text, unit, glass.currency).map(|reading| reading.value);
        prop_assert!(value.is_ok(), "{text}: {value:?}");
        prop_assert!((value.unwrap() - x).abs() <= 0.0051 + 1e-4 * x.abs(), "{x} {text}");
    }

    #[test]
    fn decimal_groups_and_wan_agree(whole in 0..1_000_000_u32, cents in 0..10_000_u32) {
        let value = |text: &str| read(text, Unit::Money, Currency::Yuan).unwrap().value;
        let long = format!("{}{cents:04}", whole + 1);
        for text in [format!("{}.{cents:04}万", whole + 1), format!("{}万{cents:04}", whole + 1)] {
            prop_assert_eq!(value(&long).to_bits(), value(&text).to_bits(), "{}", text);
        }
    }

    #[test]
    fn nothing_is_shown_empty(x in any::<f64>(), unit in units(), glass in glasses()) {
        let texts = [glass.bare(x, unit), glass.value(x, unit), glass.signed(x, unit)];
        for text in texts.into_iter().chain([glass.brief(x, unit), glass.number(x, 2)]) {
            prop_assert!(!text.is_empty() && !text.contains("NaN") && !text.contains('-'));
        }
    }
}

#[test]
fn zero_and_the_limits_survive_the_box() {
    for unit in UNITS {
        for x in [0.0, 1.0, 1e15, -1e15, 1e-9] {
            let value = read(&Glass::default().bare(x, unit), unit, Currency::Yuan).unwrap().value;
            assert!((value - x).abs() <= 1e-9 * x.abs(), "{x} {unit:?}: {value}");
        }
    }
}
