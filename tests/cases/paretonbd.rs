//! Pareto/NBD.

use customer_value::model::purchase::{Cohort, Fit, History, ParetoNbd, Verdict};

use super::answer::{self, Answered, Answers, unknown};
use super::inputs::Inputs;

/// What the Pareto/NBD model answers.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    match function {
        "fit" | "standard_errors" | "fit_degenerate" => return fitted(function, inputs),
        _ => {}
    }
    let [r, alpha, s, beta] = inputs.object("params")?.numbers(["r", "alpha", "s", "beta"])?;
    let model = ParetoNbd::new(r, alpha, s, beta).map_err(|error| format!("{error:?}"))?;
    let known = || Ok::<_, String>(model.outlook(&history(inputs)?));
    match function {
        "log_likelihood" => model.log_likelihood(&history(inputs)?).answered(),
        "probability_alive" => known()?.p_alive().answered(),
        "probability_alive_at_future_time" => {
            known()?.p_alive_after(inputs.number("t")?).answered()
        }
        "probability_of_no_purchase_in_future_period" => {
            known()?.probability_of(0, inputs.number("t")?).answered()
        }
        "conditional_expected_purchases" => {
            known()?.expected_purchases(inputs.number("t")?).answered()
        }
        "dert" => known()?.discounted_purchases(inputs.number("discount_continuous")?).answered(),
        "expected_purchases" => model.newcomer().expected_purchases(inputs.number("t")?).answered(),
        "probability_of_n_purchases" => {
            let (n, time) = (inputs.whole("n")?, inputs.number("t")?);
            model.newcomer().probability_of(n, time).answered()
        }
        _ => unknown(function),
    }
}

fn history(inputs: &Inputs) -> Result<History, String> {
    let [recency, age] = inputs.numbers(["recency", "T"])?;
    History::new(inputs.whole("frequency")?, recency, age).map_err(|error| format!("{error:?}"))
}

fn fitted(function: &str, inputs: &Inputs) -> Answered {
    let table = inputs.table("dataset")?;
    let columns =
        [["frequency", "x"], ["recency", "t_x"], ["T", "T"]].map(|names| table.column(&names));
    let [repeats, recency, age] = columns;
    let (repeats, recency, age) = (repeats?, recency?, age?);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers")]
    let histories = (0..repeats.len()).map(|k| {
        History::new(repeats[k] as u32, recency[k], age[k]).map_err(|error| format!("{error:?}"))
    });
    let cohort: Cohort = histories.collect::<Result<Vec<_>, _>>()?.into_iter().collect();
    let fit: Fit<ParetoNbd, 4> = ParetoNbd::fit(&cohort).map_err(|error| format!("{error:?}"))?;
    let errors: [Option<f64>; 4] = std::array::from_fn(|i| fit.standard_errors.map(|e| e[i]));
    let model = fit.model;
    let values =
        [("r", model.r()), ("alpha", model.alpha()), ("s", model.s()), ("beta", model.beta())];
    let parameters: Vec<_> =
        values.iter().zip(errors).map(|((name, value), error)| (*name, *value, error)).collect();
    let customers = fit.customers as f64;
    match function {
        "standard_errors" => Ok(answer::standard_errors(&parameters)),
        "fit_degenerate" => {
            answer::degenerate_fit(fit.verdict == Verdict::Unbounded, fit.log_likelihood, customers)
        }
        _ => Ok(answer::fit(&parameters, fit.log_likelihood, customers)),
    }
}
