//! The models of purchases behind one face.

use super::answer::{Fitted, Forecast, Parameters};
use super::question::{Buying, Kind};
use crate::model::purchase::gamma_gamma::{GammaGamma, Spend};
use crate::model::purchase::value::Valuation;
use crate::model::purchase::{self, BgNbd, Cohort, FitError, History, MbgNbd, ParetoNbd};

/// A model with its parameters, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Model {
    Bg(BgNbd),
    Mbg(MbgNbd),
    Pareto(ParetoNbd),
}

/// The same with whichever model it is.
macro_rules! with {
    ($self:expr, $model:ident => $body:expr) => {
        match $self {
            Model::Bg($model) => $body,
            Model::Mbg($model) => $body,
            Model::Pareto($model) => $body,
        }
    };
}

impl Model {
    /// The model; none where a parameter is out of its range.
    pub fn new(buying: &Buying) -> Option<Self> {
        let [r, alpha, a, b] = buying.parameters;
        let parameters = purchase::Parameters { r, alpha, a, b };
        match buying.kind {
            Kind::BgNbd => BgNbd::new(parameters).ok().map(Self::Bg),
            Kind::MbgNbd => MbgNbd::new(parameters).ok().map(Self::Mbg),
            Kind::ParetoNbd => ParetoNbd::new(r, alpha, a, b).ok().map(Self::Pareto),
        }
    }

    /// Chance that this customer is still one.
    pub fn p_alive(&self, history: &History) -> f64 {
        with!(self, model => model.p_alive(history))
    }

    /// Purchases to expect of this customer within a `time`.
    pub fn expected(&self, history: &History, time: f64) -> f64 {
        with!(self, model => model.outlook(history).expected_purchases(time))
    }

    /// The same over the horizon of a valuation, each discounted to today.
    pub fn discounted(&self, history: &History, valuation: &Valuation) -> Option<f64> {
        with!(self, model => valuation.discounted_purchases(&model.outlook(history)))
    }

    /// Chance that a newcomer comes back exactly `n` times within a `time`.
    pub fn chance_of(&self, n: u32, time: f64) -> f64 {
        with!(self, model => model.newcomer().probability_of(n, time))
    }

    /// What to expect of one customer.
    pub fn forecast(
        &self,
        history: &History,
        ahead: f64,
        (spending, spend): (Option<&GammaGamma>, &Spend),
        valuation: Option<&Valuation>,
    ) -> Forecast {
        let mean = spending.and_then(|spending| spending.expected_mean(spend).ok());
        with!(self, model => {
            let outlook = model.outlook(history);
            let predicted = spending.zip(valuation)
                .and_then(|(spending, valuation)| valuation.predict(&outlook, spending, spend).ok());
            Forecast {
                alive: outlook.p_alive(),
                purchases: outlook.expected_purchases(ahead),
                between: outlook.prediction_interval(0.8, ahead),
                spend: mean,
                value: predicted.map(|predicted| predicted.value),
            }
        })
    }

    /// Natural logarithm of the likelihood of all histories together.
    pub fn log_likelihood(&self, cohort: &Cohort) -> f64 {
        let groups = cohort.groups().iter();
        with!(self, model => groups
            .map(|group| f64::from(group.customers) * model.log_likelihood(&group.history)).sum())
    }
}

/// The model of this kind that makes a cohort most likely.
pub(super) fn fit(kind: Kind, cohort: &Cohort) -> Fitted {
    let found = match kind {
        Kind::BgNbd => BgNbd::fit(cohort).map(|fit| parameters(&fit, beta_geometric)),
        Kind::MbgNbd => MbgNbd::fit(cohort).map(|fit| parameters(&fit, beta_geometric)),
        Kind::ParetoNbd => ParetoNbd::fit(cohort)
            .map(|fit| parameters(&fit, |m| [m.r(), m.alpha(), m.s(), m.beta()])),
    };
    Fitted { kind, found }
}

fn beta_geometric<const AT_FIRST: bool>(model: &purchase::BetaGeometric<AT_FIRST>) -> [f64; 4] {
    let purchase::Parameters { r, alpha, a, b } = *model.parameters();
    [r, alpha, a, b]
}

/// What is told of a fit.
pub(super) fn parameters<M, const N: usize>(
    fit: &purchase::Fit<M, N>,
    values: impl Fn(&M) -> [f64; N],
) -> Parameters {
    Parameters {
        values: values(&fit.model).to_vec(),
        errors: fit.standard_errors.map(|errors| errors.to_vec()),
        log_likelihood: fit.log_likelihood,
        verdict: fit.verdict,
    }
}

/// The model of spending that makes these spends most likely.
pub(super) fn fit_spending(spends: &[Spend]) -> Result<Parameters, FitError> {
    GammaGamma::fit(spends).map(|fit| parameters(&fit, GammaGamma::parameters))
}
