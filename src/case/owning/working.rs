//! The working behind the cost of ownership.

use super::super::working::{Term, Working, of, sign};
use super::{Case, Input};
use crate::model::tally::Tally;
use crate::words::{Glass, Unit};

/// Kinds of cost in one line of a formula.
const A_LINE: usize = 3;
/// The letters of the first and the second offer in a formula.
const LETTERS: [&str; 2] = ["1", "2"];

/// What `offers`, at most two, cost to own, and the difference between them.
pub fn ownership(case: &Case, tally: &Tally, offers: &[usize], glass: Glass) -> Working {
    let total = |offer: usize| tally.offers()[offer].total();
    let mut working = vec![symbols()];
    for (offer, index) in offers.iter().zip(LETTERS) {
        working.extend(account(case, *offer, index, total(*offer), glass));
    }
    if let [one, other] = offers {
        working.push(vec![
            cost("2"),
            sign("−"),
            cost("1"),
            sign("="),
            number(glass.cell(total(*other) - total(*one), Unit::Money)),
        ]);
    }
    working
}

/// `C = Σ cₜ / (1 + i)ᵗ`.
fn symbols() -> Vec<Term> {
    let power =
        Term::Power(Box::new(Term::Symbol("q", "", None)), Box::new(Term::Symbol("t", "", None)));
    vec![
        cost(""),
        sign("="),
        sign("∑"),
        Term::Fraction(vec![Term::Symbol("c", "t", None)], vec![power]),
        sign(","),
        Term::Symbol("q", "", None),
        sign("="),
        number("1".into()),
        sign("+"),
        of("i", Input::Discount),
    ]
}

const fn cost(index: &'static str) -> Term {
    Term::Symbol("C", index, None)
}

const fn number(text: String) -> Term {
    Term::Number(text, None)
}

/// One offer: every amount times what 1 of its kind is worth today, and their sum.
fn account(case: &Case, offer: usize, index: &'static str, total: f64, glass: Glass) -> Working {
    let id = case.offers[offer].id;
    let mut terms: Vec<Vec<Term>> = Vec::new();
    for (input, factor) in case.owning_inputs(id).into_iter().zip(case.owning_factors()) {
        let amount = input.get(case).unwrap_or_default();
        if amount == 0.0 {
            continue;
        }
        let before = if factor < 0.0 { Some("−") } else { (!terms.is_empty()).then_some("+") };
        let mut term: Vec<Term> = before.map(sign).into_iter().collect();
        term.push(Term::Number(glass.cell(amount, Unit::Money), Some(input)));
        if factor.abs() != 1.0 {
            term.extend([sign("×"), number(glass.number(factor.abs(), 4))]);
        }
        terms.push(term);
    }
    let mut lines: Working = terms.chunks(A_LINE).map(<[Vec<Term>]>::concat).collect();
    let sum = [sign("="), number(glass.cell(total, Unit::Money))];
    match lines.last_mut() {
        Some(line) if !terms.len().is_multiple_of(A_LINE) => line.extend(sum),
        Some(_) => lines.push(sum.into()),
        None => lines.push(vec![sum[1].clone()]),
    }
    lines[0].splice(0..0, [cost(index), sign("=")]);
    lines
}

#[cfg(test)]
mod tests {
    use super::super::super::working::spoken;
    use super::super::super::{Sample, library};
    use super::*;

    #[test]
    fn row_a4_is_worked_out() {
        let case = library::open(Sample::Machine);
        let working = ownership(&case, &case.tally().unwrap(), &[0, 1], Glass::default());
        assert_eq!(
            spoken(&working),
            "C = ∑ (ct) / (q^t) , q = 1 + i \
             C1 = 120,000 + 3,000 + 15,000 × 3.9927 − 30,000 × 0.6806 = 162,473 \
             C2 = 100,000 + 5,000 + 24,000 × 3.9927 − 15,000 × 0.6806 = 190,616 \
             C2 − C1 = 28,143"
        );
    }

    #[test]
    fn an_offer_that_costs_nothing_has_a_working_too() {
        let mut case = library::open(Sample::Machine);
        for input in case.owning_inputs(case.offers[0].id) {
            input.set(&mut case, 0.0);
        }
        let working = ownership(&case, &case.tally().unwrap(), &[0], Glass::default());
        assert_eq!(spoken(&working), "C = ∑ (ct) / (q^t) , q = 1 + i C1 = 0");
    }
}
