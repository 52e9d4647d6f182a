//! How long the models take: `cargo bench --no-default-features --bench models [name]`.
//!
//! Each line is the median of several runs on the data that it names.

#![allow(clippy::expect_used, reason = "the data are known")]

use std::env;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use customer_value::math::random::Random;
use customer_value::model::purchase::{BgNbd, Cohort, History, MbgNbd, Parameters};

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
    bench.time("BG/NBD expected purchases of 1,000,000 customers", 3, || {
        let outlook = |history| shop().outlook(history).expected_purchases(52.0);
        many.iter().map(outlook).sum::<f64>()
    });
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

/// The customers of an online music shop.
fn cdnow() -> Vec<History> {
    let path = "tests/data/cases/data/cdnow_customers_summary_with_transactions.csv";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).expect("the data");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |k: usize| cells[k].parse::<f64>().expect("a number");
        let repeats = cells[1].parse().expect("a whole number");
        History::new(repeats, number(2), number(3)).expect("a history")
    };
    text.lines().skip(1).map(row).collect()
}
