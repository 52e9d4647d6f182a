//! A first look at a file for the user to correct.

use super::answer::{Preview, Refusal};
use super::question::Reading;
use crate::model::customers::{Columns, Encoding, Returns, Role, Separator, Survey};

/// How many rows are shown.
const SHOWN: usize = 6;
/// The most letters of a cell that are shown.
const LETTERS: usize = 40;

/// Looks at the front of a file, in UTF-8; with the separator that the user chose, if one was.
///
/// # Errors
/// [`Refusal`] says why nothing can come of it.
pub fn preview(
    front: &[u8],
    encoding: Encoding,
    separator: Option<Separator>,
) -> Result<Preview, Refusal> {
    if front.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    let survey = match separator {
        Some(separator) => Survey::with(front, separator),
        None => Survey::new(front),
    };
    let survey = survey.map_err(Refusal::NoTable)?;
    let columns = columns(&survey, separator.is_some())?;
    let plan = survey.plan(columns);
    let short = |cell: &String| cell.chars().take(LETTERS).collect();
    let rows = survey.sample().iter().take(SHOWN);
    Ok(Preview {
        reading: Reading {
            encoding,
            separator: plan.separator,
            first_row: plan.first_row,
            columns,
            decimal: plan.decimal,
            order: plan.order,
            returns: Returns::default(),
        },
        heading: survey.heading().map(|names| names.iter().map(short).collect()),
        sample: rows.map(|row| row.iter().map(short).collect()).collect(),
        width: survey.width(),
    })
}

/// The likeliest columns. Where the user has chosen how to cut, a column that is not found is any
/// other, for the user to choose.
fn columns(survey: &Survey, chosen: bool) -> Result<Columns, Refusal> {
    if let Some(columns) = survey.columns() {
        return Ok(columns);
    }
    if chosen && survey.width() > 1 {
        return Ok(Columns { customer: 0, date: 1, amount: None });
    }
    Err(if survey.sample().is_empty() && survey.heading().is_none() {
        Refusal::Empty
    } else if survey.width() < 2 {
        Refusal::OneColumn
    } else if survey.guesses(Role::Date, &[]).is_empty() {
        Refusal::NoDate
    } else {
        Refusal::NoCustomer
    })
}
