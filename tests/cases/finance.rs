//! The functions of spreadsheets.

use customer_value::model::cash_flow::{CashFlow, InternalRate, irr, irr_at_times, mirr};
use customer_value::model::time_value::{Annuity, Due, periods, perpetuity, rate};

use super::answer::{Answer, Answered, Answers, unknown};
use super::inputs::Inputs;

pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    match function {
        "npv_t0" | "npv_excel" | "xnpv" => npv(function, inputs),
        "irr" => internal(&irr(&inputs.list("values")?), inputs),
        "xirr" => internal(&irr_at_times(&dated(inputs)?), inputs),
        "mirr" => {
            let [finance, reinvest] = inputs.numbers(["finance_rate", "reinvest_rate"])?;
            mirr(&inputs.list("values")?, finance, reinvest).answered()
        }
        "payback" => {
            let flow = CashFlow::new(&inputs.list("values")?, 0.0);
            flow.map(|f| f.payback()).answered()
        }
        "discounted_payback" => {
            let flow = CashFlow::new(&inputs.list("values")?, inputs.number("rate")?);
            flow.map(|f| f.discounted_payback()).answered()
        }
        "perpetuity_present_value" => {
            let [payment, rate] = inputs.numbers(["payment", "rate"])?;
            perpetuity(payment, rate, inputs.number_or("growth", 0.0)?).answered()
        }
        "annuity_present_value" => {
            let [payment, rate, periods] = inputs.numbers(["payment", "rate", "periods"])?;
            let annuity = Annuity::new(rate, periods, due(inputs)?);
            annuity.map(|a| a.present_value(-payment, 0.0)).answered()
        }
        "pv" | "fv" | "pmt" | "nper" | "rate" => spreadsheet(function, inputs),
        _ => unknown(function),
    }
}

fn spreadsheet(function: &str, inputs: &Inputs) -> Answered {
    let due = due(inputs)?;
    let [payment, present, future] = ["pmt", "pv", "fv"].map(|key| inputs.number_or(key, 0.0));
    let (payment, present, future) = (payment?, present?, future?);
    let annuity = || {
        let [rate, count] = inputs.numbers(["rate", "nper"])?;
        Ok::<_, String>(Annuity::new(rate, count, due))
    };
    match function {
        "pv" => annuity()?.map(|a| a.present_value(payment, future)).answered(),
        "fv" => annuity()?.map(|a| a.future_value(payment, present)).answered(),
        "pmt" => annuity()?.map(|a| a.payment(present, future)).answered(),
        "nper" => periods(inputs.number("rate")?, payment, present, future, due).answered(),
        _ => internal(&rate(inputs.whole("nper")?, payment, present, future, due), inputs),
    }
}

fn due(inputs: &Inputs) -> Result<Due, String> {
    match inputs.text_or("when", "end")? {
        "begin" => Ok(Due::Begin),
        "end" => Ok(Due::End),
        other => Err(format!("unknown when {other}")),
    }
}

fn npv(function: &str, inputs: &Inputs) -> Answered {
    let rate = inputs.number("rate")?;
    match function {
        "xnpv" => CashFlow::at_times(&dated(inputs)?, rate).map(|f| f.npv()).answered(),
        "npv_t0" => CashFlow::new(&inputs.list("values")?, rate).map(|f| f.npv()).answered(),
        _ => {
            let flow = CashFlow::new(&inputs.list("values")?, rate);
            flow.map(|f| f.npv_a_period_later(rate)).answered()
        }
    }
}

/// The rate nearest to the guess, by default to none at all.
fn internal(found: &InternalRate, inputs: &Inputs) -> Answered {
    match found.nearest(inputs.number_or("guess", 0.0)?) {
        Some(rate) => rate.answered(),
        None => Ok(Answer::Missing(format!("{found:?}"))),
    }
}

/// Pairs of a date and an amount, as years of 365 days since the first.
fn dated(inputs: &Inputs) -> Result<Vec<(f64, f64)>, String> {
    let wrong = || "cashflows are no list of dates and amounts".to_owned();
    let pairs = inputs.value("cashflows")?.as_array().ok_or_else(wrong)?;
    let read = |pair: &serde_json::Value| {
        Some((day(pair.get(0)?.as_str()?)?, super::compare::number(pair.get(1)?)?))
    };
    let days: Vec<_> = pairs.iter().map(read).collect::<Option<_>>().ok_or_else(wrong)?;
    let first = days.first().map_or(0, |(day, _)| *day);
    Ok(days.into_iter().map(|(day, amount)| (f64::from(day - first) / 365.0, amount)).collect())
}

/// Days of a date like 2008-10-30 since the beginning of the calendar.
fn day(date: &str) -> Option<i32> {
    let parts: Vec<i32> = date.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts[..] else { return None };
    // Years that begin in March, so that a leap day is a year's last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
}
