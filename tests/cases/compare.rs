//! When an answer counts as the expected one.

use serde_json::Value;

use super::answer::Answer;

/// How far an answer may lie from the expected one.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    relative: f64,
    absolute: f64,
    /// Where the parts of a fit are judged each in its own way.
    fit: Option<FitRule>,
}

#[derive(Clone, Copy, Debug)]
struct FitRule {
    /// Of the log-likelihood, absolute.
    log_likelihood: f64,
    /// How far the log-likelihood may lie above the expected one, which is the exact optimum.
    above: f64,
    /// Of standard errors, relative.
    standard_error: f64,
}

/// How far a log-likelihood may lie above an exact optimum: rounding.
const ABOVE_THE_OPTIMUM: f64 = 1e-6;

impl Rule {
    /// The rule of a case. In `published` numbers the tolerance covers the rounding of the print,
    /// so that an optimum may be exceeded by as much.
    pub fn read(function: &str, published: bool, tolerance: &Value) -> Result<Self, String> {
        let optional = |key: &str| match tolerance.get(key) {
            None => Ok(None),
            Some(value) => number(value).map(Some).ok_or(format!("tolerance {key} is no number")),
        };
        let needed = |key: &str| optional(key)?.ok_or(format!("without tolerance {key}"));
        let (relative, absolute) = (needed("rel")?, needed("abs")?);
        if function != "fit" {
            return Ok(Self { relative, absolute, fit: None });
        }
        let log_likelihood = needed("log_likelihood_abs")?;
        let above = if published { log_likelihood } else { ABOVE_THE_OPTIMUM };
        let standard_error = optional("se_rel")?.unwrap_or(relative);
        let fit = Some(FitRule { log_likelihood, above, standard_error });
        Ok(Self { relative, absolute, fit })
    }

    /// Where `found` differs from `expected`: a line for each place. None where it is right.
    pub fn differences(&self, expected: &Value, found: &Answer) -> Vec<String> {
        let mut out = Vec::new();
        self.compare("", expected, found, &mut out);
        out
    }

    fn compare(&self, at: &str, expected: &Value, found: &Answer, out: &mut Vec<String>) {
        let right = match (expected, found) {
            (Value::Null, Answer::Missing(_)) => true,
            (Value::Array(all), Answer::List(list)) if all.len() == list.len() => {
                for (k, (one, other)) in all.iter().zip(list).enumerate() {
                    self.compare(&format!("{at}[{k}]"), one, other, out);
                }
                true
            }
            (Value::Object(all), Answer::Object(parts)) => {
                for (key, one) in all {
                    let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                    match parts.iter().find(|(name, _)| name == key) {
                        Some((_, other)) => self.compare(&at, one, other, out),
                        None => out.push(format!("{at}: expected {one}, found nothing")),
                    }
                }
                true
            }
            (Value::String(one), Answer::Text(other)) => one == other,
            (_, Answer::Number(x)) => number(expected).is_some_and(|y| self.near(at, y, *x)),
            _ => false,
        };
        if !right {
            let at = if at.is_empty() { String::new() } else { format!("{at}: ") };
            out.push(format!("{at}expected {expected}, found {found:?}"));
        }
    }

    /// Whether `found` is near enough to `expected` as the part of the answer that `at` names.
    fn near(&self, at: &str, expected: f64, found: f64) -> bool {
        let gap = found - expected;
        let within = |relative: f64, absolute: f64| {
            expected == found || gap.abs() <= f64::max(absolute, relative * expected.abs())
        };
        match self.fit {
            Some(fit) if at == "log_likelihood" => {
                within(0.0, fit.log_likelihood) && gap <= fit.above
            }
            Some(fit) if at.starts_with("se_") => within(fit.standard_error, 0.0),
            _ if at == "customers" => expected == found,
            _ => within(self.relative, self.absolute),
        }
    }
}

/// A number, also one written as a text, as endless ones must be.
pub fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::{self, Answers, degenerate_fit};
    use super::*;
    use serde_json::json;

    fn rule(relative: f64, absolute: f64) -> Rule {
        Rule::read("f", false, &json!({"rel": relative, "abs": absolute})).unwrap()
    }

    fn right(rule: Rule, expected: &Value, found: &Answer) -> bool {
        rule.differences(expected, found).is_empty()
    }

    #[test]
    fn a_number_is_right_within_the_larger_of_both_tolerances() {
        let at = |x: f64| right(rule(0.01, 0.0), &json!(200), &x.answer());
        assert_eq!([at(198.0), at(202.0), at(197.99), at(202.01)], [true, true, false, false]);
        assert!(right(rule(0.0, 5.0), &json!(200), &Answer::Number(195.0)));
        assert!(!right(rule(0.0, 0.0), &json!(200), &Answer::Number(f64::NAN)));
        assert!(!right(rule(1.0, 1.0), &json!(200), &Answer::Number(f64::INFINITY)));
        assert!(right(rule(0.0, 0.0), &json!("inf"), &Answer::Number(f64::INFINITY)));
    }

    #[test]
    fn null_expects_that_there_is_nothing() {
        let none: Option<f64> = None;
        assert!(right(rule(0.0, 0.0), &Value::Null, &none.answer()));
        assert!(!right(rule(0.0, 0.0), &Value::Null, &Answer::Number(0.0)));
        assert!(!right(rule(1.0, 1e9), &json!(3), &none.answer()));
    }

    #[test]
    fn lists_and_objects_are_compared_part_by_part() {
        let list = vec![1.0, 2.0].answer();
        assert!(right(rule(0.0, 0.0), &json!([1, 2]), &list));
        assert!(!right(rule(0.0, 0.0), &json!([1, 3]), &list));
        assert!(!right(rule(0.0, 0.0), &json!([1]), &list));
        let object = answer::object([("a", 1.0), ("b", 2.0)]);
        assert!(right(rule(0.0, 0.0), &json!({"a": 1}), &object));
        let lines = rule(0.0, 0.0).differences(&json!({"b": 3, "c": 4}), &object);
        assert_eq!(lines, ["b: expected 3, found Number(2.0)", "c: expected 4, found nothing"]);
    }

    #[test]
    fn a_fit_is_judged_part_by_part_and_never_better_than_the_optimum() {
        let tolerance = json!({"rel": 0.001, "abs": 0, "log_likelihood_abs": 0.01, "se_rel": 0.1});
        let rule = Rule::read("fit", false, &tolerance).unwrap();
        let expected = json!({"r": 1, "se_r": 0.5, "log_likelihood": -100, "customers": 7});
        let found = |r, error, value, customers| {
            right(rule, &expected, &answer::fit(&[("r", r, Some(error))], value, customers))
        };
        assert!(found(1.001, 0.54, -100.009, 7.0));
        assert!(!found(1.002, 0.54, -100.009, 7.0), "parameter");
        assert!(!found(1.001, 0.56, -100.009, 7.0), "standard error");
        assert!(!found(1.001, 0.54, -100.02, 7.0), "log-likelihood too low");
        assert!(!found(1.001, 0.54, -99.999, 7.0), "log-likelihood above the optimum");
        assert!(!found(1.001, 0.54, -100.009, 7.001), "customers");
        let rounded = Rule::read("fit", true, &tolerance).unwrap();
        let above = answer::fit(&[("r", 1.0, Some(0.5))], -99.991, 7.0);
        assert!(right(rounded, &expected, &above));
        assert!(degenerate_fit(false, -100.0, 7.0).is_err(), "must warn");
    }
}
