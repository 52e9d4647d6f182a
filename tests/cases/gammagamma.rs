//! What a purchase is worth: the Gamma-Gamma model.

use customer_value::model::purchase::gamma_gamma::{GammaGamma, Spend};

use super::answer::{self, Answered, Answers, unknown};
use super::inputs::Inputs;

/// Answers a case.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    if answer::is_fit(function) {
        return fitted(function, inputs);
    }
    let model = model(&inputs.object("params")?)?;
    if function == "population_mean" {
        return model.population_mean().answered();
    }
    let spend = spend(inputs)?;
    match function {
        "log_likelihood" => model.log_likelihood(&spend).answered(),
        "conditional_expected_average_profit" => model.expected_mean(&spend).answered(),
        _ => unknown(function),
    }
}

/// The model with the parameters of a case.
pub fn model(parameters: &Inputs) -> Result<GammaGamma, String> {
    let [p, q, v] = parameters.numbers(["p", "q", "v"])?;
    GammaGamma::new(p, q, v).map_err(|error| format!("{error:?}"))
}

/// What a customer of a case has spent.
pub fn spend(inputs: &Inputs) -> Result<Spend, String> {
    let mean = inputs.number("monetary_value")?;
    Spend::new(inputs.whole("frequency")?, mean).map_err(|error| format!("{error:?}"))
}

/// A fit to the customers in a file who came back.
fn fitted(function: &str, inputs: &Inputs) -> Answered {
    let filter = inputs.text_or("filter", "frequency > 0 and monetary_value > 0")?;
    if filter != "frequency > 0 and monetary_value > 0" {
        return Err(format!("unknown filter {filter}"));
    }
    let table = inputs.table("dataset")?;
    let counts = table.texts(&["frequency", "x"])?;
    let means = table.column(&["monetary_value", "zbar"])?;
    let mut spends = Vec::new();
    for (count, mean) in counts.into_iter().zip(means) {
        let count = count.parse().map_err(|_| format!("{count} is no count"))?;
        if count > 0 && mean > 0.0 {
            spends.push(Spend::new(count, mean).map_err(|error| format!("{error:?}"))?);
        }
    }
    let found = GammaGamma::fit(&spends).map_err(|error| format!("{error:?}"))?;
    answer::fitted(function, &found, ["p", "q", "v"], found.model.parameters())
}
