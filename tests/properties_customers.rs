//! What must hold of the customer base, whatever the file.

use std::collections::{BTreeMap, BTreeSet};

use customer_value::math::calendar::Date;
use customer_value::model::customers::write::{Cell, Sheet, plain_text};
use customer_value::model::customers::{
    Columns, Concentration, DateOrder, DateReading, Decimal, Encoding, Grain, Group, Ledger,
    Moment, OrderFound, Period, Plan, Problem, Purchases, Reader, Returns, Rows, RowsError,
    Segments, Separator, Summary, Survey, Terms, fifths,
};
use proptest::prelude::*;
use proptest::sample::select;

#[path = "data/config.rs"]
mod config;

use config::config;

/// Any bytes, and bytes that look like a table.
fn files() -> impl Strategy<Value = Vec<u8>> {
    let words = select(vec![
        "A",
        "A",
        "张三",
        "007",
        "=1+1",
        "1.3E+10",
        "2024-01-31",
        "2024-01-31",
        "13/01/2024",
        "01/02/2024",
        "2024年1月31日",
        "45322",
        "20240131",
        "5",
        "-5",
        "1,5",
        "¥12.50",
        "(3)",
        "1e9",
        "\"",
        "\"\"",
        "\"a\nb\"",
        ",",
        ",",
        ",",
        ",",
        ";",
        "\t",
        "，",
        " ",
        "|",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\u{feff}",
        "日期",
        "sep=;",
        "\u{fffd}",
    ]);
    let cells = prop::collection::vec(words, 0..120).prop_map(|words| words.concat().into_bytes());
    let rows = prop::collection::vec((0..5_u8, 1..29_u8, -9..99_i32), 0..40).prop_map(|rows| {
        let row = |(c, d, a)| format!("c{c},2024-02-{d:02},{a}.5\n");
        rows.into_iter().map(row).collect::<String>().into_bytes()
    });
    let any = prop::collection::vec(any::<u8>(), 0..300);
    prop_oneof![3 => cells.clone(), 1 => rows.clone(), 1 => any.clone(), 1 => (rows, cells, any)
        .prop_map(|(a, b, c)| [a, b, c].concat())]
}

fn plans() -> impl Strategy<Value = Plan> {
    let columns = (0..3_usize, 0..3_usize, prop::option::of(0..4_usize));
    let columns = columns.prop_filter_map("shared", |(customer, date, amount)| {
        let apart = customer != date && amount != Some(customer) && amount != Some(date);
        apart.then_some(Columns { customer, date, amount })
    });
    let decimals = select(vec![Decimal::Point, Decimal::Comma]);
    let orders = select(vec![None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)]);
    let grains = select(vec![Grain::Day, Grain::Second]);
    let latest = prop::option::of(moments());
    let rest = (1..4_u64, decimals, orders, any::<bool>(), latest, grains);
    (select(Separator::ALL.to_vec()), columns, rest).prop_map(|(separator, columns, rest)| {
        let (first_row, decimal, order, tidy, latest, grain) = rest;
        Plan { separator, first_row, columns, decimal, order, tidy, latest, grain }
    })
}

fn moments() -> impl Strategy<Value = Moment> {
    (-20_000..60_000_i64, 0..86_400_u32)
        .prop_map(|(day, second)| Moment::midnight(Date::from_days(day)).at(second))
}

fn terms() -> impl Strategy<Value = Terms> {
    let periods = select(vec![Period::Day, Period::Week, Period::Month, Period::Year]);
    let returns = select(vec![Returns::Purchases, Returns::Netted, Returns::Dropped]);
    let units = prop_oneof![Just(1.0), Just(7.0), 1e-6..1e6];
    (periods, units, prop::option::of(moments()), any::<bool>(), returns).prop_map(
        |(period, unit, end, with_first, returns)| Terms { period, unit, end, with_first, returns },
    )
}

/// Everything that came of a file.
type Outcome =
    Result<(u64, u64, OrderFound, Vec<Problem>, Vec<String>, Option<Summary>), RowsError>;

fn read<'a>(plan: Plan, pieces: impl Iterator<Item = &'a [u8]>) -> Outcome {
    let mut reader = Reader::new(plan).unwrap_or_else(|error| panic!("{error:?}"));
    for piece in pieces {
        reader.push(piece)?;
    }
    let import = reader.finish()?;
    let ledger = &import.ledger;
    let names = (0..).map(|id| ledger.name(id).to_owned()).take(ledger.customers()).collect();
    let problems = import.problems.listed().to_vec();
    let summary = ledger.summary(&Terms::default()).ok();
    Ok((import.rows, import.blank, import.order, problems, names, summary))
}

/// The pieces of `bytes` between `cuts`.
fn cut<'a>(bytes: &'a [u8], cuts: &[prop::sample::Index]) -> Vec<&'a [u8]> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
    places.extend([0, bytes.len()]);
    places.sort_unstable();
    places.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect()
}

/// Purchases of a few customers in any order: customer, day, time, amount.
fn purchases() -> impl Strategy<Value = Vec<(u8, i64, u32, f64)>> {
    let amounts = prop_oneof![8 => (0..50_000_i32).prop_map(|c| f64::from(c) / 100.0),
        2 => (-50_000..1_i32).prop_map(|c| f64::from(c) / 100.0),
        1 => select(vec![1e15, -1e15, 1e-300, 0.0])];
    prop::collection::vec((0..6_u8, 19_000..19_400_i64, 0..86_400_u32, amounts), 1..80)
}

fn ledger(rows: &[(u8, i64, u32, f64)], grain: Grain) -> Ledger {
    let mut purchases = Purchases::new(grain, true);
    for (customer, day, time, amount) in rows {
        let at = Moment::midnight(Date::from_days(*day)).at(*time);
        purchases.add(&[b'a' + customer], at, *amount).unwrap_or_else(|| panic!("{amount}"));
    }
    purchases.post()
}

fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-12 * scale
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn where_a_file_is_cut_makes_no_difference(
        bytes in files(), plan in plans(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let whole = read(plan, std::iter::once(&bytes[..]));
        prop_assert_eq!(&read(plan, cut(&bytes, &cuts).into_iter()), &whole);
        prop_assert_eq!(&read(plan, bytes.chunks(1)), &whole);
    }

    #[test]
    fn what_is_written_reads_back_the_same(
        rows in prop::collection::vec(prop::collection::vec("[ -~张＝＠\"'=+\t\r\n@，-]{0,8}", 1..5), 0..8),
    ) {
        let mut sheet = Sheet::default();
        for row in &rows {
            sheet.row(row.iter().map(|cell| Cell::Text(cell)));
        }
        let text = sheet.into_text();
        let mut back: Vec<Vec<String>> = Vec::new();
        let mut take = |row: customer_value::model::customers::Row<'_>| {
            let cell = |cell: &[u8]| plain_text(std::str::from_utf8(cell).unwrap()).to_owned();
            back.push(row.cells().map(cell).collect());
        };
        let mut reader = Rows::new(Separator::Comma);
        for piece in text.as_bytes().chunks(7) {
            reader.push(piece, &mut take).unwrap();
        }
        let count = reader.finish(&mut take).unwrap();
        prop_assert_eq!(count, rows.len() as u64);
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn every_day_reads_back_in_every_form(day in -25_567..84_000_i64, second in 0..86_400_u32) {
        let date = Date::from_days(day);
        let moment = Moment::midnight(date).at(second);
        let (y, m, d) = (date.year(), date.month(), date.day());
        let (hour, minute, rest) = (second / 3_600, second / 60 % 60, second % 60);
        let time = format!("{hour:02}:{minute:02}:{rest:02}");
        let forms = [
            format!("{y}-{m:02}-{d:02} {time}"),
            format!("{y}/{m}/{d} {time}"),
            format!("{y:04}{m:02}{d:02}{hour:02}{minute:02}{rest:02}"),
            format!("{y}年{m}月{d}日 {time}"),
            format!("{d:02}.{m:02}.{y} {time}"),
            format!("{y}-{m:02}-{d:02}T{time}.000Z"),
        ];
        for form in forms {
            prop_assert_eq!(DateReading::of(form.as_bytes()), Some(DateReading::Plain(moment)), "{}", form);
        }
        for (order, form) in [
            (DateOrder::DayFirst, format!("{d}/{m}/{y} {time}")),
            (DateOrder::MonthFirst, format!("{m:02}/{d:02}/{y} {time}")),
        ] {
            let read = DateReading::of(form.as_bytes()).and_then(|reading| reading.in_order(order));
            prop_assert_eq!(read, Some(moment), "{}", form);
        }
        // A spreadsheet's number.
        if (0..=73_050 - 25_569).contains(&day) {
            let serial = format!("{:.9}", (day + 25_569) as f64 + f64::from(second) / 86_400.0);
            prop_assert_eq!(DateReading::of(serial.as_bytes()), Some(DateReading::Plain(moment)), "{}", serial);
        }
    }

    #[test]
    fn an_amount_reads_back_as_it_was_written(cents in -100_000_000_000_000_i64..100_000_000_000_000) {
        let amount = cents as f64 / 100.0;
        let (sign, size) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
        let digits = (size / 100).to_string();
        let grouped = |mark: &str| {
            let bytes = digits.as_bytes();
            let groups: Vec<&str> = bytes.rchunks(3).rev().map(|g| std::str::from_utf8(g).unwrap()).collect();
            groups.join(mark)
        };
        let part = size % 100;
        for form in [
            format!("{sign}{digits}.{part:02}"),
            format!("{sign}{}.{part:02}", grouped(",")),
            format!("￥{sign}{}.{part:02}", grouped(",")),
            format!("{sign}{digits}.{part:02}元"),
        ] {
            prop_assert_eq!(Decimal::Point.read(form.as_bytes()), Some(amount), "{}", form);
        }
        let comma = format!("{sign}{},{part:02} €", grouped("."));
        prop_assert_eq!(Decimal::Comma.read(comma.as_bytes()), Some(amount), "{}", comma);
        if cents < 0 {
            let bracketed = format!("({digits}.{part:02})");
            prop_assert_eq!(Decimal::Point.read(bracketed.as_bytes()), Some(amount), "{}", bracketed);
        }
    }

    #[test]
    fn a_summary_is_what_counting_by_hand_gives(rows in purchases(), terms in terms()) {
        let Ok(summary) = ledger(&rows, Grain::Day).summary(&Terms { end: None, ..terms }) else { return Ok(()) };
        let last = rows.iter().map(|row| row.1).max().unwrap_or(0);
        let start = |day: i64| terms.period.start(Moment::midnight(Date::from_days(day)));
        let mut visits: BTreeMap<u8, BTreeMap<i64, f64>> = BTreeMap::new();
        for (customer, day, _, amount) in &rows {
            if terms.returns != Returns::Dropped || *amount > 0.0 {
                *visits.entry(*customer).or_default().entry(start(*day)).or_default() += amount;
            }
        }
        if terms.returns == Returns::Netted {
            // Sums that cancel exactly in one order need not in another: leave these alone.
            prop_assume!(visits.values().flat_map(BTreeMap::values).all(|sum| sum.abs() > 1e-6));
            for days in visits.values_mut() {
                days.retain(|_, sum| *sum > 0.0);
            }
        }
        visits.retain(|_, days| !days.is_empty());
        prop_assert_eq!(visits.len(), summary.customers().len());
        let ledger = ledger(&rows, Grain::Day);
        let unit = terms.period.days() * terms.unit;
        for customer in summary.customers() {
            let days = &visits[&(ledger.name(customer.id).as_bytes()[0] - b'a')];
            let (first, latest) = (*days.keys().next().unwrap(), *days.keys().next_back().unwrap());
            let counted = days.values().skip(usize::from(!terms.with_first));
            let (count, sum) = (counted.clone().count(), counted.sum::<f64>());
            let all = rows.iter().filter(|row| ledger.name(customer.id).as_bytes() == [b'a' + row.0]);
            let size: f64 = all.map(|row| row.3.abs()).sum();
            prop_assert_eq!((customer.purchases as usize, customer.frequency as usize), (days.len(), count));
            prop_assert!(near(customer.recency * unit, (latest - first) as f64, 1e3));
            prop_assert!(near(customer.age * unit, (start(last) - first) as f64, 1e3));
            prop_assert_eq!(customer.mean_spend.is_some(), count > 0);
            prop_assert!(customer.mean_spend.is_none_or(|mean| near(mean * count as f64, sum, size)));
            prop_assert!(near(customer.spend, days.values().sum(), size));
        }
    }

    #[test]
    fn a_split_loses_nothing(rows in purchases(), at in 0..400_i64, with_time in any::<bool>()) {
        let split = Moment::midnight(Date::from_days(19_000 + at)).at(if with_time { 43_200 } else { 0 });
        let grain = if with_time { Grain::Second } else { Grain::Day };
        let ledger = ledger(&rows, grain);
        let Ok(parts) = ledger.split(&Terms::default(), split) else { return Ok(()) };
        for customer in parts.customers() {
            let name = ledger.name(customer.before.id).as_bytes()[0] - b'a';
            let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
            for (_, day, time, _) in rows.iter().filter(|row| row.0 == name) {
                let moment = Moment::midnight(Date::from_days(*day)).at(if with_time { *time } else { 0 });
                if moment <= split { before.insert(day) } else { after.insert(day) };
            }
            prop_assert_eq!(customer.before.purchases as usize, before.len());
            prop_assert_eq!(customer.frequency as usize, after.len());
        }
    }

    #[test]
    fn a_spread_of_value_is_a_spread(values in prop::collection::vec(prop_oneof![4 => 0.0..1e6_f64, 1 => -10.0..1.0_f64, 1 => select(vec![0.0, 1e-290, 1e30])], 1..60)) {
        let Ok(base) = Concentration::new(&values) else { return Ok(()) };
        let n = values.len() as f64;
        let curve: Vec<f64> = (0..=400).map(|k| base.lorenz(f64::from(k) / 400.0)).collect();
        prop_assert!(curve.is_sorted() && curve[0] == 0.0 && near(curve[400], 1.0, 1.0));
        prop_assert!(curve.iter().enumerate().all(|(k, y)| *y <= k as f64 / 400.0 + 1e-12));
        // The area under straight lines between the customers.
        let area: f64 = (0..values.len()).map(|k| {
            (base.lorenz(k as f64 / n) + base.lorenz((k + 1) as f64 / n)) / (2.0 * n)
        }).sum();
        prop_assert!(near(base.gini(), 1.0 - 2.0 * area, 100.0), "{} {}", base.gini(), 1.0 - 2.0 * area);
        prop_assert!((0.0..=1.0 - 1.0 / n + 1e-12).contains(&base.gini()));
        let shares: f64 = base.tenths().iter().map(|tenth| tenth.share).sum();
        prop_assert!(near(shares, 1.0, 10.0));
        for share in [0.0, 0.1, 0.5, 0.8, 1.0] {
            prop_assert!(near(base.top(base.customers_for(share)), share, 1e3), "{share}");
        }
        for x in [f64::NAN, f64::INFINITY, -1.0, 2.0] {
            prop_assert!(base.lorenz(x).is_finite() && base.top(x).is_finite() && base.customers_for(x).is_finite());
        }
    }

    #[test]
    fn fifths_keep_the_order(values in prop::collection::vec(prop_oneof![Just(1.0), -5.0..5.0_f64], 0..60)) {
        let scores = fifths(&values);
        for (a, one) in values.iter().zip(&scores) {
            prop_assert!((1..=5).contains(one));
            for (b, other) in values.iter().zip(&scores) {
                let right = if a < b { one <= other } else { a > b || one == other };
                prop_assert!(right, "{a} {one}, {b} {other}");
            }
        }
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn no_file_breaks_anything(bytes in files(), plan in plans(), terms in terms(), split in moments()) {
        let _ = Encoding::of(&bytes);
        if let Ok(survey) = Survey::new(&bytes) {
            let guesses: Vec<f64> = customer_value::model::customers::Role::ALL.iter()
                .flat_map(|role| survey.guesses(*role, &[])).map(|guess| guess.confidence).collect();
            prop_assert!(guesses.iter().all(|confidence| (0.0..=1.0).contains(confidence)));
            if let Some(columns) = survey.columns() {
                prop_assert!(Reader::new(survey.plan(columns)).is_ok());
            }
        }
        let mut reader = Reader::new(plan).unwrap();
        if reader.push(&bytes).is_err() {
            return Ok(());
        }
        let ledger = reader.finish().unwrap().ledger;
        if let Ok(summary) = ledger.summary(&terms) {
            prop_assert_eq!(summary.customers().len() + summary.left_out(), ledger.customers());
            for customer in summary.customers() {
                let numbers = [customer.recency, customer.age, customer.spend, customer.silence()];
                prop_assert!(numbers.iter().all(|x| x.is_finite()) && customer.recency <= customer.age);
                prop_assert!(customer.mean_spend.is_none_or(f64::is_finite));
            }
            let segments = Segments::new(&summary);
            let count: usize = Group::ALL.iter().map(|group| segments.size(*group).customers).sum();
            prop_assert_eq!(count, summary.customers().len());
        }
        if let Ok(split) = ledger.split(&terms, split) {
            prop_assert!(split.duration().is_finite());
            prop_assert!(split.customers().iter().all(|c| c.mean_spend.is_none_or(f64::is_finite)));
        }
    }
}
