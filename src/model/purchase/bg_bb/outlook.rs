//! What a customer does at the coming opportunities.

use std::iter;

use super::{BgBb, MOST_OPPORTUNITIES};
use crate::math::beta::{ln_moment, moment_series, moment_sum};
use crate::model::purchase::{GoesOn, Outlook};

/// A time is a number of coming opportunities, of which only the whole ones count.
impl GoesOn for BgBb {
    fn stays(&self, time: f64) -> f64 {
        libm::exp(ln_moment(self.gamma, self.delta, time.floor()))
    }

    fn expected_purchases(&self, time: f64) -> f64 {
        self.next_purchase() * moment_sum(self.gamma, self.delta + 1.0, time.floor())
    }

    fn probability_of(&self, n: f64, time: f64) -> f64 {
        let end = opportunities(time);
        let stops = |(i, alive)| if i == end { alive } else { alive * self.leaves(i) };
        self.alive_with(n, end).map(stops).sum::<f64>().min(1.0)
    }

    fn probability_of_at_least(&self, n: f64, time: f64) -> f64 {
        // Of those with n purchases after opportunity i, one in i / n took the n-th just then.
        let reaches = |(i, alive): (f64, f64)| alive * n / i;
        self.alive_with(n, opportunities(time)).map(reaches).sum::<f64>().min(1.0)
    }

    fn discounted_purchases(&self, rate: f64) -> Option<f64> {
        let series = moment_series(self.gamma, self.delta + 1.0, libm::expm1(rate))?;
        Some(self.next_purchase() * libm::exp(-rate) * series)
    }
}

impl BgBb {
    /// Chance that one who is a customer is so still at the next opportunity, and takes it.
    fn next_purchase(&self) -> f64 {
        self.stays_at(0.0) * self.mean_purchase()
    }

    /// For every `i` from `x` to `n`, the chance of one who is a customer to be so still at
    /// opportunity number *i* and to have taken exactly `x` by then.
    fn alive_with(&self, x: f64, n: f64) -> impl Iterator<Item = (f64, f64)> {
        let all = ln_moment(self.beta, self.alpha, x) + ln_moment(self.gamma, self.delta, x);
        let (mut i, mut ln_alive) = (x, all);
        iter::from_fn(move || {
            let here = (i <= n).then(|| (i, libm::exp(ln_alive)));
            let ways = (i + 1.0) / (i + 1.0 - x);
            ln_alive += libm::log(ways * self.skips(i, x) * self.stays_at(i));
            i += 1.0;
            here
        })
    }
}

/// How many opportunities lie within a time, of those that chances look ahead.
fn opportunities(time: f64) -> f64 {
    time.floor().min(f64::from(MOST_OPPORTUNITIES))
}

impl Outlook<BgBb> {
    /// Discounted expected (residual) transactions as the paper counts them: a purchase *k*
    /// opportunities from now is worth `1 / (1+d)ᵏ` today, at the rate *d* a period. A rate below 0
    /// counts as 0.
    ///
    /// None where nothing bounds the sum: at a rate of 0 if `γ ≤ 1`.
    pub fn discounted_per_period(&self, rate: f64) -> Option<f64> {
        self.discounted_purchases(libm::log1p(rate))
    }
}
