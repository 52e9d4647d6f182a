//! The models timed as a native program, to be set beside the Python library lifetimes:
//! `scripts/bench` runs it.
//!
//! `write customers|purchases FILE` writes the data; `MODEL FILE RUNS` fits a model (`bg-nbd`,
//! `gamma-gamma`, `pareto-nbd`) and `summary FILE RUNS` sums purchases up. Prints the seconds of each run,
//! the numbers found and the greatest memory of the process, as JSON.

#![allow(clippy::expect_used, clippy::panic, reason = "the data are known")]

mod data;
mod tasks;

use std::env;
use std::fs::{File, read_to_string};
use std::hint::black_box;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::time::Instant;

use tasks::{Fitting, summary};

const PIECE: u64 = 1 << 20;

/// What is shorter than this, in seconds, is repeated: clocks tick.
const SHORTEST: f64 = 0.05;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|a| a != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["write", "customers", file] => data::write_customers(Path::new(file)).expect("room"),
        ["write", "purchases", file] => data::write_purchases(Path::new(file)).expect("room"),
        ["summary", file, runs] => time(runs, || summary(pieces(file))),
        [model, file, runs] => {
            let fitting = read(model, file);
            time(runs, || fitting.fit());
        }
        // As one of all benches, without arguments.
        _ => println!("scripts/bench runs this."),
    }
}

/// The rows of a file, without keeping its text.
fn read(model: &str, file: &str) -> Fitting {
    let rows = || BufReader::new(File::open(file).expect("the data")).lines().skip(1);
    let mut fitting = Fitting::new(model, rows().count());
    rows().for_each(|row| fitting.add(&row.expect("the data")));
    fitting
}

fn pieces(file: &str) -> impl Iterator<Item = Vec<u8>> {
    let mut file = File::open(file).expect("the data");
    std::iter::from_fn(move || {
        let mut piece = Vec::new();
        let read = file.by_ref().take(PIECE).read_to_end(&mut piece).expect("the data");
        (read > 0).then_some(piece)
    })
}

fn time(runs: &str, work: impl Fn() -> Vec<f64>) {
    let clock = clock();
    // The first run, before which memory is cold, only shows how long one takes.
    let start = Instant::now();
    let mut numbers = work();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded up")]
    let times = (SHORTEST / start.elapsed().as_secs_f64()).ceil() as u32;
    let mut seconds = Vec::new();
    for _ in 0..runs.parse().expect("a number of runs") {
        let start = clock();
        (0..times).for_each(|_| numbers = black_box(work()));
        seconds.push((clock() - start) / f64::from(times));
    }
    let memory = greatest_memory().map_or("null".to_owned(), |bytes| bytes.to_string());
    println!("{{\"seconds\":{seconds:?},\"numbers\":{numbers:?},\"memory\":{memory}}}");
}

/// Seconds by the clock on the wall, or of what the processor gives to this thread alone.
fn clock() -> impl Fn() -> f64 {
    let alone = env::var("BENCH_CLOCK").is_ok_and(|clock| clock == "processor");
    let start = Instant::now();
    move || {
        if !alone {
            return start.elapsed().as_secs_f64();
        }
        let given = read_to_string("/proc/thread-self/schedstat").expect("Linux counts it");
        let nanoseconds = given.split(' ').next().expect("three numbers");
        nanoseconds.parse::<f64>().expect("a number") * 1e-9
    }
}

/// The most memory the process has had, in bytes; none where the system does not say (Linux does).
fn greatest_memory() -> Option<u64> {
    let status = read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
