//! Lifetime value by formula.

use customer_value::model::lifetime::{
    Convention, Horizon, Lifetime, LifetimeError, Terms, Timing, expected_life, half_life,
    promotion,
};
use customer_value::model::migration::{Migration, MigrationError};

use super::answer::{Answered, Answers, unknown};
use super::inputs::Inputs;

pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    match function {
        "infinite_horizon" => value(inputs, Horizon::Forever),
        "finite_horizon" => value(inputs, Horizon::Periods(inputs.whole("periods")?)),
        "margin_multiple" => {
            let later = terms(inputs, Horizon::Forever, Convention::AfterRenewal)?;
            later.map(|l| l.multiple()).answered()
        }
        "retention_elasticity" => {
            let lifetime = terms(inputs, Horizon::Forever, convention(inputs)?)?;
            lifetime.map(|l| l.elasticities().map(|e| e.retention)).answered()
        }
        "retention_uplift_value_change" => {
            let lifetime = terms(inputs, Horizon::Forever, convention(inputs)?)?;
            let points = inputs.number("uplift_points")?;
            lifetime.map(|l| l.change_by_retention(points)).answered()
        }
        "expected_lifetime_periods" => expected_life(inputs.number("retention")?).answered(),
        "half_life_periods" => half_life(inputs.number("retention")?).answered(),
        "berger_nasr_case1" => promoted(inputs, "promotion_cost", "retention", 1.0),
        "berger_nasr_case2b" => {
            let cycle = inputs.number("years_per_cycle")?;
            promoted(inputs, "promotion_cost_per_year", "retention_per_cycle", cycle)
        }
        "markov_migration" => migration(inputs)?.map(|m| m.values().to_vec()).answered(),
        "markov_migration_finite" => {
            let periods = inputs.whole("periods")?;
            migration(inputs)?.map(|m| m.values_over(periods)).answered()
        }
        _ => unknown(function),
    }
}

fn convention(inputs: &Inputs) -> Result<Convention, String> {
    match inputs.text("timing")? {
        "margin_at_start" => Ok(Convention::Start),
        "first_margin_certain_end_of_period" => Ok(Convention::End),
        "margin_after_first_renewal" => Ok(Convention::AfterRenewal),
        other => Err(format!("unknown timing {other}")),
    }
}

/// The lifetime with the timing that a convention has in common with it: the others are multiples
/// of the one with the first margin now, so that they change with retention just as it does.
fn terms(
    inputs: &Inputs,
    horizon: Horizon,
    convention: Convention,
) -> Result<Result<Lifetime, LifetimeError>, String> {
    let timing = match convention {
        Convention::AfterRenewal => Timing::AfterOnePeriod,
        _ => Timing::Now,
    };
    Ok(Lifetime::new(Terms {
        margin: inputs.number_or("margin", 1.0)?,
        retention: inputs.number("retention")?,
        discount: inputs.number("discount")?,
        growth: inputs.number_or("margin_growth", 0.0)?,
        acquisition: 0.0,
        timing,
        horizon,
    }))
}

fn value(inputs: &Inputs, horizon: Horizon) -> Answered {
    let convention = convention(inputs)?;
    terms(inputs, horizon, convention)?.map(|l| l.value_under(convention)).answered()
}

fn promoted(inputs: &Inputs, cost: &str, retention: &str, cycle: f64) -> Answered {
    let customer = promotion::Promoted::new(promotion::Terms {
        contribution: inputs.number("gross_contribution")?,
        promotion: inputs.number(cost)?,
        retention: inputs.number(retention)?,
        discount: inputs.number("discount")?,
        years: inputs.whole("years")?,
        cycle,
    });
    customer.map(|customer| customer.value()).answered()
}

fn migration(inputs: &Inputs) -> Result<Result<Migration, MigrationError>, String> {
    let [contribution, cost, discount] =
        inputs.numbers(["net_contribution", "remarketing_cost", "discount"])?;
    let chances = inputs.list("purchase_probability_by_recency")?;
    Ok(Migration::new(contribution, cost, discount, &chances))
}
