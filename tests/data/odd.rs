//! What tests of properties share: how many cases, when two numbers are near, and odd numbers.

use proptest::prelude::*;
use proptest::sample::select;

#[path = "config.rs"]
mod config;

pub use config::config;

/// Whether two numbers differ by no more than `share` of the greater, or of `scale`.
pub fn near(a: f64, b: f64, scale: f64, share: f64) -> bool {
    (a - b).abs() <= share * a.abs().max(b.abs()).max(scale.abs())
}

/// Ends, middles and what is hardly a number, up to the limits of the fields and a bit beyond.
pub fn odd() -> impl Strategy<Value = f64> {
    let odd = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.05,
        0.5,
        2.0,
        10.0,
        600.0,
        1e6,
        1e12,
        -1e12,
        1e15,
        -1e15,
        1e-9,
        1e-300,
        f64::MIN_POSITIVE,
        5e-324,
        -0.99,
        -0.999_999_999_999,
        0.999_999_999_999,
        1.0 - f64::EPSILON,
        f64::EPSILON,
        1e300,
        f64::MAX,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    prop_oneof![3 => select(odd.to_vec()), 1 => any::<f64>(), 2 => -1.0..2.0]
}
