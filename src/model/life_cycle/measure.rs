//! What can be done to make a customer's life cycle worth more.

use super::{LAST_YEAR, LifeCycle, LifeCycleError, Stage};
use crate::math::order;
use crate::math::pieces::{Piece, Pieces};
use crate::model::bounds::{is_amount, is_share, is_signed};

/// One measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// A stage that there is lasts so many years more, or fewer where below 0; what happens in it
    /// stretches with it, and what follows begins later.
    Lengthen {
        /// Which stage.
        stage: Stage,
        /// By how many years.
        by: f64,
    },
    /// More revenue a year, as by cross-selling, in full from some year on.
    AddRevenue {
        /// How much a year.
        amount: f64,
        /// From when on in full.
        from: f64,
        /// For how many years before that it rises evenly; 0 for a jump.
        ramp: f64,
    },
    /// Revenue times a factor, as by a larger share of the customer's purchases, in full from some
    /// year on.
    MultiplyRevenue {
        /// The new share divided by the old one, 0 or more.
        factor: f64,
        /// From when on in full.
        from: f64,
        /// For how many years before that it rises evenly; 0 for a jump.
        ramp: f64,
    },
    /// Less cost throughout a stage.
    CutCost {
        /// Which stage.
        stage: Stage,
        /// What share of the cost is saved, 0..1.
        share: f64,
    },
}

/// Why a measure cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureError {
    /// A number of the measure is out of its range.
    OutOfRange,
    /// What it leads to is no life cycle.
    Outcome(LifeCycleError),
}

impl LifeCycle {
    /// The life cycle with `measure` taken.
    ///
    /// # Errors
    /// [`MeasureError`] says whether the measure or what it leads to is out of range.
    pub fn with(&self, measure: Measure) -> Result<Self, MeasureError> {
        let (mut revenue, mut cost, mut lengths) =
            (self.revenue.clone(), self.cost.clone(), self.lengths);
        match measure {
            Measure::Lengthen { stage, by } => {
                lengths[stage as usize] += by;
                ensure(is_year(lengths[stage as usize]))?;
                (revenue, cost) = (self.stretch(&revenue, &lengths), self.stretch(&cost, &lengths));
            }
            Measure::AddRevenue { amount, from, ramp } => {
                ensure(is_signed(amount) && is_year(from) && is_year(ramp))?;
                revenue = raise(&revenue, from, ramp, |y| y + amount);
            }
            Measure::MultiplyRevenue { factor, from, ramp } => {
                ensure(is_amount(factor) && is_year(from) && is_year(ramp))?;
                revenue = raise(&revenue, from, ramp, |y| y * factor);
            }
            Measure::CutCost { stage, share } => {
                ensure(is_share(share))?;
                cost = within(&cost, self.span(stage), |y| y * (1.0 - share));
            }
        }
        // What the measure makes is checked like any other curve.
        Self::through(&revenue.points(), &cost.points(), lengths).map_err(MeasureError::Outcome)
    }

    /// What `measure` adds to the net.
    ///
    /// # Errors
    /// As for [`with`](Self::with).
    pub fn gain(&self, measure: Measure) -> Result<f64, MeasureError> {
        Ok(self.with(measure)?.net() - self.net())
    }

    /// The measures that can be taken, each alone, as place in the list and gain: the largest gain
    /// first.
    pub fn by_gain(&self, measures: &[Measure]) -> Vec<(usize, f64)> {
        let gains = measures.iter().enumerate().filter_map(|(k, m)| Some((k, self.gain(*m).ok()?)));
        let mut order: Vec<_> = gains.collect();
        order::sort_falling(&mut order, |(_, gain)| *gain);
        order
    }

    /// `curve` with its stages as long as `lengths` say.
    fn stretch(&self, curve: &Pieces, lengths: &[f64; 4]) -> Pieces {
        let (mut old, new) = (self.borders(&self.lengths), self.borders(lengths));
        // The lengths add up to the extent but for rounding.
        old[4] = curve.extent().1;
        curve.cut(&old).map(|piece| {
            let middle = f64::midpoint(piece.from, piece.to);
            let stage = (0..3).find(|stage| middle < old[stage + 1]).unwrap_or(3);
            let moved = |x: f64| {
                let share = (x - old[stage]) / (old[stage + 1] - old[stage]);
                new[stage] * (1.0 - share) + new[stage + 1] * share
            };
            Piece { from: moved(piece.from), to: moved(piece.to), ..*piece }
        })
    }
}

fn is_year(x: f64) -> bool {
    (0.0..=LAST_YEAR).contains(&x)
}

fn ensure(in_range: bool) -> Result<(), MeasureError> {
    in_range.then_some(()).ok_or(MeasureError::OutOfRange)
}

/// `curve` with each value changed in full after `from`, and in part during the `ramp` before.
fn raise(curve: &Pieces, from: f64, ramp: f64, change: impl Fn(f64) -> f64) -> Pieces {
    let changed = |y: f64, share: f64| y + share * (change(y) - y);
    let share = |x: f64| ((x - from) / ramp + 1.0).clamp(0.0, 1.0);
    curve.cut(&[from - ramp, from]).map(|piece| {
        let (first, last) = if piece.from >= from {
            (1.0, 1.0)
        } else if piece.to <= from - ramp {
            (0.0, 0.0)
        } else {
            (share(piece.from), share(piece.to))
        };
        let (first, last) = (changed(piece.first, first), changed(piece.last, last));
        Piece { first, last, ..*piece }
    })
}

/// `curve` with each value between two years changed.
fn within(curve: &Pieces, (from, to): (f64, f64), change: impl Fn(f64) -> f64) -> Pieces {
    curve.cut(&[from, to]).map(|piece| {
        if piece.from >= from && piece.to <= to {
            Piece { first: change(piece.first), last: change(piece.last), ..*piece }
        } else {
            *piece
        }
    })
}
