//! What a model answers to a case.

use std::fmt::Debug;

use customer_value::model::purchase::{Fit, Verdict};

/// An answer, in the forms that the cases expect.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A number.
    Number(f64),
    /// A word.
    Text(String),
    /// Answers in order.
    List(Vec<Answer>),
    /// Answers by name.
    Object(Vec<(String, Answer)>),
    /// The quantity does not exist, and why.
    Missing(String),
}

/// An answer, or why the case could not be asked.
pub type Answered = Result<Answer, String>;

/// A case asks for a function that its model does not have.
pub fn unknown(function: &str) -> Answered {
    Err(format!("unknown function {function}"))
}

/// What a model returns, as an answer.
pub trait Answers {
    /// As an answer.
    fn answer(self) -> Answer;

    /// As an answer to a case that could be asked.
    fn answered(self) -> Answered
    where
        Self: Sized,
    {
        Ok(self.answer())
    }
}

impl Answers for f64 {
    fn answer(self) -> Answer {
        Answer::Number(self)
    }
}

impl<T: Answers> Answers for Option<T> {
    fn answer(self) -> Answer {
        self.map_or_else(|| Answer::Missing("nothing".to_owned()), Answers::answer)
    }
}

impl<T: Answers, E: Debug> Answers for Result<T, E> {
    fn answer(self) -> Answer {
        self.map_or_else(|error| Answer::Missing(format!("{error:?}")), Answers::answer)
    }
}

impl<T: Answers> Answers for Vec<T> {
    fn answer(self) -> Answer {
        Answer::List(self.into_iter().map(Answers::answer).collect())
    }
}

/// An object of numbers.
pub fn object<'a>(parts: impl IntoIterator<Item = (&'a str, f64)>) -> Answer {
    let named = |(name, number): (&str, f64)| (name.to_owned(), Answer::Number(number));
    Answer::Object(parts.into_iter().map(named).collect())
}

/// Whether a case asks for a fit, or for a part of one.
pub fn is_fit(function: &str) -> bool {
    matches!(function, "fit" | "standard_errors" | "fit_degenerate")
}

/// A fit, or the part of it that a case asks for, with the names and values of the parameters.
pub fn fitted<M, const N: usize>(
    function: &str,
    found: &Fit<M, N>,
    names: [&str; N],
    values: [f64; N],
) -> Answered {
    let errors = found.standard_errors.map_or([None; N], |errors| errors.map(Some));
    let parameters: [_; N] = std::array::from_fn(|i| (names[i], values[i], errors[i]));
    let customers = found.customers as f64;
    match function {
        "standard_errors" => Ok(standard_errors(&parameters)),
        "fit_degenerate" => {
            let warned = found.verdict == Verdict::Unbounded;
            degenerate_fit(warned, found.log_likelihood, customers)
        }
        _ if matches!(found.verdict, Verdict::Sound | Verdict::Loose) => {
            Ok(fit(&parameters, found.log_likelihood, customers))
        }
        _ => Err(format!("{:?}", found.verdict)),
    }
}

/// A fit: each parameter with its standard error, the log-likelihood, the number of customers.
pub fn fit(parameters: &[(&str, f64, Option<f64>)], log_likelihood: f64, customers: f64) -> Answer {
    let mut parts =
        vec![("log_likelihood".to_owned(), log_likelihood), ("customers".to_owned(), customers)];
    for (name, value, error) in parameters {
        parts.push(((*name).to_owned(), *value));
        parts.extend(error.map(|error| (format!("se_{name}"), error)));
    }
    object(parts.iter().map(|(name, number)| (name.as_str(), *number)))
}

/// The standard errors of a fit, under the names of the parameters and as `se_…`.
pub fn standard_errors(parameters: &[(&str, f64, Option<f64>)]) -> Answer {
    let errors = parameters.iter().filter_map(|(name, _, error)| Some((*name, (*error)?)));
    let both =
        errors.flat_map(|(name, error)| [(name.to_owned(), error), (format!("se_{name}"), error)]);
    let parts: Vec<(String, f64)> = both.collect();
    object(parts.iter().map(|(name, number)| (name.as_str(), *number)))
}

/// A fit whose parameters run to infinity: the log-likelihood it came to. It must have warned.
pub fn degenerate_fit(warned: bool, log_likelihood: f64, customers: f64) -> Answered {
    if !warned {
        return Err("no warning that the data do not identify the model".to_owned());
    }
    Ok(object([("log_likelihood_supremum_about", log_likelihood), ("customers", customers)]))
}
