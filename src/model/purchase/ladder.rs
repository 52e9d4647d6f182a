//! The search for the parameters that make many customers most likely, with ever larger samples.

use std::iter;

use super::Cohort;
use crate::math::maximum::{End, Maximum, Search};

/// How many customers the first sample has, and how many times as many each next one.
const SAMPLE: u64 = 250;
const GROWTH: u64 = 16;

/// Climbs from each of `starts` with a small sample of `cohort`; the best goes on with ever larger
/// samples, at last with all, so that few steps are taken with all customers.
///
/// `best` is the best of the climbs of a search with some customers from each of some starts.
pub(super) fn climb<const N: usize>(
    cohort: &Cohort,
    starts: &[[f64; N]; 3],
    best: impl Fn(Search, &Cohort, &[[f64; N]]) -> Maximum<N>,
) -> Maximum<N> {
    // A sample's own top is off by more than this.
    let rough = Search { enough: 0.1, ..Search::default() };
    // The last step trusts the parabola, which bends the less the more customers there are.
    let fine = Search { enough: (1e-9 * cohort.customers() as f64).max(1e-6), ..rough };
    let mut going_on = starts.to_vec();
    for (rung, sample) in samples(cohort).iter().enumerate() {
        let found = best(rough, sample, &going_on);
        going_on = match found.end {
            End::Top => vec![found.at],
            // A sample may be too small to say what all of them do.
            _ if rung == 0 => starts.to_vec(),
            _ => vec![found.at, starts[0]],
        };
    }
    let found = best(fine, cohort, &going_on);
    if found.end == End::Top || going_on.len() > 1 {
        return found;
    }
    let other = best(fine, cohort, starts);
    if other.local.value > found.local.value { other } else { found }
}

/// Samples of rising size, each at most a quarter of `cohort`, and each one of the next.
fn samples(cohort: &Cohort) -> Vec<Cohort> {
    let sizes = iter::successors(Some(SAMPLE), |size| size.checked_mul(GROWTH));
    let sizes: Vec<u64> = sizes.take_while(|size| size * 4 <= cohort.customers()).collect();
    let mut samples: Vec<Cohort> = Vec::new();
    for size in sizes.into_iter().rev() {
        samples.push(samples.last().unwrap_or(cohort).sample(size));
    }
    samples.reverse();
    samples
}
