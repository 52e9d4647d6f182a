//! The working behind a result: the formula in symbols, then with the user's numbers.

use super::base::Number;
use super::{Case, Cost, Counting, Earning, Id, Input};
use crate::analysis::{Kind, Settings};
use crate::model::lifetime::{Horizon, Lifetime, Timing};
use crate::model::perceived::{Comparison, TOP_SCORE};
use crate::words::{Glass, Unit};

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A letter with an index, which may stand for an input.
    Symbol(&'static str, &'static str, Option<Input>),
    /// A number, which may be an input.
    Number(String, Option<Input>),
    /// A sign between others.
    Sign(&'static str),
    /// One over the other.
    Fraction(Vec<Term>, Vec<Term>),
    /// The first to the power of the second.
    Power(Box<Term>, Box<Term>),
    /// Several that are one, as in an exponent.
    Row(Vec<Term>),
}

/// Lines of a formula, each the continuation of the one before.
pub type Working = Vec<Vec<Term>>;

/// The inputs that its terms stand for, as they are written.
pub fn inputs(working: &Working) -> Vec<Input> {
    working.iter().flatten().flat_map(inputs_of).collect()
}

fn inputs_of(term: &Term) -> Vec<Input> {
    match term {
        Term::Symbol(_, _, input) | Term::Number(_, input) => input.iter().copied().collect(),
        Term::Sign(_) => Vec::new(),
        Term::Fraction(top, bottom) => top.iter().chain(bottom).flat_map(inputs_of).collect(),
        Term::Power(base, power) => [base, power].into_iter().flat_map(|t| inputs_of(t)).collect(),
        Term::Row(terms) => terms.iter().flat_map(inputs_of).collect(),
    }
}

/// The formula in plain text, for those who cannot see it.
pub fn spoken(working: &Working) -> String {
    let lines: Vec<String> = working.iter().map(|line| plain(line)).collect();
    lines.join(" ")
}

fn plain(terms: &[Term]) -> String {
    let words: Vec<String> = terms.iter().map(word).collect();
    words.join(" ")
}

fn word(term: &Term) -> String {
    match term {
        Term::Symbol(letter, index, _) => format!("{letter}{index}"),
        Term::Number(text, _) => text.clone(),
        Term::Sign(sign) => (*sign).to_owned(),
        Term::Fraction(top, bottom) => format!("({}) / ({})", plain(top), plain(bottom)),
        Term::Power(base, power) => format!("{}^{}", word(base), word(power)),
        Term::Row(terms) if terms.first() == Some(&Term::Sign("(")) => plain(terms),
        Term::Row(terms) => format!("({})", plain(terms)),
    }
}

pub(super) const fn letter(letter: &'static str) -> Term {
    Term::Symbol(letter, "", None)
}

pub(super) const fn of(letter: &'static str, input: Input) -> Term {
    Term::Symbol(letter, "", Some(input))
}

pub(super) const fn sign(sign: &'static str) -> Term {
    Term::Sign(sign)
}

/// Net value of one offer: `V = W · Σ w s / 10 − Σ c`.
pub fn net_value(case: &Case, comparison: &Comparison, offer: usize, glass: Glass) -> Working {
    let unit = case.worth_unit();
    let standing = &comparison.standings()[offer];
    let cell = |x| glass.cell(x, unit);
    let indexed = |letter, index| Term::Symbol(letter, index, None);
    let symbols = vec![
        letter("V"),
        sign("="),
        of("W", Input::Perfect),
        sign("·"),
        Term::Fraction(
            vec![sign("∑"), indexed("w", "i"), indexed("s", "i")],
            vec![Term::Number("10".into(), None), sign("∑"), indexed("w", "i")],
        ),
        sign("−"),
        sign("∑"),
        indexed("c", "k"),
    ];
    let mut numbers = vec![
        sign("="),
        Term::Number(cell(case.perfect()), Some(Input::Perfect)),
        sign("×"),
        Term::Number(glass.number(standing.mean_score / TOP_SCORE, 4), None),
        sign("−"),
        sign("("),
    ];
    let id = case.offers[offer].id;
    for (k, (cost, kind)) in standing.costs.iter().zip(Cost::ALL).enumerate() {
        if k > 0 {
            numbers.push(sign("+"));
        }
        numbers.push(Term::Number(cell(*cost), Some(cost_input(case, id, kind))));
    }
    numbers.extend([sign(")"), sign("="), Term::Number(cell(standing.net()), None)]);
    vec![symbols, numbers]
}

/// The box behind a cost: for time in money the minutes.
fn cost_input(case: &Case, offer: Id, cost: Cost) -> Input {
    match (case.counting, cost) {
        (Counting::Money, Cost::Money) => Input::Price(offer),
        _ => Input::Cost(offer, cost),
    }
}

/// Lifetime value, for ever or for some periods, with either timing.
pub fn lifetime(case: &Case, lifetime: &Lifetime, glass: Glass) -> Working {
    let terms = lifetime.terms();
    let margin_input = (case.customer.earning == Earning::Margin).then_some(Input::Margin);
    let symbol = Letters {
        margin: Term::Symbol("m", "", margin_input),
        retention: of("r", Input::Retention),
        discount: of("i", Input::Discount),
        growth: of("g", Input::Growth),
        acquisition: Term::Symbol("A", "C", Some(Input::Acquisition)),
        horizon: of("n", Input::Horizon),
    };
    let number = |x: f64, places, input| number(glass, x, places, input);
    let periods = if let Horizon::Periods(n) = terms.horizon { f64::from(n) } else { 0.0 };
    let figure = Letters {
        margin: number(terms.margin, 2, margin_input),
        retention: number(terms.retention, 4, Some(Input::Retention)),
        discount: number(terms.discount, 5, Some(Input::Discount)),
        growth: number(terms.growth, 5, Some(Input::Growth)),
        acquisition: number(terms.acquisition, 2, Some(Input::Acquisition)),
        horizon: number(periods, 0, Some(Input::Horizon)),
    };
    let grows = terms.growth != 0.0;
    let shape = Shape { timing: terms.timing, horizon: terms.horizon, grows };
    let mut working = shape.ratio(&symbol, &figure, glass.number(lifetime.step(), 5));
    let mut first = vec![Term::Symbol("CLV", "", None), sign("=")];
    first.extend(shape.value(&symbol));
    let mut second = vec![sign("=")];
    second.extend(shape.value(&figure));
    second.extend([sign("="), Term::Number(glass.cell(lifetime.net(), Unit::Money), None)]);
    working.splice(0..0, [first]);
    working.push(second);
    working
}

/// A number with up to `places` decimals, which may be an input.
pub(super) fn number(glass: Glass, x: f64, places: usize, input: Option<Input>) -> Term {
    Term::Number(trimmed(glass, x, places), input)
}

/// The chance that a customer is still one, by the model that [`Settings`] name; none for the model
/// without a short formula.
pub fn p_alive(settings: &Settings, alive: f64, glass: Glass) -> Option<Working> {
    let at_first = match settings.buying.kind {
        Kind::BgNbd => 0.0,
        Kind::MbgNbd => 1.0,
        Kind::ParetoNbd => return None,
    };
    let asked = settings.asked;
    let numbers =
        settings.buying.parameters.into_iter().chain([asked.repeats, asked.recency, asked.age]);
    let inputs = (0..4).map(Number::Leaving).chain((0..3).map(Number::Asked)).map(Input::Base);
    let names = [("r", ""), ("α", ""), ("a", ""), ("b", ""), ("x", ""), ("t", "x"), ("T", "")];
    let (mut letters, mut figures) = (Vec::new(), Vec::new());
    for ((input, number), (letter, index)) in inputs.zip(numbers).zip(names) {
        letters.push(Term::Symbol(letter, index, Some(input)));
        figures.push(Term::Number(trimmed(glass, number, 4), Some(input)));
    }
    if asked.repeats + at_first == 0.0 {
        return Some(vec![vec![letter("P"), sign("="), Term::Number("1".into(), None)]]);
    }
    let share = |q: Term| {
        Term::Fraction(
            vec![number(glass, 1.0, 0, None)],
            vec![number(glass, 1.0, 0, None), sign("+"), q],
        )
    };
    let odds = if alive > 1e-6 {
        number(glass, 1.0 / alive - 1.0, 4, None)
    } else {
        Term::Number("∞".into(), None)
    };
    let mut symbols = vec![letter("q"), sign("=")];
    symbols.extend(gone(&letters, at_first));
    let mut numbers = vec![sign("=")];
    numbers.extend(gone(&figures, at_first));
    numbers.extend([sign("="), odds.clone()]);
    let last = [sign("="), share(odds), sign("="), Term::Number(glass.number(alive, 4), None)];
    Some(vec![
        vec![letter("P"), sign("="), share(letter("q"))],
        symbols,
        numbers,
        [letter("P")].into_iter().chain(last).collect(),
    ])
}

/// The odds that a customer has left, `a/(b+x−1) · ((α+T)/(α+tₓ))^(r+x)`; one purchase more may have
/// been the last where customers leave after the first already.
fn gone(terms: &[Term], at_first: f64) -> Vec<Term> {
    let [r, alpha, a, b, x, recency, age] = terms else { return Vec::new() };
    let one = || Term::Number("1".into(), None);
    let mut tossed = vec![b.clone(), sign("+"), x.clone()];
    if at_first == 0.0 {
        tossed.extend([sign("−"), one()]);
    }
    let silence = Term::Fraction(
        vec![alpha.clone(), sign("+"), age.clone()],
        vec![alpha.clone(), sign("+"), recency.clone()],
    );
    let base = Term::Row(vec![sign("("), silence, sign(")")]);
    let power = Term::Row(vec![r.clone(), sign("+"), x.clone()]);
    let silent = Term::Power(Box::new(base), Box::new(power));
    vec![Term::Fraction(vec![a.clone()], tossed), sign("·"), silent]
}

/// Up to `places` decimals without trailing zeros.
pub(super) fn trimmed(glass: Glass, x: f64, places: usize) -> String {
    let text = glass.number(x, places);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// What stands in the formula: letters, or the numbers they are.
struct Letters {
    margin: Term,
    retention: Term,
    discount: Term,
    growth: Term,
    acquisition: Term,
    horizon: Term,
}

/// Which formula it is.
struct Shape {
    timing: Timing,
    horizon: Horizon,
    grows: bool,
}

impl Shape {
    /// Value of all margins less the cost of winning the customer.
    fn value(&self, l: &Letters) -> Vec<Term> {
        let mut out = match self.horizon {
            Horizon::Forever => self.forever(l),
            Horizon::Periods(_) => self.finite(l),
        };
        out.extend([sign("−"), l.acquisition.clone()]);
        out
    }

    fn forever(&self, l: &Letters) -> Vec<Term> {
        let mut top = vec![l.margin.clone(), sign("·")];
        match self.timing {
            Timing::Now => top.extend(self.bracket(&l.discount)),
            Timing::AfterOnePeriod => top.push(l.retention.clone()),
        }
        let mut bottom = vec![Term::Number("1".into(), None), sign("+"), l.discount.clone()];
        bottom.extend([sign("−"), l.retention.clone()]);
        if self.grows {
            bottom.push(sign("·"));
            bottom.extend(self.bracket(&l.growth));
        }
        vec![Term::Fraction(top, bottom)]
    }

    fn finite(&self, l: &Letters) -> Vec<Term> {
        let mut out = vec![l.margin.clone(), sign("·")];
        if self.timing == Timing::AfterOnePeriod {
            let bottom = vec![Term::Number("1".into(), None), sign("+"), l.discount.clone()];
            out.extend([Term::Fraction(vec![l.retention.clone()], bottom), sign("·")]);
        }
        let one = || Term::Number("1".into(), None);
        let power = Term::Power(Box::new(letter("q")), Box::new(l.horizon.clone()));
        out.push(Term::Fraction(
            vec![one(), sign("−"), power],
            vec![one(), sign("−"), letter("q")],
        ));
        out
    }

    /// What *q* is, where the formula has one.
    fn ratio(&self, symbol: &Letters, figure: &Letters, value: String) -> Working {
        if self.horizon == Horizon::Forever {
            return Vec::new();
        }
        let mut line = vec![letter("q"), sign("=")];
        line.extend(self.quotient(symbol));
        line.push(sign("="));
        line.extend(self.quotient(figure));
        line.extend([sign("="), Term::Number(value, None)]);
        vec![line]
    }

    fn quotient(&self, l: &Letters) -> Vec<Term> {
        let mut top = vec![l.retention.clone()];
        if self.grows {
            top.push(sign("·"));
            top.extend(self.bracket(&l.growth));
        }
        let bottom = vec![Term::Number("1".into(), None), sign("+"), l.discount.clone()];
        vec![Term::Fraction(top, bottom)]
    }

    /// `(1 + x)`.
    #[expect(clippy::unused_self, reason = "reads like the other parts of the formula")]
    fn bracket(&self, x: &Term) -> Vec<Term> {
        vec![sign("("), Term::Number("1".into(), None), sign("+"), x.clone(), sign(")")]
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;

    #[test]
    fn the_coffee_is_worked_out() {
        let case = library::open(Sample::Coffee);
        let comparison = case.comparison().unwrap();
        let working = net_value(&case, &comparison, 0, Glass::default());
        assert_eq!(
            spoken(&working),
            "V = W · (∑ wi si) / (10 ∑ wi) − ∑ ck = 60 × 0.8500 − ( 25 + 5 + 1 + 0 ) = 20"
        );
    }

    /// The published customer of two repeat purchases: chance 0.7266.
    #[test]
    fn the_chance_of_still_being_there_is_worked_out() {
        let mut case = library::open(Sample::Coffee);
        case.base.leaving = [0.2426, 4.4135, 0.7929, 2.4258];
        case.base.asked = [2.0, 30.43, 38.86, 0.0];
        let settings = case.base_settings();
        let spoken = |working| spoken(&working);
        assert_eq!(
            p_alive(&settings, 0.7266, Glass::default()).map(spoken).unwrap(),
            "P = (1) / (1 + q) q = (a) / (b + x − 1) · ( (α + T) / (α + tx) )^(r + x) \
             = (0.7929) / (2.4258 + 2 − 1) · ( (4.4135 + 38.86) / (4.4135 + 30.43) )^(0.2426 + 2) \
             = 0.3763 P = (1) / (1 + 0.3763) = 0.7266"
        );
        case.base.asked = [0.0, 0.0, 38.86, 0.0];
        let once = p_alive(&case.base_settings(), 1.0, Glass::default());
        assert_eq!(once.map(spoken).unwrap(), "P = 1");
    }

    #[test]
    fn lifetime_value_in_its_four_shapes() {
        let mut case = Case::default();
        case.customer.acquisition = 50.0;
        let say =
            |case: &Case| spoken(&lifetime(case, &case.lifetime().unwrap(), Glass::default()));
        assert_eq!(
            say(&case),
            "CLV = (m · ( 1 + i )) / (1 + i − r) − AC \
             = (100 · ( 1 + 0.1 )) / (1 + 0.1 − 0.8) − 50 = 316.67"
        );
        case.customer.margin_now = false;
        case.customer.growth = 0.02;
        assert!(say(&case).starts_with("CLV = (m · r) / (1 + i − r · ( 1 + g )) − AC"));
        case.customer.forever = false;
        case.customer.growth = 0.0;
        assert_eq!(
            say(&case),
            "CLV = m · (r) / (1 + i) · (1 − q^n) / (1 − q) − AC \
             q = (r) / (1 + i) = (0.8) / (1 + 0.1) = 0.72727 \
             = 100 · (0.8) / (1 + 0.1) · (1 − q^10) / (1 − q) − 50 = 205.63"
        );
    }
}
