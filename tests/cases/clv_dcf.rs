//! Lifetime value of known customers, from a purchase model and a spend model.

use customer_value::model::purchase::value::{DAYS, Horizon, Valuation, WEEKS};
use customer_value::model::purchase::{BgNbd, MbgNbd, ParetoNbd};

use super::answer::{Answered, Answers, unknown};
use super::gammagamma;
use super::inputs::Inputs;
use super::purchase::{Purchases, history};

/// Answers a case.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    match function {
        "paretonbd_dert_times_spend" => {
            let discount = inputs.number("discount_continuous")?;
            value::<ParetoNbd>(Horizon::Forever { discount }, inputs)
        }
        "customer_lifetime_value" => match inputs.text("transaction_model")? {
            "bgnbd" => value::<BgNbd>(months(inputs)?, inputs),
            "mbgnbd" => value::<MbgNbd>(months(inputs)?, inputs),
            "paretonbd" => value::<ParetoNbd>(months(inputs)?, inputs),
            other => Err(format!("unknown model {other}")),
        },
        _ => unknown(function),
    }
}

/// The value of the customer that the case asks about.
fn value<M: Purchases>(horizon: Horizon, inputs: &Inputs) -> Answered {
    let buying = M::of(inputs.object("transaction_params")?.numbers(M::NAMES)?)?;
    let spending = gammagamma::model(&inputs.object("spend_params")?)?;
    let valuation = Valuation::new(horizon, inputs.number_or("margin", 1.0)?);
    let valuation = valuation.map_err(|error| format!("{error:?}"))?;
    let outlook = buying.outlook(&history(inputs)?);
    let predicted = valuation.predict(&outlook, &spending, &gammagamma::spend(inputs)?);
    predicted.map(|prediction| prediction.value).answered()
}

/// Some months, as lifetimes counts them.
fn months(inputs: &Inputs) -> Result<Horizon, String> {
    let length = inputs.number("units_per_month")?;
    let unit = match inputs.text("time_unit")? {
        "W" => WEEKS,
        "D" => DAYS,
        "M" => 1.0,
        "H" => 24.0 * DAYS,
        other => return Err(format!("unknown time unit {other}")),
    };
    if length != unit {
        return Err(format!("a month of {length} units is not {unit}"));
    }
    let (months, discount) = (inputs.whole("months")?, inputs.number("monthly_discount_rate")?);
    Ok(Horizon::Months { months, discount, length })
}
