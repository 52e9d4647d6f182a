//! The life cycle as it was typed, and as the measures make it.

use super::super::Case;
use super::{Cycle, Entry, Measure, Moment, Stretch};
use crate::model::buying_cost::{BuyingCost, BuyingStage};
use crate::model::life_cycle::{self, Levels, LifeCycle, MeasureError, Stage};

/// For how long more revenue rises evenly before it is there in full.
const RAMP: f64 = 1.0;

/// Why there is no life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CycleError {
    /// A point stands before one that is later.
    OutOfOrder,
    /// It does not last.
    NoTime,
    /// A number is out of its range.
    OutOfRange,
}

/// Why a measure has no effect here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such stage to be shortened or lengthened.
    NoStage,
    /// The stage is shorter than what is to be taken from it.
    TooShort,
    /// Nothing of the life cycle would be left.
    NothingLeft,
    /// Buying costs nothing, so nothing can be saved.
    NoCost,
    /// It would come after the end.
    TooLate,
    /// A number is out of its range.
    OutOfRange,
}

/// The life cycle before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// As it was typed.
    pub former: LifeCycle,
    /// With every measure that is taken and can be.
    pub now: LifeCycle,
    /// What each measure alone adds to the net, in the order of [`Measure::ALL`].
    pub gains: [Result<f64, Refusal>; 5],
    /// Whether any measure is at work.
    pub changed: bool,
}

impl Cycle {
    /// The stages as shares of the whole time, as they are typed; none where they last no time.
    fn lengths_within(&self, extent: f64) -> Option<[f64; 4]> {
        let whole: f64 = self.stages.iter().map(|stage| stage.years).sum();
        (whole > 0.0).then(|| self.stages.map(|stage| stage.years / whole * extent))
    }

    /// The life cycle as it was typed.
    fn typed(&self) -> Result<LifeCycle, CycleError> {
        match self.entry {
            Entry::Points => self.through_points(),
            Entry::Stages => {
                if self.stages.iter().all(|stage| stage.years == 0.0) {
                    return Err(CycleError::NoTime);
                }
                let level =
                    |s: Stretch| Levels { years: s.years, revenue: s.revenue, cost: s.cost };
                LifeCycle::of_stages(self.stages.map(level)).map_err(|_| CycleError::OutOfRange)
            }
        }
    }

    fn through_points(&self) -> Result<LifeCycle, CycleError> {
        if self.points.windows(2).any(|pair| pair[0].year > pair[1].year) {
            return Err(CycleError::OutOfOrder);
        }
        let ends = self.points.first().zip(self.points.last());
        let extent = ends.map_or(0.0, |(first, last)| last.year - first.year);
        if extent <= 0.0 {
            return Err(CycleError::NoTime);
        }
        let curve = |of: fn(&Moment) -> f64| -> Vec<(f64, f64)> {
            self.points.iter().map(|point| (point.year, of(point))).collect()
        };
        // Where no stage lasts, the whole is one.
        let lengths = self.lengths_within(extent).unwrap_or([0.0, 0.0, extent, 0.0]);
        LifeCycle::through(&curve(|p| p.revenue), &curve(|p| p.cost), lengths)
            .map_err(|_| CycleError::OutOfRange)
    }

    /// Whether the stages can be told apart: whether any lasts.
    pub(super) fn is_staged(&self) -> bool {
        self.stages.iter().any(|stage| stage.years > 0.0)
    }

    /// What the five stages of buying cost, and what they would cost with the saving.
    pub(super) fn buying_costs(&self) -> Option<(BuyingCost, BuyingCost)> {
        let before = BuyingCost::new(self.buying)?;
        let stage = BuyingStage::ALL[self.saved_stage.min(BuyingStage::ALL.len() - 1)];
        Some((before, before.with_saving(stage, self.saved)?))
    }

    /// A life cycle with one measure taken.
    fn take(&self, measure: Measure, cycle: &LifeCycle) -> Result<LifeCycle, Refusal> {
        let with = |measure| cycle.with(measure).map_err(Refusal::from);
        let measures = &self.measures;
        match measure {
            Measure::SetUp => self.lengthen(Stage::SetUp, -measures.sooner, cycle),
            Measure::Maturity => self.lengthen(Stage::Maturity, measures.longer, cycle),
            Measure::CrossSell => {
                let from = until_end(cycle, measures.extra_from)?;
                with(life_cycle::Measure::AddRevenue { amount: measures.extra, from, ramp: RAMP })
            }
            Measure::Share => {
                let from = until_end(cycle, measures.factor_from)?;
                let factor = measures.factor;
                with(life_cycle::Measure::MultiplyRevenue { factor, from, ramp: RAMP })
            }
            Measure::Cost => self.cheaper(cycle),
        }
    }

    fn lengthen(&self, stage: Stage, by: f64, cycle: &LifeCycle) -> Result<LifeCycle, Refusal> {
        let length = cycle.lengths()[stage as usize];
        if !self.is_staged() || length == 0.0 {
            return Err(Refusal::NoStage);
        }
        if length + by < 0.0 {
            return Err(Refusal::TooShort);
        }
        cycle.with(life_cycle::Measure::Lengthen { stage, by }).map_err(Refusal::from)
    }

    /// The cost of all years less by the share that buying becomes cheaper.
    fn cheaper(&self, cycle: &LifeCycle) -> Result<LifeCycle, Refusal> {
        let (before, after) = self.buying_costs().ok_or(Refusal::OutOfRange)?;
        let share = -after.change_from(&before).ok_or(Refusal::NoCost)?;
        let mut cycle = cycle.clone();
        for stage in Stage::ALL {
            let measure = life_cycle::Measure::CutCost { stage, share: share.clamp(0.0, 1.0) };
            cycle = cycle.with(measure).map_err(Refusal::from)?;
        }
        Ok(cycle)
    }
}

/// `year`, where the life cycle goes on beyond the rise before it.
fn until_end(cycle: &LifeCycle, year: f64) -> Result<f64, Refusal> {
    if year - RAMP < cycle.margin().extent().1 { Ok(year) } else { Err(Refusal::TooLate) }
}

impl From<MeasureError> for Refusal {
    fn from(error: MeasureError) -> Self {
        match error {
            MeasureError::OutOfRange => Self::OutOfRange,
            MeasureError::Outcome(_) => Self::NothingLeft,
        }
    }
}

impl Case {
    /// The life cycle before and after the measures.
    ///
    /// # Errors
    /// [`CycleError`] says why there is none.
    pub fn life_cycle(&self) -> Result<Outlook, CycleError> {
        let cycle = &self.cycle;
        let former = cycle.typed()?;
        let mut gains = [Ok(0.0); 5];
        let mut now = former.clone();
        let mut changed = false;
        for measure in Measure::ALL {
            let alone = cycle.take(measure, &former).map(|with| with.net() - former.net());
            let taken = cycle.takes(measure) && alone.is_ok();
            gains[measure.index()] = alone;
            if taken && let Ok(with) = cycle.take(measure, &now) {
                now = with;
                changed = true;
            }
        }
        Ok(Outlook { former, now, gains, changed })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;

    fn case() -> Case {
        library::open(Sample::Coffee)
    }

    fn gain(case: &Case, measure: Measure) -> Result<f64, Refusal> {
        case.life_cycle().unwrap().gains[measure.index()]
    }

    #[test]
    fn each_way_of_entering_keeps_its_numbers() {
        let mut case = case();
        assert!((case.life_cycle().unwrap().now.net() - 8_000.0).abs() < 1e-9);
        case.cycle.entry = Entry::Stages;
        assert!((case.life_cycle().unwrap().now.net() - 5_500.0).abs() < 1e-9);
        case.cycle.entry = Entry::Points;
        assert!((case.life_cycle().unwrap().now.net() - 8_000.0).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_says_why() {
        let mut case = case();
        case.cycle.points[1].year = 5.0;
        assert_eq!(case.life_cycle(), Err(CycleError::OutOfOrder));
        case.cycle.points.iter_mut().for_each(|point| point.year = 1.0);
        assert_eq!(case.life_cycle(), Err(CycleError::NoTime));
        case.cycle.entry = Entry::Stages;
        case.cycle.stages.iter_mut().for_each(|stage| stage.years = 0.0);
        assert_eq!(case.life_cycle(), Err(CycleError::NoTime));
    }

    #[test]
    fn measures_that_do_not_apply_say_why() {
        let mut case = case();
        case.cycle.entry = Entry::Stages;
        case.cycle.measures.sooner = 1.5;
        assert_eq!(gain(&case, Measure::SetUp), Err(Refusal::TooShort));
        case.cycle.stages[2].years = 0.0;
        assert_eq!(gain(&case, Measure::Maturity), Err(Refusal::NoStage));
        case.cycle.buying = [0.0; 5];
        assert_eq!(gain(&case, Measure::Cost), Err(Refusal::NoCost));
        case.cycle.measures.extra_from = 9.0;
        assert_eq!(gain(&case, Measure::CrossSell), Err(Refusal::TooLate));
        // One that does not apply changes nothing when it is taken.
        case.cycle.turn(Measure::CrossSell);
        let outlook = case.life_cycle().unwrap();
        assert!(!outlook.changed && outlook.now == outlook.former);
        // Curves without stages: nothing to shorten.
        case.cycle.entry = Entry::Points;
        case.cycle.stages.iter_mut().for_each(|stage| stage.years = 0.0);
        assert_eq!(gain(&case, Measure::SetUp), Err(Refusal::NoStage));
        assert!((case.life_cycle().unwrap().now.net() - 8_000.0).abs() < 1e-9);
    }

    #[test]
    fn a_stage_that_is_all_there_is_cannot_be_taken_away() {
        let mut case = case();
        case.cycle.entry = Entry::Stages;
        for stage in &mut case.cycle.stages[1..] {
            stage.years = 0.0;
        }
        case.cycle.measures.sooner = 1.0;
        assert_eq!(gain(&case, Measure::SetUp), Err(Refusal::NothingLeft));
    }

    #[test]
    fn cheaper_buying_makes_all_years_cheaper() {
        let case = case();
        let cost = case.life_cycle().unwrap().former.cost().integral();
        assert!((gain(&case, Measure::Cost).unwrap() - 0.12 * cost).abs() < 1e-9);
    }

    #[test]
    fn stages_of_the_curves_are_shares_of_their_time() {
        let mut case = case();
        case.cycle.points.iter_mut().for_each(|point| point.year *= 2.0);
        assert_eq!(case.life_cycle().unwrap().former.span(Stage::Decline), (7.0, 8.0));
    }
}
