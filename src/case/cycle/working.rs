//! The working behind the life cycle: the net as a sum of stretches, when it begins to pay, and when
//! all is paid back.

use super::super::Case;
use super::super::working::{Term, Working, letter, number, sign};
use super::Outlook;
use crate::math::pieces::Piece;
use crate::model::life_cycle::LifeCycle;
use crate::words::{Glass, Unit, cycle as words};

/// How many stretches stand on a line.
const A_LINE: usize = 2;
/// The most stretches that are written out.
const MOST: usize = 12;

impl Case {
    /// `B − A = ∫ (R − C) dt`, stretch by stretch, with the numbers in force.
    pub fn cycle_working(&self, outlook: &Outlook, glass: Glass) -> Working {
        let cycle = &outlook.now;
        let mut working = vec![integral(cycle, glass)];
        working.extend(stretches(cycle, glass));
        working.push(areas(cycle, glass));
        working.extend(crossing(cycle, glass));
        working.extend(paid_back(cycle, glass));
        working
    }
}

fn money(x: f64, glass: Glass) -> Term {
    Term::Number(glass.cell(x, Unit::Money), None)
}

fn moment(year: f64, glass: Glass) -> Term {
    Term::Number(words::moment(glass, year), None)
}

/// An integral sign with its limits.
fn integral_to(from: f64, to: Term) -> Term {
    let low = if from == 0.0 { "0" } else { "t" };
    Term::Power(Box::new(Term::Symbol("∫", low, None)), Box::new(to))
}

fn integrand() -> [Term; 6] {
    [sign("("), letter("R"), sign("−"), letter("C"), sign(")"), letter("dt")]
}

fn integral(cycle: &LifeCycle, glass: Glass) -> Vec<Term> {
    let (from, to) = cycle.margin().extent();
    let mut line = vec![letter("B"), sign("−"), letter("A"), sign("=")];
    line.push(integral_to(from, moment(to, glass)));
    line.extend(integrand());
    line
}

/// Each straight piece of the margin: the mean of its ends times how long it lasts.
fn stretches(cycle: &LifeCycle, glass: Glass) -> Working {
    let pieces = cycle.margin().all();
    if pieces.len() > MOST {
        return Vec::new();
    }
    let line = |(row, pieces): (usize, &[Piece])| {
        let mut line = Vec::new();
        for (k, piece) in pieces.iter().enumerate() {
            line.push(sign(if row + k == 0 { "=" } else { "+" }));
            line.extend(stretch(piece, glass));
        }
        line
    };
    pieces.chunks(A_LINE).enumerate().map(line).collect()
}

fn stretch(piece: &Piece, glass: Glass) -> Vec<Term> {
    let years = number(glass, piece.length(), 3, None);
    if piece.first == piece.last {
        let level = money(piece.first, glass);
        let level = if piece.first < 0.0 { vec![sign("("), level, sign(")")] } else { vec![level] };
        return [level, vec![sign("×"), years]].concat();
    }
    let plus = if piece.last < 0.0 { "−" } else { "+" };
    let ends = vec![money(piece.first, glass), sign(plus), money(piece.last.abs(), glass)];
    let half = Term::Fraction(ends, vec![Term::Number("2".into(), None)]);
    vec![half, sign("×"), years]
}

fn areas(cycle: &LifeCycle, glass: Glass) -> Vec<Term> {
    let (loss, gain) = cycle.areas();
    let exact = |x: f64| number(glass, x, 2, None);
    vec![sign("="), exact(gain), sign("−"), exact(loss), sign("="), exact(cycle.net())]
}

/// Where the first stretch that passes zero upwards does so: the share of it that the loss takes.
fn crossing(cycle: &LifeCycle, glass: Glass) -> Option<Vec<Term>> {
    let year = cycle.pays_from()?;
    let holds = |piece: &&Piece| piece.first < 0.0 && piece.last > 0.0 && piece.to >= year;
    let piece = cycle.margin().all().iter().find(holds).filter(|piece| piece.from <= year)?;
    let (loss, gain) = (money(-piece.first, glass), money(piece.last, glass));
    let share = Term::Fraction(vec![loss.clone()], vec![loss, sign("+"), gain]);
    let mut line = vec![Term::Symbol("t", "1", None), sign("="), moment(piece.from, glass)];
    line.extend([sign("+"), share]);
    if piece.length() != 1.0 {
        line.extend([sign("×"), number(glass, piece.length(), 3, None)]);
    }
    line.extend([sign("="), moment(year, glass)]);
    Some(line)
}

/// The moment up to which the integral is zero.
fn paid_back(cycle: &LifeCycle, glass: Glass) -> Option<Vec<Term>> {
    let from = cycle.margin().extent().0;
    let year = cycle.money_back().filter(|year| *year > from)?;
    let mut line = vec![integral_to(from, Term::Symbol("t", "2", None))];
    line.extend(integrand());
    line.extend([sign("="), Term::Number("0".into(), None), sign("⟹")]);
    line.extend([Term::Symbol("t", "2", None), sign("="), moment(year, glass)]);
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::super::super::working::spoken;
    use super::super::super::{Sample, library};
    use super::super::Entry;
    use super::*;

    #[test]
    fn the_working_leads_to_the_answer() {
        let mut case = library::open(Sample::Coffee);
        let words = |case: &Case| {
            spoken(&case.cycle_working(&case.life_cycle().unwrap(), Glass::default()))
        };
        let curves = words(&case);
        assert!(curves.contains("(−3,000 − 1,000) / (2) × 1"), "{curves}");
        assert!(curves.contains("= 10,142.86 − 2,142.86 = 8,000"), "{curves}");
        assert!(curves.contains("t1 = 1 + (1,000) / (1,000 + 2,500) = 1.286"), "{curves}");
        assert!(curves.contains("= 0 ⟹ t2 = 2.414"), "{curves}");
        case.cycle.entry = Entry::Stages;
        let stages = words(&case);
        assert!(
            stages.contains("= ( −1,000 ) × 1 + 1,500 × 1 + 3,000 × 1.5 + 1,000 × 0.5"),
            "{stages}"
        );
    }
}
