//! The parameters that make the histories of many customers most likely.

use super::likelihood::Data;
use super::{BetaGeometric, Parameters};
use crate::math::maximum::{Local, Maximum, Search};
use crate::model::purchase::ladder::climb;
use crate::model::purchase::{Cohort, Fit, FitError};

/// Where the search begins: *r*, *α* as a share of the typical age, *a*, *b*.
const STARTS: [[f64; 4]; 3] = [[0.5, 0.25, 0.8, 2.5], [2.0, 1.0, 0.1, 1.0], [0.1, 0.02, 3.0, 3.0]];

impl<const AT_FIRST: bool> BetaGeometric<AT_FIRST> {
    /// The parameters that make `cohort` most likely.
    ///
    /// Newton's method over the logarithms of the parameters, with exact first and second
    /// derivatives. It starts in several places, with a small sample; the best goes on with ever
    /// larger samples, so that few steps are taken with all customers.
    ///
    /// # Errors
    /// [`FitError::TooFew`]: fewer than ten customers came back.
    pub fn fit(cohort: &Cohort) -> Result<Fit<Self, 4>, FitError> {
        FitError::unless_enough(cohort.repeaters())?;
        let ascent = Ascent { scale: cohort.typical_age(), extra: u32::from(AT_FIRST) };
        let starts = STARTS.map(|start| start.map(libm::log));
        let maximum =
            climb(cohort, &starts, |search, cohort, starts| ascent.best(search, cohort, starts));
        let parameters = ascent.parameters(&maximum.at);
        let [r, alpha, a, b] = parameters.map(|x| x.clamp(Self::LEAST, Self::MOST));
        let model = Self { parameters: Parameters { r, alpha, a, b } };
        Ok(Fit::of(&maximum, &parameters, model, cohort.customers()))
    }
}

/// A search over the logarithms of *r*, of *α* in units of `scale`, of *a* and *b*.
struct Ascent {
    scale: f64,
    extra: u32,
}

impl Ascent {
    fn parameters(&self, at: &[f64; 4]) -> [f64; 4] {
        let [r, alpha, a, b] = at.map(libm::exp);
        [r, alpha * self.scale, a, b]
    }

    fn local(&self, data: &Data, at: &[f64; 4]) -> Local<4> {
        let [r, alpha, a, b] = self.parameters(at);
        data.local(&Parameters { r, alpha, a, b }).in_logarithms(&[r, alpha, a, b])
    }

    fn best(&self, search: Search, cohort: &Cohort, starts: &[[f64; 4]]) -> Maximum<4> {
        let data = Data::new(cohort.groups(), self.extra);
        search.climb_from_each(|at| self.local(&data, at), starts)
    }
}
