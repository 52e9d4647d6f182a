//! The working behind the curves: how alike two are, and how focused ours is.

use super::super::working::{Term, Working, letter, sign};
use super::super::{Case, Input};
use crate::model::value_curve::ValueCurves;
use crate::words::{Glass, Language, Unit, curve as words};

fn indexed(letter: &'static str, index: &'static str) -> Term {
    Term::Symbol(letter, index, None)
}

fn squared(term: Term) -> Term {
    Term::Power(Box::new(term), Box::new(Term::Number("2".into(), None)))
}

impl Case {
    /// Correlation with the rival most alike, factors that our effort rests on, and the level of
    /// our price.
    pub fn curve_working(&self, curves: &ValueCurves, top: f64, glass: Glass) -> Working {
        let rival = self.most_alike(curves);
        let likeness = rival.and_then(|(rival, _)| likeness(curves, rival, glass));
        let lines = [likeness, effort(curves, glass), price(self, curves, top, glass)];
        lines.into_iter().flatten().collect()
    }

    /// What the letters of the working stand for.
    pub fn working_remark(&self, curves: &ValueCurves, language: Language) -> String {
        let rival = self.most_alike(curves).map(|(k, _)| self.offers[k].name.to(language));
        words::working_remark(language, rival)
    }
}

/// `r = Σ ab / √(Σ a² Σ b²)`, with *a* and *b* our and their distances from the mean.
fn likeness(curves: &ValueCurves, rival: usize, glass: Glass) -> Option<Vec<Term>> {
    let r = curves.correlation(0, rival)?;
    let [ours, theirs] = [0, rival].map(|k| {
        let levels = &curves.curves()[k].levels;
        let mean = levels.iter().sum::<f64>() / levels.len() as f64;
        levels.iter().map(|level| level - mean).collect::<Vec<f64>>()
    });
    let sum = |a: &[f64], b: &[f64]| {
        let sum: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
        Term::Number(glass.number(sum, 2), None)
    };
    let root = |a: Vec<Term>| {
        let inside = [vec![sign("(")], a, vec![sign(")")]].concat();
        let half = Term::Fraction(
            vec![Term::Number("1".into(), None)],
            vec![Term::Number("2".into(), None)],
        );
        let last = Term::Power(Box::new(inside[inside.len() - 1].clone()), Box::new(half));
        [inside[..inside.len() - 1].to_vec(), vec![last]].concat()
    };
    let (a, b) = (|| indexed("a", "i"), || indexed("b", "i"));
    let symbols = Term::Fraction(
        vec![sign("∑"), a(), b()],
        root(vec![sign("∑"), squared(a()), sign("·"), sign("∑"), squared(b())]),
    );
    let numbers = Term::Fraction(
        vec![sum(&ours, &theirs)],
        root(vec![sum(&ours, &ours), sign("·"), sum(&theirs, &theirs)]),
    );
    let result = Term::Number(glass.number(r, 2), None);
    Some(vec![letter("r"), sign("="), symbols, sign("="), numbers, sign("="), result])
}

/// `n = (Σ s)² / Σ s²`: the number of factors that our effort rests on.
fn effort(curves: &ValueCurves, glass: Glass) -> Option<Vec<Term>> {
    let curve = &curves.curves()[0];
    let rests_on = curve.effective_factors()?;
    let squares: f64 = curve.levels.iter().map(|level| level * level).sum();
    let number = |x: f64| Term::Number(glass.cell(x, Unit::Plain), None);
    let s = || indexed("s", "i");
    let bracket = squared(sign(")"));
    let symbols =
        Term::Fraction(vec![sign("("), sign("∑"), s(), bracket], vec![sign("∑"), squared(s())]);
    let numbers = Term::Fraction(vec![squared(number(curve.total()))], vec![number(squares)]);
    let result = Term::Number(glass.number(rests_on, 2), None);
    Some(vec![letter("n"), sign("="), symbols, sign("="), numbers, sign("="), result])
}

/// `p = 10 P / T`: the price as a level.
fn price(case: &Case, curves: &ValueCurves, top: f64, glass: Glass) -> Option<Vec<Term>> {
    let ours = case.ours()?;
    let input = Some(Input::Price(ours.id));
    let number = |x: f64, input| Term::Number(glass.cell(x, Unit::Money), input);
    let ten = || Term::Number("10".into(), None);
    Some(vec![
        letter("p"),
        sign("="),
        Term::Fraction(vec![ten(), sign("·"), Term::Symbol("P", "", input)], vec![letter("T")]),
        sign("="),
        Term::Fraction(vec![ten(), sign("·"), number(ours.price, input)], vec![number(top, None)]),
        sign("="),
        Term::Number(glass.number(curves.curves()[0].price, 1), None),
    ])
}
