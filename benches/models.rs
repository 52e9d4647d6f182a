//! How long the models take: `cargo bench --no-default-features --bench models [name]`.
//!
//! Each line is the median of several runs on the data that it names.

#![allow(clippy::expect_used, reason = "the data are known")]

use std::env;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use customer_value::math::calendar::Date;
use customer_value::math::random::Random;
use customer_value::model::customers::{Reader, Summary, Survey, Terms};
use customer_value::model::purchase::bg_bb::{BgBb, Opportunities};
use customer_value::model::purchase::gamma_gamma::{GammaGamma, Spend};
use customer_value::model::purchase::simulation::{Purchase, pasts, record};
use customer_value::model::purchase::{BgNbd, Cohort, History, MbgNbd, Parameters, ParetoNbd};

fn main() {
    let wanted = env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let bench = Bench { wanted };
    let cdnow = cdnow();
    let many = simulated(1_000_000);
    bench.time("BG/NBD fit, CDNOW", 101, || BgNbd::fit(&Cohort::new(cdnow.iter().copied())));
    bench.time("MBG/NBD fit, CDNOW", 101, || MbgNbd::fit(&Cohort::new(cdnow.iter().copied())));
    bench.time("merge, 1,000,000 customers", 5, || Cohort::new(many.iter().copied()));
    bench.time("BG/NBD fit, 1,000,000 customers", 5, || {
        BgNbd::fit(&Cohort::new(many.iter().copied()))
    });
    bench.time("MBG/NBD fit, 1,000,000 customers", 5, || {
        MbgNbd::fit(&Cohort::new(many.iter().copied()))
    });
    let leaving = simulated_leaving(1_000_000);
    bench.time("Pareto/NBD fit, CDNOW", 51, || ParetoNbd::fit(&Cohort::new(cdnow.iter().copied())));
    bench.time("Pareto/NBD fit, 1,000,000 customers", 3, || {
        ParetoNbd::fit(&Cohort::new(leaving.iter().copied()))
    });
    bench.time("Pareto/NBD expected purchases of 1,000,000 customers", 3, || {
        let outlook = |history| music_shop().outlook(history).expected_purchases(52.0);
        leaving.iter().map(outlook).sum::<f64>()
    });
    bench.time("Pareto/NBD prediction intervals of 1,000 customers", 3, || {
        let interval = |history| music_shop().outlook(history).prediction_interval(0.9, 52.0);
        leaving.iter().take(1000).map(interval).collect::<Vec<_>>()
    });
    bench.time("BG/NBD expected purchases of 1,000,000 customers", 3, || {
        let outlook = |history| shop().outlook(history).expected_purchases(52.0);
        many.iter().map(outlook).sum::<f64>()
    });
    let (few, spends) = (cdnow_spends(), simulated_spends(1_000_000));
    bench.time("Gamma-Gamma fit, CDNOW", 101, || GammaGamma::fit(&few));
    bench.time("Gamma-Gamma fit, 1,000,000 customers", 5, || GammaGamma::fit(&spends));
    for (order, text) in [("by time", books(false)), ("by customer", books(true))] {
        bench.time(&format!("1,000,000 rows to the summary, {order}"), 9, || summary(&text));
    }
    let donors = donors();
    bench.time("BG/BB fit, donors", 101, || BgBb::fit(&donors));
}

/// What is timed.
struct Bench {
    /// Only what has this in its name.
    wanted: Option<String>,
}

impl Bench {
    fn time<T>(&self, name: &str, runs: usize, work: impl Fn() -> T) {
        if self.wanted.as_ref().is_some_and(|wanted| !name.contains(wanted)) {
            return;
        }
        let run = |_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        };
        let mut times: Vec<Duration> = (0..runs).map(run).collect();
        times.sort();
        println!("{name:56} {:10.3} ms", times[runs / 2].as_secs_f64() * 1e3);
    }
}

fn shop() -> BgNbd {
    let parameters = Parameters { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    BgNbd::new(parameters).expect("sound parameters")
}

/// Customers known for up to a year, in days.
fn simulated(customers: usize) -> Vec<History> {
    let mut random = Random::new(1);
    let one = |_| {
        let age = random.uniform(10.0, 52.0);
        let habits = shop().draw(&mut random);
        habits.past(age, &mut random).expect("a sound age").history
    };
    (0..customers).map(one).collect()
}

/// The first million purchases in the books of a shop, as text.
fn books(by_customer: bool) -> String {
    let ages = (10.0, 52.0);
    let pasts = pasts(600_000, ages, 3, |random| shop().draw(random)).expect("sound ages");
    let spending = GammaGamma::new(6.25, 3.74, 15.44).expect("sound parameters");
    let mut purchases = record(&pasts, &spending, 4);
    purchases.truncate(1_000_000);
    assert_eq!(purchases.len(), 1_000_000);
    if by_customer {
        purchases.sort_by_key(|purchase| purchase.customer);
    }
    let mut text = String::from("customer_id,date,amount\n");
    for Purchase { customer, time, amount } in purchases {
        let date = Date::from_days(19_000 + i64::from(count(7.0 * time)));
        let (year, month, day) = (date.year(), date.month(), date.day());
        let row = format!("{customer:06},{year}-{month:02}-{day:02},{amount:.2}\n");
        text.push_str(&row);
    }
    text
}

/// Reads a file of purchases and sums it up.
fn summary(text: &str) -> Summary {
    let survey = Survey::new(text.as_bytes()).expect("a table");
    let plan = survey.plan(survey.columns().expect("customers and dates"));
    let mut reader = Reader::new(plan).expect("a sound plan");
    for piece in text.as_bytes().chunks(1 << 16) {
        reader.push(piece).expect("a table");
    }
    let ledger = reader.finish().expect("a table").ledger;
    ledger.summary(&Terms::default()).expect("customers")
}

/// What so many customers spend who came back at least once.
fn simulated_spends(customers: usize) -> Vec<Spend> {
    let model = GammaGamma::new(6.25, 3.74, 15.44).expect("sound parameters");
    let mut random = Random::new(2);
    let mut histories = simulated(2 * customers).into_iter().cycle();
    let mut repeats = || histories.find_map(|h| Some(h.repeats()).filter(|n| *n > 0)).unwrap_or(1);
    (0..customers).map(|_| model.draw(repeats(), &mut random)).collect()
}

fn music_shop() -> ParetoNbd {
    ParetoNbd::new(0.553, 10.578, 0.606, 11.669).expect("sound parameters")
}

/// Customers known for up to a year, in weeks, each at a time of their own.
fn simulated_leaving(customers: usize) -> Vec<History> {
    let mut random = Random::new(2);
    let one = |_| {
        let age = random.uniform(10.0, 52.0);
        let habits = music_shop().draw(&mut random);
        habits.past(age, &mut random).expect("a sound age").history
    };
    (0..customers).map(one).collect()
}

/// The customers of an online music shop.
fn cdnow() -> Vec<History> {
    let row = |cells: &[f64]| History::new(count(cells[1]), cells[2], cells[3]).expect("a history");
    rows("cdnow_customers_summary_with_transactions.csv", row)
}

/// What those of them spent who came back.
fn cdnow_spends() -> Vec<Spend> {
    let row = |cells: &[f64]| Spend::new(count(cells[1]), cells[4]).unwrap_or(Spend::UNKNOWN);
    rows("cdnow_customers_summary_with_transactions.csv", row)
}

/// The donors of a charity, asked six times.
fn donors() -> Vec<(Opportunities, u32)> {
    let row = |cells: &[f64]| {
        let [taken, last, given, customers] = [0, 1, 2, 3].map(|k| count(cells[k]));
        (Opportunities::new(taken, last, given).expect("a history"), customers)
    };
    rows("donations.csv", row)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers")]
fn count(number: f64) -> u32 {
    number as u32
}

/// The rows of a file of the reference cases.
fn rows<T>(name: &str, of: impl Fn(&[f64]) -> T) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cases/data");
    let text = std::fs::read_to_string(folder.join(name)).expect("the data");
    let row = |line: &str| {
        let cells: Vec<f64> = line.split(',').map(|c| c.parse().expect("a number")).collect();
        of(&cells)
    };
    text.lines().skip(1).map(row).collect()
}
