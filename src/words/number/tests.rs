use super::*;

/// Per box, "text = inside value" rows, parted by semicolons and lines.
const READ: &[(Unit, &str)] = &[
    (
        Unit::Money,
        "0 = 0; -0 = 0; 5 = 5; 5. = 5; .5 = 0.5; 007 = 7; 1234.5 = 1234.5; +5 = 5
         1,234 = 1234; 1,234,567.89 = 1234567.89; 1'234 = 1234; 1’234 = 1234
         12 345 = 12345; 12\u{a0}345 = 12345; \u{3000}12\u{202f}345\u{3000} = 12345
         １２３．５ = 123.5; １，２００ = 1200; 1，200 = 1200; 3。5 = 3.5; 3｡5 = 3.5
         -5 = -5; −5 = -5; －5 = -5; –5 = -5; - 5 = -5; 负5 = -5; ＋5 = 5
         (5) = -5; （5） = -5; (1,234.5) = -1234.5; (5)元 = -5; (¥5) = -5
         ¥5 = 5; ￥5 = 5; RMB 5 = 5; CNY 5 = 5; 5块 = 5
         -¥5 = -5; ¥-5 = -5; 5元 = 5; 5 元 = 5; 5块 = 5; 人民币5元 = 5; 5人民币 = 5
         50万元 = 500000; ¥50万 = 500000
         50万 = 500000; 1.5万 = 15000; 4.35百 = 435; 3千 = 3000; 3百 = 300; 2十万 = 2e5
         3百万 = 3e6; 3千万 = 3e7; 1.2亿 = 1.2e8; 3万亿 = 3e12; 1,200万 = 1.2e7; 5 万 = 5e4
         5k = 5000; 5K = 5000; 1.5m = 1.5e6; 2M = 2e6; 3b = 3e9; 3 B = 3e9; 5w = 5e4
         5W = 50000; ５ｗ = 50000; 2 million = 2e6; ¥1.2 billion = 1.2e9; ¥3bn = 3e9
         3亿5000万 = 350000000; 1万5千 = 15000; 1万5000 = 15000; 3亿500万 = 305000000
         1万0500 = 10500; 1万5,000.5 = 15000.5; 2千500 = 2500; 1 万 5 千 = 15000
         三十五 = 35; 十万 = 100000; 二百五十 = 250; 十 = 10; 十五 = 15; 两千 = 2000
         一百零五 = 105; 一万零五十 = 10050; 一千二百三十四万五千六百七十八 = 12345678
         零 = 0; 〇 = 0; 三点五 = 3.5; 三点一四 = 3.14; 一点二亿 = 1.2e8; 负五 = -5
         百万 = 1e6; 三亿五千万 = 3.5e8; 一万五千 = 15000; 一萬 = 10000; 三億 = 3e8
         1e3 = 1000; 1.5E3 = 1500; 1e+3 = 1000; 2.5e-3 = 0.0025; 1e15 = 1e15; -1e15 = -1e15
         \u{feff}5\u{200b} = 5; 1e-400 = 0; 1e-99 = 1e-99",
    ),
    (
        Unit::Share,
        "82 = 0.82; 0.5 = 0.005; 5% = 0.05; 5％ = 0.05; 8.2% = 0.082; 5 % = 0.05
         5‰ = 0.005; 3成 = 0.3; 三成 = 0.3; 3成5 = 0.35; 八成五 = 0.85; 十成 = 1
         8折 = 0.8; 85折 = 0.85; 8.5折 = 0.85; 八折 = 0.8; 八五折 = 0.85; 20折 = 0.2
         百分之五 = 0.05; 百分之百 = 1; 百分之三点五 = 0.035; 负百分之5 = -0.05
         千分之三 = 0.003; 百分之八十二 = 0.82; -3% = -0.03; 120 = 1.2",
    ),
    (
        Unit::Years,
        "2 = 2; 2年 = 2; 18个月 = 1.5; 6 months = 0.5; 6 month = 0.5; 2y = 2; 2 years = 2
         1 year = 1; 十八个月 = 1.5; 两年 = 2; 3 mo = 0.25; 2 yrs = 2",
    ),
    (Unit::Months, "6 = 6; 6个月 = 6; 2年 = 24; 1.5年 = 18; 6 Months = 6; 6月 = 6; 1 yr = 12"),
    (
        Unit::Minutes,
        "30 = 0.5; 30分 = 0.5; 90分钟 = 1.5; 90 min = 1.5; 2小时 = 2; 2h = 2
         1.5 hours = 1.5; 2个小时 = 2; 两小时 = 2; 6 mins = 0.1; 1 hr = 1; 6k min = 100",
    ),
    (Unit::Points, "20 = 20; 20分 = 20; 20 points = 20; 1 point = 1; 20pts = 20"),
    (Unit::Score, "7.1 = 7.1; 7.1分 = 7.1; 7 pts = 7"),
    (Unit::Times, "1.25 = 1.25; 1.25倍 = 1.25; 1.25x = 1.25; 1.25× = 1.25; 50% = 0.5; 8折 = 0.8"),
    (Unit::Count, "12次 = 12; 12个 = 12; 12人 = 12; 1万人 = 10000; 5m = 5e6"),
    (Unit::Plain, "12 = 12; -3.5 = -3.5; 1万 = 10000"),
];

/// Per trouble and box, texts parted by semicolons and lines.
const REFUSED: &[(Trouble, Unit, &str)] = &[
    (Trouble::Empty, Unit::Money, ";   ;\u{3000};\t\r;\u{feff}"),
    (
        Trouble::NotANumber,
        Unit::Money,
        "abc; --5; +-5; 5-; ∞; −∞; —; NaN; inf; -; +; .; ,; (; ()
         元; ¥; 万; 亿; k; e; 1e; e5; 1e 3; 5kg; 5%%; -(5); ((5)); (-5)
         5。; 半; 3五; 三5; 1亿亿; 1k5; k5; ٣; 5²; 0x10; I am happy; 1万abc",
    ),
    (Trouble::NotANumber, Unit::Share, "%; 折; 百分之; 成五"),
    (
        Trouble::Ambiguous,
        Unit::Money,
        "1,5; 1.234,5; 1.2.3; 1,23; 1,2345; 1,2345,6789; 1234,567
         5 5; 1,234'567; 1,,234; 0,500; ,500; 1 23; 1.234.567; 5,
         1万5; 一万五; 1万500; 三百五; 1.5万5千; 1万50000; 1百50十; 三五",
    ),
    (Trouble::Ambiguous, Unit::Share, "10折; 十折; 100折; 1,5%"),
    (Trouble::UnclearTime, Unit::Years, "6m; 2w"),
    (Trouble::UnclearTime, Unit::Minutes, "5m"),
    (Trouble::WrongUnit, Unit::Money, "5%; 3成; 8折; 5年; 5 min; 5分; 5x; 百分之五; 5h"),
    (Trouble::WrongUnit, Unit::Share, "¥5; 5元; 5年; 5倍; 5 points"),
    (Trouble::WrongUnit, Unit::Years, "5小时; 5分; $5; ¥5; 5%"),
    (
        Trouble::OtherMoney,
        Unit::Money,
        "$5; 5 USD; US$1,200; 5美元; €5; 5欧元; £5; HK$5; 5日元; ¥5 USD",
    ),
    (Trouble::WrongUnit, Unit::Minutes, "5年; 5个月"),
    (Trouble::WrongUnit, Unit::Count, "5元; 5个月; 5倍"),
    (Trouble::WrongUnit, Unit::Plain, "5元; 5%; 5次"),
    (
        Trouble::TooLarge,
        Unit::Money,
        "1e400; -1e400; 1e99999999; 1.1e15; 1001万亿; 10000000000000000",
    ),
    (Trouble::TooLarge, Unit::Months, "100万亿年"),
];

#[test]
fn numbers_are_read_as_people_write_them() {
    let mut count = 0;
    for (unit, rows) in READ {
        for row in rows.split([';', '\n']) {
            let (text, expected) = row.split_once('=').unwrap();
            let expected: f64 = expected.trim().parse().unwrap();
            let value = read(text, *unit, Currency::Yuan).map(|reading| reading.value);
            assert_eq!(value, Ok(expected), "{text} as {unit:?}");
            count += 1;
        }
    }
    assert!(count >= 80);
}

#[test]
fn what_could_be_misread_is_refused() {
    for (trouble, unit, texts) in REFUSED {
        for text in texts.split([';', '\n']) {
            assert_eq!(read(text, *unit, Currency::Yuan), Err(*trouble), "{text} as {unit:?}");
        }
    }
}

#[test]
fn only_what_looks_otherwise_is_echoed() {
    let plain = |text, unit| read(text, unit, Currency::Yuan).unwrap().plain;
    for text in ["5", "-5", "1,234.5", "１２３", "5元"] {
        assert!(plain(text, Unit::Money), "{text}");
    }
    for text in ["50万", "5k", "(5)", "1e3", "三", "¥5", "5 RMB"] {
        assert!(!plain(text, Unit::Money), "{text}");
    }
    assert!(plain("5%", Unit::Share) && !plain("8折", Unit::Share));
    assert!(plain("2年", Unit::Years) && !plain("18个月", Unit::Years));
    assert!(plain("5 min", Unit::Minutes) && !plain("2h", Unit::Minutes));
}

#[test]
fn money_is_that_of_the_case() {
    let own: &[(Currency, &str)] = &[
        (Currency::Yuan, "¥5; ￥5; 5元; 5块; RMB 5; 人民币5元; CNY 5"),
        (Currency::Dollar, "$5; US$5; 5 USD; 5美元; -$5; ($5)"),
        (Currency::HongKongDollar, "$5; HK$5; 5港元; 5港币; HKD 5"),
        (Currency::Euro, "€5; 5 EUR; 5欧元"),
        (Currency::Pound, "£5; ￡5; 5英镑; GBP 5"),
        (Currency::Yen, "¥5; 5日元; JPY 5"),
        (Currency::Franc, "5法郎; 5 FRF; F5"),
    ];
    for (currency, texts) in own {
        for text in texts.split(';') {
            assert!(read(text, Unit::Money, *currency).is_ok(), "{text} in {currency:?}");
        }
    }
    let other = "$5; €5; £5; 5元; HK$5; US$5; ¥5美元; 5 JPY";
    for text in other.split(';') {
        assert_eq!(read(text, Unit::Money, Currency::Franc), Err(Trouble::OtherMoney), "{text}");
    }
    assert_eq!(read("US$5", Unit::Money, Currency::HongKongDollar), Err(Trouble::OtherMoney));
    assert_eq!(read("HK$5", Unit::Money, Currency::Dollar), Err(Trouble::OtherMoney));
}

#[test]
fn every_mark_is_the_money_of_a_case() {
    for mark in MARKS.split(' ').chain(COINS.split(' ')) {
        assert!(Currency::ALL.iter().any(|currency| is_money_of(mark, *currency)), "{mark}");
    }
    for currency in Currency::ALL {
        let glass = |language| Glass { language, currency };
        for language in [Language::Chinese, Language::English] {
            let name = currency.name().to(language);
            assert!(Trouble::OtherMoney.say(glass(language)).contains(name), "{name}");
        }
    }
}

#[test]
fn every_trouble_is_said_in_both_languages() {
    use Trouble::{Ambiguous, Empty, NotANumber, OtherMoney, TooLarge, UnclearTime, WrongUnit};
    for trouble in [Empty, NotANumber, Ambiguous, UnclearTime, WrongUnit, OtherMoney, TooLarge] {
        let say = |language| trouble.say(Glass { language, ..Glass::default() });
        assert!(say(Language::Chinese).ends_with('。') && say(Language::English).ends_with('.'));
    }
}
