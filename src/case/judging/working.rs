//! The working behind the value map.

use super::super::working::{Term, Working, letter, of, sign, trimmed};
use super::{Case, Cost, Input, Number};
use crate::model::value_map::{Place, ValueMap};
use crate::words::Glass;

/// Where an offer lies on the value map: `q = Σ w s / s̄`, `p = P / P̄`, and its distance from the
/// fair-value line, `d = (m (q − 1) − (p − 1)) / √(1 + m²)`.
pub fn value_map(case: &Case, map: &ValueMap, offer: usize, glass: Glass) -> Working {
    let place = &map.places()[offer];
    let ratio = |x: f64| Term::Number(glass.number(x, 4), None);
    let indexed = |letter| Term::Symbol(letter, "i", None);
    let symbols = [indexed("w"), sign("·"), Term::Fraction(vec![indexed("s")], vec![indexed("s̄")])];
    let slope = Input::Judging(Number::Slope);
    let steepness = number(glass, map.slope(), Some(slope));
    vec![
        [letter("q"), sign("="), sign("∑")].into_iter().chain(symbols).collect(),
        quality(case, place, offer, glass),
        price(case, place, offer, glass),
        vec![letter("d"), sign("="), distance(&of("m", slope), letter("q"), letter("p"))],
        vec![
            sign("="),
            distance(&steepness, ratio(place.quality), ratio(place.price)),
            sign("="),
            ratio(place.distance()),
        ],
    ]
}

/// A number in up to three decimals, and the input it may be.
fn number(glass: Glass, x: f64, input: Option<Input>) -> Term {
    Term::Number(trimmed(glass, x, 3), input)
}

/// Relative quality: weight times ratio, criterion by criterion.
fn quality(case: &Case, place: &Place, offer: usize, glass: Glass) -> Vec<Term> {
    let offer = &case.offers[offer];
    let mut line = vec![letter("q"), sign("=")];
    for (k, each) in place.by_point().iter().enumerate().filter(|(_, each)| **each > 0.0) {
        if line.len() > 2 {
            line.push(sign("+"));
        }
        let (criterion, par) = (case.criteria[k].id, place.par_scores()[k]);
        let weight = number(glass, each * par, Some(Input::Weight(criterion)));
        let score = number(glass, offer.scores[k], Some(Input::Score(offer.id, criterion)));
        let ratio = Term::Fraction(vec![score], vec![number(glass, par, None)]);
        line.extend([weight, sign("·"), ratio]);
    }
    line.extend([sign("="), Term::Number(glass.number(place.quality, 4), None)]);
    line
}

/// Relative price.
fn price(case: &Case, place: &Place, offer: usize, glass: Glass) -> Vec<Term> {
    let (input, par) = (Input::Cost(case.offers[offer].id, Cost::Money), place.par_price());
    let own = number(glass, place.price * par, Some(input));
    let ratio = Term::Fraction(vec![own], vec![number(glass, par, None)]);
    let value = Term::Number(glass.number(place.price, 4), None);
    vec![letter("p"), sign("="), ratio, sign("="), value]
}

/// `(m (q − 1) − (p − 1)) / √(1 + m²)`.
fn distance(m: &Term, q: Term, p: Term) -> Term {
    let one = || Term::Number("1".into(), None);
    let less_one = |x: Term| [sign("("), x, sign("−"), one(), sign(")")];
    let mut top = vec![m.clone(), sign("·")];
    top.extend(less_one(q).into_iter().chain([sign("−")]).chain(less_one(p)));
    let square = Term::Power(Box::new(m.clone()), Box::new(Term::Number("2".into(), None)));
    Term::Fraction(top, vec![sign("√"), sign("("), one(), sign("+"), square, sign(")")])
}
