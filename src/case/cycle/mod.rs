//! The life cycle of a customer: when it begins to pay, when all is paid back, and what would make
//! it worth more.

mod buying;
mod number;
mod outlook;
mod view;
mod working;

use serde::{Deserialize, Serialize};

pub(super) use number::name;
pub use number::{Number, Part, point_name};
pub use outlook::{CycleError, Outlook, Refusal};

use super::Id;

/// The least and the greatest number of points of the curves.
pub const POINTS: (usize, usize) = (2, 12);

/// The latest year of a point.
const LAST_YEAR: f64 = 100.0;

/// The life cycle as it was typed. Each way of entering keeps its own numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cycle {
    /// In which way it is entered.
    pub entry: Entry,
    /// The points of both curves.
    pub points: Vec<Moment>,
    /// Length, revenue and cost of set-up, growth, maturity and decline.
    pub stages: [Stretch; 4],
    /// What can be done.
    pub measures: Measures,
    /// What a purchase costs us at each of the five stages of buying.
    pub buying: [f64; 5],
    /// The stage of buying at which we save.
    pub saved_stage: usize,
    /// What share of its cost we save there.
    pub saved: f64,
}

/// How the life cycle is entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// By points of two curves, straight between them.
    #[default]
    Points,
    /// By four stages, each with the same revenue and cost throughout.
    Stages,
}

/// Revenue and cost a year at some moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Moment {
    /// Its identity within the case.
    pub id: Id,
    /// When, in years.
    pub year: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// Cost a year.
    pub cost: f64,
}

/// A stage of the life cycle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stretch {
    /// How long it lasts, in years.
    pub years: f64,
    /// Revenue a year.
    pub revenue: f64,
    /// Cost a year.
    pub cost: f64,
}

/// Something that can be done to make the life cycle worth more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Building the relation takes less time.
    SetUp,
    /// The best years last longer.
    Maturity,
    /// The customer buys more kinds of things.
    CrossSell,
    /// The customer buys a larger share with us.
    Share,
    /// Buying costs us less at one of its stages.
    Cost,
}

impl Measure {
    /// All of them, in the order they are shown and taken.
    pub const ALL: [Self; 5] =
        [Self::SetUp, Self::Maturity, Self::CrossSell, Self::Share, Self::Cost];

    /// Its place among them.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The numbers that it has.
    pub const fn numbers(self) -> &'static [Number] {
        match self {
            Self::SetUp => &[Number::Sooner],
            Self::Maturity => &[Number::Longer],
            Self::CrossSell => &[Number::Extra, Number::ExtraFrom],
            Self::Share => &[Number::Factor, Number::FactorFrom],
            Self::Cost => &[Number::Saved],
        }
    }
}

/// What can be done, with its numbers, which stay when it is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measures {
    /// Whether each is taken, in the order of [`Measure::ALL`].
    pub taken: [bool; 5],
    /// By how many years set-up is shorter.
    pub sooner: f64,
    /// By how many years maturity is longer.
    pub longer: f64,
    /// Additional revenue a year.
    pub extra: f64,
    /// From which year on in full.
    pub extra_from: f64,
    /// Revenue times this.
    pub factor: f64,
    /// From which year on in full.
    pub factor_from: f64,
}

impl Default for Measures {
    /// The figures of the worked examples; nothing is done yet.
    fn default() -> Self {
        Self {
            taken: [false; 5],
            sooner: 0.5,
            longer: 0.5,
            extra: 1_000.0,
            extra_from: 2.0,
            factor: 1.2,
            factor_from: 1.0,
        }
    }
}

impl Default for Cycle {
    /// The figures of the worked examples. The axes are those of the source; the curves are ours.
    fn default() -> Self {
        let revenue = [0.0, 3_000.0, 7_000.0, 10_000.0, 12_000.0];
        let cost = [3_000.0, 4_000.0, 4_500.0, 5_000.0, 6_000.0];
        let moment = |(k, (revenue, cost)): (u32, (f64, f64))| Moment {
            id: Id(9_100 + k),
            year: f64::from(k),
            revenue,
            cost,
        };
        let stage = |years, revenue, cost| Stretch { years, revenue, cost };
        Self {
            entry: Entry::Points,
            points: (0..).zip(revenue.into_iter().zip(cost)).map(moment).collect(),
            stages: [
                stage(1.0, 0.0, 1_000.0),
                stage(1.0, 2_000.0, 500.0),
                stage(1.5, 4_000.0, 1_000.0),
                stage(0.5, 1_500.0, 500.0),
            ],
            measures: Measures::default(),
            buying: [20.0, 60.0, 90.0, 30.0, 50.0],
            saved_stage: 1,
            saved: 0.5,
        }
    }
}

impl Cycle {
    /// Takes a measure, or gives it up.
    pub fn turn(&mut self, measure: Measure) {
        let taken = &mut self.measures.taken[measure.index()];
        *taken = !*taken;
    }

    /// Whether a measure is taken.
    pub const fn takes(&self, measure: Measure) -> bool {
        self.measures.taken[measure.index()]
    }

    /// Adds a point a year after the last one, with its revenue and cost.
    pub(super) fn add_point(&mut self, id: Id) {
        let last = self.points.last().cloned().unwrap_or_default();
        self.points.push(Moment { id, year: (last.year + 1.0).min(LAST_YEAR), ..last });
    }

    /// Leaves no stage of buying but one of the five.
    pub(super) fn tidy(&mut self) {
        self.saved_stage = self.saved_stage.min(self.buying.len() - 1);
    }
}
