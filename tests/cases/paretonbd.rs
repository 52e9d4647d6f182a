//! Pareto/NBD.

use customer_value::model::purchase::{Cohort, Fit, FitError, History, Outlook, ParetoNbd};

use super::purchase::Purchases;

impl Purchases for ParetoNbd {
    type Then = Self;

    const NAMES: [&'static str; 4] = ["r", "alpha", "s", "beta"];

    fn of([r, alpha, s, beta]: [f64; 4]) -> Result<Self, String> {
        Self::new(r, alpha, s, beta).map_err(|error| format!("{error:?}"))
    }

    fn parameters(&self) -> [f64; 4] {
        [self.r(), self.alpha(), self.s(), self.beta()]
    }

    fn fitted(cohort: &Cohort) -> Result<Fit<Self, 4>, FitError> {
        Self::fit(cohort)
    }

    fn log_likelihood(&self, history: &History) -> f64 {
        self.log_likelihood(history)
    }

    fn newcomer(&self) -> Outlook<Self> {
        self.newcomer()
    }

    fn outlook(&self, history: &History) -> Outlook<Self> {
        self.outlook(history)
    }
}
