//! The parameters that make the histories of many customers most likely.

use super::ParetoNbd;
use super::likelihood::Sum;
use crate::math::maximum::{Local, Maximum, Search};
use crate::model::purchase::{Cohort, Fit, FitError, Group};

/// The fewest customers who came back that say anything about four parameters.
const NEEDED: u64 = 10;

/// How many groups are summed before their sum is added to the whole.
const CHUNK: usize = 4096;

impl ParetoNbd {
    /// The parameters that make `cohort` most likely.
    ///
    /// Newton's method over the logarithms of the parameters, with exact first and second
    /// derivatives. It starts in several places, with a small sample; the best goes on with ever
    /// larger samples until all customers count, so that few steps are taken with all of them.
    ///
    /// # Errors
    /// [`FitError::TooFew`]: fewer than ten customers came back.
    pub fn fit(cohort: &Cohort) -> Result<Fit<Self, 4>, FitError> {
        FitError::unless_enough(cohort.repeaters(), NEEDED)?;
        let ascent = Ascent { scale: cohort.typical_age() };
        let maximum = ascent.climb(cohort);
        let parameters = ascent.parameters(&maximum.at);
        let [r, alpha, s, beta] = parameters.map(|x| x.clamp(Self::LEAST, Self::MOST));
        let model = Self { r, alpha, s, beta };
        Ok(Fit::of(&maximum, &parameters, model, cohort.customers()))
    }
}

/// A search over the logarithms of *r*, *s*, and of *α* and *β* in units of `scale`.
struct Ascent {
    scale: f64,
}

impl Ascent {
    fn parameters(&self, at: &[f64; 4]) -> [f64; 4] {
        let [r, alpha, s, beta] = at.map(libm::exp);
        [r, alpha * self.scale, s, beta * self.scale]
    }

    fn climb(&self, cohort: &Cohort) -> Maximum<4> {
        let search = Search { enough: 1e-6, ..Search::default() };
        let all = |at: &[f64; 4]| log_likelihood(cohort.groups(), &self.parameters(at));
        search.climb(all, [0.0; 4])
    }
}

/// The log-likelihood of the groups over the logarithms of the parameters.
fn log_likelihood(groups: &[Group], parameters: &[f64; 4]) -> Local<4> {
    let chunks = groups.chunks(CHUNK).map(|chunk| {
        let mut sum = Sum::new(*parameters);
        for group in chunk {
            sum.add(group);
        }
        sum.local()
    });
    chunks.fold(Local::ZERO, |sum, chunk| sum + chunk)
}
