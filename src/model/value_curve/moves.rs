//! Choosing a move: the level at which it holds, or why no level does.

use super::{ABSENT, Move, TOP_LEVEL, ValueCurves, present};

/// Levels are chosen in steps of this.
const STEP: f64 = 0.5;

/// Why a move is not open on a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// Some rival leaves it out already.
    SomeLeaveOut,
    /// The lowest rival has so little that less would be nothing.
    NothingBelow,
    /// Some rival is at the top.
    NothingAbove,
    /// No rival has it: more than they have would be something new.
    NobodyHas,
    /// Some rival has it.
    SomebodyHas,
}

impl Move {
    /// All of them, from the least done to the most.
    pub const ALL: [Self; 5] =
        [Self::Eliminate, Self::Reduce, Self::Keep, Self::Raise, Self::Create];
}

impl ValueCurves {
    /// The lowest and the highest level of the rivals of `offer` on a factor; none where there is
    /// no such offer or factor.
    pub fn span(&self, offer: usize, factor: usize) -> Option<(f64, f64)> {
        self.curves.get(offer)?.levels.get(factor)?;
        let levels = self.rivals(offer).map(|rival| rival.levels[factor]);
        Some(levels.fold((TOP_LEVEL, 0.0_f64), |(low, high), x| (low.min(x), high.max(x))))
    }

    /// The level nearest to that of `offer` at which it does what `wanted` says, its own where it
    /// does; none where there is no such offer or factor. To leave out is to go down to 0.
    ///
    /// # Errors
    /// [`Barrier`] says why no level will do.
    pub fn nearest(
        &self,
        offer: usize,
        factor: usize,
        wanted: Move,
    ) -> Option<Result<f64, Barrier>> {
        let (low, high) = self.span(offer, factor)?;
        let now = self.curves[offer].levels[factor];
        if self.moves(offer)?[factor] == wanted {
            return Some(Ok(now));
        }
        let step_below = (low / STEP - 1e-9).ceil() * STEP - STEP;
        let step_above = (high / STEP + 1e-9).floor() * STEP + STEP;
        let (some_leave_out, nobody_has) = (present(low) == 0.0, present(high) == 0.0);
        Some(match wanted {
            Move::Eliminate | Move::Reduce if some_leave_out => Err(Barrier::SomeLeaveOut),
            Move::Eliminate => Ok(0.0),
            Move::Reduce if step_below < ABSENT => Err(Barrier::NothingBelow),
            Move::Reduce => Ok(now.clamp(ABSENT, step_below)),
            Move::Keep => Ok(now.clamp(low, high)),
            Move::Raise if nobody_has => Err(Barrier::NobodyHas),
            Move::Raise if high >= TOP_LEVEL => Err(Barrier::NothingAbove),
            Move::Raise => Ok(now.max(step_above.min(TOP_LEVEL))),
            Move::Create if !nobody_has => Err(Barrier::SomebodyHas),
            Move::Create => Ok(now.max(ABSENT)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Curve;
    use super::*;

    /// Ours and two rivals on one factor.
    fn one_factor(ours: f64, rivals: [f64; 2]) -> ValueCurves {
        let curve = |level| Curve { levels: vec![level], price: 0.0 };
        ValueCurves::new(&[curve(ours), curve(rivals[0]), curve(rivals[1])]).unwrap()
    }

    #[test]
    fn the_nearest_level_makes_the_move_true() {
        let levels = [0.0, 0.3, 0.5, 0.8, 2.0, 2.3, 5.0, 9.8, 10.0];
        for ours in levels {
            for one in levels {
                for other in levels {
                    let curves = one_factor(ours, [one, other]);
                    for wanted in Move::ALL {
                        let Ok(level) = curves.nearest(0, 0, wanted).unwrap() else { continue };
                        let moved = one_factor(level, [one, other]).moves(0).unwrap();
                        assert_eq!(moved, [wanted], "{ours} {one} {other} {level}");
                    }
                    let now = curves.moves(0).unwrap()[0];
                    assert_eq!(curves.nearest(0, 0, now), Some(Ok(ours)), "what is so stays");
                }
            }
        }
    }

    #[test]
    fn a_move_that_is_not_open_says_why() {
        let why = |rivals, wanted| one_factor(3.0, rivals).nearest(0, 0, wanted).unwrap();
        assert_eq!(why([0.0, 5.0], Move::Eliminate), Err(Barrier::SomeLeaveOut));
        assert_eq!(why([0.4, 5.0], Move::Reduce), Err(Barrier::SomeLeaveOut));
        assert_eq!(why([0.5, 5.0], Move::Reduce), Err(Barrier::NothingBelow));
        assert_eq!(why([5.0, 10.0], Move::Raise), Err(Barrier::NothingAbove));
        assert_eq!(why([0.0, 0.4], Move::Raise), Err(Barrier::NobodyHas));
        assert_eq!(why([0.0, 0.5], Move::Create), Err(Barrier::SomebodyHas));
    }

    #[test]
    fn the_nearest_is_near() {
        let to = |wanted| one_factor(3.0, [4.0, 6.0]).nearest(0, 0, wanted).unwrap();
        assert_eq!(to(Move::Eliminate), Ok(0.0));
        assert_eq!((to(Move::Reduce), to(Move::Keep)), (Ok(3.0), Ok(4.0)));
        assert_eq!(to(Move::Raise), Ok(6.5));
        assert_eq!(one_factor(0.0, [0.0, 0.0]).nearest(0, 0, Move::Create), Some(Ok(0.5)));
        let curves = one_factor(3.0, [4.0, 6.0]);
        assert_eq!((curves.span(0, 0), curves.span(1, 0)), (Some((4.0, 6.0)), Some((3.0, 6.0))));
        assert_eq!((curves.nearest(3, 0, Move::Keep), curves.span(0, 1)), (None, None));
    }
}
