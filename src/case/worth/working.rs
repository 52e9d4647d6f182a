//! The working behind the economic value.

use super::super::working::{Term, Working};
use super::super::{Case, Input};
use super::Number;
use crate::model::economic_value::{EconomicValue, Sign};
use crate::words::{Glass, Unit};

const fn letter(letter: &'static str, index: &'static str, input: Option<Input>) -> Term {
    Term::Symbol(letter, index, input)
}

/// Total economic value: `V = R + Σ q·u·c·a − Σ q·u·c·a`, and what the price leaves: `V − P`, `P − C`.
pub fn economic_value(case: &Case, value: &EconomicValue, glass: Glass) -> Working {
    let [ours, rival] = [0, case.alternative().unwrap_or_default()].map(|k| case.offers[k].id);
    let [price, reference] = [ours, rival].map(Input::Price);
    let cost = Input::UnitCost(ours);
    let number = |x: f64, input| Term::Number(glass.cell(x, Unit::Money), input);
    let terms = value.terms();
    let total = value.total(case.worth.claim);
    let share = |name: &'static str, (a, b): (Term, Term), (x, y): (Term, Term), result: f64| {
        vec![
            letter("S", name, None),
            Term::Sign("="),
            a,
            Term::Sign("−"),
            b,
            Term::Sign("="),
            x,
            Term::Sign("−"),
            y,
            Term::Sign("="),
            number(result, None),
        ]
    };
    vec![
        symbols(reference),
        numbers(case, value, glass),
        share(
            "c",
            (letter("V", "", None), letter("P", "", Some(price))),
            (number(total, None), number(terms.price, Some(price))),
            total - terms.price,
        ),
        share(
            "f",
            (letter("P", "", Some(price)), letter("C", "", Some(cost))),
            (number(terms.price, Some(price)), number(terms.cost, Some(cost))),
            value.margin(),
        ),
    ]
}

/// The formula in letters: quantity, worth of a unit, confidence, share due to us.
fn symbols(reference: Input) -> Vec<Term> {
    let product = || ["q", "u", "c", "a"].map(|name| letter(name, "i", None));
    let mut line = vec![letter("V", "", None), Term::Sign("="), letter("R", "", Some(reference))];
    for sign in ["+", "−"] {
        line.extend([Term::Sign(sign), Term::Sign("∑")]);
        line.extend(product());
    }
    line
}

/// The same with what each difference comes to.
fn numbers(case: &Case, value: &EconomicValue, glass: Glass) -> Vec<Term> {
    let rival = case.alternative().map(|k| Input::Price(case.offers[k].id));
    let cell = |x: f64| glass.cell(x, Unit::Money);
    let mut line = vec![Term::Sign("="), Term::Number(cell(value.terms().reference), rival)];
    let inputs = case.worth.differences.iter().map(|d| Number::UnitValue(d.id));
    let inputs = inputs.chain([Number::Switching]).map(Input::Worth);
    let differences = value.differences(case.worth.claim);
    for ((input, driver), difference) in inputs.zip(value.drivers()).zip(differences) {
        if difference != 0.0 {
            line.push(Term::Sign(if driver.sign == Sign::Plus { "+" } else { "−" }));
            line.push(Term::Number(cell(difference.abs()), Some(input)));
        }
    }
    line.extend([Term::Sign("="), Term::Number(cell(value.total(case.worth.claim)), None)]);
    line
}

#[cfg(test)]
mod tests {
    use super::super::super::working::spoken;
    use super::super::super::{Sample, library};
    use super::*;

    #[test]
    fn the_tractor_is_worked_out() {
        let case = library::open(Sample::Caterpillar);
        let value = case.economic_value().unwrap();
        assert_eq!(
            spoken(&economic_value(&case, &value, Glass::default())),
            "V = R + ∑ qi ui ci ai − ∑ qi ui ci ai \
             = 90,000 + 7,000 + 6,000 + 5,000 + 2,000 = 110,000 \
             Sc = V − P = 110,000 − 100,000 = 10,000 \
             Sf = P − C = 100,000 − 80,000 = 20,000"
        );
    }
}
