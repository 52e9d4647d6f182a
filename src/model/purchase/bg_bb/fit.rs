//! The BG/BB model that makes histories most likely.

use std::cmp::Reverse;

use super::{BgBb, Opportunities};
use crate::math::maximum::{Local, Search};
use crate::model::purchase::{Fit, FitError};

/// Where the search begins: customers who differ much, little, and very much.
const STARTS: [[f64; 4]; 3] = [[1.0, 1.0, 0.5, 2.0], [4.0, 8.0, 3.0, 30.0], [0.3, 0.3, 0.1, 0.3]];

impl BgBb {
    /// The model that makes these histories most likely, each with the number of customers who
    /// have it.
    ///
    /// # Errors
    /// [`FitError::TooFew`]: fewer than ten customers took an opportunity.
    pub fn fit(histories: &[(Opportunities, u32)]) -> Result<Fit<Self, 4>, FitError> {
        let count = |of: &dyn Fn(&Opportunities) -> bool| {
            let chosen = histories.iter().filter(|(history, _)| of(history));
            chosen.map(|(_, customers)| u64::from(*customers)).sum::<u64>()
        };
        FitError::unless_enough(count(&|history| history.taken > 0))?;
        let patterns = Patterns::new(histories);
        let starts = STARTS.map(|start| start.map(libm::log));
        let best = Search::default().climb_from_each(|at| patterns.log_likelihood(at), &starts);
        let parameters = best.at.map(libm::exp);
        let [alpha, beta, gamma, delta] = parameters;
        let model = Self { alpha, beta, gamma, delta };
        Ok(Fit::of(&best, &parameters, model, count(&|_| true)))
    }
}

/// Histories in order, equal ones counted together.
struct Patterns {
    /// By opportunities, purchases, and from the latest last purchase to the earliest.
    counted: Vec<(Opportunities, f64)>,
    longest: u32,
}

impl Patterns {
    fn new(histories: &[(Opportunities, u32)]) -> Self {
        let mut counted: Vec<_> = histories.iter().map(|(h, n)| (*h, f64::from(*n))).collect();
        counted.sort_unstable_by_key(|(h, _)| (h.given, h.taken, Reverse(h.last)));
        counted.dedup_by(|(next, more), (first, customers)| {
            let same = next == first;
            *customers += if same { *more } else { 0.0 };
            same
        });
        let longest = counted.last().map_or(0, |(history, _)| history.given);
        Self { counted, longest }
    }

    /// Log-likelihood of all histories as a function of the logarithms of the parameters.
    ///
    /// Customers with as many purchases and opportunities go through the same silence, only not
    /// from its beginning, so that one walk back from the end serves them all.
    fn log_likelihood(&self, logarithms: &[f64; 4]) -> Local<4> {
        let parameters = logarithms.map(libm::exp);
        let [alpha, beta, gamma, delta] = Local::variables(&parameters);
        let rises = [alpha, beta, alpha + beta, delta, gamma + delta].map(|a| self.rises(a));
        let [buys, skips, either, stays, lives] = &rises;
        let alike = |(a, _): &(Opportunities, f64), (b, _): &(Opportunities, f64)| {
            (a.given, a.taken) == (b.given, b.taken)
        };
        let mut sum = Local::ZERO;
        for histories in self.counted.chunk_by(alike) {
            let (mut silence, mut at) = (Local::constant(1.0), histories[0].0.given);
            for (history, customers) in histories {
                let (taken, last) = (history.taken as usize, history.last as usize);
                while at > history.last {
                    at -= 1;
                    let i = f64::from(at);
                    let skip = (beta + (i - f64::from(history.taken))) / (alpha + beta + i);
                    silence = (gamma + (delta + i) * skip * silence) / (gamma + delta + i);
                }
                let chosen = buys[taken] + skips[last - taken] - either[last];
                let alive = stays[last] - lives[last];
                sum += (chosen + alive + silence.ln()) * *customers;
            }
        }
        sum.in_logarithms(&parameters)
    }

    /// `ln Γ(a+n) − ln Γ(a)` for every whole *n* that occurs.
    fn rises(&self, a: Local<4>) -> Vec<Local<4>> {
        let mut sum = Local::ZERO;
        let rise = |n: u32| {
            let before = sum;
            sum += (a + f64::from(n)).ln();
            before
        };
        (0..=self.longest).map(rise).collect()
    }
}
