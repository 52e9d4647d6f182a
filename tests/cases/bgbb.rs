//! Purchases at set occasions: the BG/BB model.

use customer_value::model::purchase::bg_bb::{BgBb, Opportunities};

use super::answer::{self, Answered, Answers, unknown};
use super::inputs::Inputs;

/// Answers a case.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    if answer::is_fit(function) {
        return fitted(function, inputs);
    }
    let [alpha, beta, gamma, delta] =
        inputs.object("params")?.numbers(["alpha", "beta", "gamma", "delta"])?;
    let model = BgBb::new(alpha, beta, gamma, delta).map_err(|error| format!("{error:?}"))?;
    match function {
        "expected_purchases" => model.newcomer().expected_purchases(inputs.number("n")?).answered(),
        "probability_of_n_purchases" => {
            model.newcomer().probability_of(inputs.whole("x")?, inputs.number("n")?).answered()
        }
        "total_conditional_expected_purchases" => {
            let periods = inputs.number("future_periods")?;
            let of = |(history, customers): &(Opportunities, u32)| {
                f64::from(*customers) * model.outlook(history).expected_purchases(periods)
            };
            patterns(inputs)?.iter().map(of).sum::<f64>().answered()
        }
        _ => of_a_customer(function, inputs, &model),
    }
}

/// Answers a case about a customer with a history.
fn of_a_customer(function: &str, inputs: &Inputs, model: &BgBb) -> Answered {
    let [x, last, n] = ["frequency", "recency", "n"].map(|key| inputs.whole(key));
    let history = Opportunities::new(x?, last?, n?).map_err(|error| format!("{error:?}"))?;
    let outlook = model.outlook(&history);
    match function {
        "log_likelihood" => model.log_likelihood(&history).answered(),
        "probability_alive_at" => outlook.p_alive_after(inputs.number("periods_ahead")?).answered(),
        "conditional_expected_purchases" => {
            outlook.expected_purchases(inputs.number("future_periods")?).answered()
        }
        "dert" => outlook.discounted_per_period(inputs.number("discount_per_period")?).answered(),
        _ => unknown(function),
    }
}

/// The histories in a file, and how many customers have each.
fn patterns(inputs: &Inputs) -> Result<Vec<(Opportunities, u32)>, String> {
    let table = inputs.table("dataset")?;
    let columns = ["frequency", "recency", "periods", "weights"].map(|name| table.texts(&[name]));
    let [x, last, n, weights] = columns;
    let (x, last, n, weights) = (x?, last?, n?, weights?);
    let whole = |text: &str| text.parse::<u32>().map_err(|_| format!("{text} is no count"));
    let pattern = |k: usize| {
        let history = Opportunities::new(whole(x[k])?, whole(last[k])?, whole(n[k])?);
        Ok((history.map_err(|error| format!("{error:?}"))?, whole(weights[k])?))
    };
    (0..x.len()).map(pattern).collect()
}

/// A fit to the histories in a file.
fn fitted(function: &str, inputs: &Inputs) -> Answered {
    let found = BgBb::fit(&patterns(inputs)?).map_err(|error| format!("{error:?}"))?;
    let names = ["alpha", "beta", "gamma", "delta"];
    answer::fitted(function, &found, names, found.model.parameters())
}
