//! The retention curve that makes a cohort most likely.

use super::{CurveError, RetentionCurve};
use crate::math::maximum::{Local, Search};
use crate::model::fit::Fit;

/// How many of a cohort are still there: those who joined, and after each renewal those left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survivors {
    counts: Vec<u32>,
}

impl Survivors {
    /// Checks heads (not percentages, which hide how much is known): those who joined, those who
    /// are left after the first renewal, after the second, ….
    ///
    /// # Errors
    /// [`CurveError::TooShort`] below two renewals; [`CurveError::Counts`] where nobody joined or
    /// a count rises.
    pub fn new(counts: &[u32]) -> Result<Self, CurveError> {
        if counts.len() < 3 {
            return Err(CurveError::TooShort);
        }
        let falls = counts.windows(2).all(|pair| pair[1] <= pair[0]);
        let sound = counts[0] > 0 && falls;
        if sound { Ok(Self { counts: counts.to_vec() }) } else { Err(CurveError::Counts) }
    }

    /// The heads, from those who joined to those who are left.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// How many joined.
    pub fn joined(&self) -> u32 {
        self.counts[0]
    }

    /// The retention rate of each renewal; none from where nobody was left.
    pub fn retention_rates(&self) -> Vec<f64> {
        let there = self.counts.windows(2).take_while(|pair| pair[0] > 0);
        there.map(|pair| f64::from(pair[1]) / f64::from(pair[0])).collect()
    }

    /// Log-likelihood of the counts as a function of the logarithms of *α* and *β*: at each
    /// renewal each one there either left or stayed.
    fn log_likelihood(&self, logarithms: &[f64; 2]) -> Local<2> {
        let parameters = logarithms.map(libm::exp);
        let [alpha, beta] = Local::variables(&parameters);
        let mut sum = Local::ZERO;
        for (t, pair) in self.counts.windows(2).enumerate() {
            let (left, stayed) = (f64::from(pair[0] - pair[1]), f64::from(pair[1]));
            let stays = beta + t as f64;
            let both = alpha + stays;
            sum += (alpha / both).ln() * left + (stays / both).ln() * stayed;
        }
        sum.in_logarithms(&parameters)
    }

    /// Where the search begins: the curve through the first two retention rates where there is
    /// one, and three with the mean rate, of customers who differ little, much and very much.
    fn starts(&self) -> Vec<[f64; 2]> {
        let there: f64 = self.counts[..self.counts.len() - 1].iter().map(|n| f64::from(*n)).sum();
        let lost = self.joined() - self.counts[self.counts.len() - 1];
        let churn = (f64::from(lost) + 0.5) / (there + 1.0);
        let rates = self.retention_rates();
        let through = match rates[..] {
            [first, second, ..] if 0.0 < first && first < second && second < 1.0 => {
                Some(((1.0 - second) / (second - first), 1.0 - first))
            }
            _ => None,
        };
        let guesses = [(1.0, churn), (20.0, churn), (0.1, churn)];
        let start = |(weight, churn): (f64, f64)| [weight * churn, weight * (1.0 - churn)];
        through.into_iter().chain(guesses).map(|guess| start(guess).map(libm::log)).collect()
    }
}

impl RetentionCurve {
    /// The curve that makes `survivors` most likely. Where the verdict is that the parameters are
    /// unbounded, the retention rate does not rise (*α* and *β* run to infinity: customers are
    /// alike) or nobody left after the first renewal (both run to zero).
    pub fn fit(survivors: &Survivors) -> Fit<Self, 2> {
        let best = Search::default()
            .climb_from_each(|at| survivors.log_likelihood(at), &survivors.starts());
        let parameters = best.at.map(libm::exp);
        let [alpha, beta] = parameters;
        Fit::of(&best, &parameters, Self { alpha, beta }, u64::from(survivors.joined()))
    }
}
