//! What comes out when a model is fitted to customers, and how far it can be trusted.

use serde::{Deserialize, Serialize};

use crate::math::maximum::{End, Maximum};

/// A model with the parameters that make the data most likely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit<M, const N: usize> {
    /// The model with these parameters.
    pub model: M,
    /// Natural logarithm of the likelihood.
    pub log_likelihood: f64,
    /// Standard error of each parameter, in the order of the model's own; none where the data
    /// do not bound them.
    pub standard_errors: Option<[f64; N]>,
    /// How many customers it was fitted to.
    pub customers: u64,
    /// How far to trust it.
    pub verdict: Verdict,
}

/// How far to trust a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// One best set of parameters, each known better than to its own size.
    Sound,
    /// There is a best set, but at least one parameter could well be zero or twice as large.
    Loose,
    /// The likelihood rises, ever less, as some parameter runs to zero or infinity: the data do
    /// not say what it is. The parameters stand where nothing more is gained.
    Unbounded,
    /// The search did not come to an end.
    Unfinished,
}

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FitError {
    /// Too few customers who tell anything, for as many parameters.
    TooFew {
        /// How many there are, for a purchase model those who came back.
        there: u64,
        /// How many it takes.
        needed: u64,
    },
}

impl FitError {
    /// The fewest customers who tell anything that a fit takes.
    pub const NEEDED: u64 = 10;

    /// Refuses data in which fewer than [`NEEDED`](Self::NEEDED) customers tell anything.
    ///
    /// # Errors
    /// [`FitError::TooFew`].
    pub const fn unless_enough(there: u64) -> Result<(), Self> {
        let needed = Self::NEEDED;
        if there < needed { Err(Self::TooFew { there, needed }) } else { Ok(()) }
    }
}

impl<M, const N: usize> Fit<M, N> {
    /// A fit from the maximum of the log-likelihood over the logarithms of the parameters, which
    /// are `parameters` there, up to a fixed scale of each.
    pub fn of(maximum: &Maximum<N>, parameters: &[f64; N], model: M, customers: u64) -> Self {
        let covariance = maximum.local.covariance().filter(|_| maximum.end == End::Top);
        let relative = covariance.map(|c| -> [f64; N] { std::array::from_fn(|i| c[i][i].sqrt()) });
        let verdict = match (maximum.end, relative) {
            (End::Top, Some(errors)) if errors.iter().all(|error| *error <= 1.0) => Verdict::Sound,
            (End::Top, Some(_)) => Verdict::Loose,
            (End::Top | End::Edge, _) => Verdict::Unbounded,
            (End::Lost, _) => Verdict::Unfinished,
        };
        let standard_errors =
            relative.map(|errors| std::array::from_fn(|i| errors[i] * parameters[i]));
        let log_likelihood = maximum.local.value;
        Self { model, log_likelihood, standard_errors, customers, verdict }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::maximum::{Local, Search};

    fn fit(curvature: f64) -> Fit<(), 1> {
        let f = |u: &[f64; 1]| Local {
            value: -0.5 * curvature * u[0] * u[0],
            gradient: [-curvature * u[0]],
            hessian: [[-curvature]],
        };
        let maximum = Search::default().climb(f, [1.0]);
        Fit::of(&maximum, &[5.0], (), 7)
    }

    #[test]
    fn errors_follow_from_the_curvature() {
        assert_eq!(fit(100.0).standard_errors, Some([0.5]));
        assert_eq!(fit(100.0).verdict, Verdict::Sound);
        assert_eq!(fit(0.25).verdict, Verdict::Loose);
        let flat = fit(1e-4);
        assert_eq!((flat.verdict, flat.standard_errors), (Verdict::Unbounded, None));
    }
}
