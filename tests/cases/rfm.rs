//! Summaries of transactions: frequency, recency, age and mean spend.

use std::fs;

use customer_value::model::customers::{
    Columns, Customer, DateReading, Decimal, Grain, Holdout, Ledger, Moment, Period, Plan, Reader,
    Returns, Separator, Terms,
};

use super::answer::{Answer, Answered, object, unknown};
use super::inputs::Inputs;

/// What the customer base answers.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    let (ledger, terms) = (ledger(inputs)?, terms(inputs)?);
    let priced = inputs.maybe("amount_column").is_some();
    match function {
        "summary" => {
            let summary = ledger.summary(&terms).map_err(|error| format!("{error:?}"))?;
            let row = |customer: &Customer| (customer.id, standing(customer, "", priced));
            Ok(table(&ledger, summary.customers().iter().map(row).collect()))
        }
        "calibration_holdout" => {
            let end = moment(inputs.text("calibration_period_end")?)?;
            let split = ledger.split(&terms, end).map_err(|error| format!("{error:?}"))?;
            let row = |customer: &Holdout| {
                let mut row = standing(&customer.before, "_cal", priced);
                row.push(("frequency_holdout".into(), f64::from(customer.frequency)));
                row.push(("duration_holdout".into(), split.duration()));
                let spend = ("monetary_value_holdout".into(), customer.mean_spend.unwrap_or(0.0));
                row.extend(priced.then_some(spend));
                (customer.before.id, row)
            };
            Ok(table(&ledger, split.customers().iter().map(row).collect()))
        }
        _ => unknown(function),
    }
}

type Row = Vec<(String, f64)>;

/// The columns that lifetimes gives a customer; mean spend is 0 where there is none.
fn standing(customer: &Customer, ending: &str, priced: bool) -> Row {
    let spend = ("monetary_value", customer.mean_spend.unwrap_or(0.0));
    let columns = [
        ("frequency", f64::from(customer.frequency)),
        ("recency", customer.recency),
        ("T", customer.age),
    ];
    let all = columns.into_iter().chain(priced.then_some(spend));
    all.map(|(name, number)| (format!("{name}{ending}"), number)).collect()
}

/// The customers by their names, how many they are, and the sum of each column.
fn table(ledger: &Ledger, rows: Vec<(u32, Row)>) -> Answer {
    let mut rows: Vec<(&str, Row)> =
        rows.into_iter().map(|(id, row)| (ledger.name(id), row)).collect();
    rows.sort_by_key(|(name, _)| *name);
    let sum = |k: usize| rows.iter().map(|(_, row)| row[k].1).sum();
    let names = rows.first().map(|(_, row)| row.iter().map(|(name, _)| name.clone()).collect());
    let names: Vec<String> = names.unwrap_or_default();
    let sums = object(names.iter().enumerate().map(|(k, name)| (name.as_str(), sum(k))));
    let line = |(name, row): &(&str, Row)| {
        let mut parts = vec![("customer_id".to_owned(), Answer::Text((*name).to_owned()))];
        parts.extend(row.iter().map(|(name, number)| (name.clone(), Answer::Number(*number))));
        Answer::Object(parts)
    };
    Answer::Object(vec![
        ("customers".to_owned(), Answer::Number(rows.len() as f64)),
        ("column_sums".to_owned(), sums),
        ("file".to_owned(), Answer::List(rows.iter().map(line).collect())),
    ])
}

fn terms(inputs: &Inputs) -> Result<Terms, String> {
    let period = match inputs.text("freq")? {
        "D" => Period::Day,
        "W" => Period::Week,
        "M" => Period::Month,
        "Y" => Period::Year,
        other => return Err(format!("unknown freq {other}")),
    };
    let end = inputs.maybe("observation_period_end").and_then(|end| end.as_str());
    let returns = match inputs.text_or("row_filter", "")? {
        "" => Returns::Purchases,
        "amount > 0" => Returns::Dropped,
        other => return Err(format!("unknown row_filter {other}")),
    };
    Ok(Terms {
        period,
        unit: inputs.number_or("freq_multiplier", 1.0)?,
        end: end.map(moment).transpose()?,
        with_first: inputs.flag("include_first_transaction")?,
        returns,
    })
}

fn moment(text: &str) -> Result<Moment, String> {
    match DateReading::of(text.as_bytes()) {
        Some(DateReading::Plain(moment)) => Ok(moment),
        _ => Err(format!("{text} is no date")),
    }
}

/// The purchases in the file that is named.
fn ledger(inputs: &Inputs) -> Result<Ledger, String> {
    let path = inputs.file("file")?;
    let text = fs::read(&path).map_err(|error| error.to_string())?;
    // Names of columns where the file has a heading; CDNOW's has none.
    let _ = inputs.text_or("format", "")?;
    let amount = inputs.maybe("amount_column").and_then(|name| name.as_str());
    let (customer, date) = (inputs.text("id_column")?, inputs.text("date_column")?);
    let headed = path.extension().is_some_and(|ending| ending == "csv");
    let columns = if headed {
        let first =
            String::from_utf8_lossy(text.split(|byte| *byte == b'\n').next().unwrap_or(&[]));
        let names: Vec<&str> = first.trim_start_matches('\u{feff}').trim().split(',').collect();
        let column = |name: &str| names.iter().position(|column| *column == name);
        let named = |name: &str| column(name).ok_or(format!("no column {name}"));
        let amount = amount.map(named).transpose()?;
        Columns { customer: named(customer)?, date: named(date)?, amount }
    } else {
        Columns { customer: 1, date: 2, amount: amount.map(|_| 4) }
    };
    let plan = Plan {
        separator: if headed { Separator::Comma } else { Separator::Blanks },
        first_row: if headed { 2 } else { 1 },
        columns,
        decimal: Decimal::Point,
        order: None,
        tidy: false,
        latest: None,
        grain: Grain::Second,
    };
    let mut reader = Reader::new(plan).map_err(|error| format!("{error:?}"))?;
    for piece in text.chunks(10_000) {
        reader.push(piece).map_err(|error| format!("{error:?}"))?;
    }
    let import = reader.finish().map_err(|error| format!("{error:?}"))?;
    match import.problems.listed() {
        [] => Ok(import.ledger),
        [first, ..] => Err(format!("{first:?}")),
    }
}
