//! Retention curves: the shifted-beta-geometric model.

use customer_value::model::retention_curve::{RetentionCurve, Survivors};

use super::answer::{self, Answered, Answers, unknown};
use super::inputs::Inputs;

/// Answers a case.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    if answer::is_fit(function) {
        return fitted(function, inputs);
    }
    let [alpha, beta] = inputs.object("params")?.numbers(["alpha", "beta"])?;
    let curve = RetentionCurve::new(alpha, beta).map_err(|error| format!("{error:?}"))?;
    match function {
        "survival" => curve.survival(inputs.whole("t")?).answered(),
        "churn_probability" => curve.churn_probability(inputs.whole("t")?).answered(),
        "retention_rate" => curve.retention_rate(inputs.whole("t")?).answered(),
        "expected_lifetime_undiscounted" => curve.expected_lifetime().answered(),
        "discounted_expected_lifetime" => {
            curve.discounted_lifetime(inputs.number("discount_rate")?).answered()
        }
        "derl" => {
            let (active, discount) =
                (inputs.whole("periods_active")?, inputs.number("discount_rate")?);
            curve.discounted_residual_lifetime(active, discount).answered()
        }
        _ => unknown(function),
    }
}

/// A fit to a cohort of which so many were lost in each period, and so many are left.
fn fitted(function: &str, inputs: &Inputs) -> Answered {
    let mut left = inputs.number("still_active")?;
    let mut counts = vec![left];
    for lost in inputs.list("lost_per_period")?.into_iter().rev() {
        left += lost;
        counts.push(left);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "heads")]
    let counts: Vec<u32> = counts.into_iter().rev().map(|n| n as u32).collect();
    let survivors = Survivors::new(&counts).map_err(|error| format!("{error:?}"))?;
    let found = RetentionCurve::fit(&survivors);
    let values = [found.model.alpha(), found.model.beta()];
    answer::fitted(function, &found, ["alpha", "beta"], values)
}
