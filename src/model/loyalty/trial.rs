//! A claim put to the test: at which of our own numbers it holds, and what holds for us.
//!
//! *Method.* Every claim says that one number of ours brings about another. The [`Law`] between the
//! two is known; the claim names one value of the second. So it holds where the law reaches that
//! value, and nowhere else, and beside it stands what the law makes of our own number.
//!
//! *Source.* For retention the arithmetic of [`uplift`](super::uplift); the others are a product or a
//! quotient, as in [`calculator`](super::calculator).
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::Convention;
//! use customer_value::model::loyalty::trial::{Law, Trial, Verdict};
//! use customer_value::model::loyalty::uplift::Uplift;
//!
//! // "Five points more retention double the profit", where four in five stay.
//! let five = Uplift::new(0.05, 0.0, Convention::Start).unwrap();
//! let trial = Trial { law: Law::Retention(five), claimed: 1.0, own: 0.8 };
//! assert!((trial.holds_at()[0] - 0.9).abs() < 1e-12);
//! assert!((trial.found().unwrap() - 1.0 / 3.0).abs() < 1e-12);
//! assert_eq!(trial.verdict(), Verdict::Less);
//! ```
//!
//! *Not for* showing cause: a law says what would follow, not that anybody could bring it about.

use serde::{Deserialize, Serialize};

use super::uplift::Uplift;
use crate::model::bounds::ratio;
use crate::model::lifetime::Convention;

/// How near to the claim counts as the claim, relative to it.
const NEAR: f64 = 0.005;

/// How one number follows from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Law {
    /// The relative change of lifetime or value, from the base retention.
    Retention(Uplift),
    /// This amount divided by the number.
    Inverse(f64),
    /// This amount times the number.
    Proportional(f64),
}

impl Law {
    /// What follows from `x`; none where there is no such number.
    pub fn at(&self, x: f64) -> Option<f64> {
        match self {
            Self::Retention(uplift) => uplift.change(x),
            Self::Inverse(amount) => ratio(*amount, x).filter(|_| x > 0.0),
            Self::Proportional(amount) => ratio(amount * x, 1.0),
        }
    }

    /// Where `y` follows, in rising order: one place or none, for retention perhaps two.
    pub fn reaches(&self, y: f64) -> Vec<f64> {
        let one = |x: Option<f64>| x.into_iter().collect();
        match self {
            Self::Retention(uplift) => uplift.holds_at(y),
            Self::Inverse(amount) => one(ratio(*amount, y).filter(|x| *x > 0.0)),
            Self::Proportional(amount) => one(ratio(y, *amount).filter(|x| *x >= 0.0)),
        }
    }
}

/// A claim, and where we stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// What follows from what.
    pub law: Law,
    /// What is claimed to follow.
    pub claimed: f64,
    /// Our own number.
    pub own: f64,
}

/// What the trial of a claim finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What is claimed follows, within half a per cent of it.
    Holds,
    /// Less follows, or the opposite.
    Less,
    /// More follows.
    More,
    /// Nothing follows: there is no such number.
    Nothing,
}

impl Trial {
    /// What follows from our own number.
    pub fn found(&self) -> Option<f64> {
        self.law.at(self.own)
    }

    /// At which numbers the claim holds.
    pub fn holds_at(&self) -> Vec<f64> {
        self.law.reaches(self.claimed)
    }

    /// What the trial finds.
    pub fn verdict(&self) -> Verdict {
        let Some(found) = self.found() else { return Verdict::Nothing };
        if (found - self.claimed).abs() <= NEAR * self.claimed.abs() {
            Verdict::Holds
        } else if found * self.claimed.signum() < self.claimed.abs() {
            Verdict::Less
        } else {
            Verdict::More
        }
    }
}

/// How the worth of a customer who stays longer is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// By the expected lifetime, nothing discounted.
    #[default]
    Life,
    /// By the present value of all margins, the first of them now and sure.
    ValueNow,
    /// By the present value of all margins, the first of them after a renewal.
    ValueLater,
}

impl Measure {
    /// The effect of `points` of retention on it, at a discount rate of `discount` where it is
    /// discounted; none where one is out of its range.
    pub fn uplift(self, points: f64, discount: f64) -> Option<Uplift> {
        match self {
            Self::Life => Uplift::new(points, 0.0, Convention::Start),
            Self::ValueNow => Uplift::new(points, discount, Convention::Start),
            Self::ValueLater => Uplift::new(points, discount, Convention::AfterRenewal),
        }
    }

    /// How many margins of one a customer of this `retention` is worth; none where they have no end.
    pub fn worth(self, retention: f64, discount: f64) -> Option<f64> {
        match self {
            Self::Life => ratio(1.0, 1.0 - retention),
            Self::ValueNow => ratio(1.0 + discount, 1.0 + discount - retention),
            Self::ValueLater => ratio(retention, 1.0 + discount - retention),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_points(points: f64, claimed: f64, own: f64) -> Trial {
        let law = Law::Retention(Measure::Life.uplift(points, 0.1).unwrap());
        Trial { law, claimed, own }
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn rows_b2_b7_b8_hold_at_one_retention() {
        let rows = [(0.05, 1.0, 0.9), (0.05, 0.85, 0.891_176_470_6), (-0.05, -0.25, 0.85)];
        for (points, claimed, base) in rows {
            let trial = of_points(points, claimed, base);
            assert!(close(trial.holds_at()[0], base));
            assert_eq!(trial.verdict(), Verdict::Holds);
            assert_eq!(of_points(points, claimed, base - 0.1).verdict(), Verdict::Less);
            assert_eq!(of_points(points, claimed, base + 0.03).verdict(), Verdict::More);
        }
        assert_eq!(of_points(0.05, 1.0, 0.95).verdict(), Verdict::Nothing);
        assert_eq!(of_points(0.05, -1.0, 0.8).verdict(), Verdict::Less, "the opposite follows");
        assert_eq!(of_points(0.05, 0.0, 0.8).verdict(), Verdict::More);
    }

    #[test]
    fn row_b1_six_times_is_the_most_at_one_in_six() {
        let trial = |own| Trial { law: Law::Inverse(1.0), claimed: 6.0, own };
        assert!(close(trial(0.1).holds_at()[0], 1.0 / 6.0));
        assert_eq!(trial(0.1).verdict(), Verdict::More);
        assert_eq!(trial(0.2).verdict(), Verdict::Less);
        assert_eq!(trial(0.0).verdict(), Verdict::Nothing);
    }

    #[test]
    fn row_b9_what_each_must_bring() {
        let trial = Trial { law: Law::Proportional(100.0 / 200.0), claimed: 0.6, own: 0.2 };
        assert!(close(trial.found().unwrap(), 0.1) && close(trial.holds_at()[0], 1.2));
        assert!(Law::Proportional(0.0).reaches(0.6).is_empty());
        assert!(Law::Inverse(0.0).reaches(8.0).is_empty());
    }

    /// The change of the worth is what the uplift says, however it is counted.
    #[test]
    fn worth_before_and_after_is_the_uplift() {
        for measure in [Measure::Life, Measure::ValueNow, Measure::ValueLater] {
            let worth = |retention| measure.worth(retention, 0.1).unwrap();
            let change = measure.uplift(0.05, 0.1).unwrap().change(0.8).unwrap();
            assert!(close(worth(0.85) / worth(0.8) - 1.0, change), "{measure:?}");
        }
        assert_eq!(Measure::Life.worth(1.0, 0.1), None);
    }
}
