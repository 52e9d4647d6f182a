//! The working behind choice and value: in symbols, then with the numbers of one segment.

use super::{Case, Number};
use crate::case::working::{Term, Working, letter, of, sign};
use crate::case::{Counting, Input};
use crate::model::choice::{self, Market};
use crate::model::segments::Segments;
use crate::words::{Glass, Unit};

impl Case {
    /// The place of the segment that serves as the example: the largest.
    pub fn example_segment(&self) -> usize {
        let heads = self.segment_heads();
        let larger = |best: usize, next: usize| if heads[next] > heads[best] { next } else { best };
        (0..heads.len()).reduce(larger).unwrap_or_default()
    }

    /// How the share of our offer in the largest segment comes about.
    pub fn choice_working(&self, market: &Market, glass: Glass) -> Option<Working> {
        let k = self.example_segment();
        let segment = self.market.segments.get(k)?;
        let nets = market.net_values(k)?;
        let share = *market.segment_shares(k)?.offers.first()?;
        let sensitivity = choice::sensitivity_of(segment.halving);
        let halving = Input::Market(Number::Halving(segment.id));
        let plain = |x: f64| Term::Number(glass.cell(x, Unit::Plain), None);
        let raised = |power: Term| Term::Power(Box::new(letter("e")), Box::new(power));
        let power = |index| raised(Term::Symbol("μN", index, None));
        let mut sum = Vec::new();
        for (place, net) in nets.iter().enumerate() {
            if place > 0 {
                sum.push(sign("+"));
            }
            sum.push(raised(Term::Number(glass.number(sensitivity * net, 2), None)));
        }
        let first = sum.first()?.clone();
        let rise = Term::Number(glass.cell(segment.halving, Unit::Money), Some(halving));
        let per_cent = glass.value((share * 1_000.0).round() / 1_000.0, Unit::Share);
        Some(vec![
            vec![
                Term::Symbol("P", "1", None),
                sign("="),
                Term::Fraction(vec![power("1")], vec![sign("∑"), power("k")]),
                sign(","),
                letter("μ"),
                sign("="),
                Term::Fraction(vec![sign("ln"), plain(2.0)], vec![of("h", halving)]),
            ],
            vec![
                letter("μ"),
                sign("="),
                Term::Fraction(
                    vec![Term::Number(glass.number(std::f64::consts::LN_2, 4), None)],
                    vec![rise],
                ),
                sign("="),
                Term::Number(glass.bare(rounded(sensitivity), Unit::Plain), None),
            ],
            self.net_working(nets[0], glass)?,
            vec![
                Term::Symbol("P", "1", None),
                sign("="),
                Term::Fraction(vec![first], sum),
                sign("="),
                Term::Number(per_cent, None),
            ],
        ])
    }

    /// Net value of our offer to the example: benefit less price less other costs.
    fn net_working(&self, net: f64, glass: Glass) -> Option<Vec<Term>> {
        let ours = self.ours()?;
        let chosen = self.chosen().into_iter().next()?;
        let cell = |x: f64| glass.cell(x, Unit::Money);
        let benefit = net + chosen.price + chosen.other_costs;
        let counted = self.counting == Counting::Money;
        let benefit = Term::Number(cell(benefit), counted.then_some(Input::Perfect));
        Some(vec![
            Term::Symbol("N", "1", None),
            sign("="),
            benefit,
            sign("−"),
            Term::Number(cell(chosen.price), Some(Input::Price(ours.id))),
            sign("−"),
            Term::Number(cell(chosen.other_costs), None),
            sign("="),
            Term::Number(cell(net), None),
        ])
    }

    /// What all customers are worth: heads times value, segment by segment.
    pub fn equity_working(&self, segments: &Segments, glass: Glass) -> Option<Working> {
        let values = self.segment_values().ok()?;
        let mut sum = vec![sign("=")];
        for (k, (heads, value)) in self.segment_heads().iter().zip(values).enumerate() {
            if k > 0 {
                sum.push(sign("+"));
            }
            let id = self.market.segments[k].id;
            let typed = self.market.own_values.then_some(Input::Market(Number::Value(id)));
            sum.push(Term::Number(glass.number(*heads, 0), None));
            sum.push(sign("×"));
            sum.push(Term::Number(glass.cell(value, Unit::Money), typed));
        }
        let indexed = |letter| Term::Symbol(letter, "s", None);
        let total = Term::Number(glass.cell(segments.value(), Unit::Money), None);
        Some(vec![
            vec![letter("CE"), sign("="), sign("∑"), indexed("n"), indexed("v")],
            sum,
            vec![sign("="), total],
        ])
    }
}

/// Four digits of a sensitivity, however small.
fn rounded(x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let power = libm::pow(10.0, 3.0 - libm::floor(libm::log10(x)));
    (x * power).round() / power
}
