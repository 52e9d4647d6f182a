//! BG/NBD, and MBG/NBD, which has the same parameters.

use customer_value::model::purchase::{
    Active, BetaGeometric, Cohort, Fit, FitError, History, Outlook, Parameters,
};

use super::purchase::Purchases;

impl<const AT_FIRST: bool> Purchases for BetaGeometric<AT_FIRST> {
    type Then = Active;

    const NAMES: [&'static str; 4] = ["r", "alpha", "a", "b"];

    fn of([r, alpha, a, b]: [f64; 4]) -> Result<Self, String> {
        Self::new(Parameters { r, alpha, a, b }).map_err(|error| format!("{error:?}"))
    }

    fn parameters(&self) -> [f64; 4] {
        let Parameters { r, alpha, a, b } = *self.parameters();
        [r, alpha, a, b]
    }

    fn fitted(cohort: &Cohort) -> Result<Fit<Self, 4>, FitError> {
        Self::fit(cohort)
    }

    fn log_likelihood(&self, history: &History) -> f64 {
        self.log_likelihood(history)
    }

    fn newcomer(&self) -> Outlook<Active> {
        self.newcomer()
    }

    fn outlook(&self, history: &History) -> Outlook<Active> {
        self.outlook(history)
    }
}
